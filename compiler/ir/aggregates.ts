import type { AggregateName } from './scalar.ts'
import type { Type } from './type.ts'
import { decimal, float, int, json } from './type.ts'

/** What follows from an aggregate alone: how partial results merge, what no rows mean, and the type of its value. */
export interface AggregateSpec {
  /** Semantic version: grows when the same name means something else; enters every dataHash that rests on it. */
  readonly version: number
  /** `group`: partial results can be added and taken back; `semigroup`: only added; `multiset`: the values must be kept; `sketch`: so many of them as the error needs. */
  readonly merge: 'group' | 'semigroup' | 'multiset' | 'sketch'
  readonly empty: 'zero' | 'null'
  /** Rests on the order of rows: needs the source's tieBreak. */
  readonly ordered: boolean
  /** What the row-level value must be; `none`: there is none. */
  readonly of: 'none' | 'flag' | 'number' | 'comparable' | 'exact' | 'hashed' | 'any'
  readonly parameter: 'none' | 'share' | 'error' | 'positive integer'
}

const group = { version: 1, merge: 'group', empty: 'null', ordered: false, of: 'number', parameter: 'none' } as const
const semigroup = { version: 1, merge: 'semigroup', empty: 'null', ordered: false, of: 'comparable', parameter: 'none' } as const
const multiset = { version: 1, merge: 'multiset', empty: 'null', ordered: false, of: 'number', parameter: 'none' } as const

export const aggregates: Readonly<Record<AggregateName, AggregateSpec>> = {
  count: { ...group, empty: 'zero', of: 'none' },
  countIf: { ...group, empty: 'zero', of: 'flag' },
  sum: group,
  avg: group,
  rate: { ...group, of: 'flag' },
  stddev: group,
  variance: group,
  slope: group,
  volatility: group,
  min: semigroup,
  max: semigroup,
  first: { ...semigroup, ordered: true, of: 'any' },
  last: { ...semigroup, ordered: true, of: 'any' },
  lastN: { ...semigroup, ordered: true, of: 'any', parameter: 'positive integer' },
  countDistinct: { ...multiset, empty: 'zero', of: 'exact' },
  approxCountDistinct: { version: 1, merge: 'sketch', empty: 'zero', ordered: false, of: 'hashed', parameter: 'error' },
  median: multiset,
  percentile: { ...multiset, parameter: 'share' },
  percentileDisc: { ...multiset, of: 'comparable', parameter: 'share' },
}

/** The type of an aggregate's value, given that of the row-level value (null for `count`). */
export function aggregateType(name: AggregateName, of: Type | null): Type {
  switch (name) {
    case 'count':
    case 'countIf':
    case 'countDistinct':
    case 'approxCountDistinct':
      return int
    case 'sum':
      return of?.kind === 'float' ? float : decimal(38, of?.kind === 'decimal' ? of.scale : 0)
    case 'min':
    case 'max':
    case 'first':
    case 'last':
    case 'percentileDisc':
      return of ?? float
    case 'lastN':
      return json
    case 'avg':
    case 'rate':
    case 'stddev':
    case 'variance':
    case 'slope':
    case 'volatility':
    case 'median':
    case 'percentile':
      return float
  }
}
