import { invalid } from '../sql-error.ts'
import type { Token } from '../sql/tokens.ts'
import { textBelow } from './text.ts'

/** A call whose arguments are rewritten when asked for. */
export interface Call {
  readonly name: string
  readonly raw: readonly (readonly Token[])[]
  readonly arg: (i: number) => string
  readonly args: readonly string[]
  /** The rewritten ORDER BY of WITHIN GROUP. */
  readonly within: string | null
}

type Render = (call: Call) => string

/** The same function under another name, or the same. */
function as(name: string, ...counts: readonly number[]): Render {
  return call => {
    if (counts.length > 0 && !counts.includes(call.raw.length)) throw wrongCount(call)
    return `${name}(${call.args.join(', ')})`
  }
}

function wrongCount(call: Call): Error {
  return invalid(`not enough or too many arguments for function [${call.name}], got ${call.raw.length}`)
}

/** `$1` is the first argument. */
function of(template: string, count: number): Render {
  return call => {
    if (call.raw.length !== count) throw wrongCount(call)
    return template.replace(/\$(\d)/g, (_, n: string) => call.arg(Number(n) - 1))
  }
}

const units: Readonly<Record<string, string>> = {
  YEAR: 'year',
  QUARTER: 'quarter',
  MONTH: 'month',
  WEEK: 'week',
  DAY: 'day',
  HOUR: 'hour',
  MINUTE: 'minute',
  SECOND: 'second',
  MILLISECOND: 'millisecond',
  MICROSECOND: 'microsecond',
}

function unitOf(call: Call, i = 0): string {
  const [token, ...more] = call.raw[i] ?? []
  const unit = token !== undefined && more.length === 0 && (token.kind === 'word' || token.kind === 'text') ? units[token.value.toUpperCase()] : undefined
  if (unit === undefined) throw invalid(`invalid date part for function [${call.name}]`)
  return unit
}

const intervals: Readonly<Record<string, (n: string) => string>> = {
  year: n => `to_years(CAST(${n} AS INTEGER))`,
  quarter: n => `to_months(3 * CAST(${n} AS INTEGER))`,
  month: n => `to_months(CAST(${n} AS INTEGER))`,
  week: n => `to_weeks(CAST(${n} AS INTEGER))`,
  day: n => `to_days(CAST(${n} AS INTEGER))`,
  hour: n => `to_microseconds(3600000000 * CAST(${n} AS BIGINT))`,
  minute: n => `to_microseconds(60000000 * CAST(${n} AS BIGINT))`,
  second: n => `to_microseconds(1000000 * CAST(${n} AS BIGINT))`,
  millisecond: n => `to_microseconds(1000 * CAST(${n} AS BIGINT))`,
  microsecond: n => `to_microseconds(CAST(${n} AS BIGINT))`,
}

const wholeDays: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'week', 'day'])

/** A date stays a date when whole days are added. */
function dateadd(call: Call): string {
  if (call.raw.length !== 3) throw wrongCount(call)
  const unit = unitOf(call)
  const moment = `(${call.arg(2)})`
  const sum = `${moment} + ${intervals[unit]!(call.arg(1))}`
  return wholeDays.has(unit) ? `cast_to_type(${sum}, ${moment})` : `(${sum})`
}

function datediff(call: Call): string {
  if (call.raw.length !== 3) throw wrongCount(call)
  return `date_diff('${unitOf(call)}', ${call.arg(1)}, ${call.arg(2)})`
}

function dateTrunc(call: Call): string {
  if (call.raw.length !== 2) throw wrongCount(call)
  return `cast_to_type(date_trunc('${unitOf(call)}', ${call.arg(1)}), ${call.arg(1)})`
}

/** A path is a constant: a name or an index. */
function get(call: Call): string {
  const [token] = call.raw[1] ?? []
  if (call.raw.length !== 2 || call.raw[1]!.length !== 1) throw invalid('GET takes a value and a constant')
  if (token!.kind === 'text') return `json_extract(${call.arg(0)}, ${textBelow(`$."${token!.value.replaceAll('"', '\\"')}"`)})`
  if (token!.kind === 'number') return `json_extract(${call.arg(0)}, '$[${token!.value}]')`
  throw invalid('GET takes a value and a constant')
}

function arrayAgg(call: Call): string {
  const [value] = call.args
  const order = call.within === null ? '' : ` ${call.within}`
  return `COALESCE(to_json(list(${value}${order}) FILTER (WHERE (${value!.replace(/^DISTINCT /, '')}) IS NOT NULL)), CAST('[]' AS JSON))`
}

function listagg(call: Call): string {
  const separator = call.raw.length > 1 ? call.arg(1) : "''"
  return `COALESCE(string_agg(${call.arg(0)}, ${separator}${call.within === null ? '' : ` ${call.within}`}), '')`
}

function percentile(name: string): Render {
  return call => {
    if (call.within === null) throw invalid(`${call.name} needs WITHIN GROUP`)
    return `${name}(${call.arg(0)}) WITHIN GROUP (${call.within})`
  }
}

