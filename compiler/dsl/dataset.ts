import type { DatasetDefinition, SourceDefinition } from '../ir/definition.ts'
import type { Entity } from './entity.ts'
import { entityNameOf } from './entity.ts'
import { listedOf } from './handle.ts'
import { labelOf } from './label.ts'
import type { CommonOptions } from './options.ts'
import { define, definitionKind } from './part.ts'
import type { Reader } from './read.ts'
import { nameOf, reader, textOf } from './read.ts'
import type { LabelFit, ListFit, SourceFit } from './sentence.ts'
import type { Duration } from './window.ts'

/** Labels with features as of each label's time. F are the names of its features. */
export interface Dataset<F> {
  readonly '~features': F
  readonly name: string
}

type NameOf<P> = P extends { readonly f: infer F } ? keyof F : P extends { readonly name: infer N } ? N : never

export interface DatasetOptions<E extends string, P extends readonly unknown[], S, L> extends CommonOptions {
  // `any`: whatever keys it has
  readonly entity: Entity<E, any>
  /** The source whose rows give the keys and times of the examples. */
  readonly spine: S & SourceFit<S, NoInfer<E>>
  /** What is to be predicted: `count(orders).next('90d').gt(0)`. */
  readonly label: L & LabelFit<L, NoInfer<E>>
  readonly features: P & ListFit<P, NoInfer<E>>
  /** Examples before `train` train, before `validation` validate, the others test; `gap` leaves out those before each date whose label reaches over it. */
  readonly split: { readonly train: string; readonly validation: string; readonly gap?: Duration }
}

/**
 * Declares labels plus features as of each label's time.
 * @example
 * const churn = dataset('churn', {
 *   entity: customer, spine: deliveries, features: [service],
 *   label: count(deliveries).next(window('90d', { offset: '1s' })).eq(0), split: { train: '2026-01-01', validation: '2026-04-01', gap: '91d' },
 * })
 */
export function dataset<E extends string, const P extends readonly unknown[], S, L>(
  name: string,
  options: DatasetOptions<E, P, S, L>,
): Dataset<NameOf<P[number]> & string> {
  const read = reader(options, ['entity', 'spine', 'label', 'features', 'split'])
  const definition: DatasetDefinition = {
    kind: 'dataset',
    name: nameOf(name, read),
    entity: entityNameOf(read.value('entity'), found => read.problems.push({ path: 'entity', found, expected: 'an entity' })),
    spine: spineOf(read),
    label: labelOf(read.value('label')),
    features: read.list('features').map(listedOf),
    split: splitOf(read),
    options: read.common(),
  }
  return define(definition)
}

function spineOf(read: Reader): string {
  const given = read.value('spine')
  if (definitionKind(given) === 'source') return (given as SourceDefinition).name
  read.wrong('spine', given, 'a source')
  return ''
}

function splitOf(read: Reader): DatasetDefinition['split'] {
  const split = read.record('split')
  for (const end of ['train', 'validation']) {
    if (split[end] === undefined) read.wrong(`split.${end}`, undefined, "a date, such as '2026-01-01'")
  }
  const text = (name: string): string | null => textOf(split[name], `split.${name}`, read.wrong)
  return { train: text('train') ?? '', validation: text('validation') ?? '', gap: text('gap') }
}
