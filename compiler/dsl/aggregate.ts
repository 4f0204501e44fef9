import { parseDuration } from '../base/duration.ts'
import type { AggregateName, Scalar, WindowAggregate } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import { addMethods, expression, prototype } from './expression/expression.ts'
import type { Any, Expr } from './expression/fluent.ts'
import { call, invalid, joined, mistake, nodeOf, surplusOf } from './expression/node.ts'
import type { Label } from './label.ts'
import { label } from './label.ts'
import { isRecord, part, partKind } from './part.ts'
import type { Rows } from './rows.ts'
import type { AllOk, EntityOf, Joint, Ok, ScopeOf } from './sentence.ts'
import type { Duration, Window } from './window.ts'
import { spanOf } from './window.ts'

export interface OverOptions {
  /** Compute over what history there is, where the window starts before it; else the value is NULL there. */
  readonly partial?: boolean
  /** How long before the point the window ends. */
  readonly offset?: Duration
}

/** An aggregate of rows of S: a feature once it has a window. */
export interface Agg<T, in S, in E> {
  readonly '~agg': T
  readonly '~scope': (s: S) => void
  readonly '~entity': (e: E) => void
  /** Only rows where the condition is true; several conditions must all be true. */
  where<C extends Any<boolean>, const R extends readonly Any<boolean>[]>(
    condition: C & Ok<S, E, C>,
    ...more: R & AllOk<S & ScopeOf<C>, E & EntityOf<C>, R>
  ): Agg<T, Joint<S & ScopeOf<C>, R, 'scope'>, Joint<E & EntityOf<C>, R, 'entity'>>
  /**
   * Over the rows of a window before the point: the feature.
   * @example sum(deliveries.c.km).over('30d')
   */
  over(window: Window | Duration | 'lifetime', options?: OverOptions): Expr<T, 'feature', E>
  /** Over the rows from the point on, the future: a label of a dataset, never a feature. The offset of a window is how long after the point it begins. */
  next(length: Window | Duration): Label<T, E>
}

/** An aggregate that still lacks its span of time. */
export type Draft = Omit<WindowAggregate, 'length' | 'offset' | 'partial'>

interface AggregatePart {
  /** What stands where an aggregate was given as a feature. */
  readonly node: Scalar
  /** Of `ratio` the dividend and the divisor, else one. */
  readonly drafts: readonly Draft[]
}

const windowless = mistake('an aggregate without a window', "a window: .over('30d')")
const aggregatePrototype = Object.create(prototype, { [part]: { value: 'aggregate' } }) as object

addMethods(aggregatePrototype, {
  where(this: AggregatePart, condition: unknown, ...more: readonly unknown[]) {
    const given = [condition, ...more].map(c => nodeOf(c, 'a condition on the rows')).reduce((a, b) => joined('and', a, b))
    return aggregate(this.drafts.map(d => ({ ...d, where: d.where === null ? given : joined('and', d.where, given) })))
  },
  over(this: AggregatePart, window: unknown, options: unknown = {}, ...more: readonly unknown[]) {
    return expression(surplusOf('.over', 0, more) ?? spanned(this.drafts, window, options))
  },
  next(this: AggregatePart, window: unknown, ...more: readonly unknown[]) {
    return label(surplusOf('.next', 0, more) ?? spanned(this.drafts, window, {}))
  },
})

export function aggregate<X>(drafts: readonly Draft[]): X {
  const made = Object.create(aggregatePrototype) as { -readonly [K in keyof AggregatePart]: AggregatePart[K] }
  made.node = windowless
  made.drafts = drafts
  return Object.freeze(made) as X
}

/** What `ratio` divides; null where it is no aggregate of one value. */
export function draftOf(given: unknown): Draft | null {
  const drafts = partKind(given) === 'aggregate' ? (given as unknown as AggregatePart).drafts : []
  return drafts.length === 1 ? drafts[0]! : null
}

/** The draft of an aggregate of a value, which says by its columns whose rows are read. */
export function draft(name: AggregateName, given: unknown, expected: string, more: Partial<Pick<Draft, 'parameter' | 'keepNulls'>> = {}): Draft {
  const of = nodeOf(given, expected)
  const column = leavesOf(of).find(l => l.kind === 'column')
  const known = column ?? leavesOf(of).find(l => l.kind === 'invalid')
  return draftOver(column ?? null, name, known === undefined ? mistake('a value that reads no row', `${expected} of the rows of a source`) : of, more)
}

export function draftOver(read: Rows | null, name: AggregateName, of: Scalar | null, more: Partial<Pick<Draft, 'parameter' | 'keepNulls'>> = {}): Draft {
  return {
    kind: 'window',
    aggregate: name,
    of,
    parameter: null,
    keepNulls: false,
    source: read?.source ?? 'source.',
    keys: read?.keys ?? null,
    where: null,
    ...more,
  }
}

function spanned(drafts: readonly Draft[], window: unknown, options: unknown): Scalar {
  const span = spanOf(window)
  if (span === null) return invalid(window, "a window, such as window('30d') or '30d'")
  const given: Readonly<Record<string, unknown>> = isRecord(options) ? options : { '': options }
  const unknown = Object.keys(given).find(k => k !== 'partial' && k !== 'offset')
  if (unknown !== undefined) return mistake(unknown === '' ? 'options that are none' : `the option '${unknown}'`, 'partial or offset')
  const length = span.length === 'lifetime' ? ('lifetime' as const) : parseDuration(span.length)
  const offsetText = given['offset'] ?? span.offset
  const offset = offsetText === null || offsetText === undefined ? 0 : parseDuration(offsetText)
  if (length === null) return invalid(span.length, "a length of a window, such as '30d', '6h', '15m', '10s' or 'lifetime'")
  if (offset === null) return invalid(offsetText, "an offset of a window, such as '30d', '6h', '15m' or '10s'")
  const [one, other] = drafts.map(d => windowOf(d, length, offset, given['partial'] === true))
  return other === undefined ? one! : call('divide', [one!, other])
}

/** Spelled out: ten thousand windows are made each time a project loads, and spreading is several times slower. */
function windowOf(d: Draft, length: WindowAggregate['length'], offset: number, partial: boolean): Scalar {
  const { kind, aggregate, of, parameter, keepNulls, source, keys, where } = d
  return Object.freeze({ kind, aggregate, of, parameter, keepNulls, source, keys, where, length, offset, partial })
}
