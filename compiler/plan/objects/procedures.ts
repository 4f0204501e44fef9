import { address } from '../../base/address.ts'
import type { Address } from '../../base/address.ts'
import { hashOf, shortHash } from '../../base/hash.ts'
import type { FillBranch, ProcedureObject } from '../../ir/object.ts'
import type { QualifiedName } from '../../ir/name.ts'
import { nameText } from '../../ir/name.ts'
import type { Placed, Placement, Storage } from '../../ir/placed.ts'
import { text, time } from '../../ir/type.ts'
import { mainEnvironment } from '../../place/index.ts'
import type { Argument } from '../../emit/index.ts'
import { objectsOf, qualified } from '../../emit/index.ts'
import type { Lowered } from '../../lower/index.ts'
import type { Bindings } from '../bind.ts'
import { coverStatements } from '../cover.ts'
import type { Fill } from '../fill.ts'
import { boundedFill, bulkPoints } from '../fill.ts'
import { marker } from '../publish.ts'
import { objectResource } from '../../ir/object-resource.ts'

/** How parameters stand in the statements of a procedure. */
const bounds = { from: { identifier: ':FROM_TIME' }, to: { identifier: ':TO_TIME' }, now: { identifier: ':NOW_TIME' } }

/** One per storage and environment, in the schema of the storages. */
export function procedureName(storage: Storage, { catalog, storageSchema, environment }: Placement): QualifiedName {
  const built = storage.generation.slice(storage.generation.indexOf('.') + 1)
  const own = environment === mainEnvironment ? '' : `__${environment.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`
  return { catalog, schema: storageSchema, name: `fill_${built}${own}` }
}

/** What fills a storage goes when the storage does: its address tells them apart. */
function procedureAddress(storage: Storage): Address {
  return address('procedure', `${storage.of}/${storage.generation.slice(-8)}`)
}

/** The procedure that fills a storage as the storages are bound; nothing is printed yet. */
export function fillProcedure(resource: Placed, storage: Storage, bindings: Bindings): Placed {
  const named: ProcedureObject['parameters'] = ['from_time', 'to_time', 'now_time'].map(name => ({ name, type: time }))
  const object: ProcedureObject = {
    kind: 'procedure',
    name: procedureName(storage, bindings.placement),
    parameters: resource.filling.by === 'dates' ? [...named, { name: 'feature_type', type: text }] : named,
    text: hashOf({ rule: 'fill 1', schema: bindings.placement.stateSchema, ...whatItSays(resource, storage, bindings) }),
  }
  return objectResource(procedureAddress(storage), object, {
    causes: [resource.address],
    promises: { fills: storage.name.name, text: shortHash(object.text) },
  })
}

/** All that the text follows from: the rows, where they go, and where what they are made of is. The order in which columns are written is nobody's contract. */
function whatItSays(resource: Placed, storage: Storage, bindings: Bindings): object {
  return {
    rows: [resource.hash.data, resource.hash.shape, resource.grain.hash, resource.filling],
    into: physical(storage),
    reads: inOrder(resource.uses, u => u.on).map(u => [u.on, inOrder(bindings.storages(u.on), s => nameText(s.name)).map(physical)]),
    sources: sourcesBelow(resource, bindings).map(s => [s, bindings.placement.sources[s] ?? null]),
  }
}

function physical({ name, first, grainColumns, columns }: Storage): object {
  return [nameText(name), first, grainColumns, inOrder(columns, c => c.logical)]
}

function inOrder<T>(items: readonly T[], by: (item: T) => string): readonly T[] {
  return items.toSorted((a, b) => (by(a) < by(b) ? -1 : 1))
}

/** Sources that it reads, or that are read below the sources and views that it reads. */
function sourcesBelow(resource: Placed, bindings: Bindings): readonly Address[] {
  const seen = new Set<Address>()
  const found = new Set<Address>()
  const visit = (r: Placed): void => {
    if (seen.has(r.address)) return
    seen.add(r.address)
    for (const s of r.usesSources) found.add(s.on)
    for (const u of r.uses) visit(bindings.resource(u.on))
  }
  visit(resource)
  return [...found].toSorted()
}

/** The statements that write it. */
export function procedureStatements(
  made: Placed,
  { resource, storage }: { readonly resource: Placed; readonly storage: Storage },
  c: { readonly lowered: Lowered; readonly bindings: Bindings; readonly placement: Placement; readonly project: string },
): readonly string[] {
  const { catalog, stateSchema, dialect } = c.placement
  const inState = (name: string): QualifiedName => ({ catalog, schema: stateSchema, name })
  const object = made.object as ProcedureObject
  const engine = objectsOf(dialect)!
  const program = { claims: inState('claims'), storage: storage.generation, branches: branches(resource, storage, c) }
  const coverage = qualified(inState('coverage'), dialect)
  const body = engine.fillBlock(program, covered => coverStatements(coverage, covered))
  return engine.createProcedure(object, { body, comment: marker(c.project, c.placement, made.address, shortHash(object.text)) })
}

function branches(
  resource: Placed,
  storage: Storage,
  { lowered, bindings }: { readonly lowered: Lowered; readonly bindings: Bindings },
): readonly FillBranch[] {
  const { filling } = resource
  const way = (bulk: boolean, featureType?: string): readonly string[] =>
    boundedFill(lowered, bindings, { resource, storage, ...(featureType === undefined ? {} : { featureType }) }, { bounds, bulk })
  if (filling.by === 'points')
    return [
      { when: { is: 'atLeast', seconds: bulkPoints * filling.every }, statements: way(true) },
      { when: { is: 'always' }, statements: way(false) },
    ]
  if (filling.by !== 'dates') return [{ when: { is: 'always' }, statements: way(true) }]
  const types = lowered
    .around(resource.address)
    .stores.get(resource.address)!
    .groups.map(g => g.featureType)
  return types.map(featureType => ({ when: { is: 'featureType', featureType }, statements: way(true, featureType) }))
}

/** The call that does a fill; null where the engine has no procedures. */
export function fillCall({ storage, featureType, now }: Fill, span: { readonly from: string; readonly to: string }, placement: Placement): string | null {
  const args: readonly Argument[] = [span.from, span.to, now].map(value => ({ value, type: time }))
  const type: readonly Argument[] = featureType === undefined ? [] : [{ value: featureType, type: text }]
  return objectsOf(placement.dialect)?.call(procedureName(storage, placement), [...args, ...type]) ?? null
}
