import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../base/diagnostic.ts'
import type { Hash } from '../base/hash.ts'
import { hashText } from '../base/hash.ts'

/** The text of a file of the project and the hash of it. */
export interface Source {
  readonly file: string
  readonly text: string
  readonly hash: Hash
}

/** The text of a file (named as in spans, relative to the root), or null where it cannot be read. For code frames. */
export function readSource(root: string, file: string): string | null {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return null
  }
}

/** Reads files; those that cannot be read are left out. */
export function readSources(root: string, files: readonly string[]): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>()
  for (const file of files) {
    const text = readSource(root, file)
    if (text !== null) sources.set(file, { file, text, hash: hashText(text) })
  }
  return sources
}

/** The span of `length` characters at a 1-based line and column. */
export function spanAtLine(file: string, text: string, line: number, column: number, length: number): Span {
  let start = 0
  for (let l = 1; l < line; l++) {
    const end = text.indexOf('\n', start)
    if (end < 0) break
    start = end + 1
  }
  start += column - 1
  return { file, start, end: start + length, line, column }
}

/** The first character of a file: where something is about the file as a whole. */
export function startOf(file: string): Span {
  return { file, start: 0, end: 0, line: 1, column: 1 }
}

/** Whether each file was the same before and after: one that was saved in between must not be kept under its new hash. */
export function areSame(after: ReadonlyMap<string, Source>, before: ReadonlyMap<string, Source>): boolean {
  return [...after.values()].every(s => before.get(s.file)?.hash === s.hash)
}
