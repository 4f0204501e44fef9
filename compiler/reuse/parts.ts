import { analyze } from '../analyze/index.ts'
import type { Address } from '../base/address.ts'
import { parseAddress } from '../base/address.ts'
import { hasErrors } from '../base/diagnostic.ts'
import type { Resource } from '../ir/resource.ts'
import type { Loaded } from '../load/index.ts'
import type { Lowered } from '../lower/index.ts'
import { lower } from '../lower/index.ts'

type Resources = ReadonlyMap<Address, Resource>

/** What some definitions mean, with all entities and sources; null where they do not stand without others. */
export function lowerPart(project: Loaded, definitions: ReadonlySet<Address>): Lowered | null {
  const part = project.part(of => definitions.has(of) || everywhere.has(parseAddress(of)?.kind ?? ''))
  const { value, diagnostics } = analyze(part)
  return value === null || hasErrors(diagnostics) || diagnostics.length > 0 ? null : lower(value)
}

/** Few, and read by all. */
const everywhere: ReadonlySet<string> = new Set(['entity', 'source'])

/** `around` of a project whose resources are known from before: each part is made once, what rests on more than a part asks for the whole. */
export function aroundParts(project: Loaded, resources: readonly Resource[], whole: () => Lowered): Lowered['around'] {
  const byAddress = new Map(resources.map(r => [r.address, r]))
  const made: { readonly definitions: ReadonlySet<Address>; readonly lowered: Lowered }[] = []
  return (of, columns) => {
    const definitions = definitionsBelow(byAddress, of, columns)
    if (definitions === null || definitions.size > byAddress.size / 4) return whole()
    const before = made.find(p => [...definitions].every(d => p.definitions.has(d)))
    if (before !== undefined) return before.lowered
    const lowered = lowerPart(project, definitions)
    if (lowered === null) return whole()
    made.push({ definitions, lowered })
    return lowered
  }
}

/** Views and the store or serving on which the rows of a resource rest, or those of some of its columns; null: all there are. */
function definitionsBelow(resources: Resources, of: Address, columns?: readonly string[]): ReadonlySet<Address> | null {
  const resource = resources.get(of)
  switch (resource?.kind) {
    case 'view':
    case 'store':
    case 'serving':
      return withViewsRead(resources, [of])
    case 'tiles':
      return withViewsRead(resources, viewsOfColumns(resources, resource, columns ?? resource.columns.map(c => c.name)))
    case 'captures':
      return withViewsRead(resources, resource.causes.slice(0, 1))
    default:
      return null
  }
}

/** The first view for each column of a tile table. */
function viewsOfColumns(resources: Resources, tiles: Resource, columns: readonly string[]): readonly Address[] {
  const missing = new Set(columns)
  return tiles.causes.filter(view => {
    const used = resources.get(view)?.uses.find(u => u.on === tiles.address)?.columns ?? []
    return used.reduce((some, c) => missing.delete(c) || some, false)
  })
}

/** The definitions of these addresses, and of all views that they read. */
export function withViewsRead(resources: Resources, of: readonly Address[]): ReadonlySet<Address> {
  const found = new Set<Address>()
  const add = (address: Address): void => {
    if (found.has(address)) return
    found.add(address)
    for (const { on } of resources.get(address)?.uses ?? []) if (resources.get(on)?.kind === 'view') add(on)
  }
  for (const address of of) add(address)
  return found
}
