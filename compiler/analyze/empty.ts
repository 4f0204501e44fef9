import type { Address } from '../base/address.ts'
import { aggregates } from '../ir/aggregates.ts'
import type { FunctionName } from '../ir/functions.ts'
import type { Literal, Scalar, ScalarLeaf } from '../ir/scalar.ts'
import { integer, literal } from '../ir/terms.ts'
import type { Type } from '../ir/type.ts'
import { flag } from '../ir/type.ts'
import { typeOf } from '../ir/type-of.ts'

/** The types of leaves, and the empty values of the features that an expression reads. */
export interface EmptyScope {
  readonly leaf: (leaf: ScalarLeaf) => Type
  readonly feature: (ref: Address) => Scalar
}

/**
 * What a missing row means for a feature: its elaborated expression over no rows. Counts are 0, a lookup finds
 * no row, everything else that is read is NULL, the point of the row that is missing too; what follows from NULLs alone
 * is folded, so that chains of features stay short.
 */
export function emptyOf(n: Scalar, s: EmptyScope): Scalar {
  switch (n.kind) {
    case 'literal':
      return n
    case 'call':
      return foldCall(
        n.fn,
        n.args.map(a => emptyOf(a, s)),
        n.args,
        s,
      )
    case 'cast': {
      const of = emptyOf(n.of, s)
      return isNull(of) ? literal(null, n.type) : { ...n, of }
    }
    case 'json':
      return literal(null, n.type)
    case 'case':
      return foldCase(n, s)
    case 'raw': {
      const body = (parts: readonly (string | Scalar)[]): readonly (string | Scalar)[] => parts.map(p => (typeof p === 'string' ? p : emptyOf(p, s)))
      return { ...n, bodies: { snowflake: body(n.bodies.snowflake), duckdb: body(n.bodies.duckdb) } }
    }
    default:
      return emptyLeaf(n, s)
  }
}

function emptyLeaf(n: ScalarLeaf, s: EmptyScope): Scalar {
  if (n.kind === 'window' && aggregates[n.aggregate].empty === 'zero') return integer(0)
  if (n.kind === 'feature') return s.feature(n.ref)
  // its keys are read like everything else, and find no row
  if (n.kind === 'lookup') return emptyOf(n.of, s)
  return n.kind === 'request' ? n : literal(null, s.leaf(n))
}

function isNull(n: Scalar): boolean {
  return n.kind === 'literal' && n.value === null
}

/** Functions that can give a value although an argument is NULL. */
const notStrict: ReadonlySet<FunctionName> = new Set<FunctionName>(['and', 'or', 'isNull', 'sameAs', 'coalesce', 'nullIf', 'greatestKnown', 'leastKnown', 'in'])

function foldCall(fn: FunctionName, args: readonly Scalar[], before: readonly Scalar[], s: EmptyScope): Scalar {
  if (fn === 'coalesce') {
    const known = args.filter(a => !isNull(a))
    const first = known[0]
    return first === undefined ? args[0]! : first.kind === 'literal' || known.length === 1 ? first : { kind: 'call', fn, args: known }
  }
  if (fn === 'isNull' && args[0]!.kind === 'literal') return literal(isNull(args[0]!), flag)
  if (!notStrict.has(fn) && args.some(isNull)) {
    return literal(null, typeOf<ScalarLeaf>({ kind: 'call', fn, args: before }, s.leaf))
  }
  if (args.every(a => a.kind === 'literal') && (fn === 'not' || fn === 'and' || fn === 'or')) return foldLogic(fn, args)
  return { kind: 'call', fn, args }
}

function foldLogic(fn: 'not' | 'and' | 'or', args: readonly Literal[]): Scalar {
  const values = args.map(a => a.value)
  if (fn === 'not') return literal(values[0] === null ? null : !values[0], flag)
  const decides = fn === 'or'
  return literal(values.includes(decides) ? decides : values.includes(null) ? null : !decides, flag)
}

function foldCase(n: Extract<Scalar, { kind: 'case' }>, s: EmptyScope): Scalar {
  const arms: (readonly [Scalar, Scalar])[] = []
  for (const [when, then] of n.arms) {
    const condition = emptyOf(when, s)
    if (condition.kind === 'literal') {
      if (condition.value !== true) continue
      const chosen = emptyOf(then, s)
      return arms.length === 0 ? chosen : { kind: 'case', arms, otherwise: chosen }
    }
    arms.push([condition, emptyOf(then, s)])
  }
  const otherwise = n.otherwise === null ? null : emptyOf(n.otherwise, s)
  if (arms.length > 0) return { kind: 'case', arms, otherwise }
  return otherwise ?? literal(null, typeOf<ScalarLeaf>(n, s.leaf))
}
