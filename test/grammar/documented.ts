import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusalOf } from './snowflake/index.ts'
import { tokensOf } from './snowflake/tokens.ts'
import { statementsOf } from './split.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** Examples printed in Snowflake's documentation, which are no part of this repository: another file through FEAT_SNOWFLAKE_EXAMPLES. */
const file = process.env['FEAT_SNOWFLAKE_EXAMPLES'] ?? resolve(repository, '..', 'shared', 'snowflake', 'doc-examples.jsonl')

export function hasExamples(): boolean {
  if (existsSync(file)) return true
  // oxlint-disable-next-line no-console -- a check that does not run must not look like one that passed
  console.warn('Documented examples of Snowflake not checked: set FEAT_SNOWFLAKE_EXAMPLES to a file of them')
  return false
}

/** Statements of kinds that the grammar knows: how each begins, OR REPLACE and the like left out. */
const kinds = new Set(
  `SELECT, WITH, INSERT, UPDATE, DELETE, MERGE, TRUNCATE, CALL, USE, GRANT, REVOKE, BEGIN, COMMIT, ROLLBACK, EXPLAIN, COMMENT, EXECUTE TASK, EXECUTE ALERT,
  CREATE TABLE, CREATE VIEW, CREATE MATERIALIZED VIEW, CREATE DYNAMIC TABLE, CREATE HYBRID TABLE, CREATE SCHEMA, CREATE DATABASE, CREATE ROLE,
  CREATE DATABASE ROLE, CREATE TASK, CREATE ALERT, CREATE TAG, CREATE WAREHOUSE, CREATE PROCEDURE, CREATE FUNCTION, CREATE DATA METRIC, CREATE MASKING POLICY,
  CREATE ROW ACCESS, ALTER TABLE, ALTER VIEW, ALTER MATERIALIZED VIEW, ALTER DYNAMIC TABLE, ALTER SCHEMA, ALTER DATABASE, ALTER TASK, ALTER ALERT, ALTER TAG,
  ALTER WAREHOUSE, ALTER SESSION, DROP TABLE, DROP VIEW, DROP SCHEMA, DROP DATABASE, DROP ROLE, DROP TASK, DROP ALERT, DROP TAG, DROP WAREHOUSE,
  DROP MATERIALIZED VIEW, DROP DYNAMIC TABLE, DROP PROCEDURE, DROP FUNCTION, UNDROP TABLE, UNDROP SCHEMA, UNDROP DATABASE, SHOW TABLES, SHOW VIEWS,
  SHOW SCHEMAS, SHOW COLUMNS, SHOW GRANTS, SHOW PARAMETERS, SHOW DYNAMIC TABLES, SHOW MATERIALIZED VIEWS, SHOW TASKS, SHOW ALERTS, SHOW TAGS,
  SHOW WAREHOUSES, SHOW PRIMARY KEYS, DESC TABLE, DESCRIBE TABLE, DESCRIBE VIEW, DESC VIEW, DESCRIBE TASK, DESC TASK`.split(/,\s+/),
)
const fillers = new Set('OR REPLACE ALTER SECURE TEMP TEMPORARY TRANSIENT LOCAL GLOBAL VOLATILE RECURSIVE TERSE IF NOT EXISTS'.split(' '))

function isOfOurKinds(sql: string): boolean {
  const tokens = tokensOf(sql)
  const first = tokens[0]!
  if (first.kind !== 'word') return false
  const rest = tokens.slice(1, 12).filter(t => t.kind === 'word' && !fillers.has(t.text))
  return [1, 2, 3].some(n => kinds.has([first.text, ...rest.slice(0, n - 1).map(t => t.text)].join(' ')))
}

