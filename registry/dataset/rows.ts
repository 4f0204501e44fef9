import type { TableAsSpec } from '../../compiler/emit/index.ts'
import { contentOf, copyTo, createSchema, createTableAs, dropTable, fileSql, qualified, quote } from '../../compiler/emit/index.ts'
import type { DatasetOutput } from '../../compiler/ir/dataset-version.ts'
import type { CatalogDataset } from '../../compiler/ir/catalog.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import { nameText } from '../../compiler/ir/name.ts'
import { int } from '../../compiler/ir/type.ts'
import { datasetBody, datasetColumns, numberedBody, viewsOf } from '../../compiler/lower/dataset/index.ts'
import { sumsFloats } from '../../compiler/lower/float-sums.ts'
import type { Session } from '../session.ts'
import { inOne, inOneThread } from './in-one.ts'
import { markOf } from './name.ts'
import { orDrop } from './or-drop.ts'
import type { Beside } from './output.ts'
import { formatOf, writeBeside, writeFile } from './output.ts'
import { rowNumber, rowsIn } from './pages.ts'
import type { Grounds } from './request.ts'
import { queryOf } from './request.ts'

/** The rows of a version, computed in their order, with what tells them from others. */
export interface Computed {
  readonly checksum: string
  readonly rows: number
  /** How many values of each feature are NULL. */
  readonly nulls: Readonly<Record<string, number>>
  /** Puts them where they are asked for; nothing else of them is left then. */
  readonly put: () => Promise<DatasetOutput>
  /** Takes away what is there before they are put. */
  readonly drop: () => Promise<void>
}

/** `table` is where rows are that are asked for in a table, or have to be in one before they are in a file. */
export async function computeRows(grounds: Grounds, table: QualifiedName, out: string | null): Promise<Computed> {
  return (out === null ? null : await rowsInFile(grounds, out)) ?? rowsInTable(grounds, table, out)
}

/** A Parquet file holds all types, so that the engine writes it at once, and it is the file that the checksum is taken of; null otherwise. */
async function rowsInFile(grounds: Grounds, path: string): Promise<Computed | null> {
  const { session, dataset, request } = grounds
  const { driver } = session
  const { model } = session.compiled.lowered
  const columns = datasetColumns(model, dataset)
  const query = queryOf(grounds, datasetBody(model, dataset, request))
  const copy = (beside: string): string | null =>
    formatOf(path) === 'parquet' ? copyTo({ query, columns, path: beside, format: 'parquet' }, driver.dialect) : null
  if (copy(path) === null) return null
  const file: Beside = await writeBeside(path, async beside => run(grounds, [copy(beside)!], `compute ${dataset.name} and write ${path}`))
  const content = await orDrop(contentIn(grounds, fileSql({ kind: 'file', path: file.beside, format: 'parquet' }, driver.dialect)!), file.drop)
  return { ...content, put: file.put, drop: async () => file.drop() }
}

async function rowsInTable(grounds: Grounds, table: QualifiedName, out: string | null): Promise<Computed> {
  const { session, dataset, request } = grounds
  const { driver } = session
  const { model } = session.compiled.lowered
  const columns = datasetColumns(model, dataset)
  // An engine that writes no file of its own is read by pages, and so is what is written here.
  const numbered = out !== null && (driver.dialect !== 'duckdb' || formatOf(out) === 'arrow')
  const body = numbered ? numberedBody(model, dataset, request, rowNumber) : datasetBody(model, dataset, request)
  for (const sql of createSchema(table, driver.dialect)) await driver.execute(sql, 'create a schema')
  const all: TableAsSpec['columns'] = numbered ? [...columns, { name: rowNumber, type: int }] : columns
  const statements = createTableAs({ name: table, columns: all, query: queryOf(grounds, body), comment: markOf(session, dataset) }, driver.dialect)
  await run(grounds, statements, `compute ${dataset.name}`)
  const drop = async (): Promise<void> => {
    for (const sql of dropTable(table, driver.dialect)) await driver.execute(sql, 'drop what only held the rows')
  }
  const content = await orDrop(contentIn(grounds, qualified(table, driver.dialect)), drop)
  if (out === null) return { ...content, put: async () => ({ kind: 'table', name: nameText(table) }), drop }
  const names = columns.map(c => c.name)
  const put = async (): Promise<DatasetOutput> => {
    const output = await orDrop(writeFile(driver, { columns, rows: rowsIn(driver, table, names, numbered) }, out), drop)
    await drop()
    return output
  }
  return { ...content, put, drop }
}

/** Threads add up floats in any order, and each order rounds otherwise: values at moments that do so come from one, where the engine can be kept to it. */
async function run({ session, dataset }: Grounds, statements: readonly string[], title: string): Promise<void> {
  const { driver, compiled } = session
  const { lowered } = compiled
  const adds = dataset.accuracy === 'exact' && viewsOf(lowered.model, dataset).some(v => sumsFloats(lowered.around(v.address).views.get(v.address)!))
  await (adds && driver.dialect === 'duckdb' ? inOneThread : inOne)(driver, statements, title)
}

/** Puts rows that were computed aside into the table of their version, in one statement or transaction. */
export async function copyRows(
  session: Session,
  dataset: CatalogDataset,
  { from, to }: { readonly from: QualifiedName; readonly to: QualifiedName },
): Promise<DatasetOutput> {
  const { driver, compiled } = session
  const columns = datasetColumns(compiled.lowered.model, dataset)
  const query = `SELECT ${columns.map(c => quote(c.name, driver.dialect)).join(', ')} FROM ${qualified(from, driver.dialect)}`
  for (const sql of createSchema(to, driver.dialect)) await driver.execute(sql, 'create a schema')
  const table = createTableAs({ name: to, columns, query, comment: markOf(session, dataset) }, driver.dialect)
  await inOne(driver, table, `write ${nameText(to)} again`)
  return { kind: 'table', name: nameText(to) }
}

/** `from`: what FROM says for the rows. */
async function contentIn({ session, dataset }: Grounds, from: string): Promise<Pick<Computed, 'checksum' | 'rows' | 'nulls'>> {
  const { driver } = session
  const columns = datasetColumns(session.compiled.lowered.model, dataset).map(c => c.name)
  const query = `SELECT ${columns.map(c => quote(c, driver.dialect)).join(', ')} FROM ${from}`
  const [found] = await driver.query(contentOf({ query, columns, nulls: dataset.names }, driver.dialect), `take the checksum of ${dataset.name}`)
  const nulls = Object.fromEntries(dataset.names.map((name, i) => [name, Number(found![`nulls_${i + 1}`])]))
  return { checksum: String(found!['checksum']), rows: Number(found!['n']), nulls }
}
