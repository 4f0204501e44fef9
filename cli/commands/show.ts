import { showArguments } from '../arguments/show.ts'
import type { Raw } from '../command-list.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withSession } from '../session.ts'
import { showJson, showView } from '../views/show.ts'

export async function runShow(raw: Raw, io: Io): Promise<number> {
  const args = showArguments(raw, io)
  const shown = await withSession(args, io, { access: 'read' }, session => session.show(args))
  io.out(args.json ? showJson(shown) : showView(shown, { color: wantsColor(io, 'out', args.color) }))
  return 0
}
