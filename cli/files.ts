import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { FeatError, diagnostic } from '../compiler/base/diagnostic.ts'

/** Writes a file and the folders above it. */
export function writeText(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    throw refused(path, 'written', error)
  }
}

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw refused(path, 'read', error)
  }
}

function refused(path: string, doing: 'read' | 'written', error: unknown): FeatError {
  return new FeatError([diagnostic('F713', { path, doing, why: error instanceof Error ? error.message : String(error) })], { cause: error })
}
