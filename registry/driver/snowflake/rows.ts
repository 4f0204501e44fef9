import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import type { Row } from '../driver.ts'
import { decoderOf, Undecodable } from './decode.ts'
import type { Answer } from './statement.ts'

/** The rows of an answer as the port has them. Of two columns of one name the later is counted up: `a`, `a_1`. */
export function rowsOf({ columns, rows }: Answer, during: string | null): readonly Row[] {
  const names = distinct(columns.map(c => c.name.toLowerCase()))
  const decoders = columns.map(c => decoderOf(c))
  try {
    return rows.map(row => {
      const out: Record<string, Row[string]> = {}
      for (let i = 0; i < names.length; i++) out[names[i]!] = decoders[i]!(row[i] ?? null)
      return out
    })
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error
    throw new FeatError([diagnostic('F664', { detail: error.message, during })])
  }
}

function distinct(names: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return names.map(name => {
    let free = name
    for (let n = 1; seen.has(free); n++) free = `${name}_${n}`
    seen.add(free)
    return free
  })
}

/**
 * How many rows a statement changed: Snowflake answers with one row of counts. Rows that an update met several times are
 * counted there again, and are none of them.
 */
export function changedRows({ columns, rows }: Answer): number {
  const row = rows[0]
  if (row === undefined || rows.length !== 1) return 0
  return columns.reduce((sum, c, i) => (/^number of rows (inserted|updated|deleted)$/i.test(c.name) ? sum + Number(row[i] ?? 0) : sum), 0)
}
