import * as language from 'featplan'
import { expect, it } from 'vitest'

it('exports exactly what is meant to be public', () => {
  expect(Object.keys(language).toSorted()).toEqual([
    'age', 'asOf', 'avg', 'between', 'boolean', 'category', 'coalesce', 'concat', 'count', 'countDistinct', 'countIf', 'dataset', 'date', 'daysSince', 'defineConfig',
    'dimension', 'duckdb', 'encode', 'entity', 'env', 'events', 'featureView', 'first', 'float', 'greatest', 'greatestKnown', 'integer', 'last', 'lastN', 'lateShare', 'least',
    'leastKnown', 'literal', 'matches', 'max', 'mean', 'median', 'min', 'model', 'monitor', 'notNull', 'nullShare', 'number', 'oneOf', 'percentile', 'percentileDisc', 'point',
    'psi', 'rate', 'ratio', 'raw', 'require_', 'serving', 'slope', 'snapshot', 'snowflake', 'sql', 'stddev', 'store', 'sum', 'timestamp', 'unique', 'varchar', 'variance',
    'variant', 'versions', 'volatility', 'when', 'window',
  ])
})
