import type { Diagnostic } from '../compiler/base/diagnostic.ts'
import { diagnostic } from '../compiler/base/diagnostic.ts'
import type { Configured, TargetDefinition } from '../compiler/ir/definition.ts'

/** A target whose values from the environment are known. They are used to connect, and never stored or printed. */
export function resolveTarget(
  name: string, target: TargetDefinition, env: Readonly<Record<string, string | undefined>>,
): { readonly target: TargetDefinition; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const value = (option: string, v: Configured): string => {
    if (typeof v === 'string') return v
    const found = env[v.env]
    if (found === undefined || found === '') diagnostics.push(diagnostic('F714', { name: v.env, option: `${name}.${option}` }))
    return found ?? ''
  }
  const sources = Object.fromEntries(Object.entries(target.sources).map(([k, v]) => [k, value(`sources.${k}`, v)]))
  if (target.kind === 'duckdb') return { target: { ...target, path: value('path', target.path), sources }, diagnostics }
  const resolved = {
    ...target, sources, connection: value('connection', target.connection), database: value('database', target.database), warehouse: value('warehouse', target.warehouse),
  }
  return { target: resolved, diagnostics }
}
