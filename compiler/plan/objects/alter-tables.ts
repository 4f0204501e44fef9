import { objectsOf } from '../../emit/index.ts'
import { nameText } from '../../ir/name.ts'
import type { Physical } from '../../ir/physical.ts'
import type { Placed, Placement, Storage } from '../../ir/placed.ts'
import type { Step } from '../../ir/plan.ts'
import type { Matched } from '../match.ts'
import { step } from '../step.ts'
import { keptAs } from './physical.ts'

/** Alters tables that stay; a view is made anew with what is said of it. */
export function physicalSteps({ resource, record, binding }: Matched, { dialect }: Placement): readonly Step[] {
  const engine = objectsOf(dialect)
  if (record === null || engine === null) return []
  const of = (r: Placed, s: Storage): Physical => {
    const { clusterBy, physical } = keptAs(r, s)
    return { ...physical, clusterBy }
  }
  return binding.storages.flatMap(storage => {
    const before = record.storages.find(s => s.generation === storage.generation)
    const sql = storage === binding.fresh || before === undefined ? [] : engine.alterTable(storage.name, of(record.applied, before), of(resource, storage))
    return sql.length === 0 ? [] : [step({ phase: 'expand', cause: resource.address, title: `alter ${nameText(storage.name)}`, sql })]
  })
}
