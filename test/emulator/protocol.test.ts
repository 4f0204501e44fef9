import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { repository } from '../source-files.ts'
import type { Emulator, EmulatorOptions } from './index.ts'
import { startEmulator } from './index.ts'
import { fieldsOf, recorded } from './wire/fields.ts'
import type { Client } from './with-sdk.ts'
import { connect } from './with-sdk.ts'

// The unmodified driver talks to the emulator: logins, answers in all their forms, and what goes wrong on the way.

const open: { emulators: Emulator[]; clients: Client[] } = { emulators: [], clients: [] }
afterEach(async () => {
  await Promise.all(open.clients.splice(0).map(c => c.close()))
  await Promise.all(open.emulators.splice(0).map(e => e.close()))
})

async function emulated(options: EmulatorOptions = {}): Promise<{ readonly emulator: Emulator; readonly client: Client }> {
  const emulator = await startEmulator(options)
  open.emulators.push(emulator)
  return { emulator, client: await another(emulator) }
}

async function another(emulator: Emulator): Promise<Client> {
  const client = await connect(emulator)
  open.clients.push(client)
  return client
}

const [dedupe, setup] = ['INSERT INTO t SELECT 1', 'CREATE TABLE t (a NUMBER(38, 0))']

describe('logins', () => {
  it('take a password, an OAuth token, a programmatic token and a key pair', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const { emulator } = await emulated({ credentials: { publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string } })
    const { token } = emulator.credentials
    const ways = [
      { authenticator: 'OAUTH', token },
      { authenticator: 'PROGRAMMATIC_ACCESS_TOKEN', token },
      { authenticator: 'SNOWFLAKE_JWT', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string },
    ]
    for (const way of ways) {
      const client = await connect(emulator, way)
      expect(await client.rows('SELECT CURRENT_USER() AS u')).toEqual([{ U: 'FEAT' }])
      await client.close()
    }
  })

  it.each([
    ['a wrong password', { password: 'guessed' }, '390100'],
    ['a wrong token', { authenticator: 'OAUTH', token: 'old' }, '390303'],
    ['a role that is not there', { role: 'NOBODY' }, '390189'],
  ])('refuse %s', async (_, options, code) => {
    const { emulator } = await emulated()
    await expect(connect(emulator, options)).rejects.toMatchObject({ code })
  })

  it('leave out a database that is not there, without a word', async () => {
    const { emulator } = await emulated()
    const client = await connect(emulator, { database: 'NOWHERE' })
    expect(await client.rows('SELECT CURRENT_DATABASE() AS d')).toEqual([{ D: null }])
    expect(await client.error('SELECT a FROM t')).toBe('001008 22023')
    await client.close()
  })
})

describe('answers', () => {
  it('come in chunks when there are many rows', async () => {
    const { client, emulator } = await emulated({ rowsPerChunk: 100 })
    const rows = await client.rows('SELECT "S"."INDEX" AS i FROM TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE(0, 1234))) AS "S" ORDER BY i')
    expect(rows.map(r => r['I'])).toEqual(Array.from({ length: 1234 }, (_, i) => i))
    expect(emulator.requests.by.chunk).toBe(12)
  })

  it('are polled for when a statement takes long', async () => {
    const { client, emulator } = await emulated({ answerWithinMs: 50 })
    emulator.faults.add({ match: /slowly/, fault: { kind: 'slow', ms: 200 } })
    expect(await client.rows("SELECT 'slowly' AS a")).toEqual([{ A: 'slowly' }])
    expect(emulator.requests.by.result).toBeGreaterThan(0)
  })

  it('are asked for later when a statement is only started', async () => {
    const { client, emulator } = await emulated()
    emulator.faults.add({ match: /slowly/, fault: { kind: 'slow', ms: 100 } })
    const id = await new Promise<string>((done, failed) => {
      client.connection.execute({ sqlText: "SELECT 'slowly' AS a", asyncExec: true, complete: (error, s) => (error ? failed(error) : done(s.getQueryId())) })
    })
    expect(await client.connection.getQueryStatus(id)).toBe('RUNNING')
    const statement = await client.connection.getResultsFromQueryId({ queryId: id, sqlText: '' })
    const found = await new Promise(done => void statement.streamRows().on('data', done))
    expect(found).toEqual({ A: 'slowly' })
    expect(await client.connection.getQueryStatus(id)).toBe('SUCCESS')
  })

  it('tell only the columns where only they are asked for', async () => {
    const { client } = await emulated()
    await client.rows(setup)
    const columns = await new Promise((done, failed) => {
      client.connection.execute({
        sqlText: 'SELECT a, 1.5 AS b FROM t',
        describeOnly: true,
        complete: (error, s) => (error ? failed(error) : done(s.getColumns()!.map(c => [c.getName(), c.getType(), c.getScale()]))),
      })
    })
    expect(columns).toEqual([
      ['A', 'fixed', 0],
      ['B', 'fixed', 1],
    ])
  })

  it('hold several statements in one request for a mistake', async () => {
    const { client } = await emulated()
    expect(await client.error('SELECT 1; SELECT 2')).toBe('000006 0A000')
  })
})

