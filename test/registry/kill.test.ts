import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Cut } from '../support/kill.ts'
import { cutEverywhere, killAt } from '../support/kill.ts'
import { scratch } from '../support/scratch.ts'

const folder = scratch()
const module = fileURLToPath(new URL('./kill-steps.ts', import.meta.url))

function expectWhole(cuts: readonly Cut[]): void {
  for (const { point, statement, dump, expected, unsettled } of cuts) {
    expect({ point, statement, dump, unsettled }).toEqual({ point, statement, dump: expected, unsettled: 0 })
  }
}

describe('a run that ends anywhere', () => {
  it('before or after any statement leaves what the next run completes', async () => {
    const cuts = await cutEverywhere({ module, folder })
    expect(cuts.length).toBeGreaterThan(40)
    expectWhole(cuts)
  })

  it('by a process that is killed leaves the same', async () => {
    // FEAT_KILL_ALL: a process for every statement, which takes a minute.
    const step = process.env['FEAT_KILL_ALL'] === undefined ? 9 : 1
    const killed = await killAt({ module, folder }, total => Array.from({ length: total + 1 }, (_, i) => i + 1).filter(n => n % step === 0 || n === total + 1))
    expect(killed.length).toBeGreaterThan(4)
    expectWhole(killed)
  }, 180_000)
})
