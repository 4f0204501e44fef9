import { syntaxError } from '../sql-error.ts'

/**
 * `word`: an identifier or keyword without quotes, `value` in upper case; `quoted`: an exact identifier; `text`: a string
 * with its escapes resolved; `bind`: `?`, `:NAME` or `$1`, `value` the
 * name, the position from 1, or `$1` as it stands.
 */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'text' | 'number' | 'op' | 'bind'
  readonly value: string
  readonly from: number
  readonly to: number
}

const blank = /(?:\s+|--[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
const word = /[A-Za-z_][A-Za-z0-9_$]*/y
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const operator = /->>|=>|:=|::|\|\||<=|>=|<>|!=|[-+*/%=<>.,()[\]:;{}]/y
const quoted = /"((?:[^"]|"")*)"/y
const dollars = /\$\$([\s\S]*?)\$\$/y
const string = /'((?:[^'\\]|\\[\s\S]|'')*)'/y
const bind = /:([A-Za-z_][A-Za-z0-9_$]*|\d+)/y
const result = /\$\d+/y

const memo = new Map<string, readonly Token[]>()

/** The tokens of a statement as Snowflake reads them; anything else is a syntax error. */
export function tokensOf(sql: string): readonly Token[] {
  const known = memo.get(sql)
  if (known !== undefined) return known
  const tokens = scan(sql)
  if (memo.size > 5000) memo.clear()
  memo.set(sql, tokens)
  return tokens
}

function scan(sql: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  let marks = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(sql)
  }
  for (;;) {
    at += match(blank)![0].length
    if (at >= sql.length) return tokens
    const found = tokenAt(match, tokens.at(-1), () => ++marks)
    if (found === null) throw syntaxError(`line ${lineOf(sql, at)} at position ${at} unexpected '${sql.slice(at, at + 12)}'`)
    tokens.push({ kind: found.kind, value: found.value, from: at, to: at + found.length })
    at += found.length
  }
}

interface Found extends Pick<Token, 'kind' | 'value'> {
  readonly length: number
}

function tokenAt(match: (pattern: RegExp) => RegExpExecArray | null, before: Token | undefined, nextMark: () => number): Found | null {
  const make = (kind: Token['kind'], m: RegExpExecArray, value: string): Found => ({ kind, value, length: m[0].length })
  let m = match(word)
  if (m !== null) return make('word', m, m[0].toUpperCase())
  if ((m = match(quoted)) !== null) return make('quoted', m, m[1]!.replaceAll('""', '"'))
  if ((m = match(string)) !== null) return make('text', m, unescaped(m[1]!))
  if ((m = match(dollars)) !== null) return make('text', m, m[1]!)
  if ((m = match(number)) !== null) return make('number', m, m[0])
  // After a value a colon is a path into it; else it stands before the name of a variable.
  const afterValue = before !== undefined && (before.kind === 'quoted' || before.value === ')' || before.value === ']')
  if (!afterValue && (m = match(bind)) !== null) return make('bind', m, m[1]!.toUpperCase())
  if ((m = match(result)) !== null) return make('bind', m, m[0])
  if ((m = match(/\?/y)) !== null) return make('bind', m, String(nextMark()))
  if ((m = match(operator)) !== null) return make('op', m, m[0])
  return null
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '0': '\0', '\\': '\\', "'": "'", '"': '"' }

function unescaped(body: string): string {
  return body.replace(/''|\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([\s\S]))/g, (all: string, u?: string, x?: string, c?: string) => {
    if (all === "''") return "'"
    if (u !== undefined || x !== undefined) return String.fromCharCode(Number.parseInt((u ?? x)!, 16))
    return escapes[c!] ?? c!
  })
}

function lineOf(sql: string, at: number): number {
  return sql.slice(0, at).split('\n').length
}
