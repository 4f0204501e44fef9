import { unique } from '../../base/group.ts'
import type { Relation, Term, TermLeaf } from '../../ir/relation.ts'
import { as, call, descending, field, fields, integer, join, named, over, part, select } from '../../ir/terms.ts'
import type { AsOfRequest } from '../as-of.ts'
import { column } from '../as-of.ts'
import { effectiveKnown, happened, wholeRow } from '../row.ts'
import { knownRows } from '../row-versions.ts'
import type { Part } from '../window-slot.ts'
import { sameKey } from '../window-slot.ts'

export type VersionRequest = Omit<AsOfRequest, 'every'>

/** The row of a dimension as of each moment: validFrom <= T, known < T, T < validTo; the greatest (validFrom, known time, tie-break). */
export function dimensionAt(request: VersionRequest, known: boolean): Part {
  const { source } = request
  const point = field('feature_time', 'p')
  const validFrom = field(happened(source), 's')
  const rows = knownRows(source, known)
  const ends = source.validTo === null ? null : field(source.validTo, 's')
  return newestAt(request, {
    from: rows.from,
    where: [wholeRow(source, request.on, 's'), ...rows.where],
    shows: [
      ...rows.seenAt('s', point),
      call('lte', validFrom, point),
      call('lt', effectiveKnown(source, known, 's'), point),
      ...(ends === null ? [] : [call<TermLeaf>('or', call('isNull', ends), call('lt', point, ends))]),
    ],
    order: [validFrom, ...[source.knownTime?.column, ...source.tieBreak].flatMap(c => (c === undefined ? [] : [field(c, 's')]))],
    columns: unique([...request.columns, ...(source.deletedWhen === null ? [] : [source.deletedWhen])]),
  })
}

/** The newest capture of each key as of each moment. */
export function captureAt(request: VersionRequest, captures: Relation): Part {
  const at = field('captured_at', 's')
  return newestAt(request, {
    from: captures,
    where: request.on.map(k => call('not', call('isNull', field(k, 's')))),
    shows: [call('lt', at, field('feature_time', 'p'))],
    order: [at],
    columns: unique([...request.columns, 'is_deleted']),
  })
}

interface Versions {
  readonly from: Relation
  readonly where: readonly Term[]
  readonly shows: readonly Term[]
  readonly order: readonly Term[]
  readonly columns: readonly string[]
}

function newestAt({ name, on, keys }: VersionRequest, rows: Versions): Part {
  const grain = fields([...keys, 'feature_time'], 'p')
  const rank = over(
    'rowNumber',
    [],
    grain.map(g => g.expr),
    rows.order.map(descending),
    null,
  )
  const columns = [...grain, ...rows.columns.map(c => named(column(c), field(c, 's')))]
  return {
    name,
    of: select(as('p', part('points')), columns, {
      joins: [join('inner', 's', rows.from, [...sameKey('s', on, 'p', keys), ...rows.shows])],
      where: rows.where,
      qualify: [call('eq', rank, integer(1))],
    }),
  }
}
