import { asOf, count, entity, events, featureView, number, snapshot, timestamp, varchar } from 'featplan'

// one row of settings, captured at each run
export const fleet = entity('fleet', { keys: {} })
export const trips = events('raw.trips', { entities: [fleet], columns: { vehicle_id: varchar(), ended_at: timestamp() }, eventTime: 'ended_at' })
export const settings = snapshot('raw.settings', { entities: [fleet], columns: { capacity: number(9, 0), depots: number(3, 0).fixed() } })
export const fleetLoad = featureView('fleet_load', { entity: fleet, every: '1d' }, {
  trips_7d: count(trips).over('7d'),
  capacity: asOf(settings.c.capacity),
  depots: asOf(settings.c.depots),
})
