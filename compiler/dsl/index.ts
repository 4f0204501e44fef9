/**
 * What authors import as 'featplan': builders that return plain frozen definitions. They never throw for a mistake; what
 * they cannot record they keep in words, for the compiler to report with its place.
 */
export { duckdb, defineConfig, env, require_, snowflake } from './config.ts'
export { boolean, category, date, float, integer, number, timestamp, varchar, variant } from './column.ts'
export { entity } from './entity.ts'
export { dimension, events, snapshot } from './source.ts'
export { window } from './window.ts'
export { avg, count, countDistinct, countIf, first, last, lastN, max, median, min, percentile, percentileDisc, rate, ratio, slope, stddev, sum, variance, volatility } from './aggregates.ts'
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
