import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyProject, feat } from './spawn.ts'

describe('feat verify leakage', () => {
  let folder = ''
  beforeAll(async () => {
    folder = emptyProject()
    await feat(['init'], { cwd: folder })
  })

  it('proves the starter project, without a warehouse', async () => {
    const { code, out, err } = await feat(['verify', 'leakage', '--only', 'order_count_30d', '--at', '2026-01-05'], { cwd: folder })
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /order_count_30d +\d+ +\d+ +nothing moves\n\n1 feature of 1 know nothing of after 2026-01-05\. \d+ rows inserted, \d+ changed and \d+ deleted/,
    )
  })

  it('F459 ends with 1 where a feature knows the future, and names the row', async () => {
    const text = `import { count, featureView, integer, raw, sql } from 'featplan'
import { customer } from './entities.ts'
import { orders } from './sources.ts'

/** Reads all there is. */
export const odd = featureView('odd', { entity: customer, accept: { F458: 'to be caught' } }, {
  /** All orders. */
  all_orders: raw(integer(), { snowflake: sql\`(SELECT COUNT(*) FROM RAW.ORDERS)\`, duckdb: sql\`(SELECT count(*) FROM raw.orders)\` }).plus(count(orders).over('7d')),
})
`
    writeFileSync(join(folder, 'features/odd.ts'), text)
    const told = await feat(['verify', 'leakage', '--only', 'odd'], { cwd: folder })
    expect(told.code).toBe(1)
    expect(told.err).toContain('error[F459]: one feature knows at 2026-03-02T00:00:00Z what came later: all_orders')
    expect(told.out).toMatch(
      /feature\.customer\.all_orders of customer_id=k\d as of 2026-02-26: \d+, then \d+\n {2}by a row of raw\.orders that was (inserted|changed|deleted): /,
    )
    const json = await feat(['verify', 'leakage', '--json'], { cwd: folder })
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({ format_version: '1.0', at: '2026-03-02T00:00:00Z', failed: 1 })
  })
})
