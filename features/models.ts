import { avg, count, dataset, model, sum, window } from 'featplan'
import { customerRisk } from './customer/risk.ts'
import { customerService } from './customer/service.ts'
import { customer, route, vehicle } from './entities.ts'
import { routePredictions } from './operations/predictions.ts'
import { routeOperations } from './operations/route.ts'
import { orders } from './sources/customers.ts'
import { deliveries, hours } from './sources/deliveries.ts'
import { maintenance, odometer } from './sources/vehicles.ts'
import { vehicleEconomy } from './vehicle/economy.ts'
import { vehicleHealth } from './vehicle/health.ts'

const split = { train: '2025-10-01', validation: '2026-02-01', gap: '31d' } as const

// Labels begin after the row that they belong to: it is known when the prediction is made.
const monthAfter = window('30d', { offset: '1s', description: 'the 30 days after' })
const weekAfter = window('7d', { offset: '1s', description: 'the 7 days after' })

/** Whether a customer will order for more than 2,000 dollars in the 30 days after an order, that one left out. */
export const customerValue = dataset('customer_value', {
  entity: customer,
  spine: orders,
  label: sum(orders.c.order_value_usd).next(monthAfter).gt(2_000),
  features: [customerService, customerRisk],
  split,
})

/** Customers by the value to come: tier, tenure, order frequency, payment behaviour. */
export const customerSegmentation = model('Customer Segmentation Model', {
  version: '1.0',
  type: 'classification',
  trainedOn: customerValue,
  stage: 'champion',
  guard: { accuracy: { min: 0.8 }, data_drift_score: { max: 0.25 } },
  uses: [
    'customer_tier_numeric',
    'customer_tenure_days',
    'customer_on_time_rate_30d',
    'order_frequency_30d',
    'average_order_value_30d',
    'payment_terms_numeric',
    'payment_delay_risk',
  ],
})

/** Whether a vehicle will need the workshop in the 30 days after a reading of its odometer. */
export const vehicleVisits = dataset('vehicle_visits', {
  entity: vehicle,
  spine: odometer,
  label: count(maintenance).where(maintenance.c.kind.in('service', 'repair')).next('30d').gt(0),
  features: [vehicleHealth, vehicleEconomy],
  split,
  accept: { F456: 'status is unknown before the first capture, as it was for whoever served it then' },
})

/** Vehicles that will need the workshop: age, mileage, maintenance history, usage. */
export const predictiveMaintenance = model('Predictive Maintenance Model', {
  version: '1.0',
  type: 'classification',
  trainedOn: vehicleVisits,
  stage: 'champion',
  guard: { f1_score: { min: 0.6 } },
  uses: ['vehicle_age_years', 'current_mileage', 'maintenance_interval_miles', 'days_since_last_maintenance', 'maintenance_risk_score', 'fuel_efficiency_mpg'],
})

/** The mean hours of a delivery on a route in the 7 days after one. */
export const routeTimes = dataset('route_times', {
  entity: route,
  spine: deliveries,
  label: avg(hours).next(weekAfter),
  features: [routeOperations, routePredictions],
  split,
})

/** How long routes will take: distance, traffic, weather, how it went before. */
export const routeOptimization = model('Route Optimization Model', {
  version: '1.0',
  type: 'regression',
  trainedOn: routeTimes,
  stage: 'champion',
  uses: [
    'route_distance_km',
    'route_complexity_score',
    'traffic_delay_factor',
    'weather_impact_score',
    'on_time_delivery_rate_30d',
    'fuel_efficiency_30d',
    'delivery_time_prediction',
  ],
})

/** The orders that a customer places in the 30 days after one. */
export const customerDemand = dataset('customer_demand', {
  entity: customer,
  spine: orders,
  label: count(orders).next(monthAfter),
  features: [customerService, customerRisk],
  split,
})

/** How much customers will order: demand so far, season, behaviour. */
export const demandForecasting = model('Demand Forecasting Model', {
  version: '1.0',
  type: 'forecast',
  trainedOn: customerDemand,
  stage: 'champion',
  uses: ['order_frequency_30d', 'order_frequency_change_30d', 'average_order_value_30d', 'days_since_last_order', 'customer_tier_numeric', 'risk_score'],
})
