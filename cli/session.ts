import { join, resolve } from 'node:path'
import type { Diagnostic, Outcome } from '../compiler/base/diagnostic.ts'
import { FeatError, diagnostic, hasErrors } from '../compiler/base/diagnostic.ts'
import type { Compiled } from '../compiler/index.ts'
import { compileProject } from '../compiler/index.ts'
import type { ConfigDefinition } from '../compiler/ir/definition.ts'
import type { LoadedProject } from '../compiler/ir/loaded.ts'
import { loadProject } from '../compiler/load/index.ts'
import { place, settleTarget } from '../compiler/place/index.ts'
import type { Driver } from '../registry/driver/driver.ts'
import type { Wait } from '../registry/driver/wait.ts'
import type { Session } from '../registry/index.ts'
import { sessionOf, sourceMistakes } from '../registry/index.ts'
import type { GlobalArguments } from './arguments/parse.ts'
import { clockText } from './arguments/parse.ts'
import type { Io } from './io.ts'
import { wantsColor } from './io.ts'
import { packageVersion } from './version.ts'
import type { Opening } from './warehouse.ts'
import { openEmbeddedTarget, openTarget, warehouseName } from './warehouse.ts'
import { printDiagnostics } from './report.ts'

/** How a command uses the warehouse. */
export interface Use {
  /** `read` leaves it as it is, and works beside others that read; where there is none yet, it is empty. */
  readonly access: 'read' | 'write'
  /** ISO instant that counts as now; the clock's unless given. */
  readonly now?: string
  /** Compare the declared sources with what is there before anything else. */
  readonly checksSources: boolean
}

/** Loads the project, opens the warehouse of the target, lets a command work on both, and closes it whatever happens. */
export async function withSession<T>(args: GlobalArguments, io: Io, use: Use, work: (session: Session) => Promise<T>): Promise<T> {
  const { compiled, placed, driver: opened } = await prepared(args, io, use)
  return withDriver(opened, io, async driver => {
    const wait = waiting(args, io)
    const session = sessionOf({ compiled, placed, driver, now: use.now ?? clockText(io.now), tool: packageVersion(), clock: io.now, wait })
    if (use.checksSources) settled({ value: true, diagnostics: await sourceMistakes(session) }, args, io)
    return work(session)
  })
}

/** A warehouse that is only read is opened while the project is still being compiled: to read its tables takes the engine a while. */
async function prepared(args: GlobalArguments, io: Io, { access }: Use): Promise<Pick<Session, 'compiled' | 'placed' | 'driver'>> {
  const root = rootOf(args, io)
  const ahead: { driver?: Promise<Driver> } = {}
  const open = async (config: ConfigDefinition): Promise<Driver> => openTarget(config, args.target ?? config.defaultTarget, opening(args, io, access))
  try {
    const compiled = await compile(args, io, config => {
      if (access === 'read') ahead.driver = open(config)
      ahead.driver?.catch(() => null) // told where it is awaited
    })
    const request = { target: args.target, environment: args.environment, values: io.env, root }
    const placed = settled(place(compiled.lowered.desired, compiled.catalog, request), args, io)
    return { compiled, placed, driver: await (ahead.driver ?? open(compiled.catalog.config)) }
  } catch (error) {
    ahead.driver?.then(
      driver => driver.close(),
      () => null,
    )
    throw error
  }
}

/** Definitions to resources. Warnings are printed; mistakes end the command. */
export async function compile(args: GlobalArguments, io: Io, onLoaded: (config: ConfigDefinition) => void = () => {}): Promise<Compiled> {
  const root = rootOf(args, io)
  const options = { root, config: args.config ?? undefined, cacheDir: cacheOf(root), onLoaded: (project: LoadedProject) => onLoaded(project.config) }
  return settled(await compileProject(options), args, io)
}

/** Opens the embedded warehouse of a target for writing, whatever the project declares. */
export async function withWarehouse<T>(args: GlobalArguments, io: Io, work: (driver: Driver) => Promise<T>): Promise<T> {
  const root = rootOf(args, io)
  const { config } = settled(await loadProject({ root, config: args.config ?? undefined, cacheDir: cacheOf(root) }), args, io)
  return withDriver(await openEmbeddedTarget(config, args.target ?? config.defaultTarget, opening(args, io, 'write')), io, work)
}

/** Opens the account of a target to look at it, whatever the project declares; `own` is where the target deploys to. */
export async function withAccount<T>(
  args: GlobalArguments,
  io: Io,
  work: (driver: Driver, own: { readonly catalog: string; readonly schema: string }) => Promise<T>,
): Promise<T> {
  const root = rootOf(args, io)
  const { config } = settled(await loadProject({ root, config: args.config ?? undefined, cacheDir: cacheOf(root) }), args, io)
  const name = args.target ?? config.defaultTarget
  if (config.targets[name]?.kind === 'duckdb') throw new FeatError([diagnostic('F743', { target: name })])
  const driver = await openTarget(config, name, opening(args, io, 'read'))
  const { catalog, schema } = settled(settleTarget(config.targets[name]!, io.env), args, io)
  return withDriver(driver, io, opened => work(opened, { catalog: catalog!, schema }))
}

export function rootOf(args: GlobalArguments, io: Io): string {
  return resolve(io.cwd, args.root)
}

function cacheOf(root: string): string {
  return join(root, '.feat/cache')
}

/** How messages call the warehouse of a session. */
export function warehouseOf(session: Session, io: Io): string {
  return warehouseName(session.compiled.catalog.config.targets[session.placed.placement.target]!, io)
}

function opening(args: GlobalArguments, io: Io, access: Use['access']): Opening {
  return { root: rootOf(args, io), io, access, wait: waiting(args, io) }
}

async function withDriver<T>(driver: Driver, io: Io, work: (driver: Driver) => Promise<T>): Promise<T> {
  const cancel = (): void => driver.cancel()
  io.signal.addEventListener('abort', cancel)
  try {
    return await work(driver)
  } finally {
    io.signal.removeEventListener('abort', cancel)
    driver.close()
  }
}

/** The value of a stage: its warnings are printed, its mistakes end the command. */
function settled<T>(outcome: Outcome<T>, args: GlobalArguments, io: Io): T {
  if (outcome.value === null || hasErrors(outcome.diagnostics)) throw new FeatError(outcome.diagnostics)
  warn(outcome.diagnostics, args, io)
  return outcome.value
}

/** Warnings beside a result; with --json the result itself says them. */
export function warn(diagnostics: readonly Diagnostic[], args: GlobalArguments, io: Io): void {
  if (diagnostics.length > 0 && !args.json) printDiagnostics(diagnostics, { io, json: false, color: wantsColor(io, 'err', args.color), root: rootOf(args, io) })
}

/** Another command may hold the warehouse for a while: says so once, and waits. */
function waiting(args: GlobalArguments, io: Io): Wait {
  return {
    seconds: args.lockTimeout,
    onWait: held => {
      if (!args.json) io.err(`waiting: ${held.message}\n`)
    },
  }
}
