import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { generateArguments } from '../arguments/generate.ts'
import type { Raw } from '../command-list.ts'
import { writeText } from '../files.ts'
import type { Io } from '../io.ts'
import { generatedFiles } from '../session.ts'
import { generateJson, generateView } from '../views/generate.ts'

/** Writes generated/ as the definitions give it, and removes what no definition gives any more. */
export async function runGenerate(raw: Raw, io: Io): Promise<number> {
  const args = generateArguments(raw, io)
  const files = await generatedFiles(args, io)
  const folder = resolve(io.cwd, args.root, 'generated')
  const there = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter(e => e.isFile()).map(e => join(e.parentPath, e.name).slice(folder.length + 1).replaceAll('\\', '/')) : []
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
