/** What is said of one column of a deployed object. */
export interface PhysicalColumn {
  readonly tags?: Readonly<Record<string, string>> | undefined
  /** The full name of a masking policy that exists. */
  readonly masking?: string | undefined
}

/** The tag in which Snowflake's feature store keeps the entities and the time of a view. */
export const featureViewMetadata = 'SNOWML_FEATURE_VIEW_METADATA'

/** Whether Snowflake's own feature store shows a view, and under what version (V1). */
export type InFeatureStore = boolean | { readonly version: string }

/** How a view or a store is kept on Snowflake; on an embedded warehouse it is recorded and does nothing. */
export interface Physical {
  readonly clusterBy?: readonly string[] | undefined
  readonly retentionDays?: number | undefined
  readonly transient?: boolean | undefined
  /** On which its task runs; that of the target unless given. */
  readonly warehouse?: string | undefined
  readonly tags?: Readonly<Record<string, string>> | undefined
  readonly columns?: Readonly<Record<string, PhysicalColumn>> | undefined
  readonly featureStore?: InFeatureStore | undefined
  /** Tags of the public view alone, in the schema where it is, by which Snowflake's feature store knows it: made of `featureStore`. */
  readonly storeTags?: Readonly<Record<string, string>> | undefined
  /** The full name of a row access policy that exists, and the columns that it is given. */
  readonly rowAccess?: { readonly policy: string; readonly on: readonly string[] } | undefined
}

export const warehouseSizes = ['xsmall', 'small', 'medium', 'large', 'xlarge', 'xxlarge', 'xxxlarge', 'x4large', 'x5large', 'x6large'] as const

export interface WarehouseDefinition {
  readonly size?: (typeof warehouseSizes)[number] | undefined
  /** Seconds without work after which it is suspended. */
  readonly autoSuspend?: number | undefined
  readonly autoResume?: boolean | undefined
  readonly clusters?: { readonly min: number; readonly max: number } | undefined
  readonly scaling?: 'standard' | 'economy' | undefined
}

/** Every so long, or at the times of a cron expression. */
export type Schedule = string | { readonly cron: string; readonly zone: string }

/** What a Snowflake target holds besides what the definitions imply. */
export interface TargetObjects {
  readonly physical?: Pick<Physical, 'retentionDays' | 'transient' | 'warehouse' | 'tags'> | undefined
  readonly featureStore?: InFeatureStore | undefined
  readonly warehouses?: Readonly<Record<string, WarehouseDefinition>> | undefined
  readonly tags?: Readonly<Record<string, { readonly values?: readonly string[] | undefined }>> | undefined
  readonly roles?:
    | { readonly reader?: readonly string[] | undefined; readonly writer?: readonly string[] | undefined; readonly owner?: string | undefined }
    | undefined
  readonly schedule?: Schedule | undefined
  /** Channel of a monitor -> notification integration that exists. */
  readonly notifications?: Readonly<Record<string, string>> | undefined
  /** When the data metric functions of the checks run: `on change`, or by a schedule. */
  readonly measure?: Schedule | undefined
}
