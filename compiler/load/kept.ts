import { join } from 'node:path'
import { replaceFiles } from './json-files.ts'
import type { KeptTexts } from './kept-texts.ts'
import { readTexts, textsFile } from './kept-texts.ts'
import { toolVersion } from './language.ts'

/** What the stages after loading made of a project, kept from one run to the next. */
export interface Kept<H> {
  /** Null where nothing was kept, or the stages have changed since. */
  readonly read: () => KeptTexts<H> | null
  readonly write: (value: KeptTexts<H>) => void
}

/** `layers` are the folders of the compiler on whose text the value depends; without a cache nothing is kept. */
export function openKept<H extends object>(cacheDir: string | null, name: string, layers: readonly string[]): Kept<H> {
  if (cacheDir === null) return { read: () => null, write: () => undefined }
  const folder = join(cacheDir, name)
  const file = `${name}.texts`
  const version = toolVersion(layers)
  return {
    read: () => readTexts<H>(join(folder, file), version),
    write: value => replaceFiles(folder, { [file]: textsFile(version, value) }),
  }
}
