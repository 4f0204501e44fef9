import { InternalError, absurd } from '../../base/diagnostic.ts'
import type { QualifiedName } from '../../ir/name.ts'
import { besideName } from '../../ir/name.ts'
import type { Served, ServingKind } from '../../ir/serving-kind.ts'
import type { ServedChange, ServedSpec, ServedStatements, TableSpec } from '../dialect.ts'
import { qualifiedBy } from '../names.ts'
import { quote, textLiteral } from './literals.ts'
import { typeSql } from './types.ts'
import { statements } from './statements.ts'

export const served: ServedStatements = {
  create,
  alter,
  drop,
  dropBeside,
  probe,
  createKeyed,
}

function full(name: QualifiedName): string {
  return qualifiedBy(quote, name)
}

function list(names: readonly string[]): string {
  return `(${names.map(quote).join(', ')})`
}

function create(s: ServedSpec): readonly string[] {
  const { kind } = s.served
  switch (kind) {
    case 'view':
    case 'hybrid table':
      return statements.createView(s)
    case 'dynamic table':
      return [dynamicTable(s)]
    case 'interactive table':
      return [interactiveTable(s)]
    case 'materialized view':
      return [...materializedView(s), ...statements.createView(s)]
    case 'online feature table':
      return onlineFeatureTable(s)
    default:
      return absurd(kind)
  }
}

function lagText(lag: Served['lag']): string {
  if (lag === 'downstream') return 'DOWNSTREAM'
  const seconds = lag ?? 60
  const [count, unit] = (
    [
      [86_400, 'day'],
      [3600, 'hour'],
      [60, 'minute'],
      [1, 'second'],
    ] as const
  ).flatMap(([size, name]) => (seconds % size === 0 ? [[seconds / size, name] as const] : []))[0]!
  return `'${count} ${unit}${count === 1 ? '' : 's'}'`
}

/** A warehouse is named as the config writes it: bare, as in an account that did not quote it. */
function warehouseName(warehouse: string | null): string {
  return warehouse !== null && /^[A-Za-z_][A-Za-z0-9_$]*$/.test(warehouse) ? quote(warehouse) : `"${(warehouse ?? '').replaceAll('"', '""')}"`
}

function upkeep({ lag, warehouse }: Served): readonly string[] {
  return [`TARGET_LAG = ${lagText(lag)}`, `WAREHOUSE = ${warehouseName(warehouse)}`]
}

function clustering({ clusterBy }: Served): readonly string[] {
  return clusterBy.length === 0 ? [] : [`CLUSTER BY ${list(clusterBy)}`]
}

/** The query reads tables of ours that are written by DELETE and INSERT: their changes have to be tracked for an incremental refresh. */
function dynamicTable(s: ServedSpec): string {
  const columns = s.columns.map(c => `  ${quote(c.name)} ${typeSql(c.type)}${c.comment === null ? '' : ` COMMENT ${textLiteral(c.comment)}`}`)
  return [
    `CREATE OR REPLACE DYNAMIC TABLE ${full(s.name)} (\n${columns.join(',\n')}\n)`,
    ...upkeep(s.served),
    `REFRESH_MODE = ${(s.served.refresh ?? 'full').toUpperCase()}`,
    `INITIALIZE = ${s.served.initialize === 'on schedule' ? 'ON_SCHEDULE' : 'ON_CREATE'}`,
    ...clustering(s.served),
    `COMMENT = ${textLiteral(s.comment)}`,
    'COPY GRANTS',
    `AS\n${s.query}`,
  ].join('\n')
}

/** It takes the columns of its query, without comments on them. */
function interactiveTable(s: ServedSpec): string {
  return [
    `CREATE OR REPLACE INTERACTIVE TABLE ${full(s.name)}`,
    ...clustering(s.served),
    ...upkeep(s.served),
    'COPY GRANTS',
    `COMMENT = ${textLiteral(s.comment)}`,
    `AS\n${s.query}`,
  ].join('\n')
}

/** The rows that it keeps are shown by a view, which takes the newest. */
function materializedView(s: ServedSpec): readonly string[] {
  if (s.rows === null) throw new InternalError(`the materialized view '${s.name.name}' has no rows`)
  const columns = new Set(s.rows.columns)
  const clusterBy = s.served.clusterBy.filter(c => columns.has(c))
  const clauses = [
    `CREATE OR REPLACE MATERIALIZED VIEW ${full(besideName(s.name))}`,
    'COPY GRANTS',
    list(s.rows.columns),
    `COMMENT = ${textLiteral(s.comment)}`,
    ...clustering({ ...s.served, clusterBy }),
    `AS\n${s.rows.query}`,
  ]
  return [clauses.join('\n')]
}

