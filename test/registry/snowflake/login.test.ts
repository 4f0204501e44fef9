import { createHash, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inspect } from 'node:util'
import { openSnowflake } from '../../../registry/driver/snowflake/open.ts'
import { codesOf, told } from '../../support/errors.ts'
import type { Script, Stub } from './stub.ts'
import { refused, stubServer } from './stub.ts'

const open: Stub[] = []
afterEach(async () => {
  for (const stub of open.splice(0)) await stub.close()
})

/** A server, and the variables of a connection that logs in to it in some way. */
async function server(way: Readonly<Record<string, string>>, script?: Script): Promise<Stub> {
  const stub = await stubServer(script)
  open.push(stub)
  const extra = Object.fromEntries(Object.entries(way).map(([key, value]) => [`SNOWFLAKE_CONNECTIONS_STUB_${key.toUpperCase()}`, value]))
  return { ...stub, options: { ...stub.options, env: { ...stub.options.env, ...extra } } }
}

/** What a login sends: the data of its body, and its address. */
async function loginOf(way: Readonly<Record<string, string>>): Promise<{ readonly data: Record<string, unknown>; readonly query: URLSearchParams }> {
  const stub = await server(way)
  const driver = await openSnowflake(stub.options)
  driver.close()
  const [login] = stub.requests
  return { data: login!.body['data'] as Record<string, unknown>, query: login!.query }
}

describe('logging in', () => {
  it('sends user and password, and the role, warehouse and database of the target', async () => {
    const { data, query } = await loginOf({ role: 'DEPLOYER' })
    expect(data).toMatchObject({
      ACCOUNT_NAME: 'myorg-acc',
      LOGIN_NAME: 'me',
      PASSWORD: 'open sesame',
      AUTHENTICATOR: 'SNOWFLAKE',
      CLIENT_APP_ID: 'JavaScript',
    })
    expect(data['CLIENT_ENVIRONMENT']).toMatchObject({ APPLICATION: 'feat', PLATFORM: ['disabled'] })
    expect(Object.fromEntries(query)).toMatchObject({ roleName: 'DEPLOYER', warehouse: 'WH', databaseName: 'DB' })
  })

  it('signs a token with the private key, for the account, the user and the fingerprint of the public key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const passphrase = 'long enough'
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }) as string
    const { data } = await loginOf({ private_key_raw: pem, private_key_passphrase: passphrase })
    expect(data['AUTHENTICATOR']).toBe('SNOWFLAKE_JWT')
    expect(data).not.toHaveProperty('PASSWORD')
    const [header, payload, signature] = String(data['TOKEN']).split('.') as [string, string, string]
    const decoded = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
    expect(decoded(header)).toMatchObject({ alg: 'RS256' })
    const der = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({ type: 'spki', format: 'der' })
    const fingerprint = createHash('sha256').update(der).digest('base64')
    expect(decoded(payload)).toMatchObject({ iss: `MYORG-ACC.ME.SHA256:${fingerprint}`, sub: 'MYORG-ACC.ME' })
    expect(createVerify('RSA-SHA256').update(`${header}.${payload}`).verify(publicKey, signature, 'base64url')).toBe(true)
  })

  it('sends tokens: programmatic access, OAuth, and a passcode with the password', async () => {
    expect((await loginOf({ authenticator: 'programmatic_access_token', token: 'pat-secret' })).data).toMatchObject({
      AUTHENTICATOR: 'PROGRAMMATIC_ACCESS_TOKEN',
      TOKEN: 'pat-secret',
    })
    expect((await loginOf({ authenticator: 'oauth', token: 'oauth-secret' })).data).toMatchObject({ AUTHENTICATOR: 'OAUTH', TOKEN: 'oauth-secret' })
    expect((await loginOf({ authenticator: 'username_password_mfa', passcode: '123456' })).data).toMatchObject({
      AUTHENTICATOR: 'USERNAME_PASSWORD_MFA',
      PASSWORD: 'open sesame',
      PASSCODE: '123456',
      EXT_AUTHN_DUO_METHOD: 'passcode',
    })
  })

  it('sends the token of a workload only to a host that is allowed to see it', async () => {
    const way = { authenticator: 'workload_identity', workload_identity_provider: 'oidc', token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln' }
    const stub = await server(way)
    const [d] = await told(() => openSnowflake(stub.options))
    expect(d).toMatchObject({ code: 'F653', message: expect.stringContaining("connection 'stub': the login cannot be done: ") as string })
    expect(stub.requests).toEqual([])
    vi.stubEnv('SNOWFLAKE_WIF_ALLOWED_HOST_SUFFIXES', '127.0.0.1')
    expect((await loginOf(way)).data).toMatchObject({ AUTHENTICATOR: 'WORKLOAD_IDENTITY', PROVIDER: 'OIDC', TOKEN: way.token })
    vi.unstubAllEnvs()
  })

  it('prepares each session before anything else runs in it, and tells nothing to the vendor', async () => {
    const stub = await server({})
    const driver = await openSnowflake(stub.options)
    await driver.execute('CREATE TABLE t (a INT)')
    driver.close()
    const [, pins] = stub.requests
    for (const pin of [
      "TIMEZONE = 'UTC'",
      'WEEK_START = 1',
      'QUOTED_IDENTIFIERS_IGNORE_CASE = FALSE',
      "TIMESTAMP_TYPE_MAPPING = 'TIMESTAMP_NTZ'",
      'AUTOCOMMIT = TRUE',
    ]) {
      expect(pins!.body['sqlText']).toContain(pin)
    }
    expect(stub.requests.map(r => r.path)).not.toContain('/telemetry/send')
    expect(stub.statements()).toEqual(['CREATE TABLE t (a INT)'])
  })
})

