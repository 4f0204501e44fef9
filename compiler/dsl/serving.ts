import type { ServingDefinition } from '../ir/definition.ts'
import type { Initialize, RefreshMode, ServingKind } from '../ir/serving-kind.ts'
import { servingKinds } from '../ir/serving-kind.ts'
import type { Cols, TypeOf } from './column.ts'
import { columnsOf } from './column.ts'
import type { Entity } from './entity.ts'
import { entityNameOf } from './entity.ts'
import { expression } from './expression/expression.ts'
import type { Expr, Value } from './expression/fluent.ts'
import { mistake } from './expression/node.ts'
import { featuresOf } from './feature.ts'
import { listedOf } from './handle.ts'
import { named } from './named.ts'
import type { CommonOptions } from './options.ts'
import { define } from './part.ts'
import { nameOf, reader } from './read.ts'
import type { ListFit } from './sentence.ts'
import type { Duration } from './window.ts'

/** A length of time in milliseconds or seconds. */
export type Latency = `${number}ms` | `${number}s`

/** The fields of a request, as values beside the features. */
type Fields<R, E> = { readonly [P in keyof R]: Expr<TypeOf<R[P]>, 'feature', E> }

export interface ServingOptions<E extends string, P extends readonly unknown[], R extends Cols> extends CommonOptions {
  /** By whose keys its rows are looked up. */
  // `any`: whatever keys it has
  readonly entity: Entity<E, any>
  /** Views and single features, in the order of the columns. */
  readonly features: P & ListFit<P, NoInfer<E>>
  /** The newest stored row (`latest`), or computed as of now (`live`). */
  readonly mode?: 'latest' | 'live'
  /** How long after a value was stored it may appear, any time unless given; `downstream`: when a dynamic table that reads it asks. A live one is of now. */
  readonly freshness?: Duration | 'downstream'
  /** How long reading the row of one key may take. The compiler chooses a kind of object that is about as fast. */
  readonly latency?: Latency
  /** The kind of object on Snowflake; chosen by the compiler unless given. An embedded warehouse stores the rows whatever this says. */
  readonly as?: ServingKind
  /** How Snowflake refreshes it: only what changed, or all of it. */
  readonly refresh?: RefreshMode
  /** When Snowflake fills it first. */
  readonly initialize?: Initialize
  /** Columns by which its rows are kept together: those that readers filter by. */
  readonly clusterBy?: readonly string[]
  /** Fields that come with a request. */
  readonly request?: R
  /** Values computed at read time, from features and the request. */
  readonly computed?: (request: Fields<R, NoInfer<E>>) => Readonly<Record<string, Value<unknown, 'feature', NoInfer<E>>>>
}

export interface Serving {
  readonly '~serving': true
  readonly name: string
}

/**
 * Declares what inference reads: the newest values of the features of an entity.
 * @example serving('vw_customer_features', { entity: customer, features: [service, risk.f.risk_score], freshness: '5m' })
 */
export function serving<E extends string, const P extends readonly unknown[], R extends Cols = {}>(name: string, options: ServingOptions<E, P, R>): Serving {
  const read = reader(options, ['entity', 'features', 'mode', 'freshness', 'latency', 'as', 'refresh', 'initialize', 'clusterBy', 'request', 'computed'])
  const request = columnsOf(read.value('request'), 'request', read)
  const computed = read.value('computed')
  if (computed !== undefined && typeof computed !== 'function') read.wrong('computed', computed, 'a function of the request: r => ({ ... })')
  const fields = named(Object.keys(request), field => {
    const column = request[field]
    return expression(
      column === undefined
        ? mistake(`the request field '${field}'`, 'a field that is declared in `request`')
        : Object.freeze({ kind: 'request', name: field, type: column.type }),
    )
  })
  const definition: ServingDefinition = {
    kind: 'serving',
    name: nameOf(name, read),
    entity: entityNameOf(read.value('entity'), found => read.problems.push({ path: 'entity', found, expected: 'an entity' })),
    features: read.list('features').map(listedOf),
    mode: read.choice('mode', ['latest', 'live']),
    freshness: read.text('freshness'),
    latency: read.text('latency'),
    as: read.choice('as', [null, ...servingKinds]),
    refresh: read.choice('refresh', [null, 'incremental', 'full']),
    initialize: read.choice('initialize', [null, 'on create', 'on schedule']),
    clusterBy: read.texts('clusterBy'),
    request,
    computed: typeof computed === 'function' ? featuresOf((computed as (r: object) => unknown)(fields), read, 'computed') : [],
    options: read.common(),
  }
  return define(definition)
}
