import { InternalError } from '../../base/diagnostic.ts'
import type { QualifiedName } from '../../ir/name.ts'
import type { Type } from '../../ir/type.ts'
import type { ColumnSpec, CommentTarget, FunctionSpec, ReplaceSpec, Statements, TableAsSpec, TableSpec, ViewSpec } from '../dialect.ts'
import { qualifiedBy } from '../names.ts'
import { quote, textLiteral } from './literals.ts'
import { typeSql } from './types.ts'

export const statements: Statements = {
  createTable,
  createTableAs,
  createView,
  addColumn,
  renameTable,
  commentOn,
  replaceTable,
  dropBuilt,
  createFunction,
  dropFunction,
  together,
  commentProbe,
}

function full(name: QualifiedName): string {
  return qualifiedBy(quote, name)
}

function column(c: Pick<ColumnSpec, 'name' | 'type' | 'nullable'>): string {
  return `${quote(c.name)} ${typeSql(c.type)}${c.nullable ? '' : ' NOT NULL'}${isWide(c.type) ? ' USING COMPRESSION uncompressed' : ''}`
}

/** Numbers of 128 bits: the engine packs them as tightly as others, but takes thirty times as long to read what it has packed. */
function isWide(type: Type): boolean {
  return type.kind === 'decimal' && type.precision > 18
}

/** Rows are not clustered here: the engine keeps min and max of each row group in the order of insertion. */
function createTable(t: TableSpec): readonly string[] {
  const columns = t.columns.map(c => `  ${column(c)}`).join(',\n')
  return [`CREATE TABLE ${t.ifNotExists ? 'IF NOT EXISTS ' : ''}${full(t.name)} (\n${columns}\n)`, ...comments('table', t.name, t.comment, t.columns)]
}

/** Columns are declared, for only so can it be said how they are stored. */
function createTableAs(t: TableAsSpec): readonly string[] {
  const columns = t.columns.map(c => `  ${column({ ...c, nullable: true })}`).join(',\n')
  return together([
    `CREATE OR REPLACE TABLE ${full(t.name)} (\n${columns}\n)`,
    `INSERT INTO ${full(t.name)}\n${t.query}`,
    ...commentOn({ on: 'table', name: t.name }, t.comment),
  ])
}

function createView(v: ViewSpec): readonly string[] {
  const columns = v.columns.map(c => `  ${quote(c.name)}`).join(',\n')
  return [`CREATE OR REPLACE VIEW ${full(v.name)} (\n${columns}\n) AS\n${v.query}`, ...comments('view', v.name, v.comment, v.columns)]
}

function comments(
  on: 'table' | 'view',
  name: QualifiedName,
  comment: string | null,
  columns: readonly { readonly name: string; readonly comment: string | null }[],
): readonly string[] {
  return [
    ...(comment === null ? [] : commentOn({ on, name }, comment)),
    ...columns.flatMap(c => (c.comment === null ? [] : commentOn({ on: 'column', name, column: c.name }, c.comment))),
  ]
}

function addColumn(table: QualifiedName, c: ColumnSpec): readonly string[] {
  if (!c.nullable) throw new InternalError(`column '${c.name}' cannot be added as NOT NULL`)
  return [`ALTER TABLE ${full(table)} ADD COLUMN IF NOT EXISTS ${column(c)}`, ...comments('table', table, null, [c])]
}

/** A table cannot change its schema here. */
function renameTable(from: QualifiedName, to: QualifiedName): readonly string[] {
  if (from.schema !== to.schema) throw new InternalError(`'${from.schema}.${from.name}' cannot be renamed into schema '${to.schema}'`)
  return [`ALTER TABLE ${full(from)} RENAME TO ${quote(to.name)}`]
}

function commentOn(target: CommentTarget, comment: string | null): readonly string[] {
  const name = target.on === 'column' ? `${full(target.name)}.${quote(target.column)}` : full(target.name)
  return [`COMMENT ON ${target.on.toUpperCase()} ${name} IS ${comment === null ? 'NULL' : textLiteral(comment)}`]
}

/** Definitions are transactional here: readers see the old table or the new one. */
function replaceTable(r: ReplaceSpec): readonly string[] {
  return together([
    ...(r.keepAs === null ? [] : renameTable(r.name, r.keepAs)),
    ...renameTable(r.next, r.name),
    ...commentOn({ on: 'table', name: r.name }, r.mark),
  ])
}

/** It was renamed. */
function dropBuilt(): readonly string[] {
  return []
}

/** A macro of a table: its parameters have no types, the query casts them. */
function createFunction(f: FunctionSpec): readonly string[] {
  return [`CREATE OR REPLACE MACRO ${full(f.name)}(${f.parameters.map(p => quote(p.name)).join(', ')}) AS TABLE\n${f.query}`]
}

function dropFunction(name: QualifiedName): readonly string[] {
  return [`DROP MACRO TABLE IF EXISTS ${full(name)}`]
}

/** An object without its comment would not be known as ours, should the run end between the two. */
function together(definitions: readonly string[]): readonly string[] {
  return definitions.length < 2 ? definitions : ['BEGIN TRANSACTION', ...definitions, 'COMMIT']
}

function commentProbe(name: QualifiedName, comment: string): string {
  const objects = 'SELECT schema_name, table_name AS name, comment FROM duckdb_tables() UNION ALL SELECT schema_name, view_name, comment FROM duckdb_views()'
  const wanted = `schema_name = ${textLiteral(name.schema)} AND name = ${textLiteral(name.name)} AND comment = ${textLiteral(comment)}`
  return `SELECT count(*) > 0 AS done FROM (${objects}) AS o WHERE ${wanted}`
}
