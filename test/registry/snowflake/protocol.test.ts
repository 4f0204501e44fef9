import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { diagnostic } from '../../../compiler/base/diagnostic.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import type { SnowflakeOptions } from '../../../registry/driver/snowflake/open.ts'
import { openSnowflake } from '../../../registry/driver/snowflake/open.ts'
import { codesOf, told } from '../../support/errors.ts'
import type { Received, Reply, Script, Stub } from './stub.ts'
import { loggedIn, refused, rows, sessionToken, stubServer } from './stub.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const close of closing.splice(0)) await close()
})

async function opened(script: Script, options: Partial<SnowflakeOptions> = {}): Promise<{ readonly driver: Driver; readonly stub: Stub }> {
  const stub = await stubServer(script)
  const driver = await openSnowflake({ ...stub.options, ...options })
  closing.push(async () => {
    driver.close()
    await stub.close()
  })
  return { driver, stub }
}

const one = rows([['A', 'fixed', 0, 38]], [['1']])
const times = (n: number, first: Reply, then: Reply): (() => Reply) => {
  let left = n
  return () => (left-- > 0 ? first : then)
}
const counted = (name: string, count: string): Reply => rows([[name, 'fixed', 0]], [[count]])

describe('statements', () => {
  it('gives rows by lower-case name, and counts up columns of one name', async () => {
    const { driver } = await opened(() =>
      rows(
        [
          ['Id', 'fixed', 0],
          ['ID', 'fixed', 0],
          ['X', 'text', null],
        ],
        [['1', '2', null]],
      ),
    )
    expect(await driver.query('SELECT 1')).toEqual([{ id: 1, id_1: 2, x: null }])
  })

  it('counts the rows that a statement changed, and no others', async () => {
    const replies: Record<string, Reply> = {
      INSERT: counted('number of rows inserted', '3'),
      UPDATE: rows(
        [
          ['number of rows updated', 'fixed', 0],
          ['number of multi-joined rows updated', 'fixed', 0],
        ],
        [['4', '2']],
      ),
      MERGE: rows(
        [
          ['number of rows inserted', 'fixed', 0],
          ['number of rows updated', 'fixed', 0],
          ['number of rows deleted', 'fixed', 0],
        ],
        [['1', '2', '3']],
      ),
    }
    const { driver } = await opened((_, sql) => replies[sql.split(' ')[0]!])
    expect(await driver.execute('INSERT INTO t')).toBe(3)
    expect(await driver.execute('UPDATE t')).toBe(4)
    expect(await driver.execute('MERGE INTO t')).toBe(6)
    expect(await driver.execute('CREATE TABLE t')).toBe(0)
  })

  it('sends the tag with each statement that has one, cut to what Snowflake takes', async () => {
    const { driver, stub } = await opened(() => undefined)
    const tagged = driver.tagged('feat plan=1 step=2')
    await tagged.execute('CREATE SCHEMA a')
    await tagged.transaction(['DELETE FROM a'])
    await driver.execute('CREATE SCHEMA b')
    await driver.tagged('x'.repeat(3000)).execute('CREATE SCHEMA c')
    const tags = stub.requests
      .filter(r => r.path === '/queries/v1/query-request')
      .map(r => (r.body['parameters'] as { QUERY_TAG?: string } | undefined)?.QUERY_TAG)
    expect(tags.slice(1)).toEqual(['feat plan=1 step=2', 'feat plan=1 step=2', 'feat plan=1 step=2', 'feat plan=1 step=2', undefined, 'x'.repeat(2000)])
  })

  it('describes a query without running it', async () => {
    const { driver, stub } = await opened((_, sql) =>
      sql === 'SELECT x'
        ? rows(
            [
              ['X', 'fixed', 2, 10],
              ['Y', 'timestamp_ntz', 9],
            ],
            [],
          )
        : undefined,
    )
    expect(await driver.describe('SELECT x')).toEqual([
      { name: 'x', type: 'NUMBER(10,2)', nullable: true },
      { name: 'y', type: 'TIMESTAMP_NTZ(9)', nullable: true },
    ])
    expect(stub.requests.at(-1)!.body['describeOnly']).toBe(true)
  })

  it('reads a result that comes in chunks, and fetches a chunk again that failed', async () => {
    const chunk = times(1, { text: 'busy', status: 503 }, { text: '["3"],["4"]', status: 200 })
    const { driver } = await opened((r, sql) => {
      if (r.path === '/chunk') return chunk()
      if (sql !== 'SELECT n') return undefined
      const url = `http://127.0.0.1:${r.port}/chunk`
      return rows([['N', 'fixed', 0]], [['1'], ['2']], {
        returned: 4,
        total: 4,
        chunks: [{ url, rowCount: 2, uncompressedSize: 11, compressedSize: 11 }],
        chunkHeaders: {},
      })
    })
    expect(await driver.query('SELECT n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }])
  })

  it('F664 gives up a chunk that is no part of a result, and the process lives on', async () => {
    const { driver } = await opened(
      (r, sql) => {
        if (r.path === '/chunk') return { text: '["3"],[oops', status: 200 }
        const url = `http://127.0.0.1:${r.port}/chunk`
        return sql === 'SELECT n'
          ? rows([['N', 'fixed', 0]], [['1']], { returned: 3, total: 3, chunks: [{ url, rowCount: 2 }] })
          : sql === 'SELECT x'
            ? one
            : undefined
      },
      { limits: { rows: 100 } },
    )
    expect(await codesOf(() => driver.query('SELECT n'))).toEqual(['F664'])
    expect(await driver.query('SELECT x')).toEqual([{ a: 1 }])
  })

  it('waits for a statement that takes long, by the address that it is given', async () => {
    const id = '01234567-89ab-cdef-0123-456789abcdef'
    const still: Reply = { json: { code: '333333', message: null, success: true, data: { queryId: id, getResultUrl: `/queries/${id}/result` } } }
    const result = times(2, still, one)
    const { driver, stub } = await opened((r, sql) => (sql === 'SELECT slow' ? still : r.path === `/queries/${id}/result` ? result() : undefined))
    expect(await driver.query('SELECT slow')).toEqual([{ a: 1 }])
    expect(stub.requests.filter(r => r.path.endsWith('/result'))).toHaveLength(3)
  })

  it('starts a procedure without waiting, and asks for its result by id', async () => {
    const id = '01234567-89ab-cdef-0123-456789abcdef'
    const started: Reply = { json: { code: '333334', message: null, success: true, data: { queryId: id, getResultUrl: `/queries/${id}/result` } } }
    const { driver, stub } = await opened((r, sql) =>
      sql.startsWith('CALL') ? started : r.path === `/queries/${id}/result` ? rows([['FILL', 'text', null]], [['done']]) : undefined,
    )
    expect(await driver.query('CALL fill()')).toEqual([{ fill: 'done' }])
    expect(stub.requests.find(r => r.body['sqlText'] === 'CALL fill()')!.body['asyncExec']).toBe(true)
    const failing = await opened((r, sql) =>
      sql.startsWith('CALL')
        ? started
        : r.path === `/queries/${id}/result`
          ? refused('100183', "Uncaught exception: Object 'X' does not exist or not authorized.")
          : undefined,
    )
    expect(await codesOf(() => failing.driver.execute('CALL fill()', 'fill it'))).toEqual(['F656'])
  })
})

describe('errors', () => {
  const cases: readonly (readonly [code: string, number: string, message: string])[] = [
    ['F656', '002003', "SQL compilation error:\nObject 'DB.PUBLIC.T' does not exist or not authorized."],
    ['F656', '002043', 'SQL compilation error:\nObject does not exist, or operation cannot be performed.'],
    ['F657', '003001', "SQL access control error:\nInsufficient privileges to operate on schema 'X'"],
    ['F658', '000606', 'No active warehouse selected in the current session.'],
    ['F658', '090073', "Warehouse 'WH' cannot be resumed because resource monitor 'M' has exceeded its quota."],
    ['F659', '000630', 'Statement reached its statement timeout of 60 second(s) and was canceled.'],
    ['F659', '000604', 'SQL execution canceled'],
    ['F602', '000904', "SQL compilation error: error line 1 at position 7\ninvalid identifier 'NOPE'"],
    ['F607', '100038', "Numeric value 'abc' is not recognized"],
    ['F663', '000625', "Statement '01' has locked table 'T' in transaction 1 and this lock has not yet been released."],
    ['F665', '000002', "Unsupported feature 'MATERIALIZED VIEW'."],
    ['F669', '001003', "SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'SELEC'."],
  ]
  it.each(cases)('%s %s %s', async (code, number, message) => {
    const { driver, stub } = await opened((_, sql) => (sql === 'SELECT x' ? refused(number, message) : undefined))
    const [d] = await told(() => driver.query('SELECT x', 'look at it'))
    expect(d!.code).toBe(code)
    expect(d!.message).toContain('while: look at it')
    expect(d!.message).toContain(`(${number})`)
    expect(d!.message).not.toContain('SQL compilation error')
    expect(stub.statements()).toEqual(['SELECT x'])
  })

  it('keeps tokens of the session out of errors, however deep one looks', async () => {
    const { driver } = await opened((r, sql) => (sql === 'SELECT x' ? refused('000603', `incident with ${r.authorization}`) : undefined))
    const error: unknown = await driver.query('SELECT x').catch((e: unknown) => e)
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(sessionToken)
  })

  it('F664 an answer that lacks rows, has no number of them, or a value of another form, and the process lives on', async () => {
    const { driver } = await opened((_, sql) => {
      if (sql === 'SELECT few') return rows([['A', 'fixed', 0]], [['1']], { returned: 2, total: 2 })
      if (sql === 'SELECT none') return rows([['A', 'fixed', 0]], [['1']], { returned: undefined })
      if (sql === 'SELECT maybe') return rows([['A', 'boolean', null]], [['maybe']])
      if (sql === 'SELECT undefined')
        return rows(
          [
            ['A', 'array', null],
            ['B', 'binary', null],
          ],
          [['[1,undefined]', 'DEAD']],
        )
      return one
    })
    expect(await codesOf(() => driver.query('SELECT few'))).toEqual(['F664'])
    expect(await codesOf(() => driver.query('SELECT none'))).toEqual(['F664'])
    expect(await codesOf(() => driver.query('SELECT maybe'))).toEqual(['F664'])
    expect(await driver.query('SELECT undefined')).toEqual([{ a: '[1,undefined]', b: 'DEAD' }])
    expect(await driver.query('SELECT fine')).toEqual([{ a: 1 }])
  })
})

describe('sessions that end', () => {
  const expired: Reply = { json: { data: null, code: '390112', message: 'Your session has expired. Please login again.', success: false } }
  const gone: Reply = { json: { data: null, code: '390111', message: 'Session no longer exists. New login required.', success: false } }
  const logins = (stub: Stub): number => stub.requests.filter(r => r.path.endsWith('login-request')).length

  it('renews a session that expired, and sends the statement once more', async () => {
    const reply = times(1, expired, one)
    const renewed: Reply = {
      json: { data: { sessionToken: 'next', validityInSecondsST: 3600, masterToken: 'm', validityInSecondsMT: 14_400, sessionId: 1 }, success: true },
    }
    const { driver, stub } = await opened((r, sql) => (r.path === '/session/token-request' ? renewed : sql === 'SELECT x' ? reply() : undefined))
    expect(await driver.query('SELECT x')).toEqual([{ a: 1 }])
    expect(stub.requests.at(-1)!.authorization).toContain('next')
    expect(logins(stub)).toBe(1)
  })

  it('opens another session where the account no longer knows one: nothing was run in it', async () => {
    const reply = times(1, gone, counted('number of rows inserted', '1'))
    const { driver, stub } = await opened((_, sql) => (sql.startsWith('INSERT') ? reply() : undefined))
    expect(await driver.execute('INSERT INTO t')).toBe(1)
    expect(logins(stub)).toBe(2)
    expect(stub.statements()).toEqual(['INSERT INTO t', 'INSERT INTO t'])
  })

  it('F660 does not call a procedure again that was started', async () => {
    const id = '01234567-89ab-cdef-0123-456789abcdef'
    const started: Reply = { json: { code: '333334', message: null, success: true, data: { queryId: id, getResultUrl: `/queries/${id}/result` } } }
    const { driver, stub } = await opened((r, sql) => (sql.startsWith('CALL') ? started : r.path === `/queries/${id}/result` ? gone : undefined))
    const [d] = await told(() => driver.execute('CALL fill()'))
    expect(d).toMatchObject({ code: 'F660', hint: expect.stringContaining(`query ${id}`) as string })
    expect(stub.statements()).toEqual(['CALL fill()'])
  })

  it('begins a transaction again on another session, as a whole', async () => {
    const reply = times(1, gone, counted('number of rows inserted', '1'))
    const { driver, stub } = await opened((_, sql) => (sql === 'INSERT INTO t' ? reply() : undefined))
    expect(await driver.transaction(['DELETE FROM t', 'INSERT INTO t'])).toEqual([0, 1])
    expect(stub.statements()).toEqual(['BEGIN', 'DELETE FROM t', 'INSERT INTO t', 'BEGIN', 'DELETE FROM t', 'INSERT INTO t', 'COMMIT'])
  })

  it('F662 gives up where the next session ends too', async () => {
    const { driver } = await opened((_, sql) => (sql === 'SELECT x' ? gone : undefined))
    expect(await codesOf(() => driver.query('SELECT x', 'look'))).toEqual(['F662'])
  })

  it('looks at a session that was idle for long before it uses it', async () => {
    const { driver, stub } = await opened((r, sql) => (r.path === '/session/heartbeat' ? gone : sql === 'SELECT x' ? one : undefined), { limits: { idle: 0 } })
    expect(await driver.query('SELECT x')).toEqual([{ a: 1 }])
    expect(logins(stub)).toBe(2)
    expect(stub.statements()).toEqual(['SELECT x'])
  })
})

describe('answers that do not come', () => {
  it('lets the driver send a statement again by the same request id after 429, 503 and a broken connection', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0) // the driver waits a second each time, and not up to sixteen
    const replies: Reply[] = [{ text: 'slow down', status: 429 }, { text: 'busy', status: 503 }, 'reset', one]
    const { driver, stub } = await opened((_, sql) => (sql === 'SELECT x' ? replies.shift() : undefined))
    expect(await driver.query('SELECT x')).toEqual([{ a: 1 }])
    const sent = stub.requests.filter(r => r.body['sqlText'] === 'SELECT x')
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map(r => r.query.get('requestId'))).size).toBe(1)
  })

  it('F660 never repeats a statement that may have taken effect, and names it', async () => {
    const { driver, stub } = await opened((_, sql) => (sql.startsWith('INSERT') ? { text: 'no', status: 400 } : undefined))
    const [d] = await told(() => driver.execute('INSERT INTO t', 'fill t'))
    expect(d!.code).toBe('F660')
    expect(d!.message).toContain('while: fill t')
    expect(d!.hint).toMatch(/request [0-9a-f-]{36}/)
    expect(stub.statements()).toEqual(['INSERT INTO t'])
  })

  it('F655 repeats a read once, on another session', async () => {
    const { driver, stub } = await opened((_, sql) => (sql === 'SELECT x' ? { text: 'no', status: 400 } : undefined))
    expect(await codesOf(() => driver.query('SELECT x'))).toEqual(['F655'])
    expect(stub.statements()).toEqual(['SELECT x', 'SELECT x'])
  })

  it('F661 ends a read that takes too long, and F660 where a write does not answer to that', async () => {
    const cancelled = (r: Received): boolean => r.path === '/queries/v1/abort-request'
    let hang: ((reply: Reply) => void) | null = null
    const { driver } = await opened(
      (r, sql) => {
        if (cancelled(r)) hang?.(refused('000604', 'SQL execution canceled', '57014'))
        return sql === 'SELECT x' ? new Promise<Reply>(resolve => (hang = resolve)) : sql === 'INSERT' ? 'silence' : undefined
      },
      { limits: { statement: 200, heartbeat: 100, cancel: 300 } },
    )
    expect(await codesOf(() => driver.query('SELECT x'))).toEqual(['F661'])
    expect(await codesOf(() => driver.execute('INSERT'))).toEqual(['F660'])
  })

  it('F655 gives a read up when the account answers nothing any more', async () => {
    const { driver } = await opened(
      (r, sql) => (sql === 'SELECT x' || r.path === '/session/heartbeat' ? (sql === 'SELECT x' ? 'silence' : { text: '', status: 500 }) : undefined),
      { limits: { heartbeat: 50, outage: 150, cancel: 100 } },
    )
    expect(await codesOf(() => driver.query('SELECT x'))).toEqual(['F655'])
  })
})

