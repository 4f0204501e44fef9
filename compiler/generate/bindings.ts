import type { PlacedState } from '../ir/placed.ts'
import type { Lowered } from '../lower/index.ts'
import type { Bindings } from '../plan/bind.ts'
import { bindStorages } from '../plan/binding.ts'
import { bindingsOf } from '../plan/match.ts'

/** Every resource bound as from an empty state: each to one storage that is yet to be made. */
export function freshBindings(lowered: Lowered, placed: PlacedState): Bindings {
  const { placement, project } = placed
  const bound = placed.resources.map(r => [r.address, bindStorages(r, { project, placement, record: null, recorded: new Map(), live: new Map() })] as const)
  return bindingsOf(lowered, placed, new Map(bound))
}

/** A name that holds for a file everywhere. */
export function fileNameOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9_.-]+/g, '-')
}
