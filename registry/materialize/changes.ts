import type { Address } from '../../compiler/base/address.ts'
import { isoOf, pointAt, pointFrom, secondsOf } from '../../compiler/base/instant.ts'
import type { Interval } from '../../compiler/base/interval.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import type { Storage } from '../../compiler/ir/placed.ts'
import { stepOf } from '../../compiler/ir/resource.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import { as, call, field, named, param, select } from '../../compiler/ir/terms.ts'
import type { State } from '../../compiler/ir/state.ts'
import type { Lowered } from '../../compiler/lower/index.ts'
import { changedFirsts, changedTiles } from '../../compiler/lower/tile-changes.ts'
import type { TileTable } from '../../compiler/lower/tile-table.ts'
import type { Bindings } from '../../compiler/plan/bind.ts'
import { bindRelation, grainNames, storedName } from '../../compiler/plan/bind.ts'
import type { CoverageIndex } from '../../compiler/plan/coverage.ts'
import type { Held } from '../../compiler/plan/fills.ts'
import type { Driver, Row } from '../driver/driver.ts'
import { inParallel } from '../driver/parallel.ts'

/** Event tiles of a table, from the beginning of the first to the end of the last, whose rows are others today. */
export interface ChangedTile {
  readonly event: Interval
  /** When the rows became known: the beginning of a known tile. */
  readonly known: number
  /** The contract allows the change; else it only enters by a restatement. */
  readonly allowed: boolean
}

/** Keys live otherwise in [from, to). */
export interface ChangedLife extends Interval {
  readonly allowed: boolean
}

export interface TableChanges {
  readonly table: TileTable
  readonly tiles: readonly ChangedTile[]
  readonly lives: readonly ChangedLife[]
}

export interface ChangesRequest {
  readonly driver: Driver
  readonly lowered: Lowered
  readonly bindings: Bindings
  readonly held: readonly Held[]
  readonly state: State
  readonly coverage: CoverageIndex
  readonly writable: (storage: Storage) => boolean
  readonly now: string
  /** Look at all that is computed, whatever the contracts say, of these tables; null: only at what may still change. */
  readonly restated: ((tiles: Address) => boolean) | null
  /** Tables that a run is not about are not looked at: what changed in them waits for a run that is. */
  readonly concerns: (tiles: Address) => boolean
}

/** Known times begin here: earlier than any event. */
const beginning = -62_135_596_800

/**
 * Which tiles are not what the sources give today. Looked at is what a source without known time may still bring, the span of its
 * lateness before what was known; a restatement looks at everything.
 */
export async function changedTables(request: ChangesRequest): Promise<ReadonlyMap<Address, TableChanges>> {
  const known = knownTo(request.state)
  const looks = request.held.flatMap(({ resource, storages }) => {
    const plan = request.lowered.tiles.get(resource.address)
    return plan === undefined || !request.concerns(resource.address)
      ? []
      : storages.filter(request.writable).flatMap(storage => lookAt(storage, plan.table, known, request))
  })
  const found = await inParallel(looks, request.driver.parallelism, look => changesIn(look, request))
  const all = new Map<Address, TableChanges>()
  for (const changes of found) {
    if (changes.tiles.length === 0) continue
    const { address } = changes.table
    const before = all.get(address)
    all.set(address, { table: changes.table, tiles: [...(before?.tiles ?? []), ...changes.tiles], lives: [...(before?.lives ?? []), ...changes.lives] })
  }
  return all
}

/** The greatest known-to of each storage, whatever its feature_type. */
export function knownTo(state: State): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const c of state.coverage) {
    const generation = c.storage.split('#')[0]!
    found.set(generation, Math.max(found.get(generation) ?? 0, secondsOf(c.knownTo)))
  }
  return found
}

interface Look {
  readonly storage: Storage
  readonly table: TileTable
  readonly span: Interval
  /** Before it nothing changes by contract. */
  readonly open: number
}

function lookAt(storage: Storage, table: TileTable, known: ReadonlyMap<string, number>, request: ChangesRequest): readonly Look[] {
  const before = known.get(storage.generation)
  const end = endOf(storage, table, request)
  if (before === undefined || end === undefined) return []
  const { lateness } = table.source
  const mayChange = !table.known && lateness > 0 && secondsOf(request.now) > before
  const open = mayChange ? pointAt(before - lateness, table.every) : Number.MAX_SAFE_INTEGER
  if (request.restated?.(table.address) === true) return [{ storage, table, span: { from: beginning, to: end }, open }]
  return open < end ? [{ storage, table, span: { from: open, to: end }, open }] : []
}

/** Up to where tiles were computed: also those that a run which was cut off had begun to compute again, and that points rest on. */
function endOf(storage: Storage, table: TileTable, { held, coverage }: ChangesRequest): number | undefined {
  const readers = held.filter(h => h.resource.filling.by === 'points' && h.resource.uses.some(u => u.on === table.address))
  const points = readers.flatMap(h => h.storages.flatMap(s => coverage(s)).map(c => pointFrom(c.to - stepOf(h.resource.filling), table.every)))
  const ends = [...coverage(storage).map(c => c.to), ...points]
  return ends.length === 0 ? undefined : Math.max(...ends)
}

async function changesIn({ storage, table, span, open }: Look, request: ChangesRequest): Promise<TableChanges> {
  const states = request.lowered.tiles.get(table.address)!.states.filter(s => storage.columns.some(c => c.logical === s.name))
  const stored = (within: boolean): Relation => storedTiles(table, storage, request.bindings, within)
  const ask = (relation: Relation): Promise<readonly Row[]> => {
    const { bindings, now, driver } = request
    const bounds = { from: isoOf(span.from), to: isoOf(span.to), now }
    return driver.query(printQuery(bindRelation(relation, bindings), bindings.placement.dialect, bounds), `look what changed in ${table.source.name}`)
  }
  const rows = await ask(changedTiles(table, states, stored(true)))
  const tiles = rows.map((row): ChangedTile => {
    const [from, known] = [secondsOf(String(row['event_tile'])), secondsOf(String(row['known_tile']))]
    return { event: { from, to: from + table.tile }, known, allowed: known >= open }
  })
  if (tiles.length === 0 || !storage.first || !tellsKeys(table.address, request.lowered)) return { table, tiles, lives: [] }
  const firsts = await ask(changedFirsts(table, states, stored(true), stored(false)))
  const lives = firsts.map((row): ChangedLife => {
    const from = secondsOf(String(row['seen']))
    const until = row['first_seen']
    return { from, to: typeof until === 'string' ? secondsOf(until) : Number.MAX_SAFE_INTEGER, allowed: from > open }
  })
  return { table, tiles, lives }
}

function tellsKeys(tiles: Address, lowered: Lowered): boolean {
  return [...lowered.views.values()].some(v => v.population.events.some(t => t.address === tiles))
}

function storedTiles(table: TileTable, storage: Storage, bindings: Bindings, within: boolean): Relation {
  const resource = bindings.resource(table.address)
  const at = field(storedName('known_tile', resource, storage)!, 's')
  const names = [...grainNames(resource), ...storage.columns.map(c => c.logical)]
  return select(
    as('s', { kind: 'physical', of: { kind: 'relation', name: storage.name } }),
    names.map(n => named(n, field(storedName(n, resource, storage)!, 's'))),
    { where: within ? [call('gte', at, param('from')), call('lt', at, param('to'))] : [] },
  )
}