/** It selects from a view, which stands beside it. There is no COPY GRANTS for it. */
function onlineFeatureTable(s: ServedSpec): readonly string[] {
  const source = besideName(s.name)
  const table = [
    `CREATE OR REPLACE ONLINE FEATURE TABLE ${full(s.name)}`,
    `PRIMARY KEY ${list(s.keys)}`,
    ...upkeep(s.served),
    `REFRESH_MODE = ${(s.served.refresh ?? 'full').toUpperCase()}`,
    `TIMESTAMP_COLUMN = ${quote('feature_time')}`,
    `COMMENT = ${textLiteral(s.comment)}`,
    `FROM ${full(source)}`,
  ]
  return [...statements.createView({ ...s, name: source }), table.join('\n')]
}

/** Words by which the object under the public name is altered and dropped: that of a materialized view is a view. */
const words: Readonly<Record<ServingKind, { readonly alter: string; readonly drop: string }>> = {
  'dynamic table': { alter: 'DYNAMIC TABLE', drop: 'DYNAMIC TABLE' },
  'materialized view': { alter: 'VIEW', drop: 'VIEW' },
  view: { alter: 'VIEW', drop: 'VIEW' },
  'interactive table': { alter: 'INTERACTIVE TABLE', drop: 'TABLE' },
  'online feature table': { alter: 'ONLINE FEATURE TABLE', drop: 'ONLINE FEATURE TABLE' },
  'hybrid table': { alter: 'VIEW', drop: 'VIEW' },
}

function alter(s: ServedSpec, change: ServedChange): readonly string[] {
  const { kind, lag, warehouse, clusterBy } = s.served
  const clusters = clusterBy.length === 0 ? 'DROP CLUSTERING KEY' : `CLUSTER BY ${list(clusterBy)}`
  switch (kind) {
    case 'view':
    case 'hybrid table':
      return statements.createView(s)
    case 'materialized view':
      return [...(change.clusterBy ? [`ALTER MATERIALIZED VIEW ${full(besideName(s.name))} ${clusters}`] : []), ...statements.createView(s)]
    case 'dynamic table':
    case 'interactive table':
    case 'online feature table': {
      const target = `ALTER ${words[kind].alter} ${full(s.name)}`
      const set = [...(change.lag ? [`TARGET_LAG = ${lagText(lag)}`] : []), ...(change.warehouse ? [`WAREHOUSE = ${warehouseName(warehouse)}`] : [])]
      const described = kind === 'dynamic table' ? change.columns : []
      return [
        ...set.map(property => `${target} SET ${property}`),
        ...(change.clusterBy && kind !== 'online feature table'
          ? [`${kind === 'interactive table' ? `ALTER TABLE ${full(s.name)}` : target} ${clusters}`]
          : []),
        ...described.map(c => `${target} ALTER COLUMN ${quote(c.name)} ${c.comment === null ? 'UNSET COMMENT' : `COMMENT ${textLiteral(c.comment)}`}`),
        ...(change.resume ? [`${target} RESUME`] : []),
        // last: it holds the mark by which the whole is known as done
        kind === 'interactive table' ? `COMMENT ON TABLE ${full(s.name)} IS ${textLiteral(s.comment)}` : `${target} SET COMMENT = ${textLiteral(s.comment)}`,
      ]
    }
    default:
      return absurd(kind)
  }
}

function drop(kind: ServingKind, name: QualifiedName): readonly string[] {
  return [`DROP ${words[kind].drop} IF EXISTS ${full(name)}`, ...dropBeside(kind, name)]
}

function dropBeside(kind: ServingKind, name: QualifiedName): readonly string[] {
  if (kind === 'online feature table') return [`DROP VIEW IF EXISTS ${full(besideName(name))}`]
  return kind === 'materialized view' ? [`DROP MATERIALIZED VIEW IF EXISTS ${full(besideName(name))}`] : []
}

/** Online feature tables are known to SHOW alone. */
function probe(kind: ServingKind, name: QualifiedName, comment: string): string | null {
  if (kind !== 'online feature table') return statements.commentProbe(name, comment)
  const schema = qualifiedBy(quote, { catalog: null, schema: name.catalog ?? '', name: name.schema })
  const wanted = `"name" = ${textLiteral(name.name.toUpperCase())} AND "comment" = ${textLiteral(comment)}`
  return `SHOW ONLINE FEATURE TABLES LIKE ${textLiteral(name.name.toUpperCase())} IN SCHEMA ${schema} ->> SELECT COUNT(*) > 0 AS "DONE" FROM $1 WHERE ${wanted}`
}

/** A hybrid table: its key is enforced, and a row is found by it. */
function createKeyed(t: TableSpec, keys: readonly string[]): readonly string[] {
  const columns = t.columns.map(c => {
    const key = keys.includes(c.name)
    return `  ${quote(c.name)} ${typeSql(c.type)}${key || !c.nullable ? ' NOT NULL' : ''}${c.comment === null ? '' : ` COMMENT ${textLiteral(c.comment)}`}`
  })
  const comment = t.comment === null ? '' : `\nCOMMENT = ${textLiteral(t.comment)}`
  return [
    `CREATE HYBRID TABLE ${t.ifNotExists ? 'IF NOT EXISTS ' : ''}${full(t.name)} (\n${[...columns, `  PRIMARY KEY ${list(keys)}`].join(',\n')}\n)${comment}`,
  ]
}
