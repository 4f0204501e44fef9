import type { Address } from '../base/address.ts'
import { shortName } from '../base/address.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Seconds } from '../base/duration.ts'
import { formatDuration } from '../base/duration.ts'
import type { Cloud, Edition, Initialize, RefreshMode, Served, ServingKind } from './serving-kind.ts'
import { editions, servingKinds, servingTraits, withArticle } from './serving-kind.ts'
import type { Type } from './type.ts'
import { typeName } from './type.ts'

/** What an author asks of a serving: all that decides what it becomes on a target. */
export interface ServingWish {
  readonly name: string
  readonly as: ServingKind | null
  /** Milliseconds. */
  readonly latency: number | null
  readonly freshness: Seconds | 'downstream' | null
  readonly refresh: RefreshMode | null
  readonly initialize: Initialize | null
  readonly clusterBy: readonly string[]
  readonly entity: string
  readonly keys: readonly { readonly name: string; readonly type: Type }[]
  /** The views that it reads, each with the first feature taken from it. */
  readonly views: readonly { readonly view: Address; readonly feature: string }[]
  /** What in its computed columns cannot be refreshed incrementally. */
  readonly breaks: readonly Break[]
}

/** A piece of SQL that an incremental refresh cannot keep current. */
export interface Break {
  readonly column: string
  readonly found: string
  readonly rule: string
}

/** What a target offers. */
export interface ServingTarget {
  readonly name: string
  readonly edition: Edition
  readonly cloud: Cloud | null
  readonly warehouse: string | null
}

/** A rule that a kind breaks: at which option of the serving, and what is said of it. */
export interface Broken {
  readonly member: string
  readonly diagnostic: Diagnostic
  /** In few words, beside other kinds. */
  readonly short: string
}

export interface Choice {
  /** Null where no kind fits. */
  readonly served: Served | null
  readonly broken: readonly Broken[]
}

/** The author's kind, checked; or the first that obeys every rule and meets what is asked for. */
export function chooseServing(wish: ServingWish, target: ServingTarget): Choice {
  if (wish.as !== null) {
    const broken = [...brokenRules(wish.as, wish, target), ...brokenRefresh(wish.as, wish), ...tooSlow(wish.as, wish)]
    const refused = broken.some(b => b.diagnostic.severity === 'error')
    return { served: refused ? null : servedAs(wish.as, wish, target, `as declared: ${characterOf(wish.as)}`), broken }
  }
  const rejected: Rejected[] = []
  for (const kind of servingKinds) {
    const broken = [...brokenRules(kind, wish, target), ...brokenRefresh(kind, wish), ...tooSlow(kind, wish)]
    if (broken.length === 0) return { served: servedAs(kind, wish, target, chosenBecause(kind, rejected)), broken: [] }
    rejected.push({ kind, ...broken[0]! })
  }
  const asked = [wish.latency === null ? '' : `read in ${wish.latency} ms`, `${lagText(wish.freshness)} behind`].filter(t => t !== '').join(', ')
  const none = diagnostic('F391', { serving: wish.name, target: target.name, asked, rejected: rejected.map(r => r.diagnostic.message) })
  return { served: null, broken: [{ member: wish.latency === null ? 'freshness' : 'latency', diagnostic: none, short: '' }] }
}

type Rejected = Broken & { readonly kind: ServingKind }

function chosenBecause(kind: ServingKind, rejected: readonly Rejected[]): string {
  const not = rejected.map(r => `${r.kind} (${r.short})`).join(', ')
  return `chosen: ${characterOf(kind)}${not === '' ? '' : `; not ${not}`}`
}

function characterOf(kind: ServingKind): string {
  const { kept, latency } = servingTraits[kind]
  const words = { 'by Snowflake': 'Snowflake refreshes it', 'when read': 'computed when it is read', 'by materialize': 'feat materialize fills it' }
  return `${words[kept]}, about ${msText(latency)} to read a key`
}

