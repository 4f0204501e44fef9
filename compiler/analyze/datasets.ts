import type { Address } from '../base/address.ts'
import { address } from '../base/address.ts'
import { formatDuration } from '../base/duration.ts'
import { unique } from '../base/group.ts'
import { parseInstant } from '../base/instant.ts'
import type { CatalogDataset, CatalogSource, CatalogSplit } from '../ir/catalog.ts'
import type { DatasetDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import type { Scalar, ScalarLeaf } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import { bindExpression } from './bind-expression.ts'
import { keyColumns } from './bind-sources.ts'
import type { Consumed } from './consumers.ts'
import { checkColumns, entityLevel, entityOf, expandListed } from './consumers.ts'
import { checkGrain } from './grain.ts'
import { declaredMeta } from './inherit.ts'
import type { Report } from './mistakes.ts'
import { reportUnknown } from './mistakes.ts'
import { placeOf, placeOfMember, sourceName } from './names.ts'
import { durationOption, instantOption } from './options.ts'
import { typeName } from '../ir/type.ts'
import type { Typed } from './typed.ts'
import { inferType } from './types.ts'

type Declaration = Declared<DatasetDefinition>

export function bindDatasets(c: Consumed): CatalogDataset[] {
  return [...c.names.datasets.values()].flatMap(d => bindDataset(d, c) ?? [])
}

function bindDataset(d: Declaration, c: Consumed): CatalogDataset | null {
  const { definition } = d
  const report = (option: string): Report => c.mistakes.at(placeOfMember(d, option))
  const given = definition.entity === '' ? null : entityOf(d, c)
  const spine = bindSpine(d, given, c)
  if (spine === null || (given === null && definition.entity !== '')) {
    checkSplit(d, c)
    return null
  }
  const roles = rolesOf(d, spine, c)
  const entity = labelEntity(d, given, roles, c)
  const label = entity === undefined ? null : typeLabel(d, { entity, spine }, c)
  const what = `dataset '${definition.name}'`
  const listed = expandListed(definition.features, holdsDescribed(roles, spine, report('features')), what, 'current', c, report('features'))
  const keep = keptColumns(d, spine, report('keep'))
  const split = bindSplit(d, { spine, roles }, c)
  const used = unique(listed.map(l => c.features.get(l.feature)?.entity).filter(e => e !== undefined))
  const read = roles.filter(r => used.includes(r.entity) || r.entity === (entity === null || entity === undefined ? null : address('entity', entity)))
  checkColumns([...unique([...read.flatMap(r => r.on), ...keep]), spine.eventTime ?? '', 'split', 'label', ...listed.map(l => l.as)], what, report('features'))
  if (label === null || entity === undefined || split === null) return null
  const dataset: CatalogDataset = {
    address: d.address,
    name: definition.name,
    span: d.span,
    entity: entity === null ? null : address('entity', entity),
    spine: spine.address,
    roles: read,
    label: label.expr,
    labelType: label.type,
    meta: declaredMeta(d, c.names.config, entity === null ? [] : entityLevel(entity, c)),
    renamedFrom: definition.options.renamedFrom === undefined ? null : `dataset.${definition.options.renamedFrom}`,
    features: listed.map(f => f.feature),
    names: listed.map(f => f.as),
    keep,
    accuracy: definition.accuracy,
    ttl: durationOption('ttl', definition.ttl, report('ttl')),
    known: instantOption('known', definition.known, report('known')),
    split,
  }
  checkTimes(dataset, d, c)
  return dataset
}

/** The source whose events are labelled. */
function bindSpine(d: Declaration, entity: string | null, c: Consumed): CatalogSource | null {
  const report = c.mistakes.at(placeOfMember(d, 'spine'))
  const name = d.definition.spine
  const source = c.names.sources.get(name)
  if (source === undefined) {
    reportUnknown(report, 'source', name, ` (the spine of '${d.definition.name}'), or it is not exported`, c.names.sources.keys())
    return null
  }
  const holds = [...source.definition.entities.map(e => e.entity), ...(d.definition.role === null ? [] : [d.definition.role.entity])]
  if (source.definition.form !== 'events') report('F364', { source: name, form: source.definition.form })
  else if (entity !== null && !holds.includes(entity)) report('F324', { source: name, entity, holds })
  else return c.sources.get(source.address) ?? null
  return null
}

/** Where the spine holds the keys of each entity: as its source says, and in the role that was chosen. */
function rolesOf(d: Declaration, spine: CatalogSource, c: Consumed): CatalogDataset['roles'] {
  const { role } = d.definition
  if (role === null) return spine.entities
  const entity = c.names.entities.get(role.entity)
  if (entity === undefined) return spine.entities
  const source = c.names.sources.get(sourceName(spine.address))!.definition
  const on = keyColumns(source, entity.definition, role.on, `${source.name}: by()`, c.mistakes.at(placeOfMember(d, 'spine')))
  const others = spine.entities.filter(e => e.entity !== entity.address)
  return on === null ? others : [...others, { entity: entity.address, on }]
}

function holdsDescribed(roles: CatalogDataset['roles'], spine: CatalogSource, report: Report): (what: string, entity: string) => boolean {
  return (what, entity) => {
    const described = roles.some(r => r.entity === address('entity', entity))
    if (!described) report('F430', { what, entity, spine: spine.name, holds: roles.map(r => sourceName(r.entity)) })
    return described
  }
}

/** The entity of the label: the one that was given, else the only one that both the spine and the label's rows describe. Undefined: not to be told. */
function labelEntity(d: Declaration, given: string | null, roles: CatalogDataset['roles'], c: Consumed): string | null | undefined {
  const windows = leavesOf<ScalarLeaf>(d.definition.label).filter(l => l.kind === 'window')
  if (given !== null || windows.length === 0) return given
  const sources = unique(windows.map(w => w.source)).flatMap(s => c.sources.get(s) ?? [])
  const shared = roles.map(r => r.entity).filter(e => sources.every(s => s.entities.some(x => x.entity === e)))
  if (shared.length === 1) return sourceName(shared[0]!)
  if (sources.length > 0) {
    const report = c.mistakes.at(placeOfMember(d, 'label'))
    report('F431', { dataset: d.definition.name, label: sources.map(s => s.name), shared: shared.map(sourceName) })
  }
  return undefined
}

function typeLabel(d: Declaration, { entity, spine }: { readonly entity: string | null; readonly spine: CatalogSource }, c: Consumed): Typed | null {
  const report = c.mistakes.at(placeOfMember(d, 'label'))
  const expr = bindExpression(d.definition.label, 'label', { names: c.names, report })
  if (expr === null || !checkLeaves(expr, spine, report)) return null
  if (entity !== null && !checkGrain(expr, { names: c.names, sources: c.sources, entity, report })) return null
  return inferType(expr, { sources: c.sources, entities: c.entities, features: c.typeScope.types, view: null, start: null, report, rows: c.typeScope.rows })
}

/** Over windows of the future, or over the spine's own row. */
function checkLeaves(expr: Scalar, spine: CatalogSource, report: Report): boolean {
  const leaves = leavesOf<ScalarLeaf>(expr)
  const columns = leaves.filter(l => l.kind === 'column')
  const foreign = columns.find(l => l.source !== spine.address)
  if (foreign !== undefined) report('F320', { one: spine.name, other: sourceName(foreign.source) })
  else if (columns.length > 0 && columns.length < leaves.length) report('F432', { found: 'mixes columns of the spine with aggregates' })
  else if (leaves.length === 0) report('F432', { found: 'reads nothing' })
  else if (leaves.some(l => l.kind === 'window' && l.length === 'lifetime')) report('F432', { found: 'has no end' })
  else return true
  return false
}

function keptColumns(d: Declaration, spine: CatalogSource, report: Report): readonly string[] {
  const known = spine.columns.map(x => x.name)
  for (const name of d.definition.keep) if (!known.includes(name)) reportUnknown(report, 'column', name, ` in source '${spine.name}'`, known)
  return d.definition.keep.filter(name => known.includes(name) && name !== spine.eventTime)
}

// ---- split

function bindSplit(
  d: Declaration,
  { spine, roles }: { readonly spine: CatalogSource; readonly roles: CatalogDataset['roles'] },
  c: Consumed,
): CatalogSplit | null {
  const times = checkSplit(d, c)
  const { split } = d.definition
  const report = c.mistakes.at(placeOfMember(d, 'split'))
  const by = groupColumns(split.by, spine, roles, report)
  if (split.shares === null) return times === null ? null : { kind: 'time', ...times, by }
  const sum = split.shares.train + split.shares.validation + split.shares.test
  if (Math.abs(sum - 1) > 1e-9) report('F433', { sum: Math.round(sum * 1e6) / 1e6 })
  return { kind: 'shares', ...split.shares, by }
}

/** Names of an entity stand for the columns of its keys. */
function groupColumns(by: readonly string[], spine: CatalogSource, roles: CatalogDataset['roles'], report: Report): readonly string[] {
  const known = [...roles.map(r => sourceName(r.entity)), ...spine.columns.map(x => x.name)]
  return unique(
    by.flatMap(name => {
      const role = roles.find(r => r.entity === address('entity', name))
      if (role !== undefined) return role.on
      if (!known.includes(name)) reportUnknown(report, 'entity or column', name, ` in the spine '${spine.name}'`, known)
      const type = spine.columns.find(x => x.name === name)?.type
      if (type?.kind === 'float' || type?.kind === 'json') report('F434', { column: name, found: typeName(type) })
      return known.includes(name) ? [name] : []
    }),
  )
}

/** The borders of a split by time, as instants; null for another split, or where they are wrong. */
function checkSplit(d: Declaration, c: Consumed): { readonly train: string; readonly validation: string; readonly gap: number } | null {
  const { train, validation, gap, shares } = d.definition.split
  if (shares !== null) return null
  const report = c.mistakes.at(placeOfMember(d, 'split'))
  instantOption('split.train', train, report)
  instantOption('split.validation', validation, report)
  const seconds = durationOption('split.gap', gap, report) ?? 0
  const [from, to] = [parseInstant(train), parseInstant(validation)]
  if (from === null || to === null) return null
  if (from.seconds >= to.seconds) report('F352', { from: train!, to: validation! })
  return { train: from.iso, validation: to.iso, gap: seconds }
}

// ---- what the times of views and cutoff mean for each other

function checkTimes(dataset: CatalogDataset, d: Declaration, c: Consumed): void {
  for (const view of viewsOf(dataset, c)) {
    const { known, availableAfter, every } = view.contract
    const limit = dataset.ttl ?? 2 * every
    if (dataset.accuracy === 'snapshot' && availableAfter > limit) {
      const params = { view: view.name, after: formatDuration(availableAfter), limit: formatDuration(limit), isTtl: dataset.ttl !== null }
      c.mistakes.at(placeOf(d))('F435', params)
    }
    if (dataset.known !== null && known === 'corrected') c.mistakes.at(placeOfMember(d, 'known'))('F436', { view: view.name })
  }
}

function viewsOf(dataset: CatalogDataset, c: Consumed): NonNullable<ReturnType<Consumed['views']['get']>>[] {
  const views: readonly Address[] = unique(dataset.features.flatMap(f => c.features.get(f)?.view ?? []))
  return views.flatMap(v => c.views.get(v) ?? [])
}
