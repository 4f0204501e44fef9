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
  const rejected: { readonly kind: ServingKind; readonly because: string }[] = []
  for (const kind of servingKinds) {
    const broken = [...brokenRules(kind, wish, target), ...brokenRefresh(kind, wish), ...tooSlow(kind, wish)]
    if (broken.length === 0) return { served: servedAs(kind, wish, target, chosenBecause(kind, rejected)), broken: [] }
    rejected.push({ kind, because: broken[0]!.diagnostic.message })
  }
  const asked = [wish.latency === null ? '' : `read in ${wish.latency} ms`, `${lagText(wish.freshness)} behind`].filter(t => t !== '').join(', ')
  const none = diagnostic('F391', { serving: wish.name, target: target.name, asked, rejected: rejected.map(r => r.because) })
  return { served: null, broken: [{ member: wish.latency === null ? 'freshness' : 'latency', diagnostic: none }] }
}

function chosenBecause(kind: ServingKind, rejected: readonly { readonly kind: ServingKind; readonly because: string }[]): string {
  const not = rejected.map(r => `no ${r.kind}: ${r.because}`)
  return [`chosen: ${characterOf(kind)}`, ...not].join('; ')
}

function characterOf(kind: ServingKind): string {
  const { kept, latency } = servingTraits[kind]
  const words = { 'by Snowflake': 'Snowflake refreshes it', 'when read': 'computed when it is read', 'by materialize': 'feat materialize fills it' }
  return `${words[kept]}, about ${latency >= 1000 ? `${latency / 1000} s` : `${latency} ms`} to read a key`
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
export function brokenRules(kind: ServingKind, wish: ServingWish, target: ServingTarget): readonly Broken[] {
  const traits = servingTraits[kind]
  const what = withArticle(kind)
  const found: Broken[] = []
  const broken = (member: string, d: Diagnostic): void => void found.push({ member, diagnostic: d })
  if (editions.indexOf(target.edition) < editions.indexOf(traits.edition))
    broken('as', diagnostic('F381', { kind: what, needs: traits.edition, target: target.name, edition: target.edition }))
  if (traits.clouds !== null && target.cloud !== null && !traits.clouds.includes(target.cloud))
    broken('as', diagnostic('F390', { kind: what, clouds: traits.clouds, target: target.name, cloud: target.cloud }))
  const [first, second] = wish.views
  if (traits.oneTable && first !== undefined && second !== undefined) {
    const other = { first: shortName(first.view), second: shortName(second.view), feature: second.feature }
    broken('features', diagnostic('F382', { kind: what, serving: wish.name, ...other }))
  }
  for (const b of brokenLag(kind, wish)) found.push(b)
  const key = traits.needsKey ? unfitKey(wish) : null
  if (key !== null) broken('entity', diagnostic('F385', { kind: what, entity: wish.entity, found: key }))
  if (wish.clusterBy.length > 0 && traits.cluster === 'none')
    broken('clusterBy', diagnostic('F387', { kind: what, found: `cluster keys (${wish.clusterBy.join(', ')})`, rule: 'takes none' }))
  if (wish.clusterBy.length === 0 && wish.keys.length === 0 && traits.cluster === 'required')
    broken('clusterBy', diagnostic('F387', { kind: what, found: `an entity without keys`, rule: 'needs clusterBy' }))
  return found
}

function brokenLag(kind: ServingKind, wish: ServingWish): readonly Broken[] {
  const { lag } = servingTraits[kind]
  const what = withArticle(kind)
  const at = (d: Diagnostic): Broken[] => [{ member: 'freshness', diagnostic: d }]
  if (wish.freshness === 'downstream') return lag?.downstream === true ? [] : at(diagnostic('F384', { kind: what, serving: wish.name }))
  if (lag === null || wish.freshness === null) return []
  const limits = { kind: what, serving: wish.name, freshness: formatDuration(wish.freshness) }
  if (wish.freshness < lag.least) return at(diagnostic('F383', { ...limits, limit: `at least ${formatDuration(lag.least)}` }))
  return lag.most !== null && wish.freshness > lag.most ? at(diagnostic('F383', { ...limits, limit: `at most ${formatDuration(lag.most)}` })) : []
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
  const untaken = options.map(option => ({ member: option, diagnostic: diagnostic('F389', { kind: withArticle(kind), option }) }))
  if (!traits.refreshModes || wish.refresh !== 'incremental') return untaken
  return [...untaken, ...wish.breaks.map(b => ({ member: b.column, diagnostic: diagnostic('F388', { kind: withArticle(kind), ...b }) }))]
}

/** A kind that is slower than what is asked for. */
function tooSlow(kind: ServingKind, { latency, name }: ServingWish): readonly Broken[] {
  const takes = servingTraits[kind].latency
  if (latency === null || takes <= latency) return []
  return [{ member: 'latency', diagnostic: diagnostic('F392', { kind: withArticle(kind), serving: name, latency, takes }) }]
}
