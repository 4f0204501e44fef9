import type { Relation, Term } from '../../compiler/ir/relation.ts'
import type { LiteralValue } from '../../compiler/ir/scalar.ts'
import { as, ascending, call, choose, field, integer, literal, named, select, words } from '../../compiler/ir/terms.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { date, decimal, flag, float, int, json, text, time } from '../../compiler/ir/type.ts'
import type { Value } from '../../registry/driver/driver.ts'
import type { Construct, Ground, Semantic } from './row.ts'
import { assumed, documented, neutralized, overOne, rowsOf } from './row.ts'

const x = field('x', 't')
const money = decimal(12, 2)
const conversion = 'sql-reference/data-type-conversion'
const page = (name: string): string => `sql-reference/functions/${name}`

function cast(from: readonly [LiteralValue, Type], to: Type, expected: Value, says: string, ground: Ground): Semantic {
  return overOne(`cast to ${to.kind}`, from, { kind: 'cast', of: x, type: to, lenient: false }, expected, says, ground)
}

function rounding(from: readonly [LiteralValue, Type], to: Type, expected: Value, says: string, ground: Ground): Semantic {
  const kind = to.kind === 'int' ? 'int' : 'decimal'
  return overOne(`rounding cast to ${kind}`, from, { kind: 'cast', of: x, type: to, lenient: false }, expected, says, ground)
}

function lenient(from: string | null, to: Type, expected: Value, says: string, ground: Ground): Semantic {
  return overOne(`lenient cast to ${to.kind}`, [from, text], { kind: 'cast', of: x, type: to, lenient: true }, expected, says, ground)
}

const tryCast = page('try_cast')
const patterns = 'both match the text against one pattern before, and read only what fits'

export const castSemantics: readonly Semantic[] = [
  cast([5, int], text, '5', 'an integer has no point', documented(conversion)),
  cast([5, int], flag, true, 'every integer but 0 is true', documented(conversion)),
  cast([true, flag], int, 1, 'true is 1', documented(conversion)),
  cast([5, int], float, 5, 'exact up to 15 digits', documented(conversion)),
  cast([5, int], money, '5.00', 'takes the scale', documented(conversion)),
  cast(['2024-01-01T23:59:59Z', time], date, '2024-01-01', 'the time of day is cut', documented(conversion)),
  cast(['2024-01-01', date], time, '2024-01-01T00:00:00Z', 'midnight', documented(conversion)),
  cast([null, text], json, null, 'NULL stays NULL', assumed),
  rounding(
    [2.5, float],
    int,
    3,
    'halves go away from zero',
    neutralized(conversion, 'DuckDB, to whose integers they go to the even neighbour, is asked for a DECIMAL first', ['SELECT CAST(2.5e0 AS BIGINT) AS v', 2]),
  ),
  rounding([-2.5, float], int, -3, 'also below zero', neutralized(conversion, 'the same', ['SELECT CAST(-2.5e0 AS BIGINT) AS v', -2])),
  rounding(['2.50', money], int, 3, 'decimals likewise', documented(conversion)),
  rounding([0.125, float], money, '0.13', 'to the scale', documented(conversion)),
  lenient(' 12 ', int, 12, 'blanks around do not matter', neutralized(tryCast, patterns)),
  lenient('12.5', int, 13, 'rounded, halves away from zero', documented(page('to_decimal'))),
  lenient('1_000', int, null, 'no other notation of numbers', neutralized(tryCast, patterns, ["SELECT TRY_CAST('1_000' AS BIGINT) AS v", 1000])),
  lenient('12a', int, null, 'NULL, no error', documented(tryCast)),
  lenient('-1.5E-3', float, -0.0015, 'with an exponent', documented('sql-reference/data-types-numeric')),
  lenient(
    'nan',
    float,
    null,
    'no NaN, no infinity',
    neutralized('sql-reference/data-types-numeric', patterns, ["SELECT isnan(TRY_CAST('nan' AS DOUBLE)) AS v", true]),
  ),
  lenient('1.005', money, '1.01', 'rounded to the scale', documented(page('to_decimal'))),
  lenient('99999999999', money, null, 'NULL where it does not fit', documented(tryCast)),
  lenient(
    ' True ',
    flag,
    true,
    'only true and false, in any case',
    neutralized(page('to_boolean'), "CASE names them; Snowflake takes 'yes', 'on', 't' and '1' too", ["SELECT TRY_CAST('1' AS BOOLEAN) AS v", true]),
  ),
  lenient('yes', flag, null, 'nothing else', neutralized(page('to_boolean'), 'the same')),
  lenient('2023-02-29', date, null, 'a day that is not in the calendar', documented(tryCast)),
  lenient(
    '2024/01/01',
    date,
    null,
    'only year-month-day',
    neutralized('sql-reference/date-time-input-output', patterns, ["SELECT TRY_CAST('2024/01/01' AS DATE) AS v", '2024-01-01']),
  ),
  lenient('1704067200', date, null, 'no seconds since 1970', neutralized('sql-reference/date-time-input-output', patterns)),
  lenient(
    '2024-01-01T10:00:00.5Z',
    time,
    '2024-01-01T10:00:00.500000Z',
    'the zone must be UTC',
    neutralized('sql-reference/date-time-input-output', 'it is matched and not read, since each engine treats zones in its own way'),
  ),
  lenient(
    '2024-01-01T10:00:00+02:00',
    time,
    null,
    'another zone',
    neutralized('sql-reference/date-time-input-output', patterns, ["SELECT TRY_CAST('2024-01-01T10:00:00+02:00' AS TIMESTAMP) AS v", '2024-01-01T10:00:00Z']),
  ),
  lenient('{a', json, null, 'NULL, no error', documented(page('try_parse_json'))),
  lenient('x', text, 'x', 'stays as it is', documented(conversion)),
]

