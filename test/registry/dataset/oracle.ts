import type { Row, Value } from '../../../registry/driver/driver.ts'

// What a training set has to hold, worked out row by row from raw rows and from what views show: shares no code with the compiler.

export interface Asked {
  readonly now: number
  readonly known: number
  readonly ttl: number | null
  readonly split: { readonly train: number; readonly validation: number; readonly gap: number; readonly by: readonly string[] }
  readonly from: number
  readonly to: number
  readonly exact: boolean
}

export const at = (v: Value | undefined): number => Date.parse(String(v)) / 1000
export const day = 86_400

export interface ShownView {
  readonly keys: readonly (readonly [key: string, column: string])[]
  readonly every: number
  readonly availableAfter: number
  /** Covered points, in seconds. */
  readonly points: ReadonlySet<number>
  readonly rows: readonly Row[]
  /** Column -> empty value. */
  readonly empty: Readonly<Record<string, Value>>
}

/** The rows that have to be there, in no order. */
export function expectedRows(
  calls: readonly Row[],
  orders: readonly Row[],
  views: readonly ShownView[],
  asked: Asked,
  keep: readonly string[],
): readonly Row[] {
  const known = calls.filter(c => c['called_at'] !== null && at(c['loaded_at']) < asked.known)
  const seen = orders.filter(o => at(o['loaded_at']) < asked.known)
  const newest = Math.max(...seen.map(o => at(o['loaded_at'])))
  const horizon = Math.min(asked.known, newest) - 2 * day
  return known.flatMap((call): Row[] => {
    const t = at(call['called_at'])
    if (t < asked.from || t >= asked.to || t + 7 * day > horizon) return []
    const part = partOf(call, known, asked)
    if (part === null) return []
    const label = labelOf(call, seen, t)
    const features = asked.exact ? [exactValues(call, orders, t)] : views.map(v => valuesAt(v, call, t, asked.ttl ?? 2 * v.every))
    return [Object.assign(Object.fromEntries([...keep, 'called_at'].map(c => [c, call[c] ?? null])), { split: part, label }, ...features) as Row]
  })
}

function partOf(call: Row, all: readonly Row[], { split }: Asked): string | null {
  const group = all.filter(c => split.by.every(b => c[b] === call[b]))
  const t = split.by.length === 0 ? at(call['called_at']) : Math.min(...group.map(c => at(c['called_at'])))
  for (const [border, part] of [
    [split.train, 'train'],
    [split.validation, 'validation'],
  ] as const) {
    if (t < border) return split.gap > 0 && t + split.gap > border ? null : part
  }
  return 'test'
}

/** More than 50 in the week from the call on; NULL where nothing is known of a sum. */
function labelOf(call: Row, orders: readonly Row[], t: number): Value {
  const amounts = orders
    .filter(o => o['customer_id'] === call['customer_id'] && at(o['at']) >= t && at(o['at']) < t + 7 * day && o['amount'] !== null)
    .map(o => Math.round(Number(o['amount']) * 100))
  return amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0) > 5000
}

function valuesAt(v: ShownView, call: Row, t: number, limit: number): Row {
  const points = [...v.points].filter(p => p <= t - v.availableAfter)
  const point = points.length === 0 ? null : Math.max(...points)
  const columns = Object.keys(v.empty)
  if (point === null || point < t - limit) return Object.fromEntries(columns.map(c => [c, null]))
  const row = v.rows.find(r => at(r['feature_time']) === point && v.keys.every(([key, column]) => call[column] !== null && r[key] === call[column]))
  return Object.fromEntries(columns.map(c => [c, row === undefined ? v.empty[c]! : row[c]!]))
}

/** Windows that end at the call itself, of what was known then. */
function exactValues(call: Row, orders: readonly Row[], t: number): Row {
  const within = (days: number, keys: readonly (readonly [order: string, call: string])[]): readonly Row[] =>
    orders.filter(o => at(o['at']) >= t - days * day && at(o['at']) < t && at(o['loaded_at']) < t && keys.every(([a, b]) => o[a] === call[b]))
  const amounts = (rows: readonly Row[]): readonly number[] => rows.flatMap(o => (o['amount'] === null ? [] : [Math.round(Number(o['amount']) * 100)]))
  const sum = (values: readonly number[]): Value => (values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / 100)
  const [person, place] = [
    [['customer_id', 'customer_id']],
    [
      ['to_country', 'from_country'],
      ['to_town', 'from_town'],
    ],
  ] as const
  const most = amounts(within(14, person))
  return {
    orders_7d: within(7, person).length,
    amount_7d: sum(amounts(within(7, person))),
    most_14d: most.length === 0 ? -1 : Math.max(...most) / 100,
    place_orders_2d: within(2, place).length,
    place_amount_2d: sum(amounts(within(2, place))),
  }
}

/** One text for a row, so that sets of rows can be compared. */
export function textOf(row: Row): string {
  return JSON.stringify(
    Object.entries(row)
      .map(
        ([c, v]) => [c, typeof v === 'string' && /^-?\d+(\.\d+)?$/.test(v) ? Number(v) : typeof v === 'string' && /^\d{4}-.*Z$/.test(v) ? at(v) : v] as const,
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
