import type { Migration } from './migration.ts'

/**
 * How many rows of each source were there, by the day on which they became known (or happened, where nothing else counts):
 * rows that appear later break the contract of their source. `breached`: so many did, and are in no value yet. And how many
 * values the last run computed in which time, of which estimates are made.
 */
export const arrivals: Migration = {
  to: 5,
  statements: s => [
    `CREATE TABLE IF NOT EXISTS ${s.arrivals} (source VARCHAR, known_day VARCHAR, row_count BIGINT, breached BIGINT, seen_to VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.rates} (address VARCHAR, value_count BIGINT, milliseconds BIGINT)`,
  ],
}
