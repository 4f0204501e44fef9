import { didYouMean, entry } from './entry.ts'

/** What the engine said, and which piece of work it said it about. */
export interface Engine {
  readonly detail: string
  readonly during: string | null
}

export interface OfFile extends Engine {
  readonly path: string
}

function during(p: Engine): string {
  return p.during === null ? '' : ` while: ${p.during}`
}

const engineCodes = {
  F600: entry<{ readonly path: string; readonly holder: string; readonly waited: number }>({
    severity: 'error',
    message: p => `the warehouse ${p.path} is held by ${p.holder}${p.waited > 0 ? `, still after ${p.waited} s` : ''}`,
    hint: () => 'wait until that process ends or close it, then run the command again: an embedded warehouse is open in one process at a time',
    explain:
      'An embedded warehouse is one file, and the process that opened it for writing holds it until it ends. A second command waits for a while, then gives up and names the holder: another `feat` command, a notebook or a database shell.',
  }),
  F601: entry<Engine>({
    severity: 'error',
    message: p => `a table that is read does not exist${during(p)}: ${p.detail}`,
    hint: () => 'a raw table: create it, or correct its name in the `sources` of the target; one of ours: `feat plan` shows what is missing',
    explain: 'A statement names a table, view or schema that the warehouse does not have.',
  }),
  F602: entry<Engine>({
    severity: 'error',
    message: p => `a column that is read does not exist${during(p)}: ${p.detail}`,
    hint: () => 'compare the declared columns with those of the table: `feat doctor` does',
    explain: 'A statement names a column that its table does not have: the raw table was changed, or a table of ours was changed by hand.',
  }),
  F603: entry<Engine>({
    severity: 'error',
    message: p => `a file that is read does not exist${during(p)}: ${p.detail}`,
    hint: () => 'correct its path in the `sources` of the target: it is relative to the folder of the config',
    explain: 'A source is mapped to a Parquet or CSV file that is not there.',
  }),
  F604: entry<OfFile>({
    severity: 'error',
    message: p => `there is no room left to write ${p.path}${during(p)}: ${p.detail}`,
    hint: () => 'free some space, or raise the limit, and run the command again: it continues where it stopped',
    explain: 'The disk, its quota or the allowed size of a file is used up. Nothing that was committed is lost, and the next run continues.',
  }),
  F605: entry<Engine>({
    severity: 'error',
    message: p => `the engine ran out of memory${during(p)}: ${p.detail}`,
    hint: () => 'close other programs, or compute a shorter span at a time with --from and --to',
    explain: 'The embedded engine uses at most four fifths of the memory and then the disk; some statements need more than both.',
  }),
  F606: entry<Engine>({
    severity: 'error',
    message: p => `interrupted${during(p)}`,
    hint: () => 'run the command again: it continues where it stopped',
    explain: 'The running statement was cancelled, by Ctrl-C or by a caller. Its transaction is taken back.',
  }),
  F607: entry<Engine>({
    severity: 'error',
    message: p => `a value does not fit its type${during(p)}: ${p.detail}`,
    hint: () => 'declare the column with the type that its values have, or cast it leniently so that such values become NULL',
    explain: 'A cast met a text that is no such number, date or time, or a number beyond the range of its type.',
  }),
  F608: entry<OfFile>({
    severity: 'error',
    message: p => `the warehouse ${p.path} is damaged: ${p.detail}`,
    hint: () => 'restore the file from a copy, or remove it and apply again: everything but captured history is computed anew from raw data',
    explain: 'The file is a database file, but blocks of it do not have the contents that were written.',
  }),
  F609: entry<OfFile>({
    severity: 'error',
    message: p => `${p.path} is no warehouse: the file holds something else than a DuckDB database`,
    hint: () => 'give the `path` of the target another name, or move that file away',
    explain: 'The `path` of an embedded target names a file that exists and is no DuckDB database. It is never overwritten.',
  }),
  F610: entry<OfFile>({
    severity: 'error',
    message: p => `the folder of the warehouse ${p.path} does not exist`,
    hint: () => 'create the folder, or correct the `path` of the target: it is relative to the folder of the config',
    explain: 'An embedded warehouse is created where it is missing, but not the folder that it is to be in.',
  }),
  F611: entry<OfFile>({
    severity: 'error',
    message: p => `the warehouse ${p.path} cannot be opened: ${p.detail}`,
    hint: () => 'check that the path is a file, and that you may read and write it and its folder',
    explain: 'The operating system refuses access to the file or its folder.',
  }),
  F612: entry<OfFile>({
    severity: 'error',
    message: p => `the warehouse ${p.path} is open for reading only${during(p)}: ${p.detail}`,
    explain: 'A command that only reads opens the warehouse for reading, so that several can run at once; it met a statement that writes.',
  }),
  F613: entry<{ readonly path: string }>({
    severity: 'error',
    message: p => `there is no warehouse ${p.path} yet`,
    hint: () => '`feat apply` creates it',
    explain: 'A command that only reads does not create the warehouse.',
  }),
  F614: entry<OfFile>({
    severity: 'error',
    message: p => `the warehouse ${p.path} was written by another version of DuckDB: ${p.detail}`,
    hint: () => 'use the version of feat that wrote it, or export its raw tables with that version and apply anew',
    explain: 'The file format of the embedded engine is newer, or much older, than the one that this version reads.',
  }),
  F615: entry<Engine>({
    severity: 'error',
    message: p => `two transactions changed the same rows${during(p)}: ${p.detail}`,
    hint: () => 'run the command again: the transaction was taken back as a whole',
    explain: 'Another connection to the same warehouse changed what this statement was about to change.',
  }),
  F619: entry<Engine>({
    severity: 'error',
    message: p => `the engine refused a statement${during(p)}: ${p.detail}`,
    explain: 'An error of the engine that has no code of its own. Its message follows the colon.',
  }),
}

