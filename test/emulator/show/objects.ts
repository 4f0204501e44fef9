import type { CatalogObject } from '../catalog.ts'
import type { Session } from '../session.ts'

export type Cell = string | number | boolean | null
/** Columns in their documented order, and how each is filled. */
export type Shape<T> = Readonly<Record<string, (o: T, session: Session, rows: number | null) => Cell>>

type ObjectShape = Shape<CatalogObject>

const none = (): Cell => ''
const unknown = (): Cell => null
const createdOn = (o: { readonly createdOn: number }): Cell => o.createdOn

/** A property of the definition, or what stands where it was not given. */
function of(property: string, otherwise: string | null = ''): (o: CatalogObject) => Cell {
  return o => o.properties[property] ?? otherwise
}

/** `true` where the definition says so. */
function flag(property: string): (o: CatalogObject) => Cell {
  return o => (isTrue(o.properties[property]) ? 'Y' : 'N')
}

function isTrue(value: string | undefined): boolean {
  return value?.toUpperCase() === 'TRUE'
}

const place = {
  name: (o: CatalogObject): Cell => o.name.name,
  database_name: (o: CatalogObject): Cell => o.name.database,
  schema_name: (o: CatalogObject): Cell => o.name.schema,
}
const comment = (o: CatalogObject): Cell => o.comment ?? ''
const owner = (o: CatalogObject): Cell => o.owner
const clusterBy = (o: CatalogObject): Cell => o.clusterBy
const retention = (o: CatalogObject): Cell => o.properties['DATA_RETENTION_TIME_IN_DAYS'] ?? '1'
const text = (o: CatalogObject): Cell => o.properties['TEXT'] ?? ''
const onOff =
  (property: string) =>
  (o: CatalogObject): Cell =>
    isTrue(o.properties[property]) ? 'ON' : 'OFF'
const roleType = (): Cell => 'ROLE'
const ownClusterOnOff = (o: CatalogObject): Cell => (o.clusterBy === '' ? 'OFF' : 'ON')

const tables: ObjectShape = {
  created_on: createdOn,
  ...place,
  kind: o => (isTrue(o.properties['TRANSIENT']) ? 'TRANSIENT' : 'TABLE'),
  comment,
  cluster_by: clusterBy,
  rows: (_o, _s, rows) => rows,
  bytes: (_o, _s, rows) => (rows === null ? null : rows * 64),
  owner,
  retention_time: retention,
  automatic_clustering: ownClusterOnOff,
  change_tracking: onOff('CHANGE_TRACKING'),
  search_optimization: () => 'OFF',
  search_optimization_progress: unknown,
  search_optimization_bytes: unknown,
  is_external: () => 'N',
  enable_schema_evolution: flag('ENABLE_SCHEMA_EVOLUTION'),
  owner_role_type: roleType,
  is_event: () => 'N',
  budget: unknown,
  is_hybrid: flag('HYBRID'),
  is_iceberg: () => 'N',
  is_dynamic: o => (o.kind === 'DYNAMIC TABLE' ? 'Y' : 'N'),
  is_immutable: () => 'N',
  is_interactive: o => isTrue(o.properties['INTERACTIVE']),
}

const views: ObjectShape = {
  created_on: createdOn,
  name: place.name,
  reserved: none,
  database_name: place.database_name,
  schema_name: place.schema_name,
  owner,
  comment,
  text,
  is_secure: o => String(isTrue(o.properties['SECURE'])),
  is_materialized: o => String(o.kind === 'MATERIALIZED VIEW'),
  owner_role_type: roleType,
  change_tracking: onOff('CHANGE_TRACKING'),
}

const materializedViews: ObjectShape = {
  created_on: createdOn,
  name: place.name,
  reserved: none,
  database_name: place.database_name,
  schema_name: place.schema_name,
  cluster_by: clusterBy,
  rows: (_o, _s, rows) => rows,
  bytes: (_o, _s, rows) => (rows === null ? null : rows * 64),
  source_database_name: o => o.name.database,
  source_schema_name: none,
  source_table_name: none,
  refreshed_on: createdOn,
  compacted_on: createdOn,
  owner,
  invalid: () => 'false',
  invalid_reason: none,
  behind_by: () => '0s',
  comment,
  text,
  is_secure: o => String(isTrue(o.properties['SECURE'])),
  automatic_clustering: ownClusterOnOff,
  owner_role_type: roleType,
  budget: unknown,
}

const dynamicTables: ObjectShape = {
  created_on: createdOn,
  ...place,
  cluster_by: clusterBy,
  rows: (_o, _s, rows) => rows,
  bytes: (_o, _s, rows) => (rows === null ? null : rows * 64),
  owner,
  target_lag: of('TARGET_LAG'),
  refresh_mode: of('REFRESH_MODE', 'INCREMENTAL'),
  refresh_mode_reason: unknown,
  warehouse: of('WAREHOUSE'),
  comment,
  text,
  automatic_clustering: ownClusterOnOff,
  scheduling_state: of('STATE', 'ACTIVE'),
  last_suspended_on: unknown,
  is_clone: () => 'false',
  is_replica: () => 'false',
  is_iceberg: () => 'false',
  data_timestamp: createdOn,
  owner_role_type: roleType,
}

