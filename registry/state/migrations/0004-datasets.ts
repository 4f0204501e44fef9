import type { Migration } from './migration.ts'

/** The versions of datasets that were built. */
export const datasets: Migration = {
  to: 4,
  statements: s => [`CREATE TABLE IF NOT EXISTS ${s.datasets} (environment VARCHAR, name VARCHAR, n VARCHAR, body VARCHAR)`],
}
