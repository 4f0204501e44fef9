import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice } from './dice.ts'
import type { Case } from './generate.ts'
import { anyCase } from './generate.ts'
import { liveDifferences, momentDifferences } from './moments.ts'
import { showCase } from './show-case.ts'

// Values at any moment to the microsecond, of random projects with random rows, beside the oracle. FEAT_ORACLE_CASES and
// FEAT_ORACLE_SEED as in oracle.test.ts.

const cases = Math.max(1, Math.round(Number(process.env['FEAT_ORACLE_CASES'] ?? 60) / 6))
const seed = Number(process.env['FEAT_ORACLE_SEED'] ?? 20_260_302)

const anyHop = fc.constantFrom(3600, 6 * 3600, 900, 86_400)
const numbers = fc.array(fc.nat(1_000_003), { minLength: 60, maxLength: 90 })

/** Milliseconds for all cases, and as long once more to tell of one that failed. */
const limit = 60_000 + cases * 5000

async function compareMoments(differing: (c: Case, hop: number, n: readonly number[]) => Promise<readonly string[]>): Promise<void> {
  const property = fc.asyncProperty(anyCase, anyHop, numbers, async (c, hop, n) => {
    const found = await differing(c, hop, n).catch((error: unknown) => [
      `the pipeline failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ])
    if (found.length > 0) throw new Error(found.slice(0, 12).join('\n'))
  })
  const outcome = await fc.check(property, { numRuns: cases, seed, interruptAfterTimeLimit: limit })
  if (outcome.counterexample !== null)
    throw new Error(
      `after ${outcome.numRuns} cases: ${(outcome.errorInstance as Error).message}\nhop ${outcome.counterexample[1]}\n${showCase(outcome.counterexample[0])}`,
    )
  expect(outcome.interrupted).toBe(false)
}

describe('values at any moment are what the oracle says', () => {
  it('with exact windows', () => compareMoments((c, _, n) => momentDifferences(c, { accuracy: 'exact', dice: dice(n), moments: 12 })), 2 * limit)
  it('in a live serving', () => compareMoments((c, _, n) => liveDifferences(c, { dice: dice(n), moments: 2 })), 2 * limit)
  it(
    'with windows that begin at a hop',
    () => compareMoments((c, hop, n) => momentDifferences(c, { accuracy: { hop }, dice: dice(n), moments: 12 })),
    2 * limit,
  )
})
