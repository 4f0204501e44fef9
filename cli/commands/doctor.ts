import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { FeatError, hasErrors } from '../../compiler/base/diagnostic.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { preflight, recordedState, sourceMistakes } from '../../registry/index.ts'
import { globalArguments } from '../arguments/parse.ts'
import type { GlobalArguments } from '../arguments/parse.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { packageVersion } from '../version.ts'
import { compile, warehouseOf, withSession } from '../session.ts'
import type { Check } from '../views/doctor.ts'
import { doctorJson, doctorView } from '../views/doctor.ts'

/** Checks one thing after the other, from the machine to the state; what rests on a failed check is not tried. */
export async function runDoctor(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const checks: Check[] = [nodeCheck()]
  for (const check of [projectCheck, warehouseCheck]) {
    if (checks.every(c => c.outcome !== 'error')) checks.push(...(await check(args, io)))
  }
  io.out(args.json ? doctorJson(checks) : doctorView(checks, { color: wantsColor(io, 'out', args.color) }))
  return checks.some(c => c.outcome === 'error') ? 1 : 0
}

function nodeCheck(): Check {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number]
  const fine = major > 20 || (major === 20 && minor >= 19)
  return {
    name: 'feat and Node',
    outcome: fine ? 'ok' : 'error',
    detail: `feat ${packageVersion()}, Node ${process.versions.node}${fine ? '' : ': needs 20.19 or later'}`,
  }
}

async function projectCheck(args: GlobalArguments, io: Io): Promise<readonly Check[]> {
  return attempt('project', async () => {
    const { catalog } = await compile(args, io)
    return `${catalog.project}: entities ${catalog.entities.length}, sources ${catalog.sources.length}, features ${Object.keys(catalog.features).length}`
  })
}

async function warehouseCheck(args: GlobalArguments, io: Io): Promise<readonly Check[]> {
  const connection: Check[] = []
  const warehouse = await attempt('warehouse', () =>
    withSession(args, io, { access: 'read', checksSources: false }, async session => {
      if (session.driver.dialect === 'snowflake') connection.push({ name: 'connection', outcome: 'ok', detail: await connectionDetail(session.driver) })
      for (const { name, detail, problems } of await preflight(session)) {
        connection.push({ name, outcome: hasErrors(problems) ? 'error' : 'ok', detail: [detail, ...problems.map(told)].join('\n') })
      }
      const mistakes = await sourceMistakes(session)
      if (hasErrors(mistakes)) throw new FeatError(mistakes)
      const state = await recordedState(session)
      return `${warehouseOf(session, io)} opens; its sources fit the declarations; state ${state === null ? 'is not there yet' : `holds ${state.records.length} objects`}`
    }),
  )
  return [...connection, ...warehouse]
}

/** Who we are in the account, and on what. */
async function connectionDetail(driver: Driver): Promise<string> {
  const { connectionFacts } = await import('../../registry/driver/snowflake/facts.ts')
  const { account, region, version, user, role, warehouse, database } = await connectionFacts(driver)
  const known = [`account ${account ?? 'unknown'}${region === null ? '' : ` in ${region}`}`, `Snowflake ${version ?? 'of unknown version'}`]
  const session = Object.entries({ user, role, warehouse, database }).map(([name, value]) => `${name} ${value ?? '(none)'}`)
  return [...known, ...session].join(', ')
}

/** One check, with everything that it refused in its detail. */
async function attempt(name: string, work: () => Promise<string>): Promise<readonly Check[]> {
  try {
    return [{ name, outcome: 'ok', detail: await work() }]
  } catch (error) {
    if (!(error instanceof FeatError)) throw error
    return [{ name, outcome: 'error', detail: error.diagnostics.map(told).join('\n') }]
  }
}

function told(d: Diagnostic): string {
  return `${d.code}: ${d.message}${d.hint === null ? '' : `\n  hint: ${d.hint}`}`
}
