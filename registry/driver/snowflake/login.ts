import { createPrivateKey } from 'node:crypto'
import type { ConnectionOptions } from 'snowflake-sdk'
import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import { expanded, readPrivate } from './private-file.ts'
import type { Redact } from './redact.ts'
import { redactor } from './redact.ts'
import type { SettingKey, Settings } from './setting-keys.ts'
import { secretKeys } from './setting-keys.ts'
import type { NamedSettings } from './settings.ts'

/** What the driver needs to log in, and what must never be shown of it. */
export interface Login {
  /** The name of the connection. */
  readonly connection: string
  /** How messages call where we connect to. */
  readonly account: string
  readonly options: ConnectionOptions
  readonly redact: Redact
  /** Each login asks a person, unless their answer is kept. */
  readonly asksPerson: boolean
}

/** The driver's names of our settings, where a value is passed on as it is. */
const passedOn: Partial<Readonly<Record<SettingKey, keyof ConnectionOptions>>> = {
  user: 'username',
  password: 'password',
  passcode: 'passcode',
  passcode_in_password: 'passcodeInPassword',
  oauth_client_id: 'oauthClientId',
  oauth_client_secret: 'oauthClientSecret',
  oauth_authorization_url: 'oauthAuthorizationUrl',
  oauth_token_request_url: 'oauthTokenRequestUrl',
  oauth_redirect_uri: 'oauthRedirectUri',
  oauth_scope: 'oauthScope',
  workload_identity_provider: 'workloadIdentityProvider',
  workload_identity_azure_entra_id_resource: 'workloadIdentityAzureEntraIdResource',
  workload_identity_azure_client_id: 'workloadIdentityAzureClientId',
  workload_identity_impersonation_path: 'workloadIdentityImpersonationPath',
  client_store_temporary_credential: 'clientStoreTemporaryCredential',
  client_request_mfa_token: 'clientRequestMFAToken',
  credential_cache_dir: 'credentialCacheDir',
  browser_redirect_port: 'browserRedirectPort',
}

/** Those that hold whatever the way to log in. */
const always: Partial<Readonly<Record<SettingKey, keyof ConnectionOptions>>> = {
  role: 'role',
  region: 'region',
  proxy_host: 'proxyHost',
  proxy_port: 'proxyPort',
  proxy_protocol: 'proxyProtocol',
  proxy_user: 'proxyUser',
  proxy_password: 'proxyPassword',
  no_proxy: 'noProxy',
}

/** Checked settings to what the driver takes: files of keys and tokens are read here, and only what the way to log in uses is handed over. */
export function loginOf(named: NamedSettings, home: string): Login {
  const { settings, way, authenticator } = named
  const used: readonly SettingKey[] = [...way.needs.flat(), ...way.takes]
  const token = used.includes('token') ? tokenOf(settings, home) : undefined
  const privateKey = used.includes('private_key_file') ? keyOf(named, home) : undefined
  const options: ConnectionOptions = {
    account: settings.account,
    authenticator,
    ...endpoint(settings),
    ...picked(settings, always, Object.keys(always) as SettingKey[]),
    ...picked(settings, passedOn, used),
    ...(token === undefined ? {} : { token }),
    ...(privateKey === undefined ? {} : { privateKey }),
  }
  const secrets = secretKeys.flatMap(key => (typeof settings[key] === 'string' ? [settings[key]] : []))
  const all = [...secrets, ...(token === undefined ? [] : [token]), ...(privateKey === undefined ? [] : [privateKey])]
  const asksPerson = way.asksPerson && settings.client_store_temporary_credential !== true && settings.client_request_mfa_token !== true
  const account = settings.host === undefined ? settings.account : `${settings.account} at ${settings.host}`
  return { connection: named.name, account, options, redact: redactor(all), asksPerson }
}

function endpoint(settings: Settings): Pick<ConnectionOptions, 'host' | 'accessUrl'> {
  if (settings.host === undefined) return {}
  const port = settings.port === undefined ? '' : `:${settings.port}`
  return { host: settings.host, accessUrl: `${settings.protocol ?? 'https'}://${settings.host}${port}` }
}

function picked(settings: Settings, names: typeof passedOn, keys: readonly SettingKey[]): ConnectionOptions {
  const found = keys.flatMap(key => {
    const name = names[key]
    return name === undefined || settings[key] === undefined ? [] : [[name, settings[key]] as const]
  })
  return Object.fromEntries(found)
}

function tokenOf(settings: Settings, home: string): string | undefined {
  if (settings.token !== undefined || settings.token_file_path === undefined) return settings.token
  const path = expanded(settings.token_file_path, home)
  const token = readPrivate(path).trim()
  if (token === '') throw new FeatError([diagnostic('F652', { path, why: 'it holds no token', remedy: null })])
  return token
}

/** The private key, decrypted: what is wrong with it is told before anything is sent. */
function keyOf({ name, settings }: NamedSettings, home: string): string {
  const path = settings.private_key_raw === undefined ? expanded(settings.private_key_file!, home) : null
  const key = path === null ? settings.private_key_raw!.replaceAll('\\n', '\n') : readPrivate(path)
  const passphrase = settings.private_key_passphrase
  try {
    return createPrivateKey({ key, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) }).export({ format: 'pem', type: 'pkcs8' }) as string
  } catch (error) {
    const problem = problemOf(error, key, passphrase !== undefined)
    if (path !== null) throw new FeatError([diagnostic('F652', { path, why: problem.text, remedy: problem.remedy })])
    throw new FeatError([diagnostic('F653', { connection: name, where: 'private_key_raw', key: 'private key', problem: problem.text, near: null })])
  }
}

/** The words of the library for crypto are of no help, and never shown: they may quote what they read. */
function problemOf(error: unknown, key: string, hasPassphrase: boolean): { readonly text: string; readonly remedy: string | null } {
  const code = (error as { readonly code?: string }).code ?? ''
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(key))
    return { text: 'holds no private key in PEM form', remedy: 'openssl pkcs8 -topk8 -in <key> -out <key>.p8 makes one' }
  if (/ENCRYPTED/.test(key) && !hasPassphrase)
    return { text: 'is encrypted, and no passphrase is given', remedy: 'set private_key_passphrase, or SNOWFLAKE_PRIVATE_KEY_PASSPHRASE' }
  if (/ENCRYPTED/.test(key)) return { text: 'cannot be decrypted with the passphrase given', remedy: 'correct private_key_passphrase' }
  return { text: `cannot be read as a private key${code === '' ? '' : ` (${code})`}`, remedy: null }
}