describe('a login that fails', () => {
  const cases: readonly (readonly [number: string, message: string, hint: RegExp])[] = [
    ['390100', 'Incorrect username or password was specified.', /correct user and password/],
    ['390144', 'JWT token is invalid. [0ce9eb56-821d-4ca9-a774-04ae89a0cf5a]', /public key/],
    ['390186', "Role 'DEPLOYER' specified in the connect string is not granted to this user.", /name a role/],
    ['390195', 'ID token is invalid.', /browser/],
    ['390318', 'OAuth access token expired.', /new token/],
    ['394400', 'Programmatic access token is invalid.', /programmatic access token/],
    ['390422', 'Incoming request with IP/Token 1.2.3.4 is not allowed to access Snowflake.', /network policy/],
    ['390913', 'Your account is suspended.', /settings of the connection/],
  ]
  it.each(cases)('F654 %s %s', async (number, message, hint) => {
    const stub = await server({}, r => (r.path.endsWith('login-request') ? refused(number, message, '08001') : undefined))
    const [d] = await told(() => openSnowflake(stub.options))
    expect(d).toMatchObject({ code: 'F654', message: `Snowflake refused the login to myorg-acc at 127.0.0.1: ${message} (${number})` })
    expect(d!.hint).toMatch(hint)
    expect(stub.requests).toHaveLength(1)
  })

  it('F655 nothing listens there, or a proxy answers', async () => {
    const stub = await server({})
    await stub.close()
    expect(await codesOf(() => openSnowflake(stub.options))).toEqual(['F655'])
    const proxy = await server({}, () => ({ text: '<html>Forbidden</html>', status: 403 }))
    const [d] = await told(() => openSnowflake(proxy.options))
    expect(d!.code).toBe('F655')
    expect(d!.message).toContain('HTTP 403')
  })

  it('F655 a login that is never answered, and one that is interrupted', async () => {
    const stub = await server({}, () => 'silence')
    const [d] = await told(() => openSnowflake({ ...stub.options, limits: { login: 200 } }))
    expect(d).toMatchObject({ code: 'F655', message: expect.stringContaining('no answer to the login within 0.2 s') as string })
    const abort = new AbortController()
    setTimeout(() => abort.abort(), 100)
    expect(await codesOf(() => openSnowflake({ ...stub.options, signal: abort.signal }))).toEqual(['F606'])
  })

  it('shows no secret in the error, whatever the server says, however deep one looks', async () => {
    const secrets = ['open sesame', 'pat-secret-4711']
    const way = { authenticator: 'programmatic_access_token', token: secrets[1]! }
    const echo: Script = r => refused('390100', `Bad login ${JSON.stringify(r.body)} with ${secrets.map(s => encodeURIComponent(s)).join()}`)
    for (const how of [way, {}]) {
      const stub = await server(how, echo)
      const error: unknown = await openSnowflake(stub.options).catch((e: unknown) => e)
      const seen = inspect(error, { depth: Infinity, showHidden: true })
      expect(seen).toContain('F654')
      for (const s of secrets) expect(seen).not.toContain(s)
      expect(seen).not.toContain('open%20sesame')
    }
  })
})
