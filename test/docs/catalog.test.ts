import { beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../compiler/analyze/index.ts'
import { catalogJson } from '../../compiler/docs/catalog-json.ts'
import { catalogMarkdown } from '../../compiler/docs/catalog-markdown.ts'
import { upstreamColumns } from '../../compiler/docs/lineage.ts'
import type { Catalog } from '../../compiler/ir/catalog.ts'
import { loadProject } from '../../compiler/load/index.ts'
import { lower } from '../../compiler/lower/index.ts'
import { repository } from '../source-files.ts'

let catalog: Catalog

beforeAll(async () => {
  const { value } = await loadProject({ root: repository, cacheDir: null })
  const analyzed = analyze(value!)
  expect(analyzed.diagnostics.filter(d => d.severity === 'error')).toEqual([])
  catalog = analyzed.value!
})

describe('catalogJson', () => {
  it('names each feature with its type, owner, definition and raw columns', () => {
    const json = JSON.parse(catalogJson(catalog, lower(catalog).desired)) as Record<string, Record<string, Record<string, unknown>>>
    expect(json['format_version']).toBe('1.0')
    expect(Object.keys(json['features']!)).toEqual(Object.keys(catalog.features))
    expect(json['features']!['feature.customer.customer_on_time_rate_30d']).toMatchObject({
      type: 'float',
      view: expect.stringMatching(/^view\./) as string,
      owner: expect.any(String) as string,
      definition: expect.stringContaining('rate(') as string,
      lineage: expect.arrayContaining([{ column: 'source.raw.deliveries#on_time', how: 'value' }]) as unknown,
    })
    for (const [address, feature] of Object.entries(json['features']!)) {
      expect(feature['definition'], address).toBeTruthy()
      expect(feature['lineage'], address).not.toEqual([])
    }
  })
})

describe('catalogMarkdown', () => {
  it('has a heading for each view, feature and source, and tables that hold together', () => {
    const text = catalogMarkdown(catalog)
    for (const name of [...catalog.views, ...catalog.sources].map(d => d.name)) expect(text).toContain(`\n### ${name}\n`)
    for (const f of Object.values(catalog.features)) expect(text).toContain(`\n#### ${f.column}\n`)
    for (const line of text.split('\n').filter(l => l.startsWith('|'))) expect([3, 4, 5]).toContain(line.replaceAll('\\|', '').split('|').length - 1)
    expect(text).not.toMatch(/undefined|\[object/)
  })
})

describe('upstreamColumns', () => {
  it('follows features down to raw columns, and keeps the strongest reason', () => {
    const lineage = [
      { from: 'feature.a.x', to: 'feature.a.y', how: 'value' },
      { from: 'source.raw.s#v', to: 'feature.a.x', how: 'value' },
      { from: 'source.raw.s#v', to: 'feature.a.y', how: 'filter' },
      { from: 'source.raw.s#t', to: 'feature.a.x', how: 'time' },
    ] as const
    expect(upstreamColumns({ ...catalog, lineage })('feature.a.y')).toEqual([
      { column: 'source.raw.s#t', how: 'time' },
      { column: 'source.raw.s#v', how: 'value' },
    ])
    expect(upstreamColumns({ ...catalog, lineage })('feature.a.z')).toEqual([])
  })
})
