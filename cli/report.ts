import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Diagnostic } from '../compiler/base/diagnostic.ts'
import { diagnostic } from '../compiler/base/diagnostic.ts'
import type { Plan } from '../compiler/ir/plan.ts'
import type { GlobalArguments } from './arguments/parse.ts'
import type { Io } from './io.ts'
import { wantsColor } from './io.ts'
import { diagnosticsJson, diagnosticsView } from './views/diagnostics.ts'
import { jsonText } from './views/json.ts'

export interface ReportOptions {
  readonly io: Io
  readonly json: boolean
  readonly color: boolean
  /** What the files of spans are relative to. */
  readonly root: string
}

/** Diagnostics for people go to standard error, as JSON to standard output. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions): void {
  const { io, json, color, root } = options
  if (json) io.out(jsonText({ diagnostics: diagnosticsJson(diagnostics) }))
  else io.err(diagnosticsView(diagnostics, { color, read: file => readText(resolve(root, file)) }))
}

/** Says that a plan, which was printed, cannot be applied; the exit code. With --json the plan itself says it. */
export function reportBlocked(plan: Plan, args: GlobalArguments, io: Io): number {
  const found = diagnostic('F714', { count: plan.blocked.length })
  if (!args.json) io.err(`\n${diagnosticsView([found], { color: wantsColor(io, 'err', args.color), read: () => null })}`)
  return 1
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
