import type { Address } from '../base/address.ts'
import { featureAddress, parseAddress } from '../base/address.ts'
import { uniqueBy } from '../base/group.ts'
import type { CatalogEntity, CatalogFeature, CatalogSource, CatalogView, Contract } from '../ir/catalog.ts'
import type { Scalar } from '../ir/scalar.ts'
import type { BoundFeature, BoundFeatures } from './bind-features.ts'
import { checkChecks } from './checks.ts'
import { dataHash } from './data-hash.ts'
import { emptyOf } from './empty.ts'
import { formulaOf } from './formula.ts'
import { checkGrain } from './grain.ts'
import { configLevel, declaredMeta, inheritMeta } from './inherit.ts'
import { leafTypes } from './leaf-types.ts'
import type { Mistakes } from './mistakes.ts'
import type { DeclaredFeature, Names } from './names.ts'
import { entityAddress } from './names.ts'
import type { Reads } from './reads.ts'
import { readsOf } from './reads.ts'
import { contractOf, declaredStart } from './time.ts'
import type { FeatureType, Typed } from './typed.ts'
import { coerce } from './typed.ts'
import { inferType } from './types.ts'

/** What is known once entities, sources and names are bound. */
export interface Bound {
  readonly names: Names
  readonly entities: ReadonlyMap<Address, CatalogEntity>
  readonly sources: ReadonlyMap<Address, CatalogSource>
  readonly mistakes: Mistakes
}

export interface Elaborated {
  /** What each bound feature reads directly. */
  readonly reads: ReadonlyMap<Address, Reads>
  readonly features: ReadonlyMap<Address, CatalogFeature>
  readonly views: readonly CatalogView[]
  readonly typeScope: TypeTools
}

/** What consumers need to type expressions of their own. */
export interface TypeTools {
  readonly types: ReadonlyMap<Address, FeatureType>
  readonly rows: Map<Scalar, Typed>
}

/** Passes 5 to 8 for features: contracts, grain, types, and what follows from them, each feature after those it reads. */
export function elaborateFeatures(bound: BoundFeatures, b: Bound): Elaborated {
  const reads = new Map<Address, Reads>()
  for (const f of bound.byAddress.values()) reads.set(f.declared.address, readsOf(f.expr, entityAddress(f.declared.entity), b))
  const contracts = viewContracts(bound, reads, b)
  const types = new Map<Address, FeatureType>()
  const features = new Map<Address, CatalogFeature>()
  const rows = new Map<Scalar, Typed>()
  const leaf = leafTypes(b.sources, ref => features.get(ref)!.type)
  for (const f of bound.order) {
    const typed = typeFeature(f, b, types, rows)
    if (typed === null || !f.reads.every(r => features.has(r))) continue
    types.set(f.declared.address, { type: typed.type, nullable: typed.nullable, values: typed.values, view: f.declared.view.address })
    features.set(f.declared.address, catalogFeature(f, typed, { b, reads, contracts, features, leaf }))
  }
  const views = bound.views
    .filter(v => b.names.entities.has(v.view.definition.entity))
    .map(v => catalogView(v.view, v.reads, contracts.get(v.view.address)!, features, b))
  return { features, views, reads, typeScope: { types, rows } }
}

/** Contracts in dependency order: a view that reads views starts no earlier than they do. */
function viewContracts(bound: BoundFeatures, reads: ReadonlyMap<Address, Reads>, b: Bound): Map<Address, Contract> {
  const sourcesOf = new Map<Address, Set<CatalogSource>>()
  for (const f of bound.byAddress.values()) {
    const view = f.declared.view.address
    const own = sourcesOf.get(view) ?? new Set()
    sourcesOf.set(view, own)
    for (const c of reads.get(f.declared.address)!.columns) own.add(b.sources.get(c.source)!)
  }
  const contracts = new Map<Address, Contract>()
  for (const { view, reads: viewsRead } of bound.views) {
    const starts = viewsRead.map(r => contracts.get(r)?.start ?? null)
    contracts.set(view.address, contractOf(view, { config: b.names.config, sources: [...(sourcesOf.get(view.address) ?? [])], starts, mistakes: b.mistakes }))
  }
  return contracts
}

