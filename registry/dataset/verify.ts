import { existsSync } from 'node:fs'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { hashOf } from '../../compiler/base/hash.ts'
import type { CatalogDataset } from '../../compiler/ir/catalog.ts'
import type { DatasetOutput, DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import { nameText } from '../../compiler/ir/name.ts'
import { datasetHashes } from '../../compiler/lower/dataset/index.ts'
import { observe } from '../observe/observe.ts'
import type { Session } from '../session.ts'
import { onlyUnder, writeState } from '../state/commit.ts'
import { datasetWrites } from '../state/datasets.ts'
import { engineOf, examples, underLock, versionTable, withReach } from './build.ts'
import { findDataset, findVersion, totalRows, versionText } from './find.ts'
import { inputsOf } from './inputs.ts'
import { workTable } from './name.ts'
import { orDrop } from './or-drop.ts'
import { formatOf, makeRoom } from './output.ts'
import type { Grounds } from './request.ts'
import { groundsAgain } from './request.ts'
import type { Computed } from './rows.ts'
import { computeRows, copyRows } from './rows.ts'

/** What building a version again has shown. */
export interface Verified {
  readonly version: DatasetVersion
  /** Whether the rows are the same as they were. */
  readonly same: boolean
  readonly checksum: string
  readonly rows: number
  /** Which inputs are not what they were; empty where the rows are the same. */
  readonly changed: readonly string[]
  /** Where the rows were written again. */
  readonly output: DatasetOutput | null
}

export interface RebuildOptions {
  /** Write the rows to this absolute path; null: to where they were written. */
  readonly out: string | null
  /** Replace a file that is there. */
  readonly force: boolean
}

/** Builds a version (`name@n`, or `name` for the newest) again from what it was made of, and tells whether its rows are the same; keeps none of them. */
export async function verifyDataset(session: Session, text: string): Promise<Verified> {
  const version = await findVersion(session, text)
  const dataset = findDataset(session, version.name)
  refuseOtherDeclaration(session, dataset, version)
  return underLock(session, `feat dataset verify ${versionText(version)}`, async () => {
    const { computed, found } = await computedAgain(session, dataset, { version, out: null })
    await computed.drop()
    return found
  })
}

/**
 * Puts the same rows where they were, or into a further file. Where they are not the same, what was built and what is recorded stay
 * as they are. The record moves to the further file only where the version's own rows are gone.
 */
export async function rebuildDataset(session: Session, text: string, { out, force }: RebuildOptions): Promise<Verified> {
  if (out !== null) formatOf(out)
  const version = await findVersion(session, text)
  const dataset = findDataset(session, version.name)
  refuseOtherDeclaration(session, dataset, version)
  const own = version.output.kind === 'file' ? version.output.path : null
  const path = out ?? own
  if (path !== null) makeRoom(path, out === null || force)
  return underLock(session, `feat dataset rebuild ${versionText(version)}`, async (access, lock) => {
    const table = path === null ? await versionTable(session, dataset, version.n) : null
    const { computed, found } = await computedAgain(session, dataset, { version, out: path })
    try {
      if (!found.same) throw new FeatError([differs(found)])
      const moves = path === own || !(await isThere(session, version))
      const output = table === null ? await computed.put() : await copyRows(session, dataset, { from: workTable(session, dataset), to: table })
      const kept: DatasetVersion = { ...version, output }
      if (moves) await writeState(access, lock, datasetWrites(access.sql, kept, onlyUnder(access, lock).onlyIf), `record ${versionText(version)}`)
      return { ...found, output }
    } finally {
      await computed.drop()
    }
  })
}

/** The rows of a version, computed aside: in a table that nobody reads, or beside the file that is asked for. */
async function computedAgain(
  session: Session,
  dataset: CatalogDataset,
  { version, out }: { readonly version: DatasetVersion; readonly out: string | null },
): Promise<{ readonly computed: Computed; readonly found: Verified }> {
  const grounds = await groundsAgain(session, dataset, version)
  const reached = withReach(grounds, await examples(grounds, true))
  const computed = await computeRows(reached, workTable(session, dataset), out)
  const { checksum, rows } = computed
  const same = checksum === version.checksum && rows === totalRows(version)
  const changed = same ? [] : await orDrop(changedInputs(reached, version), computed.drop)
  return { computed, found: { version, same, checksum, rows, changed, output: null } }
}

function differs({ version, checksum, rows, changed }: Verified): Diagnostic {
  return diagnostic('F449', { version: versionText(version), was: version.checksum, wasRows: totalRows(version), checksum, rows, changed })
}

/** Whether the rows of a version are still somewhere, as they are recorded. */
async function isThere({ driver, placed }: Session, { output }: DatasetVersion): Promise<boolean> {
  if (output.kind === 'file') return existsSync(output.path)
  const { objects } = await observe(driver, placed.placement)
  return objects.some(o => nameText(o.name).toLowerCase() === output.name.toLowerCase())
}

function refuseOtherDeclaration(session: Session, dataset: CatalogDataset, version: DatasetVersion): void {
  const parts = datasetHashes(session.compiled.lowered.model, dataset)
  if (hashOf(parts) === version.definition) return
  const changed = [...new Set([...Object.keys(parts), ...Object.keys(version.parts)])].filter(p => parts[p] !== version.parts[p])
  throw new FeatError([diagnostic('F446', { version: versionText(version), changed: changed.length === 0 ? ['the order of its features'] : changed })])
}

async function changedInputs(grounds: Grounds, version: DatasetVersion): Promise<readonly string[]> {
  const now = await inputsOf(grounds)
  const engine = await engineOf(grounds.session)
  const told = [...version.sources, ...version.views].flatMap(was => {
    const is = [...now.sources, ...now.views].find(i => i.address === was.address)
    if (is === undefined) return [`${was.address} is not read any more`]
    const found: string[] = []
    if ('storages' in was && 'storages' in is && was.storages.join() !== is.storages.join())
      found.push(`${was.address} is stored anew, as ${is.storages.join(', ')}`)
    if (was.rows !== is.rows) found.push(`${was.address} has ${is.rows} rows where it had ${was.rows}`)
    else if (was.checksum !== is.checksum) found.push(`${was.address} has other values in its ${is.rows} rows`)
    return found
  })
  if (engine !== version.engine) told.push(`the engine is ${engine} where it was ${version.engine}, and may hash or round otherwise`)
  return told
}
