import { dialects } from '../../compiler/emit/dialects.ts'
import type { AggregateSpec } from '../../compiler/ir/aggregates.ts'
import { aggregates, aggregateType } from '../../compiler/ir/aggregates.ts'
import type { AggregateFunction } from '../../compiler/ir/relation.ts'
import type { AggregateName } from '../../compiler/ir/scalar.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { decimal, flag, int, typeName } from '../../compiler/ir/type.ts'
import { code, page, table } from './markdown.ts'
import type { Documented } from './language.ts'

const written: Readonly<Record<AggregateName, string>> = {
  count: 'count(source)',
  countIf: 'countIf(p)',
  sum: 'sum(a)',
  avg: 'avg(a)',
  rate: 'rate(p)',
  stddev: 'stddev(a)',
  variance: 'variance(a)',
  slope: 'slope(a)',
  volatility: 'volatility(a)',
  min: 'min(a)',
  max: 'max(a)',
  first: 'first(a)',
  last: 'last(a)',
  lastN: 'lastN(a, 5)',
  countDistinct: 'countDistinct(a)',
  approxCountDistinct: 'approxCountDistinct(a, 0.02)',
  median: 'median(a)',
  percentile: 'percentile(a, 0.95)',
  percentileDisc: 'percentileDisc(a, 0.95)',
}

/** What a run stores for a span of time, so that longer ones are made of shorter ones. */
const merging: Readonly<Record<AggregateSpec['merge'], string>> = {
  group: 'added and taken back',
  semigroup: 'added only',
  multiset: 'from the values themselves',
  sketch: 'from the smallest hashes',
}

/** docs/reference/aggregates.md: every aggregate, its traits, and the SQL functions that all are made of. */
export function aggregatesMarkdown(documented: readonly Documented[]): string {
  const doc = (name: string): string => documented.find(d => d.name === name)?.doc ?? ''
  const rows = Object.entries(aggregates).map(([name, spec]) => [
    code(written[name as AggregateName]),
    doc(name),
    code(resultOf(name as AggregateName, spec)),
    spec.empty === 'zero' ? '0' : 'NULL',
    merging[spec.merge],
    spec.ordered ? 'yes' : '',
  ])
  const sql = (Object.keys(dialects.duckdb.aggregates) as AggregateFunction[]).map(f => [f, code(textOf('snowflake', f)), code(textOf('duckdb', f))])
  return page('Aggregates', 'the aggregate table (compiler/ir/aggregates.ts) and the doc comments of the builders', [
    `An aggregate of rows becomes a feature with a window: \`sum(orders.c.amount_usd).over('30d')\`; \`.where(condition)\` keeps some of the rows.
A value at the point T uses the rows with an event time in [T - offset - window, T - offset) that were known before T. \`a\` is a value of a row, \`p\` a
condition on it. *Empty* is the value where no row counts. *Merge* says how spans of time are put together: "added and taken back" makes a window cost
two reads whatever its length. *Tie-break*: the source has to declare \`tieBreak\`, for the order of rows decides.`,
    table(['Written', 'Meaning', 'Type', 'Empty', 'Merge', 'Tie-break'], rows),
    `\`ratio(x, y)\` divides one aggregate by another over the same window; NULL where the divisor is 0.`,
    '## The SQL functions below them\n\nAggregates are lowered to these, on rows or on stored partial results; `$1` is the first argument.',
    table(['Function', 'Snowflake', 'DuckDB'], sql),
  ])
}

/** The type for a value of NUMBER(12, 2), or of the type that the aggregate asks for. */
function resultOf(name: AggregateName, spec: AggregateSpec): string {
  const of: Type | null = spec.of === 'none' ? null : spec.of === 'flag' ? flag : ['countDistinct', 'approxCountDistinct'].includes(name) ? int : decimal(12, 2)
  return typeName(aggregateType(name, of))
}

function textOf(dialect: 'snowflake' | 'duckdb', name: AggregateFunction): string {
  const template = dialects[dialect].aggregates[name]
  return typeof template === 'string' ? template : template([])
}
