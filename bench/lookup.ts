import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lookupRow, openLookup } from '../registry/serve/lookup.ts'
import { dayAt, eventStatements, product, sessionAt, writeWorkload } from './workload.ts'

/** Milliseconds, at the 99th percentile. */
const bar = 1

/** A serving of so many keys with ten features, held in this process: what a lookup by key takes, and what it holds. */
export async function main(args: readonly string[]): Promise<void> {
  const share = Number(args[0] ?? 1)
  const lookups = Number(args[1] ?? 200_000)
  const workload = { events: 1_000_000 * share, keys: 1_000_000 * share, days: 1, late: false }
  const p = await product()
  const root = mkdtempSync(join(tmpdir(), 'feat-lookup-'))
  writeWorkload(root, workload)
  appendFileSync(
    join(root, 'features', 'w1.ts'),
    "import { serving } from 'featplan'\n/** What inference reads. */\nexport const online = serving('online', { entity: key, features: [w1], freshness: '5m' })\n",
  )
  const driver = await p.registry.openDuckdb({ path: join(root, 'lookup.duckdb') })
  try {
    for (const s of eventStatements(workload)) await driver.execute(s)
    const session = await sessionAt(p, root, driver, dayAt(1, 6))
    await p.registry.applyPlan(session, await p.registry.makePlan(session, { allowDestroy: false }))
    await p.registry.materialize(session, { from: null, to: null, only: [] })
    globalThis.gc?.()
    const before = process.memoryUsage()
    const started = performance.now()
    const lookup = await openLookup(work => work(session), 'online')
    const loaded = performance.now() - started
    globalThis.gc?.()
    const after = process.memoryUsage()
    const held = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6
    if (lookup.size() !== workload.keys) throw new Error(`${lookup.size()} rows for ${workload.keys} keys`)
    const keyAt = (i: number): number => Number((BigInt(i) * 2_654_435_761n) % BigInt(workload.keys))
    const ours = await timesOf(lookups, async i => lookup.get({ k: keyAt(i) }))
    const direct = await timesOf(300, i => lookupRow(session, 'online', { k: String(keyAt(i)) }))
    console.log(`a serving of ${workload.keys} keys with 10 features`)
    console.log(`  in process        p50 ${text(ours, 0.5)}  p99 ${text(ours, 0.99)}   (bar ${bar} ms${at(ours, 0.99) >= bar ? ', MISSED' : ''})`)
    console.log(`  asked of DuckDB   p50 ${text(direct, 0.5)}  p99 ${text(direct, 0.99)}`)
    console.log(`  loaded in ${(loaded / 1000).toFixed(1)} s, ${held.toFixed(0)} MB held`)
  } finally {
    driver.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/** Milliseconds of each of so many lookups, in order. */
async function timesOf(n: number, work: (i: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let i = 0; i < n; i++) {
    const started = performance.now()
    if ((await work(i)) === null) throw new Error(`no row of key ${i}`)
    times.push(performance.now() - started)
  }
  return times.toSorted((a, b) => a - b)
}

function at(times: readonly number[], share: number): number {
  return times[Math.floor(times.length * share)]!
}

function text(times: readonly number[], share: number): string {
  return `${at(times, share).toFixed(4)} ms`
}
