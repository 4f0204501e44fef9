import type { Diagnostic, Span } from '../../compiler/base/diagnostic.ts'
import type { Paint } from './paint.ts'
import { paint, plural } from './paint.ts'

export interface DiagnosticsViewOptions {
  readonly color: boolean
  /** The text of a file as a span names it, or null where it cannot be read. */
  readonly read: (file: string) => string | null
}

/** Every mistake with its code frame, sorted by place, and how many there are. Empty for none. */
export function diagnosticsView(diagnostics: readonly Diagnostic[], options: DiagnosticsViewOptions): string {
  if (diagnostics.length === 0) return ''
  const p = paint(options.color)
  const blocks = sortByPlace(diagnostics).map(d => oneView(d, p, options.read))
  return `${blocks.join('\n')}\n${p.bold(countsLine(diagnostics))}\n`
}

/** The same as data, in the same order. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return sortByPlace(diagnostics)
}

function oneView(d: Diagnostic, p: Paint, read: (file: string) => string | null): string {
  const tone = d.severity === 'error' ? p.red : p.yellow
  let text = `${p.bold(tone(`${d.severity}[${d.code}]`))}${p.bold(`: ${d.message}`)}\n`
  if (d.span !== null) text += frame(d.span, read(d.span.file), tone, p)
  else if (d.address !== null) text += `  ${p.blue('-->')} ${d.address}\n`
  if (d.hint !== null) text += `  ${p.cyan('hint:')} ${d.hint}\n`
  return text
}

/** ` --> file:line:column`, then the line with carets below what is meant and one line of context before it. */
function frame(span: Span, source: string | null, tone: (t: string) => string, p: Paint): string {
  const place = `  ${p.blue('-->')} ${span.file}:${span.line}:${span.column}\n`
  const lines = source?.split(/\r?\n/) ?? []
  const line = lines[span.line - 1]
  if (line === undefined) return place
  const width = String(span.line).length
  const gutter = (label: string): string => p.blue(`  ${label.padStart(width)} |`)
  const before = lines[span.line - 2]
  const from = Math.min(Math.max(span.column - 1, 0), line.length)
  const length = Math.max(1, Math.min(span.end - span.start, line.length - from))
  const pad = line.slice(0, from).replaceAll(/[^\t]/g, ' ')
  return [
    place,
    before !== undefined && before.trim() !== '' ? `${gutter(String(span.line - 1))} ${before}\n` : `${gutter('')}\n`,
    `${gutter(String(span.line))} ${line}\n`,
    `${gutter('')} ${pad}${tone('^'.repeat(length))}\n`,
  ].join('')
}

/** `3 errors, 1 warning`. */
function countsLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(d => d.severity === 'error').length
  const warnings = diagnostics.length - errors
  return [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : ''].filter(t => t !== '').join(', ')
}

/** By file and position; what has no place comes last, in the order found. */
function sortByPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => {
    if (a.span === null || b.span === null) return Number(a.span === null) - Number(b.span === null)
    return a.span.file < b.span.file ? -1 : a.span.file > b.span.file ? 1 : a.span.start - b.span.start
  })
}
