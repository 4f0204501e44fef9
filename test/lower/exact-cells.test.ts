import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import {
  boolean,
  count,
  entity,
  events,
  featureView,
  first,
  integer,
  last,
  max,
  min,
  number,
  rate,
  sum,
  timestamp,
  varchar,
  window,
} from '../../compiler/dsl/index.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import { freshBindings } from '../../compiler/generate/bindings.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import { exactBody } from '../../compiler/lower/exact/index.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import type { Driver, Row } from '../../registry/driver/driver.ts'
import { dice } from '../oracle/dice.ts'
import { onDuckdb, onEachEngine, sessionOn } from '../support/engines.ts'

vi.setConfig({ testTimeout: 120_000 })

// Many rows to each window, so that most are read as whole cells, at moments where rows enter and leave windows.

const day = 86_400_000_000n
const start = BigInt(Date.parse('2024-01-01T00:00:00Z')) * 1000n

interface Happening {
  readonly key: number
  readonly at: bigint
  readonly known: bigint | null
  readonly cents: number | null
  readonly mills: number
  readonly ok: boolean | null
  readonly word: string
}

interface Moment {
  readonly key: number
  readonly at: bigint
}

const key = entity('key', { keys: { k: integer() } })
const everything = entity('everything', { keys: {} })
const columns = {
  k: integer(),
  happened_at: timestamp(),
  known_at: timestamp().nullable(),
  amount: number(9, 2).nullable(),
  weight: number(14, 3),
  ok: boolean().nullable(),
  word: varchar(),
}

interface AnyWindow {
  /** Seconds. */
  readonly length: number
  readonly offset: number
}

function definitions(known: boolean, windows: readonly AnyWindow[] = []): readonly unknown[] {
  const rows = events('raw.happenings', {
    entities: [key, everything],
    columns,
    eventTime: 'happened_at',
    tieBreak: ['weight'],
    ...(known ? { knownTime: 'known_at', lateness: '30d' } : {}),
    defines: [key],
  })
  const view = featureView(
    'moments',
    { entity: key },
    {
      n_1h: count(rows).over('1h'),
      n_7d: count(rows).over('7d'),
      n_30d: count(rows).over('30d'),
      n_before: count(rows).over(window('14d', { offset: '3d' })),
      amount_7d: sum(rows.c.amount).over('7d'),
      amount_30d: sum(rows.c.amount).over('30d'),
      weight_30d: sum(rows.c.weight).over('30d'),
      most_30d: max(rows.c.amount).over('30d'),
      first_word: min(rows.c.word).over('7d'),
      ok_30d: rate(rows.c.ok).over('30d'),
    },
  )
  const all = featureView('of_all', { entity: everything }, { all_7d: count(rows).over('7d'), all_30d: sum(rows.c.amount).over('30d') })
  const features = windows.map(({ length, offset }, i) => {
    const over = window(`${length}s`, offset === 0 ? {} : { offset: `${offset}s` })
    return {
      [`n_${i}`]: count(rows).over(over),
      [`amount_${i}`]: sum(rows.c.amount).over(over),
      [`most_${i}`]: max(rows.c.amount).over(over),
      [`first_${i}`]: first(rows.c.amount).over(over),
      [`last_${i}`]: last(rows.c.word).over(over),
    }
  })
  const any = windows.length === 0 ? [] : [featureView('any', { entity: key }, Object.assign({}, ...features))]
  return [key, everything, rows, view, all, ...any]
}

const rolled = dice(throws(12_000))
const below = (n: number): number => rolled.below(n)

const happenings: readonly Happening[] = Array.from({ length: 900 }, (_, i) => {
  const at = start + BigInt(below(80)) * day + BigInt(i % 2 === 0 ? below(24) * 3600 : below(86_400)) * 1_000_000n
  const late = [0n, 1_000_000n, BigInt(below(20)) * day, BigInt(below(5)) * day, -day][below(5)]!
  return {
    // the rows of key 2 are so few that it has no cells
    key: i % 15 === 0 ? 2 : i % 2,
    at,
    known: rolled.oneIn(15) ? null : at + late,
    cents: rolled.oneIn(8) ? null : below(1_000_000) - 300_000,
    mills: below(1_000_000_000),
    ok: rolled.oneIn(8) ? null : rolled.oneIn(2),
    word: `w${below(5000)}`,
  }
})

const moments: readonly Moment[] = Array.from({ length: 300 }, (_, i) => {
  const { at, known } = happenings[below(happenings.length)]!
  const edge = [0n, day / 24n, 7n * day, 30n * day, 3n * day, 17n * day][below(6)]!
  return { key: i % 4, at: i % 5 === 0 ? (known ?? at) + BigInt(below(3) - 1) : at + edge + BigInt(below(3) - 1) }
})

const text = (at: bigint): string =>
  `TIMESTAMP '${new Date(Number(at / 1000n)).toISOString().slice(0, 23).replace('T', ' ')}${String(at % 1000n).padStart(3, '0')}'`
