import type { Address } from '../../base/address.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { objectsOf } from '../../emit/index.ts'
import type { ManagedObject, ProcedureObject } from '../../ir/object.ts'
import { nameText } from '../../ir/name.ts'
import type { PlacedState } from '../../ir/placed.ts'
import type { Change, Phase, Step } from '../../ir/plan.ts'
import type { State, StateRecord } from '../../ir/state.ts'
import type { Lowered } from '../../lower/index.ts'
import { writableIn } from '../binding.ts'
import { compare } from '../compare.ts'
import type { Fill } from '../fill.ts'
import type { Matched, Matching } from '../match.ts'
import { afterPublish } from '../publish.ts'
import { step } from '../step.ts'
import type { StepContext } from '../steps.ts'
import { recordEffect } from '../steps.ts'
import { alertMistakes } from './alerts.ts'
import type { Wanted } from './wanted.ts'
import { wantedObjects } from './wanted.ts'

/** An object as declared beside what was applied. */
export interface ObjectMatch {
  readonly m: Matched
  readonly change: Change
  readonly wanted: Wanted
}

export interface ObjectMatching {
  readonly matched: readonly ObjectMatch[]
  /** Records of objects that nothing asks for any more. */
  readonly gone: readonly StateRecord[]
  readonly mistakes: readonly Diagnostic[]
}

export interface ObjectRequest {
  readonly lowered: Lowered
  readonly matching: Matching
  readonly placed: PlacedState
  readonly state: State | null
}

/** What has to be there besides tables and views, compared with what was applied. */
export function matchObjects({ lowered, matching, placed, state }: ObjectRequest): ObjectMatching {
  const { environment } = placed.placement
  const records = new Map((state?.records ?? []).filter(r => r.environment === environment && r.applied.object !== undefined).map(r => [r.address, r]))
  const all = wantedObjects({ lowered, matching, placed, after: afterPublish(matching.bindings), writable: writableIn(environment, state) })
  const matched = all.map((wanted): ObjectMatch => {
    const { made } = wanted
    const m: Matched = { resource: made, record: records.get(made.address) ?? null, binding: { storages: [], fresh: null, lost: [] } }
    return { m, change: compare(lowered, m, matching), wanted }
  })
  const names = new Set(all.map(w => w.made.address))
  const { automation = null } = placed
  return {
    matched,
    gone: [...records.values()].filter(r => !names.has(r.address)).toReversed(),
    mistakes: automation === null ? [] : alertMistakes(lowered, automation),
  }
}

/** Differs from what was applied, or was never recorded. */
export function isObjectChange({ m, change }: ObjectMatch): boolean {
  return m.record === null || change.action !== 'none'
}

/** Nothing is lost with an object; what others may use stays, and is only forgotten. */
export function goneObject(record: StateRecord, { placement }: Pick<StepContext, 'placement'>): Change['action'] {
  return (objectsOf(placement.dialect)?.drop(record.applied.object!) ?? []).length === 0 ? 'forget' : 'destroy'
}

/** Steps of objects that wait for nothing but what they read; the others keep their place among all steps of their phase. */
export function ordered({ matched }: ObjectMatching): readonly Matched['resource'][] {
  return matched.map(o => o.m.resource).filter(r => r.object!.kind === 'procedure')
}

/** What tables and views need: tags and warehouses. */
export function firstObjectSteps({ matched }: ObjectMatching, c: StepContext): readonly Step[] {
  return matched.filter(o => isFirst(o.m.resource.object!) && isObjectChange(o)).map(o => changeStep('expand', o, c))
}

function isFirst({ kind }: ManagedObject): boolean {
  return kind === 'tag' || kind === 'warehouse'
}

/** Procedures are there before the fills that call them; what stands on public names comes after they are published. */
export function objectSteps(
  { matched, gone }: ObjectMatching,
  { fills, changed }: { readonly fills: readonly Fill[]; readonly changed: readonly Address[] },
  c: StepContext,
): readonly Step[] {
  const filled = new Set(fills.map(f => f.storage.generation))
  const made = matched.flatMap(o => (o.wanted.write === null ? otherSteps(o, changed, c) : procedureSteps(o, o.wanted.write, filled, c)))
  return [...made, ...gone.map(r => dropStep(r, c))]
}

/** What is replaced may lose what roles were allowed: they are told again. */
function otherSteps(o: ObjectMatch, changed: readonly Address[], c: StepContext): readonly Step[] {
  const object = o.m.resource.object!
  if (isFirst(object)) return []
  const lost = object.kind === 'grants' && o.m.resource.causes.some(a => changed.includes(a))
  return isObjectChange(o) || lost ? [changeStep('publish', o, c)] : []
}

function changeStep(phase: Phase, { m }: ObjectMatch, c: StepContext): Step {
  const object = m.resource.object as Exclude<ManagedObject, ProcedureObject>
  return step({
    phase,
    cause: m.resource.address,
    title: titleOf(m.record === null ? 'make' : 'alter', object),
    sql: objectsOf(c.placement.dialect)!.change(m.record?.applied.object ?? null, object),
    effect: recordEffect(m, [], c),
  })
}

/** Where names change by publishing, a procedure is written again afterwards. */
function procedureSteps(o: ObjectMatch, write: NonNullable<Wanted['write']>, filled: ReadonlySet<string>, c: StepContext): readonly Step[] {
  const { m, wanted } = o
  const written = (phase: Phase, sql: readonly string[], effect: Step['effect']): Step =>
    step({ phase, cause: m.resource.address, title: titleOf('write', m.resource.object!), sql, effect })
  const { fills } = wanted
  const twice = fills !== null && filled.has(fills.generation) && fills.made.hash.shape !== m.resource.hash.shape
  const first = twice ? [written('expand', fills.write(c), null)] : []
  if (!twice && !isObjectChange(o)) return first
  return [...first, written(twice ? 'publish' : 'expand', write(c), recordEffect(m, [], c))]
}

function dropStep(record: StateRecord, { placement }: StepContext): Step {
  const object = record.applied.object!
  const sql = objectsOf(placement.dialect)!.drop(object)
  return step({
    phase: 'contract',
    cause: record.address,
    title: titleOf(sql.length === 0 ? 'leave' : 'drop', object),
    sql,
    effect: { kind: 'forget', address: record.address },
  })
}

function titleOf(verb: string, o: ManagedObject): string {
  return `${verb} ${o.kind} ${o.kind === 'warehouse' ? o.name.name : o.kind === 'grants' ? o.name.schema : nameText(o.name)}`
}
