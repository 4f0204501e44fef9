import { objectsOf } from '../../emit/index.ts'
import type { Automation, Placed, PlacedState, Storage } from '../../ir/placed.ts'
import type { Lowered } from '../../lower/index.ts'
import type { Bindings } from '../bind.ts'
import type { Matched, Matching } from '../match.ts'
import { alertsOf } from './alerts.ts'
import type { Driven } from './drivers.ts'
import { driverProcedure, driverProgram, driverStatements } from './drivers.ts'
import { measuresOf } from './measures.ts'
import { fillProcedure, procedureStatements } from './procedures.ts'
import { taskGraph } from './tasks.ts'

/** With what statements are made. */
export interface Writing {
  readonly lowered: Lowered
  readonly project: string
}

/** An object that has to be there. */
export interface Wanted {
  readonly made: Placed
  /** The statements that write a procedure; null for others, which change from what was applied. */
  readonly write: ((w: Writing) => readonly string[]) | null
  /** Of a fill procedure: the storage that it fills, and how it has to be before that takes its public name. */
  readonly fills: { readonly generation: string; readonly made: Placed; readonly write: (w: Writing) => readonly string[] } | null
}

export interface WantedRequest {
  readonly lowered: Lowered
  readonly matching: Matching
  readonly placed: PlacedState
  /** Storages have their public names. */
  readonly after: Bindings
  readonly writable: (s: Storage) => boolean
}

/** What has to be there besides tables and views, what others need before them; nothing where the engine knows no such things. */
export function wantedObjects(request: WantedRequest): readonly Wanted[] {
  const { placed, matching } = request
  if (objectsOf(placed.placement.dialect) === null || matching.matched.length === 0) return (placed.objects ?? []).map(changed)
  const filled = matching.matched.filter(m => m.resource.filling.by !== 'nothing' && m.binding.storages.some(request.writable))
  return [
    ...(placed.objects ?? []).map(changed),
    ...filled.flatMap(m => m.binding.storages.filter(request.writable).map(s => fillOf(m.resource, s, request))),
    ...((placed.automation ?? null) === null ? [] : automatic(filled, placed.automation!, request)),
  ]
}

/** What runs by itself: tasks with what they call, alerts, and metrics. */
function automatic(filled: readonly Matched[], automation: Automation, request: WantedRequest): readonly Wanted[] {
  const { placed, after, lowered, writable } = request
  const { schedule, measure } = automation
  const resources = filled.map(m => m.resource)
  return [
    ...(schedule === null ? [] : drivers(resources, request)),
    ...(schedule === null
      ? []
      : [changed(taskGraph(resources, { project: placed.project, placement: placed.placement, automation: { ...automation, schedule } }))]),
    ...alertsOf(lowered, after, automation).map(changed),
    ...(measure === null ? [] : filled.flatMap(m => measuresIn(m.resource, m.binding.storages.filter(writable), measure))),
  ]
}

function changed(made: Placed): Wanted {
  return { made, write: null, fills: null }
}

function fillOf(resource: Placed, storage: Storage, { matching, after }: WantedRequest): Wanted {
  const { bindings } = matching
  const { placement } = bindings
  const shown = after.storages(resource.address).find(s => s.generation === storage.generation)!
  const [made, interim] = [fillProcedure(resource, shown, after), fillProcedure(resource, storage, bindings)]
  return {
    made,
    write: w => procedureStatements(made, { resource, storage: shown }, { ...w, bindings: after, placement }),
    fills: {
      generation: storage.generation,
      made: interim,
      write: w => procedureStatements(interim, { resource, storage }, { ...w, bindings, placement }),
    },
  }
}

/** The procedures that tasks call. */
function drivers(resources: readonly Placed[], { lowered, after, writable }: WantedRequest): readonly Wanted[] {
  const { placement } = after
  const driven: Driven = {
    bindings: after,
    resources,
    writable,
    groups: store =>
      lowered
        .around(store)
        .stores.get(store)!
        .groups.map(g => ({ featureType: g.featureType, views: g.views.map(v => v.address) })),
  }
  return resources.map(r => {
    const program = driverProgram(r, driven)
    const made = driverProcedure(r, program, placement)
    return { made, write: ({ project }) => driverStatements(made, program, { project, placement }), fills: null }
  })
}

function measuresIn(resource: Placed, storages: readonly Storage[], schedule: Parameters<typeof measuresOf>[2]): readonly Wanted[] {
  return resource.kind === 'view' ? storages.flatMap(s => measuresOf(resource, s, schedule) ?? []).map(changed) : []
}
