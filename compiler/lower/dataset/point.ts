import type { Seconds } from '../../base/duration.ts'
import { isoOf, pointAt, pointFrom } from '../../base/instant.ts'
import type { Interval } from '../../base/interval.ts'
import type { Term, TermLeaf } from '../../ir/relation.ts'
import { bucketOf, call, choose, instant, later } from '../../ir/terms.ts'
import type { ReadView } from './request.ts'

/** The newest point of a view's cadence that is available at a moment, whether it is computed or not. */
export function availablePoint({ view }: ReadView, at: Term): Term {
  return bucketOf(later(at, -view.contract.availableAfter), view.contract.every)
}

/**
 * The newest of the computed points at or before a point: the point itself, or the last one before a hole. NULL where none is
 * computed. Which are computed is known when a statement is made, so that rows are found by equality.
 */
export function newestComputed(point: Term, computed: readonly Interval[], every: Seconds): Term {
  const spans = computed.flatMap(i => {
    const [first, last] = [pointFrom(i.from, every), pointAt(i.to - 1, every)]
    return first > last ? [] : [{ first: instant(isoOf(first)), last: instant(isoOf(last)) }]
  })
  const arms = spans.toReversed().flatMap(({ first, last }): (readonly [Term, Term])[] => [
    [call('gte', point, last), last],
    [call('gte', point, first), point],
  ])
  return arms.length === 0 ? { kind: 'literal', value: null, type: { kind: 'time' } } : { kind: 'case', arms, otherwise: null }
}

/** NULL where the point is older than it may be. */
export function youngEnough(point: Term, { limit }: ReadView, at: Term): Term {
  return choose<TermLeaf>(call('gte', point, later(at, -limit)), point)
}

/** What examples between two times can read of a view: all of its points from the one to the other. */
export function pointsRead(
  { view, limit }: ReadView,
  reach: { readonly first: Seconds; readonly last: Seconds },
): { readonly first: string; readonly last: string } {
  const { every, availableAfter } = view.contract
  return { first: isoOf(pointAt(reach.first - limit, every)), last: isoOf(pointAt(reach.last - availableAfter, every)) }
}
