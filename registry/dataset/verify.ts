import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { hashOf } from '../../compiler/base/hash.ts'
import type { CatalogDataset } from '../../compiler/ir/catalog.ts'
import type { DatasetOutput, DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import { datasetHashes } from '../../compiler/lower/dataset/index.ts'
import type { Session } from '../session.ts'
import { onlyUnder, writeState } from '../state/commit.ts'
import { datasetWrites } from '../state/datasets.ts'
import { describedBuild, engineOf, examples, underLock, withReach } from './build.ts'
import { findDataset, findVersion, versionText } from './find.ts'
import { inputsOf } from './inputs.ts'
import { publicName, workTable } from './name.ts'
import { makeRoom } from './output.ts'
import type { Grounds } from './request.ts'
import { groundsAgain } from './request.ts'
import { computeRows } from './rows.ts'

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

export interface VerifyOptions {
  /** `name@n`, or `name` for the newest. */
  readonly version: string
  /** Write the rows to where they were written, or to this absolute path; verify writes nothing. */
  readonly rebuild: { readonly out: string | null } | null
}

/** Builds a version again from what it was made of, and tells by the checksum whether the rows are the same; where not, which input changed. */
export async function verifyDataset(session: Session, { version: text, rebuild }: VerifyOptions): Promise<Verified> {
  const version = await findVersion(session, text)
  const dataset = findDataset(session, version.name)
  refuseOtherDeclaration(session, dataset, version)
  const out = rebuild === null ? null : (rebuild.out ?? (version.output.kind === 'file' ? version.output.path : null))
  if (out !== null) makeRoom(out, true)
  return underLock(session, `feat dataset ${rebuild === null ? 'verify' : 'rebuild'} ${versionText(version)}`, async (access, lock) => {
    const grounds = await groundsAgain(session, dataset, version)
    const counts = await examples(grounds, true)
    const reached = withReach(grounds, counts)
    const keeps = rebuild !== null && out === null
    const computed = await computeRows(reached, keeps ? publicName(session, dataset, version.n) : workTable(session, dataset), out)
    const { checksum, rows } = computed
    const same = checksum === version.checksum
    const changed = same ? [] : await changedInputs(reached, version)
    if (rebuild === null) {
      await computed.drop()
      return { version, same, checksum, rows, changed, output: null }
    }
    const output = await computed.put()
    const again: DatasetVersion = { ...(await describedBuild(reached, counts, version.n)), partial: version.partial, checksum, output }
    await writeState(access, lock, datasetWrites(access.sql, again, onlyUnder(access, lock).onlyIf), `record ${versionText(version)}`)
    return { version, same, checksum, rows, changed, output }
  })
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
