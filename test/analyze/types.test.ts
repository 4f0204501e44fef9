import { describe, expect, it } from 'vitest'
import { analyze } from '../../compiler/analyze/index.ts'
import type { CatalogFeature } from '../../compiler/ir/catalog.ts'
import { typeName } from '../../compiler/ir/type.ts'
import {
  asOf,
  avg,
  boolean,
  category,
  coalesce,
  count,
  countDistinct,
  countIf,
  date,
  dimension,
  entity,
  events,
  featureView,
  first,
  float,
  greatest,
  integer,
  lastN,
  literal,
  max,
  median,
  number,
  percentileDisc,
  point,
  stddev,
  sum,
  timestamp,
  varchar,
  when,
} from '../../compiler/dsl/index.ts'
import { projectOf } from '../support/project.ts'

const thing = entity('thing', { keys: { id: varchar() } })
const state = dimension('raw.state', {
  entities: [thing],
  validFrom: 'since',
  columns: {
    id: varchar(),
    since: timestamp(),
    i: integer(),
    f: float(),
    money: number(12, 2),
    rate: number(9, 6),
    wide: number(30, 4),
    born: date(),
    name: varchar().nullable(),
    size: category('s', 'm'),
    on: boolean(),
  },
})
const log = events('raw.log', {
  entities: [thing],
  eventTime: 'at',
  tieBreak: ['i'],
  historyFrom: '2024-01-01',
  columns: { id: varchar(), at: timestamp(), i: integer(), f: float(), money: number(12, 2), day: date(), size: category('s', 'm'), on: boolean() },
})
const { i, f, money, rate, wide, born, name, size } = state.c
const views = [
  featureView(
    'v',
    { entity: thing },
    {
      int_plus_int: asOf(i.plus(i)),
      int_times_literal: asOf(i.times(3)),
      int_plus_fraction: asOf(i.plus(0.25)),
      money_plus_money: asOf(money.plus(money)),
      money_plus_one: asOf(money.plus(1)),
      money_minus_int: asOf(money.minus(i)),
      money_times_rate: asOf(money.times(rate)),
      money_times_money: asOf(money.times(money)),
      too_long: asOf(wide.times(money)),
      too_fine: asOf(rate.times(rate).times(rate)),
      money_times_float: asOf(money.times(f)),
      quotient: asOf(money.div(i)),
      rounded: asOf(money.round(1)),
      floor: asOf(f.floor()),
      clamped: asOf(money.clamp(0, 1)),
      compared: asOf(money.gt(0.5)),
      dated: asOf(born.before('2020-02-29')),
      midnight: asOf(born.until(state.c.since, 'days')),
      day_after: asOf(born.plus('2d')),
      months: asOf(born.truncate('month')),
      mixed: coalesce(asOf(i), asOf(money), 0),
      top: greatest(asOf(i), asOf(f)),
      words: asOf(name.lower()),
      sized: when(asOf(size).eq('s'), 'small').otherwise('other'),
      nothing: when(asOf(state.c.on), 1.5).otherwise(null),
      exact: literal(2),
      now: point(),
    },
  ),
  featureView(
    'w',
    { entity: thing },
    {
      n: count(log).over('7d'),
      ever: count(log).over('lifetime'),
      yes: countIf(log.c.on).over('7d'),
      kinds: countDistinct(log.c.size).over('7d'),
      total: sum(log.c.i).over('7d'),
      paid: sum(log.c.money).over('7d'),
      weight: sum(log.c.f).over('7d'),
      mean: avg(log.c.money).over('7d'),
      spread: stddev(log.c.money).over('7d'),
      middle: median(log.c.i).over('7d'),
      nearest: percentileDisc(log.c.money, 0.5).over('7d'),
      latest: max(log.c.day).over('7d'),
      began: first(log.c.size).over('7d'),
      recent: lastN(log.c.i, 3).over('7d'),
    },
  ),
  featureView('late', { entity: thing, start: '2024-02-01' }, { covered: count(log).over('31d'), cut: count(log).over('32d') }),
]
const { value, diagnostics } = analyze(projectOf([thing, state, log, ...views]))
const feature = (x: string): CatalogFeature => value!.features[`feature.thing.${x}`]!
const type = (x: string): string => typeName(feature(x).type)

