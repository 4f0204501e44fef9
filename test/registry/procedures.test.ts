import { afterEach, beforeEach, expect, it } from 'vitest'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import { applySteps } from '../../registry/apply/apply.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { readState } from '../../registry/state/read.ts'
import { codesOf } from '../support/errors.ts'
import { localPlacement } from '../support/placement.ts'
import { step } from '../support/steps.ts'

const placement = localPlacement()
const clock = (): Date => new Date('2026-03-01T00:00:00Z')
const run = { project: 'logistics', plan: 'p1', now: '2026-03-01T00:00:00Z', owner: 'ada', host: 'here', command: 'feat materialize' }
const fill: Step = step({
  title: 'fill demo',
  phase: 'fill',
  sql: ['CALL fill_demo()'],
  fill: { storage: 's.demo', from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', byProcedure: true },
})

let driver: Driver
beforeEach(async () => {
  driver = await openDuckdb({ path: ':memory:' })
})
afterEach(() => driver.close())

/** The same warehouse, which answers a CALL as told. */
const answering = (answer: () => Promise<number>): Driver => ({
  ...driver,
  execute: (sql, title) => (sql.startsWith('CALL') ? answer() : driver.execute(sql, title)),
})

it('a call records its coverage itself: the run adds none', async () => {
  await applySteps({ driver: answering(async () => 0), placement, steps: [fill], run, clock })
  expect((await readState(driver, placement))!.coverage).toEqual([])
})

it('F420 says that another run fills the same, whatever the engine calls it', async () => {
  const refused = answering(async () => {
    throw new FeatError([diagnostic('F603', { during: 'fill demo', detail: "Uncaught exception of type 'CLAIMED': F420: another run fills this interval" })])
  })
  expect(await codesOf(applySteps({ driver: refused, placement, steps: [fill], run, clock }))).toEqual(['F420', 'F630'])
})
