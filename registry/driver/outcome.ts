import { FeatError } from '../../compiler/base/diagnostic.ts'

/** What reads of something that is not there, or that we may not see. */
const missing: ReadonlySet<string> = new Set(['F601', 'F602', 'F656'])

export function isMissing(error: unknown): error is FeatError {
  return error instanceof FeatError && missing.has(error.diagnostics[0]!.code)
}

/** A statement was sent and its answer never came: it may have taken effect or not, and may be under way still. */
export function isUnanswered(error: unknown): error is FeatError {
  return error instanceof FeatError && error.diagnostics[0]!.code === 'F660'
}
