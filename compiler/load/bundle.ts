import { build, buildSync } from 'esbuild'
import type { BuildFailure, BuildResult, Message } from 'esbuild'
import type { Diagnostic } from '../base/diagnostic.ts'
import { buildDiagnostics } from './build-diagnostics.ts'

/** The name of the bundle in stack traces. */
export const bundleFile = 'featplan.bundle.js'
/** The module that imports all others: no file, so it is nobody's position. */
export const entriesFile = 'featplan.entries'

export interface Import {
  /** The file imported, relative to the root. */
  readonly file: string
  /** As written in the import. */
  readonly path: string
}

/** All modules of a project in one script, each module's exports under the name of `exportName`. */
export interface Bundle {
  readonly code: string
  /** Makes the source map, as JSON: only mistakes need it, and it takes as long as the bundle. */
  readonly map: () => string
  /** Each file read, with what it imports. Imports of types are gone. */
  readonly imports: ReadonlyMap<string, readonly Import[]>
}

/** The names under which the exports of the entry files are found in the bundle. */
export function exportName(index: number): string {
  return `m${index}`
}

/** Bundles the entry files and whatever they import, except 'featplan'. Modules of Node are unknown to it, and so refused. */
export async function bundle(root: string, entries: readonly string[]): Promise<{ bundle: Bundle | null; diagnostics: readonly Diagnostic[] }> {
  try {
    const result = await build({ ...options(root, entries), write: false, metafile: true })
    const diagnostics = buildDiagnostics(root, result.warnings.filter(isMistake))
    return { bundle: { code: output(result, bundleFile), map: () => sourceMap(root, entries), imports: importsOf(result) }, diagnostics }
  } catch (error) {
    if (!isFailure(error)) throw error
    return { bundle: null, diagnostics: buildDiagnostics(root, [...error.errors, ...error.warnings.filter(isMistake)]) }
  }
}

function sourceMap(root: string, entries: readonly string[]): string {
  return output(buildSync({ ...options(root, entries), write: false, sourcemap: 'external', sourcesContent: false }), `${bundleFile}.map`)
}

function options(root: string, entries: readonly string[]): Parameters<typeof build>[0] {
  const contents = entries.map((file, i) => `export * as ${exportName(i)} from ${JSON.stringify(`./${file}`)}`).join('\n')
  return {
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, sourcefile: entriesFile },
    outfile: bundleFile,
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2023',
    // Lowered to functions of the bundle, so that each use meets the guard of Promise.
    supported: { 'async-await': false, 'async-generator': false, 'for-await': false, 'dynamic-import': false },
    external: ['featplan'],
    define: { 'process.env.NODE_ENV': '"production"' },
    // Less for V8 to read.
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: '{}',
    logLevel: 'silent',
    logLimit: 0,
  }
}

/** A name that the module imported does not export is only a warning to esbuild where it is read through a namespace. */
function isMistake(warning: Message): boolean {
  return warning.id === 'import-is-undefined'
}

function isFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}

function output(result: BuildResult, name: string): string {
  return result.outputFiles?.find(f => f.path.endsWith(name))?.text ?? ''
}

function importsOf(result: BuildResult): Bundle['imports'] {
  const inputs = Object.entries(result.metafile?.inputs ?? {}).filter(([file]) => file !== entriesFile)
  return new Map(inputs.map(([file, input]) => [file, input.imports.filter(i => i.external !== true).map(i => ({ file: i.path, path: i.original ?? i.path }))]))
}
