import type { CatalogEntity, CatalogSource, CatalogView } from '../ir/catalog.ts'
import type { Relation, Term } from '../ir/relation.ts'
import { aggregate, as, call, field, fields, join, named, param, part, select } from '../ir/terms.ts'
import { captureAsOf, column, dimensionAsOf } from './as-of.ts'
import { captureTable, scanCaptures } from './captures.ts'
import { entryPoint } from './cells.ts'
import type { AttributeSource } from './attributes.ts'
import type { Model } from './model.ts'
import { columnsOf } from './model.ts'
import type { TileTable } from './tile-table.ts'
import { tileTable } from './tile-table.ts'
import type { Part, WindowContext, WindowSlot } from './window-slot.ts'
import { keyTerms, renamedKeys, scanTiles } from './window-slot.ts'

/** A source in the role in which it tells which keys live. */
export interface PopulationSource {
  readonly source: CatalogSource
  readonly on: readonly string[]
}

/** Where the keys of a view come from. */
export interface PopulationPlan {
  /** `one`: no keys, one row at every point. `defined`: by one source. `seen`: keys in the sources that the view reads. */
  readonly kind: 'one' | 'defined' | 'seen'
  /** Tile tables whose rows show a key for the first time. */
  readonly events: readonly TileTable[]
  readonly dimensions: readonly PopulationSource[]
  readonly snapshots: readonly PopulationSource[]
}

export function planPopulation(model: Model, view: CatalogView, entity: CatalogEntity, slots: readonly WindowSlot[], attributes: readonly AttributeSource[]): PopulationPlan {
  if (entity.keys.length === 0) return { kind: 'one', events: [], dimensions: [], snapshots: [] }
  const role = (source: CatalogSource): PopulationSource => ({ source, on: columnsOf(entity, source, null) })
  const tableOf = ({ source, on }: PopulationSource): TileTable => {
    const shared = slots.find(s => s.table.source === source && s.table.on.join() === on.join() && s.table.content.kind === 'states')
    const { every } = view.contract
    return shared?.table ?? tileTable(source, on, { every, tile: every, known: view.contract.known === 'as-known' })
  }
  const read = readSources(model, view).map(s => slotRole(s, slots, attributes) ?? role(s))
  const events = read.filter(s => s.source.form === 'events').map(tableOf)
  const definer = entity.definedBy === null ? undefined : model.sources.get(entity.definedBy)
  if (definer === undefined) {
    const form = (f: CatalogSource['form']): PopulationSource[] => read.filter(s => s.source.form === f)
    return { kind: 'seen', events, dimensions: form('dimension'), snapshots: form('snapshot') }
  }
  const defining = role(definer)
  switch (definer.form) {
    case 'events': return { kind: 'defined', events: [tableOf(defining)], dimensions: [], snapshots: [] }
    case 'dimension': return { kind: 'defined', events: [], dimensions: [defining], snapshots: [] }
    case 'snapshot': return { kind: 'defined', events, dimensions: [], snapshots: [defining] }
  }
}

/** Sources that a view reads, also through views of its own entity. */
function readSources(model: Model, view: CatalogView): CatalogSource[] {
  const views = [view, ...view.readsViews.map(v => model.views.get(v)!).filter(v => v.entity === view.entity)]
  const direct = views.flatMap(v => v.readsSources)
  return [...new Set(direct)].map(a => model.sources.get(a)!).filter(s => s.entities.some(e => e.entity === view.entity))
}

function slotRole(source: CatalogSource, slots: readonly WindowSlot[], attributes: readonly AttributeSource[]): PopulationSource | undefined {
  const slot = slots.find(s => s.table.source === source)
  return slot === undefined ? attributes.find(a => a.source === source) : { source, on: slot.table.on }
}

export interface PopulationContext extends WindowContext {
  readonly known: boolean
}

