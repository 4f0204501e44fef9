import type { OracleInput } from './data.ts'
import { keyText } from './data.ts'
import { difference } from './equal.ts'
import type { OracleRow } from './oracle.ts'
import { oracleRows } from './oracle.ts'
import type { Value } from './value.ts'
import { asFloat, isExactNumber, isoOf, show } from './value.ts'

/** The rows of the public views, by name of the view. */
export type ActualRows = Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>

export interface Compared extends OracleInput {
  readonly from: bigint
  readonly to: bigint
  readonly wide: ReadonlySet<string>
}

/** Every difference between what the views hold and what they must hold at the points [from, to], as sentences. */
export function differences(c: Compared, actual: ActualRows): readonly string[] {
  const expected = oracleRows(c, c.from, c.to)
  return c.views.flatMap(v => {
    const keys = Object.keys(c.entities.find(e => e.name === v.entity)!.keys)
    const found = new Map<string, Readonly<Record<string, Value>>>()
    const problems: string[] = []
    for (const row of actual[v.name] ?? []) {
      const point = pointOf(row)
      if (point < c.from || point > c.to) continue
      const at = `${v.name}: ${where(
        keys.map(k => row[k] ?? null),
        point,
      )}`
      if (found.has(at)) problems.push(`${at} stands there twice`)
      found.set(at, row)
    }
    for (const row of expected[v.name]!) {
      const at = `${v.name}: ${where(row.keys, row.point)}`
      const other = found.get(at)
      found.delete(at)
      problems.push(...(other === undefined ? [`${at} is missing`] : rowDifferences(at, row, other, c.wide)))
    }
    return [...problems, ...[...found.keys()].map(at => `${at} should not be there`)]
  })
}

function pointOf(row: Readonly<Record<string, Value>>): bigint {
  const point = row['feature_time'] ?? null
  if (point === null || typeof point !== 'object' || point.kind !== 'instant') throw new Error(`no feature_time: ${show(point)}`)
  return point.micros
}

function where(keys: readonly Value[], point: bigint): string {
  return `(${keyText(keys)}) at ${isoOf(point)}`
}

function rowDifferences(at: string, expected: OracleRow, actual: Readonly<Record<string, Value>>, wide: ReadonlySet<string>): readonly string[] {
  const date = actual['feature_date']
  const dated = date === undefined || show(date) === isoOf(expected.point).slice(0, 10) ? [] : [`${at}: feature_date is ${show(date)}`]
  return [
    ...dated,
    ...Object.entries(expected.values).flatMap(([name, value]) => {
      if (!(name in actual)) return [`${at}: there is no column ${name}`]
      const found = actual[name]!
      const loose = wide.has(name.replace(/__v\d+$/, '')) && isExactNumber(value) && typeof found === 'number'
      const problem = difference(loose ? asFloat(value) : value, found)
      return problem === null ? [] : [`${at}: ${name}: ${problem}`]
    }),
  ]
}
