import type { Address } from '../../../compiler/base/address.ts'
import { FeatError, hasErrors } from '../../../compiler/base/diagnostic.ts'
import type { Compiled } from '../../../compiler/index.ts'
import { literal, qualified, quote, typeSql } from '../../../compiler/emit/index.ts'
import type { CatalogSource } from '../../../compiler/ir/catalog.ts'
import type { ConfigDefinition } from '../../../compiler/ir/definition.ts'
import type { QualifiedName } from '../../../compiler/ir/name.ts'
import { nameText } from '../../../compiler/ir/name.ts'
import type { PhysicalSource, PlacedState } from '../../../compiler/ir/placed.ts'
import { place } from '../../../compiler/place/index.ts'
import type { Driver } from '../../driver/driver.ts'
import type { RawRow } from './sample.ts'

const target = 'proof'

/** Where everything of a project stands in a warehouse in memory: each source is a table with the declared columns. */
export function temporaryPlaces({ catalog, lowered }: Compiled): PlacedState {
  const config = {
    ...catalog.config,
    environments: null,
    defaultTarget: target,
    targets: { [target]: { kind: 'duckdb', path: ':memory:', sources: relationsOf(catalog.config), schema: null, stateSchema: null } as const },
  }
  const { value, diagnostics } = place(lowered.desired, { ...catalog, config }, { target, environment: null, values: {}, root: '/' })
  if (value === null || hasErrors(diagnostics)) throw new FeatError(diagnostics)
  return { ...value, placement: { ...value.placement, sources: tablesOf(catalog.sources, value.placement.sources) } }
}

/** Names that SQL of an author may use stay as they are on the embedded warehouse. */
function relationsOf({ targets }: ConfigDefinition): Readonly<Record<string, string>> {
  const embedded = Object.values(targets).find(t => t.kind === 'duckdb')
  return Object.fromEntries(Object.entries(embedded?.sources ?? {}).filter((e): e is [string, string] => typeof e[1] === 'string'))
}

/** Files and queries become tables of their logical names, and a second source of one relation one of its own. */
function tablesOf(sources: readonly CatalogSource[], placed: Readonly<Record<Address, PhysicalSource>>): Readonly<Record<Address, PhysicalSource>> {
  const taken = new Set<string>()
  return Object.fromEntries(
    sources.map(({ address, name: logical }, i) => {
      const physical = placed[address]
      const [table, schema] = logical.toLowerCase().split('.').toReversed()
      const wanted = physical?.kind === 'relation' ? physical.name : { schema: schema ?? 'proof_sources', name: table! }
      const own = taken.has(nameText({ catalog: null, ...wanted }))
      const name: QualifiedName = own ? { catalog: null, schema: 'proof_sources', name: `source_${i + 1}` } : { ...wanted, catalog: null }
      taken.add(nameText(name))
      return [address, { kind: 'relation', name }] as const
    }),
  )
}

/** Makes the table of a source anew, with these rows. */
export async function fillSource(driver: Driver, source: CatalogSource, placed: PlacedState, rows: readonly RawRow[]): Promise<void> {
  const physical = placed.placement.sources[source.address]!
  if (physical.kind !== 'relation') return
  const { dialect } = driver
  const name = qualified(physical.name, dialect)
  const columns = source.columns.map(c => `${quote(c.name, dialect)} ${typeSql(c.type, dialect)}`)
  await driver.execute(`CREATE SCHEMA IF NOT EXISTS ${quote(physical.name.schema, dialect)}`)
  await driver.execute(`CREATE OR REPLACE TABLE ${name} (${columns.join(', ')})`)
  const tuples = rows.map(row => `(${source.columns.map(c => literal(row[c.name] ?? null, c.type, dialect)).join(', ')})`)
  for (let i = 0; i < tuples.length; i += 200) await driver.execute(`INSERT INTO ${name} VALUES ${tuples.slice(i, i + 200).join(', ')}`)
}
