import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FeatError } from '../../compiler/base/diagnostic.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import { applySteps } from '../../registry/apply/apply.ts'
import { lastJournal } from '../../registry/apply/journal.ts'
import type { ApplyOptions } from '../../registry/apply/options.ts'
import type { StepEvent } from '../../registry/apply/progress.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { accessState } from '../../registry/state/access.ts'
import { readState } from '../../registry/state/read.ts'
import { codesOf, failure } from '../support/errors.ts'
import { localPlacement } from '../support/placement.ts'
import { scratch } from '../support/scratch.ts'
import { recordOf, step, storageOf } from '../support/steps.ts'

const folder = scratch()
const placement = localPlacement()
const clock = (): Date => new Date('2026-03-01T00:00:00Z')
const run = { project: 'logistics', plan: 'p1', now: '2026-03-01T00:00:00Z', owner: 'ada', host: 'here', command: 'feat apply' }

let driver: Driver
let number = 0
beforeEach(async () => {
  driver = await openDuckdb({ path: join(folder, `a${number++}.duckdb`) })
  await driver.execute('CREATE TABLE log (what VARCHAR)')
})
afterEach(() => driver.close())

const log = (what: string): string => `INSERT INTO log VALUES ('${what}')`
const logged = async (): Promise<readonly unknown[]> => (await driver.query('SELECT what FROM log')).map(r => r['what'])
const apply = (steps: readonly Step[], more: Partial<ApplyOptions> = {}): ReturnType<typeof applySteps> =>
  applySteps({ driver, placement, steps, run, clock, ...more })
const lockOwner = async (): Promise<unknown> => (await driver.query('SELECT owner, fence FROM feat.lock'))[0]

