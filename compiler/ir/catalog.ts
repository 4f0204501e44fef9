import type { Address } from '../base/address.ts'
import type { Span } from '../base/diagnostic.ts'
import type { Seconds } from '../base/duration.ts'
import type { Hash } from '../base/hash.ts'
import type { Accuracy } from './accuracy.ts'
import type { Check, ColumnType, ConfigDefinition, ModelDefinition, MonitorDefinition, SourceForm } from './definition.ts'
import type { Physical } from './physical.ts'
import type { DialectName, LiteralValue, Scalar } from './scalar.ts'
import type { ServingWish } from './serving-choice.ts'
import type { Type } from './type.ts'

/** A value with where it was set: the thing itself, its view, entity or source, the config, or our own default. */
export interface Resolved<V> {
  readonly value: V
  readonly from: Address | 'config' | 'builtin'
}

export interface Meta {
  readonly description: Resolved<string | null>
  readonly owner: Resolved<string | null>
  readonly tags: Resolved<readonly string[]>
  readonly deprecated: Resolved<string | null>
  readonly protect: Resolved<boolean>
}

interface Described {
  readonly address: Address
  readonly name: string
  readonly meta: Meta
  readonly span: Span | null
  readonly renamedFrom: Address | null
}

export interface Key {
  readonly name: string
  readonly type: Type
}

export interface CatalogEntity extends Described {
  readonly keys: readonly Key[]
  /** The source that gives its population. */
  readonly definedBy: Address | null
}

export interface CatalogColumn extends ColumnType {
  readonly name: string
  readonly description: string | null
}

export interface CatalogSource extends Described {
  readonly form: SourceForm
  readonly columns: readonly CatalogColumn[]
  /** Entities that its rows describe: `on` lists the columns in the order of the entity's keys. */
  readonly entities: readonly { readonly entity: Address; readonly on: readonly string[] }[]
  readonly defines: readonly Address[]
  readonly eventTime: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly deletedWhen: string | null
  readonly knownTime: { readonly column: string; /** ISO instant */ readonly trustedFrom: string | null } | null
  readonly lateness: Seconds
  readonly freshness: Seconds | null
  /** ISO instant. */
  readonly historyFrom: string | null
  readonly tieBreak: readonly string[]
  readonly rowKey: readonly string[]
  /** What orders the versions of a row, before the time at which they became known. */
  readonly rowVersion: string | null
  readonly query: Readonly<Record<DialectName, readonly (string | Scalar)[]>> | null
}

export interface Contract {
  readonly every: Seconds
  readonly accuracy: Accuracy
  readonly known: 'as-known' | 'corrected'
  readonly settle: Seconds
  readonly availableAfter: Seconds
  /** ISO instant; null: the first event day found at the first materialize. */
  readonly start: string | null
}

export interface CatalogView extends Described {
  readonly entity: Address
  readonly contract: Contract
  readonly physical: Physical
  /** In declared order; versions of one name stand together. */
  readonly features: readonly Address[]
  /** Views whose features it reads, of its own or another entity, each before those that read it. */
  readonly readsViews: readonly Address[]
  readonly readsSources: readonly Address[]
  /** Plain names that show the current version: alias -> feature address with version. */
  readonly aliases: Readonly<Record<string, Address>>
}

export interface CatalogFeature extends Described {
  readonly view: Address
  readonly entity: Address
  /** The column that holds it: its name, or `NAME__V<n>`. */
  readonly column: string
  readonly version: number | null
  /** Elaborated: every name bound, casts inserted, `feature` leaves carry a version where there are several. */
  readonly expr: Scalar
  readonly type: Type
  readonly nullable: boolean
  /** What a missing row means for it: an expression of literals only. */
  readonly empty: Scalar
  readonly unit: string | null
  readonly checks: readonly Check[]
  readonly values: readonly string[] | null
  /** Features and raw columns read directly. */
  readonly readsFeatures: readonly Address[]
  readonly readsColumns: readonly { readonly source: Address; readonly column: string }[]
  /** Identity of the value: names of features, views, windows and keys do not enter; sources and their columns do. */
  readonly dataHash: Hash
  /** The declared expression in the words of the language, for people. */
  readonly formula: string
}

