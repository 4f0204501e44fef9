import type { CatalogEntity, CatalogSource, CatalogView } from '../ir/catalog.ts'
import type { Relation, Term, TermLeaf } from '../ir/relation.ts'
import type { Scalar, ScalarLeaf } from '../ir/scalar.ts'
import {
  aggregate,
  as,
  bucketOf,
  call,
  choose,
  descending,
  field,
  fields,
  join,
  later,
  literal,
  named,
  over,
  param,
  part,
  sameColumns,
  select,
} from '../ir/terms.ts'
import { flag } from '../ir/type.ts'
import { captureAsOf, column, dimensionAsOf, versionEnters } from './as-of.ts'
import { attributeOf } from './attributes.ts'
import { captureTable, scanCaptures } from './captures.ts'
import { firstEntryPoint, seenFrom } from './cells.ts'
import type { Alive } from './changing-life.ts'
import { changingBeforeCapture, changingEvents, changingRows } from './changing-life.ts'
import { allLeaves } from './leaves.ts'
import type { Model } from './model.ts'
import { columnsOf, unknown } from './model.ts'
import { happened, wholeRow } from './row.ts'
import { newestRows, showsVersions } from './row-versions.ts'
import type { TileContent, TileState, TileTable } from './tile-table.ts'
import { contentStates, isSigned, tileState, tileTable } from './tile-table.ts'
import { viewsBelow } from './views-below.ts'
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

export function planPopulation(model: Model, view: CatalogView, entity: CatalogEntity, slots: readonly WindowSlot[]): PopulationPlan {
  if (entity.keys.length === 0) return { kind: 'one', events: [], dimensions: [], snapshots: [] }
  const tableOf = ({ source, on }: PopulationSource, moments = false): TileTable => {
    const spans = { every: view.contract.every, tile: view.contract.every, known: view.contract.known === 'as-known' }
    // When the first event happened cannot be taken back: the rows are kept.
    if (moments && isSigned({ source, known: spans.known && source.knownTime !== null })) return tileTable(source, on, spans, momentsOf(source))
    const shared = slots.find(s => s.table.source === source && s.table.on.join() === on.join() && s.table.content.kind === 'states')
    return shared?.table ?? tileTable(source, on, spans)
  }
  const roles = rolesRead(model, entity, view)
  const of = (form: CatalogSource['form']): PopulationSource[] => roles.filter(r => r.source.form === form)
  const definer = entity.definedBy === null ? undefined : model.sources.get(entity.definedBy)
  if (definer === undefined) return { kind: 'seen', events: of('events').map(e => tableOf(e)), dimensions: of('dimension'), snapshots: of('snapshot') }
  const defining = { source: definer, on: columnsOf(entity, definer, null) }
  switch (definer.form) {
    case 'events':
      return { kind: 'defined', events: [tableOf(defining)], dimensions: [], snapshots: [] }
    case 'dimension':
      return { kind: 'defined', events: [], dimensions: [defining], snapshots: [] }
    case 'snapshot':
      return { kind: 'defined', events: of('events').map(e => tableOf(e, true)), dimensions: [], snapshots: [defining] }
  }
}

/** Sources and roles in which a view reads keys of its entity, also through other views of that entity. */
function rolesRead(model: Model, entity: CatalogEntity, view: CatalogView): readonly PopulationSource[] {
  const found = new Map<string, PopulationSource>()
  const views = viewsBelow(model, [view], v => v.entity === entity.address)
  for (const leaf of views.flatMap(v => v.features).flatMap(f => allLeaves(model.catalog.features[f]!.expr))) {
    const role = roleOf(model, entity, leaf)
    if (role !== null) found.set(`${role.source.address} ${role.on.join()}`, role)
  }
  if (found.size > 0) return [...found.values()]
  // It reads no rows of its entity: then all sources that hold its keys tell.
  return model.catalog.sources.filter(s => s.entities.some(e => e.entity === entity.address)).map(source => ({ source, on: columnsOf(entity, source, null) }))
}

