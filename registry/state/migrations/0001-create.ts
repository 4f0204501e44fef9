import type { Migration } from './migration.ts'

/**
 * The tables of format 1, but for the head, which comes last. Types and statements are those that all engines share; no
 * keys, for not every engine enforces them. The lock has its one row from the beginning: an insert could be made twice.
 */
export const create: Migration = {
  to: 1,
  statements: s => [
    `CREATE TABLE IF NOT EXISTS ${s.records} (environment VARCHAR, address VARCHAR, body VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.storages} (generation VARCHAR, owner VARCHAR, created_by VARCHAR, body VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.coverage} (storage VARCHAR, covers_from VARCHAR, covers_to VARCHAR, known_to VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.retired} (generation VARCHAR, drop_after VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.starts} (address VARCHAR, found_at VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.journal} (run BIGINT, step VARCHAR, attempt BIGINT, fence BIGINT, outcome VARCHAR, error VARCHAR, noted_at VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.lock} AS SELECT CAST(0 AS BIGINT) AS fence, ${nothingYet(['owner', 'host', 'command', 'lease_until'])}`,
  ],
}

function nothingYet(columns: readonly string[]): string {
  return columns.map(c => `CAST(NULL AS VARCHAR) AS ${c}`).join(', ')
}
