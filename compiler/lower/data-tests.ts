import type { Address } from '../base/address.ts'
import { address } from '../base/address.ts'
import type { CatalogColumn, CatalogFeature, CatalogSource } from '../ir/catalog.ts'
import type { Check } from '../ir/definition.ts'
import type { Relation, Term, TermLeaf } from '../ir/relation.ts'
import { aggregate, as, call, field, fields, integer, literal, named, select, words } from '../ir/terms.ts'
import { float } from '../ir/type.ts'
import type { Model } from './model.ts'
import { happened } from './row.ts'
import type { ViewPlan } from './view-plan.ts'

/** A query that passes where it returns no row: what follows from types, checks and contracts. */
export interface DataTest {
  readonly address: Address
  readonly on: Address
  readonly title: string
  readonly relation: Relation
}

export function dataTests(model: Model, plans: readonly ViewPlan[]): readonly DataTest[] {
  return [...model.catalog.sources.flatMap(sourceTests), ...plans.flatMap(p => viewTests(model, p))]
}

function test(on: Address, name: string, title: string, relation: Relation): DataTest {
  return { address: address('test', `${on}.${name}`), on, title, relation }
}

function sourceTests(source: CatalogSource): readonly DataTest[] {
  const required = source.columns.filter(c => !c.nullable || c.name === source.knownTime?.column)
  const tests = required.map(c => test(source.address, `${c.name}.not_null`, `${source.name}.${c.name} is never NULL`, failing(source, isNull(c.name))))
  for (const c of source.columns)
    if (c.values !== null) tests.push(test(source.address, `${c.name}.values`, `${source.name}.${c.name} is one of its category`, failing(source, outside(c))))
  if (source.form === 'snapshot' && source.rowKey.length > 0)
    tests.push(test(source.address, 'row_key.unique', `${source.name} has one row per ${source.rowKey.join(', ')}`, repeated(source)))
  if (source.form === 'snapshot' && source.rowKey.length === 0 && source.entities.every(e => e.on.length === 0))
    tests.push(test(source.address, 'row.single', `${source.name} has one row`, repeated(source)))
  return tests
}

function isNull(column: string): Term {
  return call('isNull', field(column, 's'))
}

function outside(c: CatalogColumn): Term {
  return call('not', call('in', field(c.name, 's'), ...c.values!.map(words)))
}

function failing(source: CatalogSource, where: Term): Relation {
  const columns = [...new Set([...source.entities.flatMap(e => e.on), ...(source.form === 'snapshot' ? [] : [happened(source)])])]
  const shown = columns.length > 0 ? columns : [source.columns[0]!.name]
  return select(as('s', { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }), fields(shown, 's'), { where: [where] })
}

function repeated(source: CatalogSource): Relation {
  const rows = aggregate('countAll', [])
  const inner = select(
    as('s', { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }),
    [...fields(source.rowKey, 's'), named('row_count', rows)],
    { groupBy: source.rowKey.map(c => field(c, 's')) },
  )
  return select(as('r', inner), fields([...source.rowKey, 'row_count'], 'r'), { where: [call('gt', field('row_count', 'r'), integer(1))] })
}

function viewTests(model: Model, plan: ViewPlan): readonly DataTest[] {
  const tests = plan.view.features.flatMap(f => featureTests(model.catalog.features[f]!, plan))
  return [uniqueRows(plan), ...tests]
}

function uniqueRows(plan: ViewPlan): DataTest {
  const grain = [...plan.keys, 'feature_time']
  const inner = select(
    as('s', { kind: 'scan', of: plan.view.address, columns: grain }),
    [...fields(grain, 's'), named('row_count', aggregate('countAll', []))],
    { groupBy: grain.map(c => field(c, 's')) },
  )
  const relation = select(as('r', inner), fields([...grain, 'row_count'], 'r'), { where: [call('gt', field('row_count', 'r'), integer(1))] })
  return test(plan.view.address, 'grain.unique', `${plan.view.name} has one row per ${grain.join(', ')}`, relation)
}

function featureTests(f: CatalogFeature, plan: ViewPlan): readonly DataTest[] {
  return f.checks.map(check => {
    const grain = [...plan.keys, 'feature_time']
    const scan: Relation = { kind: 'scan', of: plan.view.address, columns: [...grain, f.column] }
    const relation = select(as('s', scan), fields([...grain, f.column], 's'), { where: [violation(check, field(f.column, 's'))] })
    return test(f.address, checkName(check), `${f.name} ${checkTitle(check)}`, check.kind === 'unique' ? uniqueValues(f, plan) : relation)
  })
}

function uniqueValues(f: CatalogFeature, plan: ViewPlan): Relation {
  const by = [f.column, 'feature_time']
  const scan: Relation = { kind: 'scan', of: plan.view.address, columns: by }
  const inner = select(as('s', scan), [...fields(by, 's'), named('row_count', aggregate('countAll', []))], {
    where: [call('not', isNull(f.column))],
    groupBy: by.map(c => field(c, 's')),
  })
  return select(as('r', inner), fields([...by, 'row_count'], 'r'), { where: [call('gt', field('row_count', 'r'), integer(1))] })
}

function checkName(check: Check): string {
  return { notNull: 'not_null', between: 'between', oneOf: 'one_of', unique: 'unique', matches: 'matches' }[check.kind]
}

function checkTitle(check: Check): string {
  switch (check.kind) {
    case 'notNull':
      return 'is never NULL'
    case 'between':
      return `lies between ${check.min} and ${check.max}`
    case 'oneOf':
      return `is one of ${check.values.join(', ')}`
    case 'unique':
      return 'is unique at each point'
    case 'matches':
      return `matches ${check.pattern}`
  }
}

function violation(check: Check, value: Term): Term {
  switch (check.kind) {
    case 'notNull':
    case 'unique':
      return call<TermLeaf>('isNull', value)
    case 'between':
      return call<TermLeaf>('or', call('lt', value, literal(check.min, float)), call('gt', value, literal(check.max, float)))
    case 'oneOf':
      return call<TermLeaf>('not', call('in', value, ...check.values.map(words)))
    case 'matches':
      return call<TermLeaf>('not', call('matches', value, words(check.pattern)))
  }
}
