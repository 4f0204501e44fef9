import { expect, it } from 'vitest'
import type { Driver } from '../../registry/driver/driver.ts'
import { onEachEngine } from '../support/engines.ts'
import { codesOf } from '../support/errors.ts'

const raw = ['CREATE SCHEMA raw', 'CREATE TABLE raw.kept (n INTEGER, share INTEGER)']

async function kept(driver: Driver): Promise<readonly (readonly number[])[]> {
  const rows = await driver.query('SELECT n, share FROM raw.kept ORDER BY n')
  return rows.map(r => [Number(r['n']), Number(r['share'])])
}

onEachEngine('transactions at once', engine => {
  it('are all carried out, more of them than run beside each other, each with its statements in order', async () => {
    await engine.inWarehouse(raw, async driver => {
      const shares = Array.from({ length: 9 }, (_, i) => i)
      for (let run = 0; run < 2; run++)
        await driver.atOnce(shares.map(i => [`DELETE FROM raw.kept WHERE share = ${i}`, `INSERT INTO raw.kept VALUES (${10 * i + run}, ${i})`]))
      expect(await kept(driver)).toEqual(shares.map(i => [10 * i + 1, i]))
    })
  })

  it('F607 one that fails is taken back and reported, those beside it are kept, and the next ones run', async () => {
    await engine.inWarehouse(raw, async driver => {
      const insert = (n: number): string => `INSERT INTO raw.kept VALUES (${n}, 0)`
      const wrong = "INSERT INTO raw.kept SELECT CAST('x' AS INTEGER), 0"
      expect(await codesOf(driver.atOnce([[insert(1)], [insert(2)], [insert(3), wrong]]))).toEqual(['F607'])
      expect(await kept(driver)).toEqual([
        [1, 0],
        [2, 0],
      ])
      await driver.atOnce([[insert(3)], [insert(4)]])
      expect((await kept(driver)).map(([n]) => n)).toEqual([1, 2, 3, 4])
    })
  })
})
