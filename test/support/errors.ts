import { FeatError } from '../../compiler/base/diagnostic.ts'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'

/** The diagnostics with which a call fails; a call that succeeds, or fails otherwise, fails the test. */
export async function failure(work: Promise<unknown>): Promise<readonly Diagnostic[]> {
  try {
    await work
  } catch (error) {
    if (error instanceof FeatError) return error.diagnostics
    throw error
  }
  throw new Error('expected a coded error, but the call succeeded')
}

export async function codesOf(work: Promise<unknown>): Promise<readonly string[]> {
  return (await failure(work)).map(d => d.code)
}
