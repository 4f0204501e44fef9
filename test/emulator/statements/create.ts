import type { Answer } from '../results.ts'
import type { Cursor } from '../sql/cursor.ts'
import { createAccount, createSchema } from './account.ts'
import type { Context } from './context.ts'
import type { Head } from './create-relation.ts'
import { createTable, createView } from './create-relation.ts'
import { createServed } from './create-served.ts'
import { createFunction } from './functions.ts'
import { createPolicy, createTag } from './plain-objects.ts'
import { createMetric, createProcedure } from './procedures.ts'
import { createAlert, createTask } from './tasks.ts'

/** CREATE, by the words that name the kind. */
export async function create(ctx: Context, c: Cursor): Promise<Answer> {
  const orReplace = c.accept('OR', 'REPLACE')
  const orAlter = !orReplace && c.accept('OR', 'ALTER')
  const words: string[] = []
  const head: Head = { orReplace, orAlter, words }
  for (const word of ['TRANSIENT', 'HYBRID', 'INTERACTIVE', 'SECURE', 'MATERIALIZED', 'NOTIFICATION']) if (c.accept(word)) words.push(word)
  const kind = c.oneOf(...kinds)
  if (!fits(kind, words)) throw c.unexpected(`a kind that can be ${words.join(' ')}`)
  switch (kind) {
    case 'TABLE':
      if (words.includes('INTERACTIVE')) return createServed(ctx, c, head, 'TABLE')
      return createTable(ctx, c, head)
    case 'VIEW':
      return createView(ctx, c, head)
    case 'DYNAMIC TABLE':
    case 'ONLINE FEATURE TABLE':
      return createServed(ctx, c, head, kind)
    case 'FUNCTION':
      return createFunction(ctx, c, head)
    case 'PROCEDURE':
      return createProcedure(ctx, c, head)
    case 'DATA METRIC FUNCTION':
      return createMetric(ctx, c, head)
    case 'TASK':
      return createTask(ctx, c, head)
    case 'ALERT':
      return createAlert(ctx, c, head)
    case 'TAG':
      return createTag(ctx, c, head)
    case 'MASKING POLICY':
    case 'ROW ACCESS POLICY':
      return createPolicy(ctx, c, head, kind)
    case 'SCHEMA':
      return createSchema(ctx, c, head)
    default:
      return createAccount(ctx, c, kind as 'DATABASE' | 'WAREHOUSE' | 'ROLE' | 'INTEGRATION', head)
  }
}

const kinds =
  'TABLE|VIEW|SCHEMA|DATABASE|WAREHOUSE|ROLE|INTEGRATION|DYNAMIC TABLE|ONLINE FEATURE TABLE|PROCEDURE|FUNCTION|DATA METRIC FUNCTION|TASK|ALERT|TAG|MASKING POLICY|ROW ACCESS POLICY'.split(
    '|',
  )

const words: Readonly<Record<string, readonly string[]>> = {
  TABLE: ['TRANSIENT', 'HYBRID', 'INTERACTIVE'],
  VIEW: ['SECURE', 'MATERIALIZED'],
  SCHEMA: ['TRANSIENT'],
  DATABASE: ['TRANSIENT'],
  INTEGRATION: ['NOTIFICATION'],
  WAREHOUSE: ['INTERACTIVE'],
  'DYNAMIC TABLE': ['TRANSIENT'],
  'DATA METRIC FUNCTION': ['SECURE'],
  PROCEDURE: ['SECURE'],
  FUNCTION: ['SECURE'],
}

function fits(kind: string, given: readonly string[]): boolean {
  return given.every(w => words[kind]?.includes(w)) && (kind !== 'INTEGRATION' || given.length === 1)
}
