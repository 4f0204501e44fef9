import type { Code, Params } from '../base/codes.ts'
import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/near.ts'

/** Where the mistakes of one thing are reported. */
export interface Place {
  readonly span: Span | null
  readonly address: string | null
}

/** Reports one mistake; passes hand it down to what they call. */
export type Report = <C extends Code>(code: C, params: Params<C>) => void

/** What all passes share: the list of mistakes found so far. */
export interface Mistakes {
  readonly list: Diagnostic[]
  readonly at: (place: Place) => Report
}

export function collectMistakes(): Mistakes {
  const list: Diagnostic[] = []
  return { list, at: place => (code, params) => void list.push(diagnostic(code, params, place)) }
}

/** Reports a name that refers to nothing, with the nearest of those that would. */
export function reportUnknown(report: Report, what: string, name: string, where: string, known: Iterable<string>): void {
  report('F211', { what, name, where, near: nearest(name, known) })
}

/** How a message shows a value that an author wrote. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'missing'
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
