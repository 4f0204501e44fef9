import type { Address } from '../base/address.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import type { EntityDefinition } from '../ir/definition.ts'
import type { Scalar, ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import { keyColumns } from './bind-sources.ts'
import type { Report } from './mistakes.ts'
import type { Names } from './names.ts'
import { featureOf, sourceName } from './names.ts'

type Roles = Readonly<Record<string, string>> | null
type Column = Extract<ScalarLeaf, { kind: 'column' }>

export interface GrainScope {
  readonly names: Names
  readonly sources: ReadonlyMap<Address, CatalogSource>
  /** The entity that the expression has to describe. */
  readonly entity: string
  readonly report: Report
}

/** Checks that an expression, whose names are bound, describes one entity at one point: its rows, features and lookups. */
export function checkGrain(expr: Scalar, scope: GrainScope): boolean {
  let good = true
  for (const leaf of leavesOf<ScalarLeaf>(expr)) good = checkLeaf(leaf, scope) && good
  return good
}

function checkLeaf(leaf: ScalarLeaf, scope: GrainScope): boolean {
  switch (leaf.kind) {
    case 'window':
      return checkWindow(leaf, scope)
    case 'asOf':
      return checkAsOf(leaf.of, scope)
    case 'feature':
      return checkFeature(leaf.ref, scope)
    case 'lookup':
      return checkLookup(leaf, scope)
    default:
      return true
  }
}

function columnsIn(row: Scalar | null): readonly Column[] {
  return row === null ? [] : leavesOf<ScalarLeaf>(row).filter(l => l.kind === 'column')
}

function checkWindow(w: WindowAggregate, scope: GrainScope): boolean {
  const { report } = scope
  const source = scope.names.sources.get(sourceName(w.source))!.definition
  if (source.form !== 'events') {
    report('F322', { source: source.name, form: source.form, aggregate: w.aggregate })
    return false
  }
  const values = columnsIn(w.of)
  const foreign = values.find(c => c.source !== w.source)
  if (foreign !== undefined) {
    report('F320', { one: source.name, other: sourceName(foreign.source) })
    return false
  }
  const condition = columnsIn(w.where).find(c => c.source !== w.source)
  if (condition !== undefined) {
    report('F321', { one: source.name, other: sourceName(condition.source) })
    return false
  }
  if (w.of !== null && values.length === 0) {
    report('F328', { what: w.aggregate })
    return false
  }
  if (![...values, ...columnsIn(w.where)].every(c => c.keys === null || sameKeys(c.keys, w.keys))) {
    report('F327', { source: source.name })
    return false
  }
  return describes(w.source, w.keys, scope)
}

function checkAsOf(of: Scalar, scope: GrainScope): boolean {
  const columns = columnsIn(of)
  const first = columns[0]
  if (first === undefined) {
    scope.report('F328', { what: 'asOf' })
    return false
  }
  const source = scope.names.sources.get(sourceName(first.source))!.definition
  const foreign = columns.find(c => c.source !== first.source)
  if (foreign !== undefined) {
    scope.report('F320', { one: source.name, other: sourceName(foreign.source) })
    return false
  }
  if (source.form === 'events') {
    scope.report('F323', { source: source.name })
    return false
  }
  if (!columns.every(c => sameKeys(c.keys, first.keys))) {
    scope.report('F327', { source: source.name })
    return false
  }
  return describes(first.source, first.keys, scope)
}

function sameKeys(a: Roles, b: Roles): boolean {
  if (a === b) return true
  if (a === null || b === null) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every(n => a[n] === b[n])
}

/** Whether rows of the source hold the keys of the entity, in the role that the author chose. */
function describes(address: Address, keys: Roles, scope: GrainScope): boolean {
  const source = scope.names.sources.get(sourceName(address))!.definition
  const entity: EntityDefinition = scope.names.entities.get(scope.entity)!.definition
  if (keys !== null) return keyColumns(source, entity, keys, `${source.name}: by()`, scope.report) !== null
  if (source.entities.some(e => e.entity === scope.entity)) return true
  scope.report('F324', { source: source.name, entity: scope.entity, holds: source.entities.map(e => e.entity) })
  return false
}

function checkFeature(ref: Address, scope: GrainScope): boolean {
  const feature = featureOf(scope.names, ref)!
  if (feature.entity === scope.entity) return true
  scope.report('F325', { feature: feature.name, of: feature.entity, entity: scope.entity })
  return false
}

function checkLookup(leaf: Extract<ScalarLeaf, { kind: 'lookup' }>, scope: GrainScope): boolean {
  const name = leaf.entity.replace(/^entity\./, '')
  const due = Object.keys(scope.names.entities.get(name)!.definition.keys)
  const missing = due.filter(k => !(k in leaf.keys))
  const extra = Object.keys(leaf.keys).filter(k => !due.includes(k))
  if (missing.length > 0 || extra.length > 0) scope.report('F326', { entity: name, missing, extra, where: 'the lookup' })
  let good = missing.length === 0 && extra.length === 0
  for (const key of Object.values(leaf.keys)) good = checkGrain(key, scope) && good
  return checkGrain(leaf.of, { ...scope, entity: name }) && good
}
