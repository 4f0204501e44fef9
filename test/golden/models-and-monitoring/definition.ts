import { count, dataset, entity, events, featureView, mean, model, monitor, store, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at', defines: [customer] })
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, { orders_7d: count(orders).over('7d') })
export const everything = store('tbl_features', { views: { customer: [customerOrders] }, clusterBy: ['feature_date'] })
export const demand = dataset('demand', {
  entity: customer, spine: orders, features: [customerOrders], label: count(orders).next('7d').gt(3), split: { train: '2026-01-15', validation: '2026-02-01', gap: '7d' },
})
export const demandModel = model('Demand Model', { version: '1.0', type: 'classification', trainedOn: demand, uses: ['orders_7d'], stage: 'champion', traffic: 0.9 })
export const level = monitor('orders_level', { on: customerOrders.f.orders_7d, stat: mean().above(50), every: '1d', severity: 'warning' })
