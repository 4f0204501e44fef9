import { shortName } from '../base/address.ts'
import type { DatasetDefinition, KeyMapping, SourceDefinition } from '../ir/definition.ts'
import type { Scalar, ScalarLeaf } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import type { Entity } from './entity.ts'
import { entityNameOf } from './entity.ts'
import { invalid, nodeOf } from './expression/node.ts'
import { listedOf } from './handle.ts'
import { labelNode } from './label.ts'
import type { CommonOptions } from './options.ts'
import { define, definitionKind, isObject, partKind } from './part.ts'
import type { Reader } from './read.ts'
import { nameOf, reader } from './read.ts'
import { rowsOf } from './rows.ts'
import type { ColumnsOf, LabelFit, SourceFit, SpineListFit } from './sentence.ts'
import type { Split } from './split.ts'
import { splitOf } from './split.ts'
import type { Duration } from './window.ts'

/** Labels with features as of each label's time. F are the names of its features. */
export interface Dataset<F> {
  readonly '~features': F
  readonly name: string
}

type NameOf<P> = P extends { readonly f: infer F } ? keyof F : P extends { readonly name: infer N } ? N : never

export interface DatasetOptions<E extends string, P extends readonly unknown[], S, L> extends CommonOptions {
  /** Whose label it is; needed where the spine and the source of the label share several entities. */
  // `any`: whatever keys it has
  readonly entity?: Entity<E, any>
  /** The source of events whose rows give the keys and times of the examples: a table, a query or a file. */
  readonly spine: S & SourceFit<S, NoInfer<E>>
  /**
   * What is to be predicted: `count(orders).next('90d').gt(0)`, over the time after each example, or a value of the spine's own row.
   * A label counts as known once its time lies before the newest row of its source (`freshness` later where the source promises it,
   * `lateness` earlier where rows come late): examples whose labels are not known are left out, so that a source that is not loaded
   * any more leaves out ever more of them.
   */
  readonly label: L & LabelFit<L, NoInfer<S>, NoInfer<E>>
  /**
   * Views, and features of views, of any entities whose keys the spine has. A key outside the population of a view (unknown, retired, not
   * there yet) gets the empty value of each feature, and so does a key that is NULL: 0 for counts, the default where there is one, else
   * NULL for most aggregates. Where a point is not computed or too old, all features are NULL.
   */
  readonly features: P & SpineListFit<P, NoInfer<S>>
  /**
   * `snapshot` (default): the newest point of each view that was available at the label's time, as serving shows it. `exact`:
   * computed as of the label's time itself.
   */
  readonly accuracy?: 'snapshot' | 'exact'
  /** How old the newest point may be; else the value is NULL. Twice the cadence of the view unless given. */
  readonly ttl?: Duration
  /** Only what was known before this moment: rows, labels and values. The moment of the build unless given. */
  readonly known?: string
  /** Further columns of the spine to be kept beside keys and time. */
  readonly keep?: readonly ColumnsOf<NoInfer<S>>[]
  /**
   * Which examples are for training, which for validation and which for the test. By time: `train` and `validation` are the
   * moments at which each of both ends, `gap` leaves out what lies so close before them that its label reaches over; or by `shares`
   * of a hash. Rows that are the same in the columns `by` go to one side: by time to that of the first of them, all later ones too.
   */
  readonly split: Split<NoInfer<S>>
}

/**
 * Declares labels plus features as of each label's time; `feat dataset build` computes it. Every row of the spine whose label
 * is known is there exactly once.
 * @example
 * const churn = dataset('churn', {
 *   entity: customer, spine: deliveries, features: [service],
 *   label: count(deliveries).next(window('90d', { offset: '1s' })).eq(0), split: { train: '2026-01-01', validation: '2026-04-01', gap: '91d' },
 * })
 */
export function dataset<const P extends readonly unknown[], S, L, E extends string = never>(
  name: string,
  options: DatasetOptions<E, P, S, L>,
): Dataset<NameOf<P[number]> & string> {
  const read = reader(options, ['entity', 'spine', 'label', 'features', 'accuracy', 'ttl', 'known', 'keep', 'split'])
  const definition: DatasetDefinition = {
    kind: 'dataset',
    name: nameOf(name, read),
    entity:
      read.value('entity') === undefined
        ? ''
        : entityNameOf(read.value('entity'), found => read.problems.push({ path: 'entity', found, expected: 'an entity' })),
    ...spineOf(read),
    label: labelOf(read.value('label')),
    features: read.list('features').map(listedOf),
    accuracy: read.choice('accuracy', ['snapshot', 'exact']),
    ttl: read.text('ttl'),
    known: read.text('known'),
    keep: read.texts('keep'),
    split: splitOf(read),
    options: read.common(),
  }
  return define(definition)
}

function spineOf(read: Reader): { readonly spine: string; readonly role: KeyMapping | null } {
  const given = read.value('spine')
  if (definitionKind(given) === 'source') return { spine: (given as SourceDefinition).name, role: null }
  const rows = partKind(given) === 'rows' ? rowsOf(given) : null
  if (rows?.entity !== undefined) return { spine: shortName(rows.source), role: Object.freeze({ entity: rows.entity, on: rows.keys ?? {} }) }
  read.wrong('spine', given, 'a source')
  return { spine: '', role: null }
}

/** The expression of a label, or of a value of the spine's rows; anything else is recorded as a mistake. */
function labelOf(given: unknown): Scalar {
  const expected = "a label, such as count(orders).next('90d'), or a column of the spine"
  if (!isObject(given)) return invalid(given, expected)
  if (partKind(given) === 'label') return labelNode(given)
  const value = nodeOf(given, expected)
  const ofRows = partKind(given) === 'expression' && leavesOf<ScalarLeaf>(value).every(l => l.kind === 'column')
  return ofRows ? value : invalid(given, expected)
}
