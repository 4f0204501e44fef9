import type { Dialect } from '../dialect.ts'
import { line } from '../lines.ts'
import { quote } from './literals.ts'

/** GENERATOR takes only constants, and bounds may be variables. The bounds of a range are integers, which a quotient is not: the range is longer than needed. */
export const series: Dialect['series'] = s => {
  const index = `${quote('s')}."INDEX"`
  const point = `DATEADD(second, ${index} * ${s.every}, ${s.first})`
  return [
    line(`SELECT ${point} AS ${quote(s.column)}`),
    line(
      `FROM TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE(0, CAST(DATEDIFF(second, ${s.first}, ${s.last}) / ${s.every} AS NUMBER(38, 0)) + 2))) AS ${quote('s')}`,
    ),
    line(`WHERE ${point} <= ${s.last}`),
  ]
}

export const contentHash: Dialect['contentHash'] = columns => `CAST(HASH_AGG(${columns.join(', ')}) AS VARCHAR)`
