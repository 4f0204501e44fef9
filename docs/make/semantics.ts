import { literal, printTerm } from '../../compiler/emit/index.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import type { AggregateName } from '../../compiler/ir/scalar.ts'
import { exceptions } from '../../test/second-engine/exceptions.ts'
import { aggregatesRestOn } from '../../test/semantics/aggregates.ts'
import { semantics } from '../../test/semantics/index.ts'
import type { Semantic } from '../../test/semantics/row.ts'
import { pagesRead } from '../../test/semantics/row.ts'
import { code, page, table } from './markdown.ts'

const groups: readonly (readonly [title: string, holds: (of: string) => boolean])[] = [
  ['Functions', of => of.startsWith('function ')],
  ['Aggregates', of => of.startsWith('aggregate ')],
  ['Window functions', of => of.startsWith('window ')],
  ['Casts', of => of.includes('cast to ')],
  ['JSON', of => of.startsWith('json ')],
  ['Literals', of => of.startsWith('literal ')],
  ['Order, comparison, choice, series, names', () => true],
]

/** docs/semantics.md: what is known of how Snowflake means each construct, and how the two texts come to mean the same. */
export function semanticsMarkdown(): string {
  const counts = { documented: 0, assumed: 0, neutralized: 0 }
  for (const s of semantics) counts[s.ground.status]++
  const remembered = semantics.filter(s => s.ground.status === 'documented' && !pagesRead.has(s.ground.page))
  const intro = [
    'What an expression means is fixed by feat, and both engines have to meet it. Each row below is a case with its value; the tests run the text for DuckDB,',
    'and the text for Snowflake on fakesnow, an engine that others wrote, and compare. None of it has been run on Snowflake: never run live.',
    '',
    `- **documented** (${counts.documented}): Snowflake's documentation says so, on the page that is named (under https://docs.snowflake.com/en/). *Not re-read* (${remembered.length}):`,
    '  the page is named from memory, and has yet to be looked at.',
    `- **neutralized** (${counts.neutralized}): the engines differ, or Snowflake refuses what we give a value; the row says what its documentation says and how the two texts come to`,
    '  mean the same.',
    `- **assumed** (${counts.assumed}): nothing that we read says so. The live suite (test/live) asks an account for each row and prints what should change here.`,
  ]
  const left = [...semantics]
  const sections = groups.map(([title, holds]) => {
    const rows = left.filter(s => holds(s.of))
    for (const row of rows) left.splice(left.indexOf(row), 1)
    return `## ${title}\n\n${table(['Construct', 'Case', 'Of', 'Value', 'Text for Snowflake', 'Known from'], rows.map(cells))}`
  })
  return page('Semantics', 'the table in test/semantics and the exceptions in test/second-engine', [intro.join('\n'), ...sections, restsOn(), secondEngine()])
}

function cells({ of, says, relation, expected, ground }: Semantic): readonly string[] {
  const from =
    ground.status === 'neutralized'
      ? `**neutralized**: ${ground.how}${ground.page === null ? '' : ` (${code(ground.page)})`}${ground.plain === null ? '' : `. Plainly DuckDB gives ${code(String(ground.plain.gives))}`}`
      : ground.status === 'documented'
        ? `documented${pagesRead.has(ground.page) ? '' : ', not re-read'}: ${code(ground.page)}`
        : '**assumed**'
  return [of, says, argumentsOf(relation), code(expected === null ? 'NULL' : String(expected)), textOf(relation), from]
}

/** The values of a case over one row. */
function argumentsOf(relation: Relation): string {
  const values = relation.kind === 'select' ? relation.from.of : relation
  if (values.kind !== 'values') return ''
  if (values.rows.length !== 1) return `${values.rows.length} rows`
  const shown = values.rows[0]!.flatMap((term, i) =>
    term.kind === 'literal' ? [term.value === null ? 'NULL' : literal(term.value, values.columns[i]!.type, 'duckdb')] : [],
  )
  return code(shown.join(', '))
}

function textOf(relation: Relation): string {
  if (relation.kind !== 'select') return ''
  const [column] = relation.columns
  return column === undefined || column.expr.kind === 'field' ? '' : code(printTerm(column.expr, 'snowflake', null))
}

function restsOn(): string {
  const rows = (Object.keys(aggregatesRestOn) as AggregateName[]).map(name => [code(name), aggregatesRestOn[name].join(', ')])
  return `## What the aggregates of the language rest on\n\n${table(['Aggregate', 'Computed with'], rows)}`
}

function secondEngine(): string {
  const intro = [
    '## What the second engine does not take',
    '',
    'The statements of every golden case and of the example platform run on fakesnow as they stand, and its tables equal those of DuckDB, but for these. A test fails',
    'where one of them is taken after all.',
  ]
  const rows = exceptions.map(e => [e.title, e.kind, e.reason, e.instead === null ? 'nothing' : 'the nearest text that it takes', e.otherProof])
  return `${intro.join('\n')}\n\n${table(['Text', 'It is', 'Because', 'Run instead', 'Vouched for by'], rows)}`
}
