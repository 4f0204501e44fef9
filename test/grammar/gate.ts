import { bareNames } from './names.ts'
import { refusalOf } from './snowflake/index.ts'

/** What our own grammar objects to in a statement, with the place and what was expected there; null where it is Snowflake SQL. */
export function objectionOf(sql: string, bare: ReadonlySet<string> | null = bareNames): string | null {
  const refusal = refusalOf(sql, bare)
  if (refusal === null) return null
  const before = sql.slice(0, refusal.at).split('\n')
  const [line, column] = [before.length, before.at(-1)!.length]
  const text = sql.split('\n')[line - 1]!
  const start = Math.max(0, column - 60)
  const isWord = bare !== null && /^\w+$/.test(refusal.found) && refusal.expected.some(e => e.startsWith('a name') || e === 'an alias' || e === 'an expression')
  const expected = refusal.expected.length > 12 ? [...refusal.expected.slice(0, 12), '...'] : refusal.expected
  return [
    `line ${line}, column ${column + 1}: found ${refusal.found}, expected ${expected.join(' or ')}`,
    `  ${text.slice(start, start + 120)}`,
    `  ${' '.repeat(column - start)}^`,
    ...(isWord ? ['  (names are quoted; those that are not are listed in test/grammar/names.ts)'] : []),
  ].join('\n')
}

/** Fails with every statement that our own grammar refuses. */
export function checkStrictly(statements: readonly string[]): void {
  const refused = statements.flatMap(sql => {
    const objection = objectionOf(sql)
    return objection === null ? [] : [`${objection}\n${sql.slice(0, 3000)}`]
  })
  if (refused.length > 0) throw new Error(`${refused.length} of ${statements.length} statements are no Snowflake SQL:\n\n${refused.join('\n\n')}`)
}
