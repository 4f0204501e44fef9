import { avg, category, entity, events, featureView, serving, store, timestamp, varchar, versions } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const trips = events('raw.trips', {
  entities: [customer], columns: { customer_id: varchar(), status: category('open', 'done'), began_at: timestamp(), ended_at: timestamp() }, eventTime: 'ended_at', defines: [customer],
})
const hours = trips.c.began_at.until(trips.c.ended_at, 'hours')
export const customerTrips = featureView('customer_trips', { entity: customer, every: '1d' }, {
  hours_7d: versions({ 1: avg(hours).over('7d'), 2: avg(hours).where(trips.c.status.eq('done')).over('7d') }, { current: 1 }),
}).derive(f => ({ days_7d: f.hours_7d.div(24) }))
export const everything = store('all_features', { views: { customer: [customerTrips] }, clusterBy: ['feature_date'] })
export const online = serving('online', { entity: customer, features: [customerTrips.f.hours_7d], mode: 'latest', freshness: '5m' })
