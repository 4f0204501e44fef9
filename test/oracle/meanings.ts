import type { Scalar, WindowAggregate } from '../../compiler/ir/scalar.ts'
import type { Over } from './build.ts'
import { asOf, column, columns, day, entity, fn, hour, lit, over, source, types, view, when, whole, words } from './build.ts'
import type { OracleInput, RawRow } from './data.ts'
import type { Value } from './value.ts'
import { decimal, microsOf } from './value.ts'

/**
 * What the words of DESIGN.md section 5 mean, worked out by hand: ten events of one key, T, an expression, its value. The
 * oracle must meet this table, and so must what the compiler makes of it.
 */
export interface Meaning {
  readonly name: string
  /** T, a midnight. */
  readonly at: string
  readonly expr: Scalar
  readonly expected: Value
  readonly known?: 'corrected'
}

const key = { k: 'a' }
/** Ten events: a NULL (4), a tie (6, 7), a late one (8), one in the last microsecond before Jan 31 (9), one at Jan 31 itself (10). */
const ten: readonly RawRow[] = [
  { ...key, seq: 1, at: '2025-12-20T12:00', loaded: '2025-12-20T12:05', amount: '40.00', qty: 4, ok: true, tag: 'a' },
  { ...key, seq: 2, at: '2026-01-01', loaded: '2026-01-01T00:05', amount: '10.00', qty: 1, ok: true, tag: 'a' },
  { ...key, seq: 3, at: '2026-01-10', loaded: '2026-01-10T00:05', amount: '20.50', qty: 2, ok: true, tag: 'b' },
  { ...key, seq: 4, at: '2026-01-20T06:00', loaded: '2026-01-20T06:05', amount: null, qty: null, ok: null, tag: null },
  { ...key, seq: 5, at: '2026-01-24', loaded: '2026-01-24T00:05', amount: '30.00', qty: 3, ok: true, tag: 'b' },
  { ...key, seq: 6, at: '2026-01-25T12:00', loaded: '2026-01-25T12:05', amount: '5.00', qty: 5, ok: false, tag: 'c' },
  { ...key, seq: 7, at: '2026-01-25T12:00', loaded: '2026-01-25T12:06', amount: '7.50', qty: 7, ok: true, tag: 'a' },
  { ...key, seq: 8, at: '2026-01-29T18:00', loaded: '2026-02-02T09:00', amount: '100.00', qty: 9, ok: true, tag: 'd' },
  { ...key, seq: 9, at: '2026-01-30T23:59:59.999999', loaded: '2026-01-30T23:59:59.999999', amount: '12.25', qty: 6, ok: false, tag: 'c' },
  { ...key, seq: 10, at: '2026-01-31', loaded: '2026-01-31', amount: '1000.00', qty: 8, ok: true, tag: 'e' },
]
/** Rows of before March were loaded in bulk on the first of it; b3 came as promised, b4 came late, once arrival times were trusted. */
const bulk: readonly RawRow[] = [
  { ...key, seq: 1, at: '2026-01-10', loaded: '2026-03-01' },
  { ...key, seq: 2, at: '2026-01-11T12:00', loaded: '2026-03-01' },
  { ...key, seq: 3, at: '2026-01-11T06:00', loaded: '2026-01-11T08:00' },
  { ...key, seq: 4, at: '2026-01-10T01:00', loaded: '2026-03-05' },
]
/** Two rows in two versions each: the first is corrected from 10 to 15, the second turns out to be of the year before. */
const orders: readonly RawRow[] = [
  { ...key, id: 1, at: '2026-01-10', loaded: '2026-01-10T00:05', amount: '10.00' },
  { ...key, id: 1, at: '2026-01-10', loaded: '2026-01-20T00:05', amount: '15.00' },
  { ...key, id: 2, at: '2026-01-12', loaded: '2026-01-12T00:05', amount: '1.00' },
  { ...key, id: 2, at: '2025-11-01', loaded: '2026-01-22T00:05', amount: '1.00' },
]
/** silver was recorded two days late, gold corrects it, trial has an end. */
const people: readonly RawRow[] = [
  { ...key, from: '2026-01-01', to: null, known: '2026-01-01T00:10', tier: 'bronze' },
  { ...key, from: '2026-01-10', to: null, known: '2026-01-12', tier: 'silver' },
  { ...key, from: '2026-01-10', to: null, known: '2026-01-20', tier: 'gold' },
  { ...key, from: '2026-01-25', to: '2026-01-28', known: '2026-01-25', tier: 'trial' },
]

