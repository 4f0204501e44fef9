import type { Address } from '../base/address.ts'
import { isoOf, shortIso } from '../base/instant.ts'
import { spanText } from '../base/interval.ts'
import { addColumn, commentProbe, createSchema, dropBuilt, dropTable, renameTable, together } from '../emit/index.ts'
import type { QualifiedName } from '../ir/name.ts'
import { nameText } from '../ir/name.ts'
import type { Placed, Placement, Storage } from '../ir/placed.ts'
import type { Step } from '../ir/plan.ts'
import { stepOf } from '../ir/resource.ts'
import type { Live, LiveObject, RecordedDefinition, State, StateRecord } from '../ir/state.ts'
import { typeName } from '../ir/type.ts'
import type { Lowered } from '../lower/index.ts'
import type { Bindings } from './bind.ts'
import { droppedColumns } from './binding.ts'
import { coverageKey } from './coverage.ts'
import { featureBehind } from './feature-behind.ts'
import type { Fill } from './fill.ts'
import { fillGroups } from './shares.ts'
import { fillCall } from './objects/procedures.ts'
import type { Matched } from './match.ts'
import { afterPublish, metaComment, publicComment, publicTable, publicView, storageTable } from './publish.ts'
import { step } from './step.ts'
import { madeRoom, withdrawal } from './withdraw.ts'

export interface StepContext {
  readonly lowered: Lowered
  readonly bindings: Bindings
  readonly placement: Placement
  readonly project: string
  readonly tool: string
  readonly now: string
  /** What is there, by full name, where steps depend on it. */
  readonly live?: ReadonlyMap<string, LiveObject>
  /** Whether a storage waits to be dropped. */
  readonly isRetired?: (storage: Storage) => boolean
}

/** Schemas that are not there yet. */
export function schemaSteps(placement: Placement, live: Live): readonly Step[] {
  const wanted = [...new Set([placement.storageSchema, placement.publicSchema])].filter(s => !live.schemas.includes(s))
  return wanted.map(schema =>
    step({
      phase: 'expand',
      cause: `schema.${schema}`,
      title: `create schema ${schema}`,
      sql: createSchema({ catalog: placement.catalog, schema }, placement.dialect),
    }),
  )
}

export function expandSteps(m: Matched, c: StepContext): readonly Step[] {
  const storage = m.binding.fresh
  if (storage === null) return []
  return [
    step({
      phase: 'expand',
      cause: m.resource.address,
      title: `create ${nameText(storage.name)}`,
      sql: together(storageTable(c.project, m.resource, storage, c.placement), c.placement.dialect),
      effect: { kind: 'storage', storage, ...(isLost(m, storage) || (m.binding.folds !== undefined && c.isRetired?.(storage) === true) ? { anew: true } : {}) },
      undo: dropTable(storage.name, c.placement.dialect)[0]!,
    }),
  ]
}

/** Columns that somebody dropped from a table of ours come back empty, and what was computed counts no more. */
export function restoreSteps(m: Matched, live: ReadonlyMap<string, LiveObject>, c: StepContext): readonly Step[] {
  const dialect = c.placement.dialect
  return m.binding.storages.flatMap(storage => {
    const dropped = droppedColumns(storage, live)
    if (dropped.length === 0) return []
    const sql = dropped.flatMap(name =>
      addColumn(
        {
          table: storage.name,
          column: {
            name,
            type: m.resource.columns.find(r => storage.columns.some(s => s.stored === name && s.logical === r.name))!.type,
            nullable: true,
            comment: null,
          },
        },
        dialect,
      ),
    )
    return [
      step({
        phase: 'expand',
        cause: m.resource.address,
        title: `restore ${dropped.join(', ')} of ${nameText(storage.name)}`,
        sql,
        effect: { kind: 'storage', storage: { ...storage, name: asBuilt(storage) }, anew: true },
      }),
    ]
  })
}

function isLost({ binding }: Matched, storage: Storage): boolean {
  return binding.lost.some(l => l.generation === storage.generation)
}

/** The name under which a table was built, which it has again once it is no longer public. */
function asBuilt({ name, generation }: Storage): QualifiedName {
  return { ...name, name: generation.slice(generation.indexOf('.') + 1) }
}

