import { resolve } from 'node:path'
import type { Diagnostic } from '../compiler/base/diagnostic.ts'
import { FeatError, diagnostic } from '../compiler/base/diagnostic.ts'
import type { Io } from './io.ts'
import { wantsColor } from './io.ts'
import { printDiagnostics } from './report.ts'

/** The --root of an argv that may not even be valid. */
function rootIn(argv: readonly string[]): string {
  const at = argv.findIndex(a => a === '-C' || a === '--root')
  return (at < 0 ? argv.find(a => a.startsWith('--root='))?.slice('--root='.length) : argv[at + 1]) ?? '.'
}

/** What a command threw, told to the user; the exit code. Only a bug shows its stack. */
export function failed(error: unknown, argv: readonly string[], io: Io): number {
  const json = argv.includes('--json')
  const color = wantsColor(io, 'err', !argv.includes('--no-color'))
  const print = (diagnostics: readonly Diagnostic[]): void => printDiagnostics(diagnostics, { io, json, color, root: resolve(io.cwd, rootIn(argv)) })
  if (error instanceof FeatError) {
    print(error.diagnostics)
    return io.signal.aborted ? 130 : 1
  }
  if (io.signal.aborted) {
    print([diagnostic('F706', { command: `feat ${argv.find(a => !a.startsWith('-')) ?? ''}`.trim() })])
    return 130
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.err(`this is a bug in feat, please report it with what follows\n\n${stack}\n`)
  return 1
}
