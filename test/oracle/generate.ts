import fc from 'fast-check'
import type { EntityDefinition, SourceDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { columns, entity, source, types, view } from './build.ts'
import type { Capture, OracleInput, Run } from './data.ts'
import type { Dice } from './dice.ts'
import { dice } from './dice.ts'
import type { MadeFeature } from './generate-feature.ts'
import { makeFeature } from './generate-feature.ts'
import type { CapturedCar, DimensionRow, EventRow, Style } from './generate-rows.ts'
import { alphabets, captureRows, capturedCar, dimensionRow, eventRow, hour, rowsOf } from './generate-rows.ts'
import { durationOf } from './time.ts'
import { isoOf, microsOf } from './value.ts'

/** A whole small project with its raw rows, and the points at which the public views and the oracle are compared. */
export interface Case extends OracleInput {
  readonly from: bigint
  readonly to: bigint
  /** Columns whose exact value may arrive as a float: a sum or product whose type may be too wide ("would not fit"). */
  readonly wide: ReadonlySet<string>
}

/** What the projects of one warehouse have in common: when they run, and how often their views have points. */
interface World {
  /** A Monday: a point of every cadence that divides a week. */
  readonly base: bigint
  readonly to: bigint
  readonly runs: readonly Run[]
  readonly cadences: readonly [string, ...string[]]
  /** A fixed column shows what is known when a point is computed, and a corrected point may be computed by several runs. */
  readonly once: boolean
}

const choices = (n: number): fc.Arbitrary<number[]> => fc.array(fc.nat(9999), { maxLength: n, size: 'max' })

interface Blueprint {
  readonly shape: readonly number[]
  readonly views: readonly { readonly shape: readonly number[]; readonly features: readonly (readonly number[])[] }[]
  readonly one: readonly EventRow[]
  readonly two: readonly EventRow[]
  readonly dimension: readonly DimensionRow[]
  readonly captures: readonly (readonly CapturedCar[])[]
}

const viewBlueprint = fc.record({ shape: choices(6), features: fc.array(choices(50), { minLength: 1, maxLength: 4, size: 'max' }) })
const blueprint: fc.Arbitrary<Blueprint> = fc.record({
  shape: choices(80),
  views: fc.array(viewBlueprint, { minLength: 1, maxLength: 3, size: 'max' }),
  one: fc.array(eventRow, { minLength: 1, maxLength: 30, size: 'max' }),
  two: fc.array(
    eventRow.map(row => ({ ...row, at: row.at - (row.at % hour) })),
    { maxLength: 15, size: 'max' },
  ),
  dimension: fc.array(dimensionRow, { maxLength: 12, size: 'max' }),
  captures: fc.array(fc.array(capturedCar, { maxLength: 6, size: 'max' }), { maxLength: 3, size: 'max' }),
})

/** Random small cases; the same seed gives the same cases. */
export const anyCase: fc.Arbitrary<Case> = fc.tuple(choices(20), blueprint).map(([shape, b]) => makeCase(makeWorld(shape), b, 1))

/** So many cases share a warehouse: what deploying and running cost by themselves is paid once. */
export const casesPerWorld = 6

/** Cases of one warehouse. A counterexample is made smaller by leaving cases out. */
export const anyCases: fc.Arbitrary<readonly Case[]> = fc
  .tuple(choices(20), ...Array.from({ length: casesPerWorld }, () => fc.option(blueprint, { freq: 60 })))
  .map(([shape, ...blueprints]) => {
    const world = makeWorld(shape)
    return blueprints.flatMap((b, i) => (b === null ? [] : [makeCase(world, b, i + 1)]))
  })

/** Cases of one warehouse as one project. */
export function together(cases: readonly [Case, ...Case[]]): Case {
  const [{ runs, from, to }] = cases
  return {
    runs,
    from,
    to,
    entities: cases.flatMap(c => c.entities),
    sources: cases.flatMap(c => c.sources),
    views: cases.flatMap(c => c.views),
    rows: Object.assign({}, ...cases.map(c => c.rows)) as Case['rows'],
    captures: Object.assign({}, ...cases.map(c => c.captures)) as Case['captures'],
    wide: new Set(cases.flatMap(c => [...c.wide])),
  }
}

function makeWorld(shape: readonly number[]): World {
  const d = dice(shape)
  // the last two have a leap day before and among their points
  const base = microsOf(d.pick('2026-03-02', '2026-03-02', '2024-03-04', '2024-02-26'))
  const cadences = d.pick<World['cadences']>(['1d'], ['1d', '6h'], ['1d', '7d'], ['1h', '1d', '3h'], ['2d', '1d', '10d'], ['6h', '1h'])
  const lengths = cadences.map(durationOf)
  const longest = lengths.reduce((x, y) => (x > y ? x : y))
  const shortest = lengths.reduce((x, y) => (x < y ? x : y))
  const points = BigInt(d.below(10) + 1)
  const to = base + [points * longest, 40n * shortest].reduce((x, y) => (x < y ? x : y))
  const once = d.oneIn(3)
  const runs = makeRuns(base, to, once ? 1 : d.below(3) + 1, d)
  const again = once || !d.oneIn(3) ? [] : [{ now: runs.at(-1)!.now + BigInt(d.below(96) + 1) * hour, to }]
  return { base, to, runs: [...runs, ...again], cadences, once }
}

function makeCase(world: World, b: Blueprint, index: number): Case {
  const d = dice(b.shape)
  const { base, runs } = world
  const entities = [entity('a', keysOf('a', d.pick(1, 2, 0))), entity('b', keysOf('b', d.pick(1, 2)))]
  const sources = makeSources(world, entities, d)
  const made = makeViews(world, b, { entities, sources, index, dice: d })
  const style: Style = {
    base,
    letters: d.pick(alphabets[0], alphabets[0], alphabets[1], alphabets[2]),
    hollow: d.pick(0, 1, 8),
    hot: d.oneIn(4),
    runs: d.oneIn(2) ? runs.map(r => r.now) : [],
    twins: d.oneIn(3),
  }
  const longest = made.views.map(v => durationOf(v.every!)).reduce((x, y) => (x > y ? x : y))
  const start = base - longest - (longest % durationOf('1d'))
  return {
    runs,
    from: base,
    to: world.to,
    wide: made.wide,
    ...named(index, {
      entities,
      sources,
      views: made.views.map(v => ({ ...v, start: isoOf(start).slice(0, 10) })),
      rows: rowsOf(b, made.views, sources, style),
      captures: {
        'r.snap': runs.map((run, i): Capture => ({
          at: run.now,
          rows: captureRows(b.captures[i % Math.max(b.captures.length, 1)] ?? [], entities[0]!, style.letters),
        })),
      },
    }),
  }
}

type Nameable = Pick<Case, 'entities' | 'sources' | 'views' | 'rows' | 'captures'>

/** Entities and sources under the names of one of several cases in a warehouse. */
function named(index: number, { entities, sources, views, rows, captures }: Nameable): Nameable {
  const name = (text: string): string =>
    text.replace(/^(source\.)?r\.(?=(one|two|dim|snap)$)/, `$1r${index}.`).replace(/^(entity\.|feature\.)?([ab])(?=$|\.)/, `$1$2${index}`)
  const rename = <T>(of: T): T => JSON.parse(JSON.stringify(of), (_, v: unknown) => (typeof v === 'string' ? name(v) : v)) as T
  const keyed = <T>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(of).map(([k, v]) => [name(k), v]))
  return { entities: rename(entities), sources: rename(sources), views: rename(views), rows: keyed(rows), captures: keyed(captures) }
}

