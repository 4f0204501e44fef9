import { printQuery } from '../../compiler/emit/index.ts'
import type { Bounds } from '../../compiler/emit/index.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import type { Row, Value } from '../../registry/driver/driver.ts'
import { asTaken } from '../second-engine/exceptions.ts'
import { startFakesnow } from './fakesnow.ts'

/** The rows of our Snowflake text on fakesnow, which knows nothing of our printers. The names of columns are in lower case. */
export async function secondOpinion(relations: readonly Relation[], bounds: Bounds | null = null): Promise<readonly (readonly Row[])[]> {
  const engine = await startFakesnow('SECOND')
  try {
    const found: (readonly Row[])[] = []
    for (const relation of relations) {
      const { text } = asTaken(printQuery(relation, 'snowflake', bounds), '2026-01-01T00:00:00Z')
      found.push(await engine.driver.query(text!, text!))
    }
    return found
  } finally {
    await engine.close()
  }
}

/** Other types of exact numbers, and timestamps of dates, which that engine makes of some expressions: values that mean the same become equal here. */
export function plain(value: Value): Value {
  if (typeof value !== 'string') return value
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value)
  if (/^[[{]/.test(value)) return JSON.stringify(JSON.parse(value))
  return value.replace(/T00:00:00(\.0+)?Z$/, '').replace(/\.0+Z$/, 'Z')
}
