import { formatDuration } from '../base/duration.ts'
import type { Seconds } from '../base/duration.ts'

/**
 * What a view promises of its windows at any moment T. `snapshot`: values are those of the newest point of the cadence.
 * `exact`: windows begin and end at the microsecond. With a hop the begin is rounded down to a multiple of it, so that a
 * window counts up to a hop more than it says; its end is exact.
 */
export type Accuracy = 'snapshot' | 'exact' | { readonly hop: Seconds }

/** The length that a window has at the points of a cadence, which are multiples of the hop: it begins at one too. */
export function lengthAtPoints(
  { length, offset }: { readonly length: Seconds | 'lifetime'; readonly offset: Seconds },
  accuracy: Accuracy,
): Seconds | 'lifetime' {
  if (typeof accuracy === 'string' || length === 'lifetime') return length
  return Math.ceil((length + offset) / accuracy.hop) * accuracy.hop - offset
}

/** In few words; null where a view promises no more than its points. */
export function accuracyText(accuracy: Accuracy): string | null {
  if (typeof accuracy !== 'string') return `windows rounded to ${formatDuration(accuracy.hop)}`
  return accuracy === 'exact' ? 'exact windows at any moment' : null
}
