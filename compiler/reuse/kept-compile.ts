import type { Hash } from '../base/hash.ts'
import { hashOf } from '../base/hash.ts'
import type { Catalog } from '../ir/catalog.ts'
import type { Resource } from '../ir/resource.ts'
import type { Loaded } from '../load/index.ts'
import { openKept, textOf, valueOf } from '../load/index.ts'

/** What a plan without changes asks for, kept of a project that compiled without a word, so that it is not compiled again. */
export interface KeptCompile {
  readonly identities: Loaded['identities']
  readonly project: string
  readonly sources: Catalog['sources']
  /** Some definition says what it was called before. */
  readonly renames: boolean
  readonly resources: readonly Resource[]
}

export interface Keeping {
  /** Null where nothing was kept of a project with this config, by the present version of the compiler. */
  readonly read: () => KeptCompile | null
  /** Resources that were read from here are written as they were. */
  readonly write: (kept: KeptCompile) => void
}

type Head = Omit<KeptCompile, 'resources'> & { readonly config: Hash }

export function openKeptCompile(cacheDir: string | null, project: Loaded): Keeping {
  const kept = openKept<Head>(cacheDir, 'compiled', ['base', 'ir', 'analyze', 'lower', 'reuse'])
  const config = hashOf(project.config)
  const textsOf = new WeakMap<Resource, Uint8Array>()
  return {
    read: () => {
      const found = kept.read()
      if (found === null || found.head.config !== config) return null
      const resources = found.texts.map(text => {
        const resource = valueOf<Resource>(text)
        textsOf.set(resource, text)
        return resource
      })
      return { ...found.head, resources }
    },
    write: ({ resources, ...head }) => kept.write({ head: { ...head, config }, texts: resources.map(r => textsOf.get(r) ?? textOf(r)) }),
  }
}
