import { expect, it, vi } from 'vitest'
import { materialize, sessionOf } from '../../../registry/index.ts'
import type { Session } from '../../../registry/index.ts'
import { rawData, shop } from '../../e2e/shop.ts'
import { onEachEngine, sessionOn } from '../../support/engines.ts'
import { applied } from '../../support/warehouse.ts'

vi.setConfig({ testTimeout: 120_000 })

const now = '2026-01-24T06:00:00Z'

onEachEngine('two runs at once', engine => {
  // Two processes on one file of DuckDB are tested with the command line: there the file itself is held.
  it.skipIf(engine.duckdb)('do no interval twice: one waits for the other, and finds nothing left', async () => {
    await engine.inWarehouse(rawData({ orders: 100, customers: 3 }), async driver => {
      const session = sessionOn(driver, shop, { now })
      await applied(session)
      const filled: string[] = []
      const waited: string[] = []
      const run = async (): Promise<number> => {
        const own: Session = sessionOf({ ...session, wait: { seconds: 100, onWait: held => waited.push(held.code) }, clock: () => new Date() })
        const { done } = await materialize(own, {
          from: null,
          to: null,
          only: [],
          onProgress: e => void (e.state === 'done' && e.step.fill !== null && filled.push(e.step.title)),
        })
        return done
      }
      const done = await Promise.all([run(), run()])
      expect(done.toSorted((a, b) => a - b)[0]).toBe(0)
      expect(Math.max(...done)).toBeGreaterThan(9)
      expect(filled.length).toBe(new Set(filled).size)
      expect(waited).toEqual(['F622'])
    })
  })
})
