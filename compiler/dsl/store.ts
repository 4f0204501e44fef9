import type { StoreDefinition } from '../ir/definition.ts'
import type { CommonOptions } from './options.ts'
import { define, definitionKind } from './part.ts'
import type { PhysicalOptions } from './physical.ts'
import { physicalOf } from './physical.ts'
import { listOf, nameOf, reader } from './read.ts'

type KeyOf<V> = V extends { readonly '~keys': infer K } ? K : never

export interface StoreOptions<V extends Readonly<Record<string, readonly { readonly name: string; readonly '~keys': string }[]>>> extends CommonOptions {
  /** The views by `feature_type`. */
  readonly views: V
  /** The columns that its rows are clustered by. */
  readonly clusterBy: readonly (KeyOf<V[keyof V][number]> | 'feature_date' | 'feature_type')[]
  /** How its table is kept on Snowflake. */
  readonly physical?: Omit<PhysicalOptions, 'clusterBy'>
}

export interface Store {
  readonly '~store': true
  readonly name: string
}

/**
 * Declares the consolidated table over feature views: one row per feature type, date and key.
 * @example store('tbl_features', { views: { customer: [service, risk] }, clusterBy: ['feature_date', 'customer_id'] })
 */
export function store<const V extends Readonly<Record<string, readonly { readonly name: string; readonly '~keys': string }[]>>>(
  name: string,
  options: StoreOptions<V>,
): Store {
  const read = reader(options, ['views', 'clusterBy', 'physical'])
  const views = Object.entries(read.record('views')).map(
    ([type, given]) =>
      [
        type,
        listOf(given, `views.${type}`, read.wrong).flatMap((v, i) => {
          if (definitionKind(v) === 'view') return (v as unknown as { readonly name: string }).name
          read.wrong(`views.${type}.${i}`, v, 'a feature view')
          return []
        }),
      ] as const,
  )
  const definition: StoreDefinition = {
    kind: 'store',
    name: nameOf(name, read),
    views: Object.fromEntries(views),
    clusterBy: read.texts('clusterBy'),
    ...physicalOf(read),
    options: read.common(),
  }
  return define(definition)
}
