import { describe, expect, it } from 'vitest'
import type { Scalar } from '../../compiler/ir/scalar.ts'
import { asOf, column, columns, day, entity, over, source, types, view } from './build.ts'
import type { RawRow } from './data.ts'
import { dice } from './dice.ts'
import { differences } from './compare.ts'
import type { Case } from './generate.ts'
import { momentDifferences } from './moments.ts'
import { runPipeline } from './pipeline.ts'
import { microsOf } from './value.ts'

// Of rows of the same moment the source's tie-break tells which is later; one that says nothing is the least.

const on = [{ entity: 'thing', on: { k: 'k' } }]
const grades = [null, 1, 2]
const loads = ['2026-01-05T12:10', '2026-01-06T09:00']
const pairs = grades.flatMap(a => grades.flatMap(b => (a === b ? [] : [[a, b] as const])))

/** Of each key two rows of one moment: each order of grades, known in one day or on two. */
const twins = pairs.flatMap(([a, b], i) =>
  loads.flatMap((loaded, j): RawRow[] => {
    const both = { k: `k${i}${j}`, at: '2026-01-05T12:00' }
    return [
      { ...both, grade: a, seq: 1, loaded: loads[0]!, level: 1 },
      { ...both, grade: b, seq: 2, loaded, level: 2 },
    ]
  }),
)
const cells = columns(
  { k: types.text, at: types.time, loaded: types.time, grade: types.int, seq: types.int, level: types.int },
  { whole: ['k', 'at', 'seq', 'loaded'] },
)
const tied = { tieBreak: ['grade', 'seq'], knownTime: { column: 'loaded', trustedFrom: null } }

function features(prefix: string): Readonly<Record<string, Scalar>> {
  const spans = [day, 3 * day, 'lifetime'] as const
  const of = (name: 'first' | 'last' | 'lastN', length: (typeof spans)[number]): Scalar =>
    over(name, 's.seen', column('s.seen', 'level'), { length, ...(name === 'lastN' ? { parameter: 2 } : {}) })
  const aggregates = (['first', 'last', 'lastN'] as const).flatMap(name => spans.map(length => [`${prefix}_${name.toLowerCase()}_${length}`, of(name, length)]))
  return { ...Object.fromEntries(aggregates), [`${prefix}_level`]: asOf(column('s.things', 'level')) }
}

function project(known: 'corrected' | null): Case {
  const to = microsOf('2026-01-09')
  return {
    entities: [entity('thing', { k: types.text })],
    sources: [source('events', 's.seen', on, cells, { ...tied, eventTime: 'at' }), source('dimension', 's.things', on, cells, { ...tied, validFrom: 'at' })],
    views: (['1d', '6h'] as const).map(every => view(`every_${every}`, 'thing', features(`of_${every}`), { start: '2026-01-04', every, known })),
    rows: { 's.seen': twins, 's.things': twins },
    captures: {},
    runs: [{ now: microsOf('2026-01-09T01:00'), to }],
    from: microsOf('2026-01-04'),
    to,
    wide: new Set(),
  }
}

describe.each([null, 'corrected'] as const)('rows of one moment that say nothing of their order, known: %s', known => {
  const input = project(known)

  it('come first, at points', async () => {
    expect(differences(input, await runPipeline(input))).toEqual([])
  })

  it('come first, at any moment', async () => {
    const asked = { dice: dice(Array.from({ length: 200 }, (_, i) => (i * 7919) % 9973)), moments: 60 }
    expect(await momentDifferences(input, { accuracy: 'exact', ...asked })).toEqual([])
  })
})