function msText(ms: number): string {
  return ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`
}

function servedAs(kind: ServingKind, wish: ServingWish, target: ServingTarget, why: string): Served {
  const traits = servingTraits[kind]
  const incremental = wish.breaks.length === 0 && kind === 'dynamic table'
  const full = wish.breaks[0] === undefined ? '' : `; refreshed in full: ${wish.breaks[0].found} in '${wish.breaks[0].column}' (${wish.breaks[0].rule})`
  return {
    kind,
    lag: traits.lag === null ? null : (wish.freshness ?? traits.lag.least),
    refresh: traits.refreshModes ? (wish.refresh ?? (incremental ? 'incremental' : 'full')) : null,
    initialize: traits.initialize ? (wish.initialize ?? 'on create') : null,
    clusterBy: traits.cluster === 'required' && wish.clusterBy.length === 0 ? wish.keys.map(k => k.name) : wish.clusterBy,
    warehouse: traits.lag === null ? null : target.warehouse,
    why: `${why}${traits.refreshModes ? full : ''}`,
    reads: [],
  }
}

function lagText(freshness: ServingWish['freshness']): string {
  return freshness === null ? 'any time' : freshness === 'downstream' ? 'as its readers ask' : `at most ${formatDuration(freshness)}`
}

/** The rules of a kind that a serving breaks on a target. */
function brokenRules(kind: ServingKind, wish: ServingWish, target: ServingTarget): readonly Broken[] {
  return [...brokenOffer(kind, target), ...brokenShape(kind, wish), ...brokenLag(kind, wish)]
}

/** What the account does not have. */
function brokenOffer(kind: ServingKind, target: ServingTarget): readonly Broken[] {
  const { edition, clouds } = servingTraits[kind]
  const what = { kind: withArticle(kind), target: target.name }
  const found: Broken[] = []
  if (editions.indexOf(target.edition) < editions.indexOf(edition))
    found.push({ member: 'as', diagnostic: diagnostic('F381', { ...what, needs: edition, edition: target.edition }), short: `needs ${edition}` })
  if (clouds !== null && target.cloud !== null && !clouds.includes(target.cloud))
    found.push({ member: 'as', diagnostic: diagnostic('F390', { ...what, clouds, cloud: target.cloud }), short: `not on ${target.cloud}` })
  return found
}

/** What the rows and columns of the serving do not allow. */
function brokenShape(kind: ServingKind, wish: ServingWish): readonly Broken[] {
  const traits = servingTraits[kind]
  const what = withArticle(kind)
  const found: Broken[] = []
  const broken = (member: string, d: Diagnostic, short: string): void => void found.push({ member, diagnostic: d, short })
  const [first, second] = wish.views
  if (traits.oneTable && first !== undefined && second !== undefined) {
    const other = { first: shortName(first.view), second: shortName(second.view), feature: second.feature }
    broken('features', diagnostic('F382', { kind: what, serving: wish.name, ...other }), `would join ${other.second}`)
  }
  const key = traits.needsKey ? unfitKey(wish) : null
  if (key !== null) broken('entity', diagnostic('F385', { kind: what, entity: wish.entity, found: key }), `${wish.entity} ${key}`)
  const clusters = (found: string, rule: string): void => broken('clusterBy', diagnostic('F387', { kind: what, found, rule }), rule)
  if (wish.clusterBy.length > 0 && traits.cluster === 'none') clusters(`cluster keys (${wish.clusterBy.join(', ')})`, 'takes none')
  if (wish.clusterBy.length === 0 && wish.keys.length === 0 && traits.cluster === 'required') clusters('an entity without keys', 'needs clusterBy')
  return found
}

function brokenLag(kind: ServingKind, wish: ServingWish): readonly Broken[] {
  const { lag } = servingTraits[kind]
  const what = { kind: withArticle(kind), serving: wish.name }
  const at = (d: Diagnostic, short: string): Broken[] => [{ member: 'freshness', diagnostic: d, short }]
  if (wish.freshness === 'downstream') return lag?.downstream === true ? [] : at(diagnostic('F384', what), 'does not follow its readers')
  if (lag === null || wish.freshness === null) return []
  const beyond = (limit: string): Broken[] => at(diagnostic('F383', { ...what, freshness: formatDuration(wish.freshness as Seconds), limit }), `lags ${limit}`)
  if (wish.freshness < lag.least) return beyond(`at least ${formatDuration(lag.least)}`)
  return lag.most !== null && wish.freshness > lag.most ? beyond(`at most ${formatDuration(lag.most)}`) : []
}

/** Why the keys of the entity are no primary key; null where they are. */
function unfitKey({ keys }: ServingWish): string | null {
  if (keys.length === 0) return 'has no keys'
  const unfit = keys.find(k => k.type.kind === 'json' || k.type.kind === 'float')
  return unfit === undefined ? null : `has the key '${unfit.name}' of type ${typeName(unfit.type)}`
}

/** How a kind is refreshed, against what the author asks for. */
function brokenRefresh(kind: ServingKind, wish: ServingWish): readonly Broken[] {
  const traits = servingTraits[kind]
  const options = [
    ...(wish.refresh !== null && !traits.refreshModes ? ['refresh'] : []),
    ...(wish.initialize !== null && !traits.initialize ? ['initialize'] : []),
  ]
  const untaken = options.map(option => ({ member: option, diagnostic: diagnostic('F389', { kind: withArticle(kind), option }), short: `no ${option}` }))
  if (!traits.refreshModes || wish.refresh !== 'incremental') return untaken
  return [
    ...untaken,
    ...wish.breaks.map(b => ({ member: b.column, diagnostic: diagnostic('F388', { kind: withArticle(kind), ...b }), short: `holds ${b.found}` })),
  ]
}

/** A kind that is slower than what is asked for. */
function tooSlow(kind: ServingKind, { latency, name }: ServingWish): readonly Broken[] {
  const takes = servingTraits[kind].latency
  if (latency === null || takes <= latency) return []
  return [{ member: 'latency', diagnostic: diagnostic('F392', { kind: withArticle(kind), serving: name, latency, takes }), short: `about ${msText(takes)}` }]
}
