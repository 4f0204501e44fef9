import { makePlan } from '../../registry/index.ts'
import { applyArguments } from '../arguments/apply.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { withSession } from '../session.ts'
import { carryOut } from './apply.ts'

export async function runDestroy(raw: Raw, io: Io): Promise<number> {
  const args = applyArguments(raw, io)
  return withSession(args, io, { access: 'write', checksSources: false }, async session => {
    const plan = await makePlan(session, { allowDestroy: true, destroyAll: true })
    return carryOut({ command: 'feat destroy', plan, session, args, io, approved: false, question: 'Do you really want to destroy all of this?' })
  })
}