const on = [{ entity: 'thing', on: { k: 'k' } }]
const eventColumns = columns(
  { k: types.text, seq: types.int, at: types.time, loaded: types.time, amount: types.money, qty: types.int, ok: types.flag, tag: types.text },
  { whole: ['seq', 'at', 'loaded'] },
)
const events = { eventTime: 'at', knownTime: { column: 'loaded', trustedFrom: null }, tieBreak: ['seq'] }
const sources = [
  source('events', 'm.ten', on, eventColumns, events),
  source('events', 'm.since', on, eventColumns, { ...events, historyFrom: '2026-01-05' }),
  source('events', 'm.bulk', on, columns({ k: types.text, seq: types.int, at: types.time, loaded: types.time }, { whole: ['seq', 'at', 'loaded'] }), {
    ...events,
    knownTime: { column: 'loaded', trustedFrom: '2026-03-02' },
    lateness: '1d',
  }),
  source(
    'events',
    'm.orders',
    on,
    columns({ k: types.text, id: types.int, at: types.time, loaded: types.time, amount: types.money }, { whole: ['id', 'at', 'loaded'] }),
    { ...events, tieBreak: ['id'], rowKey: ['id'], dedupe: 'latest known' },
  ),
  source(
    'dimension',
    'm.people',
    on,
    columns({ k: types.text, from: types.time, to: types.time, known: types.time, tier: types.text }, { whole: ['from', 'known'] }),
    { validFrom: 'from', validTo: 'to', knownTime: { column: 'known', trustedFrom: null } },
  ),
  source('snapshot', 'm.cars', on, columns({ k: types.text, capacity: types.money, mileage: types.int }, { fixed: ['capacity'] }), {}),
]

const amount = column('m.ten', 'amount')
const qty = column('m.ten', 'qty')
const ok = column('m.ten', 'ok')
const tag = column('m.ten', 'tag')
const at = column('m.ten', 'at')
const tier = asOf(column('m.people', 'tier'))
const mileage = asOf(column('m.cars', 'mileage'))
const week: Over = { length: 7 * day }
const month: Over = { length: 30 * day }
const ever: Over = { length: 'lifetime' }

function ten7(aggregate: WindowAggregate['aggregate'], of: Scalar | null, more: Partial<Over> = {}): WindowAggregate {
  return over(aggregate, 'm.ten', of, { ...week, ...more })
}

function ten30(aggregate: WindowAggregate['aggregate'], of: Scalar | null, more: Partial<Over> = {}): WindowAggregate {
  return over(aggregate, 'm.ten', of, { ...month, ...more })
}

function row(name: string, on: string, expr: Scalar, expected: Value, known?: 'corrected'): Meaning {
  return { name, at: on, expr, expected, ...(known === undefined ? {} : { known }) }
}

