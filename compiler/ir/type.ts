/** The types of values. An `int` is a NUMBER(38,0) on Snowflake and a BIGINT on DuckDB; a `time` is UTC without zone, in microseconds. */
export type Type =
  | { readonly kind: 'text' | 'flag' | 'int' | 'float' | 'date' | 'time' | 'json' }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }

export const text: Type = { kind: 'text' }
export const flag: Type = { kind: 'flag' }
export const int: Type = { kind: 'int' }
export const float: Type = { kind: 'float' }
export const date: Type = { kind: 'date' }
export const time: Type = { kind: 'time' }
export const json: Type = { kind: 'json' }
export function decimal(precision: number, scale: number): Type {
  return { kind: 'decimal', precision, scale }
}

export function isNumeric(t: Type): boolean {
  return t.kind === 'int' || t.kind === 'float' || t.kind === 'decimal'
}

/** Integers and decimals: equal to the bit on both engines. */
export function isExact(t: Type): boolean {
  return t.kind === 'int' || t.kind === 'decimal'
}

export function sameType(a: Type, b: Type): boolean {
  return a.kind === b.kind && (a.kind !== 'decimal' || (b.kind === 'decimal' && a.precision === b.precision && a.scale === b.scale))
}

/** As an author would write it: `number(12,2)`, `timestamp`. */
export function typeName(t: Type): string {
  switch (t.kind) {
    case 'decimal':
      return `number(${t.precision},${t.scale})`
    case 'text':
      return 'varchar'
    case 'flag':
      return 'boolean'
    case 'int':
      return 'integer'
    case 'time':
      return 'timestamp'
    case 'json':
      return 'variant'
    case 'float':
    case 'date':
      return t.kind
  }
}
