import { describe, expect, it } from 'vitest'
import { columns, day, entity, fn, over, source, types, view, words } from './build.ts'
import { differences } from './compare.ts'
import type { OracleInput, RawRow } from './data.ts'
import { oracleRows } from './oracle.ts'
import { runPipeline } from './pipeline.ts'
import type { Value } from './value.ts'
import { instant, microsOf, show } from './value.ts'

/** Runs half past one, each up to its midnight; what the snapshot shows then. */
const runs: readonly (readonly [date: string, captured: readonly string[]])[] = [
  ['2026-01-05', ['b']],
  ['2026-01-07', []],
  ['2026-01-09', ['a']],
  ['2026-01-11', ['a']],
]
const nowOf = (date: string): bigint => microsOf(`${date}T01:30`)
const happened = (k: string, at: string): RawRow => ({ k, at })
const on = [{ entity: 'thing', on: { k: 'k' } }]

const input: OracleInput = {
  entities: [entity('thing', { k: types.text })],
  sources: [
    source('events', 's.seen', on, columns({ k: types.text, at: types.time }, { whole: ['at'] }), { eventTime: 'at' }),
    source('snapshot', 's.things', on, columns({ k: types.text, level: types.int }, { whole: ['k'] }), { defines: ['thing'] }),
  ],
  views: [view('living', 'thing', { seen: over('count', 's.seen', null, { length: day }) }, { start: '2026-01-01' })],
  rows: { 's.seen': [happened('a', '2026-01-02T10:00'), happened('b', '2026-01-04T20:00'), happened('c', '2026-01-05T12:00')] },
  captures: { 's.things': runs.map(([date, captured]) => ({ at: nowOf(date), rows: captured.map(k => ({ k, level: 1 })) })) },
  runs: runs.map(([date]) => ({ now: nowOf(date), to: microsOf(date) })),
}

/** a: from its event until the first capture, which misses it, and again from the third on; b: until the second one; c: between the two. */
const living: Readonly<Record<string, string>> = {
  '2026-01-03': 'a',
  '2026-01-04': 'a',
  '2026-01-05': 'ab',
  '2026-01-06': 'bc',
  '2026-01-07': 'bc',
  '2026-01-10': 'a',
  '2026-01-11': 'a',
}

function byDate(rows: readonly (readonly [point: Value, key: Value])[]): Readonly<Record<string, string>> {
  const shown = rows.map(([point, key]) => [show(point).slice(0, 10), show(key).replaceAll('"', '')] as const)
  const dates = [...new Set(shown.map(([date]) => date))].toSorted()
  return Object.fromEntries(
    dates.map(date => [
      date,
      shown
        .filter(([d]) => d === date)
        .map(([, key]) => key)
        .toSorted()
        .join(''),
    ]),
  )
}

describe('keys of a snapshot, which events show before it is captured', () => {
  it('live as the oracle reads the words', () => {
    const rows = oracleRows(input, microsOf('2026-01-01'), microsOf('2026-01-11'))['living']!
    expect(byDate(rows.map(r => [instant(r.point), r.keys[0]!]))).toEqual(living)
  })

  it('live so in the public view, each run beginning where the one before it ended', async () => {
    const rows = (await runPipeline(input))['living']!
    expect(byDate(rows.map(r => [r['feature_time']!, r['k']!]))).toEqual(living)
  })

  it('live so when all is computed by the last run', async () => {
    const late = { ...input, runs: input.runs.map((r, i) => (i === 3 ? r : { ...r, to: microsOf('2026-01-01') })) }
    const rows = (await runPipeline(late))['living']!
    expect(byDate(rows.map(r => [r['feature_time']!, r['k']!]))).toEqual(living)
  })
})

describe('keys of events that come late to what is corrected', () => {
  const late = (k: string, at: string, arrives: string): RawRow => ({ k, at, arrives })
  const waiting: OracleInput = {
    entities: input.entities,
    sources: [{ ...input.sources[0]!, lateness: '1d', defines: ['thing'] }],
    // it reads no rows: that something else came to a tile changes no value of it, only that a new key came does
    views: [view('living', 'thing', { day: fn('datePart', { kind: 'point' }, words('dayOfYear')) }, { start: '2026-01-01' })],
    rows: {
      's.seen': [
        late('a', '2026-01-02T10:00', '2026-01-02T10:00'),
        late('a', '2026-01-04T21:00', '2026-01-05T03:00'),
        late('b', '2026-01-04T18:00', '2026-01-05T18:00'),
      ],
    },
    captures: {},
    runs: ['2026-01-05T01:12', '2026-01-05T13:13', '2026-01-06T01:06'].map(now => ({ now: microsOf(now), to: microsOf(now.slice(0, 10)) })),
  }
  const all = { ...waiting, from: microsOf('2026-01-01'), to: microsOf('2026-01-06'), wide: new Set<string>() }

  it('live from the point on that would have seen them, whatever came to the same tile before', async () => {
    expect(differences(all, await runPipeline(waiting))).toEqual([])
  })
})

describe('keys of a dimension whose rows come in versions', () => {
  const letters = 'abcdefghijklmnopqrst'.split('')
  const version = (rid: string, ver: number, k: string | null): RawRow => ({ rid, ver, k, at: '2026-01-02T10:00', level: ver })
  const moving: OracleInput = {
    entities: input.entities,
    sources: [
      input.sources[0]!,
      source(
        'dimension',
        's.things',
        on,
        columns({ rid: types.text, ver: types.int, k: types.text, level: types.int, at: types.time }, { whole: ['rid', 'ver', 'at'] }),
        {
          validFrom: 'at',
          rowKey: ['rid'],
          rowVersion: 'ver',
          defines: ['thing'],
        },
      ),
    ],
    views: [view('living', 'thing', { seen: over('count', 's.seen', null, { length: day }) }, { start: '2026-01-01', every: '1h' })],
    // of each row the newer version is of another key, every third of none
    rows: { 's.seen': input.rows['s.seen']!, 's.things': letters.flatMap((k, i) => [version(k, 1, k), version(k, 2, i % 3 === 0 ? null : k.toUpperCase())]) },
    captures: {},
    runs: [{ now: nowOf('2026-01-05'), to: microsOf('2026-01-05') }],
  }

  it.each([false, true])('are those of the newest version, whichever key an older one has; in shares: %s', async shared => {
    const found = await runPipeline(moving, { shared })
    expect(differences({ ...moving, from: microsOf('2026-01-01'), to: microsOf('2026-01-05'), wide: new Set() }, found)).toEqual([])
    expect(new Set(found['living']!.map(r => r['k']))).toEqual(new Set(letters.filter((_, i) => i % 3 !== 0).map(k => k.toUpperCase())))
  })
})
