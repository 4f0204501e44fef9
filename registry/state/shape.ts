type Kind = 'text' | 'list' | 'object' | 'flag'

/** What later stages read of a record without looking twice, by path. */
const ofRecord: readonly (readonly [string, Kind])[] = [
  ['environment', 'text'],
  ['address', 'text'],
  ['storages', 'list'],
  ['definitions', 'list'],
  ['protect', 'flag'],
  ['applied', 'object'],
  ['applied.kind', 'text'],
  ['applied.causes', 'list'],
  ['applied.uses', 'list'],
  ['applied.columns', 'list'],
  ['applied.grain', 'object'],
  ['applied.grain.keys', 'list'],
  ['applied.grain.time', 'list'],
  ['applied.grain.hash', 'text'],
  ['applied.filling', 'object'],
  ['applied.filling.by', 'text'],
  ['applied.publish', 'text'],
  ['applied.physical', 'object'],
  ['applied.promises', 'object'],
  ['applied.tags', 'list'],
  ['applied.hash', 'object'],
  ['applied.hash.data', 'text'],
  ['applied.hash.shape', 'text'],
  ['applied.hash.meta', 'text'],
]

const ofStorage: readonly (readonly [string, Kind])[] = [
  ['name', 'object'],
  ['name.schema', 'text'],
  ['name.name', 'text'],
  ['generation', 'text'],
  ['of', 'text'],
  ['grain', 'text'],
  ['grainColumns', 'list'],
  ['columns', 'list'],
]

/** The path of what a recorded value lacks, or holds in another form: it was written by another version, or changed by hand. Null: it is whole. */
export function lackOfRecord(value: object): string | null {
  const own = lackOf(value, ofRecord)
  if (own !== null) return own
  const storages = (value as { readonly storages: readonly object[] }).storages.map(lackOfStorage).find(l => l !== null)
  return storages === undefined ? null : `storages.${storages}`
}

export function lackOfStorage(value: object): string | null {
  return lackOf(value, ofStorage)
}

function lackOf(value: object, paths: typeof ofRecord): string | null {
  const wrong = paths.find(([path, kind]) => !isOf(kind, at(value, path)))
  return wrong === undefined ? null : wrong[0]
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((v, key) => (typeof v === 'object' && v !== null ? (v as Readonly<Record<string, unknown>>)[key] : undefined), value)
}

function isOf(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string'
    case 'list':
      return Array.isArray(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
  }
}
