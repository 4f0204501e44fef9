import { serving, store } from 'featplan'
import { customerRisk } from './customer/risk.ts'
import { customerService } from './customer/service.ts'
import { customer, vehicle } from './entities.ts'
import { routePredictions } from './operations/predictions.ts'
import { routeOperations } from './operations/route.ts'
import { fleetTrends } from './timeseries/fleet.ts'
import { vehicleEconomy } from './vehicle/economy.ts'
import { vehicleHealth } from './vehicle/health.ts'

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
  entity: customer, features: [customerService, customerRisk], mode: 'latest', freshness: '5m', owner: 'ml-platform',
})

/** The newest features of each vehicle, for inference. */
export const realTimeVehicle = serving('vw_ml_real_time_vehicle_features', {
  entity: vehicle, features: [vehicleHealth, vehicleEconomy], mode: 'latest', freshness: '5m', owner: 'ml-platform',
})
