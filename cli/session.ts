import { mkdirSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Diagnostic, Outcome } from '../compiler/base/diagnostic.ts'
import { FeatError, diagnostic, hasErrors } from '../compiler/base/diagnostic.ts'
import { nearest } from '../compiler/base/near.ts'
import { upstreamColumns } from '../compiler/docs/lineage.ts'
import type { Catalog } from '../compiler/ir/catalog.ts'
import type { TargetDefinition } from '../compiler/ir/definition.ts'
import { nameText } from '../compiler/ir/name.ts'
import type { Plan } from '../compiler/ir/plan.ts'
import type { DesiredState } from '../compiler/ir/resource.ts'
import type { State } from '../compiler/ir/state.ts'
import { typeName } from '../compiler/ir/type.ts'
import type { StepEvent } from '../registry/apply/progress.ts'
import type { Driver } from '../registry/driver/driver.ts'
import type { GlobalArguments } from './arguments/parse.ts'
import { isoOf } from './arguments/parse.ts'
import type { ShowArguments } from './arguments/show.ts'
import { resolveTarget } from './environment.ts'
import { checkKeys, findFeature } from './find-feature.ts'
import type { Io } from './io.ts'
import { wantsColor } from './io.ts'
import { printDiagnostics } from './report.ts'
import type { Materialized } from './views/materialize.ts'
import type { ShownFeature } from './views/show.ts'
import type { Status } from './views/status.ts'

/**
 * The one place where the command line meets the core: a project loaded, a warehouse open, and what commands ask of
 * both, in the shapes that views take.
 */
export interface CliSession {
  readonly plan: (options: { readonly allowDestroy: boolean }) => Promise<Plan>
  readonly destroyPlan: () => Promise<Plan>
  readonly apply: (plan: Plan, onProgress: OnProgress) => Promise<void>
  readonly materialize: (span: Span, onProgress: OnProgress) => Promise<Materialized>
  readonly show: (args: ShowArguments) => Promise<ShownFeature>
  readonly status: () => Promise<Status>
  readonly recorded: () => Promise<Pick<State, 'records' | 'storages' | 'coverage'>>
}

type OnProgress = (event: StepEvent) => void

interface Span {
  readonly from: string | null
  readonly to: string | null
  readonly only: readonly string[]
}

export interface Loaded {
  readonly catalog: Catalog
  readonly desired: DesiredState
}

/** Definitions to resources. Warnings are printed; mistakes end the command. */
export async function loadProject(args: GlobalArguments, io: Io): Promise<Loaded> {
  const { loadAndAnalyze } = await import('../registry/index.ts')
  return settled(await loadAndAnalyze(rootOf(args, io), args.config ?? undefined), args, io)
}