function roleOf(model: Model, entity: CatalogEntity, leaf: ScalarLeaf): PopulationSource | null {
  if (leaf.kind === 'asOf') return attributeOf(model, entity, leaf.of)
  if (leaf.kind !== 'window') return null
  const source = model.sources.get(leaf.source) ?? unknown(leaf.source)
  return { source, on: columnsOf(entity, source, leaf.keys) }
}

export interface PopulationContext extends WindowContext {
  readonly known: boolean
  /** The keys of the point before `from`, where its rows are there and right. */
  readonly before: Relation | null
}

/** Parts that end in `grid`: one row per living key and point. */
export function populationParts(plan: PopulationPlan, context: PopulationContext): readonly Part[] {
  const { keys } = context
  if (plan.kind === 'one') return [{ name: 'grid', of: select(as('p', part('points')), fields(['feature_time'], 'p')) }]
  const alive: readonly Alive[] =
    plan.kind === 'seen'
      ? seenParts(plan, context)
      : [
          ...plan.dimensions.map(d => dimensionParts(d, context)),
          ...plan.snapshots.map(s => captureParts(s, context)),
          ...(plan.events.length > 0 ? eventParts(plan, context) : []),
        ]
  const rows = alive.map(a => a.rows)
  const grain = fields([...keys, 'feature_time'], 'g')
  const grid = rows.length === 1 ? rows[0]! : select(as('g', { kind: 'union', all: rows }), grain, { distinct: true })
  return [...alive.flatMap(a => a.parts), { name: 'grid', of: grid }]
}

/** Where keys live from their first row in one tile table on, for ever: that table, and the part that says from when. */
export function livingFrom(plan: PopulationPlan): WindowContext['living'] {
  const [table] = plan.events
  const alone = plan.events.length === 1 && plan.dimensions.length === 0 && plan.snapshots.length === 0
  return table !== undefined && alone && !isSigned(table) ? { table: table.address, part: '_first_seen' } : undefined
}

/** A key lives while its row as of the point is there and is no deletion. */
function dimensionParts({ source, on }: PopulationSource, context: PopulationContext): Alive {
  const { keys, every } = context
  const found = dimensionAsOf({ name: '_living', source, on, keys, every, columns: [] }, context.known)
  const deleted = source.deletedWhen
  const where = deleted === null ? [] : [call<TermLeaf>('not', call('coalesce', field(column(deleted), 'v'), literal(false, flag)))]
  return { parts: found.parts, rows: select(as('v', part('_living')), fields([...keys, 'feature_time'], 'v'), { where }) }
}

function captureParts({ source, on }: PopulationSource, context: PopulationContext): Alive {
  const { keys, every } = context
  const found = captureAsOf({ name: '_captured', source, on, keys, every, columns: [] }, scanCaptures(captureTable(source), []))
  return {
    parts: found.parts,
    rows: select(as('v', part('_captured')), fields([...keys, 'feature_time'], 'v'), { where: [call('not', field(column('is_deleted'), 'v'))] }),
  }
}

/** Keys that were ever seen, from the first point that sees a row of theirs. */
function seenParts(plan: PopulationPlan, context: PopulationContext): readonly Alive[] {
  const changes = (d: PopulationSource): boolean => showsVersions(d.source, context.known)
  const first = [
    ...firstEvents(plan, context),
    ...plan.dimensions.filter(d => !changes(d)).map(d => firstVersion(d, context)),
    ...plan.snapshots.map(s => firstCapture(s, context)),
  ]
  return [
    ...(first.length === 0 ? [] : [{ parts: [{ name: '_first_seen', of: earliest(first, context) }], rows: aliveFrom('_first_seen', context, []) }]),
    ...changingTables(plan, context),
    ...plan.dimensions.filter(changes).map((d, i) => changingRows(`_rows_${i + 1}`, d.source, d.on, context)),
  ]
}

