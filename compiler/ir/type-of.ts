import { absurd } from '../base/diagnostic.ts'
import { functions } from './functions.ts'
import type { Node } from './scalar.ts'
import type { Type } from './type.ts'
import { date, flag, float, int, text, time } from './type.ts'

/**
 * The type of an elaborated expression: one whose operands `types` of analyze has brought to common types by casts.
 * Exact sums and products are wrapped in a cast, so that what is left of them here is of their operands' type.
 */
export function typeOf<L extends { readonly kind: string }>(node: Node<L>, leaf: (l: L) => Type): Type {
  const n = node as Node<never> | { readonly kind: 'other' }
  switch (n.kind) {
    case 'literal':
    case 'cast':
    case 'json':
    case 'raw':
      return n.type
    case 'case':
      return typeOf<L>((n.arms.find(([, then]) => !isNullLiteral(then))?.[1] ?? n.otherwise ?? n.arms[0]![1]) as Node<L>, leaf)
    case 'call':
      return resultType(n.fn, n.args as readonly Node<L>[], leaf)
    default:
      return leaf(node as L)
  }
}

function isNullLiteral(n: Node<never>): boolean {
  return n.kind === 'literal' && n.value === null
}

function resultType<L extends { readonly kind: string }>(fn: keyof typeof functions, args: readonly Node<L>[], leaf: (l: L) => Type): Type {
  const result = functions[fn].result
  switch (result) {
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
      return typeOf(args[0]!, leaf)
    default:
      return absurd(result)
  }
}
