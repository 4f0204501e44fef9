import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printQuery } from '../compiler/emit/index.ts'
import { freshBindings } from '../compiler/generate/bindings.ts'
import type { Relation } from '../compiler/ir/relation.ts'
import { exactBody } from '../compiler/lower/exact/index.ts'
import { bindRelation } from '../compiler/plan/bind.ts'
import type { Driver } from '../registry/driver/driver.ts'
import type { Session } from '../registry/index.ts'
import type { Cost } from './workload.ts'
import { costOf, dayAt, eventStatements, median, product, sessionAt, writeWorkload } from './workload.ts'

/** So many times faster than the range join. */
const bar = 5
const lengths = [7, 30, 90]
const columns = [...lengths.flatMap(n => [`n_${n}`, `sum_${n}`, `max_${n}`]), 'ok_30']

/** Values of W1's ten features at random moments of keys, to the microsecond, beside the join of labels with events by key and range. */
export async function main(args: readonly string[]): Promise<void> {
  const share = Number(args[0] ?? 1)
  const runs = Number(args[1] ?? 3)
  const p = await product()
  for (const late of [false, true]) {
    const workload = { events: 5_000_000 * share, keys: 10_000 * share, days: 730, late }
    const root = mkdtempSync(join(tmpdir(), 'feat-exact-'))
    writeWorkload(root, workload)
    const driver = await p.registry.openDuckdb({ path: join(root, 'exact.duckdb') })
    try {
      for (const s of eventStatements(workload)) await driver.execute(s)
      await driver.execute(spineSql(1_000_000 * share, workload.keys, workload.days))
      const session = await sessionAt(p, root, driver, dayAt(workload.days, 6))
      const [ours, range]: [Cost[], Cost[]] = [[], []]
      for (let i = 0; i < runs; i++) {
        ours.push(await made(driver, 'ours', oursSql(session)))
        range.push(await made(driver, 'by_range', rangeSql(late)))
        if (i === 0) await compare(driver)
      }
      report(late, `${share} M labels`, { ours, range })
    } finally {
      driver.close()
      rmSync(root, { recursive: true, force: true })
    }
  }
}

/** Each key and moment once. */
function spineSql(labels: number, keys: number, days: number): string {
  return `CREATE TABLE raw.spine AS SELECT DISTINCT (hash(i * 7 + 1) % ${keys})::INTEGER AS k, TIMESTAMP '${dayAt(1).slice(0, 10)}' + to_microseconds((hash(i * 13 + 2) % ${days * 86_400_000_000})::BIGINT) AS spine_time
    FROM range(${labels}) AS r(i)`
}

function oursSql({ compiled: { lowered }, placed }: Session): string {
  const plan = lowered.views.get('view.w1')!
  const spine: Relation = { kind: 'physical', of: { kind: 'relation', name: { catalog: null, schema: 'raw', name: 'spine' } } }
  return printQuery(bindRelation(exactBody(lowered.model, plan, { features: plan.view.features, spine }), freshBindings(lowered, placed)), 'duckdb', null)
}

function rangeSql(late: boolean): string {
  const over = (value: string, n: number): string => `${value} FILTER (WHERE e.ts >= s.spine_time - INTERVAL ${n} DAY)`
  return `SELECT s.k, s.spine_time, ${lengths.map(n => `${over('count(e.ts)', n)} AS n_${n}, ${over('sum(e.amount)', n)} AS sum_${n}, ${over('max(e.amount)', n)} AS max_${n}`).join(', ')}, ${over('avg(e.ok::INTEGER)', 30)} AS ok_30
    FROM raw.spine AS s LEFT JOIN raw.events AS e ON e.k = s.k AND e.ts < s.spine_time AND e.ts >= s.spine_time - INTERVAL 90 DAY${late ? ' AND e.known_at < s.spine_time' : ''} GROUP BY ALL`
}

async function made(driver: Driver, name: string, query: string): Promise<Cost> {
  return costOf(() => driver.execute(`CREATE OR REPLACE TEMP TABLE ${name} AS ${query}`))
}

async function compare(driver: Driver): Promise<void> {
  const same = columns.map(c =>
    c === 'ok_30' ? '((a.ok_30 IS NULL) = (b.ok_30 IS NULL) AND coalesce(abs(a.ok_30 - b.ok_30), 0) < 1e-9)' : `a.${c} IS NOT DISTINCT FROM b.${c}`,
  )
  const [row] = await driver.query(
    `SELECT count(*) AS n, count(*) FILTER (WHERE a.k IS NULL OR b.k IS NULL OR NOT (${same.join(' AND ')})) AS wrong FROM ours AS a FULL JOIN by_range AS b ON a.k = b.k AND a.spine_time = b.spine_time`,
  )
  if (row!['wrong'] !== 0) throw new Error(`${row!['wrong']} of ${row!['n']} rows differ from the range join`)
}

function report(late: boolean, size: string, { ours, range }: { readonly ours: readonly Cost[]; readonly range: readonly Cost[] }): void {
  const of = (costs: readonly Cost[], what: keyof Cost): number => median(costs.map(c => c[what]))
  const line = (name: string, costs: readonly Cost[]): string =>
    `  ${name.padEnd(22)} ${of(costs, 'wall').toFixed(2)} s  (processor ${of(costs, 'cpu').toFixed(2)} s)`
  const ratio = (what: keyof Cost): number => median(range.map((c, i) => c[what] / ours[i]![what]))
  console.log(`${size} x 10 features, ${late ? 'known time, 5% of the rows late' : 'no known time'}; same numbers`)
  console.log(line('range join by hand', range))
  console.log(
    `${line('exact values', ours)}  ${ratio('wall').toFixed(2)} times faster, ${ratio('cpu').toFixed(2)} by processor time  (bar ${bar}${ratio('wall') < bar ? ', MISSED' : ''})`,
  )
}