describe('cancelling', () => {
  it('F606 ends what is running, in the account too, and the next statement runs', async () => {
    const hanging: ((reply: Reply) => void)[] = []
    const { driver, stub } = await opened((r, sql) => {
      if (r.path === '/queries/v1/abort-request') hanging.shift()?.(refused('000604', 'SQL execution canceled', '57014'))
      return sql.startsWith('INSERT') ? new Promise<Reply>(resolve => hanging.push(resolve)) : undefined
    })
    const work = [codesOf(() => driver.execute('INSERT 1')), codesOf(() => driver.transaction(['INSERT 2']))]
    while (hanging.length < 2) await sleep(10)
    driver.cancel()
    expect(await Promise.all(work)).toEqual([['F606'], ['F606']])
    expect(stub.statements()).toEqual(expect.arrayContaining(['ROLLBACK']))
    expect(stub.statements()).not.toContain('COMMIT')
    expect(await driver.execute('CREATE TABLE t')).toBe(0)
  })

  it('F606 also reaches those that wait for their turn', async () => {
    const { driver } = await opened((_, sql) => (sql === 'SELECT x' ? 'silence' : undefined), { parallelism: 1, limits: { cancel: 50 } })
    const work = [1, 2, 3].map(() => codesOf(() => driver.query('SELECT x')))
    await sleep(100)
    driver.cancel()
    expect(await Promise.all(work)).toEqual([['F606'], ['F606'], ['F606']])
  })
})

