import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Emulator } from './index.ts'
import { startEmulator } from './index.ts'
import type { Client } from './with-sdk.ts'
import { connect } from './with-sdk.ts'

// Definitions, and how SHOW, DESCRIBE and INFORMATION_SCHEMA tell of them.

let emulator: Emulator
let client: Client
beforeAll(async () => {
  emulator = await startEmulator({ roles: ['READER', 'WRITER'] })
  client = await connect(emulator)
})
afterAll(async () => {
  await client.close()
  await emulator.close()
})
beforeEach(async () => {
  await client.rows('CREATE OR REPLACE SCHEMA EMULATED.S')
})

async function all(...statements: readonly string[]): Promise<void> {
  for (const sql of statements) await client.rows(sql)
}

async function shown(sql: string, ...columns: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  return (await client.rows(sql)).map(row => columns.map(c => row[c]))
}

describe('tables and views', () => {
  it('are told with their columns, comments and keys', async () => {
    await all(
      "CREATE TRANSIENT TABLE s.t (a NUMBER(12, 2) NOT NULL COMMENT 'x', b TIMESTAMP_NTZ(6), PRIMARY KEY (a)) CLUSTER BY (b) DATA_RETENTION_TIME_IN_DAYS = 0 COMMENT = 'table'",
      "CREATE VIEW s.v (p COMMENT 'px') COMMENT = 'view' AS SELECT a FROM s.t",
    )
    expect(await shown('SHOW TABLES IN SCHEMA s', 'name', 'kind', 'comment', 'cluster_by', 'retention_time')).toEqual([
      ['T', 'TRANSIENT', 'table', 'LINEAR(b)', '0'],
    ])
    expect(await shown('SHOW VIEWS IN SCHEMA s', 'name', 'comment')).toEqual([['V', 'view']])
    expect(await shown('DESCRIBE TABLE s.t', 'name', 'type', 'null?', 'primary key', 'comment')).toEqual([
      ['A', 'NUMBER(12,2)', 'N', 'Y', 'x'],
      ['B', 'TIMESTAMP_NTZ(6)', 'Y', 'N', null],
    ])
    expect(
      await shown(
        "SELECT table_name, table_type, comment FROM information_schema.tables WHERE table_schema = 'S' ORDER BY 1",
        'TABLE_NAME',
        'TABLE_TYPE',
        'COMMENT',
      ),
    ).toEqual([
      ['T', 'BASE TABLE', 'table'],
      ['V', 'VIEW', 'view'],
    ])
    expect(await shown('SHOW COLUMNS IN SCHEMA s', 'table_name', 'column_name', 'null?', 'comment')).toEqual([
      ['T', 'A', 'FALSE', 'x'],
      ['T', 'B', 'TRUE', ''],
      ['V', 'P', 'TRUE', 'px'],
    ])
  })

  it('are listed in pages, by pattern and by beginning', async () => {
    await all(...['aa', 'ab', 'b'].map(n => `CREATE TABLE s.${n} (x VARCHAR)`))
    expect(await shown('SHOW TABLES IN s LIMIT 2', 'name')).toEqual([['AA'], ['AB']])
    expect(await shown("SHOW TABLES IN s LIMIT 2 FROM 'AB'", 'name')).toEqual([['B']])
    expect(await shown("SHOW TABLES LIKE 'a%' IN s", 'name')).toEqual([['AA'], ['AB']])
    expect(await shown("SHOW TABLES IN s STARTS WITH 'a'", 'name')).toEqual([])
  })

  it('are changed in place as far as documented', async () => {
    await all(
      'CREATE TABLE s.t (a NUMBER(10, 2), b VARCHAR(5))',
      "INSERT INTO s.t VALUES (1.5, 'x')",
      'ALTER TABLE s.t ADD COLUMN IF NOT EXISTS c FLOAT',
      'ALTER TABLE s.t ALTER COLUMN a TYPE NUMBER(12, 2)',
      'ALTER TABLE s.t ALTER COLUMN b SET DATA TYPE VARCHAR(10)',
      'ALTER TABLE s.t RENAME COLUMN c TO d',
      "ALTER TABLE s.t ALTER COLUMN d COMMENT 'dd'",
      "COMMENT ON COLUMN s.t.a IS 'aa'",
      'ALTER TABLE s.t SET DATA_RETENTION_TIME_IN_DAYS = 3 CHANGE_TRACKING = TRUE',
      'ALTER TABLE s.t RENAME TO s.u',
    )
    expect(await client.error('ALTER TABLE s.u ALTER COLUMN b TYPE VARCHAR(5)')).toBe('002108 22000')
    expect(await shown('DESCRIBE TABLE s.u', 'name', 'type', 'comment')).toEqual([
      ['A', 'NUMBER(12,2)', 'aa'],
      ['B', 'VARCHAR(10)', null],
      ['D', 'FLOAT', 'dd'],
    ])
    expect(await client.rows('SELECT * FROM s.u')).toEqual([{ A: 1.5, B: 'x', D: null }])
  })

  it('a clone is a table of its own; replacing one keeps grants only where they are copied', async () => {
    await all(
      "CREATE TABLE s.a (x NUMBER(38, 0)) COMMENT = 'one'",
      'INSERT INTO s.a VALUES (1)',
      'GRANT SELECT ON TABLE s.a TO ROLE reader',
      'CREATE TABLE s.b CLONE s.a',
      'INSERT INTO s.b VALUES (2)',
      'CREATE OR REPLACE TABLE s.a CLONE s.b COPY GRANTS',
    )
    expect(await client.rows('SELECT COUNT(*) AS n FROM s.a')).toEqual([{ N: 2 }])
    expect(await shown('SHOW GRANTS ON TABLE s.a', 'privilege', 'grantee_name')).toEqual([['SELECT', 'READER']])
    await all('CREATE OR REPLACE TABLE s.a CLONE s.b')
    expect(await shown('SHOW GRANTS ON TABLE s.a', 'privilege')).toEqual([])
  })

  it('what is granted on future tables is granted on each new one, and on none that copies grants', async () => {
    await all('GRANT SELECT ON FUTURE TABLES IN SCHEMA s TO ROLE reader', 'CREATE TABLE s.t (x VARCHAR)')
    expect(await shown('SHOW GRANTS ON TABLE s.t', 'privilege')).toEqual([['SELECT']])
    await all('REVOKE SELECT ON TABLE s.t FROM ROLE reader', 'CREATE OR REPLACE TABLE s.t (x VARCHAR) COPY GRANTS')
    expect(await shown('SHOW GRANTS ON TABLE s.t', 'privilege')).toEqual([])
    expect(await shown('SHOW FUTURE GRANTS IN SCHEMA s', 'privilege', 'grant_on', 'grantee_name')).toEqual([['SELECT', 'TABLE', 'READER']])
  })

  it('a table that was dropped comes back, unless another took its name', async () => {
    await all('CREATE TABLE s.t AS SELECT 1 AS x', 'DROP TABLE s.t', 'UNDROP TABLE s.t')
    expect(await client.rows('SELECT x FROM s.t')).toEqual([{ X: 1 }])
    await all('DROP TABLE s.t', 'CREATE TABLE s.t AS SELECT 2 AS x')
    expect(await client.error('UNDROP TABLE s.t')).toBe('002002 42710')
  })
})

