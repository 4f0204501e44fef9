import { syntaxError } from '../sql-error.ts'
import type { Token } from './tokens.ts'
import { tokensOf } from './tokens.ts'

/** A place in the tokens of one statement, moved by the parsers. */
export class Cursor {
  readonly sql: string
  readonly tokens: readonly Token[]
  at = 0

  constructor(sql: string, tokens: readonly Token[] = tokensOf(sql)) {
    this.sql = sql
    this.tokens = tokens
  }

  peek(ahead = 0): Token | null {
    return this.tokens[this.at + ahead] ?? null
  }

  next(): Token {
    const token = this.peek()
    if (token === null) throw syntaxError('unexpected end of the statement')
    this.at++
    return token
  }

  get done(): boolean {
    return this.at >= this.tokens.length
  }

  /** Whether the next tokens are these words or operators. */
  sees(...values: readonly string[]): boolean {
    return values.every((value, i) => {
      const token = this.peek(i)
      return token !== null && (token.kind === 'word' || token.kind === 'op') && token.value === value
    })
  }

  accept(...values: readonly string[]): boolean {
    if (!this.sees(...values)) return false
    this.at += values.length
    return true
  }

  expect(...values: readonly string[]): void {
    if (!this.accept(...values)) throw this.unexpected(values.join(' '))
  }

  /** The words that come next, of which one is expected. */
  oneOf(...values: readonly string[]): string {
    const found = values.find(v => this.accept(...v.split(' ')))
    if (found === undefined) throw this.unexpected(values.join(' or '))
    return found
  }

  identifier(): string {
    const token = this.next()
    if (token.kind !== 'word' && token.kind !== 'quoted') {
      this.at--
      throw this.unexpected('a name')
    }
    return token.value
  }

  /** `a.b.c` */
  name(): readonly string[] {
    const parts = [this.identifier()]
    while (this.accept('.')) parts.push(this.identifier())
    return parts
  }

  text(): string {
    const token = this.next()
    if (token.kind === 'text') return token.value
    this.at--
    throw this.unexpected('a string')
  }

  number(): number {
    const negative = this.accept('-')
    const token = this.next()
    if (token.kind === 'number') return negative ? -Number(token.value) : Number(token.value)
    this.at--
    throw this.unexpected('a number')
  }

  /** Items in parentheses, separated by commas. */
  list<T>(item: () => T): readonly T[] {
    this.expect('(')
    const items = [item()]
    while (this.accept(',')) items.push(item())
    this.expect(')')
    return items
  }

  /** What stands in the parentheses that begin here, without them. */
  group(): readonly Token[] {
    this.expect('(')
    const from = this.at
    for (let depth = 1; depth > 0;) {
      const { kind, value } = this.next()
      if (kind === 'op') depth += value === '(' ? 1 : value === ')' ? -1 : 0
    }
    return this.tokens.slice(from, this.at - 1)
  }

  /** The tokens up to the end. */
  rest(): readonly Token[] {
    const from = this.at
    this.at = this.tokens.length
    return this.tokens.slice(from)
  }

  end(): void {
    this.accept(';')
    if (!this.done) throw this.unexpected('the end')
  }

  unexpected(expected: string): Error {
    const token = this.peek()
    const found = token === null ? 'the end' : `'${this.sql.slice(token.from, token.to)}'`
    return syntaxError(`line 1 at position ${token?.from ?? this.sql.length} unexpected ${found}, expected ${expected}`)
  }
}