describe('what goes wrong on the way', () => {
  it('a statement whose answer was lost runs once, however often it is sent', async () => {
    const { client, emulator } = await emulated()
    await client.rows(setup)
    emulator.faults.add({ match: /INSERT/, fault: { kind: 'reset', when: 'after' } })
    expect(await client.rows(dedupe)).toEqual([{ 'number of rows inserted': 1 }])
    expect(await client.rows('SELECT COUNT(*) AS n FROM t')).toEqual([{ N: 1 }])
    expect(emulator.requests.statements.filter(s => s.sql === dedupe)).toHaveLength(1)
  })

  it('one that never arrived runs when it is sent again', async () => {
    const { client, emulator } = await emulated()
    await client.rows(setup)
    emulator.faults.add({ match: /INSERT/, fault: { kind: 'reset', when: 'before' } })
    emulator.faults.add({ match: /INSERT/, skip: 1, fault: { kind: 'status', status: 503 } })
    await client.rows(dedupe)
    expect(await client.rows('SELECT COUNT(*) AS n FROM t')).toEqual([{ N: 1 }])
  })

  it('a session that expired is renewed, and keeps its transaction', async () => {
    const { client, emulator } = await emulated()
    await client.rows(setup)
    await client.rows('BEGIN')
    await client.rows(dedupe)
    emulator.faults.add({ fault: { kind: 'expire' } })
    await client.rows(dedupe)
    await client.rows('ROLLBACK')
    expect(emulator.requests.by.renew).toBe(1)
    expect(await client.rows('SELECT COUNT(*) AS n FROM t')).toEqual([{ N: 0 }])
  })

  it('a statement is cancelled', async () => {
    const { client, emulator } = await emulated()
    emulator.faults.add({ match: /slowly/, fault: { kind: 'slow', ms: 60_000 } })
    const ended = new Promise<string>(done => {
      const statement = client.connection.execute({ sqlText: "SELECT 'slowly'", complete: error => done(String(error?.code)) })
      setTimeout(() => statement.cancel(() => {}), 100)
    })
    expect(await ended).toBe('000604')
  })

  it('a statement ends after the time that the session gives it', async () => {
    const { client, emulator } = await emulated()
    await client.rows('ALTER SESSION SET STATEMENT_TIMEOUT_IN_SECONDS = 1')
    emulator.faults.add({ match: /slowly/, fault: { kind: 'slow', ms: 60_000 } })
    expect(await client.error("SELECT 'slowly'")).toBe('000630 57014')
  })

  it('objects are hidden or denied to whom they are forbidden', async () => {
    const { client, emulator } = await emulated()
    await client.rows(setup)
    emulator.faults.forbid(/\.T$/, 'denied')
    expect(await client.error('SELECT a FROM t')).toBe('003001 42501')
    emulator.faults.clear()
    emulator.faults.forbid(/\.T$/)
    expect(await client.error('DROP TABLE t')).toBe('002003 42S02')
  })

  it('a session that is closed takes its open transaction back', async () => {
    const { client, emulator } = await emulated()
    await client.rows(setup)
    const other = await connect(emulator)
    await other.rows('BEGIN')
    await other.rows(dedupe)
    await other.rows('UPDATE t SET a = 2')
    await other.close()
    expect(await client.rows('UPDATE t SET a = 3')).toEqual([{ 'number of rows updated': 0, 'number of multi-joined rows updated': 0 }])
  })
})

describe('fields of responses', () => {
  const file = process.env['FEAT_SNOWFLAKE_RECORDINGS'] ?? resolve(repository, '../shared/snowflake/wire-recordings.json')
  const recordings = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly path: string; readonly response: unknown }[]) : []
  if (recordings.length === 0) process.stderr.write(`no recordings at ${file}: set FEAT_SNOWFLAKE_RECORDINGS to compare fields with some\n`)

  it.skipIf(recordings.length === 0)('are those that real servers were recorded to send', () => {
    const sent = (part: string): ReadonlySet<string> => new Set(recordings.filter(r => r.path.includes(part)).flatMap(r => fieldsOf(r.response)))
    const paths = { login: 'login-request', logout: 'logout-request', query: 'query-request' } as const
    for (const [kind, part] of Object.entries(paths)) {
      const found = sent(part)
      expect(recorded[kind as keyof typeof paths].filter(f => !found.has(f))).toEqual([])
    }
  })
})

describe('what others left', () => {
  it('a transaction that nobody goes on with is taken back when it keeps somebody waiting', async () => {
    const { client, emulator } = await emulated({ idleTransactionMs: 100 })
    await client.rows('CREATE TABLE t AS SELECT 1 AS a')
    const gone = await another(emulator)
    await gone.rows('BEGIN')
    await gone.rows('UPDATE t SET a = 2')
    await client.rows('UPDATE t SET a = a + 10')
    expect(await client.rows('SELECT a FROM t')).toEqual([{ A: 11 }])
    // It does not know: what it goes on with commits by itself.
    await gone.rows('UPDATE t SET a = 3')
    await gone.rows('ROLLBACK')
    expect(await client.rows('SELECT a FROM t')).toEqual([{ A: 3 }])
  })

  it('nothing is read without a warehouse, but listed', async () => {
    const { client, emulator } = await emulated()
    await client.rows('CREATE TABLE t AS SELECT 1 AS a')
    const other = await connect(emulator, { warehouse: 'NOWHERE' })
    expect(await other.error('SELECT a FROM t')).toBe('000606 57P03')
    expect(await other.rows('SHOW TABLES')).toMatchObject([{ name: 'T', rows: 1 }])
    await other.close()
  })
})
