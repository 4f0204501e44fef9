import type { AggregateFunction, Order, Term } from '../../compiler/ir/relation.ts'
import type { AggregateName } from '../../compiler/ir/scalar.ts'
import { aggregate, as, ascending, call, field, integer, named, over, select } from '../../compiler/ir/terms.ts'
import type { Value } from '../../registry/driver/driver.ts'
import type { Construct, Ground, Sample, Semantic } from './row.ts'
import { assumed, documented, neutralized, rowsOf } from './row.ts'

const page = (name: string): string => `sql-reference/functions/${name}`
const [v, w, o] = [field('v', 't'), field('w', 't'), field('o', 't')]

/** A NULL in each column. */
const some: readonly Sample[] = [
  [1, 2, 10, 'a'],
  [3, 6, 30, 'b'],
  [null, 5, 40, 'c'],
  [5, null, 20, null],
  [3, 7, null, 'a'],
]
const nulls: readonly Sample[] = [[null, null, null, null]]
const one: readonly Sample[] = [[4, 4, 1, 'x']]

interface Case {
  readonly fn: AggregateFunction
  readonly args: readonly Term[]
  readonly filter?: Term
  readonly rows: readonly Sample[]
}

function of({ fn, args, filter, rows }: Case, expected: Value, says: string, ground: Ground): Semantic {
  return { of: `aggregate ${fn}`, says, relation: select(as('t', rowsOf(rows)), [named('v', aggregate(fn, args, filter ?? null))]), expected, ground }
}

const small = call('lt', v, integer(4))
const filters = 'Snowflake has no FILTER: what does not count is made NULL by CASE, which the aggregate leaves out'

export const aggregateSemantics: readonly Semantic[] = [
  of({ fn: 'count', args: [v], rows: some }, 4, 'NULLs do not count', documented(page('count'))),
  of({ fn: 'count', args: [v], rows: [] }, 0, 'no rows count 0', documented(page('count'))),
  of({ fn: 'countAll', args: [], rows: some }, 5, 'rows count whatever they hold', documented(page('count'))),
  of({ fn: 'countAll', args: [], filter: small, rows: some }, 3, 'rows of a condition that is NULL do not count', documented(page('count'))),
  of(
    { fn: 'countAll', args: [], filter: small, rows: nulls },
    0,
    'COUNT_IF gives NULL for none by its page',
    neutralized(page('count_if'), 'what counts is made a value by CASE, and COUNT gives 0 where there is none'),
  ),
  of({ fn: 'countDistinct', args: [v], rows: some }, 3, 'NULL is no value', documented(page('count'))),
  of({ fn: 'sum', args: [v], rows: some }, 12, 'NULLs are left out', documented(page('sum'))),
  of({ fn: 'sum', args: [v], rows: nulls }, null, 'NULL, not 0, if all are NULL', documented(page('sum'))),
  of({ fn: 'sum', args: [v], rows: [] }, null, 'and of no rows', assumed),
  of({ fn: 'sum', args: [v], filter: small, rows: one }, null, 'and of rows of which none counts', neutralized(page('sum'), filters)),
  of({ fn: 'min', args: [v], rows: some }, 1, 'NULLs are left out', documented(page('min'))),
  of({ fn: 'max', args: [v], rows: nulls }, null, 'NULL if all are NULL', documented(page('max'))),
  of({ fn: 'max', args: [field('t', 't')], rows: some }, 'c', 'text by code points', documented(page('max'))),
  of({ fn: 'avg', args: [v], rows: some }, 3, 'NULLs are left out', documented(page('avg'))),
  of(
    {
      fn: 'avg',
      args: [v],
      rows: [
        [1, null, null, null],
        [1, null, null, null],
        [2, null, null, null],
      ],
    },
    4 / 3,
    'of integers it has six decimals',
    neutralized(page('avg'), 'both average floats'),
  ),
  of(
    { fn: 'varPop', args: [v], rows: some },
    2,
    'of the population',
    neutralized(page('var_pop'), 'Snowflake rounds that of integers to six decimals: both take floats'),
  ),
  of({ fn: 'varPop', args: [v], rows: one }, 0, 'of one row 0', documented(page('var_pop'))),
  of({ fn: 'varPop', args: [v], rows: nulls }, null, 'NULL if all are NULL', documented(page('var_pop'))),
  of({ fn: 'covarPop', args: [v, w], rows: some }, 2, 'only rows that have both count', documented(page('covar_pop'))),
  of({ fn: 'covarPop', args: [v, w], rows: one }, 0, 'of one row 0', assumed),
  of({ fn: 'covarPop', args: [v, w], rows: nulls }, null, 'NULL if no row has both', documented(page('covar_pop'))),
  of({ fn: 'argMax', args: [w, o], filter: small, rows: some }, 6, 'the value of the row with the greatest order', documented(page('max_by'))),
  of({ fn: 'argMax', args: [w, o], rows: [[null, 1, null, null]] }, null, 'rows without an order do not count', documented(page('max_by'))),
  of(
    { fn: 'argMax', args: [v, o], rows: some },
    null,
    'a NULL in the row with the greatest order is the value',
    neutralized(null, 'assumed of Snowflake, whose page says nothing of it; DuckDB needs arg_max_null', [
      'SELECT arg_max(v, o) AS v FROM (VALUES (1, 1), (NULL, 2)) AS t(v, o)',
      1,
    ]),
  ),
  of({ fn: 'argMin', args: [w, o], rows: some }, 2, 'the value of the row with the least order', documented(page('min_by'))),
  of({ fn: 'argMin', args: [v, o], rows: nulls }, null, 'NULL if no row has an order', documented(page('min_by'))),
  of(
    { fn: 'arrayByOrderDescending', args: [v, o], rows: some },
    '[null,3,5,1,3]',
    'ARRAY_AGG leaves NULLs out',
    neutralized(page('array_agg'), 'a NULL becomes one of JSON before; the order names where its own NULLs go'),
  ),
  of(
    { fn: 'arrayByOrderDescending', args: [v, o], filter: call('gt', v, integer(9)), rows: some },
    null,
    'and of no rows it is empty',
    neutralized(page('array_agg'), 'CASE asks first whether there is a row'),
  ),
]