function typeFeature(f: BoundFeature, b: Bound, types: ReadonlyMap<Address, FeatureType>, rows: Map<Scalar, Typed>): Typed | null {
  const { declared } = f
  const report = b.mistakes.at(declared.place)
  if (!checkGrain(f.expr, { names: b.names, sources: b.sources, entity: declared.entity, report })) return null
  const typed = inferType(f.expr, {
    sources: b.sources,
    entities: b.entities,
    features: types,
    view: declared.view.address,
    start: declaredStart(declared.view.definition),
    report,
    rows,
  })
  return typed === null ? null : coerce(typed, typed.type, report)
}

interface Finishing {
  readonly b: Bound
  readonly reads: ReadonlyMap<Address, Reads>
  readonly contracts: ReadonlyMap<Address, Contract>
  readonly features: ReadonlyMap<Address, CatalogFeature>
  readonly leaf: Parameters<typeof emptyOf>[1]['leaf']
}

function catalogFeature(f: BoundFeature, typed: Typed, { b, reads, contracts, features, leaf }: Finishing): CatalogFeature {
  const { declared } = f
  const entity = entityAddress(declared.entity)
  const report = b.mistakes.at(declared.place)
  return {
    address: declared.address,
    name: declared.name,
    column: declared.column,
    version: declared.version,
    span: declared.place.span,
    view: declared.view.address,
    entity,
    meta: featureMeta(declared, b.names),
    renamedFrom: formerAddress(declared),
    expr: typed.expr,
    type: typed.type,
    nullable: typed.nullable,
    values: typed.values,
    empty: emptyOf(typed.expr, { leaf, feature: ref => features.get(ref)!.empty }),
    unit: declared.meta.unit ?? null,
    checks: checkChecks(declared.meta.checks ?? [], typed, report),
    readsFeatures: f.reads,
    readsColumns: uniqueColumns(reads.get(declared.address)!.columns),
    dataHash: dataHash(typed.expr, typed.type, {
      sources: b.sources,
      entities: b.entities,
      entity,
      contract: contracts.get(declared.view.address)!,
      feature: ref => ({ dataHash: features.get(ref)!.dataHash, contract: contracts.get(features.get(ref)!.view)! }),
    }),
    formula: formulaOf(f.expr),
  }
}

function uniqueColumns(columns: ReturnType<typeof readsOf>['columns']): CatalogFeature['readsColumns'] {
  return uniqueBy(
    columns.map(({ source, column }) => ({ source, column })),
    c => `${c.source}#${c.column}`,
  )
}

function featureMeta(f: DeclaredFeature, names: Names): CatalogFeature['meta'] {
  const entity = names.entities.get(f.entity)!
  return inheritMeta(f.address, f.description, [
    { from: f.address, options: f.meta },
    { from: f.view.address, options: f.view.definition.options },
    { from: entity.address, options: entity.definition.options },
    configLevel(names.config),
  ])
}

/** The former address; a bare name is one of the same entity and version. */
function formerAddress(f: DeclaredFeature): Address | null {
  const from = f.meta.renamedFrom
  if (from === undefined) return null
  return parseAddress(from)?.kind === 'feature' ? (from as Address) : featureAddress(f.entity, from, from.includes('@') ? null : f.version)
}

function catalogView(
  view: BoundFeatures['views'][number]['view'],
  reads: readonly Address[],
  contract: Contract,
  features: ReadonlyMap<Address, CatalogFeature>,
  b: Bound,
): CatalogView {
  const { definition } = view
  const entity = b.names.entities.get(definition.entity)!
  const own = b.names.featuresOf.get(definition.name)!.filter(f => features.has(f.address))
  const aliases: Record<string, Address> = {}
  for (const f of own) {
    const current = b.names.current.get(featureAddress(f.entity, f.name))
    if (current === f.address) aliases[f.name] = current
  }
  const sources = new Set(own.flatMap(f => features.get(f.address)!.readsColumns.map(c => c.source)))
  return {
    address: view.address,
    name: definition.name,
    span: view.span,
    entity: entity.address,
    contract,
    physical: definition.physical ?? {},
    aliases,
    meta: declaredMeta(view, b.names.config, [{ from: entity.address, options: entity.definition.options }]),
    renamedFrom: definition.options.renamedFrom === undefined ? null : `view.${definition.options.renamedFrom}`,
    features: own.map(f => f.address),
    readsViews: reads,
    readsSources: [...sources],
  }
}
