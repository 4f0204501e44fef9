import type { Code, Params } from './codes.ts'
import { messageOf } from './codes.ts'

/** Where something was written: offsets into the file and the 1-based position of `start`. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
}

/** One mistake, as data: collected by every stage, rendered only by the command line. */
export interface Diagnostic {
  readonly code: Code
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly hint: string | null
  readonly span: Span | null
  /** The definition or resource it is about, where there is one. */
  readonly address: string | null
}

/** What a stage returns: a value where the mistakes still allow one, and all mistakes. */
export interface Outcome<T> {
  readonly value: T | null
  readonly diagnostics: readonly Diagnostic[]
}

interface Where {
  readonly span?: Span | null
  readonly address?: string | null
}

/** Makes the diagnostic of a code; code and parameters cannot disagree. */
export function diagnostic<C extends Code>(code: C, params: Params<C>, where: Where = {}): Diagnostic {
  const { severity, message, hint } = messageOf(code, params)
  return Object.freeze({ code, severity, message, hint, span: where.span ?? null, address: where.address ?? null })
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(d => d.severity === 'error')
}

/** A user's mistake that stops the work at once: I/O that failed, a warehouse that is held. The CLI prints it without a stack. */
export class FeatError extends Error {
  readonly diagnostics: readonly Diagnostic[]
  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(diagnostics.map(d => `${d.code}: ${d.message}`).join('\n'), options)
    this.name = 'FeatError'
    this.diagnostics = diagnostics
  }
}

/** A bug of ours: the CLI prints the stack and asks for a report. */
export class InternalError extends Error {
  override readonly name = 'InternalError'
}

/** Ends an exhaustive switch: a new member of the union is then a type error here. */
export function absurd(x: never): never {
  throw new InternalError(`unexpected ${JSON.stringify(x)}`)
}
