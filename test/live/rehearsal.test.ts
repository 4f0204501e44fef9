import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Emulated } from '../support/emulated.ts'
import { openEmulated } from '../support/emulated.ts'
import { reportOf, unlike } from './report.ts'
import type { Findings } from './suite.ts'
import { runLive } from './suite.ts'

const place = { connection: 'emulated', database: 'EMULATED', warehouse: 'COMPUTE_WH', schema: 'feat_live_rehearsal' }

/** The emulator keeps integers as those of the engine below, to which halves of floats go to the even neighbour. */
const ofTheEmulator = /^rounding cast to int: (halves go|also below)/

/** The live suite on the emulator, so that it works when somebody has an account for it. */
describe('the live suite', () => {
  let account: Emulated
  let findings: Findings
  beforeAll(async () => {
    account = await openEmulated()
    findings = await runLive(account.driver, place)
  }, 120_000)
  afterAll(() => account.close())

  it('deploys, computes and compares', () => {
    expect(findings.differences.slice(0, 5)).toEqual([])
    expect(findings.rows).toBeGreaterThan(300)
  })

  it('has every query described', () => {
    expect(findings.refused).toEqual([])
    expect(findings.described).toBeGreaterThan(20)
  })

  it('asks for every row of the table, and tells what is seen', () => {
    const wrong = unlike(findings).map(s => `${s.row.of}: ${s.row.says}: ${s.error ?? String(s.value)}`)
    expect(wrong.filter(w => !ofTheEmulator.test(w))).toEqual([])
    expect(wrong.length).toBe(2)
    expect(reportOf(findings, 'emulator')).toMatch(/assumed, and seen live/)
  })

  it('leaves nothing behind, even where it fails', async () => {
    const mine = async (): Promise<readonly unknown[]> =>
      (await account.driver.query('SHOW SCHEMAS IN DATABASE "EMULATED"')).filter(r => String(r['name']).startsWith('FEAT_LIVE_'))
    expect(await mine()).toEqual([])
    const { driver } = account
    const failing = {
      ...driver,
      describe: () => Promise.reject(new Error('no')),
      query: (sql: string, title?: string) => (sql.includes('FEAT_LIVE_FAILS"."') ? Promise.reject(new Error('cut off')) : driver.query(sql, title)),
    }
    await expect(runLive(failing, { ...place, schema: 'feat_live_fails' })).rejects.toThrow('cut off')
    expect(await mine()).toEqual([])
  })
})
