import { uniqueBy } from '../base/group.ts'
import { isoOf } from '../base/instant.ts'
import type { Interval } from '../base/interval.ts'
import type { Bounds } from '../emit/index.ts'
import { deleteFrom, insertInto, printQuery, printTerm } from '../emit/index.ts'
import type { Storage } from '../ir/placed.ts'
import type { Relation, Term, TermLeaf } from '../ir/relation.ts'
import type { Resource } from '../ir/resource.ts'
import { call, field, param, words } from '../ir/terms.ts'
import type { Lowered } from '../lower/index.ts'
import { bodyOf } from '../lower/index.ts'
import type { Bindings } from './bind.ts'
import { bindRelation, storedName } from './bind.ts'

/** One interval of one storage to be computed. */
export interface Fill {
  readonly resource: Resource
  readonly storage: Storage
  /** Points, known times or dates in [from, to). */
  readonly interval: Interval
  /** ISO instant of the run. */
  readonly now: string
  readonly featureType?: string
  /** The rows of the point before are there, of the same storage, and right: keys that live on need not be looked for. */
  readonly continues?: boolean
  /** It is long enough to be cut into shares of its keys, where the engine gains by that. */
  readonly shared?: boolean
}

/** From so many points on, frames over a dense grid are cheaper than joining tiles to points. */
export const bulkPoints = 8

/** A fill whose bounds are the names of parameters. */
export function boundedFill(
  lowered: Lowered,
  bindings: Bindings,
  fill: Omit<Fill, 'interval' | 'now'>,
  { bounds, bulk }: { readonly bounds: Bounds; readonly bulk: boolean },
): readonly string[] {
  return replaceRows(fill, bindings, fillBody(lowered, fill, bulk), bounds)
}

/** Many points at once. */
export function isBulk({ resource: { filling }, interval }: Fill): boolean {
  return filling.by === 'points' && (interval.to - interval.from) / filling.every >= bulkPoints
}

export function boundsOf({ interval, now }: Fill): { readonly from: string; readonly to: string; readonly now: string } {
  return { from: isoOf(interval.from), to: isoOf(interval.to), now }
}

/** The rows of a fill, not yet bound. */
export function fillBody(lowered: Lowered, fill: Omit<Fill, 'interval' | 'now'>, bulk: boolean): Relation {
  const { resource, storage } = fill
  // Two names may show one stored column: it is filled once.
  const columns = uniqueBy(storage.columns.toReversed(), c => c.stored)
    .map(c => c.logical)
    .toReversed()
  const type = fill.featureType === undefined ? {} : { featureType: fill.featureType }
  const continues = fill.continues ?? false
  return bodyOf(lowered, { of: resource.address, columns, first: storage.first, bulk, continues, ...type })
}

/** Deletes what is there of a fill, or what of it meets further conditions, and inserts the rows of a relation. */
export function replaceRows(
  fill: Omit<Fill, 'interval' | 'now'>,
  bindings: Bindings,
  body: Relation,
  bounds: Bounds,
  further: readonly Term[] = [],
): readonly string[] {
  const { resource, storage } = fill
  const { dialect } = bindings.placement
  const query = printQuery(bindRelation(body, bindings), dialect, bounds)
  const into = outputs(body).map(c => storedName(c, resource, storage)!)
  const where = [...deleted(fill), ...further].map(term => printTerm(term, dialect, bounds))
  return [...deleteFrom({ from: storage.name, where }, dialect), ...insertInto({ into: storage.name, columns: into, query }, dialect)]
}

/** The names of a relation's columns, in order. */
export function outputs(relation: Relation): readonly string[] {
  switch (relation.kind) {
    case 'select':
      return relation.columns.map(c => c.as)
    case 'with':
      return outputs(relation.body)
    case 'union':
      return outputs(relation.all[0]!)
    case 'values':
      return relation.columns.map(c => c.name)
    case 'scan':
    case 'source':
      return relation.columns
    case 'series':
      return [relation.name]
    case 'frames':
      return [...relation.keys, relation.time, ...relation.columns.map(c => c.as)]
    case 'table':
    case 'physical':
      return []
  }
}

/** Conditions of the rows that a fill replaces; none: all of them. */
function deleted({ resource, storage, featureType }: Omit<Fill, 'interval' | 'now'>): readonly Term[] {
  const column = (logical: string): Term => field(storedName(logical, resource, storage)!)
  const within = (name: string): Term[] => [call('gte', column(name), param('from')), call('lt', column(name), param('to'))]
  switch (resource.filling.by) {
    case 'known time':
      return within('known_tile')
    case 'points':
      return within('feature_time')
    case 'capture':
      return [call('eq', column('captured_at'), param('now'))]
    case 'dates': {
      const days = [
        call<TermLeaf>('gte', column('feature_date'), call('dateOf', param('from'))),
        call<TermLeaf>('lt', column('feature_date'), call('dateOf', param('to'))),
      ]
      return [call('eq', column('feature_type'), words(featureType!)), ...days]
    }
    case 'newest':
    case 'nothing':
      return []
  }
}
