import type { CatalogSource } from '../ir/catalog.ts'
import type { Order, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { as, call, descending, field, fields, instant, integer, join, later, literal, choose, named, over, param, part, select } from '../ir/terms.ts'
import { flag, int } from '../ir/type.ts'
import { happened } from './row.ts'

// A source with a row key is a log of versions of rows: of each row the newest version counts, as far as it is known.

/** Whether the rows of a source come in versions. A snapshot shows one of each by itself. */
export function isVersioned(source: CatalogSource): boolean {
  return source.form !== 'snapshot' && source.rowKey.length > 0
}

/** What identifies the versions of a source among others; nothing where there are none. */
export function versionMeaning(source: CatalogSource): Readonly<Record<string, unknown>> {
  if (!isVersioned(source)) return {}
  return {
    versions: {
      rowKey: source.rowKey,
      rowVersion: source.rowVersion,
      order: source.tieBreak,
      deletedWhen: source.deletedWhen,
      known: source.knownTime?.column ?? null,
    },
  }
}

/** The columns by which it is told which version of a row counts. */
export function versionColumns(source: CatalogSource): readonly string[] {
  if (!isVersioned(source)) return []
  return [...source.rowKey, source.rowVersion, source.knownTime?.column ?? null, source.deletedWhen].filter(c => c !== null)
}

/** The newest version first: by the declared column, then by when it became known, then by the tie-break. */
function newestFirst(source: CatalogSource, alias: string): readonly Order[] {
  const columns = [source.rowVersion, source.knownTime?.column ?? null, ...source.tieBreak].filter(c => c !== null)
  return [...new Set(columns)].map(c => descending(field(c, alias)))
}

function allRows(source: CatalogSource): Relation {
  return { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }
}

function rowKeys(source: CatalogSource, alias: string): readonly Term[] {
  return source.rowKey.map(c => field(c, alias))
}

/** Rows that a version of an event leaves; a dimension tells by a row of its own that its key has ended. */
function remains(source: CatalogSource, alias: string): readonly Term[] {
  if (source.form !== 'events' || source.deletedWhen === null) return []
  return [call('not', call('coalesce', field(source.deletedWhen, alias), literal(false, flag)))]
}

/** Whether a row shows as it was known at each point, until a newer version of it is: else only the newest version counts. */
export function showsVersions(source: CatalogSource, known: boolean): boolean {
  return known && source.knownTime !== null && isVersioned(source)
}

/** Rows of which a moment sees those that `seenAt` tells. */
export interface KnownRows {
  readonly from: Relation
  /** Of the alias `s`. */
  readonly where: readonly Term[]
  readonly columns: readonly string[]
  /** Whether the version is the newest that is known before the moment. */
  readonly seenAt: (alias: string, moment: Term) => readonly Term[]
}

/** The rows of a source with what tells which version of each is the newest known at any moment. */
export function knownRows(source: CatalogSource, known: boolean): KnownRows {
  if (!showsVersions(source, known)) return { from: newestRows(source), where: [], columns: [], seenAt: () => [] }
  return {
    from: versionSpans(source),
    where: [wasNewest('s'), ...remains(source, 's')],
    columns: ['_until'],
    seenAt: (alias, moment) => [call('or', call('isNull', field('_until', alias)), call('gte', field('_until', alias), moment))],
  }
}

/** The rows of a source; of those that come in versions the newest of each, whenever it became known, or of those known `before` a moment. */
export function newestRows(source: CatalogSource, before: Term | null = null): Relation {
  if (!isVersioned(source)) return allRows(source)
  const rank = over('rowNumber', [], rowKeys(source, 's'), newestFirst(source, 's'), null)
  const names = source.columns.map(c => c.name)
  return select(as('s', allRows(source)), fields(names, 's'), {
    where: before === null || source.knownTime === null ? [] : [call('lt', versionKnown(source, 's'), before)],
    qualify: [call('eq', rank, integer(1)), ...remains(source, 's')],
  })
}

/** When a version became known: one that says no time at all did so no earlier than it was seen. */
function versionKnown(source: CatalogSource, alias: string): Term {
  const stamp = field(source.knownTime!.column, alias)
  const { trustedFrom } = source.knownTime!
  if (trustedFrom === null) return stamp
  const promised = later(field(happened(source), alias), source.lateness)
  return choose(call('gte', stamp, instant(trustedFrom)), stamp, call('leastKnown', stamp, promised))
}

/**
 * All versions with the times between which each was the newest known: in [`_known_at`, `_until`), without end where
 * `_until` is NULL. With `touched` only the rows of which a version became known within the bounds of the fill.
 */
export function versionSpans(source: CatalogSource, touched: string | null = null): Relation {
  const known = versionKnown(source, 's')
  const until = over('min', [known], rowKeys(source, 's'), newestFirst(source, 's'), { preceding: 'unbounded', until: 1 })
  const columns = [
    ...fields(
      source.columns.map(c => c.name),
      's',
    ),
    named('_known_at', known),
    named('_until', until),
  ]
  const same = source.rowKey.map(c => call<TermLeaf>('sameAs', field(c, 's'), field(c, 'k')))
  return select(as('s', allRows(source)), columns, touched === null ? {} : { joins: [join('inner', 'k', part(touched), same)] })
}

/** A version that is superseded the moment it becomes known, by one that was seen earlier or then, was never the newest. */
export function wasNewest(alias: string): Term {
  return call<TermLeaf>('or', call('isNull', field('_until', alias)), call('gt', field('_until', alias), field('_known_at', alias)))
}

/**
 * What becomes known in [from, to) of a source in versions: a row with `_sign` 1 for each new version, at the time when it
 * became known, and the version that it takes the place of once more, with `_sign` -1, at the same time: `_at`.
 */
export function signedRows(source: CatalogSource): Relation {
  const names = source.columns.map(c => c.name)
  const within = (of: Term): readonly Term[] => [call('gte', of, param('from')), call('lt', of, param('to'))]
  const touched = select(as('s', allRows(source)), fields(source.rowKey, 's'), { distinct: true, where: within(versionKnown(source, 's')) })
  const change = (at: '_known_at' | '_until', sign: 1 | -1): Relation =>
    select(as('s', part('spans')), [...fields(names, 's'), named('_at', field(at, 's')), named('_sign', literal(sign, int))], {
      where: [...within(field(at, 's')), wasNewest('s'), ...remains(source, 's')],
    })
  return {
    kind: 'with',
    parts: [
      { name: 'touched', of: touched },
      { name: 'spans', of: versionSpans(source, 'touched') },
    ],
    body: { kind: 'union', all: [change('_known_at', 1), change('_until', -1)] },
  }
}
