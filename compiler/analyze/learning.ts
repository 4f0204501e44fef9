import type { Address } from '../base/address.ts'
import { shortName } from '../base/address.ts'
import { parseInstant } from '../base/instant.ts'
import { nearest } from '../base/near.ts'
import type { CatalogDataset, CatalogModel } from '../ir/catalog.ts'
import type { DatasetDefinition, ModelDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import { bindExpression } from './bind-expression.ts'
import type { Consumed } from './consumers.ts'
import { checkColumns, entityLevel, entityOf, expandListed } from './consumers.ts'
import { checkGrain } from './grain.ts'
import { declaredMeta } from './inherit.ts'
import { reportUnknown, shown } from './mistakes.ts'
import { placeOf, placeOfMember } from './names.ts'
import { durationOption, instantOption } from './options.ts'
import type { Typed } from './typed.ts'
import { inferType } from './types.ts'

export function bindDatasets(c: Consumed): CatalogDataset[] {
  return [...c.names.datasets.values()].flatMap(d => bindDataset(d, c) ?? [])
}

function bindDataset(d: Declared<DatasetDefinition>, c: Consumed): CatalogDataset | null {
  const { definition } = d
  const entity = entityOf(d, c)
  checkSplit(d, c)
  if (entity === null) return null
  const what = `dataset '${definition.name}'`
  const spine = bindSpine(d, entity, c)
  const label = typeLabel(d, entity, c)
  const report = c.mistakes.at(placeOfMember(d, 'features'))
  const features = expandListed(definition.features, entity, what, 'current', c, report)
  checkColumns(
    features.map(f => f.as),
    what,
    report,
  )
  if (label === null || spine === null) return null
  return {
    address: d.address,
    name: definition.name,
    span: d.span,
    entity: `entity.${entity}`,
    spine,
    label: label.expr,
    labelType: label.type,
    meta: declaredMeta(d, c.names.config, entityLevel(entity, c)),
    renamedFrom: definition.options.renamedFrom === undefined ? null : `dataset.${definition.options.renamedFrom}`,
    features: features.map(f => f.feature),
    split: definition.split,
  }
}

/** The source whose events are labelled: it holds the entity. */
function bindSpine(d: Declared<DatasetDefinition>, entity: string, c: Consumed): Address | null {
  const report = c.mistakes.at(placeOfMember(d, 'spine'))
  const name = d.definition.spine
  const source = c.names.sources.get(name)
  if (source === undefined) {
    reportUnknown(report, 'source', name, ` (the spine of '${d.definition.name}'), or it is not exported`, c.names.sources.keys())
    return null
  }
  if (source.definition.form !== 'events') report('F364', { source: name, form: source.definition.form })
  const holds = source.definition.entities.map(e => e.entity)
  if (!holds.includes(entity)) report('F324', { source: name, entity, holds })
  return source.address
}

function typeLabel(d: Declared<DatasetDefinition>, entity: string, c: Consumed): Typed | null {
  const report = c.mistakes.at(placeOfMember(d, 'label'))
  const expr = bindExpression(d.definition.label, 'label', { names: c.names, report })
  if (expr === null || !checkGrain(expr, { names: c.names, sources: c.sources, entity, report })) return null
  return inferType(expr, { sources: c.sources, entities: c.entities, features: c.typeScope.types, view: null, start: null, report, rows: c.typeScope.rows })
}

function checkSplit(d: Declared<DatasetDefinition>, c: Consumed): void {
  const { train, validation, gap } = d.definition.split
  const report = c.mistakes.at(placeOfMember(d, 'split'))
  instantOption('split.train', train || shown(null), report)
  instantOption('split.validation', validation || shown(null), report)
  durationOption('split.gap', gap, report)
  const [from, to] = [parseInstant(train), parseInstant(validation)]
  if (from !== null && to !== null && from.seconds >= to.seconds) report('F352', { from: train, to: validation })
}

// ---- models

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
