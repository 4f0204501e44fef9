/**
 * What authors import as 'featplan': builders that return plain frozen definitions. They never throw for a mistake; what
 * they cannot record they keep in words, for the compiler to report with its place.
 */
export { duckdb, defineConfig, env, require_, snowflake } from './config.ts'
export { boolean, category, date, float, integer, number, timestamp, varchar, variant } from './column.ts'
export { entity } from './entity.ts'
export { dimension, events, snapshot } from './source.ts'
export { window } from './window.ts'
export {
  avg,
  count,
  countDistinct,
  approxCountDistinct,
  countIf,
  first,
  last,
  lastN,
  max,
  median,
  min,
  percentile,
  percentileDisc,
  rate,
  ratio,
  slope,
  stddev,
  sum,
  variance,
  volatility,
} from './aggregates.ts'
export { asOf, daysSince, literal, point } from './attribute.ts'
export { encode, when } from './case.ts'
export { coalesce, concat, greatest, greatestKnown, least, leastKnown } from './combine.ts'
export { raw, sql } from './raw.ts'
export { versions } from './versions.ts'
export { between, matches, notNull, oneOf, unique } from './check.ts'
export { featureView } from './view.ts'
export { store } from './store.ts'
export { serving } from './serving.ts'
export { dataset } from './dataset.ts'
export { model } from './model.ts'
export { age, lateShare, mean, monitor, nullShare, psi } from './monitor.ts'

// what helpers of authors are typed with
export type { Col, Cols } from './column.ts'
export type { Entity } from './entity.ts'
export type { Source } from './source.ts'
export type { Duration, Window } from './window.ts'
export type { Agg } from './aggregate.ts'
export type { Label } from './label.ts'
export type { Any, Expr, Flag, JsonValue, Moment, Num, Text, Value } from './expression/fluent.ts'
export type { Day, Instant, Json } from './value.ts'
export type { CommonOptions, Meta } from './options.ts'
export type { Check } from './check.ts'
export type { Fragment } from './raw.ts'
export type { Named, View } from './view.ts'
export type { Store } from './store.ts'
export type { Serving } from './serving.ts'
export type { Dataset } from './dataset.ts'
export type { Model } from './model.ts'
export type { Monitor, SourceStat, Stat } from './monitor.ts'
export type { Config, Policy, Target } from './config.ts'
