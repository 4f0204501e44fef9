import type { Scalar } from '../ir/scalar.ts'
import { childrenOf } from '../ir/scalar.ts'

type Fragment = readonly (string | Scalar)[]

/** What SQL of an author does that no value of a moment may do. */
export interface Foreign {
  readonly found: string
  readonly why: string
}

const clock =
  /\b(current_date|current_timestamp|current_time|localtimestamp|localtime|sysdate|systimestamp|sysdatetime|(?:now|getdate|today|get_current_timestamp|transaction_timestamp)\s*\()/i
const dice = /\b((?:random|rand|randstr|uniform|uuid|uuid_string|gen_random_uuid|uuidv4|uuidv7|seq[1248])\s*\()/i
const query = /\b(select)\b/i

/** The first thing in the text of a fragment of an expression that reads the clock, chance or a table; texts and comments count for nothing. */
export function foreignIn(parts: Fragment): Foreign | null {
  return unsteadyIn(parts) ?? (query.test(bare(parts)) ? { found: 'a query', why: 'which reads rows whatever their time' } : null)
}

/** The same for the query of a source, which is there to read tables. */
export function unsteadyIn(parts: Fragment): Foreign | null {
  const text = bare(parts)
  const time = clock.exec(text)?.[1]
  if (time !== undefined) return { found: nameOf(time), why: 'which gives another value at each run' }
  const chance = dice.exec(text)?.[1]
  return chance === undefined ? null : { found: nameOf(chance), why: 'which gives another value for each row and run' }
}

function nameOf(found: string): string {
  return `${found.replace(/\s*\($/, '').toUpperCase()}${found.endsWith('(') ? '()' : ''}`
}

function bare(parts: Fragment): string {
  return parts
    .map(p => (typeof p === 'string' ? p : ' ? '))
    .join('')
    .replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
}

/** The fragments of an expression, those of the rows that it reads included. */
export function fragmentsIn(expr: Scalar): readonly Fragment[] {
  const own: Fragment[] = expr.kind === 'raw' ? [expr.bodies.snowflake, expr.bodies.duckdb] : []
  const inner: readonly (Scalar | null)[] =
    expr.kind === 'window'
      ? [expr.of, expr.where]
      : expr.kind === 'asOf'
        ? [expr.of]
        : expr.kind === 'lookup'
          ? [...Object.values(expr.keys), expr.of]
          : childrenOf(expr)
  return [...own, ...inner.flatMap(i => (i === null ? [] : fragmentsIn(i)))]
}
