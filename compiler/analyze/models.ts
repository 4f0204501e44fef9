import type { Address } from '../base/address.ts'
import { shortName } from '../base/address.ts'
import { nearest } from '../base/near.ts'
import type { CatalogDataset, CatalogModel } from '../ir/catalog.ts'
import type { ModelDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import type { Consumed } from './consumers.ts'
import { declaredMeta } from './inherit.ts'
import { reportUnknown, shown } from './mistakes.ts'
import { placeOf, placeOfMember } from './names.ts'

const measures = ['accuracy', 'f1_score', 'data_drift_score']

export function bindModels(datasets: readonly CatalogDataset[], c: Consumed): CatalogModel[] {
  const models = [...c.names.models.values()].flatMap(d => bindModel(d, datasets, c) ?? [])
  checkTraffic(models, c)
  return models
}

function bindModel(d: Declared<ModelDefinition>, datasets: readonly CatalogDataset[], c: Consumed): CatalogModel | null {
  const { definition } = d
  const { name, traffic, trainedOn } = definition
  if (traffic !== null && !(traffic >= 0 && traffic <= 1)) {
    c.mistakes.at(placeOfMember(d, 'traffic'))('F201', { option: 'traffic', found: shown(traffic), expected: 'a share from 0 to 1' })
  }
  for (const measure of Object.keys(definition.guard)) {
    const report = c.mistakes.at(placeOfMember(d, 'guard'))
    if (!measures.includes(measure)) reportUnknown(report, 'measure', measure, ` to guard model '${name}'`, measures)
  }
  if (!c.names.datasets.has(trainedOn)) {
    const report = c.mistakes.at(placeOfMember(d, 'trainedOn'))
    reportUnknown(report, 'dataset', trainedOn, ` (model '${name}' is trained on it), or it is not exported`, c.names.datasets.keys())
  }
  const dataset = datasets.find(x => x.name === trainedOn)
  if (dataset === undefined) return null
  return {
    address: d.address,
    name,
    span: d.span,
    version: definition.version,
    type: definition.type,
    trainedOn: dataset.address,
    stage: definition.stage,
    traffic,
    guard: definition.guard,
    uses: modelFeatures(d, dataset, c),
    meta: declaredMeta(d, c.names.config),
    renamedFrom: definition.options.renamedFrom === undefined ? null : `model.${definition.options.renamedFrom}`,
  }
}

/** The features that a model reads: those it names, else all of its dataset. */
function modelFeatures(d: Declared<ModelDefinition>, dataset: CatalogDataset, c: Consumed): readonly Address[] {
  const { uses, name } = d.definition
  if (uses.length === 0) return dataset.features
  const byName = new Map(dataset.features.map(f => [shortName(f), f]))
  return uses.flatMap(feature => {
    const found = byName.get(feature)
    if (found !== undefined) return [found]
    c.mistakes.at(placeOfMember(d, 'uses'))('F365', { model: name, feature, dataset: dataset.name, near: nearest(feature, byName.keys()) })
    return []
  })
}

function checkTraffic(models: readonly CatalogModel[], c: Consumed): void {
  const sums = new Map<Address, number>()
  for (const m of models) sums.set(m.trainedOn, (sums.get(m.trainedOn) ?? 0) + (m.traffic ?? 0))
  for (const [dataset, sum] of sums) {
    const last = models.findLast(m => m.trainedOn === dataset)!
    if (sum > 1 + 1e-9) c.mistakes.at(placeOf(c.names.models.get(last.name)!))('F369', { name: shortName(dataset), sum: Math.round(sum * 1000) / 1000 })
  }
}
