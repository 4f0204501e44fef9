import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Driver } from '../../../registry/driver/driver.ts'
import { openSnowflake } from '../../../registry/driver/snowflake/open.ts'
import { repository } from '../../source-files.ts'
import { told } from '../../support/errors.ts'
import type { Stub } from './stub.ts'
import { stubServer } from './stub.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly scale: number | null
}

interface Recorded {
  readonly path: string
  readonly status: number
  readonly response:
    | string
    | {
        readonly success?: boolean
        readonly message?: string
        readonly data: { readonly rowtype?: readonly Column[]; readonly rowset: readonly (readonly (string | null)[])[] } | null
      }
}

/** Responses of real servers; they are no part of this repository. */
const file = process.env['FEAT_SNOWFLAKE_RECORDINGS'] ?? resolve(repository, '..', 'shared', 'snowflake', 'wire-recordings.json')
const recorded = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Recorded[]) : []
if (recorded.length === 0) process.stderr.write(`no recordings at ${file}: set FEAT_SNOWFLAKE_RECORDINGS to replay some\n`)

/** What a value must become, written down without the decoder: by the library of dates, and by the text of numbers. */
function expected(raw: string | null, { type, scale }: Column): unknown {
  if (raw === null) return null
  switch (type) {
    case 'fixed':
      return scale === 0 && Math.abs(Number(raw)) <= Number.MAX_SAFE_INTEGER ? Number(raw) : raw
    case 'real':
      return Number.parseFloat(raw)
    case 'boolean':
      return raw === '1'
    case 'date':
      return new Date(Number(raw) * 86_400_000).toISOString().slice(0, 10)
    case 'timestamp_ntz': {
      const [seconds, fraction] = raw.split('.') as [string, string]
      const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19)
      return Number(fraction) === 0 ? `${whole}Z` : `${whole}.${fraction.slice(0, 6)}Z`
    }
    default:
      return raw
  }
}

describe.skipIf(recorded.length === 0)('recorded answers of real servers', () => {
  const state: { next: Recorded | null; stub: Stub | null; driver: Driver | null } = { next: null, stub: null, driver: null }
  const replay = async (r: Recorded): Promise<Driver> => {
    state.stub ??= await stubServer((_, sql) => {
      if (sql !== 'SELECT recorded' || state.next === null) return undefined
      const { response, status } = state.next
      return typeof response === 'string' ? { text: response, status } : { json: response, status }
    })
    state.driver ??= await openSnowflake(state.stub.options)
    state.next = r
    return state.driver
  }
  afterAll(async () => {
    state.driver?.close()
    await state.stub?.close()
  })

  it('are as many as were recorded', () => {
    expect(recorded.length).toBeGreaterThan(70)
  })

  it('log in with each recorded login', async () => {
    const logins = recorded.filter(r => r.path.includes('login-request'))
    expect(logins.length).toBeGreaterThan(1)
    for (const login of logins) {
      const stub = await stubServer(r => (r.path.includes('login-request') ? { json: login.response } : undefined))
      const driver = await openSnowflake(stub.options)
      driver.close()
      await stub.close()
    }
  })

  it.each(recorded.filter(r => r.path.startsWith('/queries')).map((r, i) => [i, r] as const))('answer %i decodes to the values that it holds', async (_, r) => {
    const driver = await replay(r)
    if (typeof r.response === 'string' || r.response.success === false) {
      const [d] = await told(() => driver.query('SELECT recorded'))
      expect(d!.code).toBe(typeof r.response === 'string' ? 'F655' : 'F669')
      if (typeof r.response !== 'string') expect(d!.message).toContain(r.response.message!.slice(0, 40))
      return
    }
    const { rowtype, rowset } = r.response.data!
    const columns = rowtype!
    const wanted = rowset.map(row => Object.fromEntries(columns.map((c, i) => [c.name.toLowerCase(), expected(row[i] ?? null, c)])))
    expect(await driver.query('SELECT recorded')).toEqual(wanted)
    const counts = columns.findIndex(c => c.name.startsWith('number of rows'))
    expect(await driver.execute('SELECT recorded')).toBe(counts < 0 ? 0 : Number(rowset[0]![counts]))
  })
})
