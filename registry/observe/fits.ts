import type { Type } from '../../compiler/ir/type.ts'

/** What is known of a column besides the type of its values. */
export interface Holding {
  /** Decimal digits of what may be declared as an integer. */
  readonly intDigits: number
  /** The engine guessed the type from the text of a file, where whole numbers say nothing about a scale. */
  readonly guessed: boolean
}

/** Whether a column whose values are `found` may be declared as `declared`: the same values, at most in a wider type. */
export function fits(declared: Type, found: Type, { intDigits, guessed }: Holding): boolean {
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
export function declarable(found: Type, { intDigits }: Holding): Type {
  return found.kind === 'decimal' && found.scale === 0 && found.precision <= intDigits ? { kind: 'int' } : found
}
