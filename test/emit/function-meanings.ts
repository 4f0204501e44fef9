import type { FunctionName } from '../../compiler/ir/functions.ts'
import type { Literal, LiteralValue } from '../../compiler/ir/scalar.ts'
import { literal } from '../../compiler/ir/terms.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { date, decimal, flag, float, int, text, time } from '../../compiler/ir/type.ts'

/** Arguments and the value that both engines must give, written by hand; a decimal is text with its scale. */
type Meaning = readonly [...args: readonly Literal[], expected: LiteralValue]

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

const noon = at('2024-05-17T12:30:45.123456Z')
const never = at(null)

/** With NULLs in each place where they could be taken differently. */
export const meanings: Readonly<Record<FunctionName, readonly Meaning[]>> = {
  plus: [
    [i(2), i(3), 5],
    [money('1.10'), money('2.25'), '3.35'],
    [f(0.5), f(0.25), 0.75],
    [i(2), i(null), null],
    [i(3_000_000_000), i(3_000_000_000), 6_000_000_000],
  ],
  minus: [
    [i(2), i(3), -1],
    [i(2), i(-3), 5],
    [money('1.10'), money('2.25'), '-1.15'],
    [i(null), i(3), null],
  ],
  times: [
    [i(-2), i(3), -6],
    [money('1.10'), money('2.25'), '2.4750'],
    [i(100_000), i(100_000), 10_000_000_000],
    [f(null), f(3), null],
  ],
  divide: [
    [f(7), f(2), 3.5],
    [f(1), f(0), null],
    [f(0), f(0), null],
    [f(null), f(2), null],
    [f(1), f(null), null],
    [i(7), i(2), 3.5],
    [money('1.00'), i(3), 1 / 3],
  ],
  negate: [
    [i(5), -5],
    [i(-5), 5],
    [money('-1.50'), '1.50'],
    [f(null), null],
  ],
  abs: [
    [i(-5), 5],
    [money('-1.50'), '1.50'],
    [f(-0.5), 0.5],
    [i(null), null],
  ],
  round: [
    [f(2.5), i(0), 3],
    [f(-2.5), i(0), -3],
    [money('1.25'), i(1), '1.3'],
    [money('-1.25'), i(1), '-1.3'],
    [f(1234.5678), i(2), 1234.57],
    [f(null), i(1), null],
  ],
  floor: [
    [f(2.7), 2],
    [f(-2.1), -3],
    [money('-1.50'), -2],
    [i(4), 4],
    [f(null), null],
  ],
  ceil: [
    [f(2.1), 3],
    [f(-2.7), -2],
    [money('1.50'), 2],
    [i(4), 4],
    [f(null), null],
  ],
  ln: [
    [f(1), 0],
    [f(Math.E), 1],
    [f(0), null],
    [f(-1), null],
    [f(null), null],
  ],
  exp: [
    [f(0), 1],
    [f(1), Math.E],
    [f(null), null],
  ],
  sqrt: [
    [f(9), 3],
    [f(0), 0],
    [f(-0.25), null],
    [f(null), null],
  ],
  power: [
    [f(2), f(10), 1024],
    [f(-8), f(1 / 3), null],
    [f(-2), f(3), -8],
    [f(0), f(-1), null],
    [f(0), f(0), 1],
    [f(10), f(400), null],
    [f(10), f(-400), 0],
    [f(null), f(1), null],
    [f(1), f(null), null],
  ],
  eq: [
    [i(1), i(1), true],
    [t('a'), t('A'), false],
    [i(1), i(null), null],
    [i(null), i(null), null],
  ],
  ne: [
    [i(1), i(1), false],
    [t('a'), t('b'), true],
    [i(null), i(1), null],
  ],
  lt: [
    [i(1), i(2), true],
    [t('B'), t('a'), true],
    [d('2024-01-01'), d('2024-01-01'), false],
    [i(null), i(1), null],
  ],
  lte: [
    [i(2), i(2), true],
    [i(3), i(2), false],
    [i(1), i(null), null],
  ],
  gt: [
    [money('1.01'), money('1.00'), true],
    [i(2), i(2), false],
    [i(null), i(1), null],
  ],
  gte: [
    [i(2), i(2), true],
    [i(1), i(2), false],
    [i(null), i(1), null],
  ],
  in: [
    [t('a'), t('a'), t('b'), true],
    [t('c'), t('a'), t('b'), false],
    [t(null), t('a'), null],
    [i(2), i(2), true],
  ],
  and: [
    [b(true), b(true), true],
    [b(true), b(null), null],
    [b(false), b(null), false],
    [b(true), b(true), b(false), false],
  ],
  or: [
    [b(false), b(true), true],
    [b(true), b(null), true],
    [b(false), b(null), null],
    [b(false), b(false), b(false), false],
  ],
  not: [
    [b(true), false],
    [b(false), true],
    [b(null), null],
  ],
  isNull: [
    [i(null), true],
    [i(0), false],
    [t(''), false],
  ],
  sameAs: [
    [i(1), i(1), true],
    [i(null), i(null), true],
    [i(null), i(1), false],
    [t('a'), t('b'), false],
  ],
  coalesce: [
    [i(null), i(2), 2],
    [i(1), i(2), 1],
    [i(null), i(null), null],
    [i(null), i(null), i(3), 3],
    [i(7), 7],
  ],
  nullIf: [
    [i(1), i(1), null],
    [i(1), i(2), 1],
    [i(1), i(null), 1],
    [i(null), i(1), null],
  ],
  greatest: [
    [i(1), i(3), i(2), 3],
    [i(1), i(null), null],
    [i(null), i(null), null],
    [i(4), 4],
  ],
  least: [
    [i(3), i(1), i(2), 1],
    [i(null), i(1), null],
    [i(4), 4],
  ],
  greatestKnown: [
    [i(1), i(3), 3],
    [i(1), i(null), 1],
    [i(null), i(null), null],
    [i(4), 4],
  ],
  leastKnown: [
    [i(3), i(1), 1],
    [i(null), i(1), 1],
    [i(null), i(null), null],
    [i(4), 4],
  ],
  concat: [
    [t('a'), t('b'), 'ab'],
    [t('a'), t(null), null],
    [t(''), t(''), ''],
    [t('a'), t('b'), t('c'), 'abc'],
  ],
  lower: [
    [t('AbÉ'), 'abé'],
    [t(null), null],
  ],
  upper: [
    [t('aBé'), 'ABÉ'],
    [t(null), null],
  ],
  trim: [
    [t('  a b '), 'a b'],
    [t('\ta '), '\ta'],
    [t('   '), ''],
    [t(null), null],
  ],
  length: [
    [t('abc'), 3],
    [t('é🦆'), 2],
    [t(''), 0],
    [t(null), null],
  ],
  substring: [
    [t('abcdef'), i(2), i(3), 'bcd'],
    [t('abc'), i(3), i(5), 'c'],
    [t('abc'), i(5), i(1), ''],
    [t(null), i(1), i(1), null],
  ],
  matches: [
    [t('abc'), t('a.c'), true],
    [t('xabc'), t('a.c'), false],
    [t('abcx'), t('a.c'), false],
    [t('ab'), t('a|ab'), true],
    [t('a\nc'), t('a.c'), true],
    [t('a1'), t('a\\d'), true],
    [t('ABC'), t('abc'), false],
    [t(null), t('a'), null],
  ],
  elapsed: [
    [at('2024-01-01T00:00:00Z'), at('2024-01-01T00:00:01.500001Z'), t('seconds'), 1.500001],
    [at('2024-01-01T10:59:00Z'), at('2024-01-01T11:01:00Z'), t('hours'), 2 / 60],
    [at('2024-01-01T00:00:00Z'), at('2024-01-02T12:00:00Z'), t('days'), 1.5],
    [at('2024-01-01T00:01:00Z'), at('2024-01-01T00:00:00Z'), t('minutes'), -1],
    [never, noon, t('days'), null],
  ],
  daysBetween: [
    [d('2024-02-28'), d('2024-03-01'), 2],
    [d('2024-03-01'), d('2024-02-28'), -2],
    [d(null), d('2024-03-01'), null],
  ],
  timePlus: [
    [noon, i(60), '2024-05-17T12:31:45.123456Z'],
    [noon, i(-2_592_000), '2024-04-17T12:30:45.123456Z'],
    [noon, i(null), null],
    [never, i(1), null],
    [at('2024-02-28T23:59:59Z'), i(1), '2024-02-29T00:00:00Z'],
  ],
  datePlus: [
    [d('2024-02-28'), i(2), '2024-03-01'],
    [d('2024-01-01'), i(-1), '2023-12-31'],
    [d(null), i(1), null],
    [d('2024-01-01'), i(null), null],
  ],
  truncate: [
    [noon, t('minute'), '2024-05-17T12:30:00Z'],
    [noon, t('hour'), '2024-05-17T12:00:00Z'],
    [noon, t('day'), '2024-05-17T00:00:00Z'],
    [noon, t('week'), '2024-05-13T00:00:00Z'],
    [noon, t('month'), '2024-05-01T00:00:00Z'],
    [noon, t('quarter'), '2024-04-01T00:00:00Z'],
    [noon, t('year'), '2024-01-01T00:00:00Z'],
    [d('2024-05-19'), t('week'), '2024-05-13'],
    [d('2024-05-20'), t('week'), '2024-05-20'],
    [d('2024-05-17'), t('month'), '2024-05-01'],
    [d('2024-05-17'), t('day'), '2024-05-17'],
    [never, t('day'), null],
    [d(null), t('year'), null],
  ],
  dateOf: [
    [noon, '2024-05-17'],
    [at('2024-05-17T23:59:59.999999Z'), '2024-05-17'],
    [never, null],
  ],
  timeOf: [
    [d('2024-05-17'), '2024-05-17T00:00:00Z'],
    [d(null), null],
  ],
  datePart: [
    [noon, t('year'), 2024],
    [noon, t('quarter'), 2],
    [noon, t('month'), 5],
    [noon, t('day'), 17],
    [noon, t('dayOfWeek'), 5],
    [d('2024-05-19'), t('dayOfWeek'), 7],
    [noon, t('dayOfYear'), 138],
    [noon, t('hour'), 12],
    [noon, t('minute'), 30],
    [d('2024-05-17'), t('hour'), 0],
    [never, t('hour'), null],
  ],
  hash52: [
    [t('abc'), 2_533_365_144_341_796],
    [t(''), 3_731_574_115_332_107],
    [t(null), null],
  ],
  bucket: [
    [noon, i(60), '2024-05-17T12:30:00Z'],
    [noon, i(900), '2024-05-17T12:30:00Z'],
    [noon, i(3600), '2024-05-17T12:00:00Z'],
    [noon, i(86_400), '2024-05-17T00:00:00Z'],
    [noon, i(604_800), '2024-05-13T00:00:00Z'],
    [noon, i(2_592_000), '2024-04-30T00:00:00Z'],
    [noon, i(25_200), '2024-05-17T09:00:00Z'],
    [at('2000-12-31T23:59:59.9Z'), i(86_400 * 3), '2000-12-29T00:00:00Z'],
    [at('2000-12-31T23:59:59.9Z'), i(7), '2000-12-31T23:59:53Z'],
    [at('2001-01-01T00:00:00Z'), i(7), '2001-01-01T00:00:00Z'],
    [never, i(900), null],
  ],
  bucketNumber: [
    [at('0001-01-01T00:00:00Z'), i(86_400), 0],
    [at('0001-01-01T23:59:59.999999Z'), i(86_400), 0],
    [at('0001-01-02T00:00:00Z'), i(86_400), 1],
    [at('1970-01-01T00:00:00Z'), i(86_400), 719_162],
    [at('2000-12-31T23:59:59.9Z'), i(86_400), 730_484],
    [at('2001-01-01T00:00:00Z'), i(86_400), 730_485],
    [noon, i(648_000), 98_536],
    [never, i(900), null],
  ],
}

/** The arguments that the language wants as literals, by position. */
export const literalPlaces: Readonly<Partial<Record<FunctionName, readonly number[]>>> = {
  round: [1],
  in: [1, 2],
  substring: [1, 2],
  matches: [1],
  elapsed: [2],
  truncate: [1],
  datePart: [1],
  bucket: [1],
  bucketNumber: [1],
}
