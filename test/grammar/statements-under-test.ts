import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { statementsOf } from './split.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A statement and where it is written down. */
export interface Written {
  readonly file: string
  readonly sql: string
}

/** Every different Snowflake statement of the golden cases and of the generated files. */
export function writtenStatements(): readonly Written[] {
  const golden = readdirSync(`${root}test/golden`)
    .map(name => `test/golden/${name}/snowflake.sql`)
    .filter(file => existsSync(root + file))
  const generated = readdirSync(`${root}generated/sql/snowflake`, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.sql'))
    .map(name => `generated/sql/snowflake/${name}`)
  const found = new Map<string, Written>()
  for (const file of [...golden, ...generated].toSorted()) {
    for (const sql of statementsOf(readFileSync(root + file, 'utf8'))) if (!found.has(sql)) found.set(sql, { file, sql })
  }
  return [...found.values()]
}
