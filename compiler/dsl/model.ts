import type { ModelDefinition } from '../ir/definition.ts'
import type { Dataset } from './dataset.ts'
import type { CommonOptions } from './options.ts'
import { define, definitionKind, isRecord } from './part.ts'
import type { Reader } from './read.ts'
import { nameOf, reader } from './read.ts'

export type Metric = 'accuracy' | 'precision' | 'recall' | 'f1_score' | 'data_drift_score'
export interface Bounds {
  readonly min?: number
  readonly max?: number
}

export interface ModelOptions<F extends string> extends CommonOptions {
  /** As the registry shows it. */
  readonly version: string
  /** What it predicts. */
  readonly type: 'classification' | 'regression' | 'clustering' | 'forecast'
  /** The dataset whose features it reads. */
  readonly trainedOn: Dataset<F>
  /** Names of features of the dataset; all of them unless given. */
  readonly uses?: readonly NoInfer<F>[]
  /** Whether it answers requests, or is tried beside the one that does. */
  readonly stage?: 'champion' | 'challenger'
  /** The share of requests that it answers, 0 to 1. */
  readonly traffic?: number
  /** Limits of its measured performance. */
  readonly guard?: Readonly<Partial<Record<Metric, Bounds>>>
}

export interface Model<F> {
  readonly '~model': F
  readonly name: string
}

/**
 * Declares a consumer of features.
 * @example model('Churn', { version: '1.0', type: 'classification', trainedOn: churn, uses: ['risk_score'], guard: { accuracy: { min: 0.8 } } })
 */
export function model<F extends string>(name: string, options: ModelOptions<F>): Model<F> {
  const read = reader(options, ['version', 'type', 'trainedOn', 'uses', 'stage', 'traffic', 'guard'])
  if (read.value('version') === undefined) read.wrong('version', undefined, "a version, such as '1.0'")
  const definition: ModelDefinition = {
    kind: 'model',
    name: nameOf(name, read),
    version: read.text('version') ?? '',
    type: read.choice('type', ['classification', 'regression', 'clustering', 'forecast']),
    trainedOn: datasetOf(read),
    uses: read.texts('uses'),
    stage: read.choice('stage', [null, 'champion', 'challenger']),
    traffic: read.number('traffic'),
    guard: guardOf(read),
    options: read.common(),
  }
  return define(definition)
}

function datasetOf(read: Reader): string {
  const given = read.value('trainedOn')
  if (definitionKind(given) === 'dataset') return (given as unknown as { readonly name: string }).name
  read.wrong('trainedOn', given, 'a dataset')
  return ''
}

function guardOf(read: Reader): ModelDefinition['guard'] {
  const guard: Record<string, Bounds> = {}
  for (const [metric, bounds] of Object.entries(read.record('guard'))) {
    const given = isRecord(bounds) ? bounds : {}
    const { min, max } = given
    const good = isRecord(bounds) && [min, max].every(b => b === undefined || typeof b === 'number')
    if (!good) read.wrong(`guard.${metric}`, bounds, 'limits: { min, max }')
    guard[metric] = { ...(typeof min === 'number' ? { min } : {}), ...(typeof max === 'number' ? { max } : {}) }
  }
  return guard
}
