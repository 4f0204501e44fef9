import type { Placement } from '../../compiler/ir/placed.ts'

/** A placement on DuckDB with the schemas of a default target. */
export function localPlacement(given: Partial<Placement> = {}): Placement {
  return {
    target: 'local',
    environment: 'main',
    dialect: 'duckdb',
    catalog: null,
    publicSchema: 'ml',
    storageSchema: 'feat_storage',
    stateSchema: 'feat',
    sources: {},
    ...given,
  }
}