describe('what is served', () => {
  it('shows what its query gives', async () => {
    await all(
      "CREATE TABLE s.t AS SELECT 'a' AS k, CAST('2024-01-01' AS TIMESTAMP_NTZ(6)) AS at, 1 AS x",
      "CREATE DYNAMIC TABLE s.d (K VARCHAR COMMENT 'key', AT TIMESTAMP_NTZ(6), X NUMBER(38, 0)) TARGET_LAG = '1 minute' WAREHOUSE = compute_wh REFRESH_MODE = FULL INITIALIZE = ON_CREATE AS SELECT k, at, x FROM s.t",
      "CREATE ONLINE FEATURE TABLE s.o PRIMARY KEY (K) TARGET_LAG = '10 seconds' WAREHOUSE = compute_wh TIMESTAMP_COLUMN = AT FROM s.d",
      'CREATE MATERIALIZED VIEW s.m COPY GRANTS (K, N) AS SELECT k, COUNT(*) FROM s.t GROUP BY k',
      "INSERT INTO s.t VALUES ('a', '2024-01-02', 2)",
    )
    expect(await client.rows('SELECT x FROM s.d ORDER BY x')).toEqual([{ X: 1 }, { X: 2 }])
    expect(await client.rows('SELECT k, x FROM s.o')).toEqual([{ K: 'a', X: 2 }])
    expect(await client.rows('SELECT k, n FROM s.m')).toEqual([{ K: 'a', N: 2 }])
    expect(await shown('SHOW DYNAMIC TABLES IN s', 'name', 'target_lag', 'warehouse', 'refresh_mode')).toEqual([['D', '1 minute', 'COMPUTE_WH', 'FULL']])
    expect(await shown('SHOW ONLINE FEATURE TABLES IN s ->> SELECT "name" AS n FROM $1 WHERE "name" = \'O\'', 'N')).toEqual([['O']])
    expect(await client.error("INSERT INTO s.d VALUES ('b', NULL, 3)")).toBe('002003 42S02')
    await all("ALTER DYNAMIC TABLE s.d SET TARGET_LAG = '2 hours' WAREHOUSE = compute_wh", 'ALTER DYNAMIC TABLE s.d SUSPEND')
    expect(await shown('SHOW DYNAMIC TABLES IN s', 'target_lag', 'scheduling_state')).toEqual([['2 hours', 'SUSPENDED']])
  })

  it.each([
    'CREATE DYNAMIC TABLE s.d WAREHOUSE = compute_wh AS SELECT 1 AS x',
    "CREATE DYNAMIC TABLE s.d TARGET_LAG = '1 minute' WAREHOUSE = nowhere AS SELECT 1 AS x",
    "CREATE DYNAMIC TABLE s.d TARGET_LAG = 'often' WAREHOUSE = compute_wh AS SELECT 1 AS x",
    "CREATE ONLINE FEATURE TABLE s.o PRIMARY KEY (z) TARGET_LAG = '1 minute' WAREHOUSE = compute_wh FROM s.t",
  ])('%s', async sql => {
    await all('CREATE TABLE s.t AS SELECT 1 AS x')
    expect(await client.error(sql)).toMatch(/^\d{6} [0-9A-Z]{5}$/)
  })
})

