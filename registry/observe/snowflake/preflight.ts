import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import type { Placement } from '../../../compiler/ir/placed.ts'
import type { Step } from '../../../compiler/ir/plan.ts'
import type { Driver, Row } from '../../driver/driver.ts'
import { isDenied, isMissing, isUnknown, unless } from '../../driver/outcome.ts'
import type { Finding } from '../reader.ts'
import type { Need } from './needs.ts'
import { grantedName, needsOf } from './needs.ts'
import { schemasOf } from './show.ts'

/**
 * What an account must offer before anything is made there: each finding with the statement that mends it. Only reads.
 * `steps`: all that the project would do in an empty account.
 */
export async function preflight(driver: Driver, placement: Placement, steps: readonly Step[]): Promise<readonly Finding[]> {
  const [who] = await driver.query(
    'SELECT CURRENT_ROLE() AS ROLE_NAME, CURRENT_WAREHOUSE() AS WAREHOUSE, CURRENT_ACCOUNT() AS ACCOUNT',
    'ask for the connection',
  )
  const role = String(who?.['role_name'] ?? '')
  const needs = needsOf(steps, placement, textOf(who, 'warehouse'))
  return Promise.all([
    looked('edition', () => editionOf(driver, textOf(who, 'account'))),
    looked('compute', () => warehouseOf(driver, textOf(who, 'warehouse'), role)),
    looked('parameters', () => parametersOf(driver)),
    looked('privileges', () => privilegesOf(driver, { role, catalog: placement.catalog!, needs })),
  ])
}

/** What cannot be looked at is a finding too, and keeps the others from nobody. */
async function looked(name: string, look: () => Promise<Omit<Finding, 'name'>>): Promise<Finding> {
  try {
    return { name, ...(await look()) }
  } catch (error) {
    if (!(error instanceof FeatError)) throw error
    return { name, detail: 'cannot be looked at', problems: error.diagnostics }
  }
}

function textOf(row: Row | undefined, column: string): string | null {
  const value = row?.[column]
  return value === undefined || value === null ? null : String(value)
}

/** What the meaning of our statements rests on. The driver sets it for each session; a policy of the account may keep it from doing so. */
const needed: Readonly<Record<string, string>> = {
  TIMEZONE: 'UTC',
  TIMESTAMP_TYPE_MAPPING: 'TIMESTAMP_NTZ',
  QUOTED_IDENTIFIERS_IGNORE_CASE: 'false',
  WEEK_START: '1',
  AUTOCOMMIT: 'true',
}

async function parametersOf(driver: Driver): Promise<Omit<Finding, 'name'>> {
  const rows = await driver.query('SHOW PARAMETERS IN SESSION', 'read the parameters of the session')
  const found = new Map(rows.map(r => [String(r['key']), String(r['value'])]))
  const wrong = Object.entries(needed).filter(([key, value]) => (found.get(key) ?? value).toLowerCase() !== value.toLowerCase())
  const problems = wrong.map(([parameter, value]) => diagnostic('F675', { parameter, found: found.get(parameter)!, needed: value }))
  return {
    detail: Object.keys(needed)
      .map(k => `${k} ${found.get(k) ?? 'unknown'}`)
      .join(', '),
    problems,
  }
}

async function warehouseOf(driver: Driver, warehouse: string | null, role: string): Promise<Omit<Finding, 'name'>> {
  if (warehouse === null) return { detail: 'no warehouse', problems: [diagnostic('F674', { warehouse: null, role })] }
  const rows = await driver.query('SHOW WAREHOUSES', 'look for the warehouse')
  const row = rows.find(r => r['name'] === warehouse)
  if (row === undefined) return { detail: `warehouse ${warehouse}`, problems: [diagnostic('F674', { warehouse, role })] }
  return {
    detail: `warehouse ${warehouse}, ${textOf(row, 'size') ?? 'of unknown size'}, ${textOf(row, 'state') ?? 'in unknown state'}`,
    problems: [],
  }
}

/** Only an administrator of the organization is told. */
async function editionOf(driver: Driver, account: string | null): Promise<Omit<Finding, 'name'>> {
  const rows = await unless(driver.query('SHOW ORGANIZATION ACCOUNTS', 'ask for the edition'), isDenied, isMissing, isUnknown)
  const row = rows?.find(r => r['account_locator'] === account)
  if (row !== undefined) return { detail: String(row['edition']), problems: [] }
  return { detail: 'not told to this role; what the target says in `edition` is taken for true', problems: [] }
}

interface Wanted {
  readonly role: string
  readonly catalog: string
  readonly needs: readonly Need[]
}

async function privilegesOf(driver: Driver, { role, catalog, needs }: Wanted): Promise<Omit<Finding, 'name'>> {
  const held = await grantsOf(driver, role)
  if (held === null) return { detail: `what the role ${role} may do is not told to it`, problems: [] }
  const schemas = await schemasOf(driver, catalog)
  const missing = needs.filter(n => !holds(held, n, schemas))
  return {
    detail: `role ${role} holds ${needs.length - missing.length} of ${needs.length} privileges that the project needs`,
    problems: missing.map(n => diagnostic('F676', { role, privilege: n.privilege, on: n.on, name: n.name === null ? null : grantedName(n.name) })),
  }
}

/** Grants by what they are on. */
type Held = ReadonlyMap<string, ReadonlySet<string>>

/** As many roles as are looked through. */
const most = 50

/** What a role holds, by itself and by the roles that are granted to it; null where it is not told. */
async function grantsOf(driver: Driver, role: string): Promise<Held | null> {
  const held = new Map<string, Set<string>>()
  const seen = new Set([role])
  let next: readonly string[] = [role, 'PUBLIC']
  while (next.length > 0 && seen.size < most) {
    const rows = await Promise.all(next.map(r => grantsTo(driver, r)))
    if (rows[0] === null && next[0] === role) return null
    const inherited: string[] = []
    for (const row of rows.flatMap(r => r ?? [])) {
      const [privilege, on, name] = [String(row['privilege']), String(row['granted_on']).replaceAll('_', ' '), String(row['name'])]
      const key = keyOf(on, on === 'ACCOUNT' ? null : name)
      held.set(key, (held.get(key) ?? new Set()).add(privilege))
      if (on === 'ROLE' && privilege === 'USAGE' && !seen.has(name)) inherited.push(name)
    }
    for (const r of inherited) seen.add(r)
    next = inherited
  }
  return held
}

async function grantsTo(driver: Driver, role: string): Promise<readonly Row[] | null> {
  return unless(driver.query(`SHOW GRANTS TO ROLE ${quotedRole(role)}`, 'read what the role may do'), isDenied, isMissing)
}

function quotedRole(role: string): string {
  return `"${role.replaceAll('"', '""')}"`
}

function keyOf(on: string, name: string | null): string {
  return `${on} ${name ?? ''}`
}

/** Owners hold everything; what is in a schema that is still to be made will be ours. The role of administrators is not looked into. */
function holds(held: Held, { on, name, privilege, within }: Need, schemas: ReadonlySet<string>): boolean {
  if (within !== null && !schemas.has(within)) return true
  const found = held.get(keyOf(on, name === null ? null : grantedName(name)))
  return found !== undefined && (found.has(privilege) || found.has('OWNERSHIP') || found.has('ALL'))
}
