import type { Scalar } from '../ir/scalar.ts'
import { addMethods, prototype } from './expression/expression.ts'
import { call, constantOf, mistake, operand, surplusOf } from './expression/node.ts'
import { part } from './part.ts'
import type { Constant } from './value.ts'

/** What a dataset is to predict: a value over the time after the point. It belongs to a dataset and to nothing else. */
export interface Label<T, in E> {
  readonly '~label': T
  readonly '~entity': (e: E) => void
  /** Greater. @example sum(deliveries.c.revenue_usd).next('90d').gt(0) */
  gt(value: number): Label<boolean, E>
  gte(value: number): Label<boolean, E>
  lt(value: number): Label<boolean, E>
  lte(value: number): Label<boolean, E>
  eq(value: Constant<T>): Label<boolean, E>
  /** The constant where it is NULL. */
  default(value: Constant<T>): Label<T, E>
}

interface LabelPart {
  /** What stands where a label was given as a feature. */
  readonly node: Scalar
  readonly label: Scalar
}

const misplaced = mistake('a label, which looks into the future', 'a feature; labels belong to a dataset')
const labelPrototype = Object.create(prototype, { [part]: { value: 'label' } }) as object
const comparisons = ['gt', 'gte', 'lt', 'lte', 'eq'] as const

addMethods(
  labelPrototype,
  Object.fromEntries(
    comparisons.map(fn => [
      fn,
      function (this: LabelPart, value: unknown, ...more: readonly unknown[]) {
        return label(surplusOf(`.${fn}`, 0, more) ?? call(fn, [this.label, operand(value, 'a constant')]))
      },
    ]),
  ),
)
addMethods(labelPrototype, {
  default(this: LabelPart, value: unknown) {
    return label(call('coalesce', [this.label, constantOf(value, 'a constant')]))
  },
})

export function label<X = LabelPart>(of: Scalar): X {
  const made = Object.create(labelPrototype) as { -readonly [K in keyof LabelPart]: LabelPart[K] }
  made.node = misplaced
  made.label = of
  return Object.freeze(made) as X
}

/** The expression of a label. */
export function labelNode(given: object): Scalar {
  return (given as unknown as LabelPart).label
}
