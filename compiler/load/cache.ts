import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Hash } from '../base/hash.ts'
import type { LoadedProject } from '../ir/loaded.ts'
import type { Declarations } from './declarations.ts'

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

/** A cache that cannot be written is no reason to fail. */
function writeEntry(folder: string, { version, extras, load, parsed }: CacheEntry): void {
  try {
    mkdirSync(folder, { recursive: true })
    const project = load === null ? {} : { [projectFile(load.project.contentHash)]: load }
    const files = { ...project, 'extras.json': extras, 'declarations.json': { version, files: parsed } }
    const temporary = mkdtempSync(join(folder, 'writing-'))
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(temporary, name), JSON.stringify(content))
      renameSync(join(temporary, name), join(folder, name))
    }
    for (const name of readdirSync(folder)) if (!(name in files)) rmSync(join(folder, name), { recursive: true, force: true })
  } catch {
    // The next load does the work again.
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
