import { isRecord, readBytes } from './json-files.ts'

/**
 * A list of values kept as one text each behind a head, in a file that is only ever replaced as a whole: most runs need
 * few of the values, and those that did not change are written again as they were read.
 */
export interface KeptTexts<H> {
  readonly head: H
  readonly texts: readonly Uint8Array[]
}

interface FirstLine {
  readonly key: string
  readonly head: unknown
  readonly sizes: readonly number[]
}

/** Null where nothing is kept under the key, or the file is damaged: that only costs the time to make it again. */
export function readTexts<H extends object>(path: string, key: string): KeptTexts<H> | null {
  const bytes = readBytes(path)
  const end = bytes?.indexOf(10) ?? -1
  if (bytes === null || end < 0) return null
  const first = firstLine(bytes.toString('utf8', 0, end))
  if (first === null || first.key !== key || first.sizes.reduce((sum, size) => sum + size, end + 1) !== bytes.length) return null
  const texts: Uint8Array[] = []
  let at = end + 1
  for (const size of first.sizes) texts.push(bytes.subarray(at, (at += size)))
  return { head: first.head as H, texts }
}

function firstLine(text: string): FirstLine | null {
  try {
    const found: unknown = JSON.parse(text)
    return isRecord(found) && isRecord(found['head']) && Array.isArray(found['sizes']) ? (found as unknown as FirstLine) : null
  } catch {
    return null
  }
}

/** The content of such a file. */
export function textsFile<H extends object>(key: string, { head, texts }: KeptTexts<H>): Uint8Array {
  const first: FirstLine = { key, head, sizes: texts.map(t => t.length) }
  return Buffer.concat([Buffer.from(`${JSON.stringify(first)}\n`), ...texts])
}

export function textOf(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

export function valueOf<T>(text: Uint8Array): T {
  return JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString()) as T
}