/** The value of one row, found by its text, of those that a window function is computed over. */
function at(term: Term, which: string): Semantic['relation'] {
  const all = select(as('t', rowsOf(windowRows)), [named('v', term), named('t', field('t', 't'))])
  return select(as('r', all), [named('v', field('v', 'r'))], {
    where: [call('eq', field('t', 'r'), { kind: 'literal', value: which, type: { kind: 'text' } })],
  })
}

const windowRows: readonly Sample[] = [
  [1, null, 10, 'a'],
  [5, null, 20, 'b'],
  [null, null, 30, 'c'],
  [3, null, null, 'd'],
]
const down: Order = { by: o, descending: true, nulls: 'last' }
const order = (fn: Construct, term: Term, which: string, expected: Value, says: string, ground: Ground): Semantic => ({
  of: fn,
  says,
  relation: at(term, which),
  expected,
  ground,
})

const frames = 'sql-reference/functions-window-syntax'

export const windowSemantics: readonly Semantic[] = [
  order('window sum', over('sum', [v], [], [ascending(o)], { preceding: 1 }), 'c', 5, 'a frame of rows counts rows with NULL', documented(frames)),
  order(
    'window sum',
    over('sum', [v], [], [ascending(o)], null),
    'a',
    9,
    'without a frame, an order makes it a running sum on one engine',
    neutralized(frames, 'the frame is always printed', ['SELECT sum(v) OVER (ORDER BY o) AS v FROM (VALUES (1, 1), (5, 2)) AS t(v, o) ORDER BY o LIMIT 1', 1]),
  ),
  order('window min', over('min', [v], [], [ascending(o)], { preceding: 1 }), 'c', 5, 'NULLs are left out', documented(page('min'))),
  order('window max', over('max', [v], [], [ascending(o)], { preceding: 0 }), 'c', null, 'NULL over a NULL', documented(page('max'))),
  order('window count', over('count', [v], [], [ascending(o)], { preceding: 'unbounded' }), 'c', 2, 'NULLs do not count', documented(page('count'))),
  order('window rowNumber', over('rowNumber', [], [], [ascending(o)], null), 'd', 4, 'from 1; NULL comes last as printed', documented(page('row_number'))),
  order(
    'window rowNumber',
    over('rowNumber', [], [], [down], null),
    'd',
    4,
    'descending, NULLs come first there',
    neutralized('sql-reference/constructs/order-by', 'NULLS FIRST or LAST is always printed'),
  ),
  order('window lead', over('lead', [v], [], [ascending(o)], null), 'd', null, 'NULL beyond the last row', documented(page('lead'))),
  order('window lag', over('lag', [v], [], [ascending(o)], null), 'b', 1, 'the row before', documented(page('lag'))),
]

/** What each aggregate of the language is computed with. */
export const aggregatesRestOn: Readonly<Record<AggregateName, readonly Construct[]>> = {
  count: ['aggregate countAll'],
  countIf: ['aggregate countAll'],
  sum: ['aggregate sum', 'aggregate countAll', 'window sum'],
  avg: ['aggregate sum', 'aggregate countAll', 'function divide'],
  rate: ['aggregate countAll', 'function divide'],
  stddev: ['aggregate avg', 'aggregate varPop', 'aggregate countAll', 'function divide', 'function sqrt'],
  variance: ['aggregate avg', 'aggregate varPop', 'aggregate countAll', 'function divide'],
  slope: ['aggregate avg', 'aggregate varPop', 'aggregate covarPop', 'aggregate countAll', 'function divide', 'function elapsed'],
  volatility: ['aggregate avg', 'aggregate varPop', 'aggregate countAll', 'function divide', 'function sqrt', 'function abs'],
  min: ['aggregate min', 'window min'],
  max: ['aggregate max', 'window max'],
  first: ['aggregate argMin', 'window rowNumber'],
  last: ['aggregate argMax', 'window rowNumber'],
  lastN: ['aggregate arrayByOrderDescending', 'window rowNumber'],
  countDistinct: ['aggregate countAll', 'aggregate sum'],
  approxCountDistinct: ['aggregate countAll', 'aggregate max', 'window rowNumber', 'function hash52', 'function floor', 'function divide'],
  median: ['aggregate sum', 'window sum', 'function floor', 'function ceil'],
  percentile: ['aggregate sum', 'window sum', 'function floor', 'function ceil'],
  percentileDisc: ['aggregate sum', 'window sum', 'function ceil'],
}
