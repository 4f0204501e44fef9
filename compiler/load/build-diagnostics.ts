import { existsSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Location, Message } from 'esbuild'
import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/near.ts'
import { readSource, spanAtLine } from './source.ts'

const unresolved = /^Could not resolve "(.*)"$/
const noExport = /^No matching export in "(.*)" for import "(.*)"$/
const undefinedImport = /^Import "(.*)" will always be undefined because there is no matching export in "(.*)"$/

/** What esbuild found, as diagnostics of ours. */
export function buildDiagnostics(root: string, messages: readonly Message[]): readonly Diagnostic[] {
  return messages.map(m => explained(root, m.text, m.location === null ? null : spanOf(root, m.location)))
}

function explained(root: string, text: string, span: Span | null): Diagnostic {
  const path = unresolved.exec(text)?.[1]
  if (path !== undefined && isBuiltin(path)) return diagnostic('F112', { module: path }, { span })
  if (path !== undefined) return diagnostic('F111', { path, near: nearPath(root, path, span) }, { span })
  const [, module, name] = noExport.exec(text) ?? []
  if (module !== undefined && name !== undefined) return missingExport(root, module, name, span)
  const [, read, from] = undefinedImport.exec(text) ?? []
  if (read !== undefined && from !== undefined) return missingExport(root, from, read, span)
  return diagnostic('F110', { problem: text }, { span })
}

/** The path of a file in the same folder whose name is like the one imported. */
function nearPath(root: string, path: string, span: Span | null): string | null {
  if (span === null || !path.startsWith('.')) return null
  const folder = join(root, dirname(span.file), dirname(path))
  const near = nearest(basename(path), existsSync(folder) ? readdirSync(folder) : [])
  return near === null ? null : `${path.slice(0, path.lastIndexOf('/') + 1)}${near}`
}

/** Candidates come from the text alone: the module did not compile, so nothing knows its exports. */
function missingExport(root: string, module: string, name: string, span: Span | null): Diagnostic {
  const exported = [...(readSource(root, module) ?? '').matchAll(/export\s+(?:const|let|var|function|class)\s+([\w$]+)/g)].map(m => m[1]!)
  return diagnostic('F114', { module, name, near: nearest(name, exported) }, { span })
}

/** esbuild counts columns and lengths in bytes of UTF-8. */
function spanOf(root: string, at: Location): Span {
  const bytes = Buffer.from(at.lineText)
  const column = bytes.subarray(0, at.column).toString().length + 1
  const length = bytes.subarray(at.column, at.column + at.length).toString().length
  return spanAtLine(at.file, readSource(root, at.file) ?? '', at.line, column, length)
}
