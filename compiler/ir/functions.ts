/**
 * The functions of the expression language: one name, one meaning on both engines. `types.ts` of analyze checks the
 * arguments and inserts casts, so that a printer needs no types; the printers hold one template per name and dialect.
 * `version` is semantic: it grows when the same name means something else, and enters every hash that rests on it.
 */
interface FunctionSpec {
  readonly version: number
  /** Argument shapes: 'number' any numeric, 'same' of one common type, 'any' anything; a last entry with '...' repeats. */
  readonly args: readonly ArgumentShape[]
  readonly result: ResultShape
  readonly doc: string
}
type ArgumentShape = 'number' | 'float' | 'int' | 'text' | 'flag' | 'date' | 'time' | 'moment' | 'same' | 'any' | '...flag' | '...same' | '...text' | 'literal'
type ResultShape = 'flag' | 'text' | 'int' | 'float' | 'date' | 'time' | 'first' | 'common' | 'sum' | 'product'

function spec<const F extends Readonly<Record<string, FunctionSpec>>>(f: F): F {
  return f
}

export const functions = spec({
  // arithmetic: exact for integers and decimals; a float where one operand is a float or the exact result would not fit
  plus: { version: 1, args: ['number', 'number'], result: 'sum', doc: 'a + b' },
  minus: { version: 1, args: ['number', 'number'], result: 'sum', doc: 'a - b' },
  times: { version: 1, args: ['number', 'number'], result: 'product', doc: 'a * b' },
  divide: { version: 1, args: ['float', 'float'], result: 'float', doc: 'a / b as float; NULL where b is 0' },
  negate: { version: 1, args: ['number'], result: 'first', doc: '-a' },
  abs: { version: 1, args: ['number'], result: 'first', doc: 'the absolute value' },
  round: { version: 1, args: ['number', 'literal'], result: 'first', doc: 'rounded to d decimals, halves away from zero' },
  floor: { version: 1, args: ['number'], result: 'int', doc: 'the greatest integer that is no greater' },
  ceil: { version: 1, args: ['number'], result: 'int', doc: 'the least integer that is no less' },
  ln: { version: 1, args: ['float'], result: 'float', doc: 'natural logarithm; NULL at and below 0' },
  exp: { version: 1, args: ['float'], result: 'float', doc: 'e to the power' },
  sqrt: { version: 1, args: ['float'], result: 'float', doc: 'square root; NULL below 0' },
  power: { version: 1, args: ['float', 'float'], result: 'float', doc: 'a to the power b; NULL where it is no real number' },
  // comparison and logic, three-valued
  eq: { version: 1, args: ['same', 'same'], result: 'flag', doc: 'equal' },
  ne: { version: 1, args: ['same', 'same'], result: 'flag', doc: 'not equal' },
  lt: { version: 1, args: ['same', 'same'], result: 'flag', doc: 'less' },
  lte: { version: 1, args: ['same', 'same'], result: 'flag', doc: 'less or equal' },
  gt: { version: 1, args: ['same', 'same'], result: 'flag', doc: 'greater' },
  gte: { version: 1, args: ['same', 'same'], result: 'flag', doc: 'greater or equal' },
  in: { version: 1, args: ['same', '...same'], result: 'flag', doc: 'equal to one of the literals' },
  and: { version: 1, args: ['flag', '...flag'], result: 'flag', doc: 'all are true' },
  or: { version: 1, args: ['flag', '...flag'], result: 'flag', doc: 'one is true' },
  not: { version: 1, args: ['flag'], result: 'flag', doc: 'the opposite' },
  isNull: { version: 1, args: ['any'], result: 'flag', doc: 'true where there is no value' },
  sameAs: { version: 1, args: ['same', 'same'], result: 'flag', doc: 'equal, where two NULLs are equal too: never NULL' },
  // choice
  coalesce: { version: 1, args: ['same', '...same'], result: 'common', doc: 'the first that is not NULL' },
  nullIf: { version: 1, args: ['same', 'same'], result: 'first', doc: 'NULL where both are equal, else the first' },
  greatest: { version: 1, args: ['same', '...same'], result: 'common', doc: 'the greatest; NULL if one is NULL' },
  least: { version: 1, args: ['same', '...same'], result: 'common', doc: 'the least; NULL if one is NULL' },
  greatestKnown: { version: 1, args: ['same', '...same'], result: 'common', doc: 'the greatest of those that are not NULL' },
  leastKnown: { version: 1, args: ['same', '...same'], result: 'common', doc: 'the least of those that are not NULL' },
  // text
  concat: { version: 1, args: ['text', '...text'], result: 'text', doc: 'joined; NULL if one is NULL' },
  lower: { version: 1, args: ['text'], result: 'text', doc: 'in lower case' },
  upper: { version: 1, args: ['text'], result: 'text', doc: 'in upper case' },
  trim: { version: 1, args: ['text'], result: 'text', doc: 'without spaces around it' },
  length: { version: 1, args: ['text'], result: 'int', doc: 'number of characters' },
  substring: { version: 1, args: ['text', 'literal', 'literal'], result: 'text', doc: 'n characters from the i-th on, the first being 1' },
  matches: { version: 1, args: ['text', 'literal'], result: 'flag', doc: 'the whole text matches the regular expression' },
  // time; a moment is a date or a timestamp
  elapsed: { version: 1, args: ['time', 'time', 'literal'], result: 'float', doc: 'from a to b in seconds, minutes, hours or days, with fraction' },
  daysBetween: { version: 1, args: ['date', 'date'], result: 'int', doc: 'from date a to date b in days' },
  timePlus: { version: 1, args: ['time', 'int'], result: 'time', doc: 'b seconds later' },
  datePlus: { version: 1, args: ['date', 'int'], result: 'date', doc: 'b days later' },
  truncate: { version: 1, args: ['moment', 'literal'], result: 'first', doc: 'the start of its minute, hour, day, ISO week, month, quarter or year' },
  dateOf: { version: 1, args: ['time'], result: 'date', doc: 'the day of a timestamp' },
  timeOf: { version: 1, args: ['date'], result: 'time', doc: 'midnight of a date' },
  datePart: { version: 1, args: ['moment', 'literal'], result: 'int', doc: 'year, quarter, month, day, dayOfWeek (Monday 1), dayOfYear, hour or minute' },
  /** The first 52 bits of the MD5 of a text: alike on every engine, and no whole number too large for a float. */
  hash52: { version: 1, args: ['text'], result: 'int', doc: 'a number from 0 to 2^52 - 1 that looks random' },
  /** The multiple of b seconds since 2001-01-01 at or before a; literal b. */
  bucket: { version: 1, args: ['time', 'literal'], result: 'time', doc: 'the start of its span of b seconds since 2001-01-01' },
  /** How many spans of b seconds are over since the year 1; literal b. */
  bucketNumber: { version: 1, args: ['time', 'literal'], result: 'int', doc: 'the number of its span of b seconds since 0001-01-01, the first being 0' },
})

export type FunctionName = keyof typeof functions
export type { ArgumentShape, FunctionSpec, ResultShape }