describe('procedures and tasks', () => {
  const block = `DECLARE
  REFUSED EXCEPTION (-20420, 'it is there already');
  CHANGED NUMBER(38, 0) DEFAULT 0;
  KEY VARCHAR DEFAULT 'k' || N;
BEGIN
BEGIN TRANSACTION;
INSERT INTO s.t SELECT :KEY, :N FROM (SELECT COUNT(*) AS n FROM s.t WHERE k = :KEY) AS c WHERE n = 0;
CHANGED := SQLROWCOUNT;
IF (CHANGED = 0) THEN
RAISE REFUSED;
ELSEIF (N > 8) THEN
INSERT INTO s.t SELECT 'large', 1 / 0;
END IF;
COMMIT;
RETURN KEY;
EXCEPTION
WHEN OTHER THEN
ROLLBACK;
RAISE;
END;`

  beforeEach(async () => {
    await all(
      'CREATE TABLE s.t (k VARCHAR, n NUMBER(38, 0))',
      `CREATE OR REPLACE PROCEDURE s.p ("N" NUMBER(38, 0)) COPY GRANTS RETURNS VARCHAR LANGUAGE SQL COMMENT = 'p' EXECUTE AS CALLER AS $$\n${block}\n$$`,
    )
  })

  it('run with their arguments, whole or not at all', async () => {
    expect(await client.rows('CALL s.p(1)')).toEqual([{ P: 'k1' }])
    expect(await client.error('CALL s.p(1)')).toBe('-20420 P0001')
    expect(await client.error('CALL s.p(9)')).toBe('100051 22012')
    expect(await client.rows('SELECT k, n FROM s.t')).toEqual([{ K: 'k1', N: 1 }])
  })

  it('are known by the types of their arguments', async () => {
    expect(await client.error('CALL s.p(1, 2)')).toBe('002141 42601')
    expect(await client.error('DROP PROCEDURE s.p (VARCHAR)')).toMatch(/^002003/)
    await all('DROP PROCEDURE IF EXISTS s.p (NUMBER(38, 0))')
    expect(await client.error('CALL s.p(1)')).toBe('002141 42601')
  })

  it('are read when they are made', async () => {
    expect(await client.error('CREATE PROCEDURE s.q () RETURNS VARCHAR LANGUAGE SQL AS $$ BEGIN SELECT 1 $$')).toBe('001003 42000')
  })

  it('that leave a transaction open are taken back', async () => {
    await all("CREATE PROCEDURE s.q () RETURNS VARCHAR LANGUAGE SQL AS $$ BEGIN BEGIN TRANSACTION; INSERT INTO s.t VALUES ('q', 1); RETURN 'q'; END; $$")
    expect(await client.error('CALL s.q()')).toBe('090232 25000')
    expect(await client.rows('SELECT COUNT(*) AS n FROM s.t')).toEqual([{ N: 0 }])
  })

  it('a task runs, and those after it that were resumed', async () => {
    await all(
      "CREATE TASK s.root WAREHOUSE = compute_wh SCHEDULE = 'USING CRON 0 2 * * * UTC' TIMEZONE = 'UTC', WEEK_START = 1 COMMENT = 'r' AS CALL s.p(1)",
      'CREATE TASK s.one WAREHOUSE = compute_wh AFTER s.root AS CALL s.p(2)',
      'CREATE TASK s.two WAREHOUSE = compute_wh AFTER s.root AS CALL s.p(3)',
      'ALTER TASK s.one RESUME',
      'EXECUTE TASK s.root',
    )
    expect(await client.rows('SELECT n FROM s.t ORDER BY n')).toEqual([{ N: 1 }, { N: 2 }])
    expect(await shown('SHOW TASKS IN s', 'name', 'state', 'schedule')).toEqual([
      ['ONE', 'started', null],
      ['ROOT', 'suspended', 'USING CRON 0 2 * * * UTC'],
      ['TWO', 'suspended', null],
    ])
    await all('ALTER TASK s.root RESUME')
    expect(await client.error("ALTER TASK s.one SET COMMENT = 'x'")).toBe('091087 55000')
  })

  it('an alert is made suspended, and nothing in it is looked up', async () => {
    await all(
      "CREATE ALERT s.a WAREHOUSE = compute_wh SCHEDULE = '5 MINUTE' IF (EXISTS (SELECT 1 FROM s.nothing)) THEN CALL s.nothing()",
      'ALTER ALERT s.a RESUME',
    )
    expect(await shown('SHOW ALERTS IN s', 'name', 'state', 'condition', 'action')).toEqual([['A', 'started', 'SELECT 1 FROM s.nothing', 'CALL s.nothing()']])
  })
})

