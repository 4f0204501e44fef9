import type { Address } from '../../base/address.ts'
import type { CatalogFeature } from '../../ir/catalog.ts'
import type { Join, Named, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import type { ScalarLeaf } from '../../ir/scalar.ts'
import { as, call, choose, field, fields, join, named, part, sameColumns, select } from '../../ir/terms.ts'
import { groupBy, uniqueBy } from '../../base/group.ts'
import type { AsOfParts } from '../attributes.ts'
import { attributeJoins, attributeOf, attributeParts, attributeValue } from '../attributes.ts'
import { allLeaves } from '../leaves.ts'
import type { ReadView } from '../levels.ts'
import { leafColumn, levelParts, storedView } from '../levels.ts'
import type { Model } from '../model.ts'
import { unknown } from '../model.ts'
import { attributesRead, foreignFeatures, neededFeatures, windowValue } from '../view-body.ts'
import type { ViewPlan } from '../view-plan.ts'
import { planView, slotName } from '../view-plan.ts'
import { emptyTerm, readAlias, readValue } from '../view-read.ts'
import type { Reading, WindowParts } from '../window-slot.ts'
import type { Alive, SeenEvents } from './alive.ts'
import { aliveAt, always, isEmptyUnlessAlive } from './alive.ts'
import { nested } from './nested.ts'
import type { MomentAccuracy } from './reading.ts'
import { rawReading, windowOpens } from './reading.ts'
import { seenNow } from './seen-now.ts'
import { tilesAndHead } from './tiles-and-head.ts'
import { captureAt, dimensionAt } from './versions.ts'
import type { MomentContext } from './windows.ts'
import { momentWindows } from './windows.ts'

export type { MomentAccuracy } from './reading.ts'

export interface ExactRequest {
  /** Features of the view, by address. */
  readonly features: readonly Address[]
  /** Rows with the view's keys under their names and `spine_time`, at any moments; repeated ones count once. */
  readonly spine: Relation
  /** What the view promises where nothing is said, and `exact` where that is no more than its points. */
  readonly accuracy?: MomentAccuracy
  /** What is read of other views: their values as of the same moment, or their newest stored rows, as they are read at points. */
  readonly others?: 'as exact' | 'newest stored'
  /** Whether the moments are all `now`: then values are merged from tiles and the newest raw rows, and keys that are not alive have no rows. */
  readonly live?: boolean
}

/**
 * Values of features at any moments: one row per distinct (keys, spine_time) of the spine with the features as of then,
 * from the rows of the sources. A key that is not alive then, or that holds NULL, has each feature's empty value.
 */
export function exactBody(model: Model, plan: ViewPlan, request: ExactRequest): Relation {
  const rows = momentRows(model, plan, request)
  const body = select(as('r', rows.body), [
    ...fields(plan.keys, 'r'),
    named('spine_time', field('feature_time', 'r')),
    ...fields(
      request.features.map(f => model.catalog.features[f]!.column),
      'r',
    ),
  ])
  return { ...rows, body }
}

/** (keys, feature_time, features). */
export function momentRows(model: Model, plan: ViewPlan, request: ExactRequest): Extract<Relation, { kind: 'with' }> {
  const promised = plan.view.contract.accuracy
  const accuracy = request.accuracy ?? (promised === 'snapshot' ? 'exact' : promised)
  const needed = neededFeatures(model, plan, { features: request.features, first: true })
  const leaves = needed.flatMap(f => allLeaves(f.expr))
  const spine = as('s', request.spine)
  const points = select(spine, [...fields(plan.keys, 's'), named('feature_time', field('spine_time', 's'))], { distinct: true })
  const live = request.live === true
  const reading = live ? tilesAndHead(plan.tables, plan.keys, accuracy) : rawReading(plan.tables, plan.keys, accuracy)
  const read = request.others === 'newest stored' ? storedView : readMoments({ accuracy, live })
  const base = baseParts(model, plan, leaves, { accuracy, read, reading, cells: !live && accuracy === 'exact' })
  const asked = request.features.map(f => model.catalog.features[f]!)
  const alive = aliveMoments(plan, asked, live ? seenNow(plan, accuracy) : null)
  const levels = levelParts(model, plan, needed, base.columns, read)
  const living = (f: CatalogFeature): Term => (alive === always ? field(f.column, 'g') : choose<TermLeaf>(alive.when, field(f.column, 'g'), emptyTerm(f)))
  const grain = fields([...plan.keys, 'feature_time'], 'g')
  return {
    kind: 'with',
    parts: [{ name: 'points', of: points }, ...base.parts, ...levels.parts, ...alive.parts],
    body: select(as('g', part(levels.last)), [...grain, ...asked.map(f => named(f.column, living(f)))], {
      joins: alive.joins,
      where: live ? [alive.when] : [],
    }),
  }
}

/** Of live moments those that are not alive have no rows: `seen` tells them. */
function aliveMoments(plan: ViewPlan, asked: readonly CatalogFeature[], seen: SeenEvents | null): Alive {
  if (seen !== null) return aliveAt(plan.population, plan.keys, plan.known, seen)
  return isEmptyUnlessAlive(plan, asked) ? always : aliveAt(plan.population, plan.keys, plan.known)
}

interface Base {
  readonly parts: WindowParts['parts']
  readonly columns: readonly string[]
}

/** Parts up to `base`: the moments with one column per leaf that needs no sibling and no lookup. */
function baseParts(
  model: Model,
  plan: ViewPlan,
  leaves: readonly ScalarLeaf[],
  { accuracy, read, reading, cells }: { accuracy: MomentAccuracy; read: ReadView; reading: Reading; cells: boolean },
): Base {
  const windows = windowsOf(plan, leaves, { reading, cells })
  const attributes = attributesRead(model, plan, leaves)
  const foreign = foreignFeatures(model, plan, leaves)
  const grain = [...plan.keys, 'feature_time']
  const opens = (w: { readonly length: number; readonly offset: number }): Term => windowOpens(field('feature_time', 'g'), w.length + w.offset, accuracy)
  const of = (leaf: ScalarLeaf, value: Term): Named => named(leafColumn(model, plan, leaf), value)
  const values = leaves.flatMap(l => {
    if (l.kind === 'window') return [of(l, windowValue(model, l, windows.outputs, opens))]
    return l.kind === 'asOf' ? [of(l, attributeValue(attributeOf(model, plan.entity, l.of), l.of))] : []
  })
  values.push(...foreign.map(f => of({ kind: 'feature', ref: f.address }, readValue(f, readAlias(f.view)))))
  const columns = [...fields(grain, 'g'), ...uniqueBy(values, c => c.as)]
  const base = as('g', part('points'))
  const grid = windows.outputs.find(w => w.isGrid)?.part ?? 'points'
  const joins: Join[] = [
    ...windows.outputs.filter(w => !w.isGrid).map(w => join('left', w.part, part(w.part), sameColumns('g', w.part, grain))),
    ...attributes.flatMap(a => attributeJoins(a, plan.keys)),
    ...[...groupBy(foreign, f => f.view)].map(([view, features]) =>
      read(model, { view, features, alias: readAlias(view), base, key: name => field(name, 'g') }),
    ),
  ]
  const parts = [
    ...windows.parts,
    ...attributes.flatMap(a => attributeParts(a, { keys: plan.keys, every: plan.every, known: plan.known }, asOfMoments)),
    { name: 'base', of: select(as('g', part(grid)), columns, { joins }) },
  ]
  return { parts, columns: columns.map(c => c.as) }
}

const asOfMoments: AsOfParts = {
  dimension: (request, known) => [dimensionAt(request, known)],
  captures: (request, captures) => [captureAt(request, captures)],
}

function windowsOf(plan: ViewPlan, leaves: readonly ScalarLeaf[], how: Pick<MomentContext, 'reading' | 'cells'>): WindowParts {
  const read = new Set(leaves.filter(l => l.kind === 'window').map(slotName))
  const context: MomentContext = { keys: plan.keys, every: plan.every, bulk: false, ...how }
  return momentWindows(
    plan.slots.filter(s => read.has(s.name)).map(s => ({ ...s, leaf: s.declared })),
    context,
  )
}

/** Rows of another view at the moments of `base`, as exact. */
function readMoments({ accuracy, live }: { accuracy: MomentAccuracy; live: boolean }): ReadView {
  return (model, { view, features, alias, base, key }) => {
    const plan = planView(model, model.views.get(view) ?? unknown(view))
    const columns = [...plan.keys.map(k => named(k, key(k))), named('spine_time', field('feature_time', base.as))]
    const spine = select(base, columns, { distinct: true })
    const rows = momentRows(model, plan, { features: features.map(f => f.address), spine, accuracy, live })
    const on = [
      ...plan.keys.map(k => call<TermLeaf>('eq', field(k, alias), key(k))),
      call<TermLeaf>('eq', field('feature_time', alias), field('feature_time', base.as)),
    ]
    return join('left', alias, nested(rows, `${alias}_`, spine), on)
  }
}
