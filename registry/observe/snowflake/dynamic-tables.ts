import type { LiveTable } from '../../../compiler/import/index.ts'
import { literal, quote } from '../../../compiler/emit/index.ts'
import { text } from '../../../compiler/ir/type.ts'
import type { Driver, Row } from '../../driver/driver.ts'
import { isDenied, isMissing, unless } from '../../driver/outcome.ts'
import { columnsIn } from './columns.ts'
import type { SchemaName } from './show.ts'
import { schemaText, showAll } from './show.ts'
import { typeOfSnowflake } from './types.ts'

/** The dynamic tables of a schema whose names fit a pattern of LIKE, with the statements that made them; null where there is no such schema for us. */
export async function dynamicTables(driver: Driver, of: SchemaName, like: string | null): Promise<readonly LiveTable[] | null> {
  const rows = await showAll(driver, 'DYNAMIC TABLES', of)
  if (rows === null) return null
  const fits = like === null ? () => true : matcher(like)
  const wanted = rows.filter(r => fits(String(r['name'])))
  const columns = wanted.length === 0 ? null : await columnsIn(driver, of)
  const tables: LiveTable[] = []
  for (const row of wanted) {
    const name = String(row['name'])
    tables.push({
      name,
      text: said(row, 'text') ?? (await ddlOf(driver, of, name)),
      targetLag: said(row, 'target_lag'),
      comment: said(row, 'comment'),
      columns: (columns?.get(name) ?? []).map(c => ({ name: c.name, type: typeOfSnowflake(c.type), spelled: c.type })),
    })
  }
  return tables
}

/** SHOW gives the text as it was written, tags included. Where it does not, GET_DDL gives what the engine makes of it. */
async function ddlOf(driver: Driver, of: SchemaName, name: string): Promise<string | null> {
  const full = `${schemaText(of)}."${name.replaceAll('"', '""')}"`
  const asked = `SELECT GET_DDL('DYNAMIC_TABLE', ${literal(full, text, 'snowflake')}, TRUE) AS ${quote('ddl', 'snowflake')}`
  const [row] = (await unless(driver.query(asked, `read ${name}`), isMissing, isDenied)) ?? []
  return row === undefined ? null : said(row, 'ddl')
}

function said(row: Row, column: string): string | null {
  const value = row[column]
  return value === null || value === undefined || value === '' ? null : String(value)
}

function matcher(like: string): (name: string) => boolean {
  const pattern = Array.from(like, c => (c === '%' ? '.*' : c === '_' ? '.' : c.replace(/[^\w]/, '\\$&'))).join('')
  const whole = new RegExp(`^${pattern}$`, 'is')
  return name => whole.test(name)
}
