import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Compiled } from '../../compiler/index.ts'
import type { Row } from '../../registry/driver/driver.ts'
import { generateLogistics } from '../../registry/fixture/logistics.ts'
import { applied, inWarehouse, materialized, rowsOf, sessionFor } from '../support/warehouse.ts'
import { platform } from './platform.ts'

/** Seconds by themselves, longer beside everything else. */
vi.setConfig({ testTimeout: 180_000 })

const until = '2026-03-01'
const raw = generateLogistics({ until, customers: 60, vehicles: 15, deliveries: 4000, days: 140, routes: 12 })

/** A source: which of its columns say when a row happened and which row it is, how to change its values, and what else makes a row one of the past. */
interface Future {
  readonly table: string
  readonly happened: string
  readonly id: string | null
  readonly change: string
  /** A row that happened at T counts at T: the start of validity of a dimension. */
  readonly inclusive?: boolean
  readonly past?: (t: string) => string
}

const futures: readonly Future[] = [
  {
    table: 'orders',
    happened: 'ordered_at',
    id: 'order_id',
    change: "order_value_usd = order_value_usd * 3 + 1, ordered_at = ordered_at + INTERVAL 7 HOUR, loaded_at = loaded_at + INTERVAL 7 HOUR, channel = 'phone'",
  },
  {
    table: 'payments',
    happened: 'paid_at',
    id: 'payment_id',
    change: 'paid_at = paid_at + INTERVAL 9 DAY, loaded_at = loaded_at + INTERVAL 9 DAY, amount_usd = 1',
  },
  {
    table: 'deliveries',
    happened: 'delivered_at',
    id: 'delivery_id',
    change:
      "on_time = NOT coalesce(on_time, false), km = km * 2, fuel_l = fuel_l * 5, cost_usd = cost_usd * 2 + 9, picked_up_at = picked_up_at - INTERVAL 5 HOUR, status = CASE WHEN status = 'done' THEN 'returned' ELSE status END, weight_kg = 1, route_id = planned_route_id, loaded_at = loaded_at + INTERVAL 3 HOUR",
    past: t => `status = 'lost' AND promised_at + INTERVAL 7 DAY < ${t} AND loaded_at < ${t}`,
  },
  { table: 'odometer', happened: 'read_at', id: null, change: 'odometer_miles = odometer_miles * 2' },
  {
    table: 'maintenance',
    happened: 'done_at',
    id: 'maintenance_id',
    change: "odometer_miles = odometer_miles + 500, done_at = done_at + INTERVAL 2 DAY, loaded_at = loaded_at + INTERVAL 2 DAY, kind = 'service'",
  },
  {
    table: 'weather',
    happened: 'observed_at',
    id: null,
    change: 'temperature_c = temperature_c / 2, precipitation_mm = precipitation_mm + 30, wind_kmh = wind_kmh + 20',
  },
  {
    table: 'customers',
    happened: 'valid_from',
    id: null,
    inclusive: true,
    change:
      "tier = 'platinum', industry = 'food', payment_terms = 'net60', credit_limit_usd = 1, signed_up_at = signed_up_at - INTERVAL 300 DAY, is_deleted = NOT is_deleted",
  },
  {
    table: 'routes',
    happened: 'valid_from',
    id: null,
    inclusive: true,
    change: "region = 'R01', distance_km = distance_km + 40, stops = stops + 3, urban_share = 0.9, free_flow_hours = free_flow_hours + 2, climb_m_per_km = 20",
  },
]

