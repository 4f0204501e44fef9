import { functions as specs } from '../../ir/functions.ts'
import type { FunctionName } from '../../ir/functions.ts'
import type { Term } from '../../ir/relation.ts'
import type { Template } from '../template.ts'
import { divide, integerAt, isValueAt, joined, oneOfTexts, places, several } from '../template.ts'
import { interval } from './literals.ts'

const microseconds = "date_diff('microsecond', $1, $2)"

/** date_trunc makes a TIMESTAMP of a DATE. */
const truncated = (unit: string): string => `cast_to_type(date_trunc('${unit}', $1), $1)`

/** The engine ignores NULLs: only where all are known is it the extreme of all. */
const strict =
  (name: string): Template =>
  args =>
    args.length === 1 ? '$1' : `CASE WHEN ${args.map((_, i) => `$${i + 1} IS NOT NULL`).join(' AND ')} THEN ${name}(${places(args)}) END`

/** Small literals are of 32 bits here, and so is what is made of nothing else: it would overflow where columns do not. */
function isNarrow(term: Term): boolean {
  switch (term.kind) {
    case 'literal':
      return term.type.kind === 'int'
    case 'case':
      return [...term.arms.map(([, then]) => then), ...(term.otherwise === null ? [] : [term.otherwise])].every(isNarrow)
    case 'call':
      return ['first', 'common', 'sum', 'product'].includes(specs[term.fn].result) && term.args.every(isNarrow)
    default:
      return false
  }
}

function exact(operator: string): Template {
  return args => (args.every(isNarrow) ? `CAST($1 AS BIGINT) ${operator} $2` : `$1 ${operator} $2`)
}

export const functions: Readonly<Record<FunctionName, Template>> = {
  plus: exact('+'),
  minus: exact('-'),
  times: exact('*'),
  divide,
  negate: '-($1)',
  abs: 'abs($1)',
  round: 'round($1, $2)',
  floor: 'CAST(floor($1) AS BIGINT)',
  ceil: 'CAST(ceil($1) AS BIGINT)',
  ln: 'ln(NULLIF(greatest($1, 0), 0))',
  exp: 'exp($1)',
  sqrt: 'sqrt(CASE WHEN $1 >= 0 THEN $1 END)',
  power: 'CASE WHEN isfinite(power($1, $2)) THEN power($1, $2) END',
  eq: '$1 = $2',
  ne: '$1 <> $2',
  lt: '$1 < $2',
  lte: '$1 <= $2',
  gt: '$1 > $2',
  gte: '$1 >= $2',
  in: args => `$1 IN (${places(args, 2)})`,
  and: joined('AND'),
  or: joined('OR'),
  not: 'NOT $1',
  isNull: '$1 IS NULL',
  sameAs: '$1 IS NOT DISTINCT FROM $2',
  coalesce: several('coalesce'),
  nullIf: 'NULLIF($1, $2)',
  greatest: strict('greatest'),
  least: strict('least'),
  greatestKnown: several('greatest'),
  leastKnown: several('least'),
  concat: joined('||'),
  lower: 'lower($1)',
  upper: 'upper($1)',
  trim: 'trim($1)',
  length: 'length($1)',
  substring: 'substring($1, $2, $3)',
  matches: "regexp_full_match($1, $2, 's')",
  elapsed: oneOfTexts(2, {
    seconds: `${microseconds} / 1000000e0`,
    minutes: `${microseconds} / 60000000e0`,
    hours: `${microseconds} / 3600000000e0`,
    days: `${microseconds} / 86400000000e0`,
  }),
  daysBetween: "date_diff('day', $1, $2)",
  timePlus: args => (isValueAt(args, 1) ? plusInterval(integerAt(args, 1)) : '$1 + to_seconds($2)'),
  datePlus: args => (isValueAt(args, 1) ? '$1 + $2' : '$1 + CAST($2 AS INTEGER)'),
  truncate: oneOfTexts(1, {
    minute: truncated('minute'),
    hour: truncated('hour'),
    day: truncated('day'),
    week: truncated('week'),
    month: truncated('month'),
    quarter: truncated('quarter'),
    year: truncated('year'),
  }),
  dateOf: 'CAST($1 AS DATE)',
  timeOf: 'CAST($1 AS TIMESTAMP)',
  datePart: oneOfTexts(1, {
    year: 'year($1)',
    quarter: 'quarter($1)',
    month: 'month($1)',
    day: 'day($1)',
    dayOfWeek: 'isodow($1)',
    dayOfYear: 'dayofyear($1)',
    hour: 'hour($1)',
    minute: 'minute($1)',
  }),
  hash52: "CAST('0x' || substring(md5($1), 1, 13) AS BIGINT)",
  bucket: args => bucket(integerAt(args, 1)),
  bucketNumber: args => `(epoch_us($1) + 62135596800000000) // ${integerAt(args, 1)}000000`,
}

function plusInterval(seconds: number): string {
  return seconds < 0 ? `$1 - ${interval(-seconds)}` : `$1 + ${interval(seconds)}`
}

/** Spans of a day and less that divide it begin where its units do. */
function bucket(seconds: number): string {
  const units: Readonly<Record<number, string>> = { 60: 'minute', 3600: 'hour', 86_400: 'day' }
  const unit = units[seconds]
  return unit !== undefined ? `date_trunc('${unit}', $1)` : `time_bucket(${interval(seconds)}, $1, TIMESTAMP '2001-01-01 00:00:00')`
}
