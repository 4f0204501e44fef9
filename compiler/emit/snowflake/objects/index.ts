import type { ManagedObject } from '../../../ir/object.ts'
import type { Objects } from '../../dialect.ts'
import { alterTable } from '../physical.ts'
import { fillBlock } from './fill-block.ts'
import { callProcedure, createProcedure, dropProcedure } from './procedure.ts'

export const objects: Objects = { alterTable, createProcedure, drop, call: callProcedure, fillBlock }

function drop(o: ManagedObject): readonly string[] {
  return dropProcedure(o)
}
