import { describe, expect, it } from 'vitest'
import { FeatError } from '../../compiler/base/diagnostic.ts'
import { applyArguments } from '../../cli/arguments/apply.ts'
import { datasetBuildArguments } from '../../cli/arguments/dataset.ts'
import { fixtureArguments } from '../../cli/arguments/fixture.ts'
import { materializeArguments } from '../../cli/arguments/materialize.ts'
import { planArguments } from '../../cli/arguments/plan.ts'
import { showArguments } from '../../cli/arguments/show.ts'
import { testIo } from './test-io.ts'

const { io } = testIo({ now: '2026-03-04T05:06:07Z' })
const globals = { root: '/project', config: null, target: null, environment: null, lockTimeout: 30, color: true, json: false }

function refusals(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof FeatError) return error.diagnostics.map(d => `${d.code}: ${d.message}`)
    throw error
  }
  return []
}

describe('arguments', () => {
  it('have defaults', () => {
    expect(planArguments({ args: [], options: { color: true } }, io)).toEqual({
      ...globals,
      out: null,
      detailedExitcode: false,
      allowDestroy: false,
      verbose: false,
    })
    expect(applyArguments({ args: [], options: {} }, io)).toEqual({ ...globals, planFile: null, autoApprove: false, allowDestroy: false, verbose: false })
    expect(materializeArguments({ args: [], options: {} }, io)).toEqual({
      ...globals,
      from: null,
      to: null,
      now: '2026-03-04T05:06:07Z',
      only: [],
      restate: false,
      estimate: false,
    })
    expect(fixtureArguments({ args: ['logistics'], options: {} }, io)).toEqual({
      ...globals,
      dataSet: 'logistics',
      until: '2026-03-04',
      customers: null,
      vehicles: null,
      deliveries: null,
      days: null,
      seed: null,
    })
  })

  it('F717: take no moment to come where a command writes', () => {
    const future = { args: ['busy'], options: { now: '2026-03-11' } }
    for (const read of [materializeArguments, datasetBuildArguments]) {
      expect(refusals(() => read(future, io))).toEqual([
        'F717: --now 2026-03-11T00:00:00Z is later than the clock of this machine, which shows 2026-03-04T05:06:07Z',
      ])
      expect(read({ args: ['busy'], options: { now: '2026-03-04T05:11:07' } }, io).now).toBe('2026-03-04T05:11:07Z')
      expect(refusals(() => read({ args: ['busy'], options: { now: '2026-03-04T05:11:08' } }, io))).toHaveLength(1)
    }
    expect(materializeArguments({ args: [], options: { ...future.options, estimate: true } }, io).now).toBe('2026-03-11T00:00:00Z')
  })

  it('are read as typed values', () => {
    const raw = {
      args: [],
      options: { from: '2026-01-01', to: '2026-02-01T06:00', now: 'today', only: ['view.a', 'store.b'], root: '/x', target: 'prod', env: 'pr-1' },
    }
    expect(materializeArguments(raw, io)).toMatchObject({
      root: '/x',
      target: 'prod',
      environment: 'pr-1',
      from: '2026-01-01T00:00:00Z',
      to: '2026-02-01T06:00:00Z',
      now: '2026-03-04T00:00:00Z',
      only: ['view.a', 'store.b'],
    })
    expect(showArguments({ args: ['f'], options: { key: ['a=1', 'b=x=y'], at: '2026-01-01T00:00:00.250Z' } }, io)).toMatchObject({
      feature: 'f',
      keys: { a: '1', b: 'x=y' },
      at: '2026-01-01T00:00:00.250Z',
    })
    expect(fixtureArguments({ args: ['logistics'], options: { until: '2026-01-15', customers: '20', seed: '0' } }, io)).toMatchObject({
      until: '2026-01-15',
      customers: 20,
      seed: 0,
    })
  })

  it('F702 says for each value what was found and what was expected', () => {
    expect(refusals(() => materializeArguments({ args: [], options: { from: 'yesterday', to: '2026-02-30' } }, io))).toEqual([
      "F702: --from is 'yesterday', expected a time in UTC such as 2026-01-31, 2026-01-31T06:00:00Z, today or now",
      "F702: --to is '2026-02-30', expected a time in UTC such as 2026-01-31, 2026-01-31T06:00:00Z, today or now",
    ])
    expect(refusals(() => materializeArguments({ args: [], options: { from: '2026-02-01', to: '2026-01-01' } }, io))).toEqual([
      "F702: --to is '2026-01-01', expected a time later than --from: else the span is empty",
    ])
    expect(refusals(() => materializeArguments({ args: [], options: { from: '2026-02-01', to: '2026-02-01' } }, io))).toEqual([
      "F702: --to is '2026-02-01', expected a time later than --from: else the span is empty",
    ])
    expect(refusals(() => datasetBuildArguments({ args: ['busy'], options: { from: '2026-02-01', to: '2026-02-01' } }, io))).toEqual([
      "F702: --to is '2026-02-01', expected a time later than --from: else the span is empty",
    ])
    expect(refusals(() => fixtureArguments({ args: ['shop'], options: { customers: '0', seed: '-1' } }, io))).toEqual([
      "F702: <name> is 'shop', expected logistics, the one data set there is",
      "F702: --customers is '0', expected a whole number of at least 1",
      "F702: --seed is '-1', expected a whole number",
    ])
    expect(refusals(() => showArguments({ args: ['f'], options: { key: ['customer_id'] } }, io))).toEqual([
      "F702: --key is 'customer_id', expected a pair <name>=<value>",
    ])
    expect(refusals(() => planArguments({ args: [], options: { env: 'a b' } }, io))).toEqual([
      "F702: --env is 'a b', expected a name of letters, digits, - and _",
    ])
  })
})
