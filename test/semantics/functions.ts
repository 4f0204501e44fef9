import type { LiteralValue, Literal } from '../../compiler/ir/scalar.ts'
import { literal } from '../../compiler/ir/terms.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { date, decimal, flag, float, int, text, time } from '../../compiler/ir/type.ts'
import type { Semantic } from './row.ts'
import { assumed, call, documented, neutralized } from './row.ts'

const of =
  (type: Type) =>
  (value: LiteralValue): Literal =>
    literal(value, type)
const i = of(int)
const f = of(float)
const t = of(text)
const b = of(flag)
const d = of(date)
const at = of(time)
const money = of(decimal(12, 2))

const operators = 'sql-reference/operators-arithmetic'
const ternary = 'sql-reference/ternary-logic'
const page = (name: string): string => `sql-reference/functions/${name}`

const arithmetic: readonly Semantic[] = [
  call('plus', [money('1.10'), money('2.25')], '3.35', 'decimals of one scale keep it', documented(operators)),
  call('plus', [i(2), i(null)], null, 'NULL with anything is NULL', documented(ternary)),
  call(
    'plus',
    [i(3_000_000_000), i(3_000_000_000)],
    6_000_000_000,
    'integers have 38 digits',
    neutralized(
      'sql-reference/data-types-numeric',
      'integers are BIGINT on DuckDB, and literals beside literals are cast to it; sums of columns are DECIMAL(38, 0)',
      ["SELECT CAST(5 AS BIGINT) = 5 AND typeof(1 + 1) = 'INTEGER' AS v", true],
    ),
  ),
  call('minus', [money('1.10'), money('2.25')], '-1.15', 'decimals of one scale keep it', documented(operators)),
  call(
    'times',
    [money('1.10'), money('2.25')],
    '2.4750',
    'scales add up to 12',
    neutralized(operators, 'both operands are cast first, and the product to the type that follows from theirs'),
  ),
  call(
    'divide',
    [i(7), i(2)],
    3.5,
    'a quotient of integers has six decimals, rounded',
    neutralized(operators, 'both operands are cast to a float first, so that nothing is rounded'),
  ),
  call('divide', [money('1.00'), i(3)], 1 / 3, 'and of decimals as many as the dividend, and six', neutralized(operators, 'the same')),
  call(
    'divide',
    [f(1), f(0)],
    null,
    'division by zero is an error',
    neutralized(page('div0'), 'NULLIF makes the divisor NULL on both, and so the quotient', ['SELECT 1 / 0e0 AS v', Infinity]),
  ),
  call('negate', [money('-1.50')], '1.50', 'keeps the type', documented(operators)),
  call('abs', [money('-1.50')], '1.50', 'keeps the type', documented(page('abs'))),
  call('round', [f(2.5), i(0)], 3, 'halves go away from zero', documented(page('round'))),
  call('round', [f(-2.5), i(0)], -3, 'also below zero', documented(page('round'))),
  call('round', [money('1.25'), i(1)], '1.3', 'decimals likewise', documented(page('round'))),
  call('floor', [f(-2.1)], -3, 'down, not towards zero', documented(page('floor'))),
  call('ceil', [f(-2.7)], -2, 'up, not away from zero', documented(page('ceil'))),
  call('ln', [f(Math.E)], 1, 'natural', documented(page('ln'))),
  call('ln', [f(0)], null, 'of zero and below it is an error', neutralized(page('ln'), 'both give the function a NULL in its place')),
  call('exp', [f(1)], Math.E, 'e to the power', documented(page('exp'))),
  call('sqrt', [f(9)], 3, 'the positive root', documented(page('sqrt'))),
  call('sqrt', [f(-0.25)], null, 'below zero it is an error', neutralized(page('sqrt'), 'CASE gives both a NULL in its place')),
  call('power', [f(2), f(10)], 1024, 'a to the power of b', documented(page('pow'))),
  call(
    'power',
    [f(-8), f(1 / 3)],
    null,
    'what is no real number',
    neutralized(null, 'Snowflake is asked before, by logarithms, whether there is a result; DuckDB afterwards', [
      'SELECT isnan(power(-8e0, 1e0 / 3)) AS v',
      true,
    ]),
  ),
  call('power', [f(10), f(400)], null, 'beyond the greatest float', neutralized(null, 'the same', ['SELECT isinf(power(10e0, 400e0)) AS v', true])),
]

