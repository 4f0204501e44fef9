import { z } from 'zod'

const text = z.string('is no text').min(1, 'is empty')
/** Variables hold text only. */
const flag = z.union([z.boolean(), z.stringbool()], 'is neither true nor false')
const port = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)], 'is no number').refine(n => n > 0 && n < 65_536, 'is no port')
const account = text.regex(/^\w+([.-]\w+)*$/, 'is no account identifier, such as myorg-myaccount').refine(a => !/snowflakecomputing/i.test(a), {
  error: 'holds the host: give the part before .snowflakecomputing.com, or use `host` for a private one',
})

/** The settings of a connection that we use, with the shape of each, by their names in connections.toml. */
export const settingShapes = {
  account,
  user: text,
  authenticator: text,
  role: text,
  warehouse: text,
  database: text,
  host: text.regex(/^[\w.-]+$/, 'is no name of a host'),
  port,
  protocol: z.enum(['https', 'http'], 'is neither https nor http'),
  region: text,
  password: text,
  passcode: text,
  passcode_in_password: flag,
  private_key_file: text,
  private_key_raw: text,
  private_key_passphrase: text,
  token: text,
  token_file_path: text,
  oauth_client_id: text,
  oauth_client_secret: text,
  oauth_authorization_url: z.url('is no address'),
  oauth_token_request_url: z.url('is no address'),
  oauth_redirect_uri: z.url('is no address'),
  oauth_scope: text,
  workload_identity_provider: z
    .string()
    .toUpperCase()
    .pipe(z.enum(['AWS', 'AZURE', 'GCP', 'OIDC'], 'is none of AWS, AZURE, GCP and OIDC')),
  workload_identity_azure_entra_id_resource: text,
  workload_identity_azure_client_id: text,
  workload_identity_impersonation_path: z.union([z.array(text), text.transform(t => t.split(',').map(s => s.trim()))], 'is no list of accounts'),
  client_store_temporary_credential: flag,
  client_request_mfa_token: flag,
  credential_cache_dir: text,
  browser_redirect_port: port,
  proxy_host: text,
  proxy_port: port,
  proxy_protocol: z.enum(['https', 'http'], 'is neither https nor http'),
  proxy_user: text,
  proxy_password: text,
  no_proxy: text,
} as const

export type SettingKey = keyof typeof settingShapes

/** Settings with their types; each is optional, since which are needed depends on the authenticator. */
export type Settings = { readonly [K in SettingKey]?: z.output<(typeof settingShapes)[K]> }

/** Those whose values must never be shown. */
export const secretKeys: readonly SettingKey[] = [
  'password',
  'passcode',
  'private_key_raw',
  'private_key_passphrase',
  'token',
  'oauth_client_secret',
  'proxy_password',
]

/** Other names that drivers and tools of Snowflake give to the same settings. */
const aliases: Readonly<Record<string, SettingKey>> = {
  username: 'user',
  private_key_path: 'private_key_file',
  private_key: 'private_key_raw',
  private_key_pass: 'private_key_passphrase',
  private_key_file_pwd: 'private_key_passphrase',
  workload_identity_entra_resource: 'workload_identity_azure_entra_id_resource',
}

/** Every name under which a setting may be given. */
export const knownNames: readonly string[] = [...Object.keys(settingShapes), ...Object.keys(aliases)]

/** The setting of a name, in any of the spellings in use; null where we use none of that name. */
export function settingOf(name: string): SettingKey | null {
  const snake = name.replace(/[A-Z]/g, c => `_${c.toLowerCase()}`)
  const key = aliases[snake] ?? snake
  return key in settingShapes ? (key as SettingKey) : null
}
