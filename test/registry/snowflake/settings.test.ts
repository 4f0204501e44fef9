import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loginOf } from '../../../registry/driver/snowflake/login.ts'
import { namedSettings } from '../../../registry/driver/snowflake/settings.ts'
import { codesOf, told } from '../../support/errors.ts'

const folders: string[] = []
afterAll(() => folders.forEach(f => rmSync(f, { recursive: true })))

/** A home whose folder of settings holds these files. */
function homeWith(files: Readonly<Record<string, string>>): string {
  const home = mkdtempSync(join(tmpdir(), 'feat-home-'))
  folders.push(home)
  mkdirSync(join(home, '.snowflake'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, '.snowflake', name), text, { mode: 0o600 })
  return home
}

const prod = `
[dev]
account = "myorg-dev"

[prod]
account = "myorg-acc"
user = "deploy"
password = "s3cret-in-file"
role = "DEPLOYER"
client_session_keep_alive = true
`

describe('finding a connection', () => {
  it('reads the section of connections.toml', () => {
    const home = homeWith({ 'connections.toml': prod })
    const { settings, authenticator } = namedSettings('prod', { env: {}, home })
    expect(settings).toEqual({ account: 'myorg-acc', user: 'deploy', password: 's3cret-in-file', role: 'DEPLOYER' })
    expect(authenticator).toBe('SNOWFLAKE')
  })

  it('reads config.toml where there is no connections.toml, and SNOWFLAKE_HOME before the home', () => {
    const home = homeWith({ 'config.toml': '[connections.prod]\naccount = "a-b"\nuser = "u"\npassword = "pppp"\n[cli.logs]\nlevel = "info"' })
    expect(namedSettings('prod', { env: {}, home }).settings.account).toBe('a-b')
    const other = homeWith({ 'connections.toml': prod })
    expect(namedSettings('prod', { env: { SNOWFLAKE_HOME: join(other, '.snowflake') }, home }).settings.account).toBe('myorg-acc')
    expect(namedSettings('prod', { env: { SNOWFLAKE_HOME: '~/.snowflake' }, home: other }).settings.account).toBe('myorg-acc')
  })

  it('lets a variable of the connection win over the file, and the file over a plain one', () => {
    const home = homeWith({ 'connections.toml': prod })
    const env = { SNOWFLAKE_CONNECTIONS_PROD_USER: 'other', SNOWFLAKE_ROLE: 'IGNORED', SNOWFLAKE_WAREHOUSE: 'WH', SNOWFLAKE_DATABASE: '' }
    expect(namedSettings('prod', { env, home }).settings).toMatchObject({ user: 'other', role: 'DEPLOYER', warehouse: 'WH' })
  })

  it('makes a connection of plain variables where there is no file, with every other spelling of a setting', () => {
    const env = {
      SNOWFLAKE_ACCOUNT: 'a',
      SNOWFLAKE_USER: 'u',
      SNOWFLAKE_PRIVATE_KEY_PATH: '/k.p8',
      SNOWFLAKE_PRIVATE_KEY_FILE_PWD: 'pass',
      SNOWFLAKE_PORT: '8080',
    }
    const { settings, authenticator } = namedSettings('any', { env, home: '/nowhere' })
    expect(settings).toEqual({ account: 'a', user: 'u', private_key_file: '/k.p8', private_key_passphrase: 'pass', port: 8080 })
    expect(authenticator).toBe('SNOWFLAKE_JWT')
    const home = homeWith({ 'connections.toml': '[c]\naccount = "a"\nusername = "u"\nprivateKeyPath = "k"\nprivate_key_pass = "pass"' })
    expect(namedSettings('c', { env: {}, home }).settings).toEqual({ account: 'a', user: 'u', private_key_file: 'k', private_key_passphrase: 'pass' })
  })

  it('F651 names what the file holds, and never falls back to another account', async () => {
    const home = homeWith({ 'connections.toml': prod })
    const [d] = await told(() => namedSettings('prdo', { env: { SNOWFLAKE_ACCOUNT: 'other', SNOWFLAKE_PASSWORD: 'p' }, home }))
    expect(d).toMatchObject({ code: 'F651', hint: "did you mean 'prod'?" })
    expect(d!.message).toContain('holds dev or prod')
    const [nothing] = await told(() => namedSettings('prod', { env: {}, home: '/nowhere' }))
    expect(nothing!.message).toContain('SNOWFLAKE_CONNECTIONS_PROD_*')
  })
})

