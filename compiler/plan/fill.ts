import { isoOf } from '../base/instant.ts'
import type { Interval } from '../base/interval.ts'
import { deleteFrom, insertInto, literal, printQuery, quote } from '../emit/index.ts'
import type { Storage } from '../ir/placed.ts'
import type { Relation } from '../ir/relation.ts'
import type { Resource } from '../ir/resource.ts'
import { text, time, date } from '../ir/type.ts'
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
}

/** From so many points on, frames over a dense grid are cheaper than joining tiles to points. */
const bulkPoints = 8

/** Delete and insert: to run in one transaction, as often as one likes. */
export function fillStatements(lowered: Lowered, bindings: Bindings, fill: Fill): readonly string[] {
  const { resource, storage, interval } = fill
  const { dialect } = bindings.placement
  const points = resource.filling.by === 'points' ? (interval.to - interval.from) / resource.filling.every : 1
  const body = bodyOf(lowered, {
    of: resource.address, columns: storage.columns.map(c => c.logical), first: storage.first, bulk: points >= bulkPoints,
    ...(fill.featureType === undefined ? {} : { featureType: fill.featureType }),
  })
  const query = printQuery(bindRelation(body, bindings), dialect, { from: isoOf(interval.from), to: isoOf(interval.to), now: fill.now })
  const columns = outputs(body).map(c => storedName(c, resource, storage)!)
  return [...deleteFrom({ from: storage.name, where: deleted(fill, dialect) }, dialect), ...insertInto({ into: storage.name, columns, query }, dialect)]
}

/** The names of a relation's columns, in order. */
export function outputs(relation: Relation): readonly string[] {
  switch (relation.kind) {
    case 'select': return relation.columns.map(c => c.as)
    case 'with': return outputs(relation.body)
    case 'union': return outputs(relation.all[0]!)
    case 'values': return relation.columns.map(c => c.name)
    case 'scan':
    case 'source': return relation.columns
    case 'series': return [relation.name]
    case 'table':
    case 'physical': return []
  }
}

/** Conditions of the rows that a fill replaces; none: all of them. */
function deleted(fill: Fill, dialect: Bindings['placement']['dialect']): readonly string[] {
  const { resource, storage, interval } = fill
  const column = (logical: string): string => quote(storedName(logical, resource, storage)!, dialect)
  const within = (name: string, [from, to]: readonly [string, string]): string[] => [`${column(name)} >= ${from}`, `${column(name)} < ${to}`]
  const instants = [literal(isoOf(interval.from), time, dialect), literal(isoOf(interval.to), time, dialect)] as const
  switch (resource.filling.by) {
    case 'known time': return within('known_tile', instants)
    case 'points': return within('feature_time', instants)
    case 'capture': return [`${column('captured_at')} = ${literal(fill.now, time, dialect)}`]
    case 'dates': {
      const days = [literal(isoOf(interval.from).slice(0, 10), date, dialect), literal(isoOf(interval.to).slice(0, 10), date, dialect)] as const
      return [`${column('feature_type')} = ${literal(fill.featureType!, text, dialect)}`, ...within('feature_date', days)]
    }
    case 'newest':
    case 'nothing': return []
  }
}
