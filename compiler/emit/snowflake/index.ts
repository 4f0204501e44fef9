import type { Dialect } from '../dialect.ts'
import { aggregates, filtered, windows } from './aggregates.ts'
import { cast, castRounding, json } from './casts.ts'
import { functions } from './functions.ts'
import { literal, quote } from './literals.ts'
import { objects } from './objects/index.ts'
import { contentHash, series } from './relations.ts'
import { served } from './served.ts'
import { statements } from './statements.ts'
import { typeSql } from './types.ts'

export const snowflake: Dialect = {
  // the time without zone of a session that may be in any zone
  clock: "CAST(CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) AS TIMESTAMP_NTZ(6))",
  quote,
  typeSql,
  literal,
  functions,
  aggregates,
  filtered,
  stable: {},
  windows,
  cast,
  castRounding,
  json,
  series,
  frames: null,
  keyHash: null,
  file: null,
  contentHash,
  copyTo: null,
  patternLimit: {
    found: /\(\?|[*+?}]\?|\\[1-9]|\\[pPAzQE]/,
    why: 'it knows no groups that begin with (?, no lazy repetition, no back references and no Unicode classes',
  },
  statements,
  served,
  objects,
}
