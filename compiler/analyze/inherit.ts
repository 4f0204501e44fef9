import type { Address } from '../base/address.ts'
import type { Meta, Resolved } from '../ir/catalog.ts'
import type { Common, ConfigDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'

/** One step of inheritance: where it is set, and what. */
export interface Level {
  readonly from: Address | 'config'
  readonly options: Common
}

/** The value of the nearest level that sets it. */
function nearestOf<K extends 'owner' | 'tags' | 'deprecated' | 'protect'>(levels: readonly Level[], key: K): Resolved<NonNullable<Common[K]>> | null {
  for (const level of levels) {
    const value = level.options[key]
    if (value !== undefined) return { value, from: level.from }
  }
  return null
}

/**
 * Metadata of a thing: `levels` from itself outwards. A description is a thing's own: a view's says nothing of each of
 * its features. Lists of tags replace each other; they do not add up.
 */
export function inheritMeta(own: Address, description: string | null, levels: readonly Level[]): Meta {
  return {
    description: { value: description, from: description === null ? 'builtin' : own },
    owner: nearestOf(levels, 'owner') ?? { value: null, from: 'builtin' },
    tags: nearestOf(levels, 'tags') ?? { value: [], from: 'builtin' },
    deprecated: nearestOf(levels, 'deprecated') ?? { value: null, from: 'builtin' },
    protect: nearestOf(levels, 'protect') ?? { value: false, from: 'builtin' },
  }
}

export function configLevel(config: ConfigDefinition): Level {
  return { from: 'config', options: config.defaults }
}

/** Metadata of a definition that stands by itself, or below `outer`. */
export function declaredMeta(d: Declared, config: ConfigDefinition, outer: readonly Level[] = []): Meta {
  const { options } = d.definition
  return inheritMeta(d.address, options.description ?? d.description, [{ from: d.address, options }, ...outer, configLevel(config)])
}
