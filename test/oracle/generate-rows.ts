import fc from 'fast-check'
import type { EntityDefinition, SourceDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import type { RawRow } from './data.ts'
import { durationOf } from './time.ts'
import { isoOf, microsOf } from './value.ts'

export const hour = durationOf('1h')
/** Before or after the first point. Times prefer edges of tiles and points, and the microseconds beside them. */
const moment = fc
  .tuple(fc.integer({ min: -20, max: 9 }), fc.constantFrom(0, 0, 0, 6, 12, 18, 1, 5, 23), fc.constantFrom(0n, 0n, 0n, 0n, 1n, -1n, 1_800_000_000n))
  .map(([days, hours, micros]) => BigInt(days * 24 + hours) * hour + micros)
const delay = fc.constantFrom(0, 0, 1, 6, 24, 72, -3).map(h => BigInt(h) * hour)
const word = fc.constantFrom<keyof Alphabet>('p', 'p', 'q', 'r')
const maybe = <T>(a: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(a, { freq: 6 })
/** What the words of a key stand for: cases differ in case, blanks, quotes, separators, or nothing at all. */
export type Alphabet = Readonly<Record<'p' | 'q' | 'r', string>>
export const alphabets: readonly [Alphabet, Alphabet, Alphabet] = [
  { p: 'p', q: 'q', r: 'r' },
  { p: 'p', q: "o'q\\", r: '' },
  { p: 'p', q: 'P', r: ' ü|"' },
]
const keyCells = { a1: maybe(word), a2: fc.constantFrom(1, 2), b1: maybe(word), b2: fc.constantFrom(1, 1, 2), x1: maybe(word), x2: fc.constantFrom(1, 2) }
const cents = fc
  .constantFrom(0, 100, 250, -100, 1010, 1999, 33)
  .map(c => `${c < 0 ? '-' : ''}${Math.floor(Math.abs(c) / 100)}.${String(Math.abs(c) % 100).padStart(2, '0')}`)

/** How a row is a version of an earlier one, where the source has versions. */
const version = fc.option(
  fc.record({
    of: fc.nat(9),
    how: fc.constantFrom('update', 'update', 'again', 'copy', 'delete', 'moved', 'never', 'nameless'),
    ver: fc.constantFrom(1, 2, 3, null),
  }),
  { freq: 2 },
)

export const eventRow = fc.record({
  ...keyCells,
  version,
  at: moment,
  delay,
  amount: maybe(cents),
  qty: maybe(fc.integer({ min: -2, max: 5 })),
  flt: maybe(fc.integer({ min: -16, max: 40 }).map(x => x / 8)),
  ok: maybe(fc.boolean()),
  tag: maybe(fc.constantFrom('u', 'v', 'W')),
  hollow: fc.nat(9),
})
export const dimensionRow = fc.record({
  ...keyCells,
  version,
  at: moment,
  delay,
  lasts: fc.option(fc.constantFrom(24, 60, 240), { freq: 3 }),
  gone: fc.constantFrom(false, false, false, true, null),
  tier: maybe(fc.constantFrom('u', 'v', 'W')),
  level: maybe(fc.integer({ min: 0, max: 4 })),
  score: maybe(cents),
})
export const capturedCar = fc.record({ key: fc.nat(5), present: fc.boolean(), level: maybe(fc.integer({ min: 0, max: 4 })), tier: maybe(word) })

export type EventRow = typeof eventRow extends fc.Arbitrary<infer T> ? T : never
export type DimensionRow = typeof dimensionRow extends fc.Arbitrary<infer T> ? T : never
export type CapturedCar = typeof capturedCar extends fc.Arbitrary<infer T> ? T : never

/** What is odd about all rows of a case. */
export interface Style {
  /** The first point. */
  readonly base: bigint
  /** Nearly all rows are of one key. */
  readonly hot: boolean
  readonly letters: Alphabet
  /** In so many of ten rows all values are NULL. */
  readonly hollow: number
  /** The runs before which late rows gather, in microseconds. */
  readonly runs: readonly bigint[]
  /** Every other row happens when the one before it did, to the same key. */
  readonly twins: boolean
}

interface Generated {
  readonly one: readonly EventRow[]
  readonly two: readonly EventRow[]
  readonly dimension: readonly DimensionRow[]
}

/** The raw rows by source. */
export function rowsOf(
  of: Generated,
  views: readonly ViewDefinition[],
  sources: readonly SourceDefinition[],
  style: Style,
): Readonly<Record<string, readonly RawRow[]>> {
  const corrected = views.some(v => v.known === 'corrected')
  const made = (name: string, rows: readonly (EventRow | DimensionRow)[]): readonly RawRow[] => {
    const source = sources.find(s => s.name === name)!
    const late = arrival(source, corrected)
    const cells = rows
      .map((row, seq) => twinned(row, rows[seq - 1], seq, style))
      .map(({ version, ...row }, seq) => ({ version, row: tardy(heated({ ...row, at: style.base + row.at }, seq, style), seq, style) }))
      .map(({ version, row }, seq) => ({ version, row, cells: cellsOf(row, seq, style) }))
    return source.rowKey.length === 0 ? cells.map(c => arriving(c, c.row.at, late)) : versionsOf(cells, late)
  }
  return { 'r.one': made('r.one', of.one), 'r.two': made('r.two', of.two), 'r.dim': made('r.dim', of.dimension) }
}

interface Made {
  readonly version: EventRow['version']
  readonly row: Dated
  readonly cells: RawRow
}

function cellsOf({ at, delay, ...cells }: Dated, seq: number, style: Style): RawRow {
  return {
    ...('hollow' in cells ? eventCells(cells, style) : dimensionCells(cells, at)),
    ...spelled(cells, style.letters),
    seq,
    at: isoOf(at),
    loaded: isoOf(at + delay),
  }
}

/** `promised`: from when on lateness counts. */
function arriving({ row, cells }: Omit<Made, 'version'>, promised: bigint, late: bigint | null): RawRow {
  const loaded = row.at + row.delay
  return { ...cells, arrives: isoOf(late === null || loaded < promised + late ? loaded : promised + late) }
}

interface MadeVersion extends Omit<Made, 'version'> {
  readonly rid: number | null
}

/** The same rows, some of them as versions of an earlier one. All versions of a row arrive as late as its lateness allows for the first of them. */
function versionsOf(made: readonly Made[], late: bigint | null): readonly RawRow[] {
  const versions: MadeVersion[] = []
  for (const [i, m] of made.entries()) versions.push(i === 0 || m.version === null ? firstOf(m, i) : versionOf(m, m.version, versions[m.version.of % i]!))
  const momentOf = (v: MadeVersion): bigint => (typeof v.cells['at'] === 'string' ? microsOf(v.cells['at']) : v.row.at)
  const promised = (rid: number | null): bigint =>
    versions
      .filter(v => v.rid === rid)
      .map(momentOf)
      .reduce((x, y) => (x < y ? x : y))
  return versions.map(v => arriving(v, promised(v.rid), late))
}

function firstOf({ row, cells }: Omit<Made, 'version'>, rid: number): MadeVersion {
  return { row, rid, cells: { ...cells, rid, ver: 0 } }
}

function versionOf({ row, cells }: Made, { how, ver }: NonNullable<Made['version']>, former: MadeVersion): MadeVersion {
  const { rid } = former
  const own = { ...cells, rid, ver }
  switch (how) {
    case 'update':
      return { row, rid, cells: own }
    case 'moved':
      return { row, rid, cells: { ...own, at: former.cells['at'] ?? null } }
    case 'again':
      return { row, rid, cells: { ...former.cells, ver, seq: cells['seq']!, loaded: cells['loaded']! } }
    case 'copy':
      return former
    case 'delete':
      return { row, rid, cells: { ...own, gone: true } }
    case 'never':
      return { row, rid, cells: { ...own, at: null } }
    case 'nameless':
      return { row, rid: null, cells: { ...own, rid: null } }
  }
}

/**
 * The longest that a row may take to arrive, or null where it arrives when it becomes known, however late: what is
 * computed again for late rows, and what counts as known before it was, is only what kept the source's lateness.
 */
function arrival(source: SourceDefinition, corrected: boolean): bigint | null {
  if (source.knownTime !== null && source.knownTime.trustedFrom === null && !corrected) return null
  return source.lateness === null ? 0n : durationOf(source.lateness)
}

/** Every third row happens shortly before a run, and may arrive after it. */
function tardy<R extends Dated>(row: R, seq: number, { runs }: Style): R {
  const run = runs[seq % Math.max(runs.length, 1)]
  if (run === undefined || seq % 3 > 0) return row
  const hours = run - (run % hour) - BigInt(1 + (seq % 10)) * hour
  return { ...row, at: hours, delay: row.delay > 0n ? row.delay : 6n * hour }
}

/** Which of two such rows is later is told by the source's tie-break alone. */
function twinned<R extends EventRow | DimensionRow>(row: R, before: R | undefined, seq: number, { twins }: Style): R {
  if (before === undefined || !twins || seq % 2 === 0) return row
  const { at, a1, a2, b1, b2 } = before
  return { ...row, at, a1, a2, b1, b2 }
}

/** One hot key among sparse ones. */
function heated<R extends Dated>(row: R, seq: number, { hot }: Style): R {
  return hot && seq % 8 > 0 ? { ...row, a1: 'p', a2: 1, b1: 'p', b2: 1 } : row
}

type Timeless<R> = Omit<R, 'at' | 'delay' | 'version'>
type Dated = Omit<EventRow, 'version'> | Omit<DimensionRow, 'version'>

function spelled({ a1, b1, x1 }: Timeless<EventRow | DimensionRow>, letters: Alphabet): RawRow {
  const of = (word: keyof Alphabet | null): string | null => (word === null ? null : letters[word])
  return { a1: of(a1), b1: of(b1), x1: of(x1) }
}

function eventCells({ hollow, ...cells }: Timeless<EventRow>, style: Style): RawRow {
  return hollow < style.hollow ? { ...cells, amount: null, qty: null, flt: null, ok: null, tag: null } : cells
}

function dimensionCells({ lasts, ...cells }: Timeless<DimensionRow>, at: bigint): RawRow {
  return { ...cells, until: lasts === null ? null : isoOf(at + BigInt(lasts) * hour) }
}

/** At most one row for each key; `cap` follows from the key, for it never changes. */
export function captureRows(cars: readonly CapturedCar[], of: EntityDefinition, letters: Alphabet): readonly RawRow[] {
  const numbered = Object.keys(of.keys).length === 2
  const rows = cars
    .filter(c => c.present)
    .map(c => ({
      a1: letters[(['p', 'q', 'r'] as const)[c.key % 3]!],
      a2: numbered ? 1 + Math.floor(c.key / 3) : 1,
      cap: `${c.key % 3}.50`,
      level: c.level,
      tier: c.tier,
    }))
  return [...new Map(rows.map(r => [`${r.a1} ${r.a2}`, r])).values()].slice(0, Object.keys(of.keys).length === 0 ? 1 : undefined)
}