describe('files with secrets', () => {
  it('F652 refuses a file that others may read, and says what to run', async () => {
    const home = homeWith({ 'connections.toml': prod })
    const path = join(home, '.snowflake/connections.toml')
    chmodSync(path, 0o644)
    const [d] = await told(() => namedSettings('prod', { env: {}, home }))
    expect(d).toMatchObject({ code: 'F652', message: `${path} is not used: others than its owner may read it (mode 644)`, hint: `chmod 600 ${path}` })
  })

  it('F652 tells where the TOML is wrong, and shows none of it', async () => {
    const home = homeWith({ 'connections.toml': '[prod]\naccount = "a"\npassword = hunter2-unquoted\n' })
    const [d] = await told(() => namedSettings('prod', { env: {}, home }))
    expect(d!.message).toMatch(/it is not valid TOML at line 3, column \d+$/)
    expect(JSON.stringify(d)).not.toContain('hunter2')
  })

  it('F652 tells apart a key that is missing, none, encrypted, and encrypted otherwise', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const encrypted = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right one' }) as string
    const home = homeWith({ 'key.p8': encrypted, 'no-key.p8': 'ssh-rsa AAAA', 'connections.toml': '[c]\naccount = "a"\nuser = "u"\n' })
    const key = async (file: string, passphrase?: string): Promise<string> => {
      const env = { SNOWFLAKE_PRIVATE_KEY_FILE: `~/.snowflake/${file}`, SNOWFLAKE_PRIVATE_KEY_PASSPHRASE: passphrase }
      return (await told(() => loginOf(namedSettings('c', { env, home }), home))).map(d => `${d.code} ${d.message}`).join()
    }
    expect(await key('missing.p8')).toMatch(/^F652 .*missing.p8 is not used: it does not exist/)
    expect(await key('no-key.p8')).toMatch(/holds no private key in PEM form/)
    expect(await key('key.p8')).toMatch(/is encrypted, and no passphrase is given/)
    expect(await key('key.p8', 'wrong one')).toMatch(/cannot be decrypted with the passphrase given/)
    expect(await key('key.p8', 'right one')).toBe('')
  })
})

