import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadProject } from '../../compiler/load/index.ts'
import type { Language } from '../../compiler/load/language.ts'
import { project, write } from './project.ts'
import { config, load, standIn } from './stand-in.ts'

const files = {
  'features.config.ts': config,
  'features/a.ts': "import { entity } from 'featplan'\n/** A. */\nexport const a = entity('a', { keys: {} })\n",
  'features/b.ts': "import { entity } from 'featplan'\nimport { tag } from '../lib/tag.ts'\nexport const b = entity('b', { keys: {}, tag })\n",
}
const lib = { 'lib/tag.ts': "export const tag = 'one'\n" }

/** Loads and says whether the definitions ran: nothing else imports the language. */
async function load2(root: string, cacheDir = join(root, '.cache')): Promise<{ ran: boolean; names: readonly string[]; hash: string | undefined }> {
  let ran = false
  const language: Language = {
    ...standIn,
    load: () => {
      ran = true
      return standIn.load()
    },
  }
  const { value } = await load(root, cacheDir, language)
  return { ran, names: value?.definitions.map(d => d.address) ?? [], hash: value?.contentHash }
}

/** Files outside features/ are known from the second load on. */
async function warm(root: string): Promise<string | undefined> {
  await load2(root)
  const { hash } = await load2(root)
  expect(await load2(root)).toEqual({ ran: false, names: ['entity.a', 'entity.b'], hash })
  return hash
}

describe('the cache', () => {
  it('returns the same project', async () => {
    const root = project({ ...files, ...lib })
    const fresh = await load(root, null)
    await warm(root)
    expect(JSON.stringify(await load(root, join(root, '.cache')))).toBe(JSON.stringify(fresh))
  })

  it('works from the second load on where all is under features/', async () => {
    const { 'features/b.ts': _, ...own } = files
    const root = project(own)
    expect((await load2(root)).ran).toBe(true)
    expect((await load2(root)).ran).toBe(false)
  })

  it.each([
    ['a file changes', { 'features/a.ts': files['features/a.ts'].replace('A.', 'Another.') }],
    ['a file is added', { 'features/new.ts': '' }],
    ['the config changes', { 'features.config.ts': config.replace("'p'", "'q'") }],
    ['a file outside features/ changes', { 'lib/tag.ts': "export const tag = 'two'\n" }],
    ['package.json appears', { 'package.json': '{"imports":{}}' }],
  ])('notices that %s', async (_, change) => {
    const root = project({ ...files, ...lib })
    const hash = await warm(root)
    write(root, change)
    const changed = await load2(root)
    expect(changed.ran).toBe(true)
    expect(changed.hash).not.toBe(hash)
    expect((await load2(root)).ran).toBe(false)
  })

  it('notices that a file is removed, and that it is back', async () => {
    const root = project({ ...files, ...lib })
    const hash = await warm(root)
    rmSync(join(root, 'features/a.ts'))
    expect((await load2(root)).names).toEqual(['entity.b'])
    write(root, files)
    expect((await load2(root)).hash).toBe(hash)
  })

  it('does not notice tests, declarations and other files', async () => {
    const root = project({ ...files, ...lib })
    await warm(root)
    write(root, { 'features/a.test.ts': 'x', 'features/a.d.ts': 'x', 'features/readme.md': 'x', 'other.ts': 'x' })
    expect((await load2(root)).ran).toBe(false)
  })

  it('notices another version of the tool', async () => {
    const root = project({ ...files, ...lib })
    await warm(root)
    const { value } = await load(root, join(root, '.cache'), { ...standIn, version: () => 'next', load: () => Promise.reject(new Error('started')) }).catch(
      () => ({ value: null }),
    )
    expect(value).toBeNull()
  })

  it('has the same content hash in another folder', async () => {
    const [one, two] = [project({ ...files, ...lib }), project({ ...files, ...lib })]
    expect((await load(one)).value?.contentHash).toBe((await load(two)).value?.contentHash)
  })

  it('does not keep a load with mistakes', async () => {
    const root = project({ ...files, ...lib, 'features/c.ts': 'Date.now()' })
    const cache = join(root, '.cache')
    const first = await load(root, cache)
    expect(first.diagnostics.map(d => d.code)).toEqual(['F120'])
    expect(await load(root, cache)).toEqual(first)
  })

  it.each(['', '{', 'null', '{}', '[]', '{"project":{}}'])('ignores and replaces damaged files: %j', async damage => {
    const root = project({ ...files, ...lib })
    const hash = await warm(root)
    const folder = join(root, '.cache', 'load')
    const names = readdirSync(folder)
    expect(names).toHaveLength(2)
    for (const name of names) writeFileSync(join(folder, name), damage)
    expect(await load2(root)).toEqual({ ran: true, names: ['entity.a', 'entity.b'], hash })
    await load2(root)
    expect((await load2(root)).ran).toBe(false)
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
  })

  it('keeps one project, not one per change', async () => {
    const root = project({ ...files, ...lib })
    await warm(root)
    write(root, { 'features/a.ts': '', 'features/d.ts': files['features/a.ts'] })
    await load2(root)
    expect(readdirSync(join(root, '.cache', 'load'))).toHaveLength(2)
  })

  it('is not needed: a folder that cannot be written costs only time', async () => {
    const root = project({ ...files, ...lib, blocked: 'a file' })
    expect((await load2(root, join(root, 'blocked'))).names).toEqual(['entity.a', 'entity.b'])
  })

  it('survives loads at the same time', async () => {
    const root = project({ ...files, ...lib })
    const cache = join(root, '.cache')
    const results = await Promise.all(Array.from({ length: 8 }, () => load(root, cache)))
    for (const { value } of results) expect(value?.definitions.map(d => d.address)).toEqual(['entity.a', 'entity.b'])
    await load(root, cache)
    expect((await load2(root)).ran).toBe(false)
  })
})

it('says that a folder is no project', async () => {
  const { value, diagnostics } = await loadProject({ root: '/no/such/folder', cacheDir: null }, standIn)
  expect([value, diagnostics.map(d => d.code)]).toEqual([null, ['F100']])
})

it('reads another config where asked', async () => {
  const root = project({ ...files, ...lib, 'other.config.ts': config.replace("'p'", "'q'") })
  const { value } = await loadProject({ root, config: 'other.config.ts', cacheDir: null }, standIn)
  expect(value?.config.project).toBe('q')
  const { diagnostics } = await loadProject({ root, config: 'none.ts', cacheDir: null }, standIn)
  expect(diagnostics.map(d => d.message)).toEqual(['found no project: expected none.ts'])
})
