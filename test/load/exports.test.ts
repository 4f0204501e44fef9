import { describe, expect, it } from 'vitest'
import type { Declared, LoadedProject } from '../../compiler/ir/loaded.ts'
import type { Files } from './project.ts'
import { project } from './project.ts'
import { config, load } from './stand-in.ts'

async function loaded(files: Files): Promise<LoadedProject> {
  const { value, diagnostics } = await load(project({ 'features.config.ts': config, ...files }))
  expect(diagnostics).toEqual([])
  return value!
}

function shown(d: Declared): string {
  return `${d.address} ${d.span?.file}:${d.span?.line}:${d.span?.column}`
}

async function addresses(files: Files): Promise<readonly string[]> {
  return (await loaded(files)).definitions.map(shown)
}

const base = `import { entity, featureView, window } from 'featplan'
export const customer = entity('customer', { keys: {} })
`

describe('what counts as exported', () => {
  it('branded values, under any name, and nothing else', async () => {
    expect(
      await addresses({
        'features/a.ts': `${base}
export const month = window('30d')
export const n = 1
export function helper() { return entity('inside', { keys: {} }) }
export const look = { kind: 'entity', name: 'unbranded' }
const unexported = entity('unexported', { keys: {} })
export default entity('whole', { keys: {} })
`,
      }),
    ).toEqual(['entity.customer features/a.ts:2:14', 'entity.whole features/a.ts:9:1'])
  })

  it('values in an exported list or record, one level deep', async () => {
    expect(
      await addresses({
        'features/a.ts': `${base}
export const list = [entity('a', { keys: {} }), entity('b', { keys: {} })]
export const record = {
  c: entity('c', { keys: {} }),
  deeper: { d: entity('d', { keys: {} }) },
}
`,
      }),
    ).toEqual(['entity.customer features/a.ts:2:14', 'entity.a features/a.ts:4:22', 'entity.b features/a.ts:4:49', 'entity.c features/a.ts:6:3'])
  })

  it('the same definition exported twice, once: where it was declared', async () => {
    expect(
      await addresses({
        'features/a-barrel.ts':
          "export * from './entities.ts'\nexport { customer as same } from './entities.ts'\nimport { customer } from './entities.ts'\nexport const all = [customer]\nexport default customer\n",
        'features/entities.ts': base,
      }),
    ).toEqual(['entity.customer features/entities.ts:2:14'])
  })

  it('two equal definitions, once', async () => {
    expect(await addresses({ 'features/a.ts': base, 'features/b.ts': base })).toEqual(['entity.customer features/a.ts:2:14'])
  })

  it('two different definitions of one name, both', async () => {
    expect(await addresses({ 'features/a.ts': base, 'features/b.ts': base.replace('keys: {}', 'keys: { a: 1 }') })).toEqual([
      'entity.customer features/a.ts:2:14',
      'entity.customer features/b.ts:2:14',
    ])
  })

  it('a view and what is derived from it, as the latter, with the members of both', async () => {
    const { definitions } = await loaded({
      'features/a.ts':
        "import { featureView } from 'featplan'\n/** How it goes. */\nexport const base = featureView('v', { entity: 'e' }, {\n  /** First. */\n  a: 1,\n})\n",
      'features/b.ts': "import { base } from './a.ts'\nexport const more = base.derive(f => ({ b: f.a }))\n",
    })
    expect(definitions.map(shown)).toEqual(['view.v features/b.ts:2:14'])
    expect(definitions[0]?.description).toBe('How it goes.')
    expect(definitions[0]?.members['a']).toEqual({ span: { file: 'features/a.ts', start: 133, end: 137, line: 5, column: 3 }, description: 'First.' })
  })

  it('two views derived from one, both', async () => {
    const view =
      "export const base = featureView('v', { entity: 'e' }, { a: 1 })\nexport const b = base.derive(() => ({ b: 1 }))\nexport const c = base.derive(() => ({ c: 1 }))\n"
    expect(await addresses({ 'features/a.ts': `import { featureView } from 'featplan'\n${view}` })).toEqual([
      'view.v features/a.ts:3:14',
      'view.v features/a.ts:4:14',
    ])
  })

  it('default exports, export lists and JavaScript', async () => {
    expect(
      await addresses({
        'features/a.js': "import { entity } from 'featplan'\nconst a = entity('a', { keys: {} })\nexport { a as anything }\n",
        'features/b.mts': "import { entity } from 'featplan'\nconst b = entity('b', { keys: {} })\nexport default b\n",
        'features/c.js': "const { entity } = require('featplan')\nmodule.exports = { c: entity('c', { keys: {} }) }\n",
      }),
    ).toEqual(['entity.a features/a.js:2:7', 'entity.b features/b.mts:3:1', 'entity.c features/c.js:1:1'])
  })

  it('definitions as plain data, in the order of files and positions', async () => {
    const { definitions } = await loaded({
      'features/b.ts':
        "import { entity } from 'featplan'\nexport const z = entity('z', { keys: {} })\nexport const a = entity('a', { keys: { k: undefined, l: [1] } })\n",
      'features/a.ts': base,
    })
    expect(definitions.map(d => d.address)).toEqual(['entity.customer', 'entity.z', 'entity.a'])
    expect(JSON.parse(JSON.stringify(definitions[2]?.definition))).toEqual({ kind: 'entity', name: 'a', keys: { l: [1] }, options: { keys: { l: [1] } } })
  })

  it('packages and files outside features/ are bundled, types are free', async () => {
    expect(
      await addresses({
        'features/a.ts':
          "import { make } from '../lib/make.ts'\nimport { suffix } from 'suffix'\nimport type { B } from './b.ts'\nexport const a = make(`a${suffix}`)\nexport type A = B\n",
        'features/b.ts': "import type { A } from './a.ts'\nexport type B = A | 1\n",
        'lib/make.ts': "import { entity } from 'featplan'\nexport const make = (name: string) => entity(name, { keys: {} })\n",
        'node_modules/suffix/package.json': '{"main":"main.cjs"}',
        'node_modules/suffix/main.cjs': "exports.suffix = typeof process === 'undefined' ? '_ok' : '_bad'\n",
      }),
    ).toEqual(['entity.a_ok features/a.ts:4:14'])
  })
})
