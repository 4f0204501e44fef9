/** Kinds of statements that are in no plan: the state, the session and the inspection of an account send them. The test of a deployment holds the list. */
export const sentKinds: readonly string[] = [
  'ALTER SESSION',
  'ALTER TABLE',
  'DESCRIBE TABLE',
  'MERGE',
  'SHOW DYNAMIC TABLES',
  'SHOW ONLINE FEATURE TABLES',
  'SHOW SCHEMAS',
  'SHOW TABLES',
  'SHOW VIEWS',
  'UPDATE',
]

/** Those by which `feat doctor` looks at an account. */
export const preflightKinds: readonly string[] = ['SHOW GRANTS', 'SHOW ORGANIZATION ACCOUNTS', 'SHOW PARAMETERS', 'SHOW WAREHOUSES']
