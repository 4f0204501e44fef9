import type { Relation, Term, With } from '../ir/relation.ts'
import { aggregate, as, ascending, call, cast, choose, field, fields, integer, literal, named, over, part, select, toFloat } from '../ir/terms.ts'
import { float, int, text } from '../ir/type.ts'

/** Hashes are whole numbers below this. */
const range = 2 ** 52

export function hashTerm(value: Term): Term {
  return call('hash52', cast(value, text))
}

/** Of each group the `size` smallest values. */
export function smallest(of: string, by: readonly string[], size: number): Relation {
  const rank = over(
    'rowNumber',
    [],
    by.map(c => field(c)),
    [ascending(field('value'))],
    null,
  )
  return select(as('h', part(of)), fields([...by, 'value']), { qualify: [call('lte', rank, integer(size))] })
}

/** Merges the smallest hashes that each point sees, and estimates from them how many there are. */
export function sketchParts(name: string, size: number, grouped: readonly string[], seen: Relation): With['parts'] {
  const [seenName, differentName, smallestName] = [`${name}_seen`, `${name}_different`, `${name}_smallest`]
  const different = select(as('e', part(seenName)), fields([...grouped, 'value']), { distinct: true })
  const estimate = select(as('g', part(smallestName)), [...fields(grouped), named(name, estimated(size))], { groupBy: grouped.map(c => field(c)) })
  return [
    { name: seenName, of: seen },
    { name: differentName, of: different },
    { name: smallestName, of: smallest(differentName, grouped, size) },
    { name, of: estimate },
  ]
}

/** All of them where they are fewer than `size`; else (k - 1) / the k-th of [0, 1). */
function estimated(size: number): Term {
  const found = aggregate('countAll', [])
  const share: Term = call('divide', toFloat(call('plus', aggregate('max', [field('value')]), integer(1))), literal(range, float))
  const whole = call('floor', call('plus', call('divide', literal(size - 1, float), share), literal(0.5, float)))
  return choose(call('lt', found, integer(size)), found, cast(whole, int))
}
