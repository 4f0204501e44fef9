import type { Outcome } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Configured, TargetDefinition } from '../ir/definition.ts'
import type { TargetObjects } from '../ir/physical.ts'
import type { DialectName } from '../ir/scalar.ts'
import type { ServingTarget } from '../ir/serving-choice.ts'

/** A target with its environment values filled in; names in lower case. */
export interface Settled {
  readonly dialect: DialectName
  /** File of an embedded warehouse. */
  readonly path: string | null
  readonly catalog: string | null
  readonly schema: string
  readonly stateSchema: string
  readonly sources: Readonly<Record<string, string>>
  /** What the target declares besides; null on an embedded warehouse, which knows no such things. */
  readonly objects: TargetObjects | null
  /** What decides the kinds of serving objects; null on an embedded warehouse, which stores rows. */
  readonly serving: Omit<ServingTarget, 'name'> | null
}

export function settleTarget(target: TargetDefinition, values: Readonly<Record<string, string | undefined>>): Outcome<Settled> {
  const missing: string[] = []
  const text = (c: Configured): string => {
    if (typeof c === 'string') return c
    const value = values[c.env]
    if (value === undefined) missing.push(c.env)
    return value ?? ''
  }
  const sources = Object.fromEntries(Object.entries(target.sources).map(([k, v]) => [k, text(v)]))
  const stateSchema = (target.stateSchema ?? 'feat').toLowerCase()
  const settled: Settled =
    target.kind === 'duckdb'
      ? {
          dialect: 'duckdb',
          path: text(target.path),
          catalog: null,
          schema: (target.schema ?? 'main').toLowerCase(),
          stateSchema,
          sources,
          objects: null,
          serving: null,
        }
      : {
          dialect: 'snowflake',
          path: null,
          catalog: text(target.database).toLowerCase(),
          schema: target.schema.toLowerCase(),
          stateSchema,
          sources,
          objects: target.objects ?? {},
          serving: { edition: target.edition ?? 'standard', cloud: target.cloud ?? null, warehouse: text(target.warehouse) },
        }
  const diagnostics = missing.map(name => diagnostic('F503', { name }))
  return { value: missing.length > 0 ? null : settled, diagnostics }
}
