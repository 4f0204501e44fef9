/** The kinds of things that have an address. */
export const addressKinds = [
  'entity',
  'source',
  'view',
  'feature',
  'store',
  'serving',
  'dataset',
  'model',
  'monitor',
  'schema',
  'tiles',
  'captures',
  'registry',
  'report',
  'test',
  'procedure',
  'tag',
  'warehouse',
  'grants',
  'task',
  'alert',
  'measures',
] as const
export type AddressKind = (typeof addressKinds)[number]

/**
 * The logical name of a definition or resource, never a schema, an environment or a generation:
 * `source.raw.deliveries`, `view.customer_service`, `feature.customer.risk_score`, `feature.customer.risk_score@2`.
 */
export type Address = `${AddressKind}.${string}`

export interface ParsedAddress {
  readonly kind: AddressKind
  readonly name: string
  readonly version: number | null
}

const versionSuffix = /^(.*)@(\d+)$/

/** `name` may hold dots; for a feature it is `<entity>.<feature>`. Only features are parsed for a version. */
export function parseAddress(text: string): ParsedAddress | null {
  const dot = text.indexOf('.')
  if (dot < 0) return null
  const kind = addressKinds.find(k => k === text.slice(0, dot))
  const rest = text.slice(dot + 1)
  if (kind === undefined || rest === '') return null
  const versioned = kind === 'feature' ? versionSuffix.exec(rest) : null
  return versioned ? { kind, name: versioned[1]!, version: Number(versioned[2]) } : { kind, name: rest, version: null }
}

export function formatAddress(a: ParsedAddress): Address {
  return `${a.kind}.${a.name}${a.version === null ? '' : `@${a.version}`}`
}

export function address(kind: AddressKind, name: string): Address {
  return `${kind}.${name}`
}

export function featureAddress(entity: string, feature: string, version: number | null = null): Address {
  return formatAddress({ kind: 'feature', name: `${entity}.${feature}`, version })
}

/** The name without its kind, and for a feature without its entity and version: what a column is called. */
export function shortName(a: Address): string {
  const parsed = parseAddress(a)
  if (parsed === null) return a
  return parsed.kind === 'feature' ? parsed.name.slice(parsed.name.indexOf('.') + 1) : parsed.name
}
