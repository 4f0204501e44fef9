import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeatError } from '../../compiler/base/diagnostic.ts'
import { diagnostic } from '../../compiler/base/diagnostic.ts'
import { engineError } from '../../registry/driver/classify.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { codesOf, failure } from '../support/errors.ts'
import { scratch } from '../support/scratch.ts'

const folder = scratch()
let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: join(folder, 'a.duckdb') })
})
afterAll(() => driver.close())

describe('memory', () => {
  it('is bounded, and what does not fit is written beside the file, or among temporary files', async () => {
    const set = async (d: Driver): Promise<unknown> =>
      (await d.query("SELECT current_setting('memory_limit') AS most, current_setting('temp_directory') AS beside"))[0]
    expect(await set(driver)).toEqual({ most: '1.1 GiB', beside: join(folder, 'a.duckdb.tmp') })
    const inMemory = await openDuckdb({ path: ':memory:' })
    expect(await set(inMemory)).toEqual({ most: '1.1 GiB', beside: join(tmpdir(), `feat-${process.pid}.tmp`) })
    inMemory.close()
  })
})

describe('values', () => {
  it('come as plain data without loss', async () => {
    const rows = await driver.query(`SELECT 9007199254740991::BIGINT AS small, 9007199254740993::BIGINT AS big, 12345678901234567890::HUGEINT AS huge,
      1.50::DECIMAL(18, 2) AS price, 0.1::DOUBLE AS f, 'nan'::DOUBLE AS nan, TIMESTAMP '2024-01-01 10:00:00.5' AS at,
      TIMESTAMPTZ '2024-01-01 12:00:00+02' AS zoned, DATE '2024-02-29' AS day, true AS yes, NULL::TIMESTAMP AS none, [1, 2] AS list, '{"a": 1}'::JSON AS Doc`)
    expect(rows).toEqual([
      {
        small: 9007199254740991,
        big: '9007199254740993',
        huge: '12345678901234567890',
        price: '1.50',
        f: 0.1,
        nan: NaN,
        at: '2024-01-01T10:00:00.500000Z',
        zoned: '2024-01-01T10:00:00Z',
        day: '2024-02-29',
        yes: true,
        none: null,
        list: '[1,2]',
        doc: '{"a": 1}',
      },
    ])
  })

  it('count the rows changed', async () => {
    expect(await driver.execute('CREATE TABLE counted (a INTEGER)')).toBe(0)
    expect(await driver.execute('INSERT INTO counted VALUES (1), (2)')).toBe(2)
    expect(await driver.execute('UPDATE counted SET a = 3 WHERE a = 9')).toBe(0)
  })

  it('describe a query without running it', async () => {
    expect(await driver.describe("SELECT 1::BIGINT AS a, error('run') AS b")).toMatchObject([{ name: 'a', type: 'BIGINT' }, { name: 'b' }])
  })
})

describe('a transaction', () => {
  it('is taken back as a whole', async () => {
    await driver.execute('CREATE TABLE ledger (a INTEGER)')
    expect(await codesOf(driver.transaction(['INSERT INTO ledger VALUES (1)', "INSERT INTO ledger VALUES (CAST('x' AS INTEGER))"]))).toEqual(['F607'])
    expect(await driver.query('SELECT * FROM ledger')).toEqual([])
  })

  it('is taken back where a guarded statement changes another number of rows', async () => {
    const guard = { sql: 'UPDATE ledger SET a = 2 WHERE a = 77', rows: 1, otherwise: diagnostic('F623', { fence: 3 }) }
    expect(await codesOf(driver.transaction(['INSERT INTO ledger VALUES (1)', guard]))).toEqual(['F623'])
    expect(await driver.transaction(['INSERT INTO ledger VALUES (77)', guard])).toEqual([1, 1])
    expect(await driver.query('SELECT * FROM ledger')).toEqual([{ a: 2 }])
  })

  it('is not entered by a call that comes while it runs', async () => {
    const work = driver.transaction(['INSERT INTO ledger VALUES (5)', "SELECT error('stop')"])
    const beside = driver.execute('INSERT INTO ledger VALUES (6)')
    expect(await codesOf(work)).toEqual(['F619'])
    await beside
    expect(await driver.query('SELECT * FROM ledger WHERE a > 4')).toEqual([{ a: 6 }])
  })
})