const stateCodes = {
  F620: entry<{ readonly found: number; readonly known: number }>({
    severity: 'error',
    message: p => `the state has format ${p.found}, and this version of feat knows formats up to ${p.known}`,
    hint: () => 'use the version of feat that the others in the project use, or a newer one',
    explain: 'A newer version of feat has migrated the state in the warehouse. An older one does not touch what it does not understand.',
  }),
  F621: entry<{ readonly what: string; readonly detail: string }>({
    severity: 'error',
    message: p => `the state cannot be read: ${p.what} ${p.detail}`,
    hint: () => 'restore the tables of the state schema from a copy; `feat doctor` says what can be recovered from the objects themselves',
    explain: 'The tables of the state schema were changed by hand or only partly copied.',
  }),
  F622: entry<{ readonly owner: string; readonly host: string; readonly command: string; readonly until: string; readonly waited: number }>({
    severity: 'error',
    message: p => `'${p.command}' of ${p.owner} on ${p.host} holds the lock of the state until ${p.until}${p.waited > 0 ? `, still after ${p.waited} s` : ''}`,
    hint: () => 'wait until it ends; if it was killed, the lock lapses at that time by itself',
    explain: 'One command at a time changes what is deployed. The lock is a row of the state; its holder renews it while it works.',
  }),
  F623: entry<{ readonly fence: number }>({
    severity: 'error',
    message: p => `another command took the lock of the state (it was number ${p.fence}): what was begun is taken back`,
    hint: () => 'run the command again once the other one has ended',
    explain:
      'The lock lapsed, because this command could not renew it in time, and another command took it. Each write is conditional on the lock, so nothing was mixed.',
  }),
  F624: entry<{ readonly found: string; readonly expected: string; readonly schema: string }>({
    severity: 'error',
    message: p => `the state in schema ${p.schema} belongs to the project '${p.found}', this is '${p.expected}'`,
    hint: () => 'give this project a state schema of its own: `stateSchema` of the target; or correct the name of the project',
    explain: "A state holds what one project has deployed. Two projects in one state would destroy each other's objects.",
  }),
}

