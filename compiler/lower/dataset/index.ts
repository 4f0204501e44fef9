import { InternalError } from '../../base/diagnostic.ts'
import { unique } from '../../base/group.ts'
import { isoOf } from '../../base/instant.ts'
import type { CatalogDataset, CatalogFeature } from '../../ir/catalog.ts'
import type { Named, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import { aggregate, all, as, call, choose, field, fields, instant, join, later, named, over, part, select, words } from '../../ir/terms.ts'
import type { Type } from '../../ir/type.ts'
import { text, time } from '../../ir/type.ts'
import type { Model } from '../model.ts'
import { exactBody } from '../exact/index.ts'
import { happened } from '../row.ts'
import { planView } from '../view-plan.ts'
import { emptyTerm } from '../view-read.ts'
import { newestRows } from '../row-versions.ts'
import type { Part } from '../window-slot.ts'
import { labelBody, labelKnown } from './label.ts'
import { availablePoint, newestComputed, pointsRead, youngEnough } from './point.ts'
import type { DatasetRequest, ReadView } from './request.ts'
import { readViews } from './request.ts'
import { labelTime, rowOrder, shownColumns, spineField, spineOf, spineRows, withinSpan } from './spine.ts'
import { parts as splitParts, splitTerm } from './split.ts'

export type { DatasetRequest } from './request.ts'
export { readViews } from './request.ts'
export { compareBody } from './compare.ts'
export { datasetHashes, newestKnown, readRows, sourceColumns, sourceRows, viewsOf } from './inputs.ts'
export { labelWindows } from './label.ts'
export { shownColumns, spineOf } from './spine.ts'

/** The columns of a dataset in order: keys and what is kept of the spine, the time, the part of the split, the label, the features. */
export function datasetColumns(model: Model, dataset: CatalogDataset): readonly { readonly name: string; readonly type: Type }[] {
  const source = spineOf(model, dataset)
  return [
    ...shownColumns(dataset).map(name => ({ name, type: source.columns.find(c => c.name === name)!.type })),
    { name: happened(source), type: time },
    { name: 'split', type: text },
    { name: 'label', type: dataset.labelType },
    ...dataset.features.map((f, i) => ({ name: dataset.names[i]!, type: model.catalog.features[f]!.type })),
  ]
}

/**
 * The rows of a dataset: every example once, with its label and each view's newest point that was computed and available at
 * its time. Points are multiples of the cadence, so that the rows of a view are found by equality.
 */
export function datasetBody(model: Model, dataset: CatalogDataset, request: DatasetRequest): Relation {
  const views = readViews(model, dataset)
  const points = dataset.accuracy === 'exact' ? [] : pointColumns(views, request)
  const judged = judgedRows(model, dataset, request, views)
  const examples = select(
    as('j', part('judged')),
    [...carriedBy(judged, 'j'), ...points.map(p => named(p.as, youngEnough(field(p.as, 'j'), p.view, field(labelTime, 'j'))))],
    {
      where: [...withinSpan(request.from, request.to, 'j'), field('is_known', 'j'), call('not', call('isNull', field('split', 'j')))],
    },
  )
  const label = labelBody(model, dataset, request, 'examples', 'x')
  const columns: Named[] = [
    ...shownColumns(dataset).map(c => named(c, spineField(model, dataset, c, 'x'))),
    named(happened(spineOf(model, dataset)), field(labelTime, 'x')),
    named('split', field('split', 'x')),
    named('label', label.value),
    ...dataset.features.map((f, i) => named(dataset.names[i]!, featureValue(dataset, model.catalog.features[f]!, views, points))),
  ]
  const parts: Part[] = [
    { name: 'spine', of: spineRows(model, dataset, request.known) },
    { name: 'judged', of: judged.relation },
    { name: 'examples', of: examples },
    ...label.parts,
    ...views.map(v => ({ name: v.alias, of: dataset.accuracy === 'exact' ? exactRows(model, dataset, v) : viewRows(model, v, request) })),
  ]
  const joins = views.map(v =>
    join('left', v.alias, part(v.alias), [
      ...keysOf(model, v).map((k, i) => call<TermLeaf>('eq', field(k, v.alias), spineField(model, dataset, v.on[i]!, 'x'))),
      call('eq', field(timeOf(dataset), v.alias), field(dataset.accuracy === 'exact' ? labelTime : pointOf(v, points), 'x')),
    ]),
  )
  return {
    kind: 'with',
    parts,
    body: select(as('x', part('examples')), columns, { joins: [...label.joins, ...joins], orderBy: rowOrder(model, dataset, 'x') }),
  }
}

/** The same with the number of each row in the order of the result, from 1 on, for who reads it by pages. */
export function numberedBody(model: Model, dataset: CatalogDataset, request: DatasetRequest, name: string): Relation {
  const rows = datasetBody(model, dataset, request)
  if (rows.kind !== 'with' || rows.body.kind !== 'select') throw new InternalError('the rows of a dataset are no select')
  const { body } = rows
  const number = over('rowNumber', [], [], body.orderBy, null)
  return { ...rows, body: { ...body, columns: [...body.columns, named(name, number)], orderBy: [] } }
}

/** How many examples there are and what becomes of them: one row. */
export function datasetCounts(model: Model, dataset: CatalogDataset, request: DatasetRequest): Relation {
  const views = readViews(model, dataset)
  const judged = judgedRows(model, dataset, request, views)
  const points = pointColumns(views, request)
  const known = field('is_known', 'j')
  const inGap = call<TermLeaf>('isNull', field('split', 'j'))
  const kept = all<TermLeaf>([known, call('not', inGap)])
  const count = (filter: Term): Term => aggregate('countAll', [], filter)
  const at = field(labelTime, 'j')
  const columns: Named[] = [
    named('examples', aggregate('countAll', [])),
    named('label_not_known', count(call('not', known))),
    named('in_gap', count(all<TermLeaf>([known, inGap]))),
    ...splitParts.map(p => named(`${p}_rows`, count(all<TermLeaf>([known, call('eq', field('split', 'j'), words(p))])))),
    named('first_time', aggregate('min', [choose<TermLeaf>(kept, at)])),
    named('last_time', aggregate('max', [choose<TermLeaf>(kept, at)])),
    ...views.flatMap(v => missingColumns(v, points, request, kept)),
  ]
  const body = select(as('j', part('judged')), columns, { where: withinSpan(request.from, request.to, 'j') })
  return {
    kind: 'with',
    parts: [
      { name: 'spine', of: spineRows(model, dataset, request.known) },
      { name: 'judged', of: judged.relation },
    ],
    body,
  }
}

/** Rows of the spine in all, without a time, and not known before the cutoff: one row. */
export function spineCounts(model: Model, dataset: CatalogDataset, { known }: DatasetRequest): Relation {
  const source = spineOf(model, dataset)
  const rows = select(as('s', newestRows(source)), [
    named('spine_rows', aggregate('countAll', [])),
    named('no_time', aggregate('countAll', [], call('isNull', field(happened(source), 's')))),
  ])
  const seen = select(as('k', { kind: 'with', parts: [{ name: 'spine', of: spineRows(model, dataset, known) }], body: part('spine') }), [
    named('known_rows', aggregate('countAll', [])),
  ])
  return select(as('a', rows), fields(['spine_rows', 'no_time'], 'a').concat(fields(['known_rows'], 'b')), { joins: [join('cross', 'b', seen)] })
}

interface PointColumn {
  readonly as: string
  readonly view: ReadView
  readonly term: Term
  /** Views whose points are the same at every time share one column. */
  readonly of: readonly string[]
}

function pointColumns(views: readonly ReadView[], { coverage }: DatasetRequest): readonly PointColumn[] {
  const found = new Map<string, PointColumn>()
  for (const v of views) {
    const { every } = v.view.contract
    const term = newestComputed(availablePoint(v, field(labelTime, 's')), coverage[v.view.address] ?? [], every)
    const key = JSON.stringify([term, v.limit])
    const same = found.get(key)
    found.set(key, same === undefined ? { as: `point_${found.size + 1}`, view: v, term, of: [v.alias] } : { ...same, of: [...same.of, v.alias] })
  }
  return [...found.values()]
}

function pointOf(v: ReadView, points: readonly PointColumn[]): string {
  return points.find(p => p.of.includes(v.alias))!.as
}

interface Judged {
  readonly relation: Relation
  /** Its columns but for points. */
  readonly columns: readonly string[]
}

/** The examples with what decides about each: its part of the split, whether its label is known, the newest points that are computed. */
function judgedRows(model: Model, dataset: CatalogDataset, request: DatasetRequest, views: readonly ReadView[]): Judged {
  const spine = spineRows(model, dataset, request.known)
  const columns = spine.kind === 'select' ? spine.columns.map(c => c.as) : []
  const own: Named[] = [...fields(columns, 's'), named('split', splitTerm(model, dataset, 's')), named('is_known', labelKnown(model, dataset, request, 's'))]
  const points = pointColumns(views, request).map(p => named(p.as, p.term))
  return { relation: select(as('s', part('spine')), [...own, ...points]), columns: own.map(c => c.as) }
}

function carriedBy({ columns }: Judged, alias: string): readonly Named[] {
  return fields(
    columns.filter(c => c !== 'is_known'),
    alias,
  )
}

/** How many examples lack a point that should be there, and the first and last of these points. */
function missingColumns(v: ReadView, points: readonly PointColumn[], { starts }: DatasetRequest, kept: Term): readonly Named[] {
  const at = field(labelTime, 'j')
  const due = availablePoint(v, at)
  const start = starts[v.view.address]
  const young = youngEnough(field(pointOf(v, points), 'j'), v, at)
  const couldBe = call<TermLeaf>('gte', due, later(at, -v.limit))
  // the rarest first, and one value for all three: engines look at the rest of a condition only where it holds so far
  const lacks = all<TermLeaf>([kept, call('isNull', young), couldBe, ...(start === undefined ? [] : [call<TermLeaf>('gte', due, instant(isoOf(start)))])])
  const missing = [choose<TermLeaf>(lacks, due)]
  return [
    named(`${v.alias}_missing`, aggregate('count', missing)),
    named(`${v.alias}_first`, aggregate('min', missing)),
    named(`${v.alias}_last`, aggregate('max', missing)),
  ]
}

function keysOf(model: Model, { view }: ReadView): readonly string[] {
  return model.entities.get(view.entity)!.keys.map(k => k.name)
}

/** What the examples can read of a view, and no more. */
function viewRows(model: Model, v: ReadView, { reach }: DatasetRequest): Relation {
  const columns = unique([...keysOf(model, v), 'feature_time', ...v.features.map(f => f.column)])
  const at = field('feature_time', 's')
  const span = reach === null ? null : pointsRead(v, reach)
  return select(as('s', { kind: 'scan', of: v.view.address, columns }), fields(columns, 's'), {
    where: span === null ? [] : [call('gte', at, instant(span.first)), call('lte', at, instant(span.last))],
  })
}

/** Values as of the times of the examples themselves, from the rows of the sources. */
function exactRows(model: Model, dataset: CatalogDataset, v: ReadView): Relation {
  const keys = keysOf(model, v)
  const columns = [...keys.map((k, i) => named(k, spineField(model, dataset, v.on[i]!, 'x'))), named('spine_time', field(labelTime, 'x'))]
  return exactBody(model, planView(model, v.view), {
    features: v.features.map(f => f.address),
    spine: select(as('x', part('examples')), columns, { distinct: true }),
  })
}

function timeOf({ accuracy }: CatalogDataset): string {
  return accuracy === 'exact' ? 'spine_time' : 'feature_time'
}

/** NULL without a point; where the key has no row at the point, what a missing row means. */
function featureValue(dataset: CatalogDataset, f: CatalogFeature, views: readonly ReadView[], points: readonly PointColumn[]): Term {
  const v = views.find(x => x.view.address === f.view)!
  const value = field(f.column, v.alias)
  const empty = emptyTerm(f)
  if (empty.kind === 'literal' && empty.value === null) return value
  const noRow = call<TermLeaf>('isNull', field(timeOf(dataset), v.alias))
  if (dataset.accuracy === 'exact') return choose<TermLeaf>(noRow, empty, value)
  return choose<TermLeaf>(all<TermLeaf>([noRow, call('not', call('isNull', field(pointOf(v, points), 'x')))]), empty, value)
}
