import type { Value } from '../../registry/driver/driver.ts'
import type { Findings, Seen } from './suite.ts'

/** Rows whose value is another one than the table says. */
export function unlike({ seen }: Findings): readonly Seen[] {
  return seen.filter(s => s.error !== null || !equal(s.value, s.row.expected))
}

/** What a run has shown, and what to change in the table of semantics. */
export function reportOf(findings: Findings, account: string): string {
  const { rows, differences, described, refused, seen } = findings
  const wrong = unlike(findings)
  const confirmed = seen.filter(s => !wrong.includes(s) && s.row.ground.status === 'assumed')
  return [
    `live on ${account}: ${rows} rows of deployed tables compared with DuckDB, ${differences.length} differ; ${described} queries described, ${refused.length} refused`,
    ...differences.map(d => `  differs: ${d}`),
    ...refused.map(r => `  refused: ${r}`),
    `semantics: ${seen.length} rows, ${seen.length - wrong.length} as the table says`,
    ...wrong.map(s => `  ${nameOf(s)}: expected ${textOf(s.row.expected)}, seen ${s.error ?? textOf(s.value)}; mend the printer or the row`),
    ...confirmed.map(s => `  ${nameOf(s)}: assumed, and seen live: ${textOf(s.value)}`),
  ].join('\n')
}

function nameOf({ row }: Seen): string {
  return `[${row.ground.status}] ${row.of}: ${row.says}`
}

function textOf(value: Value): string {
  return value === null ? 'NULL' : String(value)
}

/** Equal but for the last digits of a float, the layout of JSON, and zeros that say nothing. */
function equal(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
  if (typeof a !== 'string' || typeof b !== 'string') return a === b
  return plain(a) === plain(b)
}

function plain(text: string): string {
  if (/^[[{]/.test(text)) return JSON.stringify(JSON.parse(text))
  return text.replace(/\.0+Z$/, 'Z')
}
