import { asOf, count, featureView, serving, store, sum } from '../../compiler/dsl/index.ts'
import { customer, customers, orders } from './shop.ts'

/** Counts of a channel. */
export const phone = count(orders).where(orders.c.channel.eq('phone')).over('7d')
/** Features of the view by name. */
export type Given = Readonly<Record<string, unknown>>
export const base: Given = { orders_7d: count(orders).over('7d'), amount_7d: sum(orders.c.amount).over('7d'), tier: asOf(customers.c.tier) }

/** A view, one that reads it, a store and a serving over both. */
export function project(
  features: Given = base,
  options: { readonly name?: string; readonly renamedFrom?: string; readonly protect?: boolean } = {},
): readonly unknown[] {
  const { name = 'customer_orders', ...rest } = options
  const view = featureView(name, { entity: customer, ...rest }, features as { readonly orders_7d: typeof phone })
  const f = view.f as unknown as Readonly<Record<string, typeof view.f.orders_7d>>
  const own = f['orders_7d' in features ? 'orders_7d' : 'purchases_7d']!
  const reader = featureView('customer_load', { entity: customer }, { orders_3d: count(orders).over('3d') }).derive(l => ({ share: l.orders_3d.div(own) }))
  return [
    customer,
    orders,
    customers,
    view,
    reader,
    store('all_features', { views: { customer: [view, reader] } as never, clusterBy: ['feature_date'] }),
    serving('online', { entity: customer, features: [view, reader] as never, mode: 'latest', freshness: '5m' }),
  ]
}