const applyCodes = {
  F630: entry<{ readonly title: string; readonly done: number; readonly total: number }>({
    severity: 'error',
    message: p => `the step '${p.title}' failed; ${p.done} of ${p.total} steps are done`,
    hint: () => 'correct the cause and run the command again: it continues with this step',
    explain: 'Each step is recorded before and after it runs. What is done stays done, what failed in a transaction is taken back, and the next run continues.',
  }),
  F631: entry<{ readonly title: string | null; readonly done: number; readonly total: number }>({
    severity: 'error',
    message: p => `interrupted${p.title === null ? '' : ` in the step '${p.title}'`}; ${p.done} of ${p.total} steps are done`,
    hint: () => 'run the command again: it continues where it stopped',
    explain: 'Ctrl-C cancels the running statement, records that, and gives the lock back.',
  }),
  F632: entry<{ readonly title: string; readonly rows: readonly string[] }>({
    severity: 'error',
    message: p => `the rows that were filled fail a test, so they are not shown: ${p.title}; for example ${p.rows.slice(0, 3).join(' ')}`,
    hint: () => 'correct the definition or the check and plan again; the public name still shows what it showed',
    explain:
      'Before a rebuilt feature view is published, the data tests that follow from its types and checks run over the new storage. Nothing is published while one of them finds a row.',
  }),
}

const sourceCodes = {
  F640: entry<{ readonly source: string; readonly relation: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `the source ${p.source} is the table ${p.relation}, which does not exist in the warehouse`,
    hint: p => didYouMean(p) ?? 'create the table, or map the source to another one in the `sources` of the target',
    explain: 'Each source is mapped to a table of the target; its logical name unless `sources` says otherwise.',
  }),
  F641: entry<{ readonly source: string; readonly path: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `the source ${p.source} is the file ${p.path}, which does not exist`,
    hint: p => didYouMean(p) ?? 'correct the path in the `sources` of the target: it is relative to the folder of the config',
    explain: 'On the embedded target a source may be a Parquet or CSV file.',
  }),
  F642: entry<{ readonly source: string; readonly relation: string; readonly column: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `the source ${p.source} declares the column '${p.column}', which ${p.relation} does not have`,
    hint: p => didYouMean(p) ?? 'correct the name, or remove the column from the declaration',
    explain: 'A source declares the columns that features may read; each must exist.',
  }),
  F643: entry<{
    readonly source: string
    readonly relation: string
    readonly column: string
    readonly declared: string
    readonly found: string
    readonly fitting: string | null
  }>({
    severity: 'error',
    message: p => `the source ${p.source} declares '${p.column}' as ${p.declared}, but in ${p.relation} it is ${p.found}`,
    hint: p => (p.fitting === null ? 'map the source to a query that casts the column' : `declare it as ${p.fitting}`),
    explain:
      'The types of features follow from the declared types of columns. A column of another type would be cast silently, or fail in the middle of a run.',
  }),
  F644: entry<{ readonly source: string; readonly path: string; readonly detail: string }>({
    severity: 'error',
    message: p => `the source ${p.source} is the file ${p.path}, which cannot be read: ${p.detail}`,
    hint: () => 'check that the file is Parquet or CSV as its name says, and complete',
    explain: 'A file of a source exists, but the engine cannot tell its columns.',
  }),
  F645: entry<{ readonly source: string; readonly detail: string }>({
    severity: 'error',
    message: p => `the query of the source ${p.source} is refused by the engine: ${p.detail}`,
    hint: () => 'run the query by itself and correct it: it is sent to the engine as it is written',
    explain: 'A source that is a query is given in the words of each engine. The engine could not tell its columns.',
  }),
  F646: entry<{
    readonly source: string
    readonly path: string
    readonly column: string
    readonly declared: string
    readonly value: string
    readonly row: number
  }>({
    severity: 'error',
    message: p => `the source ${p.source} declares '${p.column}' as ${p.declared}, and row ${p.row} of ${p.path} has '${p.value}' there`,
    hint: p => `correct the value, or leave the field empty where there is none; other rows of '${p.column}' may have such values too`,
    explain:
      'A CSV file is read with the types that its source declares. The first value that is none of its type is shown with its row, counted without the header.',
  }),
}

