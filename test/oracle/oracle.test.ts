import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ViewDefinition } from '../../compiler/ir/definition.ts'
import { differences } from './compare.ts'
import { difference } from './equal.ts'
import type { Case } from './generate.ts'
import { anyCase } from './generate.ts'
import { meanings, meaningsInput } from './meanings.ts'
import { runPipeline } from './pipeline.ts'
import { showCase } from './show-case.ts'
import { keyText } from './data.ts'
import { microsOf } from './value.ts'

/** More cases, another seed, or one found case again: FEAT_ORACLE_CASES, FEAT_ORACLE_SEED, FEAT_ORACLE_PATH. */
const cases = Number(process.env['FEAT_ORACLE_CASES'] ?? 150)
const seed = Number(process.env['FEAT_ORACLE_SEED'] ?? 20_260_302)
const path = process.env['FEAT_ORACLE_PATH']

/** Compares random cases with the oracle; a counterexample is shrunk and printed with all that is needed to run it again. */
async function compareCases(share: number, differing: (c: Case) => Promise<readonly string[]>): Promise<void> {
  const property = fc.asyncProperty(anyCase, async c => {
    const found = await differing(c).catch((error: unknown) => [`the pipeline failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`])
    if (found.length > 0) throw new Error(found.slice(0, 12).join('\n'))
  })
  const numRuns = Math.max(1, Math.round(cases * share))
  const outcome = await fc.check(property, { numRuns, seed, endOnFailure: false, interruptAfterTimeLimit: 45_000 + numRuns * 150, ...(path === undefined ? {} : { path }) })
  if (outcome.counterexample === null) return
  const again = `FEAT_ORACLE_SEED=${outcome.seed} FEAT_ORACLE_PATH=${outcome.counterexamplePath} npx vitest run test/oracle/oracle.test.ts`
  throw new Error(`after ${outcome.numRuns} cases: ${(outcome.errorInstance as Error).message}\n${showCase(outcome.counterexample[0])}\nagain: ${again}`)
}

const timeout = 300_000 + cases * 2000

describe('the public views hold what the oracle says', () => {
  it('for random projects', () => compareCases(1, async c => differences(c, await runPipeline(c))), timeout)

  it('for random projects that grow by features', () => compareCases(0.3, async c => {
    // what a snapshot was like before it was first read is lost
    if (JSON.stringify(c.views).includes('"source.r.snap"') || c.sources.some(s => s.name === 'r.snap' && s.defines.length > 0)) return []
    return differences(c, await runPipeline(c, firstHalf(c.views)))
  }), timeout)
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