const decimal = (units: number | null, places: number): string => (units === null ? 'NULL' : (units / 10 ** places).toFixed(places))

const raw = [
  'CREATE SCHEMA IF NOT EXISTS raw',
  'CREATE TABLE raw.happenings (k BIGINT, happened_at TIMESTAMP, known_at TIMESTAMP, amount DECIMAL(9, 2), weight DECIMAL(14, 3), ok BOOLEAN, word VARCHAR)',
  `INSERT INTO raw.happenings VALUES ${happenings
    .map(
      h =>
        `(${h.key}, ${text(h.at)}, ${h.known === null ? 'NULL' : text(h.known)}, ${decimal(h.cents, 2)}, ${decimal(h.mills, 3)}, ${h.ok ?? 'NULL'}, '${h.word}')`,
    )
    .join(', ')}`,
  'CREATE TABLE raw.moments (k BIGINT, n BIGINT, spine_time TIMESTAMP)',
  `INSERT INTO raw.moments VALUES ${moments.map((m, i) => `(${m.key}, ${i}, ${text(m.at)})`).join(', ')}`,
]

/** What is expected, row by row: all amounts in their least unit. */
function expectedAt(m: Moment, known: boolean): readonly (number | string | null)[] {
  const seen = (length: bigint, offset = 0n): readonly Happening[] =>
    happenings.filter(h => h.key === m.key && h.at < m.at - offset && h.at >= m.at - offset - length && (!known || (h.known !== null && h.known < m.at)))
  const total = (of: readonly (number | null)[]): number | null => of.reduce<number | null>((a, b) => (b === null ? a : (a ?? 0) + b), null)
  const [week, month] = [seen(7n * day), seen(30n * day)]
  const amounts = month.flatMap(h => h.cents ?? [])
  const oks = month.flatMap(h => h.ok ?? [])
  return [
    seen(day / 24n).length,
    week.length,
    month.length,
    seen(14n * day, 3n * day).length,
    total(week.map(h => h.cents)),
    total(month.map(h => h.cents)),
    total(month.map(h => h.mills)),
    amounts.length === 0 ? null : Math.max(...amounts),
    week.map(h => h.word).toSorted()[0] ?? null,
    oks.length === 0 ? null : Math.round((oks.filter(x => x).length / oks.length) * 1e9),
  ]
}

const names = ['n_1h', 'n_7d', 'n_30d', 'n_before', 'amount_7d', 'amount_30d', 'weight_30d', 'most_30d', 'first_word', 'ok_30d']
const units: Readonly<Record<string, number>> = { amount_7d: 100, amount_30d: 100, weight_30d: 1000, most_30d: 100, ok_30d: 1e9 }

function foundIn(row: Row): readonly (number | string | null)[] {
  return names.map(n => {
    const value = row[n] ?? null
    return value === null || n === 'first_word' ? (value as string | null) : Math.round(Number(value) * (units[n] ?? 1))
  })
}

interface Asked {
  readonly known: boolean
  readonly view?: 'moments' | 'of_all' | 'any'
  readonly windows?: readonly AnyWindow[]
  readonly table?: string
}

async function valuesOf(driver: Driver, { known, view = 'moments', windows = [], table = 'moments' }: Asked): Promise<readonly Row[]> {
  const { compiled, placed } = sessionOn(driver, definitions(known, windows), { now: '2024-06-01T00:00:00Z' })
  const plan = compiled.lowered.views.get(`view.${view}`)!
  const name = driver.dialect === 'duckdb' ? { catalog: null, schema: 'raw', name: table } : { catalog: 'EMULATED', schema: 'RAW', name: table.toUpperCase() }
  const spine: Relation = { kind: 'physical', of: { kind: 'relation', name } }
  const { features } = plan.view
  return driver.query(
    printQuery(bindRelation(exactBody(compiled.lowered.model, plan, { features, spine }), freshBindings(compiled.lowered, placed)), driver.dialect, null),
  )
}

onEachEngine('values at any moment, most of them read as whole cells', engine => {
  it.each([false, true])('are those of a look at all rows, with known times: %s', async known => {
    const rows = await engine.inWarehouse(raw, driver => valuesOf(driver, { known }))
    const found = new Map(rows.map(r => [`${r['k']} ${momentOf(r)}`, foundIn(r)]))
    const wrong = moments.filter(m => JSON.stringify(found.get(`${m.key} ${m.at}`)) !== JSON.stringify(expectedAt(m, known)))
    expect(wrong.map(m => [m, found.get(`${m.key} ${m.at}`), expectedAt(m, known)])).toEqual([])
  })

  it.each([false, true])('of no keys too, with known times: %s', async known => {
    const rows = await engine.inWarehouse(raw, driver => valuesOf(driver, { known, view: 'of_all' }))
    const found = new Map(rows.map(r => [momentOf(r), [Number(r['all_7d']), r['all_30d'] === null ? null : Math.round(Number(r['all_30d']) * 100)]]))
    const seen = (at: bigint, length: bigint): readonly Happening[] =>
      happenings.filter(h => h.at < at && h.at >= at - length && (!known || (h.known !== null && h.known < at)))
    const cents = (of: readonly Happening[]): number | null => of.reduce<number | null>((sum, h) => (h.cents === null ? sum : (sum ?? 0) + h.cents), null)
    const expected = new Map(moments.map(m => [m.at, [seen(m.at, 7n * day).length, cents(seen(m.at, 30n * day))]]))
    expect([...found].toSorted(([a], [b]) => Number(a - b))).toEqual([...expected].toSorted(([a], [b]) => Number(a - b)))
  })
})

