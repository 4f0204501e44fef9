import { asOf, between, coalesce, featureView, notNull, sum } from 'featplan'
import { route } from '../entities.ts'
import { deliveries } from '../sources/deliveries.ts'
import { routes } from '../sources/routes.ts'
import { kmPerMile } from '../units.ts'
import { month } from '../windows.ts'
import { routeOperations } from './route.ts'

const now = routeOperations.f

/** What is to be expected of a route: formulas over its other features. */
export const routePredictions = featureView(
  'route_predictions',
  { entity: route, owner: 'operations' },
  {
    /** Hours that the next delivery will take: the empty road, times the delay of the last 30 days, up to a quarter more in bad weather. */
    delivery_time_prediction: asOf(routes.c.free_flow_hours)
      .times(now.traffic_delay_factor)
      .times(now.weather_impact_score.times(0.25).plus(1))
      .with({ unit: 'hours', checks: [notNull(), between(0, 500)] }),
    /** Fuel that the next delivery will burn, up to 6 % more in bad weather; unknown without deliveries in the last 30 days. */
    fuel_consumption_prediction: now.route_distance_km
      .div(now.fuel_efficiency_30d)
      .times(now.weather_impact_score.times(0.06).plus(1))
      .with({ unit: 'litres', checks: [between(0, 10_000)] }),
    /** Services that another 30 days like the last will make due: one per 12,000 miles, up to half as many again on a hard route. */
    maintenance_prediction: coalesce(sum(deliveries.c.km).over(month), 0)
      .div(12_000 * kmPerMile)
      .times(now.route_complexity_score.times(0.5).plus(1))
      .with({ unit: 'services', checks: [notNull(), between(0, 100_000)] }),
  },
)
