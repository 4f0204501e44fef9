import { describe, expect, it } from 'vitest'
import { analyze } from '../../compiler/analyze/index.ts'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import {
  asOf,
  avg,
  count,
  date,
  dataset,
  dimension,
  entity,
  events,
  featureView,
  integer,
  number,
  point,
  raw,
  snapshot,
  sql,
  sum,
  timestamp,
  varchar,
  window,
} from '../../compiler/dsl/index.ts'
import type { Fragment } from '../../compiler/dsl/index.ts'
import { projectOf } from '../support/project.ts'

const customer = entity('customer', { keys: { customer_id: varchar() } })
const columns = { customer_id: varchar(), amount: number(12, 2), at: timestamp(), loaded_at: timestamp() }
const orders = events('raw.orders', { entities: [customer], columns, eventTime: 'at', knownTime: 'loaded_at', lateness: '2d', defines: [customer] })
const visits = events('raw.visits', { entities: [customer], columns, eventTime: 'at', knownTime: 'loaded_at' })
const base: readonly unknown[] = [customer, orders, visits]
const good = { customer: count(orders).over('30d') }
const past = featureView('past', { entity: customer }, { orders_30d: good.customer })
const after = window('7d', { offset: '1s' })
const split = { train: '2026-01-01', validation: '2026-02-01', gap: '8d' } as const
const churn = { entity: customer, spine: orders, label: sum(orders.c.amount).next(after), features: [past], split }

function found(...definitions: readonly unknown[]): readonly Diagnostic[] {
  return analyze(projectOf([...base, ...definitions])).diagnostics
}
const texts = (list: readonly Diagnostic[]): readonly string[] => list.map(d => `${d.code} ${d.message}`)

