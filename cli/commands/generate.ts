import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { generateFiles } from '../../compiler/generate/index.ts'
import { generateArguments } from '../arguments/generate.ts'
import type { Raw } from '../command.ts'
import { writeText } from '../files.ts'
import type { Io } from '../io.ts'
import { compile } from '../session.ts'
import { generateJson, generateView } from '../views/generate.ts'

/** Writes generated/ as the definitions give it, and removes what no definition gives any more. */
export async function runGenerate(raw: Raw, io: Io): Promise<number> {
  const args = generateArguments(raw, io)
  const files = generateFiles(await compile(args, io))
  const folder = resolve(io.cwd, args.root, 'generated')
  const there = filesIn(folder)
  const removed = there.filter(path => !files.has(path)).toSorted()
  const changed = [...files.keys()].filter(path => !there.includes(path) || readFileSync(join(folder, path), 'utf8') !== files.get(path)).toSorted()
  if (args.check && changed.length + removed.length > 0) throw new FeatError([diagnostic('F712', { stale: [...changed, ...removed] })])
  if (!args.check) {
    for (const path of changed) writeText(join(folder, path), files.get(path)!)
    for (const path of removed) rmSync(join(folder, path))
  }
  const result = { files: files.size, changed, removed }
  io.out(args.json ? generateJson(result) : generateView(result))
  return 0
}

/** Paths of all files below a folder, relative to it. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(e => e.isFile())
    .map(e => relative(folder, join(e.parentPath, e.name)).replaceAll('\\', '/'))
}
