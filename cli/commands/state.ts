import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { nearest } from '../../compiler/base/near.ts'
import type { State } from '../../compiler/ir/state.ts'
import { recordedState } from '../../registry/index.ts'
import type { GlobalArguments } from '../arguments/parse.ts'
import { globalArguments } from '../arguments/parse.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withSession } from '../session.ts'
import { stateListJson, stateListView, stateShowJson, stateShowView } from '../views/state.ts'

export async function runStateList(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const { records } = await recorded(args, io)
  io.out(args.json ? stateListJson(records) : stateListView(records))
  return 0
}

export async function runStateShow(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const address = raw.args[0]!
  const state = await recorded(args, io)
  const record = state.records.find(r => r.address === address)
  if (record === undefined)
    throw new FeatError([
      diagnostic('F711', {
        address,
        near: nearest(
          address,
          state.records.map(r => r.address),
        ),
      }),
    ])
  const generations = new Set(record.storages.map(s => s.generation))
  const storages = state.storages.filter(s => generations.has(s.storage.generation))
  const shown = { record, storages, coverage: state.coverage.filter(c => generations.has(c.storage.split('#')[0]!)) }
  io.out(args.json ? stateShowJson(shown) : stateShowView(shown, { color: wantsColor(io, 'out', args.color) }))
  return 0
}

/** What state holds of the chosen environment; nothing where there is no state yet. */
async function recorded(args: GlobalArguments, io: Io): Promise<Pick<State, 'records' | 'storages' | 'coverage'>> {
  return withSession(args, io, { access: 'read', checksSources: false }, async session => {
    const state = await recordedState(session)
    const records = (state?.records ?? []).filter(r => r.environment === session.placed.placement.environment)
    return { records, storages: state?.storages ?? [], coverage: state?.coverage ?? [] }
  })
}
