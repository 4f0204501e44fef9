import type { Duration } from '../base/duration.ts'
import type { WindowDefinition } from '../ir/definition.ts'
import { describe, isRecord, part, partKind, withHidden } from './part.ts'

export type { Duration } from '../base/duration.ts'

/** A declared span of event time before the point; a bare duration stands for one without a name. */
export interface Window {
  readonly '~window': true
}

interface WindowPart extends WindowDefinition {
  readonly [part]: 'window'
}

/**
 * A span of event time before the point: `[T - offset - length, T - offset)`. Its length is whole seconds, minutes, hours
 * or days; `'lifetime'` starts where the history starts.
 * @example
 * const month = window('30d')
 * const monthBefore = window('30d', { offset: '30d' })
 */
export function window(length: Duration | 'lifetime', options: { readonly offset?: Duration; readonly description?: string } = {}): Window {
  const given: Readonly<Record<string, unknown>> = isRecord(options) ? options : {}
  return withHidden<WindowDefinition>(
    {
      kind: 'span',
      length: written(length),
      offset: given['offset'] === undefined ? null : written(given['offset']),
      description: typeof given['description'] === 'string' ? given['description'] : null,
    },
    { [part]: 'window' },
  ) as unknown as Window
}

/** The author's text; what is no text is kept in words, and refused as no length later. */
function written(x: unknown): string {
  return typeof x === 'string' ? x : describe(x)
}

/** The length and offset of a window or of a bare duration, still as text; null for anything else. */
export function spanOf(given: unknown): Pick<WindowDefinition, 'length' | 'offset'> | null {
  if (typeof given === 'string') return { length: given, offset: null }
  return partKind(given) === 'window' ? (given as WindowPart) : null
}
