import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { startOf } from './source.ts'

const configNames = ['features.config.ts', 'features.config.mts', 'features.config.js', 'features.config.mjs'] as const
const folder = 'features'
const definitionFile = /\.(ts|mts|js)$/
const otherFile = /\.(d\.ts|d\.mts|test\.ts|test\.mts|test\.js)$/

/** The files that a project starts from, relative to its root, with forward slashes and in a fixed order. */
export interface Found {
  readonly config: string | null
  readonly features: readonly string[]
  readonly folder: string
}

/** The files that are asked for their exports: the config first, where there is one. */
export function entryFiles(found: Found): readonly string[] {
  return found.config === null ? found.features : [found.config, ...found.features]
}

export interface Discovery {
  readonly found: Found
  readonly diagnostics: readonly Diagnostic[]
}

export function discover(root: string, config: string | undefined): Discovery {
  const diagnostics: Diagnostic[] = []
  const candidates = config === undefined ? configNames : [config]
  const configs = candidates.filter(name => isFile(join(root, name)))
  if (configs.length === 0) diagnostics.push(diagnostic('F100', { expected: config === undefined ? [configNames[0]] : candidates }))
  if (configs.length > 1) diagnostics.push(diagnostic('F101', { files: configs }, { span: startOf(configs[1]!) }))
  const features = listFeatures(root)
  if (features.length === 0 && configs.length > 0) diagnostics.push(diagnostic('F106', { folder }))
  return { found: { config: configs[0] ?? null, features, folder }, diagnostics }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function listFeatures(root: string): readonly string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(e => (e.isFile() || e.isSymbolicLink()) && definitionFile.test(e.name) && !otherFile.test(e.name))
    .map(e =>
      join(e.parentPath, e.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter(file => !file.includes('/node_modules/'))
    .toSorted()
}