function keysOf(prefix: string, n: number): Readonly<Record<string, Type>> {
  return Object.fromEntries(
    (
      [
        [`${prefix}_id`, types.text],
        [`${prefix}_no`, types.int],
      ] as const
    ).slice(0, n),
  )
}

/** The columns of a source that hold an entity's keys. */
export function roleOf(e: EntityDefinition, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(e.keys).map((k, i) => [k, `${prefix}${i + 1}`]))
}

const versionTypes = { rid: types.int, ver: types.int }
const keyTypes = { a1: types.text, a2: types.int, b1: types.text, b2: types.int, x1: types.text, x2: types.int }

function makeSources({ base }: World, entities: readonly EntityDefinition[], d: Dice): readonly SourceDefinition[] {
  const on = entities.map(e => ({ entity: e.name, on: roleOf(e, e.name) }))
  const [definesA, definesB] = [d.pick<string | null>(null, 'r.one', 'r.dim', 'r.snap', 'r.two'), d.pick<string | null>(null, 'r.one', 'r.two')]
  const defines = (name: string): Pick<SourceDefinition, 'defines'> => ({
    defines: [...(definesA === name && on[0]!.on['a_id'] !== undefined ? ['a'] : []), ...(definesB === name ? ['b'] : [])],
  })
  const arrival = (): Partial<SourceDefinition> => ({
    knownTime: d.oneIn(4) ? null : { column: 'loaded', trustedFrom: d.oneIn(4) ? isoOf(base - 72n * hour).slice(0, 10) : null },
    lateness: d.pick(null, '6h', '1d'),
  })
  /** When rows count as known, and of one in three sources which of them are versions of one row. */
  const versioned = (deleted?: string): Partial<SourceDefinition> => {
    const arrives = arrival()
    if (!d.oneIn(3)) return arrives
    const rowVersion = arrives.knownTime === null || d.oneIn(3) ? 'ver' : null
    return { ...arrives, rowKey: ['rid'], rowVersion, ...(deleted !== undefined && d.oneIn(2) ? { deletedWhen: deleted } : {}) }
  }
  /** Of one in three sources a column decides first that may be NULL. */
  const tieBreak = (hollow: string): readonly string[] => (d.oneIn(3) ? [hollow, 'seq'] : ['seq'])
  const eventColumns = columns(
    {
      ...keyTypes,
      ...versionTypes,
      seq: types.int,
      at: types.time,
      loaded: types.time,
      gone: types.flag,
      amount: types.money,
      qty: types.int,
      flt: types.float,
      ok: types.flag,
      tag: types.text,
    },
    { whole: ['a2', 'b2', 'x2', 'seq', 'loaded'] },
  )
  const eventSource = (name: string): SourceDefinition =>
    source('events', name, on, eventColumns, {
      eventTime: 'at',
      tieBreak: tieBreak('tag'),
      ...versioned('gone'),
      historyFrom: d.oneIn(5) ? isoOf(base - 240n * hour).slice(0, 10) : null,
      ...defines(name),
    })
  const dimensionColumns = columns(
    {
      ...keyTypes,
      ...versionTypes,
      seq: types.int,
      at: types.time,
      loaded: types.time,
      until: types.time,
      gone: types.flag,
      tier: types.text,
      level: types.int,
      score: types.money,
    },
    { whole: ['a2', 'b2', 'x2', 'seq', 'loaded'] },
  )
  const validTo = d.oneIn(2) ? 'until' : null
  return [
    eventSource('r.one'),
    eventSource('r.two'),
    source('dimension', 'r.dim', on.slice(0, 1), dimensionColumns, {
      validFrom: 'at',
      tieBreak: tieBreak('tier'),
      validTo,
      deletedWhen: d.oneIn(2) ? 'gone' : null,
      ...versioned(),
      ...defines('r.dim'),
    }),
    source(
      'snapshot',
      'r.snap',
      on.slice(0, 1),
      columns({ a1: types.text, a2: types.int, cap: types.money, level: types.int, tier: types.text }, { fixed: ['cap'], whole: ['a1', 'a2'] }),
      defines('r.snap'),
    ),
  ]
}

