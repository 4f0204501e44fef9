import type { Address } from '../base/address.ts'
import type { Diagnostic, Outcome } from '../base/diagnostic.ts'
import { diagnostic, hasErrors } from '../base/diagnostic.ts'
import { nearest } from '../base/near.ts'
import type { Catalog } from '../ir/catalog.ts'
import type { PhysicalSource, Placed, PlacedState, Placement } from '../ir/placed.ts'
import type { DesiredState } from '../ir/resource.ts'
import { featureStoreTags, placeInFeatureStore } from './feature-store.ts'
import { placeAutomation, placeObjects } from './objects.ts'
import type { KeptBy } from './physical.ts'
import { placePhysical } from './physical.ts'
import type { Settled } from './settle.ts'
import { placeServing } from './serving.ts'
import { settleTarget } from './settle.ts'
import { placeSource } from './source.ts'

export { settleTarget } from './settle.ts'

/** Where to deploy. `values` are the environment variables that the config names; `root` is the project's folder. */
export interface PlaceRequest {
  readonly target: string | null
  readonly environment: string | null
  readonly values: Readonly<Record<string, string | undefined>>
  readonly root: string
}

/** The environment without a name of its own: its public names live in the target's schema itself. */
export const mainEnvironment = 'main'

/** DesiredState -> names of one target and environment: the only stage that knows schemas, suffixes and files. */
export function place(desired: DesiredState, catalog: Catalog, request: PlaceRequest): Outcome<PlacedState> {
  const { config } = catalog
  const targetName = request.target ?? config.defaultTarget
  const definition = config.targets[targetName]
  if (definition === undefined) {
    return {
      value: null,
      diagnostics: [diagnostic('F501', { name: targetName, known: Object.keys(config.targets), near: nearest(targetName, Object.keys(config.targets)) })],
    }
  }
  const settled = settleTarget(definition, request.values)
  if (settled.value === null) return { value: null, diagnostics: settled.diagnostics }
  const environment = request.environment ?? mainEnvironment
  const diagnostics: Diagnostic[] = [...settled.diagnostics]
  const publicSchema = schemaOf(settled.value, environment, config.environments?.schema ?? '{schema}__{env}')
  if (publicSchema === null) diagnostics.push(diagnostic('F502', { name: environment }))
  if (hasErrors(diagnostics)) return { value: null, diagnostics }
  const placement = placementOf(catalog, settled.value, { targetName, environment, publicSchema: publicSchema!, root: request.root })
  const by: KeptBy = { target: targetName, settled: settled.value, placement, report: d => diagnostics.push(d) }
  const resources = desired.resources.map(r => placeKept(placeServing(placed(r, placement), { name: targetName, settled: by.settled }), catalog, by))
  const isMain = environment === mainEnvironment
  const objects = [...featureStoreTags(resources, by), ...placeObjects(resources, by, isMain)]
  const automation = placeAutomation(by, isMain)
  return { value: hasErrors(diagnostics) ? null : { project: desired.project, placement, resources, objects, automation }, diagnostics }
}

function placeKept(r: Placed, catalog: Catalog, by: KeptBy): Placed {
  const { featureStore, ...physical } = r.physical
  return placeInFeatureStore(placePhysical({ ...r, physical }, by), featureStore, { catalog, by })
}

function schemaOf(target: Settled, environment: string, pattern: string): string | null {
  if (environment === mainEnvironment) return target.schema
  const name = environment
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return name === '' ? null : pattern.replace('{schema}', target.schema).replace('{env}', name)
}

function placementOf(catalog: Catalog, target: Settled, at: { targetName: string; environment: string; publicSchema: string; root: string }): Placement {
  const sources = catalog.sources.map(s => [s.address, s.query !== null ? { kind: 'query' } : placeSource(s.name, target, at.root)] as const)
  return {
    target: at.targetName,
    environment: at.environment,
    dialect: target.dialect,
    catalog: target.catalog,
    publicSchema: at.publicSchema,
    storageSchema: `${target.stateSchema}_storage`,
    stateSchema: target.stateSchema,
    ...clonedFrom(catalog.config, target, at.environment),
    sources: Object.fromEntries(sources) as Record<Address, PhysicalSource>,
  }
}

/** Copies that cost nothing are made where the engine has them. */
function clonedFrom({ environments }: Catalog['config'], target: Settled, environment: string): Pick<Placement, 'cloneFrom'> {
  const from = environments?.cloneFrom
  return from === undefined || from === environment || target.objects === null ? {} : { cloneFrom: from }
}

function placed(r: DesiredState['resources'][number], { catalog, publicSchema }: Placement): Placed {
  return { ...r, publicName: r.name === null ? null : { catalog, schema: publicSchema, name: r.name.toLowerCase() } }
}
