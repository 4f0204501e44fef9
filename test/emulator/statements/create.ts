import type { Answer } from '../results.ts'
import type { Cursor } from '../sql/cursor.ts'
import { createAccount, createSchema } from './account.ts'
import type { Context } from './context.ts'
import type { Head } from './create-relation.ts'
import { createTable, createView } from './create-relation.ts'

/** CREATE, by the words that name the kind. */
export async function create(ctx: Context, c: Cursor): Promise<Answer> {
  const orReplace = c.accept('OR', 'REPLACE')
  const orAlter = !orReplace && c.accept('OR', 'ALTER')
  const words: string[] = []
  const head: Head = { orReplace, orAlter, words }
  for (const word of ['TRANSIENT', 'TEMPORARY', 'HYBRID', 'INTERACTIVE', 'SECURE', 'MATERIALIZED', 'NOTIFICATION']) if (c.accept(word)) words.push(word)
  const kind = c.oneOf('TABLE', 'VIEW', 'SCHEMA', 'DATABASE', 'WAREHOUSE', 'ROLE', 'INTEGRATION')
  if (!fits(kind, words)) throw c.unexpected(`a kind that can be ${words.join(' ')}`)
  switch (kind) {
    case 'TABLE':
      return createTable(ctx, c, head)
    case 'VIEW':
      return createView(ctx, c, head)
    case 'SCHEMA':
      return createSchema(ctx, c, head)
    default:
      return createAccount(ctx, c, kind as 'DATABASE' | 'WAREHOUSE' | 'ROLE' | 'INTEGRATION', head)
  }
}

const words: Readonly<Record<string, readonly string[]>> = {
  TABLE: ['TRANSIENT', 'HYBRID', 'INTERACTIVE'],
  VIEW: ['SECURE', 'MATERIALIZED'],
  SCHEMA: ['TRANSIENT'],
  DATABASE: ['TRANSIENT'],
  INTEGRATION: ['NOTIFICATION'],
}

function fits(kind: string, given: readonly string[]): boolean {
  return given.every(w => words[kind]?.includes(w)) && (kind !== 'INTEGRATION' || given.length === 1)
}
