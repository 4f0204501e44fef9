import type { EntityDefinition, SourceDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import type { Cell, Value } from './value.ts'
import { microsOf, parseCell, show } from './value.ts'

/** The cells of a row, and under `arrives` when the warehouse holds it: at all times where that is not said. */
export type RawRow = Readonly<Record<string, Cell>>

/** A snapshot source as a run found it. `at` is the run's `now` in microseconds. */
export interface Capture {
  readonly at: bigint
  readonly rows: readonly RawRow[]
}

/** The rows of a source that the warehouse holds at a moment. */
export function arrived(input: Pick<OracleInput, 'rows'>, source: string, now: bigint): readonly RawRow[] {
  return (input.rows[source] ?? []).filter(row => typeof row['arrives'] !== 'string' || microsOf(row['arrives']) <= now)
}

/** A materialize: computes the points up to `to` that no earlier run computed, and those that late rows may have changed. */
export interface Run {
  readonly now: bigint
  readonly to: bigint
}

/** Everything that decides what rows views must have. */
export interface OracleInput {
  readonly entities: readonly EntityDefinition[]
  readonly sources: readonly SourceDefinition[]
  readonly views: readonly ViewDefinition[]
  /** By name of the source: events and dimensions. */
  readonly rows: Readonly<Record<string, readonly RawRow[]>>
  /** By name of the source: snapshots, in order of time. */
  readonly captures: Readonly<Record<string, readonly Capture[]>>
  /**
   * In order of time. What they are matters to `fixed` columns of snapshots; and rows that arrive after the last one are in
   * no value. Which run computed a point does not matter else: a value holds what is known then, or is corrected later.
   */
  readonly runs: readonly Run[]
}

/** A row of a source with its cells as values. `time` is the event time or validFrom. */
export interface Row {
  readonly cells: Readonly<Record<string, Value>>
  readonly time: bigint
  readonly known: bigint | null
}

/** A row as it arrived: a version of it, where the source has a `rowKey`, may not say when it happened. */
export interface Version {
  readonly cells: Readonly<Record<string, Value>>
  readonly time: bigint | null
  readonly known: bigint | null
}

export interface CapturedRows {
  readonly at: bigint
  readonly rows: readonly Row[]
}

export interface SourceData {
  readonly definition: SourceDefinition
  /**
   * Empty for a snapshot. Rows without event time or validFrom happened never and are left out; rows before the source's
   * `historyFrom` do not count for anything (first event, keys seen, values).
   */
  readonly rows: readonly Row[]
  /** All rows that arrived, those included that happened never or before history: they may be newer versions of others. */
  readonly versions: readonly Version[]
  readonly captures: readonly CapturedRows[]
}

/** Whether a row counts for anything. */
export function hasHappened(definition: SourceDefinition, row: Version): row is Row {
  return row.time !== null && row.time >= historyFrom(definition)
}

export function loadSource(definition: SourceDefinition, input: OracleInput): SourceData {
  const parse = (raw: RawRow, at: bigint | null): Version => {
    const cells = Object.fromEntries(Object.entries(definition.columns).map(([name, column]) => [name, parseCell(raw[name], column.type)]))
    const timeColumn = definition.eventTime ?? definition.validFrom
    const time = at ?? (timeColumn === null ? null : microsIn(cells, timeColumn))
    const known = at ?? (definition.knownTime === null ? null : microsIn(cells, definition.knownTime.column))
    return { cells, time, known }
  }
  const counts = (row: Version): row is Row => hasHappened(definition, row)
  const versions = arrived(input, definition.name, input.runs.at(-1)!.now).map(raw => parse(raw, null))
  return {
    definition,
    versions,
    rows: versions.filter(counts),
    captures: (input.captures[definition.name] ?? []).map(c => ({ at: c.at, rows: c.rows.map(raw => parse(raw, c.at)).filter(counts) })),
  }
}

function historyFrom(source: SourceDefinition): bigint {
  return source.historyFrom === null ? -(2n ** 63n) : microsOf(source.historyFrom)
}

/** Microseconds of a timestamp cell. */
export function microsIn(cells: Readonly<Record<string, Value>>, column: string): bigint | null {
  const v = cells[column] ?? null
  return typeof v === 'object' && v !== null && v.kind === 'instant' ? v.micros : null
}

/** The values of an entity's keys, in the order of the entity. */
export type Key = readonly Value[]

/** The columns of a source that hold an entity's keys, in the order of the entity: by role where one was chosen. */
export function keyColumns(entity: EntityDefinition, source: SourceDefinition, role: Readonly<Record<string, string>> | null): readonly string[] {
  const on = role ?? source.entities.find(e => e.entity === entity.name)?.on
  if (on === undefined) throw new Error(`${source.name} does not describe ${entity.name}`)
  return Object.keys(entity.keys).map(k => on[k]!)
}

/** "A key that holds NULL has no row." */
export function keyOf(row: Row, columns: readonly string[]): Key | null {
  const key = columns.map(c => row.cells[c] ?? null)
  return key.includes(null) ? null : key
}

export function keyText(key: Key): string {
  return key.map(show).join('|')
}
