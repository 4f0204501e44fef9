import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { copyTo } from '../../compiler/emit/index.ts'
import type { DatasetOutput, FileFormat } from '../../compiler/ir/dataset-version.ts'
import type { Driver } from '../driver/driver.ts'
import { writeArrow } from './write-arrow.ts'
import type { Built } from './built.ts'
import { linesBeside, writeFetched } from './fetched.ts'
import { orDrop } from './or-drop.ts'

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

/** A file that is whole, beside the one whose place it is to take. */
export interface Beside {
  readonly beside: string
  /** Puts it in place: whoever looks sees the former file, or all of the new one. */
  readonly put: () => Promise<DatasetOutput>
  readonly drop: () => void
}

export async function writeBeside(path: string, write: (beside: string) => Promise<void>): Promise<Beside> {
  const format = formatOf(path)
  const beside = besideOf(path, process.pid)
  const drop = (): void => rmSync(beside, { force: true })
  const orNothing = <T>(work: () => Promise<T>): Promise<T> =>
    orDrop(work(), drop).catch((error: unknown) => {
      throw error instanceof FeatError ? error : unwritable(path, error)
    })
  await orNothing(async () => {
    sweep(path)
    await write(beside)
  })
  // while the engine goes on; should it fail, whoever puts the file is told
  const hash = fileHash(beside)
  hash.catch(() => null)
  const put = (): Promise<DatasetOutput> =>
    orNothing(async () => {
      const sha256 = await hash
      renameSync(beside, path)
      return { kind: 'file', path, format, bytes: statSync(path).size, sha256 }
    })
  return { beside, put, drop }
}

/** Writes rows that are stored to a file. */
export async function writeFile(driver: Driver, built: Built, path: string): Promise<DatasetOutput> {
  const format = formatOf(path)
  const file = await writeBeside(path, async beside => {
    if (format === 'arrow') return writeArrow(built, beside)
    const copy = copyTo({ query: built.rows.query, columns: built.columns, path: beside, format }, driver.dialect)
    if (copy === null) await writeFetched(built, beside, format)
    else await driver.execute(copy, `write ${path}`)
  })
  return file.put()
}

/** Named after who writes it, so that no two write into one and what was left can be told. */
function besideOf(path: string, pid: number | string): string {
  return join(dirname(path), `.${basename(path, extname(path))}.${hostname()}.${pid}${extname(path)}`)
}

/** Removes what processes of this machine left that were killed while they wrote the same file. */
function sweep(path: string): void {
  const [before, after] = basename(besideOf(path, '\0')).split('\0') as [string, string]
  for (const name of readdirSync(dirname(path))) {
    const ending = [after, linesBeside(after)].find(e => name.endsWith(e))
    const pid = ending !== undefined && name.startsWith(before) ? name.slice(before.length, name.length - ending.length) : ''
    if (/^\d+$/.test(pid) && !isAlive(Number(pid))) rmSync(join(dirname(path), name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // of another user
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function unwritable(path: string, error: unknown): FeatError {
  return new FeatError([diagnostic('F713', { path, doing: 'written', why: error instanceof Error ? error.message : String(error) })], { cause: error })
}

export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
