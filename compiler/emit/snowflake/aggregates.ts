import type { AggregateFunction, WindowFunction } from '../../ir/relation.ts'
import type { Template } from '../template.ts'
import { places } from '../template.ts'

export const aggregates: Readonly<Record<AggregateFunction, Template>> = {
  count: 'COUNT($1)',
  countAll: 'COUNT(*)',
  countDistinct: 'COUNT(DISTINCT $1)',
  sum: 'SUM($1)',
  min: 'MIN($1)',
  max: 'MAX($1)',
  avg: 'AVG(CAST($1 AS FLOAT))',
  varPop: 'VAR_POP(CAST($1 AS FLOAT))',
  covarPop: 'COVAR_POP(CAST($1 AS FLOAT), CAST($2 AS FLOAT))',
  argMax: 'MAX_BY($1, $2)',
  argMin: 'MIN_BY($1, $2)',
  arrayByOrderDescending: array('$1', '$2'),
}

/** There is no FILTER clause: rows that do not count have a NULL where the aggregate ignores it. The documentation of COUNT_IF has it give NULL for none. */
export const filtered: Readonly<Record<AggregateFunction, Template>> = {
  count: 'COUNT(CASE WHEN $2 THEN $1 END)',
  countAll: 'COUNT(CASE WHEN $1 THEN 1 END)',
  countDistinct: 'COUNT(DISTINCT CASE WHEN $2 THEN $1 END)',
  sum: 'SUM(CASE WHEN $2 THEN $1 END)',
  min: 'MIN(CASE WHEN $2 THEN $1 END)',
  max: 'MAX(CASE WHEN $2 THEN $1 END)',
  avg: 'AVG(CASE WHEN $2 THEN CAST($1 AS FLOAT) END)',
  varPop: 'VAR_POP(CASE WHEN $2 THEN CAST($1 AS FLOAT) END)',
  covarPop: 'COVAR_POP(CASE WHEN $3 THEN CAST($1 AS FLOAT) END, CAST($2 AS FLOAT))',
  argMax: 'MAX_BY($1, CASE WHEN $3 THEN $2 END)',
  argMin: 'MIN_BY($1, CASE WHEN $3 THEN $2 END)',
  arrayByOrderDescending: array('$1', '$2', '$3'),
}

/** ARRAY_AGG leaves NULLs out, so a NULL that counts becomes one of JSON; no row gives an empty array, where NULL is due. */
function array(value: string, order: string, filter: string | null = null): string {
  const element = `COALESCE(TO_VARIANT(${value}), PARSE_JSON('null'))`
  const counted = filter === null ? element : `CASE WHEN ${filter} THEN ${element} END`
  const rows = filter === null ? 'COUNT(*)' : `COUNT(CASE WHEN ${filter} THEN 1 END)`
  return `CASE WHEN ${rows} > 0 THEN TO_VARIANT(ARRAY_AGG(${counted}) WITHIN GROUP (ORDER BY ${order} DESC NULLS LAST)) END`
}

export const windows: Readonly<Record<WindowFunction, Template>> = {
  sum: 'SUM($1)',
  min: 'MIN($1)',
  max: 'MAX($1)',
  count: args => (args.length === 0 ? 'COUNT(*)' : 'COUNT($1)'),
  rowNumber: 'ROW_NUMBER()',
  lead: args => `LEAD(${places(args)})`,
  lag: args => `LAG(${places(args)})`,
}
