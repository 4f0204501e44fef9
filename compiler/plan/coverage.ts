import { groupBy } from '../base/group.ts'
import { secondsOf } from '../base/instant.ts'
import type { Interval } from '../base/interval.ts'
import { merged } from '../base/interval.ts'
import type { Storage } from '../ir/placed.ts'
import type { State } from '../ir/state.ts'

/** The computed intervals of storages, as state holds them. */
export type CoverageIndex = (storage: Storage, featureType?: string) => readonly Interval[]

export function coverageOf(state: State | null): CoverageIndex {
  const byKey = groupBy(state?.coverage ?? [], c => c.storage)
  return (storage, featureType) => merged((byKey.get(coverageKey(storage, featureType)) ?? []).map(c => ({ from: secondsOf(c.from), to: secondsOf(c.to) })))
}

/** Under what coverage is kept: the storage, and for a store each feature_type by itself. */
export function coverageKey(storage: Storage, featureType?: string): string {
  return featureType === undefined ? storage.generation : `${storage.generation}#${featureType}`
}
