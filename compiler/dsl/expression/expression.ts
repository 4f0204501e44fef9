import type { FeatureMeta } from '../../ir/definition.ts'
import type { Scalar } from '../../ir/scalar.ts'
import { featureMetaOf } from '../meta.ts'
import { part } from '../part.ts'
import { flagMethods } from './flag.ts'
import { jsonMethods } from './json.ts'
import { momentMethods } from './moment.ts'
import { call, constantOf, invalid, surplusOf } from './node.ts'
import { numMethods } from './num.ts'
import { textMethods } from './text.ts'
import { valueMethods } from './value.ts'

/** An expression at run time: its node, and what `.with` said about it. */
export interface Expression {
  readonly node: Scalar
  readonly meta: FeatureMeta | null
  /** Of each version, where the node is `versions`. */
  readonly versionMeta: Readonly<Record<string, FeatureMeta>> | null
}

type Method = (node: Scalar, ...given: readonly unknown[]) => Scalar

/**
 * One prototype for every expression, whatever its type: at run time each has all methods, so that a mistake that types
 * would have stopped (`.plus` of a text) is recorded and reported with everything else instead of thrown.
 */
export const prototype: object = Object.create(Object.prototype, { [part]: { value: 'expression' } }) as object

export function addMethods(target: object, methods: Readonly<Record<string, (this: never, ...given: never[]) => unknown>>): void {
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(target, name, { value })
}

const methods = { ...valueMethods, ...numMethods, ...textMethods, ...flagMethods, ...momentMethods, ...jsonMethods } as Readonly<Record<string, Method>>
/** How many arguments methods take whose parameters do not tell. */
const most: Readonly<Record<string, number>> = { in: Infinity, notIn: Infinity, bucketize: Infinity, round: 1, toNumber: 2 }
addMethods(
  prototype,
  Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      function (this: Expression, ...given: readonly unknown[]) {
        return expression(surplusOf(`.${name}`, most[name] ?? method.length - 1, given) ?? method(this.node, ...given))
      },
    ]),
  ),
)

addMethods(prototype, {
  default(this: Expression, value: unknown, ...more: readonly unknown[]) {
    return expression(withDefault(this.node, surplusOf('.default', 0, more) ?? constantOf(value, 'a constant')), this.meta, this.versionMeta)
  },
  with(this: Expression, meta: unknown) {
    return expression(this.node, Object.freeze({ ...this.meta, ...featureMetaOf(meta) }), this.versionMeta)
  },
  where: noAggregate,
  over: noAggregate,
  next: noAggregate,
})

/** An expression of a node. The type parameter is what authors see of it. */
export function expression<X = Expression>(node: Scalar, meta: FeatureMeta | null = null, versionMeta: Expression['versionMeta'] = null): X {
  const made = Object.create(prototype) as { -readonly [K in keyof Expression]: Expression[K] }
  made.node = node
  made.meta = meta
  made.versionMeta = versionMeta
  return Object.freeze(made) as X
}

/** The default of versions side by side is that of each. */
function withDefault(node: Scalar, value: Scalar): Scalar {
  if (node.kind !== 'versions') return call('coalesce', [node, value])
  const of = Object.fromEntries(Object.entries(node.of).map(([n, version]) => [n, call('coalesce', [version, value])]))
  return Object.freeze({ ...node, of: Object.freeze(of) })
}

function noAggregate(this: Expression): Expression {
  return this.node.kind === 'invalid' ? this : expression(invalid(this, 'an aggregate, such as sum(value), before .where, .over or .next'))
}
