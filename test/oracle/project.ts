import type { SourceDefinition } from '../../compiler/ir/definition.ts'
import type { Declared, LoadedProject } from '../../compiler/ir/loaded.ts'
import type { OracleInput } from './data.ts'

/** Sources that some view reads, or that give the keys of an entity: a case holds more than it needs. */
export function usedSources(input: Pick<OracleInput, 'views' | 'sources'>): readonly SourceDefinition[] {
  const text = JSON.stringify(input.views)
  const rowless = new Set(input.views.filter(v => !JSON.stringify(v.features).includes('"source.')).map(v => v.entity))
  return input.sources.filter(s => text.includes(`"source.${s.name}"`) || s.defines.length > 0 || s.entities.some(e => rowless.has(e.entity)))
}

/** The project as the loader would give it, for a DuckDB whose raw tables lie in schemas called like the sources. */
export function projectOf(input: OracleInput): LoadedProject {
  const declared = (address: Declared['address'], definition: Declared['definition']): Declared => ({
    address,
    definition,
    span: null,
    description: null,
    members: {},
  })
  return {
    config: {
      kind: 'config',
      project: 'oracle',
      defaultTarget: 'local',
      environments: null,
      defaults: {},
      policies: [],
      objects: {},
      targets: { local: { kind: 'duckdb', path: ':memory:', sources: {}, schema: null, stateSchema: null } },
    },
    configSpan: null,
    definitions: [
      ...input.entities.map(e => declared(`entity.${e.name}`, e)),
      ...usedSources(input).map(s => declared(`source.${s.name}`, s)),
      ...input.views.map(v => declared(`view.${v.name}`, v)),
    ],
    contentHash: 'oracle',
  }
}
