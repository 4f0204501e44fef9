import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, duckdb, snowflake } from '../../compiler/dsl/index.ts'
import { definitionKind } from '../../compiler/dsl/part.ts'
import type { Compiled } from '../../compiler/index.ts'
import type { PlacedState } from '../../compiler/ir/placed.ts'
import { place } from '../../compiler/place/index.ts'
import { compiledOf, valueOf } from './warehouse.ts'

// Each folder under test/golden is a case: definition.ts, and before.ts where something was applied before. What follows
// from it stands beside it: plan.txt, and the statements in both dialects, the same in the same order.

const folder = fileURLToPath(new URL('../golden/', import.meta.url))

export const goldenCases: readonly string[] = readdirSync(folder)
  .filter(name => existsSync(`${folder}${name}/definition.ts`))
  .toSorted()

/** Cases that are planned elsewhere than in the main environment. */
const environments: Readonly<Record<string, string>> = { environment: 'pr-1' }

const both = defineConfig({
  project: 'shop',
  defaultTarget: 'local',
  targets: {
    local: duckdb({ path: ':memory:', schema: 'ML', sources: { raw: 'raw' } }),
    prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', sources: { raw: 'SHOP.RAW' } }),
  },
  environments: { schema: '{schema}__{env}' },
})

export interface GoldenCase {
  readonly compiled: Compiled
  /** What was applied before. */
  readonly earlier: Compiled | null
  readonly environment: string | null
}

export async function goldenCase(name: string): Promise<GoldenCase> {
  const before = `${folder}${name}/before.ts`
  return {
    compiled: await compiledFrom(`${folder}${name}/definition.ts`),
    earlier: existsSync(before) ? await compiledFrom(before) : null,
    environment: environments[name] ?? null,
  }
}

async function compiledFrom(file: string): Promise<Compiled> {
  const module = (await import(file)) as Readonly<Record<string, unknown>>
  const definitions = Object.values(module).filter(x => definitionKind(x) !== null && definitionKind(x) !== 'config')
  return compiledOf(definitions, { config: module['config'] ?? both })
}

/** The names of a target: `local` is DuckDB, `prod` Snowflake. */
export function placedIn({ catalog, lowered }: Compiled, target: string, environment: string | null): PlacedState {
  return valueOf(place(lowered.desired, catalog, { target, environment, values: {}, root: '.' }))
}