describe('a dataset', () => {
  it('says nothing where labels begin after their row and the gap is as long as they reach', () => {
    expect(found(past, dataset('churn', churn))).toEqual([])
    expect(found(past, dataset('churn', { ...churn, label: count(visits).next('7d').gt(0), split: { ...split, gap: '7d' } }))).toEqual([])
  })

  it('F453 a label that begins with the row of the spine itself', () => {
    const selfish = { ...churn, label: count(orders).next('7d').eq(0) }
    const [warning, ...more] = found(past, dataset('churn', selfish))
    expect(more).toEqual([])
    expect(warning).toMatchObject({
      code: 'F453',
      severity: 'warning',
      address: 'dataset.churn',
      message: "the label of dataset 'churn' begins with the row that it is an example of: both its spine and its label are rows of 'raw.orders'",
      hint: expect.stringContaining(".next(window('7d', { offset: '1s' }))"),
    })
    expect(found(past, dataset('churn', { ...selfish, accept: { F453: 'the order itself counts' } }))).toEqual([])
  })

  it('F455 a source without a known time, told once, however deep below the features', () => {
    const bare = events('raw.bare', { entities: [customer], columns, eventTime: 'at' })
    const below = featureView('below', { entity: customer }, { bare_30d: avg(bare.c.amount).over('30d') })
    const above = featureView('above', { entity: customer }, { doubled: below.f.bare_30d.times(2) })
    const two = [dataset('one', { ...churn, features: [above] }), dataset('two', { ...churn, features: [below] })]
    expect(found(bare, below, above)).toEqual([])
    expect(texts(found(bare, below, above, ...two))).toEqual([
      "F455 'doubled' in dataset 'one' reads 'raw.bare', which does not say when its rows became known",
    ])
    const accepted = events('raw.bare', { entities: [customer], columns, eventTime: 'at', accept: { F455: 'the machine writes while it happens' } })
    expect(found(accepted, below, above, ...two)).toEqual([])
    const known = events('raw.bare', { entities: [customer], columns, eventTime: 'at', knownTime: 'loaded_at' })
    expect(found(known, below, above, ...two)).toEqual([])
  })

  it('F455 a dimension without a known time', () => {
    const tiers = dimension('raw.tiers', { entities: [customer], columns: { customer_id: varchar(), tier: varchar(), since: timestamp() }, validFrom: 'since' })
    const attributes = featureView('attributes', { entity: customer }, { tier: asOf(tiers.c.tier) })
    const [warning] = found(tiers, attributes, dataset('churn', { ...churn, features: [attributes] }))
    expect(warning).toMatchObject({ code: 'F455', hint: expect.stringContaining('where rows are there as soon as they are true') })
  })

  it('F456 columns of a snapshot that are not fixed', () => {
    const people = snapshot('raw.people', {
      entities: [customer],
      columns: { customer_id: varchar(), born_on: date().fixed(), city: varchar(), income: integer() },
    })
    const fixed = featureView('fixed', { entity: customer }, { born_on: asOf(people.c.born_on) })
    const now = featureView('now', { entity: customer }, { city: asOf(people.c.city), income: asOf(people.c.income) })
    expect(found(people, fixed, dataset('churn', { ...churn, features: [fixed] }))).toEqual([])
    expect(texts(found(people, fixed, now, dataset('churn', { ...churn, features: [fixed, now] })))).toEqual([
      "F456 'born_on' in dataset 'churn' reads 'city', 'income' of the snapshot 'raw.people', which have no past before the first capture",
    ])
    expect(found(people, now, dataset('churn', { ...churn, features: [now], accept: { F456: 'NULL as when served' } }))).toEqual([])
  })

  it('F457 a gap shorter than labels reach', () => {
    const without = dataset('churn', { ...churn, split: { train: split.train, validation: split.validation } })
    const [none] = found(past, without)
    expect(none).toMatchObject({ code: 'F457', hint: "split: { ..., gap: '8d' }, or accept: { F457: 'why' }" })
    expect(none!.message).toBe("the labels of dataset 'churn' reach 8d beyond their examples, but its split leaves no gap before each date")
    expect(texts(found(past, dataset('churn', { ...churn, split: { ...split, gap: '7d' } })))).toEqual([
      "F457 the labels of dataset 'churn' reach 8d beyond their examples, but its split leaves a gap of 7d before each date",
    ])
    expect(found(past, dataset('churn', { ...churn, split: { ...split, gap: '7d' }, accept: { F457: 'one second' } }))).toEqual([])
  })

  it('F460 views that are corrected by rows that became known later, however deep below the features', () => {
    const lax = featureView('lax', { entity: customer, known: 'corrected' }, { orders_1d: good.customer, visits_1d: count(visits).over('1d') })
    const above = featureView('above', { entity: customer }, { doubled: lax.f.orders_1d.times(2) })
    const of = (options: object, ...views: readonly unknown[]): readonly Diagnostic[] => found(...views, dataset('churn', { ...churn, ttl: '3d', ...options }))
    expect(of({ features: [past] }, past, lax)).toEqual([])
    expect(of({ features: [past, lax] }, past, lax)).toEqual([
      expect.objectContaining({
        code: 'F460',
        severity: 'warning',
        address: 'dataset.churn',
        message:
          "dataset 'churn' may hold rows that became known after its examples: 'orders_1d', 'visits_1d' are computed from 'raw.orders', 'raw.visits' by view 'lax', which is corrected",
        hint: "known: 'as-known' on view 'lax'; or accept: { F460: 'why' } on the dataset",
      }),
    ])
    for (const accuracy of ['snapshot', 'exact'])
      expect(texts(of({ features: [above], accuracy }, lax, above))).toEqual([
        "F460 dataset 'churn' may hold rows that became known after its examples: 'doubled' is computed from 'raw.orders' by view 'lax', which is corrected",
      ])
    expect(of({ features: [lax], accept: { F460: 'late rows are rare' } }, lax)).toEqual([])
  })

  it('F460 nothing is corrected where rows do not say when they became known', () => {
    const bare = events('raw.bare', { entities: [customer], columns, eventTime: 'at', accept: { F455: 'a test' } })
    const lax = featureView('lax', { entity: customer, known: 'corrected' }, { bare_1d: count(bare).over('1d') })
    expect(found(bare, lax, dataset('churn', { ...churn, features: [lax] }))).toEqual([])
  })
})

