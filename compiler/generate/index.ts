import { shortName } from '../base/address.ts'
import { catalogJson } from '../docs/catalog-json.ts'
import { catalogMarkdown } from '../docs/catalog-markdown.ts'
import type { Compiled } from '../index.ts'
import type { PlacedState, Placement } from '../ir/placed.ts'
import type { DialectName } from '../ir/scalar.ts'
import { place } from '../place/index.ts'
import { objectFiles } from './objects.ts'
import { targetFiles } from './target.ts'
import { testFiles } from './tests.ts'

const dialects: readonly DialectName[] = ['duckdb', 'snowflake']

/**
 * What is committed beside the definitions, by path below generated/: the SQL of each object in both dialects under the
 * same names, bound as from an empty state; the data tests; the catalog for programs and for people.
 */
export function generateFiles({ catalog, lowered }: Compiled): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const dialect of dialects) {
    const placed = placedFor(dialect, { catalog, lowered })
    if (placed === null) continue
    for (const [name, text] of [...objectFiles(lowered, placed), ...targetFiles(lowered, placed)]) files.set(`sql/${dialect}/${name}`, text)
    for (const [name, text] of testFiles(lowered, placed)) files.set(`tests/${dialect}/${name}`, text)
  }
  files.set('catalog.json', catalogJson(catalog, lowered.desired))
  files.set('CATALOG.md', catalogMarkdown(catalog))
  return files
}

/** The first target of the dialect; environment values show as their names, so that they are never written. */
function placedFor(dialect: DialectName, { catalog, lowered }: Pick<Compiled, 'catalog' | 'lowered'>): PlacedState | null {
  const target = Object.entries(catalog.config.targets).find(([, t]) => t.kind === dialect)?.[0]
  const values = new Proxy<Record<string, string>>({}, { get: (_, name) => String(name) })
  const placed = target === undefined ? null : place(lowered.desired, catalog, { target, environment: null, values, root: '.' }).value
  return placed === null || dialect === 'duckdb' ? placed : { ...placed, placement: withoutFiles(placed.placement, catalog) }
}

/** Files exist on an embedded warehouse alone: elsewhere their source stands under its logical name. */
function withoutFiles(placement: Placement, catalog: Compiled['catalog']): Placement {
  const sources = Object.entries(placement.sources).map(([address, s]) => {
    const [name, schema] = catalog.sources
      .find(x => x.address === address)!
      .name.split('.')
      .toReversed()
    return [
      address,
      s.kind === 'file' ? { kind: 'relation', name: { catalog: placement.catalog, schema: schema ?? 'raw', name: name ?? shortName(address as never) } } : s,
    ] as const
  })
  return { ...placement, sources: Object.fromEntries(sources) as Placement['sources'] }
}
