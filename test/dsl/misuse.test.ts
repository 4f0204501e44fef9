import { describe, expect, it } from 'vitest'
import type { Scalar } from '../../compiler/ir/scalar.ts'
import { childrenOf } from '../../compiler/ir/scalar.ts'
import { customer, customers, orders, service } from './definitions.ts'
import type { Untyped } from './untyped.ts'
import { untyped } from './untyped.ts'

const o = orders as Untyped
const f = (service as Untyped).f
const {
  asOf,
  avg,
  coalesce,
  count,
  dataset,
  defineConfig,
  duckdb,
  encode,
  entity,
  events,
  featureView,
  literal,
  model,
  monitor,
  number,
  percentile,
  ratio,
  raw,
  serving,
  sql,
  store,
  sum,
  varchar,
  when,
} = untyped as Untyped

/** The first mistake in an expression, as it will be reported. */
function mistakeIn(made: Untyped): string | null {
  const search = (node: Scalar): string | null => {
    if (node.kind === 'invalid') return `${node.found} / ${node.expected}`
    const inner: readonly (Scalar | null)[] =
      node.kind === 'window'
        ? [node.of, node.where]
        : node.kind === 'asOf'
          ? [node.of]
          : node.kind === 'lookup'
            ? [node.of, ...Object.values(node.keys)]
            : node.kind === 'versions'
              ? Object.values(node.of)
              : childrenOf(node)
    return inner.map(n => (n === null ? null : search(n))).find(m => m !== null) ?? null
  }
  return search(made.node as Scalar)
}

