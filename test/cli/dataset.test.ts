import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { emptyProject, feat } from './spawn.ts'

vi.setConfig({ testTimeout: 180_000 })

const config = `import { defineConfig, duckdb } from 'featplan'
export const config = defineConfig({ project: 'p', defaultTarget: 'local', targets: { local: duckdb({ path: '.feat/p.duckdb', sources: { files: './data/*.csv' } }) } })
`
const definitions = `import { count, dataset, entity, events, featureView, integer, timestamp, varchar } from 'featplan'
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('files.orders', { entities: [customer], columns: { customer_id: varchar(), at: timestamp() }, eventTime: 'at', accept: { F455: 'a test' } })
export const calls = events('files.calls', { entities: [customer], columns: { customer_id: varchar(), at: timestamp(), minutes: integer() }, eventTime: 'at', accept: { F455: 'a test' } })
export const past = featureView('past', { entity: customer }, { orders_7d: count(orders).over('7d') })
export const busy = dataset('busy', { spine: calls, label: calls.c.minutes.gt(3), features: [past], split: { train: '2026-01-20', validation: '2026-01-25' } })
`

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}`
const orders = Array.from({ length: 28 }, (_, i) => `c${i % 3},${day(i + 1)} 10:00:00`)
const calls = Array.from({ length: 40 }, (_, i) => `c${i % 4},${day(10 + (i % 18))} 1${i % 10}:00:00,${i % 7}`)

it('F429 F449 feat dataset builds, lists, shows, verifies and compares as a process', async () => {
  const cwd = emptyProject()
  mkdirSync(join(cwd, 'features'))
  mkdirSync(join(cwd, 'data'))
  writeFileSync(join(cwd, 'features.config.ts'), config)
  writeFileSync(join(cwd, 'features', 'p.ts'), definitions)
  writeFileSync(join(cwd, 'data', 'orders.csv'), ['customer_id,at', ...orders].join('\n'))
  writeFileSync(join(cwd, 'data', 'calls.csv'), ['customer_id,at,minutes', ...calls].join('\n'))
  const run = (...argv: readonly string[]) => feat(argv, { cwd })
  const now = ['--now', '2026-01-29T06:00:00Z']
  expect((await run('apply', '--auto-approve')).code).toBe(0)
  expect((await run('materialize', ...now)).code).toBe(0)

  const built = await run('dataset', 'build', 'busy', '--out', 'sets/busy.parquet', ...now)
  expect([built.code, built.err]).toEqual([0, ''])
  expect(built.out).toMatch(/^Built busy@1: 40 rows in /)
  expect(existsSync(join(cwd, 'sets/busy.parquet'))).toBe(true)
  expect((await run('dataset', 'build', 'busy', '--out', 'sets/busy.parquet', ...now)).err).toContain('error[F442]')
  expect((await run('dataset', 'build', 'bussy')).err).toContain("did you mean 'busy'?")
  expect(built.out).toMatch(/^ *output +sets\/busy\.parquet \(/m)
  expect((await run('dataset', 'list')).out).toMatch(/^busy +1 +@1 +40 +sets\/busy\.parquet \(/m)
  expect(JSON.parse((await run('dataset', 'show', 'busy@1', '--json')).out)).toMatchObject({ version: { n: 1, rows: { train: 24 } } })
  const verified = await run('dataset', 'verify', 'busy')
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('busy@1 is the same: 40 rows')])

  writeFileSync(join(cwd, 'data', 'calls.csv'), ['customer_id,at,minutes', ...calls.slice(1)].join('\n'))
  const changed = await run('dataset', 'verify', 'busy')
  expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('changed: source.files.calls has 39 rows where it had 40')])
  const again = await run('dataset', 'rebuild', 'busy')
  expect([again.code, again.out, again.err]).toEqual([1, '', expect.stringContaining('error[F449]: busy@1 does not come out the same: 39 rows')])
  expect((await run('dataset', 'rebuild', 'busy', '--out', 'sets/busy.parquet')).err).toContain('error[F442]')
  expect((await run('dataset', 'build', 'busy', ...now)).out).toContain('main.busy__v2')
  expect(JSON.parse((await run('status', '--json')).out)).toMatchObject({ datasets: [{ name: 'busy', n: 2, rows: 39, output: { kind: 'table' } }] })
  expect((await run('dataset', 'diff', 'busy@1', 'busy@2')).out).toMatch(/^busy@1 -> busy@2 {2}0 added, 1 removed, 39 in both/)
  // of 40 examples from 2026-01-10 on, none that tests
  const short = await run('dataset', 'build', 'busy', '--to', '2026-01-23', ...now)
  expect([short.code, short.err]).toEqual([0, expect.stringContaining("warning[F429]: dataset 'busy' has no rows for test, which its split asks for: its")])
  const json = await run('dataset', 'build', 'busy', '--json', '--to', '2026-01-19', ...now)
  expect(JSON.parse(json.out)).toMatchObject({
    version: { n: 4 },
    diagnostics: [{ code: 'F429', message: expect.stringContaining('for validation and test') }],
  })
  expect(readdirSync(join(cwd, 'sets'))).toEqual(['busy.parquet'])
})
