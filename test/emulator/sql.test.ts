import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Emulator } from './index.ts'
import { startEmulator } from './index.ts'
import type { Client } from './with-sdk.ts'
import { connect } from './with-sdk.ts'

// SQL as the emulator understands it: what Snowflake takes, with its meanings, and nothing else.

let emulator: Emulator
let client: Client
let other: Client
beforeAll(async () => {
  emulator = await startEmulator()
  client = await connect(emulator)
  other = await connect(emulator)
})
afterAll(async () => {
  await client.close()
  await other.close()
  await emulator.close()
})
beforeEach(async () => {
  await client.rows('CREATE OR REPLACE SCHEMA EMULATED.S')
  await other.rows('USE SCHEMA EMULATED.S')
})

const value = async (sql: string): Promise<unknown> => Object.values((await client.rows(`SELECT ${sql} AS V`))[0]!)[0]

describe('values', () => {
  it.each([
    ['1', 1],
    ['CAST(12.345 AS NUMBER(10, 2))', 12.35],
    ["CAST('1.5' AS FLOAT)", 1.5],
    ["'it''s \\\\ \\n \\u0041'", "it's \\ \n A"],
    ['TRUE', true],
    ['NULL', null],
    ["CAST(DATE '2024-02-29' AS VARCHAR)", '2024-02-29'],
    ['CAST(PARSE_JSON(\'"x"\') AS VARCHAR)', 'x'],
    ['CAST(GET(PARSE_JSON(\'{"a": [1, "b"]}\'), \'a\') AS VARCHAR)', '[1,"b"]'],
    ['CAST(CAST(1 AS FLOAT) AS VARCHAR)', '1'],
    ['GREATEST(1, NULL)', null],
    ['GREATEST_IGNORE_NULLS(1, NULL, 3)', 3],
    ['LEAST(2, 3)', 2],
    ["REGEXP_LIKE('abc', 'b')", false],
    ["REGEXP_SUBSTR('ab12', '[a-z]+(\\\\d+)', 1, 1, 'e', 1)", '12'],
    ["DATEDIFF(day, DATE '2024-01-31', DATE '2024-02-01')", 1],
    ['TO_CHAR(CAST(\'2024-01-02 03:04:05.6\' AS TIMESTAMP_NTZ(6)), \'YYYY-MM-DD"T"HH24:MI:SS.FF6"Z"\')', '2024-01-02T03:04:05.600000Z'],
    ["DAYOFWEEKISO(DATE '2024-01-07')", 7],
    ['7 / 2', 3.5],
    ["COALESCE(NULLIF('a', 'a'), 'b') || 'c'", 'bc'],
    ['1 IS NOT DISTINCT FROM NULL', false],
    ['MOD(-7, 3)', -1],
  ])('%s', async (sql, expected) => {
    expect(await value(sql)).toEqual(expected)
  })

  it('a date stays a date where days are added, and times keep six digits', async () => {
    const rows = await client.rows(
      "SELECT DATEADD(day, 1, DATE '2024-01-01') AS D, DATEADD(second, 1, CAST('2024-01-01 00:00:00.000001' AS TIMESTAMP_NTZ(6))) AS T",
    )
    expect(JSON.stringify(rows)).toBe('[{"D":"2024-01-02","T":"2024-01-01 00:00:01.000"}]')
  })

  it('binds take the place of question marks', async () => {
    expect(await client.rows('SELECT ? AS a, ? AS b, ? AS c, ? AS d', 1, 'x', true, null)).toEqual([{ A: 1, B: 'x', C: true, D: null }])
  })

  it('NULLs come last in ascending and first in descending order', async () => {
    await client.rows('CREATE TABLE s.t (a NUMBER(38, 0))')
    await client.rows('INSERT INTO s.t VALUES (1), (NULL), (2)')
    expect((await client.rows('SELECT a FROM s.t ORDER BY a')).map(r => r['A'])).toEqual([1, 2, null])
    expect((await client.rows('SELECT a FROM s.t ORDER BY a DESC')).map(r => r['A'])).toEqual([null, 2, 1])
  })
})

