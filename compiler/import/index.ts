import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Imported } from './imported.ts'

export { importTables } from './dynamic-tables.ts'
export type { LiveTable } from './dynamic-tables.ts'
export { importSpecs } from './feature-store.ts'
export type { Imported } from './imported.ts'
export { typescriptOf } from './typescript.ts'
export type { WrittenFile } from './typescript.ts'

/** Queries that only Snowflake understands: what the embedded warehouse reads instead is told for each. */
export function localBodies({ sources }: Imported): readonly Diagnostic[] {
  return sources.flatMap(s => (s.query === null ? [] : [diagnostic('F737', { source: s.name, relation: s.name })]))
}

/** What `sources` of a Snowflake target has to say: prefix or logical name -> what it stands for there. */
export function mappingsOf({ sources }: Imported): Readonly<Record<string, string>> {
  const mappings: Record<string, string> = {}
  for (const { name, relation } of sources) {
    if (relation === null) continue
    const [prefix, table] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)]
    const schema = relation.slice(0, Math.max(relation.lastIndexOf('.'), 0))
    const isPlain = relation.slice(relation.lastIndexOf('.') + 1).toLowerCase() === table && schema !== ''
    if (isPlain && (mappings[prefix] ?? schema) === schema) mappings[prefix] = schema
    else mappings[name] = relation
  }
  return mappings
}
