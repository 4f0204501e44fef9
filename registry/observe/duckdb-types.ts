import type { Type } from '../../compiler/ir/type.ts'
import { date, decimal, flag, float, json, text, time } from '../../compiler/ir/type.ts'

/** Decimal digits of the integer types. */
const integerDigits: Readonly<Record<string, number>> = {
  TINYINT: 3,
  UTINYINT: 3,
  SMALLINT: 5,
  USMALLINT: 5,
  INTEGER: 10,
  UINTEGER: 10,
  BIGINT: 19,
  UBIGINT: 20,
  HUGEINT: 38,
  UHUGEINT: 38,
}

const others: Readonly<Record<string, Type>> = {
  VARCHAR: text,
  UUID: text,
  BOOLEAN: flag,
  FLOAT: float,
  DOUBLE: float,
  DATE: date,
  JSON: json,
  // All sessions run in UTC, where the types with and without zone mean the same moment.
  TIMESTAMP: time,
  'TIMESTAMP WITH TIME ZONE': time,
  TIMESTAMP_S: time,
  TIMESTAMP_MS: time,
  TIMESTAMP_NS: time,
}

/** The type whose values a column of the engine holds, integers as decimals of so many digits; null for what features do not read. */
export function typeOfDuckdb(name: string): Type | null {
  const digits = integerDigits[name]
  if (digits !== undefined) return decimal(digits, 0)
  const exact = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(name)
  if (exact !== null) return decimal(Number(exact[1]), Number(exact[2]))
  return name.startsWith('ENUM(') ? text : (others[name] ?? null)
}

/** A BIGINT holds every number of 18 digits and most of 19: the engine itself counts 19. */
const intDigits = 19

/**
 * Whether a column whose values are `found` may be declared as `declared`: the same values, at most in a wider type.
 * `guessed`: the engine guessed the type from the text of a file, where whole numbers say nothing about a scale.
 */
export function fits(declared: Type, found: Type, guessed: boolean): boolean {
  const numeric = found.kind === 'decimal' || found.kind === 'float'
  switch (declared.kind) {
    case 'int':
      return found.kind === 'decimal' && found.scale === 0 && found.precision <= intDigits
    case 'float':
      return numeric
    case 'decimal':
      return guessed
        ? numeric
        : found.kind === 'decimal' && found.scale <= declared.scale && found.precision - found.scale <= declared.precision - declared.scale
    case 'json':
      return found.kind === 'json' || found.kind === 'text'
    default:
      return declared.kind === found.kind
  }
}

/** How a column of that type is declared: whole numbers as integers where they fit. */
export function declarable(found: Type): Type {
  return found.kind === 'decimal' && found.scale === 0 && found.precision <= intDigits ? { kind: 'int' } : found
}
