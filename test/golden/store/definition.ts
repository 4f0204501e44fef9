import { count, entity, events, featureView, store, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const vehicle = entity('vehicle', { keys: { vehicle_id: varchar() } })
export const trips = events('raw.trips', {
  entities: [customer, vehicle], columns: { customer_id: varchar(), vehicle_id: varchar(), ended_at: timestamp() }, eventTime: 'ended_at', defines: [customer, vehicle],
})
export const customerTrips = featureView('customer_trips', { entity: customer, every: '1d' }, { customer_trips_7d: count(trips).over('7d') })
export const customerPace = featureView('customer_pace', { entity: customer, every: '6h' }, { customer_trips_6h: count(trips).over('6h') })
export const vehicleTrips = featureView('vehicle_trips', { entity: vehicle, every: '1d' }, { vehicle_trips_7d: count(trips).over('7d') })
export const everything = store('tbl_features', { views: { customer: [customerTrips, customerPace], vehicle: [vehicleTrips] }, clusterBy: ['feature_date', 'customer_id'] })
