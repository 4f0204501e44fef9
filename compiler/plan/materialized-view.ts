import type { AggregateFunction, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { childrenOf } from '../ir/scalar.ts'

/** A rule of materialized views, and what breaks it. */
export interface ViewProblem {
  readonly rule: string
  readonly found: string
}

/** Aggregates that a materialized view can keep, of those that we have. */
const allowed: ReadonlySet<AggregateFunction> = new Set(['count', 'countAll', 'sum', 'min', 'max', 'avg', 'varPop'])

/** The first rule of materialized views that a query breaks; null where it breaks none. */
export function materializedViewProblem(query: Relation): ViewProblem | null {
  if (query.kind !== 'select') return { rule: 'it selects from one table', found: found(query) }
  const [join] = query.joins
  if (join !== undefined)
    return { rule: 'it joins nothing, not even with itself', found: `${join.how === 'inner' ? 'an' : 'a'} ${join.how} join of '${join.as}'` }
  const { of } = query.from
  if (of.kind !== 'physical' || of.of.kind !== 'relation') return { rule: 'it selects from one table, and no subquery', found: found(of) }
  if (query.distinct) return { rule: 'it has no DISTINCT', found: 'DISTINCT' }
  if (query.qualify.length > 0) return { rule: 'it has no window functions', found: 'QUALIFY' }
  if (query.orderBy.length > 0) return { rule: 'it has no ORDER BY', found: 'ORDER BY' }
  if (query.limit !== null) return { rule: 'it has no LIMIT', found: `LIMIT ${query.limit}` }
  const named = [...query.columns.map(c => ({ at: `column '${c.as}'`, term: c.expr })), ...query.where.map(term => ({ at: 'a condition', term }))]
  for (const { at, term } of named) {
    const problem = termProblem(term)
    if (problem !== null) return { rule: problem.rule, found: `${problem.found} in ${at}` }
  }
  const grouped = new Set(query.groupBy.map(t => JSON.stringify(t)))
  const shown = new Set(query.columns.map(c => JSON.stringify(c.expr)))
  return [...grouped].every(g => shown.has(g)) ? null : { rule: 'it shows what it groups by', found: 'a GROUP BY key that is no column' }
}

function found(relation: Relation): string {
  switch (relation.kind) {
    case 'union':
      return 'a UNION ALL'
    case 'with':
      return `a subquery '${relation.parts[0]?.name ?? ''}'`
    case 'select':
      return 'a subquery'
    case 'physical':
      return `a ${relation.of.kind}`
    default:
      return `a ${relation.kind}`
  }
}

function termProblem(term: Term): ViewProblem | null {
  if (term.kind === 'over') return { rule: 'it has no window functions', found: `${term.fn} OVER` }
  if (term.kind === 'param') return { rule: 'it does not depend on the moment', found: `'${term.name}'` }
  if (term.kind === 'argument') return { rule: 'it has no parameters', found: `'${term.name}'` }
  if (term.kind === 'aggregate') {
    if (!allowed.has(term.fn)) return { rule: 'it keeps only some aggregates', found: term.fn }
    return (
      [...term.args, ...(term.filter === null ? [] : [term.filter])].map(t => (t.kind === 'aggregate' ? nested : termProblem(t))).find(p => p !== null) ?? null
    )
  }
  return (
    childrenOf<TermLeaf>(term)
      .map(termProblem)
      .find(p => p !== null) ?? null
  )
}

const nested: ViewProblem = { rule: 'it nests no aggregates', found: 'an aggregate of an aggregate' }