const windows: readonly Meaning[] = [
  // [Jan 24, Jan 31): 5, 6, 7, 9; event 5 stands on the start (in), 10 on T (out), 8 is not known yet
  row('count_7d', '2026-01-31', ten7('count', null), 4n),
  // the same with event 8, which had happened
  row('count_7d_corrected', '2026-01-31', ten7('count', null), 5n, 'corrected'),
  // [Jan 1, Jan 31): 2, 3, 4, 5, 6, 7, 9; a row whose values are NULL is a row
  row('count_30d', '2026-01-31', ten30('count', null), 7n),
  // [Jan 26, Feb 2): 9, 10; event 8 becomes known at nine on Feb 2
  row('count_7d_before_late', '2026-02-02', ten7('count', null), 2n),
  // [Jan 27, Feb 3): 8, 9, 10
  row('count_7d_after_late', '2026-02-03', ten7('count', null), 3n),
  // [Jan 17, Jan 24): 4
  row('count_7d_offset_7d', '2026-01-31', ten7('count', null, { offset: 7 * day }), 1n),
  // known by T, not by T - offset: on Feb 5, [Jan 22, Jan 30) holds 5, 6, 7 and 8, which became known on Feb 2
  row('count_8d_offset_6d', '2026-02-05', ten7('count', null, { length: 8 * day, offset: 6 * day }), 4n),
  // [Jan 29 12:00, Jan 31): 9
  row('sum_36h', '2026-01-31', ten7('sum', amount, { length: 36 * hour }), decimal('12.25')),
  // with 8: 100 + 12.25
  row('sum_36h_corrected', '2026-01-31', ten7('sum', amount, { length: 36 * hour }), decimal('112.25'), 'corrected'),
  // [Jan 24 00:00, Jan 25 12:00): 5; the tie stands on the open end
  row('count_36h_offset_12h', '2026-01-26', ten7('count', null, { length: 36 * hour, offset: 12 * hour }), 1n),
  // all but 8 and 10
  row('count_lifetime', '2026-01-31', over('count', 'm.ten', null, ever), 8n),
  // all before Jan 24: 1, 2, 3, 4
  row('count_lifetime_offset_7d', '2026-01-31', over('count', 'm.ten', null, { ...ever, offset: 7 * day }), 4n),
  // the window starts on Jan 1, before history does
  row('count_30d_before_history', '2026-01-31', over('count', 'm.since', null, month), null),
  // what history there is, from Jan 5 on: 3, 4, 5, 6, 7, 9
  row('count_30d_partial', '2026-01-31', over('count', 'm.since', null, { ...month, partial: true }), 6n),
  // [Jan 5, Feb 4) starts with history: 3 to 10
  row('count_30d_from_history', '2026-02-04', over('count', 'm.since', null, month), 8n),
  // lifetime starts with history
  row('count_lifetime_history', '2026-01-31', over('count', 'm.since', null, ever), 6n),
  // rows before a source's `historyFrom` do not count for anything (first event, keys seen, values): event 1 of December is none
  row('first_of_history', '2026-01-31', over('first', 'm.since', column('m.since', 'amount'), ever), decimal('20.50')),
  // the default applies to the NULL of a window before history
  row('count_30d_history_default', '2026-01-31', fn('coalesce', over('count', 'm.since', null, month), whole(-1)), -1n),
  // b1 counts as known on Jan 11 00:00, which is not before T
  row('bulk_at_lateness', '2026-01-11', over('count', 'm.bulk', null, month), 0n),
  // b1 (Jan 11 00:00) and b3 (Jan 11 08:00); b2 counts as known at noon on Jan 12; b4 is trusted to be late
  row('bulk_after_lateness', '2026-01-12', over('count', 'm.bulk', null, month), 2n),
  // and b2
  row('bulk_next_day', '2026-01-13', over('count', 'm.bulk', null, month), 3n),
]

