import { diagnostic } from '../../compiler/base/diagnostic.ts'
import { differencesOf, verifyServings } from '../../registry/verify/serving/verify.ts'
import { verifyServingArguments } from '../arguments/verify-serving.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { printDiagnostics } from '../report.ts'
import { rootOf, withSession } from '../session.ts'
import { servingsJson, servingsView } from '../views/verify-serving.ts'

export async function runVerifyServing(raw: Raw, io: Io): Promise<number> {
  const args = verifyServingArguments(raw, io)
  const checks = await withSession(args, io, { access: 'read', checksSources: false }, session => verifyServings(session, args))
  io.out(args.json ? servingsJson(checks) : servingsView(checks, { color: wantsColor(io, 'out', args.color) }))
  const wrong = checks.filter(c => differencesOf(c) > 0)
  if (wrong.length === 0) return 0
  const found = wrong.map(c => diagnostic('F680', { serving: c.serving, differences: differencesOf(c), rows: c.compared }))
  if (!args.json) printDiagnostics(found, { io, json: false, color: wantsColor(io, 'err', args.color), root: rootOf(args, io) })
  return 1
}