/** Rows that happened or became known at or after T: some go, others change; and late ones of before T turn up, known from T on. */
function mutations(day: string): readonly string[] {
  const t = `TIMESTAMP '${day}'`
  return futures
    .flatMap(({ table, happened, id, change, inclusive, past }) => {
      const future = `(${happened} ${inclusive === true ? '>' : '>='} ${t} OR ${happened} IS NULL OR loaded_at >= ${t})${past === undefined ? '' : ` AND NOT (${past(t)})`}`
      const draw = `hash(${id ?? happened}, loaded_at) % 4`
      const own = id === null ? '' : `, 'new-' || ${id} AS ${id}`
      return [
        `CREATE TEMP TABLE late AS SELECT * REPLACE (${t} AS loaded_at${own}) FROM raw.${table} WHERE ${happened} >= ${t} - INTERVAL 25 DAY AND ${happened} < ${t}`,
        `CREATE TEMP TABLE later AS SELECT * REPLACE (greatest(${happened}, ${t}) + INTERVAL 26 HOUR AS ${happened}, greatest(loaded_at, ${t}) + INTERVAL 27 HOUR AS loaded_at${own}) FROM raw.${table} WHERE ${happened} >= ${t} - INTERVAL 40 DAY`,
        `DELETE FROM raw.${table} WHERE ${future} AND ${draw} = 0`,
        `UPDATE raw.${table} SET ${change} WHERE ${future} AND ${draw} IN (1, 2)`,
        `INSERT INTO late SELECT * FROM later`,
        `UPDATE late SET ${change}`,
        `UPDATE late SET loaded_at = ${t} WHERE loaded_at < ${t}`,
        `INSERT INTO raw.${table} SELECT * FROM late`,
        'DROP TABLE late',
        'DROP TABLE later',
      ]
    })
    .concat([
      `INSERT INTO raw.deliveries SELECT * REPLACE ('gone-' || delivery_id AS delivery_id, 'lost' AS status, TIMESTAMP '${day}' AS promised_at, NULL AS delivered_at, TIMESTAMP '${day}' AS loaded_at) FROM raw.deliveries LIMIT 50`,
      "UPDATE raw.vehicles SET status = 'idle', mileage = coalesce(mileage, 0) + 7, home_region = 'R99'",
      "INSERT INTO raw.vehicles SELECT * REPLACE ('VEH_NEW' AS vehicle_id) FROM raw.vehicles LIMIT 1",
    ])
}

type Views = Readonly<Record<string, readonly Row[]>>

async function computed(compiled: Compiled, more: readonly string[]): Promise<Views> {
  return inWarehouse([...raw, ...more], async driver => {
    const session = sessionFor(driver, compiled, { now: `${until}T06:00:00Z` })
    await applied(session)
    await materialized(session)
    const views: Record<string, readonly Row[]> = {}
    for (const { view } of compiled.lowered.views.values()) views[view.name] = await rowsOf(driver, view.name)
    return { ...views, store: await rowsOf(driver, 'tbl_ml_consolidated_feature_store') }
  })
}

/** Values by key, point and column. */
function cells(rows: readonly Row[], within: (day: string) => boolean): ReadonlyMap<string, Row[string]> {
  const found = new Map<string, Row[string]>()
  for (const row of rows) {
    const day = String(row['feature_date'])
    if (!within(day)) continue
    const key = ['feature_type', 'customer_id', 'vehicle_id', 'route_id', 'region', 'feature_date'].map(k => row[k]).join('|')
    for (const [column, value] of Object.entries(row)) found.set(`${key}|${column}`, value)
  }
  return found
}

function moved(a: ReadonlyMap<string, Row[string]>, b: ReadonlyMap<string, Row[string]>): readonly string[] {
  const differs = (x: Row[string] | undefined, y: Row[string] | undefined): boolean =>
    x !== y && !(typeof x === 'number' && typeof y === 'number' && Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x)))
  return [...new Set([...a.keys(), ...b.keys()])].filter(k => differs(a.get(k), b.get(k)))
}

describe('changing the future of every source of the platform', () => {
  let compiled: Compiled
  let whole: Views
  beforeAll(async () => {
    compiled = await platform()
    whole = await computed(compiled, [])
  }, 120_000)

  it.each(['2026-01-10', '2026-02-12'])('after %s moves no value of any feature as of it, and moves each later', async day => {
    const other = await computed(compiled, mutations(day))
    const columns = new Set<string>()
    for (const view of Object.keys(whole)) {
      const before = cells(whole[view]!, d => d <= day)
      expect(before.size, view).toBeGreaterThan(100)
      expect(
        moved(
          before,
          cells(other[view]!, d => d <= day),
        ).slice(0, 10),
        view,
      ).toEqual([])
      for (const cell of moved(
        cells(whole[view]!, d => d > day),
        cells(other[view]!, d => d > day),
      ))
        columns.add(`${view} ${cell.split('|').at(-1)}`)
    }
    // What a vehicle is from the factory never changes, and its state has no past before the first capture.
    const still = new Set(['vehicle_age_years', 'vehicle_type_numeric', 'capacity_kg', 'maintenance_interval_miles', 'vehicle_status_numeric'])
    const all = Object.values(compiled.catalog.features).map(f => [compiled.lowered.views.get(f.view)!.view.name, f.column] as const)
    expect(all.filter(([view, column]) => !still.has(column) && !columns.has(`${view} ${column}`))).toEqual([])
    expect(all.length).toBeGreaterThan(45)
  })
})