/** Delete, insert and coverage in one transaction: of the run, or of the procedure that is called; of a long fill the coverage follows its shares. */
export function fillStep(fill: Fill, c: StepContext): Step {
  const { resource, storage, featureType } = fill
  const timed = resource.filling.by !== 'capture' && resource.filling.by !== 'newest'
  const span = timed ? ` ${spanTitle(fill)}` : ''
  const covered = coveredBy(fill, timed)
  const call = fillCall(fill, covered, c.placement)
  const groups = call === null ? fillGroups(c.lowered, c.bindings, fill) : [[call]]
  const apart = groups.length > 1
  return step({
    phase: 'fill',
    cause: resource.address,
    title: `fill ${resource.address}${featureType === undefined ? '' : ` ${featureType}`}${storage.first ? '' : ` (${storage.columns.map(x => x.logical).join(', ')})`}${span}`,
    sql: groups.flat(),
    transaction: call === null && !apart,
    ...(apart ? { apart: groups.length } : {}),
    fill: { storage: coverageKey(storage, featureType), ...covered, ...(call === null ? {} : { byProcedure: true }) },
  })
}

/** What is filled as of the run is covered up to it. */
function coveredBy({ interval, now }: Fill, timed: boolean): { readonly from: string; readonly to: string } {
  return timed ? { from: isoOf(interval.from), to: isoOf(interval.to) } : { from: isoOf(0), to: now }
}

/** The first and the last point, or before when rows were known. */
function spanTitle({ interval, resource: { filling } }: Fill): string {
  return filling.by === 'known time' ? `known before ${shortIso(interval.to)}` : spanText(interval, stepOf(filling))
}

/** What makes a resource visible, and the record of it. */
export function publishSteps(m: Matched, c: StepContext): readonly Step[] {
  const { resource, binding } = m
  const [storage] = binding.storages
  const isBuilt = resource.publish === 'table' && storage !== undefined && nameText(storage.name) !== nameText(resource.publicName!)
  return isBuilt ? swapSteps(m, storage, c) : [publishStep(m, c)]
}

function publishStep(m: Matched, c: StepContext): Step {
  const { resource, binding, record } = m
  const cause = resource.address
  if (resource.publish === 'none') return step({ phase: 'publish', cause, title: `record ${cause}`, sql: [], effect: recordEffect(m, binding.storages, c) })
  const title = `publish ${nameText(resource.publicName!)}`
  if (resource.publish === 'view') {
    const room = madeRoom(record, resource, c.placement.dialect, c.live)
    return step({
      phase: 'publish',
      cause,
      title,
      sql: [...room, ...together(publicView(c.project, c.lowered, resource, afterPublish(c.bindings)), c.placement.dialect)],
      // what is in the way is of another kind: its drop cannot be run again once the view is there
      ...(room.length === 0
        ? {}
        : { probe: commentProbe(resource.publicName!, publicComment(c.project, resource, c.bindings.storages(cause), c.placement), c.placement.dialect) }),
      effect: recordEffect(m, binding.storages, c),
    })
  }
  return step({
    phase: 'publish',
    cause,
    title,
    sql: [...binding.storages.flatMap(s => leftOf(s, c)), ...(record === null ? [] : metaComment(c.project, resource, binding.storages, c.placement))],
    effect: recordEffect(m, binding.storages, c),
  })
}

/** A run that was cut off after a table took its public name may have left the one that it was built as. */
function leftOf(storage: Storage, { live, placement }: StepContext): readonly string[] {
  const built = asBuilt(storage)
  return nameText(built) !== nameText(storage.name) && live?.has(nameText(built)) === true ? dropBuilt(built, placement.dialect) : []
}

