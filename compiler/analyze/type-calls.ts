import { day } from '../base/duration.ts'
import { nearest } from '../base/near.ts'
import type { ArgumentShape, FunctionName } from '../ir/functions.ts'
import { functions } from '../ir/functions.ts'
import type { Literal, Scalar } from '../ir/scalar.ts'
import { call, cast, integer } from '../ir/terms.ts'
import type { Type } from '../ir/type.ts'
import { date, decimal, flag, float, int, isNumeric, text, time, typeName } from '../ir/type.ts'
import type { Report } from './mistakes.ts'
import { shown } from './mistakes.ts'
import type { Typed } from './typed.ts'
import { asDecimal, coerce, commonOf, literalType } from './typed.ts'

/** Types a call whose arguments are typed: checks them, inserts casts, and gives exact arithmetic a declared result. */
export function typeCall(fn: FunctionName, args: readonly Typed[], report: Report): Typed | null {
  if (fn === 'plus' || fn === 'minus' || fn === 'times') return arithmetic(fn, args, report)
  if (fn === 'timePlus' && args[0]?.type.kind === 'date') return datePlus(args, report)
  const shapes = functions[fn].args as readonly ArgumentShape[]
  if (!checkCount(fn, shapes, args.length, report) || !checkLiterals(fn, shapes, args, report)) return null
  const fitted = shapes.some(s => s === 'same' || s === '...same') ? fitCommon(fn, args, report) : fitEach(fn, shapes, args, report)
  return fitted === null ? null : finish(fn, fitted)
}

function shapeAt(shapes: readonly ArgumentShape[], i: number): ArgumentShape {
  return shapes[Math.min(i, shapes.length - 1)]!
}

function checkCount(fn: FunctionName, shapes: readonly ArgumentShape[], count: number, report: Report): boolean {
  const repeats = shapes.at(-1)!.startsWith('...')
  const least = repeats ? shapes.length - 1 : shapes.length
  const good = count >= Math.max(1, least) && (repeats || count === shapes.length)
  const found = count < shapes.length ? 'missing' : 'one too many'
  if (!good) report('F340', { fn, position: Math.min(count, shapes.length) + 1, found, expected: `${least} arguments` })
  return good
}

// ---- arguments of fixed types

function fitEach(fn: FunctionName, shapes: readonly ArgumentShape[], args: readonly Typed[], report: Report): Typed[] | null {
  const fitted: Typed[] = []
  args.forEach((arg, i) => {
    const shape = shapeAt(shapes, i).replace('...', '') as ArgumentShape
    const result = fitOne(shape, arg, report)
    if (result === undefined) report('F340', { fn, position: i + 1, found: describe(arg), expected: expectedOf(shape) })
    else if (result !== null) fitted.push(result)
  })
  return fitted.length === args.length ? fitted : null
}

export function describe(t: Typed): string {
  return t.expr.kind === 'literal' ? (t.expr.value === null ? 'NULL' : shown(t.expr.value)) : typeName(t.type)
}

function expectedOf(shape: ArgumentShape): string {
  switch (shape) {
    case 'number':
    case 'float':
      return 'a number'
    case 'int':
      return 'an integer'
    case 'text':
      return 'a text'
    case 'flag':
      return 'a boolean'
    case 'date':
      return 'a date'
    case 'time':
      return 'a timestamp'
    case 'moment':
      return 'a date or a timestamp'
    default:
      return 'a value'
  }
}

/** The argument in the shape; undefined: it does not fit; null: already reported. */
function fitOne(shape: ArgumentShape, arg: Typed, report: Report): Typed | null | undefined {
  const { kind } = arg.type
  const isText = arg.expr.kind === 'literal' && kind === 'text'
  switch (shape) {
    case 'any':
    case 'literal':
      return arg
    case 'number':
      return isNumeric(arg.type) ? arg : undefined
    case 'float':
      return isNumeric(arg.type) ? coerce(arg, float, report) : undefined
    case 'int':
      return kind === 'int' ? arg : undefined
    case 'text':
      return kind === 'text' ? arg : undefined
    case 'flag':
      return kind === 'flag' ? arg : undefined
    case 'date':
      return kind === 'date' ? arg : isText ? coerce(arg, date, report) : undefined
    case 'time':
      return kind === 'time' || kind === 'date' || isText ? coerce(arg, time, report) : undefined
    case 'moment':
      return kind === 'time' || kind === 'date' ? arg : undefined
    default:
      return undefined
  }
}

// ---- arguments of one common type

