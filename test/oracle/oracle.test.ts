import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupBy } from '../../compiler/base/group.ts'
import type { ViewDefinition } from '../../compiler/ir/definition.ts'
import { differences } from './compare.ts'
import { keyText } from './data.ts'
import { difference } from './equal.ts'
import type { Case } from './generate.ts'
import { anyCases, casesPerWorld, together } from './generate.ts'
import { meanings, meaningsInput } from './meanings.ts'
import { runPipeline } from './pipeline.ts'
import { usedSources } from './project.ts'
import { showCase } from './show-case.ts'
import { cadenceOf, pointsBetween } from './time.ts'
import { microsOf } from './value.ts'

// Random projects with random rows, and the table of meanings, through the whole pipeline on DuckDB, beside the oracle.
//
//   FEAT_ORACLE_CASES=100000 npx vitest run test/oracle/oracle.test.ts    as many cases (some hours on a core)
//   FEAT_ORACLE_SHARD=2/8                                                 the second eighth of them, for a process of its own
//   FEAT_ORACLE_SEED=7                                                    other ones
//   FEAT_ORACLE_SEED=7 FEAT_ORACLE_PATH=12:3:1                            one that was found, as the failure tells it;
//                                                                         the number alone: the cases of that warehouse, whatever their fate

const cases = Number(process.env['FEAT_ORACLE_CASES'] ?? 60)
const seed = Number(process.env['FEAT_ORACLE_SEED'] ?? 20_260_302)
const path = process.env['FEAT_ORACLE_PATH']
const [shard, shards] = (process.env['FEAT_ORACLE_SHARD'] ?? '1/1').split('/').map(Number) as [number, number]

/** Milliseconds in which a case that fails is made smaller. */
const shrinking = 60_000

type Differing = (c: Case) => Promise<readonly string[]>

/** Compares random cases with the oracle, several in one warehouse; a counterexample is made smaller and printed with all that is needed to run it again. */
async function compareCases(share: number, fits: (c: Case) => boolean, differing: Differing): Promise<void> {
  let failedAt: number | null = null
  const property = fc.asyncProperty(anyCases, async all => {
    const [first, ...rest] = all.filter(fits)
    if (first === undefined || (failedAt !== null && performance.now() - failedAt > shrinking)) return
    const found = await differing(together([first, ...rest])).catch((error: unknown) => [
      `the pipeline failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ])
    if (found.length > 0) failedAt ??= performance.now()
    if (found.length > 0) throw new Error(found.slice(0, 12).join('\n'))
  })
  const worlds = Math.max(1, Math.round((cases * share) / casesPerWorld))
  const [start, end] = [shard - 1, shard].map(n => Math.floor((worlds * n) / shards)) as [number, number]
  const numRuns = path !== undefined && !path.includes(':') ? 1 : end - start
  const outcome = await fc.check(property, { numRuns, seed, interruptAfterTimeLimit: limit(numRuns), path: path ?? String(start) })
  if (outcome.counterexample !== null) throw new Error(report(outcome, outcome.counterexample[0].filter(fits)))
  expect(outcome.interrupted, `only ${outcome.numRuns} of ${numRuns} warehouses in time`).toBe(false)
}

/** Milliseconds for so many warehouses on a busy machine, and for a failing one to be made smaller. */
function limit(worlds: number): number {
  return 60_000 + worlds * 30_000
}

function report(outcome: fc.RunDetails<[readonly Case[]]>, smallest: readonly Case[]): string {
  const again = `FEAT_ORACLE_SEED=${outcome.seed} FEAT_ORACLE_PATH=${outcome.counterexamplePath} npx vitest run test/oracle/oracle.test.ts`
  return `after ${outcome.numRuns} warehouses: ${(outcome.errorInstance as Error).message}\n${smallest.map(showCase).join('\n')}\nagain: ${again}`
}

const timeout = limit(cases / casesPerWorld) * 2
const any = (): boolean => true

describe('the public views hold what the oracle says', () => {
  it('for random projects', () => compareCases(1, any, async c => differences(c, await runPipeline(c))), timeout)

  it(
    'for random projects that grow by features',
    () => compareCases(0.3, rememberable, async c => differences(c, await runPipeline(c, { before: firstHalf(c.views) }))),
    timeout,
  )

  it(
    'for random projects that are computed a few points at a time',
    () =>
      compareCases(0.2, any, async c => {
        const shortest = c.views.map(cadenceOf).reduce((x, y) => (x < y ? x : y))
        return differences(c, await runPipeline(c, { stops: pointsBetween(c.from, c.to, shortest).filter((_, i) => i % 7 === 0) }))
      }),
    timeout,
  )
})

/** What a snapshot was like before it was first read is lost. */
function rememberable(c: Case): boolean {
  return !usedSources(c).some(s => s.form === 'snapshot')
}

/** Of each case the features declared first; later ones may read them. */
function firstHalf(all: readonly ViewDefinition[]): readonly ViewDefinition[] {
  return [...groupBy(all, v => v.name.split('_')[0]!).values()].flatMap(views => {
    const half = views.slice(0, Math.ceil(views.length / 2))
    return half.map((v, i) => (i < half.length - 1 ? v : { ...v, features: v.features.slice(0, Math.ceil(v.features.length / 2)) }))
  })
}

describe('the table of meanings, by the pipeline', async () => {
  const rows = await runPipeline(meaningsInput(meanings)).catch((error: unknown) => error)

  it.each(meanings)('$name at $at', ({ name, at, expected, known }) => {
    if (rows instanceof Error) throw rows
    const found = (rows as Awaited<ReturnType<typeof runPipeline>>)[known === 'corrected' ? 'meanings_corrected' : 'meanings']!
    const row = found.find(r => keyText([r['feature_time'] ?? null]) === keyText([{ kind: 'instant', micros: microsOf(at) }]))
    expect(row).toBeDefined()
    expect(difference(expected, row![name] ?? null)).toBeNull()
  })
})
