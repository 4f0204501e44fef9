import type { Address } from '../base/address.ts'
import { address } from '../base/address.ts'
import type { Seconds } from '../base/duration.ts'
import { formatDuration } from '../base/duration.ts'
import { hashOf, shortHash } from '../base/hash.ts'
import type { Hash } from '../base/hash.ts'
import { aggregateType } from '../ir/aggregates.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import type { Scalar } from '../ir/scalar.ts'
import type { Type } from '../ir/type.ts'
import { float, int, time } from '../ir/type.ts'
import { rowHash, rowType } from './row.ts'
import { isVersioned, versionMeaning } from './row-versions.ts'

/**
 * Partial aggregates of one source for one role of its keys: one row per key, event tile and known tile. The address
 * holds all that rows are shared by; states (columns) are shared by all windows and views that need them.
 */
export interface TileTable {
  readonly address: Address
  readonly source: CatalogSource
  /** The source's columns that hold the entity's keys, in the order of the keys. */
  readonly on: readonly string[]
  /** Length of a known tile: the cadence. */
  readonly every: Seconds
  /** Length of an event tile: divides the cadence. */
  readonly tile: Seconds
  /** Whether the source's known time counts; without it rows count as known when they happened. */
  readonly known: boolean
  /** What a row holds besides key and tiles. */
  readonly content: TileContent
}

/** Whether a new version of a row takes back in its own known tile what the former one added: counts and sums have a sign. */
export function isSigned(table: Pick<TileTable, 'source' | 'known'>): boolean {
  return table.known && isVersioned(table.source)
}

/** Mergeable states; or the multiset of a value with its count; or single rows in event order; or the smallest hashes of a value. */
export type TileContent =
  | { readonly kind: 'states' }
  | { readonly kind: 'multiset' | 'rows'; readonly of: Scalar; readonly where: Scalar | null; readonly keepNulls: boolean }
  | { readonly kind: 'sketch'; readonly of: Scalar; readonly where: Scalar | null; readonly size: number }

export type StateKind =
  | 'n'
  | 'sum'
  | 'min'
  | 'max'
  /** (n, mean, M2) of a value. */
  | 'mean'
  | 'm2'
  /** Means and co-moments of (days since the tile began, value). */
  | 'meanX'
  | 'm2x'
  | 'cxy'
  /** The first or last row's value, event time, and tie-break columns. */
  | 'firstValue'
  | 'lastValue'
  | 'firstTime'
  | 'lastTime'
  | 'firstTie'
  | 'lastTie'

/** One mergeable partial aggregate: the column `name` of a tile table. */
export interface TileState {
  readonly kind: StateKind
  readonly of: Scalar | null
  readonly where: Scalar | null
  readonly keepNulls: boolean
  /** The column of a tie. */
  readonly tie: string | null
  readonly name: string
  readonly type: Type
  readonly dataHash: Hash
}

export function tileState(
  source: CatalogSource,
  kind: StateKind,
  of: Scalar | null,
  where: Scalar | null,
  rest: { keepNulls?: boolean; tie?: string } = {},
): TileState {
  const keepNulls = rest.keepNulls ?? false
  const tie = rest.tie ?? null
  const order = /^(first|last)/.test(kind) ? source.tieBreak : null
  const dataHash = hashOf({ kind, of: rowHash(of), where: rowHash(where), keepNulls, tie, order })
  return { kind, of, where, keepNulls, tie, name: `${kind.toLowerCase()}_${shortHash(dataHash)}`, type: stateType(source, kind, of, tie), dataHash }
}

function stateType(source: CatalogSource, kind: StateKind, of: Scalar | null, tie: string | null): Type {
  switch (kind) {
    case 'n':
      return int
    case 'sum':
      return aggregateType('sum', rowType(of!, source))
    case 'min':
    case 'max':
    case 'firstValue':
    case 'lastValue':
      return rowType(of!, source)
    case 'firstTime':
    case 'lastTime':
      return time
    case 'firstTie':
    case 'lastTie':
      return source.columns.find(c => c.name === tie)!.type
    default:
      return float
  }
}

export interface TileSpans {
  readonly every: Seconds
  readonly tile: Seconds
  readonly known: boolean
}

export function tileTable(source: CatalogSource, on: readonly string[], spans: TileSpans, content: TileContent = { kind: 'states' }): TileTable {
  const known = spans.known && source.knownTime !== null
  const parts = [source.name, on.join('+') || 'all', `${formatDuration(spans.tile)}x${formatDuration(spans.every)}`]
  if (source.knownTime !== null && !known) parts.push('corrected')
  if (content.kind !== 'states') parts.push(`${content.kind}-${shortHash(contentHash(source, content))}`)
  return { address: address('tiles', parts.join('/')), source, on, every: spans.every, tile: spans.tile, known, content }
}

function contentHash(source: CatalogSource, content: Exclude<TileContent, { kind: 'states' }>): Hash {
  if (content.kind === 'sketch') return hashOf({ kind: content.kind, of: rowHash(content.of), where: rowHash(content.where), size: content.size })
  return hashOf({
    kind: content.kind,
    of: rowHash(content.of),
    where: rowHash(content.where),
    keepNulls: content.keepNulls,
    order: content.kind === 'rows' ? source.tieBreak : null,
  })
}

/** What one row of the table stands for, and which rows of the source it counts: without any name of ours. */
export function tileGrain(table: TileTable): Hash {
  const s = table.source
  const known = table.known ? { ...s.knownTime, lateness: s.knownTime!.trustedFrom === null ? 0 : s.lateness } : null
  return hashOf({
    rule: 'tiles 1',
    source: s.query ?? s.name,
    on: table.on,
    eventTime: s.eventTime,
    known,
    historyFrom: s.historyFrom,
    every: table.every,
    tile: table.tile,
    content: table.content.kind === 'states' ? 'states' : contentHash(s, table.content),
    ...versionMeaning(s),
  })
}

/** Columns of a multiset or of single rows, beside key and tiles. */
export function contentStates(table: TileTable): readonly TileState[] {
  const { content, source } = table
  if (content.kind === 'states') return []
  const state = (name: string, type: Type): TileState => ({
    kind: 'n',
    of: null,
    where: null,
    keepNulls: false,
    tie: null,
    name,
    type,
    dataHash: hashOf({ content: contentHash(source, content), name }),
  })
  if (content.kind === 'sketch') return [state('value', int)]
  const value = state('value', rowType(content.of, source))
  if (content.kind === 'multiset') return [value, state('n', int)]
  const typeOf = (column: string): Type => source.columns.find(c => c.name === column)!.type
  const ties = source.tieBreak.map((t, i) => state(`tie_${i + 1}`, typeOf(t)))
  const signed = isSigned(table) ? [...source.rowKey.map((c, i) => state(`row_${i + 1}`, typeOf(c))), state('n', int)] : []
  return [value, state('event_time', time), ...ties, ...signed]
}
