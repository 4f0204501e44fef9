import { count, entity, events, featureView, timestamp, varchar } from 'featplan'

export const hub = entity('hub', { keys: { hub: varchar() } })
export const trips = events('raw.trips', { entities: [hub.on({ hub: 'from_hub' })], columns: { from_hub: varchar(), to_hub: varchar(), ended_at: timestamp() }, eventTime: 'ended_at' })
export const hubTrips = featureView('hub_trips', { entity: hub, every: '1d' }, {
  departures_7d: count(trips).over('7d'),
  arrivals_7d: count(trips.by(hub.on({ hub: 'to_hub' }))).over('7d'),
})
