import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { printQuery, qualified } from '../../compiler/emit/index.ts'
import type { DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import { nameText } from '../../compiler/ir/name.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import { compareBody } from '../../compiler/lower/dataset/index.ts'
import type { Driver } from '../driver/driver.ts'
import { openDuckdb } from '../driver/duckdb.ts'
import type { Session } from '../session.ts'
import { writeFetched } from './fetched.ts'
import { findVersion, versionText } from './find.ts'
import { readArrow } from './read-arrow.ts'

/** How two versions of a dataset differ. */
export interface DatasetDiff {
  readonly a: string
  readonly b: string
  /** Parts of the declaration that mean something else. */
  readonly definition: readonly string[]
  readonly inputs: readonly string[]
  readonly rows: { readonly a: number; readonly b: number; readonly removed: number; readonly added: number; readonly both: number }
  readonly columns: readonly ColumnDiff[]
  /** Columns that only one of the two has. */
  readonly onlyA: readonly string[]
  readonly onlyB: readonly string[]
  readonly sameChecksum: boolean
}

export interface ColumnDiff {
  readonly name: string
  /** Of the examples that both have. */
  readonly changed: number
  readonly share: number
  /** Greatest and mean distance of the numbers that differ; null for what is no number, or nowhere differs. */
  readonly most: number | null
  readonly mean: number | null
  readonly nullsA: number
  readonly nullsB: number
}

export async function diffDatasets(session: Session, left: string, right: string): Promise<DatasetDiff> {
  const [a, b] = [await findVersion(session, left), await findVersion(session, right)]
  const shared = a.columns.filter(c => b.columns.some(x => x.name === c.name && kindOf(x.type) === kindOf(c.type)))
  const grain = a.grain.filter(g => b.grain.includes(g))
  const columns = shared
    .filter(c => !grain.includes(c.name))
    .map(c => ({ name: c.name, numeric: kindOf(c.type) === 'number', ordered: c.type !== 'variant' && c.type !== 'json' }))
  const names = (of: DatasetVersion, other: DatasetVersion): readonly string[] =>
    of.columns.flatMap(c => (other.columns.some(x => x.name === c.name) ? [] : [c.name]))
  const row = await withRelations(session, [a, b], async (driver, [ra, rb]) => {
    const sql = printQuery(compareBody({ a: ra, b: rb, grain, columns }), driver.dialect, null)
    return (await driver.query(sql, `compare ${versionText(a)} with ${versionText(b)}`))[0]!
  })
  const n = (name: string): number => Number(row[name] ?? 0)
  const both = n('in_both')
  return {
    a: versionText(a),
    b: versionText(b),
    definition: differing(a.parts, b.parts),
    inputs: inputsBetween(a, b),
    rows: { a: n('in_a'), b: n('in_b'), removed: n('in_a') - both, added: n('in_b') - both, both },
    columns: columns.map((c, i) => ({
      name: c.name,
      changed: n(`changed_${i}`),
      share: both === 0 ? 0 : n(`changed_${i}`) / both,
      most: c.numeric && n(`changed_${i}`) > 0 && row[`most_${i}`] !== null ? n(`most_${i}`) : null,
      mean: c.numeric && n(`changed_${i}`) > 0 && row[`mean_${i}`] !== null ? n(`mean_${i}`) : null,
      nullsA: n(`nulls_a_${i}`),
      nullsB: n(`nulls_b_${i}`),
    })),
    onlyA: names(a, b),
    onlyB: names(b, a),
    sameChecksum: a.checksum === b.checksum,
  }
}

function kindOf(type: string): string {
  return /^(int|integer|number|float|decimal)/.test(type) ? 'number' : type
}

function differing(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(k => JSON.stringify(a[k]) !== JSON.stringify(b[k]))
}

function inputsBetween(a: DatasetVersion, b: DatasetVersion): readonly string[] {
  const of = (v: DatasetVersion): Readonly<Record<string, unknown>> => ({
    ...Object.fromEntries([...v.sources, ...v.views].map(i => [i.address, [i.rows, i.checksum]])),
    'known before': v.known,
    span: [v.from, v.to],
  })
  return differing(of(a), of(b))
}

/** Works on the rows of two versions where they are: tables in the warehouse, files by the embedded engine. */
async function withRelations<T>(
  session: Session,
  [a, b]: readonly [DatasetVersion, DatasetVersion],
  work: (driver: Driver, relations: readonly [Relation, Relation]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'feat-diff-'))
  try {
    const relations = [await relationOf(session, a, join(folder, 'a.parquet')), await relationOf(session, b, join(folder, 'b.parquet'))] as const
    if (session.driver.dialect === 'duckdb' || (a.output.kind === 'table' && b.output.kind === 'table')) return await work(session.driver, relations)
    const table = [a, b].find(v => v.output.kind === 'table')
    if (table !== undefined) throw unreadable(table, nameText(tableName(session, table)), 'is a table of the account, and the other version is a file')
    return await embedded(driver => work(driver, relations))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function embedded<T>(work: (driver: Driver) => Promise<T>): Promise<T> {
  const driver = await openDuckdb({ path: ':memory:' })
  try {
    return await work(driver)
  } finally {
    driver.close()
  }
}

function unreadable(version: DatasetVersion, where: string, why: string, cause?: unknown): FeatError {
  return new FeatError([diagnostic('F445', { version: versionText(version), where, why })], { cause })
}

function tableName(session: Session, { output }: DatasetVersion): QualifiedName {
  const [schema, name] = output.kind === 'table' ? output.name.split('.') : []
  return { catalog: session.placed.placement.catalog, schema: schema!, name: name! }
}

/** `beside`: where the rows of a file can be written that no engine reads. */
async function relationOf(session: Session, version: DatasetVersion, beside: string): Promise<Relation> {
  const { output } = version
  if (output.kind === 'file') {
    if (!existsSync(output.path)) throw unreadable(version, output.path, 'is gone')
    if (output.format !== 'arrow') return { kind: 'physical', of: { kind: 'file', path: output.path, format: output.format } }
    await readArrow(output.path, rows => writeFetched(rows, beside, 'parquet')).catch((error: unknown) => {
      throw error instanceof FeatError ? error : unreadable(version, output.path, 'is no Arrow file as feat writes it, or not all of one', error)
    })
    return { kind: 'physical', of: { kind: 'file', path: beside, format: 'parquet' } }
  }
  const name = tableName(session, version)
  await session.driver.query(`SELECT 1 AS x FROM ${qualified(name, session.driver.dialect)} LIMIT 1`, 'look for a version').catch((error: unknown) => {
    throw unreadable(version, nameText(name), 'is gone', error)
  })
  return { kind: 'physical', of: { kind: 'relation', name } }
}
