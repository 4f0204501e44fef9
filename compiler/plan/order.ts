import type { Address } from '../base/address.ts'
import type { Hash } from '../base/hash.ts'
import type { Step } from '../ir/plan.ts'
import type { Resource } from '../ir/resource.ts'

/** Which resources each resource reads. */
export type Uses = ReadonlyMap<Address, readonly Address[]>

/** Of declared resources, and of those that are only recorded any more. */
export function usesOf(resources: readonly Pick<Resource, 'address' | 'uses'>[]): Uses {
  return new Map(resources.map(r => [r.address, r.uses.map(u => u.on)]))
}

/**
 * Says of each step, in the order in which the steps are given, which steps of its phase it has to wait for: those of
 * the same resource, and those of resources that it reads. Where things are taken away, readers go first. A step that
 * belongs to no resource waits for all before it, and all after it wait for it. An empty table reads nothing, and data
 * tests wait for nothing.
 */
export function withOrder(steps: readonly Step[], uses: Uses): readonly Step[] {
  const usedBy = reversed(uses)
  const phases = new Map<Step['phase'], PhaseOrder>()
  return steps.map(step => {
    const order = phases.get(step.phase) ?? { last: new Map(), since: [], barrier: [] }
    phases.set(step.phase, order)
    if (step.phase === 'audit') return step
    return { ...step, after: waitsFor(step, order, step.phase === 'contract' ? usedBy : uses, uses) }
  })
}

interface PhaseOrder {
  /** The last step of each resource so far. */
  last: Map<Address, Hash>
  /** Steps since the barrier. */
  since: Hash[]
  /** What everything has to wait for. */
  barrier: readonly Hash[]
}

function waitsFor(step: Step, order: PhaseOrder, direction: Uses, known: Uses): readonly Hash[] {
  const isSchema = step.cause.startsWith('schema.')
  if (!known.has(step.cause)) {
    // Schemas do not wait for one another.
    const after = isSchema ? [] : order.since.length > 0 ? order.since : order.barrier
    order.barrier = isSchema ? [...order.barrier, step.id] : [step.id]
    order.since = []
    if (!isSchema) order.last = new Map()
    return after
  }
  const found = new Set<Hash>()
  const seen = new Set<Address>()
  const visit = (address: Address): void => {
    if (seen.has(address)) return
    seen.add(address)
    const before = order.last.get(address)
    if (before !== undefined) found.add(before)
    else for (const next of direction.get(address) ?? []) visit(next)
  }
  const own = order.last.get(step.cause)
  if (own !== undefined) found.add(own)
  if (step.effect?.kind !== 'storage') for (const next of direction.get(step.cause) ?? []) visit(next)
  order.last.set(step.cause, step.id)
  order.since.push(step.id)
  return found.size > 0 ? [...found] : order.barrier
}

function reversed(uses: Uses): Uses {
  const usedBy = new Map<Address, Address[]>()
  for (const [reader, read] of uses) for (const on of read) usedBy.set(on, [...(usedBy.get(on) ?? []), reader])
  return usedBy
}
