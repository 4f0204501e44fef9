import type { SourceDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import type { Row, SourceData, Version } from './data.ts'
import { hasHappened } from './data.ts'
import { compareNullsFirst, microsOf, show } from './value.ts'

/** Microseconds. */
export const second = 1_000_000n
const units: Readonly<Record<string, bigint>> = { s: second, m: 60n * second, h: 3600n * second, d: 86_400n * second }
/** "Points and tiles are multiples of their length since 2001-01-01 (a Monday)." */
const origin = microsOf('2001-01-01')

/** Microseconds of an author's duration. */
export function durationOf(text: string): bigint {
  const match = /^(\d+)([smhd])$/.exec(text)
  if (match === null) throw new Error(`no duration: ${text}`)
  return BigInt(match[1]!) * units[match[2]!]!
}

/** Microseconds of a unit of `elapsed`. */
export function durationUnit(unit: string): bigint {
  const found = units[unit.slice(0, 1)]
  if (found === undefined || !/^(second|minute|hour|day)s?$/.test(unit)) throw new Error(`no unit: ${unit}`)
  return found
}

export function cadenceOf(view: ViewDefinition): bigint {
  return durationOf(view.every ?? '1d')
}

/** The newest point <= T of a cadence. */
export function floorPoint(t: bigint, every: bigint): bigint {
  const past = (t - origin) % every
  return t - (past < 0n ? past + every : past)
}

/** All points of a cadence in [from, to]. */
export function pointsBetween(from: bigint, to: bigint, every: bigint): bigint[] {
  const points: bigint[] = []
  for (let t = floorPoint(from + every - 1n, every); t <= to; t += every) points.push(t)
  return points
}

/** "A value at T uses events with eventTime in [T - offset - window, T - offset)": from null where it is lifetime. */
export function windowAt(t: bigint, length: number | 'lifetime', offset: number): { from: bigint | null; to: bigint } {
  const to = t - BigInt(offset) * second
  return { from: length === 'lifetime' ? null : to - BigInt(length) * second, to }
}

/** A view is `corrected` where it says so, and each source without a known time is. */
export function isCorrected(source: SourceDefinition, view: ViewDefinition): boolean {
  return source.knownTime === null || view.known === 'corrected'
}

/**
 * "the known time itself from `trustedFrom` on, before that the earlier of it and event time + lateness"; "A source without
 * known time is `corrected`: rows count as known when they happened". Null: never known (a row that holds no known time yet).
 */
export function effectiveKnown(source: SourceDefinition, row: Version, corrected: boolean): bigint | null {
  if (corrected) return row.time
  if (row.known === null) return null
  if (row.time === null) return row.known
  const trustedFrom = source.knownTime?.trustedFrom ?? null
  if (trustedFrom === null || row.known >= microsOf(trustedFrom)) return row.known
  const promised = row.time + (source.lateness === null ? 0n : durationOf(source.lateness))
  return promised < row.known ? promised : row.known
}

/** The rows of a source that a view may use at T: known before T, and of several versions of one row the newest known. */
export function rowsKnownAt(data: SourceData, view: ViewDefinition, t: bigint): readonly Row[] {
  const { definition } = data
  const corrected = isCorrected(definition, view)
  const isKnown = (row: Version): boolean => {
    const at = effectiveKnown(definition, row, corrected)
    return at !== null && at < t
  }
  if (definition.rowKey.length === 0) return data.rows.filter(isKnown)
  // "Under `corrected` the newest version wins", whenever it came
  const newest = newestVersions(definition, corrected ? data.versions : data.versions.filter(isKnown))
  return newest.filter(row => !isDeleted(definition, row)).filter((row): row is Row => hasHappened(definition, row) && isKnown(row))
}

/** `deletedWhen` of events "marks a delete"; a row of a dimension where it is true is there, and says that its key has ended. */
function isDeleted(source: SourceDefinition, row: Version): boolean {
  return source.form === 'events' && source.deletedWhen !== null && row.cells[source.deletedWhen] === true
}

/**
 * "With a `rowKey` a new version of a row retracts the former": of each row the version with the greatest (declared version,
 * known, tie-break).
 */
function newestVersions(source: SourceDefinition, rows: readonly Version[]): readonly Version[] {
  const newest = new Map<string, Version>()
  for (const row of rows) {
    const key = source.rowKey.map(c => show(row.cells[c] ?? null)).join()
    const other = newest.get(key)
    if (other === undefined || isNewerVersion(source, row, other)) newest.set(key, row)
  }
  return [...newest.values()]
}

function isNewerVersion(source: SourceDefinition, a: Version, b: Version): boolean {
  const declared = source.rowVersion === null ? 0 : compareNullsFirst(a.cells[source.rowVersion] ?? null, b.cells[source.rowVersion] ?? null)
  if (declared !== 0) return declared > 0
  if (a.known !== b.known) return a.known !== null && (b.known === null || a.known > b.known)
  return compareTieBreak(source, a, b) > 0
}

/** The order of rows of one moment by the declared tie-break columns. */
export function compareTieBreak(source: SourceDefinition, a: Version, b: Version): number {
  for (const column of source.tieBreak) {
    const order = compareNullsFirst(a.cells[column] ?? null, b.cells[column] ?? null)
    if (order !== 0) return order
  }
  return 0
}
