import type { Cursor } from '../sql/cursor.ts'
import { valueAt } from './clauses.ts'

/** Sets and unsets properties, tags and the comment of what has no rows. */
export function settings<
  T extends { readonly comment: string | null; readonly properties: Readonly<Record<string, string>>; readonly tags: Readonly<Record<string, string>> },
>(c: Cursor, o: T): T {
  const set = c.oneOf('SET', 'UNSET') === 'SET'
  const tags = { ...o.tags }
  const properties = { ...o.properties }
  let { comment } = o
  const tag = c.accept('TAG')
  do {
    const name = c.name().join('.')
    if (set) c.expect('=')
    const value = set ? valueAt(c) : null
    if (!tag && name === 'COMMENT') comment = value
    else if (value === null) delete (tag ? tags : properties)[name]
    else (tag ? tags : properties)[name] = value
    c.accept(',')
  } while (!c.done && !c.sees(';'))
  return { ...o, comment, properties, tags }
}
