import type { Token } from './snowflake/tokens.ts'
import { contentOf, tokensOf } from './snowflake/tokens.ts'

/** The statements of a text in which each ends with a semicolon; texts between `$$` are whole. */
export function statementsOf(text: string): readonly string[] {
  return split(text, tokensOf(text))
}

function split(text: string, tokens: readonly Token[]): readonly string[] {
  const ends = tokens.filter(t => t.kind === 'end' || (t.kind === 'sign' && t.text === ';'))
  const found = ends.map((t, i) => text.slice(ends[i - 1]?.end ?? 0, t.at).trim())
  return found.filter(sql => tokensOf(sql).length > 1)
}

const verbs = /^(SELECT|WITH|INSERT|UPDATE|DELETE|MERGE|CALL|CREATE|ALTER|DROP|GRANT|REVOKE|TRUNCATE)\b/

/** The statements of SQL that stand in a block between `$$`, each by itself. */
export function statementsWithin(sql: string): readonly string[] {
  return tokensOf(sql)
    .filter(t => t.kind === 'body')
    .flatMap(t => statementsOf(contentOf(t).text))
    .map(inner => inner.replace(/^((BEGIN|ELSE|DECLARE)\b|(IF|ELSEIF)\b[^\n]*\bTHEN\b|WHEN OTHER THEN\b|EXCEPTION\b|\s+)*/, ''))
    .filter(inner => verbs.test(inner))
}
