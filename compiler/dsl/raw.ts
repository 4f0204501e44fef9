import type { DialectName, Scalar } from '../ir/scalar.ts'
import type { Col } from './column.ts'
import { columnTypeOf } from './column.ts'
import { expression } from './expression/expression.ts'
import type { Expr, Value } from './expression/fluent.ts'
import { invalid, mistake, nodeOf } from './expression/node.ts'
import { isRecord, part, partKind, withHidden } from './part.ts'

/** A piece of SQL; its values are typed, so that their rows and entities are known without reading the SQL. */
export interface Fragment<S, E> {
  readonly '~fragment': (s: S, e: E) => void
}

/** SQL of both dialects; both interpolate the same values. Nothing is translated from one to the other. */
export interface Bodies<S, E> {
  readonly snowflake: Fragment<S, E>
  readonly duckdb: Fragment<NoInfer<S>, NoInfer<E>>
}

type Parts = readonly (string | Scalar)[]
interface FragmentPart {
  readonly parts: Parts
}

/**
 * A piece of SQL. Values enter only by `${}`, as expressions: a plain string is no SQL.
 * @example sql`ST_GEOHASH(${asOf(customers.c.home)}, 6)`
 */
export function sql<S, E>(text: TemplateStringsArray, ...values: readonly Value<unknown, S, E>[]): Fragment<S, E> {
  const isTemplate = Array.isArray(text) && 'raw' in text
  const strings: readonly string[] = isTemplate ? text : ['']
  const parts = strings.flatMap((piece, i): Parts => [
    ...(isTemplate ? (piece === '' ? [] : [piece]) : [invalid(text, 'a template: sql`...`')]),
    ...(i < values.length ? [nodeOf(values[i], 'an expression')] : []),
  ])
  return withHidden({}, { [part]: 'fragment', parts: Object.freeze(parts) }) as unknown as Fragment<S, E>
}

/**
 * A value computed by SQL of each dialect, for what the language does not have.
 * @example raw(integer(), { snowflake: sql`LENGTH(${code})`, duckdb: sql`length(${code})` })
 */
export function raw<T, S, E>(type: Col<T>, bodies: Bodies<S, E>): Expr<T, S, E> {
  let problem: Scalar | null = null
  const { type: result } = columnTypeOf(type, p => {
    problem ??= mistake(p.found, p.expected)
  })
  return expression(problem ?? Object.freeze({ kind: 'raw', type: result, bodies: bodiesOf(bodies) }))
}

/** The parts of both dialects: none where one was left out; what is no SQL is recorded as a mistake in its place. */
export function bodiesOf(given: unknown): Readonly<Record<DialectName, Parts>> {
  const bodies = isRecord(given) ? given : {}
  return Object.freeze({ snowflake: partsOf(bodies['snowflake']), duckdb: partsOf(bodies['duckdb']) })
}

function partsOf(given: unknown): Parts {
  if (given === undefined) return Object.freeze([])
  return partKind(given) === 'fragment' ? (given as unknown as FragmentPart).parts : Object.freeze([invalid(given, 'SQL of this dialect: sql`...`')])
}
