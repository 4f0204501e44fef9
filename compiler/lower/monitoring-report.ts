import { address } from '../base/address.ts'
import { canonical, hashOf } from '../base/hash.ts'
import type { Catalog } from '../ir/catalog.ts'
import type { Relation, Term, TermLeaf } from '../ir/relation.ts'
import type { Resource } from '../ir/resource.ts'
import { aggregate, as, call, choose, field, literal, named, select, toFloat, words } from '../ir/terms.ts'
import type { Type } from '../ir/type.ts'
import { date, float, int, isNumeric, text, typeName } from '../ir/type.ts'
import { sealed } from './resources.ts'
import type { StoreColumn, StorePlan } from './store-plan.ts'

const columns: readonly { readonly name: string; readonly type: Type; readonly description: string }[] = [
  { name: 'feature_date', type: date, description: 'Day of the feature rows' },
  { name: 'feature_type', type: text, description: 'Group of the store' },
  { name: 'feature_name', type: text, description: 'Name of the feature' },
  { name: 'data_type', type: text, description: 'Declared type' },
  { name: 'row_count', type: int, description: 'Rows of the group on the day' },
  { name: 'null_count', type: int, description: 'Rows without a value' },
  { name: 'null_percentage', type: float, description: 'Rows without a value, in percent' },
  { name: 'min_value', type: float, description: 'Least value; a flag counts as 0 or 1; NULL for text' },
  { name: 'max_value', type: float, description: 'Greatest value; a flag counts as 0 or 1; NULL for text' },
]

/** The view over the stores that tells of each feature and day how complete it is and how far it spreads. */
export function monitoringResource(catalog: Catalog, stores: readonly StorePlan[]): readonly Resource[] {
  if (stores.length === 0) return []
  return [
    sealed({
      address: address('report', 'monitoring'),
      kind: 'report',
      name: catalog.config.objects.monitoring ?? 'vw_ml_feature_monitoring',
      renamedFrom: null,
      causes: stores.map(s => s.store.address),
      uses: stores.map(s => ({ on: s.store.address, columns: s.columns.map(c => c.name) })),
      usesSources: [],
      grain: { keys: [], time: [], hash: hashOf({ rule: 'monitoring 1', stores: stores.map(contentOf).toSorted() }) },
      columns: columns.map(c => ({
        name: c.name,
        type: c.type,
        nullable: true,
        of: null,
        description: c.description,
        dataHash: hashOf({ monitoring: c.name }),
        aliasOf: null,
      })),
      filling: { by: 'nothing' },
      publish: 'view',
      physical: {},
      comment: 'Completeness and range of each feature by day',
      promises: {},
      tags: [],
      protect: false,
    }),
  ]
}

/** What the report says of a store, by the name of its table; the order of its columns is nobody's contract. */
function contentOf({ store, groups, columns: of }: StorePlan): string {
  const group = (c: StoreColumn): string => groups.find(g => g.views.some(v => v.address === c.feature.view))!.featureType
  return canonical([store.name, of.map(c => canonical([c.name, c.feature.type, group(c)])).toSorted()])
}

/** One row per feature and date. */
export function monitoringBody(stores: readonly StorePlan[]): Relation {
  const all = stores.flatMap(s => s.columns.map(c => featureRow(s, c)))
  return all.length === 1 ? all[0]! : { kind: 'union', all }
}

function featureRow(plan: StorePlan, column: StoreColumn): Relation {
  const type = column.feature.type
  const group = plan.groups.find(g => g.views.some(v => v.address === column.feature.view))!.featureType
  const value = field(column.name, 's')
  const rows = aggregate('countAll', [])
  const nulls = aggregate('countAll', [], call<TermLeaf>('isNull', value))
  const scan: Relation = { kind: 'scan', of: plan.store.address, columns: ['feature_type', 'feature_date', column.name] }
  return select(
    as('s', scan),
    [
      named('feature_date', field('feature_date', 's')),
      named('feature_type', words(group)),
      named('feature_name', words(column.name)),
      named('data_type', words(typeName(type))),
      named('row_count', rows),
      named('null_count', nulls),
      named('null_percentage', call('divide', call('times', literal(100, float), toFloat(nulls)), toFloat(rows))),
      named('min_value', spread('min', value, type)),
      named('max_value', spread('max', value, type)),
    ],
    { where: [call('eq', field('feature_type', 's'), words(group))], groupBy: [field('feature_date', 's')] },
  )
}

function spread(fn: 'min' | 'max', value: Term, type: Type): Term {
  if (isNumeric(type)) return aggregate(fn, [toFloat(value)])
  if (type.kind !== 'flag') return literal(null, float)
  const asNumber: Term = choose<TermLeaf>(call('isNull', value), literal(null, float), choose(value, literal(1, float), literal(0, float)))
  return aggregate(fn, [asNumber])
}
