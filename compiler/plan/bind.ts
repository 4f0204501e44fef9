import type { Address } from '../base/address.ts'
import { InternalError, absurd } from '../base/diagnostic.ts'
import { unique } from '../base/group.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import type { Physical, Relation, Scan, Select, Source, Term } from '../ir/relation.ts'
import type { PhysicalSource, Placed, Placement, Storage } from '../ir/placed.ts'
import type { Resource } from '../ir/resource.ts'
import { aggregate, as, call, field, join, literal, named, select } from '../ir/terms.ts'

/** Which storages hold the columns of each resource, in one environment, and where the sources are. */
export interface Bindings {
  readonly placement: Placement
  readonly resource: (of: Address) => Placed
  readonly storages: (of: Address) => readonly Storage[]
  readonly source: (of: Address) => CatalogSource
  /** Of the rows that a scan or a source gives, those that are to be read; all of them where nothing is said. */
  readonly narrowed?: (of: Scan | Source, rows: Relation) => Relation
}

/** Puts physical tables in the place of scans and sources. */
export function bindRelation(relation: Relation, b: Bindings): Relation {
  const go = (r: Relation): Relation => bindRelation(r, b)
  switch (relation.kind) {
    case 'scan':
      return narrowed(relation, boundScan(relation, b), b)
    case 'source':
      return narrowed(relation, physicalSource(b.source(relation.of), b.placement.sources[relation.of]), b)
    case 'select':
      return { ...relation, from: { ...relation.from, of: go(relation.from.of) }, joins: relation.joins.map(j => ({ ...j, of: go(j.of) })) }
    case 'union':
      return { ...relation, all: relation.all.map(go) }
    case 'with':
      return { ...relation, parts: relation.parts.map(p => ({ ...p, of: go(p.of) })), body: go(relation.body) }
    case 'table':
    case 'physical':
    case 'series':
    case 'values':
    case 'frames':
      return relation
    default:
      return absurd(relation)
  }
}

function narrowed(of: Scan | Source, rows: Relation, b: Bindings): Relation {
  return b.narrowed?.(of, rows) ?? rows
}

function physicalSource(source: CatalogSource, placed: PhysicalSource | undefined): Physical {
  if (placed === undefined) throw new InternalError(`${source.address} has no place`)
  if (placed.kind === 'relation') return { kind: 'physical', of: placed }
  if (placed.kind === 'file') return { kind: 'physical', of: { ...placed, columns: source.columns } }
  const body = (dialect: 'snowflake' | 'duckdb'): string => source.query![dialect].map(p => (typeof p === 'string' ? p : plainPart(source, p))).join('')
  return { kind: 'physical', of: { kind: 'query', sql: { snowflake: body('snowflake'), duckdb: body('duckdb') } } }
}

function plainPart(source: CatalogSource, part: { readonly kind: string }): string {
  throw new InternalError(`the query of ${source.address} holds a '${part.kind}'`)
}

/** One storage as it is, or renamed to today's logical names; several joined or merged on the grain. */
function boundScan(scan: Scan, b: Bindings): Relation {
  const resource = b.resource(scan.of)
  const storages = b.storages(scan.of)
  const holding = holders(scan, resource, storages)
  if (holding.length > 1) return resource.kind === 'tiles' ? mergedTiles(scan, resource, holding) : joinedGroups(scan, resource, holding)
  const [only] = holding
  if (only === undefined) throw new InternalError(`nothing holds ${scan.of}`)
  const names = scan.columns.map(c => [c, storedName(c, resource, only)] as const)
  const physical: Relation = { kind: 'physical', of: { kind: 'relation', name: only.name } }
  if (names.every(([logical, stored]) => logical === stored)) return physical
  return select(
    as('s', physical),
    names.map(([logical, stored]) => named(logical, field(stored!, 's'))),
  )
}

/** The storages that a scan needs: those of its value columns, and the first one where rows count. */
function holders(scan: Scan, resource: Resource, storages: readonly Storage[]): readonly Storage[] {
  const grain = new Set(grainNames(resource))
  const values = scan.columns.filter(c => !grain.has(c) && c !== 'computed_at')
  const first = storages.find(s => s.first) ?? storages[0]
  const of = (c: string): Storage => storages.find(s => s.columns.some(x => x.logical === c)) ?? missing(scan.of, c)
  const holding = unique(values.map(of))
  return holding.length === 0
    ? [first!].filter(s => s !== undefined)
    : holding.length === 1
      ? holding
      : unique([...(first !== undefined && holding.includes(first) ? [first] : []), ...holding])
}

function missing(of: Address, column: string): never {
  throw new InternalError(`no storage of ${of} holds '${column}'`)
}

export function grainNames(resource: Resource): readonly string[] {
  return [...resource.grain.keys, ...resource.grain.time].map(c => c.name)
}

/** The name of a logical column in a storage: grain columns by position, others by name. */
export function storedName(logical: string, resource: Resource, storage: Storage): string | null {
  const position = grainNames(resource).indexOf(logical)
  if (position >= 0) return storage.grainColumns[position] ?? logical
  return storage.columns.find(c => c.logical === logical)?.stored ?? (logical === 'computed_at' ? logical : null)
}

/** Column groups of a view: the first owns the rows. */
function joinedGroups(scan: Scan, resource: Resource, storages: readonly Storage[]): Select {
  const alias = (i: number): string => `s${i + 1}`
  const physical = (s: Storage): Relation => ({ kind: 'physical', of: { kind: 'relation', name: s.name } })
  const grain = grainNames(resource).filter(c => c !== 'feature_date')
  const on = (i: number): Term[] =>
    grain.map(c => call('eq', field(storedName(c, resource, storages[0]!)!, 's1'), field(storedName(c, resource, storages[i]!)!, alias(i))))
  const columns = scan.columns.map(c => {
    const i = storages.findIndex(s => storedName(c, resource, s) !== null)
    return named(c, field(storedName(c, resource, storages[i]!)!, alias(i)))
  })
  return select(as('s1', physical(storages[0]!)), columns, { joins: storages.slice(1).map((s, i) => join('inner', alias(i + 1), physical(s), on(i + 1))) })
}

/** State groups of a tile table: rows of one grain, each state taken from the group that holds it. */
function mergedTiles(scan: Scan, resource: Resource, storages: readonly Storage[]): Select {
  const grain = grainNames(resource)
  const typeOf = (c: string): Resource['columns'][number]['type'] => resource.columns.find(x => x.name === c)!.type
  const all = storages.map(s =>
    select(
      as('s', { kind: 'physical', of: { kind: 'relation', name: s.name } }),
      scan.columns.map(c => {
        const stored = storedName(c, resource, s)
        return named(c, stored === null ? literal(null, typeOf(c)) : field(stored, 's'))
      }),
    ),
  )
  const columns = scan.columns.map(c => named(c, grain.includes(c) ? field(c, 'u') : aggregate('max', [field(c, 'u')])))
  return select(as('u', { kind: 'union', all }), columns, { groupBy: grain.filter(c => scan.columns.includes(c)).map(c => field(c, 'u')) })
}
