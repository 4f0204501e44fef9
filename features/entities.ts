import { entity, varchar } from 'featplan'

/** A company that ships with us. */
export const customer = entity('customer', { keys: { customer_id: varchar() } })

/** A truck or van of ours. */
export const vehicle = entity('vehicle', { keys: { vehicle_id: varchar() } })

/** A way between two hubs. */
export const route = entity('route', { keys: { route_id: varchar() } })

/** A region of weather, such as R07. */
export const region = entity('region', { keys: { region: varchar() } })

/** All of the company as one: what time series describe. */
export const fleet = entity('fleet', { keys: {} })
