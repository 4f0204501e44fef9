import type { AccountObject, Schema } from '../catalog.ts'
import type { Shape } from './objects.ts'

const createdOn = (o: { readonly createdOn: number }): number => o.createdOn
const flag = (yes: boolean): string => (yes ? 'Y' : 'N')

const databases: Shape<AccountObject> = {
  created_on: createdOn,
  name: o => o.name,
  is_default: () => 'N',
  is_current: (o, s) => flag(o.name === s.database),
  origin: () => '',
  owner: () => 'ACCOUNTADMIN',
  comment: o => o.comment ?? '',
  options: o => (o.properties['TRANSIENT'] === undefined ? '' : 'TRANSIENT'),
  retention_time: o => o.properties['DATA_RETENTION_TIME_IN_DAYS'] ?? '1',
  kind: () => 'STANDARD',
  budget: () => null,
  owner_role_type: () => 'ROLE',
}

const warehouses: Shape<AccountObject> = {
  name: o => o.name,
  state: () => 'STARTED',
  type: o => o.properties['WAREHOUSE_TYPE'] ?? 'STANDARD',
  size: o => size(o.properties['WAREHOUSE_SIZE'] ?? 'XSMALL'),
  min_cluster_count: o => o.properties['MIN_CLUSTER_COUNT'] ?? '1',
  max_cluster_count: o => o.properties['MAX_CLUSTER_COUNT'] ?? '1',
  started_clusters: () => 1,
  running: () => 0,
  queued: () => 0,
  is_default: () => 'N',
  is_current: (o, s) => flag(o.name === s.warehouse),
  auto_suspend: o => o.properties['AUTO_SUSPEND'] ?? '600',
  auto_resume: o => (o.properties['AUTO_RESUME'] ?? 'TRUE').toLowerCase(),
  available: () => '100',
  provisioning: () => '0',
  quiescing: () => '0',
  other: () => '0',
  created_on: createdOn,
  resumed_on: createdOn,
  updated_on: createdOn,
  owner: () => 'ACCOUNTADMIN',
  comment: o => o.comment ?? '',
  enable_query_acceleration: o => (o.properties['ENABLE_QUERY_ACCELERATION'] ?? 'FALSE').toLowerCase(),
  query_acceleration_max_scale_factor: o => o.properties['QUERY_ACCELERATION_MAX_SCALE_FACTOR'] ?? '8',
  resource_monitor: o => o.properties['RESOURCE_MONITOR'] ?? 'null',
  scaling_policy: o => o.properties['SCALING_POLICY'] ?? 'STANDARD',
  budget: () => null,
  owner_role_type: () => 'ROLE',
}

const sizes: Readonly<Record<string, string>> = {
  XSMALL: 'X-Small',
  SMALL: 'Small',
  MEDIUM: 'Medium',
  LARGE: 'Large',
  XLARGE: 'X-Large',
  XXLARGE: '2X-Large',
  XXXLARGE: '3X-Large',
}

function size(given: string): string {
  return sizes[given.toUpperCase().replace(/[-_]/g, '')] ?? given
}

const roles: Shape<AccountObject> = {
  created_on: createdOn,
  name: o => o.name,
  is_default: () => 'N',
  is_current: (o, s) => flag(o.name === s.role),
  is_inherited: () => 'N',
  assigned_to_users: () => 0,
  granted_to_roles: () => 0,
  granted_roles: () => 0,
  owner: () => 'USERADMIN',
  comment: o => o.comment ?? '',
}

const integrations: Shape<AccountObject> = {
  name: o => o.name,
  type: o => o.properties['TYPE'] ?? '',
  category: () => 'NOTIFICATION',
  enabled: o => (o.properties['ENABLED'] ?? 'true').toLowerCase(),
  comment: o => o.comment ?? '',
  created_on: createdOn,
}

/** Objects of the account as SHOW names them. */
export const accountShapes: Readonly<Record<string, { readonly kind: AccountObject['kind']; readonly shape: Shape<AccountObject> }>> = {
  DATABASES: { kind: 'DATABASE', shape: databases },
  WAREHOUSES: { kind: 'WAREHOUSE', shape: warehouses },
  ROLES: { kind: 'ROLE', shape: roles },
  'NOTIFICATION INTEGRATIONS': { kind: 'INTEGRATION', shape: integrations },
  INTEGRATIONS: { kind: 'INTEGRATION', shape: integrations },
}

export const schemaShape: Shape<Schema> = {
  created_on: createdOn,
  name: s => s.name,
  is_default: () => 'N',
  is_current: (s, session) => flag(s.name === session.schema && s.database === session.database),
  database_name: s => s.database,
  owner: () => 'ACCOUNTADMIN',
  comment: s => s.comment ?? '',
  options: s => ['TRANSIENT', 'MANAGED ACCESS'].filter(o => s.properties[o] !== undefined).join(', '),
  retention_time: s => s.properties['DATA_RETENTION_TIME_IN_DAYS'] ?? '1',
  owner_role_type: () => 'ROLE',
  budget: () => null,
}
