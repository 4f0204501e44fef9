import { literal, qualified } from '../../compiler/emit/index.ts'
import type { Placement } from '../../compiler/ir/placed.ts'
import { text as textType } from '../../compiler/ir/type.ts'

const tableNames = ['meta', 'records', 'storages', 'coverage', 'retired', 'starts', 'journal', 'lock', 'claims', 'datasets', 'arrivals', 'rates'] as const

/** Names of the tables of a state, for who looks at its schema from outside. */
export const stateTables: ReadonlySet<string> = new Set(tableNames)

/** How the state's own statements say its tables and texts; the rest of them reads the same on every engine. */
export type StateSql = Readonly<Record<(typeof tableNames)[number], string>> & {
  readonly text: (value: string | null) => string
}

export function stateSql({ catalog, stateSchema: schema, dialect }: Placement): StateSql {
  const tables = Object.fromEntries(tableNames.map(name => [name, qualified({ catalog, schema, name }, dialect)]))
  return {
    ...(tables as Record<(typeof tableNames)[number], string>),
    text: value => (value === null ? 'NULL' : literal(value, textType, dialect)),
  }
}

/**
 * An instant with exactly six digits of a fraction, so that texts compare as times do: state holds times as text, which
 * reads the same on every engine.
 */
export function instantText(iso: string): string {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\d*Z$/.exec(iso)
  return match === null ? iso : `${match[1]}.${(match[2] ?? '').padEnd(6, '0')}Z`
}

/** As the rest of the program writes it: no fraction where there is none. */
export function instantOf(text: string): string {
  return text.replace(/\.?0+Z$/, 'Z')
}
