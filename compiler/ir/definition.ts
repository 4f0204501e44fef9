import type { Address } from '../base/address.ts'
import type { Acceptable } from '../base/codes/leakage.ts'
import type { Physical, TargetObjects } from './physical.ts'
import type { DialectName, LiteralValue, Scalar } from './scalar.ts'
import type { Cloud, Edition, Initialize, RefreshMode, ServingKind } from './serving-kind.ts'
import type { Type } from './type.ts'

/**
 * What the builders return: what an author wrote, as plain frozen data. Nothing is checked or normalized yet: durations
 * are the author's text, names may be wrong. `brand` tells a definition from any other export, across two copies of the package.
 */
export const brand = Symbol.for('featplan.definition')

export interface ColumnType {
  readonly type: Type
  readonly nullable: boolean
  /** Never changes for a key, so that a snapshot of today is also true of the past. */
  readonly fixed: boolean
  /** The values of a category. */
  readonly values: readonly string[] | null
  readonly renamedFrom: string | null
}

/** Something that an author gave (from JavaScript, or past the types) and a definition cannot hold: refused by `bind`. */
export interface Problem {
  /** Where: `columns.km`, `evry`; empty for the whole. */
  readonly path: string
  readonly found: string
  readonly expected: string
}

export interface Common {
  readonly problems?: readonly Problem[] | undefined
  readonly description?: string | undefined
  readonly owner?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly renamedFrom?: string | undefined
  readonly deprecated?: string | undefined
  readonly protect?: boolean | undefined
  /** Warnings that are meant to be as they are: code -> why. */
  readonly accept?: Readonly<Partial<Record<Acceptable, string>>> | undefined
}

export type Columns = Readonly<Record<string, ColumnType>>

export interface EntityDefinition {
  readonly kind: 'entity'
  readonly name: string
  readonly keys: Columns
  readonly options: Common
}

/** An entity as a source holds it: each key of the entity and the column it is found in. */
export interface KeyMapping {
  readonly entity: string
  readonly on: Readonly<Record<string, string>>
}

export type SourceForm = 'events' | 'dimension' | 'snapshot'

export interface SourceDefinition {
  readonly kind: 'source'
  readonly form: SourceForm
  readonly name: string
  readonly entities: readonly KeyMapping[]
  readonly columns: Columns
  readonly eventTime: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly deletedWhen: string | null
  readonly knownTime: { readonly column: string; readonly trustedFrom: string | null } | null
  readonly lateness: string | null
  readonly freshness: string | null
  readonly historyFrom: string | null
  readonly tieBreak: readonly string[]
  readonly rowKey: readonly string[]
  readonly rowVersion: string | null
  readonly dedupe: string | null
  /** Names of the entities whose population this source is. */
  readonly defines: readonly string[]
  readonly query: Readonly<Record<DialectName, readonly (string | Scalar)[]>> | null
  readonly options: Common
}

export type Check =
  | { readonly kind: 'notNull' }
  | { readonly kind: 'between'; readonly min: number; readonly max: number }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'unique' }
  | { readonly kind: 'matches'; readonly pattern: string }

export interface FeatureMeta extends Common {
  readonly unit?: string | undefined
  readonly version?: number | undefined
  readonly checks?: readonly Check[] | undefined
}

export interface FeatureDefinition {
  readonly name: string
  /** May be a `versions` node at the top. `.default(v)` is `coalesce(expr, literal)` at the top. */
  readonly expr: Scalar
  readonly meta: FeatureMeta
  /** Metadata of each version where `versions` is used. */
  readonly versionMeta: Readonly<Record<string, FeatureMeta>> | null
}

export type Accuracy = 'snapshot' | 'exact' | { readonly hop: string }

export interface ViewDefinition {
  readonly kind: 'view'
  readonly name: string
  /** Name of the entity; empty where none was given. */
  readonly entity: string
  readonly every: string | null
  readonly start: string | null
  readonly settle: string | null
  readonly availableAfter: string | null
  readonly accuracy: Accuracy
  readonly known: 'as-known' | 'corrected' | null
  readonly serve: { readonly freshness: string } | null
  readonly physical?: Physical
  readonly features: readonly FeatureDefinition[]
  readonly options: Common
}

/** A whole view, or one feature of it. */
export type Listed =
  | { readonly kind: 'view'; readonly view: string }
  | { readonly kind: 'feature'; readonly ref: Address }
  | { readonly kind: 'invalid'; readonly found: string }

export interface StoreDefinition {
  readonly kind: 'store'
  readonly name: string
  /** Names of views by feature_type, in the order written. */
  readonly views: Readonly<Record<string, readonly string[]>>
  readonly clusterBy: readonly string[]
  readonly physical?: Physical
  readonly options: Common
}

