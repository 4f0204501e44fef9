import type { Address } from '../../compiler/base/address.ts'
import { isoOf } from '../../compiler/base/instant.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import type { Storage } from '../../compiler/ir/placed.ts'
import type { Relation, Select } from '../../compiler/ir/relation.ts'
import { stepOf } from '../../compiler/ir/resource.ts'
import { aggregate, as, call, field, instant, named, select } from '../../compiler/ir/terms.ts'
import type { Lowered } from '../../compiler/lower/index.ts'
import { happened } from '../../compiler/lower/row.ts'
import type { TileTable } from '../../compiler/lower/tile-table.ts'
import { scanTiles } from '../../compiler/lower/window-slot.ts'
import type { Bindings } from '../../compiler/plan/bind.ts'
import { bindRelation, storedName } from '../../compiler/plan/bind.ts'
import type { Arrived, Sizes } from '../../compiler/plan/chunks.ts'
import type { CoverageIndex } from '../../compiler/plan/coverage.ts'
import type { Fill } from '../../compiler/plan/fill.ts'
import type { Driver, Row } from '../driver/driver.ts'
import { inParallel } from '../driver/parallel.ts'
import { secondsOf } from '../../compiler/base/instant.ts'

export interface SizeRequest {
  readonly driver: Driver
  readonly lowered: Lowered
  readonly bindings: Bindings
  readonly coverage: CoverageIndex
  /** Short fills too. */
  readonly all: boolean
}

/**
 * How much the fills of more than one point are: by what is stored where something is, so that a new window reads no raw
 * row for it; else by the keys and rows of the sources.
 */
export async function measured(fills: readonly Fill[], request: SizeRequest): Promise<Sizes> {
  const long = fills.filter(({ resource, interval }) => {
    const every = stepOf(resource.filling)
    return every > 0 && (request.all || interval.to - interval.from > every)
  })
  const views = new Set(long.flatMap(({ resource }) => viewsOf(resource)))
  const tiles = new Map(long.filter(f => f.resource.filling.by === 'known time').map(f => [f.resource.address, f]))
  const rows = new Map<Address, number | null>()
  const arrived = new Map<Address, Arrived | null>()
  await inParallel([...views], request.driver.parallelism, async v => rows.set(v, await rowsOfView(v, request)))
  await inParallel([...tiles], request.driver.parallelism, async ([of, fill]) => arrived.set(of, await arrivedIn(fill, request)))
  return { rowsAtPoint: v => rows.get(v) ?? null, arrived: t => arrived.get(t) ?? null }
}

function viewsOf({ address, filling, uses }: Fill['resource']): readonly Address[] {
  if (filling.by === 'points') return [address]
  return filling.by === 'dates' ? uses.map(u => u.on) : []
}

/** Rows at the newest point that is computed; before there is any, the keys that may have one. */
async function rowsOfView(view: Address, request: SizeRequest): Promise<number | null> {
  const { bindings, coverage, lowered } = request
  const first = bindings.storages(view).find(s => s.first)
  const last = first === undefined ? undefined : coverage(first).at(-1)
  const { population, every } = lowered.views.get(view)!
  if (first !== undefined && last !== undefined) return countOf(atPoint(view, first, last.to - every, request), request)
  if (population.kind === 'one') return 1
  let keys = 0
  for (const table of population.events) keys += await countOf(keysOf(table, request), request)
  for (const { source, on } of [...population.dimensions, ...population.snapshots])
    keys += await countOf(distinct({ kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }, on), request)
  return keys
}

function atPoint(view: Address, storage: Storage, point: number, { bindings }: SizeRequest): Relation {
  const at = field(storedName('feature_time', bindings.resource(view), storage)!, 's')
  return select(as('s', { kind: 'physical', of: { kind: 'relation', name: storage.name } }), [named('feature_time', at)], {
    where: [call('eq', at, instant(isoOf(point)))],
  })
}

/** Of the tiles where they are there, else of the source. */
function keysOf(table: TileTable, { bindings, coverage }: SizeRequest): Relation {
  const stored = bindings.storages(table.address).some(s => coverage(s).length > 0)
  return distinct(stored ? scanTiles(table, []) : { kind: 'source', of: table.source.address, columns: table.source.columns.map(c => c.name) }, table.on)
}

function distinct(of: Relation, on: readonly string[]): Select {
  return select(
    as('s', of),
    on.map(k => named(k, field(k, 's'))),
    { distinct: true },
  )
}

async function countOf(rows: Relation, request: SizeRequest): Promise<number> {
  const [row] = await ask(select(as('r', rows), [named('n', aggregate('countAll', []))]), request)
  return Number(row!['n'])
}

async function arrivedIn(fill: Fill, request: SizeRequest): Promise<Arrived | null> {
  const { source } = request.lowered.tiles.get(fill.resource.address)!.table
  const at = field(happened(source), 's')
  const rows: Relation = { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }
  const since = fill.interval.from < 0 ? [] : [call('gte', at, instant(isoOf(fill.interval.from - source.lateness)))]
  const [row] = await ask(select(as('s', rows), [named('n', aggregate('countAll', [])), named('first', aggregate('min', [at]))], { where: since }), request)
  const first = row?.['first']
  return typeof first === 'string' ? { rows: Number(row!['n']), first: secondsOf(first) } : null
}

function ask(query: Relation, { driver, bindings }: SizeRequest): Promise<readonly Row[]> {
  return driver.query(printQuery(bindRelation(query, bindings), bindings.placement.dialect, null), 'look how much there is to compute')
}
