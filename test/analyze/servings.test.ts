import { describe, expect, it } from 'vitest'
import { analyze } from '../../compiler/analyze/index.ts'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { defineConfig, duckdb, snowflake } from '../../compiler/dsl/index.ts'
import * as language from '../../compiler/dsl/index.ts'
import type { CatalogServing } from '../../compiler/ir/catalog.ts'
import { chooseServing } from '../../compiler/ir/serving-choice.ts'
import { servingTargets } from '../../compiler/ir/serving-target.ts'
import { projectOf, spanOf } from '../support/project.ts'
import * as s from './sample.ts'

/** The language as JavaScript sees it. */
// oxlint-disable-next-line typescript/no-explicit-any
type Untyped = any
const f = language as Untyped
const { customer, service, risk } = s as Untyped

function configOf(target: object = {}): unknown {
  return defineConfig({
    project: 'logistics',
    defaultTarget: 'local',
    targets: {
      local: duckdb({ path: ':memory:' }),
      prod: snowflake({ connection: 'prod', database: 'DW', schema: 'ML', warehouse: 'WH', ...target }),
    },
  })
}

function serving(given: object): unknown {
  return f.serving('x', { entity: customer, features: [service], freshness: '5m', ...given })
}

function found(given: object, target: object = {}, more: readonly unknown[] = []): readonly Diagnostic[] {
  return analyze(projectOf([...s.sample, ...more, serving(given)], { config: configOf(target) })).diagnostics
}

function brief(d: readonly Diagnostic[]): readonly string[] {
  return d.map(x => `${x.code} ${x.message}`)
}

function servingOf(given: object, target: object = {}): { readonly serving: CatalogServing; readonly kind: string; readonly why: string } {
  const { value } = analyze(projectOf([...s.sample, serving(given)], { config: configOf(target) }))
  const [made] = value!.servings.filter(x => x.name === 'x')
  const { served } = chooseServing(made!.wish, servingTargets(value!.config)[0]!)
  return { serving: made!, kind: served!.kind, why: served!.why }
}

const fleet = f.entity('fleet', { keys: {} })
const rides = f.events('raw.rides', { entities: [fleet], columns: { at: f.timestamp() }, eventTime: 'at' })
const trends = f.featureView('trends', { entity: fleet, every: '1d' }, { n_7d: f.count(rides).over('7d') })
const raw = (type: unknown, text: string): unknown =>
  f.raw(type, { snowflake: f.sql(Object.assign([text], { raw: [text] })), duckdb: f.sql(Object.assign(['1'], { raw: ['1'] })) })

