import { address } from '../../base/address.ts'
import type { Address } from '../../base/address.ts'
import { day, parseDuration } from '../../base/duration.ts'
import { hashOf, shortHash } from '../../base/hash.ts'
import { isoOf, pointFrom, secondsOf } from '../../base/instant.ts'
import { objectsOf, printQuery } from '../../emit/index.ts'
import type { QualifiedName } from '../../ir/name.ts'
import type { Due, DriverProgram, DueFill, ProcedureObject } from '../../ir/object.ts'
import { objectResource } from '../../ir/object-resource.ts'
import type { Placed, Placement, Storage } from '../../ir/placed.ts'
import { aggregate, as, field, named, select } from '../../ir/terms.ts'
import { time } from '../../ir/type.ts'
import type { Bindings } from '../bind.ts'
import { bindRelation } from '../bind.ts'
import { coverageKey } from '../coverage.ts'
import { marker } from '../publish.ts'
import { procedureName } from './procedures.ts'

/** Known times begin here: earlier than any event. */
const beginning = '0001-01-01T00:00:00Z'

/** What the programs rest on: the resources, by address, and which storages are ours to fill. */
export interface Driven {
  readonly bindings: Bindings
  readonly resources: readonly Placed[]
  readonly writable: (s: Storage) => boolean
  /** Views and dates of each store, by feature type. */
  readonly groups: (store: Address) => readonly { readonly featureType: string; readonly views: readonly Address[] }[]
}

export function driverName(of: Placed, { catalog, storageSchema }: Placement): QualifiedName {
  return { catalog, schema: storageSchema, name: `run_${plainName(of.address)}` }
}

/** Letters, digits and underscores. */
export function plainName(of: Address): string {
  return of.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
}

/** The procedure that fills all storages of a resource with what is due. */
export function driverProcedure(resource: Placed, program: DriverProgram, placement: Placement): Placed {
  const object: ProcedureObject = {
    kind: 'procedure',
    name: driverName(resource, placement),
    parameters: [{ name: 'now_time', type: time }],
    text: hashOf({ rule: 'driver 1', program }),
  }
  return objectResource(address('procedure', `run/${resource.address}`), object, { causes: [resource.address], promises: { text: shortHash(object.text) } })
}

export function driverStatements(
  made: Placed,
  program: DriverProgram,
  { project, placement }: { readonly project: string; readonly placement: Placement },
): readonly string[] {
  const engine = objectsOf(placement.dialect)!
  const object = made.object as ProcedureObject
  return engine.createProcedure(object, { body: engine.driverBlock(program), comment: marker(project, placement, made.address, shortHash(object.text)) })
}

export function driverProgram(resource: Placed, d: Driven): DriverProgram {
  const { catalog, stateSchema: schema } = d.bindings.placement
  const storages = d.bindings.storages(resource.address).filter(d.writable)
  return {
    coverage: { catalog, schema, name: 'coverage' },
    starts: { catalog, schema, name: 'starts' },
    fills: storages.flatMap(s => fillsOf(resource, s, d)),
  }
}

function fillsOf(resource: Placed, storage: Storage, d: Driven): readonly DueFill[] {
  const procedure = procedureName(storage, d.bindings.placement)
  const { filling } = resource
  switch (filling.by) {
    case 'capture':
    case 'newest':
      return [{ procedure, featureType: null, due: null }]
    case 'known time':
      return [{ procedure, featureType: null, due: tileDue(resource, storage, filling.every, d) }]
    case 'points':
      return [{ procedure, featureType: null, due: pointDue(resource, storage, filling.every, d) }]
    case 'dates':
      return d.groups(resource.address).map(g => ({ procedure, featureType: g.featureType, due: dateDue(storage, g, d) }))
    case 'nothing':
      return []
  }
}

