import type { CatalogView } from '../ir/catalog.ts'
import type { Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { as, bucketOf, call, choose, field, fields, instant, join, later, literal, named, param, part, sameColumns, select, words } from '../ir/terms.ts'
import type { Model } from './model.ts'
import type { StoreColumn, StoreGroup, StorePlan } from './store-plan.ts'
import { columnsOfView } from './store-plan.ts'
import { emptyTerm } from './view-read.ts'
import type { Part } from './window-slot.ts'
import { day } from '../base/duration.ts'

/** Rows of a store for one feature_type and the dates [from, to): each view's newest row at midnight of the date. */
export function storeBody(model: Model, plan: StorePlan, featureType: string): Relation {
  const group = plan.groups.find(g => g.featureType === featureType)!
  const days: Part = { name: 'points', of: { kind: 'series', name: 'feature_time', every: day, first: param('from'), last: later(param('to'), -day) } }
  const views = group.views.map((view, i) => ({ view, alias: `v${i + 1}` }))
  const parts = [
    days,
    ...views.map(({ view, alias }) => ({ name: alias, of: newestRows(model, view, group) })),
    { name: 'grid', of: gridOf(model, views, group) },
  ]
  const grain = [...group.keys, 'feature_time']
  const columns: Named[] = [
    named('feature_type', words(featureType)),
    named('feature_date', call<TermLeaf>('dateOf', field('feature_time', 'g'))),
    ...plan.keys.map(k => named(k.name, group.keys.includes(k.name) ? field(k.name, 'g') : literal(null, k.type))),
    ...plan.columns.map(c => named(c.name, storeValue(c, views))),
  ]
  return {
    kind: 'with',
    parts,
    body: select(as('g', part('grid')), columns, { joins: views.map(({ alias }) => join('left', alias, part(alias), sameColumns('g', alias, grain))) }),
  }
}

/** A view's rows by (keys, midnight): the newest point at or before it. */
function newestRows(model: Model, view: CatalogView, group: StoreGroup): Relation {
  const own = columnsOfView(model, view).map(c => c.feature.column)
  const columns = [...group.keys, ...new Set(own)]
  const at = field('feature_time', 's')
  const scan: Relation = { kind: 'scan', of: view.address, columns: [...columns, 'feature_time'] }
  return select(as('s', scan), [...fields(columns, 's'), named('feature_time', field('feature_time', 'p'))], {
    joins: [join('inner', 'p', part('points'), [call('eq', at, bucketOf(field('feature_time', 'p'), view.contract.every))])],
    where: [call('gte', at, later(param('from'), -view.contract.every)), call('lt', at, param('to'))],
  })
}

/** Every key that one of the views has at a date; views of a defined population have the same. */
function gridOf(model: Model, views: readonly { readonly view: CatalogView; readonly alias: string }[], group: StoreGroup): Relation {
  const grain = [...group.keys, 'feature_time']
  const rows = views.map(({ alias }) => select(as('s', part(alias)), fields(grain, 's')))
  const defined = model.entities.get(views[0]!.view.entity)!.definedBy !== null
  if (rows.length === 1 || (defined && views.every(v => v.view.contract.start === views[0]!.view.contract.start))) return rows[0]!
  return select(as('u', { kind: 'union', all: rows }), fields(grain, 'u'), { distinct: true })
}

/** NULL for columns of other types and before a view starts; a key without a row in its view has the empty value. */
function storeValue(c: StoreColumn, views: readonly { readonly view: CatalogView; readonly alias: string }[]): Term {
  const holder = views.find(v => v.view.address === c.feature.view)
  if (holder === undefined) return literal(null, c.feature.type)
  const { alias, view } = holder
  if (views.length === 1) return field(c.feature.column, alias)
  const missing = call<TermLeaf>('isNull', field('feature_time', alias))
  const start = view.contract.start
  const empty = start === null ? emptyTerm(c.feature) : choose<TermLeaf>(call('gte', field('feature_time', 'g'), instant(start)), emptyTerm(c.feature))
  return choose(missing, empty, field(c.feature.column, alias))
}
