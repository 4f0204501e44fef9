import { isoOf, secondsOf } from '../../../compiler/base/instant.ts'
import { unique } from '../../../compiler/base/group.ts'
import { printQuery } from '../../../compiler/emit/index.ts'
import type { CatalogFeature, CatalogServing, CatalogView } from '../../../compiler/ir/catalog.ts'
import type { Relation, Term, TermLeaf } from '../../../compiler/ir/relation.ts'
import { aggregate, as, ascending, call, field, fields, instant, join, literal, named, select } from '../../../compiler/ir/terms.ts'
import { exactBody } from '../../../compiler/lower/exact/index.ts'
import { livingKeys } from '../../../compiler/lower/live-body.ts'
import type { Lowered } from '../../../compiler/lower/index.ts'
import { hashTerm } from '../../../compiler/lower/sketch.ts'
import { emptyTerm } from '../../../compiler/lower/view-read.ts'
import type { Bindings } from '../../../compiler/plan/bind.ts'
import { bindRelation } from '../../../compiler/plan/bind.ts'
import type { Driver, Row } from '../../driver/driver.ts'

/** A serving in its warehouse. */
export interface Deployed {
  readonly driver: Driver
  readonly lowered: Lowered
  readonly bindings: Bindings
  readonly serving: CatalogServing
  readonly keys: readonly string[]
  /** What people query. */
  readonly served: Relation
}

export async function ask(d: Pick<Deployed, 'driver' | 'bindings' | 'serving'>, relation: Relation, at: string | null = null): Promise<readonly Row[]> {
  const bounds = at === null ? null : { from: at, to: isoOf(secondsOf(at) + 1), now: at }
  return d.driver.query(printQuery(bindRelation(relation, d.bindings), d.bindings.placement.dialect, bounds), `verify ${d.serving.address}`)
}

/** The newest point of a view that is available at a moment. */
export async function pointOf(d: Deployed, view: CatalogView, moment: string): Promise<string | null> {
  const at = field('feature_time', 's')
  const scan: Relation = { kind: 'scan', of: view.address, columns: [...d.keys, 'feature_time'] }
  const available = instant(isoOf(secondsOf(moment) - view.contract.availableAfter))
  const [row] = await ask(d, select(as('s', scan), [named('point', aggregate('max', [at]))], { where: [call('lte', at, available)] }))
  const point = row?.['point'] ?? null
  return point === null ? null : String(point)
}

/** So many served keys, chosen by their hash. */
export function sampled(d: Deployed, columns: readonly string[], most: number): Relation {
  const order = d.keys.map(k => ascending(hashTerm(field(k, 's'))))
  return select(as('s', d.served), fields(columns, 's'), { orderBy: [...order, ...d.keys.map(k => ascending(field(k, 's')))], limit: most })
}

/** Values of a view's features as of its point, from the rows of the sources. A point that is too old shows nothing. */
export async function computedAgain(
  d: Deployed,
  view: CatalogView,
  features: readonly CatalogFeature[],
  { point, moment, sample }: { readonly point: string | null; readonly moment: string; readonly sample: number },
): Promise<readonly Row[]> {
  const keys = select(as('k', sampled(d, d.keys, sample)), fields(d.keys, 'k'))
  const nothing = (value: (f: CatalogFeature) => Term): Relation =>
    select(as('k', keys), [...fields(d.keys, 'k'), ...features.map(f => named(f.column, value(f)))])
  if (isLive(d)) return ask(d, atMoment(d, view, features, keys, moment, 'as exact'), moment)
  if (point === null) return ask(d, nothing(emptyTerm))
  if (secondsOf(point) < secondsOf(moment) - 2 * view.contract.every)
    return ask(
      d,
      nothing(f => literal(null, f.type)),
    )
  return ask(d, atMoment(d, view, features, keys, point, 'newest stored'), point)
}

/** What is live is as of the moment in which it was read, whatever has been computed. */
export function isLive({ serving }: Deployed): boolean {
  return serving.mode === 'live'
}

function atMoment(
  { lowered, keys: names }: Deployed,
  view: CatalogView,
  features: readonly CatalogFeature[],
  keys: Relation,
  moment: string,
  others: 'as exact' | 'newest stored',
): Relation {
  const spine = select(as('k', keys), [...fields(names, 'k'), named('spine_time', instant(moment))])
  return exactBody(lowered.model, lowered.views.get(view.address)!, { features: features.map(f => f.address), spine, others })
}

/** The keys that a serving should show as of a moment: those of the stored rows of its views, or what is alive then where it is live. */
export function offlineKeys(d: Deployed, points: ReadonlyMap<CatalogView, string | null>, moment: string): readonly Relation[] {
  return [...points].flatMap(([view, point]) => {
    if (isLive(d)) return [select(as('l', livingKeys(d.lowered.views.get(view.address)!, instant(moment))), fields(d.keys, 'l'))]
    if (point === null) return []
    const rows: Relation = { kind: 'scan', of: view.address, columns: [...d.keys, 'feature_time'] }
    return [select(as('s', rows), fields(d.keys, 's'), { where: [call('eq', field('feature_time', 's'), instant(point))] })]
  })
}

/** How many keys stand on one side alone, and some of them: those that should be shown and are not, or the other way round. */
export async function keysOf(
  d: Deployed,
  rows: readonly Relation[],
  which: 'missing' | 'extra',
  most: number,
): Promise<{ readonly count: number; readonly keys: readonly Row[] }> {
  const nobody = select(as('n', d.served), fields(d.keys, 'n'), { where: [call('isNull', field(d.keys[0]!, 'n'))] })
  const stored: Relation = select(as('u', { kind: 'union', all: rows.length === 0 ? [nobody] : rows }), fields(d.keys, 'u'), { distinct: true })
  const shown = select(as('v', d.served), fields(d.keys, 'v'))
  const [here, there] = which === 'missing' ? [stored, shown] : [shown, stored]
  const on = d.keys.map(k => call<TermLeaf>('eq', field(k, 'a'), field(k, 'b')))
  const alone = select(as('a', here), fields(d.keys, 'a'), { joins: [join('left', 'b', there, on)], where: [call('isNull', field(d.keys[0]!, 'b'))] })
  const [total] = await ask(d, select(as('x', alone), [named('n', aggregate('countAll', []))]))
  const count = Number(total!['n'])
  const keys = count === 0 ? [] : await ask(d, select(as('x', alone), fields(d.keys, 'x'), { orderBy: d.keys.map(k => ascending(field(k, 'x'))), limit: most }))
  return { count, keys }
}

/** When the served rows were computed. */
export async function computedAt(d: Deployed): Promise<string | null> {
  const [row] = await ask(d, select(as('s', d.served), [named('at', aggregate('max', [field('computed_at', 's')]))]))
  const at = row?.['at'] ?? null
  return at === null ? null : String(at)
}

/** The columns of the served rows that identify and hold values. */
export function servedColumns(d: Deployed): readonly string[] {
  return unique([...d.keys, 'feature_time', ...d.serving.features.map(f => f.as)])
}
