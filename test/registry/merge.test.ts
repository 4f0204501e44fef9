import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { literal } from '../../compiler/emit/index.ts'
import { text } from '../../compiler/ir/type.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import type { MergeRow } from '../../registry/state/merge.ts'
import { mergeStatements } from '../../registry/state/merge.ts'

const print = (value: string): string => literal(value, text, 'duckdb')
const merged = (rows: readonly MergeRow[], onlyIf?: string): ReturnType<typeof mergeStatements> =>
  mergeStatements({ into: 't', columns: ['k', 'owner', 'body'], keys: 1, rows, owned: 'owner' }, print, onlyIf)

let driver: Driver
beforeEach(async () => {
  driver = await openDuckdb({ path: ':memory:' })
  await driver.execute('CREATE TABLE t (k VARCHAR, owner VARCHAR, body VARCHAR)')
  await driver.execute("INSERT INTO t VALUES ('a', 'me', '1'), ('b', 'you', '2'), ('c', 'me', '3')")
})
afterEach(() => driver.close())
const rows = async (): Promise<readonly string[]> => (await driver.query('SELECT * FROM t ORDER BY k')).map(r => `${r['k']} ${r['owner']} ${r['body']}`)
const run = async (statements: readonly string[]): Promise<void> => {
  for (const sql of statements) await driver.execute(sql)
}

describe('rows of the state', () => {
  const changes: readonly MergeRow[] = [
    { how: 'change', values: ['a', 'me', 'x'] },
    { how: 'change', values: ['b', 'me', 'x'] },
    { how: 'drop', values: ['c', '', ''] },
    { how: 'drop', values: ['gone', '', ''] },
    { how: 'put', values: ['d', 'me', 'new'] },
    { how: 'change', values: ['e', 'me', 'x'] },
  ]

  it('are put, changed by their owner and dropped in one statement, as often as one likes', async () => {
    const { statements, atomic } = merged(changes)
    expect([statements.length, atomic]).toEqual([1, false])
    await run(statements)
    await run(statements)
    expect(await rows()).toEqual(['a me x', 'b you 2', 'd me new'])
  })

  it('stay as they are where the condition does not hold', async () => {
    await run(merged(changes, "EXISTS (SELECT 1 FROM t WHERE k = 'nobody')").statements)
    expect(await rows()).toEqual(['a me 1', 'b you 2', 'c me 3'])
  })

  it('take several statements where their text is long, none beyond a megabyte', async () => {
    const { statements, atomic } = merged(Array.from({ length: 30 }, (_, i) => ({ how: 'put', values: [`k${i}`, 'me', 'x'.repeat(100_000)] })))
    expect(atomic).toBe(false)
    expect(statements.length).toBeGreaterThan(3)
    expect(Math.max(...statements.map(s => Buffer.byteLength(s)))).toBeLessThan(1_048_576)
    await run(statements)
    expect((await rows()).length).toBe(33)
  })

  it('are put together from parts where one alone is too long, and then only all at once', async () => {
    const long = `${'💡\'"\\é'.repeat(150_000)}end`
    const { statements, atomic } = merged([
      { how: 'put', values: ['a', 'me', long] },
      { how: 'change', values: ['b', 'you', long] },
    ])
    expect(atomic).toBe(true)
    expect(Math.max(...statements.map(s => Buffer.byteLength(s)))).toBeLessThan(1_048_576)
    await run(statements)
    const found = await driver.query("SELECT k, body FROM t WHERE k IN ('a', 'b') ORDER BY k")
    expect(found.map(r => r['body'] === long)).toEqual([true, true])
  })
})
