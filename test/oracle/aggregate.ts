import { createHash } from 'node:crypto'
import type { AggregateName, WindowAggregate } from '../../compiler/ir/scalar.ts'
import type { Value } from './value.ts'
import { aligned, asFloat, compare, decimalText, isExactNumber, show } from './value.ts'

/** A counted row: its value (NULL for `count`), and its event time in microseconds. Samples come in the order (event time, tie-break). */
export interface Sample {
  readonly value: Value
  readonly micros: bigint
}

type Known = Exclude<Value, null>

/** "empty" of the table: what a window without rows shows. */
export function emptyOf(aggregate: AggregateName): Value {
  return aggregate === 'count' || aggregate === 'countIf' || aggregate === 'countDistinct' || aggregate === 'approxCountDistinct' ? 0n : null
}

/** The value of one aggregate over the rows of its window. */
export function aggregate(node: WindowAggregate, samples: readonly Sample[]): Value {
  const known = samples.filter((s): s is Sample & { value: Known } => s.value !== null)
  const values = known.map(s => s.value)
  const kept = node.keepNulls ? samples.map(s => s.value) : values
  switch (node.aggregate) {
    case 'count':
      return BigInt(samples.length)
    case 'countIf':
      return BigInt(values.filter(v => v === true).length)
    case 'countDistinct':
      return BigInt(distinct(values).length)
    case 'approxCountDistinct':
      return estimated(
        distinct(values).map(v => (typeof v === 'string' ? v : show(v).replace(/n$/, ''))),
        node.parameter!,
      )
    case 'sum':
      return values.length === 0 ? null : sum(values)
    case 'avg':
      return values.length === 0 ? null : mean(values)
    case 'rate':
      return values.length === 0 ? null : values.filter(v => v === true).length / values.length
    case 'variance':
      return variance(values)
    case 'stddev':
      return root(variance(values))
    case 'volatility':
      return volatility(values)
    case 'slope':
      return slope(known)
    case 'min':
      return values.toSorted(compare)[0] ?? null
    case 'max':
      return values.toSorted(compare).at(-1) ?? null
    case 'first':
      return kept[0] ?? null
    case 'last':
      return kept.at(-1) ?? null
    case 'lastN':
      return kept.length === 0 ? null : { kind: 'json', value: kept.slice(-node.parameter!).toReversed().map(plain) }
    case 'median':
      return continuous(values, 0.5)
    case 'percentile':
      return continuous(values, node.parameter!)
    case 'percentileDisc':
      return discrete(values, node.parameter!)
  }
}

function distinct(values: readonly Known[]): readonly Known[] {
  return [...new Map(values.map(v => [show(v), v])).values()]
}

/** "exact below 1 / error^2 values", beyond that (k - 1) / the k-th smallest hash. */
function estimated(texts: readonly string[], error: number): bigint {
  const k = Math.ceil(1 / (error * error)) + 2
  const hashes = texts.map(t => Number.parseInt(createHash('md5').update(t).digest('hex').slice(0, 13), 16)).toSorted((a, b) => a - b)
  return hashes.length < k ? BigInt(hashes.length) : BigInt(Math.floor((k - 1) / ((hashes[k - 1]! + 1) / 2 ** 52) + 0.5))
}

function sum(values: readonly Known[]): Known {
  const exact = values.filter(isExactNumber)
  if (exact.length < values.length) return values.reduce<number>((total, v) => total + asFloat(v), 0)
  return exact.reduce((x, y) => {
    const both = aligned(x, y)
    return both.scale === 0 ? both.a + both.b : { kind: 'decimal', units: both.a + both.b, scale: both.scale }
  })
}

function mean(values: readonly Known[]): number {
  return asFloat(sum(values)) / values.length
}

/** Sample variance, "NULL below 2". */
function variance(values: readonly Known[]): number | null {
  if (values.length < 2) return null
  const center = mean(values)
  return values.reduce<number>((total, v) => total + (asFloat(v) - center) ** 2, 0) / (values.length - 1)
}

function root(v: number | null): number | null {
  return v === null ? null : Math.sqrt(v)
}

/** "volatility = stddev / abs(mean), NULL at mean 0" */
function volatility(values: readonly Known[]): number | null {
  const deviation = root(variance(values))
  const center = values.length === 0 ? 0 : mean(values)
  return deviation === null || center === 0 ? null : deviation / Math.abs(center)
}

/** "slope by least squares over events, x in days"; NULL below 2 and where all x are equal. */
function slope(samples: readonly { readonly value: Known; readonly micros: bigint }[]): number | null {
  if (samples.length < 2) return null
  const start = samples[0]!.micros
  const xs = samples.map(s => Number(s.micros - start) / 86_400_000_000)
  if (xs.every(x => x === 0)) return null
  const xMean = xs.reduce((a, b) => a + b, 0) / xs.length
  const yMean = mean(samples.map(s => s.value))
  const covariance = samples.reduce((total, s, i) => total + (xs[i]! - xMean) * (asFloat(s.value) - yMean), 0)
  return covariance / xs.reduce((total, x) => total + (x - xMean) ** 2, 0)
}

/** Linear interpolation at position (n - 1) * p of the sorted values. */
function continuous(values: readonly Known[], p: number): number | null {
  if (values.length === 0) return null
  const sorted = values.map(asFloat).toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * p
  const below = Math.floor(position)
  const above = Math.ceil(position)
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (position - below)
}

/** The smallest value whose cumulative share is at least p; shares are compared as integers, for p is a decimal that somebody wrote. */
function discrete(values: readonly Known[], p: number): Value {
  const sorted = values.toSorted(compare)
  const scaled = BigInt(Math.round(p * 1e9)) * BigInt(sorted.length)
  return sorted.find((_, i) => BigInt(i + 1) * 1_000_000_000n >= scaled) ?? null
}

/** A value inside a JSON array. */
function plain(v: Value): unknown {
  if (v === null || typeof v === 'boolean' || typeof v === 'string' || typeof v === 'number') return v
  if (typeof v === 'bigint') return Number(v)
  if (v.kind === 'decimal') return Number(decimalText(v))
  return v.kind === 'json' ? v.value : show(v)
}
