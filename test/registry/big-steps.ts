import { applySteps } from '../../registry/apply/apply.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { localPlacement } from '../support/placement.ts'
import { step, storageOf } from '../support/steps.ts'

const steps = [
  step({
    title: 'create storage',
    sql: ['CREATE SCHEMA IF NOT EXISTS feat_storage', 'CREATE TABLE IF NOT EXISTS feat_storage.big (a UBIGINT, b UBIGINT)'],
    effect: { kind: 'storage', storage: storageOf('big') },
  }),
  step({
    title: 'fill storage',
    phase: 'fill',
    transaction: true,
    sql: ['DELETE FROM feat_storage.big', 'INSERT INTO feat_storage.big SELECT hash(range), hash(range + 1) FROM range(2000000)'],
    fill: { storage: 'feat_storage.big', from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
  }),
]

/** Writes about 30 MB. */
export async function applyBig(driver: Driver): Promise<unknown> {
  const run = { project: 'logistics', plan: 'p1', now: '2026-03-01T00:00:00Z', owner: 'ada', host: 'here', command: 'feat apply' }
  return applySteps({ driver, placement: localPlacement(), steps, run, clock: () => new Date('2026-03-01T00:00:00Z') })
}
