import { address } from '../../base/address.ts'
import type { Address } from '../../base/address.ts'
import type { QualifiedName } from '../../ir/name.ts'
import type { ObjectSchedule, TaskNode, TasksObject } from '../../ir/object.ts'
import { objectResource } from '../../ir/object-resource.ts'
import type { Automation, Placed, Placement } from '../../ir/placed.ts'
import { driverName, plainName } from './drivers.ts'

/** One task for each resource that is filled, after those of what it reads; the root begins on the schedule. */
export function taskGraph(
  filled: readonly Placed[],
  {
    project,
    placement,
    automation,
  }: { readonly project: string; readonly placement: Placement; readonly automation: Automation & { readonly schedule: ObjectSchedule } },
): Placed {
  const { catalog, storageSchema: schema } = placement
  const named = (name: string): QualifiedName => ({ catalog, schema, name })
  const root = named(`task_${plainName(address('task', project)).slice('task_'.length)}`)
  const addresses = new Set(filled.map(r => r.address))
  const nameOf = (of: Address): QualifiedName => named(`${root.name}__${plainName(of)}`)
  const nodes = filled.map((r): TaskNode => {
    const read = r.uses.map(u => u.on).filter(on => addresses.has(on))
    return {
      name: nameOf(r.address),
      warehouse: r.physical.warehouse ?? automation.warehouse,
      after: read.length === 0 ? [root] : [...new Set(read)].map(nameOf),
      calls: driverName(r, placement),
    }
  })
  const graph: TasksObject = {
    kind: 'tasks',
    name: root,
    schedule: automation.schedule,
    tasks: [{ name: root, warehouse: automation.warehouse, after: [], calls: null }, ...nodes],
  }
  return objectResource(address('task', project), graph, {
    causes: filled.map(r => r.address),
    promises: { schedule: automation.schedule, tasks: nodes.map(n => n.name.name.slice(root.name.length + 2)) },
  })
}
