import type { Seconds } from '../base/duration.ts'
import { day } from '../base/duration.ts'

/** What a serving can be on Snowflake, in the order in which the compiler prefers them. */
export const servingKinds = ['dynamic table', 'materialized view', 'view', 'interactive table', 'online feature table', 'hybrid table'] as const
export type ServingKind = (typeof servingKinds)[number]

export const editions = ['standard', 'enterprise', 'business critical'] as const
export type Edition = (typeof editions)[number]
export const clouds = ['aws', 'azure', 'gcp'] as const
export type Cloud = (typeof clouds)[number]

export type RefreshMode = 'incremental' | 'full'
export type Initialize = 'on create' | 'on schedule'

/** What a kind of serving object can do, and what it asks for: Snowflake's documented rules as data. */
export interface ServingTraits {
  readonly article: 'a' | 'an'
  /** The least edition that has it. */
  readonly edition: Edition
  /** Where it is offered; null: everywhere. */
  readonly clouds: readonly Cloud[] | null
  /** How far it may be asked to lag behind; null where there is no lag to choose. */
  readonly lag: { readonly least: Seconds; readonly most: Seconds | null; readonly downstream: boolean } | null
  /** Milliseconds that one row takes to read: the order of magnitude that documentation speaks of, never measured by us. */
  readonly latency: number
  readonly needsKey: boolean
  readonly cluster: 'none' | 'optional' | 'required'
  readonly oneTable: boolean
  readonly refreshModes: boolean
  readonly initialize: boolean
  /** Who brings its rows up to date. */
  readonly kept: 'by Snowflake' | 'when read' | 'by materialize'
}

export const servingTraits: Readonly<Record<ServingKind, ServingTraits>> = {
  'dynamic table': {
    article: 'a',
    edition: 'standard',
    clouds: null,
    lag: { least: 60, most: null, downstream: true },
    latency: 2000,
    needsKey: false,
    cluster: 'optional',
    oneTable: false,
    refreshModes: true,
    initialize: true,
    kept: 'by Snowflake',
  },
  'materialized view': {
    article: 'a',
    edition: 'enterprise',
    clouds: null,
    lag: null,
    latency: 2000,
    needsKey: false,
    cluster: 'optional',
    oneTable: true,
    refreshModes: false,
    initialize: false,
    kept: 'by Snowflake',
  },
  view: {
    article: 'a',
    edition: 'standard',
    clouds: null,
    lag: null,
    latency: 10_000,
    needsKey: false,
    cluster: 'none',
    oneTable: false,
    refreshModes: false,
    initialize: false,
    kept: 'when read',
  },
  'interactive table': {
    article: 'an',
    edition: 'standard',
    clouds: null,
    lag: { least: 60, most: null, downstream: false },
    latency: 500,
    needsKey: false,
    cluster: 'required',
    oneTable: false,
    refreshModes: false,
    initialize: false,
    kept: 'by Snowflake',
  },
  'online feature table': {
    article: 'an',
    edition: 'standard',
    clouds: null,
    lag: { least: 10, most: 8 * day, downstream: false },
    latency: 100,
    needsKey: true,
    cluster: 'none',
    oneTable: false,
    refreshModes: true,
    initialize: false,
    kept: 'by Snowflake',
  },
  'hybrid table': {
    article: 'a',
    edition: 'standard',
    clouds: ['aws', 'azure'],
    lag: null,
    latency: 100,
    needsKey: true,
    cluster: 'none',
    oneTable: false,
    refreshModes: false,
    initialize: false,
    kept: 'by materialize',
  },
}

/** What a serving is on one target: chosen by the author or by the compiler, with the reason. */
export interface Served {
  readonly kind: ServingKind
  readonly lag: Seconds | 'downstream' | null
  readonly refresh: RefreshMode | null
  readonly initialize: Initialize | null
  readonly clusterBy: readonly string[]
  readonly warehouse: string | null
  /** Why this kind, for people. */
  readonly why: string
  /** The storages that its query names: where they change, it is made anew. */
  readonly reads: readonly string[]
}

/** "a dynamic table". */
export function withArticle(kind: ServingKind): string {
  return `${servingTraits[kind].article} ${kind}`
}

/** What object stands under the public name of a serving of a kind: some are shown by a view, as are rows that we store. */
export function publicKindOf(kind: ServingKind | undefined): ServingKind {
  return kind === undefined || kind === 'materialized view' || kind === 'hybrid table' ? 'view' : kind
}
