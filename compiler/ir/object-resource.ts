import type { Address } from '../base/address.ts'
import { hashOf } from '../base/hash.ts'
import type { ManagedObject } from './object.ts'
import type { Placed } from './placed.ts'

const grain: Placed['grain'] = { keys: [], time: [], hash: hashOf('object') }

/** An object as a resource among the others: without rows, compared by what it says. `promises` are what a plan shows of it. */
export function objectResource(address: Address, object: ManagedObject, rest: Pick<Placed, 'causes' | 'promises'>): Placed {
  return {
    address,
    kind: 'object',
    name: null,
    publicName: null,
    renamedFrom: null,
    uses: [],
    usesSources: [],
    grain,
    columns: [],
    filling: { by: 'nothing' },
    publish: 'none',
    physical: {},
    comment: null,
    tags: [],
    protect: false,
    hash: { data: grain.hash, shape: hashOf(object), meta: hashOf(rest.promises) },
    ...rest,
    object,
  }
}
