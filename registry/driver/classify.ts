import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'

/** Where an error of the engine came up. */
export interface Circumstances {
  readonly path: string
  readonly during: string | null
}

type FileCode = 'F604' | 'F608' | 'F609' | 'F610' | 'F611' | 'F612' | 'F614'
type EngineCode = 'F601' | 'F602' | 'F603' | 'F605' | 'F606' | 'F607' | 'F615' | 'F619'

/** The engine's errors are text only, so the first pattern that fits decides; more special ones stand first. */
const patterns: readonly (readonly [RegExp, FileCode | EngineCode | 'F613'])[] = [
  [/No space left on device|File too large|Disk quota exceeded|not enough space|max_temp_directory_size/i, 'F604'],
  [/^Out of Memory Error|failed to allocate/i, 'F605'],
  [/^INTERRUPT Error/i, 'F606'],
  [/not a valid DuckDB database file/i, 'F609'],
  [/database file with version number|storage version/i, 'F614'],
  [/Corrupt database file|does not match stored checksum|has been invalidated/i, 'F608'],
  [/in read-only mode: database does not exist/i, 'F613'],
  [/in read-only mode/i, 'F612'],
  [/No files found that match/i, 'F603'],
  [/^(Conversion|Out of Range) Error/i, 'F607'],
  [/^Catalog Error: (Table|View|Schema) with name .* does not exist|because schema .* does not exist/i, 'F601'],
  [/^Binder Error: (Referenced column|Table .* does not have a column)|does not have a column named/i, 'F602'],
  [/Conflict on|write-write conflict|Transaction conflict/i, 'F615'],
]

const opening: typeof patterns = [
  [/No such file or directory|cannot find the path/i, 'F610'],
  [/^IO Error/i, 'F611'],
]

/** The coded error of what the embedded engine threw; errors that are coded already stay as they are. */
export function engineError(error: unknown, where: Circumstances, phase: 'opening' | 'running' = 'running'): FeatError {
  if (error instanceof FeatError) return error
  return new FeatError([classified(textOf(error), where, phase)], { cause: error })
}

/** Whether a statement did not fit into the memory. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof FeatError ? error.diagnostics.some(d => d.code === 'F605') : codeOf(textOf(error), patterns) === 'F605'
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function codeOf(text: string, table: typeof patterns): (typeof patterns)[number][1] {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? 'F619'
}

function classified(text: string, where: Circumstances, phase: 'opening' | 'running'): Diagnostic {
  const code = codeOf(text, phase === 'opening' ? [...patterns, ...opening] : patterns)
  const detail = summary(text)
  const { path, during } = where
  switch (code) {
    case 'F613':
      return diagnostic('F613', { path })
    case 'F604':
    case 'F608':
    case 'F609':
    case 'F610':
    case 'F611':
    case 'F612':
    case 'F614':
      return diagnostic(code, { path, detail, during })
    default:
      return diagnostic(code, { detail, during })
  }
}

/** What the engine said of an error that is coded by now. */
export function wordsOf(error: FeatError): string {
  return error.cause instanceof Error ? summary(error.cause.message) : error.message
}

/** The engine's words without its class, its advice on settings and its excerpt of the statement. */
function summary(text: string): string {
  const paragraph = text.split('\n\n')[0]!.replace(/^[A-Za-z ]+ Error: /, '')
  return paragraph
    .split('\n')
    .filter(line => !/^(LINE \d|Did you mean)/.test(line))
    .join(' ')
    .trim()
}