describe('names', () => {
  it('without quotes are in upper case, with quotes as they stand', async () => {
    await client.rows('CREATE TABLE s.t (a NUMBER(38, 0), "a" VARCHAR)')
    await client.rows(`INSERT INTO "EMULATED"."S"."T" (A, "a") VALUES (1, 'x')`)
    expect(await client.rows('SELECT "A", "a" FROM S.T')).toEqual([{ A: 1, a: 'x' }])
    expect(await client.error('SELECT "b" FROM s.t')).toBe('000904 42000')
    expect(await client.error('SELECT a FROM s."t"')).toBe('002003 42S02')
    expect(await client.error('SELECT a FROM "s".t')).toBe('002003 02000')
  })

  it('of a view are those of its definition, whatever the table becomes', async () => {
    await client.rows("CREATE TABLE s.t AS SELECT 1 AS a, 'x' AS b")
    await client.rows('CREATE VIEW s.v (p, q) AS SELECT a, b FROM s.t')
    await client.rows('CREATE TABLE s.n AS SELECT 2 AS a, TRUE AS z, CAST(NULL AS VARCHAR) AS b')
    await client.rows('ALTER TABLE s.n SWAP WITH s.t')
    expect(await client.rows('SELECT * FROM s.v WHERE p > 0')).toEqual([{ P: 2, Q: null }])
  })
})

describe('what is not known', () => {
  it.each([
    'FROBNICATE',
    'SELECT',
    'SELECT 1 FROM',
    'SELECT (1',
    'SELECT 1 +',
    'SELECT 1 AS',
    'SELECT frob(1)',
    'SELECT list_value(1)',
    'SELECT [1, 2]',
    'SELECT 3 ** 2',
    'SELECT (*) FROM s.t',
    "SELECT 'open",
    'SELECT a -> 1 FROM s.t',
    'SELECT a FROM s.t USING SAMPLE 1',
    'SELECT COUNT(*) FILTER (WHERE a > 1) FROM s.t',
    'SELECT a FROM range(3)',
    'SELECT a FROM s.t ASOF JOIN s.u ON a = b',
    'SELECT a FROM s.t POSITIONAL JOIN s.t',
    'CREATE TABLE',
    'CREATE TABLE s.x (a FROB)',
    'CREATE TABLE s.x (a NUMBER(39, 0))',
    'CREATE TABLE s.x (a NUMBER(38, 0)) FROB = 1',
    'CREATE TABLE s.x (a NUMBER(38, 0), a VARCHAR)',
    'CREATE OR REPLACE TEMPORARY FROB s.x',
    'CREATE VIEW s.x AS DELETE FROM s.t',
    'CREATE VIEW s.x (a, b) AS SELECT 1',
    'ALTER TABLE s.t FROB',
    'ALTER TABLE s.t ADD COLUMN b NUMBER(38, 0) NOT NULL',
    'ALTER TABLE s.t ALTER COLUMN a TYPE VARCHAR',
    'ALTER SESSION SET FROB = 1',
    'ALTER DYNAMIC TABLE s.t SUSPEND',
    'DROP TABLE s.nothing',
    'DROP VIEW s.t',
    'DROP FROB s.t',
    'DELETE s.t',
    'DELETE FROM s.t WHER a = 1',
    'UPDATE s.t SET z = 1',
    'INSERT INTO s.t (z) VALUES (1)',
    'INSERT INTO s.t VALUES (1, 2, 3)',
    "INSERT INTO s.t VALUES ('x')",
    'INSERT INTO s.t VALUES (NULL)',
    'SELECT a FROM s.t GROUP BY',
    "SELECT CAST('x' AS NUMBER(38, 0))",
    "SELECT PARSE_JSON('{')",
    'SELECT 1 / 0',
    'SELECT :x',
    'SELECT ?',
    'SHOW FROBS',
    'SHOW TABLES IN SCHEMA nowhere',
    'GRANT SELECT ON TABLE s.t TO ROLE nobody',
    "COMMENT ON TABLE s.nothing IS 'x'",
    'CALL s.nothing()',
    'USE SCHEMA nowhere',
    'PRAGMA version',
    "COPY s.t TO '/tmp/x'",
    "ATTACH 'x'",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    'SELECT * FROM duckdb_tables()',
  ])('%s', async sql => {
    await client.rows('CREATE TABLE s.t (a NUMBER(38, 0) NOT NULL)')
    expect(await client.error(sql)).toMatch(/^\d{6} [0-9A-Z]{5}$/)
  })

  it('is an error wherever one token of a statement that is right is taken away', async () => {
    const sql = 'SELECT a , COUNT ( * ) AS n FROM s.t WHERE a > 1 AND a < 5 GROUP BY a'
    await client.rows('CREATE TABLE s.t (a NUMBER(38, 0))')
    await client.rows(sql)
    const tokens = sql.split(' ')
    const harmless = new Set(['AS', '*', 'a']) // an alias needs no AS, and COUNT no star where it counts nothing
    const taken = tokens.flatMap((t, i) => (harmless.has(t) ? [] : [tokens.toSpliced(i, 1).join(' ')]))
    const passed: string[] = []
    for (const text of taken) if (!/^\d{6}/.test(await client.error(text))) passed.push(text)
    expect(passed).toEqual([])
  })
})