const groups: readonly Meaning[] = [
  // 10, 20.50, 30, 7.50, 12.25 are above 6; 5.00 is not; for the NULL the condition is NULL
  row('count_where', '2026-01-31', ten30('count', null, { where: fn('gt', amount, whole(6)) }), 5n),
  // the opposite of NULL is NULL: only 5.00
  row('count_where_not', '2026-01-31', ten30('count', null, { where: fn('not', fn('gt', amount, whole(6))) }), 1n),
  // 2, 3, 5, 7
  row('count_if', '2026-01-31', ten30('countIf', ok), 4n),
  row('count_empty', '2026-01-20', ten7('count', null, { length: day }), 0n),
  row('count_if_empty', '2026-01-20', ten7('countIf', ok, { length: day }), 0n),
  // 30 + 5 + 7.50 + 12.25
  row('sum_7d', '2026-01-31', ten7('sum', amount), decimal('54.75')),
  // the NULL is ignored: 10 + 20.50 + 54.75
  row('sum_30d', '2026-01-31', ten30('sum', amount), decimal('85.25')),
  // 3 + 5 + 7 + 6
  row('sum_integers', '2026-01-31', ten7('sum', qty), 21n),
  // only the NULL: no value, and a sum of nothing is NULL
  row('sum_of_null', '2026-01-31', ten7('sum', amount, { offset: 7 * day }), null),
  row('sum_empty', '2026-01-20', ten7('sum', amount, { length: day }), null),
  // 54.75 / 4
  row('avg_7d', '2026-01-31', ten7('avg', amount), 13.6875),
  // 85.25 / 6: the NULL counts neither above nor below
  row('avg_30d', '2026-01-31', ten30('avg', amount), 85.25 / 6),
  // true, true, NULL, true, false, true, false: 4 of 6
  row('rate_30d', '2026-01-31', ten30('rate', ok), 4 / 6),
  // only a NULL: 0 / 0
  row('rate_of_null', '2026-01-31', ten7('rate', ok, { offset: 7 * day }), null),
  // from 13.6875: 16.3125, -8.6875, -6.1875, -1.4375; squares sum to 381.921875; over n - 1 = 3
  row('variance_7d', '2026-01-31', ten7('variance', amount), 381.921875 / 3),
  row('stddev_7d', '2026-01-31', ten7('stddev', amount), Math.sqrt(381.921875 / 3)),
  row('volatility_7d', '2026-01-31', ten7('volatility', amount), Math.sqrt(381.921875 / 3) / 13.6875),
  // one value
  row('stddev_of_one', '2026-01-31', ten7('stddev', amount, { length: 36 * hour }), null),
  row('volatility_of_one', '2026-01-31', ten7('volatility', amount, { length: 36 * hour }), null),
  // 5.00 - 6.25 and 7.50 - 6.25 are -1.25 and 1.25: their mean is 0
  row('volatility_mean_0', '2026-01-26', ten7('volatility', fn('minus', amount, lit('6.25', types.money)), { length: day }), null),
  // [Jan 1, Jan 24): (0 days, 10), (9 days, 20.50); the NULL has no point
  row('slope_two', '2026-01-24', ten7('slope', amount, { length: 23 * day }), 10.5 / 9),
  // (0, 30), (1.5, 5), (1.5, 7.50): from 30 down to 6.25, the mean of the tie, in 1.5 days
  row('slope_tie', '2026-01-26', ten7('slope', amount, { length: 2 * day }), -23.75 / 1.5),
  // both at noon: x does not vary
  row('slope_one_moment', '2026-01-26', ten7('slope', amount, { length: day }), null),
  row('slope_of_one', '2026-01-31', ten7('slope', amount, { length: 36 * hour }), null),
]

