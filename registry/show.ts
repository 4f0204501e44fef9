import type { Address } from '../compiler/base/address.ts'
import { InternalError } from '../compiler/base/diagnostic.ts'
import { secondsOf, isoOf } from '../compiler/base/instant.ts'
import type { Interval } from '../compiler/base/interval.ts'
import { merged } from '../compiler/base/interval.ts'
import { literal, printQuery, qualified, quote, typeSql } from '../compiler/emit/index.ts'
import type { CatalogFeature } from '../compiler/ir/catalog.ts'
import type { QualifiedName } from '../compiler/ir/name.ts'
import { nameText } from '../compiler/ir/name.ts'
import { text, time } from '../compiler/ir/type.ts'
import { bodyOf } from '../compiler/lower/index.ts'
import { bindRelation } from '../compiler/plan/bind.ts'
import { coverageOf } from '../compiler/plan/coverage.ts'
import { match } from '../compiler/plan/match.ts'
import type { Row, Value } from './driver/driver.ts'
import { withKeyValues } from './key-values.ts'
import { observe } from './observe/observe.ts'
import type { Session } from './session.ts'
import { readState } from './state/read.ts'

export interface FeatureRead {
  /** Public name and column. */
  readonly relation: string
  /** The newest covered point, at or before `at` where that is given; null: nothing is computed. */
  readonly point: string | null
  /** Whether the keys have a row at that point. */
  readonly found: boolean
  readonly value: Value
}

/** Reads one value from the public name of the feature's view; null where that does not show it yet. */
export async function readFeature(
  session: Session,
  feature: CatalogFeature,
  keys: Readonly<Record<string, string>>,
  at: string | null,
): Promise<FeatureRead | null> {
  const {
    driver,
    placed: { placement },
  } = session
  const { dialect } = placement
  const { objects } = await observe(driver, placement)
  const name = publicName(session, feature.view)
  const shown = objects.find(o => nameText(o.name) === nameText(name))
  if (shown?.columns.some(c => c.name.toLowerCase() === feature.column.toLowerCase()) !== true) return null
  const column = (c: string): string => quote(c, dialect)
  const declared = session.compiled.catalog.entities.find(e => e.address === feature.entity)!.keys
  const types = new Map(declared.map(k => [k.name, k.type]))
  const matches = Object.entries(keys).map(([k, v]) => `s.${column(k)} = CAST(${literal(v, text, dialect)} AS ${typeSql(types.get(k)!, dialect)})`)
  const until = at === null ? '' : ` WHERE ${column('feature_time')} <= ${literal(at, time, dialect)}`
  const relation = qualified(name, dialect)
  const read = (): Promise<readonly Row[]> =>
    driver.query(
      `SELECT p.point AS point, s.${column('feature_time')} IS NOT NULL AS found, s.${column(feature.column)} AS value` +
        ` FROM (SELECT max(${column('feature_time')}) AS point FROM ${relation}${until}) AS p` +
        ` LEFT JOIN ${relation} AS s ON ${[`s.${column('feature_time')} = p.point`, ...matches].join(' AND ')}`,
      `read ${feature.address}`,
    )
  const [row] = await withKeyValues(driver, { name: feature.address, keys: declared, values: keys }, read)
  const point = row?.['point'] ?? null
  return {
    relation: `${nameText(name)}.${feature.column}`,
    point: point === null ? null : String(point),
    found: row?.['found'] === true,
    value: row?.['value'] ?? null,
  }
}

export interface Computing {
  /** The statement that computes the feature alone, at one point, from what is there now. */
  readonly sql: string
  /** Points that were computed, whether any key has a row there or not. */
  readonly computed: readonly Interval[]
}

export async function computingOf(session: Session, feature: CatalogFeature, point: string): Promise<Computing> {
  const {
    driver,
    placed,
    compiled: { catalog, lowered },
  } = session
  const state = await readState(driver, placed.placement)
  const matching = match(lowered, placed, state, await observe(driver, placed.placement))
  const body = bodyOf(lowered, { of: feature.view, columns: [feature.column], first: true, bulk: false })
  const { every } = catalog.views.find(v => v.address === feature.view)!.contract
  const bounds = { from: point, to: isoOf(secondsOf(point) + every), now: session.now }
  const storages = matching.matched.find(m => m.resource.address === feature.view)!.binding.storages
  return {
    sql: printQuery(bindRelation(body, matching.bindings), placed.placement.dialect, bounds),
    computed: merged(storages.filter(s => s.first).flatMap(s => coverageOf(state)(s))),
  }
}

function publicName(session: Session, view: Address): QualifiedName {
  const name = session.placed.resources.find(r => r.address === view)?.publicName ?? null
  if (name === null) throw new InternalError(`${view} has no public name`)
  return name
}
