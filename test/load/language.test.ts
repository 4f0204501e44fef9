import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generateProject } from '../../bench/project.ts'
import type { ViewDefinition } from '../../compiler/ir/definition.ts'
import { loadProject, readSource } from '../../compiler/load/index.ts'
import { project } from './project.ts'

it('loads definitions of the real language, the same from the cache', async () => {
  const root = project({})
  generateProject(root, { files: 12, featuresPerFile: 10 })
  const cacheDir = join(root, '.cache')
  const fresh = await loadProject({ root, cacheDir })
  expect(fresh.diagnostics).toEqual([])
  const { definitions, config } = fresh.value!
  expect(config.project).toBe('bench')
  expect(definitions.map(d => d.definition.kind).filter(k => k === 'view')).toHaveLength(12)
  expect(JSON.stringify(await loadProject({ root, cacheDir }))).toBe(JSON.stringify(fresh))
})

it('knows where each feature and column was written, and what is said about it', async () => {
  const root = project({})
  generateProject(root, { files: 3, featuresPerFile: 10 })
  const { value } = await loadProject({ root, cacheDir: null })
  for (const { definition, description, members } of value!.definitions) {
    expect(description).not.toBeNull()
    const names =
      definition.kind === 'view'
        ? (definition as ViewDefinition).features.map(f => f.name)
        : definition.kind === 'source'
          ? Object.keys(definition.columns)
          : []
    for (const name of names) {
      const { span, description: said } = members[name]!
      expect(readSource(root, span.file)?.slice(span.start, span.end).startsWith(`${name}:`)).toBe(true)
      if (definition.kind === 'view') expect(said).toMatch(/^[A-Z].*\.$/)
    }
  }
})

it('F104 what defineConfig could not record, in its words', async () => {
  const root = project({
    'features.config.ts':
      "import { defineConfig, duckdb } from 'featplan'\nexport const config = defineConfig({ project: 'p', defaultTarget: 'a', targets: { a: duckdb({ path: 'x' }), b: 7 }, polices: [] } as any)\n",
    'features/a.ts': "import { entity, varchar } from 'featplan'\nexport const a = entity('a', { keys: { id: varchar() } })\n",
  })
  const { diagnostics } = await loadProject({ root, cacheDir: null })
  expect(diagnostics.map(d => [d.code, d.message, d.span?.line, d.span?.column])).toEqual([
    ['F104', expect.stringContaining('config: polices: found '), 2, 117],
    ['F104', expect.stringContaining('config: targets.b: found the number 7, expected a target'), 2, 109],
  ])
})