const document = '{"a":{"name":"x","n":1.25,"f":true,"none":null,"list":["p","q"],"d":"2024-01-31","at":"2024-01-31T10:00:00Z"}}'

function got(path: readonly string[], type: Type, expected: Value, says: string, ground: Ground): Semantic {
  return overOne(`json as ${type.kind}`, [document, json], { kind: 'json', of: x, path, type }, expected, says, ground)
}

const querying = 'user-guide/querying-semistructured'

export const jsonSemantics: readonly Semantic[] = [
  got(['a', 'name'], text, 'x', 'a text has no quotes once it is cast', documented(querying)),
  got(['a', 'NAME'], text, null, 'names of members keep their case', documented(page('get'))),
  got(['a', 'none'], text, null, 'the null of JSON is NULL once it is cast', documented('user-guide/semistructured-considerations')),
  got(['a', 'list', '1'], text, 'q', 'elements count from 0', documented(page('get'))),
  got(['a', 'list', '7'], text, null, 'NULL beyond the end', documented(page('get'))),
  got(['a', 'n'], float, 1.25, 'a number', documented(querying)),
  got(['a', 'n'], int, 1, 'rounded', assumed),
  got(['a', 'n'], money, '1.25', 'to the scale', assumed),
  got(
    ['a', 'name'],
    float,
    null,
    'what is of another type is NULL',
    neutralized(page('get'), 'it is read as text, and that leniently: a plain cast would be an error'),
  ),
  got(['a', 'f'], flag, true, 'true and false', documented(querying)),
  got(['a', 'd'], date, '2024-01-31', 'from text', assumed),
  got(['a', 'at'], time, '2024-01-31T10:00:00Z', 'from text', assumed),
  got(['a', 'list'], json, '["p","q"]', 'a part of the document', documented(querying)),
]

function literalIs(value: LiteralValue, type: Type, expected: Value, says: string, ground: Ground): Semantic {
  const nothing: Relation = { kind: 'values', columns: [{ name: 'x', type: int }], rows: [[integer(1)]] }
  return { of: `literal ${type.kind}`, says, relation: select(as('t', nothing), [named('v', literal(value, type))]), expected, ground }
}

const strings = 'sql-reference/data-types-text'

