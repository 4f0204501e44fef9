import { avg, between, featureView, ratio, slope, sum, versions, volatility } from 'featplan'
import { fleet } from '../entities.ts'
import { costPerMile, deliveries, hours, milesPerGallon } from '../sources/deliveries.ts'
import { kmPerMile, mpgPerKmPerLitre } from '../units.ts'
import { month, quarter, week } from '../windows.ts'

const { cost_usd, fuel_l, km, status } = deliveries.c

/** The company day by day: means, trends and unrest. */
export const fleetTrends = featureView(
  'fleet_trends',
  { entity: fleet, owner: 'operations' },
  {
    /** Mean hours of a delivery over the last 7 days. Version 1 counts returned ones too, which take twice as long; version 2 does not. */
    avg_delivery_time_7d: versions(
      {
        1: avg(hours)
          .over(week)
          .with({ unit: 'hours', checks: [between(0, 200)] }),
        2: avg(hours)
          .where(status.eq('done'))
          .over(week)
          .with({ unit: 'hours', checks: [between(0, 200)] }),
      },
      { current: 2 },
    ),
    /** Miles per gallon of the fleet over the last 30 days. */
    avg_fuel_efficiency_30d: ratio(sum(km), sum(fuel_l))
      .where(fuel_l.isNotNull())
      .over(month)
      .times(mpgPerKmPerLitre)
      .with({ unit: 'mpg', checks: [between(1, 60)] }),
    /** What a mile cost over the last 90 days. */
    avg_cost_per_mile_90d: ratio(sum(cost_usd), sum(km))
      .over(quarter)
      .times(kmPerMile)
      .with({ unit: 'USD', checks: [between(0, 100)] }),
    /** How the hours of a delivery changed per day over the last 30 days. */
    delivery_time_trend_30d: slope(hours)
      .over(month)
      .with({ unit: 'hours per day', checks: [between(-1_000_000, 1_000_000)] }),
    /** How the miles per gallon of a delivery changed per day over the last 90 days. */
    fuel_efficiency_trend_90d: slope(milesPerGallon)
      .over(quarter)
      .with({ unit: 'mpg per day', checks: [between(-1_000_000, 1_000_000)] }),
    /** How the cost of a mile changed per day over the last 90 days. */
    cost_trend_90d: slope(costPerMile)
      .over(quarter)
      .with({ unit: 'USD per day', checks: [between(-1_000_000, 1_000_000)] }),
    /** Spread of the hours of a delivery over the last 30 days, relative to their mean. */
    delivery_time_volatility_30d: volatility(hours)
      .over(month)
      .with({ unit: 'ratio', checks: [between(0, 100)] }),
    /** Spread of the cost of a mile over the last 90 days, relative to its mean. */
    cost_volatility_90d: volatility(costPerMile)
      .over(quarter)
      .with({ unit: 'ratio', checks: [between(0, 100)] }),
  },
)
