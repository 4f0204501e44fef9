import type { Check as CheckDefinition } from '../ir/definition.ts'
import { part, withHidden } from './part.ts'

/** A rule for the values of a feature of type T. NULL breaks only `notNull` and `unique`. */
export interface Check<T> {
  readonly '~check': (t: T) => void
}

function check<X>(definition: CheckDefinition): X {
  return withHidden(definition, { [part]: 'check' }) as X
}

/** Every value is known. */
export function notNull(): Check<unknown> {
  return check({ kind: 'notNull' })
}

/** From `min` to `max`, both included. @example checks: [between(0, 1)] */
export function between(min: number, max: number): Check<number> {
  return check({ kind: 'between', min, max })
}

/** One of the texts; of a category, some of its values. @example checks: [oneOf('high', 'low')] */
export function oneOf<V extends string>(...values: readonly NoInfer<V>[]): Check<V> {
  return check({ kind: 'oneOf', values: Object.freeze([...values]) })
}

/** No two keys have the same value at one point. */
export function unique(): Check<unknown> {
  return check({ kind: 'unique' })
}

/** The whole text matches the regular expression. */
export function matches(pattern: string): Check<string> {
  return check({ kind: 'matches', pattern })
}
