import { join } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Hash } from '../base/hash.ts'
import type { LoadedProject } from '../ir/loaded.ts'
import type { Declarations } from './declarations.ts'
import { isRecord, readJson, replaceFiles } from './json-files.ts'

/**
 * What is kept between loads, in files that are only ever replaced as a whole: whoever reads while another process
 * writes sees the old or the new one. A file that is missing or damaged only costs the time to make it again.
 */
export interface LoadCache {
  /** The files outside features/ that the last load read. */
  readonly readExtras: () => readonly string[]
  readonly readLoad: (key: Hash) => CachedLoad | null
  /** Declarations of each file as of the last load, where the tool has not changed since. */
  readonly readParsed: (version: Hash) => ParsedFiles
  readonly write: (entry: CacheEntry) => void
}

/** A load without errors: the project and the warnings. */
export interface CachedLoad {
  readonly project: LoadedProject
  readonly diagnostics: readonly Diagnostic[]
}

export type ParsedFiles = Readonly<Record<string, { readonly hash: Hash; readonly declarations: Declarations }>>

export interface CacheEntry {
  readonly version: Hash
  readonly extras: readonly string[]
  /** Null where a file changed meanwhile, or was not known to be read: the next load is then kept. */
  readonly load: CachedLoad | null
  readonly parsed: ParsedFiles
}

const noCache: LoadCache = { readExtras: () => [], readLoad: () => null, readParsed: () => ({}), write: () => undefined }

export function openCache(cacheDir: string | null): LoadCache {
  if (cacheDir === null) return noCache
  const folder = join(cacheDir, 'load')
  return {
    readExtras: () => {
      const extras = readJson(join(folder, 'extras.json'))
      return Array.isArray(extras) ? extras.filter(e => typeof e === 'string') : []
    },
    readLoad: key => {
      const found = readJson(join(folder, projectFile(key)))
      return isRecord(found) && isRecord(found['project']) && found['project']['contentHash'] === key ? (found as unknown as CachedLoad) : null
    },
    readParsed: version => {
      const found = readJson(join(folder, 'declarations.json'))
      return isRecord(found) && found['version'] === version && isRecord(found['files']) ? (found['files'] as ParsedFiles) : {}
    },
    write: entry => writeEntry(folder, entry),
  }
}

function projectFile(key: Hash): string {
  return `project-${key}.json`
}

function writeEntry(folder: string, { version, extras, load, parsed }: CacheEntry): void {
  const project = load === null ? {} : { [projectFile(load.project.contentHash)]: load }
  replaceFiles(folder, { ...project, 'extras.json': extras, 'declarations.json': { version, files: parsed } })
}
