import type { SourceDefinition } from '../../compiler/ir/definition.ts'
import type { Type } from '../../compiler/ir/type.ts'
import type { Driver, Row } from '../../registry/driver/driver.ts'
import type { OracleInput, RawRow, Run } from './data.ts'
import { arrived } from './data.ts'
import { usedSources } from './project.ts'
import type { Cell, Value } from './value.ts'
import { day, decimal, instant, isoOf, microsOf, plainText } from './value.ts'

/** The raw tables as they stand when a run starts: what has arrived of events and dimensions, snapshots as that run captures them. */
export async function loadRaw(driver: Driver, input: OracleInput, run: Run): Promise<void> {
  for (const s of usedSources(input)) {
    const [schema, table] = s.name.split('.')
    const rows = s.form === 'snapshot' ? (input.captures[s.name]?.find(c => c.at === run.now)?.rows ?? []) : arrived(input, s.name, run.now)
    await driver.execute(`CREATE SCHEMA IF NOT EXISTS "${schema}"`)
    await driver.execute(`CREATE TABLE IF NOT EXISTS "${schema}"."${table}" (${tableColumns(s)})`)
    await driver.execute(`DELETE FROM "${schema}"."${table}"`)
    if (rows.length > 0) await driver.execute(`INSERT INTO "${schema}"."${table}" VALUES ${rows.map(r => rowSql(s, r)).join(', ')}`)
  }
}

function tableColumns(s: SourceDefinition): string {
  return Object.entries(s.columns)
    .map(([name, c]) => `"${name}" ${typeSql(c.type)}`)
    .join(', ')
}

function typeSql(type: Type): string {
  switch (type.kind) {
    case 'text':
      return 'VARCHAR'
    case 'flag':
      return 'BOOLEAN'
    case 'int':
      return 'BIGINT'
    case 'float':
      return 'DOUBLE'
    case 'date':
      return 'DATE'
    case 'time':
      return 'TIMESTAMP'
    case 'json':
      return 'JSON'
    case 'decimal':
      return `DECIMAL(${type.precision}, ${type.scale})`
  }
}

function rowSql(s: SourceDefinition, row: RawRow): string {
  return `(${Object.entries(s.columns)
    .map(([name, c]) => cellSql(row[name] ?? null, c.type))
    .join(', ')})`
}

function cellSql(cell: Cell, type: Type): string {
  if (cell === null) return 'NULL'
  if (type.kind === 'time') return `TIMESTAMP '${isoOf(typeof cell === 'bigint' ? cell : microsOf(plainText(cell)))}'`
  return `CAST('${plainText(cell).replaceAll("'", "''")}' AS ${typeSql(type)})`
}

/** The rows of a relation as values, by what the engine says of each column. */
export async function readRows(driver: Driver, sql: string): Promise<readonly Readonly<Record<string, Value>>[]> {
  const types = await driver.describe(sql)
  const rows = await driver.query(sql)
  return rows.map(row => Object.fromEntries(types.map(t => [t.name.toLowerCase(), valueOf(row[t.name.toLowerCase()] ?? null, t.type)])))
}

function valueOf(cell: Row[string], type: string): Value {
  if (cell === null) return null
  if (/^(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type)) return BigInt(cell)
  if (type.startsWith('DECIMAL')) return decimal(String(cell))
  if (type === 'DOUBLE' || type === 'FLOAT') return Number(cell)
  if (type.startsWith('TIMESTAMP')) return instant(microsOf(String(cell)))
  if (type === 'DATE') return day(Date.parse(`${String(cell)}T00:00:00Z`) / 86_400_000)
  if (type === 'JSON') return { kind: 'json', value: JSON.parse(String(cell)) }
  return cell
}
