import { expect, it } from 'vitest'
import { analyze } from '../../compiler/analyze/index.ts'
import { loadProject } from '../../compiler/load/index.ts'
import { repository } from '../source-files.ts'

it('finds no mistake in the platform, and a type, an identity and a formula for each feature', async () => {
  const loaded = await loadProject({ root: repository, cacheDir: null })
  const { value, diagnostics } = analyze(loaded.value!)
  expect(diagnostics).toEqual([])
  const features = Object.values(value!.features)
  expect(features.length).toBeGreaterThan(50)
  expect(
    features.filter(
      f => f.formula.includes('?') || f.meta.description.value === null || f.meta.owner.value === null || f.readsColumns.length + f.readsFeatures.length === 0,
    ),
  ).toEqual([])
  // two names of one value are one identity
  const shared = features.filter(f => f.formula === 'rate(deliveries.on_time) over 30d')
  expect(new Set(shared.map(f => f.dataHash)).size).toBe(new Set(shared.map(f => f.entity)).size)
})
