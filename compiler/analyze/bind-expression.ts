import type { Address } from '../base/address.ts'
import { parseAddress } from '../base/address.ts'
import type { Literal, Scalar, ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import { aggregateNames, childrenOf, mapLeaves } from '../ir/scalar.ts'
import { functions } from '../ir/functions.ts'
import type { Report } from './mistakes.ts'
import { reportUnknown, shown } from './mistakes.ts'
import type { Names } from './names.ts'
import { featureOf, sourceName } from './names.ts'

/** The scope in which an expression stands: it decides which leaves it may have. */
export type Role = 'feature' | 'row' | 'lookup' | 'label' | 'computed'

export interface Binding {
  readonly names: Names
  readonly report: Report
  /** Row-level expressions that were found good before: constants are shared by many features. */
  readonly goodRows?: Set<Scalar>
}

const roleWords: Readonly<Record<Role, string>> = {
  feature: 'a feature',
  row: 'a row-level expression',
  lookup: 'a lookup',
  label: 'a label',
  computed: 'a computed column',
}

const allowed: Readonly<Record<Role, readonly ScalarLeaf['kind'][]>> = {
  feature: ['window', 'asOf', 'feature', 'lookup', 'point'],
  row: ['column'],
  lookup: ['feature', 'point'],
  label: ['window', 'column'],
  computed: ['feature', 'point', 'request'],
}

/**
 * Resolves the names of an expression and refuses what cannot stand in its scope. References to a feature with versions
 * become references to the current one. Null where something is wrong, which then is reported.
 */
export function bindExpression(expr: Scalar, role: Role, b: Binding): Scalar | null {
  if (role === 'row' && b.goodRows?.has(expr)) return expr
  if (!checkNodes(expr, role, b)) return null
  if (role === 'row') {
    b.goodRows?.add(expr)
    return expr
  }
  return mapLeaves<ScalarLeaf, ScalarLeaf>(expr, leaf => resolve(leaf, b))
}

function resolve(leaf: ScalarLeaf, b: Binding): ScalarLeaf {
  if (leaf.kind === 'feature') {
    const ref = b.names.current.get(leaf.ref)
    return ref === undefined ? leaf : { ...leaf, ref }
  }
  if (leaf.kind !== 'lookup') return leaf
  const keys: Record<string, Scalar> = {}
  for (const [key, expr] of Object.entries(leaf.keys)) keys[key] = mapLeaves<ScalarLeaf, ScalarLeaf>(expr, l => resolve(l, b))
  return { ...leaf, keys, of: mapLeaves<ScalarLeaf, ScalarLeaf>(leaf.of, l => resolve(l, b)) }
}

function checkNodes(n: Scalar, role: Role, b: Binding): boolean {
  switch (n.kind) {
    case 'literal':
      return checkLiteral(n, b.report)
    case 'call': {
      const known = Object.hasOwn(functions, n.fn)
      if (!known) reportUnknown(b.report, 'function', String(n.fn), '', Object.keys(functions))
      return all(n.args, role, b) && known
    }
    case 'cast':
    case 'json':
    case 'case':
      return all(childrenOf<ScalarLeaf>(n), role, b)
    case 'raw':
      return checkBodies(n, b.report) && all(childrenOf<ScalarLeaf>(n), role, b) && checkInputs(n, b.report)
    default:
      return checkLeaf(n, role, b)
  }
}

/** Every part is looked at, so that all mistakes are reported at once. */
function all(parts: readonly Scalar[], role: Role, b: Binding): boolean {
  let good = true
  for (const part of parts) good = checkNodes(part, role, b) && good
  return good
}

function checkLiteral(l: Literal, report: Report): boolean {
  const good = l.value === null || typeof l.value === 'string' || typeof l.value === 'boolean' || (typeof l.value === 'number' && Number.isFinite(l.value))
  if (!good) report('F202', { found: shown(l.value), expected: 'a text, a finite number, true, false or null' })
  return good
}

type Raw = Extract<Scalar, { kind: 'raw' }>

function checkBodies(n: Raw, report: Report): boolean {
  const missing = (['snowflake', 'duckdb'] as const).find(d => !Array.isArray(n.bodies[d]) || n.bodies[d].length === 0)
  if (missing !== undefined) report('F209', { found: `has no body for ${missing}` })
  return missing === undefined
}

/** Both dialects read the same inputs, in whatever order. */
function checkInputs(n: Raw, report: Report): boolean {
  const inputs = (parts: Raw['bodies']['duckdb']): string =>
    [...new Set(parts.filter(p => typeof p !== 'string').map(p => JSON.stringify(p)))].toSorted().join()
  const same = inputs(n.bodies.snowflake) === inputs(n.bodies.duckdb)
  if (!same) report('F209', { found: 'reads other inputs in one dialect than in the other' })
  return same
}

function checkLeaf(leaf: ScalarLeaf, role: Role, b: Binding): boolean {
  if (leaf.kind === 'invalid') {
    b.report('F202', { found: leaf.found, expected: leaf.expected })
    return false
  }
  if (leaf.kind === 'versions') {
    b.report('F210', { found: 'stand inside an expression' })
    return false
  }
  if (!Object.hasOwn(leafWords, leaf.kind)) {
    b.report('F202', { found: shown(leaf), expected: 'an expression' })
    return false
  }
  if (!allowed[role].includes(leaf.kind)) {
    b.report('F213', { what: leafWords[leaf.kind](leaf as never), role: roleWords[role] })
    return false
  }
  switch (leaf.kind) {
    case 'column':
      return checkColumn(leaf, b)
    case 'window':
      return checkWindow(leaf, b)
    case 'asOf':
      return bindExpression(leaf.of, 'row', b) !== null
    case 'feature':
      return checkFeature(leaf.ref, b)
    case 'lookup':
      return checkLookup(leaf, role, b)
    case 'point':
    case 'request':
      return true
  }
}

const leafWords: { readonly [K in Exclude<ScalarLeaf['kind'], 'invalid' | 'versions'>]: (l: Extract<ScalarLeaf, { kind: K }>) => string } = {
  column: l => `the row-level column '${l.name}' of '${sourceName(l.source)}'`,
  window: l => `${l.aggregate} over a window`,
  asOf: () => 'an attribute by asOf',
  feature: l => `the feature '${l.ref.replace(/^feature\./, '')}'`,
  lookup: l => `a lookup of '${l.entity.replace(/^entity\./, '')}'`,
  point: () => 'the point in time',
  request: l => `the request field '${l.name}'`,
}

function checkSource(address: Address, b: Binding): boolean {
  const name = sourceName(address)
  if (b.names.sources.has(name)) return true
  reportUnknown(b.report, 'source', name, ', or it is not exported', b.names.sources.keys())
  return false
}

function checkColumn(leaf: Extract<ScalarLeaf, { kind: 'column' }>, b: Binding): boolean {
  if (!checkSource(leaf.source, b)) return false
  const source = b.names.sources.get(sourceName(leaf.source))!.definition
  if (Object.hasOwn(source.columns, leaf.name)) return true
  reportUnknown(b.report, 'column', leaf.name, ` in source '${source.name}'`, Object.keys(source.columns))
  return false
}

function checkWindow(w: WindowAggregate, b: Binding): boolean {
  let good = checkSource(w.source, b)
  if (!aggregateNames.includes(w.aggregate)) {
    reportUnknown(b.report, 'aggregate', String(w.aggregate), '', aggregateNames)
    good = false
  }
  if (w.length !== 'lifetime' && !(Number.isSafeInteger(w.length) && w.length > 0)) {
    b.report('F203', { option: 'over', found: shown(w.length) })
    good = false
  }
  if (!(Number.isSafeInteger(w.offset) && w.offset >= 0)) {
    b.report('F203', { option: 'offset', found: shown(w.offset) })
    good = false
  }
  if (w.of !== null) good = bindExpression(w.of, 'row', b) !== null && good
  if (w.where !== null) good = bindExpression(w.where, 'row', b) !== null && good
  return good
}

function checkFeature(ref: Address, b: Binding): boolean {
  if (featureOf(b.names, ref) !== null) return true
  const name = parseAddress(ref)?.name ?? ref
  const entity = name.slice(0, name.indexOf('.'))
  const short = name.slice(name.indexOf('.') + 1)
  const versioned = /@\d+$/.exec(ref)?.[0] ?? ''
  const siblings = [...b.names.views.values()].filter(v => v.definition.entity === entity).flatMap(v => v.definition.features.map(f => f.name))
  reportUnknown(b.report, 'feature', `${short}${versioned}`, ` of entity '${entity}', or its view is not exported`, siblings)
  return false
}

function checkLookup(leaf: Extract<ScalarLeaf, { kind: 'lookup' }>, role: Role, b: Binding): boolean {
  const name = leaf.entity.replace(/^entity\./, '')
  const entity = b.names.entities.get(name)
  if (entity === undefined) reportUnknown(b.report, 'entity', name, ', or it is not exported', b.names.entities.keys())
  const keys = all(Object.values(leaf.keys), role, b)
  const of = checkNodes(leaf.of, 'lookup', b)
  return entity !== undefined && keys && of
}