describe('transactions', () => {
  const otherwise = diagnostic('F615', { detail: 'the lock is held', during: null })

  it('are all statements or none, on one session', async () => {
    const { driver, stub } = await opened((_, sql) => (sql === 'UPDATE' ? counted('number of rows updated', '1') : undefined))
    expect(await driver.transaction([{ sql: 'UPDATE', rows: 1, otherwise }, 'INSERT'])).toEqual([1, 0])
    expect(stub.statements()).toEqual(['BEGIN', 'UPDATE', 'INSERT', 'COMMIT'])
  })

  it('F615 are taken back where a guard finds other rows', async () => {
    const { driver, stub } = await opened((_, sql) => (sql === 'UPDATE' ? counted('number of rows updated', '0') : undefined))
    expect(await codesOf(() => driver.transaction([{ sql: 'UPDATE', rows: 1, otherwise }, 'INSERT']))).toEqual(['F615'])
    expect(stub.statements()).toEqual(['BEGIN', 'UPDATE', 'ROLLBACK'])
  })

  it('are taken back where a statement is refused', async () => {
    const { driver, stub } = await opened((_, sql) => (sql === 'INSERT' ? refused('002003', "Object 'T' does not exist or not authorized.") : undefined))
    expect(await codesOf(() => driver.transaction(['DELETE', 'INSERT', 'UPDATE']))).toEqual(['F656'])
    expect(stub.statements()).toEqual(['BEGIN', 'DELETE', 'INSERT', 'ROLLBACK'])
  })

  it('are not cancelled once the commit is sent', async () => {
    const { driver, stub } = await opened(async (_, sql) => {
      if (sql !== 'COMMIT') return undefined
      driver.cancel()
      await sleep(50)
      return counted('status', '0')
    })
    expect(await driver.transaction(['INSERT'])).toEqual([0])
    expect(stub.requests.map(r => r.path)).not.toContain('/queries/v1/abort-request')
  })

  it.each(['BEGIN', 'COMMIT'])('leave no session behind that may be in one: %s refused', async which => {
    const { driver, stub } = await opened((_, sql) => (sql === which ? refused('000603', 'incident') : undefined))
    expect(await codesOf(() => driver.transaction(['INSERT']))).toEqual(['F669'])
    await driver.execute('CREATE TABLE t')
    const used = stub.requests.filter(r => r.path.endsWith('login-request'))
    expect(used).toHaveLength(2)
  })

  it('F655 took no effect where the connection breaks before the commit, and F660 may have where it breaks in it', async () => {
    const broken: Reply = { text: 'no', status: 400 }
    const before = await opened((_, sql) => (sql === 'INSERT' ? broken : undefined))
    expect(await codesOf(() => before.driver.transaction(['INSERT']))).toEqual(['F655'])
    const inside = await opened((_, sql) => (sql === 'COMMIT' ? broken : undefined))
    expect(await codesOf(() => inside.driver.transaction(['INSERT']))).toEqual(['F660'])
    expect(inside.stub.statements()).toEqual(['BEGIN', 'INSERT', 'COMMIT'])
  })
})

