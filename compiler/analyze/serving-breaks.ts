import type { Scalar } from '../ir/scalar.ts'
import { childrenOf } from '../ir/scalar.ts'
import type { ScalarLeaf } from '../ir/scalar.ts'
import type { Break } from '../ir/serving-choice.ts'

/** What SQL of an author may hold that an incremental refresh cannot keep current; our own functions are all deterministic. */
const breaking: readonly { readonly found: RegExp; readonly rule: string }[] = [
  {
    found: /\b(CURRENT_TIMESTAMP|CURRENT_TIME|CURRENT_DATE|LOCALTIMESTAMP|LOCALTIME|SYSTIMESTAMP|SYSDATE|GETDATE)\b/i,
    rule: 'what depends on the moment stands in conditions only',
  },
  {
    found: /\b(CURRENT_USER|CURRENT_ROLE|CURRENT_SESSION|CURRENT_ACCOUNT|CURRENT_WAREHOUSE|IS_ROLE_IN_SESSION|INVOKER_ROLE)\b/i,
    rule: 'it depends on who reads',
  },
  { found: /\b(RANDOM|RANDSTR|UNIFORM|NORMAL|ZIPF|UUID_STRING|SEQ[1248]|NEXTVAL)\b/i, rule: 'it gives another value each time' },
  { found: /\b(EXISTS|SELECT)\b/i, rule: 'subqueries stand in FROM only' },
  { found: /\bANY_VALUE\b/i, rule: 'which value it takes is not determined' },
]

/** Pieces of the SQL for Snowflake within a computed column that break an incremental refresh. */
export function breaksOf(column: string, expr: Scalar): readonly Break[] {
  const own = expr.kind === 'raw' ? inText(column, expr.bodies.snowflake.map(p => (typeof p === 'string' ? p : ' ')).join('')) : []
  return [...own, ...childrenOf<ScalarLeaf>(expr).flatMap(child => breaksOf(column, child))]
}

function inText(column: string, sql: string): readonly Break[] {
  const code = sql.replaceAll(/'(?:[^'\\]|''|\\.)*'/g, "''").replaceAll(/--.*$|\/\*[\s\S]*?\*\//gm, ' ')
  return breaking.flatMap(({ found, rule }) => {
    const match = found.exec(code)
    return match === null ? [] : [{ column, found: match[0].toUpperCase(), rule }]
  })
}
