import { expect, it, vi } from 'vitest'
import { dataset, sum } from '../../../compiler/dsl/index.ts'
import type { Driver, Row } from '../../../registry/driver/driver.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { applied, materialized } from '../../support/warehouse.ts'
import type { Asked, ShownView } from './oracle.ts'
import { at, day, expectedRows, textOf } from './oracle.ts'
import { calls, customer, customerOrders, declarations, orders, placeOrders, rawRows } from './world.ts'

vi.setConfig({ testTimeout: 180_000 })
const now = '2026-03-01T06:00:00Z'
const nothing = { from: null, to: null, known: null, out: null, force: false, partial: true }
const borders = { train: '2026-02-01', validation: '2026-02-10' } as const
const accept = { F455: 'a test', F457: 'a test' }
const base = {
  entity: customer,
  spine: calls,
  label: sum(orders.c.amount).next('7d').gt(50),
  features: [customerOrders, placeOrders],
  accept,
  keep: ['call_id', 'minutes'],
} as const

/** Each with what the oracle has to know of it. */
const cases = [
  { definition: dataset('plain', { ...base, split: { ...borders, gap: '7d' } }), gap: 7, ttl: null, by: [], options: {} },
  {
    definition: dataset('no_gap', { ...base, split: borders, ttl: '5d' }),
    gap: 0,
    ttl: 5 * day,
    by: [],
    options: { from: '2026-01-05T00:00:00Z', to: '2026-02-15T12:00:00Z' },
  },
  { definition: dataset('short', { ...base, split: borders, ttl: '9h' }), gap: 0, ttl: 9 * 3600, by: [], options: {} },
  { definition: dataset('grouped', { ...base, split: { ...borders, gap: '3d', by: ['customer_id'] } }), gap: 3, ttl: null, by: ['customer_id'], options: {} },
  {
    definition: dataset('by_place', { ...base, split: { train: '2026-01-06', validation: '2026-01-12', by: 'place' } }),
    gap: 0,
    ttl: null,
    by: ['from_country', 'from_town'],
    options: {},
  },
  { definition: dataset('exactly', { ...base, accuracy: 'exact', split: { ...borders, gap: '7d' } }), gap: 7, ttl: null, by: [], options: {} },
  { definition: dataset('cut_off', { ...base, split: { ...borders, gap: '7d' } }), gap: 7, ttl: null, by: [], options: { known: '2026-02-14T03:00:00Z' } },
]

const features = ['orders_7d', 'amount_7d', 'most_14d', 'place_orders_2d', 'place_amount_2d']

/** What is materialized, with holes: points in days since the beginning of the year. */
const holes: readonly (readonly [from: string, to: string])[] = [
  ['2026-01-01T00:00:00Z', '2026-01-14T00:00:00Z'],
  ['2026-01-15T00:00:00Z', '2026-01-15T06:00:00Z'],
  ['2026-01-19T00:00:00Z', '2026-03-01T00:00:00Z'],
]

function pointsOf(every: number): ReadonlySet<number> {
  const points = new Set<number>()
  for (const [from, to] of holes) for (let p = Math.ceil(at(from) / every) * every; p < at(to); p += every) points.add(p)
  return points
}

async function shown(driver: Driver): Promise<readonly ShownView[]> {
  const common = { availableAfter: 3600 }
  return [
    {
      ...common,
      keys: [['customer_id', 'customer_id']],
      every: day,
      points: pointsOf(day),
      rows: await rowsIn(driver, 'main.customer_orders'),
      empty: { orders_7d: 0, amount_7d: null, most_14d: -1 },
    },
    {
      ...common,
      keys: [
        ['country', 'from_country'],
        ['town', 'from_town'],
      ],
      every: 6 * 3600,
      points: pointsOf(6 * 3600),
      rows: await rowsIn(driver, 'main.place_orders'),
      empty: { place_orders_2d: 0, place_amount_2d: null },
    },
  ]
}

onEachEngine('a dataset against what is worked out row by row', engine => {
  it.each(engine.duckdb ? [1, 2] : [3])('with NULL and doubled keys, separators, ties, holes, groups, ages and cutoffs (rows %i)', async seed => {
    await engine.inWarehouse(rawRows(seed), async driver => {
      const session = sessionOn(driver, [...declarations, ...cases.map(c => c.definition)], { now })
      await applied(session)
      for (const [from, to] of holes) await materialized(session, { from, to })
      const [raw, sold, views] = [await rowsIn(driver, 'raw.calls'), await rowsIn(driver, 'raw.orders'), await shown(driver)]
      for (const { definition, gap, ttl, by, options } of cases) {
        const version = await buildDataset(session, { ...nothing, ...options, dataset: definition.name })
        const { from = '2000-01-01', to = '2100-01-01', known = now } = options as { from?: string; to?: string; known?: string }
        const split =
          definition.name === 'by_place'
            ? { train: at('2026-01-06'), validation: at('2026-01-12'), gap: 0, by }
            : { train: at(borders.train), validation: at(borders.validation), gap: gap * day, by }
        const asked: Asked = { now: at(now), known: at(known), ttl, from: at(from), to: at(to), split, exact: definition.name === 'exactly' }
        const expected = expectedRows(raw, sold, views, asked, ['customer_id', 'from_country', 'from_town', 'call_id', 'minutes'])
        const found = await rowsIn(driver, `main.${definition.name}`)
        expect(found.map(textOf).toSorted(), definition.name).toEqual(expected.map(textOf).toSorted())
        expect(found.length).toBeGreaterThan(20)
        expect(version.nulls).toEqual(Object.fromEntries(features.map(f => [f, found.filter(r => r[f] === null).length])))
        const parts = (name: string): number => found.filter(r => r['split'] === name).length
        expect(version.rows).toEqual({ train: parts('train'), validation: parts('validation'), test: parts('test') })
        const { noTime, notKnown, labelNotKnown, gap: inGap } = version.leftOut
        if (options.from === undefined) expect(found.length + noTime + notKnown + labelNotKnown + inGap).toBe(raw.length)
      }
      // outside the population: 'ü' never orders, and no key at all; where a point is there, what counts is 0
      for (const name of ['main.plain', 'main.exactly']) {
        const rows = (await rowsIn(driver, name)).filter(r => r['most_14d'] !== null)
        const strangers = [rows.filter(r => r['customer_id'] === null), rows.filter(r => r['customer_id'] === 'ü')]
        for (const of of strangers) {
          expect(of.length, name).toBeGreaterThan(2)
          expect(new Set(of.map(r => [Number(r['orders_7d']), r['amount_7d'], Number(r['most_14d'])].join())), name).toEqual(new Set(['0,,-1']))
        }
      }
      expect(nullsAndEmpties(await rowsIn(driver, 'main.plain'))).toEqual([true, true, true, true])
    })
  })
})

/** The data is of no use where it lacks what is easily got wrong. */
function nullsAndEmpties(rows: readonly Row[]): readonly boolean[] {
  return [
    rows.some(r => r['orders_7d'] === null),
    rows.some(r => r['orders_7d'] === 0 && r['customer_id'] === null),
    rows.some(r => r['most_14d'] === -1 || Number(r['most_14d']) === -1),
    new Set(rows.map(textOf)).size < rows.length,
  ]
}