describe('the pool', () => {
  it('opens as many sessions as are needed, and never more than allowed and one for the lock', async () => {
    let running = 0
    let most = 0
    const { driver, stub } = await opened(
      async (_, sql) => {
        if (sql !== 'SELECT x') return undefined
        most = Math.max(most, ++running)
        await sleep(30)
        running--
        return one
      },
      { parallelism: 3 },
    )
    expect(driver.parallelism).toBe(3)
    await Promise.all(Array.from({ length: 12 }, () => driver.query('SELECT x')))
    expect(most).toBe(4)
    expect(stub.requests.filter(r => r.path.endsWith('login-request'))).toHaveLength(4)
    await driver.query('SELECT x')
    expect(stub.requests.filter(r => r.path.endsWith('login-request'))).toHaveLength(4)
  })

  it('F654 tries no other login where one was refused, and works with what is open', async () => {
    let logins = 0
    const login = (): Reply => (++logins === 1 ? loggedIn() : refused('390100', 'Incorrect username or password'))
    let known = true
    const { driver } = await opened(
      (r, sql) => (r.path.endsWith('login-request') ? login() : sql === 'SELECT x' ? (known ? one : refused('390111', 'gone')) : undefined),
      {
        parallelism: 3,
      },
    )
    expect(await Promise.all(Array.from({ length: 12 }, () => codesOf(() => driver.query('SELECT x'))))).toEqual(Array.from({ length: 12 }, () => []))
    expect(logins).toBe(2)
    known = false
    expect(await codesOf(() => driver.query('SELECT x'))).toEqual(['F654'])
    expect(await Promise.all([1, 2].map(() => codesOf(() => driver.query('SELECT x'))))).toEqual([['F654'], ['F654']])
    expect(logins).toBe(2)
  })

  it('has one session only where each login asks a person', async () => {
    const stub = await stubServer()
    closing.push(stub.close)
    const env = { ...stub.options.env, SNOWFLAKE_CONNECTIONS_STUB_AUTHENTICATOR: 'username_password_mfa' }
    const driver = await openSnowflake({ ...stub.options, env })
    expect(driver.parallelism).toBe(1)
    driver.close()
  })

  it('F606 sends nothing more once it is closed', async () => {
    const { driver, stub } = await opened(async (_, sql) => (sql === 'SELECT x' ? (await sleep(100), one) : undefined), { parallelism: 1 })
    const work = [1, 2, 3].map(() => codesOf(() => driver.query('SELECT x')))
    await sleep(20)
    driver.close()
    expect(await Promise.all(work)).toEqual([[], ['F606'], ['F606']])
    expect(await codesOf(() => driver.query('SELECT x'))).toEqual(['F606'])
    expect(stub.statements()).toEqual(['SELECT x'])
    expect(stub.requests.filter(r => r.path.endsWith('login-request'))).toHaveLength(1)
  })

  it('ends its sessions when it is closed', async () => {
    const { driver, stub } = await opened(() => undefined)
    driver.close()
    for (let i = 0; i < 100 && stub.requests.at(-1)!.query.get('delete') === null; i++) await sleep(10)
    expect(stub.requests.at(-1)!.path).toBe('/session')
  })
})
