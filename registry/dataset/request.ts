import type { Address } from '../../compiler/base/address.ts'
import { shortName } from '../../compiler/base/address.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { isoOf, pointFrom, secondsOf } from '../../compiler/base/instant.ts'
import type { Interval } from '../../compiler/base/interval.ts'
import { common } from '../../compiler/base/interval.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import type { CatalogDataset } from '../../compiler/ir/catalog.ts'
import type { DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import type { Storage } from '../../compiler/ir/placed.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import type { State } from '../../compiler/ir/state.ts'
import type { DatasetRequest } from '../../compiler/lower/dataset/index.ts'
import { labelWindows, newestKnown, readViews } from '../../compiler/lower/dataset/index.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import { coverageOf } from '../../compiler/plan/coverage.ts'
import type { Matching } from '../../compiler/plan/match.ts'
import { match } from '../../compiler/plan/match.ts'
import type { Row } from '../driver/driver.ts'
import { observe } from '../observe/observe.ts'
import type { Session } from '../session.ts'
import { readState } from '../state/read.ts'

/** A dataset beside what is there: what its statements are made of. */
export interface Grounds {
  readonly session: Session
  readonly dataset: CatalogDataset
  readonly state: State | null
  readonly matching: Matching
  /** The storages that hold what is read of each view. */
  readonly storages: Readonly<Record<Address, readonly Storage[]>>
  readonly request: DatasetRequest
  /** When the newest row of each source of the label became known; null: it has none. */
  readonly newest: Readonly<Record<Address, string | null>>
}

type Base = Omit<Grounds, 'request' | 'newest'>

/** What a build is asked for; ISO instants. */
export interface Asked {
  readonly from: string | null
  readonly to: string | null
  /** Only what was known before; null: before now. */
  readonly known: string | null
}

/** Looks at what is stored and how far it is computed and known. */
export async function groundsOf(session: Session, dataset: CatalogDataset, asked: Asked): Promise<Grounds> {
  const { driver, placed, compiled } = session
  const [state, live] = await Promise.all([readState(driver, placed.placement), observe(driver, placed.placement)])
  const matching = match(compiled.lowered, placed, state, live)
  const base = { session, dataset, state, matching, storages: storagesOf(session, dataset, matching) }
  const known = earlier(asked.known, earlier(dataset.known, session.now))
  refuseCorrected(session, dataset, known)
  const { horizons, newest } = await horizonsOf(base, known)
  return { ...base, newest, request: { known, from: asked.from, to: asked.to, horizons, ...computed(base), reach: null } }
}

/** The same again with what a version was made of. */
export async function groundsAgain(session: Session, dataset: CatalogDataset, version: DatasetVersion): Promise<Grounds> {
  const { driver, placed, compiled } = session
  const [state, live] = await Promise.all([readState(driver, placed.placement), observe(driver, placed.placement)])
  const matching = match(compiled.lowered, placed, state, live)
  const base = { session, dataset, state, matching, storages: storagesOf(session, dataset, matching) }
  const { known, from, to, horizons } = version
  const coverage = Object.fromEntries(version.views.map(v => [v.address, v.covered])) as DatasetRequest['coverage']
  return { ...base, newest: newestIn(version), request: { known, from, to, horizons, ...computed(base), coverage, reach: null } }
}

function earlier(a: string | null, b: string): string {
  return a === null || secondsOf(b) <= secondsOf(a) ? b : a
}

/** Values as they were known at an earlier moment are there only where they never change. */
function refuseCorrected(session: Session, dataset: CatalogDataset, known: string): void {
  if (known === session.now) return
  const corrected = readViews(session.compiled.lowered.model, dataset).filter(v => v.view.contract.known === 'corrected')
  if (corrected.length > 0) throw new FeatError(corrected.map(v => diagnostic('F448', { dataset: dataset.name, view: v.view.name })))
}

/** Where the columns of each view are; refused where a storage is not made yet. */
function storagesOf(session: Session, dataset: CatalogDataset, matching: Matching): Grounds['storages'] {
  const found: Record<Address, readonly Storage[]> = {}
  const problems = readViews(session.compiled.lowered.model, dataset).flatMap(({ view, features }) => {
    const { binding } = matching.matched.find(m => m.resource.address === view.address)!
    const there = binding.storages.filter(s => s !== binding.fresh)
    const missing = features.filter(f => !there.some(s => s.columns.some(c => c.logical === f.column)))
    found[view.address] = there.filter(s => s.first || s.columns.some(c => features.some(f => f.column === c.logical)))
    return missing.length === 0 || dataset.accuracy === 'exact'
      ? []
      : [diagnostic('F439', { dataset: dataset.name, view: view.name, missing: missing.map(f => f.column) })]
  })
  if (problems.length > 0) throw new FeatError(problems)
  return found
}

function computed({ session, dataset, state, storages }: Omit<Base, 'matching'>): Pick<DatasetRequest, 'coverage' | 'starts'> {
  const covered = coverageOf(state)
  const coverage: Record<Address, readonly Interval[]> = {}
  const starts: Record<Address, number> = {}
  for (const { view } of readViews(session.compiled.lowered.model, dataset)) {
    const [first, ...rest] = storages[view.address]!.map(s => covered(s))
    coverage[view.address] = rest.reduce<readonly Interval[]>(common, first ?? [])
    const start = view.contract.start ?? state?.starts[view.address] ?? null
    if (start !== null) starts[view.address] = pointFrom(secondsOf(start), view.contract.every)
  }
  return { coverage, starts }
}

/** A source is known as far as its newest row, and what it promises of its freshness; rows may still come for its lateness. */
async function horizonsOf(base: Base, known: string): Promise<{ readonly horizons: DatasetRequest['horizons']; readonly newest: Grounds['newest'] }> {
  const { sources } = base.session.compiled.lowered.model
  const horizons: Record<Address, string | null> = {}
  const newest: Record<Address, string | null> = {}
  for (const { source: address } of labelWindows(base.dataset)) {
    const source = sources.get(address)!
    const [row] = await rowsOf(base, newestKnown(source, known), `look how far ${source.name} is known`)
    const moment = typeof row?.['moment'] === 'string' ? row['moment'] : null
    newest[address] = moment
    horizons[address] = moment === null ? null : isoOf(Math.min(secondsOf(known), secondsOf(moment) + (source.freshness ?? 0)) - source.lateness)
  }
  return { horizons, newest }
}

/** When the newest row of each source of a version became known. */
export function newestIn({ sources }: Pick<DatasetVersion, 'sources'>): Grounds['newest'] {
  return Object.fromEntries(sources.map(s => [s.address, s.newest]))
}

/** How far labels are known, by the sources of their rows. */
export function labelsReach(horizons: DatasetRequest['horizons'], newest: Grounds['newest']): string {
  const told = Object.entries(horizons).map(([address, until]) => {
    const name = `'${shortName(address as Address)}'`
    return until === null ? `${name} has no rows` : `${name} is known up to ${until}, its newest row is of ${newest[address as Address]}`
  })
  return told.join('; ')
}

/** The text of a relation over what is stored. */
export function queryOf({ session, matching }: Pick<Grounds, 'session' | 'matching'>, relation: Relation): string {
  return printQuery(bindRelation(relation, matching.bindings), session.placed.placement.dialect, null)
}

export async function rowsOf(base: Pick<Grounds, 'session' | 'matching'>, relation: Relation, title: string): Promise<readonly Row[]> {
  return base.session.driver.query(queryOf(base, relation), title)
}
