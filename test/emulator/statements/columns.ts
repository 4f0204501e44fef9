import type { Column } from '../catalog.ts'
import { quoteBelow, spelled } from '../names.ts'
import { SqlError, syntaxError } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Token } from '../sql/tokens.ts'
import { typeAt } from '../types.ts'
import { sourceOf, tagsAt } from './clauses.ts'

/** What stands in the parentheses of CREATE TABLE. */
export interface TableBody {
  readonly columns: readonly Column[]
  readonly primaryKey: readonly string[]
}

export function tableBody(c: Cursor): TableBody {
  const columns: Column[] = []
  let primaryKey: readonly string[] = []
  c.list(() => {
    if (c.accept('CONSTRAINT')) c.identifier()
    if (c.accept('PRIMARY', 'KEY') || c.accept('UNIQUE')) primaryKey = c.list(() => c.identifier())
    else if (c.sees('INDEX') && c.peek(2)?.value === '(') {
      c.at += 2
      c.list(() => c.identifier())
    } else {
      const { column, key } = columnAt(c)
      if (columns.some(o => o.name === column.name)) throw new SqlError('002025', '42S21', `SQL compilation error:\nduplicate column name '${column.name}'`)
      columns.push(column)
      if (key) primaryKey = [column.name]
    }
  })
  const unknown = primaryKey.find(k => !columns.some(o => o.name === k))
  if (unknown !== undefined) throw new SqlError('000904', '42000', `SQL compilation error: invalid identifier '${spelled(unknown)}'`)
  return { columns: columns.map(o => (primaryKey.includes(o.name) ? { ...o, nullable: false } : o)), primaryKey }
}

/** `name type` and what is said of it. */
export function columnAt(c: Cursor): { readonly column: Column; readonly key: boolean } {
  const name = c.identifier()
  const type = typeAt(c)
  let nullable = true
  let comment: string | null = null
  let value: string | null = null
  let key = false
  for (;;) {
    if (c.accept('NOT', 'NULL')) nullable = false
    else if (c.accept('NULL')) nullable = true
    else if (c.accept('PRIMARY', 'KEY')) key = true
    else if (c.accept('COMMENT')) comment = c.text()
    else if (c.accept('DEFAULT')) value = defaultAt(c)
    else if (c.accept('TAG') || c.accept('WITH', 'TAG')) tagsAt(c)
    else if (c.accept('MASKING', 'POLICY') || c.accept('WITH', 'MASKING', 'POLICY')) {
      c.name()
      if (c.accept('USING')) c.list(() => c.identifier())
    } else return { column: { name, type, nullable, comment, default: value }, key }
  }
}

/** A constant or a call without arguments. */
function defaultAt(c: Cursor): string {
  const from = c.at
  c.accept('-')
  const token: Token = c.next()
  if (token.kind === 'op') throw syntaxError(`unexpected '${token.value}' after DEFAULT`)
  if (token.kind === 'word' && c.sees('(')) c.group()
  return sourceOf(c, c.tokens.slice(from, c.at))
}

/** `(name [COMMENT 'x'], ...)` of a view; null where there is none. */
export function viewColumns(c: Cursor): readonly { readonly name: string; readonly comment: string | null }[] | null {
  if (!c.sees('(')) return null
  return c.list(() => {
    const name = c.identifier()
    if (c.accept('MASKING', 'POLICY') || c.accept('WITH', 'MASKING', 'POLICY')) c.name()
    if (c.accept('TAG') || c.accept('WITH', 'TAG')) tagsAt(c)
    return { name, comment: c.accept('COMMENT') ? c.text() : null }
  })
}

/** The column as the engine below defines it. */
export function columnBelow(column: Column): string {
  return `${quoteBelow(column.name)} ${column.type.below}${column.nullable ? '' : ' NOT NULL'}`
}
