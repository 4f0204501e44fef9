import type { Plan } from '../../compiler/ir/plan.ts'
import type { Session } from '../../registry/index.ts'
import { applyPlan, makePlan } from '../../registry/index.ts'
import type { ApplyArguments } from '../arguments/apply.ts'
import { applyArguments } from '../arguments/apply.ts'
import type { Raw } from '../command.ts'
import { askConsent } from '../consent.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { readPlanFile } from '../plan-file.ts'
import { reportBlocked } from '../report.ts'
import { withSession } from '../session.ts'
import { applyJson, applyView } from '../views/apply.ts'
import { hasChanges } from '../views/plan-words.ts'
import { planView } from '../views/plan.ts'
import { progressLine } from '../views/progress.ts'

export async function runApply(raw: Raw, io: Io): Promise<number> {
  const args = applyArguments(raw, io)
  const saved = args.planFile === null ? null : readPlanFile(args.planFile, io.cwd)
  const where = saved === null ? args : { ...args, target: saved.target, environment: saved.environment }
  return withSession(where, io, { access: 'write', checksSources: true }, async session => {
    const plan = saved ?? (await makePlan(session, { allowDestroy: args.allowDestroy }))
    return carryOut({ command: 'feat apply', plan, session, args, io, approved: saved !== null, question: 'Do you want to perform these actions?' })
  })
}

interface CarryOut {
  readonly command: string
  readonly plan: Plan
  readonly session: Session
  readonly args: ApplyArguments
  readonly io: Io
  /** A saved plan was reviewed before. */
  readonly approved: boolean
  readonly question: string
}

/** Shows a plan, asks, applies it and says what was done. */
export async function carryOut({ command, plan, session, args, io, approved, question }: CarryOut): Promise<number> {
  const color = wantsColor(io, args.json ? 'err' : 'out', args.color)
  const say = args.json ? io.err : io.out
  say(planView(plan, { color, verbose: args.verbose }))
  if (plan.blocked.length > 0) return reportBlocked(plan, args, io)
  if (!hasChanges(plan)) {
    if (args.json) io.out(applyJson(plan, null))
    return 0
  }
  if (!approved && !args.autoApprove) await askConsent(io, command, question)
  say('\n')
  const started = performance.now()
  await applyPlan(session, plan, { onProgress: event => say(progressLine(event, { color })), signal: io.signal })
  const milliseconds = performance.now() - started
  io.out(args.json ? applyJson(plan, milliseconds) : applyView(plan, milliseconds, { color }))
  return 0
}
