import type { CatalogSource } from '../../../compiler/ir/catalog.ts'
import { below } from './chance.ts'
import type { RawRow, Sampler, SampleRow, Samples, Timeline } from './sample.ts'
import { firstNewKey } from './sample.ts'

/** A change that nobody could have known of at T. */
export interface Future {
  readonly source: CatalogSource
  readonly what: 'inserted' | 'changed' | 'deleted'
  readonly before: RawRow | null
  readonly after: RawRow | null
  /** It happened before T, or is a version of a row that did, and became known only later. */
  readonly late: boolean
  /** It needs the state before it to be captured first. */
  readonly captured: boolean
}

/** Rows of after T go, change and come, at T itself too; where known times tell, also rows of before T that became known later. */
export function futureOf(sources: readonly CatalogSource[], samples: Samples, sampler: Sampler, line: Timeline): readonly Future[] {
  return sources.flatMap(source => {
    const rows = samples.get(source.address)!
    if (source.form === 'snapshot') return ofSnapshot(source, rows, sampler)
    const changes = rows.slice(0, -1).flatMap((s, i) => changed(source, s, i, sampler, line) ?? [])
    const future = [...changes, ...arriving(source, sampler, line), ...versions(source, rows, sampler, line)]
    if (source.rowKey.length === 0) return future
    const past = new Set(rows.filter(s => !isFuture(source, s.happened, line)).map(s => identityOf(source, s.row)))
    return future.map(f => ({ ...f, late: f.late || past.has(identityOf(source, f.before ?? f.after!)) }))
  })
}

function identityOf({ rowKey }: CatalogSource, row: RawRow): string {
  return JSON.stringify(rowKey.map(c => row[c] ?? null))
}

/** What is true from T on counts at T: it is no future. */
function isFuture(source: CatalogSource, happened: number | null, { t }: Timeline): boolean {
  return happened === null || (source.form === 'dimension' ? happened > t : happened >= t)
}

function changed(source: CatalogSource, s: SampleRow, i: number, sampler: Sampler, line: Timeline): Future | null {
  const after = isFuture(source, s.happened, line)
  const late = !after && s.known !== null && s.known >= line.t
  if (!after && !late) return null
  // Some stay as they are, so that there are examples of before and after that can be compared.
  const turn = i % 4
  if (turn === 3 && !late) return null
  if (turn === 2) return { source, what: 'deleted', before: s.row, after: null, late, captured: false }
  const moved = turn === 1 && s.happened !== null ? s.happened + 1 + below(5 * line.step, source.name, i, 'moved') : s.happened
  const known = s.known === null ? null : Math.max(s.known, late ? line.t : 0) + below(line.step, source.name, i, 'known')
  const next = sampler.row(source, below(firstNewKey, source.name, i), { happened: late ? s.happened : moved, known }, `changed-${i}`).row
  return { source, what: 'changed', before: s.row, after: identified(source, s.row, next), late, captured: false }
}

/** A change of a row that has an identity keeps it, and its key. */
function identified(source: CatalogSource, before: RawRow, after: RawRow): RawRow {
  const kept = source.rowKey.length === 0 ? [] : [...source.rowKey, ...source.entities.flatMap(e => e.on)]
  return { ...after, ...Object.fromEntries(kept.map(c => [c, before[c]!])) }
}

function arriving(source: CatalogSource, sampler: Sampler, line: Timeline): readonly Future[] {
  const put = (key: number, happened: number, known: number | null, n: number, late: boolean): Future => {
    const { row } = sampler.row(source, key, { happened, known }, `new-${n}${late ? '-late' : ''}`)
    return { source, what: 'inserted', before: null, after: row, late, captured: false }
  }
  const { t, step } = line
  const first = source.form === 'dimension' ? t + 1 : t
  const knownAt = (n: number): number => t + (n % 3 === 0 ? 0 : below(2 * step, source.name, n, 'late known'))
  const told = source.knownTime !== null
  const later = Array.from({ length: 24 }, (_, n) => {
    const happened = n < 6 ? first : first + below(3 * step, source.name, n, 'later')
    return put(n % (firstNewKey + 1), happened, told ? happened + below(step, source.name, n, 'later known') : null, n, false)
  })
  if (!told) return later
  const late = Array.from({ length: 24 }, (_, n) =>
    put(n % (firstNewKey + 1), t - 1 - below(n < 16 ? 2 * step : 20 * step, source.name, n, 'late'), knownAt(n), n, true),
  )
  return [...later, ...late]
}

/** Where rows have versions: later ones of rows of before T. */
function versions(source: CatalogSource, rows: readonly SampleRow[], sampler: Sampler, line: Timeline): readonly Future[] {
  if (source.rowKey.length === 0 || source.knownTime === null) return []
  const past = rows.filter(s => s.happened !== null && s.happened < line.t && s.known !== null && s.known < line.t)
  return past
    .filter((_, i) => i % 4 === 0)
    .map((s, i): Future => {
      const happened = s.happened! + (i % 2 === 0 ? 0 : below(9 * line.step, source.name, i, 'version'))
      const { row } = sampler.row(source, 0, { happened, known: line.t + below(line.step, source.name, i, 'version known') }, `version-${i}`)
      return { source, what: 'inserted', before: null, after: identified(source, s.row, row), late: true, captured: false }
    })
}

/** How things are now: what never changes stays, the rest may be anything once it was captured. */
function ofSnapshot(source: CatalogSource, rows: readonly SampleRow[], sampler: Sampler): readonly Future[] {
  const at = { happened: null, known: null }
  const changes = rows.map((s, key): Future => {
    if (key === rows.length - 1) return { source, what: 'deleted', before: s.row, after: null, late: false, captured: true }
    const kept = source.columns.filter(c => c.fixed || source.entities.some(e => e.on.includes(c.name)))
    const after = { ...sampler.row(source, key, at, `changed-${key}`).row, ...Object.fromEntries(kept.map(c => [c.name, s.row[c.name]!])) }
    return { source, what: 'changed', before: s.row, after, late: false, captured: true }
  })
  const fresh = sampler.row(source, firstNewKey + 1, at, 'new').row
  return [...changes, { source, what: 'inserted', before: null, after: fresh, late: false, captured: true }]
}
