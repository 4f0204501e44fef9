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

/** The warehouse does not know, or not offer, what a statement asks for. */
export function isUnknown(error: unknown): boolean {
  if (!(error instanceof FeatError)) return false
  const { code, message } = error.diagnostics[0]!
  return code === 'F665' || (code === 'F669' && /syntax error|unexpected|unsupported|not supported/i.test(message))
}

/** Something is there and visible, and the role may not do with it what was asked. */
export function isDenied(error: unknown): error is FeatError {
  return error instanceof FeatError && error.diagnostics[0]!.code === 'F657'
}

/** What was read; null where that fails in one of these ways. */
export async function unless<T>(reading: Promise<T>, ...ways: readonly ((error: unknown) => boolean)[]): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (ways.some(is => is(error))) return null
    throw error
  }
}
