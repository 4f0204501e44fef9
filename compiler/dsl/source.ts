import { address } from '../base/address.ts'
import type { Address } from '../base/address.ts'
import type { KeyMapping, SourceDefinition, SourceForm } from '../ir/definition.ts'
import type { Cols, Having, TypeOf } from './column.ts'
import { columnsOf } from './column.ts'
import type { Keyed } from './entity.ts'
import { entityNameOf, keyMappingOf } from './entity.ts'
import { expression } from './expression/expression.ts'
import type { Expr } from './expression/fluent.ts'
import { named } from './named.ts'
import type { CommonOptions } from './options.ts'
import { define, isRecord, part, withHidden } from './part.ts'
import type { Bodies } from './raw.ts'
import { bodiesOf } from './raw.ts'
import type { Reader } from './read.ts'
import { nameOf, reader, textOf } from './read.ts'
import type { Rows } from './rows.ts'
import { rows } from './rows.ts'
import type { Instant } from './value.ts'
import type { Duration } from './window.ts'

/** A relation, file or query that we read and do not own. S names its rows, E the entities that they describe. */
export interface Source<in S, in E, C extends Cols> {
  readonly '~scope': (s: S) => void
  readonly '~entity': (e: E) => void
  /** Its columns, as row-level values. */
  readonly c: { readonly [P in keyof C]: Expr<TypeOf<C[P]>, S, E> }
  /**
   * The same rows as descriptions of an entity in another role.
   * @example count(deliveries.by(route.on({ origin: 'to_hub', destination: 'return_hub' })))
   */
  by<E2 extends string>(keys: Keyed<E2, C>): Source<S, E2, C>
}

export interface SourceOptions<E extends string, C> extends CommonOptions {
  /** The entities that a row describes: by itself where the columns are called like its keys, else by `entity.on`. */
  readonly entities: readonly Keyed<E, NoInfer<C>>[]
  /** The columns that definitions read, by name, with their types. */
  readonly columns: C
  /** A run waits until the source shows a time this close to the point. */
  readonly freshness?: Duration
  /** How long after it happened a row may become visible (0). */
  readonly lateness?: Duration
  /** The first day whose rows are complete; windows that start earlier are NULL. */
  readonly historyFrom?: string
  /**
   * The columns that identify a row, where a later version of it may arrive: the version that became known last takes the
   * place of the former, from then on. A row that arrives twice counts once.
   */
  readonly rowKey?: readonly (keyof NoInfer<C> & string)[]
  /** Says aloud what `rowKey` means: of several versions of a row the one that became known last counts. */
  readonly dedupe?: 'latest known'
  /** The entities whose population this source is. */
  readonly defines?: readonly { readonly name: NoInfer<E> }[]
  /**
   * When a row became visible. Rows known before `trustedFrom` were loaded in bulk: they count as known at most
   * `lateness` after they happened.
   */
  readonly knownTime?: Having<NoInfer<C>, Instant> | { readonly column: Having<NoInfer<C>, Instant>; readonly trustedFrom: string }
  /** The source is a query instead of a relation, given in both dialects. */
  readonly query?: Bodies<unknown, unknown>
}

export interface EventsOptions<E extends string, C> extends SourceOptions<E, C> {
  /** When it happened. */
  readonly eventTime: Having<NoInfer<C>, Instant>
  /** What orders rows of one event time, for `first` and `last`; a row that holds NULL there is the earliest. */
  readonly tieBreak?: readonly (keyof NoInfer<C> & string)[]
  /** A number or time that grows from version to version of a row, where versions may arrive in another order. */
  readonly rowVersion?: Having<NoInfer<C>, Instant> | Having<NoInfer<C>, number>
  /** A version where this is true deletes its row; needs `rowKey`. */
  readonly deletedWhen?: Having<NoInfer<C>, boolean>
}

export interface DimensionOptions<E extends string, C> extends SourceOptions<E, C> {
  /** From when on a row is true. */
  readonly validFrom: Having<NoInfer<C>, Instant>
  /**
   * Until when a row is true; NULL: without end. Of the rows that are true at a moment the one with the newest `validFrom` counts, so
   * that a row without an end counts again once a later row of its key has ended.
   */
  readonly validTo?: Having<NoInfer<C>, Instant>
  /** The key ended with a row where this is true. */
  readonly deletedWhen?: Having<NoInfer<C>, boolean>
  /** What orders rows of one key and time; a row that holds NULL there is the earliest. */
  readonly tieBreak?: readonly (keyof NoInfer<C> & string)[]
  /** A number or time that grows from version to version of a row, where versions may arrive in another order. */
  readonly rowVersion?: Having<NoInfer<C>, Instant> | Having<NoInfer<C>, number>
}

