import type { Term, TermLeaf } from '../ir/relation.ts'
import { aggregate, call, field, literal, toFloat } from '../ir/terms.ts'
import { float } from '../ir/type.ts'

// Percentiles over rows in order of `value`: `reached` counts the rows up to and with a value, `total` all of them.

/** The smallest value whose share of rows up to it is at least p. */
export function discreteShare(share: number): Term {
  return aggregate('min', [field('value')], call('gte', call('divide', field('reached'), field('total')), literal(share, float)))
}

/** Linear interpolation between the rows around position p (n - 1), counted from 0. */
export function continuousShare(share: number): Term {
  const position = call<TermLeaf>('times', literal(share, float), call('minus', field('total'), literal(1, float)))
  const at = (index: Term): Term => toFloat(aggregate('min', [field('value')], call('gt', field('reached'), toFloat(index))))
  const [low, high] = [at(call('floor', position)), at(call('ceil', position))]
  const rest = aggregate('max', [call('minus', position, toFloat(call('floor', position)))])
  return call('plus', low, call('times', rest, call('minus', high, low)))
}
