import { asOf, daysSince, entity, events, featureView, number, snapshot, sum, timestamp, varchar } from 'featplan'

export const vehicle = entity('vehicle', { keys: { vehicle_id: varchar() } })
export const vehicles = snapshot('raw.vehicles', {
  entities: [vehicle], columns: { vehicle_id: varchar(), built_at: timestamp().fixed(), mileage: number(10, 1).nullable(), home: varchar() }, defines: [vehicle],
})
export const trips = events('raw.trips', { entities: [vehicle], columns: { vehicle_id: varchar(), km: number(9, 1), ended_at: timestamp() }, eventTime: 'ended_at' })
export const vehicleHealth = featureView('vehicle_health', { entity: vehicle, every: '1d' }, {
  age_days: daysSince(asOf(vehicles.c.built_at)),
  mileage: asOf(vehicles.c.mileage),
  home: asOf(vehicles.c.home),
  km_7d: sum(trips.c.km).over('7d'),
})
