import type { Migration } from './migration.ts'

/**
 * Which intervals of which storages some procedure fills right now, so that a task and a command never do the same at once.
 * The row of storage '*' is the gate: whoever makes a claim updates it first, and so waits for whoever else does.
 */
export const claims: Migration = {
  to: 2,
  statements: s => [
    `CREATE TABLE IF NOT EXISTS ${s.claims} AS SELECT CAST('*' AS VARCHAR) AS storage, ${['covers_from', 'covers_to', 'claim', 'holder', 'lease_until'].map(c => `CAST(NULL AS VARCHAR) AS ${c}`).join(', ')}`,
  ],
}
