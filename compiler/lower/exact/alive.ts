import { hashOf, shortHash } from '../../base/hash.ts'
import type { CatalogFeature } from '../../ir/catalog.ts'
import type { Join, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import { aggregate, as, call, field, fields, join, literal, named, part, sameColumns, select, yes } from '../../ir/terms.ts'
import { flag } from '../../ir/type.ts'
import { column } from '../as-of.ts'
import { captureTable, scanCaptures } from '../captures.ts'
import { allLeaves } from '../leaves.ts'
import type { PopulationPlan, PopulationSource } from '../population.ts'
import { effectiveKnown, happened, wholeRow } from '../row.ts'
import { knownRows, newestRows } from '../row-versions.ts'
import type { TileTable } from '../tile-table.ts'
import { isSigned } from '../tile-table.ts'
import type { ViewPlan } from '../view-plan.ts'
import { slotName } from '../view-plan.ts'
import type { Part, WindowSlot } from '../window-slot.ts'
import { sameKey } from '../window-slot.ts'
import { captureAt, dimensionAt } from './versions.ts'

/** Which of the moments `g` see their key alive. */
export interface Alive {
  readonly parts: readonly Part[]
  readonly joins: readonly Join[]
  /** Never false by a NULL: not true is dead. */
  readonly when: Term
}

/** All that is asked is empty by itself where a key is not alive: then no window sees a row, of a source whose rows show that a key lives. */
export function isEmptyUnlessAlive({ population, slots }: ViewPlan, features: readonly CatalogFeature[]): boolean {
  if (population.kind === 'one' || (population.kind === 'defined' && population.dimensions.length + population.snapshots.length > 0)) return false
  const shows = ({ table }: WindowSlot): boolean =>
    table.source.historyFrom === null && population.events.some(e => e.source === table.source && e.on.join() === table.on.join())
  return features.every(f => allLeaves(f.expr).every(l => l.kind === 'window' && slots.some(s => s.name === slotName(l) && shows(s))))
}

/** Which keys have shown themselves by an event. */
export type SeenEvents = (table: TileTable, keys: readonly string[]) => Alive

/** No moment sees its key dead. */
export const always: Alive = { parts: [], joins: [], when: yes }

/** The rules of a population (population.ts) at any moments of keys instead of points. */
export function aliveAt(plan: PopulationPlan, keys: readonly string[], known: boolean, seenOf: SeenEvents = seenEvents): Alive {
  if (plan.kind === 'one') return always
  if (plan.kind === 'seen')
    return anyOf([
      ...plan.events.map(t => seenOf(t, keys)),
      ...plan.dimensions.map(d => seenVersions(d, keys, known)),
      ...plan.snapshots.map(s => seenCaptures(s, keys)),
    ])
  const [dimension] = plan.dimensions
  if (dimension !== undefined) return inDimension(dimension, keys, known)
  const [snapshot] = plan.snapshots
  return snapshot === undefined ? anyOf(plan.events.map(t => seenOf(t, keys))) : inSnapshot(plan.events, snapshot, keys)
}

function anyOf(found: readonly Alive[]): Alive {
  const [only] = found
  if (found.length === 1 && only !== undefined) return only
  return {
    parts: found.flatMap(f => f.parts),
    joins: found.flatMap(f => f.joins),
    when: call('or', ...found.map(f => call<TermLeaf>('coalesce', f.when, literal(false, flag)))),
  }
}

const point = field('feature_time', 'g')

function partName(what: string, { source, on }: PopulationSource): string {
  return `_${what}_${shortHash(hashOf([source.address, on]))}`
}

/** From the moment on at which the first row of a key has happened and is known. */
function seenEvents(table: TileTable, keys: readonly string[]): Alive {
  const { source, on } = table
  const name = partName('seen', table)
  const at = field(happened(source), 's')
  const known = effectiveKnown(source, table.known, 's')
  if (isSigned(table)) return countedEvents(name, table, keys)
  const since = aggregate('min', [table.known ? call<TermLeaf>('greatest', at, known) : at])
  const of = select(as('s', newestRows(source)), [...keys.map((k, i) => named(k, field(on[i]!, 's'))), named('seen_at', since)], {
    where: [wholeRow(source, on, 's')],
    groupBy: on.map(k => field(k, 's')),
  })
  return { parts: [{ name, of }], joins: [join('left', name, part(name), sameColumns('g', name, keys))], when: call('gt', point, field('seen_at', name)) }
}

/** While an event of the key is known that no newer version of it has taken away. */
function countedEvents(name: string, { source, on }: TileTable, keys: readonly string[]): Alive {
  const rows = knownRows(source, true)
  const moment = field('feature_time', 'p')
  const of = select(as('p', part('points')), fields([...keys, 'feature_time'], 'p'), {
    joins: [
      join('inner', 's', rows.from, [
        ...sameKey('s', on, 'p', keys),
        call('lt', field(happened(source), 's'), moment),
        call('lt', effectiveKnown(source, true, 's'), moment),
        ...rows.seenAt('s', moment),
      ]),
    ],
    where: [wholeRow(source, on, 's'), ...rows.where],
    distinct: true,
  })
  return { parts: [{ name, of }], joins: [byMoment(name, keys)], when: there(name) }
}

function seenVersions(read: PopulationSource, keys: readonly string[], known: boolean): Alive {
  const found = dimensionAt({ name: partName('version', read), source: { ...read.source, validTo: null }, on: read.on, keys, columns: [] }, known)
  return { parts: [found], joins: [byMoment(found.name, keys)], when: there(found.name) }
}

function seenCaptures({ source, on }: PopulationSource, keys: readonly string[]): Alive {
  const name = partName('captured', { source, on })
  const of = select(
    as('s', scanCaptures(captureTable(source), [])),
    [...keys.map((k, i) => named(k, field(on[i]!, 's'))), named('seen_at', aggregate('min', [field('captured_at', 's')]))],
    { where: on.map(k => call('not', call('isNull', field(k, 's')))), groupBy: on.map(k => field(k, 's')) },
  )
  return { parts: [{ name, of }], joins: [join('left', name, part(name), sameColumns('g', name, keys))], when: call('gt', point, field('seen_at', name)) }
}

function inDimension(read: PopulationSource, keys: readonly string[], known: boolean): Alive {
  const found = dimensionAt({ name: '_living', source: read.source, on: read.on, keys, columns: [] }, known)
  const deleted = read.source.deletedWhen
  const stands = deleted === null ? [] : [call<TermLeaf>('not', call('coalesce', field(column(deleted), '_living'), literal(false, flag)))]
  return { parts: [found], joins: [byMoment('_living', keys)], when: stands.length === 0 ? there('_living') : call('and', there('_living'), ...stands) }
}

/**
 * In the newest capture of its key, and that is no loss; or never captured, and the first event that is known happened
 * after the newest capture of all.
 */
function inSnapshot(tables: readonly TileTable[], { source, on }: PopulationSource, keys: readonly string[]): Alive {
  const captures = scanCaptures(captureTable(source), [])
  const captured = captureAt({ name: '_captured', source, on, keys, columns: [] }, captures)
  const runs = select(
    as('p', part('points')),
    [named('feature_time', field('feature_time', 'p')), named('newest_at', aggregate('max', [field('captured_at', 's')]))],
    {
      joins: [join('inner', 's', captures, [call('lt', field('captured_at', 's'), field('feature_time', 'p'))])],
      groupBy: [field('feature_time', 'p')],
    },
  )
  const isCaptured = call<TermLeaf>('not', field(column('is_deleted'), '_captured'))
  const parts: Part[] = [captured, { name: '_runs', of: runs }]
  const joins = [byMoment('_captured', keys), join('left', '_runs', part('_runs'), sameColumns('g', '_runs', ['feature_time']))]
  if (tables.length === 0) return { parts, joins, when: isCaptured }
  parts.push({ name: '_first_event', of: firstEvents(tables, keys) })
  const waiting = [
    call<TermLeaf>('isNull', field('feature_time', '_captured')),
    there('_first_event'),
    call<TermLeaf>('or', call('isNull', field('newest_at', '_runs')), call('gt', field('happened', '_first_event'), field('newest_at', '_runs'))),
  ]
  const when = call<TermLeaf>('or', call('coalesce', isCaptured, literal(false, flag)), call('and', ...waiting))
  return { parts, joins: [...joins, byMoment('_first_event', keys)], when }
}

/** When the first event of a key happened, of those that are known at each moment. */
function firstEvents(tables: readonly TileTable[], keys: readonly string[]): Relation {
  const each = tables.map(({ source, on, known }) => {
    const at = field(happened(source), 's')
    const rows = knownRows(source, known)
    const seen = [
      ...rows.seenAt('s', field('feature_time', 'p')),
      call<TermLeaf>('lt', at, field('feature_time', 'p')),
      ...(known ? [call<TermLeaf>('lt', effectiveKnown(source, true, 's'), field('feature_time', 'p'))] : []),
    ]
    return select(as('p', part('points')), [...fields([...keys, 'feature_time'], 'p'), named('happened', at)], {
      joins: [join('inner', 's', rows.from, [...sameKey('s', on, 'p', keys), ...seen])],
      where: [wholeRow(source, on, 's'), ...rows.where],
    })
  })
  const grain = [...keys, 'feature_time']
  return select(
    as('e', each.length === 1 ? each[0]! : { kind: 'union', all: each }),
    [...fields(grain, 'e'), named('happened', aggregate('min', [field('happened', 'e')]))],
    {
      groupBy: grain.map(g => field(g, 'e')),
    },
  )
}

function byMoment(name: string, keys: readonly string[]): Join {
  return join('left', name, part(name), sameColumns('g', name, [...keys, 'feature_time']))
}

function there(name: string): Term {
  return call('not', call('isNull', field('feature_time', name)))
}
