import type { PlacedState } from '../../compiler/ir/placed.ts'
import type { DescribedColumn, Driver, Row, Value } from '../../registry/driver/driver.ts'

/** Where tables and views of both warehouses differ, and how many rows were the same. */
export interface Compared {
  readonly rows: number
  readonly differences: readonly string[]
}

/** A warehouse on DuckDB, and one beside it. */
interface Compares {
  readonly duck: Driver
  readonly engine: { readonly driver: Driver }
}

/** Where the public names of an account differ from those of DuckDB: views of a feature store have their version behind them. */
export type OtherNames = ReadonlyMap<string, string>

export function otherNames({ resources }: Pick<PlacedState, 'resources'>): OtherNames {
  return new Map(resources.flatMap(r => (r.name === null || r.publicName === null ? [] : [[r.name.toLowerCase(), r.publicName.name] as const])))
}

/** All tables and views in some schemas of DuckDB beside those of the same names, but for some `schema.name`. */
export async function compareSchemas(
  { duck, engine }: Compares,
  database: string,
  schemas: readonly string[],
  without: ReadonlySet<string> = new Set(),
  other: OtherNames = new Map(),
): Promise<Compared> {
  const among = `schema_name IN (${schemas.map(s => `'${s}'`).join(', ')})`
  const names = await duck.query(`SELECT schema_name AS schema, table_name AS name FROM duckdb_tables() WHERE NOT internal AND ${among}
    UNION ALL SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal AND ${among} ORDER BY ALL`)
  let rows = 0
  const differences: string[] = []
  for (const { schema, name } of names) {
    if (without.has(`${schema}.${name}`)) continue
    const found = await compareTable(duck, engine.driver, {
      database,
      schema: String(schema),
      name: String(name),
      there: other.get(String(name)) ?? String(name),
    })
    rows += found.rows
    differences.push(...found.differences)
  }
  return { rows, differences }
}

interface TableName {
  readonly database: string
  readonly schema: string
  readonly name: string
  /** Its name in the account. */
  readonly there: string
}

async function compareTable(duck: Driver, other: Driver, { database, schema, name, there }: TableName): Promise<Compared> {
  const columns = await duck.describe(`SELECT * FROM "${schema}"."${name}"`)
  const list = columns.map(c => `"${c.name}"`).join(', ')
  const ours = await duck.query(`SELECT ${list} FROM "${schema}"."${name}"`)
  const theirs = await other.query(`SELECT ${list} FROM "${database}"."${schema}"."${there}"`.toUpperCase())
  return { rows: ours.length, differences: differing(columns, ours, theirs).map(d => `${schema}.${name}: ${d}`) }
}

/** Where rows differ, whatever their order: floats by more than 1e-9 relative, all else at all. */
export function differing(columns: readonly Column[], ours: readonly Row[], theirs: readonly Row[]): readonly string[] {
  if (ours.length !== theirs.length) return [`${ours.length} rows, ${theirs.length} on the other`]
  const floats = columns.filter(c => isFloat(c.type)).map(c => c.name)
  const rest = columns.filter(c => !isFloat(c.type))
  const [a, b] = [ours, theirs].map(rows => rows.map(r => rowOf(r, rest, floats)).toSorted(byValues)) as [Comparable[], Comparable[]]
  return a.flatMap((row, i) => {
    const other = b[i]!
    if (row.exact !== other.exact) return [`${row.exact} here, ${other.exact} there`]
    return floats.flatMap((f, j) =>
      close(row.floats[j]!, other.floats[j]!) ? [] : [`${f} is ${row.floats[j]} here, ${other.floats[j]} there, of ${row.exact}`],
    )
  })
}

/** A column of DuckDB. */
type Column = Pick<DescribedColumn, 'name' | 'type'>

interface Comparable {
  readonly exact: string
  readonly floats: readonly (number | null)[]
}

function rowOf(row: Row, exact: readonly Column[], floats: readonly string[]): Comparable {
  return { exact: JSON.stringify(exact.map(c => plain(row[c.name]!, c.type))), floats: floats.map(c => (row[c] === null ? null : Number(row[c]))) }
}

/** JSON without regard to its layout, exact numbers and instants without zeros that say nothing. */
function plain(value: Value, type: string): unknown {
  if (value === null) return null
  if (type === 'JSON') return JSON.parse(String(value)) as unknown
  if (/^(DECIMAL|[A-Z]*INT)/.test(type))
    return String(value)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '')
  return typeof value === 'string' && type.startsWith('TIMESTAMP') ? value.replace(/\.0+Z$/, 'Z') : value
}

function isFloat(type: string): boolean {
  return type === 'DOUBLE' || type === 'FLOAT'
}

function byValues(a: Comparable, b: Comparable): number {
  if (a.exact !== b.exact) return a.exact < b.exact ? -1 : 1
  for (const [i, x] of a.floats.entries()) {
    const [left, right] = [x ?? -Infinity, b.floats[i] ?? -Infinity]
    if (!close(left, right)) return left - right
  }
  return 0
}

function close(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)))
}
