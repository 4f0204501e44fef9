import type { Session } from '../../registry/index.ts'
import { estimate, materialize } from '../../registry/index.ts'
import type { MaterializeArguments } from '../arguments/materialize.ts'
import { materializeArguments } from '../arguments/materialize.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withSession } from '../session.ts'
import { estimateJson, estimateView, materializeJson, materializeView, restatedLines } from '../views/materialize.ts'
import { paceKeeper, progressLine, startLine } from '../views/progress.ts'

export async function runMaterialize(raw: Raw, io: Io): Promise<number> {
  const args = materializeArguments(raw, io)
  const { now } = args
  if (args.estimate) {
    const found = await withSession(args, io, { access: 'read', checksSources: true, now }, session => estimate(session, args))
    io.out(args.json ? estimateJson({ now, ...found }) : estimateView({ now, ...found }, { color: wantsColor(io, 'out', args.color) }))
    return 0
  }
  const started = performance.now()
  const { done, skipped, breaches, restated } = await withSession(args, io, { access: 'write', checksSources: true, now }, session =>
    followed(session, args, io),
  )
  const milliseconds = performance.now() - started
  const result = { now, done, skipped, restated, breaches }
  io.out(args.json ? materializeJson(result, milliseconds) : materializeView(result, milliseconds, { color: wantsColor(io, 'out', args.color) }))
  return 0
}

/** Says how far it has come. */
function followed(session: Session, args: MaterializeArguments, io: Io): ReturnType<typeof materialize> {
  const say = args.json ? io.err : io.out
  const [color, tty] = [wantsColor(io, args.json ? 'err' : 'out', args.color), args.json ? io.stderrIsTty : io.stdoutIsTty]
  let keep = paceKeeper(new Map())
  const { from, to, only, restate } = args
  return materialize(session, {
    from,
    to,
    only,
    restate,
    signal: io.signal,
    onPrepared: ({ work, restated }) => {
      keep = paceKeeper(new Map(work.map(w => [w.step, w.values])))
      say(restatedLines(restated))
    },
    onProgress: event => {
      const options = { color, tty, pace: keep(event) }
      say(event.state === 'start' ? startLine(event, options) : progressLine(event, options))
    },
  })
}