const logic: readonly Semantic[] = [
  call('eq', [i(1), i(null)], null, 'a comparison with NULL is NULL', documented(ternary)),
  call('ne', [i(null), i(1)], null, 'a comparison with NULL is NULL', documented(ternary)),
  call('lt', [t('B'), t('a')], true, 'text is compared by code points, capitals first', documented('sql-reference/collation')),
  call('lte', [i(1), i(null)], null, 'a comparison with NULL is NULL', documented(ternary)),
  call('gt', [money('1.01'), money('1.00')], true, 'decimals by value', documented('sql-reference/operators-comparison')),
  call('gte', [i(2), i(2)], true, 'equal counts', documented('sql-reference/operators-comparison')),
  call('in', [t(null), t('a'), t('b')], null, 'NULL is in no list and not outside of it either', documented(page('in'))),
  call('and', [b(false), b(null)], false, 'one false decides', documented(ternary)),
  call('and', [b(true), b(null)], null, 'else NULL decides', documented(ternary)),
  call('or', [b(true), b(null)], true, 'one true decides', documented(ternary)),
  call('or', [b(false), b(null)], null, 'else NULL decides', documented(ternary)),
  call('not', [b(null)], null, 'the opposite of NULL is NULL', documented(ternary)),
  call('isNull', [t('')], false, 'the empty text is a value', assumed),
  call('sameAs', [i(null), i(null)], true, 'two NULLs are the same', documented(page('is-distinct-from'))),
  call('sameAs', [i(null), i(1)], false, 'and nothing else is', documented(page('is-distinct-from'))),
  call('coalesce', [i(null), i(2)], 2, 'the first that is not NULL', documented(page('coalesce'))),
  call('nullIf', [i(null), i(1)], null, 'NULL stays NULL', documented(page('nullif'))),
  call('nullIf', [i(1), i(null)], 1, 'NULL equals nothing', documented(page('nullif'))),
  call(
    'greatest',
    [i(1), i(null)],
    null,
    'NULL if one is NULL',
    neutralized(page('greatest'), 'DuckDB leaves NULLs out: it is asked first whether there is one', ['SELECT greatest(1, NULL) AS v', 1]),
  ),
  call('least', [i(null), i(1)], null, 'NULL if one is NULL', neutralized(page('least'), 'as for the greatest', ['SELECT least(NULL, 1) AS v', 1])),
  call('greatestKnown', [i(1), i(null)], 1, 'NULLs are left out', documented(page('greatest_ignore_nulls'))),
  call('greatestKnown', [i(null), i(null)], null, 'NULL if all are NULL', documented(page('greatest_ignore_nulls'))),
  call('leastKnown', [i(null), i(1)], 1, 'NULLs are left out', documented(page('least_ignore_nulls'))),
]

const texts: readonly Semantic[] = [
  call(
    'concat',
    [t('a'), t(null)],
    null,
    'NULL if one is NULL',
    neutralized(page('concat'), 'both print ||, since the function of DuckDB leaves NULLs out', ["SELECT concat('a', NULL) AS v", 'a']),
  ),
  call('lower', [t('AbÉ')], 'abé', 'letters beyond ASCII too', assumed),
  call('upper', [t('aBé')], 'ABÉ', 'letters beyond ASCII too', assumed),
  call('trim', [t('\ta ')], '\ta', 'blanks only: a tab stays', documented(page('trim'))),
  call('length', [t('é🦆')], 2, 'characters, not bytes', documented(page('length'))),
  call('substring', [t('abcdef'), i(2), i(3)], 'bcd', 'the first character is 1', documented(page('substr'))),
  call('substring', [t('abc'), i(5), i(1)], '', 'beyond the end it is empty, not NULL', assumed),
  call(
    'matches',
    [t('xabc'), t('a.c')],
    false,
    'the pattern is for the whole text',
    neutralized(page('regexp_like'), 'DuckDB matches the whole text only by regexp_full_match', ["SELECT regexp_matches('xabc', 'a.c') AS v", true]),
  ),
  call('matches', [t('ab'), t('a|ab')], true, 'each alternative is for the whole text', assumed),
  call(
    'matches',
    [t('a\nc'), t('a.c')],
    true,
    'a line break is a character',
    neutralized(page('regexp_like'), "the parameter 's' is given to both", ["SELECT regexp_full_match(E'a\\nc', 'a.c') AS v", false]),
  ),
  call('matches', [t('a1'), t('a\\d')], true, 'a backslash in a pattern is doubled in a text', documented('sql-reference/functions-regexp')),
  call('matches', [t(null), t('a')], null, 'NULL if one is NULL', documented(page('regexp_like'))),
]

