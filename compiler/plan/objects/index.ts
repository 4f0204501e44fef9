import type { Placed, Storage } from '../../ir/placed.ts'
import type { Change, Step } from '../../ir/plan.ts'
import type { State, StateRecord } from '../../ir/state.ts'
import { nameText } from '../../ir/name.ts'
import { objectsOf } from '../../emit/index.ts'
import type { Lowered } from '../../lower/index.ts'
import { writableIn } from '../binding.ts'
import type { Bindings } from '../bind.ts'
import { compare } from '../compare.ts'
import type { Fill } from '../fill.ts'
import type { Matched, Matching } from '../match.ts'
import { afterPublish } from '../publish.ts'
import { step } from '../step.ts'
import type { StepContext } from '../steps.ts'
import { recordEffect } from '../steps.ts'
import { fillProcedure, procedureStatements } from './procedures.ts'

/** An object as declared beside what was applied. */
export interface ObjectMatch {
  readonly m: Matched
  readonly change: Change
  /** What it fills, once everything is published. */
  readonly fills: Filled
  /** As it has to be while new storages are filled, before they take their public names. */
  readonly interim: { readonly made: Placed; readonly fills: Filled }
}

interface Filled {
  readonly resource: Placed
  readonly storage: Storage
}

export interface ObjectMatching {
  readonly matched: readonly ObjectMatch[]
  /** Records of objects that nothing asks for any more. */
  readonly gone: readonly StateRecord[]
}

export interface ObjectRequest {
  readonly lowered: Lowered
  readonly matching: Matching
  readonly state: State | null
  readonly environment: string
}

/** What has to be there besides tables and views, compared with what was applied: nothing where the engine knows no such things. */
export function matchObjects({ lowered, matching, state, environment }: ObjectRequest): ObjectMatching {
  const records = new Map((state?.records ?? []).filter(r => r.environment === environment && r.applied.object !== undefined).map(r => [r.address, r]))
  const after = afterPublish(matching.bindings)
  const wanted = proceduresOf(matching, after, writableIn(environment, state))
  const matched = wanted.map(({ made, ...rest }): ObjectMatch => {
    const m: Matched = { resource: made, record: records.get(made.address) ?? null, binding: { storages: [], fresh: null, lost: [] } }
    return { m, change: compare(lowered, m, matching), ...rest }
  })
  const names = new Set(wanted.map(w => w.made.address))
  return { matched, gone: [...records.values()].filter(r => !names.has(r.address)).toReversed() }
}

interface Wanted {
  readonly made: Placed
  readonly fills: Filled
  readonly interim: ObjectMatch['interim']
}

/** The storages that this environment fills, each with its procedure. */
function proceduresOf({ matched, bindings }: Matching, after: Bindings, writable: (s: Storage) => boolean): readonly Wanted[] {
  if (objectsOf(bindings.placement.dialect) === null) return []
  return matched
    .filter(m => m.resource.filling.by !== 'nothing')
    .flatMap(({ resource, binding }) => {
      const shown = after.storages(resource.address)
      return binding.storages.filter(writable).map((storage): Wanted => {
        const fills = { resource, storage: shown.find(s => s.generation === storage.generation)! }
        return {
          made: fillProcedure(resource, fills.storage, after),
          fills,
          interim: { made: fillProcedure(resource, storage, bindings), fills: { resource, storage } },
        }
      })
    })
}

/** Differs from what was applied, or was never recorded. */
export function isObjectChange({ m, change }: ObjectMatch): boolean {
  return m.record === null || change.action !== 'none'
}

/** Created before the fills that call it; where names change by publishing, written again afterwards. */
export function objectSteps({ matched, gone }: ObjectMatching, fills: readonly Fill[], c: StepContext): readonly Step[] {
  const filled = new Set(fills.map(f => f.storage.generation))
  const after: StepContext = { ...c, bindings: afterPublish(c.bindings) }
  const made = matched.flatMap(o => {
    const { m, interim } = o
    const twice = filled.has(o.fills.storage.generation) && interim.made.hash.shape !== m.resource.hash.shape
    const first = twice ? [writeStep('expand', interim.made, interim.fills, c)] : []
    if (!twice && !isObjectChange(o)) return first
    return [...first, writeStep(twice ? 'publish' : 'expand', m.resource, o.fills, after, m)]
  })
  return [...made, ...gone.map(r => dropStep(r, c))]
}

function writeStep(phase: Step['phase'], made: Placed, fills: Filled, c: StepContext, m: Matched | null = null): Step {
  return step({
    phase,
    cause: made.address,
    title: `write procedure ${nameText(made.object!.name)}`,
    sql: procedureStatements(made, fills, c),
    effect: m === null ? null : recordEffect(m, [], c),
  })
}

function dropStep(record: StateRecord, { placement }: StepContext): Step {
  const object = record.applied.object!
  return step({
    phase: 'contract',
    cause: record.address,
    title: `drop ${object.kind} ${nameText(object.name)}`,
    sql: objectsOf(placement.dialect)!.drop(object),
    effect: { kind: 'forget', address: record.address },
  })
}
