import type { Address } from '../base/address.ts'
import { shortName } from '../base/address.ts'
import { unique } from '../base/group.ts'
import { nearest } from '../base/near.ts'
import { aggregates } from '../ir/aggregates.ts'
import type { CatalogServing, Contract, Key, ServingColumn } from '../ir/catalog.ts'
import type { ServingDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import type { ScalarLeaf } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import type { ServingWish } from '../ir/serving-choice.ts'
import { chooseServing } from '../ir/serving-choice.ts'
import { servingTargets } from '../ir/serving-target.ts'
import { bindExpression } from './bind-expression.ts'
import type { Chosen, Consumed } from './consumers.ts'
import { checkColumns, entityLevel, entityOf, expandListed, holdsOnly } from './consumers.ts'
import { dataHash } from './data-hash.ts'
import { featuresBelow } from './features-below.ts'
import { formulaOf } from './formula.ts'
import { checkGrain } from './grain.ts'
import { declaredMeta } from './inherit.ts'
import type { Report } from './mistakes.ts'
import { reportUnknown, shown } from './mistakes.ts'
import { placeOf, placeOfMember } from './names.ts'
import { durationOption } from './options.ts'
import { breaksOf } from './serving-breaks.ts'
import { inferType } from './types.ts'

type Declaration = Declared<ServingDefinition>

export function bindServings(c: Consumed): CatalogServing[] {
  return [...c.names.servings.values()].flatMap(d => bindServing(d, c) ?? [])
}

function bindServing(d: Declaration, c: Consumed): CatalogServing | null {
  const { definition } = d
  const entity = entityOf(d, c)
  if (entity === null) return null
  const what = `serving '${definition.name}'`
  const report = c.mistakes.at(placeOfMember(d, 'features'))
  const features = expandListed(definition.features, holdsOnly(entity, what, report), what, 'all', c, report)
  const request: Key[] = Object.entries(definition.request).map(([name, column]) => ({ name, type: column.type }))
  const computed = definition.computed.flatMap(f => bindComputed(d, f, { entity, request, features }, c) ?? [])
  const { keys } = c.entities.get(`entity.${entity}`)!
  const columns = [...keys.map(k => k.name), 'feature_time', 'computed_at', ...features.map(f => f.as), ...computed.map(f => f.name)]
  checkColumns(columns, what, c.mistakes.at(placeOf(d)))
  checkRequest(d, columns, c)
  checkClusters(
    d,
    columns.filter(name => !computed.some(f => f.name === name && f.onRequest)),
    c,
  )
  if (definition.mode === 'live') {
    checkMergeable(features, c, report)
    checkLive(d, c)
  }
  const wish = wishOf(d, { entity, keys, features, computed }, c)
  if (definition.mode !== 'live') checkTargets(d, wish, c)
  return {
    address: d.address,
    name: definition.name,
    span: d.span,
    entity: `entity.${entity}`,
    features,
    request,
    computed,
    wish,
    meta: declaredMeta(d, c.names.config, entityLevel(entity, c)),
    renamedFrom: definition.options.renamedFrom === undefined ? null : `serving.${definition.options.renamedFrom}`,
    mode: definition.mode,
    freshness: wish.freshness,
  }
}

// ---- what is asked of it

interface Parts {
  readonly entity: string
  readonly keys: readonly Key[]
  readonly features: readonly Chosen[]
  readonly computed: readonly ServingColumn[]
}

function wishOf(d: Declaration, { entity, keys, features, computed }: Parts, c: Consumed): ServingWish {
  const { name, as, refresh, initialize, clusterBy, freshness, latency } = d.definition
  const shownOf = features.flatMap(f => c.features.get(f.feature) ?? [])
  const views = unique(shownOf.map(f => f.view)).map(view => ({ view, feature: shownOf.find(f => f.view === view)!.name }))
  return {
    name,
    as,
    refresh,
    initialize,
    clusterBy,
    latency: latencyOption(latency, c.mistakes.at(placeOfMember(d, 'latency'))),
    freshness: freshness === 'downstream' ? freshness : durationOption('freshness', freshness, c.mistakes.at(placeOfMember(d, 'freshness'))),
    entity,
    keys: keys.map(k => ({ name: k.name, type: k.type })),
    views,
    breaks: computed.filter(f => !f.onRequest).flatMap(f => breaksOf(f.name, f.expr)),
  }
}

/** Milliseconds of '100ms' or '2s'. */
function latencyOption(given: string | null, report: Report): number | null {
  if (given === null) return null
  const match = /^(\d+)(ms|s)$/.exec(given)
  const ms = match === null ? 0 : Number(match[1]) * (match[2] === 's' ? 1000 : 1)
  if (ms > 0 && Number.isSafeInteger(ms)) return ms
  report('F201', { option: 'latency', found: shown(given), expected: "milliseconds or seconds, such as '100ms' or '2s'" })
  return null
}

/** Each target on Snowflake: is what the author chose legal there, or is there anything that is. */
function checkTargets(d: Declaration, wish: ServingWish, c: Consumed): void {
  const said = new Set<string>()
  for (const target of servingTargets(c.names.config)) {
    for (const { member, diagnostic } of chooseServing(wish, target).broken) {
      const key = `${member} ${diagnostic.code} ${diagnostic.message}`
      if (!said.has(key)) c.mistakes.list.push({ ...diagnostic, ...placeOfMember(d, member) })
      said.add(key)
    }
  }
}

function checkClusters(d: Declaration, candidates: readonly string[], c: Consumed): void {
  for (const column of d.definition.clusterBy)
    if (!candidates.includes(column)) c.mistakes.at(placeOfMember(d, 'clusterBy'))('F386', { column, candidates, near: nearest(column, candidates) })
}

function checkRequest(d: Declaration, columns: readonly string[], c: Consumed): void {
  const taken = new Set(columns.map(name => name.toLowerCase()))
  for (const field of Object.keys(d.definition.request))
    if (taken.has(field.toLowerCase())) c.mistakes.at(placeOfMember(d, 'request'))('F393', { field, serving: d.definition.name })
}

// ---- computed columns

interface ComputedScope {
  readonly entity: string
  readonly request: readonly Key[]
  readonly features: readonly Chosen[]
}

function bindComputed(d: Declaration, f: ServingDefinition['computed'][number], scope: ComputedScope, c: Consumed): ServingColumn | null {
  const { entity, request } = scope
  const report = c.mistakes.at(placeOfMember(d, f.name))
  const expr = bindExpression(f.expr, 'computed', { names: c.names, report })
  if (expr === null) return null
  const leaves = leavesOf<ScalarLeaf>(expr)
  const unknown = leaves.flatMap(l => (l.kind === 'request' && !request.some(r => r.name === l.name) ? [l.name] : []))
  for (const name of unknown)
    reportUnknown(
      report,
      'request field',
      name,
      ` in serving '${d.definition.name}'`,
      request.map(r => r.name),
    )
  if (unknown.length > 0 || !checkGrain(expr, { names: c.names, sources: c.sources, entity, report })) return null
  const listed = new Set(scope.features.map(x => x.feature))
  const others = unique(leaves.flatMap(l => (l.kind === 'feature' && c.features.has(l.ref) && !listed.has(l.ref) ? [l.ref] : [])))
  for (const ref of others) report('F394', { column: f.name, feature: shortName(ref), serving: d.definition.name })
  const typed = inferType(expr, {
    sources: c.sources,
    entities: c.entities,
    features: c.typeScope.types,
    view: null,
    start: null,
    report,
    rows: c.typeScope.rows,
  })
  if (typed === null || leaves.some(l => l.kind === 'feature' && !c.features.has(l.ref))) return null
  return {
    name: f.name,
    expr: typed.expr,
    type: typed.type,
    description: f.meta.description ?? d.members[f.name]?.description ?? null,
    onRequest: leaves.some(l => l.kind === 'request'),
    dataHash: hashOfComputed(typed.expr, typed.type, entity, c),
    formula: formulaOf(f.expr),
  }
}

/** Values are taken as they are shown: how often they are computed does not enter again. */
const atReading: Contract = { every: 1, accuracy: 'snapshot', known: 'as-known', settle: 0, availableAfter: 0, start: null }

function hashOfComputed(expr: ServingColumn['expr'], type: ServingColumn['type'], entity: string, c: Consumed): ServingColumn['dataHash'] {
  return dataHash(expr, type, {
    sources: c.sources,
    entities: c.entities,
    entity: `entity.${entity}`,
    contract: atReading,
    feature: ref => ({ dataHash: c.features.get(ref)!.dataHash, contract: atReading }),
  })
}

// ---- live

/** What is computed when it is read is a view, and is not kept anywhere. */
function checkLive(d: Declaration, c: Consumed): void {
  const { as, refresh, initialize, clusterBy } = d.definition
  const given = [
    ...(as === null || as === 'view' ? [] : ['as' as const]),
    ...(refresh === null ? [] : ['refresh' as const]),
    ...(initialize === null ? [] : ['initialize' as const]),
  ]
  const options = clusterBy.length === 0 ? given : [...given, 'clusterBy' as const]
  for (const option of options) c.mistakes.at(placeOfMember(d, option))('F682', { serving: d.definition.name, option })
}

/** Live values are merged at the moment of reading: what needs all values cannot be. */
function checkMergeable(features: readonly Chosen[], c: Consumed, report: Report): void {
  const seen = new Set<Address>()
  for (const { feature, as } of features) {
    for (const l of featuresBelow(feature, c.features, seen).flatMap(f => leavesOf<ScalarLeaf>(f.expr))) {
      if (l.kind === 'window' && aggregates[l.aggregate].merge === 'multiset') report('F368', { aggregate: l.aggregate, feature: as })
    }
  }
}
