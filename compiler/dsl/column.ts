import type { ColumnType, Columns } from '../ir/definition.ts'
import type { Type } from '../ir/type.ts'
import { date as dateType, decimal, flag, float as floatType, int, json, text, time } from '../ir/type.ts'
import { describe, isObject, part, partKind } from './part.ts'
import type { Reader } from './read.ts'
import { recordOf } from './read.ts'
import type { Day, Instant, Json } from './value.ts'

/** The type of a column of a source, of a key, or of a JSON value. */
export interface Col<T> {
  readonly '~col': (t: T) => T
  /** It may hold NULL. Without it the column is promised, and tested, to hold a value in every row. */
  nullable(): Col<T>
  /** It never changes for a key (a birth date), so that a snapshot of today is also true of the past. */
  fixed(): Col<T>
  /** Its former name: the plan then renames instead of dropping and adding. */
  renamedFrom(name: string): Col<T>
}

// `any`: Col is invariant, only `any` stands for every type
export type Cols = Readonly<Record<string, Col<any>>>
export type TypeOf<C> = C extends Col<infer T> ? T : never
/** The names of the columns of C that hold a T. */
export type Having<C, T> = { [P in keyof C]: TypeOf<C[P]> extends T ? P : never }[keyof C] & string

/** What a column type is at run time. */
interface ColumnPart extends Col<unknown> {
  readonly definition: ColumnType
  readonly problem: { readonly found: string; readonly expected: string } | null
}

const prototype = {
  [part]: 'column type',
  nullable(this: ColumnPart) {
    return make({ ...this.definition, nullable: true }, this.problem)
  },
  fixed(this: ColumnPart) {
    return make({ ...this.definition, fixed: true }, this.problem)
  },
  renamedFrom(this: ColumnPart, name: unknown) {
    return typeof name === 'string'
      ? make({ ...this.definition, renamedFrom: name }, this.problem)
      : make(this.definition, { found: describe(name), expected: 'the former name of the column' })
  },
}

function make(definition: ColumnType, problem: ColumnPart['problem']): ColumnPart {
  const column = Object.create(prototype) as { -readonly [K in keyof ColumnPart]: ColumnPart[K] }
  column.definition = Object.freeze(definition)
  column.problem = problem
  return Object.freeze(column)
}

function column<T>(type: Type, problem: ColumnPart['problem'] = null, values: readonly string[] | null = null): Col<T> {
  return make({ type: Object.freeze(type), nullable: false, fixed: false, values, renamedFrom: null }, problem) as unknown as Col<T>
}

/** A text. @example customer_id: varchar() */
export function varchar(): Col<string> {
  return column(text)
}

/** A text that is one of the values, which is tested. @example status: category('open', 'done', 'lost') */
export function category<const V extends string>(...values: readonly V[]): Col<V> {
  const wrong = values.find(v => typeof v !== 'string')
  const problem =
    values.length === 0
      ? { found: 'no value', expected: 'the values of the category' }
      : wrong === undefined
        ? null
        : { found: describe(wrong), expected: 'texts, the values of the category' }
  return column(text, problem, Object.freeze(values.filter(v => typeof v === 'string')))
}

/**
 * An exact number of `precision` digits (38), `scale` of them (0) after the point: NUMBER(p, s). It stays a decimal also
 * without digits after the point; `integer()` is the type that computes as a 64-bit integer.
 * @example revenue_usd: number(12, 2)
 */
export function number(precision = 38, scale = 0): Col<number> {
  const good = Number.isInteger(precision) && Number.isInteger(scale) && precision >= 1 && precision <= 38 && scale >= 0 && scale <= precision
  return good
    ? column(decimal(precision, scale))
    : column(decimal(38, 0), { found: `number(${String(precision)}, ${String(scale)})`, expected: 'a precision of 1 to 38 and a scale of 0 to the precision' })
}

/** A whole number of 64 bits. */
export function integer(): Col<number> {
  return column(int)
}

/** A number of 64 bits with a floating point. Where values must be exact, as money must, use `number(p, s)`. */
export function float(): Col<number> {
  return column(floatType)
}

/** True or false. */
export function boolean(): Col<boolean> {
  return column(flag)
}

/** A day. */
export function date(): Col<Day> {
  return column(dateType)
}

/** An instant in UTC, to the microsecond: TIMESTAMP_NTZ on Snowflake. */
export function timestamp(): Col<Instant> {
  return column(time)
}

/** A JSON value. */
export function variant(): Col<Json> {
  return column(json)
}

const fallback = make({ type: text, nullable: true, fixed: false, values: null, renamedFrom: null }, null)

/** The columns that an author gave as an option; what is no column type becomes a problem. */
export function columnsOf(given: unknown, path: string, read: Reader): Columns {
  const columns: Record<string, ColumnType> = {}
  for (const [name, value] of Object.entries(recordOf(given, path, read.wrong))) {
    columns[name] = columnTypeOf(value, problem => read.problems.push({ path: `${path}.${name}`, ...problem }))
  }
  return columns
}

/** The recorded type of a column type; anything else is reported and read as a text that may be NULL. */
export function columnTypeOf(given: unknown, report: (problem: { readonly found: string; readonly expected: string }) => void): ColumnType {
  if (!isObject(given) || partKind(given) !== 'column type') {
    report({ found: describe(given), expected: 'a column type, such as varchar()' })
    return fallback.definition
  }
  const column = given as unknown as ColumnPart
  if (column.problem !== null) report(column.problem)
  return column.definition
}
