import type { QualifiedName } from '../ir/name.ts'
import type { DialectName } from '../ir/scalar.ts'
import { InternalError } from '../base/diagnostic.ts'
import type { ColumnSpec, CommentTarget, CopySpec, FunctionSpec, ReplaceSpec, ServedStatements, TableAsSpec, TableSpec, ViewSpec } from './dialect.ts'
import { dialects } from './dialects.ts'
import { qualifiedBy } from './names.ts'

/** Every act is a list of single statements, to be run in the order given. */
export function createSchema(name: Pick<QualifiedName, 'catalog' | 'schema'>, dialect: DialectName): readonly string[] {
  const parts = [name.catalog, name.schema].filter(part => part !== null)
  return [`CREATE SCHEMA IF NOT EXISTS ${parts.map(dialects[dialect].quote).join('.')}`]
}

export function createTable(table: TableSpec, dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.createTable(table)
}

/** A table with just the rows of a query, in the place of one that is there; it never is without its comment. */
export function createTableAs(table: TableAsSpec, dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.createTableAs(table)
}

/** One row about those of a query: how many there are, what tells them from others, and how many are NULL in each of `nulls`, as nulls_1 and on. */
export function contentOf(
  { query, columns, nulls = [] }: { readonly query: string; readonly columns: readonly string[]; readonly nulls?: readonly string[] },
  dialect: DialectName,
): string {
  const { contentHash, quote } = dialects[dialect]
  const missing = nulls.map((c, i) => `, count(*) - count(q.${quote(c)}) AS nulls_${i + 1}`).join('')
  return `SELECT count(*) AS n, ${contentHash(columns.map(c => `q.${quote(c)}`))} AS checksum${missing} FROM (\n${query}\n) AS q`
}

/** Writes the rows of a query to a file; null where the engine writes none. */
export function copyTo(file: CopySpec, dialect: DialectName): string | null {
  return dialects[dialect].copyTo?.(file) ?? null
}

/** Replaces the view where it exists; grants stay. */
export function createView(view: ViewSpec, dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.createView(view)
}

export function dropTable(name: QualifiedName, dialect: DialectName): readonly string[] {
  return [`DROP TABLE IF EXISTS ${full(name, dialect)}`]
}

export function dropView(name: QualifiedName, dialect: DialectName): readonly string[] {
  return [`DROP VIEW IF EXISTS ${full(name, dialect)}`]
}

/** `query` gives the columns in this order. */
export function insertInto(
  { into, columns, query }: { readonly into: QualifiedName; readonly columns: readonly string[]; readonly query: string },
  dialect: DialectName,
): readonly string[] {
  const names = columns.map(c => `  ${dialects[dialect].quote(c)}`).join(',\n')
  return [`INSERT INTO ${full(into, dialect)} (\n${names}\n)\n${query}`]
}

/** `where`: printed conditions, all of which hold; none deletes every row. */
export function deleteFrom({ from, where }: { readonly from: QualifiedName; readonly where: readonly string[] }, dialect: DialectName): readonly string[] {
  const conditions = where.map((c, i) => `\n${i === 0 ? 'WHERE' : '  AND'} ${c}`).join('')
  return [`DELETE FROM ${full(from, dialect)}${conditions}`]
}

/** A new column is nullable: rows that exist have no value for it. */
export function addColumn({ table, column }: { readonly table: QualifiedName; readonly column: ColumnSpec }, dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.addColumn(table, column)
}

export function renameColumn(
  { table, from, to }: { readonly table: QualifiedName; readonly from: string; readonly to: string },
  dialect: DialectName,
): readonly string[] {
  const { quote } = dialects[dialect]
  return [`ALTER TABLE ${full(table, dialect)} RENAME COLUMN ${quote(from)} TO ${quote(to)}`]
}

export function renameTable({ from, to }: { readonly from: QualifiedName; readonly to: QualifiedName }, dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.renameTable(from, to)
}

/** `null` takes the comment away. */
export function commentOn(target: CommentTarget, comment: string | null, dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.commentOn(target, comment)
}

/**
 * Puts a table that was built aside under a public name and keeps the former one. The new table carries `mark` in the
 * moment in which it becomes visible, so that one look tells whether this has happened.
 */
export function replaceTable(replace: ReplaceSpec, dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.replaceTable(replace)
}

/** What is left of the table that was built aside; its own act, for the former one must never be done twice. */
export function dropBuilt(next: QualifiedName, dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.dropBuilt(next)
}

/** A function of rows, in the place of the one that had its name and parameters. */
export function createFunction(f: FunctionSpec, dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.createFunction(f)
}

export function dropFunction(name: QualifiedName, parameters: FunctionSpec['parameters'], dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.dropFunction(name, parameters)
}

/** Statements for objects that the engine keeps current. */
export function servedStatements(dialect: DialectName): ServedStatements {
  const { served } = dialects[dialect]
  if (served === null) throw new InternalError(`${dialect} keeps no object current by itself`)
  return served
}

/** Definitions that take effect all at once: an object and its comment. */
export function together(definitions: readonly string[], dialect: DialectName): readonly string[] {
  return dialects[dialect].statements.together(definitions)
}

/** A query of one flag: whether a table or view is there and carries the comment. */
export function commentProbe(name: QualifiedName, comment: string, dialect: DialectName): string {
  return dialects[dialect].statements.commentProbe(name, comment)
}

function full(name: QualifiedName, dialect: DialectName): string {
  return qualifiedBy(dialects[dialect].quote, name)
}