describe('types', () => {
  it('are known without mistakes', () => {
    expect(diagnostics).toEqual([])
  })

  it.each([
    ['int_plus_int', 'integer'],
    ['int_times_literal', 'integer'],
    ['int_plus_fraction', 'number(22,2)'],
    ['money_plus_money', 'number(13,2)'],
    ['money_plus_one', 'number(13,2)'],
    ['money_minus_int', 'number(22,2)'],
    ['money_times_rate', 'number(21,8)'],
    ['money_times_money', 'number(24,4)'],
    ['too_long', 'float'],
    ['too_fine', 'float'],
    ['money_times_float', 'float'],
    ['quotient', 'float'],
    ['rounded', 'number(13,2)'],
    ['floor', 'integer'],
    ['clamped', 'number(12,2)'],
    ['compared', 'boolean'],
    ['dated', 'boolean'],
    ['midnight', 'float'],
    ['day_after', 'date'],
    ['months', 'date'],
    ['mixed', 'number(21,2)'],
    ['top', 'float'],
    ['words', 'varchar'],
    ['sized', 'varchar'],
    ['nothing', 'number(2,1)'],
    ['exact', 'integer'],
    ['now', 'timestamp'],
    ['n', 'integer'],
    ['total', 'number(38,0)'],
    ['paid', 'number(38,2)'],
    ['weight', 'float'],
    ['mean', 'float'],
    ['spread', 'float'],
    ['middle', 'float'],
    ['nearest', 'number(12,2)'],
    ['latest', 'date'],
    ['began', 'varchar'],
    ['recent', 'variant'],
  ])('of %s is %s', (x, expected) => {
    expect(type(x)).toBe(expected)
  })

  it('keep the values of a category', () => {
    expect(feature('sized').values).toEqual(['small', 'other'])
    expect(feature('began').values).toEqual(['s', 'm'])
    expect(feature('words').values).toBeNull()
  })

  it('say which values may be missing', () => {
    expect(['sized', 'exact', 'now', 'ever', 'covered'].map(x => feature(x).nullable)).toEqual([false, false, false, false, false])
    // a row of the dimension may be missing, a quotient undefined, and a window may start before the history of its source
    expect(['int_plus_int', 'nothing', 'total', 'n', 'cut'].map(x => feature(x).nullable)).toEqual([true, true, true, true, true])
    expect(feature('mixed').nullable).toBe(false)
  })
})

describe('rewriting', () => {
  const row = (x: string): unknown => (feature(x).expr as unknown as { readonly of: unknown }).of
  const column = (n: string): object => ({ kind: 'column', source: 'source.raw.state', name: n })
  const cast = (of: object, to: object): object => ({ kind: 'cast', of, type: to })

  it('casts operands to a common type and results to the declared one', () => {
    expect(row('money_minus_int')).toMatchObject(
      cast(
        { fn: 'minus', args: [column('money'), cast(column('i'), { kind: 'decimal', precision: 19, scale: 0 })] },
        { kind: 'decimal', precision: 22, scale: 2 },
      ),
    )
    expect(row('int_plus_int')).toMatchObject({ kind: 'call', fn: 'plus', args: [column('i'), column('i')] })
    expect(row('money_times_float')).toMatchObject({ fn: 'times', args: [cast(column('money'), { kind: 'float' }), column('f')] })
    expect(row('floor')).toMatchObject(cast({ fn: 'floor', args: [column('f')] }, { kind: 'int' }))
  })

  it('gives literals the type of what they stand beside', () => {
    expect(row('compared')).toMatchObject({ args: [column('money'), { kind: 'literal', value: 0.5, type: { kind: 'decimal', precision: 12, scale: 2 } }] })
    expect(row('dated')).toMatchObject({ args: [column('born'), { kind: 'literal', value: '2020-02-29', type: { kind: 'date' } }] })
    expect(row('money_plus_one')).toMatchObject({
      of: { args: [column('money'), { kind: 'literal', value: 1, type: { kind: 'decimal', precision: 1, scale: 0 } }] },
    })
  })

  it('reads dates as midnight beside timestamps, and adds days to them as days', () => {
    expect(row('midnight')).toMatchObject({ fn: 'elapsed', args: [cast(column('born'), { kind: 'time' }), column('since'), { value: 'days' }] })
    expect(row('day_after')).toMatchObject({ fn: 'datePlus', args: [column('born'), { value: 2 }] })
  })

  it('brings values of float aggregates to floats, and keeps sums and averages exact until they divide', () => {
    expect(feature('spread').expr).toMatchObject({ of: cast({ kind: 'column', name: 'money' }, { kind: 'float' }) })
    expect(feature('mean').expr).toMatchObject({ of: { kind: 'column', name: 'money' } })
  })

  it('folds what a missing row means', () => {
    expect(feature('mixed').empty).toEqual({ kind: 'literal', value: 0, type: { kind: 'decimal', precision: 21, scale: 2 } })
    expect(feature('sized').empty).toEqual({ kind: 'literal', value: 'other', type: { kind: 'text' } })
    expect(feature('nothing').empty).toMatchObject({ kind: 'literal', value: null })
    expect(feature('now').empty).toEqual({ kind: 'literal', value: null, type: { kind: 'time' } })
  })
})
