import { groupBy } from '../base/group.ts'
import type { CatalogServing } from '../ir/catalog.ts'
import type { Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { as, call, choose, field, fields, integer, join, named, param, part, sameColumns, select } from '../ir/terms.ts'
import { captureTable, scanCaptures } from './captures.ts'
import { aliveAt } from './exact/alive.ts'
import { momentRows } from './exact/index.ts'
import { nested } from './exact/nested.ts'
import { keysSeenNow } from './exact/seen-now.ts'
import type { Model } from './model.ts'
import { unknown } from './model.ts'
import type { PopulationSource } from './population.ts'
import { wholeRow } from './row.ts'
import type { ViewPlan } from './view-plan.ts'
import { planView } from './view-plan.ts'
import { emptyTerm } from './view-read.ts'
import type { Part } from './window-slot.ts'

/** What a live serving shows: each key that is alive at `now` with its values as of then, merged from tiles and the newest raw rows. */
export function liveBody(model: Model, serving: Pick<CatalogServing, 'entity' | 'features'>): Relation {
  const keys = model.entities.get(serving.entity)!.keys.map(k => k.name)
  const wanted = serving.features.map(f => ({ as: f.as, feature: model.catalog.features[f.feature]! }))
  const views = [...groupBy(wanted, w => w.feature.view)].map(([view, shown], i) => ({
    plan: planView(model, model.views.get(view) ?? unknown(view)),
    features: [...new Set(shown.map(s => s.feature))],
    alias: `v${i + 1}`,
  }))
  const parts: Part[] = views.flatMap(v => {
    const candidates = select(as('k', candidatesOf(v.plan)), [...fields(keys, 'k'), named('spine_time', param('now'))], { distinct: true })
    const rows = momentRows(model, v.plan, { features: v.features.map(f => f.address), spine: candidates, live: true })
    return [{ name: v.alias, of: nested(rows, `${v.alias}_`, candidates) }]
  })
  const each = views.map(v => select(as('s', part(v.alias)), fields(keys, 's')))
  const living: Relation =
    keys.length === 0 ? one : each.length === 1 ? each[0]! : select(as('u', { kind: 'union', all: each }), fields(keys, 'u'), { distinct: true })
  parts.push({ name: 'keys', of: living })
  const columns: Named[] = [
    ...fields(keys, 'k'),
    named('feature_time', param('now')),
    ...wanted.map(w => {
      const { alias } = views.find(v => v.plan.view.address === w.feature.view)!
      return named(w.as, choose<TermLeaf>(call('isNull', field('feature_time', alias)), emptyTerm(w.feature), field(w.feature.column, alias)))
    }),
    named('computed_at', param('now')),
  ]
  const joins = views.map(v => join(keys.length === 0 ? 'cross' : 'left', v.alias, part(v.alias), sameColumns('k', v.alias, keys)))
  return { kind: 'with', parts, body: select(as('k', part('keys')), columns, { joins }) }
}

const one: Relation = { kind: 'values', columns: [{ name: 'one', type: { kind: 'int' } }], rows: [[integer(1)]] }

/** Keys of a view that are alive at a moment, from the rows of the sources and not from tiles. */
export function livingKeys(plan: ViewPlan, moment: Term): Relation {
  const { population, keys, known } = plan
  const each = [...population.events, ...population.dimensions].map(s => keysIn(s, keys))
  const all: Relation = { kind: 'union', all: [...each, ...population.snapshots.map(s => capturedKeys(s, keys))] }
  const points = select(as('k', all), [...fields(keys, 'k'), named('feature_time', moment)], { distinct: true })
  const alive = aliveAt(population, keys, known)
  const body = select(as('g', part('points')), fields(keys, 'g'), { joins: alive.joins, where: [alive.when] })
  return { kind: 'with', parts: [{ name: 'points', of: points }, ...alive.parts], body }
}

/** Keys among which are all that are alive now. */
function candidatesOf(plan: ViewPlan): Relation {
  const { population, keys } = plan
  if (population.kind === 'one') return one
  const promised = plan.view.contract.accuracy
  const found: Relation[] = [
    ...population.events.map(t => keysSeenNow(plan, t, promised === 'snapshot' ? 'exact' : promised)),
    ...population.dimensions.map(d => keysIn(d, keys)),
    ...population.snapshots.map(s => capturedKeys(s, keys)),
  ]
  return found.length === 1 ? found[0]! : { kind: 'union', all: found }
}

function keysIn({ source, on }: Pick<PopulationSource, 'source' | 'on'>, keys: readonly string[]): Relation {
  return select(
    as('s', { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }),
    keys.map((k, i) => named(k, field(on[i]!, 's'))),
    { distinct: true, where: [wholeRow(source, on, 's')] },
  )
}

function capturedKeys({ source, on }: PopulationSource, keys: readonly string[]): Relation {
  return select(
    as('s', scanCaptures(captureTable(source), [])),
    keys.map((k, i) => named(k, field(on[i]!, 's'))),
    {
      distinct: true,
      where: on.map(k => call('not', call('isNull', field(k, 's')))),
    },
  )
}
