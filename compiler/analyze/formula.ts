import { shortName } from '../base/address.ts'
import { absurd } from '../base/diagnostic.ts'
import { formatDuration } from '../base/duration.ts'
import type { FunctionName } from '../ir/functions.ts'
import type { Literal, Scalar, ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import { typeName } from '../ir/type.ts'
import { sourceName } from './names.ts'

/** The declared expression in the words of the language, for people: `rate(deliveries.on_time) over 30d, default 0`. */
export function formulaOf(expr: Scalar): string {
  if (expr.kind === 'call' && expr.fn === 'coalesce' && expr.args.length === 2 && expr.args[1]!.kind === 'literal') {
    return `${formulaOf(expr.args[0]!)}, default ${literalText(expr.args[1]!)}`
  }
  return render(expr, 0)
}

const infix: Partial<Readonly<Record<FunctionName, readonly [sign: string, rank: number]>>> = {
  or: ['or', 1],
  and: ['and', 2],
  eq: ['=', 4],
  ne: ['<>', 4],
  lt: ['<', 4],
  lte: ['<=', 4],
  gt: ['>', 4],
  gte: ['>=', 4],
  plus: ['+', 5],
  minus: ['-', 5],
  times: ['*', 6],
  divide: ['/', 6],
}

/** `rank` is the binding strength of what stands around. */
function render(n: Scalar, rank: number): string {
  switch (n.kind) {
    case 'literal':
      return literalText(n)
    case 'call':
      return renderCall(n.fn, n.args, rank)
    case 'cast':
      return `${render(n.of, 9)} as ${typeName(n.type)}`
    case 'json':
      return `${render(n.of, 9)}.${n.path.join('.')}`
    case 'case':
      return renderCase(n)
    case 'raw':
      return `sql(${n.bodies.snowflake
        .map(p => (typeof p === 'string' ? p : render(p, 0)))
        .join('')
        .trim()})`
    default:
      return renderLeaf(n, rank)
  }
}

function literalText(l: Literal): string {
  return typeof l.value === 'string' && (l.type.kind === 'text' || l.type.kind === 'date' || l.type.kind === 'time') ? `'${l.value}'` : String(l.value)
}

function bracket(text: string, due: boolean): string {
  return due ? `(${text})` : text
}

function renderCall(fn: FunctionName, args: readonly Scalar[], rank: number): string {
  const sign = infix[fn]
  if (sign !== undefined) return bracket(args.map((a, i) => render(a, sign[1] + (i > 0 ? 1 : 0))).join(` ${sign[0]} `), rank > sign[1])
  switch (fn) {
    case 'not':
      return isNullTest(args[0]!) ?? bracket(`not ${render(args[0]!, 3)}`, rank > 3)
    case 'isNull':
      return bracket(`${render(args[0]!, 5)} is null`, rank > 4)
    case 'in':
      return bracket(
        `${render(args[0]!, 5)} in (${args
          .slice(1)
          .map(a => render(a, 0))
          .join(', ')})`,
        rank > 4,
      )
    case 'negate':
      return `-${render(args[0]!, 8)}`
    case 'elapsed':
      return `elapsed(${render(args[0]!, 0)} to ${render(args[1]!, 0)} in ${wordOf(args[2]!)})`
    default:
      return `${fn}(${args.map(a => render(a, 0)).join(', ')})`
  }
}

/** `not isNull(x)` reads better from the other side. */
function isNullTest(n: Scalar): string | null {
  return n.kind === 'call' && n.fn === 'isNull' ? `${render(n.args[0]!, 5)} is not null` : null
}

function wordOf(n: Scalar): string {
  return n.kind === 'literal' ? String(n.value) : render(n, 0)
}

function renderCase(n: Extract<Scalar, { kind: 'case' }>): string {
  const arms = n.arms.map(([when, then]) => `when ${render(when, 0)} then ${render(then, 0)}`)
  return `case ${arms.join(' ')}${n.otherwise === null ? '' : ` otherwise ${render(n.otherwise, 0)}`} end`
}

function renderLeaf(n: ScalarLeaf, rank: number): string {
  switch (n.kind) {
    case 'column':
      return `${lastPart(sourceName(n.source))}.${n.name}`
    case 'window':
      return bracket(renderWindow(n), rank > 0)
    case 'asOf':
      return `asOf(${render(n.of, 0)})`
    case 'feature':
      return shortName(n.ref) + (/@\d+$/.exec(n.ref)?.[0] ?? '')
    case 'lookup': {
      const keys = Object.entries(n.keys).map(([key, expr]) => `${key}: ${render(expr, 0)}`)
      return `${shortName(n.entity)}.at({ ${keys.join(', ')} }, ${render(n.of, 0)})`
    }
    case 'point':
      return 'the point'
    case 'request':
      return `request.${n.name}`
    case 'versions':
    case 'invalid':
      return '?'
    default:
      return absurd(n)
  }
}

function lastPart(source: string): string {
  return source.slice(source.lastIndexOf('.') + 1)
}

function renderWindow(w: WindowAggregate): string {
  const table = lastPart(sourceName(w.source))
  const inner = [w.of === null ? table : render(w.of, 0), ...(w.parameter === null ? [] : [String(w.parameter)]), ...(w.keepNulls ? ['keepNulls'] : [])]
  const role =
    w.keys === null
      ? ''
      : ` by ${Object.entries(w.keys)
          .map(([key, column]) => `${key} = ${column}`)
          .join(', ')}`
  const where = w.where === null ? '' : ` where ${render(w.where, 0)}`
  const span = w.length === 'lifetime' ? 'lifetime' : formatDuration(w.length)
  const offset = w.offset === 0 ? '' : ` before the last ${formatDuration(w.offset)}`
  return `${w.aggregate}(${inner.join(', ')})${role}${where} over ${span}${offset}${w.partial ? ', partial history' : ''}`
}