/** Options that the engine below knows by the same letters. */
function matches(call: Call): string {
  if (call.raw.length !== 2 && call.raw.length !== 3) throw wrongCount(call)
  return `regexp_full_match(${call.args.join(', ')})`
}

function regexpSubstr(call: Call): string {
  const [, , position, occurrence, parameters, group] = call.raw.map(r => r[0]?.value)
  const extracted = (parameters ?? 'c').includes('e') ? (group ?? '1') : '0'
  if ((position ?? '1') !== '1' || (occurrence ?? '1') !== '1') throw invalid('only the first match from the first place is known to the emulator')
  return `CASE WHEN regexp_matches(${call.arg(0)}, ${call.arg(1)}) THEN regexp_extract(${call.arg(0)}, ${call.arg(1)}, ${extracted}) END`
}

function objectConstruct(call: Call): string {
  return call.raw.length === 0 ? `CAST('{}' AS JSON)` : `json_merge_patch('{}', json_object(${call.args.join(', ')}))`
}

const plain =
  'COUNT SUM MIN MAX AVG MEDIAN VAR_POP VAR_SAMP STDDEV STDDEV_POP STDDEV_SAMP COVAR_POP COVAR_SAMP CORR COUNT_IF ROW_NUMBER RANK DENSE_RANK LEAD LAG ' +
  'FIRST_VALUE LAST_VALUE NTILE COALESCE NULLIF ABS ROUND FLOOR CEIL EXP SQRT LN POWER SIGN LOWER UPPER TRIM LTRIM RTRIM LENGTH SUBSTR LEFT RIGHT REPLACE ' +
  'REPEAT REVERSE LPAD RPAD CONTAINS MD5 YEAR QUARTER MONTH DAY HOUR MINUTE SECOND DAYOFYEAR LAST_DAY'

/** Every function that is known here; another one is an error. */
export const functions: Readonly<Record<string, Render>> = {
  ...Object.fromEntries(plain.split(' ').map(name => [name, as(name)])),
  SUBSTRING: as('SUBSTR', 2, 3),
  MD5_NUMBER_UPPER64: call => `CAST('0x' || substring(md5(${call.arg(0)}), 1, 16) AS UBIGINT)`,
  BITSHIFTRIGHT: call => `(CAST(${call.arg(0)} AS HUGEINT) >> ${call.arg(1)})`,
  LEN: as('LENGTH', 1),
  POW: as('POWER', 2),
  TRUNC: as('TRUNC', 1),
  VARIANCE: as('VAR_SAMP', 1),
  VARIANCE_POP: as('VAR_POP', 1),
  MAX_BY: as('arg_max_null', 2),
  MIN_BY: as('arg_min_null', 2),
  ANY_VALUE: as('any_value', 1),
  HASH_AGG: call => `coalesce(sum(hash(${call.args.join(', ')})), 0)`,
  APPROX_COUNT_DISTINCT: as('approx_count_distinct', 1),
  BOOLAND_AGG: as('bool_and', 1),
  BOOLOR_AGG: as('bool_or', 1),
  PERCENTILE_CONT: percentile('percentile_cont'),
  PERCENTILE_DISC: percentile('percentile_disc'),
  ARRAY_AGG: arrayAgg,
  LISTAGG: listagg,
  MOD: of('(($1) % sf_divisor($2))', 2),
  DIV0: of('CASE WHEN ($2) = 0 THEN 0 ELSE ($1) / ($2) END', 2),
  DIV0NULL: of('CASE WHEN COALESCE($2, 0) = 0 THEN 0 ELSE ($1) / ($2) END', 2),
  NVL: as('COALESCE', 2),
  IFNULL: as('COALESCE', 2),
  ZEROIFNULL: of('COALESCE($1, 0)', 1),
  NVL2: of('CASE WHEN ($1) IS NOT NULL THEN $2 ELSE $3 END', 3),
  IFF: of('CASE WHEN $1 THEN $2 ELSE $3 END', 3),
  EQUAL_NULL: of('(($1) IS NOT DISTINCT FROM ($2))', 2),
  GREATEST: call => `sf_all(greatest(${call.args.join(', ')}), ${anyNull(call)})`,
  LEAST: call => `sf_all(least(${call.args.join(', ')}), ${anyNull(call)})`,
  GREATEST_IGNORE_NULLS: as('greatest'),
  LEAST_IGNORE_NULLS: as('least'),
  CEILING: as('CEIL', 1),
  CONCAT: call => `(${call.args.join(' || ')})`,
  STARTSWITH: as('starts_with', 2),
  ENDSWITH: as('ends_with', 2),
  CHARINDEX: of('strpos($2, $1)', 2),
  POSITION: of('strpos($2, $1)', 2),
  SPLIT: of('to_json(string_split($1, $2))', 2),
  SPLIT_PART: as('split_part', 3),
  SHA2: of('sha256($1)', 1),
  UUID_STRING: of('CAST(uuid() AS VARCHAR)', 0),
  REGEXP_LIKE: matches,
  RLIKE: matches,
  REGEXP_SUBSTR: regexpSubstr,
  REGEXP_COUNT: of('len(regexp_extract_all($1, $2))', 2),
  REGEXP_REPLACE: of("regexp_replace($1, $2, $3, 'g')", 3),
  DATEADD: dateadd,
  TIMESTAMPADD: dateadd,
  DATEDIFF: datediff,
  TIMESTAMPDIFF: datediff,
  DATE_TRUNC: dateTrunc,
  DAYOFWEEKISO: as('isodow', 1),
  DAYOFWEEK: as('dayofweek', 1),
  DAYOFMONTH: as('day', 1),
  WEEKISO: as('week', 1),
  TO_DATE: of('CAST($1 AS DATE)', 1),
  TO_TIMESTAMP_NTZ: toTimestamp,
  TO_TIMESTAMP: toTimestamp,
  TO_CHAR: toChar,
  TO_VARCHAR: toChar,
  TO_DOUBLE: of('CAST($1 AS DOUBLE)', 1),
  TO_BOOLEAN: of('CAST($1 AS BOOLEAN)', 1),
  TO_NUMBER: call => `CAST(${call.arg(0)} AS DECIMAL(${call.raw[1]?.[0]?.value ?? 38}, ${call.raw[2]?.[0]?.value ?? 0}))`,
  TO_VARIANT: of('sf_variant($1)', 1),
  TO_JSON: of('CAST(json($1) AS VARCHAR)', 1),
  PARSE_JSON: of('CAST($1 AS JSON)', 1),
  TRY_PARSE_JSON: of('TRY_CAST($1 AS JSON)', 1),
  GET: get,
  ARRAY_SIZE: as('sf_array_size', 1),
  ARRAY_CONSTRUCT: call => (call.raw.length === 0 ? `CAST('[]' AS JSON)` : `json_array(${call.args.join(', ')})`),
  ARRAY_GENERATE_RANGE: of('to_json(range(CAST($1 AS BIGINT), CAST($2 AS BIGINT)))', 2),
  OBJECT_CONSTRUCT: objectConstruct,
  CONVERT_TIMEZONE: call => {
    if (call.raw.length !== 2 || call.raw[0]![0]?.value !== 'UTC') throw invalid('the emulator converts to UTC only')
    return call.arg(1)
  },
}

