import type { SettingKey } from './setting-keys.ts'

/** One way to log in: the settings that it needs and takes besides those that every connection has. */
export interface Authenticator {
  /** Of each group one must be there. */
  readonly needs: readonly (readonly SettingKey[])[]
  readonly takes: readonly SettingKey[]
  /** A person takes part in each login, so that no second session is opened behind their back. */
  readonly asksPerson: boolean
}

const browser: readonly SettingKey[] = ['client_store_temporary_credential', 'credential_cache_dir', 'browser_redirect_port']
const oauth: readonly SettingKey[] = ['oauth_client_id', 'oauth_client_secret', 'oauth_token_request_url', 'oauth_scope']

const authenticators = {
  SNOWFLAKE: { needs: [['user'], ['password']], takes: ['passcode', 'passcode_in_password'], asksPerson: false },
  USERNAME_PASSWORD_MFA: {
    needs: [['user'], ['password']],
    takes: ['passcode', 'passcode_in_password', 'client_request_mfa_token', 'credential_cache_dir'],
    asksPerson: true,
  },
  SNOWFLAKE_JWT: { needs: [['user'], ['private_key_file', 'private_key_raw']], takes: ['private_key_passphrase'], asksPerson: false },
  OAUTH: { needs: [['token', 'token_file_path']], takes: ['user'], asksPerson: false },
  PROGRAMMATIC_ACCESS_TOKEN: { needs: [['token', 'token_file_path', 'password']], takes: ['user'], asksPerson: false },
  OAUTH_CLIENT_CREDENTIALS: { needs: [['oauth_client_id'], ['oauth_client_secret']], takes: ['user', ...oauth], asksPerson: false },
  OAUTH_AUTHORIZATION_CODE: {
    needs: [],
    takes: ['user', ...oauth, 'oauth_authorization_url', 'oauth_redirect_uri', 'client_store_temporary_credential', 'credential_cache_dir'],
    asksPerson: true,
  },
  EXTERNALBROWSER: { needs: [], takes: ['user', ...browser], asksPerson: true },
  WORKLOAD_IDENTITY: {
    needs: [['workload_identity_provider']],
    takes: [
      'token',
      'token_file_path',
      'workload_identity_azure_entra_id_resource',
      'workload_identity_azure_client_id',
      'workload_identity_impersonation_path',
    ],
    asksPerson: false,
  },
} as const satisfies Readonly<Record<string, Authenticator>>

/** Native single sign-on through Okta: the authenticator is an address. */
const okta: Authenticator = { needs: [['user'], ['password']], takes: [], asksPerson: false }

export const authenticatorNames: readonly string[] = [...Object.keys(authenticators), 'https://<name>.okta.com']

/** The way to log in that a setting names, in any case; null where there is none of that name. */
export function authenticatorOf(name: string): { readonly name: string; readonly way: Authenticator } | null {
  if (/^https:\/\/[\w.-]+/i.test(name)) return { name, way: okta }
  const upper = name.toUpperCase()
  return upper in authenticators ? { name: upper, way: authenticators[upper as keyof typeof authenticators] } : null
}
