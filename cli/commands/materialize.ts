import { materialize } from '../../registry/index.ts'
import { materializeArguments } from '../arguments/materialize.ts'
import type { Raw } from '../command.ts'
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
  const { from, to, only, restate, now } = args
  const { done, skipped } = await withSession(args, io, { access: 'write', checksSources: true, now }, session =>
    materialize(session, { from, to, only, restate, onProgress: event => say(progressLine(event, { color })), signal: io.signal }),
  )
  const milliseconds = performance.now() - started
  const result = { now, done, skipped }
  io.out(args.json ? materializeJson(result, milliseconds) : materializeView(result, milliseconds, { color }))
  return 0
}