describe('transactions', () => {
  const [make, add, count] = ['CREATE TABLE s.t (a NUMBER(38, 0))', 'INSERT INTO s.t VALUES (1)', 'SELECT COUNT(*) AS n FROM s.t']

  it('take back rows, but no definition: that commits what was open', async () => {
    await client.rows(make)
    await client.rows('BEGIN')
    await client.rows(add)
    expect(await client.rows(count)).toEqual([{ N: 1 }])
    expect(await other.rows(count)).toEqual([{ N: 0 }])
    await client.rows('ROLLBACK')
    await client.rows('BEGIN TRANSACTION')
    await client.rows(add)
    await client.rows('CREATE TABLE s.u (a NUMBER(38, 0))')
    await client.rows('ROLLBACK')
    expect(await other.rows(count)).toEqual([{ N: 1 }])
  })

  it('go on after a statement that failed', async () => {
    await client.rows(make)
    await client.rows('BEGIN')
    await client.rows(add)
    expect(await client.error('INSERT INTO s.t SELECT 1 / 0')).toBe('100051 22012')
    await client.rows(add)
    await client.rows('COMMIT')
    expect(await other.rows(count)).toEqual([{ N: 2 }])
  })

  it('of two sessions change a row one after the other, the second on what the first left', async () => {
    await client.rows('CREATE TABLE s.lock AS SELECT 0 AS fence')
    await client.rows('BEGIN')
    await client.rows('UPDATE s.lock SET fence = fence + 1 WHERE fence = 0')
    await other.rows('BEGIN')
    await other.rows('SELECT fence FROM s.lock')
    let waiting = true
    const second = other.rows('UPDATE s.lock SET fence = fence + 1 WHERE fence = 0').finally(() => {
      waiting = false
    })
    await new Promise(done => setTimeout(done, 50))
    expect(waiting).toBe(true)
    await client.rows('COMMIT')
    expect((await second)[0]!['number of rows updated']).toBe(0)
    await other.rows('COMMIT')
    expect(await other.rows('SELECT fence FROM s.lock')).toEqual([{ FENCE: 1 }])
  })

  it('see what was committed before each statement, not before their beginning', async () => {
    await client.rows(make)
    await client.rows('BEGIN')
    await client.rows(add)
    await client.rows(count)
    await other.rows(add)
    expect(await client.rows(count)).toEqual([{ N: 2 }])
    await client.rows('COMMIT')
    expect(await other.rows(count)).toEqual([{ N: 2 }])
  })

  it('that wait for each other are told so', async () => {
    await client.rows('CREATE TABLE s.a AS SELECT 1 AS x')
    await client.rows('CREATE TABLE s.b AS SELECT 1 AS x')
    for (const [c, t] of [
      [client, 'a'],
      [other, 'b'],
    ] as const) {
      await c.rows('BEGIN')
      await c.rows(`UPDATE s.${t} SET x = 2`)
    }
    const waits = client.rows('UPDATE s.b SET x = 3')
    expect(await other.error('UPDATE s.a SET x = 3')).toBe('000625 57014')
    await other.rows('ROLLBACK')
    await waits
    await client.rows('COMMIT')
  })

  it('merge counts what it inserts, updates and deletes', async () => {
    await client.rows("CREATE TABLE s.t AS SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, 'y'")
    const sql = `MERGE INTO s.t AS t USING (SELECT 1 AS a, 'n' AS b UNION ALL SELECT 3, 'z') AS n ON t.a = n.a
      WHEN MATCHED THEN UPDATE SET b = n.b WHEN NOT MATCHED THEN INSERT (a, b) VALUES (n.a, n.b)`
    expect(await client.rows(sql)).toEqual([{ 'number of rows inserted': 1, 'number of rows updated': 1, 'number of rows deleted': 0 }])
    expect(await client.rows('SELECT a, b FROM s.t ORDER BY a')).toEqual([
      { A: 1, B: 'n' },
      { A: 2, B: 'y' },
      { A: 3, B: 'z' },
    ])
  })
})

describe('definitions of several sessions', () => {
  it('are made one after the other', async () => {
    await client.rows('CREATE TABLE s.t (a NUMBER(38, 0))')
    const same = (c: Client): Promise<readonly unknown[]> =>
      Promise.all([c.rows('CREATE TABLE IF NOT EXISTS s.u (a NUMBER(38, 0))'), c.rows('ALTER TABLE s.t ADD COLUMN IF NOT EXISTS b VARCHAR')])
    await Promise.all([same(client), same(other), same(client), same(other)])
    expect(await client.rows("SELECT COUNT(*) AS n FROM information_schema.columns WHERE table_schema = 'S'")).toEqual([{ N: 3 }])
  })
})
