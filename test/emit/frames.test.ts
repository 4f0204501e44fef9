import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plainFrames } from '../../compiler/emit/frames.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import type { Frames, Named, Relation, Term, WindowFunction } from '../../compiler/ir/relation.ts'
import { call, field, instant, integer, literal, named, over, part, words } from '../../compiler/ir/terms.ts'
import { decimal, float, int, text, time } from '../../compiler/ir/type.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'

// Frames over cells in one ordered pass have the values of windows by key.

let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: ':memory:' })
})
afterAll(() => driver.close())

const day = 86_400
/** The farthest that a frame looks back. */
const reach = 20
const names = ['a', 'b', "it's"]

const at = (cell: number): Term => instant(new Date(Date.UTC(2026, 0, 1) + cell * day * 1000).toISOString())

const anyCase = fc.record({
  keyed: fc.boolean(),
  last: fc.integer({ min: reach, max: reach + 15 }),
  since: fc.array(fc.integer({ min: reach, max: reach + 18 }), { minLength: 3, maxLength: 3 }),
  frames: fc.array(fc.tuple(fc.nat(12), fc.nat(6)), { minLength: 1, maxLength: 4 }),
  entries: fc.array(
    fc.record({
      key: fc.nat(2),
      cell: fc.integer({ min: 1, max: reach + 15 }),
      n: fc.integer({ min: -3, max: 3 }),
      x: fc.option(fc.integer({ min: -9, max: 9 })),
    }),
    {
      maxLength: 60,
    },
  ),
})

type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never

function columns(frames: Case['frames']): readonly Named[] {
  const total = (of: string, preceding: number | 'unbounded', until: number): Term => call('coalesce', framed('sum', of, preceding, until), integer(0))
  const framed = (fn: WindowFunction, of: string, preceding: number | 'unbounded', until: number): Term => over(fn, [field(of)], [], [], { preceding, until })
  return frames.flatMap(([more, until], i) => [
    named(`n_${i}`, total('n', until + more, until)),
    named(`left_${i}`, call('minus', total('n', 'unbounded', 0), total('n', 'unbounded', until))),
    named(`least_${i}`, framed('min', 'x', until + more, until)),
    named(`most_${i}`, framed('max', 'y', until + more, until)),
    named(`float_${i}`, framed('sum', 'z', until + more, until)),
  ])
}

function framesOf(c: Case): { readonly node: Frames; readonly around: (body: Relation) => Relation } {
  const keys = c.keyed ? ['k'] : []
  const key = (i: number): Term[] => (c.keyed ? [words(names[i]!)] : [])
  const grain = c.keyed ? [{ name: 'k', type: text }] : []
  const entries = new Map(c.entries.filter(e => e.cell <= c.last).map(e => [`${c.keyed ? e.key : ''} ${e.cell}`, e]))
  const rows = [...entries.values()].map(e => [
    ...key(e.key),
    at(e.cell),
    integer(e.n),
    literal(e.x, int),
    literal(e.x === null ? null : e.x / 4, decimal(9, 2)),
    literal(e.x === null ? null : e.x / 3, float),
  ])
  const living = (c.keyed ? c.since : c.since.slice(0, 1)).map((s, i) => [...key(i), at(s)])
  const parts = [
    { name: 'alive', of: { kind: 'values' as const, columns: [...grain, { name: 'since', type: time }], rows: living } },
    {
      name: 'entered',
      of: {
        kind: 'values' as const,
        columns: [
          ...grain,
          { name: 't', type: time },
          { name: 'n', type: int },
          { name: 'x', type: int },
          { name: 'y', type: decimal(9, 2) },
          { name: 'z', type: float },
        ],
        rows,
      },
    },
  ]
  const node: Frames = {
    kind: 'frames',
    of: 'alive',
    keys,
    since: 'since',
    entered: 'entered',
    time: 't',
    every: day,
    first: at(0),
    last: at(c.last),
    additive: ['n'],
    merged: ['x', 'y', 'z'],
    columns: columns(c.frames),
  }
  return { node, around: of => ({ kind: 'with', parts: [...parts, { name: 'framed', of }], body: part('framed') }) }
}

async function rowsOf(relation: Relation): Promise<readonly string[]> {
  const rows = await driver.query(printQuery(relation, 'duckdb', null))
  // the order of additions differs
  return rows
    .map(r => JSON.stringify(Object.entries(r).map(([name, v]) => (name.startsWith('float_') && v !== null ? Math.round(Number(v) * 1e9) / 1e9 + 0 : v))))
    .toSorted()
}

it('has the values of windows by key, whatever enters and whichever frames', async () => {
  let rows = 0
  await fc.assert(
    fc.asyncProperty(anyCase, async c => {
      const { node, around } = framesOf(c)
      const [streamed, plain] = [await rowsOf(around(node)), await rowsOf(around(plainFrames(node)))]
      expect(streamed).toEqual(plain)
      rows += plain.length
    }),
    { numRuns: 50, seed: 7 },
  )
  expect(rows).toBeGreaterThan(200)
})

it('runs without a partition or an order, and sorts once', async () => {
  const { node, around } = framesOf({ keyed: true, last: 30, since: [reach, reach, reach], frames: [[6, 0]], entries: [{ key: 0, cell: 3, n: 1, x: 2 }] })
  const plan = JSON.stringify(await driver.query(`EXPLAIN ${printQuery(around(node), 'duckdb', null)}`))
  expect(plan).toContain('STREAMING_WINDOW')
  expect(plan.replaceAll('STREAMING_WINDOW', '')).not.toContain(' WINDOW ')
  expect(plan.split('ORDER_BY')).toHaveLength(2)
})

it('takes windows by key for frames that look back farther than rows are kept', () => {
  const { node, around } = framesOf({ keyed: true, last: 30, since: [reach], frames: [[2200, 0]], entries: [] })
  expect(printQuery(around(node), 'duckdb', null)).toContain('PARTITION BY')
})

it('ends with an error where rows are out of order', async () => {
  const { node, around } = framesOf({ keyed: true, last: 30, since: [reach, reach, reach], frames: [[6, 0]], entries: [{ key: 1, cell: 3, n: 1, x: 2 }] })
  const sql = printQuery(around(node), 'duckdb', null)
  const disordered = sql.replace('ORDER BY "k", "t"', 'ORDER BY "t" DESC, "k"')
  expect(disordered).not.toBe(sql)
  await expect(driver.query(disordered)).rejects.toThrow(/order of rows/)
})
