import type { Address } from '../base/address.ts'
import { day } from '../base/duration.ts'
import { unique } from '../base/group.ts'
import type { Hash } from '../base/hash.ts'
import { canonical, hashOf } from '../base/hash.ts'
import type { Column, Resource } from '../ir/resource.ts'
import type { Type } from '../ir/type.ts'
import { date, flag, time } from '../ir/type.ts'
import type { CaptureTable } from './captures.ts'
import { captureGrain } from './captures.ts'
import type { Model } from './model.ts'
import { promisesOf, promisesOfView } from './promises.ts'
import type { StoreColumn, StorePlan } from './store-plan.ts'
import { columnsOfView } from './store-plan.ts'
import type { TileState, TileTable } from './tile-table.ts'
import { tileGrain } from './tile-table.ts'
import { versionMeaning } from './row-versions.ts'
import type { PopulationSource } from './population.ts'
import type { ViewPlan } from './view-plan.ts'

/** A resource without its hashes, which follow from the rest. */
type Unhashed = Omit<Resource, 'hash'>

export function sealed(r: Unhashed): Resource {
  const data = hashOf({
    grain: r.grain.hash,
    columns: r.columns
      .filter(c => c.aliasOf === null && c.computed === undefined)
      .map(c => c.dataHash)
      .toSorted(),
    filling: r.filling.by,
  })
  // The order in which things are written is nobody's contract.
  const columns = r.columns.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const shape = hashOf({
    name: r.name,
    keys: [...r.grain.keys, ...r.grain.time],
    columns: columns.map(c => ({ name: c.name, type: c.type, data: c.dataHash, aliasOf: c.aliasOf })),
    publish: r.publish,
    ...(r.onRequest === undefined ? {} : { onRequest: { fields: r.onRequest.fields, columns: r.onRequest.columns.map(c => [c.name, c.type, c.dataHash]) } }),
  })
  const meta = hashOf({
    comment: r.comment,
    promises: r.promises,
    tags: r.tags,
    protect: r.protect,
    physical: {
      ...(r.physical.clusterBy === undefined ? {} : { clusterBy: r.physical.clusterBy }),
      ...(r.physical.append === undefined ? {} : { append: r.physical.append }),
    },
    columns: columns.map(c => [c.name, c.description]),
  })
  return { ...r, hash: { data, shape, meta } }
}

export function stored(name: string, type: Type, of: Address | null, dataHash: Hash, rest: Partial<Column> = {}): Column {
  return { name, type, nullable: true, of, description: null, dataHash, aliasOf: null, ...rest }
}

const internal = { promises: {}, name: null, renamedFrom: null, tags: [], protect: false, publish: 'none', physical: {} } as const

export function tileResource(table: TileTable, states: readonly TileState[], causes: readonly Address[]): Resource {
  const { source } = table
  const typeOf = (c: string): Type => source.columns.find(x => x.name === c)!.type
  return sealed({
    ...internal,
    address: table.address,
    kind: 'tiles',
    causes,
    uses: [],
    usesSources: [{ on: source.address, columns: source.columns.map(c => c.name) }],
    grain: {
      keys: table.on.map(name => ({ name, type: typeOf(name) })),
      time: ['event_tile', 'known_tile'].map(name => ({ name, type: time })),
      hash: tileGrain(table),
    },
    columns: states.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(s => stored(s.name, s.type, source.address, s.dataHash)),
    filling: { by: 'known time', every: table.every, lateness: table.known ? 0 : source.lateness },
    promises: table.known ? {} : { lateness: source.lateness },
    comment: `Partial aggregates of ${source.name} by ${[...table.on, 'event tile', 'known tile'].join(', ')}`,
  })
}

export function captureResource(table: CaptureTable, causes: readonly Address[]): Resource {
  const { source, on } = table
  const own = source.columns.filter(c => !on.includes(c.name))
  return sealed({
    ...internal,
    address: table.address,
    kind: 'captures',
    causes,
    uses: [],
    usesSources: [{ on: source.address, columns: source.columns.map(c => c.name) }],
    grain: {
      keys: on.map(name => ({ name, type: source.columns.find(c => c.name === name)!.type })),
      time: [{ name: 'captured_at', type: time }],
      hash: captureGrain(table),
    },
    columns: [
      ...own.map(c => stored(c.name, c.type, source.address, hashOf({ captured: c.name }))),
      stored('is_deleted', flag, source.address, hashOf({ captured: true })),
    ],
    filling: { by: 'capture' },
    comment: `What ${source.name} showed at each run`,
  })
}

