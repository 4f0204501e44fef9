/** The value type of a `timestamp()`: an instant in UTC. Constants of it are ISO text such as `'2026-01-31T06:00:00Z'`. */
export interface Instant {
  readonly instant: true
}

/** The value type of a `date()`. Constants of it are ISO text such as `'2026-01-31'`. */
export interface Day {
  readonly day: true
}

/** The value type of a `variant()`: a JSON value, read by `.get(path, type)`. */
export interface Json {
  readonly json: true
}

/** What an author writes for a constant of T. */
export type Constant<T> = T extends Instant | Day | Json ? string : T

/** A category may be compared with any text, a flag with any flag. */
export type Wide<T> = [T] extends [string] ? string : [T] extends [boolean] ? boolean : T