/** Tables of events that come in versions. */
function changingTables(plan: PopulationPlan, context: PopulationContext): readonly Alive[] {
  return plan.events.filter(isSigned).map((t, i) => changingEvents(`_lives_${i + 1}`, t, anyRow(t).name, context))
}

/** Where events define the population a key lives from its first event on; where a snapshot does, events show it before. */
function eventParts(plan: PopulationPlan, context: PopulationContext): readonly Alive[] {
  const [snapshot] = plan.snapshots
  if (snapshot === undefined) return seenParts(plan, context)
  if (!plan.events.some(isSigned)) return [beforeCaptureParts(plan.events, snapshot, context)]
  const shown = plan.events.map(table => ({ table, moment: isSigned(table) ? 'value' : firstMoment(table).name, count: isSigned(table) ? 'n' : null }))
  return [changingBeforeCapture(shown, scanCaptures(captureTable(snapshot.source), []), firstCapture(snapshot, context), context)]
}

/**
 * From its first event on a key lives until the first capture after that. If the capture holds the key, the captures tell
 * from there on; if it misses the key, that life has ended. An event that becomes known later may have been the first.
 */
function beforeCaptureParts(tables: readonly TileTable[], snapshot: PopulationSource, context: PopulationContext): Alive {
  const { keys, every } = context
  const captured = field('captured_at', 'r')
  const runs = select(as('s', scanCaptures(captureTable(snapshot.source), [])), fields(['captured_at'], 's'), { distinct: true })
  const previous = over('lead', [captured], [], [descending(captured)], null)
  const spans = select(as('r', part('_runs')), [named('captured_at', captured), named('previous_at', previous)])
  const first = field('happened', 'e')
  const since = call<TermLeaf>('or', call('isNull', field('previous_at', 'r')), call('gte', first, field('previous_at', 'r')))
  const enters = field('alive_from', 'e')
  const ends = choose<TermLeaf>(call('not', call('isNull', captured)), call('greatest', enters, later(bucketOf(captured, every), every)))
  const lives = select(
    as('e', part('_events_seen')),
    [...fields(keys, 'e'), named('alive_from', aggregate('min', [enters])), named('alive_until', aggregate('min', [ends]))],
    {
      joins: [join('left', 'r', part('_run_spans'), [call('lt', first, captured), since])],
      groupBy: keys.map(k => field(k, 'e')),
    },
  )
  const uncaptured = select(as('f', part('_lives')), fields([...keys, 'alive_from', 'alive_until'], 'f'), {
    joins: [join('left', 'c', part('_captured_first'), sameColumns('f', 'c', keys))],
    where: [call<TermLeaf>('or', call('isNull', field('alive_from', 'c')), call('gt', field('alive_from', 'c'), field('alive_from', 'f')))],
  })
  const parts = [
    { name: '_events_seen', of: unioned(tables.map(t => eventsSeen(t, context))) },
    { name: '_runs', of: runs },
    { name: '_run_spans', of: spans },
    { name: '_lives', of: lives },
    { name: '_captured_first', of: firstCapture(snapshot, context) },
    { name: '_before_capture', of: uncaptured },
  ]
  const until = field('alive_until', 'f')
  return { parts, rows: aliveFrom('_before_capture', context, [call<TermLeaf>('or', call('isNull', until), call('lt', field('feature_time', 'p'), until))]) }
}

/** When the first event of each key and tile happened, by the first point that sees it. */
function eventsSeen(table: TileTable, context: PopulationContext): Relation {
  const enters = seenFrom(table, 0, context)
  const columns = [
    ...renamedKeys(table, context.keys, 't'),
    named('alive_from', enters),
    named('happened', aggregate('min', [field(firstMoment(table).name, 't')])),
  ]
  const scan = scanTiles(table, [firstMoment(table).name])
  return select(as('t', scan), columns, { where: [call('lt', field('known_tile', 't'), param('to'))], groupBy: [...keyTerms(table, 't'), enters] })
}

