import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url))
const python = path('.venv/bin/python')
const checker = path('test/grammar/check.py')
const transpiler = path('test/grammar/transpile.py')
const setup = path('.ci/python')
const cache = path('node_modules/.cache/feat-grammar')

/** Whether the parsers are here. CI has to have them: there it is an error that they are not. */
export function hasGrammar(): boolean {
  if (existsSync(python)) return true
  if (process.env['CI'] !== undefined && process.env['CI'] !== 'false') throw new Error('no .venv: run .ci/python')
  // oxlint-disable-next-line no-console -- a check that does not run must not look like one that passed
  console.warn('Snowflake grammar not checked: there is no .venv, run .ci/python')
  return false
}

/** What sqlglot or sqlfluff object to in each statement; null where both accept it. One process for all that are not known yet. */
export function objections(statements: readonly string[]): readonly (string | null)[] {
  const tools = readFileSync(checker, 'utf8') + readFileSync(setup, 'utf8')
  const accepted = (sql: string): string => `${cache}/${createHash('sha256').update(tools).update(sql).digest('hex')}`
  const unknown = [...new Set(statements)].filter(sql => !existsSync(accepted(sql)))
  const answers = new Map(unknown.length === 0 ? [] : ask<string | null>(checker, unknown).map((answer, i) => [unknown[i]!, answer]))
  mkdirSync(cache, { recursive: true })
  for (const [sql, answer] of answers) if (answer === null) writeFileSync(accepted(sql), '')
  return statements.map(sql => answers.get(sql) ?? null)
}

function ask<T>(script: string, statements: readonly string[]): readonly T[] {
  const run = spawnSync(python, [script], { input: JSON.stringify(statements), encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr}`)
  return JSON.parse(run.stdout) as readonly T[]
}

/** Each Snowflake query as sqlglot says it to DuckDB; null where it cannot. */
export function toDuckdb(statements: readonly string[]): readonly (string | null)[] {
  return ask<string | null>(transpiler, statements)
}

/**
 * Fails with every statement that a Snowflake parser other than ours does not accept. Texts are those of our Snowflake
 * printer; where the parsers are not installed nothing is checked, and a warning says so.
 */
export function checkSnowflake(statements: readonly string[]): void {
  if (statements.length === 0) throw new Error('no statements to check')
  if (!hasGrammar()) return
  const refused = objections(statements).flatMap((objection, i) => (objection === null ? [] : [`${objection}\n${statements[i]}`]))
  if (refused.length > 0) throw new Error(`${refused.length} of ${statements.length} statements are no Snowflake SQL:\n\n${refused.join('\n\n')}`)
}
