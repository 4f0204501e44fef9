import type { FunctionName } from '../../ir/functions.ts'
import type { Template } from '../template.ts'
import { divide, integerAt, isValueAt, joined, oneOfTexts, places, several } from '../template.ts'

const microseconds = 'CAST(DATEDIFF(microsecond, $1, $2) AS FLOAT)'

const day = 86_400

/** Monday, whatever WEEK_START says in the session. */
const week = "DATEADD(day, 1 - DAYOFWEEKISO($1), DATE_TRUNC('day', $1))"

/** A DATE has no time of day here. */
const moment = 'CAST($1 AS TIMESTAMP_NTZ(6))'

/** A root of a negative number, a division by zero, or beyond the greatest float, whose logarithm this is. */
const noPower = '($1 < 0 AND $2 <> FLOOR($2)) OR ($1 = 0 AND $2 < 0) OR $2 * LN(NULLIF(ABS($1), 0)) > 709.782712893384'

export const functions: Readonly<Record<FunctionName, Template>> = {
  plus: '$1 + $2',
  minus: '$1 - $2',
  times: '$1 * $2',
  divide,
  negate: '-($1)',
  abs: 'ABS($1)',
  round: 'ROUND($1, $2)',
  floor: 'CAST(FLOOR($1) AS NUMBER(38, 0))',
  ceil: 'CAST(CEIL($1) AS NUMBER(38, 0))',
  ln: 'LN(NULLIF(GREATEST($1, 0), 0))',
  exp: 'EXP($1)',
  sqrt: 'SQRT(CASE WHEN $1 >= 0 THEN $1 END)',
  power: `CASE WHEN ${noPower} THEN NULL ELSE POWER($1, $2) END`,
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
  coalesce: several('COALESCE'),
  nullIf: 'NULLIF($1, $2)',
  greatest: several('GREATEST'),
  least: several('LEAST'),
  greatestKnown: several('GREATEST_IGNORE_NULLS'),
  leastKnown: several('LEAST_IGNORE_NULLS'),
  concat: joined('||'),
  lower: 'LOWER($1)',
  upper: 'UPPER($1)',
  trim: 'TRIM($1)',
  length: 'LENGTH($1)',
  substring: 'SUBSTR($1, $2, $3)',
  matches: "REGEXP_LIKE($1, $2, 's')",
  elapsed: oneOfTexts(2, {
    seconds: `${microseconds} / 1000000`,
    minutes: `${microseconds} / 60000000`,
    hours: `${microseconds} / 3600000000`,
    days: `${microseconds} / 86400000000`,
  }),
  daysBetween: 'DATEDIFF(day, $1, $2)',
  timePlus: args => (isValueAt(args, 1) && integerAt(args, 1) % day === 0 ? `DATEADD(day, ${integerAt(args, 1) / day}, $1)` : 'DATEADD(second, $2, $1)'),
  datePlus: 'DATEADD(day, $2, $1)',
  truncate: oneOfTexts(1, {
    minute: "DATE_TRUNC('minute', $1)",
    hour: "DATE_TRUNC('hour', $1)",
    day: "DATE_TRUNC('day', $1)",
    week,
    month: "DATE_TRUNC('month', $1)",
    quarter: "DATE_TRUNC('quarter', $1)",
    year: "DATE_TRUNC('year', $1)",
  }),
  dateOf: 'CAST($1 AS DATE)',
  timeOf: 'CAST($1 AS TIMESTAMP_NTZ(6))',
  datePart: oneOfTexts(1, {
    year: 'YEAR($1)',
    quarter: 'QUARTER($1)',
    month: 'MONTH($1)',
    day: 'DAY($1)',
    dayOfWeek: 'DAYOFWEEKISO($1)',
    dayOfYear: 'DAYOFYEAR($1)',
    hour: `HOUR(${moment})`,
    minute: `MINUTE(${moment})`,
  }),
  hash52: 'BITSHIFTRIGHT(MD5_NUMBER_UPPER64($1), 12)',
  bucket: args => bucket(integerAt(args, 1)),
  bucketNumber: args => bucketNumber(integerAt(args, 1)),
}

/**
 * Spans that divide a day's units begin where these do, and weeks on Mondays. Others go back by the rest since the origin,
 * which MOD gives exactly; a quotient would be rounded to six decimals, and TIME_SLICE counts from 1970.
 */
function bucket(seconds: number): string {
  const units: Readonly<Record<number, string>> = { 60: 'minute', 3600: 'hour', [day]: 'day' }
  const unit = units[seconds]
  if (unit !== undefined) return `DATE_TRUNC('${unit}', $1)`
  if (seconds === 7 * day) return week
  return seconds % day === 0 ? backBy('day', seconds / day) : backBy('second', seconds)
}

/** The rest is taken off first: a quotient would be rounded to six decimals, which may reach the next span. */
function bucketNumber(seconds: number): string {
  const since = "DATEDIFF(second, CAST('0001-01-01 00:00:00' AS TIMESTAMP_NTZ(6)), $1)"
  return `CAST((${since} - MOD(${since}, ${seconds})) / ${seconds} AS NUMBER(38,0))`
}

function backBy(unit: 'day' | 'second', span: number): string {
  const since = `DATEDIFF(${unit}, CAST('2001-01-01 00:00:00' AS TIMESTAMP_NTZ(6)), $1)`
  return `DATEADD(${unit}, -MOD(MOD(${since}, ${span}) + ${span}, ${span}), DATE_TRUNC('${unit}', $1))`
}
