import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { repository } from '../source-files.ts'
import type { Ended } from './spawn.ts'
import { emptyProject, feat } from './spawn.ts'

/** Each mistake says where, why and what to do, ends with a non-zero code, and leaves a warehouse that the next run continues from. */
describe('wrong use of a project', () => {
  let folder = ''
  let holder: ChildProcess | null = null
  const run = (...argv: readonly string[]): Promise<Ended> => feat(argv, { cwd: folder })
  const change = (file: string, from: string, to: string): void => {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(from)
    writeFileSync(path, text.replace(from, to))
  }
  const refused = async (...argv: readonly string[]): Promise<string> => {
    const ended = await run(...argv)
    expect(ended.code, ended.out).toBe(1)
    expect(ended.err).not.toContain('bug in feat')
    return ended.err
  }

  beforeEach(async () => {
    folder = emptyProject()
    expect((await run('init')).code).toBe(0)
  })
  afterEach(() => void holder?.kill('SIGKILL'))

  it('shows a misspelt column in its frame, with the nearest name', async () => {
    change('features/customer.ts', 'amount_usd', 'amount_us')
    const err = await refused('plan')
    expect(err).toMatch(/error\[F\d+\]: .*amount_us/)
    expect(err).toMatch(/--> features\/customer\.ts:\d+:\d+/)
    expect(err).toMatch(/\^+/)
    expect(err).toContain("did you mean 'amount_usd'?")
  })

  it('shows a file that does not compile, one that throws, and two mistakes at once', async () => {
    appendFileSync(join(folder, 'features/customer.ts'), 'export const = 1\n')
    expect(await refused('plan')).toMatch(/error\[F110\].*--> features\/customer\.ts:\d+:\d+/s)
    change('features/customer.ts', 'export const = 1', "throw new Error('not today')")
    expect(await refused('plan')).toMatch(/error\[F126\].*not today/s)
    change('features/customer.ts', "throw new Error('not today')", '')
    change('features/customer.ts', "'30d'", "'30 days'")
    change('features/sources.ts', "eventTime: 'ordered_at'", "eventTime: 'ordered'")
    expect(await refused('plan')).toMatch(/\d+ errors/)
  })

  it('F641, F642, F643 and F646 name a source that is not there or other than declared', async () => {
    change('features/sources.ts', 'amount_usd: number(12, 2)', 'amount_us: number(12, 2)')
    change('features/customer.ts', 'c.amount_usd', 'c.amount_us')
    expect(await refused('plan')).toMatch(/error\[F642\].*'amount_us'.*did you mean 'amount_usd'\?/s)
    rmSync(join(folder, 'data/orders.csv'))
    expect(await refused('plan')).toMatch(/error\[F641\].*orders\.csv/s)
    writeFileSync(join(folder, 'data/orders.csv'), 'order_id,customer_id,amount_us,status,ordered_at\no1,c1,much,paid,2026-01-01 00:00:00\n')
    expect(await refused('plan')).toMatch(/error\[F646\].*'amount_us' as number\(12,2\), and row 1 of .*orders\.csv has 'much' there/s)
    writeFileSync(join(folder, 'data/orders.csv'), 'order_id,customer_id,amount_us,status,ordered_at\no1,c1,2026-01-01,paid,2026-01-01 00:00:00\n')
    expect(await refused('plan')).toMatch(/error\[F643\].*'amount_us'/s)
  })

  it('F600 names who holds the warehouse, after waiting for it', async () => {
    mkdirSync(join(folder, '.feat'), { recursive: true })
    const script = `const { DuckDBInstance } = await import('@duckdb/node-api'); globalThis.held = await DuckDBInstance.create('${folder}/.feat/local.duckdb'); console.log('open'); setInterval(() => {}, 1000)`
    holder = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: repository, stdio: ['ignore', 'pipe', 'inherit'] })
    await once(holder.stdout!, 'data')
    const err = await refused('apply', '--auto-approve', '--lock-timeout', '1')
    expect(err).toContain('waiting: the warehouse')
    expect(err).toMatch(new RegExp(`error\\[F600\\].* is held by process ${holder.pid}`))
    holder.kill('SIGKILL')
    await once(holder, 'close')
    expect((await run('apply', '--auto-approve')).code).toBe(0)
  })

  it('F706 or F606: Ctrl-C ends with 130, and the next run works', async () => {
    const started = feat(['fixture', 'logistics', '--until', '2026-01-01', '--deliveries', '20000000'], { cwd: folder, killAfter: 3000 })
    const { code, err } = await started
    expect(code).toBe(130)
    expect(err).toMatch(/error\[F(606|706)\]: .*interrupted/)
    expect((await run('fixture', 'logistics', '--until', '2026-01-01', '--deliveries', '100', '--days', '30')).code).toBe(0)
  })

  it('F518 does not materialize what is not applied, and F511 does not destroy by accident', async () => {
    expect(await refused('materialize')).toMatch(/error\[F518\]/)
    expect((await run('apply', '--auto-approve')).code).toBe(0)
    rmSync(join(folder, 'features/customer.ts'))
    const { code, out, err } = await run('plan', '--detailed-exitcode')
    expect(code).toBe(1)
    expect(out).toContain('error[F511]: view.customer_orders is no longer declared')
    expect(err).toContain('error[F714]: the plan cannot be applied')
    expect((await run('plan', '--detailed-exitcode', '--allow-destroy')).code).toBe(2)
  })
})
