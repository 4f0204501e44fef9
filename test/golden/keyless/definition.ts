import { avg, entity, events, featureView, number, timestamp, varchar } from 'featplan'

export const fleet = entity('fleet', { keys: {} })
export const trips = events('raw.trips', { entities: [fleet], columns: { vehicle_id: varchar(), cost: number(12, 2), ended_at: timestamp() }, eventTime: 'ended_at' })
export const fleetCost = featureView('fleet_cost', { entity: fleet, every: '1d' }, { cost_7d: avg(trips.c.cost).over('7d') })