/**
 * Declares a source of things that happened: one row per event. The name is the logical relation, mapped to a physical
 * one per target.
 * @example
 * const deliveries = events('raw.deliveries', {
 *   entities: [customer],
 *   columns: { customer_id: varchar(), km: number(9, 1), delivered_at: timestamp() },
 *   eventTime: 'delivered_at',
 * })
 */
export function events<const N extends string, E extends string, C extends Cols>(name: N, options: EventsOptions<E, C>): Source<`events ${N}`, E, C> {
  return source('events', name, options)
}

/**
 * Declares a source that says how a thing was over time: one row per key and change. Read by `asOf`.
 * @example
 * const customers = dimension('raw.customers', {
 *   entities: [customer], columns: { customer_id: varchar(), tier: varchar(), valid_from: timestamp() }, validFrom: 'valid_from',
 * })
 */
export function dimension<const N extends string, E extends string, C extends Cols>(name: N, options: DimensionOptions<E, C>): Source<`dimension ${N}`, E, C> {
  return source('dimension', name, options)
}

/**
 * Declares a source that says how things are now: one row per key, without a past. Its columns are captured at each run,
 * and NULL before the first; `fixed()` ones are true of the past too. Read by `asOf`.
 * @example const vehicles = snapshot('raw.vehicles', { entities: [vehicle], columns: { vehicle_id: varchar(), capacity_kg: float().fixed() } })
 */
export function snapshot<const N extends string, E extends string, C extends Cols>(name: N, options: SourceOptions<E, C>): Source<`snapshot ${N}`, E, C> {
  return source('snapshot', name, options)
}

const everySource = ['entities', 'columns', 'freshness', 'lateness', 'historyFrom', 'rowKey', 'dedupe', 'defines', 'knownTime', 'query'] as const
const times = {
  events: ['eventTime', 'tieBreak', 'rowVersion', 'deletedWhen'],
  dimension: ['validFrom', 'validTo', 'deletedWhen', 'tieBreak', 'rowVersion'],
  snapshot: [],
} as const

function source<X extends object>(form: SourceForm, name: unknown, options: object): X {
  const read = reader(options, [...everySource, ...times[form]])
  const sourceName = nameOf(name, read)
  const columns = columnsOf(read.value('columns'), 'columns', read)
  const definition: SourceDefinition = {
    kind: 'source',
    form,
    name: sourceName,
    columns,
    entities: entitiesOf(read),
    eventTime: read.text('eventTime'),
    validFrom: read.text('validFrom'),
    validTo: read.text('validTo'),
    deletedWhen: read.text('deletedWhen'),
    knownTime: knownTimeOf(read),
    lateness: read.text('lateness'),
    freshness: read.text('freshness'),
    historyFrom: read.text('historyFrom'),
    tieBreak: read.texts('tieBreak'),
    rowKey: read.texts('rowKey'),
    rowVersion: read.text('rowVersion'),
    dedupe: read.text('dedupe'),
    defines: read
      .list('defines')
      .map((e, i) => entityNameOf(e, found => read.problems.push({ path: `defines.${i}`, found, expected: 'an entity' })))
      .filter(n => n !== ''),
    query: read.value('query') === undefined ? null : bodiesOf(read.value('query')),
    options: read.common(),
  }
  const names = Object.keys(columns)
  return define(definition, {
    ...rowsIn({ source: address('source', sourceName), keys: null }, names),
    by: (keys: unknown) => inRole(address('source', sourceName), keyMappingOf(keys), names),
  })
}

/** A source in a role is no definition of its own: it only reads differently. */
function inRole(of: Address, keys: KeyMapping | null, names: readonly string[]): object {
  return withHidden(
    {},
    {
      [part]: 'rows',
      ...rowsIn({ source: of, keys: keys?.on ?? Object.freeze({}), entity: keys?.entity ?? '' }, names),
      by: (other: unknown) => inRole(of, keyMappingOf(other), names),
    },
  )
}

function rowsIn(read: Rows, names: readonly string[]): object {
  return { [rows]: Object.freeze(read), c: named(names, name => expression(Object.freeze({ kind: 'column', source: read.source, name, keys: read.keys }))) }
}

function entitiesOf(read: Reader): readonly KeyMapping[] {
  return read.list('entities').flatMap((given, i) => {
    const found = keyMappingOf(given)
    if (found !== null) return found
    read.wrong(`entities.${i}`, given, "an entity, or entity.on({ key: 'column' })")
    return []
  })
}

function knownTimeOf(read: Reader): SourceDefinition['knownTime'] {
  const given = read.value('knownTime')
  if (!isRecord(given)) {
    const column = read.text('knownTime')
    return column === null ? null : { column, trustedFrom: null }
  }
  const column = textOf(given['column'], 'knownTime.column', read.wrong)
  return column === null ? null : { column, trustedFrom: textOf(given['trustedFrom'], 'knownTime.trustedFrom', read.wrong) }
}
