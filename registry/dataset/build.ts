import { unique } from '../../compiler/base/group.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { hashOf } from '../../compiler/base/hash.ts'
import { secondsOf } from '../../compiler/base/instant.ts'
import { contentOf, createSchema, createTableAs, createView, dropTable, qualified, quote } from '../../compiler/emit/index.ts'
import type { CatalogDataset } from '../../compiler/ir/catalog.ts'
import type { DatasetOutput, DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import { nameText } from '../../compiler/ir/name.ts'
import type { Lock } from '../../compiler/ir/state.ts'
import { typeName } from '../../compiler/ir/type.ts'
import { datasetBody, datasetColumns, datasetHashes, numberedBody, shownColumns, spineOf } from '../../compiler/lower/dataset/index.ts'
import { withLock } from '../apply/apply.ts'
import { observe } from '../observe/observe.ts'
import type { Driver } from '../driver/driver.ts'
import type { Session } from '../session.ts'
import type { StateAccess } from '../state/access.ts'
import { onlyUnder, writeState } from '../state/commit.ts'
import { datasetWrites, readDatasets } from '../state/datasets.ts'
import type { Counts } from './counts.ts'
import { countExamples, emptiness } from './counts.ts'
import { findDataset, versionText } from './find.ts'
import { inputsOf } from './inputs.ts'
import type { Built } from './built.ts'
import { formatOf, makeRoom, writeFile } from './output.ts'
import { rowNumber, rowsIn } from './pages.ts'
import type { Asked, Grounds } from './request.ts'
import { groundsOf, queryOf } from './request.ts'

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
    const { built, checksum } = await computeRows(
      reached,
      options.out === null ? await versionTable(session, dataset, n) : workTable(session, dataset),
      options.out,
    )
    const made = { ...(await describedBuild(reached, counts, n)), partial: options.partial, checksum }
    const output = await put(session, built, options.out)
    const version: DatasetVersion = { ...made, output }
    await writeState(access, lock, datasetWrites(access.sql, version, onlyUnder(access, lock).onlyIf), `record ${versionText(version)}`)
    if (output.kind === 'table') await showNewest(session, dataset, built)
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

/** Puts the rows into a table, in their order, and reads what tells them from others. */
export async function computeRows(
  grounds: Grounds,
  table: QualifiedName,
  out: string | null,
): Promise<{ readonly built: Built; readonly checksum: string; readonly rows: number }> {
  const { session, dataset, request } = grounds
  const { driver } = session
  const { model } = session.compiled.lowered
  const columns = datasetColumns(model, dataset)
  // An engine that writes no file of its own is read by pages, and so is what is written here.
  const numbered = out !== null && (driver.dialect !== 'duckdb' || formatOf(out) === 'arrow')
  const body = numbered ? numberedBody(model, dataset, request, rowNumber) : datasetBody(model, dataset, request)
  for (const sql of createSchema(table, driver.dialect)) await driver.execute(sql, 'create a schema')
  const creation = createTableAs({ name: table, query: queryOf(grounds, body), comment: markOf(session, dataset) }, driver.dialect)
  await inOne(driver, creation, `compute ${dataset.name}`)
  const names = columns.map(c => c.name)
  const rows = rowsIn(driver, table, names, numbered)
  const content = contentOf(
    { query: `SELECT ${names.map(c => quote(c, driver.dialect)).join(', ')} FROM ${qualified(table, driver.dialect)}`, columns: names },
    driver.dialect,
  )
  const [found] = await driver.query(content, `take the checksum of ${dataset.name}`)
  return { built: { table, columns, rows }, checksum: String(found!['checksum']), rows: Number(found!['n']) }
}

/** Runs what begins and ends a transaction by itself; should it fail in between, all of it is taken back. */
async function inOne(driver: Driver, statements: readonly string[], title: string): Promise<void> {
  if (statements.length === 1) await driver.execute(statements[0]!, title)
  else await driver.transaction(statements.slice(1, -1), title)
}

/** What a version is made of. */
export async function describedBuild(grounds: Grounds, counts: Counts, n: number): Promise<Omit<DatasetVersion, 'output' | 'checksum' | 'partial'>> {
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

/** Writes the rows to where they are asked for; a table that only held them is dropped. */
export async function put(session: Session, built: Built, out: string | null): Promise<DatasetOutput> {
  const { driver } = session
  if (out === null) return { kind: 'table', name: nameText(built.table) }
  const output = await writeFile(driver, built, out)
  for (const sql of dropTable(built.table, driver.dialect)) await driver.execute(sql, 'drop what only held the rows')
  return output
}

/** Where the rows are until they are written: the next build takes the place of one that was cut off. */
export function workTable({ placed: { placement } }: Session, dataset: CatalogDataset): QualifiedName {
  const { catalog, storageSchema: schema, environment } = placement
  return { catalog, schema, name: `dataset_${dataset.name}__${environment}`.toLowerCase().replaceAll(/[^a-z0-9_]+/g, '_') }
}

/** The comment by which a table or view is known as ours. */
function markOf({ placed: { project, placement } }: Session, dataset: CatalogDataset): string {
  return `feat dataset ${dataset.name} of ${project}, ${placement.environment}`
}

/** The table of a version; refused where something else has its name, or that of the view of the newest one. */
async function versionTable(session: Session, dataset: CatalogDataset, n: number): Promise<QualifiedName> {
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

export function publicName({ placed: { placement } }: Session, dataset: Pick<CatalogDataset, 'name'>, n: number | null): QualifiedName {
  return { catalog: placement.catalog, schema: placement.publicSchema, name: `${dataset.name.toLowerCase()}${n === null ? '' : `__v${n}`}` }
}

/** The name of the dataset shows its newest version. */
async function showNewest(session: Session, dataset: CatalogDataset, { table, columns }: Built): Promise<void> {
  const { driver } = session
  const { dialect } = driver
  const mark = markOf(session, dataset)
  const names = columns.map(c => c.name)
  const view = createView(
    {
      name: publicName(session, dataset, null),
      columns: names.map(name => ({ name, comment: null })),
      comment: mark,
      query: `SELECT ${names.map(c => quote(c, dialect)).join(', ')} FROM ${qualified(table, dialect)}`,
    },
    dialect,
  )
  for (const sql of view) await driver.execute(sql, `show the newest version of ${dataset.name}`)
}
