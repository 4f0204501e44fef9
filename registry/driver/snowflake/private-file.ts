import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'

/** Reads a file that holds secrets: refused where others may read or change it. The error never shows what it holds. */
export function readPrivate(path: string): string {
  try {
    const { mode } = statSync(path)
    if (process.platform !== 'win32' && (mode & 0o066) !== 0) {
      const why = `others than its owner may ${(mode & 0o022) === 0 ? 'read' : 'change'} it (mode ${(mode & 0o777).toString(8)})`
      throw new FeatError([diagnostic('F652', { path, why, remedy: `chmod 600 ${path}` })])
    }
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof FeatError) throw error
    const code = (error as { readonly code?: string }).code
    const why = code === 'ENOENT' ? 'it does not exist' : `it cannot be read (${code ?? 'unknown reason'})`
    throw new FeatError([diagnostic('F652', { path, why, remedy: code === 'ENOENT' ? 'correct the path in the settings of the connection' : null })])
  }
}

/** A path as settings write it: `~` is the home of the user. */
export function expanded(path: string, home: string): string {
  return path === '~' ? home : /^~[/\\]/.test(path) ? join(home, path.slice(2)) : path
}
