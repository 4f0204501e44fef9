import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import type { Ended } from './spawn.ts'
import { emptyProject, feat } from './spawn.ts'

it('F680 feat verify serving fails where a served value is not so', async () => {
  const folder = emptyProject()
  const run = (...argv: readonly string[]): Promise<Ended> => feat(argv, { cwd: folder })
  const fine = async (...argv: readonly string[]): Promise<string> => {
    const ended = await run(...argv)
    expect(ended.code, `${argv.join(' ')}\n${ended.err}`).toBe(0)
    return ended.out
  }
  await fine('init')
  appendFileSync(
    join(folder, 'features', 'customer.ts'),
    "\nimport { serving } from 'featplan'\nimport { customer } from './entities.ts'\n/** What the shop asks for. */\nexport const online = serving('online', { entity: customer, features: [behaviour], freshness: '5m' })\n",
  )
  await fine('apply', '--auto-approve')
  await fine('materialize', '--now', '2026-04-01')
  expect(await fine('verify', 'serving', 'online')).toMatch(
    /online\n.*order_count_30d +as computed again\n.*\d+ keys compared as of 2026-04-01: no difference\.\n/s,
  )
  expect(JSON.parse(await fine('verify', 'serving', '--json', '--sample', '2'))).toMatchObject({
    servings: [{ serving: 'online', compared: 2, differences: 0 }],
  })

  const driver = await openDuckdb({ path: join(folder, '.feat/local.duckdb') })
  const [table] = await driver.query("SELECT schema_name || '.' || table_name AS name FROM duckdb_tables() WHERE table_name LIKE 'online\\_\\_g%' ESCAPE '\\'")
  await driver.execute(`UPDATE ${table!['name']} SET order_count_30d = order_count_30d + 1`)
  driver.close()
  const wrong = await run('verify', 'serving')
  expect(wrong.code).toBe(1)
  expect(wrong.out).toMatch(/order_count_30d +\d+ DIFFER\n/)
  expect(wrong.err).toContain("error[F680]: serving 'online' shows what is not so")
  expect((await run('verify', 'serving', 'offline')).err).toContain("error[F678]: there is no serving 'offline'")
}, 60_000)