const accountCodes = {
  F670: entry<{ readonly database: string }>({
    severity: 'error',
    message: p => `there is no database ${p.database}, or the role may not use it`,
    hint: p => `CREATE DATABASE ${p.database}; or GRANT USAGE ON DATABASE ${p.database} TO ROLE <role of the connection>`,
    explain: 'The `database` of the target has to be there: feat makes schemas and what is in them, and no databases.',
  }),
  F671: entry<{ readonly schema: string }>({
    severity: 'error',
    message: p => `the schema ${p.schema} is there, and the role may not use it`,
    hint: p => `GRANT USAGE ON SCHEMA ${p.schema} TO ROLE <role of the connection>`,
    explain: 'What is in a schema is listed only for a role that may use it. Planning without that list would make everything anew.',
  }),
  F672: entry<{ readonly objects: readonly string[]; readonly role: string }>({
    severity: 'error',
    message: p => `the role ${p.role} may not see ${some(p.objects)}, which feat made and which is still there`,
    hint: p => `GRANT OWNERSHIP ON TABLE ${p.objects[0]} TO ROLE ${p.role} COPY CURRENT GRANTS; or connect with the role that owns it`,
    explain:
      'A listing leaves out what a role has no privilege on, which looks as if it had been dropped. feat asks for what it made by name before it plans to make it again.',
  }),
  F673: entry<{ readonly schema: string; readonly objects: number; readonly role: string }>({
    severity: 'error',
    message: p => `the state records ${p.objects} objects in the schema ${p.schema}, which the role ${p.role} does not see`,
    hint: p => `GRANT USAGE ON SCHEMA ${p.schema} TO ROLE ${p.role}; or, where it was dropped, UNDROP SCHEMA ${p.schema} or create it empty, and plan again`,
    explain:
      'The engine gives one answer for a schema that is missing and for one that the role may not use. Everything in it would be made again, so somebody has to say which it is.',
  }),
  F674: entry<{ readonly warehouse: string | null; readonly role: string }>({
    severity: 'error',
    message: p =>
      p.warehouse === null
        ? `the session has no warehouse: the target names none that the role ${p.role} may use`
        : `there is no warehouse ${p.warehouse}, or the role ${p.role} may not use it`,
    hint: p =>
      `GRANT USAGE ON WAREHOUSE ${p.warehouse ?? '<warehouse of the target>'} TO ROLE ${p.role}; or name another one in the \`warehouse\` of the target`,
    explain: 'Reading and writing rows needs a warehouse. Those that the role may not use are not listed for it.',
  }),
  F675: entry<{ readonly parameter: string; readonly found: string; readonly needed: string }>({
    severity: 'error',
    message: p => `the session has ${p.parameter} = ${p.found}, and the statements of feat need ${p.needed}`,
    hint: p => `let sessions of this user set it: ALTER USER <user> SET ${p.parameter} = ${/^(true|false|\d+)$/i.test(p.needed) ? p.needed : `'${p.needed}'`}`,
    explain:
      'What statements mean depends on some parameters of the session: zone, kind of timestamps, first day of the week, case of quoted names. The driver sets them when it connects.',
  }),
  F676: entry<{ readonly role: string; readonly privilege: string; readonly on: string; readonly name: string | null }>({
    severity: 'error',
    message: p => `the role ${p.role} lacks ${p.privilege} on ${placeOf(p)}, which the project needs`,
    hint: p => `GRANT ${p.privilege} ON ${placeOf(p)} TO ROLE ${p.role}`,
    explain:
      'The privileges that the statements of the project take are compared with those that the role holds, by itself, by roles granted to it, or as an owner. Objects in a schema that feat makes belong to the role that makes them.',
  }),
  F677: entry<{ readonly source: string; readonly relation: string }>({
    severity: 'error',
    message: p => `the source ${p.source} is the table ${p.relation}, which is there, and the role may not read it`,
    hint: p => `GRANT SELECT ON TABLE ${p.relation} TO ROLE <role of the connection>`,
    explain: 'The role sees no columns of the table. Asked for by name, the engine says that a privilege is missing, not the table.',
  }),
}

function placeOf({ on, name }: { readonly on: string; readonly name: string | null }): string {
  return name === null ? on : `${on} ${name}`
}

function some(names: readonly string[]): string {
  return `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
}

/** What goes wrong at the warehouse: F60x and F61x the engine, F62x the state, F63x steps, F64x declared sources against what is there, F67x what an account must have. */
export const warehouseCodes = { ...engineCodes, ...stateCodes, ...applyCodes, ...sourceCodes, ...accountCodes }
