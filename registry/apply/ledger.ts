import type { StateEffect, Step } from '../../compiler/ir/plan.ts'
import type { StateAccess } from '../state/access.ts'
import { onlyUnder, writeState } from '../state/commit.ts'
import type { Writes } from '../state/write.ts'
import { effectWrites } from '../state/write.ts'
import type { Ended, Run } from './journal.ts'
import { endStatement, intentStatements, outcomeStatements } from './journal.ts'
import type { RunOptions } from './options.ts'
import { writingOf } from './step.ts'

/** What state is told of steps that run at once: in batches, while other steps run. */
export interface Ledger {
  /** That steps are about to run, and the storages that they will make: known before they are there. */
  readonly announce: (steps: readonly Step[]) => Promise<void>
  /** That a step has ended; written with others. */
  readonly note: (ended: Ended) => void
  /** Writes what was noted; `end`: and that the run is complete. */
  readonly flush: (end?: 'end') => Promise<void>
  /** Something could not be written: nothing more should begin. */
  readonly broken: () => boolean
}

/** So many outcomes are written without waiting for the end of the phase: what is lost with this process is done again. */
const enough = 64

export function ledgerOf(access: StateAccess, run: Run, steps: readonly Step[], options: RunOptions): Ledger {
  const retires = steps.some(s => s.effect?.kind === 'retire')
  const writing = { ...writingOf(access, options), ...onlyUnder(access, run.lock), anyRetired: run.anyRetired || retires }
  const known = new Map<string, string>()
  let pending: Ended[] = []
  let again = steps.filter(s => run.done.has(s.id)).flatMap(effectsOf)
  let left = steps.length - run.done.size
  let broken = false
  let last: Promise<unknown> = Promise.resolve()

  // Outcomes go beside effects: a run that is continued takes up the effects of what is done once more.
  const writes = (ended: readonly Ended[], end?: 'end'): Writes => {
    const effects = [...again, ...ended.flatMap(({ step, how }) => (how === 'done' ? effectsOf(step) : []))]
    again = []
    const { stages, atomic } = effectWrites(access.sql, effects, { ...writing, known })
    const [first = [], ...then] = stages.filter(stage => stage.some(lane => lane.length > 0))
    const outcomes = ended.length === 0 ? [] : outcomeStatements(access, run, ended)
    const all = [[...first, outcomes], ...then]
    return { stages: end === undefined ? all : [...all.slice(0, -1), [...all.at(-1)!, [endStatement(access, run)]]], atomic }
  }
  const flush = (end?: 'end'): Promise<void> => {
    const turn = last
      .catch(() => null)
      .then(async () => {
        const ended = pending
        pending = []
        if (ended.length > 0 || end !== undefined) await writeState(access, run.lock, writes(ended, end), 'record what was done')
      })
    last = turn.catch(() => {
      broken = true
    })
    return turn
  }
  return {
    announce: async steps => {
      const storages = steps.flatMap(({ effect }) => (effect?.kind === 'storage' ? [effect] : []))
      for (const { storage } of storages) known.set(storage.generation, JSON.stringify(storage))
      const { stages, atomic } = effectWrites(access.sql, storages, writing)
      const intents = steps.length === 0 ? [] : intentStatements(access, run, steps)
      const all: Writes = { stages: [[intents, ...stages.flat()]], atomic }
      await writeState(access, run.lock, all, 'record what is about to run')
    },
    note: ended => {
      pending.push(ended)
      left--
      if (pending.length >= enough && left > enough) void flush().catch(() => null)
    },
    flush,
    broken: () => broken,
  }
}

/** But for storages, which are known before they are there. */
function effectsOf({ effect }: Step): readonly StateEffect[] {
  return effect === null || effect.kind === 'storage' ? [] : [effect]
}
