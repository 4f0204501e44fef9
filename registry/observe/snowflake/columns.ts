import { groupBy } from '../../../compiler/base/group.ts'
import { literal, quote } from '../../../compiler/emit/index.ts'
import type { LiveObject } from '../../../compiler/ir/state.ts'
import { text } from '../../../compiler/ir/type.ts'
import type { Driver, Row } from '../../driver/driver.ts'
import type { SchemaName } from './show.ts'
import { ourName } from './show.ts'

/** The columns of everything in a schema, or of some of it, by the name of the table or view as the engine has it: one query. */
export async function columnsIn(driver: Driver, of: SchemaName, only: readonly string[] = []): Promise<ReadonlyMap<string, LiveObject['columns']>> {
  const words = (value: string): string => literal(value.toUpperCase(), text, 'snowflake')
  const some = only.length === 0 ? '' : ` AND TABLE_NAME IN (${only.map(words).join(', ')})`
  const rows = await driver.query(
    'SELECT TABLE_NAME, COLUMN_NAME, IS_NULLABLE, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION' +
      ` FROM ${quote(of.catalog, 'snowflake')}.INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ${words(of.schema)}${some} ORDER BY TABLE_NAME, ORDINAL_POSITION`,
    'read the columns of the warehouse',
  )
  return new Map([...groupBy(rows, r => String(r['table_name']))].map(([table, columns]) => [table, columns.map(columnOf)] as const))
}

function columnOf(row: Row): LiveObject['columns'][number] {
  return { name: ourName(String(row['column_name'])), type: spelled(row), nullable: row['is_nullable'] !== 'NO' }
}

/** The type with its parameters, always in full and by one name, whichever synonym made it. */
function spelled(row: Row): string {
  const name = String(row['data_type'])
  if (name === 'NUMBER') return `NUMBER(${row['numeric_precision']},${row['numeric_scale']})`
  if (name === 'TEXT') return `VARCHAR(${row['character_maximum_length']})`
  if (name.startsWith('TIME')) return `${name}(${row['datetime_precision']})`
  return name
}
