import type { Diagnostic } from '../../../compiler/base/diagnostic.ts'
import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import type { Redact } from './redact.ts'

/** What the driver throws, as far as we read it. */
interface Thrown {
  readonly name?: string
  readonly code?: string | number
  readonly sqlState?: string
  readonly message?: string
  readonly response?: { readonly statusCode?: number }
}

/**
 * What is known after a failure: `refused` means that Snowflake said no, so that nothing took effect; `session` that the
 * session is gone; `lost` that no usable answer came, so that what happened is not known.
 */
export interface Failure {
  readonly kind: 'refused' | 'session' | 'lost'
  /** The account's number of the error, where it gave one. */
  readonly number: string
  /** In words, without secrets. */
  readonly detail: string
  /** Without anything that the driver attached: requests, headers and tokens. */
  readonly cause: Error
}

const sessionNumbers: ReadonlySet<string> = new Set(['390104', '390110', '390111', '390112', '390114', '390115', '401004', '405503', '407001', '407002'])

export function failureOf(error: unknown, redact: Redact): Failure {
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as Thrown
  const number = String(thrown.code ?? '')
  const detail = `${redact(wordsOf(thrown))}${/^\d{6}$/.test(number) ? ` (${number})` : ''}`
  const cause = new Error(detail)
  cause.name = thrown.name ?? 'Error'
  return { kind: kindOf(thrown, number), number, detail, cause }
}

function kindOf(thrown: Thrown, number: string): Failure['kind'] {
  if (sessionNumbers.has(number)) return 'session'
  switch (thrown.name) {
    case 'NetworkError':
    case 'RequestFailedError':
    case 'UnexpectedContentError':
    case 'LargeResultSetError':
      return 'lost'
    default:
      return /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|ERR_CANCELED)/.test(number) ? 'lost' : 'refused'
  }
}

/** One line, without the headings that Snowflake puts above its messages. */
function wordsOf(thrown: Thrown): string {
  const status = thrown.response?.statusCode
  const text = (thrown.message ?? 'an error without a message')
    .replace(/^SQL (compilation|execution) error:\s*/i, '')
    .replace(/\s+/g, ' ')
    .trim()
  const short = text.length > 600 ? `${text.slice(0, 597)}...` : text
  return status === undefined ? short : `${short} (HTTP ${status})`
}

type EngineCode = 'F602' | 'F606' | 'F607' | 'F656' | 'F657' | 'F658' | 'F659' | 'F663' | 'F664' | 'F665' | 'F669'

/** By the number of the error. */
const byNumber: Readonly<Record<string, EngineCode>> = {
  '000002': 'F665',
  '000604': 'F659',
  '000606': 'F658',
  '000625': 'F663',
  '000630': 'F659',
  '000638': 'F663',
  '000639': 'F663',
  '000904': 'F602',
  '002003': 'F656',
  '002043': 'F656',
  '003001': 'F657',
  '003041': 'F657',
  '090073': 'F658',
  '100035': 'F607',
  '100036': 'F607',
  '100038': 'F607',
  '100039': 'F607',
  '100040': 'F607',
  '100046': 'F607',
  '100078': 'F607',
}

/** By the words: inside a procedure the number is that of the procedure's error. More special ones stand first. */
const byWords: readonly (readonly [RegExp, EngineCode])[] = [
  [/does not exist or not authorized|does not exist, or operation cannot be performed/i, 'F656'],
  [/insufficient privileges|not authorized to perform/i, 'F657'],
  [/no active warehouse|resource monitor .* has exceeded/i, 'F658'],
  [/statement timeout|SQL execution (was )?cancell?ed/i, 'F659'],
  [/invalid identifier/i, 'F602'],
  [/is not recognized|out of representable range|numeric value .* is not/i, 'F607'],
  [/has locked (table|view)|lock has not yet been released|deadlock/i, 'F663'],
  [/unsupported feature|not supported (for|in) (this|your) (account|edition|region)|requires .* edition/i, 'F665'],
]

/** The coded error of what Snowflake refused. */
export function refusalOf(failure: Failure, during: string | null): FeatError {
  const { number, detail } = failure
  const code = byNumber[number] ?? byWords.find(([pattern]) => pattern.test(detail))?.[1] ?? 'F669'
  return new FeatError([diagnostic(code, { detail, during })], { cause: failure.cause })
}

/** By the number of a refused login: what to do about it. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [/\b390100\b/, 'correct user and password of the connection; several wrong ones in a row lock the user for a while'],
  [
    /\b390144\b|\b3943\d\d\b|JWT/,
    'check that the public key of this private key is set for the user (DESC USER shows its fingerprint), that the account has no dots, and the clock of this machine',
  ],
  [/\b390186\b|\b390189\b|\brole\b/i, 'name a role in the connection that is granted to the user, or leave it away'],
  [/\b390195\b|id.?token/i, 'log in through the browser again: the kept answer of the last time is no longer accepted'],
  [/\b390303\b|\b390318\b|oauth/i, 'get a new token: this one expired, or is for another account or client'],
  [/\b3944\d\d\b|programmatic access token/i, 'make a new programmatic access token, and check the role and the network policy that it needs'],
  [
    /\b39042\d\b|not allowed to access|network policy/i,
    'ask an administrator to allow the address of this machine in the network policy of the user or account',
  ],
  [/\bMFA\b|multi-factor|duo/i, 'use authenticator = "username_password_mfa", or a key pair or token where nobody can answer'],
]

/** What messages say of where we log in. */
export interface LoginPlace {
  /** The name of the connection. */
  readonly connection: string
  readonly account: string
}

/** The coded error of a login that failed. */
export function loginError(failure: Failure, place: LoginPlace): FeatError {
  return new FeatError([loginDiagnostic(failure, place)], { cause: failure.cause })
}

function loginDiagnostic(failure: Failure, { connection, account }: LoginPlace): Diagnostic {
  const { detail, cause } = failure
  if (failure.kind === 'lost') return diagnostic('F655', { account, detail, during: null })
  // The account did not say this: the driver gave up before it was asked.
  if (cause.name !== 'OperationFailedError') {
    return diagnostic('F653', { connection, where: 'before the account was asked', key: 'the login', problem: `cannot be done: ${detail}`, near: null })
  }
  const remedy = remedies.find(([pattern]) => pattern.test(detail))?.[1] ?? 'check the settings of the connection: account, user, role and authenticator'
  return diagnostic('F654', { account, detail, remedy })
}
