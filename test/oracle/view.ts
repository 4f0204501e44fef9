import type { EntityDefinition, FeatureDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import type { Scalar, ScalarLeaf, WindowAggregate } from '../../compiler/ir/scalar.ts'
import { aggregate, emptyOf } from './aggregate.ts'
import { dimensionRow, readsOnlyFixed, snapshotRow } from './attribute.ts'
import type { Key, Row, Run, SourceData } from './data.ts'
import { keyColumns, keyOf, keyText } from './data.ts'
import type { NumberClass, Scope } from './expression.ts'
import { classOf, classOfType, evaluate } from './expression.ts'
import type { Read } from './population.ts'
import { livingKeys } from './population.ts'
import { cadenceOf, compareTieBreak, durationOf, floorPoint, rowsKnownAt, windowAt } from './time.ts'
import type { Value } from './value.ts'
import { instant, microsOf } from './value.ts'

/** One column of a view: a feature, or one version of it. */
export interface ColumnOf {
  readonly view: ViewDefinition
  readonly column: string
  readonly expr: Scalar
}

export interface World {
  readonly entities: ReadonlyMap<string, EntityDefinition>
  /** By address. */
  readonly sources: ReadonlyMap<string, SourceData>
  /** By address, with version and, where there are versions, also without: the current one. */
  readonly features: ReadonlyMap<string, ColumnOf>
  readonly runs: readonly Run[]
  /** Values are asked for at any moment instead of at points: windows begin at multiples of `hop` where that is given, and what is read of other views is as of the same moment. */
  readonly moments?: { readonly hop: bigint | null }
  readonly memo: Map<string, unknown>
}

export function source(world: World, address: string): SourceData {
  const found = world.sources.get(address)
  if (found === undefined) throw new Error(`no source ${address}`)
  return found
}

function feature(world: World, ref: string): ColumnOf {
  const found = world.features.get(ref)
  if (found === undefined) throw new Error(`no feature ${ref}`)
  return found
}

function memoized<T>(world: World, key: string, make: () => T): T {
  if (!world.memo.has(key)) world.memo.set(key, make())
  return world.memo.get(key) as T
}

/** The keys that have a row of a view at T. */
export function populationAt(world: World, view: ViewDefinition, t: bigint): ReadonlyMap<string, Key> {
  return memoized(world, `population ${view.name} ${t}`, () => {
    const entity = world.entities.get(view.entity)!
    const defining = [...world.sources.values()].find(s => s.definition.defines.includes(entity.name)) ?? null
    const keys = livingKeys(entity, defining, view, readsOf(world, view), t)
    return new Map(keys.map(key => [keyText(key), key]))
  })
}

/** The value of a column for a living key at a point of its own view. */
export function columnAt(world: World, column: ColumnOf, key: Key, t: bigint): Value {
  return memoized(world, `value ${column.view.name} ${column.column} ${keyText(key)} ${t}`, () => evaluate(column.expr, pointScope(world, column.view, key, t)))
}

/**
 * "the view's newest *point* that is covered ...; no row of the key at that point: each feature's empty value". Our runs cover
 * every point, so that is the newest point <= T. A key that holds NULL has no row.
 */
function newestValue(world: World, ref: string, key: Key, t: bigint): Value {
  const column = feature(world, ref)
  const point = world.moments === undefined ? floorPoint(t, cadenceOf(column.view)) : t
  const lives = !key.includes(null) && populationAt(world, column.view, point).has(keyText(key))
  return lives ? columnAt(world, column, key, point) : emptyValue(world, column)
}

/** The value of a feature whose windows hold no rows and whose attributes are unknown. */
export function emptyValue(world: World, column: ColumnOf): Value {
  return evaluate(column.expr, {
    numberClass: leaf => classOfLeaf(world, leaf),
    value: leaf => {
      switch (leaf.kind) {
        case 'window':
          return emptyOf(leaf.aggregate)
        case 'feature':
          return emptyValue(world, feature(world, leaf.ref))
        case 'lookup':
          return evaluate(leaf.of, { numberClass: l => classOfLeaf(world, l), value: l => emptyLeaf(world, l) })
        default:
          return null
      }
    },
  })
}

function emptyLeaf(world: World, leaf: ScalarLeaf): Value {
  return leaf.kind === 'feature' ? emptyValue(world, feature(world, leaf.ref)) : null
}

function pointScope(world: World, view: ViewDefinition, key: Key, t: bigint): Scope {
  return {
    numberClass: leaf => classOfLeaf(world, leaf),
    value: leaf => {
      switch (leaf.kind) {
        case 'window':
          return windowValue(world, view, leaf, key, t)
        case 'asOf':
          return attributeValue(world, view, leaf.of, key, t)
        case 'point':
          return instant(t)
        case 'feature': {
          const column = feature(world, leaf.ref)
          return column.view.name === view.name ? columnAt(world, column, key, t) : newestValue(world, leaf.ref, key, t)
        }
        case 'lookup':
          return lookupValue(world, view, leaf, key, t)
        default:
          throw new Error(`a ${leaf.kind} is no feature`)
      }
    },
  }
}

function lookupValue(world: World, view: ViewDefinition, leaf: ScalarLeaf & { kind: 'lookup' }, key: Key, t: bigint): Value {
  const entity = world.entities.get(leaf.entity.slice('entity.'.length))!
  const mine = pointScope(world, view, key, t)
  const other = Object.keys(entity.keys).map(k => evaluate(leaf.keys[k]!, mine))
  return evaluate(leaf.of, {
    numberClass: mine.numberClass,
    value: l => (l.kind === 'feature' ? newestValue(world, l.ref, other, t) : l.kind === 'point' ? instant(t) : mine.value(l)),
  })
}

function windowValue(world: World, view: ViewDefinition, node: WindowAggregate, key: Key, t: bigint): Value {
  const data = source(world, node.source)
  const span = hopped(windowAt(t, node.length, node.offset), world.moments === undefined ? hopOf(view) : world.moments.hop)
  const historyFrom = data.definition.historyFrom === null ? null : microsOf(data.definition.historyFrom)
  // "Any other window that starts before `historyFrom` is NULL unless the feature allows partial history."
  if (historyFrom !== null && span.from !== null && span.from < historyFrom && !node.partial) return null
  // "Lifetime windows start at `historyFrom`"; a partial one is computed "over what history there is": no row is older than that
  const columns = keyColumns(world.entities.get(view.entity)!, data.definition, node.keys)
  const rows = rowsByKey(world, data, view, columns, t).get(keyText(key)) ?? []
  const counted = rows
    .filter(row => (span.from === null || row.time >= span.from) && row.time < span.to)
    .filter(row => node.where === null || evaluate(node.where, rowScope(world, row)) === true)
    .toSorted((a, b) => (a.time === b.time ? compareTieBreak(data.definition, a, b) : a.time < b.time ? -1 : 1))
  return aggregate(
    node,
    counted.map(row => ({
      value: node.of === null ? null : evaluate(node.of, rowScope(world, row)),
      micros: row.time,
    })),
  )
}

/** "tail rounded down to a declared hop, head exact" */
function hopped(span: ReturnType<typeof windowAt>, hop: bigint | null): ReturnType<typeof windowAt> {
  return hop === null || span.from === null ? span : { ...span, from: floorPoint(span.from, hop) }
}

function hopOf(view: ViewDefinition): bigint | null {
  return typeof view.accuracy === 'string' ? null : durationOf(view.accuracy.hop)
}

function rowsByKey(world: World, data: SourceData, view: ViewDefinition, columns: readonly string[], t: bigint): ReadonlyMap<string, readonly Row[]> {
  return memoized(world, `rows ${data.definition.name} ${view.known} ${columns.join()} ${t}`, () => {
    const byKey = new Map<string, Row[]>()
    for (const row of rowsKnownAt(data, view, t)) {
      const key = keyOf(row, columns)
      if (key !== null) byKey.set(keyText(key), [...(byKey.get(keyText(key)) ?? []), row])
    }
    return byKey
  })
}

/** NULL where the key has no row: then there is nothing that `of` could read. */
function attributeValue(world: World, view: ViewDefinition, of: Scalar, key: Key, t: bigint): Value {
  const read = leavesIn(of).find(l => l.kind === 'column')!
  const data = source(world, read.source)
  const columns = keyColumns(world.entities.get(view.entity)!, data.definition, read.keys)
  const captured = data.definition.form === 'snapshot' && !readsOnlyFixed(data, of)
  const row =
    data.definition.form === 'dimension' ? dimensionRow(data, view, columns, key, t) : snapshotRow(data, columns, key, t, captured ? 0n : computedAt(world, t))
  return row === null ? null : evaluate(of, rowScope(world, row))
}

/** The `now` of the run that computed a point. */
function computedAt(world: World, t: bigint): bigint {
  return world.moments === undefined ? (world.runs.find(run => t <= run.to)?.now ?? t) : world.runs.at(-1)!.now
}

function rowScope(world: World, row: Row): Scope {
  return {
    numberClass: leaf => classOfLeaf(world, leaf),
    value: leaf => {
      if (leaf.kind !== 'column') throw new Error(`a ${leaf.kind} is no column`)
      return row.cells[leaf.name] ?? null
    },
  }
}

function classOfLeaf(world: World, leaf: ScalarLeaf): NumberClass {
  const inner = (of: Scalar): NumberClass => classOf(of, { value: () => null, numberClass: l => classOfLeaf(world, l) })
  switch (leaf.kind) {
    case 'column':
      return classOfType(source(world, leaf.source).definition.columns[leaf.name]!.type)
    case 'window':
      return classOfAggregate(leaf, inner)
    case 'asOf':
    case 'lookup':
      return inner(leaf.of)
    case 'feature':
      return inner(feature(world, leaf.ref).expr)
    default:
      return 'other'
  }
}

function classOfAggregate(node: WindowAggregate, inner: (of: Scalar) => NumberClass): NumberClass {
  switch (node.aggregate) {
    case 'count':
    case 'countIf':
    case 'countDistinct':
    case 'approxCountDistinct':
      return 'int'
    case 'avg':
    case 'rate':
    case 'stddev':
    case 'variance':
    case 'slope':
    case 'volatility':
    case 'median':
    case 'percentile':
      return 'float'
    case 'lastN':
      return 'other'
    case 'sum':
    case 'min':
    case 'max':
    case 'first':
    case 'last':
    case 'percentileDisc':
      return node.of === null ? 'other' : inner(node.of)
  }
}

/** The sources that a view reads for keys of its own entity, each in each role, also through other views of that entity. */
function readsOf(world: World, view: ViewDefinition): readonly Read[] {
  const entity = world.entities.get(view.entity)!
  const seen = new Set<string>()
  const leavesOfView = (v: ViewDefinition): readonly ScalarLeaf[] => {
    if (seen.has(v.name)) return []
    seen.add(v.name)
    return v.features.flatMap(f => leavesIn(f.expr)).flatMap(l => (l.kind === 'feature' ? leavesOfView(feature(world, l.ref).view) : [l]))
  }
  const reads = leavesOfView(view).flatMap(l => (l.kind === 'window' || l.kind === 'column' ? [{ address: l.source, role: l.keys }] : []))
  // Where it reads no rows of its entity, the keys are those that any source shows
  if (reads.length === 0) {
    const holding = [...world.sources.values()].filter(s => s.definition.entities.some(e => e.entity === entity.name))
    return holding.map(data => ({ data, columns: keyColumns(entity, data.definition, null) }))
  }
  return reads.map(r => ({ data: source(world, r.address), columns: keyColumns(entity, source(world, r.address).definition, r.role) }))
}

/** The leaves of an expression that read something, those inside aggregates, attributes, versions and keys of lookups included. */
export function leavesIn(node: Scalar): readonly ScalarLeaf[] {
  switch (node.kind) {
    case 'literal':
      return []
    case 'call':
      return node.args.flatMap(leavesIn)
    case 'cast':
    case 'json':
      return leavesIn(node.of)
    case 'case':
      return [...node.arms.flatMap(([when, then]) => [...leavesIn(when), ...leavesIn(then)]), ...(node.otherwise === null ? [] : leavesIn(node.otherwise))]
    case 'raw':
      return node.bodies.duckdb.flatMap(part => (typeof part === 'string' ? [] : leavesIn(part)))
    case 'asOf':
      return leavesIn(node.of)
    case 'lookup':
      return [node, ...Object.values(node.keys).flatMap(leavesIn)]
    case 'versions':
      return Object.values(node.of).flatMap(leavesIn)
    default:
      return [node]
  }
}

/** The columns of a feature: one, or one for each of its versions. */
export function columnsOf(view: ViewDefinition, f: FeatureDefinition): readonly (ColumnOf & { readonly version: string | null })[] {
  if (f.expr.kind !== 'versions') return [{ view, column: f.name, expr: f.expr, version: null }]
  return Object.entries(f.expr.of).map(([n, expr]) => ({ view, column: `${f.name}__v${n}`, expr, version: n }))
}
