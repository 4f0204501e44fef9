import type { Scalar, ScalarLeaf } from '../../compiler/ir/scalar.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { call } from './functions.ts'
import type { Value } from './value.ts'
import { asFloat, day, decimal, decimalText, instant, isDecimal, isExactNumber, isoOf, microsOf, parseCell, rescale, show } from './value.ts'

/**
 * What class of number an expression has: a choice between an integer and a float is a float whatever branch is taken.
 * A comparison needs no class, for numbers compare by value.
 */
export type NumberClass = 'int' | 'decimal' | 'float' | 'other'

/** What the leaves of an expression are, in one scope: a row, a point, or nothing at all. */
export interface Scope {
  readonly value: (leaf: ScalarLeaf) => Value
  readonly numberClass: (leaf: ScalarLeaf) => NumberClass
}

export function evaluate(node: Scalar, scope: Scope): Value {
  switch (node.kind) {
    case 'literal':
      return parseCell(node.value, node.type)
    case 'call':
      return inClass(
        call(
          node.fn,
          node.args.map(a => evaluate(a, scope)),
        ),
        classOf(node, scope),
      )
    case 'cast':
      return cast(evaluate(node.of, scope), node.type, node.lenient)
    case 'case': {
      const arm = node.arms.find(([when]) => evaluate(when, scope) === true)
      const chosen = arm === undefined ? node.otherwise : arm[1]
      return chosen === null ? null : inClass(evaluate(chosen, scope), classOf(node, scope))
    }
    case 'json':
      return jsonAt(evaluate(node.of, scope), node.path, node.type)
    case 'raw':
      throw new Error('the oracle does not run SQL')
    default:
      return scope.value(node)
  }
}

/** The class of an expression's numbers. */
export function classOf(node: Scalar, scope: Scope): NumberClass {
  switch (node.kind) {
    case 'literal':
    case 'cast':
    case 'json':
      return classOfType(node.type)
    case 'case':
      return common([...node.arms.map(a => a[1]), ...(node.otherwise === null ? [] : [node.otherwise])], scope)
    case 'raw':
      return classOfType(node.type)
    case 'call':
      return classOfCall(node, scope)
    default:
      return scope.numberClass(node)
  }
}

export function classOfType(type: Type): NumberClass {
  return type.kind === 'int' || type.kind === 'decimal' || type.kind === 'float' ? type.kind : 'other'
}

function classOfCall(node: Scalar & { kind: 'call' }, scope: Scope): NumberClass {
  switch (node.fn) {
    case 'plus':
    case 'minus':
    case 'times':
    case 'coalesce':
    case 'greatest':
    case 'least':
    case 'greatestKnown':
    case 'leastKnown':
      return common(node.args, scope)
    case 'negate':
    case 'abs':
    case 'round':
    case 'nullIf':
      return classOf(node.args[0]!, scope)
    case 'floor':
    case 'ceil':
    case 'length':
    case 'daysBetween':
    case 'datePart':
      return 'int'
    case 'divide':
    case 'ln':
    case 'exp':
    case 'sqrt':
    case 'power':
    case 'elapsed':
      return 'float'
    default:
      return 'other'
  }
}

function common(nodes: readonly Scalar[], scope: Scope): NumberClass {
  const classes = nodes.filter(n => !(n.kind === 'literal' && n.value === null)).map(n => classOf(n, scope))
  return (['float', 'decimal', 'int'] as const).find(c => classes.includes(c)) ?? 'other'
}

function inClass(v: Value, c: NumberClass): Value {
  if (c === 'float' && isExactNumber(v)) return asFloat(v)
  return c === 'decimal' && typeof v === 'bigint' ? { kind: 'decimal', units: v, scale: 0 } : v
}

/** A cast; text that does not parse is NULL where it is lenient. */
export function cast(v: Value, type: Type, lenient: boolean): Value {
  if (v === null) return null
  try {
    return convert(v, type)
  } catch (error) {
    if (lenient) return null
    throw error
  }
}

function convert(v: Exclude<Value, null>, type: Type): Value {
  switch (type.kind) {
    case 'text':
      return toText(v)
    case 'float':
      return typeof v === 'string' ? numberIn(v) : asFloat(v)
    case 'int':
      return typeof v === 'number' ? BigInt(Math.sign(v) * Math.round(Math.abs(v))) : typeof v === 'bigint' ? v : rescale(exact(v), 0).units
    case 'decimal':
      return typeof v === 'number' ? rescale(decimal(v.toFixed(12)), type.scale) : rescale(exact(v), type.scale)
    case 'flag':
      return typeof v === 'boolean' ? v : parseFlag(toText(v))
    case 'date':
      return typeof v === 'object' && v.kind === 'day' ? v : day(Math.floor(Number(momentIn(v)) / 86_400_000_000))
    case 'time':
      return instant(momentIn(v))
    case 'json':
      return { kind: 'json', value: v }
  }
}

function exact(v: Exclude<Value, null>): ReturnType<typeof decimal> {
  if (isDecimal(v)) return v
  return typeof v === 'bigint' ? { kind: 'decimal', units: v, scale: 0 } : decimal(toText(v))
}

function numberIn(text: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`no number: ${text}`)
  return Number(text)
}

function parseFlag(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Error(`no flag: ${text}`)
  return text === 'true'
}

function momentIn(v: Exclude<Value, null>): bigint {
  if (typeof v === 'string') return microsOf(v)
  if (typeof v === 'object' && v.kind === 'day') return BigInt(v.days) * 86_400_000_000n
  if (typeof v === 'object' && v.kind === 'instant') return v.micros
  throw new Error(`no moment: ${show(v)}`)
}

function toText(v: Exclude<Value, null>): string {
  if (typeof v === 'string') return v
  if (typeof v === 'number' || typeof v === 'boolean' || typeof v === 'bigint') return String(v)
  if (v.kind === 'decimal') return decimalText(v)
  return v.kind === 'json' ? JSON.stringify(v.value) : v.kind === 'day' ? show(v) : isoOf(v.micros).replace('T', ' ')
}

/** The value at a path, as a type; NULL where there is none, where it is a JSON null, or where it does not convert. */
function jsonAt(v: Value, path: readonly string[], type: Type): Value {
  if (v === null || typeof v !== 'object' || v.kind !== 'json') return null
  let at: unknown = v.value
  for (const step of path) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined
  if (at === undefined || at === null) return null
  if (type.kind === 'json') return { kind: 'json', value: at }
  if (typeof at === 'object') return type.kind === 'text' ? JSON.stringify(at) : null
  return cast(typeof at === 'number' && type.kind !== 'float' ? decimal(String(at)) : (at as Value), type, true)
}
