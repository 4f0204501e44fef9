import { day } from '../../compiler/base/duration.ts'
import { uniqueBy } from '../../compiler/base/group.ts'
import { isoOf, pointAt, secondsOf } from '../../compiler/base/instant.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import type { CatalogSource } from '../../compiler/ir/catalog.ts'
import type { Storage } from '../../compiler/ir/placed.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import { aggregate, as, bucketOf, call, named, param, select } from '../../compiler/ir/terms.ts'
import type { Lowered } from '../../compiler/lower/index.ts'
import { effectiveKnown, wholeRow } from '../../compiler/lower/row.ts'
import type { Bindings } from '../../compiler/plan/bind.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import type { CoverageIndex } from '../../compiler/plan/coverage.ts'
import type { Fill } from '../../compiler/plan/fill.ts'
import type { Held } from '../../compiler/plan/fills.ts'
import type { Driver } from '../driver/driver.ts'
import { inParallel } from '../driver/parallel.ts'
import type { Arrival } from '../state/arrivals.ts'

/** Days before what is computed that are looked at, beside the lateness of the source. */
const lookBack = 30 * day

export interface ArrivalsRequest {
  readonly driver: Driver
  readonly lowered: Lowered
  readonly bindings: Bindings
  readonly held: readonly Held[]
  readonly coverage: CoverageIndex
  readonly writable: (storage: Storage) => boolean
  readonly fills: readonly Fill[]
  readonly now: string
  readonly recorded: readonly Arrival[]
}

/** What a run has counted. */
export interface Counted {
  /** Days whose count is new or another one. */
  readonly changed: readonly Arrival[]
  /** By source: days before this one are not looked at. */
  readonly forgotten: ReadonlyMap<string, string>
}

interface Look {
  readonly source: CatalogSource
  /** Whether its known time counts. */
  readonly known: boolean
  /** What is computed up to here, once the run has ended. */
  readonly until: number
}

/**
 * Rows of events that became known before what is computed and were not there then. Counted by day within a bounded look-back:
 * a day is closed as soon as something is computed from it, or, without known time, when its lateness has passed.
 */
export async function countArrivals(request: ArrivalsRequest): Promise<Counted> {
  const looks = looksOf(request)
  const recorded = new Map(request.recorded.map(a => [`${a.source} ${a.day}`, a]))
  const forgotten = new Map<string, string>()
  const found = await inParallel(looks, request.driver.parallelism, async look => {
    const from = pointAt(look.until - lookBack - look.source.lateness, day)
    forgotten.set(nameOf(look), dayText(from))
    const counts = await countsOf(look, from, request)
    const days = new Set([...counts.keys(), ...request.recorded.filter(a => a.source === nameOf(look) && a.day >= dayText(from)).map(a => a.day)])
    const last = request.recorded.findLast(a => a.source === nameOf(look))
    return [...days].flatMap(d => {
      // A day without rows leaves no record: it was looked at when a later one was.
      const before = recorded.get(`${nameOf(look)} ${d}`) ?? (last !== undefined && d < last.day ? { ...last, day: d, rows: 0, breached: 0 } : undefined)
      const rows = counts.get(d) ?? 0
      const surplus = before !== undefined && isClosed(look, before) ? Math.max(0, rows - before.rows) : 0
      const next: Arrival = { source: nameOf(look), day: d, rows, breached: (before?.breached ?? 0) + surplus, seenTo: request.now }
      const same = before !== undefined && before.rows === rows && (isClosed(look, before) || !isClosed(look, next))
      return same ? [] : [next]
    })
  })
  return { changed: found.flat(), forgotten }
}

/** Each source once for each meaning of known that tiles of ours have. */
function looksOf({ lowered, held, coverage, writable, fills }: ArrivalsRequest): readonly Look[] {
  const looks = new Map<string, Look>()
  for (const { resource, storages } of held) {
    const table = lowered.tiles.get(resource.address)?.table
    if (table === undefined || !storages.some(writable)) continue
    const ends = [...storages.flatMap(s => coverage(s).map(c => c.to)), ...fills.filter(f => f.resource.address === resource.address).map(f => f.interval.to)]
    if (ends.length === 0) continue
    const look: Look = { source: table.source, known: table.known, until: pointAt(Math.max(...ends), day) }
    const other = looks.get(nameOf(look))
    looks.set(nameOf(look), other === undefined || other.until < look.until ? look : other)
  }
  return [...looks.values()]
}

function nameOf({ source, known }: Pick<Look, 'source' | 'known'>): string {
  return source.knownTime !== null && !known ? `${source.address} (corrected)` : source.address
}

function isClosed({ source, known }: Look, { day: of, seenTo }: Arrival): boolean {
  return known || secondsOf(seenTo) >= secondsOf(of) + day + source.lateness
}

async function countsOf({ source, known, until }: Look, from: number, { driver, bindings, now }: ArrivalsRequest): Promise<ReadonlyMap<string, number>> {
  const at = effectiveKnown(source, known, 's')
  const rows: Relation = { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }
  const where = [wholeRow(source, [], 's'), call('gte', at, param('from')), call('lt', at, param('to'))]
  const query = select(as('s', rows), [named('known_day', bucketOf(at, day)), named('n', aggregate('countAll', []))], { where, groupBy: [bucketOf(at, day)] })
  const bounds = { from: isoOf(from), to: isoOf(until), now }
  const found = await driver.query(printQuery(bindRelation(query, bindings), bindings.placement.dialect, bounds), `count the rows of ${source.name}`)
  return new Map(found.map(r => [String(r['known_day']).slice(0, 10), Number(r['n'])]))
}

function dayText(seconds: number): string {
  return isoOf(seconds).slice(0, 10)
}

/** What state takes up after a run, and what it then holds; `restated`: what came too late is in. */
export function afterRun(
  recorded: readonly Arrival[],
  { changed }: Counted,
  restated: boolean,
): { readonly written: readonly Arrival[]; readonly all: readonly Arrival[] } {
  const all = uniqueBy([...recorded, ...changed], a => `${a.source} ${a.day}`).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  if (!restated) return { written: changed, all }
  const settled = all.map(a => ({ ...a, breached: 0 }))
  return {
    written: settled.filter(
      a => changed.some(c => c.source === a.source && c.day === a.day) || recorded.some(r => r.breached > 0 && r.source === a.source && r.day === a.day),
    ),
    all: settled,
  }
}

/** Rows of one source that are in no value because they came too late. */
export interface Breach {
  readonly source: string
  readonly rows: number
  /** The first and the last day on which they became known. */
  readonly from: string
  readonly to: string
}

export function breachesIn(arrivals: readonly Arrival[]): readonly Breach[] {
  const found = new Map<string, Breach>()
  for (const { source, day: of, breached } of arrivals) {
    if (breached === 0) continue
    const before = found.get(source)
    found.set(source, { source, rows: (before?.rows ?? 0) + breached, from: before?.from ?? of, to: of })
  }
  return [...found.values()]
}