describe('steps', () => {
  it('run in their order, with their effects and progress', async () => {
    const storage = storageOf('demo__g1')
    const events: StepEvent[] = []
    const steps = [
      step({ title: 'create demo', sql: [log('a'), log('b')], effect: { kind: 'storage', storage } }),
      step({
        title: 'fill demo',
        phase: 'fill',
        sql: [log('c')],
        transaction: true,
        fill: { storage: 'feat_storage.demo__g1', from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
      }),
      step({
        title: 'publish demo',
        phase: 'publish',
        sql: [log('d')],
        effect: { kind: 'record', record: recordOf('view.demo', 1, [storage]), replaces: null },
      }),
    ]
    expect(await apply(steps, { onProgress: e => events.push(e) })).toEqual({ run: 1, done: 3, skipped: 0 })
    expect(await logged()).toEqual(['a', 'b', 'c', 'd'])
    expect(await readState(driver, placement)).toMatchObject({
      serial: 1,
      records: [{ address: 'view.demo' }],
      storages: [{ storage }],
      coverage: [{ storage: 'feat_storage.demo__g1', from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', knownTo: run.now }],
    })
    expect(events.map(e => `${e.index}/${e.total} ${e.step.title} ${e.state}`)).toEqual([
      '1/3 create demo start',
      '1/3 create demo done',
      '2/3 fill demo start',
      '2/3 fill demo done',
      '3/3 publish demo start',
      '3/3 publish demo done',
    ])
    expect(events.every(e => e.ms >= 0)).toBe(true)
    expect(await lockOwner()).toEqual({ owner: null, fence: 1 })
  })

  it('are run again by a later run of the same plan: what they did may have been undone', async () => {
    const steps = [step({ title: 'a', sql: [log('a')] })]
    await apply(steps)
    expect(await apply(steps)).toEqual({ run: 2, done: 1, skipped: 0 })
    expect(await logged()).toEqual(['a', 'a'])
  })

  it('keep a retired storage for the days asked for', async () => {
    const storage = storageOf('t')
    const steps = [
      step({ title: 'create', sql: [], effect: { kind: 'storage', storage } }),
      step({ title: 'retire', sql: [], effect: { kind: 'retire', storage: storage.generation } }),
    ]
    await apply(steps, { run: { ...run, keepDays: 3 } })
    expect((await readState(driver, placement))!.retired).toEqual([{ name: storage.name, dropAfter: '2026-03-04T00:00:00Z' }])
  })
})

describe('many definitions in a row', () => {
  const many = (n: number, broken: number | null = null): readonly Step[] =>
    Array.from({ length: n }, (_, i) =>
      step({
        title: `create t${i}`,
        sql: ['BEGIN TRANSACTION', `CREATE TABLE t${i} (a INTEGER)`, i === broken ? "INSERT INTO log VALUES (CAST('x' AS INTEGER))" : log(`t${i}`), 'COMMIT'],
        effect: { kind: 'storage', storage: storageOf(`t${i}`) },
      }),
    )

  it('share their commits, and are recorded each', async () => {
    const commits: string[] = []
    const counted: Driver = {
      ...driver,
      transaction: (statements, title) => {
        commits.push(title ?? '')
        return driver.transaction(statements, title)
      },
    }
    expect(await apply(many(80), { driver: counted })).toEqual({ run: 1, done: 80, skipped: 0 })
    expect(commits.length).toBeLessThan(10)
    expect(await logged()).toHaveLength(80)
    expect((await readState(driver, placement))!.storages).toHaveLength(80)
    const journal = await lastJournal(accessState(driver, placement, clock))
    expect(journal.filter(e => e.outcome === 'done')).toHaveLength(80)
  })

  it('F630 of which one fails are done one by one up to that', async () => {
    const found = await failure(apply(many(20, 11)))
    expect(found.map(d => d.code)).toEqual(['F607', 'F630'])
    expect(found[1]!.message).toBe("the step 'create t11' failed; 11 of 20 steps are done")
    expect(await logged()).toHaveLength(11)
    expect(await apply(many(20))).toEqual({ run: 1, done: 9, skipped: 11 })
  })
})

describe('a probe', () => {
  const created = "SELECT count(*) = 1 FROM duckdb_tables() WHERE table_name = 'made'"
  it('that finds the step done spares its statements, and the effect is taken up', async () => {
    await driver.execute('CREATE TABLE made (a INTEGER)')
    const steps = [step({ title: 'make', sql: ['CREATE TABLE made (a INTEGER)'], probe: created, effect: { kind: 'storage', storage: storageOf('made') } })]
    expect(await apply(steps)).toEqual({ run: 1, done: 0, skipped: 1 })
    expect((await readState(driver, placement))!.storages).toHaveLength(1)
  })

  it('that looks at what is not there yet says no', async () => {
    const steps = [step({ title: 'make', sql: ['CREATE TABLE made AS SELECT 1 AS a'], probe: 'SELECT count(*) = 1 FROM made' })]
    expect(await apply(steps)).toEqual({ run: 1, done: 1, skipped: 0 })
  })
})

describe('a step that fails', () => {
  const steps = [
    step({ title: 'first', sql: [log('first')] }),
    step({ title: 'second', sql: [log('second'), "INSERT INTO log VALUES (CAST('x' AS INTEGER))"], transaction: true }),
    step({ title: 'third', sql: [log('third')] }),
  ]

  it('F630 says which, how many are done, and why; its transaction is taken back', async () => {
    const events: string[] = []
    const found = await failure(apply(steps, { onProgress: e => events.push(`${e.step.title} ${e.state}`) }))
    expect(found.map(d => d.code)).toEqual(['F607', 'F630'])
    expect(found[0]!.message).toContain('while: second')
    expect(found[1]!.message).toBe("the step 'second' failed; 1 of 3 steps are done")
    expect(found[1]!.address).toBe('view.demo')
    expect(await logged()).toEqual(['first'])
    expect(events).toEqual(['first start', 'first done', 'second start', 'second failed'])
    const journal = await lastJournal(accessState(driver, placement, clock))
    expect(new Set(journal.map(e => e.outcome))).toEqual(new Set(['done', 'failed', 'intent']))
    expect(journal.find(e => e.outcome === 'failed')).toMatchObject({
      step: steps[1]!.id,
      attempt: 1,
      fence: 1,
      error: expect.stringContaining('F607') as string,
    })
    expect(await lockOwner()).toMatchObject({ owner: null })
  })

  it('is where the next run of the plan continues', async () => {
    await driver.execute('CREATE TABLE numbers (n VARCHAR)')
    await driver.execute("INSERT INTO numbers VALUES ('x')")
    const fixed = steps.with(1, step({ title: 'second', sql: ['INSERT INTO log SELECT CAST(CAST(n AS INTEGER) AS VARCHAR) FROM numbers'], transaction: true }))
    expect(await codesOf(apply(fixed))).toEqual(['F607', 'F630'])
    await driver.execute("UPDATE numbers SET n = '7'")
    expect(await apply(fixed)).toEqual({ run: 1, done: 2, skipped: 1 })
    expect(await logged()).toEqual(['first', '7', 'third'])
    const attempts = (await lastJournal(accessState(driver, placement, clock))).map(e => e.attempt)
    expect(Math.max(...attempts)).toBe(2)
  })

  it('is not continued where another plan ran in between', async () => {
    await codesOf(apply(steps))
    await apply([step({ title: 'other', sql: [log('other')] })], { run: { ...run, plan: 'p2' } })
    await codesOf(apply(steps))
    expect(await logged()).toEqual(['first', 'other', 'first'])
  })

  it('by a bug of ours stays that bug', async () => {
    const broken: Driver = { ...driver, query: () => Promise.reject(new TypeError('ours')) }
    await expect(apply(steps, { driver: broken })).rejects.toThrow(TypeError)
  })
})

describe('Ctrl-C', () => {
  const slow = 'INSERT INTO log SELECT count(*)::VARCHAR FROM range(100000000000) WHERE hash(range) = 3'

  it('F631 cancels the running statement, records that and gives the lock back', async () => {
    const controller = new AbortController()
    const steps = [
      step({ title: 'quick', sql: [log('quick')] }),
      step({ title: 'slow', sql: [slow], transaction: true }),
      step({ title: 'never', sql: [log('never')] }),
    ]
    const work = failure(
      apply(steps, {
        signal: controller.signal,
        onProgress: e => {
          if (e.step.title === 'slow') setTimeout(() => controller.abort(), 50)
        },
      }),
    )
    const [found] = await work
    expect(found).toMatchObject({ code: 'F631', message: "interrupted in the step 'slow'; 1 of 3 steps are done" })
    expect(await logged()).toEqual(['quick'])
    expect((await lastJournal(accessState(driver, placement, clock))).some(e => e.outcome === 'failed' && e.error!.includes('F606'))).toBe(true)
    expect(await lockOwner()).toMatchObject({ owner: null })
    expect(await apply(steps.with(1, step({ title: 'slow', sql: [log('at last')] })))).toEqual({ run: 1, done: 2, skipped: 1 })
  })

  it('F631 between two steps stops before the next one', async () => {
    const controller = new AbortController()
    const steps = [step({ title: 'a', sql: [log('a')] }), step({ title: 'b', sql: [log('b')] })]
    const found = await failure(
      apply(steps, {
        signal: controller.signal,
        onProgress: e => {
          if (e.state === 'done') controller.abort()
        },
      }),
    )
    expect(found).toMatchObject([{ code: 'F631', message: 'interrupted; 1 of 2 steps are done' }])
    expect(await logged()).toEqual(['a'])
  })
})

describe('errors', () => {
  it('of a step are coded errors', async () => {
    const error: unknown = await apply([step({ title: 'a', sql: ['SELEC'] })]).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(FeatError)
  })
})