describe('errors of statements', () => {
  it.each([
    ['F601 table missing', 'SELECT * FROM nowhere', 'F601'],
    ['F601 schema missing', 'SELECT * FROM no_schema.nowhere', 'F601'],
    ['F602 column missing', 'SELECT nothing FROM ledger', 'F602'],
    ['F602 column of an alias missing', 'SELECT l.nothing FROM ledger l', 'F602'],
    ['F603 file missing', "SELECT * FROM read_parquet('/nowhere/x.parquet')", 'F603'],
    ['F607 conversion', "SELECT CAST('x' AS INTEGER)", 'F607'],
    ['F607 out of range', 'SELECT CAST(300 AS TINYINT)', 'F607'],
    ['F619 anything else', 'SELEC 1', 'F619'],
  ])('%s', async (_title, sql, code) => {
    const [found] = await failure(driver.query(sql, 'read the ledger'))
    expect(found!.code).toBe(code)
    expect(found!.message).toContain('while: read the ledger')
    expect(found!.message).not.toContain('LINE 1')
  })

  it('keep what the engine said as their cause', async () => {
    const error: unknown = await driver.query('SELECT * FROM nowhere').catch((e: unknown) => e)
    expect((error as FeatError).cause).toMatchObject({ message: expect.stringContaining('Catalog Error') as string })
  })

  it('F606 a running statement is cancelled, and the next one runs', async () => {
    const work = codesOf(driver.query('SELECT count(*) FROM range(100000000000) WHERE hash(range) = 3'))
    setTimeout(() => driver.cancel(), 100)
    expect(await work).toEqual(['F606'])
    expect(await driver.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('F615 two transactions change one row', async () => {
    const other = await openDuckdb({ path: join(folder, 'a.duckdb') })
    await driver.execute('BEGIN')
    await driver.execute('UPDATE ledger SET a = 10')
    expect(await codesOf(other.execute('UPDATE ledger SET a = 11'))).toEqual(['F615'])
    await driver.execute('ROLLBACK')
    other.close()
  })

  it('runs transactions at once, and again by itself what found no room beside others', async () => {
    const small = await openDuckdb({ path: ':memory:' })
    await small.execute("SET memory_limit = '40MB'")
    await small.execute("SET temp_directory = ''")
    await small.execute('CREATE TABLE sorted (share INTEGER, n BIGINT)')
    const largest = (i: number): string => `INSERT INTO sorted SELECT ${i}, count(*) FROM (SELECT range AS a, hash(range) AS b FROM range(1500000) ORDER BY b)`
    await small.atOnce([0, 1, 2, 3].map(i => [largest(i)]))
    expect(await small.query('SELECT share FROM sorted ORDER BY share')).toEqual([0, 1, 2, 3].map(share => ({ share })))
    expect(await small.query("SELECT current_setting('threads') > 1 AS several")).toEqual([{ several: availableParallelism() > 1 }])
    small.close()
  })

  it('F605 memory used up', async () => {
    const small = await openDuckdb({ path: ':memory:' })
    await small.execute("SET memory_limit = '20MB'")
    await small.execute("SET temp_directory = ''")
    expect(await codesOf(small.execute('CREATE TABLE t AS SELECT range AS a, hash(range) AS b FROM range(10000000)'))).toEqual(['F605'])
    small.close()
  })
})

describe('errors of opening', () => {
  const at = (name: string): string => join(folder, name)

  it('F609 a file that is no database is left as it is', async () => {
    writeFileSync(at('notes.txt'), 'these are notes')
    expect(await codesOf(openDuckdb({ path: at('notes.txt') }))).toEqual(['F609'])
    expect(readFileSync(at('notes.txt'), 'utf8')).toBe('these are notes')
  })

  it('F608 a damaged file', async () => {
    const made = await openDuckdb({ path: at('whole.duckdb') })
    await made.execute('CREATE TABLE t AS SELECT range AS a FROM range(1000)')
    made.close()
    copyFileSync(at('whole.duckdb'), at('damaged.duckdb'))
    const bytes = readFileSync(at('damaged.duckdb'))
    writeFileSync(at('damaged.duckdb'), bytes.fill(7, 12_288))
    expect(await codesOf(openDuckdb({ path: at('damaged.duckdb') }))).toEqual(['F608'])
  })

  it('F610 a folder that does not exist', async () => {
    expect(await codesOf(openDuckdb({ path: at('nowhere/a.duckdb') }))).toEqual(['F610'])
  })

  it('F611 a folder in the place of a file', async () => {
    mkdirSync(at('folder'))
    expect(await codesOf(openDuckdb({ path: at('folder') }))).toEqual(['F611'])
  })

  it('F612 writing where only reading was asked for', async () => {
    const made = await openDuckdb({ path: at('read.duckdb') })
    made.close()
    const reader = await openDuckdb({ path: at('read.duckdb'), readOnly: true })
    expect(await codesOf(reader.execute('CREATE TABLE t (a INTEGER)'))).toEqual(['F612'])
    expect(reader.exclusive).toBe(false)
    reader.close()
  })

  it('F613 reading where nothing is', async () => {
    expect(await codesOf(openDuckdb({ path: at('none.duckdb'), readOnly: true }))).toEqual(['F613'])
  })

  it('F614 a file of another version', () => {
    const text = 'IO Error: Trying to read a database file with version number 99, but we can only read versions between 64 and 67.'
    expect(engineError(new Error(text), { path: 'x', during: null }, 'opening').diagnostics[0]!.code).toBe('F614')
  })
})
