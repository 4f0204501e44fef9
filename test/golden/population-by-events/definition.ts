import { count, entity, events, featureView, timestamp, varchar } from 'featplan'

// a route lives from the first event of the source that defines it, whatever the view reads
export const route = entity('route', { keys: { origin: varchar(), destination: varchar() } })
export const trips = events('raw.trips', { entities: [route], columns: { origin: varchar(), destination: varchar(), ended_at: timestamp() }, eventTime: 'ended_at', defines: [route] })
export const complaints = events('raw.complaints', {
  entities: [route.on({ origin: 'from_hub', destination: 'to_hub' })], columns: { from_hub: varchar(), to_hub: varchar(), made_at: timestamp() }, eventTime: 'made_at',
})
export const routeQuality = featureView('route_quality', { entity: route, every: '1d' }, { complaints_7d: count(complaints).over('7d') })