const formats: Readonly<Record<string, string>> = { YYYY: '%Y', MM: '%m', DD: '%d', HH24: '%H', MI: '%M', SS: '%S', FF6: '%f', FF3: '%g', MON: '%b', DY: '%a' }

/** One argument, or a moment and its format. */
function toChar(call: Call): string {
  if (call.raw.length === 1) return `sf_text(${call.arg(0)})`
  return `strftime(${call.arg(0)}, ${formatOf(call)})`
}

/** A text, and where it is said its format. */
function toTimestamp(call: Call): string {
  return call.raw.length === 1 ? `CAST(${call.arg(0)} AS TIMESTAMP)` : `strptime(${call.arg(0)}, ${formatOf(call)})`
}

/** A constant format as the engine below writes it. */
function formatOf(call: Call): string {
  const [token] = call.raw[1] ?? []
  if (call.raw.length !== 2 || token?.kind !== 'text') throw invalid(`${call.name} takes a value and a constant format`)
  const format = token.value.replace(/"([^"]*)"|YYYY|MM|DD|HH24|MI|SS|FF6|FF3|MON|DY|([A-Za-z]+)/g, (all: string, literal?: string, unknown?: string) => {
    if (unknown !== undefined) throw invalid(`the emulator does not know '${unknown}' in a format`)
    return literal ?? formats[all]!
  })
  return textBelow(format)
}

function anyNull(call: Call): string {
  return call.args.map(a => `(${a}) IS NULL`).join(' OR ')
}

/** What stands for the functions that the engine below has in no other way. */
export const macros: readonly string[] = [
  'sf_all(value, unknown) AS CASE WHEN unknown THEN NULL ELSE value END',
  "sf_divisor(d) AS CASE WHEN d = 0 THEN error('Division by zero') ELSE d END",
  'sf_variant(v) AS CASE WHEN v IS NULL THEN NULL ELSE to_json(v) END',
  "sf_array_size(v) AS CASE WHEN json_type(v) = 'ARRAY' THEN json_array_length(v) END",
  "sf_text(v) AS CASE typeof(v) WHEN 'JSON' THEN json_extract_string(CAST(CAST(v AS VARCHAR) AS JSON), '$') WHEN 'DOUBLE' THEN regexp_replace(CAST(v AS VARCHAR), '\\.0$', '') ELSE CAST(v AS VARCHAR) END",
]

/** Where a function has parentheses in Snowflake only by choice. */
export const bare: ReadonlySet<string> = new Set(['CURRENT_TIMESTAMP', 'CURRENT_DATE', 'LOCALTIMESTAMP'])
