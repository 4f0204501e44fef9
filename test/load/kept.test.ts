import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generateProject } from '../../bench/project.ts'
import { compileProject } from '../../compiler/index.ts'
import { project } from './project.ts'

const plain = (of: unknown): unknown => JSON.parse(JSON.stringify(of))

function generated(): { readonly root: string; readonly cacheDir: string } {
  const root = project({})
  generateProject(root, { files: 6, featuresPerFile: 10 })
  return { root, cacheDir: join(root, '.cache') }
}

it('means the same from the cache, also in what is only made when somebody asks', async () => {
  const options = generated()
  const fresh = (await compileProject(options)).value!
  const again = (await compileProject(options)).value!
  expect(plain(again.lowered.desired)).toEqual(plain(fresh.lowered.desired))
  expect(plain(again.catalog)).toEqual(plain(fresh.catalog))
  expect(plain(again.lowered.tests)).toEqual(plain(fresh.lowered.tests))
  expect([...again.lowered.views.keys()]).toEqual([...fresh.lowered.views.keys()])
})

it('is read where nothing changed, and made again where it is damaged', async () => {
  const { root, cacheDir } = generated()
  await compileProject({ root, cacheDir })
  const folder = join(cacheDir, 'compiled')
  const [file] = readdirSync(folder)
  const desired = { project: 'kept', resources: [] }
  writeFileSync(join(folder, file!), JSON.stringify({ value: { desired, sources: [], diagnostics: [] } }))
  expect((await compileProject({ root, cacheDir })).value!.lowered.desired).toEqual(desired)
  writeFileSync(join(folder, file!), '{"value": {"desi')
  expect((await compileProject({ root, cacheDir })).value!.lowered.desired.project).toBe('bench')
})

it('is made again where a file changes, and one is kept', async () => {
  const { root, cacheDir } = generated()
  await compileProject({ root, cacheDir })
  generateProject(root, { files: 7, featuresPerFile: 10 })
  const { value } = await compileProject({ root, cacheDir })
  expect(value!.lowered.desired.resources.filter(r => r.kind === 'view')).toHaveLength(7)
  expect(readdirSync(join(cacheDir, 'compiled'))).toHaveLength(1)
})
