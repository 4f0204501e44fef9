/** A feature computed once more from the raw data by plain SQL that knows nothing of tiles: the query counts the rows that differ. */
export interface CrossCheck {
  readonly title: string
  /** `day`: an ISO date. The row holds `rows`, the number compared, and `wrong`. */
  readonly sql: (day: string) => string
}

/** Raw rows in the window that ends `offset` days before the day, as known at the start of the day. */
function known(table: string, time: string, day: string, days: number | null, offset = 0): string {
  const end = `TIMESTAMP '${day}' - INTERVAL ${offset} DAY`
  const from = days === null ? '' : ` AND ${time} >= ${end} - INTERVAL ${days} DAY`
  return `(SELECT * FROM raw.${table} WHERE ${time} < ${end}${from} AND loaded_at < TIMESTAMP '${day}')`
}

function compared(view: string, keys: string, day: string, truth: string, differs: string): string {
  return `WITH truth AS (${truth}) SELECT count(*) AS rows, count(*) FILTER (${differs}) AS wrong FROM ${view} f LEFT JOIN truth USING (${keys}) WHERE feature_time = TIMESTAMP '${day}'`
}

/** Floats agree within 1e-9 relative; unknown agrees with unknown. */
const unlike = (a: string, b: string): string => `(${a} IS NULL) <> (${b} IS NULL) OR abs(${a} - ${b}) > 1e-9 * greatest(1, abs(${b}))`
const hours = '(epoch(delivered_at) - epoch(picked_up_at)) / 3600'

