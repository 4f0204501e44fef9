import type { QualifiedName } from '../ir/name.ts'
import type { Physical, Relation, Term } from '../ir/relation.ts'
import type { DialectName, LiteralValue } from '../ir/scalar.ts'
import type { Type } from '../ir/type.ts'
import { dialects } from './dialects.ts'
import { layOut } from './lines.ts'
import { qualifiedBy } from './names.ts'
import { queryLines } from './query.ts'
import type { Bounds } from './scope.ts'
import { scopeOf } from './scope.ts'
import { termSql } from './term.ts'

export type { Argument, ColumnSpec, ServedChange, ServedSpec, TableAsSpec, TableSpec } from './dialect.ts'
export type { Bounds } from './scope.ts'
export * from './objects.ts'
export * from './statements.ts'

/** The text of a bound relation, laid out, without a semicolon at its end. */
export function printQuery(relation: Relation, dialect: DialectName, bounds: Bounds | null): string {
  return layOut(queryLines(relation, scopeOf(dialect, bounds)))
}

/** The text of a term; fields without an alias stay bare. */
export function printTerm(term: Term, dialect: DialectName, bounds: Bounds | null): string {
  return termSql(term, scopeOf(dialect, bounds))
}

export function quote(name: string, dialect: DialectName): string {
  return dialects[dialect].quote(name)
}

export function qualified(name: QualifiedName, dialect: DialectName): string {
  return qualifiedBy(dialects[dialect].quote, name)
}

/** The function by which long fills are cut into shares of their keys; null where the engine gains nothing by that. */
export function keyHash(dialect: DialectName): string | null {
  return dialects[dialect].keyHash
}

/** What FROM says for a file; null where the engine reads none. */
export function fileSql(file: Extract<Physical['of'], { kind: 'file' }>, dialect: DialectName): string | null {
  return dialects[dialect].file?.(file) ?? null
}

export function literal(value: LiteralValue, type: Type, dialect: DialectName): string {
  return dialects[dialect].literal(value, type)
}

/** The bounds of a statement whose moment is that at which it runs. */
export function whenRead(dialect: DialectName): Bounds {
  return { from: null, to: null, now: { identifier: dialects[dialect].clock } }
}

export function typeSql(type: Type, dialect: DialectName): string {
  return dialects[dialect].typeSql(type)
}
export { unsupported } from './unsupported.ts'