/** Why a documented example is none that the grammar should accept, in the order in which they are looked for. */
const reasons: readonly (readonly [why: string, shape: RegExp])[] = [
  ['part of it is left out or a placeholder', /\.\.\.|<[a-z][\w -]*>|\{\{|&\{|<%|\n\s*\.\.\s/i],
  ['another language than SQL', /\blanguage\s+(python|java|javascript|scala)\b|\bhandler\s*=|=== |^\s*import /im],
  ['files and stages', /@|\bfile_format\b|\bdirectory\s*\(|_file\w*\s*\(|\bfl_\w+|\$\d|\bstage_/i],
  ['places and shapes', /\bst_\w+|\bh3_\w+/i],
  [
    'applications, shares, external tables, classes and models',
    /\bapplication\b|\bfrom share\b|\bto share\b|\bexternal table\b|\w!\w|\bcortex\b|\bai_\w+|\bml\.|\biceberg\b|\bexternal_\w+/i,
  ],
  ['policies of privacy', /\bprivacy\b|\baggregation policy\b|\bjoin policy\b|\bprojection policy\b|\bsession policy\b|\bpassword policy\b/i],
  [
    'grants of what nobody deploys with us',
    /^[^;]*\bgrant\b[^;]*(\bcaller\b|streamlit|image repository|packages|budget|failover|replicate|authentication|exchange|network rule|user support|override|reference_usage|manage accounts|log level)/i,
  ],
  ['parameters of profilers, notebooks and the like', /profiler|classification_profile|catalog_sync|compute_pool|data_sharing|replicable/i],
  ['patterns over rows', /\bmatch_recognize\b/i],
  ['encryption and other functions that need keys', /\b(try_)?(de|en)crypt(_raw)?\s*\(/i],
]

/** A call of a name that the table of functions does not hold. */
const ownFunctions = "functions of the reader's own, or for administrators"

interface Example {
  readonly id: string
  readonly kind: string
  readonly sql: string
}

function read(kind: 'example' | 'synopsis'): readonly Example[] {
  // Suites that are skipped are collected all the same.
  if (!existsSync(file)) return []
  const all = readFileSync(file, 'utf8').trim().split('\n')
  return all.map(line => JSON.parse(line) as Example).filter(e => e.kind === kind)
}

/** A function as its synopsis prints it: how many arguments it takes, null where that has no end. */
export interface DocumentedFunction {
  readonly name: string
  readonly least: number
  readonly most: number | null
}

/** The functions whose synopsis is a plain list of arguments. */
export function documentedFunctions(): readonly DocumentedFunction[] {
  return read('synopsis').flatMap(({ sql }) => {
    const found = /^([A-Z][A-Z_0-9$]*)\(([^()]*)\)\s*$/.exec(sql.trim())
    if (found === null || /[|{}']|=>/.test(found[2]!)) return []
    const text = found[2]!.replaceAll(/\[\s*DISTINCT\s*\]/g, '')
    const needed = text.replaceAll(/\[[^]*\]/g, '')
    const count = (part: string): number => part.match(/<[^>]+>/g)?.length ?? 0
    return [{ name: found[1]!, least: count(needed), most: text.includes('...') ? null : count(text) }]
  })
}

/** What became of the documented examples. */
export interface Documented {
  readonly accepted: number
  /** Refused because of what is not meant to be covered, with how many. */
  readonly outOfScope: Readonly<Record<string, number>>
  readonly refused: readonly { readonly id: string; readonly sql: string; readonly found: string; readonly expected: readonly string[] }[]
}

export function documented(): Documented {
  let accepted = 0
  const outOfScope: Record<string, number> = {}
  const refused: Documented['refused'][number][] = []
  for (const example of read('example')) {
    for (const sql of wholeStatements(example.sql).filter(isOfOurKinds)) {
      const refusal = refusalOf(sql)
      const why =
        reasons.find(([, shape]) => shape.test(sql))?.[0] ?? (refusal?.found === '(' && refusal.expected.includes('an operator') ? ownFunctions : undefined)
      if (refusal === null) accepted++
      else if (why !== undefined) outOfScope[why] = (outOfScope[why] ?? 0) + 1
      else refused.push({ id: example.id, sql, found: refusal.found, expected: refusal.expected })
    }
  }
  return { accepted, outOfScope, refused }
}

/** As `statementsOf`, but a block whose statements end with semicolons too is put together again. */
function wholeStatements(text: string): readonly string[] {
  const pieces = [...statementsOf(text)]
  const found: string[] = []
  for (let i = 0; i < pieces.length; i++) {
    const last = /\b(begin|declare)\b/i.test(pieces[i]!) ? pieces.findIndex((_, j) => j > i && refusalOf(pieces.slice(i, j + 1).join(';\n')) === null) : -1
    const end = last === -1 || refusalOf(pieces[i]!) === null ? i : last
    found.push(pieces.slice(i, end + 1).join(';\n'))
    i = end
  }
  return found
}