function fitCommon(fn: FunctionName, args: readonly Typed[], report: Report): Typed[] | null {
  const common = commonOf(args)
  if (common === null) {
    reportMismatch(fn, args, report)
    return null
  }
  if (common.kind === 'json') {
    report('F340', { fn, position: 1, found: typeName(common), expected: 'a value that can be compared: take a field by get()' })
    return null
  }
  if (compares.has(fn) && common.kind === 'text' && !checkCategory(args, report)) return null
  const fitted = args.map(a => coerce(a, common, report))
  return fitted.every(a => a !== null) ? fitted : null
}

const compares: ReadonlySet<FunctionName> = new Set<FunctionName>(['eq', 'ne', 'in', 'sameAs', 'nullIf'])

function reportMismatch(fn: FunctionName, args: readonly Typed[], report: Report): void {
  const last = args.at(-1)!
  if (fn === 'coalesce' && args.length === 2 && last.expr.kind === 'literal') report('F346', { value: shown(last.expr.value), type: typeName(args[0]!.type) })
  else report('F341', { fn, types: [...new Set(args.map(describe))] })
}

/** A literal compared with a category is one of its values. */
function checkCategory(args: readonly Typed[], report: Report): boolean {
  const values = args.find(a => a.expr.kind !== 'literal' && a.values !== null)?.values ?? null
  if (values === null || args.some(a => a.expr.kind !== 'literal' && a.values === null)) return true
  let good = true
  for (const a of args) {
    if (a.expr.kind !== 'literal' || typeof a.expr.value !== 'string' || values.includes(a.expr.value)) continue
    report('F342', { value: a.expr.value, values, near: nearest(a.expr.value, values) })
    good = false
  }
  return good
}

// ---- literal arguments

const unitsOf: Partial<Readonly<Record<FunctionName, readonly string[]>>> = {
  elapsed: ['seconds', 'minutes', 'hours', 'days'],
  truncate: ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'],
  datePart: ['year', 'quarter', 'month', 'day', 'dayOfWeek', 'dayOfYear', 'hour', 'minute'],
}

function checkLiterals(fn: FunctionName, shapes: readonly ArgumentShape[], args: readonly Typed[], report: Report): boolean {
  let good = true
  const literalArgs = shapes.flatMap((s, i) => (s === 'literal' ? [args[i]!] : []))
  for (const { expr } of fn === 'in' ? args.slice(1) : literalArgs) {
    const problem = expr.kind !== 'literal' ? ['a literal'] : fn === 'in' ? null : wrongLiteral(fn, expr)
    if (problem === null) continue
    report('F212', { fn, found: expr.kind === 'literal' ? shown(expr.value) : 'an expression', expected: problem })
    good = false
  }
  return good
}

/** What the literal should have been, or null where it is good. */
function wrongLiteral(fn: FunctionName, l: Literal): readonly string[] | null {
  const units = unitsOf[fn]
  if (units !== undefined) return typeof l.value === 'string' && units.includes(l.value) ? null : units
  const whole = typeof l.value === 'number' && Number.isSafeInteger(l.value) ? l.value : null
  switch (fn) {
    case 'round':
      return whole !== null && whole >= 0 && whole <= 18 ? null : ['a whole number of decimals from 0 to 18']
    case 'substring':
      return whole !== null && whole >= 0 ? null : ['a whole number that is not negative']
    case 'bucket':
    case 'bucketNumber':
      return whole !== null && whole > 0 ? null : ['a positive number of seconds']
    case 'matches':
      return typeof l.value === 'string' && isPattern(l.value) ? null : ['a regular expression']
    default:
      return null
  }
}

function isPattern(pattern: string): boolean {
  try {
    void new RegExp(pattern)
    return true
  } catch {
    return false
  }
}

// ---- arithmetic

type Arithmetic = 'plus' | 'minus' | 'times'

/**
 * int with int stays int. Exact operands with a decimal give the decimal that holds every result, or a float where a
 * product would not fit; a sum at 38 digits fails loudly on both engines. A float makes the result a float.
 */
