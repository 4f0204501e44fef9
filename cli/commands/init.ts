import { existsSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { initArguments } from '../arguments/init.ts'
import type { Raw } from '../command.ts'
import { writeText } from '../files.ts'
import type { Io } from '../io.ts'
import { packageVersion } from '../version.ts'
import { starterFiles } from '../starter.ts'
import { initView } from '../views/init.ts'

/** Writes the starter project, all of it or nothing. */
export async function runInit(raw: Raw, io: Io): Promise<number> {
  const args = initArguments(raw, io)
  const folder = resolve(io.cwd, args.root, args.folder ?? '.')
  const files = starterFiles(basename(folder), packageVersion())
  const taken = files.filter(f => !f.optional && existsSync(join(folder, f.path))).map(f => f.path)
  if (taken.length > 0) throw new FeatError([diagnostic('F707', { files: taken, directory: folder })])
  const written = files.filter(f => !existsSync(join(folder, f.path)))
  for (const file of written) writeText(join(folder, file.path), file.text)
  const kept = files.filter(f => !written.includes(f)).map(f => f.path)
  const installed = existsSync(join(folder, 'node_modules/featplan')) || kept.includes('package.json')
  io.out(initView({ folder: relative(io.cwd, folder) || '.', written: written.map(f => f.path), kept, installed }))
  return 0
}
