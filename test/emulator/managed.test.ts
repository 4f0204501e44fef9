import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makePlan, materialize } from '../../registry/index.ts'
import type { Emulated } from '../support/emulated.ts'
import { openEmulated } from '../support/emulated.ts'
import { createRaw, now } from '../support/golden.ts'
import { compiledModule } from '../support/snowflake-plan.ts'
import { inWarehouse } from '../support/warehouse.ts'
import { compareSchemas } from '../second-engine/compare.ts'
import { copyRaw, deploy, sessionIn } from './deploy.ts'

// What is neither table nor view: grants, warehouses, tags, policies, tasks, alerts and metrics are deployed as our plans
// print them, and the tasks compute what the command computes.

const folder = fileURLToPath(new URL('../plan/objects/cases/', import.meta.url))

/** What the projects refer to, and others have made. */
const governed = [
  'CREATE DATABASE gov',
  'CREATE SCHEMA gov.tags',
  'CREATE TAG gov.tags.cost_center',
  'CREATE TAG gov.tags.pii',
  'CREATE SCHEMA gov.policies',
  'CREATE MASKING POLICY gov.policies.mask_amount AS (v NUMBER(38, 2)) RETURNS NUMBER(38, 2) -> v',
  'CREATE ROW ACCESS POLICY gov.policies.by_customer AS (v VARCHAR) RETURNS BOOLEAN -> TRUE',
]

const earlier = '2026-02-05T06:00:00Z'

async function account(): Promise<Emulated> {
  const emulator = { databases: ['SHOP'], warehouses: ['WH'], roles: ['ANALYST', 'TRAINER', 'ML_OWNER', 'SCIENTIST'], clock: () => new Date(now) }
  const opened = await openEmulated({ emulator, driver: { database: 'SHOP', warehouse: 'WH', parallelism: 4 } })
  for (const sql of governed) await opened.driver.execute(sql)
  return opened
}

describe.each(['target', 'physical'])('%s', name => {
  it('is deployed, changed, and then left alone', async () => {
    const compiled = await compiledModule(`${folder}${name}/definition.ts`)
    const before = `${folder}${name}/before.ts`
    const earlier = existsSync(before) ? await compiledModule(before) : null
    const there = await account()
    try {
      await inWarehouse([], async duck => {
        await createRaw(duck, compiled)
        await copyRaw(duck, there, compiled)
        for (const stage of [earlier, compiled]) if (stage !== null) await deploy(sessionIn(there.driver, 'prod', { compiled: stage, environment: null }))
        const again = await makePlan(sessionIn(there.driver, 'prod', { compiled, environment: null }), { allowDestroy: true })
        expect(again.steps.map(s => s.title)).toEqual([])
      })
    } finally {
      await there.close()
    }
  }, 60_000)
})

describe('tasks', () => {
  it('go on where the command has ended, as the command would', async () => {
    const compiled = await compiledModule(`${folder}target/definition.ts`)
    const there = await account()
    try {
      await inWarehouse([], async duck => {
        await createRaw(duck, compiled)
        await copyRaw(duck, there, compiled)
        const stage = { compiled, environment: null }
        await deploy(sessionIn(duck, 'local', stage, earlier))
        await deploy(sessionIn(there.driver, 'prod', stage, earlier))
        await materialize(sessionIn(duck, 'local', stage), { from: null, to: null, only: [] })
        const tasks = await there.driver.query('SHOW TASKS IN DATABASE shop')
        const roots = tasks.filter(t => t['predecessors'] === '[]')
        expect(tasks.every(t => t['state'] === 'started')).toBe(true)
        for (const root of roots) await there.driver.execute(`EXECUTE TASK "SHOP"."${root['schema_name']}"."${root['name']}"`)
        const { rows, differences } = await compareSchemas({ duck, engine: there }, 'SHOP', ['ml'])
        expect(differences.slice(0, 5)).toEqual([])
        expect(rows).toBeGreaterThan(0)
      })
    } finally {
      await there.close()
    }
  }, 60_000)
})