export interface CatalogStore extends Described {
  readonly groups: readonly { readonly featureType: string; readonly views: readonly Address[] }[]
  readonly clusterBy: readonly string[]
  readonly physical: Physical
}

export interface CatalogServing extends Described {
  readonly entity: Address
  /** Features in the order listed, whole views expanded; `as` is the column. */
  readonly features: readonly { readonly feature: Address; readonly as: string }[]
  readonly mode: 'latest' | 'live'
  readonly freshness: Seconds | 'downstream' | null
  /** What is asked of it: decides what it becomes on each target. */
  readonly wish: ServingWish
  readonly request: readonly Key[]
  readonly computed: readonly ServingColumn[]
}

/** A column that is computed when a serving is read. */
export interface ServingColumn {
  readonly name: string
  readonly expr: Scalar
  readonly type: Type
  readonly description: string | null
  /** Whether it needs a request. */
  readonly onRequest: boolean
  readonly dataHash: Hash
  readonly formula: string
}

export interface CatalogDataset extends Described {
  /** Whose label it is; null where no entity is needed to know it. */
  readonly entity: Address | null
  readonly spine: Address
  /** Where the spine holds the keys of each entity whose features or label it has, in the order of the entity's keys. */
  readonly roles: readonly { readonly entity: Address; readonly on: readonly string[] }[]
  /** Over windows after the label's time, or over columns of the spine. */
  readonly label: Scalar
  readonly labelType: Type
  readonly features: readonly Address[]
  /** What the column of each of the features is called. */
  readonly names: readonly string[]
  /** Further columns of the spine. */
  readonly keep: readonly string[]
  readonly accuracy: 'snapshot' | 'exact'
  /** How old a value may be; null: twice the cadence of its view. */
  readonly ttl: Seconds | null
  /** ISO instant: only what was known before. */
  readonly known: string | null
  readonly split: CatalogSplit
}

/** Which rows train, validate and test; `by` are the columns of the spine whose rows of one value stay together. */
export type CatalogSplit =
  | { readonly kind: 'time'; readonly train: string; readonly validation: string; readonly gap: Seconds; readonly by: readonly string[] }
  | { readonly kind: 'shares'; readonly train: number; readonly validation: number; readonly test: number; readonly by: readonly string[] }

export interface CatalogModel extends Described {
  readonly version: string
  readonly type: ModelDefinition['type']
  readonly trainedOn: Address
  readonly uses: readonly Address[]
  readonly stage: ModelDefinition['stage']
  readonly traffic: number | null
  readonly guard: ModelDefinition['guard']
}

export interface CatalogMonitor extends Described {
  readonly on: Address
  readonly statistic: string
  readonly parameters: Readonly<Record<string, LiteralValue>>
  readonly threshold: MonitorDefinition['threshold']
  readonly every: Seconds
  readonly severity: MonitorDefinition['severity']
  readonly notify: readonly string[]
}

/** One edge of column lineage. Ends are addresses; a raw column is `source.raw.x#column`. */
export interface LineageEdge {
  readonly from: string
  readonly to: string
  readonly how: 'value' | 'filter' | 'key' | 'time'
}

export interface Catalog {
  readonly project: string
  readonly config: ConfigDefinition
  readonly entities: readonly CatalogEntity[]
  readonly sources: readonly CatalogSource[]
  /** In dependency order. */
  readonly views: readonly CatalogView[]
  readonly features: Readonly<Record<Address, CatalogFeature>>
  readonly stores: readonly CatalogStore[]
  readonly servings: readonly CatalogServing[]
  readonly datasets: readonly CatalogDataset[]
  readonly models: readonly CatalogModel[]
  readonly monitors: readonly CatalogMonitor[]
  readonly lineage: readonly LineageEdge[]
}
