import { FeatError, diagnostic } from '../../../compiler/base/diagnostic.ts'
import { groupBy } from '../../../compiler/base/group.ts'
import { nearest } from '../../../compiler/base/near.ts'
import type { CatalogFeature, CatalogServing, CatalogView } from '../../../compiler/ir/catalog.ts'
import { nameText } from '../../../compiler/ir/name.ts'
import { match } from '../../../compiler/plan/match.ts'
import type { Row, Value } from '../../driver/driver.ts'
import { observe } from '../../observe/observe.ts'
import type { Session } from '../../session.ts'
import { readState } from '../../state/read.ts'
import { alike } from './alike.ts'
import type { Deployed } from './offline.ts'
import { ask, computedAgain, computedAt, isLive, keysOf, offlineKeys, pointOf, sampled, servedColumns } from './offline.ts'

export interface VerifyServingOptions {
  /** Name or address; null: all of them. */
  readonly name: string | null
  /** The values of at most so many keys are compared. */
  readonly sample: number
  /** ISO instant that the rows are to be as of; null: when they were computed. */
  readonly at: string | null
}

/** A key with what is served and what should be. */
export interface Mismatch {
  readonly keys: Row
  readonly served: Value
  readonly offline: Value
}

export interface Keys {
  readonly count: number
  readonly keys: readonly Row[]
}

/** What one serving shows beside what is so. */
export interface ServingCheck {
  readonly serving: string
  /** Null: it shows no rows, and there is nothing by which to tell when. */
  readonly moment: string | null
  /** Keys whose values were compared. */
  readonly compared: number
  readonly features: readonly { readonly feature: string; readonly column: string; readonly mismatched: number; readonly examples: readonly Mismatch[] }[]
  readonly missing: Keys
  readonly extra: Keys
}

/** How many of each kind are told one by one. */
const examples = 5

/** Served rows beside values as of the same time, computed again from the rows of the sources. */
export async function verifyServings(session: Session, options: VerifyServingOptions): Promise<readonly ServingCheck[]> {
  const { driver, placed, compiled } = session
  const { catalog, lowered } = compiled
  const live = await observe(driver, placed.placement)
  const { bindings } = match(lowered, placed, await readState(driver, placed.placement), live)
  const names = new Set(live.objects.map(o => nameText(o.name).toLowerCase()))
  const checks: ServingCheck[] = []
  for (const serving of chosen(catalog.servings, options.name)) {
    const name = placed.resources.find(r => r.address === serving.address)!.publicName!
    if (!names.has(nameText(name).toLowerCase()))
      throw new FeatError([diagnostic('F679', { serving: serving.name, name: nameText(name) }, { address: serving.address })])
    const keys = catalog.entities.find(e => e.address === serving.entity)!.keys.map(k => k.name)
    const served = { kind: 'physical' as const, of: { kind: 'relation' as const, name } }
    checks.push(await verified({ driver, lowered, bindings, serving, keys, served }, options, session.now))
  }
  return checks
}

function chosen(servings: readonly CatalogServing[], name: string | null): readonly CatalogServing[] {
  if (name === null) return servings
  const found = servings.filter(s => s.name === name || s.address === name)
  const known = servings.map(s => s.name)
  if (found.length === 0) throw new FeatError([diagnostic('F678', { serving: name, near: nearest(name, known), known })])
  return found
}

/** How many values differ and keys are missing or too many. */
export function differencesOf(check: ServingCheck): number {
  return check.features.reduce((n, f) => n + f.mismatched, check.missing.count + check.extra.count)
}

async function verified(d: Deployed, options: VerifyServingOptions, now: string): Promise<ServingCheck> {
  const served = await ask(d, sampled(d, servedColumns(d), options.sample))
  const read = served[0]?.['feature_time'] ?? null
  const moment = isLive(d) ? (read === null ? null : String(read)) : (options.at ?? (await computedAt(d)))
  const byView = viewsOf(d)
  const points = new Map<CatalogView, string | null>()
  for (const { view } of byView) points.set(view, await pointOf(d, view, moment ?? now))
  const offline = new Map<string, Record<string, Value>>()
  for (const { view, features } of byView) {
    const again = await computedAgain(d, view, features, { point: points.get(view)!, moment: moment ?? now, sample: options.sample })
    for (const row of again) offline.set(keyText(d, row), { ...offline.get(keyText(d, row)), ...prefixed(view, row, features) })
  }
  const of = new Map(byView.flatMap(v => v.features.map(f => [f.address, { ...v, feature: f }] as const)))
  const features = d.serving.features.map(({ feature, as }) => {
    const { view, feature: f } = of.get(feature)!
    const wrong = served.flatMap((row): Mismatch[] => {
      const found = offline.get(keyText(d, row))?.[`${view.address} ${f.column}`.toLowerCase()] ?? null
      const shown = row[as.toLowerCase()] ?? null
      return alike(shown, found, f.type) ? [] : [{ keys: keysIn(d, row), served: shown, offline: found }]
    })
    return { feature, column: as, mismatched: wrong.length, examples: wrong.slice(0, examples) }
  })
  const expected = offlineKeys(d, points, moment ?? now)
  const none: Keys = { count: 0, keys: [] }
  const [missing, extra] = d.keys.length === 0 ? [none, none] : [await keysOf(d, expected, 'missing', examples), await keysOf(d, expected, 'extra', examples)]
  return { serving: d.serving.name, moment, compared: served.length, features, missing, extra }
}

function viewsOf(d: Deployed): readonly { readonly view: CatalogView; readonly features: readonly CatalogFeature[] }[] {
  const { model } = d.lowered
  const wanted = [...new Set(d.serving.features.map(f => f.feature))].map(f => model.catalog.features[f]!)
  return [...groupBy(wanted, f => f.view)].map(([view, features]) => ({ view: model.views.get(view)!, features }))
}

function prefixed(view: CatalogView, row: Row, features: readonly CatalogFeature[]): Record<string, Value> {
  return Object.fromEntries(features.map(f => [`${view.address} ${f.column}`.toLowerCase(), row[f.column.toLowerCase()] ?? null]))
}

function keysIn(d: Deployed, row: Row): Row {
  return Object.fromEntries(d.keys.map(k => [k, row[k.toLowerCase()] ?? null]))
}

function keyText(d: Deployed, row: Row): string {
  return JSON.stringify(d.keys.map(k => String(row[k.toLowerCase()] ?? null)))
}
