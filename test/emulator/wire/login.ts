import { createPublicKey, verify } from 'node:crypto'
import { Cursor } from '../sql/cursor.ts'
import { Session } from '../session.ts'
import { setParameter } from '../statements/account.ts'
import type { World } from '../world.ts'

/** Who may log in, and with what. */
export interface Credentials {
  readonly user: string
  readonly password: string
  /** For OAuth and programmatic access tokens. */
  readonly token: string
  /** PEM; for key pairs. */
  readonly publicKey: string | null
}

type Login = Readonly<Record<string, unknown>>

/** A session, or the code and message with which the login is refused. */
export function login(
  world: World,
  credentials: Credentials,
  query: URLSearchParams,
  data: Login,
): Session | { readonly code: string; readonly message: string } {
  const refused = refusalOf(credentials, data)
  if (refused !== null) return refused
  const asked = (name: string): string | null => identifierOf(query.get(name))
  const role = asked('roleName') ?? 'ACCOUNTADMIN'
  const { catalog } = world
  if (catalog.findAccount('ROLE', role) === null) {
    return {
      code: '390189',
      message: `Role '${role}' specified in the connect string does not exist or not authorized. Contact your local system administrator, or attempt to login with another role.`,
    }
  }
  // What does not exist is left out without a word, as a server does.
  const there = (kind: 'WAREHOUSE' | 'DATABASE', name: string | null): string | null =>
    name !== null && catalog.findAccount(kind, name) !== null ? name : null
  const database = there('DATABASE', asked('databaseName'))
  const schema = asked('schemaName') ?? 'PUBLIC'
  const session = new Session(world, {
    user: (textOf(data['LOGIN_NAME']) || credentials.user).toUpperCase(),
    role,
    warehouse: there('WAREHOUSE', asked('warehouse')),
    database,
    schema: database !== null && catalog.findSchema(database, schema) !== null ? schema : null,
  })
  setParameters(session, data['SESSION_PARAMETERS'])
  return session
}

function setParameters(session: Session, given: unknown): void {
  if (typeof given !== 'object' || given === null) return
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith('CLIENT_') || name === 'VALIDATE_DEFAULT_PARAMETERS' || name === 'SF_JS_DRIVER') continue
    setParameter(session, name.toUpperCase(), String(value))
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Names in a connection are read as in SQL. */
function identifierOf(text: string | null): string | null {
  return text === null || text === '' || text === 'undefined' ? null : new Cursor(text).identifier()
}

function refusalOf({ user, password, token, publicKey }: Credentials, data: Login): { readonly code: string; readonly message: string } | null {
  const authenticator = (textOf(data['AUTHENTICATOR']) || 'SNOWFLAKE').toUpperCase()
  const named = textOf(data['LOGIN_NAME']).toUpperCase() === user
  switch (authenticator) {
    case 'SNOWFLAKE':
    case 'USERNAME_PASSWORD_MFA':
      return named && data['PASSWORD'] === password ? null : { code: '390100', message: 'Incorrect username or password was specified.' }
    case 'OAUTH':
      return data['TOKEN'] === token ? null : { code: '390303', message: 'Invalid OAuth access token.' }
    case 'PROGRAMMATIC_ACCESS_TOKEN':
      return data['TOKEN'] === token ? null : { code: '394400', message: 'Programmatic access token is invalid.' }
    case 'SNOWFLAKE_JWT':
      return named && publicKey !== null && signed(textOf(data['TOKEN']), publicKey) ? null : { code: '390144', message: 'JWT token is invalid.' }
    default:
      return { code: '390140', message: `Authenticator ${authenticator} is not known to the emulator.` }
  }
}

function signed(token: string, publicKey: string): boolean {
  const [head, body, signature] = token.split('.')
  if (head === undefined || body === undefined || signature === undefined) return false
  return verify('RSA-SHA256', Buffer.from(`${head}.${body}`), createPublicKey(publicKey), Buffer.from(signature, 'base64url'))
}
