import type { Address } from '../base/address.ts'
import { pointFrom } from '../base/instant.ts'
import type { Interval } from '../base/interval.ts'
import { nameText } from '../ir/name.ts'
import { stepOf } from '../ir/resource.ts'
import type { CoverageIndex } from './coverage.ts'
import type { Fill } from './fill.ts'
import type { Matching } from './match.ts'

/** Rows of a source that a fill reads, and the first of them. */
export interface Arrived {
  readonly rows: number
  readonly first: number
}

/** How much there is to compute, as far as it is known; without a size nothing is cut. */
export interface Sizes {
  /** Rows of a view at one point. */
  readonly rowsAtPoint: (view: Address) => number | null
  /** Rows of the source of a tile table. */
  readonly arrived: (tiles: Address) => Arrived | null
}

/** What the engine says of the tables that views have: their rows at a point on average. Nothing is asked. */
export function storedSizes({ matched, live }: Pick<Matching, 'matched' | 'live'>, coverage: CoverageIndex): Sizes {
  const records = new Map(matched.map(m => [m.resource.address, m.record]))
  return {
    rowsAtPoint: view => {
      const record = records.get(view) ?? null
      const first = record?.storages.find(s => s.first)
      if (first === undefined || record?.applied.filling.by !== 'points') return null
      const { every } = record.applied.filling
      const points = coverage(first).reduce((n, c) => n + (c.to - c.from) / every, 0)
      const rows = live.get(nameText(first.name))?.rows ?? null
      return rows === null || points === 0 ? null : rows / points
    },
    arrived: () => null,
  }
}

/**
 * So many values (rows by columns) are computed by one step: what the engine holds of one step at once bounds its memory, whatever the
 * length of the interval. Each step records what it covers, so that a run that is cut off goes on with the next.
 */
export const valuesPerStep = 45_000_000

/** The same for rows: what is joined to them on the way is wider than what is kept. */
const rowsPerStep = 4_000_000

/** With fewer values than that, cutting a step into shares would cost more than it brings. */
const valuesToShare = 1_000_000

/** How long fills are cut; tests make the numbers small. */
export interface Cuts {
  readonly valuesPerStep?: number | undefined
  readonly valuesToShare?: number | undefined
}

/** Long fills in parts, in order of time; their rows are the same as those of the whole. */
export function inChunks(fills: readonly Fill[], sizes: Sizes, cuts: Cuts = {}): readonly Fill[] {
  return fills.flatMap(fill => {
    const owns = fill.resource.filling.by === 'points' && fill.storage.first
    const parts = chunksOf(fill, sizes, cuts.valuesPerStep ?? valuesPerStep)
    const shared = (valuesOf(fill, sizes) ?? 0) / parts.length >= (cuts.valuesToShare ?? valuesToShare)
    return parts.map((interval, i) => ({ ...fill, interval, ...(owns && i > 0 ? { continues: true } : {}), ...(shared ? { shared } : {}) }))
  })
}

function chunksOf(fill: Fill, sizes: Sizes, most: number): readonly Interval[] {
  const { interval, resource } = fill
  const values = valuesOf(fill, sizes)
  const every = stepOf(resource.filling)
  if (values === null || every === 0) return [interval]
  const start = Math.max(interval.from, resource.filling.by === 'known time' ? pointFrom(sizes.arrived(resource.address)!.first, every) : interval.from)
  const units = Math.ceil((interval.to - start) / every)
  const rows = resource.filling.by === 'points' ? rowsOf(fill, sizes)! : 0
  const parts = Math.min(Math.max(Math.ceil(values / most), Math.ceil(rows / rowsPerStep)), units)
  if (parts <= 1) return [interval]
  const cuts = Array.from({ length: parts - 1 }, (_, i) => start + Math.round(((i + 1) * units) / parts) * every)
  return [interval.from, ...cuts].map((from, i) => ({ from, to: cuts[i] ?? interval.to }))
}

/** How many values a fill makes; of tiles, how many rows it reads, each of which may become one. Null: unknown. */
export function valuesOf(fill: Fill, sizes: Sizes): number | null {
  const rows = rowsOf(fill, sizes)
  return rows === null ? null : rows * Math.max(1, fill.storage.columns.length)
}

/** How many rows a fill makes at most; null: unknown. */
export function rowsOf({ interval, resource }: Fill, sizes: Sizes): number | null {
  const { filling } = resource
  switch (filling.by) {
    case 'known time':
      return sizes.arrived(resource.address)?.rows ?? null
    case 'points':
      return times(sizes.rowsAtPoint(resource.address), (interval.to - interval.from) / filling.every)
    case 'dates': {
      const rows = resource.uses.flatMap(u => sizes.rowsAtPoint(u.on) ?? [])
      return rows.length === 0 ? null : times(Math.max(...rows), (interval.to - interval.from) / filling.every)
    }
    case 'capture':
    case 'newest':
    case 'nothing':
      return null
  }
}

function times(rows: number | null, points: number): number | null {
  return rows === null ? null : rows * points
}