const orderings: readonly Meaning[] = [
  row('min_30d', '2026-01-31', ten30('min', amount), decimal('5.00')),
  row('max_30d', '2026-01-31', ten30('max', amount), decimal('30.00')),
  row('max_text', '2026-01-31', ten30('max', tag), 'c'),
  row('min_of_null', '2026-01-31', ten7('min', amount, { offset: 7 * day }), null),
  // a tie of noon: seq 6 comes first, seq 7 last
  row('first_of_tie', '2026-01-26', ten7('first', amount, { length: day }), decimal('5.00')),
  row('last_of_tie', '2026-01-26', ten7('last', amount, { length: day }), decimal('7.50')),
  // [Dec 22, Jan 21): 2, 3, 4; the NULL of 4 is skipped
  row('last_skips_null', '2026-01-21', ten30('last', amount), decimal('20.50')),
  row('last_keeps_null', '2026-01-21', ten30('last', amount, { keepNulls: true }), null),
  // 9 at its last microsecond
  row('last_tag', '2026-01-31', ten7('last', tag), 'c'),
  // 9, 7, 6
  row('last_3', '2026-01-31', ten30('lastN', qty, { parameter: 3 }), { kind: 'json', value: [6, 7, 5] }),
  // 3, 2; and with the NULL of 4
  row('last_5_skips_null', '2026-01-21', ten30('lastN', tag, { parameter: 5 }), { kind: 'json', value: ['b', 'a'] }),
  row('last_2_keeps_null', '2026-01-21', ten30('lastN', tag, { parameter: 2, keepNulls: true }), { kind: 'json', value: [null, 'b'] }),
  row('last_3_empty', '2026-01-20', ten7('lastN', qty, { length: day, parameter: 3 }), null),
  // a, b, NULL, b, c, a, c
  row('count_distinct', '2026-01-31', ten30('countDistinct', tag), 3n),
  row('count_distinct_empty', '2026-01-20', ten7('countDistinct', tag, { length: day }), 0n),
  // 5, 7.50, 12.25, 30: halfway between 7.50 and 12.25
  row('median_7d', '2026-01-31', ten7('median', amount), 9.875),
  // position 0.9 * 3 = 2.7: 12.25 + 0.7 * 17.75
  row('percentile_90', '2026-01-31', ten7('percentile', amount, { parameter: 0.9 }), 24.675),
  // shares 1/4, 2/4, 3/4, 4/4: the first of at least a half; of at least nine tenths
  row('percentile_disc_50', '2026-01-31', ten7('percentileDisc', amount, { parameter: 0.5 }), decimal('7.50')),
  row('percentile_disc_90', '2026-01-31', ten7('percentileDisc', amount, { parameter: 0.9 }), decimal('30.00')),
  row('median_empty', '2026-01-20', ten7('median', amount, { length: day }), null),
]

/** Rows that come in versions. */
const versioned: readonly Meaning[] = [
  // 10 + 1, as they were known then
  row('sum_first_versions', '2026-01-15', over('sum', 'm.orders', column('m.orders', 'amount'), month), decimal('11.00')),
  // 15 takes the place of 10
  row('sum_corrected_version', '2026-01-21', over('sum', 'm.orders', column('m.orders', 'amount'), month), decimal('16.00')),
  // the second has left the window
  row('sum_moved_version', '2026-01-25', over('sum', 'm.orders', column('m.orders', 'amount'), month), decimal('15.00')),
  row('max_corrected_version', '2026-01-21', over('max', 'm.orders', column('m.orders', 'amount'), month), decimal('15.00')),
]

