import type { Refusal } from '../match.ts'
import { recognizer } from '../match.ts'
import { grammarOf } from '../notation.ts'
import { functions } from './functions.ts'
import { automation } from './rules/automation.ts'
import { expressions } from './rules/expressions.ts'
import { governance } from './rules/governance.ts'
import { queries } from './rules/queries.ts'
import { tables } from './rules/tables.ts'
import { views } from './rules/views.ts'
import { terminals } from './terminals.ts'

export const rules = grammarOf([expressions, functions, queries, tables, views, automation, governance], new Set(Object.keys(terminals)))

const recognize = recognizer(rules, terminals, 'statement')

/**
 * Why a text is no statement of Snowflake; null where it is one. `bare`: the words that may be names without quotes, in
 * upper case; null allows any, as Snowflake does.
 */
export function refusalOf(sql: string, bare: ReadonlySet<string> | null = null): Refusal | null {
  return recognize(sql, bare)
}
