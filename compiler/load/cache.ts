import { join } from 'node:path'
import type { Diagnostic, Span } from '../base/diagnostic.ts'
import type { Hash } from '../base/hash.ts'
import { hashText } from '../base/hash.ts'
import type { ConfigDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import { readJson, replaceFiles } from './json-files.ts'
import { readTexts, textOf, textsFile } from './kept-texts.ts'

/**
 * What is kept between loads, in files that are only ever replaced as a whole: whoever reads while another process
 * writes sees the old or the new one. A file that is missing or damaged only costs the time to make it again.
 */
export interface LoadCache {
  /** The files outside features/ that the last load read. */
  readonly readExtras: () => readonly string[]
  /** The last load without errors by the present version of the tool. */
  readonly readLoad: () => KeptLoad | null
  /** `load` is null where a file changed meanwhile, or was not known to be read: the next load is then kept. */
  readonly write: (extras: readonly string[], load: KeptLoad | null) => void
}

/** A load without errors. */
export interface KeptLoad {
  readonly config: ConfigDefinition
  readonly configSpan: Span | null
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[]
  /** Each file that was read, and its hash. */
  readonly files: readonly (readonly [file: string, hash: Hash])[]
  /** By file of the project: the files that it imports. */
  readonly imports: Readonly<Record<string, readonly string[]>>
  readonly definitions: readonly KeptDefinition[]
}

/** One definition as text, with what is asked of it without reading it. */
export interface KeptDefinition {
  readonly address: Declared['address']
  /** Of the text: equal where it was declared alike, in the same place. */
  readonly hash: Hash
  readonly span: readonly [file: string, start: number]
  /** The files that export it. */
  readonly exportedBy: readonly string[]
  readonly text: Uint8Array
}

export function keptDefinition(declared: Declared, exportedBy: readonly string[]): KeptDefinition {
  const text = textOf(declared)
  const { address, span } = declared
  return { address, hash: hashText(text), span: [span?.file ?? '', span?.start ?? 0], exportedBy, text }
}

const noCache: LoadCache = { readExtras: () => [], readLoad: () => null, write: () => undefined }
const extrasFile = 'extras.json'
const definitionsFile = 'definitions.texts'

export function openCache(cacheDir: string | null, version: Hash): LoadCache {
  if (cacheDir === null) return noCache
  const folder = join(cacheDir, 'load')
  return {
    readExtras: () => {
      const extras = readJson(join(folder, extrasFile))
      return Array.isArray(extras) ? extras.filter(e => typeof e === 'string') : []
    },
    readLoad: () => readLoad(folder, version),
    write: (extras, load) => replaceFiles(folder, { ...(load === null ? {} : { [definitionsFile]: fileOf(load, version) }), [extrasFile]: extras }),
  }
}

type Head = Omit<KeptLoad, 'definitions'> & { readonly definitions: readonly Omit<KeptDefinition, 'text'>[] }

function readLoad(folder: string, version: Hash): KeptLoad | null {
  const kept = readTexts<Head>(join(folder, definitionsFile), version)
  return kept === null ? null : { ...kept.head, definitions: kept.head.definitions.map((d, i) => ({ ...d, text: kept.texts[i]! })) }
}

function fileOf(load: KeptLoad, version: Hash): Uint8Array {
  const head: Head = { ...load, definitions: load.definitions.map(({ address, hash, span, exportedBy }) => ({ address, hash, span, exportedBy })) }
  return textsFile(version, { head, texts: load.definitions.map(d => d.text) })
}