export function viewResource(model: Model, plan: ViewPlan): Resource {
  const { view, entity, every } = plan
  const wholeDays = every % day === 0
  return sealed({
    address: view.address,
    kind: 'view',
    name: view.name,
    renamedFrom: view.renamedFrom,
    causes: [view.address, ...view.features],
    uses: [
      ...plan.tables.map(t => ({ on: t.table.address, columns: t.states.map(s => s.name) })),
      ...plan.captures.map(c => ({ on: c.address, columns: c.source.columns.map(x => x.name) })),
      ...view.readsViews.map(v => ({ on: v, columns: columnsReadOf(model, view.features, v) })),
    ],
    usesSources: unique([...plan.attributes.map(a => a.source), ...plan.population.dimensions.map(d => d.source)]).map(s => ({
      on: s.address,
      columns: s.columns.map(c => c.name),
    })),
    grain: {
      keys: entity.keys.map(k => ({ name: k.name, type: k.type })),
      time: [{ name: 'feature_time', type: time }, ...(wholeDays ? [{ name: 'feature_date', type: date }] : [])],
      hash: viewGrain(plan),
    },
    columns: columnsOfView(model, view).map(c => featureColumn(c)),
    filling: { by: 'points', every },
    publish: 'view',
    physical: view.physical,
    comment: view.meta.description.value,
    promises: promisesOfView(model, view),
    tags: view.meta.tags.value,
    protect: view.meta.protect.value,
  })
}

function columnsReadOf(model: Model, features: readonly Address[], view: Address): readonly string[] {
  const read = features.flatMap(f => model.catalog.features[f]!.readsFeatures).map(r => model.catalog.features[r]!)
  return unique(read.filter(f => f.view === view).map(f => f.column))
}

/**
 * Which rows a view has: population, cadence, how much counts as known. Names of keys, entity and view do not enter, nor
 * does the order of features or the length of tiles.
 */
function viewGrain(plan: ViewPlan): Hash {
  const { population: p } = plan
  const of = ({ source: s, on }: PopulationSource, known: boolean): unknown => ({
    source: s.query ?? s.name,
    on,
    time: s.eventTime ?? s.validFrom,
    validTo: s.validTo,
    deletedWhen: s.deletedWhen,
    ...versionMeaning(s),
    historyFrom: s.historyFrom,
    known: known ? s.knownTime : null,
    lateness: known && typeof s.knownTime?.trustedFrom === 'string' ? s.lateness : 0,
  })
  const lives = [...p.events.map(t => of(t, t.known)), ...p.dimensions.map(d => of(d, plan.known)), ...p.snapshots.map(s => of(s, false))]
  return hashOf({
    rule: 'view 1',
    keys: plan.entity.keys.map(k => k.type),
    every: plan.every,
    known: plan.known,
    kind: p.kind,
    lives: lives.map(l => hashOf(l)).toSorted(),
  })
}

/** A column that shows a feature: itself, or the plain name of a versioned one. */
export function featureColumn({ name, feature }: StoreColumn): Column {
  const rest = { description: feature.meta.description.value, nullable: feature.nullable, aliasOf: name === feature.column ? null : feature.column }
  return stored(name, feature.type, feature.address, feature.dataHash, rest)
}

export function storeResource(plan: StorePlan, grainOf: (view: Address) => Hash): Resource {
  const { store, groups } = plan
  return sealed({
    address: store.address,
    kind: 'store',
    name: store.name,
    renamedFrom: store.renamedFrom,
    causes: [store.address, ...groups.flatMap(g => g.views.map(v => v.address))],
    uses: unique(groups.flatMap(g => g.views)).map(v => ({
      on: v.address,
      columns: plan.columns.filter(c => c.feature.view === v.address).map(c => c.feature.column),
    })),
    usesSources: [],
    grain: {
      keys: plan.keys.map(k => ({ name: k.name, type: k.type })),
      time: [
        { name: 'feature_type', type: { kind: 'text' } },
        { name: 'feature_date', type: date },
      ],
      hash: hashOf({
        rule: 'store 1',
        groups: groups.map(g => canonical([g.featureType, g.views.map(v => canonical([grainOf(v.address), v.contract.start])).toSorted()])).toSorted(),
      }),
    },
    // A table cannot show one column under two names: the plain name of a versioned feature is a copy of the current one.
    columns: plan.columns.map(c => ({
      ...featureColumn(c),
      aliasOf: null,
      dataHash: hashOf({ store: c.feature.dataHash, plain: c.name !== c.feature.column }),
    })),
    filling: { by: 'dates', every: day },
    publish: 'table',
    physical: { ...store.physical, clusterBy: store.clusterBy },
    comment: store.meta.description.value,
    promises: promisesOf(store.meta),
    tags: store.meta.tags.value,
    protect: store.meta.protect.value,
  })
}
