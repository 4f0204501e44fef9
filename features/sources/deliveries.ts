import { boolean, category, events, number, sql, timestamp, varchar, variant } from 'featplan'
import { customer, fleet, route, vehicle } from '../entities.ts'
import { kmPerMile, mpgPerKmPerLitre } from '../units.ts'

/** One row per delivery. It counts from the moment it has ended, delivered or returned; until then `delivered_at` is NULL. */
export const deliveries = events('raw.deliveries', {
  entities: [customer, vehicle, route, fleet],
  columns: {
    delivery_id: varchar(),
    order_id: varchar(),
    customer_id: varchar(),
    vehicle_id: varchar(),
    route_id: varchar(),
    planned_route_id: varchar(),
    status: category('open', 'done', 'returned', 'lost'),
    picked_up_at: timestamp(),
    promised_at: timestamp(),
    delivered_at: timestamp().nullable(),
    loaded_at: timestamp(),
    on_time: boolean().nullable(),
    revenue_usd: number(12, 2),
    cost_usd: number(12, 2).nullable(),
    km: number(9, 1).nullable(),
    fuel_l: number(9, 2).nullable(),
    weight_kg: number(9, 1).nullable(),
    attrs: variant().nullable(),
  },
  eventTime: 'delivered_at',
  knownTime: 'loaded_at',
  lateness: '2d',
  tieBreak: ['delivery_id'],
})

/** One row per delivery that was lost: it counts as lost a week after it was promised. */
export const losses = events('ops.losses', {
  entities: [route],
  columns: { delivery_id: varchar(), route_id: varchar(), lost_at: timestamp(), loaded_at: timestamp() },
  query: {
    snowflake: sql`SELECT "DELIVERY_ID", "ROUTE_ID", DATEADD(day, 7, "PROMISED_AT") AS "LOST_AT", "LOADED_AT" FROM "LOGISTICS_DW_PROD"."RAW"."DELIVERIES" WHERE "STATUS" = 'lost'`,
    duckdb: sql`SELECT delivery_id, route_id, promised_at + INTERVAL 7 DAY AS lost_at, loaded_at FROM raw.deliveries WHERE status = 'lost'`,
  },
  eventTime: 'lost_at',
  knownTime: 'loaded_at',
  lateness: '2d',
})

/** How long a delivery was under way. */
export const hours = deliveries.c.picked_up_at.until(deliveries.c.delivered_at, 'hours')

/** Miles per gallon of a delivery. */
export const milesPerGallon = deliveries.c.km.div(deliveries.c.fuel_l).times(mpgPerKmPerLitre)

/** What a mile of a delivery cost, in dollars. */
export const costPerMile = deliveries.c.cost_usd.div(deliveries.c.km).times(kmPerMile)
