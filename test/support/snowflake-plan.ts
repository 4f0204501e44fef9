import { definitionKind } from '../../compiler/dsl/part.ts'
import type { Compiled } from '../../compiler/index.ts'
import type { Plan } from '../../compiler/ir/plan.ts'
import type { PlacedState } from '../../compiler/ir/placed.ts'
import type { Coverage, Live, State } from '../../compiler/ir/state.ts'
import { plan } from '../../compiler/plan/index.ts'
import { afterApply, now } from './golden.ts'
import { compiledOf } from './warehouse.ts'

/** What state and warehouse hold. */
export interface There {
  readonly state: State | null
  readonly live: Live
}

const nothing: There = { state: null, live: { schemas: [], objects: [] } }

export function plannedOn({ lowered }: Compiled, placed: PlacedState, { state, live }: There = nothing): Plan {
  return plan({ lowered, placed, state, live, now, allowDestroy: true, tool: 'test' })
}

/** What is there after an apply, with the tables covered as far as a materialize would have. */
export function thereAfter(made: Plan, placed: PlacedState, before: State | null = null): There {
  const { state: written } = afterApply(made, placed, before)
  const gone = new Set(made.steps.flatMap(s => (s.effect?.kind === 'forget' ? [s.effect.address] : [])))
  const kept = (before?.records ?? []).filter(r => !gone.has(r.address) && !written.records.some(w => w.address === r.address))
  const retired = made.steps.flatMap(s => (s.effect?.kind === 'retire' ? [s.effect.storage] : []))
  const state = { ...written, records: [...kept, ...written.records], storages: written.storages.filter(s => !retired.includes(s.storage.generation)) }
  const { publicSchema, storageSchema } = placed.placement
  const objects = state.storages.map(s => ({ name: s.storage.name, kind: 'table' as const, columns: [], comment: null }))
  const found = { schemas: [publicSchema, storageSchema], objects }
  const cover = (storage: string): Coverage => ({ storage, from: '2026-01-02T00:00:00Z', to: '2026-02-10T00:00:00Z', knownTo: now })
  const columns = (name: string): readonly string[] =>
    state.storages.flatMap(({ storage: s }) => (s.name.name === name ? [...s.grainColumns, ...s.columns.map(c => c.stored)] : []))
  const tables = found.objects.map(o => ({ ...o, columns: columns(o.name.name).map(name => ({ name, type: '', nullable: true })) }))
  const shown = state.records.flatMap(r => {
    const { publicName: name, columns: of } = r.applied
    return name === null ? [] : [{ name, kind: 'view' as const, columns: of.map(c => ({ name: c.name, type: '', nullable: true })), comment: null }]
  })
  return {
    state: { ...state, coverage: state.storages.flatMap(s => [cover(s.storage.generation), cover(`${s.storage.generation}#customer`)]) },
    live: { ...found, objects: [...tables, ...shown] },
  }
}

/** The project that a module declares, its config among its exports. */
export async function compiledModule(file: string): Promise<Compiled> {
  const module = (await import(file)) as Readonly<Record<string, unknown>>
  return compiledOf(
    Object.values(module).filter(x => definitionKind(x) !== null && definitionKind(x) !== 'config'),
    { config: module['config'] },
  )
}
