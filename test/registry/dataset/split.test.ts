import { expect, it, vi } from 'vitest'
import { dataset, sum } from '../../../compiler/dsl/index.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { emptyParts } from '../../../registry/dataset/counts.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { applied, materialized } from '../../support/warehouse.ts'
import { textOf } from './oracle.ts'
import { calls, customer, customerOrders, declarations, orders, rawRows } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })
const now = '2026-03-01T06:00:00Z'
const asked = { from: null, to: null, known: null, out: null, force: false, partial: true }
const base = {
  entity: customer,
  spine: calls,
  label: sum(orders.c.amount).next('7d').gt(50),
  features: [customerOrders],
  keep: ['call_id'],
  accept: { F455: 'a test', F457: 'a test' },
} as const
const shares = { train: 0.6, validation: 0.25, test: 0.15 }
const grouped = dataset('grouped', { ...base, split: { shares, by: ['call_id'] } })
const single = dataset('single', { ...base, split: { shares } })

onEachEngine('a split by shares', engine => {
  it('keeps groups whole, meets the shares, and stays as it is when rows come', async () => {
    await engine.inWarehouse(rawRows(1, { calls: 1500 }), async driver => {
      const session = sessionOn(driver, [...declarations, grouped, single], { now })
      await applied(session)
      await materialized(session)
      for (const { name } of [grouped, single]) {
        await buildDataset(session, { ...asked, dataset: name })
        const rows = await rowsIn(driver, `main.${name}`)
        expect(rows.length).toBeGreaterThan(1000)
        const sides = new Map<unknown, Set<unknown>>()
        const group = (r: (typeof rows)[number]): unknown => {
          const { call_id: call, customer_id: c, from_country: x, from_town: y, called_at: t } = r
          return name === 'grouped' ? call : JSON.stringify([call, c, x, y, t])
        }
        for (const r of rows) sides.set(group(r), (sides.get(group(r)) ?? new Set()).add(r['split']))
        expect([...sides.values()].filter(s => s.size !== 1)).toEqual([])
        for (const [part, share] of Object.entries(shares)) {
          const found = rows.filter(r => r['split'] === part).length / rows.length
          expect(Math.abs(found - share), `${name} ${part}: ${found}`).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / sides.size) * 1.5)
        }
      }
      const before = await rowsIn(driver, 'main.grouped')
      await driver.execute(`INSERT INTO raw.calls SELECT call_id + 10000, customer_id, from_country, from_town, called_at, loaded_at, minutes FROM raw.calls`)
      await buildDataset(session, { ...asked, dataset: 'grouped' })
      const after = (await rowsIn(driver, 'main.grouped')).filter(r => Number(r['call_id']) < 10_000)
      expect(after.map(textOf).toSorted()).toEqual(before.map(textOf).toSorted())
    })
  })
})

it('F429 parts that are asked for and empty are told, others are not', () => {
  const named = { name: 'x', address: 'dataset.x', span: null } as const
  const version = { rows: { train: 5, validation: 0, test: 0 }, first: '2026-01-01T00:00:00Z', last: '2026-01-03T00:00:00Z' }
  const told = (split: Parameters<typeof emptyParts>[0]['split'], rows = version.rows) =>
    emptyParts({ ...named, split }, { ...version, rows }).map(d => d.message)
  expect(told({ kind: 'shares', train: 0.9, validation: 0, test: 0.1, by: [] })).toEqual([
    "dataset 'x' has no rows for test, which its split asks for: its examples lie from 2026-01-01T00:00:00Z to 2026-01-03T00:00:00Z",
  ])
  expect(told({ kind: 'shares', train: 1, validation: 0, test: 0, by: [] })).toEqual([])
  const byTime = { kind: 'time', train: '2026-02-01T00:00:00Z', validation: '2026-02-02T00:00:00Z', gap: 0, by: [] } as const
  expect(told(byTime)[0]).toContain('no rows for validation and test')
  expect(told(byTime, { train: 1, validation: 1, test: 1 })).toEqual([])
})