const noon = at('2024-05-17T12:30:45.123456Z')
const weeks = 'sql-reference/functions-date-time'

const times: readonly Semantic[] = [
  call(
    'elapsed',
    [at('2024-01-01T10:59:00Z'), at('2024-01-01T11:01:00Z'), t('hours')],
    2 / 60,
    'DATEDIFF counts the hours that began',
    neutralized(page('datediff'), 'both count microseconds and divide as floats', [
      "SELECT date_diff('hour', TIMESTAMP '2024-01-01 10:59:00', TIMESTAMP '2024-01-01 11:01:00') AS v",
      1,
    ]),
  ),
  call('daysBetween', [d('2024-02-28'), d('2024-03-01')], 2, 'leap days count', documented(page('datediff'))),
  call('daysBetween', [d('2024-03-01'), d('2024-02-28')], -2, 'backwards is negative', documented(page('datediff'))),
  call('timePlus', [at('2024-02-28T23:59:59Z'), i(1)], '2024-02-29T00:00:00Z', 'seconds go over the end of a day', documented(page('dateadd'))),
  call('timePlus', [noon, i(-2_592_000)], '2024-04-17T12:30:45.123456Z', 'a span of whole days keeps the time of day', documented(page('dateadd'))),
  call('datePlus', [d('2024-01-01'), i(-1)], '2023-12-31', 'a date stays a date', documented(page('dateadd'))),
  call(
    'truncate',
    [d('2024-05-17'), t('month')],
    '2024-05-01',
    'a date stays a date',
    neutralized(page('date_trunc'), "DuckDB's is cast back to the type of its argument", [
      "SELECT typeof(date_trunc('month', DATE '2024-05-17')) AS v",
      'TIMESTAMP',
    ]),
  ),
  call(
    'truncate',
    [d('2024-05-19'), t('week')],
    '2024-05-13',
    'weeks begin where WEEK_START says',
    neutralized(weeks, 'Monday is counted back from by DAYOFWEEKISO, which asks no parameter; the session pins it besides'),
  ),
  call('truncate', [noon, t('quarter')], '2024-04-01T00:00:00Z', 'quarters begin in January, April, July and October', documented(page('date_trunc'))),
  call('dateOf', [at('2024-05-17T23:59:59.999999Z')], '2024-05-17', 'the time of day is cut, not rounded', documented('sql-reference/data-type-conversion')),
  call(
    'hash52',
    [t('Snowflake')],
    4_185_927_623_072_387,
    'the upper half of the MD5, big-endian and without sign; its 52 upper bits',
    documented('sql-reference/functions/md5_number_upper64'),
  ),
  call('timeOf', [d('2024-05-17')], '2024-05-17T00:00:00Z', 'midnight', documented('sql-reference/data-type-conversion')),
  call(
    'datePart',
    [d('2024-05-19'), t('dayOfWeek')],
    7,
    'days of the week begin where WEEK_START says',
    neutralized(weeks, 'DAYOFWEEKISO and isodow: Monday 1 to Sunday 7 whatever the session says', ["SELECT dayofweek(DATE '2024-05-19') AS v", 0]),
  ),
  call('datePart', [noon, t('quarter')], 2, 'April begins the second', documented(page('year'))),
  call('datePart', [d('2024-05-17'), t('hour')], 0, 'a date has no hour there', neutralized(page('hour-minute-second'), 'it is cast to midnight first')),
  call('bucket', [noon, i(604_800)], '2024-05-13T00:00:00Z', 'weeks from Mondays', documented(weeks)),
  call(
    'bucket',
    [at('2000-12-31T23:59:59.9Z'), i(86_400 * 3)],
    '2000-12-29T00:00:00Z',
    'TIME_SLICE counts from 1970',
    neutralized(page('time_slice'), 'whole units since 2001-01-01 are counted by DATEDIFF, and the rest of MOD taken back; times before it too'),
  ),
  call(
    'bucketNumber',
    [at('2000-12-31T23:59:59.999999Z'), i(86_400)],
    730_484,
    'a quotient is rounded to six decimals, here to the next day',
    neutralized(operators, 'the rest of MOD is taken off before dividing'),
  ),
]

export const functionSemantics: readonly Semantic[] = [...arithmetic, ...logic, ...texts, ...times]
