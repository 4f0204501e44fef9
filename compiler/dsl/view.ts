import { featureAddress } from '../base/address.ts'
import type { ViewDefinition } from '../ir/definition.ts'
import type { Cols } from './column.ts'
import type { Entity } from './entity.ts'
import { entityNameOf } from './entity.ts'
import { featuresOf } from './feature.ts'
import type { Expr, ValueOf } from './expression/fluent.ts'
import { handle } from './handle.ts'
import { named } from './named.ts'
import type { CommonOptions } from './options.ts'
import { define, furtherOf, isRecord } from './part.ts'
import type { PhysicalOptions } from './physical.ts'
import { physicalOf } from './physical.ts'
import type { Reader } from './read.ts'
import { nameOf, reader, textOf } from './read.ts'
import type { Err, FitAll } from './sentence.ts'
import type { Duration } from './window.ts'

/** A feature of a view: an expression with a name, so that it can be listed. */
export type Named<K, X> = X & {
  readonly name: K & string
  /** One of the versions of a feature that was declared with `versions`. */
  version(n: number): Named<K, X>
}

/** A view fixes the entity: what could describe several describes this one from here on. */
export type Handles<F, E> = { readonly [P in keyof F]: Named<P, Expr<ValueOf<F[P]>, 'feature', E>> }

type Flat<T> = { readonly [K in keyof T]: T[K] }

/** Features of one entity that are computed and stored together. N is its name, E its entity, F its features, K its keys. */
export interface View<N extends string, in E, F, K extends string = string> {
  /** As declared. */
  readonly name: N
  readonly '~keys': K
  readonly '~entity': (e: E) => void
  /** Its features, as expressions for other features of the entity. */
  readonly f: Handles<F, E>
  /**
   * The view with further features, computed from those it has. Siblings come only this way, so that no feature can
   * depend on itself.
   * @example view.derive(f => ({ change: f.orders_30d.div(f.orders_prior_30d) }))
   */
  derive<G extends Readonly<Record<string, unknown>>>(
    features: (f: Handles<F, E>) => G & FitAll<G, E> & { readonly [P in keyof F]?: Err<'a feature of this view has the name already'> },
  ): View<N, E, Flat<F & G>, K>
}

export interface ViewOptions<E extends string, K extends Cols> extends CommonOptions {
  /** What its features describe. */
  readonly entity: Entity<E, K>
  /** How often values are computed: the distance of its points. That of the configuration unless given, else a day. */
  readonly every?: Duration
  /** An ISO date or time: the first point is the next one from then on. The latest `historyFrom` of what is read unless given. */
  readonly start?: string
  /** How long after a point a run may compute it (1h), for rows that become visible late. */
  readonly settle?: Duration
  /** How long after a point its values may be used by datasets and serving: `settle` unless given, and `lateness` where late rows still count. */
  readonly availableAfter?: Duration
  /** What windows are at moments between points, in live servings and in datasets that ask for `exact`: the newest point's (`snapshot`, the default), exact, or begun at multiples of a hop. */
  readonly accuracy?: 'snapshot' | 'exact' | { readonly hop: Duration }
  /** Use only what was known at the point (`as-known`, the default), or what is known now. */
  readonly known?: 'as-known' | 'corrected'
  /** How old served values may be. */
  readonly serve?: { readonly freshness: Duration }
  /** How its tables and its public view are kept on Snowflake. */
  readonly physical?: PhysicalOptions
}

/**
 * Declares features of one entity that are computed and stored together.
 * @example
 * const service = featureView('customer_service', { entity: customer, every: '1d' }, {
 *   deliveries_30d: count(deliveries).over('30d'),
 * })
 */
export function featureView<const N extends string, E extends string, K extends Cols, F extends Readonly<Record<string, unknown>>>(
  name: N,
  options: ViewOptions<E, K>,
  features: F & FitAll<F, NoInfer<E>>,
): View<N, E, F, keyof K & string> {
  const read = reader(options, ['entity', 'every', 'start', 'settle', 'availableAfter', 'accuracy', 'known', 'serve', 'physical'])
  const entity = entityNameOf(read.value('entity'), found => read.problems.push({ path: 'entity', found, expected: 'an entity' }))
  const own = featuresOf(features, read)
  const further = furtherOf(arguments, 3)
  if (further !== undefined) read.wrong('features', further, 'all features in one object')
  const serve = read.value('serve') === undefined ? null : textOf(read.record('serve')['freshness'], 'serve.freshness', read.wrong)
  return view({
    kind: 'view',
    name: nameOf(name, read),
    entity,
    every: read.text('every'),
    start: read.text('start'),
    settle: read.text('settle'),
    availableAfter: read.text('availableAfter'),
    accuracy: accuracyOf(read),
    known: read.choice('known', [null, 'as-known', 'corrected']),
    serve: serve === null ? null : { freshness: serve },
    features: own,
    ...physicalOf(read),
    options: read.common(),
  })
}

function view<X extends object>(definition: ViewDefinition): X {
  const handles = named(
    definition.features.map(f => f.name),
    name => handle(name, featureAddress(definition.entity, name)),
  )
  return define(definition, {
    f: handles,
    derive: (make: unknown, ...more: readonly unknown[]) => {
      const read = reader({}, [])
      const given: unknown = typeof make === 'function' ? (make as (f: object) => unknown)(handles) : make
      if (typeof make !== 'function') read.wrong('derive', make, 'a function of the features: f => ({ ... })')
      const further = furtherOf(more, 0)
      if (further !== undefined) read.wrong('derive', further, 'all features from one function')
      const added = featuresOf(given, read)
      return view({ ...definition, features: [...definition.features, ...added], options: withProblems(definition, read) })
    },
  })
}

function withProblems(definition: ViewDefinition, read: Reader): ViewDefinition['options'] {
  return read.problems.length === 0 ? definition.options : { ...definition.options, problems: [...(definition.options.problems ?? []), ...read.problems] }
}

function accuracyOf(read: Reader): ViewDefinition['accuracy'] {
  const given = read.value('accuracy')
  if (!isRecord(given)) return read.choice('accuracy', ['snapshot', 'exact'])
  return { hop: textOf(given['hop'], 'accuracy.hop', read.wrong) ?? '' }
}
