import type { Address } from '../base/address.ts'
import { parseDay, parseInstant } from '../base/instant.ts'
import type { CatalogEntity, CatalogSource } from '../ir/catalog.ts'
import type { Literal, Scalar } from '../ir/scalar.ts'
import type { Type } from '../ir/type.ts'
import { decimal, int, isExact, isNumeric, sameType, typeName } from '../ir/type.ts'
import type { Report } from './mistakes.ts'
import { shown } from './mistakes.ts'

/** An elaborated expression with what is known of its values. */
export interface Typed {
  readonly expr: Scalar
  readonly type: Type
  readonly nullable: boolean
  /** The values that a category can have; null: any. */
  readonly values: readonly string[] | null
}

/** What a feature's expression may rest on while it is typed. */
export interface TypeScope {
  readonly sources: ReadonlyMap<Address, CatalogSource>
  readonly entities: ReadonlyMap<Address, CatalogEntity>
  /** Features that were typed before, by address; absent where they have mistakes. */
  readonly features: ReadonlyMap<Address, FeatureType>
  /** The view that the expression belongs to; null outside views. */
  readonly view: Address | null
  /** Seconds since 1970 of the view's first point, where it says so itself. */
  readonly start: number | null
  readonly report: Report
  /** Row-level expressions that were typed before. */
  readonly rows: Map<Scalar, Typed>
}

export interface FeatureType {
  readonly type: Type
  readonly nullable: boolean
  readonly values: readonly string[] | null
  readonly view: Address
}

/** An int takes part in exact arithmetic as a decimal(19,0): every 64-bit integer fits. */
const intDigits = 19

export function asDecimal(t: Type): { readonly precision: number; readonly scale: number } {
  return t.kind === 'decimal' ? t : { precision: intDigits, scale: 0 }
}

/** Digits that a literal really needs, so that `x.plus(1)` does not widen x as a full integer would. */
export function literalType(l: Literal): Type {
  if (l.type.kind !== 'int' || l.value === null) return l.type
  return decimal(Math.max(1, String(l.value).replace('-', '').length), 0)
}

/** The type to which both go without loss; null where there is none. */
export function commonType(a: Type, b: Type): Type | null {
  if (sameType(a, b)) return a
  if (isNumeric(a) && isNumeric(b)) {
    if (!isExact(a) || !isExact(b)) return { kind: 'float' }
    const [x, y] = [asDecimal(a), asDecimal(b)]
    const scale = Math.max(x.scale, y.scale)
    return decimal(Math.min(38, Math.max(x.precision - x.scale, y.precision - y.scale) + scale), scale)
  }
  if ((a.kind === 'date' && b.kind === 'time') || (a.kind === 'time' && b.kind === 'date')) return { kind: 'time' }
  return null
}

/** The common type of operands. Literals follow the others: a text may be a date, a number has the digits it needs. */
export function commonOf(operands: readonly Typed[]): Type | null {
  const firm = operands.filter(o => o.expr.kind !== 'literal').map(o => o.type)
  const literals = operands.flatMap(o => (o.expr.kind === 'literal' && o.expr.value !== null ? [o.expr] : []))
  let common: Type | null = null
  for (const t of firm) {
    common = common === null ? t : commonType(common, t)
    if (common === null) return null
  }
  const fromLiterals = common === null
  for (const l of literals) {
    const next: Type | null = common === null ? l.type : fromLiterals ? commonType(common, l.type) : literalBeside(common, l)
    if (next === null) return null
    common = next
  }
  return common ?? operands[0]?.type ?? null
}

function literalBeside(common: Type, l: Literal): Type | null {
  if (typeof l.value === 'string' && l.type.kind === 'text' && (common.kind === 'date' || common.kind === 'time')) return common
  if (common.kind === 'int' && l.type.kind === 'int') return int
  return commonType(common, isNumeric(l.type) ? literalType(l) : l.type)
}

/** Brings a value to a type to which `commonType` led: a literal is rewritten, anything else cast. */
export function coerce(t: Typed, to: Type, report: Report): Typed | null {
  if (t.expr.kind === 'literal') return coerceLiteral(t, t.expr, to, report)
  return sameType(t.type, to) ? t : { ...t, expr: { kind: 'cast', of: t.expr, type: to, lenient: false }, type: to }
}

function coerceLiteral(t: Typed, l: Literal, to: Type, report: Report): Typed | null {
  const value = valueAs(l.value, to)
  if (value === undefined) {
    report('F345', { value: shown(l.value), type: typeName(to) })
    return null
  }
  return { ...t, expr: { kind: 'literal', value, type: to }, type: to }
}

const integerText = /^-?\d{1,38}$/
const decimalText = /^-?\d{1,38}(\.\d+)?$/

/** A literal's value in the form that its type asks for; undefined where it is no such value. */
function valueAs(value: Literal['value'], to: Type): Literal['value'] | undefined {
  if (value === null) return null
  switch (to.kind) {
    case 'flag':
      return typeof value === 'boolean' ? value : undefined
    case 'text':
      return typeof value === 'string' ? value : undefined
    case 'json':
      return undefined
    case 'int':
      return integerText.test(String(value)) && typeof value !== 'boolean' ? value : undefined
    case 'float':
      return typeof value === 'number' ? value : typeof value === 'string' && decimalText.test(value) ? Number(value) : undefined
    case 'decimal':
      return decimalValue(value, to.precision, to.scale)
    case 'date':
      return typeof value === 'string' && parseDay(value) !== null ? value : undefined
    case 'time':
      return parseInstant(value)?.iso
  }
}

function decimalValue(value: Literal['value'], precision: number, scale: number): Literal['value'] | undefined {
  const text = String(value)
  if (!decimalText.test(text)) return undefined
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const digits = whole.replace(/^0+/, '').length
  return fraction.length <= scale && digits <= precision - scale ? value : undefined
}
