import { unique } from '../../compiler/base/group.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { hashOf } from '../../compiler/base/hash.ts'
import { secondsOf } from '../../compiler/base/instant.ts'
import { createView, qualified, quote, together } from '../../compiler/emit/index.ts'
import type { CatalogDataset } from '../../compiler/ir/catalog.ts'
import type { DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import { nameText } from '../../compiler/ir/name.ts'
import type { Lock } from '../../compiler/ir/state.ts'
import { typeName } from '../../compiler/ir/type.ts'
import { datasetColumns, datasetHashes, shownColumns, spineOf } from '../../compiler/lower/dataset/index.ts'
import { withLock } from '../apply/apply.ts'
import { observe } from '../observe/observe.ts'
import type { Session } from '../session.ts'
import type { StateAccess } from '../state/access.ts'
import { onlyUnder, writeState } from '../state/commit.ts'
import { datasetWrites, readDatasets } from '../state/datasets.ts'
import type { Counts } from './counts.ts'
import { countExamples, emptiness } from './counts.ts'
import { findDataset, versionText } from './find.ts'
import { inOne } from './in-one.ts'
import { inputsOf } from './inputs.ts'
import { markOf, publicName, workTable } from './name.ts'
import { formatOf, makeRoom } from './output.ts'
import { orDrop } from './or-drop.ts'
import type { Asked, Grounds } from './request.ts'
import { groundsOf } from './request.ts'
import { computeRows } from './rows.ts'

export interface BuildOptions extends Asked {
  /** Name or address. */
  readonly dataset: string
  /** The absolute path of the file to be written; null: a table. */
  readonly out: string | null
  /** Replace a file that is there. */
  readonly force: boolean
  /** Leave values NULL whose views are not computed where they should be. */
  readonly partial: boolean
}

/** Computes a new version of a dataset, writes it out, and records what it was made of: in this order, so that what is recorded is whole. */
export async function buildDataset(session: Session, options: BuildOptions): Promise<DatasetVersion> {
  const dataset = findDataset(session, options.dataset)
  if (options.out !== null) {
    formatOf(options.out)
    makeRoom(options.out, options.force)
  }
  return underLock(session, `feat dataset build ${dataset.name}`, async (access, lock) => {
    const grounds = await groundsOf(session, dataset, options)
    const n = ((await readDatasets(session.driver, session.placed.placement)).filter(v => v.name === dataset.name).at(-1)?.n ?? 0) + 1
    const counts = await examples(grounds, options.partial)
    const reached = withReach(grounds, counts)
    const table = options.out === null ? await versionTable(session, dataset, n) : workTable(session, dataset)
    const computed = await computeRows(reached, table, options.out)
    const made = await orDrop(describedBuild(reached, counts, n), computed.drop)
    const version: DatasetVersion = { ...made, partial: options.partial, checksum: computed.checksum, nulls: computed.nulls, output: await computed.put() }
    await writeState(access, lock, datasetWrites(access.sql, version, onlyUnder(access, lock).onlyIf), `record ${versionText(version)}`)
    if (options.out === null) await showNewest(session, dataset, table)
    return version
  })
}

export async function underLock<T>(session: Session, command: string, work: (access: StateAccess, lock: Lock) => Promise<T>): Promise<T> {
  const { driver, placed, clock } = session
  const lock = { driver, placement: placed.placement, clock, project: placed.project, holder: session.holder(command), ...session.waiting }
  return withLock(lock, work)
}

/** Counts the examples; refuses where there are none, or where views are not computed that should be. */
export async function examples(grounds: Grounds, partial: boolean): Promise<Counts> {
  const counts = await countExamples(grounds)
  const empty = emptiness(grounds, counts)
  if (empty !== null) throw new FeatError([empty])
  if (!partial && counts.missing.length > 0) throw new FeatError(counts.missing)
  return counts
}

/** With the time that the examples lie in: only so much is read. */
export function withReach(grounds: Grounds, counts: Counts): Grounds {
  return { ...grounds, request: { ...grounds.request, reach: { first: secondsOf(counts.first!), last: secondsOf(counts.last!) } } }
}

/** What a version is made of. */
export async function describedBuild(grounds: Grounds, counts: Counts, n: number): Promise<Omit<DatasetVersion, 'output' | 'checksum' | 'nulls' | 'partial'>> {
  const { session, dataset, request } = grounds
  const { model } = session.compiled.lowered
  const parts = datasetHashes(model, dataset)
  const { known, from, to, horizons } = request
  const spine = spineOf(model, dataset)
  return {
    environment: session.placed.placement.environment,
    name: dataset.name,
    n,
    definition: hashOf(parts),
    parts,
    columns: datasetColumns(model, dataset).map(c => {
      const feature = dataset.features[dataset.names.indexOf(c.name)]
      return { name: c.name, type: typeName(c.type), of: feature ?? null, dataHash: feature === undefined ? null : model.catalog.features[feature]!.dataHash }
    }),
    grain: unique([...shownColumns(dataset).filter(c => dataset.roles.some(r => r.on.includes(c))), spine.eventTime!]),
    known,
    from,
    to,
    horizons,
    ...(await inputsOf(grounds)),
    rows: counts.rows,
    leftOut: counts.leftOut,
    first: counts.first!,
    last: counts.last!,
    engine: await engineOf(session),
    tool: session.tool,
    builtAt: session.clock().toISOString(),
  }
}

/** Engines of another version may hash otherwise. */
export async function engineOf({ driver }: Session): Promise<string> {
  const sql = driver.dialect === 'duckdb' ? 'SELECT version() AS v' : 'SELECT CURRENT_VERSION() AS v'
  const [row] = await driver.query(sql, 'ask for the version of the engine')
  return `${driver.dialect} ${row?.['v']}`
}

/** The table of a version; refused where something else has its name, or that of the view of the newest one. */
export async function versionTable(session: Session, dataset: CatalogDataset, n: number): Promise<QualifiedName> {
  const { driver, placed } = session
  const name = publicName(session, dataset, n)
  const { objects } = await observe(driver, placed.placement)
  const foreign = [name, publicName(session, dataset, null)].flatMap(wanted => {
    const there = objects.find(o => nameText(o.name).toLowerCase() === nameText(wanted).toLowerCase())
    const ours = there === undefined || there.comment?.startsWith(markOf(session, dataset)) === true
    return ours ? [] : [diagnostic('F444', { name: nameText(wanted), found: there.kind === 'other' ? (there.what ?? 'an object') : `a ${there.kind}` })]
  })
  if (foreign.length > 0) throw new FeatError(foreign)
  return name
}

/** The name of the dataset shows its newest version; never without the comment by which the next build knows the view as ours. */
async function showNewest(session: Session, dataset: CatalogDataset, table: QualifiedName): Promise<void> {
  const { driver } = session
  const { dialect } = driver
  const mark = markOf(session, dataset)
  const names = datasetColumns(session.compiled.lowered.model, dataset).map(c => c.name)
  const view = createView(
    {
      name: publicName(session, dataset, null),
      columns: names.map(name => ({ name, comment: null })),
      comment: mark,
      query: `SELECT ${names.map(c => quote(c, dialect)).join(', ')} FROM ${qualified(table, dialect)}`,
    },
    dialect,
  )
  await inOne(driver, together(view, dialect), `show the newest version of ${dataset.name}`)
}