export const crossChecks: readonly CrossCheck[] = [
  {
    title: 'orders, their value and the last of them',
    sql: day =>
      compared(
        'customer_service',
        'customer_id',
        day,
        `SELECT customer_id, count(*) FILTER (ordered_at >= TIMESTAMP '${day}' - INTERVAL 30 DAY) AS n, avg(order_value_usd) FILTER (ordered_at >= TIMESTAMP '${day}' - INTERVAL 30 DAY) AS v,
          (epoch(TIMESTAMP '${day}') - epoch(max(ordered_at))) / 86400 AS d FROM ${known('orders', 'ordered_at', day, null)} GROUP BY 1`,
        `order_frequency_30d <> coalesce(n, 0) OR ${unlike('average_order_value_30d', 'v')} OR ${unlike('days_since_last_order', 'd')}`,
      ),
  },
  {
    title: 'change of orders against the 30 days before',
    sql: day =>
      compared(
        'customer_service',
        'customer_id',
        day,
        `SELECT customer_id, coalesce(n, 0) / p AS change FROM (SELECT customer_id, count(*) AS p FROM ${known('orders', 'ordered_at', day, 30, 30)} GROUP BY 1)
          LEFT JOIN (SELECT customer_id, count(*) AS n FROM ${known('orders', 'ordered_at', day, 30)} GROUP BY 1) USING (customer_id)`,
        unlike('order_frequency_change_30d', 'change'),
      ),
  },
  {
    title: 'tier, limit and tenure as known then',
    sql: day =>
      compared(
        'customer_service',
        'customer_id',
        day,
        `SELECT customer_id, arg_max(tier, valid_from) AS t, arg_max(struct_pack(v := credit_limit_usd), valid_from).v AS c, (epoch(TIMESTAMP '${day}') - epoch(max(signed_up_at))) / 86400 AS d
          FROM (SELECT * FROM raw.customers WHERE valid_from <= TIMESTAMP '${day}' AND loaded_at < TIMESTAMP '${day}') GROUP BY 1`,
        `customer_tier_numeric IS DISTINCT FROM list_position(['bronze', 'silver', 'gold', 'platinum'], t) OR ${unlike('credit_limit_usd', 'c')} OR ${unlike('customer_tenure_days', 'd')}`,
      ),
  },
  {
    title: 'who is a customer',
    sql: day => `WITH truth AS (SELECT customer_id, bool_or(is_deleted) AS gone FROM raw.customers WHERE valid_from <= TIMESTAMP '${day}' AND loaded_at < TIMESTAMP '${day}' GROUP BY 1)
      SELECT count(*) AS rows, count(*) FILTER (coalesce(NOT gone, false) <> (f.customer_id IS NOT NULL)) AS wrong
      FROM truth FULL JOIN (SELECT customer_id FROM customer_service WHERE feature_time = TIMESTAMP '${day}') f USING (customer_id)`,
  },
  {
    title: 'delay of payments',
    sql: day =>
      compared(
        'customer_risk',
        'customer_id',
        day,
        `SELECT customer_id, avg((epoch(paid_at) - epoch(due_at)) / 86400) AS d FROM ${known('payments', 'paid_at', day, 90)} GROUP BY 1`,
        unlike('payment_delay_days_90d', 'd'),
      ),
  },
  {
    title: 'punctuality, volume, returns and hours of routes',
    sql: day =>
      compared(
        'route_operations',
        'route_id',
        day,
        `SELECT route_id, avg(on_time::INT) AS o, count(delivery_id) AS n, avg((status = 'returned')::INT) AS r, avg(${hours}) / max(free) AS h
          FROM (SELECT route_id, arg_max(free_flow_hours, valid_from) AS free FROM raw.routes WHERE valid_from <= TIMESTAMP '${day}' AND loaded_at < TIMESTAMP '${day}' GROUP BY 1)
          LEFT JOIN ${known('deliveries', 'delivered_at', day, 30)} USING (route_id) GROUP BY 1`,
        `${unlike('on_time_delivery_rate_30d', 'o')} OR delivery_volume_30d <> coalesce(n, 0) OR ${unlike('traffic_delay_factor', 'coalesce(h, 1)')} OR (n > 0 AND ${unlike('return_rate_30d', 'r')})`,
      ),
  },
  {
    title: 'deliveries driven elsewhere than planned',
    sql: day =>
      compared(
        'route_operations',
        'route_id',
        day,
        `SELECT planned_route_id AS route_id, avg((route_id <> planned_route_id)::INT) AS d FROM ${known('deliveries', 'delivered_at', day, 30)} GROUP BY 1`,
        unlike('diversion_rate_30d', 'd'),
      ),
  },
  {
    title: 'change of demand against the 30 days before',
    sql: day =>
      compared(
        'route_operations',
        'route_id',
        day,
        `SELECT route_id, coalesce(n, 0) / p AS change FROM (SELECT route_id, count(*) AS p FROM ${known('deliveries', 'delivered_at', day, 30, 30)} GROUP BY 1)
          LEFT JOIN (SELECT route_id, count(*) AS n FROM ${known('deliveries', 'delivered_at', day, 30)} GROUP BY 1) USING (route_id)`,
        unlike('demand_change_30d', 'change'),
      ),
  },
  {
    title: 'rain looked up in the region',
    sql: day =>
      compared(
        'route_operations',
        'route_id',
        day,
        `SELECT route_id, least(1, sum(precipitation_mm) / 30) AS p FROM (SELECT DISTINCT route_id, region FROM raw.routes) JOIN ${known('weather', 'observed_at', day, 1)} USING (region) GROUP BY 1`,
        unlike('precipitation_impact', 'p'),
      ),
  },
  {
    title: 'lost deliveries of the query source',
    sql: day =>
      compared(
        'route_operations',
        'route_id',
        day,
        `SELECT route_id, count(*) AS n FROM (SELECT *, promised_at + INTERVAL 7 DAY AS lost_at FROM raw.deliveries WHERE status = 'lost')
          WHERE lost_at >= TIMESTAMP '${day}' - INTERVAL 90 DAY AND lost_at < TIMESTAMP '${day}' AND loaded_at < TIMESTAMP '${day}' GROUP BY 1`,
        'lost_deliveries_90d <> coalesce(n, 0)',
      ),
  },
  {
    title: 'fuel, margin and cost of vehicles',
    sql: day =>
      compared(
        'vehicle_economy',
        'vehicle_id',
        day,
        `SELECT vehicle_id, sum(km) FILTER (fuel_l IS NOT NULL) / sum(fuel_l) * 2.352146 AS e, 1 - sum(cost_usd) / sum(revenue_usd) AS m, sum(cost_usd) / sum(km) * 1.609344 AS c
          FROM ${known('deliveries', 'delivered_at', day, 30)} GROUP BY 1`,
        `${unlike('fuel_efficiency_mpg', 'e')} OR ${unlike('vehicle_profit_margin_30d', 'm')} OR ${unlike('cost_per_mile_30d', 'c')}`,
      ),
  },
  {
    title: 'mileage and last visit to the workshop',
    sql: day =>
      compared(
        'vehicle_health',
        'vehicle_id',
        day,
        `SELECT vehicle_id, max(odometer_miles) AS m, max(d) AS d FROM ${known('odometer', 'read_at', day, null)}
          LEFT JOIN (SELECT vehicle_id, (epoch(TIMESTAMP '${day}') - epoch(max(done_at))) / 86400 AS d FROM ${known('maintenance', 'done_at', day, null)} GROUP BY 1) USING (vehicle_id) GROUP BY 1`,
        `current_mileage IS DISTINCT FROM m OR ${unlike('days_since_last_maintenance', 'd')}`,
      ),
  },
  {
    title: 'means, trend and unrest of the fleet',
    sql: day => `SELECT count(*) AS rows, count(*) FILTER (${unlike('avg_delivery_time_7d', 'h')} OR ${unlike('fuel_efficiency_trend_90d', 't')} OR ${unlike('cost_volatility_90d', 'v')}) AS wrong FROM fleet_trends,
      (SELECT avg(${hours}) AS h FROM ${known('deliveries', 'delivered_at', day, 7)} WHERE status = 'done'),
      (SELECT regr_slope((km / fuel_l)::DOUBLE * 2.352146, (epoch(delivered_at) - epoch(TIMESTAMP '${day}')) / 86400) AS t, stddev_samp((cost_usd / km)::DOUBLE) / avg((cost_usd / km)::DOUBLE) AS v
        FROM ${known('deliveries', 'delivered_at', day, 90)}) WHERE feature_time = TIMESTAMP '${day}'`,
  },
]
