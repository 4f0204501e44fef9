import type { Address } from '../base/address.ts'
import { commentOn, createFunction, createTable, createView, printQuery, replaceTable, servedStatements, whenRead } from '../emit/index.ts'
import type { ColumnSpec } from '../emit/index.ts'
import { requestName } from '../ir/name.ts'
import type { Placed, Placement, Storage } from '../ir/placed.ts'
import type { Relation } from '../ir/relation.ts'
import { as, field, fields, named, select } from '../ir/terms.ts'
import { time } from '../ir/type.ts'
import type { Lowered } from '../lower/index.ts'
import { bodyOf } from '../lower/index.ts'
import type { Bindings } from './bind.ts'
import { bindRelation, grainNames } from './bind.ts'
import { keptAs, shownAs } from './objects/physical.ts'
import { shownQuery } from './shown-query.ts'

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
  const table = {
    name: storage.name,
    columns: [...grain, ...values, ...stamp],
    comment,
    ifNotExists: true,
    ...keptAs(resource, storage),
  }
  if (resource.served?.kind === 'hybrid table')
    return servedStatements(placement.dialect).createKeyed(table, storage.grainColumns.slice(0, resource.grain.keys.length))
  return createTable(table, placement.dialect)
}

/** The view that people query: over its storages, or over what it reports on. */
export function publicView(project: string, lowered: Lowered, resource: Placed, bindings: Bindings): readonly string[] {
  const columns = [...grainNames(resource), ...resource.columns.map(c => c.name)]
  const isLive = resource.kind === 'serving' && resource.filling.by === 'nothing'
  const body =
    resource.filling.by !== 'nothing'
      ? shown(resource)
      : isLive
        ? shownQuery(resource, lowered)
        : bodyOf(lowered, { of: resource.address, columns: [], first: true, bulk: true })
  const stamp = resource.filling.by === 'nothing' && !isLive ? [] : ['computed_at']
  const view = createView(
    {
      name: resource.publicName!,
      columns: [...columns, ...stamp].map(name => ({ name, comment: resource.columns.find(c => c.name === name)?.description ?? null })),
      query: printQuery(bindRelation(body, bindings), bindings.placement.dialect, isLive ? whenRead(bindings.placement.dialect) : null),
      comment: publicComment(project, resource, bindings.storages(resource.address), bindings.placement),
      physical: shownAs(resource),
    },
    bindings.placement.dialect,
  )
  return [...view, ...requestFunction(project, resource, bindings.placement)]
}

/** The function that computes what needs a request, beside each row of the public name; nothing where a serving has no such column. */
export function requestFunction(project: string, resource: Placed, placement: Placement): readonly string[] {
  const { onRequest, publicName } = resource
  if (onRequest === undefined || publicName === null) return []
  const own = [...resource.grain.keys, ...resource.grain.time, ...resource.columns, { name: 'computed_at', type: time }]
  const rows: Relation = { kind: 'physical', of: { kind: 'relation', name: publicName } }
  const query = select(as('v', rows), [
    ...fields(
      own.map(c => c.name),
      'v',
    ),
    ...onRequest.columns.map(c => named(c.name, c.computed)),
  ])
  const columns = [...own, ...onRequest.columns].map(c => ({ name: c.name, type: c.type }))
  const comment = withMarker(
    `The rows of ${publicName.name} with what a request adds`,
    marker(project, placement, resource.address, resource.hash.shape.slice(0, 8)),
  )
  return createFunction(
    { name: requestName(publicName), parameters: onRequest.fields, columns, query: printQuery(query, placement.dialect, null), comment },
    placement.dialect,
  )
}

/** Grain, features, and the plain names of versioned features as aliases of the current ones. */
function shown(resource: Placed): Relation {
  const own = resource.columns.filter(c => c.aliasOf === null && c.computed === undefined).map(c => c.name)
  const grain = grainNames(resource)
  const scan: Relation = { kind: 'scan', of: resource.address, columns: [...grain, ...own, 'computed_at'] }
  return select(as('v', scan), [
    ...fields(grain, 'v'),
    ...resource.columns.map(c => named(c.name, c.computed ?? field(c.aliasOf ?? c.name, 'v'))),
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