/** Of whole hours most often; of windows of odd seconds the cells are sometimes eleven. */
const anySeconds = (hours: fc.Arbitrary<number>): fc.Arbitrary<number> => fc.tuple(hours, fc.constantFrom(0, 0, 1, 7)).map(([h, s]) => h * 3600 + s)
const anyWindow = fc.record({
  length: fc.oneof(fc.integer({ min: 1, max: 200 }), anySeconds(fc.integer({ min: 1, max: 60 })), anySeconds(fc.integer({ min: 1, max: 1500 }))),
  offset: fc.oneof(fc.constantFrom(0, 0, 86_400), anySeconds(fc.integer({ min: 1, max: 600 }))),
})
const anyWindows = fc.array(anyWindow, { minLength: 1, maxLength: 5 })
/** Which row, which window, at its begin or end, so many microseconds after, and how much later than when the row was known. */
const anySpot = fc.tuple(fc.nat(happenings.length - 1), fc.nat(4), fc.boolean(), fc.constantFrom(-1n, 0n, 1n), fc.boolean())

const inOrder = happenings.toSorted((a, b) => Number(a.at - b.at) || a.mills - b.mills)

it('are right for windows of any lengths and offsets, where rows enter and leave them', async () => {
  let n = 0
  await onDuckdb.inWarehouse(raw, driver =>
    fc.assert(
      fc.asyncProperty(anyWindows, fc.array(anySpot, { minLength: 80, maxLength: 80 }), fc.boolean(), async (windows, spots, known) => {
        const second = 1_000_000n
        const asked = spots.map(([row, w, isEnd, off, whenKnown]): Moment => {
          const { key: of, at, known: since } = happenings[row]!
          const { length, offset } = windows[w % windows.length]!
          return { key: of, at: whenKnown && since !== null ? since + off : at + BigInt(isEnd ? offset : offset + length) * second + off }
        })
        const table = `spots_${n++}`
        await driver.execute(
          `CREATE TABLE raw.${table} AS SELECT * FROM (VALUES ${asked.map(m => `(${m.key}::BIGINT, ${text(m.at)})`).join(', ')}) AS t(k, spine_time)`,
        )
        const rows = await valuesOf(driver, { known, view: 'any', windows, table })
        const found = new Map(
          rows.map(r => [
            `${r['k']} ${momentOf(r)}`,
            windows.flatMap((_, i) => [Number(r[`n_${i}`]), cents(r[`amount_${i}`]), cents(r[`most_${i}`]), cents(r[`first_${i}`]), r[`last_${i}`]]),
          ]),
        )
        for (const m of asked) {
          const due = windows.flatMap(({ length, offset }) => {
            const [ends, begins] = [m.at - BigInt(offset) * second, m.at - BigInt(offset + length) * second]
            const seen = inOrder.filter(h => h.key === m.key && h.at >= begins && h.at < ends && (!known || (h.known !== null && h.known < m.at)))
            const amounts = seen.flatMap(h => h.cents ?? [])
            const [total, most] = amounts.length === 0 ? [null, null] : [amounts.reduce((a, b) => a + b, 0), Math.max(...amounts)]
            return [seen.length, total, most, amounts[0] ?? null, seen.at(-1)?.word ?? null]
          })
          expect([m, found.get(`${m.key} ${m.at}`)]).toEqual([m, due])
        }
      }),
      { numRuns: Number(process.env['FEAT_CELL_CASES'] ?? 12), seed: Number(process.env['FEAT_ORACLE_SEED'] ?? 20_260_302) },
    ),
  )
})

function cents(value: unknown): number | null {
  return value === null || value === undefined ? null : Math.round(Number(value) * 100)
}

function momentOf(row: Row): bigint {
  const time = String(row['spine_time'])
  const rest = (/\.(\d+)/.exec(time)?.[1] ?? '').padEnd(6, '0').slice(0, 6)
  return BigInt(Date.parse(`${time.slice(0, 19)}Z`)) * 1000n + BigInt(rest)
}

/** Always the same numbers, in which no order is seen. */
function throws(n: number): readonly number[] {
  const numbers = [1]
  while (numbers.length < n) numbers.push((numbers.at(-1)! * 48_271) % 2_147_483_647)
  return numbers.map(x => x >> 4)
}
