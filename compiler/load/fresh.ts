import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { ConfigDefinition } from '../ir/definition.ts'
import type { FileDeclarations } from './assemble.ts'
import { spanOf } from './assemble.ts'
import { exportName } from './bundle.ts'
import { checkTarget, exportedConfig } from './collect.ts'
import type { checkConfig } from './config-shape.ts'
import type { Found } from './discover.ts'
import { entryFiles } from './discover.ts'
import type { Entries, EntriesInput, LoadedEntries } from './entries.ts'
import { loadEntries, placeIn } from './entries.ts'

export interface Fresh extends Pick<LoadedEntries, 'imports' | 'diagnostics'> {
  /** Null where a mistake left none. */
  readonly loaded: (Pick<Entries, 'definitions' | 'exportedBy'> & ReadConfig) | null
}

/** Loads a project from its sources, as a whole. */
export async function loadFresh({ found, ...input }: Omit<EntriesInput, 'entries' | 'config'> & { readonly found: Found }): Promise<Fresh> {
  const loading = loadEntries({ ...input, entries: entryFiles(found), config: found.config })
  const [{ checkConfig }, { entries, diagnostics, imports }] = await Promise.all([import('./config-shape.ts'), loading])
  if (entries === null) return { loaded: null, diagnostics, imports }
  const { definitions, exportedBy, printed, wrong } = entries
  const none = definitions.length === 0 && found.features.length > 0 ? [diagnostic('F107', { folder: found.folder, files: found.features.length })] : []
  const config = readConfig(found.config, entries.exports[exportName(0)], entries.declarations, checkConfig)
  return {
    loaded: config.value === null ? null : { definitions, exportedBy, ...config.value },
    diagnostics: [...printed, ...config.diagnostics, ...wrong, ...none],
    imports,
  }
}

interface ReadConfig {
  readonly config: ConfigDefinition
  readonly configSpan: Span | null
}

function readConfig(
  file: string | null,
  namespace: unknown,
  declarations: FileDeclarations,
  check: typeof checkConfig,
): { readonly value: ReadConfig | null; readonly diagnostics: readonly Diagnostic[] } {
  if (file === null) return { value: null, diagnostics: [] }
  const { value, diagnostics } = exportedConfig(file, namespace, placeIn(declarations))
  if (value === null) return { value: null, diagnostics }
  const declaration = declarations.get(file)?.[value.name] ?? null
  const where = (path: readonly string[]): Span => {
    const { [path.slice(0, 2).join('.')]: inner, [path[0] ?? '']: outer } = declaration?.members ?? {}
    return spanOf(file, inner ?? outer ?? declaration)
  }
  const checked = check(value.config, where)
  const targets = checked.config === null ? [] : checkTarget(checked.config).map(d => ({ ...d, span: where(['defaultTarget']) }))
  return {
    value: checked.config === null || targets.length > 0 ? null : { config: checked.config, configSpan: spanOf(file, declaration) },
    diagnostics: [...checked.diagnostics, ...targets],
  }
}
