import type { Token } from './snowflake/tokens.ts'
import { contentOf, tokensOf } from './snowflake/tokens.ts'

export type MutationKind = 'drop a keyword' | 'misspell a keyword' | 'drop a parenthesis' | 'wrong option name' | 'duplicate a clause' | 'swap two clauses'

/** One mistake in a statement: other text in place of that from `from` to `to`; `what` is the word that it is about, between which others. */
export interface Mutation {
  readonly kind: MutationKind
  readonly from: number
  readonly to: number
  readonly text: string
  readonly what: string
  readonly before: string
  readonly after: string
}

/** The statement with the mistake. */
export function mutated(sql: string, { from, to, text }: Mutation): string {
  return sql.slice(0, from) + text + sql.slice(to)
}

/** The tokens of a statement and of the texts between `$$` in it, in order. */
function allTokens(sql: string): readonly Token[] {
  return tokensOf(sql)
    .filter(t => t.kind !== 'end')
    .flatMap(t => {
      if (t.kind !== 'body') return [t]
      const { text, at } = contentOf(t)
      const sign = (start: number): Token => ({ kind: 'sign', text: '$$', at: start, end: start + 2 })
      return [sign(t.at), ...tokensOf(text, at).filter(inner => inner.kind !== 'end'), sign(t.end - 2)]
    })
}

/** Every mutation of a statement, of all kinds. */
export function mutationsOf(sql: string): readonly Mutation[] {
  const tokens = allTokens(sql)
  const around = (from: number, to = from): Pick<Mutation, 'before' | 'after'> => ({ before: tokens[from - 1]?.text ?? '', after: tokens[to + 1]?.text ?? '' })
  const found = tokens.flatMap((t, i): Mutation[] => {
    const common = { from: t.at, to: t.end, what: t.text, ...around(i) }
    if (t.kind === 'sign' && (t.text === '(' || t.text === ')')) return [{ kind: 'drop a parenthesis', text: ' ', ...common }]
    if (t.kind !== 'word') return []
    const isOption = common.after === '=' || common.after === '=>'
    return [
      { kind: 'drop a keyword', text: ' ', ...common },
      { kind: 'misspell a keyword', text: t.text.slice(0, -1) + (t.text.endsWith('X') ? 'Q' : 'X'), ...common },
      ...(isOption ? [{ kind: 'wrong option name' as const, text: `${t.text}_OF`, ...common }] : []),
    ]
  })
  return [...found, ...clauseMutations(sql, clausesOf(tokens))]
}

/** Words that begin a clause; with two words where one alone may be something else. */
const starters = `
  SELECT, FROM, WHERE, GROUP BY, HAVING, QUALIFY, ORDER BY, LIMIT, PARTITION BY, ROWS BETWEEN, RANGE BETWEEN, VALUES, COPY GRANTS, COMMENT, CLUSTER BY,
  AS SELECT, AS WITH, AS $$, MATCH_CONDITION, USING, ON, SET, INSERT INTO, PRIMARY KEY, INNER JOIN, LEFT JOIN, CROSS JOIN, ASOF JOIN, JOIN,
  DATA_RETENTION_TIME_IN_DAYS, CHANGE_TRACKING, TARGET_LAG, WAREHOUSE, INITIALIZATION_WAREHOUSE, REFRESH_MODE, INITIALIZE, TIMESTAMP_COLUMN, RETURNS,
  LANGUAGE, EXECUTE AS, SCHEDULE, AFTER, ALLOWED_VALUES, WITH TAG, NOT NULL, MASKING POLICY, ROW ACCESS, WITH ROW, WITH MASKING, LIKE, IN SCHEMA,
  IN DATABASE, STARTS WITH, TO ROLE, FROM ROLE, WITH GRANT, WAREHOUSE_SIZE, AUTO_SUSPEND, AUTO_RESUME, MIN_CLUSTER_COUNT, MAX_CLUSTER_COUNT,
  SCALING_POLICY, CLONE, EXCEPTION
`
  .trim()
  .split(/,\s+/)
const oneWord = new Set(starters.filter(s => !s.includes(' ')))
const twoWords = new Set(starters.filter(s => s.includes(' ')))

/** Tokens [from, to) of a statement. */
interface Clause {
  readonly from: Token
  readonly last: Token
  readonly next: Token | null
}

/** Clauses at all depths: from the word that begins one to the next such word, comma or parenthesis at the same depth. */
function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const found: Clause[] = []
  const open: { start: number | null }[] = [{ start: null }]
  const close = (end: number): void => {
    const { start } = open.at(-1)!
    if (start !== null) found.push({ from: tokens[start]!, last: tokens[end - 1]!, next: tokens[end] ?? null })
    open.at(-1)!.start = null
  }
  for (const [i, t] of tokens.entries()) {
    const pair = `${t.text} ${tokens[i + 1]?.text ?? ''}`
    const before = tokens[i - 1]?.text
    const begins =
      t.kind === 'word' && before !== 'DISTINCT' && before !== 'IS' && (twoWords.has(pair) || (oneWord.has(t.text) && !twoWords.has(`${before} ${t.text}`)))
    if (begins || [')', ';', '$$', ']'].includes(t.text) || (t.text === ',' && optionLike(tokens, open.at(-1)!.start))) close(i)
    if (begins) open.at(-1)!.start = i
    if (t.text === '(') open.push({ start: null })
    if (t.text === ')' && open.length > 1) open.pop()
  }
  close(tokens.length)
  return found
}

/** Clauses of columns end at a comma. */
function optionLike(tokens: readonly Token[], start: number | null): boolean {
  return start !== null && ['COMMENT', 'NOT', 'MASKING', 'WITH'].includes(tokens[start]!.text)
}

function clauseMutations(sql: string, clauses: readonly Clause[]): readonly Mutation[] {
  const text = (c: Clause): string => sql.slice(c.from.at, c.last.end)
  const byStart = new Map(clauses.map(c => [c.from, c]))
  return clauses.flatMap((c): Mutation[] => {
    const common = { from: c.from.at, what: c.from.text, before: '', after: c.next?.text ?? '' }
    const doubled: Mutation = { kind: 'duplicate a clause', to: c.last.end, text: `${text(c)} ${text(c)}`, ...common }
    const other = c.next === null ? undefined : byStart.get(c.next)
    if (other === undefined || text(c) === text(other)) return [doubled]
    const between = sql.slice(c.last.end, other.from.at)
    return [doubled, { kind: 'swap two clauses', to: other.last.end, text: text(other) + between + text(c), ...common }]
  })
}
