import { between, featureView, ratio, sum } from 'featplan'
import { vehicle } from '../entities.ts'
import { deliveries } from '../sources/deliveries.ts'
import { kmPerMile, mpgPerKmPerLitre } from '../units.ts'
import { month } from '../windows.ts'

const { cost_usd, fuel_l, km, revenue_usd } = deliveries.c

/** What a vehicle burns, costs and earns. */
export const vehicleEconomy = featureView(
  'vehicle_economy',
  { entity: vehicle, owner: 'fleet' },
  {
    /** Miles per gallon over the last 30 days; deliveries without a fuel reading are left out. */
    fuel_efficiency_mpg: ratio(sum(km), sum(fuel_l))
      .where(fuel_l.isNotNull())
      .over(month)
      .times(mpgPerKmPerLitre)
      .with({ unit: 'mpg', checks: [between(1, 60)] }),
    /** Share of the revenue of the last 30 days that its deliveries did not cost. */
    vehicle_profit_margin_30d: ratio(sum(revenue_usd.minus(cost_usd)), sum(revenue_usd))
      .over(month)
      .with({ unit: 'share', checks: [between(-10, 1)] }),
    /** What a mile of its deliveries cost over the last 30 days. */
    cost_per_mile_30d: ratio(sum(cost_usd), sum(km))
      .over(month)
      .times(kmPerMile)
      .with({ unit: 'USD', checks: [between(0, 100)] }),
  },
)
