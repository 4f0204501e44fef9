import { didYouMean, entry, oneOf } from './entry.ts'
import type { Engine } from './warehouse.ts'

/** What Snowflake said, and which piece of work it said it about. */
function during(p: Engine): string {
  return p.during === null ? '' : ` while: ${p.during}`
}

/** What is told of a statement whose answer never came. */
export interface Unanswered {
  readonly during: string | null
  readonly detail: string
  /** By what the history of the account finds the statement; null where it never got a name. */
  readonly query: string | null
}

const connectionCodes = {
  F650: entry<{ readonly found: string | null; readonly needed: string }>({
    severity: 'error',
    message: p =>
      p.found === null
        ? 'the package snowflake-sdk, which connects to Snowflake, is not installed'
        : `snowflake-sdk has version ${p.found}, and this version of feat works with ${p.needed}`,
    hint: p => `npm install --save-dev snowflake-sdk@${p.needed}`,
    explain:
      'The official driver of Snowflake is large, so that it comes only to those who connect to an account. feat reads values from it in a way that was checked with one version, and refuses others.',
  }),
  F651: entry<{ readonly connection: string; readonly places: readonly string[]; readonly known: readonly string[]; readonly near: string | null }>({
    severity: 'error',
    message: p =>
      `there is no connection '${p.connection}': ${p.known.length > 0 ? `${p.places[0]} holds ${oneOf(p.known)}` : `looked for ${oneOf(p.places)}`}`,
    hint: p =>
      didYouMean({ near: p.near }) ??
      `add a section [${p.connection}] with account, user and a way to log in to connections.toml, or set SNOWFLAKE_ACCOUNT, SNOWFLAKE_USER and the like`,
    explain:
      'The `connection` of a target names a section of connections.toml in $SNOWFLAKE_HOME, ~/.snowflake or the folder of settings of the system; config.toml beside it is read where there is no connections.toml. Variables may replace it.',
  }),
  F652: entry<{ readonly path: string; readonly why: string; readonly remedy: string | null }>({
    severity: 'error',
    message: p => `${p.path} is not used: ${p.why}`,
    hint: p => p.remedy,
    explain:
      'A file that holds secrets must be readable by its owner only, and be what its name says. The same rule holds for connections.toml, for private keys and for files with a token.',
  }),
  F653: entry<{ readonly connection: string; readonly where: string; readonly key: string; readonly problem: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `connection '${p.connection}': ${p.key} ${p.problem} (${p.where})`,
    hint: p => didYouMean(p),
    explain:
      'The settings of a connection are checked before anything is sent: which keys it needs depends on the authenticator. Values are never shown. All mistakes are listed at once.',
  }),
  F654: entry<{ readonly account: string; readonly detail: string; readonly remedy: string }>({
    severity: 'error',
    message: p => `Snowflake refused the login to ${p.account}: ${p.detail}`,
    hint: p => p.remedy,
    explain:
      'The account answered and did not accept who we said we are: a wrong password or key, an expired token, a user that is locked, a role that is not granted, or an address that its network policy does not allow. It is not tried again, so that no user gets locked.',
  }),
  F655: entry<{ readonly account: string; readonly detail: string; readonly during: string | null }>({
    severity: 'error',
    message: p => `Snowflake cannot be reached as ${p.account}${p.during === null ? '' : ` while: ${p.during}`}: ${p.detail}`,
    hint: () => 'check the `account` or `host` of the connection, the network, and a proxy on the way (HTTPS_PROXY); then run the command again',
    explain: 'No usable answer came: the name does not resolve, nothing listens there, a proxy interferes, or the service is down.',
  }),
}

const statementCodes = {
  F656: entry<Engine>({
    severity: 'error',
    message: p => `something that is read does not exist, or the role may not see it${during(p)}: ${p.detail}`,
    hint: () => 'look at it with the role of the connection: SHOW GRANTS TO ROLE; then create it, correct its name, or grant the role what it needs',
    explain:
      'Snowflake gives one answer for an object that is missing and for one that the role has no privilege on. `feat doctor` tells the two apart for what feat needs itself.',
  }),
  F657: entry<Engine>({
    severity: 'error',
    message: p => `the role lacks a privilege${during(p)}: ${p.detail}`,
    hint: () => 'grant it to the role of the connection, or connect with another role',
    explain: 'The object is there and visible, and the role may not do with it what the statement does.',
  }),
  F658: entry<Engine>({
    severity: 'error',
    message: p => `there is no warehouse to run a statement on${during(p)}: ${p.detail}`,
    hint: () => 'name a warehouse that the role may use in the `warehouse` of the target, and check that it is not suspended by a resource monitor',
    explain: 'Statements that read or write data need a running warehouse, which the target names.',
  }),
  F659: entry<Engine>({
    severity: 'error',
    message: p => `Snowflake ended a statement${during(p)}: ${p.detail}`,
    hint: () => 'if it ran too long, compute a shorter span at a time with --from and --to or use a larger warehouse; then run the command again',
    explain: 'The statement reached a time limit, or somebody cancelled it in the account. What it did is taken back.',
  }),
  F660: entry<Unanswered>({
    severity: 'error',
    message: p => `it is not known whether a statement took effect${p.during === null ? '' : ` while: ${p.during}`}: ${p.detail}`,
    hint: p => `run the command again: it looks at what is there before it goes on${p.query === null ? '' : `; in the history of the account: ${p.query}`}`,
    explain:
      'The connection broke between sending a statement that changes something and its answer. It is never sent a second time; the next run looks at the warehouse and continues from what it finds.',
  }),
  F661: entry<{ readonly during: string | null; readonly seconds: number }>({
    severity: 'error',
    message: p => `no answer came within ${p.seconds} s${p.during === null ? '' : ` while: ${p.during}`}; the statement was cancelled`,
    hint: () => 'look at the load of the warehouse, then run the command again',
    explain: 'Each call has a time limit. The statement was cancelled; it had only read.',
  }),
  F662: entry<Engine>({
    severity: 'error',
    message: p => `the session ended${during(p)}: ${p.detail}`,
    hint: () => 'run the command again: nothing of the statement took effect',
    explain: 'The account closed the session, or it expired, and a new one met the same fate.',
  }),
  F663: entry<Engine>({
    severity: 'error',
    message: p => `another transaction holds what a statement needs${during(p)}: ${p.detail}`,
    hint: () => 'SHOW LOCKS names the other transaction; run the command again when it has ended',
    explain: 'Statements that change the same table wait for one another, at most for some minutes. The transaction was taken back.',
  }),
  F664: entry<Engine>({
    severity: 'error',
    message: p => `Snowflake answered in a form that this version of feat does not know${during(p)}: ${p.detail}`,
    hint: () => 'report it with the name of the type or field; no value was guessed',
    explain: 'A value did not have the form of its type, or an answer lacked rows or columns that it announced.',
  }),
  F665: entry<Engine>({
    severity: 'error',
    message: p => `the account does not offer what a statement uses${during(p)}: ${p.detail}`,
    hint: () => 'check the edition and region of the account: `feat doctor` lists what the project needs',
    explain: 'Some kinds of objects need a higher edition, another region, or a feature that an administrator switches on.',
  }),
  F669: entry<Engine>({
    severity: 'error',
    message: p => `Snowflake refused a statement${during(p)}: ${p.detail}`,
    explain: 'An error of Snowflake that has no code of its own here. Its number and message follow the colon.',
  }),
}

/** What goes wrong between us and Snowflake: the connection, and statements by what Snowflake answers. */
export const snowflakeCodes = { ...connectionCodes, ...statementCodes }
