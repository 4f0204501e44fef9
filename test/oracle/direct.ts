import { analyze } from '../../compiler/analyze/index.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import type { Catalog } from '../../compiler/ir/catalog.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import type { Resource } from '../../compiler/ir/resource.ts'
import type { Lowered } from '../../compiler/lower/index.ts'
import { bodyOf, lower } from '../../compiler/lower/index.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import type { ActualRows } from './compare.ts'
import type { OracleInput, Run } from './data.ts'
import { projectOf } from './project.ts'
import { floorPoint, second } from './time.ts'
import { isoOf } from './value.ts'
import { loadRaw, readRows } from './warehouse.ts'

/** The first moment of anything. */
const dawn = '1990-01-01T00:00:00Z'

export function catalogOf(input: OracleInput): Catalog {
  const { value, diagnostics } = analyze(projectOf(input))
  if (value === null) throw new Error(diagnostics.map(d => `${d.code} ${d.address}: ${d.message}`).join('\n'))
  return value
}

/** Runs what `lower` makes without state, plan or storages: one table for each resource, filled run by run. */
export async function runDirectly(input: OracleInput & { readonly start: bigint }): Promise<ActualRows> {
  const lowered = lower(catalogOf(input))
  const driver = await openDuckdb({ path: ':memory:' })
  try {
    await driver.execute('CREATE SCHEMA s')
    let done = input.start - second
    for (const [i, run] of input.runs.entries()) {
      await loadRaw(driver, input, run)
      for (const resource of lowered.desired.resources) await fill({ driver, lowered, resource, run, done, first: i === 0 })
      done = run.to
    }
    const rows: Record<string, ActualRows[string]> = {}
    for (const v of input.views) rows[v.name] = await readView(driver, lowered, v.name)
    return rows
  } finally {
    driver.close()
  }
}

interface Filling {
  readonly driver: Driver
  readonly lowered: Lowered
  readonly resource: Resource
  readonly run: Run
  readonly done: bigint
  readonly first: boolean
}

async function fill(f: Filling): Promise<void> {
  const { resource: r, run } = f
  switch (r.filling.by) {
    case 'capture': return insert(f, { from: dawn, to: iso(run.now) })
    case 'known time': {
      if (!f.first) await f.driver.execute(`DELETE FROM ${tableOf(r.address)}`)
      return insert(f, { from: dawn, to: iso(floorPoint(run.to, BigInt(r.filling.every) * second)) })
    }
    case 'points': {
      const every = BigInt(r.filling.every) * second
      return insert(f, { from: iso(floorPoint(f.done, every) + every), to: iso(floorPoint(run.to, every) + every) })
    }
    default: return
  }
}

async function insert({ driver, lowered, resource: r, run, first }: Filling, bounds: { readonly from: string; readonly to: string }): Promise<void> {
  if (first && r.filling.by === 'capture') {
    const types = r.usesSources.flatMap(s => s.on.slice('source.'.length).split('.')).map(x => `"${x}"`).join('.')
    await driver.execute(`CREATE TABLE ${tableOf(r.address)} AS SELECT *, TIMESTAMP '1990-01-01' AS captured_at, FALSE AS is_deleted FROM ${types} LIMIT 0`)
  }
  const body = bodyOf(lowered, { of: r.address, columns: r.columns.filter(c => c.aliasOf === null).map(c => c.name), first: true, bulk: first && process.env['BULK'] === '1' })
  const sql = printQuery(bound(body) as Relation, 'duckdb', { ...bounds, now: iso(run.now) })
  const creates = first && r.filling.by !== 'capture'
  await driver.execute(creates ? `CREATE TABLE ${tableOf(r.address)} AS ${sql}` : `INSERT INTO ${tableOf(r.address)} BY NAME ${sql}`)
}

function iso(micros: bigint): string {
  return `${isoOf(micros)}Z`
}

function tableOf(address: string): string {
  return `s."${address}"`
}

/** Scans and sources become tables. */
function bound(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bound)
  if (typeof node !== 'object' || node === null) return node
  const { kind, of } = node as { readonly kind?: unknown; readonly of?: unknown }
  if (kind === 'scan' && typeof of === 'string') return physical('s', of)
  if (kind === 'source' && typeof of === 'string') return physical(...(of.slice('source.'.length).split('.') as [string, string]))
  return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, bound(v)]))
}

function physical(schema: string, name: string): Relation {
  return { kind: 'physical', of: { kind: 'relation', name: { catalog: null, schema, name } } }
}

async function readView(driver: Driver, lowered: Lowered, name: string): Promise<ActualRows[string]> {
  const view = lowered.desired.resources.find(r => r.address === `view.${name}`)!
  const aliases = view.columns.filter(c => c.aliasOf !== null).map(c => `, "${c.aliasOf}" AS "${c.name}"`).join('')
  return readRows(driver, `SELECT *${aliases} FROM ${tableOf(view.address)}`)
}
