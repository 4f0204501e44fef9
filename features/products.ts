import { serving, store } from 'featplan'
import { customerRisk } from './customer/risk.ts'
import { customerService } from './customer/service.ts'
import { customer, vehicle } from './entities.ts'
import { routePredictions } from './operations/predictions.ts'
import { routeOperations } from './operations/route.ts'
import { fleetTrends } from './timeseries/fleet.ts'
import { vehicleEconomy } from './vehicle/economy.ts'
import { vehicleHealth } from './vehicle/health.ts'

// The guide counts 15, 12, 18 and 8 features and names 12, 11 (and predicted_maintenance_date among the columns served), 12 and 8.
// Ours are days_since_last_order, order_frequency_change_30d and payment_delay_days_90d of customers; of routes the two delivery
// volumes, demand_change_30d, return_rate_30d, diversion_rate_30d and lost_deliveries_90d.

/** All features in one table: one row per customer, vehicle, route and the fleet, for each day. */
export const consolidatedStore = store('tbl_ml_consolidated_feature_store', {
  views: {
    customer: [customerService, customerRisk],
    vehicle: [vehicleHealth, vehicleEconomy],
    operational: [routeOperations, routePredictions],
    time_series: [fleetTrends],
  },
  clusterBy: ['feature_date', 'customer_id'],
  owner: 'ml-platform',
})

/** The newest features of each customer, for inference. */
export const realTimeCustomer = serving('vw_ml_real_time_customer_features', {
  entity: customer,
  features: [customerService, customerRisk],
  mode: 'latest',
  freshness: '5m',
  latency: '100ms',
  owner: 'ml-platform',
})

/** The newest features of each vehicle, for inference. */
export const realTimeVehicle = serving('vw_ml_real_time_vehicle_features', {
  entity: vehicle,
  features: [vehicleHealth, vehicleEconomy],
  mode: 'latest',
  freshness: '5m',
  owner: 'ml-platform',
})
