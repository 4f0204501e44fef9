import { FeatError } from '../../compiler/base/diagnostic.ts'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'

/** The diagnostics of what a piece of work throws, none where it succeeds; an error of another kind is thrown on. */
export async function told(work: () => unknown): Promise<readonly Diagnostic[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (error instanceof FeatError) return error.diagnostics
    throw error
  }
}

export async function codesOf(work: Promise<unknown> | (() => unknown)): Promise<readonly string[]> {
  return (await told(() => (typeof work === 'function' ? work() : work))).map(d => d.code)
}

/** The diagnostics with which a call fails; a call that succeeds, or fails otherwise, fails the test. */
export async function failure(work: Promise<unknown>): Promise<readonly Diagnostic[]> {
  const found = await told(() => work)
  if (found.length === 0) throw new Error('expected a coded error, but the call succeeded')
  return found
}
