import type { Physical, TargetObjects } from '../ir/physical.ts'
import { warehouseSizes } from '../ir/physical.ts'
import type { Reader } from './read.ts'
import type { Shape } from './shape.ts'
import { fits } from './shape.ts'
import type { Duration } from './window.ts'

/** What is said of one column of what is deployed. */
export interface PhysicalColumnOptions {
  /** Tags of the column, by their names: `{ 'GOV.TAGS.PII': 'id' }`. */
  readonly tags?: Readonly<Record<string, string>>
  /** The masking policy that hides its values; it must exist. */
  readonly masking?: string
}

/**
 * How what is deployed is kept on Snowflake. On the embedded warehouse it is recorded and does nothing.
 * @example physical: { clusterBy: ['customer_id'], retentionDays: 7, tags: { COST_CENTER: 'growth' } }
 */
export interface PhysicalOptions {
  /** The columns that its rows are clustered by. */
  readonly clusterBy?: readonly string[]
  /** For how many days former rows can be read (Time Travel): 0 or 1, on Enterprise up to 90. */
  readonly retentionDays?: number
  /** Without fail-safe, which halves the cost of rows that can be computed again. A change builds the table anew. */
  readonly transient?: boolean
  /** The warehouse on which its task runs; that of the target unless given. */
  readonly warehouse?: string
  /** Tags of the objects, by their names. */
  readonly tags?: Readonly<Record<string, string>>
  /** What is said of its columns, by name. */
  readonly columns?: Readonly<Record<string, PhysicalColumnOptions>>
  /**
   * Snowflake's own feature store shows the view: its public name becomes `NAME$VERSION`, and it carries the tags by which
   * that knows it (Enterprise). The version is V1 unless given. The embedded warehouse keeps the plain name.
   */
  readonly featureStore?: boolean | { readonly version: string }
  /** The row access policy that decides who sees which rows, and the columns that it is given; it must exist. */
  readonly rowAccess?: { readonly policy: string; readonly on: readonly string[] }
}

/** A warehouse that feat makes and alters. @example warehouses: { COMPUTE_WH: { size: 'medium', autoSuspend: 60, clusters: { min: 1, max: 3 } } } */
export interface WarehouseOptions {
  readonly size?: (typeof warehouseSizes)[number]
  /** Seconds without work after which it is suspended. */
  readonly autoSuspend?: number
  readonly autoResume?: boolean
  /** How many clusters it may run at once, as load demands (Enterprise). */
  readonly clusters?: { readonly min: number; readonly max: number }
  readonly scaling?: 'standard' | 'economy'
}

/** Every so long, or at the times of a cron expression in a zone. @example schedule: { cron: '0 5 * * *', zone: 'UTC' } */
export type ScheduleOptions = Duration | { readonly cron: string; readonly zone: string }

/** What a Snowflake target holds besides what the definitions imply. */
export interface SnowflakeObjectOptions {
  /** How tables and views are kept, unless a view or store says otherwise. */
  readonly physical?: Pick<PhysicalOptions, 'retentionDays' | 'transient' | 'warehouse' | 'tags'>
  /** Snowflake's own feature store shows all feature views, unless one says otherwise in `physical`. */
  readonly featureStore?: boolean | { readonly version: string }
  /** Warehouses that feat makes and alters, by name. */
  readonly warehouses?: Readonly<Record<string, WarehouseOptions>>
  /** Tags that feat makes in the schema of the storages, with the values that they may have. */
  readonly tags?: Readonly<Record<string, { readonly values?: readonly string[] }>>
  /** Who may read what people query, who may also append to the tables of the registry, and who owns the public names. */
  readonly roles?: { readonly reader?: readonly string[]; readonly writer?: readonly string[]; readonly owner?: string }
  /** When tasks compute what is due; without it nothing runs but `feat materialize`. */
  readonly schedule?: ScheduleOptions
  /**
   * The notification integration behind each channel that monitors notify: it makes their alerts. The integrations must
   * exist. A monitor of a distribution (`psi`) becomes no alert: it takes more than one query.
   */
  readonly notifications?: Readonly<Record<string, string>>
  /** When the checks of features are measured as data metric functions (Enterprise). */
  readonly measure?: ScheduleOptions | 'on change'
}

const schedule: Shape = {
  either: ['text', { options: { cron: 'text', zone: 'text' } }],
  expected: "a length of time such as '1h', or { cron: '0 5 * * *', zone: 'UTC' }",
}
const featureStore: Shape = { either: ['flag', { options: { version: 'text' } }], expected: "true, or { version: 'V2' }" }
const defaults: Readonly<Record<string, Shape>> = { retentionDays: 'number', transient: 'flag', warehouse: 'text', tags: { each: 'text' } }
const physical: Shape = {
  options: {
    ...defaults,
    clusterBy: 'texts',
    featureStore,
    columns: { each: { options: { tags: { each: 'text' }, masking: 'text' } } },
    rowAccess: { options: { policy: 'text', on: 'texts' } },
  },
}
const objects: Readonly<Record<string, Shape>> = {
  physical: { options: defaults },
  featureStore,
  warehouses: {
    each: {
      options: {
        size: { words: warehouseSizes },
        autoSuspend: 'number',
        autoResume: 'flag',
        clusters: { options: { min: 'number', max: 'number' } },
        scaling: { words: ['standard', 'economy'] },
      },
    },
  },
  tags: { each: { options: { values: 'texts' } } },
  roles: { options: { reader: 'texts', writer: 'texts', owner: 'text' } },
  schedule,
  notifications: { each: 'text' },
  measure: schedule,
}

/** The options of `snowflake({ ... })` that declare objects. */
export const objectOptions = Object.keys(objects)

/** What a view or store says of how it is kept; nothing where it says nothing, or something that cannot be. */
export function physicalOf(read: Reader): { readonly physical?: Physical } {
  const given = read.value('physical')
  return given === undefined || !fits(given, physical, 'physical', read.wrong) ? {} : { physical: given as Physical }
}

/** The objects that a target declares. */
export function targetObjectsOf(read: Reader): { readonly objects?: TargetObjects } {
  const given = objectOptions.flatMap(name => {
    const value = read.value(name)
    return value === undefined || !fits(value, objects[name]!, name, read.wrong) ? [] : [[name, value] as const]
  })
  return given.length === 0 ? {} : { objects: Object.fromEntries(given) as TargetObjects }
}
