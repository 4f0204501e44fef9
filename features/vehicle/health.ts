import { asOf, between, coalesce, date, daysSince, encode, featureView, last, notNull, raw, slope, sql } from 'featplan'
import { vehicle } from '../entities.ts'
import { maintenance, odometer, vehicles } from '../sources/vehicles.ts'
import { ever, quarter } from '../windows.ts'

const lastServiceMiles = last(maintenance.c.odometer_miles).where(maintenance.c.kind.eq('service')).over(ever)
const lastReading = last(odometer.c.read_at).over(ever)
const milesPerDay = slope(odometer.c.odometer_miles).over(quarter)

/** What a vehicle is, in which state, and when it needs the workshop. */
export const vehicleHealth = featureView(
  'vehicle_health',
  { entity: vehicle, owner: 'fleet' },
  {
    /** Years since the vehicle was built. */
    vehicle_age_years: daysSince(asOf(vehicles.c.built_on))
      .div(365.25)
      .with({ unit: 'years', checks: [notNull(), between(-1, 50)] }),
    /** The kind of vehicle as a number: 1 van, 2 box truck, 3 semi, 4 reefer. */
    vehicle_type_numeric: encode(asOf(vehicles.c.vehicle_type), { van: 1, box_truck: 2, semi: 3, reefer: 4 }, { otherwise: 0 }).with({
      checks: [notNull(), between(1, 4)],
    }),
    /** What the vehicle can carry. */
    capacity_kg: asOf(vehicles.c.capacity_kg).with({ unit: 'kg', checks: [notNull(), between(100, 50_000)] }),
    /** Miles between two services, as the maker says. */
    maintenance_interval_miles: asOf(vehicles.c.maintenance_interval_miles).with({ unit: 'miles', checks: [notNull(), between(1_000, 100_000)] }),
    /** The vehicle's status as a number: 0 retired, 1 idle, 2 in the workshop, 3 active; unknown before it was first captured. */
    vehicle_status_numeric: encode(asOf(vehicles.c.status), { retired: 0, idle: 1, in_service: 2, active: 3 }, { otherwise: null }).with({
      checks: [between(0, 3)],
    }),
    /** The odometer at its last reading. */
    current_mileage: last(odometer.c.odometer_miles)
      .over(ever)
      .with({ unit: 'miles', checks: [between(0, 3_000_000)] }),
    /** Days since the vehicle was last in the workshop; unknown before the first visit. */
    days_since_last_maintenance: daysSince(last(maintenance.c.done_at).over(ever)).with({ unit: 'days', checks: [between(0, 36_500)] }),
  },
).derive(f => {
  const milesSinceService = f.current_mileage.minus(lastServiceMiles)
  const daysLeft = f.maintenance_interval_miles.minus(milesSinceService).div(milesPerDay).clamp(0, 730).round().toInteger()
  return {
    /** The risk of a breakdown, 0 to 1: 70 % how much of the service interval is driven (half where unknown), 30 % age up to 12 years. */
    maintenance_risk_score: coalesce(milesSinceService.div(f.maintenance_interval_miles).clamp(0, 1), 0.5)
      .times(0.7)
      .plus(f.vehicle_age_years.div(12).clamp(0, 1).times(0.3))
      .with({ unit: 'score', checks: [notNull(), between(0, 1)] }),
    /** The day on which the next service falls due at the mileage per day of the last 90 days; unknown before the first service. */
    predicted_maintenance_date: raw(date(), {
      snowflake: sql`CAST(DATEADD(day, ${daysLeft}, ${lastReading}) AS DATE)`,
      duckdb: sql`(CAST(${lastReading} AS DATE) + CAST(${daysLeft} AS INTEGER))`,
    }),
  }
})
