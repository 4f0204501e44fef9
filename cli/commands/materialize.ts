import { materializeArguments } from '../arguments/materialize.ts'
import type { Raw } from '../command-list.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withSession } from '../session.ts'
import { materializeJson, materializeView } from '../views/materialize.ts'
import { progressLine } from '../views/progress.ts'

export async function runMaterialize(raw: Raw, io: Io): Promise<number> {
  const args = materializeArguments(raw, io)
  const color = wantsColor(io, args.json ? 'err' : 'out', args.color)
  const say = args.json ? io.err : io.out
  const started = performance.now()
  const result = await withSession(args, io, { access: 'write', now: args.now }, session =>
    session.materialize({ from: args.from, to: args.to, only: args.only }, event => say(progressLine(event, { color }))))
  const milliseconds = performance.now() - started
  io.out(args.json ? materializeJson(result, milliseconds) : materializeView(result, milliseconds, { color }))
  return 0
}
