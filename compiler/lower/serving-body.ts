import type { Address } from '../base/address.ts'
import { groupBy, unique } from '../base/group.ts'
import type { CatalogServing, CatalogView } from '../ir/catalog.ts'
import type { Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { aggregate, as, call, field, fields, join, later, named, param, part, sameColumns, select } from '../ir/terms.ts'
import type { Model } from './model.ts'
import { emptyTerm } from './view-read.ts'
import type { Part } from './window-slot.ts'

/**
 * What inference reads: one row per key with the newest row of each view that is available at `now`. A view whose newest
 * row is older than twice its cadence shows NULL. `feature_time` is the oldest of the points shown.
 */
export function servingBody(model: Model, serving: CatalogServing): Relation {
  const keys = model.entities.get(serving.entity)!.keys.map(k => k.name)
  const wanted = serving.features.map(f => ({ as: f.as, feature: model.catalog.features[f.feature]! }))
  const views = [...groupBy(wanted, w => w.feature.view)].map(([address, shown], i) => ({ view: model.views.get(address)!, shown, alias: `v${i + 1}` }))
  const parts: Part[] = views.flatMap(v => newest(v.alias, v.view, keys, unique(v.shown.map(s => s.feature.column))))
  parts.push({
    name: 'keys',
    of: keysOf(
      views.map(v => v.alias),
      keys,
    ),
  })
  const points = views.map(v => field('feature_time', v.alias))
  const columns: Named[] = [
    ...fields(keys, 'k'),
    named('feature_time', points.length === 1 ? points[0]! : call('leastKnown', ...points)),
    ...wanted.map(w =>
      named(
        w.as,
        shownValue(
          w.feature.address,
          model,
          views.find(v => v.view.address === w.feature.view)!,
        ),
      ),
    ),
    named('computed_at', param('now')),
  ]
  return {
    kind: 'with',
    parts,
    body: select(as('k', part('keys')), columns, {
      joins: views.map(v => join(keys.length === 0 ? 'cross' : 'left', v.alias, part(v.alias), sameColumns('k', v.alias, keys))),
    }),
  }
}

/** The rows at a view's newest point that is covered and available. */
function newest(alias: string, view: CatalogView, keys: readonly string[], columns: readonly string[]): readonly Part[] {
  const at = field('feature_time', 's')
  const scan = (names: readonly string[]): Relation => ({ kind: 'scan', of: view.address, columns: [...keys, 'feature_time', ...names] })
  const point = select(as('s', scan([])), [named('feature_time', aggregate('max', [at]))], {
    where: [call('lte', at, later(param('now'), -view.contract.availableAfter))],
  })
  const rows = select(as('s', scan(columns)), fields([...keys, 'feature_time', ...columns], 's'), {
    joins: [join('inner', 'n', part(`${alias}_point`), [call('eq', at, field('feature_time', 'n'))])],
  })
  return [
    { name: `${alias}_point`, of: point },
    { name: alias, of: rows },
  ]
}

function keysOf(aliases: readonly string[], keys: readonly string[]): Relation {
  if (keys.length === 0)
    return { kind: 'values', columns: [{ name: 'one', type: { kind: 'int' } }], rows: [[{ kind: 'literal', value: 1, type: { kind: 'int' } }]] }
  const rows = aliases.map(a => select(as('s', part(a)), fields(keys, 's')))
  return rows.length === 1 ? rows[0]! : select(as('u', { kind: 'union', all: rows }), fields(keys, 'u'), { distinct: true })
}

function shownValue(feature: Address, model: Model, from: { readonly view: CatalogView; readonly alias: string }): Term {
  const f = model.catalog.features[feature]!
  const at = field('feature_time', from.alias)
  const fresh = call<TermLeaf>('gte', at, later(param('now'), -2 * from.view.contract.every))
  return {
    kind: 'case',
    arms: [
      [call('isNull', at), emptyTerm(f)],
      [fresh, field(f.column, from.alias)],
    ],
    otherwise: null,
  }
}
