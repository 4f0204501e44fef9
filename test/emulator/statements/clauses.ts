import { syntaxError } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Token } from '../sql/tokens.ts'

/** What follows the head of a definition: properties by name, in upper case. */
export interface Clauses {
  readonly properties: Readonly<Record<string, string>>
  readonly comment: string | null
  readonly tags: Readonly<Record<string, string>>
  readonly clusterBy: string
  readonly copyGrants: boolean
}

/**
 * Reads clauses in any order, each at most once, until something else comes. `allowed` names the properties that this
 * kind of object has.
 */
export function clausesAt(c: Cursor, allowed: readonly string[], more: (c: Cursor, properties: Record<string, string>) => boolean = () => false): Clauses {
  const properties: Record<string, string> = {}
  const seen = new Set<string>()
  const once = (what: string): void => {
    if (seen.has(what)) throw syntaxError(`duplicate clause '${what}'`)
    seen.add(what)
  }
  let comment: string | null = null
  let tags: Readonly<Record<string, string>> = {}
  let clusterBy = ''
  let copyGrants = false
  for (;;) {
    if (c.accept('COMMENT', '=')) {
      once('COMMENT')
      comment = c.text()
    } else if (allowed.includes('TAG') && (c.accept('TAG') || c.accept('WITH', 'TAG'))) {
      once('TAG')
      tags = tagsAt(c)
    } else if (allowed.includes('CLUSTER BY') && c.accept('CLUSTER', 'BY')) {
      once('CLUSTER BY')
      clusterBy = clusterKey(c)
    } else if (allowed.includes('COPY GRANTS') && c.accept('COPY', 'GRANTS')) {
      once('COPY GRANTS')
      copyGrants = true
    } else if (allowed.includes('ROW ACCESS POLICY') && (c.accept('ROW', 'ACCESS', 'POLICY') || c.accept('WITH', 'ROW', 'ACCESS', 'POLICY'))) {
      once('ROW ACCESS POLICY')
      const policy = c.name().join('.')
      c.expect('ON')
      properties['ROW ACCESS POLICY'] = `${policy} ON (${c.list(() => c.identifier()).join(', ')})`
    } else {
      const token = c.peek()
      const equals = c.peek(1)
      if (more(c, properties)) continue
      if (token?.kind !== 'word' || !allowed.includes(token.value) || equals?.value !== '=') return { properties, comment, tags, clusterBy, copyGrants }
      c.at += 2
      once(token.value)
      properties[token.value] = valueAt(c)
    }
  }
}

/** A value of a property: text, number, word, name, or a list of them in parentheses. */
export function valueAt(c: Cursor): string {
  const token = c.peek()
  if (token?.kind === 'text') return c.text()
  if (token?.kind === 'number' || token?.value === '-') {
    const amount = String(c.number())
    const unit = c.peek()
    const timed = unit?.kind === 'word' && ['MINUTE', 'MINUTES', 'HOUR', 'HOURS', 'SECOND', 'SECONDS', 'M', 'H'].includes(unit.value)
    return timed ? `${amount} ${c.next().value}` : amount
  }
  if (token?.value === '(') return sourceOf(c, c.group())
  return c.name().join('.')
}

/** `(name = 'value', ...)` */
export function tagsAt(c: Cursor): Readonly<Record<string, string>> {
  return Object.fromEntries(
    c.list(() => {
      const name = c.name().join('.')
      c.expect('=')
      return [name, c.text()] as const
    }),
  )
}

/** As SHOW tells it. */
export function clusterKey(c: Cursor): string {
  return `LINEAR(${sourceOf(c, c.group())})`
}

/** The text of some tokens as it was written. */
export function sourceOf(c: Cursor, tokens: readonly Token[]): string {
  return tokens.length === 0 ? '' : c.sql.slice(tokens[0]!.from, tokens.at(-1)!.to)
}
