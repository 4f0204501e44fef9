import type { Address } from '../../compiler/base/address.ts'
import { groupBy } from '../../compiler/base/group.ts'
import type { Hash } from '../../compiler/base/hash.ts'
import { isoOf } from '../../compiler/base/instant.ts'
import type { Sizes } from '../../compiler/plan/chunks.ts'
import { rowsOf, valuesOf } from '../../compiler/plan/chunks.ts'
import type { Fill } from '../../compiler/plan/fill.ts'
import type { StepEvent } from '../apply/progress.ts'
import type { Rate } from '../state/rates.ts'
import type { Dirty } from './dirty.ts'

/** How much one step computes, as far as it is known. */
export interface Work {
  readonly step: Hash
  readonly address: Address
  /** Points of a view or dates of a store; null for what has none. */
  readonly points: number | null
  /** Rows that it makes at most, or for tiles, that it reads of their source. */
  readonly rows: number | null
  /** Rows by columns. */
  readonly values: number | null
}

export function workOf(fills: readonly Fill[], idOf: (fill: Fill) => Hash, sizes: Sizes): readonly Work[] {
  const parts = groupBy(fills, f => `${f.resource.address} ${f.storage.generation}`)
  return fills.map(fill => {
    const { resource, interval, storage } = fill
    const { filling } = resource
    const points = filling.by === 'points' || filling.by === 'dates' ? (interval.to - interval.from) / filling.every : null
    // What is known of tiles is known of all their parts together.
    const share = filling.by === 'known time' ? parts.get(`${resource.address} ${storage.generation}`)!.length : 1
    const of = (n: number | null): number | null => (n === null ? null : Math.round(n / share))
    return { step: idOf(fill), address: resource.address, points, rows: of(rowsOf(fill, sizes)), values: of(valuesOf(fill, sizes)) }
  })
}

/** What a run is about to compute of one resource. */
export interface Expected {
  readonly address: Address
  readonly steps: number
  readonly points: number | null
  readonly rows: number | null
  readonly values: number | null
  /** At the rate of an earlier run; null: none is known. */
  readonly seconds: number | null
}

/** By resource, in the order in which they are computed. A rate of a resource of the same kind stands in for one that is missing. */
export function expected(work: readonly Work[], rates: ReadonlyMap<Address, Rate>): readonly Expected[] {
  return [...groupBy(work, w => w.address)].map(([address, own]) => {
    const sum = (of: (w: Work) => number | null): number | null => {
      const known = own.flatMap(w => of(w) ?? [])
      return known.length === 0 ? null : known.reduce((a, b) => a + b, 0)
    }
    const kind = address.slice(0, address.indexOf('.'))
    const alike = [...rates].filter(([of]) => of.startsWith(`${kind}.`)).map(([, r]) => r)
    const rate =
      rates.get(address) ??
      (alike.length === 0 ? null : alike.reduce((a, b) => ({ values: a.values + b.values, milliseconds: a.milliseconds + b.milliseconds })))
    const values = sum(w => w.values)
    const seconds = values === null || rate === null || rate.values === 0 ? null : (values / rate.values) * (rate.milliseconds / 1000)
    return { address, steps: own.length, points: sum(w => w.points), rows: sum(w => w.rows), values, seconds }
  })
}

/** Fewer values say more of what a statement costs than of the rate. */
const least = 1000

/** How fast the steps were that computed many values. */
export function ratesIn(work: readonly Work[], events: readonly StepEvent[]): ReadonlyMap<Address, Rate> {
  const took = new Map(events.filter(e => e.state === 'done').map(e => [e.step.id, e.ms]))
  const rates = new Map<Address, Rate>()
  for (const { step, address, values } of work) {
    const ms = took.get(step)
    if (ms === undefined || values === null || values < least) continue
    const before = rates.get(address) ?? { values: 0, milliseconds: 0 }
    rates.set(address, { values: before.values + values, milliseconds: before.milliseconds + Math.max(1, ms) })
  }
  return rates
}

/** What is computed again of one resource. */
export interface Restated {
  /** A view, or a store with its feature_type behind `#`. */
  readonly of: string
  readonly points: number
  /** The first and the last point, ISO instants. */
  readonly from: string
  readonly to: string
}

export function restatedIn(dirty: Dirty, everyOf: (of: string) => number | null): readonly Restated[] {
  return [...dirty].flatMap(([of, intervals]) => {
    const every = everyOf(of.split('#')[0]!)
    if (every === null || intervals.length === 0) return []
    const points = intervals.reduce((n, i) => n + (i.to - i.from) / every, 0)
    return [{ of, points, from: isoOf(intervals[0]!.from), to: isoOf(intervals.at(-1)!.to - every) }]
  })
}
