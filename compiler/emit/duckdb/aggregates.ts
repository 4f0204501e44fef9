import type { AggregateFunction, WindowFunction } from '../../ir/relation.ts'
import type { Template } from '../template.ts'
import { places } from '../template.ts'

export const aggregates: Readonly<Record<AggregateFunction, Template>> = {
  count: 'count($1)',
  countAll: 'count(*)',
  countDistinct: 'count(DISTINCT $1)',
  sum: 'sum($1)',
  min: 'min($1)',
  max: 'max($1)',
  avg: 'avg(CAST($1 AS DOUBLE))',
  varPop: 'var_pop(CAST($1 AS DOUBLE))',
  covarPop: 'covar_pop(CAST($1 AS DOUBLE), CAST($2 AS DOUBLE))',
  // the plain arg_max skips rows whose value is NULL
  argMax: 'arg_max_null($1, $2)',
  argMin: 'arg_min_null($1, $2)',
  arrayByOrderDescending: 'to_json(list($1 ORDER BY $2 DESC NULLS LAST))',
}

export const filtered: Readonly<Record<AggregateFunction, Template>> = {
  count: 'count($1) FILTER (WHERE $2)',
  countAll: 'count(*) FILTER (WHERE $1)',
  countDistinct: 'count(DISTINCT $1) FILTER (WHERE $2)',
  sum: 'sum($1) FILTER (WHERE $2)',
  min: 'min($1) FILTER (WHERE $2)',
  max: 'max($1) FILTER (WHERE $2)',
  avg: 'avg(CAST($1 AS DOUBLE)) FILTER (WHERE $2)',
  varPop: 'var_pop(CAST($1 AS DOUBLE)) FILTER (WHERE $2)',
  covarPop: 'covar_pop(CAST($1 AS DOUBLE), CAST($2 AS DOUBLE)) FILTER (WHERE $3)',
  argMax: 'arg_max_null($1, $2) FILTER (WHERE $3)',
  argMin: 'arg_min_null($1, $2) FILTER (WHERE $3)',
  arrayByOrderDescending: 'to_json(list($1 ORDER BY $2 DESC NULLS LAST) FILTER (WHERE $3))',
}

/** Threads add up what they find in any order, and each order rounds otherwise. */
export const stable: Readonly<Partial<Record<AggregateFunction, Template>>> = {
  sum: 'sum($1 ORDER BY $1)',
  avg: 'avg(CAST($1 AS DOUBLE) ORDER BY $1)',
  varPop: 'var_pop(CAST($1 AS DOUBLE) ORDER BY $1)',
  covarPop: 'covar_pop(CAST($1 AS DOUBLE), CAST($2 AS DOUBLE) ORDER BY $1, $2)',
}

export const windows: Readonly<Record<WindowFunction, Template>> = {
  sum: 'sum($1)',
  min: 'min($1)',
  max: 'max($1)',
  count: args => (args.length === 0 ? 'count(*)' : 'count($1)'),
  rowNumber: 'row_number()',
  lead: args => `lead(${places(args)})`,
  lag: args => `lag(${places(args)})`,
}
