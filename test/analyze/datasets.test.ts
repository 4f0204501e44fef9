import { describe, expect, it } from 'vitest'
import { analyze } from '../../compiler/analyze/index.ts'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import * as language from '../../compiler/dsl/index.ts'
import { projectOf } from '../support/project.ts'
import { busy, calls, customer, customerOrders, declarations, orders, place, placeOrders, split } from '../registry/dataset/world.ts'

// The language past its types, as an author gets there with `as any`.
const { dataset } = language as unknown as { readonly dataset: (name: string, options: object) => unknown }
const { boolean, count, entity, events, featureView, float, sum, timestamp, varchar, window } = language

const good = {
  entity: customer,
  spine: calls,
  label: sum(orders.c.amount).next('7d'),
  features: [customerOrders],
  split,
  accept: { F455: 'a test' },
}

function found(...more: readonly unknown[]): readonly Diagnostic[] {
  return analyze(projectOf([...declarations, ...more])).diagnostics
}
const texts = (...more: readonly unknown[]): readonly string[] => found(...more).map(d => `${d.code} ${d.message}`)
const catalogOf = (definition: unknown) => analyze(projectOf([...declarations, definition])).value!.datasets[0]!

const thing = entity('thing', { keys: { thing_id: varchar() } })
const things = events('raw.things', { entities: [thing], columns: { thing_id: varchar(), at: timestamp(), ok: boolean(), size: float() }, eventTime: 'at' })
const thingView = featureView('things', { entity: thing }, { things_1d: count(things).over('1d') })

describe('what a dataset means', () => {
  it('features of all entities that the spine describes, each by its own columns', () => {
    const d = catalogOf(busy)
    expect(d.roles).toEqual([
      { entity: 'entity.customer', on: ['customer_id'] },
      { entity: 'entity.place', on: ['from_country', 'from_town'] },
    ])
    expect(d.names).toEqual(['orders_7d', 'amount_7d', 'most_14d', 'place_orders_2d', 'place_amount_2d'])
    expect(d.split).toEqual({ kind: 'time', train: '2026-02-01T00:00:00Z', validation: '2026-02-10T00:00:00Z', gap: 7 * 86_400, by: [] })
  })
  it('the spine in another role of an entity', () => {
    const role = place.on({ country: 'from_town', town: 'from_country' })
    const d = catalogOf(dataset('x', { ...good, entity: undefined, label: calls.c.minutes, spine: calls.by(role), features: [placeOrders] }))
    expect(d.roles).toEqual([{ entity: 'entity.place', on: ['from_town', 'from_country'] }])
  })
  it('a value of the spine as the label, without an entity', () => {
    const d = catalogOf(dataset('x', { ...good, entity: undefined, label: calls.c.minutes.gt(3) }))
    expect([d.entity, d.labelType.kind]).toEqual([null, 'flag'])
  })
  it('groups by an entity or by columns, shares, a cutoff and an age', () => {
    const d = catalogOf(dataset('x', { ...good, ttl: '3d', known: '2026-02-20', split: { shares: { train: 0.75, test: 0.25 }, by: 'place' } }))
    expect(d).toMatchObject({
      ttl: 3 * 86_400,
      known: '2026-02-20T00:00:00Z',
      split: { kind: 'shares', train: 0.75, validation: 0, test: 0.25, by: ['from_country', 'from_town'] },
    })
    expect(catalogOf(dataset('x', { ...good, split: { ...split, by: ['call_id'] } })).split.by).toEqual(['call_id'])
  })
})

