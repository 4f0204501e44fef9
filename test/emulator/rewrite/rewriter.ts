import { quoteBelow } from '../names.ts'
import { invalid, syntaxError, unknownFunction, unsupported } from '../sql-error.ts'
import { Cursor } from '../sql/cursor.ts'
import type { Token } from '../sql/tokens.ts'
import { typeAt } from '../types.ts'
import type { Call } from './functions.ts'
import { bare, functions } from './functions.ts'
import { argumentsOf, lastAs, requireQuery } from './groups.ts'
import type { Scope } from './scope.ts'
import { tableReference } from './tables.ts'
import { textBelow } from './text.ts'
import { afterFrom, frameWords, keywords } from './words.ts'

/** The text of one query or of a part of it, as the engine below runs it. */
export class Rewriter {
  readonly c: Cursor
  readonly scope: Scope
  readonly ctes: ReadonlySet<string>
  readonly #frame: boolean
  readonly #out: string[] = []
  #inFrom = false

  constructor(sql: string, tokens: readonly Token[], scope: Scope, ctes: ReadonlySet<string> = new Set(), frame = false) {
    this.c = new Cursor(sql, tokens)
    this.scope = scope
    this.ctes = ctes
    this.#frame = frame
  }

  /** Everything up to the end. */
  all(from = false): string {
    if (from) this.#table()
    while (!this.c.done) this.#out.push(this.step())
    return this.#out.join(' ')
  }

  inner(tokens: readonly Token[], { ctes = this.ctes, frame = false, from = false } = {}): string {
    return new Rewriter(this.c.sql, tokens, this.scope, ctes, frame).all(from)
  }

  /** One operand, or one word or operator. */
  step(): string {
    const token = this.c.next()
    switch (token.kind) {
      case 'text':
        return this.#postfix(textBelow(token.value))
      case 'number':
        return this.#postfix(token.value)
      case 'bind':
        return this.#postfix(this.scope.bind(token.value))
      case 'quoted':
        return this.#postfix(this.#chain(token))
      case 'op':
        return this.#operator(token)
      case 'word':
        return this.#word(token)
    }
  }

  /** One operand: what binds tighter than a division. */
  operand(): string {
    if (this.c.accept('-')) return `- ${this.operand()}`
    if (!this.c.accept('CASE')) return this.step()
    const parts = ['CASE']
    while (!this.c.accept('END')) parts.push(this.c.sees('CASE') ? this.operand() : this.step())
    return `${parts.join(' ')} END`
  }

  #operator(token: Token): string {
    switch (token.value) {
      case '(': {
        this.c.at--
        return this.#postfix(this.#group())
      }
      case ',':
        if (!this.#inFrom) return ','
        this.#out.push(',')
        this.#table()
        return ''
      case '/':
        return `/ sf_divisor(${this.operand()})`
      case '*':
      case '+':
      case '-':
      case '%':
      case '=':
      case '<>':
      case '!=':
      case '<':
      case '>':
      case '<=':
      case '>=':
      case '||':
        return token.value
      default:
        throw syntaxError(`line 1 at position ${token.from} unexpected '${token.value}'`)
    }
  }

