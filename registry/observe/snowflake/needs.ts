import type { Placement } from '../../../compiler/ir/placed.ts'
import type { Step } from '../../../compiler/ir/plan.ts'

/** A privilege that some statement of a project takes. */
export interface Need {
  readonly privilege: string
  readonly on: 'ACCOUNT' | 'DATABASE' | 'SCHEMA' | 'WAREHOUSE'
  /** Parts of the name, as the engine has them; null for the account. */
  readonly name: readonly string[] | null
  /** The schema, as we call it, in which the privilege is needed only if it is there already. */
  readonly within: string | null
}

/** Kinds whose privilege to make them in a schema has their name. */
const inSchema = [
  'DYNAMIC TABLE',
  'MATERIALIZED VIEW',
  'ONLINE FEATURE TABLE',
  'TABLE',
  'VIEW',
  'PROCEDURE',
  'FUNCTION',
  'TASK',
  'ALERT',
  'TAG',
  'DATA METRIC FUNCTION',
] as const
/** Those of the account. */
const inAccount = ['WAREHOUSE', 'ROLE'] as const
/** What running them takes besides. */
const executing: Readonly<Partial<Record<string, string>>> = {
  TASK: 'EXECUTE TASK',
  ALERT: 'EXECUTE ALERT',
  'DATA METRIC FUNCTION': 'EXECUTE DATA METRIC FUNCTION',
}

const kinds = [...inSchema, ...inAccount].toSorted((a, b) => b.length - a.length).join('|')
const creating = new RegExp(
  `^CREATE (?:OR (?:REPLACE|ALTER) )?(?:(?:TRANSIENT|SECURE|HYBRID|INTERACTIVE) )*(${kinds}) (?:IF NOT EXISTS )?"[^"]+"(?:\\."([^"]+)"\\.)?`,
)

/** What the statements of all steps take, each once: made from a plan against nothing, so that no kind of object is forgotten. */
export function needsOf(steps: readonly Step[], { catalog, publicSchema, storageSchema, stateSchema }: Placement, warehouse: string | null): readonly Need[] {
  const database = catalog!.toUpperCase()
  const found = new Map<string, Need>()
  const add = (need: Need): void => void found.set(JSON.stringify(need), need)
  const schemaNeed = (privilege: string, schema: string): void =>
    add({ privilege, on: 'SCHEMA', name: [database, schema.toUpperCase()], within: schema.toLowerCase() })
  add({ privilege: 'USAGE', on: 'DATABASE', name: [database], within: null })
  add({ privilege: 'CREATE SCHEMA', on: 'DATABASE', name: [database], within: null })
  if (warehouse !== null) add({ privilege: 'USAGE', on: 'WAREHOUSE', name: [warehouse], within: null })
  for (const schema of new Set([stateSchema, storageSchema, publicSchema])) schemaNeed('USAGE', schema)
  schemaNeed('CREATE TABLE', stateSchema)
  for (const sql of steps.flatMap(s => s.sql)) {
    const match = creating.exec(sql)
    if (match === null) continue
    const [, kind, schema] = match
    if (schema === undefined) add({ privilege: `CREATE ${kind}`, on: 'ACCOUNT', name: null, within: null })
    else schemaNeed(`CREATE ${kind}`, schema)
    const run = executing[kind!]
    if (run !== undefined) add({ privilege: run, on: 'ACCOUNT', name: null, within: null })
  }
  return [...found.values()]
}

/** As grants show it: quoted only where it has to be. */
export function grantedName(parts: readonly string[]): string {
  return parts.map(p => (/^[A-Z_][A-Z0-9_$]*$/.test(p) ? p : `"${p.replaceAll('"', '""')}"`)).join('.')
}
