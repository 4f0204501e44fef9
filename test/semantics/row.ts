import type { FunctionName } from '../../compiler/ir/functions.ts'
import type { AggregateFunction, Relation, Term, WindowFunction } from '../../compiler/ir/relation.ts'
import type { Literal, LiteralValue } from '../../compiler/ir/scalar.ts'
import { as, literal, named, select } from '../../compiler/ir/terms.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { float, int, text } from '../../compiler/ir/type.ts'
import type { Value } from '../../registry/driver/driver.ts'
import { onColumns } from '../emit/function-cases.ts'

/** What a row is about; tests hold that each function, aggregate, window function and cast has one. */
export type Construct =
  | `function ${FunctionName}`
  | `aggregate ${AggregateFunction}`
  | `window ${WindowFunction}`
  | `cast to ${Type['kind']}`
  | `rounding cast to ${'int' | 'decimal'}`
  | `lenient cast to ${Type['kind']}`
  | `json as ${Type['kind']}`
  | `literal ${Type['kind']}`
  | 'order of rows'
  | 'comparison of text'
  | 'case'
  | 'series'
  | 'names'

/** Where it is known from that Snowflake does what our DuckDB text does. */
export type Ground =
  /** A page of its documentation says so or prints the result, named by its path: read (`pagesRead`), or as we remember it. */
  | { readonly status: 'documented'; readonly page: string }
  /** Nothing that we read says so. */
  | { readonly status: 'assumed' }
  /** The engines differ in the plain spelling: what DuckDB makes of that, where Snowflake's own way is described, and how the texts meet. */
  | {
      readonly status: 'neutralized'
      readonly page: string | null
      readonly plain: { readonly duckdb: string; readonly gives: Value } | null
      readonly how: string
    }

/** Pages whose words or printed results were before us when the rows that name them were written; others are named from memory. */
export const pagesRead: ReadonlySet<string> = new Set([
  'sql-reference/operators-arithmetic',
  'sql-reference/constructs/order-by',
  'sql-reference/data-type-conversion',
  'sql-reference/functions-date-time',
  'sql-reference/functions-window-syntax',
  'sql-reference/functions/array_agg',
  'sql-reference/functions/avg',
  'sql-reference/functions/concat',
  'sql-reference/functions/count',
  'sql-reference/functions/count_if',
  'sql-reference/functions/date_trunc',
  'sql-reference/functions/dateadd',
  'sql-reference/functions/datediff',
  'sql-reference/functions/div0',
  'sql-reference/functions/greatest',
  'sql-reference/functions/greatest_ignore_nulls',
  'sql-reference/functions/least',
  'sql-reference/functions/least_ignore_nulls',
  'sql-reference/functions/max',
  'sql-reference/functions/md5_number_upper64',
  'sql-reference/functions/min',
  'sql-reference/functions/regexp_like',
  'sql-reference/functions/var_pop',
])

/** One case: a query of one row and one column, and the value that both engines must give. */
export interface Semantic {
  readonly of: Construct
  /** The case, and what Snowflake does there. */
  readonly says: string
  readonly relation: Relation
  readonly expected: Value
  readonly ground: Ground
}

export function documented(page: string): Ground {
  return { status: 'documented', page }
}

export const assumed: Ground = { status: 'assumed' }

/** `plain`: the spelling that would be wrong and what it gives on DuckDB; none where the difference is on Snowflake alone. */
export function neutralized(page: string | null, how: string, plain: readonly [duckdb: string, gives: Value] | null = null): Ground {
  return { status: 'neutralized', page, how, plain: plain === null ? null : { duckdb: plain[0], gives: plain[1] } }
}

/** A call of a function on columns that hold the arguments. */
export function call(fn: FunctionName, args: readonly Literal[], expected: Value, says: string, ground: Ground): Semantic {
  return { of: `function ${fn}`, says, relation: onColumns(fn, args), expected, ground }
}

/** A term over the column `x` of one row. */
export function overOne(of: Construct, x: readonly [value: LiteralValue, type: Type], term: Term, expected: Value, says: string, ground: Ground): Semantic {
  const from: Relation = { kind: 'values', columns: [{ name: 'x', type: x[1] }], rows: [[literal(x[0], x[1])]] }
  return { of, says, relation: select(as('t', from), [named('v', term)]), expected, ground }
}

export type Sample = readonly [v: number | null, w: number | null, o: number | null, t: string | null]

/** Rows with an integer `v`, a float `w`, an order `o` and a text `t`. */
export function rowsOf(rows: readonly Sample[]): Relation {
  const columns = [
    { name: 'v', type: int },
    { name: 'w', type: float },
    { name: 'o', type: int },
    { name: 't', type: text },
  ]
  return { kind: 'values', columns, rows: rows.map(r => r.map((value, i) => literal(value, columns[i]!.type))) }
}
