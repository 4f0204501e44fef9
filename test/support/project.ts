import type { Span } from '../../compiler/base/diagnostic.ts'
import { duckdb, defineConfig } from '../../compiler/dsl/index.ts'
import type { ConfigDefinition, Definition } from '../../compiler/ir/definition.ts'
import type { Declared, LoadedProject } from '../../compiler/ir/loaded.ts'

/** A config with one target on DuckDB. */
export const plainConfig = defineConfig({
  project: 'logistics',
  targets: { local: duckdb({ path: ':memory:' }) },
  defaultTarget: 'local',
}) as unknown as ConfigDefinition

/** Where the test project declares something: a file of its own per definition, a line per member. */
export function spanOf(address: string, member?: string): Span {
  const line = member === undefined ? 1 : 2 + (Array.from(member, c => c.charCodeAt(0)).reduce((a, b) => a * 31 + b, 7) % 9973)
  return { file: `features/${address}.ts`, start: line * 100, end: line * 100 + 10, line, column: 1 }
}

/** The project as the loader gives it: definitions in order, each member with a span, descriptions by address or `address#member`. */
export function projectOf(
  definitions: readonly unknown[],
  given: { readonly config?: unknown; readonly descriptions?: Readonly<Record<string, string>> } = {},
): LoadedProject {
  return {
    config: (given.config ?? plainConfig) as ConfigDefinition,
    configSpan: spanOf('config'),
    definitions: (definitions as readonly Definition[]).map((definition): Declared => {
      const address = `${definition.kind}.${definition.name}` as const
      const members = Object.fromEntries(
        membersOf(definition).map(m => [m, { span: spanOf(address, m), description: given.descriptions?.[`${address}#${m}`] ?? null }]),
      )
      return { address, definition, span: spanOf(address), description: given.descriptions?.[address] ?? null, members }
    }),
    contentHash: 'test',
  }
}

function membersOf(d: Definition): readonly string[] {
  const options = Object.keys(d).filter(k => k !== 'kind' && k !== 'name')
  switch (d.kind) {
    case 'view':
      return [...options, ...d.features.map(f => f.name)]
    case 'source':
      return [...options, ...Object.keys(d.columns)]
    case 'entity':
      return [...options, ...Object.keys(d.keys)]
    case 'serving':
      return [...options, ...d.computed.map(f => f.name)]
    case 'monitor':
      return [...options, 'stat']
    default:
      return options
  }
}
