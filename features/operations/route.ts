import { asOf, avg, between, coalesce, count, featureView, notNull, rate, ratio, sum } from 'featplan'
import { region, route } from '../entities.ts'
import { deliveries, hours, losses } from '../sources/deliveries.ts'
import { routes } from '../sources/routes.ts'
import { month, monthBefore, quarter, week } from '../windows.ts'
import { regionWeather } from './weather.ts'

const here = { region: asOf(routes.c.region) }
const planned = deliveries.by(route.on({ route_id: 'planned_route_id' }))

/** What a route is like, how deliveries on it went, and the weather there. */
export const routeOperations = featureView(
  'route_operations',
  { entity: route, owner: 'operations' },
  {
    /** Length of the route. */
    route_distance_km: asOf(routes.c.distance_km).with({ unit: 'km', checks: [notNull(), between(1, 5_000)] }),
    /** How hard the route is to drive, 0 to 1: half for its share of town, 30 % for stops (full at 8), 20 % for climbs. */
    route_complexity_score: asOf(routes.c.urban_share)
      .times(0.5)
      .plus(asOf(routes.c.stops).div(8).clamp(0, 1).times(0.3))
      .plus(coalesce(asOf(routes.c.climb_m_per_km), 20).div(60).clamp(0, 1).times(0.2))
      .with({ unit: 'score', checks: [notNull(), between(0, 1)] }),
    /** Mean duration of the last 30 days, loading included, as a multiple of that on an empty road; 1 without deliveries. */
    traffic_delay_factor: avg(hours)
      .over(month)
      .div(asOf(routes.c.free_flow_hours))
      .default(1)
      .with({ unit: 'ratio', checks: [notNull(), between(0.5, 20)] }),
    /** How far yesterday's temperature was from mild, 0 to 1. */
    temperature_impact: coalesce(region.at(here, regionWeather.f.temperature_c_1d).minus(14).abs().div(35).clamp(0, 1), 0).with({
      unit: 'score',
      checks: [notNull(), between(0, 1)],
    }),
    /** How wet yesterday was, 0 to 1: full at 30 mm. */
    precipitation_impact: coalesce(region.at(here, regionWeather.f.precipitation_mm_1d).div(30).clamp(0, 1), 0).with({
      unit: 'score',
      checks: [notNull(), between(0, 1)],
    }),
    /** Share of the deliveries of the last 30 days that arrived when promised. */
    on_time_delivery_rate_30d: rate(deliveries.c.on_time)
      .over(month)
      .with({ unit: 'share', checks: [between(0, 1)] }),
    /** Kilometres per litre over the last 30 days. */
    fuel_efficiency_30d: ratio(sum(deliveries.c.km), sum(deliveries.c.fuel_l))
      .where(deliveries.c.fuel_l.isNotNull())
      .over(month)
      .with({ unit: 'km/l', checks: [between(0.5, 30)] }),
    /** Mean cost of a delivery over the last 30 days. */
    cost_per_delivery_30d: avg(deliveries.c.cost_usd)
      .over(month)
      .with({ unit: 'USD', checks: [between(0, 100_000)] }),
    /** Deliveries of the last 7 days. */
    delivery_volume_7d: count(deliveries)
      .over(week)
      .with({ unit: 'deliveries', checks: [notNull(), between(0, 10_000_000)] }),
    /** Deliveries of the last 30 days. */
    delivery_volume_30d: count(deliveries)
      .over(month)
      .with({ unit: 'deliveries', checks: [notNull(), between(0, 10_000_000)] }),
    /** Share of the deliveries of the last 30 days that came back. */
    return_rate_30d: rate(deliveries.c.status.eq('returned'))
      .over(month)
      .with({ unit: 'share', checks: [between(0, 1)] }),
    /** Share of the deliveries planned for this route in the last 30 days that were driven on another one. */
    diversion_rate_30d: rate(planned.c.route_id.ne(planned.c.planned_route_id))
      .over(month)
      .with({ unit: 'share', checks: [between(0, 1)] }),
    /** Deliveries lost in the last 90 days. */
    lost_deliveries_90d: count(losses)
      .over(quarter)
      .with({ unit: 'deliveries', checks: [notNull(), between(0, 1_000_000)] }),
  },
).derive(f => ({
  /** Deliveries of the last 30 days divided by those of the 30 days before; unknown where there were none before. */
  demand_change_30d: f.delivery_volume_30d.div(count(deliveries).over(monthBefore)).with({ unit: 'ratio', checks: [between(0, 1_000_000)] }),
  /** How much yesterday's weather slows deliveries, 0 to 1: rain 60 %, temperature 25 %, wind 15 % (full at 80 km/h). */
  weather_impact_score: f.precipitation_impact
    .times(0.6)
    .plus(f.temperature_impact.times(0.25))
    .plus(coalesce(region.at(here, regionWeather.f.wind_kmh_1d).div(80).clamp(0, 1), 0).times(0.15))
    .with({ unit: 'score', checks: [notNull(), between(0, 1)] }),
}))
