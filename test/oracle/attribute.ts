import type { ViewDefinition } from '../../compiler/ir/definition.ts'
import type { Scalar } from '../../compiler/ir/scalar.ts'
import type { CapturedRows, Key, Row, SourceData } from './data.ts'
import { keyOf, keyText, microsIn } from './data.ts'
import { compareTieBreak, rowsKnownAt } from './time.ts'

/** The rows of a key. */
function rowsOf(rows: readonly Row[], columns: readonly string[], key: Key): readonly Row[] {
  const wanted = keyText(key)
  return rows.filter(row => {
    const found = keyOf(row, columns)
    return found !== null && keyText(found) === wanted
  })
}

/**
 * "`asOf(dimension)` at T is the row with the greatest (validFrom, known time, tie-break) where validFrom <= T, known < T and
 * T < validTo." A row without known time counts as known when it became valid, so one that becomes valid at T itself is not
 * seen at T: the reading that leaks nothing. Known times are ordered as they were recorded, so that a correction wins.
 */
export function dimensionRow(data: SourceData, view: ViewDefinition, columns: readonly string[], key: Key, t: bigint): Row | null {
  return newest(data, rowsOf(rowsKnownAt(data, view, t), columns, key).filter(row => row.time <= t && !hasEnded(data, row, t)))
}

/** The row that decides whether a key lives: the newest that has begun, whether or not it has ended since. */
export function newestBegun(data: SourceData, view: ViewDefinition, columns: readonly string[], key: Key, t: bigint): Row | null {
  return newest(data, rowsOf(rowsKnownAt(data, view, t), columns, key).filter(row => row.time <= t))
}

export function hasEnded(data: SourceData, row: Row, t: bigint): boolean {
  const to = data.definition.validTo === null ? null : microsIn(row.cells, data.definition.validTo)
  return to !== null && to <= t
}

function newest(data: SourceData, rows: readonly Row[]): Row | null {
  return rows.reduce((best: Row | null, row) => (best === null || isAfter(data, row, best) ? row : best), null)
}

function isAfter(data: SourceData, a: Row, b: Row): boolean {
  if (a.time !== b.time) return a.time > b.time
  if ((a.known ?? a.time) !== (b.known ?? b.time)) return (a.known ?? a.time) > (b.known ?? b.time)
  return compareTieBreak(data.definition, a, b) > 0
}

/** The captures that are known at T: "captured at each materialize with the run's `now` as validFrom and known time". */
export function capturesAt(data: SourceData, t: bigint): readonly CapturedRows[] {
  return data.captures.filter(c => c.at < t)
}

/** The row of a key in one capture. */
export function capturedRow(capture: CapturedRows | undefined, columns: readonly string[], key: Key): Row | null {
  return capture === undefined ? null : (rowsOf(capture.rows, columns, key)[0] ?? null)
}

/**
 * The row of a snapshot at T: its columns as of the newest capture before T ("NULL before the first capture"; a key that the
 * newest capture misses has none), its `fixed` columns as any capture of the runs so far has them.
 */
export function snapshotRow(data: SourceData, columns: readonly string[], key: Key, t: bigint, computedAt: bigint): Row | null {
  const captured = capturedRow(capturesAt(data, t).at(-1), columns, key)
  if (captured !== null) return captured
  const fixed = data.captures.filter(c => c.at <= computedAt).map(c => capturedRow(c, columns, key)).findLast(row => row !== null)
  if (fixed === undefined || fixed === null) return null
  const cells = Object.fromEntries(Object.entries(fixed.cells).map(([name, v]) => [name, data.definition.columns[name]!.fixed ? v : null]))
  return { ...fixed, cells }
}

/** Whether a row-level expression reads only columns that never change. */
export function readsOnlyFixed(data: SourceData, of: Scalar): boolean {
  const text = JSON.stringify(of, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))
  return [...text.matchAll(/"kind":"column","source":"[^"]*","name":"([^"]*)"/g)].every(m => data.definition.columns[m[1]!]?.fixed === true)
}
