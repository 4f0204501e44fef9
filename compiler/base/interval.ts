import type { Seconds } from './duration.ts'
import { shortIso } from './instant.ts'

/** A half-open span of time [from, to) in seconds since 1970. */
export interface Interval {
  readonly from: Seconds
  readonly to: Seconds
}

/** The first and the last step of so many seconds in an interval, as titles show them: both are part of it. */
export function spanText({ from, to }: Interval, every: Seconds): string {
  return from === to - every ? shortIso(from) : `${shortIso(from)}..${shortIso(to - every)}`
}

/** In order, without overlap or touching neighbours, without empty ones. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = []
  for (const i of intervals.filter(x => x.from < x.to).toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last !== undefined && i.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, i.to) }
    else result.push(i)
  }
  return result
}

export function without(intervals: readonly Interval[], cut: readonly Interval[]): readonly Interval[] {
  return merged(cut).reduce<readonly Interval[]>(
    (left, c) =>
      left.flatMap(i =>
        [
          { from: i.from, to: Math.min(i.to, c.from) },
          { from: Math.max(i.from, c.to), to: i.to },
        ].filter(x => x.from < x.to),
      ),
    merged(intervals),
  )
}

export function common(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return merged(a.flatMap(x => b.map(y => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) }))))
}