describe('tags, policies, warehouses and roles', () => {
  it('are made, told and dropped', async () => {
    await all(
      "CREATE TAG s.owner ALLOWED_VALUES 'a', 'b' COMMENT = 'who'",
      'CREATE TABLE s.t (x VARCHAR)',
      "ALTER TABLE s.t SET TAG s.owner = 'a'",
      "CREATE MASKING POLICY s.m AS (v VARCHAR) RETURNS VARCHAR -> CASE WHEN CURRENT_ROLE() = 'READER' THEN v END",
      "CREATE OR REPLACE WAREHOUSE wh2 WAREHOUSE_SIZE = 'SMALL' AUTO_SUSPEND = 60 INITIALLY_SUSPENDED = TRUE",
      'CREATE ROLE IF NOT EXISTS r2',
      'GRANT ROLE r2 TO ROLE writer',
      'GRANT USAGE ON WAREHOUSE wh2 TO ROLE r2',
    )
    expect(await shown('SHOW TAGS IN s', 'name', 'allowed_values')).toEqual([['OWNER', '["a","b"]']])
    expect(await shown("SHOW WAREHOUSES LIKE 'wh2'", 'name', 'size', 'auto_suspend')).toEqual([['WH2', 'Small', 60]])
    expect(await shown('SHOW GRANTS TO ROLE r2', 'privilege', 'granted_on', 'name')).toEqual([['USAGE', 'WAREHOUSE', 'WH2']])
    await all('DROP TAG s.owner', 'DROP MASKING POLICY s.m', 'DROP WAREHOUSE wh2', 'DROP ROLE r2')
    expect(await client.error('USE WAREHOUSE wh2')).toMatch(/^002003/)
  })
})
