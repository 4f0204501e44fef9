import { join } from 'node:path'
import type { Hash } from '../base/hash.ts'
import { hashOf } from '../base/hash.ts'
import { isRecord, readJson, replaceFiles } from './json-files.ts'
import { toolVersion } from './language.ts'

/** What the stages after loading made of a project, kept from one run to the next. */
export interface Kept<T> {
  /** Null where it was never kept, or the project or the stages have changed. */
  readonly read: () => T | null
  readonly write: (value: T) => void
}

/** `layers` are the folders of the compiler on whose text the value depends; without a cache nothing is kept. */
export function openKept<T>(cacheDir: string | null, name: string, contentHash: Hash, layers: readonly string[]): Kept<T> {
  if (cacheDir === null) return { read: () => null, write: () => undefined }
  const folder = join(cacheDir, name)
  const file = `${name}-${hashOf([contentHash, toolVersion(layers)])}.json`
  return {
    read: () => {
      const found = readJson(join(folder, file))
      return isRecord(found) && 'value' in found ? (found['value'] as T) : null
    },
    write: value => replaceFiles(folder, { [file]: { value } }),
  }
}
