import type { Address } from '../base/address.ts'
import { InternalError } from '../base/diagnostic.ts'
import type { Seconds } from '../base/duration.ts'
import { day } from '../base/duration.ts'
import { groupBy, unique, uniqueBy } from '../base/group.ts'
import { lengthAtPoints } from '../ir/accuracy.ts'
import { aggregates } from '../ir/aggregates.ts'
import type { CatalogFeature } from '../ir/catalog.ts'
import type { Join, Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import type { ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import { aggregate, as, call, choose, field, fields, instant, integer, join, later, named, param, part, sameColumns, select } from '../ir/terms.ts'
import type { AttributeSource } from './attributes.ts'
import { attributeJoins, attributeOf, attributeParts, attributeValue } from './attributes.ts'
import { allLeaves } from './leaves.ts'
import { leafColumn, levelParts } from './levels.ts'
import type { Model } from './model.ts'
import { unknown } from './model.ts'
import { livingFrom, populationParts } from './population.ts'
import { readAlias, readValue, viewJoin } from './view-read.ts'
import type { ViewPlan } from './view-plan.ts'
import { slotName } from './view-plan.ts'
import type { Part, WindowParts } from './window-slot.ts'
import { windowParts } from './windows.ts'

export interface ViewFill {
  /** Features to fill, by address. */
  readonly features: readonly Address[]
  /** Whether these rows are the view's own, or a later group for exactly the rows that are there. */
  readonly first: boolean
  /** Many points at once. */
  readonly bulk: boolean
  /** The view's own rows of the point before `from` are there. */
  readonly continues: boolean
}

/** Rows of a view at the points [from, to): keys, feature_time, feature_date where the cadence is whole days, the features, computed_at. */
export function viewBody(model: Model, plan: ViewPlan, fill: ViewFill): Relation {
  const living = livingFrom(plan.population)
  const context = { keys: plan.keys, every: plan.every, known: plan.known, bulk: fill.bulk, living }
  const needed = neededFeatures(model, plan, fill)
  const leaves = needed.flatMap(f => allLeaves(f.expr))
  const points: Part = {
    name: 'points',
    of: { kind: 'series', name: 'feature_time', every: plan.every, first: param('from'), last: later(param('to'), -plan.every) },
  }
  const population = fill.first ? populationParts(plan.population, { ...context, before: fill.continues ? storedBefore(plan) : null }) : storedParts(plan)
  const read = new Set(leaves.filter(l => l.kind === 'window').map(slotName))
  const windows = windowParts(
    plan.slots.filter(s => read.has(s.name)),
    context,
  )
  const attributes = attributesRead(model, plan, leaves)
  const base = baseColumns(model, plan, { leaves, stored: fill.first ? [] : storedSiblings(model, plan, needed), windows: windows.outputs, attributes })
  const levels = levelParts(
    model,
    plan,
    needed,
    base.columns.map(c => c.as),
  )
  const grid = windows.outputs.find(w => w.isGrid)?.part ?? 'grid'
  const parts = [
    points,
    ...population.filter(p => (grid === 'grid' ? fill.first || p.name === grid : p.name !== 'grid')),
    ...windows.parts,
    ...attributes.flatMap(a => attributeParts(a, context)),
    { name: 'base', of: select(as('g', part(grid)), base.columns, { joins: base.joins }) },
    ...levels.parts,
  ]
  return { kind: 'with', parts, body: finalColumns(model, plan, fill, levels.last) }
}

/** The features asked for; for the view's own rows also siblings that they need. */
export function neededFeatures(model: Model, plan: ViewPlan, fill: Pick<ViewFill, 'features' | 'first'>): readonly CatalogFeature[] {
  const wanted = new Set<Address>(fill.features)
  if (fill.first) for (const f of wanted) for (const s of siblingsOf(model, plan, model.catalog.features[f]!)) wanted.add(s)
  return plan.view.features.filter(f => wanted.has(f)).map(f => model.catalog.features[f]!)
}

function siblingsOf(model: Model, plan: ViewPlan, f: CatalogFeature): readonly Address[] {
  return unique(allLeaves(f.expr).flatMap(l => (l.kind === 'feature' && model.catalog.features[l.ref]?.view === plan.view.address ? [l.ref] : [])))
}

/** Siblings that a later group reads from where they are stored. */
function storedSiblings(model: Model, plan: ViewPlan, needed: readonly CatalogFeature[]): readonly CatalogFeature[] {
  const read = unique(needed.flatMap(f => siblingsOf(model, plan, f))).map(r => model.catalog.features[r]!)
  return read.filter(r => !needed.includes(r))
}

/** Of the rows that are there: those rows, and for keys that live on for ever from when on. */
function storedParts(plan: ViewPlan): readonly Part[] {
  const lives = select(as('s', storedRows(plan, [])), [...fields(plan.keys, 's'), named('alive_from', aggregate('min', [field('feature_time', 's')]))], {
    groupBy: plan.keys.map(k => field(k, 's')),
  })
  return [
    { name: '_first_seen', of: lives },
    { name: 'grid', of: storedRows(plan, []) },
  ]
}

/** Keys of the point before `from`, as they are stored. */
function storedBefore(plan: ViewPlan): Relation {
  const names = [...plan.keys, 'feature_time']
  const before = call<TermLeaf>('eq', field('feature_time', 's'), later(param('from'), -plan.every))
  return select(as('s', { kind: 'scan', of: plan.view.address, columns: names }), fields(plan.keys, 's'), { where: [before] })
}

function storedRows(plan: ViewPlan, columns: readonly string[]): Relation {
  const names = [...plan.keys, 'feature_time', ...columns]
  const at = field('feature_time', 's')
  return select(as('s', { kind: 'scan', of: plan.view.address, columns: names }), fields(names, 's'), {
    where: [call('gte', at, param('from')), call('lt', at, param('to'))],
  })
}

/** The sources of attributes that leaves read. */
export function attributesRead(model: Model, plan: ViewPlan, leaves: readonly ScalarLeaf[]): readonly AttributeSource[] {
  const names = leaves.filter(l => l.kind === 'asOf').map(l => attributeOf(model, plan.entity, l.of).name)
  return plan.attributes.filter(a => names.includes(a.name))
}

interface BaseInput {
  readonly leaves: readonly ScalarLeaf[]
  readonly stored: readonly CatalogFeature[]
  readonly windows: WindowParts['outputs']
  readonly attributes: readonly AttributeSource[]
}

/** The grid joined with all that is known without siblings and lookups: (keys, feature_time, one column per leaf). */
function baseColumns(model: Model, plan: ViewPlan, input: BaseInput): { readonly columns: readonly Named[]; readonly joins: readonly Join[] } {
  const grain = [...plan.keys, 'feature_time']
  const foreign = foreignFeatures(model, plan, input.leaves)
  const of = (leaf: ScalarLeaf, value: Term): Named => named(leafColumn(model, plan, leaf), value)
  const columns = input.leaves.flatMap(l => {
    if (l.kind === 'window')
      return [
        of(
          l,
          windowValue(model, l, input.windows, w => windowOpens(plan, w)),
        ),
      ]
    return l.kind === 'asOf' ? [of(l, attributeValue(attributeOf(model, plan.entity, l.of), l.of))] : []
  })
  columns.push(...input.stored.map(f => named(f.column, field(f.column, 'own'))))
  columns.push(...foreign.map(f => of({ kind: 'feature', ref: f.address }, readValue(f, readAlias(f.view)))))
  const joins = [
    ...input.windows.filter(w => !w.isGrid).map(w => join('left', w.part, part(w.part), sameColumns('g', w.part, grain))),
    ...input.attributes.flatMap(a => attributeJoins(a, plan.keys)),
    ...(input.stored.length > 0
      ? [
          join(
            'left',
            'own',
            storedRows(
              plan,
              input.stored.map(f => f.column),
            ),
            sameColumns('g', 'own', grain),
          ),
        ]
      : []),
    ...[...groupBy(foreign, f => f.view)].map(([view, read]) => viewJoin(model, view, read, readAlias(view), 'g', key => field(key, 'g'))),
  ]
  return { columns: [...fields(grain, 'g'), ...uniqueBy(columns, c => c.as)], joins }
}

/** Features of other views of the same entity that are read. */
export function foreignFeatures(model: Model, plan: ViewPlan, leaves: readonly ScalarLeaf[]): readonly CatalogFeature[] {
  const refs = unique(leaves.flatMap(l => (l.kind === 'feature' ? [l.ref] : [])))
  return refs.map(r => model.catalog.features[r]!).filter(f => f.view !== plan.view.address)
}

/** NULL where the window starts before the source's history, unless the feature allows that. */
export function windowValue(
  model: Model,
  leaf: WindowAggregate,
  outputs: WindowParts['outputs'],
  opens: (w: WindowAggregate & { readonly length: Seconds }) => Term,
): Term {
  const holder = outputs.find(w => w.slots.includes(slotName(leaf)))
  if (holder === undefined) throw new InternalError(`no part computes ${slotName(leaf)}`)
  const merged = field(slotName(leaf), holder.isGrid ? 'g' : holder.part)
  const value = aggregates[leaf.aggregate].empty === 'zero' ? call<TermLeaf>('coalesce', merged, integer(0)) : merged
  const source = model.sources.get(leaf.source) ?? unknown(leaf.source)
  if (leaf.length === 'lifetime' || leaf.partial || source.historyFrom === null) return value
  return choose(call('gte', opens({ ...leaf, length: leaf.length }), instant(source.historyFrom)), value)
}

/** When a window begins whose end is a point. */
function windowOpens(plan: ViewPlan, window: WindowAggregate): Term {
  const length = lengthAtPoints(window, plan.view.contract.accuracy)
  return later(field('feature_time', 'g'), length === 'lifetime' ? 0 : -(length + window.offset))
}

function finalColumns(model: Model, plan: ViewPlan, fill: ViewFill, last: string): Relation {
  return select(as('r', part(last)), [
    ...fields([...plan.keys, 'feature_time'], 'r'),
    ...(plan.every % day === 0 ? [named('feature_date', call<TermLeaf>('dateOf', field('feature_time', 'r')))] : []),
    ...fields(
      fill.features.map(f => model.catalog.features[f]!.column),
      'r',
    ),
    named('computed_at', param('now')),
  ])
}
