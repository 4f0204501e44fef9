/** `word`: a keyword or a name without quotes, in upper case; `body`: text between `$$`; `open`: what is not closed or not known. */
export type TokenKind = 'word' | 'quoted' | 'text' | 'body' | 'number' | 'variable' | 'sign' | 'open' | 'end'

/** A token of a statement. `text` is as written but for words; `at` and `end` are positions in the whole text. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly at: number
  readonly end: number
}

const shapes: readonly (readonly [kind: TokenKind | 'space', shape: RegExp])[] = [
  ['space', /(?:\s|--[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y],
  ['body', /\$\$[^]*?\$\$/y],
  ['text', /'(?:[^'\\]|''|\\[^])*'/y],
  ['quoted', /"(?:[^"]|"")+"/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?![A-Za-z_])/y],
  ['variable', /\$[A-Za-z_0-9]+/y],
  ['word', /[A-Za-z_][\w$]*/y],
  ['sign', /->>|::|=>|:=|\|\||<>|!=|<=|>=|->|\*\*|[-+*/%=<>(),.;:?[\]{}@!|&^]/y],
  ['open', /[^]/y],
]

/** The tokens of a text that begins at `offset` of a larger one, without comments; the last one is the `end`. */
export function tokensOf(sql: string, offset = 0): readonly Token[] {
  const found: Token[] = []
  let at = 0
  while (at < sql.length) {
    for (const [kind, shape] of shapes) {
      shape.lastIndex = at
      const text = shape.exec(sql)?.[0]
      if (text === undefined) continue
      if (kind !== 'space') found.push({ kind, text: kind === 'word' ? text.toUpperCase() : text, at: offset + at, end: offset + at + text.length })
      at += text.length
      break
    }
  }
  return [...found, { kind: 'end', text: '', at: offset + sql.length, end: offset + sql.length }]
}

/** What a text between quotes or `$$` says, and where that begins. */
export function contentOf(token: Token): { readonly text: string; readonly at: number } {
  if (token.kind === 'body') return { text: token.text.slice(2, -2), at: token.at + 2 }
  return {
    text: token.text
      .slice(1, -1)
      .replaceAll("''", "'")
      .replace(/\\([^])/g, '$1'),
    at: token.at + 1,
  }
}
