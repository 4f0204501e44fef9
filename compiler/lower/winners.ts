import type { Seconds } from '../base/duration.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import type { Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { as, ascending, bucketOf, call, choose, field, fields, later, named, over, part, select } from '../ir/terms.ts'
import { effectiveKnown, happened, wholeRow } from './row.ts'
import type { Part } from './window-slot.ts'

/**
 * Which row of a dimension (or capture of a snapshot) is the one as of each point: rows as they enter, kept where they
 * are newer than all that entered before, each from its `enters` until the next one's. Rows that enter behind a newer
 * one never show.
 */
export interface Versions {
  /** The last part: (keys, enters, until, the given columns). */
  readonly part: string
  readonly parts: readonly Part[]
}

interface VersionRows {
  readonly from: Relation
  readonly keys: readonly Named[]
  readonly where: readonly Term[]
  readonly enters: Term
  /** Greatest first decides; more than one where times tie. */
  readonly order: readonly Term[]
  readonly columns: readonly string[]
}

/** The versions of a dimension: those with validFrom <= T and known < T. */
export function dimensionVersions(name: string, source: CatalogSource, on: readonly string[], keys: readonly string[], every: Seconds, known: boolean, columns: readonly string[]): Versions {
  const validFrom = field(happened(source), 's')
  const stamp = source.knownTime === null ? [] : [field(source.knownTime.column, 's')]
  return versions(name, {
    from: { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) },
    keys: keys.map((k, i) => named(k, field(on[i]!, 's'))),
    where: [wholeRow(source, on, 's')],
    enters: pointFrom(validFrom, known && source.knownTime !== null ? effectiveKnown(source, true, 's') : null, every),
    order: [validFrom, ...stamp, ...source.tieBreak.map(t => field(t, 's'))],
    columns: [...new Set([...columns, ...(source.validTo === null ? [] : [source.validTo]), ...(source.deletedWhen === null ? [] : [source.deletedWhen])])],
  }, keys)
}

/** The captures of a snapshot: each was known at the run that took it. */
export function captureVersions(name: string, source: CatalogSource, on: readonly string[], keys: readonly string[], every: Seconds, captures: Relation, columns: readonly string[]): Versions {
  const at = field('captured_at', 's')
  return versions(name, {
    from: captures,
    keys: keys.map((k, i) => named(k, field(on[i]!, 's'))),
    where: on.map(k => call('not', call('isNull', field(k, 's')))),
    enters: later(bucketOf(at, every), every),
    order: [at],
    columns: [...new Set([...columns, 'is_deleted'])],
  }, keys)
}

/** The first point at which a row is valid (validFrom <= T) and known (known < T). */
function pointFrom(validFrom: Term, known: Term | null, every: Seconds): Term {
  const floor = bucketOf(validFrom, every)
  const valid = choose<TermLeaf>(call('eq', floor, validFrom), floor, later(floor, every))
  return known === null ? valid : call('greatest', valid, later(bucketOf(known, every), every))
}

function versions(name: string, rows: VersionRows, keys: readonly string[]): Versions {
  const [entering, newest] = [`${name}_entering`, `${name}_newest`]
  const partition = (alias: string | null): Term[] => keys.map(k => field(k, alias))
  const rank = over('rowNumber', [], rows.keys.map(k => k.expr), rows.order.map(ascending), null)
  const own = rows.columns.filter(c => !keys.includes(c))
  const entered = select(as('s', rows.from), [...rows.keys, named('enters', rows.enters), named('version_rank', rank), ...fields(own, 's')], { where: rows.where })
  const inOrder = [ascending(field('enters')), ascending(field('version_rank'))]
  const best = over('max', [field('version_rank')], partition(null), inOrder, { preceding: 'unbounded' })
  const ranked = select(as('e', part(entering)), [...fields([...keys, 'enters', 'version_rank', ...own]), named('best_rank', best)])
  const until = over('lead', [field('enters')], partition(null), inOrder, null)
  const kept = select(as('e', part(newest)), [...fields([...keys, 'enters', ...own]), named('until', until)], { where: [call('eq', field('version_rank'), field('best_rank'))] })
  return { part: name, parts: [{ name: entering, of: entered }, { name: newest, of: ranked }, { name, of: kept }] }
}

/** Whether a version shows at a point. */
export function shows(alias: string, point: Term): Term[] {
  return [
    call('gte', point, field('enters', alias)),
    call<TermLeaf>('or', call('isNull', field('until', alias)), call('lt', point, field('until', alias))),
  ]
}
