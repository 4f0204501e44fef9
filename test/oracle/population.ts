import type { EntityDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import { capturedRow, capturesAt, dimensionRow } from './attribute.ts'
import type { Key, SourceData } from './data.ts'
import { keyColumns, keyOf, keyText } from './data.ts'
import { rowsKnownAt } from './time.ts'

/** A source that a view reads for its entity, and in which role. */
export interface Read {
  readonly data: SourceData
  readonly columns: readonly string[]
}

/** "A view has one row per living key and point." The keys that live at T, as known at T. */
export function livingKeys(entity: EntityDefinition, defining: SourceData | null, view: ViewDefinition, reads: readonly Read[], t: bigint): readonly Key[] {
  if (Object.keys(entity.keys).length === 0) return [[]]
  if (defining === null) return unique(reads.flatMap(r => keysSeen(r, view, t)))
  const own: Read = { data: defining, columns: keyColumns(entity, defining.definition, null) }
  switch (defining.definition.form) {
    case 'events':
      return unique(keysSeen(own, view, t))
    case 'dimension':
      return unique(keysSeen(own, view, t)).filter(key => livesInDimension(own, view, key, t))
    case 'snapshot':
      return livingInSnapshot(own, view, reads, t)
  }
}

/** "the keys seen in the sources that the view reads", "an event key from its first event": seen before T, as known at T. */
function keysSeen(read: Read, view: ViewDefinition, t: bigint): readonly Key[] {
  const { definition } = read.data
  const rows =
    definition.form === 'snapshot'
      ? capturesAt(read.data, t).flatMap(c => c.rows)
      : rowsKnownAt(read.data, view, t).filter(row => (definition.form === 'events' ? row.time < t : row.time <= t))
  return rows.map(row => keyOf(row, read.columns)).filter(key => key !== null)
}

/**
 * "from its first `validFrom` until it is deleted (`deletedWhen`, or `validTo` passed without a successor)": while it has a row
 * as of T that is no deletion. Where rows overlap and the newer one has ended, the older one is there again, as for attributes.
 */
function livesInDimension(read: Read, view: ViewDefinition, key: Key, t: bigint): boolean {
  const row = dimensionRow(read.data, view, read.columns, key, t)
  const deletedWhen = read.data.definition.deletedWhen
  return row !== null && (deletedWhen === null || row.cells[deletedWhen] !== true)
}

/**
 * "a snapshot key from its first event in a source that the view reads or its first capture, whichever is earlier, until the
 * first capture that misses it". A later capture that has it again begins a new life; a later event does not.
 */
function livingInSnapshot(own: Read, view: ViewDefinition, reads: readonly Read[], t: bigint): readonly Key[] {
  const captures = capturesAt(own.data, t)
  const newest = captures.at(-1)
  const firstEvents = new Map<string, { key: Key; at: bigint }>()
  for (const read of reads.filter(r => r.data.definition.form === 'events')) {
    for (const row of rowsKnownAt(read.data, view, t).filter(r => r.time < t)) {
      const key = keyOf(row, read.columns)
      if (key === null) continue
      const other = firstEvents.get(keyText(key))
      if (other === undefined || row.time < other.at) firstEvents.set(keyText(key), { key, at: row.time })
    }
  }
  const captured = newest === undefined ? [] : newest.rows.map(r => keyOf(r, own.columns)).filter(key => key !== null)
  const wasCaptured = (key: Key): boolean => captures.some(c => capturedRow(c, own.columns, key) !== null)
  const waiting = [...firstEvents.values()].filter(e => !wasCaptured(e.key) && (newest === undefined || e.at > newest.at))
  return unique([...captured, ...waiting.map(e => e.key)])
}

function unique(keys: readonly Key[]): readonly Key[] {
  return [...new Map(keys.map(key => [keyText(key), key])).values()]
}
