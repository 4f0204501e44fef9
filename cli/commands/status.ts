import { globalArguments } from '../arguments/parse.ts'
import type { Raw } from '../command-list.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withSession } from '../session.ts'
import { statusJson, statusView } from '../views/status.ts'

export async function runStatus(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const status = await withSession(args, io, { access: 'read' }, session => session.status())
  io.out(args.json ? statusJson(status) : statusView(status, { color: wantsColor(io, 'out', args.color) }))
  return 0
}