describe('what is wrong with a dataset', () => {
  const cases: readonly (readonly [title: string, definitions: () => readonly unknown[], message: string])[] = [
    [
      'F430 feature of an entity that the spine does not describe',
      () => [thing, things, thingView, dataset('x', { ...good, features: [thingView] })],
      "F430 view 'things' is of entity 'thing', which the spine 'raw.calls' does not describe; it describes customer or place",
    ],
    [
      'F431 label of one of several entities',
      () => [dataset('x', { ...good, entity: undefined })],
      "F431 dataset 'x' does not say whose label it has: the spine and raw.orders both describe customer or place",
    ],
    [
      'F431 label of no entity of the spine',
      () => [thing, things, dataset('x', { ...good, entity: undefined, label: count(things).next('7d') })],
      "F431 the spine of 'x' and the rows of its label (raw.things) describe no entity in common",
    ],
    ['F432 label without an end', () => [dataset('x', { ...good, label: count(orders).next(window('lifetime')) })], 'F432 the label has no end'],
    [
      'F320 label of the rows of another source',
      () => [dataset('x', { ...good, label: orders.c.amount })],
      "F320 rows of 'raw.calls' and 'raw.orders' stand in one expression",
    ],
    [
      'F433 shares that are no whole',
      () => [dataset('x', { ...good, split: { shares: { train: 0.8, test: 0.1 } } })],
      'F433 the shares of the split add up to 0.9, not to 1',
    ],
    [
      'F434 group by what is not compared exactly',
      () => [thing, things, dataset('x', { spine: things, label: things.c.ok, features: [], split: { ...split, by: 'size' } })],
      "F434 the split keeps rows of one 'size' together, which is float and not compared exactly",
    ],
    [
      'F435 points that are never young enough',
      () => [dataset('x', { ...good, ttl: '30m' })],
      "F435 features of view 'customer_orders' are always NULL here: its points are available after 1h, and older than 30m they do not count",
    ],
    [
      'F436 cutoff of what is corrected',
      () => {
        const later = featureView('later', { entity: customer, known: 'corrected', availableAfter: '1h' }, { late_7d: count(orders).over('7d') })
        return [later, dataset('x', { ...good, features: [later], known: '2026-02-20' })]
      },
      "F436 view 'later' is corrected: its stored values hold what became known later, so no dataset can show them as known before",
    ],
    [
      'F211 group by nothing there is',
      () => [dataset('x', { ...good, split: { ...split, by: 'custmer' } })],
      "F211 there is no entity or column 'custmer' in the spine 'raw.calls'",
    ],
    [
      'F361 two columns of one name',
      () => [dataset('x', { ...good, features: [customerOrders, customerOrders.f.orders_7d] })],
      "F361 dataset 'x' would have two columns 'orders_7d'",
    ],
    ['F203 age of nothing', () => [dataset('x', { ...good, ttl: '0d' })], "F203 'ttl' is '0d', which is no length of time"],
    ['F203 gap of nothing', () => [dataset('x', { ...good, split: { ...split, gap: '0s' } })], "F203 'split.gap' is '0s', which is no length of time"],
    ['F201 option of the split that is none', () => [dataset('x', { ...good, split: { ...split, gaps: '1d' } })], "F201 'split.gaps'"],
  ]
  it.each(cases)('%s', (_, definitions, message) => {
    expect(texts(...definitions()).join('\n')).toContain(message)
  })
  it('F201 F204 one thing, where the split or a date of it is missing', () => {
    expect(texts(dataset('x', { ...good, split: undefined }))).toEqual([
      "F201 'split' is nothing (undefined); expected a split, such as { train: '2026-01-01', validation: '2026-04-01' }, or { shares: { train: 0.8, test: 0.2 } }",
    ])
    expect(texts(dataset('x', { ...good, split: { train: '2026-01-01' } }))).toEqual([
      "F201 'split.validation' is nothing (undefined); expected a date, such as '2026-01-01'",
    ])
    expect(texts(dataset('x', { ...good, split: { ...split, train: 5 } }))).toEqual(["F201 'split.train' is the number 5; expected a text"])
    expect(texts(dataset('x', { ...good, split: { ...split, train: '' } }))).toEqual(["F204 'split.train' is '', which is no date or UTC instant"])
  })
  it('nothing, where there is nothing', () => {
    expect(found(busy, dataset('x', good))).toEqual([])
  })
})
