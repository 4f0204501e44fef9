import { InternalError } from '../base/diagnostic.ts'
import type { DialectName } from '../ir/scalar.ts'
import { time } from '../ir/type.ts'
import type { Dialect } from './dialect.ts'
import { dialects } from './dialects.ts'

/** What a parameter prints as: an ISO instant, or the name of a variable in a procedure. */
export type Bound = string | { readonly identifier: string }

/** The values of the parameters `from`, `to` and `now`; null where a statement has none. */
export interface Bounds {
  readonly from: Bound | null
  readonly to: Bound | null
  readonly now: Bound | null
}

/** What printing a term depends on besides the term. */
export interface Scope {
  readonly name: DialectName
  readonly dialect: Dialect
  readonly bounds: Bounds | null
  /** The only relation in scope, which qualifies fields that name none; null where fields stay bare. */
  readonly only: string | null
  /** Columns of the common table expressions in scope. */
  readonly parts: ReadonlyMap<string, readonly string[]>
}

export function scopeOf(name: DialectName, bounds: Bounds | null): Scope {
  return { name, dialect: dialects[name], bounds, only: null, parts: new Map() }
}

export function boundSql(name: keyof Bounds, { bounds, dialect }: Scope): string {
  const bound = bounds?.[name] ?? null
  if (bound === null) throw new InternalError(`parameter '${name}' has no bound`)
  return typeof bound === 'string' ? dialect.literal(bound, time) : bound.identifier
}
