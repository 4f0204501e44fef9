import { literal } from '../../../compiler/emit/index.ts'
import type { QualifiedName } from '../../../compiler/ir/name.ts'
import { nameText } from '../../../compiler/ir/name.ts'
import type { Placement } from '../../../compiler/ir/placed.ts'
import type { Live, LiveObject } from '../../../compiler/ir/state.ts'
import { text } from '../../../compiler/ir/type.ts'
import type { Driver, Row } from '../../driver/driver.ts'
import { stateTables } from '../../state/tables.ts'
import type { Reader } from '../reader.ts'
import { typeOfDuckdb } from './types.ts'

/** A BIGINT holds every number of 18 digits and most of 19: the engine itself counts 19. */
export const duckdb: Reader = {
  live,
  relations,
  isHidden: async () => false,
  hidesSchemas: false,
  roleOf: async () => 'main',
  preflight: async () => [],
  typeOf: typeOfDuckdb,
  intDigits: 19,
}

/** Three queries, whatever the number of objects. */
async function live(driver: Driver, placement: Placement): Promise<Live> {
  const schemas = [...new Set([placement.publicSchema, placement.storageSchema, placement.stateSchema])]
  const [found, objects] = await Promise.all([schemasAmong(driver, schemas), objectsIn(driver, schemas)])
  const ofState = (o: LiveObject): boolean => o.name.schema === placement.stateSchema && stateTables.has(o.name.name)
  return { schemas: found, objects: objects.filter(o => !ofState(o)) }
}

/** All else is only read for what somebody may have meant. */
async function relations(driver: Driver, wanted: readonly QualifiedName[]): Promise<readonly LiveObject[]> {
  const schemas = [...new Set(wanted.map(n => n.schema))]
  const found = await objectsIn(driver, schemas)
  const there = new Set(found.map(t => nameText(t.name).toLowerCase()))
  return wanted.every(n => there.has(nameText(n).toLowerCase())) ? found : objectsIn(driver, [...schemas, 'main'])
}

/** Tables and views of some schemas with their columns, by name. */
async function objectsIn(driver: Driver, schemas: readonly string[]): Promise<readonly LiveObject[]> {
  const among = inList(schemas)
  const reading = driver.query(
    'SELECT schema_name, table_name AS name, to_json(list([column_name, data_type, is_nullable::VARCHAR] ORDER BY column_index)) AS columns' +
      ` FROM duckdb_columns() WHERE ${among} GROUP BY ALL`,
    'read the columns of the warehouse',
  )
  const listing = driver.query(
    `SELECT 'table' AS kind, schema_name, table_name AS name, comment, estimated_size AS rows FROM duckdb_tables() WHERE ${among}` +
      ` UNION ALL SELECT 'view', schema_name, view_name, comment, NULL FROM duckdb_views() WHERE ${among} ORDER BY schema_name, name`,
    'read the objects of the warehouse',
  )
  const [columns, objects] = await Promise.all([reading, listing])
  const columnsOf = new Map(columns.map(row => [keyOf(row), String(row['columns'])]))
  return objects.map(row => ({
    name: { catalog: null, schema: String(row['schema_name']), name: String(row['name']) },
    kind: row['kind'] === 'view' ? 'view' : 'table',
    columns: (JSON.parse(columnsOf.get(keyOf(row)) ?? '[]') as readonly (readonly [string, string, string])[]).map(([name, type, nullable]) => ({
      name,
      type,
      nullable: nullable === 'true',
    })),
    comment: row['comment'] === null ? null : String(row['comment']),
    ...(row['rows'] === null ? {} : { rows: Number(row['rows']) }),
  }))
}

/** Those of the schemas that exist. */
async function schemasAmong(driver: Driver, schemas: readonly string[]): Promise<readonly string[]> {
  const rows = await driver.query(`SELECT schema_name FROM duckdb_schemas() WHERE ${inList(schemas)} ORDER BY schema_name`, 'read the schemas of the warehouse')
  return rows.map(r => String(r['schema_name']))
}

/** Names are lower case here; an engine keeps the case in which a table was made. */
function inList(schemas: readonly string[]): string {
  return `database_name = current_database() AND lower(schema_name) IN (${schemas.map(s => literal(s.toLowerCase(), text, 'duckdb')).join(', ')})`
}

function keyOf(row: Row): string {
  return `${row['schema_name']}\n${row['name']}`
}
