import { join } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Hash } from '../base/hash.ts'
import { madeWhenAsked } from '../base/made-when-asked.ts'
import type { LoadedProject } from '../ir/loaded.ts'
import type { Declarations } from './declarations.ts'
import { isRecord, readBytes, readJson, replaceFiles } from './json-files.ts'

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
    readLoad: key => readLoad(folder, key),
    readParsed: version => {
      const found = readJson(join(folder, 'declarations.json'))
      return isRecord(found) && found['version'] === version && isRecord(found['files']) ? (found['files'] as ParsedFiles) : {}
    },
    write: entry => writeEntry(folder, entry),
  }
}

const projectFile = (key: Hash): string => `project-${key}.json`
const definitionsFile = (key: Hash): string => `definitions-${key}.json`

/** An unchanged project rarely needs its definitions: they are parsed when somebody asks, from what was read here. */
function readLoad(folder: string, key: Hash): CachedLoad | null {
  const found = readJson(join(folder, projectFile(key)))
  const bytes = readBytes(join(folder, definitionsFile(key)))
  if (bytes === null || !isRecord(found) || !isRecord(found['project']) || found['project']['contentHash'] !== key || found['size'] !== bytes.length)
    return null
  const { project, diagnostics } = found as unknown as KeptLoad
  const definitions = (): Pick<LoadedProject, 'definitions'> => ({ definitions: JSON.parse(bytes.toString()) as LoadedProject['definitions'] })
  return { project: madeWhenAsked<LoadedProject>(project, { definitions: 0 }, definitions), diagnostics }
}

/** What is kept of a load beside the definitions. */
interface KeptLoad {
  readonly project: Omit<LoadedProject, 'definitions'>
  readonly diagnostics: readonly Diagnostic[]
  /** Bytes of the definitions: those of another size are damaged. */
  readonly size: number
}

function writeEntry(folder: string, { version, extras, load, parsed }: CacheEntry): void {
  replaceFiles(folder, { ...(load === null ? {} : loadFiles(load)), 'extras.json': extras, 'declarations.json': { version, files: parsed } })
}

function loadFiles({ project: { definitions, ...project }, diagnostics }: CachedLoad): Readonly<Record<string, unknown>> {
  const text = Buffer.from(JSON.stringify(definitions))
  const head: KeptLoad = { project, diagnostics, size: text.length }
  return { [projectFile(project.contentHash)]: head, [definitionsFile(project.contentHash)]: text }
}