/** What a tile table must hold for a population: when its first event happened, where captures are to be compared with that. */
export function populationStates(plan: PopulationPlan): readonly { readonly table: TileTable; readonly states: readonly TileState[] }[] {
  const moments = plan.snapshots.length > 0 && plan.kind === 'defined'
  return plan.events.map(table => ({ table, states: table.content.kind !== 'states' ? contentStates(table) : [moments ? firstMoment(table) : anyRow(table)] }))
}

function firstMoment({ source }: TileTable): TileState {
  return tileState(source, 'min', momentOf(source), null)
}

function momentOf(source: CatalogSource): Scalar {
  return { kind: 'column', source: source.address, name: happened(source), keys: null }
}

function momentsOf(source: CatalogSource): TileContent {
  return { kind: 'rows', of: momentOf(source), where: null, keepNulls: false }
}

/** What a table holds when only the presence of rows matters. */
function anyRow(table: TileTable): TileState {
  return tileState(table.source, 'n', null, null)
}

function unioned(relations: readonly Relation[]): Relation {
  return relations.length === 1 ? relations[0]! : { kind: 'union', all: relations }
}

function aliveFrom(name: string, { keys }: PopulationContext, where: readonly Term[]): Relation {
  const point = field('feature_time', 'p')
  return select(as('f', part(name)), [...fields(keys, 'f'), named('feature_time', point)], {
    joins: [join('inner', 'p', part('points'), [call('gte', point, field('alive_from', 'f'))])],
    where,
  })
}

function earliest(firsts: readonly Relation[], { keys }: PopulationContext): Relation {
  if (firsts.length === 1) return firsts[0]!
  const columns = [...fields(keys, 'f'), named('alive_from', aggregate('min', [field('alive_from', 'f')]))]
  return select(as('f', { kind: 'union', all: firsts }), columns, { groupBy: keys.map(k => field(k, 'f')) })
}

/** From when keys of events live; who lived at the point before lives on, so that only later tiles are looked at. */
function firstEvents(plan: PopulationPlan, context: PopulationContext): readonly Relation[] {
  const tables = plan.events.filter(t => !isSigned(t))
  if (context.before === null || livingFrom(plan) === undefined) return tables.map(t => firstSeen(t, context, []))
  const lived = select(as('b', context.before), [...fields(context.keys, 'b'), named('alive_from', param('from'))])
  const since = (table: TileTable, column: string): Term => call('gte', field(column, 't'), later(param('from'), -(context.every + table.tile)))
  return [lived, ...tables.flatMap(t => ['known_tile', ...(t.known ? ['event_tile'] : [])].map(c => firstSeen(t, context, [since(t, c)])))]
}

function firstSeen(table: TileTable, context: PopulationContext, where: readonly Term[]): Relation {
  const columns = [...renamedKeys(table, context.keys, 't'), named('alive_from', firstEntryPoint(table, context))]
  return select(as('t', scanTiles(table, [])), columns, { where: [call('lt', field('known_tile', 't'), param('to')), ...where], groupBy: keyTerms(table, 't') })
}

function firstVersion({ source, on }: PopulationSource, context: PopulationContext): Relation {
  const enters = versionEnters(source, context.known, context.every)
  const columns = [...context.keys.map((k, i) => named(k, field(on[i]!, 's'))), named('alive_from', aggregate('min', [enters]))]
  return select(as('s', newestRows(source)), columns, { where: [wholeRow(source, on, 's')], groupBy: on.map(k => field(k, 's')) })
}

function firstCapture({ source, on }: PopulationSource, context: PopulationContext): Relation {
  const columns = [...context.keys.map((k, i) => named(k, field(on[i]!, 's'))), named('alive_from', aggregate('min', [capturePoint(context)]))]
  const whole = on.map(k => call<TermLeaf>('not', call('isNull', field(k, 's'))))
  return select(as('s', scanCaptures(captureTable(source), [])), columns, { where: whole, groupBy: on.map(k => field(k, 's')) })
}

/** The first point at which a capture was known. */
function capturePoint({ every }: PopulationContext): Term {
  return later(bucketOf(field('captured_at', 's'), every), every)
}
