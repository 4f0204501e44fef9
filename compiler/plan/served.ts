import { unique } from '../base/group.ts'
import { InternalError, diagnostic } from '../base/diagnostic.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { ServedChange, ServedSpec } from '../emit/index.ts'
import { printQuery, servedStatements, whenRead } from '../emit/index.ts'
import { besideName, nameText, requestName } from '../ir/name.ts'
import type { Placed, Storage } from '../ir/placed.ts'
import type { Step } from '../ir/plan.ts'
import type { Relation } from '../ir/relation.ts'
import type { LiveObject } from '../ir/state.ts'
import { as, fields, select } from '../ir/terms.ts'
import { time } from '../ir/type.ts'
import type { Bindings } from './bind.ts'
import { bindRelation, grainNames } from './bind.ts'
import { outputs } from './fill.ts'
import type { Matched } from './match.ts'
import { materializedViewProblem } from './materialized-view.ts'
import { publicComment, requestFunction } from './publish.ts'
import { shownQuery } from './shown-query.ts'
import { isSuspended, replacedBecause, servedDrift } from './served-compare.ts'
import type { Kept } from './served-reads.ts'
import { isKept } from './served-reads.ts'
import { step } from './step.ts'
import type { StepContext } from './steps.ts'
import { recordEffect } from './steps.ts'
import { leftBehind, madeRoom, publicKind } from './withdraw.ts'

/** Creates, replaces or alters the object of a serving, then its function. */
export function servedSteps(m: Matched, c: StepContext, live: ReadonlyMap<string, LiveObject>): readonly Step[] {
  const { resource, record } = m
  if (!isKept(resource)) throw new InternalError(`${resource.address} is not kept by the engine`)
  const { dialect } = c.placement
  const name = resource.publicName!
  const spec = servedSpec(resource, c)
  const replaced = replacedBecause(m, live)
  const statements = servedStatements(dialect)
  const sql =
    replaced === null
      ? statements.alter(spec, changeOf(resource, record!.applied, live.get(nameText(name))))
      : [...madeRoom(record, resource, dialect, live), ...statements.create(spec)]
  // the mark says nothing where somebody changed the object under it
  const isMarked = live.get(nameText(name))?.comment === spec.comment
  const added = requestFunction(c.project, resource, c.placement)
  const effect = recordEffect(m, [], c)
  const publish = { phase: 'publish', cause: resource.address } as const
  return [
    step({
      ...publish,
      title: `${replaced === null ? 'alter' : 'publish'} ${resource.served.kind} ${nameText(name)}`,
      sql,
      probe: isMarked ? null : statements.probe(publicKind(resource), name, spec.comment),
      effect: added.length === 0 ? effect : null,
    }),
    ...(added.length === 0 ? [] : [step({ ...publish, title: `publish function ${nameText(requestName(name))}`, sql: added, effect })]),
  ]
}

/** What the former object leaves beside the one that took its name. */
export function leftBehindSteps({ resource, record }: Matched, c: StepContext): readonly Step[] {
  const sql = leftBehind(record, resource, c.placement.dialect)
  return sql.length === 0 ? [] : [step({ phase: 'contract', cause: resource.address, title: `clear what ${resource.address} left behind`, sql })]
}

/** The statements that make an object anew: what `generated/` shows. */
export function servedDefinition(resource: Placed, c: Pick<StepContext, 'lowered' | 'bindings' | 'placement' | 'project'>): readonly string[] {
  if (!isKept(resource)) return []
  return [...servedStatements(c.placement.dialect).create(servedSpec(resource, c)), ...requestFunction(c.project, resource, c.placement)]
}

// ---- its query

function servedSpec(
  resource: Kept,
  { lowered, bindings, placement, project }: Pick<StepContext, 'lowered' | 'bindings' | 'placement' | 'project'>,
): ServedSpec {
  const { dialect } = placement
  const bounds = whenRead(dialect)
  const materialized = resource.served.kind === 'materialized view' ? materializedRows(resource, bindings) : null
  const body = bindRelation(shownQuery(resource, lowered), materialized?.over ?? bindings)
  const types = new Map([...resource.grain.keys, ...resource.grain.time, ...resource.columns].map(c => [c.name, c.type]))
  const columns = outputs(body).map(name => ({
    name,
    type: types.get(name) ?? time,
    comment: resource.columns.find(c => c.name === name)?.description ?? null,
  }))
  return {
    name: resource.publicName!,
    served: resource.served,
    columns,
    keys: resource.grain.keys.map(k => k.name),
    query: printQuery(body, dialect, bounds),
    rows: materialized === null ? null : { columns: outputs(materialized.rows), query: printQuery(materialized.rows, dialect, bounds) },
    comment: publicComment(project, resource, [], placement),
  }
}

/** What a materialized view keeps: all rows of its one table, from which the view over it takes the newest. */
function materializedRows(resource: Placed, bindings: Bindings): { readonly rows: Relation; readonly over: Bindings } {
  const [use] = resource.uses
  const view = bindings.resource(use!.on)
  const grain = grainNames(view).filter(c => c !== 'feature_date')
  const columns = unique([...grain, ...use!.columns, 'computed_at'])
  const rows = bindRelation({ kind: 'scan', of: view.address, columns }, bindings)
  const beside: Storage = {
    name: besideName(resource.publicName!),
    generation: nameText(besideName(resource.publicName!)),
    of: view.address,
    grain: view.grain.hash,
    grainColumns: grain,
    first: true,
    columns: view.columns.filter(c => use!.columns.includes(c.name)).map(c => ({ logical: c.name, stored: c.name, dataHash: c.dataHash })),
  }
  const scan = rows.kind === 'physical' ? select(as('s', rows), fields(columns, 's')) : rows
  return { rows: scan, over: { ...bindings, storages: of => (of === view.address ? [beside] : bindings.storages(of)) } }
}

/** What keeps the query of a serving from being what it is to be. */
export function unservable(resource: Placed, bindings: Bindings): readonly Diagnostic[] {
  if (!isKept(resource) || resource.served.kind !== 'materialized view') return []
  const problem = materializedViewProblem(materializedRows(resource, bindings).rows)
  return problem === null ? [] : [diagnostic('F398', { address: resource.address, ...problem })]
}

function changeOf(resource: Kept, was: Placed, object: LiveObject | undefined): ServedChange {
  const before = was.served
  const comment = new Map(was.columns.map(c => [c.name, c.description]))
  const drifted = new Set(object === undefined ? [] : servedDrift(before, object).map(f => f.path))
  return {
    lag: before?.lag !== resource.served.lag || drifted.has('lag'),
    warehouse: before?.warehouse !== resource.served.warehouse || drifted.has('warehouse'),
    clusterBy: JSON.stringify(before?.clusterBy) !== JSON.stringify(resource.served.clusterBy),
    columns: resource.columns.filter(c => comment.get(c.name) !== c.description).map(c => ({ name: c.name, comment: c.description })),
    resume: isSuspended(object),
  }
}
