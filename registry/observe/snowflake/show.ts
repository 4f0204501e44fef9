import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import { literal, quote } from '../../../compiler/emit/index.ts'
import { text } from '../../../compiler/ir/type.ts'
import type { Driver, Row } from '../../driver/driver.ts'
import { isDenied, isMissing, unless } from '../../driver/outcome.ts'

/** A database and one of its schemas. */
export interface SchemaName {
  readonly catalog: string
  readonly schema: string
}

export function schemaText({ catalog, schema }: SchemaName): string {
  return `${quote(catalog, 'snowflake')}.${quote(schema, 'snowflake')}`
}

/** The engine lists no more at once. */
const page = 10_000

/** All objects of a kind in a schema, page by page; each row by the names of its columns. Null where the schema is not there, or not for us. */
export async function showAll(driver: Driver, kind: string, of: SchemaName, rows = page): Promise<readonly Row[] | null> {
  const found = new Map<string, Row>()
  for (let after: string | null = null; ;) {
    const cursor: string = after === null ? '' : ` FROM ${literal(after, text, 'snowflake')}`
    const shown = await showPage(driver, `SHOW ${kind} IN SCHEMA ${schemaText(of)} LIMIT ${rows}${cursor}`)
    if (shown === null) return null
    const before = found.size
    for (const row of shown) found.set(String(row['name']), row)
    if (shown.length < rows || found.size === before) return [...found.values()]
    after = String(shown.at(-1)!['name'])
  }
}

async function showPage(driver: Driver, sql: string): Promise<readonly Row[] | null> {
  return unless(driver.query(sql, 'read the objects of the warehouse'), isMissing, isDenied)
}

/** As we call it: names that nobody has to quote are kept in upper case there and in lower case here. Others stay as they are, and so are never ours. */
export function ourName(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name
}

/** The schemas of a database, as we call them. */
export async function schemasOf(driver: Driver, catalog: string): Promise<ReadonlySet<string>> {
  const database = quote(catalog, 'snowflake')
  try {
    const rows = await driver.query(`SHOW SCHEMAS IN DATABASE ${database}`, 'read the schemas of the warehouse')
    return new Set(rows.map(r => ourName(String(r['name']))))
  } catch (error) {
    if (isMissing(error)) throw new FeatError([diagnostic('F670', { database })], { cause: error })
    throw error
  }
}
