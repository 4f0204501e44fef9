import { parseInstant } from '../base/instant.ts'
import { aggregates, aggregateType } from '../ir/aggregates.ts'
import type { AggregateSpec } from '../ir/aggregates.ts'
import type { Key } from '../ir/catalog.ts'
import type { Scalar, ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import type { Type } from '../ir/type.ts'
import { float, isExact, isNumeric, sameType, time, typeName } from '../ir/type.ts'
import { absurd } from '../base/diagnostic.ts'
import { shown } from './mistakes.ts'
import { sourceName } from './names.ts'
import { describe, typeCall } from './type-calls.ts'
import type { Typed, TypeScope } from './typed.ts'
import { coerce, commonOf } from './typed.ts'

/**
 * Infers the type of a bound expression and rewrites it so that printers need no types: operands are brought to common
 * types by casts, literals take the type of what they stand beside. Null where something is wrong, which then is reported.
 */
export function inferType(n: Scalar, s: TypeScope): Typed | null {
  switch (n.kind) {
    case 'literal':
      return { expr: n, type: n.type, nullable: n.value === null, values: typeof n.value === 'string' && n.type.kind === 'text' ? [n.value] : null }
    case 'call': {
      const args = n.args.map(a => inferType(a, s))
      return args.every(a => a !== null) ? typeCall(n.fn, args, s.report) : null
    }
    case 'cast':
      return typeCast(n, s)
    case 'case':
      return typeCase(n, s)
    case 'json': {
      const of = inferType(n.of, s)
      if (of === null) return null
      if (of.type.kind === 'json') return { expr: { ...n, of: of.expr }, type: n.type, nullable: true, values: null }
      s.report('F340', { fn: 'get', position: 1, found: describe(of), expected: 'a variant' })
      return null
    }
    case 'raw':
      return typeRaw(n, s)
    default:
      return typeLeaf(n, s)
  }
}

function typeLeaf(n: ScalarLeaf, s: TypeScope): Typed | null {
  switch (n.kind) {
    case 'column': {
      const column = s.sources.get(n.source)!.columns.find(c => c.name === n.name)!
      return { expr: n, type: column.type, nullable: column.nullable, values: column.values }
    }
    case 'window':
      return typeWindow(n, s)
    case 'asOf': {
      const of = typeRow(n.of, s)
      return of === null ? null : { ...of, expr: { ...n, of: of.expr }, nullable: true }
    }
    case 'feature': {
      const feature = s.features.get(n.ref)
      return feature === undefined ? null : { expr: n, type: feature.type, nullable: feature.nullable || feature.view !== s.view, values: feature.values }
    }
    case 'lookup':
      return typeLookup(n, s)
    case 'point':
      return { expr: n, type: time, nullable: false, values: null }
    case 'request':
      return { expr: n, type: n.type, nullable: false, values: null }
    case 'versions':
    case 'invalid':
      return null
    default:
      return absurd(n)
  }
}

/** Row-level expressions are constants that many features share: each is typed once. */
export function typeRow(n: Scalar, s: TypeScope): Typed | null {
  const before = s.rows.get(n)
  if (before !== undefined) return before
  const typed = inferType(n, s)
  if (typed !== null) s.rows.set(n, typed)
  return typed
}

/** A condition has to be a flag. */
export function expectFlag(fn: string, t: Typed | null, s: TypeScope): Typed | null {
  if (t === null || t.type.kind === 'flag') return t
  s.report('F340', { fn, position: 1, found: describe(t), expected: 'a boolean' })
  return null
}

function typeLookup(n: Extract<ScalarLeaf, { kind: 'lookup' }>, s: TypeScope): Typed | null {
  const of = inferType(n.of, { ...s, view: null })
  const keys: Record<string, Scalar> = {}
  let good = of !== null
  for (const key of s.entities.get(n.entity)!.keys) {
    const typed = typeKey(key, inferType(n.keys[key.name]!, s), s)
    if (typed === null) good = false
    else keys[key.name] = typed.expr
  }
  return good ? { ...of!, expr: { ...n, keys, of: of!.expr }, nullable: true } : null
}

/** A key is found by equality: its value has the key's own type, or an exact number becomes one. */
function typeKey(key: Key, t: Typed | null, s: TypeScope): Typed | null {
  if (t === null) return null
  if (t.expr.kind === 'literal' || sameType(t.type, key.type) || (isExact(t.type) && isExact(key.type))) return coerce(t, key.type, s.report)
  s.report('F340', { fn: `at({ ${key.name} })`, position: 1, found: describe(t), expected: typeName(key.type) })
  return null
}

function typeCase(n: Extract<Scalar, { kind: 'case' }>, s: TypeScope): Typed | null {
  const whens = n.arms.map(([when]) => expectFlag('when', inferType(when, s), s))
  const values = [...n.arms.map(([, then]) => then), ...(n.otherwise === null ? [] : [n.otherwise])].map(v => inferType(v, s))
  if (!whens.every(w => w !== null) || !values.every(v => v !== null) || (n.complete && !coversCategory(n, s))) return null
  const common = commonOf(values)
  if (common === null) {
    s.report('F341', { fn: 'when', types: [...new Set(values.map(describe))] })
    return null
  }
  const fitted = values.map(v => coerce(v, common, s.report))
  if (!fitted.every(v => v !== null)) return null
  const known = fitted.filter(v => !(v.expr.kind === 'literal' && v.expr.value === null))
  return {
    expr: {
      kind: 'case',
      arms: whens.map((w, i) => [w.expr, fitted[i]!.expr] as const),
      otherwise: n.otherwise === null ? null : fitted.at(-1)!.expr,
    },
    type: common,
    nullable: n.otherwise === null || fitted.some(v => v.nullable),
    values: common.kind === 'text' && known.every(v => v.values !== null) ? [...new Set(known.flatMap(v => v.values ?? []))] : null,
  }
}

/** Whether an encoding has an arm for each value of its category. */
function coversCategory(n: Extract<Scalar, { kind: 'case' }>, s: TypeScope): boolean {
  const conditions = n.arms.flatMap(([when]) => (when.kind === 'call' && when.fn === 'eq' ? [when.args] : []))
  const of = conditions[0]?.[0]
  const values = of === undefined ? null : (inferType(of, s)?.values ?? null)
  const named = conditions.map(([, value]) => (value?.kind === 'literal' ? value.value : null))
  const missing = (values ?? []).filter(v => !named.includes(v))
  if (missing.length > 0) s.report('F339', { missing })
  return missing.length === 0
}

function typeRaw(n: Extract<Scalar, { kind: 'raw' }>, s: TypeScope): Typed | null {
  let good = true
  const body = (parts: readonly (string | Scalar)[]): readonly (string | Scalar)[] =>
    parts.map(p => {
      if (typeof p === 'string') return p
      const typed = inferType(p, s)
      if (typed === null) good = false
      return typed?.expr ?? p
    })
  const bodies = { snowflake: body(n.bodies.snowflake), duckdb: body(n.bodies.duckdb) }
  return good ? { expr: { ...n, bodies }, type: n.type, nullable: true, values: null } : null
}

/** Targets of a cast by the kind of what is cast; others differ between the engines. */
const casts: Readonly<Record<Type['kind'], readonly Type['kind'][]>> = {
  text: ['int', 'decimal', 'float', 'date', 'time', 'flag'],
  flag: ['int', 'text'],
  int: ['decimal', 'float', 'text'],
  decimal: ['int', 'decimal', 'float', 'text'],
  float: ['int', 'decimal'],
  date: ['time', 'text'],
  time: ['date'],
  json: [],
}

function typeCast(n: Extract<Scalar, { kind: 'cast' }>, s: TypeScope): Typed | null {
  const of = inferType(n.of, s)
  if (of === null || sameType(of.type, n.type)) return of
  if (!casts[of.type.kind].includes(n.type.kind)) {
    s.report('F344', { from: typeName(of.type), to: typeName(n.type) })
    return null
  }
  const lenient = n.lenient && of.type.kind === 'text'
  return { expr: { kind: 'cast', of: of.expr, type: n.type, lenient }, type: n.type, nullable: of.nullable || lenient, values: null }
}

// ---- aggregates

function typeWindow(w: WindowAggregate, s: TypeScope): Typed | null {
  const spec = aggregates[w.aggregate]
  const of = w.of === null ? null : typeRow(w.of, s)
  const where = w.where === null ? null : expectFlag('where', typeRow(w.where, s), s)
  if ((w.of !== null && of === null) || (w.where !== null && where === null)) return null
  if (!fits(spec.of, of)) {
    s.report('F343', { aggregate: w.aggregate, found: of === null ? 'nothing' : typeName(of.type), expected: expectedRow[spec.of] })
    return null
  }
  if (!checkParameter(w, spec, s) || !checkOrder(w, spec, s)) return null
  const value = of === null || !floats.has(w.aggregate) ? of : coerce(of, float, s.report)
  return {
    expr: { ...w, of: value?.expr ?? null, where: where?.expr ?? null },
    type: aggregateType(w.aggregate, of?.type ?? null),
    nullable: spec.empty === 'null' || startsBeforeHistory(w, s),
    values: keepsCategory.has(w.aggregate) ? (of?.values ?? null) : null,
  }
}

/** Aggregates that compute in floats: their row-level value is one already. A sum stays exact, and so does an average until it divides. */
const floats: ReadonlySet<string> = new Set(['stddev', 'variance', 'slope', 'volatility', 'median', 'percentile'])
const keepsCategory: ReadonlySet<string> = new Set(['min', 'max', 'first', 'last', 'percentileDisc'])

const expectedRow: Readonly<Record<AggregateSpec['of'], string>> = {
  none: 'rows, without a value',
  flag: 'a boolean',
  number: 'a number',
  any: 'a value',
  comparable: 'a number, date, timestamp or text',
  exact: 'a value that is compared exactly, no float or variant',
  hashed: 'a text, whole number or date',
}

function fits(due: AggregateSpec['of'], of: Typed | null): boolean {
  if (due === 'none' || of === null) return due === 'none' && of === null
  const { kind } = of.type
  switch (due) {
    case 'flag':
      return kind === 'flag'
    case 'number':
      return isNumeric(of.type)
    case 'comparable':
      return kind !== 'flag' && kind !== 'json'
    case 'exact':
      return kind !== 'float' && kind !== 'json'
    case 'hashed':
      return kind === 'text' || kind === 'int' || kind === 'date'
    case 'any':
      return true
  }
}

const expectedParameter: Readonly<Record<AggregateSpec['parameter'], string>> = {
  none: 'none',
  share: 'a number from 0 to 1',
  error: 'a number from 0.01 to 0.25',
  'positive integer': 'a positive whole number',
}

function checkParameter(w: WindowAggregate, { parameter }: AggregateSpec, s: TypeScope): boolean {
  const good = isParameter(w.parameter, parameter)
  if (!good) s.report('F349', { aggregate: w.aggregate, found: shown(w.parameter), expected: expectedParameter[parameter] })
  return good
}

function isParameter(p: number | null, due: AggregateSpec['parameter']): boolean {
  if (due === 'none' || typeof p !== 'number') return due === 'none' && p === null
  switch (due) {
    case 'share':
      return p >= 0 && p <= 1
    case 'error':
      return p >= 0.01 && p <= 0.25
    case 'positive integer':
      return Number.isSafeInteger(p) && p > 0
  }
}

function checkOrder(w: WindowAggregate, spec: AggregateSpec, s: TypeScope): boolean {
  const good = !spec.ordered || s.sources.get(w.source)!.tieBreak.length > 0
  if (!good) s.report('F348', { aggregate: w.aggregate, source: sourceName(w.source) })
  return good
}

/** A window that starts before `historyFrom` is NULL, also where an empty one is 0. */
function startsBeforeHistory(w: WindowAggregate, s: TypeScope): boolean {
  const history = parseInstant(s.sources.get(w.source)!.historyFrom)
  if (history === null || w.partial || w.length === 'lifetime') return false
  return s.start === null || s.start - w.offset - w.length < history.seconds
}
