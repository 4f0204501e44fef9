import { describe, expect, it } from 'vitest'
import type { Relation, Select } from '../../compiler/ir/relation.ts'
import { aggregate, as, ascending, call, field, integer, join, named, over, param, select } from '../../compiler/ir/terms.ts'
import { materializedViewProblem } from '../../compiler/plan/materialized-view.ts'

const table: Relation = { kind: 'physical', of: { kind: 'relation', name: { catalog: 'DB', schema: 's', name: 't' } } }
const from = as('s', table)
const a = field('a', 's')

function one(rest: Partial<Select> = {}, columns = [named('a', a)]): Relation {
  return select(from, columns, rest)
}

// The rules of materialized views as Snowflake documents them, each with a query that breaks it.
describe('a materialized view', () => {
  it.each<readonly [string, Relation, string | null]>([
    ['selects columns of one table', one({ where: [call('gt', a, integer(1))] }), null],
    ['may aggregate', one({ groupBy: [a] }, [named('a', a), named('n', aggregate('sum', [field('b', 's')]))]), null],
    ['joins nothing', one({ joins: [join('left', 'o', table)] }), "it joins nothing, not even with itself: a left join of 'o'"],
    ['joins nothing inside', one({ joins: [join('inner', 'o', table)] }), "it joins nothing, not even with itself: an inner join of 'o'"],
    ['has no subquery', select(as('s', one()), [named('a', a)]), 'it selects from one table, and no subquery: a subquery'],
    ['is no union', { kind: 'union', all: [one(), one()] }, 'it selects from one table: a UNION ALL'],
    [
      'reads no query of a source',
      select(as('s', { kind: 'physical', of: { kind: 'query', sql: { snowflake: '', duckdb: '' } } }), [named('a', a)]),
      'it selects from one table, and no subquery: a query',
    ],
    ['has no DISTINCT', one({ distinct: true }), 'it has no DISTINCT: DISTINCT'],
    ['has no QUALIFY', one({ qualify: [call('eq', a, integer(1))] }), 'it has no window functions: QUALIFY'],
    ['has no ORDER BY', one({ orderBy: [ascending(a)] }), 'it has no ORDER BY: ORDER BY'],
    ['has no LIMIT', one({ limit: 5 }), 'it has no LIMIT: LIMIT 5'],
    [
      'has no window functions',
      one({}, [named('n', call('plus', over('rowNumber', [], [a], [ascending(a)], null), integer(1)))]),
      "it has no window functions: rowNumber OVER in column 'n'",
    ],
    [
      'keeps no other aggregates',
      one({ groupBy: [a] }, [named('a', a), named('n', aggregate('countDistinct', [a]))]),
      "it keeps only some aggregates: countDistinct in column 'n'",
    ],
    [
      'nests no aggregates',
      one({}, [named('n', aggregate('sum', [aggregate('max', [a])]))]),
      "it nests no aggregates: an aggregate of an aggregate in column 'n'",
    ],
    ['does not depend on the moment', one({ where: [call('lt', a, param('now'))] }), "it does not depend on the moment: 'now' in a condition"],
    [
      'shows what it groups by',
      one({ groupBy: [field('b', 's')] }, [named('n', aggregate('countAll', []))]),
      'it shows what it groups by: a GROUP BY key that is no column',
    ],
  ])('%s', (_, query, expected) => {
    const problem = materializedViewProblem(query)
    expect(problem === null ? null : `${problem.rule}: ${problem.found}`).toBe(expected)
  })
})
