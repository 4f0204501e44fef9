import type { Address } from '../../compiler/base/address.ts'
import { pointAt, secondsOf } from '../../compiler/base/instant.ts'
import { without } from '../../compiler/base/interval.ts'
import type { Storage } from '../../compiler/ir/placed.ts'
import type { State } from '../../compiler/ir/state.ts'
import type { Lowered } from '../../compiler/lower/index.ts'
import type { CoverageIndex } from '../../compiler/plan/coverage.ts'
import type { Held } from '../../compiler/plan/fills.ts'

/** From which second on the coverage of each resource no longer counts. */
export type Dirty = ReadonlyMap<Address, number>

/**
 * Rows of a source without known time count as known when they happened, so that a late one changes what was computed:
 * a later run computes each T beyond the previous run's knownTo - lateness again, and what reads it likewise.
 */
export function dirtyFrom(lowered: Lowered, held: readonly Held[], state: State, now: string): Dirty {
  const known = knownTo(state)
  const dirty = new Map<Address, number>()
  for (const { resource, storages } of held) {
    const previous = storages.flatMap(s => known.get(s.generation) ?? [])
    const before = previous.length === 0 ? null : Math.max(...previous)
    const own = before === null || secondsOf(now) <= before ? [] : ownLateness(lowered, resource).map(l => before - l)
    const read = resource.uses.flatMap(u => dirty.get(u.on) ?? [])
    const all = [...own, ...read]
    if (all.length > 0) dirty.set(resource.address, Math.min(...all))
  }
  return dirty
}

/** The greatest known-to of each storage, whatever its feature_type. */
function knownTo(state: State): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const c of state.coverage) {
    const generation = c.storage.split('#')[0]!
    found.set(generation, Math.max(found.get(generation) ?? 0, secondsOf(c.knownTo)))
  }
  return found
}

/** The lateness of each source that is read without its known time; 0 means that nothing changes later. */
function ownLateness(lowered: Lowered, resource: Held['resource']): readonly number[] {
  if (resource.filling.by === 'known time') return resource.filling.lateness > 0 ? [resource.filling.lateness] : []
  const view = lowered.views.get(resource.address)
  if (view === undefined) return []
  const dimensions = [...view.attributes.map(a => a.source), ...view.population.dimensions.map(d => d.source)].filter(s => s.form === 'dimension')
  return dimensions.filter(s => (s.knownTime === null || !view.known) && s.lateness > 0).map(s => s.lateness)
}

/** Coverage without what is dirty: T > dirty, in whole tiles and points. */
export function cleanCoverage(coverage: CoverageIndex, dirty: Dirty, held: readonly Held[]): CoverageIndex {
  const resources = new Map(held.map(h => [h.resource.address, h.resource]))
  return (storage: Storage, featureType?: string) => {
    const from = dirty.get(storage.of)
    const filling = resources.get(storage.of)?.filling
    if (from === undefined || filling === undefined || !('every' in filling)) return coverage(storage, featureType)
    const cut =
      filling.by === 'known time'
        ? pointAt(from, filling.every)
        : pointAt(from, filling.every) + (pointAt(from, filling.every) === from && filling.by === 'points' ? filling.every : 0)
    return without(coverage(storage, featureType), [{ from: cut, to: Number.MAX_SAFE_INTEGER }])
  }
}
