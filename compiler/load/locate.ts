import { SourceMap } from 'node:module'
import type { Span } from '../base/diagnostic.ts'
import type { Bundle } from './bundle.ts'
import { bundleFile, entriesFile } from './bundle.ts'
import { isOwn } from './cycles.ts'
import { readSource, spanAtLine } from './source.ts'

const frame = new RegExp(`${bundleFile.replaceAll('.', '\\.')}:(\\d+):(\\d+)`)

/** Where in the project an error came from, by its stack: the innermost frame in a file of the project's own, else in a package. */
export function locator(root: string, bundle: Bundle): (stack: string) => Span | null {
  let map: SourceMap | null = null
  return stack => {
    map ??= new SourceMap(JSON.parse(bundle.map()) as ConstructorParameters<typeof SourceMap>[0])
    const spans: Span[] = []
    for (const line of stack.split('\n')) {
      const [, row, column] = frame.exec(line) ?? []
      const span = row === undefined ? null : original(root, map, Number(row) - 1, Number(column) - 1)
      if (span !== null) spans.push(span)
    }
    return spans.find(s => isOwn(s.file)) ?? spans[0] ?? null
  }
}

function original(root: string, map: SourceMap, row: number, column: number): Span | null {
  const entry = map.findEntry(row, column)
  if (!('originalSource' in entry) || typeof entry.originalSource !== 'string') return null
  const file = decodeURI(entry.originalSource)
  const text = file.endsWith(entriesFile) ? null : readSource(root, file)
  if (text === null) return null
  const at = spanAtLine(file, text, entry.originalLine + 1, entry.originalColumn + 1, 0)
  // V8 points at the last name of `Date.now`: the words as written begin further left.
  const left = /([\w$]+\.)*$/.exec(text.slice(at.start - at.column + 1, at.start))![0].length
  const right = /^([\w$]+(\.[\w$]+)*|=>|.)/.exec(text.slice(at.start))?.[0].length ?? 0
  return { ...at, start: at.start - left, end: at.start + right, column: at.column - left }
}
