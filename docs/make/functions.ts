import { printTerm } from '../../compiler/emit/index.ts'
import type { ArgumentShape, FunctionName, FunctionSpec } from '../../compiler/ir/functions.ts'
import { functions } from '../../compiler/ir/functions.ts'
import type { Term } from '../../compiler/ir/relation.ts'
import { field, integer, words } from '../../compiler/ir/terms.ts'
import { meanings } from '../../test/emit/function-meanings.ts'
import { code, page, table } from './markdown.ts'

/** How an author writes a call of each function, on values named by the letters of its arguments. */
export const written: Readonly<Record<FunctionName, string>> = {
  plus: 'a.plus(b)',
  minus: 'a.minus(b)',
  times: 'a.times(b)',
  divide: 'a.div(b)',
  negate: 'a.negate()',
  abs: 'a.abs()',
  round: 'a.round(2)',
  floor: 'a.floor()',
  ceil: 'a.ceil()',
  ln: 'a.ln()',
  exp: 'a.exp()',
  sqrt: 'a.sqrt()',
  power: 'a.power(b)',
  eq: 'a.eq(b)',
  ne: 'a.ne(b)',
  lt: 'a.lt(b)',
  lte: 'a.lte(b)',
  gt: 'a.gt(b)',
  gte: 'a.gte(b)',
  in: 'a.in(1, 2)',
  and: 'p.and(q)',
  or: 'p.or(q)',
  not: 'p.not()',
  isNull: 'a.isNull()',
  sameAs: 'a.sameAs(b)',
  coalesce: 'coalesce(a, b)',
  nullIf: 'a.nullIf(0)',
  greatest: 'greatest(a, b)',
  least: 'least(a, b)',
  greatestKnown: 'greatestKnown(a, b)',
  leastKnown: 'leastKnown(a, b)',
  concat: 'concat(s, t)',
  lower: 's.lower()',
  upper: 's.upper()',
  trim: 's.trim()',
  length: 's.length()',
  substring: 's.substring(1, 3)',
  matches: "s.matches('[A-Z]+')",
  elapsed: "at.until(end, 'hours')",
  daysBetween: 'day.daysUntil(due)',
  timePlus: "at.plus('2h')",
  datePlus: "day.plus('2d')",
  truncate: "at.truncate('month')",
  dateOf: 'at.day()',
  timeOf: 'day.midnight()',
  datePart: "at.datePart('year')",
  hash52: '',
  bucket: '',
  bucketNumber: '',
}

const groups: readonly (readonly [title: string, names: readonly FunctionName[]])[] = [
  ['Arithmetic', ['plus', 'minus', 'times', 'divide', 'negate', 'abs', 'round', 'floor', 'ceil', 'ln', 'exp', 'sqrt', 'power']],
  ['Comparison and logic', ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'and', 'or', 'not', 'isNull', 'sameAs']],
  ['Choice', ['coalesce', 'nullIf', 'greatest', 'least', 'greatestKnown', 'leastKnown']],
  ['Text', ['concat', 'lower', 'upper', 'trim', 'length', 'substring', 'matches']],
  ['Time', ['elapsed', 'daysBetween', 'timePlus', 'datePlus', 'truncate', 'dateOf', 'timeOf', 'datePart', 'bucket', 'bucketNumber', 'hash52']],
]

const literals: Readonly<Partial<Record<FunctionName, readonly Term[]>>> = {
  round: [integer(2)],
  substring: [integer(1), integer(3)],
  matches: [words('[A-Z]+')],
  elapsed: [words('hours')],
  truncate: [words('month')],
  datePart: [words('year')],
  bucket: [integer(21_600)],
  bucketNumber: [integer(21_600)],
  in: [integer(1), integer(2)],
  nullIf: [integer(0)],
  timePlus: [integer(7200)],
  datePlus: [integer(2)],
}

const letters: Readonly<Record<ArgumentShape, readonly [string, string]>> = {
  number: ['a', 'b'],
  float: ['a', 'b'],
  int: ['a', 'b'],
  same: ['a', 'b'],
  any: ['a', 'b'],
  text: ['s', 't'],
  flag: ['p', 'q'],
  time: ['at', 'end'],
  date: ['day', 'due'],
  moment: ['at', 'end'],
  literal: ['', ''],
  '...same': ['a', 'b'],
  '...flag': ['p', 'q'],
  '...text': ['s', 't'],
}

/** The columns that a sample call is made of; literals stand at its end. */
function sample(fn: FunctionName, { args }: FunctionSpec): Term {
  const given = literals[fn] ?? []
  const columns = args.filter(shape => shape !== 'literal').map((shape, i) => field(letters[shape][Math.min(i, 1) as 0 | 1]))
  const all = [...columns.slice(0, Math.max(1, given.length === 0 ? columns.length : args.length - given.length)), ...given]
  return { kind: 'call', fn, args: all }
}

/** docs/reference/functions.md: every function of expressions, and its text in both dialects. */
export function functionsMarkdown(): string {
  const missing = Object.keys(functions).filter(name => !groups.some(([, names]) => names.includes(name as FunctionName)))
  if (missing.length > 0) throw new Error(`no group for ${missing.join(', ')}`)
  const intro = [
    'Functions of the expression language: one name, one meaning on both engines. The letters stand for columns or features:',
    '`a`, `b` numbers (or, in comparison and choice, any values of one type), `p`, `q` conditions, `s`, `t` texts, `at`, `end` timestamps, `day`, `due` dates.',
    'NULL goes in, NULL comes out, except where the meaning says otherwise. *Rows* is the number of hand-written argument rows',
    '(test/emit/function-meanings.ts) whose value is compared with what DuckDB gives; the Snowflake text is read by parsers, and runs on fakesnow,',
    'an engine that others wrote, on the same rows; [semantics](../semantics.md) says what Snowflake documents. It was never run on Snowflake itself.',
  ]
  return page('Functions', 'the function table (compiler/ir/functions.ts) and the printers', [
    intro.join('\n'),
    ...groups.map(([title, names]) => `## ${title}\n\n${rows(names)}`),
  ])
}

function rows(names: readonly FunctionName[]): string {
  return table(
    ['Written', 'Meaning', 'Snowflake', 'DuckDB', 'Rows'],
    names.map(name => {
      const term = sample(name, functions[name])
      return [
        written[name] === '' ? `*${name}*, made by the compiler` : code(written[name]),
        functions[name].doc,
        code(printTerm(term, 'snowflake', null)),
        code(printTerm(term, 'duckdb', null)),
        String(meanings[name].length),
      ]
    }),
  )
}
