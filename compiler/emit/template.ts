import { InternalError } from '../base/diagnostic.ts'
import type { Term } from '../ir/relation.ts'
import type { LiteralValue } from '../ir/scalar.ts'

/** How tightly the outermost operator of a text binds its operands: what binds less than its surroundings takes parentheses. */
export type Binding = (typeof bindings)[number]
const bindings = ['logic', 'comparison', 'arithmetic', 'atom'] as const

/** Printed SQL of one term. */
export interface Printed {
  readonly sql: string
  readonly binding: Binding
}

/**
 * SQL with `$1`, `$2` ... where the printed arguments go; a function where the text depends on how many arguments there
 * are or on a literal one. An argument that fills a place between parentheses or commas stays bare.
 */
export type Template = string | ((args: readonly Term[]) => string)

export function fill(template: Template, args: readonly Term[], printed: readonly Printed[]): Printed {
  const text = typeof template === 'string' ? template : template(args)
  const binding = bindingOf(text)
  const sql = text.replace(/\$(\d+)/g, (place, n: string, at: number) => {
    const arg = printed[Number(n) - 1]
    if (arg === undefined) throw new InternalError(`'${text}' has no argument ${place}`)
    return isEnclosed(text, at, at + place.length) ? arg.sql : operand(arg, binding)
  })
  return { sql, binding: /^\$\d+$/.test(text) ? printed[Number(text.slice(1)) - 1]!.binding : binding }
}

/** The text of a term beside an operator that binds so. */
export function operand(p: Printed, beside: Binding = 'atom'): string {
  return bindings.indexOf(p.binding) > bindings.indexOf(beside) || p.binding === 'atom' ? p.sql : `(${p.sql})`
}

function bindingOf(text: string): Binding {
  if (isAtomic(text)) return 'atom'
  if (/^NOT | (AND|OR) /.test(text)) return 'logic'
  return / (=|<>|<=?|>=?|IN|IS) /.test(text) ? 'comparison' : 'arithmetic'
}

const opening = /(\(|, |WHEN |THEN |ELSE |WHERE )$/
const closing = /^(\)|, | AS | THEN | ELSE | END)/

/** Between words and signs that bind no operand. */
function isEnclosed(text: string, start: number, end: number): boolean {
  return opening.test(text.slice(0, start)) && closing.test(text.slice(end))
}

/** One call, or one CASE: text that needs no parentheses wherever it stands. */
function isAtomic(text: string): boolean {
  if (text.startsWith('CASE ') && text.endsWith(' END')) return !text.slice(5).includes('CASE ')
  const open = /^[A-Za-z_]\w*\(/.exec(text)
  if (open === null) return false
  let depth = 0
  for (let i = open[0].length - 1; i < text.length; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')' && --depth === 0) return i === text.length - 1
  }
  return false
}

/** `$1, $2, $3` for as many arguments as there are. */
export function places(args: readonly Term[], from = 1): string {
  return args
    .slice(from - 1)
    .map((_, i) => `$${i + from}`)
    .join(', ')
}

/** The places joined by an operator. */
export function joined(operator: string): Template {
  return args => args.map((_, i) => `$${i + 1}`).join(` ${operator} `)
}

/** A choice that is its only operand where there is no other. */
export function several(name: string): Template {
  return args => (args.length === 1 ? '$1' : `${name}(${places(args)})`)
}

/** The value of an argument that the language asks to be a literal. */
export function literalAt(args: readonly Term[], index: number): LiteralValue {
  const arg = args[index]
  if (arg?.kind !== 'literal') throw new InternalError(`argument ${index + 1} must be a literal`)
  return arg.value
}

/** Whether an argument is a literal that is not NULL. */
export function isValueAt(args: readonly Term[], index: number): boolean {
  const arg = args[index]
  return arg?.kind === 'literal' && arg.value !== null
}

export function integerAt(args: readonly Term[], index: number): number {
  const value = Number(literalAt(args, index))
  if (!Number.isSafeInteger(value)) throw new InternalError(`argument ${index + 1} must be an integer, not ${value}`)
  return value
}

/** Picks the text of a literal argument's value. */
export function oneOfTexts(index: number, texts: Readonly<Record<string, string>>): Template {
  return args => {
    const value = String(literalAt(args, index))
    const found = texts[value]
    if (found === undefined) throw new InternalError(`'${value}' is none of ${Object.keys(texts).join(', ')}`)
    return found
  }
}

/** NULL where the divisor is 0, which a literal shows by itself. */
export const divide: Template = args => {
  return isValueAt(args, 1) && Number(literalAt(args, 1)) !== 0 ? '$1 / $2' : '$1 / NULLIF($2, 0)'
}
