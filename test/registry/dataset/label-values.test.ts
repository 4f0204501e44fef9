import { expect, it, vi } from 'vitest'
import type { Driver, Row, Value } from '../../../registry/driver/driver.ts'
import { dataset, first, last, median, percentile, percentileDisc } from '../../../compiler/dsl/index.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { applied, materialized } from '../../support/warehouse.ts'
import { at, day } from './oracle.ts'
import { calls, customer, customerOrders, declarations, orders, rawRows } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })
const base = {
  entity: customer,
  spine: calls,
  features: [customerOrders],
  keep: ['call_id'],
  split: { train: '2026-02-01', validation: '2026-02-10', gap: '7d' },
  accept: { F455: 'a test', F457: 'a test' },
} as const

/** The values of the week after a call, in the order of their time and of `n`. */
type Work = (values: readonly number[]) => number | null

const share =
  (p: number): Work =>
  values => {
    const sorted = values.toSorted((a, b) => a - b)
    const [place, low] = [p * (sorted.length - 1), Math.floor(p * (sorted.length - 1))]
    return sorted.length === 0 ? null : sorted[low]! + (place - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!)
  }

const cases: readonly { readonly definition: { readonly name: string }; readonly column: string; readonly work: Work }[] = [
  { definition: dataset('first_n', { ...base, label: first(orders.c.n).next('7d') }), column: 'n', work: v => v[0] ?? null },
  { definition: dataset('last_weight', { ...base, label: last(orders.c.weight).next('7d') }), column: 'weight', work: v => v.at(-1) ?? null },
  { definition: dataset('middle', { ...base, label: median(orders.c.weight).next('7d') }), column: 'weight', work: share(0.5) },
  { definition: dataset('high', { ...base, label: percentile(orders.c.weight, 0.9).next('7d') }), column: 'weight', work: share(0.9) },
  {
    definition: dataset('high_disc', { ...base, label: percentileDisc(orders.c.weight, 0.75).next('7d') }),
    column: 'weight',
    work: v => v.toSorted((a, b) => a - b)[Math.ceil(0.75 * v.length) - 1] ?? null,
  },
]

function weekAfter(call: Row, sold: readonly Row[], column: string): readonly number[] {
  const t = at(call['called_at'])
  return sold
    .filter(o => o['customer_id'] === call['customer_id'] && at(o['at']) >= t && at(o['at']) < t + 7 * day && o[column] !== null)
    .toSorted((a, b) => at(a['at']) - at(b['at']) || Number(a['n']) - Number(b['n']))
    .map(o => Number(o[column]))
}

async function built(driver: Driver, name: string): Promise<readonly Row[]> {
  return (await rowsIn(driver, `main.${name}`)).filter(r => r['customer_id'] !== null)
}

onEachEngine('labels that look at rows in an order', engine => {
  it('are what is worked out row by row', async () => {
    await engine.inWarehouse(rawRows(2), async driver => {
      const session = sessionOn(driver, [...declarations, ...cases.map(c => c.definition)], { now: '2026-03-01T06:00:00Z' })
      await applied(session)
      await materialized(session)
      const sold = await rowsIn(driver, 'raw.orders')
      for (const { definition, column, work } of cases) {
        await buildDataset(session, { from: null, to: null, known: null, out: null, force: false, partial: true, dataset: definition.name })
        const rows = await built(driver, definition.name)
        const told = (label: Value): number | null => (label === null ? null : Number(Number(label).toFixed(6)))
        expect(
          rows.map(r => told(r['label'] ?? null)),
          definition.name,
        ).toEqual(rows.map(r => told(work(weekAfter(r, sold, column)))))
        expect(rows.filter(r => r['label'] !== null).length).toBeGreaterThan(20)
      }
    })
  })
})
