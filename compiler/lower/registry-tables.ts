import { address } from '../base/address.ts'
import { hashOf } from '../base/hash.ts'
import type { Catalog } from '../ir/catalog.ts'
import type { Resource } from '../ir/resource.ts'
import type { Type } from '../ir/type.ts'
import { date, float, json, text, time } from '../ir/type.ts'
import { sealed } from './resources.ts'

interface RegistryColumn {
  readonly name: string
  readonly type: Type
  readonly description: string
}

const modelColumns: readonly RegistryColumn[] = [
  { name: 'model_id', type: text, description: 'Identity of a registered version' },
  { name: 'model_name', type: text, description: 'Name of the model' },
  { name: 'model_version', type: text, description: 'Version of the model' },
  { name: 'model_type', type: text, description: 'classification, regression, clustering or forecast' },
  { name: 'training_data_source', type: text, description: 'Table or dataset that it was trained on' },
  { name: 'feature_columns', type: json, description: 'Array of the features that it reads' },
  { name: 'model_metrics', type: json, description: 'Metrics at the time of registration, by name' },
  { name: 'model_artifact_path', type: text, description: 'Where the trained model is kept' },
  { name: 'created_by', type: text, description: 'Who registered it' },
  { name: 'created_at', type: time, description: 'When it was registered, UTC' },
]

const performanceColumns: readonly RegistryColumn[] = [
  { name: 'model_id', type: text, description: 'The registered version' },
  { name: 'evaluation_date', type: date, description: 'Day of the evaluation' },
  { name: 'accuracy', type: float, description: 'Share of right answers' },
  { name: 'precision', type: float, description: 'Share of right answers among those given as positive' },
  { name: 'recall', type: float, description: 'Share of the positives that were found' },
  { name: 'f1_score', type: float, description: 'Harmonic mean of precision and recall' },
  { name: 'data_drift_score', type: float, description: 'How far the features have moved from the training data' },
]

/** The tables to which people append models and their performance: made once, never rebuilt. Only where there are models. */
export function registryResources(catalog: Catalog): readonly Resource[] {
  if (catalog.models.length === 0) return []
  const { objects } = catalog.config
  const causes = catalog.models.map(m => m.address)
  return [
    table('models', objects.models ?? 'tbl_ml_model_registry', modelColumns, 'Registered models', causes),
    table('performance', objects.performance ?? 'tbl_ml_model_performance', performanceColumns, 'Performance of registered models over time', causes),
  ]
}

function table(key: string, name: string, columns: readonly RegistryColumn[], comment: string, causes: Resource['causes']): Resource {
  return sealed({
    address: address('registry', key),
    kind: 'registry',
    name,
    renamedFrom: null,
    causes,
    uses: [],
    usesSources: [],
    grain: { keys: [], time: [], hash: hashOf({ rule: 'registry 1', key }) },
    columns: columns.map(c => ({
      name: c.name,
      type: c.type,
      nullable: true,
      of: null,
      description: c.description,
      dataHash: hashOf({ registry: key, column: c.name }),
      aliasOf: null,
    })),
    filling: { by: 'nothing' },
    publish: 'table',
    physical: { append: true },
    comment,
    promises: {},
    tags: [],
    protect: true,
  })
}