export interface ServingDefinition {
  readonly kind: 'serving'
  readonly name: string
  readonly entity: string
  readonly features: readonly Listed[]
  readonly mode: 'latest' | 'live'
  readonly freshness: string | null
  readonly as: ServingKind | null
  /** How long reading one key may take: `'100ms'`, `'2s'`. */
  readonly latency: string | null
  readonly refresh: RefreshMode | null
  readonly initialize: Initialize | null
  readonly clusterBy: readonly string[]
  readonly request: Columns
  readonly computed: readonly FeatureDefinition[]
  readonly options: Common
}

export interface DatasetDefinition {
  readonly kind: 'dataset'
  readonly name: string
  /** Whose label it is; empty where none was given. */
  readonly entity: string
  readonly spine: string
  /** The role in which the spine's rows hold an entity, where one was chosen by `source.by(...)`. */
  readonly role: KeyMapping | null
  /** An expression over future windows, whose `window` leaves cover [T + offset, T + offset + length); or over columns of the spine. */
  readonly label: Scalar
  readonly features: readonly Listed[]
  readonly accuracy: 'snapshot' | 'exact'
  readonly ttl: string | null
  readonly known: string | null
  /** Further columns of the spine. */
  readonly keep: readonly string[]
  readonly split: SplitDefinition
  readonly options: Common
}

export interface SplitDefinition {
  readonly train: string | null
  readonly validation: string | null
  readonly gap: string | null
  readonly shares: { readonly train: number; readonly validation: number; readonly test: number } | null
  /** The name of an entity, or of columns. */
  readonly by: readonly string[]
}

export interface ModelDefinition {
  readonly kind: 'model'
  readonly name: string
  readonly version: string
  readonly type: 'classification' | 'regression' | 'clustering' | 'forecast'
  readonly trainedOn: string
  /** Names of features of the dataset; empty: all of them. */
  readonly uses: readonly string[]
  readonly stage: 'champion' | 'challenger' | null
  readonly traffic: number | null
  readonly guard: Readonly<Record<string, { readonly min?: number | undefined; readonly max?: number | undefined }>>
  readonly options: Common
}

export interface MonitorDefinition {
  readonly kind: 'monitor'
  readonly name: string
  readonly on:
    | { readonly kind: 'feature'; readonly ref: Address }
    | { readonly kind: 'source'; readonly source: string }
    | { readonly kind: 'invalid'; readonly found: string }
  readonly statistic: string
  readonly parameters: Readonly<Record<string, LiteralValue>>
  readonly threshold: { readonly op: 'above' | 'below'; readonly value: number | string } | null
  readonly every: string | null
  readonly severity: 'info' | 'warning' | 'critical'
  readonly notify: readonly string[]
  readonly options: Common
}

export interface WindowDefinition {
  readonly kind: 'span'
  readonly length: string
  readonly offset: string | null
  readonly description: string | null
}

export type Definition =
  | EntityDefinition
  | SourceDefinition
  | ViewDefinition
  | StoreDefinition
  | ServingDefinition
  | DatasetDefinition
  | ModelDefinition
  | MonitorDefinition
export type DefinitionKind = Definition['kind']

/** The value of an option that comes from the environment: `env('SNOWFLAKE_ACCOUNT')`; the command line resolves it. */
export interface EnvironmentValue {
  readonly env: string
}
export type Configured = string | EnvironmentValue

export type TargetDefinition =
  | {
      readonly kind: 'duckdb'
      readonly path: Configured
      readonly sources: Readonly<Record<string, Configured>>
      readonly schema: string | null
      readonly stateSchema: string | null
    }
  | {
      readonly kind: 'snowflake'
      readonly connection: Configured
      readonly database: Configured
      readonly schema: string
      readonly warehouse: Configured
      readonly objects?: TargetObjects | undefined
      /** What the account offers; standard unless given. */
      readonly edition?: Edition | undefined
      readonly cloud?: Cloud | undefined
      readonly sources: Readonly<Record<string, Configured>>
      readonly stateSchema: string | null
    }

export interface Policy {
  readonly require: 'owner' | 'description' | 'monitor'
}

export interface ConfigDefinition {
  readonly kind: 'config'
  readonly project: string
  readonly targets: Readonly<Record<string, TargetDefinition>>
  readonly defaultTarget: string
  readonly environments: { readonly schema: string; readonly cloneFrom?: string | undefined } | null
  readonly defaults: Common & { readonly every?: string | undefined }
  readonly policies: readonly Policy[]
  readonly problems?: readonly Problem[] | undefined
  /** Names of the registry and report objects; the guide's names unless given. */
  readonly objects: { readonly models?: string | undefined; readonly performance?: string | undefined; readonly monitoring?: string | undefined }
}
