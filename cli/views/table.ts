import type { Paint } from './paint.ts'

/** Columns aligned by their widest cell; the last one is never padded. Cells are plain text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], p: Paint): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(r => r[i]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((c, i) => (i === cells.length - 1 ? c : c.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [p.dim(line(head)), ...rows.map(line)].map(l => `${l}\n`).join('')
}

/** A name and its value per line, values aligned; values of several lines keep their indentation. */
export function fields(entries: readonly (readonly [name: string, value: string])[], p: Paint): string {
  const width = Math.max(0, ...entries.map(([name]) => name.length))
  const value = (text: string): string => text.replaceAll('\n', `\n${' '.repeat(width + 2)}`)
  return entries.map(([name, text]) => `${p.dim(name.padEnd(width))}  ${value(text)}\n`).join('')
}
