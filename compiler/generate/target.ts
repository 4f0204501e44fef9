import { groupBy } from '../base/group.ts'
import { objectsOf } from '../emit/index.ts'
import type { ManagedObject, ProcedureObject } from '../ir/object.ts'
import type { PlacedState } from '../ir/placed.ts'
import type { Lowered } from '../lower/index.ts'
import type { Matching } from '../plan/match.ts'
import type { Wanted } from '../plan/objects/wanted.ts'
import { wantedObjects } from '../plan/objects/wanted.ts'
import { afterPublish } from '../plan/publish.ts'
import { freshBindings } from './bindings.ts'

/** What the target holds besides tables and views, a file for each kind; what fills a storage stands beside it. */
export function targetFiles(lowered: Lowered, placed: PlacedState): readonly (readonly [string, string])[] {
  const engine = objectsOf(placed.placement.dialect)
  if (engine === null) return []
  const bindings = freshBindings(lowered, placed)
  const matched = placed.resources.map(resource => ({
    resource,
    record: null,
    binding: { storages: bindings.storages(resource.address), fresh: null, lost: [] },
  }))
  const matching: Matching = { matched, gone: [], bindings, applied: new Map(), live: new Map() }
  const wanted = wantedObjects({ lowered, matching, placed, after: afterPublish(bindings), writable: () => true }).filter(w => w.fills === null)
  const kinds = groupBy(wanted, w => w.made.object!.kind)
  const w = { lowered, project: placed.project }
  return [...kinds].map(([kind, of]) => {
    const sections = of.map(x => section(x, engine.change, w))
    return [`objects/${plural[kind]}.sql`, `${[...(kind === 'alert' ? silent(lowered) : []), ...sections].join('\n\n')}\n`]
  })
}

/** Monitors that tell somebody and become no alert. */
function silent({ model }: Lowered): readonly string[] {
  const found = model.catalog.monitors.filter(m => m.notify.length > 0 && m.statistic === 'psi')
  return found.length === 0 ? [] : [found.map(m => `-- ${m.address} becomes no alert: it compares two distributions`).join('\n')]
}

const plural: Readonly<Record<ManagedObject['kind'], string>> = {
  procedure: 'drivers',
  tag: 'tags',
  warehouse: 'warehouses',
  grants: 'grants',
  tasks: 'tasks',
  alert: 'alerts',
  measures: 'measures',
}

function section(
  { made, write }: Wanted,
  change: (from: null, to: Exclude<ManagedObject, ProcedureObject>) => readonly string[],
  w: { readonly lowered: Lowered; readonly project: string },
): string {
  const sql = write === null ? change(null, made.object as Exclude<ManagedObject, ProcedureObject>) : write(w)
  return `-- ${made.address}\n${sql.map(s => `${s};`).join('\n\n')}`
}
