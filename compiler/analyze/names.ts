import type { Address } from '../base/address.ts'
import { address, featureAddress } from '../base/address.ts'
import type {
  ConfigDefinition,
  DatasetDefinition,
  Definition,
  DefinitionKind,
  EntityDefinition,
  FeatureMeta,
  ModelDefinition,
  MonitorDefinition,
  ServingDefinition,
  SourceDefinition,
  StoreDefinition,
  ViewDefinition,
} from '../ir/definition.ts'
import type { Declared, LoadedProject } from '../ir/loaded.ts'
import type { Scalar } from '../ir/scalar.ts'
import type { Place } from './mistakes.ts'

type ByName<D extends Definition> = ReadonlyMap<string, Declared<D>>

/** One value that a view declares: a feature, or one version of it. */
export interface DeclaredFeature {
  readonly address: Address
  readonly view: Declared<ViewDefinition>
  readonly entity: string
  readonly name: string
  readonly column: string
  readonly version: number | null
  readonly expr: Scalar
  readonly meta: FeatureMeta
  /** The feature's metadata and that of the version, where they differ. */
  readonly description: string | null
  readonly place: Place
}

/** Everything that a name can refer to, by name. The first of several with one name counts. */
export interface Names {
  readonly config: ConfigDefinition
  readonly entities: ByName<EntityDefinition>
  readonly sources: ByName<SourceDefinition>
  readonly views: ByName<ViewDefinition>
  readonly stores: ByName<StoreDefinition>
  readonly servings: ByName<ServingDefinition>
  readonly datasets: ByName<DatasetDefinition>
  readonly models: ByName<ModelDefinition>
  readonly monitors: ByName<MonitorDefinition>
  /** By address, each version by its own. */
  readonly features: ReadonlyMap<Address, DeclaredFeature>
  /** The plain address of each feature with versions -> that of its current version. */
  readonly current: ReadonlyMap<Address, Address>
  /** Features by the name of their view, in declared order. */
  readonly featuresOf: ReadonlyMap<string, readonly DeclaredFeature[]>
}

type KindMap = { [K in DefinitionKind]: Extract<Definition, { readonly kind: K }> }

/** Pass 1: which names exist. Reports nothing: duplicates and bad names are the next pass's. */
export function indexNames(project: LoadedProject): Names {
  const of = <K extends DefinitionKind>(kind: K): Map<string, Declared<KindMap[K]>> => {
    const found = new Map<string, Declared<KindMap[K]>>()
    for (const d of project.definitions) {
      if (d.definition.kind === kind && !found.has(d.definition.name)) found.set(d.definition.name, d as Declared<KindMap[K]>)
    }
    return found
  }
  const views = of('view')
  const features = new Map<Address, DeclaredFeature>()
  const current = new Map<Address, Address>()
  const featuresOf = new Map<string, readonly DeclaredFeature[]>()
  for (const view of views.values()) {
    const own = view.definition.features.flatMap((_, i) => declaredFeatures(view, i, current))
    featuresOf.set(view.definition.name, own)
    for (const f of own) if (!features.has(f.address)) features.set(f.address, f)
  }
  return {
    config: project.config,
    entities: of('entity'),
    sources: of('source'),
    views,
    stores: of('store'),
    servings: of('serving'),
    datasets: of('dataset'),
    models: of('model'),
    monitors: of('monitor'),
    features,
    current,
    featuresOf,
  }
}

function declaredFeatures(view: Declared<ViewDefinition>, index: number, current: Map<Address, Address>): DeclaredFeature[] {
  const { entity } = view.definition
  const { name, expr, meta, versionMeta } = view.definition.features[index]!
  const plain = featureAddress(entity, name)
  const member = view.members[name]
  const place = { span: member?.span ?? view.span, address: plain }
  const description = meta.description ?? member?.description ?? null
  if (expr.kind !== 'versions') return [{ address: plain, view, entity, name, column: name, version: null, expr, meta, description, place }]
  const numbers = Object.keys(expr.of)
  const shown = expr.current ?? highest(numbers)
  if (shown !== null) current.set(plain, featureAddress(entity, name, Number(shown)))
  return numbers.map(n => {
    const own = versionMeta?.[n]
    const versioned = featureAddress(entity, name, Number(n))
    return {
      address: versioned,
      view,
      entity,
      name,
      column: `${name}__v${n}`,
      version: Number(n),
      expr: expr.of[n]!,
      meta: own === undefined ? meta : { ...meta, ...own },
      description: own?.description ?? description,
      place: { span: place.span, address: versioned },
    }
  })
}

function highest(numbers: readonly string[]): string | null {
  return numbers.reduce<string | null>((best, n) => (best === null || Number(n) > Number(best) ? n : best), null)
}

/** The feature that a reference means: a plain name is that of the current version. Null where there is none. */
export function featureOf(names: Names, ref: Address): DeclaredFeature | null {
  return names.features.get(names.current.get(ref) ?? ref) ?? null
}

export function placeOf(d: Declared): Place {
  return { span: d.span, address: d.address }
}

/** The place of a member (a column, an option), or of the whole. */
export function placeOfMember(d: Declared, member: string): Place {
  return { span: d.members[member]?.span ?? d.span, address: d.address }
}

export function sourceName(source: Address): string {
  return source.slice('source.'.length)
}

export function entityAddress(name: string): Address {
  return address('entity', name)
}
