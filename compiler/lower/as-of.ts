import { unique } from '../base/group.ts'
import type { Seconds } from '../base/duration.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import type { Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { as, ascending, bucketOf, call, choose, descending, field, fields, integer, join, later, leastFirst, named, over, part, select } from '../ir/terms.ts'
import { effectiveKnown, happened, wholeRow } from './row.ts'
import { newestRows, showsVersions, versionSpans, wasNewest } from './row-versions.ts'
import type { Part } from './window-slot.ts'

/**
 * The row of a dimension, or the capture of a snapshot, as of each point: (keys, feature_time, `column(c)` of each
 * column). A row enters at the first point where it is valid and known; it shows until a newer one enters. Rows that
 * enter behind a newer one never show.
 */
export interface AsOf {
  readonly part: string
  readonly parts: readonly Part[]
}

/** The name under which a raw column stands beside the keys, which may be called like another column of the source. */
export function column(name: string): string {
  return `_${name}`
}

interface VersionRows {
  readonly from: Relation
  readonly keys: readonly Named[]
  readonly where: readonly Term[]
  readonly enters: Term
  /** Ascending: the last one is the newest. */
  readonly order: readonly Term[]
  readonly columns: readonly string[]
  /** A row with this column at or before a point does not show there, and uncovers an older one. */
  readonly expires: string | null
  /** The first point at which a newer version of the same row is known; null where rows come in no versions. */
  readonly superseded: Term | null
}

export interface AsOfRequest {
  readonly name: string
  readonly source: CatalogSource
  readonly on: readonly string[]
  readonly keys: readonly string[]
  readonly every: Seconds
  readonly columns: readonly string[]
}

/** Rows with validFrom <= T, known < T and T < validTo: the one with the greatest (validFrom, known time, tie-break). */
export function dimensionAsOf(request: AsOfRequest, known: boolean): AsOf {
  const { source, on, keys, every } = request
  const validFrom = field(happened(source), 's')
  const stamp = source.knownTime === null ? [] : [field(source.knownTime.column, 's')]
  const versions = showsVersions(source, known)
  return atPoints(request.name, keys, {
    from: versions ? versionSpans(source) : newestRows(source),
    keys: keys.map((k, i) => named(k, field(on[i]!, 's'))),
    where: [wholeRow(source, on, 's'), ...(versions ? [wasNewest('s')] : [])],
    enters: versionEnters(source, known, every),
    superseded: versions ? supersededFrom(every) : null,
    order: [validFrom, ...stamp, ...source.tieBreak.map(t => field(t, 's'))],
    columns: unique([...request.columns, ...[source.validTo, source.deletedWhen].filter(c => c !== null)]),
    expires: source.validTo,
  })
}

/** Captures: each is valid and known from the run that took it. */
export function captureAsOf(request: AsOfRequest, captures: Relation): AsOf {
  const { on, keys, every } = request
  const at = field('captured_at', 's')
  return atPoints(request.name, keys, {
    from: captures,
    keys: keys.map((k, i) => named(k, field(on[i]!, 's'))),
    where: on.map(k => call('not', call('isNull', field(k, 's')))),
    enters: later(bucketOf(at, every), every),
    order: [at],
    columns: unique([...request.columns, 'is_deleted']),
    expires: null,
    superseded: null,
  })
}

/** The first point at which the newer version of a row is known; NULL where there is none. */
export function supersededFrom(every: Seconds): Term {
  return later(bucketOf(field('_until', 's'), every), every)
}

/** The first point at which a row is valid (validFrom <= T) and known (known < T); without known time it is known when it happened. */
export function versionEnters(source: CatalogSource, known: boolean, every: Seconds): Term {
  const validFrom = field(happened(source), 's')
  const floor = bucketOf(validFrom, every)
  if (!known || source.knownTime === null) return later(floor, every)
  const valid = choose<TermLeaf>(call('eq', floor, validFrom), floor, later(floor, every))
  return call('greatest', valid, later(bucketOf(effectiveKnown(source, true, 's'), every), every))
}

