import { paint } from './paint.ts'
import { duration } from './progress.ts'
import { table } from './table.ts'

export function fixtureView(
  tables: readonly { readonly name: string; readonly rows: number }[],
  milliseconds: number,
  options: { readonly color: boolean },
): string {
  const rows = tables.map(t => [t.name, String(t.rows)])
  return `${table(['RAW TABLE', 'ROWS'], rows, paint(options.color))}\nSample data written in ${duration(milliseconds)}.\n`
}
