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
  return newest(
    data,
    rowsOf(rowsKnownAt(data, view, t), columns, key).filter(row => row.time <= t && !hasEnded(data, row, t)),
  )
}

function hasEnded(data: SourceData, row: Row, t: bigint): boolean {
  const to = data.definition.validTo === null ? null : microsIn(row.cells, data.definition.validTo)
  return to !== null && to <= t
}

function newest(data: SourceData, rows: readonly Row[]): Row | null {
  return rows.reduce((best: Row | null, row) => (best === null || isAfter(data, row, best) ? row : best), null)
}

function isAfter(data: SourceData, a: Row, b: Row): boolean {
  if (a.time !== b.time) return a.time > b.time
  if (a.known !== b.known) return a.known !== null && (b.known === null || a.known > b.known)
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
 * The row of a snapshot at T: its columns as the newest capture before T that holds the key has them (a capture that misses a
 * key ends its life, but says nothing of its columns), its `fixed` columns as any capture of the runs so far has them.
 */
export function snapshotRow(data: SourceData, columns: readonly string[], key: Key, t: bigint, computedAt: bigint): Row | null {
  const newestOf = (captures: readonly CapturedRows[]): Row | null => captures.map(c => capturedRow(c, columns, key)).findLast(row => row !== null) ?? null
  const captured = newestOf(capturesAt(data, t))
  const fixed = captured === null ? newestOf(data.captures.filter(c => c.at <= computedAt)) : null
  if (fixed === null) return captured
  const cells = Object.fromEntries(Object.entries(fixed.cells).map(([name, v]) => [name, data.definition.columns[name]!.fixed ? v : null]))
  return { ...fixed, cells }
}

/** Whether a row-level expression reads only columns that never change. */
export function readsOnlyFixed(data: SourceData, of: Scalar): boolean {
  const text = JSON.stringify(of, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))
  return [...text.matchAll(/"kind":"column","source":"[^"]*","name":"([^"]*)"/g)].every(m => data.definition.columns[m[1]!]?.fixed === true)
}
