import type { Outcome } from '../../compiler/base/diagnostic.ts'
import { brand } from '../../compiler/ir/definition.ts'
import type { LoadedProject } from '../../compiler/ir/loaded.ts'
import { loadProject } from '../../compiler/load/index.ts'
import type { Language } from '../../compiler/load/language.ts'

type Given = Readonly<Record<string, unknown>>

function define(definition: Given, hidden: Given = {}): object {
  const result = { ...definition }
  for (const [key, value] of Object.entries(hidden)) Object.defineProperty(result, key, { value })
  Object.defineProperty(result, brand, { value: true })
  return Object.freeze(result)
}

function featureView(name: string, options: Given, features: Given): object {
  const listed = Object.entries(features).map(([feature, expr]) => ({ name: feature, expr, meta: {} }))
  const derive = (more: (f: Given) => Given): object => featureView(name, options, { ...features, ...more(features) })
  return define({ kind: 'view', name, ...options, features: listed }, { derive, f: features })
}

/** A language of plain objects: loading must not depend on what the real one records. */
const module = {
  entity: (name: string, options: Given) => define({ kind: 'entity', name, keys: options['keys'], options }),
  events: (name: string, options: Given) => define({ kind: 'source', form: 'events', name, ...options }, { hidden: () => 1 }),
  window: (length: string) => define({ kind: 'span', length }),
  featureView,
  number: (value: number) => ({ kind: 'literal', value, with: undefined }),
  defineConfig: (given: Given) =>
    define({
      kind: 'config',
      targets: {},
      environments: null,
      defaults: {},
      policies: [],
      objects: {},
      ...given,
    }),
  duckdb: (path: unknown) => ({ kind: 'duckdb', path, sources: {}, schema: null, stateSchema: null }),
  mistake: () => {
    throw new TypeError('a mistake of the language')
  },
}

export const standIn: Language = { load: () => Promise.resolve(module), version: () => 'stand-in' }

export const config = `import { defineConfig, duckdb } from 'featplan'
export const config = defineConfig({
  project: 'p',
  defaultTarget: 'local',
  targets: { local: duckdb('x.duckdb') },
})
`

export function load(root: string, cacheDir: string | null = null, language: Language = standIn): Promise<Outcome<LoadedProject>> {
  return loadProject({ root, cacheDir }, language)
}
