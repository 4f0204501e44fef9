import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Ended } from './spawn.ts'
import { emptyProject, feat } from './spawn.ts'

/** One user's way through the starter project; each test goes on where the one before it stopped. */
describe('from an empty folder to a value, and on', () => {
  let folder = ''
  const run = (...argv: readonly string[]): Promise<Ended> => feat(argv, { cwd: folder })
  const fine = async (...argv: readonly string[]): Promise<string> => {
    const ended = await run(...argv)
    expect(ended.code, `${argv.join(' ')}\n${ended.err}`).toBe(0)
    return ended.out
  }

  beforeAll(async () => {
    folder = emptyProject()
    await fine('init')
  })

  it('plans what would be created, and exits with 2 when asked to', async () => {
    const planned = await run('plan', '--detailed-exitcode')
    expect(planned.code).toBe(2)
    expect(planned.out).toContain('feat will perform the following actions:')
    expect(planned.out).toMatch(/# view\.customer_orders will be created\n/)
    expect(planned.out).toMatch(/Plan: \d+ to create, 0 to change, 0 to rebuild, 0 to destroy\./)
    expect(JSON.parse(await fine('plan', '--json'))).toMatchObject({ format_version: '1.0', changes: true, plan: { project: expect.any(String) as string } })
  })

  it('F704 does not apply without a yes', async () => {
    const { code, err } = await run('apply')
    expect(code).toBe(1)
    expect(err).toContain('error[F704]: feat apply needs a yes')
  })

  it('F716 has no value to show before it is applied', async () => {
    const { code, err } = await run('show', 'order_count_30d', '--key', 'customer_id=c1')
    expect([code, err]).toEqual([1, expect.stringContaining('error[F716]: feature.customer.order_count_30d has no value yet')])
  })

  it('applies, and then plans no changes', async () => {
    expect(await fine('apply', '--auto-approve')).toMatch(/\[\s*\d+\/\d+\] .*Apply complete! Resources: \d+ created, 0 changed, 0 rebuilt, 0 destroyed in /s)
    expect(await fine('plan', '--detailed-exitcode')).toBe('No changes. Your warehouse matches the declarations.\n')
  })

  it('says how much is due, and computes none of it', async () => {
    const estimate = JSON.parse(await fine('materialize', '--estimate', '--json', '--now', '2026-04-01')) as {
      readonly expected: readonly { readonly address: string; readonly points: number }[]
    }
    expect(estimate.expected.find(e => e.address === 'view.customer_orders')!.points).toBeGreaterThan(30)
    expect(await fine('materialize', '--estimate', '--now', '2026-04-01')).toContain('nothing was run. How long it takes is unknown')
  })

  it('materializes what is due, once, also where two do so at once', async () => {
    const two = await Promise.all([fine('materialize', '--now', '2026-04-01'), fine('materialize', '--now', '2026-04-01')])
    expect(two.filter(out => out.includes('Materialize complete!')).length).toBe(1)
    expect(two.filter(out => out.includes('Nothing is due.')).length).toBe(1)
    expect(await fine('materialize', '--now', '2026-04-01')).toContain('Nothing is due.')
  })

  it('shows the value of a feature with its definition, lineage and SQL', async () => {
    const shown = JSON.parse(await fine('show', 'order_count_30d', '--key', 'customer_id=c1', '--at', '2026-02-01', '--json')) as Record<string, unknown>
    const orders = readFileSync(join(folder, 'data/orders.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(l => l.split(','))
    const expected = orders.filter(o => o[1] === 'c1' && o[4]! >= '2026-01-02' && o[4]! < '2026-02-01').length
    expect(expected).toBeGreaterThan(1)
    expect(shown).toMatchObject({ value: { value: expected, point: '2026-02-01T00:00:00Z' }, formula: 'count(orders) over 30d', view: 'view.customer_orders' })
    expect(shown['restsOn']).toContainEqual(expect.stringContaining('raw.orders#ordered_at'))
    expect(shown['value']).toMatchObject({ newest: null })
    expect(await fine('show', 'order_count_30d', '--key', 'customer_id=c1', '--at', '2026-04-05T06:00')).toMatch(
      /point +2026-03-31: not the newest due, 2026-04-05, which is not computed/,
    )
    expect(await fine('show', 'order_count_30d')).toContain('definition')
  })

  it('F709, F710 and F711 name what is not there', async () => {
    expect((await run('show', 'order_count_30')).err).toContain("error[F709]: there is no feature 'order_count_30'\n  hint: did you mean 'order_count_30d'?")
    expect((await run('show', 'order_count_30d', '--key', 'customer=c1')).err).toContain('error[F710]')
    expect((await run('state', 'show', 'view.customer_order')).err).toContain(
      "error[F711]: state holds no 'view.customer_order'\n  hint: did you mean 'view.customer_orders'?",
    )
  })

  it('tells what exists, what state holds, and that all is well', async () => {
    expect(await fine('status')).toMatch(/main\.customer_orders +view\.customer_orders +\d+ +[1-9]\d* +2026-/)
    expect(await fine('state', 'list')).toContain('view.customer_orders\n')
    expect(await fine('state', 'show', 'view.customer_orders')).toContain('owns the rows')
    expect(await fine('doctor')).toContain('Everything that was checked is fine.')
  })

  it('generates files, and F712 knows when they are not current', async () => {
    expect(await fine('generate')).toContain('wrote   generated/catalog.json\n')
    expect(await fine('generate', '--check')).toContain('generated/ is current')
    appendFileSync(join(folder, 'generated/CATALOG.md'), 'by hand\n')
    writeFileSync(join(folder, 'generated/left-over.sql'), 'SELECT 1\n')
    expect((await run('generate', '--check')).err).toContain('error[F712]: generated files are not current: CATALOG.md, left-over.sql')
    expect(await fine('generate')).toBe(
      `wrote   generated/CATALOG.md\nremoved generated/left-over.sql\n${JSON.parse(await fine('generate', '--json'))['files'] as number} files in generated/.\n`,
    )
  })

  it('changes a feature through a saved plan, and sees the value change', async () => {
    const path = join(folder, 'features/customer.ts')
    writeFileSync(path, readFileSync(path, 'utf8').replace("window('30d')", "window('60d')"))
    const planned = await run('plan', '--out', 'saved.json')
    expect(planned.code).toBe(0)
    expect(planned.out).toContain('feature.customer.order_count_30d')
    expect(planned.err).toContain('feat apply saved.json')
    expect(await fine('apply', 'saved.json')).toContain('Apply complete!')
    await fine('materialize', '--now', '2026-04-01')
    const shown = JSON.parse(await fine('show', 'order_count_30d', '--key', 'customer_id=c1', '--at', '2026-03-10', '--json')) as { value: { value: number } }
    const orders = readFileSync(join(folder, 'data/orders.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(l => l.split(','))
    expect(shown.value.value).toBe(orders.filter(o => o[1] === 'c1' && o[4]! >= '2026-01-09' && o[4]! < '2026-03-10').length)
    writeFileSync(path, readFileSync(path, 'utf8').replace("window('60d')", "window('45d')"))
    await fine('apply', '--auto-approve')
    const stale = await run('apply', 'saved.json')
    expect(stale.code).toBe(1)
    expect(stale.err).toContain('error[F515]: view.customer_orders has changed since this plan was made')
  })

  it('F708 refuses a plan that was edited', async () => {
    writeFileSync(join(folder, 'saved.json'), readFileSync(join(folder, 'saved.json'), 'utf8').replace('"project"', '"projekt"'))
    expect((await run('apply', 'saved.json')).err).toContain('error[F708]')
  })

  it('takes a file of the user as the README of the project says', async () => {
    const text = readFileSync(join(folder, 'README.md'), 'utf8')
    writeFileSync(join(folder, 'features/page.ts'), /```ts\n(.*?)```/s.exec(text)![1]!)
    writeFileSync(
      join(folder, 'data/visits.csv'),
      'page_id,seconds,visited_at\nhome,30,2026-03-01 10:00:00\nhome,12,2026-03-02 11:00:00\nabout,5,2026-03-02 12:00:00\n',
    )
    await fine('apply', '--auto-approve')
    await fine('materialize', '--now', '2026-04-01')
    const shown = JSON.parse(await fine('show', 'seconds_7d', '--key', 'page_id=home', '--at', '2026-03-03', '--json')) as { value: { value: unknown } }
    expect(Number(shown.value.value)).toBe(42)
  })

  it('destroys only when asked twice', async () => {
    const { err } = await run('destroy')
    expect(err).toContain('error[F704]')
    expect(err).toContain('hint: review the plan that is shown above, then run it with --auto-approve\n')
    expect(await fine('destroy', '--auto-approve')).toContain('Apply complete!')
    expect(await fine('state', 'list')).toBe('')
  })
})

describe('wrong use of the command line', () => {
  it('F100 says that there is no project', async () => {
    const { code, err } = await feat(['plan'], { cwd: emptyProject() })
    expect(code).toBe(1)
    expect(err).toContain('error[F100]')
  })

  it('F702 and F715 fixture takes one data set, and only an embedded target', async () => {
    const folder = emptyProject()
    expect((await feat(['fixture', 'shop'], { cwd: folder })).err).toContain("error[F702]: <name> is 'shop', expected logistics")
    await feat(['init'], { cwd: folder })
    const config = join(folder, 'features.config.ts')
    const snowflake = "snowflake({ connection: 'c', database: 'D', schema: 'S', warehouse: 'W', sources: {} })"
    writeFileSync(
      config,
      readFileSync(config, 'utf8')
        .replace('{ defineConfig, duckdb }', '{ defineConfig, duckdb, snowflake }')
        .replace('targets: {', `targets: {\n    prod: ${snowflake},`),
    )
    const { code, err } = await feat(['fixture', 'logistics', '--target', 'prod'], { cwd: folder })
    expect(code).toBe(1)
    expect(err).toContain("error[F715]: target 'prod' is a Snowflake account")
  })

  it('fills the embedded warehouse with the raw data of the logistics company', async () => {
    const folder = emptyProject()
    await feat(['init'], { cwd: folder })
    mkdirSync(join(folder, '.feat'), { recursive: true })
    const { code, out } = await feat(
      ['fixture', 'logistics', '--until', '2026-01-01', '--customers', '20', '--vehicles', '5', '--deliveries', '200', '--days', '40'],
      { cwd: folder },
    )
    expect(code).toBe(0)
    expect(out).toMatch(/^raw\.deliveries +200$/m)
  })
})
