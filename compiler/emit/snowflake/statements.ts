import { InternalError } from '../../base/diagnostic.ts'
import type { QualifiedName } from '../../ir/name.ts'
import type { ColumnSpec, CommentTarget, FunctionSpec, ReplaceSpec, Statements, TableAsSpec, TableSpec, ViewSpec } from '../dialect.ts'
import type { Physical } from '../../ir/physical.ts'
import { qualifiedBy } from '../names.ts'
import { quote, textLiteral } from './literals.ts'
import { columnClauses, featureStoreClauses, policyClauses } from './physical.ts'
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

function column(c: ColumnSpec, physical: Physical = {}): string {
  return `${quote(c.name)} ${typeSql(c.type)}${c.nullable ? '' : ' NOT NULL'}${columnClauses(physical.columns?.[c.name])}${c.comment === null ? '' : ` COMMENT ${textLiteral(c.comment)}`}`
}

function createTable(t: TableSpec): readonly string[] {
  const { physical = {} } = t
  const clauses = [
    `CREATE ${physical.transient === true ? 'TRANSIENT ' : ''}TABLE ${t.ifNotExists ? 'IF NOT EXISTS ' : ''}${full(t.name)} (\n${t.columns.map(c => `  ${column(c, physical)}`).join(',\n')}\n)`,
    ...(t.clusterBy.length === 0 ? [] : [`CLUSTER BY (${t.clusterBy.map(quote).join(', ')})`]),
    ...(physical.retentionDays === undefined ? [] : [`DATA_RETENTION_TIME_IN_DAYS = ${physical.retentionDays}`]),
    ...(t.comment === null ? [] : [`COMMENT = ${textLiteral(t.comment)}`]),
    ...policyClauses(physical),
  ]
  return [clauses.join('\n')]
}

function createTableAs(t: TableAsSpec): readonly string[] {
  return [`CREATE OR REPLACE TABLE ${full(t.name)}\nCOMMENT = ${textLiteral(t.comment)}\nAS\n${t.query}`]
}

function createView(v: ViewSpec): readonly string[] {
  const { physical = {} } = v
  const columns = v.columns
    .map(c => `  ${quote(c.name)}${columnClauses(physical.columns?.[c.name])}${c.comment === null ? '' : ` COMMENT ${textLiteral(c.comment)}`}`)
    .join(',\n')
  const create = `CREATE OR REPLACE VIEW ${full(v.name)} (\n${columns}\n)\nCOPY GRANTS`
  const comment = v.comment === null ? [] : [`COMMENT = ${textLiteral(v.comment)}`]
  if (physical.storeTags !== undefined) return [[create, ...featureStoreClauses(v.name, comment, physical, physical.storeTags), `AS ${v.query}`].join('\n')]
  return [[create, ...comment, ...policyClauses(physical), 'AS', v.query].join('\n')]
}

function addColumn(table: QualifiedName, c: ColumnSpec): readonly string[] {
  if (!c.nullable) throw new InternalError(`column '${c.name}' cannot be added as NOT NULL`)
  return [`ALTER TABLE ${full(table)} ADD COLUMN IF NOT EXISTS ${column(c)}`]
}

function renameTable(from: QualifiedName, to: QualifiedName): readonly string[] {
  return [`ALTER TABLE ${full(from)} RENAME TO ${full(to)}`]
}

function commentOn(target: CommentTarget, comment: string | null): readonly string[] {
  const name = target.on === 'column' ? `${full(target.name)}.${quote(target.column)}` : full(target.name)
  return [`COMMENT ON ${target.on.toUpperCase()} ${name} IS ${textLiteral(comment ?? '')}`]
}

/**
 * Each statement commits by itself. The mark is set on the new table first, because a clone takes the comment along: name
 * and mark change in one statement, which copies the grants of the table that it replaces.
 */
function replaceTable(r: ReplaceSpec): readonly string[] {
  return [
    ...commentOn({ on: 'table', name: r.next }, r.mark),
    ...(r.keepAs === null ? [] : [`CREATE TABLE IF NOT EXISTS ${full(r.keepAs)} CLONE ${full(r.name)}`]),
    `CREATE OR REPLACE TABLE ${full(r.name)} CLONE ${full(r.next)} COPY GRANTS`,
  ]
}

function dropBuilt(next: QualifiedName): readonly string[] {
  return [`DROP TABLE IF EXISTS ${full(next)}`]
}

/** The text of a body between dollars is taken as it stands; one that holds two of them is quoted. */
function bodyText(query: string): string {
  return query.includes('$$') ? textLiteral(query) : `$$\n${query}\n$$`
}

function createFunction(f: FunctionSpec): readonly string[] {
  const parameters = f.parameters.map(p => `${quote(p.name)} ${typeSql(p.type)}`).join(', ')
  const columns = f.columns.map(c => `  ${quote(c.name)} ${typeSql(c.type)}`).join(',\n')
  return [
    `CREATE OR REPLACE FUNCTION ${full(f.name)}(${parameters})\nCOPY GRANTS\nRETURNS TABLE (\n${columns}\n)\nCOMMENT = ${textLiteral(f.comment)}\nAS ${bodyText(f.query)}`,
  ]
}

/** Functions of one name differ by the types of their parameters. */
function dropFunction(name: QualifiedName, parameters: FunctionSpec['parameters']): readonly string[] {
  return [`DROP FUNCTION IF EXISTS ${full(name)}(${parameters.map(p => typeSql(p.type)).join(', ')})`]
}

function commentProbe(name: QualifiedName, comment: string): string {
  const tables = full({ catalog: name.catalog, schema: 'information_schema', name: 'tables' })
  const wanted = `"TABLE_SCHEMA" = ${textLiteral(name.schema.toUpperCase())} AND "TABLE_NAME" = ${textLiteral(name.name.toUpperCase())} AND "COMMENT" = ${textLiteral(comment)}`
  return `SELECT COUNT(*) > 0 AS "DONE" FROM ${tables} WHERE ${wanted}`
}

/** Each statement is one by itself, its comments within: no transaction holds definitions here. */
function together(definitions: readonly string[]): readonly string[] {
  return definitions
}