const expressions: readonly Meaning[] = [
  // ratio of two aggregates: 54.75 / 4
  row('ratio', '2026-01-31', fn('divide', ten7('sum', amount), ten7('count', null)), 13.6875),
  // nothing above 10000: by zero
  row('divide_by_zero', '2026-01-31', fn('divide', ten7('sum', amount), ten7('count', null, { where: fn('gt', amount, whole(10_000)) })), null),
  row('default_of_null', '2026-01-20', fn('coalesce', ten7('sum', amount, { length: day }), lit('0', types.money)), decimal('0.00')),
  // event 10 on Jan 31 00:00, one day before
  row('days_since', '2026-02-01', fn('elapsed', over('last', 'm.ten', at, ever), { kind: 'point' }, words('days')), 1),
  // NULL and true is NULL; NULL and false is false
  row('null_and_true', '2026-01-20', fn('and', fn('gt', ten7('sum', amount, { length: day }), whole(0)), lit(true, types.flag)), null),
  row('null_and_false', '2026-01-20', fn('and', fn('gt', ten7('sum', amount, { length: day }), whole(0)), lit(false, types.flag)), false),
  // greatest of NULL and a count is NULL; of the known ones it is the count
  row('greatest', '2026-01-31', fn('greatest', ten7('sum', qty, { offset: 7 * day }), ten7('count', null)), null),
  row('greatest_known', '2026-01-31', fn('greatestKnown', ten7('sum', qty, { offset: 7 * day }), ten7('count', null)), 4n),
  // 54.75 - 85.25 = -30.50; rounded away from zero
  row('round_half', '2026-01-31', fn('round', fn('minus', ten7('sum', amount), ten30('sum', amount)), whole(0)), decimal('-31')),
  row('floor_below_zero', '2026-01-31', fn('floor', fn('minus', ten7('sum', amount), ten30('sum', amount))), -31n),
  row('case_null', '2026-01-20', when(fn('gt', ten7('sum', amount, { length: day }), whole(0)), words('some'), words('none')), 'none'),
]

const attributes: readonly Meaning[] = [
  // bronze is known ten minutes after midnight
  row('tier_unknown', '2026-01-01', tier, null),
  row('tier_first', '2026-01-02', tier, 'bronze'),
  // silver holds since Jan 10, but nobody knows it yet
  row('tier_late', '2026-01-11', tier, 'bronze'),
  row('tier_known', '2026-01-13', tier, 'silver'),
  // the same validFrom, known later
  row('tier_corrected', '2026-01-21', tier, 'gold'),
  row('tier_trial', '2026-01-26', tier, 'trial'),
  // T < validTo no longer holds: the greatest of the others
  row('tier_after_end', '2026-01-28', tier, 'gold'),
  // the capture of Jan 10 01:00 is known after T
  row('mileage_before_capture', '2026-01-10', mileage, null),
  row('mileage_captured', '2026-01-11', mileage, 100n),
  row('mileage_until_next', '2026-01-20', mileage, 100n),
  row('mileage_next', '2026-01-21', mileage, 150n),
  // never changes: true of the time before the first capture
  row('capacity_fixed', '2026-01-05', asOf(column('m.cars', 'capacity')), decimal('9.50')),
]

export const meanings: readonly Meaning[] = [...windows, ...groups, ...orderings, ...expressions, ...attributes, ...versioned]

const captured = (now: string, mileageThen: number): { at: bigint; rows: readonly RawRow[] } => ({
  at: microsOf(now),
  rows: [{ ...key, capacity: '9.50', mileage: mileageThen }],
})

/** Rows of the table as one project: a feature per row, the corrected ones in a view of their own. */
export function meaningsInput(of: readonly Meaning[]): OracleInput {
  return {
    entities: [entity('thing', { k: types.text })],
    sources,
    views: [
      view('meanings', 'thing', featuresOf(of, undefined), { start: '2026-01-01' }),
      view('meanings_corrected', 'thing', featuresOf(of, 'corrected'), { start: '2026-01-01', known: 'corrected' }),
    ],
    rows: { 'm.ten': ten, 'm.since': ten, 'm.bulk': bulk, 'm.orders': orders, 'm.people': people },
    captures: { 'm.cars': [captured('2026-01-10T01:00', 100), captured('2026-01-20T01:00', 150), captured('2026-02-06T01:00', 180)] },
    runs: [
      { now: microsOf('2026-01-10T01:00'), to: microsOf('2026-01-10') },
      { now: microsOf('2026-01-20T01:00'), to: microsOf('2026-01-20') },
      { now: microsOf('2026-02-06T01:00'), to: microsOf('2026-02-05') },
    ],
  }
}

function featuresOf(of: readonly Meaning[], known: 'corrected' | undefined): Readonly<Record<string, Scalar>> {
  return Object.fromEntries(of.filter(m => m.known === known).map(m => [m.name, m.expr]))
}
