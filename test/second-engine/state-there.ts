import { nameText } from '../../compiler/ir/name.ts'
import { publicKindOf } from '../../compiler/ir/serving-kind.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { Live, LiveObject, RecordedStorage, State, StateRecord } from '../../compiler/ir/state.ts'
import { inCatalog } from '../support/golden.ts'

/** What the steps of the Snowflake plans say that is recorded there; coverage and starts are those of DuckDB. */
export interface Recorded {
  readonly records: Map<string, StateRecord>
  readonly storages: Map<string, RecordedStorage>
}

const keyOf = (environment: string, address: string): string => `${environment} ${address}`

export function record({ records, storages }: Recorded, { effect }: Step, environment: string): void {
  switch (effect?.kind) {
    case 'storage':
      storages.set(effect.storage.generation, { storage: effect.storage, owner: environment, createdBy: '' })
      return
    case 'record':
      if (effect.replaces !== null) records.delete(keyOf(environment, effect.replaces))
      records.set(keyOf(environment, effect.record.address), effect.record)
      for (const storage of effect.record.storages)
        storages.set(storage.generation, { storage, owner: storages.get(storage.generation)?.owner ?? environment, createdBy: '' })
      return
    case 'forget':
      records.delete(keyOf(environment, effect.address))
      return
    default:
  }
}

/** The state there, beside ours on DuckDB. */
export function stateThere({ records, storages }: Recorded, ours: State | null, catalog: string): State | null {
  return ours === null ? null : { ...inCatalog(ours, catalog), records: [...records.values()], storages: [...storages.values()] }
}

/** What is there: the same, with the kinds that servings have there and without the storages that only DuckDB needs. */
export function liveThere({ records, storages }: Recorded, ours: State | null, live: Live, catalog: string): Live {
  const kept = new Set([...storages.values()].map(s => nameText(s.storage.name)))
  const none = new Set((ours?.storages ?? []).map(s => nameText(s.storage.name)).filter(name => !kept.has(name)))
  const there = inCatalog(live, catalog)
  const kinds = new Map(
    [...records.values()].flatMap(({ applied: { served, publicName } }) =>
      served === undefined ? [] : [[nameText(publicName!), publicKindOf(served.kind)] as const],
    ),
  )
  const objects = there.objects
    .filter(o => !none.has(nameText(o.name)))
    .map((o): LiveObject => {
      const what = kinds.get(nameText(o.name))
      return what === undefined || what === 'view' ? o : { ...o, kind: 'other', what }
    })
  return { ...there, objects }
}
