import { resolve } from 'node:path'
import { makePlan } from '../../registry/index.ts'
import { planArguments } from '../arguments/plan.ts'
import type { Raw } from '../command.ts'
import { writeText } from '../files.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { planFileText } from '../plan-file.ts'
import { reportBlocked } from '../report.ts'
import { withSession } from '../session.ts'
import { hasChanges } from '../views/plan-words.ts'
import { planJson, planView } from '../views/plan.ts'

export async function runPlan(raw: Raw, io: Io): Promise<number> {
  const args = planArguments(raw, io)
  const plan = await withSession(args, io, { access: 'read', checksSources: true }, session => makePlan(session, { allowDestroy: args.allowDestroy }))
  io.out(args.json ? planJson(plan) : planView(plan, { color: wantsColor(io, 'out', args.color), verbose: args.verbose }))
  if (plan.blocked.length > 0) return reportBlocked(plan, args, io)
  if (args.out !== null) {
    writeText(resolve(io.cwd, args.out), planFileText(plan))
    io.err(`\nSaved the plan to ${args.out}. To perform exactly these actions: feat apply ${args.out}\n`)
  }
  return args.detailedExitcode && hasChanges(plan) ? 2 : 0
}
