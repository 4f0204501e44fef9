import type { QualifiedName } from '../../ir/name.ts'
import type { Physical, PhysicalColumn } from '../../ir/physical.ts'
import { featureViewMetadata } from '../../ir/physical.ts'
import { qualifiedBy } from '../names.ts'
import { quote, textLiteral } from './literals.ts'

type Tags = Readonly<Record<string, string>>

/** A full name that is given as text, its parts between dots. */
export function dotted(name: string): string {
  return name.split('.').map(quote).join('.')
}

/** `"A" = 'x', "B" = 'y'`. */
function tagList(tags: Tags): string {
  return sorted(tags)
    .map(([name, value]) => `${dotted(name)} = ${textLiteral(value)}`)
    .join(', ')
}

/** What stands behind the name and type of a column, before its comment. */
export function columnClauses(column: PhysicalColumn | undefined): string {
  const { masking, tags = {} } = column ?? {}
  return `${masking === undefined ? '' : ` WITH MASKING POLICY ${dotted(masking)}`}${isEmpty(tags) ? '' : ` WITH TAG (${tagList(tags)})`}`
}

/** Who sees which rows of a table or view, and its tags, each as a clause of its own. */
export function policyClauses({ rowAccess, tags = {} }: Physical): readonly string[] {
  return [
    ...(rowAccess === undefined ? [] : [`WITH ROW ACCESS POLICY ${dotted(rowAccess.policy)} ON (${rowAccess.on.map(quote).join(', ')})`]),
    ...(isEmpty(tags) ? [] : [`WITH TAG (${tagList(tags)})`]),
  ]
}

/**
 * The clauses of a view that Snowflake's feature store shows. Its clients read the text of the statement
 * (snowflake-ml-python 1.48.0): a comment, TAG right behind it without WITH, the name of the tag with what it keeps without
 * quotes, and AS with a space before the query.
 */
export function featureStoreClauses(view: QualifiedName, comment: readonly string[], { rowAccess, tags = {} }: Physical, storeTags: Tags): readonly string[] {
  const schema = [view.catalog, view.schema].flatMap(part => (part === null ? [] : [quote(part)])).join('.')
  const own = Object.entries(storeTags).map(([name, value]) => `${schema}.${name === featureViewMetadata ? name : quote(name)} = ${textLiteral(value)}`)
  const list = [...own, ...(isEmpty(tags) ? [] : [tagList(tags)])]
  return [...comment, ...policyClauses({ rowAccess }), `TAG (${list.join(', ')})`]
}

/** Each statement changes one thing, and may run twice. */
export function alterTable(name: QualifiedName, from: Physical, to: Physical): readonly string[] {
  const table = `ALTER TABLE ${qualifiedBy(quote, name)}`
  return [
    ...clusterChange(table, from.clusterBy ?? [], to.clusterBy ?? []),
    ...retentionChange(table, from.retentionDays, to.retentionDays),
    ...tagChange(table, from.tags ?? {}, to.tags ?? {}),
    ...columnChanges(table, from.columns ?? {}, to.columns ?? {}),
    ...rowAccessChange(table, from.rowAccess, to.rowAccess),
  ]
}

/** Without the grants of the other: nobody is given what was given there. */
export function cloneTable(from: QualifiedName, to: QualifiedName, transient: boolean): readonly string[] {
  return [`CREATE ${transient ? 'TRANSIENT ' : ''}TABLE IF NOT EXISTS ${qualifiedBy(quote, to)} CLONE ${qualifiedBy(quote, from)}`]
}

function clusterChange(table: string, from: readonly string[], to: readonly string[]): readonly string[] {
  if (from.join() === to.join()) return []
  return [to.length === 0 ? `${table} DROP CLUSTERING KEY` : `${table} CLUSTER BY (${to.map(quote).join(', ')})`]
}

function retentionChange(table: string, from: number | undefined, to: number | undefined): readonly string[] {
  if (from === to) return []
  return [to === undefined ? `${table} UNSET DATA_RETENTION_TIME_IN_DAYS` : `${table} SET DATA_RETENTION_TIME_IN_DAYS = ${to}`]
}

function tagChange(of: string, from: Tags, to: Tags): readonly string[] {
  const set = Object.fromEntries(Object.entries(to).filter(([name, value]) => from[name] !== value))
  const unset = Object.keys(from).filter(name => to[name] === undefined)
  return [
    ...(isEmpty(set) ? [] : [`${of} SET TAG ${tagList(set)}`]),
    ...(unset.length === 0 ? [] : [`${of} UNSET TAG ${unset.toSorted().map(dotted).join(', ')}`]),
  ]
}

function columnChanges(table: string, from: NonNullable<Physical['columns']>, to: NonNullable<Physical['columns']>): readonly string[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].toSorted()
  return names.flatMap(name => {
    const column = `${table} MODIFY COLUMN ${quote(name)}`
    const [was, is] = [from[name]?.masking, to[name]?.masking]
    // With FORCE the one replaces the other in one statement: at no moment are values shown that either hides.
    const masking = was === is ? [] : [is === undefined ? `${column} UNSET MASKING POLICY` : `${column} SET MASKING POLICY ${dotted(is)} FORCE`]
    return [...masking, ...tagChange(column, from[name]?.tags ?? {}, to[name]?.tags ?? {})]
  })
}

function rowAccessChange(table: string, from: Physical['rowAccess'], to: Physical['rowAccess']): readonly string[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return []
  const drop = from === undefined ? [] : [`DROP ROW ACCESS POLICY ${dotted(from.policy)}`]
  const add = to === undefined ? [] : [`ADD ROW ACCESS POLICY ${dotted(to.policy)} ON (${to.on.map(quote).join(', ')})`]
  return [`${table} ${[...drop, ...add].join(', ')}`]
}

function sorted(tags: Tags): readonly (readonly [string, string])[] {
  return Object.entries(tags).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0
}
