import { InternalError } from '../base/diagnostic.ts'
import { hashOf } from '../base/hash.ts'
import type { Placed } from '../ir/placed.ts'
import { chooseServing } from '../ir/serving-choice.ts'
import type { Served } from '../ir/serving-kind.ts'
import { servingTraits } from '../ir/serving-kind.ts'
import type { Settled } from './settle.ts'

/** What a serving is on a target that knows kinds of it. What the engine keeps current, or computes when it is read, stores no rows of ours. */
export function placeServing(r: Placed, { name, settled }: { readonly name: string; readonly settled: Settled }): Placed {
  if (r.wish === undefined || settled.serving === null) return r
  const { served } = chooseServing(r.wish, { name, ...settled.serving })
  if (served === null) throw new InternalError(`${r.address} has no kind on '${name}', which analyze refuses`)
  return withServed({ ...r, filling: servingTraits[served.kind].kept === 'by materialize' ? r.filling : { by: 'nothing' } }, served)
}

/** Kind, refresh mode and what the query reads make another object; the rest of it can be altered. */
function withServed(r: Placed, served: Served): Placed {
  const { kind, refresh, lag, initialize, clusterBy, warehouse } = served
  return {
    ...r,
    served,
    hash: { ...r.hash, shape: hashOf({ shape: r.hash.shape, kind, refresh }), meta: hashOf({ meta: r.hash.meta, lag, initialize, clusterBy, warehouse }) },
  }
}
