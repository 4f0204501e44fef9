import { syntaxError } from '../sql-error.ts'
import type { Token } from '../sql/tokens.ts'

/** Arguments between commas. */
export function argumentsOf(group: readonly Token[]): readonly (readonly Token[])[] {
  if (group.length === 0) return []
  const found: Token[][] = [[]]
  let depth = 0
  for (const token of group) {
    if (token.kind === 'op') depth += token.value === '(' ? 1 : token.value === ')' ? -1 : 0
    if (depth === 0 && token.kind === 'op' && token.value === ',') found.push([])
    else found.at(-1)!.push(token)
  }
  if (found.some(f => f.length === 0)) throw syntaxError("unexpected ','")
  return found
}

/** Where the last AS stands outside of parentheses; -1 where there is none. */
export function lastAs(group: readonly Token[]): number {
  let depth = 0
  for (let i = group.length - 1; i >= 0; i--) {
    const { kind, value } = group[i]!
    if (kind === 'op') depth += value === ')' ? 1 : value === '(' ? -1 : 0
    if (depth === 0 && kind === 'word' && value === 'AS') return i
  }
  return -1
}

/** Refuses what does not begin as a query. */
export function requireQuery(tokens: readonly Token[]): void {
  const first = tokens.find(t => t.value !== '(' || t.kind !== 'op')
  if (first?.kind !== 'word' || !['SELECT', 'WITH', 'VALUES'].includes(first.value)) throw syntaxError('expected a query')
}