describe('expressions of JavaScript record what was given instead', () => {
  it.each<readonly [string, () => Untyped, string]>([
    ['nothing', () => o.c.amount.plus(undefined), 'nothing (undefined) / a number or a length'],
    ['null', () => o.c.amount.eq(null), 'null / a value (for a missing one use .isNull())'],
    ['a list', () => o.c.amount.gt([1]), 'a list / a number'],
    ['not a number', () => o.c.amount.gt(Number.NaN), 'the number NaN / a number'],
    ['a function', () => o.c.paid.and(() => true), 'a function / a condition'],
    ['a source', () => sum(orders).over('7d'), "the source 'raw.orders' / a number"],
    ['a view', () => o.c.amount.plus(service), "the view 'service' / a number or a length"],
    ['a constant', () => sum(5).over('7d'), 'the number 5 / a number'],
    ['a literal, which reads no row', () => sum(literal(5)).over('7d'), 'a value that reads no row / a number of the rows of a source'],
    ['an aggregate as an operand', () => o.c.amount.plus(sum(o.c.amount)), "an aggregate without a window / a window: .over('30d')"],
    ['an aggregate that goes on as an expression', () => sum(o.c.amount).plus(1), "an aggregate without a window / a window: .over('30d')"],
    [
      'a label that goes on as an expression',
      () => count(orders).next('7d').plus(1),
      'a label, which looks into the future / a feature; labels belong to a dataset',
    ],
    ['a case without an end', () => coalesce(when(o.c.paid, 1), 0), 'a when() without .otherwise() / .otherwise(value), or .otherwise(null)'],
    ['a window over what is no aggregate', () => o.c.amount.over('7d'), 'an expression / an aggregate, such as sum(value), before .where, .over or .next'],
    [
      'a condition on what is no aggregate',
      () => o.c.amount.where(o.c.paid).over('7d'),
      'an expression / an aggregate, such as sum(value), before .where, .over or .next',
    ],
    ['a column as the source of count', () => count(o.c.amount).over('7d'), 'an expression / a source of events'],
    [
      'a length that is none',
      () => count(orders).over('30 days'),
      "the text '30 days' / a length of a window, such as '30d', '6h', '15m', '10s' or 'lifetime'",
    ],
    ['an offset that is none', () => count(orders).over('30d', { offset: 'x' }), "the text 'x' / an offset of a window, such as '30d', '6h', '15m' or '10s'"],
    ['a window that is none', () => count(orders).over(30), "the number 30 / a window, such as window('30d') or '30d'"],
    ['a misspelt option of a window', () => count(orders).over('30d', { partal: true }), "the option 'partal' / partial or offset"],
    ['a condition that is none', () => count(orders).where(true).over('7d'), 'true / a condition on the rows'],
    ['one of several conditions that is none', () => count(orders).where(o.c.paid, 5).over('7d'), 'the number 5 / a condition on the rows'],
    ['a condition beside a source', () => count(orders, o.c.paid).over('7d'), 'an expression as a further argument of count / no further argument'],
    ['a condition beside a value', () => sum(o.c.amount, o.c.paid).over('7d'), 'an expression as a further argument of sum / no further argument'],
    [
      'a condition beside two aggregates',
      () => ratio(count(orders), count(orders), o.c.paid).over('7d'),
      'an expression as a further argument of ratio / no further argument',
    ],
    ['a second condition of and', () => o.c.paid.and(o.c.paid, o.c.paid), 'an expression as a further argument of .and / no further argument'],
    ['a method that takes nothing', () => o.c.amount.abs(1), 'the number 1 as a further argument of .abs / no further argument'],
    ['a second offset', () => count(orders).over('7d', {}, '1d'), "the text '1d' as a further argument of .over / no further argument"],
    ['a second column as of the point', () => asOf(o.c.amount, o.c.paid), 'an expression as a further argument of asOf / no further argument'],
    [
      'a further argument of a lookup',
      () => (customer as Untyped).at({ customer_id: o.c.from_hub }, f.orders_30d, 0),
      'the number 0 as a further argument of .at / no further argument',
    ],
    ['a default of when', () => when(o.c.paid, 1, 0).otherwise(null), 'the number 0 as a further argument of when / no further argument'],
    ['a part of a ratio', () => ratio(sum(o.c.amount), 2).over('7d'), 'the number 2 / an aggregate without a window'],
    ['a share', () => percentile(o.c.amount, 95).over('7d'), 'the number 95 / a share of 0 to 1'],
    ['a unit', () => o.c.ordered_at.until(o.c.ordered_at, 'weeks'), "the text 'weeks' / one of seconds, minutes, hours, days"],
    ['a length in arithmetic', () => o.c.ordered_at.plus('two days'), "the text 'two days' / a length such as '30d', '6h', '15m' or '10s'"],
    ['limits out of order', () => o.c.amount.bucketize(2, 1), 'a list / limits as numbers, each greater than the one before'],
    ['a regular expression object', () => o.c.from_hub.matches(/a/), 'an object / a regular expression as text'],
    ['a JSON type', () => o.c.extra.get('a', 'varchar'), "the text 'varchar' / a column type, such as varchar()"],
    ['a JSON path', () => o.c.extra.get(5, varchar()), "the number 5 / a path, such as 'address.city'"],
    ['digits of a cast', () => o.c.from_hub.toNumber(99, 2), 'a list / a precision of 1 to 38 and a scale of 0 to the precision'],
    ['encode without numbers', () => encode(o.c.status, 5, { otherwise: 0 }), 'the number 5 / a number for each value, such as { bronze: 1, gold: 2 }'],
    ['encode without otherwise', () => encode(o.c.status, { open: 1 }), 'nothing (undefined) / what any other value is: { otherwise: 0 }'],
    ['a type of raw SQL', () => raw('number', { snowflake: sql`1`, duckdb: sql`1` }), "the text 'number' / a column type, such as varchar()"],
    ['a string as SQL', () => raw(number(), { snowflake: 'X(1)', duckdb: sql`1` }), "the text 'X(1)' / SQL of this dialect: sql`...`"],
    ['sql called as a function', () => raw(number(), { snowflake: sql('X(1)'), duckdb: sql`1` }), "the text 'X(1)' / a template: sql`...`"],
    ['a constant in SQL', () => raw(number(), { snowflake: sql`X(${1})`, duckdb: sql`1` }), 'the number 1 / an expression'],
    ['a value as of the point', () => asOf('tier'), "the text 'tier' / a column of a dimension or snapshot"],
    [
      'a looked up feature',
      () => (customer as Untyped).at({ customer_id: 'x' }, f.orders_30d),
      "the text 'x' / the value of the key 'customer_id', an expression",
    ],
    ['versions', () => untyped['versions']!([]), 'a list / versions by number, such as { 1: ..., 2: ... }'],
    ['a default', () => f.orders_30d.default(undefined), 'nothing (undefined) / a constant'],
    ['a version of a feature', () => f.orders_30d.version('two'), "the text 'two' / the number of a version"],
  ])('%s', (_, make, expected) => {
    expect(mistakeIn(make())).toBe(expected)
  })
  it('several conditions are all true', () => {
    const [a, b, c] = [o.c.paid, o.c.amount.gt(5), o.c.from_hub.eq('x')]
    expect(count(orders).where(a, b, c).over('7d').node.where).toEqual(a.and(b).and(c).node)
    expect(count(orders).where(a, b).where(c).over('7d').node.where).toEqual(a.and(b).and(c).node)
  })
  it('all arguments that methods take are taken', () => {
    for (const made of [o.c.amount.round(2), o.c.from_hub.toNumber(10, 2), o.c.amount.bucketize(1, 2, 3), o.c.status.in('open', 'done', 'lost')]) {
      expect(mistakeIn(made)).toBeNull()
    }
    for (const made of [o.c.amount.between(1, 2), o.c.amount.clamp(1, 2), o.c.from_hub.substring(1, 2), o.c.extra.get('a', varchar())]) {
      expect(mistakeIn(made)).toBeNull()
    }
    for (const made of [o.c.ordered_at.until(o.c.ordered_at, 'days'), percentile(o.c.amount, 0.5).over('7d')]) expect(mistakeIn(made)).toBeNull()
  })
  it('a second object of features', () => {
    const made = featureView('v', { entity: customer }, { a: count(orders).over('7d') }, { b: count(orders).over('1d') })
    expect(JSON.stringify(made.options)).toContain('all features in one object')
    expect(JSON.stringify(featureView('v', { entity: customer }, { a: count(orders).over('7d') }, undefined).options)).not.toContain('one object')
  })
  it('a second function of derive', () => {
    const derived = (service as Untyped).derive(() => ({}), { a: 1 })
    expect(JSON.stringify(derived.options.problems ?? derived)).toContain('all features from one function')
  })
  it('unknown columns and features keep their names', () => {
    expect(o.c.revenu.node).toEqual({ kind: 'column', source: 'source.raw.orders', name: 'revenu', keys: null })
    expect(f.nothing.plus(1).node.args[0]).toEqual({ kind: 'feature', ref: 'feature.customer.nothing' })
  })
  it('a wrong type is left for the compiler to find', () => {
    expect(mistakeIn(avg(o.c.from_hub).over('7d'))).toBeNull()
    expect(mistakeIn(o.c.from_hub.gt(1))).toBeNull()
  })
})

