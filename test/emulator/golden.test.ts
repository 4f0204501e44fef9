import { describe, expect, it } from 'vitest'
import { openEmulated } from '../support/emulated.ts'
import { createRaw, now } from '../support/golden.ts'
import { goldenCase, goldenCases, placedIn } from '../support/golden-cases.ts'
import { toldClock } from '../support/told-clock.ts'
import { inWarehouse } from '../support/warehouse.ts'
import { compareSchemas, otherNames } from '../second-engine/compare.ts'
import { copyRaw, deploy, sessionIn } from './deploy.ts'

// Each golden case is planned, applied and materialized on the emulator through the official driver, beside the same on
// DuckDB: procedures and all. Then every table and view that people query holds the same rows.

describe('golden cases on the emulator', () => {
  it.each(goldenCases.filter(name => name !== 'file-source'))(
    '%s',
    async name => {
      const { compiled, earlier, environment } = await goldenCase(name)
      const account = await openEmulated({
        emulator: { databases: ['SHOP'], warehouses: ['WH'], clock: () => new Date(now) },
        driver: { database: 'SHOP', warehouse: 'WH', parallelism: 4 },
      })
      try {
        await inWarehouse([], async opened => {
          const duck = toldClock(opened, now)
          await createRaw(duck, compiled)
          await copyRaw(duck, account, compiled)
          const stages = [...(earlier === null ? [] : [{ compiled: earlier, environment: null }]), { compiled, environment }]
          for (const stage of stages) {
            await deploy(sessionIn(duck, 'local', stage))
            await deploy(sessionIn(account.driver, 'prod', stage))
          }
          const { rows, differences } = await compareSchemas(
            { duck, engine: account },
            'SHOP',
            ['ml', 'ml__pr_1'],
            new Set(),
            otherNames(placedIn(compiled, 'prod', environment)),
          )
          expect(differences.slice(0, 5)).toEqual([])
          expect(rows).toBeGreaterThan(0)
        })
      } finally {
        await account.close()
      }
    },
    60_000,
  )
})
