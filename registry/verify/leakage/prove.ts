import type { Address } from '../../../compiler/base/address.ts'
import { day } from '../../../compiler/base/duration.ts'
import { isoOf, pointAt, secondsOf } from '../../../compiler/base/instant.ts'
import type { Compiled } from '../../../compiler/index.ts'
import type { CatalogView } from '../../../compiler/ir/catalog.ts'
import type { Scalar, ScalarLeaf } from '../../../compiler/ir/scalar.ts'
import { leavesOf } from '../../../compiler/ir/scalar.ts'
import type { Value } from '../../driver/driver.ts'
import type { Cell, Computed, Computing } from './computed.ts'
import { computed, sameValue } from './computed.ts'
import type { Future } from './future.ts'
import { futureOf } from './future.ts'
import type { RawRow, Timeline } from './sample.ts'
import { samplerOf } from './sample.ts'

/** A value that moved, and the change of a raw row that moved it. */
export interface Leak {
  readonly keys: Readonly<Record<string, Value>>
  readonly point: string
  readonly before: Value
  readonly after: Value
  readonly by: { readonly source: string; readonly what: Future['what']; readonly row: RawRow }
}

/** `passed`: nothing moved up to T, and something did later; `unmoved`: nothing moved at all, so that nothing is proved. */
export interface Proof {
  /** A feature, or a column of a dataset: `dataset.churn#orders_30d`. */
  readonly feature: string
  readonly state: 'passed' | 'failed' | 'unmoved'
  /** Values as of T and the points before it that were compared, and those after it that moved. */
  readonly compared: number
  readonly movedLater: number
  readonly leak: Leak | null
}

export interface LeakageProof {
  /** T. */
  readonly at: string
  readonly changes: { readonly inserted: number; readonly changed: number; readonly deleted: number }
  readonly features: readonly Proof[]
}

export interface ProofOptions {
  /** Features and datasets to prove; all unless given. */
  readonly only: ReadonlySet<Address> | null
  /** ISO instant T; one that suits the definitions unless given. */
  readonly at: string | null
}

/**
 * Computes every feature from sample rows, and again after inserting, changing and deleting rows that nobody could have
 * known at T: those that happen at T or later, and those that become known at T or later. Values as of T and the points
 * before it must stay, and so must those of the examples of datasets. Under `corrected`, late rows count by declaration:
 * there only what happens later is changed.
 */
export async function proveLeakage(compiled: Compiled, { only, at }: ProofOptions): Promise<LeakageProof> {
  const { catalog } = compiled
  const datasets = catalog.datasets.filter(d => only?.has(d.address) !== false)
  const wanted = catalog.views.filter(v => v.features.some(f => only?.has(f) !== false || datasets.some(d => d.features.includes(f))))
  const line = timelineOf(compiled, at)
  const sampler = samplerOf(catalog, line)
  const samples = new Map(catalog.sources.map(s => [s.address, sampler.rows(s)]))
  const future = futureOf(catalog.sources, samples, sampler, line)
  const corrected = correctedViews(catalog.views)
  const isLax = (views: readonly CatalogView[]): boolean => views.some(v => corrected.has(v.address))
  const subjects: readonly Subject[] = [
    ...wanted.flatMap(view => view.features.filter(f => only?.has(f) !== false).map(of => ({ of, views: [view], datasets: [], lax: isLax([view]) }))),
    ...datasets.flatMap(d => {
      const views = wanted.filter(v => v.features.some(f => d.features.includes(f)))
      return d.names.map(name => ({ of: `${d.address}#${name}`, views, datasets: [d], lax: isLax(views) }))
    }),
  ]
  const around: Computing = { compiled, samples, views: wanted, datasets, ...runsOf(wanted, line) }
  const base = await computed(around, [])
  const proofs = new Map<string, Proof>()
  for (const lax of [false, true]) {
    const own = subjects.filter(s => s.lax === lax)
    if (own.length === 0) continue
    const changes = lax ? future.filter(f => !f.late) : future
    const other = await computed(around, changes)
    for (const s of own) proofs.set(s.of, await judge(s, other, { around, base, changes, t: line.t }))
  }
  const count = (what: Future['what']): number => future.filter(f => f.what === what).length
  const changes = { inserted: count('inserted'), changed: count('changed'), deleted: count('deleted') }
  return { at: isoOf(line.t), changes, features: subjects.map(s => proofs.get(s.of)!) }
}

