import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { nearest } from '../../compiler/base/near.ts'
import type { CatalogDataset } from '../../compiler/ir/catalog.ts'
import type { DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import type { Session } from '../session.ts'
import { readDatasets } from '../state/datasets.ts'

/** The declared dataset of that name or address; refused by F437. */
export function findDataset(session: Session, name: string): CatalogDataset {
  const { datasets } = session.compiled.catalog
  const found = datasets.find(d => d.name === name || d.address === name)
  if (found !== undefined) return found
  const known = datasets.map(d => d.name)
  throw new FeatError([diagnostic('F437', { name, near: nearest(name, known), known })])
}

/** A version that was built: `name@n`, or `name` for the newest; refused by F437 and F438. */
export async function findVersion(session: Session, text: string): Promise<DatasetVersion> {
  const [, name, digits] = /^(?:dataset\.)?(.*?)(?:@(\d+))?$/.exec(text)!
  const versions = await readDatasets(session.driver, session.placed.placement)
  const own = versions.filter(v => v.name === name)
  if (own.length === 0) findDataset(session, name!)
  const found = digits === undefined ? own.at(-1) : own.find(v => v.n === Number(digits))
  if (found !== undefined) return found
  throw new FeatError([diagnostic('F438', { name: name!, n: digits === undefined ? null : Number(digits), built: own.map(v => v.n) })])
}

/** How a version is called. */
export function versionText({ name, n }: Pick<DatasetVersion, 'name' | 'n'>): string {
  return `${name}@${n}`
}

export function totalRows({ rows }: Pick<DatasetVersion, 'rows'>): number {
  return rows.train + rows.validation + rows.test
}
