import { age, lateShare, mean, monitor, nullShare, psi } from 'featplan'
import { customerRisk } from './customer/risk.ts'
import { customerService } from './customer/service.ts'
import { deliveries } from './sources/deliveries.ts'
import { weather } from './sources/routes.ts'
import { vehicleEconomy } from './vehicle/economy.ts'

/** Fuel efficiency is distributed otherwise than a month ago. */
export const fuelDrift = monitor('fuel_efficiency_drift', {
  on: vehicleEconomy.f.fuel_efficiency_mpg,
  stat: psi({ against: '30d' }).above(0.2),
  every: '1d',
  severity: 'critical',
  notify: ['#ml-alerts'],
})

/** Punctuality is distributed otherwise than where the models were trained. */
export const onTimeDrift = monitor('on_time_drift', {
  on: customerService.f.customer_on_time_rate_30d,
  stat: psi({ against: 'training' }).above(0.2),
  every: '1d',
  severity: 'warning',
  notify: ['#ml-alerts'],
})

/** The mean risk of customers is unusually high. */
export const riskLevel = monitor('risk_level', {
  on: customerRisk.f.risk_score,
  stat: mean().above(0.7),
  every: '1d',
  severity: 'warning',
  notify: ['#credit'],
})

/** Too many customers without a known credit limit. */
export const creditUnknown = monitor('credit_limit_unknown', {
  on: customerService.f.credit_limit_usd,
  stat: nullShare().above(0.1),
  every: '1d',
  severity: 'warning',
})

/** No weather for half a day. */
export const weatherStale = monitor('weather_stale', { on: weather, stat: age().above('12h'), every: '1d', severity: 'critical', notify: ['#operations'] })

/** Deliveries reach the warehouse later than features allow for. */
export const deliveriesLate = monitor('deliveries_late', { on: deliveries, stat: lateShare().above(0.01), every: '1d', severity: 'warning' })
