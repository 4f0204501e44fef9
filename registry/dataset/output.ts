import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { copyTo } from '../../compiler/emit/index.ts'
import type { DatasetOutput, FileFormat } from '../../compiler/ir/dataset-version.ts'
import type { Driver } from '../driver/driver.ts'
import { writeArrow } from './arrow.ts'
import type { Built } from './built.ts'
import { writeFetched } from './fetched.ts'

const formats: Readonly<Record<string, FileFormat>> = { '.parquet': 'parquet', '.csv': 'csv', '.arrow': 'arrow' }

/** What a file is to hold, by its name; refused by F443. */
export function formatOf(path: string): FileFormat {
  const format = formats[extname(path).toLowerCase()]
  if (format === undefined) throw new FeatError([diagnostic('F443', { path, known: Object.keys(formats) })])
  return format
}

/** Makes the folder of a file, before anything is computed; refuses a file that is there, unless it may be replaced. */
export function makeRoom(path: string, force: boolean): void {
  if (!force && existsSync(path)) throw new FeatError([diagnostic('F442', { path })])
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** Writes the rows beside the file and puts it in place when it is whole: whoever looks sees the former file, or all of the new one. */
export async function writeFile(driver: Driver, built: Built, path: string): Promise<DatasetOutput> {
  const format = formatOf(path)
  const beside = join(dirname(path), `.${basename(path, extname(path))}.${process.pid}${extname(path)}`)
  try {
    if (format === 'arrow') await writeArrow(built, beside)
    else {
      const copy = copyTo({ query: built.rows.query, path: beside, format }, driver.dialect)
      if (copy === null) await writeFetched(built, beside, format)
      else await driver.execute(copy, `write ${path}`)
    }
    const sha256 = await fileHash(beside)
    renameSync(beside, path)
    return { kind: 'file', path, format, bytes: statSync(path).size, sha256 }
  } catch (error) {
    rmSync(beside, { force: true })
    throw error instanceof FeatError ? error : unwritable(path, error)
  }
}

function unwritable(path: string, error: unknown): FeatError {
  return new FeatError([diagnostic('F713', { path, doing: 'written', why: error instanceof Error ? error.message : String(error) })], { cause: error })
}

export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