/** A table that was built aside takes its public name. That act is never done twice, so that what is cleared away after it is a step of its own. */
function swapSteps(m: Matched, storage: Storage, c: StepContext): readonly Step[] {
  const { resource, binding, record } = m
  const { dialect } = c.placement
  const name = resource.publicName!
  const renamed = record?.applied.publicName?.name !== name.name
  const former = record?.storages[0] ?? null
  const old = renamed || former === null || binding.lost.includes(former) ? null : former
  const effect = recordEffect(m, [{ ...storage, name }], c)
  const cleared = dropBuilt(storage.name, dialect)
  const swap = {
    phase: 'publish',
    cause: resource.address,
    title: `publish ${nameText(name)}`,
    sql: publicTable(c.project, resource, storage, old, c.placement),
    probe: commentProbe(name, publicComment(c.project, resource, [storage], c.placement), dialect),
  } as const
  if (cleared.length === 0) return [step({ ...swap, effect })]
  return [step(swap), step({ phase: 'publish', cause: resource.address, title: `clear ${nameText(storage.name)}`, sql: cleared, effect })]
}

/** What state takes up of a resource: the whole of it, and the storages that show it. */
export function recordEffect(m: Matched, storages: readonly Storage[], c: StepContext): Step['effect'] {
  const { resource, record } = m
  const applied: StateRecord = {
    environment: c.placement.environment,
    address: resource.address,
    applied: resource,
    storages,
    definitions: definitionsOf(resource, c.lowered),
    protect: resource.protect,
    plan: '',
    tool: c.tool,
  }
  return { kind: 'record', record: applied, replaces: record !== null && record.address !== resource.address ? record.address : null }
}

function definitionsOf(resource: Placed, lowered: Lowered): readonly RecordedDefinition[] {
  return resource.columns.flatMap(c => {
    const feature = featureBehind(lowered, resource, c.of)
    return feature === undefined || c.aliasOf !== null
      ? []
      : [{ address: feature.address, formula: feature.formula, dataHash: feature.dataHash, type: typeName(feature.type) }]
  })
}

/** The former public name of what is called otherwise now. */
export function formerNameSteps(m: Matched, c: StepContext): readonly Step[] {
  const was = m.record?.applied.publicName ?? null
  const is = m.resource.publicName
  if (was === null || is === null || nameText(was) === nameText(is)) return []
  return [withdrawStep(m.resource.address, m.record!, was, c)]
}

/** Takes away a public name: a view is dropped, a table goes back to the name that it was built with. */
function withdrawStep(cause: Address, record: StateRecord, name: QualifiedName, c: StepContext, effect: Step['effect'] = null): Step {
  const { dialect } = c.placement
  const title = `withdraw ${nameText(name)}`
  if (record.applied.publish === 'view') return step({ phase: 'contract', cause, title, sql: withdrawal(record.applied, name, dialect), effect })
  const storage = record.storages[0]!
  const back = asBuilt({ ...storage, name })
  return step({
    phase: 'contract',
    cause,
    title,
    sql: renameTable({ from: name, to: back }, dialect),
    probe: `SELECT NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE lower(table_schema) = '${name.schema}' AND lower(table_name) = '${name.name}') AS done`,
    effect,
  })
}

/** A record that nothing declares any more: its public name goes, its storages are retired by `retireSteps`. */
export function goneSteps(record: StateRecord, c: StepContext): readonly Step[] {
  const forget = { kind: 'forget', address: record.address } as const
  const { publicName, physical } = record.applied
  if (publicName === null || physical.append === true)
    return [step({ phase: 'contract', cause: record.address, title: `forget ${record.address}`, sql: [], effect: forget })]
  return [withdrawStep(record.address, record, publicName, c, forget)]
}

/** Storages that no record of any environment names after this plan, and those whose time is over. */
export function retireSteps(state: State | null, kept: ReadonlySet<string>, c: StepContext): readonly Step[] {
  if (state === null) return []
  const retired = new Map(state.retired.map(r => [nameText(r.name), r]))
  return state.storages
    .filter(s => s.owner === c.placement.environment && !kept.has(s.storage.generation))
    .flatMap(({ storage }) => {
      const name = nameText(storage.name)
      const since = retired.get(name)
      if (since === undefined)
        return [step({ phase: 'contract', cause: storage.of, title: `retire ${name}`, sql: [], effect: { kind: 'retire', storage: name } })]
      if (since.dropAfter > c.now) return []
      return [
        step({
          phase: 'contract',
          cause: storage.of,
          title: `drop ${name}`,
          sql: dropTable(storage.name, c.placement.dialect),
          effect: { kind: 'dropped', storage: name },
        }),
      ]
    })
}
