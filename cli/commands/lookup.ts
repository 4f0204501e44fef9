import { lookupRow } from '../../registry/serve/lookup.ts'
import { lookupArguments } from '../arguments/lookup.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withSession } from '../session.ts'
import { lookupJson, lookupView } from '../views/lookup.ts'

/** Exits with 1 where the key has no row. */
export async function runLookup(raw: Raw, io: Io): Promise<number> {
  const args = lookupArguments(raw, io)
  const row = await withSession(args, io, { access: 'read', checksSources: false }, session => lookupRow(session, args.serving, args.keys))
  const shown = { serving: args.serving, keys: args.keys, row }
  io.out(args.json ? lookupJson(shown) : lookupView(shown, { color: wantsColor(io, 'out', args.color) }))
  return row === null ? 1 : 0
}