describe('definitions of JavaScript record what they cannot hold', () => {
  const problems = (definition: Untyped): readonly string[] =>
    (definition.options?.problems ?? definition.problems ?? []).map((p: Untyped) => `${p.path}: ${p.found} / ${p.expected}`)

  it.each<readonly [string, () => Untyped, readonly string[]]>([
    [
      'no options',
      () => entity('x'),
      [
        ": nothing (undefined) / options, such as { owner: 'growth' }",
        'keys: nothing (undefined) / keys, such as { customer_id: varchar() }, or {} for one single thing',
      ],
    ],
    ['a name that is none', () => entity(5, { keys: {} }), ['name: the number 5 / a name']],
    ['a misspelt option', () => featureView('v', { entity: customer, evry: '1d' }, {}), ['evry: no option here / every']],
    ['a column type that is none', () => entity('x', { keys: { id: 'varchar' } }), ["keys.id: the text 'varchar' / a column type, such as varchar()"]],
    [
      'digits that are none',
      () => entity('x', { keys: { id: number(50, 2) } }),
      ['keys.id: number(50, 2) / a precision of 1 to 38 and a scale of 0 to the precision'],
    ],
    ['an entity that is none', () => featureView('v', { entity: 'customer' }, {}), ["entity: the text 'customer' / an entity"]],
    ['features that are none', () => featureView('v', { entity: customer }), ['features: nothing (undefined) / features by name']],
    [
      'an accuracy that is none',
      () => featureView('v', { entity: customer, accuracy: 'roughly' }, {}),
      ["accuracy: the text 'roughly' / one of snapshot, exact"],
    ],
    [
      'an entity of a source that is none',
      () => events('e', { entities: ['customer'], columns: {}, eventTime: 'at' }),
      ["entities.0: the text 'customer' / an entity, or entity.on({ key: 'column' })"],
    ],
    ['derive without a function', () => (service as Untyped).derive({ a: f.orders_30d }), ['derive: an object / a function of the features: f => ({ ... })']],
    [
      'a view in a store that is none',
      () => store('s', { views: { customer: [customer] }, clusterBy: [] }),
      ["views.customer.0: the entity 'customer' / a feature view"],
    ],
    [
      'computed that is no function',
      () => serving('s', { entity: customer, features: [], freshness: '5m', computed: {} }),
      ['computed: an object / a function of the request: r => ({ ... })'],
    ],
    [
      'a spine that is none',
      () => dataset('d', { entity: customer, spine: service, features: [], label: count(orders).next('1d'), split: { train: 'a' } }),
      ["spine: the view 'service' / a source", "split.validation: nothing (undefined) / a date, such as '2026-01-01'"],
    ],
    [
      'a dataset of a model that is none',
      () => model('m', { type: 'regression', trainedOn: 'churn', guard: { accuracy: 0.8 } }),
      [
        "version: nothing (undefined) / a version, such as '1.0'",
        "trainedOn: the text 'churn' / a dataset",
        'guard.accuracy: the number 0.8 / limits: { min, max }',
      ],
    ],
    [
      'a statistic that is none',
      () => monitor('m', { on: orders, stat: 'age', every: '1h', severity: 'info' }),
      ["stat: the text 'age' / a statistic, such as mean().above(0.7)"],
    ],
    [
      'a config',
      () =>
        defineConfig({
          project: 'p',
          targets: { a: 5, b: duckdb({ pth: 'x' }) },
          defaultTarget: 'a',
          policies: ['owner'],
          defaults: { owner: 1 },
          objects: { model: 'x' },
        }),
      [
        'targets.a: the number 5 / a target: duckdb({ ... }) or snowflake({ ... })',
        'targets.b.pth: no option here / path',
        "targets.b.path: nothing (undefined) / a text, or env('NAME')",
        'defaults.owner: the number 1 / a text',
        "policies.0: the text 'owner' / a policy, such as require_('owner')",
        "objects.model: the text 'x' / one of models, performance, monitoring",
      ],
    ],
  ])('%s', (_, make, expected) => {
    expect(problems(make())).toEqual(expected)
  })
  it('metadata of a feature', () => {
    const view = featureView('v', { entity: customer }, { a: f.orders_30d.with({ unt: 'USD', checks: ['notNull', untyped['between']!()] }) })
    expect(view.features[0].meta.problems).toEqual([
      { path: 'unt', found: 'no option here', expected: 'unit' },
      { path: 'checks.0', found: "the text 'notNull'", expected: 'a check, such as notNull()' },
      { path: 'checks.1', found: 'the check between without its values', expected: 'between(min, max), oneOf(...texts) or matches(pattern)' },
    ])
  })
  it('features, listed features and monitored things that are none', () => {
    const view = featureView('v', { entity: customer }, { a: 5, b: count(orders), c: o.c.amount })
    expect(view.features.map((x: Untyped) => x.expr.kind)).toEqual(['invalid', 'invalid', 'column'])
    expect(serving('s', { entity: customer, features: [f.orders_30d.plus(1), 'x'], freshness: '5m' }).features).toEqual([
      { kind: 'invalid', found: 'an expression without a name' },
      { kind: 'invalid', found: "the text 'x'" },
    ])
    expect(monitor('m', { on: f.orders_30d.plus(1), stat: untyped['mean']!(), every: '1d', severity: 'info' }).on).toEqual({
      kind: 'invalid',
      found: 'an expression without a name',
    })
    expect(dataset('d', { entity: customer, spine: orders, features: [], label: f.orders_30d, split: { train: 'a', validation: 'b' } }).label).toMatchObject({
      kind: 'invalid',
      found: 'an expression',
      expected: "a label, such as count(orders).next('90d'), or a column of the spine",
    })
    expect(
      mistakeIn(
        serving('s', { entity: customer, features: [], freshness: '5m', request: { a: number() }, computed: (r: Untyped) => ({ x: r.b.plus(1) }) }).computed[0]
          .expr.args[0] && {
          node: serving('s', { entity: customer, features: [], freshness: '5m', computed: (r: Untyped) => ({ x: r.b }) }).computed[0].expr,
        },
      ),
    ).toBe("the request field 'b' / a field that is declared in `request`")
  })
})

