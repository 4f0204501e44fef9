import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it, onTestFinished } from 'vitest'
import { repository } from '../source-files.ts'

type Layers = Readonly<Record<string, string>>

/** The hashes that a build writes in for the layers in a folder. */
function layersOf(folder: string): Layers {
  const script = `import { writtenIn } from './bin/layers.js'; process.stdout.write(writtenIn(${JSON.stringify(folder)}).builtLayers)`
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: repository, encoding: 'utf8' })) as Layers
}

it('knows each change of a layer, and of which', () => {
  const folder = mkdtempSync(join(tmpdir(), 'feat-layers-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const layer of ['a', 'b/inner']) mkdirSync(join(folder, layer), { recursive: true })
  writeFileSync(join(folder, 'index.ts'), 'belongs to no layer')
  writeFileSync(join(folder, 'a/x.ts'), '1')
  writeFileSync(join(folder, 'b/inner/y.ts'), '2')
  const before = layersOf(folder)
  expect(Object.keys(before).toSorted()).toEqual(['a', 'b'])
  expect(layersOf(folder)).toEqual(before)
  writeFileSync(join(folder, 'b/inner/y.ts'), '3')
  const edited = layersOf(folder)
  expect(edited['a']).toBe(before['a'])
  expect(edited['b']).not.toBe(before['b'])
  renameSync(join(folder, 'a/x.ts'), join(folder, 'a/z.ts'))
  expect(layersOf(folder)['a']).not.toBe(before['a'])
})

it('is few files that know the layers they were made of', () => {
  const dist = join(inject('built'), 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js'))
  expect(files.length).toBeLessThan(80)
  const text = files.map(file => readFileSync(join(dist, file), 'utf8')).join('\n')
  for (const layer of readdirSync(join(repository, 'compiler'), { withFileTypes: true })) {
    if (layer.isDirectory()) expect(text).toMatch(new RegExp(`\\b${layer.name}: "[0-9a-f]{64}"`))
  }
})
