/** Kinds of statements that are in no plan: the state, the session and the inspection of an account send them. The test of a deployment holds the list. */
export const sentKinds: readonly string[] = [
  'ALTER SESSION',
  'ALTER TABLE',
  'DESCRIBE TABLE',
  'MERGE',
  'SELECT',
  'SHOW DYNAMIC TABLES',
  'SHOW ONLINE FEATURE TABLES',
  'SHOW SCHEMAS',
  'SHOW TABLES',
  'SHOW VIEWS',
  'UPDATE',
]

/** Those by which `feat doctor` looks at an account. */
export const preflightKinds: readonly string[] = ['SHOW GRANTS', 'SHOW ORGANIZATION ACCOUNTS', 'SHOW PARAMETERS', 'SHOW WAREHOUSES']

/** Those of the printers of declared objects and of what keeps itself current, which not every golden case holds. The test of the printers holds the list. */
export const printedKinds: readonly string[] = [
  'ALTER ALERT',
  'ALTER DYNAMIC TABLE',
  'ALTER INTERACTIVE TABLE',
  'ALTER MATERIALIZED VIEW',
  'ALTER ONLINE FEATURE TABLE',
  'ALTER TABLE',
  'ALTER TAG',
  'ALTER TASK',
  'ALTER VIEW',
  'ALTER WAREHOUSE',
  'COMMENT ON TABLE',
  'CREATE ALERT',
  'CREATE DYNAMIC TABLE',
  'CREATE INTERACTIVE TABLE',
  'CREATE MATERIALIZED VIEW',
  'CREATE ONLINE FEATURE TABLE',
  'CREATE TAG',
  'CREATE TASK',
  'CREATE VIEW',
  'CREATE WAREHOUSE',
  'DROP ALERT',
  'DROP DYNAMIC TABLE',
  'DROP MATERIALIZED VIEW',
  'DROP ONLINE FEATURE TABLE',
  'DROP TABLE',
  'DROP TASK',
  'DROP VIEW',
  'EXPLAIN',
  'GRANT',
  'REVOKE',
  'USE WAREHOUSE',
]
