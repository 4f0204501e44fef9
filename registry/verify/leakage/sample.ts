import type { Address } from '../../../compiler/base/address.ts'
import { isoOf } from '../../../compiler/base/instant.ts'
import type { Catalog, CatalogColumn, CatalogSource } from '../../../compiler/ir/catalog.ts'
import type { LiteralValue } from '../../../compiler/ir/scalar.ts'
import { below, unit } from './chance.ts'
import type { Pools } from './pools.ts'
import { poolsOf } from './pools.ts'
import { anyValue, keyValue } from './values.ts'

/** A raw row by column. */
export type RawRow = Readonly<Record<string, LiteralValue>>

/** When a row happened or began to be true, and when it became known, in seconds; what the source does not tell is null. */
export interface Moments {
  readonly happened: number | null
  readonly known: number | null
}

export interface SampleRow extends Moments {
  readonly row: RawRow
}

export interface Timeline {
  /** Rows begin here and end at `end`; they crowd around `t`. */
  readonly start: number
  readonly t: number
  readonly end: number
  /** About the cadence of what is computed. */
  readonly step: number
}

export interface Sampler {
  /** The rows of a source before anything is changed. */
  readonly rows: (source: CatalogSource) => readonly SampleRow[]
  /** One more row, or another version of one, at given moments. */
  readonly row: (source: CatalogSource, key: number, at: Moments, seed: string) => SampleRow
}

/** How many rows come between a row and a later version of it, where rows have versions: the next of its key. */
const apart = 6

/** Keys that have rows from the beginning; those from here on turn up later. */
export const firstNewKey = apart

const perKey = { events: 48, dimension: 5, snapshot: 1 } as const

/** Rows for the declared schemas, always the same for the same definitions. */
export function samplerOf(catalog: Catalog, line: Timeline): Sampler {
  const pools = poolsOf(catalog)
  return {
    row: (source, key, at, seed) => ({ ...at, row: rowOf(source, key, at, [source.name, seed], pools, line) }),
    rows: source =>
      Array.from({ length: firstNewKey * perKey[source.form] }, (_, i) => {
        const at = momentsOf(source, i, line)
        const row = rowOf(source, i % firstNewKey, at, [source.name, i], pools, line)
        const former = source.rowKey.length > 0 && i % 5 === 4 && i >= apart ? rowOf(source, i % firstNewKey, at, [source.name, i - apart], pools, line) : row
        return { ...at, row: { ...row, ...Object.fromEntries(source.rowKey.map(c => [c, former[c]!])) } }
      }),
  }
}

function momentsOf(source: CatalogSource, i: number, line: Timeline): Moments {
  if (source.form === 'snapshot') return { happened: null, known: null }
  const nth = Math.floor(i / firstNewKey)
  const last = i === firstNewKey * perKey[source.form] - 1
  const happened = last ? line.end : nth === 0 ? line.start + (i % firstNewKey) * 60 : spread(source, i, line)
  return { happened, known: source.knownTime === null ? null : happened + delayOf(source, i) }
}

/** Half of the rows lie close to T. */
function spread(source: CatalogSource, i: number, { start, t, end, step }: Timeline): number {
  const draw = unit(source.name, i, 'when')
  return Math.floor(unit(source.name, i, 'near') < 0.5 ? t + (draw - 0.6) * 8 * step : start + draw * (end - start))
}

/** Within the lateness that the source allows for. */
export function delayOf(source: CatalogSource, i: number | string): number {
  return source.lateness < 60 ? 0 : 30 + below(Math.max(1, source.lateness - 60), source.name, i, 'late')
}

function rowOf(source: CatalogSource, key: number, at: Moments, seed: readonly (string | number)[], pools: Pools, line: Timeline): RawRow {
  const poolOf = (column: string): ReturnType<Pools['get']> => pools.get(`${source.address}#${column}`)
  const unique = new Set([...source.rowKey, ...source.tieBreak])
  return Object.fromEntries(
    source.columns.map((column): readonly [string, LiteralValue] => {
      const { name, type } = column
      const held = poolOf(name)?.key
      if (name === source.eventTime || name === source.validFrom) return [name, at.happened === null ? null : isoOf(at.happened)]
      if (name === source.knownTime?.column) return [name, at.known === null ? null : isoOf(at.known)]
      if (name === source.validTo) return [name, null]
      if (name === source.deletedWhen) return [name, unit(...seed, name) < 0.1]
      if (held !== undefined && held !== null) return [name, keyOf(source, column, key, seed)]
      if (name === source.rowVersion) return [name, type.kind === 'time' ? isoOf(at.known ?? at.happened ?? line.t) : (at.known ?? at.happened ?? line.t)]
      if (unique.has(name) && type.kind === 'text') return [name, seed.join('-')]
      if (source.rowKey.includes(name) && type.kind === 'int') return [name, below(1_000_000_000, ...seed, name)]
      return [name, anyValue(column, poolOf(name), column.fixed ? line.start : (at.happened ?? line.t), column.fixed ? [source.name, key] : seed)]
    }),
  )
}

/** The first entity goes through all its keys; others are drawn. What has no key is never counted: that too is tried. */
function keyOf(source: CatalogSource, column: CatalogColumn, key: number, seed: readonly (string | number)[]): LiteralValue {
  const first = source.entities[0]?.on.includes(column.name) === true
  if (column.nullable && unit(...seed, column.name, 'none') < 0.03) return null
  return keyValue(column.type, first || key >= firstNewKey ? key : below(firstNewKey, ...seed, column.name))
}

export type Samples = ReadonlyMap<Address, readonly SampleRow[]>
