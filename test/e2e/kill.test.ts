import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Cut } from '../support/kill.ts'
import { cutEverywhere, killAt } from '../support/kill.ts'
import { scratch } from '../support/scratch.ts'

/**
 * Two views, a lookup, a snapshot, a store and a serving, cut off at each point at which the file holds something else
 * than before. FEAT_KILL_ALL: at all of them instead of every fourth, and by processes that are killed; five minutes.
 */
const all = process.env['FEAT_KILL_ALL'] !== undefined
const every = all ? 1 : 4
const folder = scratch()
const options = (name: string): { readonly module: string; readonly folder: string } => ({
  module: fileURLToPath(new URL(`./kill-${name}.ts`, import.meta.url)),
  folder: mkdtempSync(join(folder, name)),
})

/** What is deployed, without by which of two plans a storage was made, and without what the engine says of a view in other words once its file was opened anew. */
function deployed(dump: unknown): readonly string[] {
  return Object.entries(dump as Readonly<Record<string, { readonly rows?: readonly string[] }>>).flatMap(([name, { rows, ...rest }]) => {
    const text = JSON.stringify(rest)
    return [
      `${name} ${name.startsWith('view ') ? text.replaceAll(/[\\"() ]/g, '') : text}`,
      ...(rows ?? []).map(row => `${name} ${row.replaceAll(/((created_by|plan)\\*":\\*")\w+/g, '$1')}`),
    ]
  })
}

function expectWhole(cuts: readonly Cut[]): void {
  for (const { point, statement, dump, expected, unsettled } of cuts) {
    const [found, whole] = [deployed(dump), deployed(expected)]
    expect({ point, statement, missing: whole.filter(x => !found.includes(x)), extra: found.filter(x => !whole.includes(x)), unsettled }).toEqual({
      point,
      statement,
      missing: [],
      extra: [],
      unsettled: 0,
    })
  }
}

describe('apply and materialize of a project, cut off anywhere and run again', () => {
  it('end as undisturbed when everything is new', async () => {
    const cuts = await cutEverywhere({ ...options('create'), distinct: every })
    expect(cuts.length).toBeGreaterThan(10)
    expectWhole(cuts)
  }, 300_000)

  it('end as undisturbed when features change over a store and a serving that exist', async () => {
    const cuts = await cutEverywhere({ ...options('rebuild'), distinct: every })
    expect(cuts.length).toBeGreaterThan(10)
    expectWhole(cuts)
  }, 300_000)

  it('end as undisturbed when column groups are folded', async () => {
    const cuts = await cutEverywhere({ ...options('compact'), distinct: every === 1 ? 1 : 2 })
    expect(cuts.length).toBeGreaterThan(3)
    expectWhole(cuts)
  }, 300_000)

  it('end as undisturbed when a backfill in many parts is cut off', async () => {
    const cuts = await cutEverywhere({ ...options('chunks'), distinct: 2 * every })
    expect(cuts.length).toBeGreaterThan(4)
    expectWhole(cuts)
  }, 300_000)

  it('end as undisturbed when a process that backfills is killed', async () => {
    expectWhole(await killAt(options('chunks'), total => (all ? [0.1, 0.3, 0.5, 0.7, 0.9] : [0.4]).map(share => Math.floor(total * share))))
  }, 300_000)

  it('end as undisturbed when the process is killed', async () => {
    const points = (total: number): readonly number[] =>
      all ? Array.from({ length: 20 }, (_, i) => 1 + Math.floor((i * total) / 20)) : [Math.floor(total / 3), Math.floor(total * 0.7)]
    expectWhole(await killAt(options('rebuild'), points))
  }, 300_000)
})
