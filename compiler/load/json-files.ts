import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a JSON file holds; null where it is missing or damaged. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** What a file holds; null where it is missing. */
export function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/** Makes these the files of a folder, as JSON unless they are bytes already, each replaced as a whole. A cache that cannot be written is no reason to fail. */
export function replaceFiles(folder: string, files: Readonly<Record<string, unknown>>): void {
  try {
    mkdirSync(folder, { recursive: true })
    const temporary = mkdtempSync(join(folder, 'writing-'))
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(temporary, name), content instanceof Uint8Array ? content : JSON.stringify(content))
      renameSync(join(temporary, name), join(folder, name))
    }
    for (const name of readdirSync(folder)) if (!(name in files)) rmSync(join(folder, name), { recursive: true, force: true })
  } catch {
    // The next run does the work again.
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