  #group(frame = false): string {
    const tokens = this.c.group()
    if (tokens.length === 1 && tokens[0]!.value === '*') throw syntaxError("unexpected '*'")
    return `(${this.inner(tokens, { frame })})`
  }

  /** `a.b`, `a.*` */
  #chain(first: Token): string {
    const variable = this.c.sees('.') ? null : this.scope.variable(first.value)
    if (variable !== null) return variable
    const parts = [quoteBelow(first.value)]
    while (this.c.accept('.')) parts.push(this.c.accept('*') ? '*' : quoteBelow(this.c.identifier()))
    if (parts.length > 2) throw unsupported('a column with the name of its schema')
    return parts.join('.')
  }

  #postfix(operand: string): string {
    let sql = operand
    while (this.c.accept('::')) sql = castBelow(sql, typeAt(this.c).below)
    if (this.c.sees(':') || this.c.sees('[')) throw unsupported('a path into a VARIANT')
    return sql
  }

  #word(token: Token): string {
    const { value } = token
    if (this.c.sees('.')) return this.#postfix(this.#chain(token))
    if (this.c.sees('(') && (!keywords.has(value) || value === 'LEFT' || value === 'RIGHT')) return this.#postfix(this.#call(value))
    if (this.#frame && frameWords.has(value)) return value
    if (afterFrom.has(value)) this.#inFrom = false
    if (value === 'WITH') return this.#with()
    if (value === 'DISTINCT' && this.c.sees('ON')) throw this.c.unexpected('a column')
    if (value === 'MINUS') return 'EXCEPT'
    if (value === 'NULLS') return `NULLS ${this.c.oneOf('FIRST', 'LAST')}`
    if (value === 'AS') return `AS ${quoteBelow(this.c.identifier())}`
    if ((value === 'DATE' || value === 'TIMESTAMP') && this.c.peek()?.kind === 'text') return `${value} ${textBelow(this.c.text())}`
    if (value === 'INTERVAL' && this.c.peek()?.kind === 'text') return `INTERVAL ${textBelow(this.c.text())}`
    if (value === 'ASOF' || value === 'RECURSIVE') throw unsupported(value)
    if (value === 'FROM' || value === 'JOIN') return this.#from(value)
    if (value === 'GROUP') return this.#groupBy()
    if (keywords.has(value)) return value
    if (bare.has(value)) return this.#postfix(this.scope.context(value) ?? quoteBelow(value))
    return this.#postfix(this.#chain(token))
  }

  #groupBy(): string {
    this.c.expect('BY')
    if (this.c.accept('ALL')) return 'GROUP BY ALL'
    const sets = ['GROUPING SETS', 'ROLLUP', 'CUBE'].find(s => this.c.accept(...s.split(' ')))
    return sets === undefined ? 'GROUP BY' : `GROUP BY ${sets} ${this.#group()}`
  }

  #from(word: string): string {
    const before = this.c.peek(-2)
    if (word === 'FROM' && before?.value === 'DISTINCT' && this.c.peek(-3)?.kind === 'word' && ['IS', 'NOT'].includes(this.c.peek(-3)!.value)) return 'FROM'
    this.#out.push(word)
    this.#table()
    return ''
  }

  #table(): void {
    this.#inFrom = true
    this.#out.push(tableReference(this))
  }

  /** Names that the parts of a WITH define are known to the parts after them and to the query. */
  #with(): string {
    const known = new Set(this.ctes)
    const parts: string[] = []
    do {
      const name = this.c.identifier()
      const columns = this.c.sees('(') ? `(${this.c.list(() => quoteBelow(this.c.identifier())).join(', ')})` : ''
      this.c.expect('AS')
      const query = this.c.group()
      requireQuery(query)
      parts.push(`${quoteBelow(name)}${columns} AS (${this.inner(query, { ctes: new Set(known) })})`)
      known.add(name)
    } while (this.c.accept(','))
    requireQuery(this.c.tokens.slice(this.c.at))
    return `WITH ${parts.join(', ')} ${this.inner(this.c.rest(), { ctes: known })}`
  }

  #call(name: string): string {
    const group = this.c.group()
    if (name === 'CAST' || name === 'TRY_CAST') return this.#cast(name, group)
    const context = group.length === 0 ? this.scope.context(name) : null
    if (context !== null) return context
    const render = functions[name]
    if (render === undefined) throw unknownFunction(name)
    const nulls = this.c.accept('IGNORE', 'NULLS') ? ' IGNORE NULLS' : ''
    if (this.c.accept('RESPECT', 'NULLS') && nulls !== '') throw syntaxError("unexpected 'RESPECT'")
    const within = this.c.accept('WITHIN', 'GROUP') ? this.inner(this.c.group()) : null
    const sql = render(callOf(name, argumentsOf(group), tokens => this.inner(tokens), within))
    const call = nulls === '' ? sql : `${sql.slice(0, -1)}${nulls})`
    if (!this.c.accept('OVER')) return call
    if (!/^\w+\(.*\)$/s.test(call) || /^(CASE|COALESCE|CAST)\b/.test(call)) throw unsupported(`${name} as a window function`)
    return `${call} OVER ${this.#group(true)}`
  }

  #cast(name: string, group: readonly Token[]): string {
    const as = lastAs(group)
    if (as < 1) throw syntaxError(`in ${name}: expected AS`)
    const c = new Cursor(this.c.sql, group)
    c.at = as + 1
    const type = typeAt(c)
    c.end()
    const of = this.inner(group.slice(0, as))
    return name === 'TRY_CAST' ? `TRY_CAST(${of} AS ${type.below})` : castBelow(of, type.below)
  }
}

function castBelow(sql: string, below: string): string {
  if (below === 'VARCHAR') return /^(NULL|'(?:[^']|'')*')$/.test(sql) ? `CAST(${sql} AS VARCHAR)` : `sf_text(${sql})`
  return below === 'JSON' ? `sf_variant(${sql})` : `CAST(${sql} AS ${below})`
}

function callOf(name: string, raw: Call['raw'], rewritten: (tokens: readonly Token[]) => string, within: string | null): Call {
  const known = new Map<number, string>()
  const arg = (i: number): string => {
    if (raw[i] === undefined) throw invalid(`not enough arguments for function [${name}]`)
    if (!known.has(i)) known.set(i, rewritten(raw[i]))
    return known.get(i)!
  }
  return {
    name,
    raw,
    arg,
    within,
    get args() {
      return raw.map((_, i) => arg(i))
    },
  }
}