describe('checking settings', () => {
  it('F653 lists all mistakes at once, each with its place, and no value of a secret', async () => {
    const home = homeWith({
      'connections.toml': '[c]\naccount = "https://x.snowflakecomputing.com"\nusr = "me"\npassword = 1234567\nport = "http"\nauthenticator = "snowflak"\n',
    })
    const mistakes = await told(() => namedSettings('c', { env: { SNOWFLAKE_CONNECTIONS_C_PROTOCOL: 'ftp' }, home }))
    expect(mistakes.map(d => d.code)).toEqual(mistakes.map(() => 'F653'))
    const text = mistakes.map(d => d.message).join('\n')
    const where = `([c] in ${join(home, '.snowflake/connections.toml')})`
    expect(text).toContain(`connection 'c': account is no account identifier, such as myorg-myaccount ${where}`)
    expect(text).toContain(`connection 'c': password is no text ${where}`)
    expect(text).toContain(`connection 'c': port is no number ${where}`)
    expect(text).toContain("connection 'c': protocol is neither https nor http (variable SNOWFLAKE_CONNECTIONS_C_PROTOCOL)")
    expect(text).toContain("authenticator is 'snowflak', expected one of SNOWFLAKE, ")
    expect(text).not.toContain('1234567')
  })

  it('F653 names a setting that an authenticator needs, and the misspelt one', async () => {
    const home = homeWith({ 'connections.toml': '[c]\naccount = "a"\nusr = "me"\npassword = "pppp"\n' })
    const [d, ...more] = await told(() => namedSettings('c', { env: {}, home }))
    expect(more).toEqual([])
    expect(d!.message).toContain("user is missing, which SNOWFLAKE needs; 'usr' is no setting")
    expect(d!.hint).toBe("did you mean 'user'?")
  })

  const needs: readonly (readonly [authenticator: string, missing: string])[] = [
    ['snowflake_jwt', 'private_key_file or private_key_raw'],
    ['oauth', 'token or token_file_path'],
    ['PROGRAMMATIC_ACCESS_TOKEN', 'token or token_file_path or password'],
    ['oauth_client_credentials', 'oauth_client_id'],
    ['workload_identity', 'workload_identity_provider'],
    ['username_password_mfa', 'password'],
    ['https://acme.okta.com', 'password'],
  ]
  it.each(needs)('F653 %s needs %s', async (authenticator, missing) => {
    const env = { SNOWFLAKE_ACCOUNT: 'a', SNOWFLAKE_USER: 'u', SNOWFLAKE_AUTHENTICATOR: authenticator }
    const messages = (await told(() => namedSettings('c', { env, home: '/nowhere' }))).map(d => d.message)
    expect(messages[0]).toContain(`${missing} is missing, which ${authenticator.startsWith('https') ? authenticator : authenticator.toUpperCase()} needs`)
  })

  it('F653 asks which a bare token is, and refuses http to another machine', async () => {
    const env = { SNOWFLAKE_ACCOUNT: 'a', SNOWFLAKE_TOKEN: 'tttttttt', SNOWFLAKE_PROTOCOL: 'http', SNOWFLAKE_HOST: 'proxy.example.com' }
    const messages = (await told(() => namedSettings('c', { env, home: '/nowhere' }))).map(d => d.message)
    expect(messages[0]).toContain('protocol is http, which only a host on this machine may use (variable SNOWFLAKE_PROTOCOL)')
    expect(messages[1]).toContain('authenticator is missing, expected SNOWFLAKE, ')
  })

  it('hands the driver only what the way to log in uses', async () => {
    const home = homeWith({ token: '  the-token-of-the-file \n' })
    const env = {
      SNOWFLAKE_ACCOUNT: 'a',
      SNOWFLAKE_AUTHENTICATOR: 'oauth',
      SNOWFLAKE_TOKEN_FILE_PATH: '~/.snowflake/token',
      SNOWFLAKE_PASSWORD: 'not used',
      SNOWFLAKE_HOST: 'a.privatelink.snowflakecomputing.com',
    }
    const { options, redact, asksPerson } = loginOf(namedSettings('c', { env, home }), home)
    expect(options).toEqual({
      account: 'a',
      authenticator: 'OAUTH',
      token: 'the-token-of-the-file',
      host: 'a.privatelink.snowflakecomputing.com',
      accessUrl: 'https://a.privatelink.snowflakecomputing.com',
    })
    expect(redact('the-token-of-the-file, not used')).toBe('***, ***')
    expect(asksPerson).toBe(false)
    const browser = { SNOWFLAKE_ACCOUNT: 'a', SNOWFLAKE_AUTHENTICATOR: 'externalbrowser' }
    expect(loginOf(namedSettings('c', { env: browser, home: '/nowhere' }), home)).toMatchObject({
      asksPerson: true,
      options: { authenticator: 'EXTERNALBROWSER' },
    })
    const kept = { ...browser, SNOWFLAKE_CLIENT_STORE_TEMPORARY_CREDENTIAL: 'true' }
    expect(loginOf(namedSettings('c', { env: kept, home: '/nowhere' }), home)).toMatchObject({
      asksPerson: false,
      options: { clientStoreTemporaryCredential: true },
    })
    const workload = { SNOWFLAKE_ACCOUNT: 'a', SNOWFLAKE_AUTHENTICATOR: 'workload_identity', SNOWFLAKE_WORKLOAD_IDENTITY_PROVIDER: 'aws' }
    expect(loginOf(namedSettings('c', { env: workload, home: '/nowhere' }), home).options).toEqual({
      account: 'a',
      authenticator: 'WORKLOAD_IDENTITY',
      workloadIdentityProvider: 'AWS',
    })
    expect(await codesOf(() => namedSettings('c', { env: { ...workload, SNOWFLAKE_WORKLOAD_IDENTITY_PROVIDER: 'oidc' }, home: '/nowhere' }))).toEqual(['F653'])
  })
})
