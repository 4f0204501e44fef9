import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { shortName } from '../../compiler/base/address.ts'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { absurd, diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { nearest } from '../../compiler/base/near.ts'
import { fileSql, qualified, quote, typeSql } from '../../compiler/emit/index.ts'
import type { Catalog, CatalogColumn, CatalogSource } from '../../compiler/ir/catalog.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import { nameText } from '../../compiler/ir/name.ts'
import type { PhysicalSource, Placement } from '../../compiler/ir/placed.ts'
import type { LiveObject } from '../../compiler/ir/state.ts'
import { text, typeName } from '../../compiler/ir/type.ts'
import { wordsOf } from '../driver/classify.ts'
import type { Driver } from '../driver/driver.ts'
import { declarable, fits } from './fits.ts'
import { readerOf } from './observe.ts'
import type { Reader } from './reader.ts'

/** Compares each declared source with what is in the warehouse: every table, file and column that is missing or of another type. */
export async function checkSources(driver: Driver, catalog: Pick<Catalog, 'sources'>, placement: Placement): Promise<readonly Diagnostic[]> {
  const mapped = catalog.sources.flatMap(source => {
    const physical = placement.sources[source.address]
    return physical === undefined ? [] : [{ source, physical }]
  })
  const wanted = mapped.flatMap(m => (m.physical.kind === 'relation' ? [m.physical.name] : []))
  const tables = wanted.length === 0 ? [] : await readerOf(driver).relations(driver, wanted)
  const found: Diagnostic[] = []
  for (const { source, physical } of mapped) found.push(...(await checkSource(driver, source, physical, tables)))
  return found
}

/** The columns of a source as the engine has them. */
interface Found {
  /** How messages call it. */
  readonly relation: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** Types are the engine's guess from the text of a file. */
  readonly guessed: boolean
  /** The file that they were guessed from. */
  readonly csv?: CsvFile
}

type CsvFile = Extract<PhysicalSource, { kind: 'file' }>

async function checkSource(driver: Driver, source: CatalogSource, physical: PhysicalSource, tables: readonly LiveObject[]): Promise<readonly Diagnostic[]> {
  const found = await lookUp(driver, source, physical, tables)
  if (found === null) return []
  if (!('columns' in found)) return [found]
  const reader = readerOf(driver)
  const mistakes: Diagnostic[] = []
  for (const column of source.columns) mistakes.push(...(await checkColumn(source, column, found, reader, driver)))
  return mistakes
}

/** What a source is in the warehouse, or why it cannot be read; null where that cannot be told from here. */
async function lookUp(driver: Driver, source: CatalogSource, physical: PhysicalSource, tables: readonly LiveObject[]): Promise<Found | Diagnostic | null> {
  switch (physical.kind) {
    case 'relation': {
      const found = tableOf(source, physical.name, tables)
      if ('columns' in found || !(await readerOf(driver).isHidden(driver, physical.name))) return found
      return diagnostic('F677', { source: shortName(source.address), relation: qualified(physical.name, driver.dialect) }, whereIs(source))
    }
    case 'file':
      return fileOf(driver, source, physical)
    case 'query':
      return queryOf(driver, source)
    default:
      return absurd(physical)
  }
}

function tableOf(source: CatalogSource, wanted: QualifiedName, tables: readonly LiveObject[]): Found | Diagnostic {
  const full = (n: QualifiedName): string => `${n.catalog === null ? '' : `${n.catalog}.`}${nameText(n)}`.toLowerCase()
  const relation = nameText(wanted)
  const table = tables.find(t => full(t.name) === full(wanted))
  if (table !== undefined) return { relation, columns: table.columns, guessed: false }
  const near = nearest(
    relation,
    tables.map(t => nameText(t.name)),
  )
  return diagnostic('F640', { source: shortName(source.address), relation, near }, whereIs(source))
}

async function fileOf(driver: Driver, source: CatalogSource, file: Extract<PhysicalSource, { kind: 'file' }>): Promise<Found | Diagnostic> {
  const { path } = file
  const name = shortName(source.address)
  try {
    const columns = await driver.describe(`SELECT * FROM ${fileSql(file, driver.dialect)}`, `read the columns of ${path}`)
    return { relation: path, columns, ...(file.format === 'csv' ? { guessed: true, csv: file } : { guessed: false }) }
  } catch (error) {
    if (!(error instanceof FeatError)) throw error
    return error.diagnostics[0]!.code === 'F603'
      ? diagnostic('F641', { source: name, path, near: nearFile(path) }, whereIs(source))
      : diagnostic('F644', { source: name, path, detail: wordsOf(error) }, whereIs(source))
  }
}

/** A query whose inputs are more than texts and columns is checked when it first runs. */
async function queryOf(driver: Driver, source: CatalogSource): Promise<Found | Diagnostic | null> {
  const parts = source.query?.[driver.dialect].map(p => (typeof p === 'string' ? p : p.kind === 'column' ? quote(p.name, driver.dialect) : null)) ?? [null]
  if (parts.includes(null)) return null
  const name = shortName(source.address)
  try {
    return { relation: 'its query', columns: await driver.describe(parts.join(''), `read the columns of ${name}`), guessed: false }
  } catch (error) {
    if (!(error instanceof FeatError)) throw error
    return diagnostic('F645', { source: name, detail: wordsOf(error) }, whereIs(source))
  }
}

async function checkColumn(
  source: CatalogSource,
  column: CatalogColumn,
  { relation, columns, guessed, csv }: Found,
  { typeOf, intDigits }: Reader,
  driver: Driver,
): Promise<readonly Diagnostic[]> {
  const common = { source: shortName(source.address), relation, column: column.name }
  const live = columns.find(c => c.name.toLowerCase() === column.name.toLowerCase())
  if (live === undefined)
    return [
      diagnostic(
        'F642',
        {
          ...common,
          near: nearest(
            column.name,
            columns.map(c => c.name),
          ),
        },
        whereIs(source),
      ),
    ]
  const type = typeOf(live.type)
  const holding = { intDigits, guessed }
  if (type !== null && fits(column.type, type, holding)) return []
  // Any text, and no value at all, is guessed as text; the file is read with the types that are declared.
  if (csv !== undefined && type?.kind === 'text') return checkValues(source, column, { file: csv, name: live.name }, driver)
  const fitting = type === null ? null : typeName(declarable(type, holding))
  return [diagnostic('F643', { ...common, declared: typeName(column.type), found: live.type, fitting }, whereIs(source))]
}

/** The first value of a CSV file that is none of the declared type. */
async function checkValues(
  source: CatalogSource,
  column: CatalogColumn,
  { file, name }: { readonly file: CsvFile; readonly name: string },
  driver: Driver,
): Promise<readonly Diagnostic[]> {
  const { dialect } = driver
  const texts = fileSql({ ...file, columns: [{ name, type: text }] }, dialect)
  const [row] = await driver.query(
    `SELECT r.row_n, r.v FROM (SELECT row_number() OVER () AS row_n, ${quote(name, dialect)} AS v FROM ${texts}) AS r` +
      ` WHERE r.v IS NOT NULL AND TRY_CAST(r.v AS ${typeSql(column.type, dialect)}) IS NULL ORDER BY r.row_n LIMIT 1`,
    `read '${name}' of ${file.path}`,
  )
  if (row === undefined) return []
  const found = { column: column.name, declared: typeName(column.type), value: String(row['v']), row: Number(row['row_n']) }
  return [diagnostic('F646', { source: shortName(source.address), path: file.path, ...found }, whereIs(source))]
}

function whereIs(source: CatalogSource): { readonly span: CatalogSource['span']; readonly address: string } {
  return { span: source.span, address: source.address }
}

function nearFile(path: string): string | null {
  try {
    const near = nearest(basename(path), readdirSync(dirname(path)))
    return near === null ? null : join(dirname(path), near)
  } catch {
    return null // its folder does not exist either
  }
}