export const literalSemantics: readonly Semantic[] = [
  literalIs("it's", text, "it's", 'a quote is doubled', documented(strings)),
  literalIs('a\\nb', text, 'a\\nb', 'a backslash escapes there', neutralized(strings, 'it is doubled for Snowflake only', ["SELECT length('a\\nb') AS v", 4])),
  literalIs('', text, '', 'the empty text is not NULL', assumed),
  literalIs(true, flag, true, 'a word', documented('sql-reference/data-types-logical')),
  literalIs(12, int, 12, 'digits', documented('sql-reference/data-types-numeric')),
  literalIs('1.50', money, '1.50', 'its scale is that of its digits', documented('sql-reference/data-types-numeric')),
  literalIs(
    0.1,
    float,
    0.1,
    'digits are a decimal',
    neutralized('sql-reference/data-types-numeric', 'it is cast to a float; only an exponent makes one on DuckDB', ['SELECT typeof(0.1) AS v', 'DECIMAL(2,1)']),
  ),
  literalIs('2024-02-29', date, '2024-02-29', 'a text behind DATE', documented('sql-reference/data-types-datetime')),
  literalIs(
    '2024-01-01T10:00:00.123456Z',
    time,
    '2024-01-01T10:00:00.123456Z',
    'TIMESTAMP means what a parameter says',
    neutralized('sql-reference/data-types-datetime', 'the text is cast to TIMESTAMP_NTZ(6), which names zone and precision'),
  ),
  literalIs('{"a":1}', json, '{"a":1}', 'a text that is parsed', documented(page('parse_json'))),
]

/** The first of some texts in an order. */
function firstOf(values: readonly (string | null)[], descending: boolean, nulls: 'first' | 'last'): Relation {
  const by = { by: field('t', 't'), descending, nulls }
  return select(as('t', rowsOf(values.map(t => [null, null, null, t]))), [named('v', field('t', 't'))], { orderBy: [by], limit: 1 })
}

const orderBy = 'sql-reference/constructs/order-by'
const when = (of: Construct, relation: Relation, expected: Value, says: string, ground: Ground): Semantic => ({ of, relation, expected, says, ground })
const nothingKnown: Term = call('eq', x, literal(null, int))

export const constructSemantics: readonly Semantic[] = [
  when('order of rows', firstOf([null, 'a'], false, 'last'), 'a', 'NULL is the greatest: ascending it comes last', documented(orderBy)),
  when(
    'order of rows',
    firstOf([null, 'a'], true, 'last'),
    'a',
    'and descending first',
    neutralized(orderBy, 'where NULLs go is always printed', ["SELECT t AS v FROM (VALUES (NULL), ('a')) AS x(t) ORDER BY t DESC LIMIT 1", 'a']),
  ),
  when(
    'comparison of text',
    firstOf(['b', 'a', 'B'], false, 'last'),
    'B',
    'by code points, unless a column has a collation: we never set one',
    documented('sql-reference/collation'),
  ),
  overOne('case', [1, int], choose(nothingKnown, words('yes'), words('no')), 'no', 'a condition that is NULL is not met', documented(page('case'))),
  overOne('case', [1, int], choose(nothingKnown, words('yes')), null, 'without ELSE it is NULL', documented(page('case'))),
  when(
    'series',
    lastOf({ kind: 'series', name: 'p', every: 86_400, first: literal('2024-02-28T00:00:00Z', time), last: literal('2024-03-01T00:00:00Z', time) }),
    '2024-03-01T00:00:00Z',
    'ARRAY_GENERATE_RANGE ends before its bound, and rounds no quotient as we would',
    neutralized(page('array_generate_range'), 'the range is longer than needed, and WHERE cuts it'),
  ),
  when(
    'names',
    select(as('t', { kind: 'values', columns: [{ name: 'MiXed', type: int }], rows: [[integer(1)]] }), [named('v', field('mixed', 't'))]),
    1,
    'names without quotes are kept in upper case, and quoted ones as they are',
    neutralized('sql-reference/identifiers-syntax', 'all are quoted in upper case there and in lower case on DuckDB, which takes no account of it'),
  ),
]

function lastOf(series: Extract<Relation, { kind: 'series' }>): Relation {
  return select(as('s', series), [named('v', field('p', 's'))], { orderBy: [{ ...ascending(field('p', 's')), descending: true }], limit: 1 })
}
