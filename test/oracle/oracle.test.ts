import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ViewDefinition } from '../../compiler/ir/definition.ts'
import { differences } from './compare.ts'
import { keyText } from './data.ts'
import { difference } from './equal.ts'
import type { Case } from './generate.ts'
import { anyCase } from './generate.ts'
import { meanings, meaningsInput } from './meanings.ts'
import { runPipeline } from './pipeline.ts'
import { showCase } from './show-case.ts'
import { cadenceOf, pointsBetween } from './time.ts'
import { microsOf } from './value.ts'

// Random projects with random rows, and the table of meanings, through the whole pipeline on DuckDB, beside the oracle.
//
//   FEAT_ORACLE_CASES=100000 npx vitest run test/oracle/oracle.test.ts    as many cases (a night on two cores)
//   FEAT_ORACLE_SEED=7                                                    other ones
//   FEAT_ORACLE_SEED=7 FEAT_ORACLE_PATH=12:3:1                            one that was found, as the failure tells it

const cases = Number(process.env['FEAT_ORACLE_CASES'] ?? 60)
const seed = Number(process.env['FEAT_ORACLE_SEED'] ?? 20_260_302)
const path = process.env['FEAT_ORACLE_PATH']

/** Compares random cases with the oracle; a counterexample is shrunk and printed with all that is needed to run it again. */
async function compareCases(share: number, differing: (c: Case) => Promise<readonly string[]>): Promise<void> {
  const property = fc.asyncProperty(anyCase, async c => {
    const found = await differing(c).catch((error: unknown) => [
      `the pipeline failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ])
    if (found.length > 0) throw new Error(found.slice(0, 12).join('\n'))
  })
  const numRuns = Math.max(1, Math.round(cases * share))
  const outcome = await fc.check(property, { numRuns, seed, interruptAfterTimeLimit: limit(numRuns), ...(path === undefined ? {} : { path }) })
  if (outcome.counterexample !== null) throw new Error(report(outcome, outcome.counterexample[0]))
  expect(outcome.interrupted, `only ${outcome.numRuns} of ${numRuns} cases in time`).toBe(false)
}

/** Milliseconds for so many cases on a busy machine, and for a failing one to be made smaller. */
function limit(numRuns: number): number {
  return 60_000 + numRuns * 3000
}

function report(outcome: fc.RunDetails<[Case]>, smallest: Case): string {
  const again = `FEAT_ORACLE_SEED=${outcome.seed} FEAT_ORACLE_PATH=${outcome.counterexamplePath} npx vitest run test/oracle/oracle.test.ts`
  return `after ${outcome.numRuns} cases: ${(outcome.errorInstance as Error).message}\n${showCase(smallest)}\nagain: ${again}`
}

const timeout = limit(cases) * 2

describe('the public views hold what the oracle says', () => {
  it('for random projects', () => compareCases(1, async c => differences(c, await runPipeline(c))), timeout)

  it(
    'for random projects that grow by features',
    () =>
      compareCases(0.3, async c => {
        // what a snapshot was like before it was first read is lost
        if (JSON.stringify(c.views).includes('"source.r.snap"') || c.sources.some(s => s.name === 'r.snap' && s.defines.length > 0)) return []
        return differences(c, await runPipeline(c, { before: firstHalf(c.views) }))
      }),
    timeout,
  )

  it(
    'for random projects that are computed a few points at a time',
    () =>
      compareCases(0.2, async c => {
        const shortest = c.views.map(cadenceOf).reduce((x, y) => (x < y ? x : y))
        return differences(c, await runPipeline(c, { stops: pointsBetween(c.from, c.to, shortest).filter((_, i) => i % 7 === 0) }))
      }),
    timeout,
  )
})

/** The features declared first; later ones may read them. */
function firstHalf(views: readonly ViewDefinition[]): readonly ViewDefinition[] {
  const half = views.slice(0, Math.ceil(views.length / 2))
  return half.map((v, i) => (i < half.length - 1 ? v : { ...v, features: v.features.slice(0, Math.ceil(v.features.length / 2)) }))
}

describe('the table of meanings, by the pipeline', async () => {
  const built = meanings.filter(m => m.refused === undefined)
  const rows = await runPipeline(meaningsInput(built)).catch((error: unknown) => error)

  it.each(built)('$name at $at', ({ name, at, expected, known }) => {
    if (rows instanceof Error) throw rows
    const found = (rows as Awaited<ReturnType<typeof runPipeline>>)[known === 'corrected' ? 'meanings_corrected' : 'meanings']!
    const row = found.find(r => keyText([r['feature_time'] ?? null]) === keyText([{ kind: 'instant', micros: microsOf(at) }]))
    expect(row).toBeDefined()
    expect(difference(expected, row![name] ?? null)).toBeNull()
  })
})
