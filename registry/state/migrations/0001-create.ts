import type { Migration } from './migration.ts'

/** The tables of format 1. Types and statements are those that all engines share; no keys, for rows are replaced within a transaction. */
export const create: Migration = {
  to: 1,
  statements: s => [
    `CREATE TABLE IF NOT EXISTS ${s.meta} (id VARCHAR, project VARCHAR, format BIGINT, serial BIGINT, run_plan VARCHAR, run_complete BOOLEAN)`,
    `CREATE TABLE IF NOT EXISTS ${s.records} (environment VARCHAR, address VARCHAR, body VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.storages} (generation VARCHAR, owner VARCHAR, created_by VARCHAR, body VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.coverage} (storage VARCHAR, covers_from VARCHAR, covers_to VARCHAR, known_to VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.retired} (generation VARCHAR, drop_after VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.starts} (address VARCHAR, found_at VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.journal} (run BIGINT, step VARCHAR, attempt BIGINT, fence BIGINT, outcome VARCHAR, error VARCHAR, noted_at VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.lock} (fence BIGINT, owner VARCHAR, host VARCHAR, command VARCHAR, lease_until VARCHAR)`,
  ],
}
