import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Parser } from '../grammar/exceptions.ts'
import { exceptionFor, parsers } from '../grammar/exceptions.ts'
import { checkStrictly } from '../grammar/gate.ts'
import { statementsWithin } from '../grammar/split.ts'

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url))
const python = path('.venv/bin/python')
const checker = path('test/grammar/check.py')
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

/** What sqlglot or sqlfluff object to in each statement, but for what is known that they do not know; null where both accept it. */
export function objections(statements: readonly string[]): readonly (string | null)[] {
  return opinions(statements).map((opinion, i) => unexcused(statements[i]!, opinion))
}

type Opinion = Readonly<Record<Parser, string | null>>

/** What each of the two parsers objects to, exceptions included. One process for all statements that were never asked about. */
export function opinions(statements: readonly string[]): readonly Opinion[] {
  const tools = readFileSync(checker, 'utf8') + readFileSync(setup, 'utf8')
  const file = (sql: string): string => `${cache}/${createHash('sha256').update(tools).update(sql).digest('hex')}.json`
  const unknown = [...new Set(statements)].filter(sql => !existsSync(file(sql)))
  const answers = unknown.length === 0 ? [] : ask<Opinion>(checker, unknown)
  mkdirSync(cache, { recursive: true })
  for (const [i, sql] of unknown.entries()) {
    // Whole or not at all: other processes read it.
    const aside = `${file(sql)}.${process.pid}`
    writeFileSync(aside, JSON.stringify(answers[i]))
    renameSync(aside, file(sql))
  }
  return statements.map(sql => JSON.parse(readFileSync(file(sql), 'utf8')) as Opinion)
}

function unexcused(sql: string, opinion: Opinion): string | null {
  return parsers.map(p => (opinion[p] === null || exceptionFor(p, sql) !== undefined ? null : opinion[p])).find(o => o !== null) ?? null
}

function ask<T>(script: string, statements: readonly string[]): readonly T[] {
  const run = spawnSync(python, [script], { input: JSON.stringify(statements), encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr}`)
  return JSON.parse(run.stdout) as readonly T[]
}

/**
 * Fails with every statement that our own grammar of Snowflake refuses, or one of two parsers that know nothing of ours;
 * where those are not installed a warning says so. Blocks are texts to them: they judge the statements within.
 */
export function checkSnowflake(statements: readonly string[]): void {
  if (statements.length === 0) throw new Error('no statements to check')
  checkStrictly(statements)
  if (!hasGrammar()) return
  const all = [...new Set(statements.flatMap(sql => [sql, ...statementsWithin(sql)]))]
  const refused = objections(all).flatMap((objection, i) => (objection === null ? [] : [`${objection}\n${all[i]}`]))
  if (refused.length > 0) throw new Error(`${refused.length} of ${all.length} statements are no Snowflake SQL:\n\n${refused.join('\n\n')}`)
}