/** A tile has ended when its rows are settled for every view that reads it. */
function tileDue(resource: Placed, storage: Storage, every: number, d: Driven): Due {
  const readers = d.resources.filter(r => r.uses.some(u => u.on === resource.address))
  const settle = Math.max(0, ...readers.map(r => secondsIn(r.promises['settle'])))
  return { storage: storage.generation, every, isPoint: false, first: { at: beginning }, settle, lookback: lookback(resource, d), limits: [], fresh: [] }
}

/** A point has settled, its sources are as fresh as they promise, and what it reads covers it. */
function pointDue(resource: Placed, storage: Storage, every: number, d: Driven): Due {
  const declared = resource.promises['start']
  const start = typeof declared === 'string' ? isoOf(pointFrom(secondsOf(declared), every)) : null
  const limits = resource.uses.flatMap(({ on }) => {
    const { filling } = d.bindings.resource(on)
    const first = firstOf(on, d)
    if (first === undefined) return []
    if (filling.by === 'points') return [{ storage: first.generation, plus: 0 }]
    return filling.by === 'known time' ? d.bindings.storages(on).map(s => ({ storage: s.generation, plus: every })) : []
  })
  // Later groups of columns are filled for the rows of the first.
  const rows = storage.first ? [] : [{ storage: firstOf(resource.address, d)!.generation, plus: 0 }]
  return {
    storage: storage.generation,
    every,
    isPoint: true,
    first: start === null ? { startOf: resource.address } : { at: start },
    settle: secondsIn(resource.promises['settle']),
    lookback: lookback(resource, d),
    limits: [...limits, ...rows],
    fresh: freshnessOf(resource, d),
  }
}

/** A day of a feature type is there when each of its views covers it. */
function dateDue(storage: Storage, { featureType, views }: { readonly featureType: string; readonly views: readonly Address[] }, d: Driven): Due {
  const starts = views.map(v => d.bindings.resource(v).promises['start']).filter(s => typeof s === 'string')
  const first = starts.length === views.length ? { at: isoOf(pointFrom(Math.min(...starts.map(secondsOf)), day)) } : { startOf: views[0]! }
  return {
    storage: coverageKey(storage, featureType),
    every: day,
    isPoint: true,
    first,
    settle: null,
    lookback: Math.max(0, ...views.map(v => lookback(d.bindings.resource(v), d))),
    limits: views.flatMap(v => (firstOf(v, d) === undefined ? [] : [{ storage: firstOf(v, d)!.generation, plus: 0 }])),
    fresh: [],
  }
}

function firstOf(of: Address, { bindings }: Driven): Storage | undefined {
  return bindings.storages(of).find(s => s.first)
}

/** The greatest lateness of the sources below that are read without their known time: what may have changed since the last run. */
function lookback(resource: Placed, d: Driven, seen = new Set<Address>()): number {
  if (seen.has(resource.address)) return 0
  seen.add(resource.address)
  const own = resource.filling.by === 'known time' ? resource.filling.lateness : 0
  const sources = resource.kind !== 'view' ? [] : resource.usesSources.map(u => d.bindings.source(u.on)).filter(s => s.form === 'dimension')
  return Math.max(own, ...sources.map(s => s.lateness), ...resource.uses.map(u => lookback(d.bindings.resource(u.on), d, seen)))
}

function freshnessOf(resource: Placed, { bindings }: Driven): Due['fresh'] {
  const promised = Object.entries((resource.promises['sources'] ?? {}) as Readonly<Record<string, { readonly freshness?: number }>>)
  return promised.flatMap(([name, { freshness }]) => {
    const source = bindings.source(address('source', name))
    const column = source.eventTime ?? source.validFrom
    if (freshness === undefined || column === null) return []
    const rows = bindRelation({ kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }, bindings)
    const newest = printQuery(select(as('s', rows), [named('newest', aggregate('max', [field(column, 's')]))]), bindings.placement.dialect, null)
    return [{ newest, plus: freshness }]
  })
}

/** Lengths are kept in seconds, or as the author wrote them. */
function secondsIn(length: unknown): number {
  return typeof length === 'number' ? length : typeof length === 'string' ? (parseDuration(length) ?? 0) : 0
}