describe('a source', () => {
  const at = (name: string, known: string | null): readonly string[] =>
    texts(
      found(
        events('raw.x', {
          entities: [customer],
          columns: { customer_id: varchar(), [name]: timestamp(), other_at: timestamp() },
          eventTime: name as never,
          ...(known === null ? {} : { knownTime: known as never }),
        }),
      ),
    )

  it.each(['loaded_at', 'ingested_at', 'INGESTION_TIME', 'updated_at', '_synced_at', '_fivetran_synced_at', 'etl_loaded_ts', 'dw_insert_timestamp', 'last_at'])(
    'F454 %s as the event time is judged by its name',
    name => {
      const told = name === 'last_at' ? [] : [`F454 the event time of 'raw.x' is '${name}', which by its name says when the row was written`]
      expect(at(name, 'other_at')).toEqual(told)
    },
  )

  it('F454 one column as event time and known time', () => {
    expect(at('happened_at', 'happened_at')).toEqual(["F454 the event time of 'raw.x' is 'happened_at', which is its known time too"])
    expect(found(events('raw.x', { entities: [customer], columns, eventTime: 'at', knownTime: 'at', accept: { F454: 'the table is a log' } }))).toEqual([])
  })

  it('F458 a query that asks the clock', () => {
    const query = (text: ReturnType<typeof sql>): unknown =>
      events('raw.x', { entities: [customer], columns, eventTime: 'at', knownTime: 'loaded_at', query: { snowflake: text, duckdb: text } })
    expect(found(query(sql`SELECT * FROM t WHERE note <> 'now()' -- at random()`))).toEqual([])
    expect(texts(found(query(sql`SELECT *, now() AS loaded_at FROM t`)))).toEqual([
      "F458 the SQL of source 'raw.x' holds NOW(), which gives another value at each run",
    ])
  })
})

describe('raw SQL of a feature', () => {
  const of = (text: Fragment<never, never>, options: object = {}): readonly string[] =>
    texts(found(featureView('odd', { entity: customer, ...options }, { odd: raw(integer(), { snowflake: text as never, duckdb: text as never }) })))

  it('F458 the clock, dice and queries stand in no value', () => {
    expect(of(sql`date_diff('day', ${point()}, DATE '2020-01-01')`)).toEqual([])
    expect(of(sql`extract(year FROM ${point()})`)).toEqual([])
    expect(of(sql`date_diff('day', ${point()}, CURRENT_DATE)`)).toEqual([
      "F458 the SQL of feature 'odd' holds CURRENT_DATE, which gives another value at each run",
    ])
    expect(of(sql`floor(random() * 10)`)).toEqual(["F458 the SQL of feature 'odd' holds RANDOM(), which gives another value for each row and run"])
    expect(of(sql`(SELECT count(*) FROM raw.orders)`)).toEqual(["F458 the SQL of feature 'odd' holds a query, which reads rows whatever their time"])
    expect(of(sql`(SELECT 1)`, { accept: { F458: 'a constant' } })).toEqual([])
  })

  it('F458 is found within windows too', () => {
    const inside = sum(raw(integer(), { snowflake: sql`RANDOM() * ${orders.c.amount}`, duckdb: sql`random() * ${orders.c.amount}` }))
    expect(texts(found(featureView('odd', { entity: customer }, { odd: inside.over('7d') })))).toEqual([
      "F458 the SQL of feature 'odd' holds RANDOM(), which gives another value for each row and run",
    ])
  })
})

describe('accept', () => {
  it('names a code that can be accepted, and why', () => {
    expect(texts(found(past, dataset('churn', { ...churn, accept: { F453: ' ', F301: 'x' } as never })))).toEqual([
      "F201 'accept.F453' is the text ' '; expected the reason why it is meant to be so",
      "F201 'accept.F301' is the text 'F301'; expected one of F453, F454, F455, F456, F457, F458, F460",
    ])
  })
})

describe('the future', () => {
  it('is out of reach of a window: lengths and offsets are never negative', () => {
    const negative = window('7d', { offset: '-1d' as never })
    expect(texts(found(featureView('odd', { entity: customer }, { odd: count(orders).over(negative) })))[0]).toMatch(
      /^F202 found the text '-1d' where an offset/,
    )
  })
})
