import { groupBy } from '../../../compiler/base/group.ts'
import { diagnostic, FeatError, InternalError } from '../../../compiler/base/diagnostic.ts'
import { literal, qualified, quote } from '../../../compiler/emit/index.ts'
import type { QualifiedName } from '../../../compiler/ir/name.ts'
import type { Placement } from '../../../compiler/ir/placed.ts'
import type { Live, LiveObject } from '../../../compiler/ir/state.ts'
import { text } from '../../../compiler/ir/type.ts'
import type { Driver } from '../../driver/driver.ts'
import { isDenied, isMissing, unless } from '../../driver/outcome.ts'
import type { Reader } from '../reader.ts'
import { columnsIn } from './columns.ts'
import { objectsIn } from './objects.ts'
import { preflight } from './preflight.ts'
import type { SchemaName } from './show.ts'
import { ourName, schemasOf, schemaText } from './show.ts'
import { typeOfSnowflake } from './types.ts'

export const snowflake: Reader = { live, relations, isHidden, hidesSchemas: true, roleOf, preflight, typeOf: typeOfSnowflake, intDigits: 38 }

/** A schema in which the state keeps its own tables only is not looked into. */
async function live(driver: Driver, placement: Placement): Promise<Live> {
  const catalog = placement.catalog
  if (catalog === null) throw new InternalError('a placement on Snowflake names a database')
  const wanted = [...new Set([placement.publicSchema, placement.storageSchema])].map(schema => ({ catalog, schema }))
  const [schemas, objects] = await Promise.all([schemasOf(driver, catalog), Promise.all(wanted.map(w => objectsIn(driver, w)))])
  const closed = wanted.filter((w, i) => objects[i] === null && schemas.has(w.schema))
  if (closed.length > 0) throw new FeatError(closed.map(w => diagnostic('F671', { schema: schemaText(w) })))
  return { schemas: [placement.stateSchema, ...wanted.map(w => w.schema)].filter(s => schemas.has(s)), objects: objects.flatMap(o => o ?? []) }
}

/** The columns of what is wanted; where some of it is missing, the names of all else in its schema. */
async function relations(driver: Driver, wanted: readonly QualifiedName[]): Promise<readonly LiveObject[]> {
  const schemas = [...groupBy(wanted, n => `${n.catalog}.${n.schema}`).values()]
  const found = await Promise.all(
    schemas.map(async names => {
      const of: SchemaName = { catalog: names[0]!.catalog!, schema: names[0]!.schema }
      const reading = columnsIn(
        driver,
        of,
        names.map(n => n.name),
      )
      const columns = await unless(reading, isMissing)
      const objects = [...(columns ?? [])].map(([name, c]) => relation(of, name, c))
      const complete = names.every(n => objects.some(o => o.name.name === n.name))
      return complete || columns === null ? objects : [...objects, ...(await namesIn(driver, of)).map(name => relation(of, name, null))]
    }),
  )
  return found.flat()
}

function relation(of: SchemaName, name: string, columns: LiveObject['columns'] | null): LiveObject {
  return { name: { ...of, name: ourName(name) }, kind: 'table', columns: columns ?? [], comment: null }
}

async function namesIn(driver: Driver, { catalog, schema }: SchemaName): Promise<readonly string[]> {
  const rows = await driver.query(
    `SELECT TABLE_NAME FROM ${quote(catalog, 'snowflake')}.INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ${literal(schema.toUpperCase(), text, 'snowflake')}`,
    'read the names of tables',
  )
  return rows.map(r => String(r['table_name']))
}

/** What is listed for nobody without a privilege on it may be there all the same: asked for by name, the engine may say so. */
async function isHidden(driver: Driver, name: QualifiedName): Promise<boolean> {
  try {
    await driver.query(`DESCRIBE TABLE ${qualified(name, 'snowflake')}`, 'look whether something is only hidden')
    return true
  } catch (error) {
    if (isDenied(error)) return true
    if (isMissing(error)) return false
    throw error
  }
}

async function roleOf(driver: Driver): Promise<string> {
  const [row] = await driver.query('SELECT CURRENT_ROLE() AS ROLE_NAME', 'ask for the role')
  return String(row?.['role_name'] ?? 'of the connection')
}
