import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { topological } from '../base/graph.ts'
import type { Bundle } from './bundle.ts'
import { readSource, spanAtLine, startOf } from './source.ts'

/** One diagnostic per loop of imports among the project's own files, at the import that closes it. */
export function importCycles(root: string, imports: Bundle['imports']): readonly Diagnostic[] {
  const own = [...imports.keys()].filter(isOwn).toSorted()
  const { cycles } = topological(own, file => (imports.get(file) ?? []).map(i => i.file))
  return cycles.map(loop => diagnostic('F113', { loop }, { span: importSpan(root, imports, loop.at(-2)!, loop.at(-1)!) }))
}

/** Packages may have loops of their own: they are nobody's mistake here. */
export function isOwn(file: string): boolean {
  return !file.includes('node_modules/')
}

function importSpan(root: string, imports: Bundle['imports'], from: string, to: string): Diagnostic['span'] {
  const path = imports.get(from)?.find(i => i.file === to)?.path ?? to
  const text = readSource(root, from) ?? ''
  const at = [`'${path}'`, `"${path}"`].map(quoted => text.indexOf(quoted)).find(i => i >= 0)
  if (at === undefined) return startOf(from)
  const before = text.slice(0, at)
  return spanAtLine(from, text, before.split('\n').length, at - before.lastIndexOf('\n'), path.length + 2)
}
