import { groupBy, unique } from '../base/group.ts'
import type { CatalogFeature, CatalogServing, CatalogView } from '../ir/catalog.ts'
import type { Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { aggregate, as, call, choose, field, fields, join, later, literal, named, param, part, select } from '../ir/terms.ts'
import { time } from '../ir/type.ts'
import type { Model } from './model.ts'
import { emptyTerm } from './view-read.ts'
import type { Part } from './window-slot.ts'

/** A view that a serving shows, with the columns that are read of it. */
interface Shown {
  readonly view: CatalogView
  readonly features: readonly CatalogFeature[]
  readonly alias: string
}

/**
 * The rows of a serving as a query that an engine can keep current by itself, computing only what changed: the moment
 * stands in conditions alone, and views are put together by UNION ALL and GROUP BY instead of outer joins. It shows what
 * `servingBody` stores, but `computed_at` is when the newest of the values was computed.
 */
export function servingQuery(model: Model, serving: CatalogServing): Relation {
  const keys = model.entities.get(serving.entity)!.keys.map(k => k.name)
  const wanted = serving.features.map(f => ({ as: f.as, feature: model.catalog.features[f.feature]! }))
  const views: readonly Shown[] = [...groupBy(wanted, w => w.feature.view)].map(([view, of], i) => ({
    view: model.views.get(view)!,
    features: unique(of.map(w => w.feature)),
    alias: `v${i + 1}`,
  }))
  const several = views.length > 1
  const parts = views.flatMap(v => [pointPart(v, keys), { name: v.alias, of: rowsOf(v, keys, several ? views : [v]) }])
  const last = several ? 'merged' : views[0]!.alias
  if (several) parts.push({ name: last, of: merged(views, keys) })
  const columns: Named[] = [
    ...fields([...keys, 'feature_time'], 'r'),
    ...wanted.map(w => named(w.as, several ? shownValue(w.feature, views) : field(w.feature.column, 'r'))),
    named('computed_at', field('computed_at', 'r')),
  ]
  // without keys, grouping gives a row of nothing where there is none
  const where = several && keys.length === 0 ? [call<TermLeaf>('not', call('isNull', field('feature_time', 'r')))] : []
  return { kind: 'with', parts, body: select(as('r', part(last)), columns, { where }) }
}

function pointPart({ view, alias }: Shown, keys: readonly string[]): Part {
  const at = field('feature_time', 's')
  const scan: Relation = { kind: 'scan', of: view.address, columns: [...keys, 'feature_time'] }
  return {
    name: `${alias}_point`,
    of: select(as('s', scan), [named('feature_time', aggregate('max', [at]))], {
      where: [call('lte', at, later(param('now'), -view.contract.availableAfter))],
    }),
  }
}

/**
 * The rows at the newest point: with their values where the point is young enough, else without. Beside other views,
 * `_v1` and so on say by their time from which view a row is, and the columns of the others are NULL.
 */
function rowsOf(shown: Shown, keys: readonly string[], views: readonly Shown[]): Relation {
  const { view, features, alias } = shown
  const at = field('feature_time', 's')
  const edge = later(param('now'), -2 * view.contract.every)
  const scan: Relation = { kind: 'scan', of: view.address, columns: [...keys, 'feature_time', ...features.map(f => f.column), 'computed_at'] }
  const branch = (fresh: boolean): Relation =>
    select(
      as('s', scan),
      [
        ...fields([...keys, 'feature_time'], 's'),
        ...(views.length > 1 ? views.map(v => named(`_${v.alias}`, v === shown ? at : literal(null, time))) : []),
        ...views.flatMap(v => v.features.map(f => named(f.column, v === shown && fresh ? field(f.column, 's') : literal(null, f.type)))),
        named('computed_at', field('computed_at', 's')),
      ],
      {
        joins: [join('inner', 'n', part(`${alias}_point`), [call('eq', at, field('feature_time', 'n'))])],
        where: [fresh ? call('gte', at, edge) : call('lt', at, edge)],
      },
    )
  return { kind: 'union', all: [branch(true), branch(false)] }
}

/** One row per key of what the views show. */
function merged(views: readonly Shown[], keys: readonly string[]): Relation {
  const u = (name: string): Term => field(name, 'u')
  // Only one of the rows is from the view, whose value it takes: as the greatest, where values have an order.
  const value = (f: CatalogFeature, alias: string): Term =>
    f.type.kind === 'json' || f.type.kind === 'flag' ? aggregate('argMax', [u(f.column), u(`_${alias}`)]) : aggregate('max', [u(f.column)])
  const all = views.map(v => {
    const names = ['feature_time', ...views.map(x => `_${x.alias}`), ...views.flatMap(x => x.features.map(f => f.column)), 'computed_at']
    return select(as('s', part(v.alias)), fields([...keys, ...names], 's'))
  })
  const columns: Named[] = [
    ...fields(keys, 'u'),
    named('feature_time', aggregate('min', [u('feature_time')])),
    ...views.map(v => named(`_${v.alias}`, aggregate('max', [u(`_${v.alias}`)]))),
    ...views.flatMap(v => v.features.map(f => named(f.column, value(f, v.alias)))),
    named('computed_at', aggregate('max', [u('computed_at')])),
  ]
  return select(as('u', { kind: 'union', all }), columns, { groupBy: keys.map(k => u(k)) })
}

/** A key without a row at the newest point of a view has the empty values of its features. */
function shownValue(f: CatalogFeature, views: readonly Shown[]): Term {
  const { alias } = views.find(v => v.view.address === f.view)!
  return choose<TermLeaf>(call('isNull', field(`_${alias}`, 'r')), emptyTerm(f), field(f.column, 'r'))
}
