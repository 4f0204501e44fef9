import type { Diagnostic } from '../../../compiler/base/diagnostic.ts'
import { FeatError } from '../../../compiler/base/diagnostic.ts'

/** The diagnostics of what a piece of work throws; an error of another kind is thrown on. */
export async function told(work: () => unknown): Promise<readonly Diagnostic[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (!(error instanceof FeatError)) throw error
    return error.diagnostics
  }
}

export async function codesOf(work: () => unknown): Promise<readonly string[]> {
  return (await told(work)).map(d => d.code)
}
