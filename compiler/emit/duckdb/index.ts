import type { Dialect } from '../dialect.ts'
import { aggregates, filtered, stable, windows } from './aggregates.ts'
import { cast, castRounding, json } from './casts.ts'
import { streamedFrames } from './frames.ts'
import { functions } from './functions.ts'
import { literal, quote } from './literals.ts'
import { contentHash, copyTo, file, series } from './relations.ts'
import { statements } from './statements.ts'
import { typeSql } from './types.ts'

export const duckdb: Dialect = {
  // the time without zone of a session that may be in any zone
  clock: 'make_timestamp(epoch_us(now()))',
  quote,
  typeSql,
  literal,
  functions,
  aggregates,
  filtered,
  stable,
  windows,
  cast,
  castRounding,
  json,
  series,
  frames: streamedFrames,
  keyHash: 'hash',
  file,
  contentHash,
  copyTo,
  patternLimit: null,
  statements,
  served: null,
  objects: null,
}
