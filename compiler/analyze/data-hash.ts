import type { Address } from '../base/address.ts'
import type { Hash } from '../base/hash.ts'
import { canonical, hashText } from '../base/hash.ts'
import { lengthAtPoints } from '../ir/accuracy.ts'
import { aggregates } from '../ir/aggregates.ts'
import type { CatalogEntity, CatalogSource, Contract } from '../ir/catalog.ts'
import { functions } from '../ir/functions.ts'
import type { Scalar, ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import type { Type } from '../ir/type.ts'
import { typeName } from '../ir/type.ts'
import { absurd } from '../base/diagnostic.ts'

/** What the identity of a value rests on besides its expression. */
export interface HashScope {
  readonly sources: ReadonlyMap<Address, CatalogSource>
  readonly entities: ReadonlyMap<Address, CatalogEntity>
  /** The entity that the expression describes. */
  readonly entity: Address
  readonly contract: Contract
  readonly feature: (ref: Address) => { readonly dataHash: Hash; readonly contract: Contract }
}

/**
 * The identity of a value: a hash over its elaborated expression in which names of features, views, windows and keys are
 * replaced by what they mean. Leaves are sources, their columns and times; functions count by their semantic version.
 */
export function dataHash(expr: Scalar, type: Type, scope: HashScope): Hash {
  return hashText(`feature 1 ${typeName(type)} ${meaning(expr, scope)}`)
}

/** A text that is equal exactly where the meaning is: every part is delimited. */
function meaning(n: Scalar, s: HashScope): string {
  switch (n.kind) {
    case 'literal':
      return `${JSON.stringify(String(n.value))}${typeof n.value}:${typeName(n.type)}`
    case 'call':
      return `${n.fn}~${functions[n.fn].version}(${n.args.map(a => meaning(a, s)).join()})`
    case 'cast':
      return `${n.lenient ? 'try ' : ''}cast(${meaning(n.of, s)} as ${typeName(n.type)})`
    case 'json':
      return `json(${meaning(n.of, s)} ${JSON.stringify(n.path)} ${typeName(n.type)})`
    case 'case':
      return `case(${n.arms.map(([w, t]) => `${meaning(w, s)}?${meaning(t, s)}`).join()}:${n.otherwise === null ? '' : meaning(n.otherwise, s)})`
    case 'raw': {
      const body = (parts: readonly (string | Scalar)[]): string => parts.map(p => (typeof p === 'string' ? JSON.stringify(p) : meaning(p, s))).join()
      return `raw(${typeName(n.type)} [${body(n.bodies.snowflake)}] [${body(n.bodies.duckdb)}])`
    }
    default:
      return leafMeaning(n, s)
  }
}

function leafMeaning(n: ScalarLeaf, s: HashScope): string {
  switch (n.kind) {
    case 'column':
      return columnMeaning(s.sources.get(n.source)!, n.name)
    case 'window':
      return windowMeaning(n, s)
    case 'asOf':
      return asOfMeaning(n.of, s)
    case 'feature':
      return featureMeaning(n.ref, s)
    case 'lookup': {
      const keys = s.entities.get(n.entity)!.keys.map(k => meaning(n.keys[k.name]!, s))
      return `at([${keys.join()}] ${meaning(n.of, { ...s, entity: n.entity })})`
    }
    case 'point':
      return 'point'
    case 'request':
      return `request(${n.name} ${typeName(n.type)})`
    case 'versions':
    case 'invalid':
      return ''
    default:
      return absurd(n)
  }
}

function columnMeaning(source: CatalogSource, name: string): string {
  const column = source.columns.find(c => c.name === name)!
  return `column(${JSON.stringify(name)} ${typeName(column.type)})`
}

/** The key columns of a source by position, in the role that was chosen. */
function keyMeaning(source: CatalogSource, roles: Readonly<Record<string, string>> | null, s: HashScope): string {
  const keys = s.entities.get(s.entity)!.keys
  const on = roles === null ? (source.entities.find(e => e.entity === s.entity)?.on ?? []) : keys.map(k => roles[k.name])
  return JSON.stringify(on)
}

function windowMeaning(w: WindowAggregate, s: HashScope): string {
  const source = s.sources.get(w.source)!
  const spec = aggregates[w.aggregate]
  const history = w.partial ? null : source.historyFrom
  return `window(${[
    `${w.aggregate}~${spec.version}`,
    w.parameter,
    w.keepNulls,
    w.of === null ? '' : meaning(w.of, s),
    w.where === null ? '' : meaning(w.where, s),
    relationMeaning(source),
    keyMeaning(source, w.keys, s),
    lengthAtPoints(w, s.contract.accuracy),
    w.offset,
    source.eventTime,
    knownMeaning(source, s.contract),
    history,
    spec.ordered ? JSON.stringify(source.tieBreak) : '',
    versionsMeaning(source),
  ].join(';')})`
}

function asOfMeaning(of: Scalar, s: HashScope): string {
  const columns = columnLeaves(of)
  const first = columns[0]!
  const source = s.sources.get(first.source)!
  const fixed = source.form === 'snapshot' ? columns.map(c => source.columns.find(x => x.name === c.name)!.fixed) : null
  return `asOf(${[
    meaning(of, s),
    source.form,
    relationMeaning(source),
    keyMeaning(source, first.keys, s),
    source.validFrom,
    source.validTo,
    source.deletedWhen,
    knownMeaning(source, s.contract),
    JSON.stringify(source.tieBreak),
    versionsMeaning(source),
    JSON.stringify(fixed),
  ].join(';')})`
}

/** Which of the versions of a row counts; a snapshot has one of each. */
function versionsMeaning(source: CatalogSource): string {
  const versioned = source.form !== 'snapshot' && source.rowKey.length > 0
  if (!versioned) return JSON.stringify(source.rowKey)
  return JSON.stringify([source.rowKey, source.rowVersion, source.knownTime?.column ?? null, source.tieBreak, source.deletedWhen])
}

type Column = Extract<ScalarLeaf, { kind: 'column' }>

function columnLeaves(row: Scalar): readonly Column[] {
  const found: Column[] = []
  const visit = (n: Scalar): void => {
    if (n.kind === 'column') found.push(n)
    else if (n.kind === 'call') n.args.forEach(visit)
    else if (n.kind === 'cast' || n.kind === 'json') visit(n.of)
    else if (n.kind === 'case') {
      n.arms.forEach(([w, t]) => (visit(w), visit(t)))
      if (n.otherwise !== null) visit(n.otherwise)
    } else if (n.kind === 'raw') n.bodies.snowflake.forEach(p => (typeof p === 'string' ? undefined : visit(p)))
  }
  visit(row)
  return found
}

/** A source is its logical name, or the text of its query. */
function relationMeaning(source: CatalogSource): string {
  return source.query === null ? source.address : canonical(source.query)
}

/** How a row's known time counts; lateness only where early known times are not trusted. */
function knownMeaning(source: CatalogSource, contract: Contract): string {
  if (source.knownTime === null || contract.known === 'corrected') return ''
  const { column, trustedFrom } = source.knownTime
  return `${column}/${trustedFrom ?? ''}/${trustedFrom === null ? '' : source.lateness}`
}

/** The read feature's identity, and the cadence of its view where its points are not all points of ours. */
function featureMeaning(ref: Address, s: HashScope): string {
  const read = s.feature(ref)
  const stale = s.contract.every % read.contract.every === 0 ? '' : `/${read.contract.every}`
  return `feature(${read.dataHash}${stale})`
}