describe('rules of each kind', () => {
  const cases: readonly (readonly [title: string, given: object, target: object, expected: string, member: string])[] = [
    [
      'F381 edition of a materialized view',
      { as: 'materialized view' },
      {},
      "F381 a materialized view needs the enterprise edition, and target 'prod' is standard",
      'as',
    ],
    [
      'F382 join in a materialized view',
      { as: 'materialized view', features: [service, risk] },
      { edition: 'enterprise' },
      "F382 a materialized view reads one table, and 'x' would join 'customer_service' with 'customer_risk' (for 'rain_score')",
      'features',
    ],
    [
      'F383 lag of a dynamic table',
      { as: 'dynamic table', freshness: '30s' },
      {},
      "F383 a dynamic table lags at least 1m behind, and 'x' wants freshness 30s",
      'freshness',
    ],
    [
      'F383 lag of an interactive table',
      { as: 'interactive table', freshness: '59s' },
      {},
      "F383 an interactive table lags at least 1m behind, and 'x' wants freshness 59s",
      'freshness',
    ],
    [
      'F383 lag of an online feature table',
      { as: 'online feature table', freshness: '9s' },
      {},
      "F383 an online feature table lags at least 10s behind, and 'x' wants freshness 9s",
      'freshness',
    ],
    [
      'F383 greatest lag of an online feature table',
      { as: 'online feature table', freshness: '9d' },
      {},
      "F383 an online feature table lags at most 8d behind, and 'x' wants freshness 9d",
      'freshness',
    ],
    [
      'F384 downstream of what is no dynamic table',
      { as: 'interactive table', freshness: 'downstream' },
      {},
      "F384 'x' is to be refreshed when its readers are (freshness: 'downstream'), which an interactive table cannot",
      'freshness',
    ],
    [
      'F387 cluster keys of a hybrid table',
      { as: 'hybrid table', clusterBy: ['customer_id'] },
      {},
      'F387 a hybrid table takes none: found cluster keys (customer_id)',
      'clusterBy',
    ],
    ['F387 cluster keys of a view', { as: 'view', clusterBy: ['customer_id'] }, {}, 'F387 a view takes none', 'clusterBy'],
    ['F389 refresh mode of a view', { as: 'view', refresh: 'full' }, {}, "F389 a view has no option 'refresh'", 'refresh'],
    [
      'F389 initialize of an online feature table',
      { as: 'online feature table', initialize: 'on schedule' },
      {},
      "F389 an online feature table has no option 'initialize'",
      'initialize',
    ],
    [
      'F390 hybrid table on a cloud without them',
      { as: 'hybrid table' },
      { cloud: 'gcp' },
      "F390 a hybrid table exists on aws or azure only, and target 'prod' is on gcp",
      'as',
    ],
    [
      'F391 nothing is as fast',
      { latency: '5ms' },
      {},
      "F391 nothing on target 'prod' serves 'x' as asked (read in 5 ms, at most 5m behind): a dynamic table takes about 2000 ms",
      'latency',
    ],
    [
      'F392 kind slower than wanted',
      { as: 'dynamic table', latency: '100ms' },
      {},
      "F392 a dynamic table takes about 2000 ms to read a key, and 'x' wants 100 ms",
      'latency',
    ],
  ]
  it.each(cases)('%s', (_, given, target, expected, member) => {
    const [first, ...rest] = found(given, target)
    expect(`${first!.code} ${first!.message}`).toContain(expected)
    expect(first!.span).toEqual(spanOf('serving.x', member))
    expect(rest).toEqual([])
  })

  it('F385 primary key of an entity without keys', () => {
    for (const as of ['online feature table', 'hybrid table']) {
      expect(brief(found({ as, entity: fleet, features: [trends] }, {}, [fleet, rides, trends]))[0]).toContain(
        "needs a primary key, and entity 'fleet' has no keys",
      )
    }
  })

  it('F387 interactive table without a key to cluster by', () => {
    const [first] = found({ as: 'interactive table', entity: fleet, features: [trends] }, {}, [fleet, rides, trends])
    expect(`${first!.code} ${first!.message}`).toBe('F387 an interactive table needs clusterBy: found an entity without keys')
    expect(found({ as: 'interactive table', entity: fleet, features: [trends], clusterBy: ['feature_time'] }, {}, [fleet, rides, trends])).toEqual([])
  })

  it('F386 cluster key that the serving does not show', () => {
    const [first] = found({ clusterBy: ['customer_ids'] })
    expect(`${first!.code} ${first!.message} | ${first!.hint}`).toBe(
      "F386 clusterBy names 'customer_ids', which the serving does not show | did you mean 'customer_id'?",
    )
  })

  it.each([
    ['CURRENT_DATE()', 'CURRENT_DATE', 'stands in conditions only'],
    ["IFF(IS_ROLE_IN_SESSION('A'), 1, 0)", 'IS_ROLE_IN_SESSION', 'who reads'],
    ['uniform(1, 10, random())', 'RANDOM', 'another value each time'],
    ['(SELECT 1)', 'SELECT', 'subqueries'],
    ['ANY_VALUE(1)', 'ANY_VALUE', 'not determined'],
  ])('F388 incremental refresh of %s', (text, piece, rule) => {
    const [first] = found({ as: 'dynamic table', refresh: 'incremental', computed: () => ({ odd: raw(f.integer(), text) }) })
    expect(first!.code).toBe('F388')
    expect(first!.message).toContain(`'odd' holds ${text.startsWith('uniform') ? 'UNIFORM' : piece}`)
    if (!text.startsWith('uniform')) expect(first!.message).toContain(rule)
    expect(first!.span).toEqual(spanOf('serving.x', 'odd'))
  })

  it('words within literals and comments of SQL break nothing', () => {
    expect(found({ refresh: 'incremental', computed: () => ({ odd: raw(f.varchar(), "'SELECT EXISTS' /* RANDOM */") }) })).toEqual([])
  })

  it('F393 request field with the name of a column', () => {
    const [first] = found({ request: { customer_id: f.varchar() }, computed: (r: Untyped) => ({ y: r.customer_id }) })
    expect(`${first!.code} ${first!.message}`).toBe("F393 the request field 'customer_id' has the name of a column of 'x'")
  })

  it('F394 computed column over a feature that is not served', () => {
    const [first] = found({ features: [service], computed: () => ({ y: risk.f.risk_score }) })
    expect(`${first!.code} ${first!.message}`).toBe("F394 the computed column 'y' reads 'risk_score', which 'x' does not list")
    expect(first!.span).toEqual(spanOf('serving.x', 'y'))
  })

  it('F201 latency that is no length of time', () => {
    expect(brief(found({ latency: 'fast' }))[0]).toContain("F201 'latency' is 'fast'")
  })

  it('are asked of targets on Snowflake alone', () => {
    const config = defineConfig({ project: 'logistics', defaultTarget: 'local', targets: { local: duckdb({ path: ':memory:' }) } })
    expect(analyze(projectOf([...s.sample, serving({ as: 'materialized view', features: [service, risk] })], { config })).diagnostics).toEqual([])
  })
})

describe('what the compiler chooses', () => {
  it.each([
    [{}, {}, 'dynamic table'],
    [{ freshness: '30s' }, {}, 'view'],
    [{ freshness: '30s' }, { edition: 'enterprise' }, 'materialized view'],
    [{ freshness: '30s', features: [service, risk] }, { edition: 'enterprise' }, 'view'],
    [{ latency: '1s' }, {}, 'interactive table'],
    [{ latency: '100ms' }, {}, 'online feature table'],
    [{ latency: '100ms', freshness: '5s' }, {}, 'hybrid table'],
    [{ freshness: 'downstream' }, {}, 'dynamic table'],
  ])('%o on %o: %s', (given, target, kind) => {
    expect(servingOf(given, target).kind).toBe(kind)
  })

  it('says why, and why not what comes before', () => {
    expect(servingOf({ freshness: '30s' }).why).toBe(
      'chosen: computed when it is read, about 10 s to read a key; not dynamic table (lags at least 1m), materialized view (needs enterprise)',
    )
  })

  it('refreshes in full what cannot be refreshed incrementally, and says so', () => {
    const { serving: made } = servingOf({ computed: () => ({ odd: raw(f.integer(), 'CURRENT_DATE()') }) })
    const { served } = chooseServing(made.wish, { name: 'prod', edition: 'standard', cloud: null, warehouse: 'WH' })
    expect(served).toMatchObject({ kind: 'dynamic table', refresh: 'full' })
    expect(served!.why).toContain("refreshed in full: CURRENT_DATE in 'odd'")
  })
})
