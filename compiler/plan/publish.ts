import type { Address } from '../base/address.ts'
import { commentOn, createTable, createView, printQuery, replaceTable } from '../emit/index.ts'
import type { ColumnSpec } from '../emit/index.ts'
import type { Placed, Placement, Storage } from '../ir/placed.ts'
import type { Relation } from '../ir/relation.ts'
import { as, field, fields, named, select } from '../ir/terms.ts'
import { time } from '../ir/type.ts'
import type { Lowered } from '../lower/index.ts'
import { bodyOf } from '../lower/index.ts'
import type { Bindings } from './bind.ts'
import { bindRelation, grainNames } from './bind.ts'

/** The end of each comment of ours, by which ownership of an object can be recovered. */
export function marker(project: string, placement: Placement, address: Address, generation: string): string {
  return `[feat ${project}/${placement.environment} ${address} ${generation}]`
}

export function isOurs(comment: string | null): boolean {
  return comment !== null && /\[feat \S+\/\S+ .+\]$/.test(comment)
}

function withMarker(comment: string | null, mark: string): string {
  return comment === null || comment === '' ? mark : `${comment}\n${mark}`
}

/** The comment under which an object is published: what it is, and the marker with the shape and generation that it shows. */
export function publicComment(project: string, resource: Placed, storages: readonly Storage[], placement: Placement): string {
  const generation = [resource.hash.shape.slice(0, 8), resource.hash.meta.slice(0, 8), ...storages.map(s => s.generation.slice(-8))].join('.')
  return withMarker(resource.comment, marker(project, placement, resource.address, generation))
}

/** The physical table of a storage. */
export function storageTable(project: string, resource: Placed, storage: Storage, placement: Placement): readonly string[] {
  const spec = (name: string, type: ColumnSpec['type'], comment: string | null = null): ColumnSpec => ({ name, type, nullable: true, comment })
  const grain = [...resource.grain.keys, ...resource.grain.time].map((c, i) => spec(storage.grainColumns[i]!, c.type))
  const values = storage.columns.map(s => {
    const column = resource.columns.find(c => c.name === s.logical)!
    return spec(s.stored, column.type, resource.publish === 'table' ? column.description : null)
  })
  const stamp = resource.kind === 'view' || resource.kind === 'serving' ? [spec('computed_at', time)] : []
  const comment =
    resource.physical.append === true
      ? publicComment(project, resource, [storage], placement)
      : marker(project, placement, resource.address, storage.generation)
  return createTable(
    {
      name: storage.name,
      columns: [...grain, ...values, ...stamp],
      comment,
      ifNotExists: true,
      clusterBy: (resource.physical.clusterBy ?? []).filter(c => [...grain, ...values].some(s => s.name === c)),
    },
    placement.dialect,
  )
}

/** The view that people query: over its storages, or over what it reports on. */
export function publicView(project: string, lowered: Lowered, resource: Placed, bindings: Bindings): readonly string[] {
  const columns = [...grainNames(resource), ...resource.columns.map(c => c.name)]
  const body = resource.filling.by === 'nothing' ? bodyOf(lowered, { of: resource.address, columns: [], first: true, bulk: true }) : shown(resource)
  const stamp = resource.filling.by === 'nothing' ? [] : ['computed_at']
  return createView(
    {
      name: resource.publicName!,
      columns: [...columns, ...stamp].map(name => ({ name, comment: resource.columns.find(c => c.name === name)?.description ?? null })),
      query: printQuery(bindRelation(body, bindings), bindings.placement.dialect, null),
      comment: publicComment(project, resource, bindings.storages(resource.address), bindings.placement),
    },
    bindings.placement.dialect,
  )
}

/** Grain, features, and the plain names of versioned features as aliases of the current ones. */
function shown(resource: Placed): Relation {
  const own = resource.columns.filter(c => c.aliasOf === null).map(c => c.name)
  const grain = grainNames(resource)
  const scan: Relation = { kind: 'scan', of: resource.address, columns: [...grain, ...own, 'computed_at'] }
  return select(as('v', scan), [
    ...fields(grain, 'v'),
    ...resource.columns.map(c => named(c.name, field(c.aliasOf ?? c.name, 'v'))),
    named('computed_at', field('computed_at', 'v')),
  ])
}

/** Puts a table that was built aside under its public name; `old` stays under the name it was built with. */
export function publicTable(project: string, resource: Placed, storage: Storage, old: Storage | null, placement: Placement): readonly string[] {
  const keepAs = old === null ? null : { ...old.name, name: old.generation.slice(old.generation.indexOf('.') + 1) }
  return replaceTable(
    { name: resource.publicName!, next: storage.name, keepAs, mark: publicComment(project, resource, [storage], placement) },
    placement.dialect,
  )
}

export function metaComment(project: string, resource: Placed, storages: readonly Storage[], placement: Placement): readonly string[] {
  const on = resource.publish === 'table' ? 'table' : 'view'
  const { dialect } = placement
  return [
    ...commentOn({ on, name: resource.publicName! }, publicComment(project, resource, storages, placement), dialect),
    ...resource.columns.flatMap(c =>
      c.description === null ? [] : commentOn({ on: 'column', name: resource.publicName!, column: c.name }, c.description, dialect),
    ),
  ]
}

/** Tables have taken their public names when a view over them is made. */
export function afterPublish(bindings: Bindings): Bindings {
  return {
    ...bindings,
    storages: of => bindings.storages(of).map(s => (bindings.resource(of).publish === 'table' ? { ...s, name: bindings.resource(of).publicName! } : s)),
  }
}