function arithmetic(fn: Arithmetic, args: readonly Typed[], report: Report): Typed | null {
  if (args.length !== 2) {
    report('F340', { fn, position: args.length + 1, found: args.length < 2 ? 'missing' : 'one too many', expected: '2 arguments' })
    return null
  }
  const numbers = fitEach(fn, ['number', 'number'], args, report)
  if (numbers === null) return null
  const [a, b] = numbers as [Typed, Typed]
  const nullable = a.nullable || b.nullable
  const result = (x: Scalar, y: Scalar, type: Type, wrap: boolean): Typed => {
    const expr = call(fn, x, y)
    return { expr: wrap ? cast(expr, type) : expr, type, nullable, values: null }
  }
  if (a.type.kind === 'int' && b.type.kind === 'int') return result(a.expr, b.expr, int, false)
  const exact = a.type.kind === 'float' || b.type.kind === 'float' ? null : exactResult(fn, digitsOf(a), digitsOf(b))
  if (exact === null) {
    const [x, y] = [coerce(a, float, report), coerce(b, float, report)]
    return x === null || y === null ? null : result(x.expr, y.expr, float, false)
  }
  const [x, y] = [exactOperand(a, report), exactOperand(b, report)]
  return x === null || y === null ? null : result(x.expr, y.expr, exact, true)
}

function digitsOf(t: Typed): { readonly precision: number; readonly scale: number } {
  return asDecimal(t.expr.kind === 'literal' ? literalType(t.expr) : t.type)
}

function exactOperand(t: Typed, report: Report): Typed | null {
  const { precision, scale } = digitsOf(t)
  return coerce(t, decimal(precision, scale), report)
}

function exactResult(fn: Arithmetic, a: { precision: number; scale: number }, b: { precision: number; scale: number }): Type | null {
  if (fn === 'times') {
    const [precision, scale] = [a.precision + b.precision, a.scale + b.scale]
    return precision <= 38 && scale <= 12 ? decimal(precision, scale) : null
  }
  const scale = Math.max(a.scale, b.scale)
  return decimal(Math.min(38, Math.max(a.precision - a.scale, b.precision - b.scale) + scale + 1), scale)
}

/** A date moves by whole days and stays a date. */
function datePlus(args: readonly Typed[], report: Report): Typed | null {
  const [moment, length] = args as readonly [Typed, Typed | undefined]
  const seconds = length?.expr.kind === 'literal' ? Number(length.expr.value) : Number.NaN
  if (seconds % day === 0) return { ...moment, expr: call('datePlus', moment.expr, integer(seconds / day)), values: null }
  report('F340', { fn: 'timePlus', position: 2, found: length === undefined ? 'missing' : 'no whole number of days', expected: 'whole days beside a date' })
  return null
}

// ---- results

const neverNull: ReadonlySet<FunctionName> = new Set<FunctionName>(['isNull', 'sameAs'])
const maybeNull: ReadonlySet<FunctionName> = new Set<FunctionName>(['divide', 'ln', 'sqrt', 'power', 'nullIf'])
const nullIfAll: ReadonlySet<FunctionName> = new Set<FunctionName>(['coalesce', 'greatestKnown', 'leastKnown'])
const keepsValues: ReadonlySet<FunctionName> = new Set<FunctionName>(['coalesce', 'nullIf', 'greatest', 'least', 'greatestKnown', 'leastKnown'])

function finish(fn: FunctionName, args: readonly Typed[]): Typed {
  const type = resultType(fn, args)
  const nullable = neverNull.has(fn) ? false : maybeNull.has(fn) ? true : nullIfAll.has(fn) ? args.every(a => a.nullable) : args.some(a => a.nullable)
  const values = keepsValues.has(fn) && args.every(a => a.values !== null || isNullLiteral(a)) ? [...new Set(args.flatMap(a => a.values ?? []))] : null
  const plain: Scalar = call(fn, ...args.map(a => a.expr))
  return { expr: needsCast(fn, args) ? cast(plain, type) : plain, type, nullable, values }
}

function isNullLiteral(t: Typed): boolean {
  return t.expr.kind === 'literal' && t.expr.value === null
}

/** Where engines give results of different types, the type is said: whole numbers, and decimals that rounding can lengthen. */
function needsCast(fn: FunctionName, args: readonly Typed[]): boolean {
  return fn === 'floor' || fn === 'ceil' || (fn === 'round' && args[0]!.type.kind === 'decimal')
}

function resultType(fn: FunctionName, args: readonly Typed[]): Type {
  const first = args[0]!.type
  if (fn === 'round' && first.kind === 'decimal') return decimal(Math.min(38, first.precision + 1), first.scale)
  switch (functions[fn].result) {
    case 'flag':
      return flag
    case 'text':
      return text
    case 'int':
      return int
    case 'float':
      return float
    case 'date':
      return date
    case 'time':
      return time
    case 'first':
    case 'common':
    case 'sum':
    case 'product':
      return first
  }
}
