import { beginningOf } from '../../test/grammar/beginnings.ts'
import type { Parser } from '../../test/grammar/exceptions.ts'
import { exceptionFor } from '../../test/grammar/exceptions.ts'
import { statementsOfKinds } from '../../test/grammar/kinds.ts'
import { legalMutations } from '../../test/grammar/legal-mutations.ts'
import { preflightKinds, printedKinds, sentKinds } from '../../test/grammar/sent-kinds.ts'
import { writtenStatements } from '../../test/grammar/statements-under-test.ts'
import { code, page, table } from './markdown.ts'

/** docs/snowflake-statements.md: the kinds of statements that feat sends to Snowflake, and who has read them. */
export function snowflakeStatementsMarkdown(): string {
  const written = writtenStatements().map(w => w.sql)
  const all = [...written, ...statementsOfKinds().map(s => s.sql)]
  const inPlans = new Set(written.map(beginningOf))
  const kinds = [...new Set([...inPlans, ...printedKinds, ...sentKinds, ...preflightKinds])].toSorted()
  const rows = kinds.map(kind => {
    const ofKind = all.filter(sql => beginningOf(sql) === kind)
    return [
      code(kind),
      inPlans.has(kind) || printedKinds.includes(kind) ? 'plans and fills' : sentKinds.includes(kind) ? 'state and inspection' : '`feat doctor`',
      'yes',
      verdict('sqlfluff', ofKind),
      verdict('sqlglot', ofKind),
    ]
  })
  const intro = [
    'Every statement that feat makes for Snowflake is read by a strict grammar of our own, written from the documented synopses (test/grammar), and by two parsers that others wrote:',
    'the Snowflake dialect of sqlfluff, and sqlglot. A statement of the block of a procedure is read by itself too. No statement was ever run on Snowflake: never run live.',
    '',
    'Where a parser does not read a statement the table says why: then the others are its proof, and where neither does, our grammar alone.',
    '',
    'The grammar accepts only functions that Snowflake documents, with as many arguments as they take, and no name without quotes that is not in a list. The tests make a mistake in every',
    'statement (a keyword dropped or misspelt, a parenthesis or a clause lost, two clauses swapped, one said twice, an option that there is not) and expect the grammar to refuse it.',
  ]
  return page('Statements for Snowflake', 'the golden cases, generated/sql/snowflake and test/grammar', [
    intro.join('\n'),
    table(['Statement', 'In', 'Our grammar', 'sqlfluff', 'sqlglot'], rows),
    `## Mistakes that leave a statement\n\nThese the grammar accepts, because what is left is a statement of Snowflake too:\n\n${legalMutations.map(l => `- ${l.kind}: ${l.why}\n`).join('')}`,
  ])
}

/** What a parser says of the statements of a kind: whether it reads them, and where not, why. */
function verdict(parser: Parser, statements: readonly string[]): string {
  const found = statements.map(sql => exceptionFor(parser, sql))
  const reasons = [...new Set(found.flatMap(e => (e === undefined ? [] : [e.why])))]
  if (reasons.length === 0) return 'yes'
  return `${found.includes(undefined) ? 'not all' : 'no'}: ${reasons.join('; ')}`
}
