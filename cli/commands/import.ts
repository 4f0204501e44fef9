import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Outcome } from '../../compiler/base/diagnostic.ts'
import { FeatError, diagnostic, hasErrors } from '../../compiler/base/diagnostic.ts'
import type { Imported, WrittenFile } from '../../compiler/import/index.ts'
import { importSpecs, importTables, localBodies, mappingsOf, typescriptOf } from '../../compiler/import/index.ts'
import type { ImportArguments } from '../arguments/import.ts'
import { importArguments } from '../arguments/import.ts'
import type { Raw } from '../command.ts'
import { readText, writeText } from '../files.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { printDiagnostics } from '../report.ts'
import { rootOf, withAccount } from '../session.ts'
import type { ImportResult } from '../views/import.ts'
import { importJson, importView } from '../views/import.ts'

/** Writes definitions of other tools as TypeScript: all files or none, and none over a file that says something else. */
export async function runImport(raw: Raw, io: Io): Promise<number> {
  const args = importArguments(raw, io)
  const root = rootOf(args, io)
  const { value, diagnostics: found } = args.path === null ? await fromAccount(args, io) : fromFiles(args.path, root, args, io)
  if (value === null) throw new FeatError(found)
  const diagnostics = [...found, ...localBodies(value)]
  const files = typescriptOf(value).map(f => ({ ...f, path: join(args.out, f.path).split(sep).join('/') }))
  const result: ImportResult = { files: write(files, root, args), mappings: mappingsOf(value), diagnostics, dryRun: args.dryRun }
  if (diagnostics.length > 0 && !args.json) printDiagnostics(diagnostics, { io, json: false, color: wantsColor(io, 'err', args.color), root })
  io.out(args.json ? importJson(result) : importView(result))
  return 0
}

function write(files: readonly WrittenFile[], root: string, { dryRun, overwrite }: ImportArguments): ImportResult['files'] {
  const there = files.map(f => ({ ...f, found: existsSync(join(root, f.path)) ? readText(join(root, f.path)) : null }))
  const taken = there.filter(f => f.found !== null && f.found !== f.text).map(f => f.path)
  if (taken.length > 0 && !overwrite && !dryRun) throw new FeatError([diagnostic('F738', { files: taken })])
  return there.map(({ found, ...f }) => {
    if (found === f.text) return { ...f, outcome: 'same' }
    if (!dryRun) writeText(join(root, f.path), f.text)
    return { ...f, outcome: dryRun ? 'would be written' : 'written' }
  })
}

/** The definitions in a file or below a folder, their paths relative to the project, as messages show them. */
function fromFiles(given: string, root: string, { manifestTarget }: ImportArguments, io: Io): Outcome<Imported> {
  const path = resolve(io.cwd, given)
  const nothing = (what: string): Outcome<Imported> => ({ value: null, diagnostics: [diagnostic('F741', { where: given, what })] })
  if (!existsSync(path)) return nothing('nothing: there is no such file or folder')
  const isFolder = statSync(path).isDirectory()
  const folder = isFolder ? path : dirname(path)
  const all = isFolder ? filesBelow(folder) : [path, ...filesBelow(folder).filter(f => f.endsWith('.sql'))]
  const named = Object.fromEntries(all.map(f => [relative(root, f).split(sep).join('/'), readText(f)]))
  if (!Object.keys(named).some(f => /\.ya?ml$/.test(f))) return nothing('no definitions in YAML')
  const outcome = importSpecs(named, { manifestTarget })
  if (hasErrors(outcome.diagnostics) || outcome.value!.views.length > 0 || outcome.value!.entities.length > 0) return outcome
  return { value: null, diagnostics: [...outcome.diagnostics, ...nothing('no definition that can be imported').diagnostics] }
}

/** The definitions of a project are in its manifest and below `sources`; elsewhere everything counts. */
function filesBelow(folder: string): readonly string[] {
  const isProject = existsSync(join(folder, 'manifest.yml'))
  const from = isProject ? ['sources'] : ['.']
  const below = from.filter(f => existsSync(join(folder, f))).flatMap(f => readdirSync(join(folder, f), { recursive: true, withFileTypes: true }))
  const files = below.filter(e => e.isFile() && (isProject ? /\.(ya?ml|sql|py|json)$/ : /\.(ya?ml|sql|py)$/).test(e.name)).map(e => join(e.parentPath, e.name))
  return [...(isProject ? [join(folder, 'manifest.yml')] : []), ...files.filter(f => !/[\\/](node_modules|\.git)[\\/]/.test(f)).toSorted()]
}

async function fromAccount(args: ImportArguments, io: Io): Promise<Outcome<Imported>> {
  const { dynamicTables } = await import('../../registry/observe/snowflake/dynamic-tables.ts')
  return withAccount(args, io, async (driver, own) => {
    const from = args.from ?? own
    const tables = await dynamicTables(driver, from, args.like)
    const where = `${from.catalog}.${from.schema}`.toUpperCase()
    if (tables !== null && tables.length > 0) return importTables(tables, args.keys)
    return { value: null, diagnostics: [diagnostic('F741', { where, what: tables === null ? 'nothing that is visible to this role' : 'no dynamic tables' })] }
  })
}