describe('nothing throws', () => {
  const junk: readonly unknown[] = [
    undefined,
    null,
    0,
    Number.NaN,
    -1,
    1n,
    '',
    'x',
    true,
    Symbol('s'),
    [],
    [null],
    {},
    { name: null },
    () => ({}),
    new Date(0),
    orders,
    customers,
    service,
    customer,
    f.orders_30d,
    o.c.amount,
    sum(o.c.amount),
    count(orders).next('1d'),
    when(o.c.paid, 1),
    sql`1`,
    varchar(),
  ]
  it('for any two things given to any builder', () => {
    for (const [name, build] of Object.entries(untyped)) {
      for (const a of junk) for (const b of junk) expect(() => build(a, b, b), name).not.toThrow()
    }
  })
  it('for anything given to any method', () => {
    const made: Untyped[] = [
      o.c.amount,
      f.orders_30d,
      sum(o.c.amount),
      count(orders).next('1d'),
      when(o.c.paid, 1),
      varchar(),
      untyped['mean']!(),
      orders,
      service,
      customer,
      service.derive(() => ({})),
    ]
    let calls = 0
    for (const thing of made) {
      for (const name of methodsOf(thing)) {
        for (const a of junk)
          for (const b of junk) {
            expect(() => thing[name](a, b), name).not.toThrow()
            calls++
          }
      }
    }
    expect(calls).toBeGreaterThan(100_000)
  })
})

function methodsOf(thing: Untyped): readonly string[] {
  const names = new Set<string>()
  for (let at: object | null = thing; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null) {
    for (const name of Object.getOwnPropertyNames(at)) if (typeof thing[name] === 'function') names.add(name)
  }
  return [...names]
}