/** Parts that end in `grid`: one row per living key and point. */
export function populationParts(plan: PopulationPlan, context: PopulationContext): readonly Part[] {
  const { keys } = context
  if (plan.kind === 'one') return [{ name: 'grid', of: select(as('p', part('points')), fields(['feature_time'], 'p')) }]
  const alive = [
    ...plan.dimensions.map((d, i) => dimensionParts(`_living_${i + 1}`, d, context)),
    ...plan.snapshots.map((s, i) => captureParts(`_captured_${i + 1}`, s, context)),
    ...(plan.events.length > 0 ? [eventParts(plan, context)] : []),
  ]
  const rows = alive.map(a => a.rows)
  const grain = fields([...keys, 'feature_time'], 'g')
  const grid = rows.length === 1 ? rows[0]! : select(as('g', { kind: 'union', all: rows }), grain, { distinct: true })
  return [...alive.flatMap(a => a.parts), { name: 'grid', of: grid }]
}

interface Alive {
  readonly parts: readonly Part[]
  /** (keys, feature_time) of living keys. */
  readonly rows: Relation
}

function dimensionParts(name: string, { source, on }: PopulationSource, context: PopulationContext): Alive {
  const { keys, every } = context
  const found = dimensionAsOf({ name, source, on, keys, every, columns: [] }, context.known)
  const deleted = source.deletedWhen
  const where = deleted === null ? [] : [call('not', call('coalesce', field(column(deleted), 'v'), { kind: 'literal', value: false, type: { kind: 'flag' } }))]
  return { parts: found.parts, rows: select(as('v', part(name)), fields([...keys, 'feature_time'], 'v'), { where: where as Term[] }) }
}

function captureParts(name: string, { source, on }: PopulationSource, context: PopulationContext): Alive {
  const { keys, every } = context
  const found = captureAsOf({ name, source, on, keys, every, columns: [] }, scanCaptures(captureTable(source), []))
  return { parts: found.parts, rows: select(as('v', part(name)), fields([...keys, 'feature_time'], 'v'), { where: [call('not', field(column('is_deleted'), 'v'))] }) }
}

/** Keys from the first point that sees a row of theirs; before the first capture where a snapshot defines them. */
function eventParts(plan: PopulationPlan, context: PopulationContext): Alive {
  const { keys } = context
  const firsts = plan.events.map(t => firstSeen(t, context))
  const all: Relation = firsts.length === 1 ? firsts[0]! : { kind: 'union', all: firsts }
  const first = select(as('f', all), [...fields(keys, 'f'), named('alive_from', aggregate('min', [field('alive_from', 'f')]))], { groupBy: keys.map(k => field(k, 'f')) })
  const captured = plan.kind === 'defined' ? plan.snapshots.map(s => firstCapture(s, context)) : []
  const point = field('feature_time', 'p')
  const until = captured.map((_, i) => call('lt', point, field('captured_from', `c${i}`)))
  const rows = select(as('f', part('_first_seen')), [...fields(keys, 'f'), named('feature_time', point)], {
    joins: [join('inner', 'p', part('points'), [call('gte', point, field('alive_from', 'f'))]), ...captured.map((c, i) => join('inner', `c${i}`, c, keys.map(k => call('eq', field(k, `c${i}`), field(k, 'f')))))],
    where: until as Term[],
  })
  return { parts: [{ name: '_first_seen', of: first }], rows }
}

function firstSeen(table: TileTable, context: PopulationContext): Relation {
  const columns = [...renamedKeys(table, context.keys, 't'), named('alive_from', aggregate('min', [entryPoint(table, 0, context)]))]
  return select(as('t', scanTiles(table, [])), columns, { where: [call('lt', field('known_tile', 't'), param('to'))], groupBy: keyTerms(table, 't') })
}

function firstCapture({ source, on }: PopulationSource, context: PopulationContext): Relation {
  const enters = call('timePlus', call('bucket', field('captured_at', 's'), { kind: 'literal', value: context.every, type: { kind: 'int' } }), { kind: 'literal', value: context.every, type: { kind: 'int' } })
  const columns = [...context.keys.map((k, i) => named(k, field(on[i]!, 's'))), named('captured_from', aggregate('min', [enters as Term]))]
  return select(as('s', scanCaptures(captureTable(source), [])), columns, { groupBy: on.map(k => field(k, 's')) })
}
