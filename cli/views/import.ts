import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import type { WrittenFile } from '../../compiler/import/index.ts'
import { diagnosticsJson } from './diagnostics.ts'
import { jsonText } from './json.ts'

export interface ImportResult {
  /** Paths below the project. */
  readonly files: readonly (WrittenFile & { readonly outcome: 'written' | 'same' | 'would be written' })[]
  readonly mappings: Readonly<Record<string, string>>
  readonly diagnostics: readonly Diagnostic[]
  readonly dryRun: boolean
}

export function importView({ files, mappings, diagnostics, dryRun }: ImportResult): string {
  const told = dryRun
    ? files.map(f => `// ${f.path}${f.outcome === 'same' ? ' (is there already)' : ''}\n${f.text}\n`)
    : files.map(f => `${f.outcome === 'same' ? 'kept  ' : 'wrote '}${f.path}\n`)
  const sources = Object.entries(mappings).map(([name, relation]) => `    ${/^\w+$/.test(name) ? name : `'${name}'`}: '${relation}',\n`)
  const next = sources.length === 0 ? [] : [`\nThe Snowflake target has to say what the sources are:\n  sources: {\n${sources.join('')}  }\n`]
  const open =
    diagnostics.length === 0 ? [] : [`\n${diagnostics.length} ${diagnostics.length === 1 ? 'thing is' : 'things are'} left to you; see the warnings.\n`]
  return [...told, ...next, ...open].join('')
}

export function importJson({ files, mappings, diagnostics }: ImportResult): string {
  return jsonText({
    files: files.map(({ path, outcome, text }) => ({ path, outcome, text })),
    sources: mappings,
    diagnostics: diagnosticsJson(diagnostics),
  })
}
