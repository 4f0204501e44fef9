import { absurd } from '../../../base/diagnostic.ts'
import type { ManagedObject, ProcedureObject } from '../../../ir/object.ts'
import type { Objects } from '../../dialect.ts'
import { alterTable, cloneTable } from '../physical.ts'
import { alertChange, dropAlert } from './alert.ts'
import { driverBlock } from './driver-block.ts'
import { fillBlock } from './fill-block.ts'
import { dropGrants, grantsChange } from './grants.ts'
import { dropMeasures, measuresChange } from './measures.ts'
import { callProcedure, createProcedure, dropProcedure } from './procedure.ts'
import { tagChange } from './tag.ts'
import { dropTasks, tasksChange } from './tasks.ts'
import { warehouseChange } from './warehouse.ts'

export const objects: Objects = { alterTable, cloneTable, createProcedure, change, drop, call: callProcedure, fillBlock, driverBlock }

function change(from: ManagedObject | null, to: Exclude<ManagedObject, ProcedureObject>): readonly string[] {
  const before = <K extends ManagedObject['kind']>(kind: K): Extract<ManagedObject, { readonly kind: K }> | null =>
    from?.kind === kind ? (from as Extract<ManagedObject, { readonly kind: K }>) : null
  switch (to.kind) {
    case 'tag':
      return tagChange(before('tag'), to)
    case 'warehouse':
      return warehouseChange(before('warehouse'), to)
    case 'grants':
      return grantsChange(before('grants'), to)
    case 'tasks':
      return tasksChange(before('tasks'), to)
    case 'alert':
      return alertChange(before('alert'), to)
    case 'measures':
      return measuresChange(before('measures'), to)
    default:
      return absurd(to)
  }
}

function drop(o: ManagedObject): readonly string[] {
  switch (o.kind) {
    case 'procedure':
      return dropProcedure(o)
    case 'grants':
      return dropGrants(o)
    case 'tasks':
      return dropTasks(o)
    case 'alert':
      return dropAlert(o)
    case 'measures':
      return dropMeasures(o)
    case 'tag':
    case 'warehouse':
      return []
    default:
      return absurd(o)
  }
}
