import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ViewDefinition } from '../../compiler/ir/definition.ts'
import { differences } from './compare.ts'
import type { Case } from './generate.ts'
import { anyCase } from './generate.ts'
import { runPipeline } from './pipeline.ts'
import { showCase } from './show-case.ts'
import { cadenceOf, second } from './time.ts'
import { leavesIn } from './view.ts'

/** The greatest hop of these that divides the cadence of a view and is no longer than its windows. */
function hopOf(view: ViewDefinition): string | null {
  const lengths = view.features.flatMap(f => leavesIn(f.expr)).flatMap(l => (l.kind === 'window' && l.length !== 'lifetime' ? [l.length] : []))
  const hours = [12, 8, 6, 3, 1].find(h => cadenceOf(view) % (BigInt(h * 3600) * second) === 0n && lengths.every(l => l >= h * 3600))
  return hours === undefined ? null : `${hours}h`
}

function withHops(c: Case): Case {
  return { ...c, views: c.views.map((v, i) => ({ ...v, accuracy: i % 3 === 2 ? 'exact' : hopOf(v) === null ? 'snapshot' : { hop: hopOf(v)! } })) }
}

// FEAT_ORACLE_CASES and FEAT_ORACLE_SEED as in oracle.test.ts.
const cases = Math.max(1, Math.round(Number(process.env['FEAT_ORACLE_CASES'] ?? 60) / 4))
const seed = Number(process.env['FEAT_ORACLE_SEED'] ?? 20_260_302)

it('views hold at their points what they promise with a hop', async () => {
  let hopping = 0
  const property = fc.asyncProperty(anyCase, async plain => {
    const c = withHops(plain)
    if (c.views.some(v => typeof v.accuracy !== 'string')) hopping++
    const found = differences(c, await runPipeline(c))
    if (found.length > 0) throw new Error([...found.slice(0, 12), showCase(c)].join('\n'))
  })
  await fc.assert(property, { numRuns: cases, seed, endOnFailure: true })
  expect(hopping).toBeGreaterThan(cases / 3)
}, 120_000)