/** What is proved: a feature, or a column of a dataset, and what has to be computed for it. */
interface Subject extends Pick<Computing, 'views' | 'datasets'> {
  readonly of: string
  /** Late rows count by declaration. */
  readonly lax: boolean
}

/** Views under which late rows count, and those that read them. */
function correctedViews(views: readonly CatalogView[]): ReadonlySet<Address> {
  const found = new Set<Address>()
  for (const v of views) if (v.contract.known === 'corrected' || v.readsViews.some(r => found.has(r))) found.add(v.address)
  return found
}

/** T lies after all that definitions say of the past, and far enough from the first row that every window is full. */
function timelineOf({ catalog }: Compiled, at: string | null): Timeline {
  const step = Math.max(day, ...catalog.views.map(v => v.contract.every))
  const reach = Math.max(14 * day, ...Object.values(catalog.features).flatMap(f => reachesOf(f.expr))) + 8 * step
  const told = [...catalog.sources.flatMap(s => [s.historyFrom, s.knownTime?.trustedFrom ?? null]), ...catalog.views.map(v => v.contract.start)].flatMap(iso =>
    iso === null ? [] : [secondsOf(iso)],
  )
  const t = at === null ? pointAt(Math.max(secondsOf('2026-03-02'), ...told.map(s => s + reach)), step) : secondsOf(at)
  const lateness = Math.max(0, ...catalog.sources.map(s => s.lateness))
  const labels = Math.max(0, ...catalog.datasets.flatMap(d => reachesOf(d.label)))
  return { start: t - reach, t, end: t + 5 * step + 2 * lateness + labels, step }
}

function reachesOf(expr: Scalar): readonly number[] {
  return leavesOf<ScalarLeaf>(expr).flatMap(l =>
    l.kind === 'window' ? [l.offset + (l.length === 'lifetime' ? 0 : l.length)] : l.kind === 'lookup' ? reachesOf(l.of) : [],
  )
}

function runsOf(views: readonly CatalogView[], { t, end, step }: Timeline): Pick<Computing, 'from' | 'to' | 'early' | 'soon' | 'late'> {
  const settled = Math.max(0, ...views.map(v => Math.max(v.contract.settle, v.contract.availableAfter)))
  return { from: t - 4 * step, to: t + 4 * step, early: t - step, soon: t + step, late: end + settled }
}

interface Judging {
  readonly around: Computing
  readonly base: Computed
  readonly changes: readonly Future[]
  readonly t: number
}

async function judge(subject: Subject, other: Computed, j: Judging): Promise<Proof> {
  const { of, datasets } = subject
  const [before, after] = [j.base.get(of) ?? new Map<string, Cell>(), other.get(of) ?? new Map<string, Cell>()]
  // The keys at a point are part of a view; examples come and go with the rows of their spine.
  const ids = datasets.length === 0 ? [...new Set([...before.keys(), ...after.keys()])] : [...before.keys()].filter(id => after.has(id))
  const cells = ids.map(id => ({ id, cell: before.get(id) ?? after.get(id)! }))
  const differs = ({ id }: { readonly id: string }): boolean => !sameValue(before.get(id)?.value, after.get(id)?.value)
  const past = cells.filter(c => secondsOf(c.cell.point) <= j.t)
  const moved = past.filter(differs).toSorted((a, b) => (a.cell.point < b.cell.point ? -1 : 1))
  const movedLater = cells.filter(c => secondsOf(c.cell.point) > j.t && differs(c)).length
  const leak = moved[0] === undefined ? null : await leakOf(subject, moved[0], before, j)
  const state = leak !== null ? 'failed' : past.length > 0 && movedLater > 0 ? 'passed' : 'unmoved'
  return { feature: of, state, compared: past.length, movedLater, leak }
}

/** The first of the changes with which the value is another one, found by halving. */
async function leakOf(
  { of, views, datasets }: Subject,
  { id, cell }: { readonly id: string; readonly cell: Cell },
  before: ReadonlyMap<string, Cell>,
  j: Judging,
): Promise<Leak> {
  const was = before.get(id)?.value
  const after = async (n: number): Promise<Value | undefined> =>
    (await computed({ ...j.around, views, datasets }, j.changes.slice(0, n))).get(of)?.get(id)?.value
  let [good, bad] = [0, j.changes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (sameValue(was, await after(middle))) good = middle
    else bad = middle
  }
  const by = j.changes[good]!
  const row = by.after ?? by.before!
  return { keys: cell.keys, point: cell.point, before: was ?? null, after: (await after(bad)) ?? null, by: { source: by.source.name, what: by.what, row } }
}