function atPoints(name: string, keys: readonly string[], rows: VersionRows): AsOf {
  const entering = `${name}_entering`
  const rank = over(
    'rowNumber',
    [],
    rows.keys.map(k => k.expr),
    rows.order.map(leastFirst),
    null,
  )
  const own = rows.columns.map(c => named(column(c), field(c, 's')))
  const superseded = rows.superseded === null ? [] : [named('superseded', rows.superseded)]
  const columns = [...rows.keys, named('enters', rows.enters), named('version_rank', rank), ...superseded, ...own]
  const entered = select(as('s', rows.from), columns, { where: rows.where })
  const ends = [...(rows.expires === null ? [] : [column(rows.expires)]), ...(rows.superseded === null ? [] : ['superseded'])]
  const shown = ends.length === 0 ? newestShown(name, keys, rows.columns) : unexpiredShown(name, keys, rows.columns, ends)
  return { part: name, parts: [{ name: entering, of: entered }, ...shown] }
}

/** Without expiry the newest row so far is known as rows enter: it shows until the next newest one. */
function newestShown(name: string, keys: readonly string[], columns: readonly string[]): readonly Part[] {
  const [entering, newest, kept] = [`${name}_entering`, `${name}_newest`, `${name}_kept`]
  const own = columns.map(column)
  const partition = keys.map(k => field(k))
  const inOrder = [ascending(field('enters')), ascending(field('version_rank'))]
  const best = over('max', [field('version_rank')], partition, inOrder, { preceding: 'unbounded' })
  const until = over('lead', [field('enters')], partition, inOrder, null)
  const ranked = select(as('e', part(entering)), [...fields([...keys, 'enters', 'version_rank', ...own]), named('best_rank', best)])
  const spans = select(as('e', part(newest)), [...fields([...keys, 'enters', ...own]), named('until', until)], {
    where: [call('eq', field('version_rank'), field('best_rank'))],
  })
  const point = field('feature_time', 'p')
  const shows = [call('gte', point, field('enters', 'e')), call<TermLeaf>('or', call('isNull', field('until', 'e')), call('lt', point, field('until', 'e')))]
  const shown = select(as('e', part(kept)), [...fields(keys, 'e'), named('feature_time', point), ...fields(own, 'e')], {
    joins: [join('inner', 'p', part('points'), shows)],
  })
  return [
    { name: newest, of: ranked },
    { name: kept, of: spans },
    { name, of: shown },
  ]
}

/** With ends an older row may show again: each point chooses among all rows that have entered and not ended. */
function unexpiredShown(name: string, keys: readonly string[], columns: readonly string[], ends: readonly string[]): readonly Part[] {
  const own = columns.map(column)
  const point = field('feature_time', 'p')
  const goesOn = ends.map(e => call<TermLeaf>('or', call('isNull', field(e, 'e')), call('lt', point, field(e, 'e'))))
  const shows = [call('gte', point, field('enters', 'e')), ...goesOn]
  const rank = over('rowNumber', [], [...keys.map(k => field(k, 'e')), point], [descending(field('version_rank', 'e'))], null)
  const shown = select(as('e', part(`${name}_entering`)), [...fields(keys, 'e'), named('feature_time', point), ...fields(own, 'e')], {
    joins: [join('inner', 'p', part('points'), shows)],
    qualify: [call('eq', rank, integer(1))],
  })
  return [{ name, of: shown }]
}

/** The newest capture of each key, whatever the point: for columns that never change. */
export function newestCapture(request: Omit<AsOfRequest, 'every'>, captures: Relation): AsOf {
  const rank = over(
    'rowNumber',
    [],
    request.on.map(k => field(k, 's')),
    [descending(field('captured_at', 's'))],
    null,
  )
  const keys = request.keys.map((k, i) => named(k, field(request.on[i]!, 's')))
  const newest = select(as('s', captures), [...keys, ...request.columns.map(c => named(column(c), field(c, 's')))], {
    where: [call('not', field('is_deleted', 's'))],
    qualify: [call('eq', rank, integer(1))],
  })
  return { part: request.name, parts: [{ name: request.name, of: newest }] }
}