/** The columns of this one are only partly documented. */
const onlineFeatureTables: ObjectShape = {
  created_on: createdOn,
  ...place,
  owner,
  primary_key: of('PRIMARY KEY'),
  timestamp_column: of('TIMESTAMP_COLUMN', null),
  target_lag: of('TARGET_LAG'),
  refresh_mode: of('REFRESH_MODE', 'INCREMENTAL'),
  warehouse: of('WAREHOUSE'),
  comment,
  scheduling_state: of('STATE', 'RUNNING'),
  owner_role_type: roleType,
}

const tasks: ObjectShape = {
  created_on: createdOn,
  name: place.name,
  id: o => `01-${o.id}`,
  database_name: place.database_name,
  schema_name: place.schema_name,
  owner,
  comment,
  warehouse: of('WAREHOUSE', null),
  schedule: of('SCHEDULE', null),
  predecessors: of('AFTER', '[]'),
  state: of('STATE', 'suspended'),
  definition: o => o.body ?? '',
  condition: of('WHEN', null),
  allow_overlapping_execution: of('ALLOW_OVERLAPPING_EXECUTION', 'false'),
  error_integration: of('ERROR_INTEGRATION', 'null'),
  last_committed_on: unknown,
  last_suspended_on: unknown,
  owner_role_type: roleType,
  config: of('CONFIG', null),
  budget: unknown,
  task_relations: none,
  last_suspended_reason: unknown,
}

const alerts: ObjectShape = {
  created_on: createdOn,
  ...place,
  owner,
  comment,
  warehouse: of('WAREHOUSE', null),
  schedule: of('SCHEDULE', null),
  state: of('STATE', 'suspended'),
  condition: of('CONDITION'),
  action: o => o.body ?? '',
  owner_role_type: roleType,
}

const procedures: ObjectShape = {
  created_on: createdOn,
  name: o => o.name.name.replace(/\(.*$/s, ''),
  schema_name: place.schema_name,
  is_builtin: () => 'N',
  is_aggregate: () => 'N',
  is_ansi: () => 'N',
  min_num_arguments: argumentCount,
  max_num_arguments: argumentCount,
  arguments: o => `${o.name.name} RETURN ${o.properties['RETURNS'] ?? 'VARCHAR'}`,
  description: o => o.comment ?? 'user-defined procedure',
  catalog_name: place.database_name,
  is_table_function: () => 'N',
  valid_for_clustering: () => 'N',
  is_secure: () => 'N',
}

function argumentCount(o: CatalogObject): Cell {
  const inside = /\((.*)\)$/s.exec(o.name.name)?.[1] ?? ''
  return inside === '' ? 0 : inside.split(',').length
}

const tags: ObjectShape = {
  created_on: createdOn,
  ...place,
  owner,
  comment,
  allowed_values: of('ALLOWED_VALUES', null),
  owner_role_type: roleType,
  propagate: of('PROPAGATE', null),
}
const policies: ObjectShape = { created_on: createdOn, ...place, kind: o => o.kind.replace(' ', '_'), owner, comment, owner_role_type: roleType, options: none }
const streams: ObjectShape = {
  created_on: createdOn,
  ...place,
  owner,
  comment,
  table_name: of('TABLE'),
  source_type: () => 'Table',
  stale: () => 'false',
  mode: () => 'DEFAULT',
}

/** Kinds as SHOW names them: which objects, and their columns. */
export const objectShapes: Readonly<Record<string, { readonly kinds: readonly CatalogObject['kind'][]; readonly shape: ObjectShape }>> = {
  TABLES: { kinds: ['TABLE', 'DYNAMIC TABLE'], shape: tables },
  VIEWS: { kinds: ['VIEW', 'MATERIALIZED VIEW'], shape: views },
  'MATERIALIZED VIEWS': { kinds: ['MATERIALIZED VIEW'], shape: materializedViews },
  'DYNAMIC TABLES': { kinds: ['DYNAMIC TABLE'], shape: dynamicTables },
  'ONLINE FEATURE TABLES': { kinds: ['ONLINE FEATURE TABLE'], shape: onlineFeatureTables },
  TASKS: { kinds: ['TASK'], shape: tasks },
  ALERTS: { kinds: ['ALERT'], shape: alerts },
  PROCEDURES: { kinds: ['PROCEDURE'], shape: procedures },
  'USER PROCEDURES': { kinds: ['PROCEDURE'], shape: procedures },
  'USER FUNCTIONS': { kinds: ['FUNCTION', 'DATA METRIC FUNCTION'], shape: procedures },
  'DATA METRIC FUNCTIONS': { kinds: ['DATA METRIC FUNCTION'], shape: procedures },
  TAGS: { kinds: ['TAG'], shape: tags },
  'MASKING POLICIES': { kinds: ['MASKING POLICY'], shape: policies },
  'ROW ACCESS POLICIES': { kinds: ['ROW ACCESS POLICY'], shape: policies },
  STREAMS: { kinds: ['STREAM'], shape: streams },
}
