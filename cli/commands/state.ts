import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { nearest } from '../../compiler/base/near.ts'
import { globalArguments } from '../arguments/parse.ts'
import type { Raw } from '../command-list.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withSession } from '../session.ts'
import { stateListJson, stateListView, stateShowJson, stateShowView } from '../views/state.ts'

export async function runStateList(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const { records } = await withSession(args, io, { access: 'read' }, session => session.recorded())
  io.out(args.json ? stateListJson(records) : stateListView(records))
  return 0
}

export async function runStateShow(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const address = raw.args[0]!
  const state = await withSession(args, io, { access: 'read' }, session => session.recorded())
  const record = state.records.find(r => r.address === address)
  if (record === undefined) throw new FeatError([diagnostic('F711', { address, near: nearest(address, state.records.map(r => r.address)) })])
  const storages = state.storages.filter(s => s.storage.of === record.address)
  const names = new Set(storages.map(s => s.storage.generation))
  const shown = { record, storages, coverage: state.coverage.filter(c => names.has(c.storage.split('#')[0]!)) }
  io.out(args.json ? stateShowJson(shown) : stateShowView(shown, { color: wantsColor(io, 'out', args.color) }))
  return 0
}
