import { compactPlan } from '../../registry/index.ts'
import { applyArguments } from '../arguments/apply.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { withSession } from '../session.ts'
import { carryOut } from './apply.ts'

export async function runCompact(raw: Raw, io: Io): Promise<number> {
  const args = applyArguments({ args: [], options: raw.options }, io)
  return withSession(args, io, { access: 'write', checksSources: false }, async session => {
    const plan = await compactPlan(session, raw.args[0] ?? null)
    return carryOut({ command: 'feat compact', plan, session, args, io, approved: false, question: 'Do you want to fold these column groups?' })
  })
}
