import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ViewDefinition } from '../../compiler/ir/definition.ts'
import type { ActualRows } from './compare.ts'
import type { RawRow } from './data.ts'
import { keyText } from './data.ts'
import { difference } from './equal.ts'
import type { Case } from './generate.ts'
import { anyCases, together } from './generate.ts'
import { runPipeline } from './pipeline.ts'
import { showCase } from './show-case.ts'
import { cadenceOf, durationOf, pointsBetween } from './time.ts'
import type { Value } from './value.ts'
import { isoOf, microsOf, show } from './value.ts'

// What must not change the rows of views, on random projects: it needs no oracle, only the same project told otherwise.
//
//   FEAT_LAW_WORLDS=100 FEAT_ORACLE_SEED=7 npx vitest run test/oracle/laws.test.ts    more projects, and other ones

const worlds = Number(process.env['FEAT_LAW_WORLDS'] ?? 2)
const seed = Number(process.env['FEAT_ORACLE_SEED'] ?? 20_260_302)
const cases = fc.sample(anyCases, { numRuns: worlds, seed }).flatMap(([first, ...rest]) => (first === undefined ? [] : [together([first, ...rest])]))

const plain = new Map<Case, Promise<ActualRows>>()

/** The rows of a project as it was made; computed once for all laws. */
function rowsOf(c: Case): Promise<ActualRows> {
  const rows = plain.get(c) ?? runPipeline(c)
  plain.set(c, rows)
  return rows
}

/** How the rows that a project gives differ from those that it must give. */
function compared(c: Case, expected: ActualRows, actual: ActualRows): void {
  const [one, other] = [byRow(c, expected), byRow(c, actual)]
  expect(one.size).toBeGreaterThan(0)
  expect([...other.keys()].toSorted(), showCase(c)).toEqual([...one.keys()].toSorted())
  const differing = [...one].flatMap(([at, values]) =>
    Object.entries(values).flatMap(([name, value]) => {
      const problem = difference(value, other.get(at)![name] ?? null)
      return problem === null ? [] : [`${at}: ${name}: ${problem}`]
    }),
  )
  expect(differing, showCase(c)).toEqual([])
}

/** The rows of all views by view, point and keys; when they were computed is nobody's contract. */
function byRow(c: Case, actual: ActualRows): ReadonlyMap<string, Readonly<Record<string, Value>>> {
  return new Map(
    c.views.flatMap(v =>
      actual[v.name]!.flatMap(row => {
        const point = row['feature_time']!
        const at = typeof point === 'object' && point.kind === 'instant' ? point.micros : 0n
        const values = Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'computed_at'))
        return at < c.from || at > c.to ? [] : [[`${v.name} ${show(point)} ${keyText(keysOf(c, v, row))}`, values] as const]
      }),
    ),
  )
}

function keysOf(c: Case, v: ViewDefinition, row: Readonly<Record<string, Value>>): readonly Value[] {
  return Object.keys(c.entities.find(e => e.name === v.entity)!.keys).map(k => row[k] ?? null)
}

function withRows(c: Case, change: (rows: readonly RawRow[], source: Case['sources'][number]) => readonly RawRow[]): Case {
  return { ...c, rows: Object.fromEntries(c.sources.filter(s => c.rows[s.name] !== undefined).map(s => [s.name, change(c.rows[s.name]!, s)])) }
}

/** Holds the project beside the same project told otherwise. */
async function held(otherwise: (c: Case) => Promise<ActualRows>): Promise<void> {
  for (const c of cases) compared(c, await rowsOf(c), await otherwise(c))
}

/** Rows that concern no key of the case, and rows that happen and become known after the last point. */
function irrelevant(c: Case, rows: readonly RawRow[]): readonly RawRow[] {
  const after = isoOf(c.to + 40n * microsOfDay)
  const strange = rows.map((r, i): RawRow => ({ ...r, a1: 'nobody', b1: 'nobody', x1: 'nobody', seq: 1000 + i, rid: 1000 + i }))
  const later = rows.map((r, i): RawRow => ({ ...r, seq: 2000 + i, rid: 2000 + i, at: after, loaded: after }))
  return [...strange, ...later]
}

const microsOfDay = 86_400_000_000n

/** Views and features under other names. */
function renamed(c: Case): Case {
  const text = JSON.stringify(c.views)
  const other = text.replace(/"name":"([vf]\d+_\d+)"/g, '"name":"zz_$1"').replace(/(feature\.[ab]\d+\.)(f\d+_)/g, '$1zz_$2')
  expect(other).not.toBe(text)
  return { ...c, views: JSON.parse(other) as Case['views'] }
}

function underFormerNames(rows: ActualRows): ActualRows {
  const former = <T>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name.replace(/^zz_/, ''), value]))
  return former(Object.fromEntries(Object.entries(rows).map(([view, all]) => [view, all.map(former)])))
}

describe('the rows of views are the same', () => {
  it('however an interval is divided among runs', () =>
    held(async c => {
      const shortest = c.views.map(cadenceOf).reduce((x, y) => (x < y ? x : y))
      return runPipeline(c, { stops: pointsBetween(c.from, c.to, shortest).filter((_, i) => i % 5 === 2) })
    }))

  it('in whatever order rows lie in their tables, and tiles are merged', () => held(async c => runPipeline(withRows(c, rows => rows.toReversed()))))

  it('under corrected, whenever rows arrive within their lateness', async () => {
    for (const made of cases) {
      const last = isoOf(made.runs.at(-1)!.now)
      // what arrives after the last run is in no value; and what is not known to be late by contract may be missed
      const late = { ...made, views: made.views.map(v => ({ ...v, known: 'corrected' as const })) }
      const c = withRows(late, (rows, s) => rows.filter(r => textIn(r, 'arrives') <= last).map(r => ({ ...r, arrives: punctual(r, s) })))
      const early = withRows(c, rows => rows.map(r => ({ ...r, arrives: '2000-01-01T00:00:00' })))
      compared(c, await runPipeline(early), await runPipeline(c))
    }
  })

  it('with rows of other keys, and rows that happen after the last point', () =>
    held(async c => {
      const keyed = new Set(c.entities.filter(e => Object.keys(e.keys).length > 0).map(e => e.name))
      const more = withRows(c, (rows, s) => (s.entities.every(e => keyed.has(e.entity)) ? [...rows, ...irrelevant(c, rows)] : rows))
      const found = await runPipeline(more)
      return Object.fromEntries(c.views.map(v => [v.name, found[v.name]!.filter(row => !keysOf(c, v, row).includes('nobody'))]))
    }))

  it('where rows of sources in versions are delivered twice', () =>
    held(async c => {
      expect(c.sources.some(s => s.rowKey.length > 0)).toBe(true)
      return runPipeline(withRows(c, (rows, s) => (s.rowKey.length === 0 ? rows : [...rows, ...rows.toReversed()])))
    }))

  it('under other names', () => held(async c => underFormerNames(await runPipeline(renamed(c)))))
})

function textIn(row: RawRow, column: string): string {
  const cell = row[column]
  return typeof cell === 'string' ? cell : ''
}

/** When a row arrives that keeps the lateness of its source. */
function punctual(row: RawRow, s: Case['sources'][number]): string {
  const moment = textIn(row, row['at'] === null ? 'loaded' : 'at')
  const latest = isoOf(microsOf(moment) + (s.lateness === null ? 0n : durationOf(s.lateness)))
  const arrives = textIn(row, 'arrives')
  return s.rowKey.length > 0 ? '2000-01-01T00:00:00' : arrives < latest ? arrives : latest
}