interface ViewsPlan {
  readonly entities: readonly EntityDefinition[]
  readonly sources: readonly SourceDefinition[]
  readonly index: number
  readonly dice: Dice
}

function makeViews(
  { cadences, once }: World,
  b: Blueprint,
  { entities, sources, index, dice: d }: ViewsPlan,
): { views: readonly ViewDefinition[]; wide: ReadonlySet<string> } {
  const features: MadeFeature[] = []
  const views = b.views.map((plan, i): ViewDefinition => {
    const v = dice(plan.shape)
    const of = entities[v.below(3) === 2 ? 1 : 0]!
    const name = `v${index}_${i + 1}`
    const made: MadeFeature[] = []
    for (const numbers of plan.features) {
      const feature = makeFeature({
        name: `f${index}_${features.length + 1}`,
        view: name,
        entity: of,
        entities,
        sources,
        others: features,
        fixed: once,
        dice: dice(numbers),
      })
      made.push(feature)
      features.push(feature)
    }
    const settings = { every: d.pick(...cadences), known: v.oneIn(6) ? ('corrected' as const) : null }
    return view(name, of.name, Object.fromEntries(made.map(f => [f.name, f.expr])), settings)
  })
  return { views, wide: new Set(features.filter(f => f.wide).map(f => f.name)) }
}

/** Runs in order of time, the last one up to `to`; each an hour and some after its last point. */
function makeRuns(base: bigint, to: bigint, most: number, d: Dice): readonly Run[] {
  const ends = [...new Set(Array.from({ length: most - 1 }, () => base + (BigInt(d.below(12) - 4) * (to - base)) / 8n))]
  const whole = ends
    .map(end => end - (end % hour))
    .filter(end => end < to)
    .toSorted((a, b) => (a < b ? -1 : 1))
  return [...new Set(whole), to].map(end => ({ now: end + hour + BigInt(d.below(30) * 60 + 1) * 1_000_000n, to: end }))
}
