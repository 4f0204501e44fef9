import { InternalError } from '../base/diagnostic.ts'
import { hashOf } from '../base/hash.ts'
import type { Hash } from '../base/hash.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import { functions } from '../ir/functions.ts'
import type { FunctionName } from '../ir/functions.ts'
import type { Term, TermLeaf } from '../ir/relation.ts'
import type { Node, Scalar, ScalarLeaf } from '../ir/scalar.ts'
import { childrenOf, leavesOf, mapLeaves } from '../ir/scalar.ts'
import { all, call, choose, field, instant, later } from '../ir/terms.ts'
import { typeOf } from '../ir/type-of.ts'
import type { Type } from '../ir/type.ts'

/** A row-level expression over the columns of one source, as a term over the alias that holds its rows. */
export function rowTerm(scalar: Scalar, alias: string): Term {
  return mapLeaves<ScalarLeaf, TermLeaf>(scalar, leaf => columnTerm(leaf, alias))
}

function columnTerm(leaf: ScalarLeaf, alias: string): Term {
  if (leaf.kind !== 'column') throw new InternalError(`a row-level expression holds a '${leaf.kind}'`)
  return field(leaf.name, alias)
}

/** The columns that a row-level expression reads. */
export function columnsIn(row: Scalar | null): readonly string[] {
  return row === null ? [] : leavesOf<ScalarLeaf>(row).flatMap(l => (l.kind === 'column' ? [l.name] : []))
}

export function rowType(scalar: Scalar, source: CatalogSource): Type {
  return typeOf<ScalarLeaf>(scalar, leaf => {
    const column = leaf.kind === 'column' ? source.columns.find(c => c.name === leaf.name) : undefined
    if (column === undefined) throw new InternalError(`no type for a '${leaf.kind}' of ${source.address}`)
    return column.type
  })
}

const rowHashes = new WeakMap<Scalar, Hash>()

/** Identity of a row-level expression: the role of its keys does not enter, the meaning of its functions does. Hashed once, however many states read it. */
export function rowHash(scalar: Scalar | null): Hash | null {
  if (scalar === null) return null
  const known = rowHashes.get(scalar)
  if (known !== undefined) return known
  const plain = mapLeaves<ScalarLeaf, ScalarLeaf>(scalar, leaf => (leaf.kind === 'column' ? { ...leaf, keys: null } : leaf))
  const hash = hashOf({ plain, semantics: semanticsOf(scalar) })
  rowHashes.set(scalar, hash)
  return hash
}

/** The semantic version of each function in an expression. */
export function semanticsOf<L extends { readonly kind: string }>(node: Node<L>): Readonly<Record<string, number>> {
  const found: Record<string, number> = {}
  const visit = (n: Node<L>): void => {
    if (n.kind === 'call') found[(n as { fn: FunctionName }).fn] = functions[(n as { fn: FunctionName }).fn].version
    for (const child of childrenOf<L>(n)) visit(child)
  }
  visit(node)
  return found
}

/** When a row happened: event time of events, start of validity of a dimension's row. */
export function happened(source: CatalogSource): string {
  const column = source.eventTime ?? source.validFrom
  if (column === null) throw new InternalError(`${source.address} has no time`)
  return column
}

/**
 * When a row counts as known. The known time itself from `trustedFrom` on; before that the earlier of it and the time it
 * happened + lateness, for rows loaded in bulk would otherwise look unknown. Without known time: when it happened.
 */
export function effectiveKnown(source: CatalogSource, known: boolean, alias: string): Term {
  const at = field(happened(source), alias)
  if (!known || source.knownTime === null) return at
  const stamp = field(source.knownTime.column, alias)
  if (source.knownTime.trustedFrom === null) return stamp
  return choose(call('gte', stamp, instant(source.knownTime.trustedFrom)), stamp, call('least', stamp, later(at, source.lateness)))
}

/** Rows that stand for something: with a time and without a NULL among their keys. */
export function wholeRow(source: CatalogSource, on: readonly string[], alias: string): Term {
  const present = [happened(source), ...on].map(c => call('not', call('isNull', field(c, alias))))
  const history = source.historyFrom === null ? [] : [call('gte', field(happened(source), alias), instant(source.historyFrom))]
  return all<TermLeaf>([...present, ...history])
}
