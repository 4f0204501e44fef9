import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Row } from '../../registry/driver/driver.ts'
import { bundle, repository } from '../support/bundle.ts'
import { scratch } from '../support/scratch.ts'

// The zone of a session shifted days by hours, until it was forced to UTC.

const folder = scratch()

/** The rows of two views, computed by a process in a zone, in a file whose own setting is another zone. */
async function rowsIn(zone: string): Promise<Readonly<Record<string, readonly Row[]>>> {
  const path = (name: string): string => JSON.stringify(join(repository, name))
  const child = await bundle(
    'time-zone',
    `
    import { openDuckdb } from ${path('registry/driver/duckdb.ts')}
    import { applied, compiledOf, materialized, rowsOf, sessionFor } from ${path('test/support/warehouse.ts')}
    import { data, moments, project } from ${path('test/regressions/windows.ts')}
    const driver = await openDuckdb({ path: process.argv[2] })
    await driver.execute("SET GLOBAL TimeZone = 'Pacific/Auckland'")
    const second = await openDuckdb({ path: process.argv[2] })
    for (const sql of data) await second.execute(sql)
    const compiled = compiledOf(project)
    await applied(sessionFor(second, compiled, { now: moments[0] }))
    for (const now of moments.slice(2)) await materialized(sessionFor(second, compiled, { now }))
    console.log(JSON.stringify({ zone: new Date('2026-01-01T00:00:00Z').getHours(), measured: await rowsOf(second, 'measured'), ticks: await rowsOf(second, 'ticks_6h') }))
    process.exit(0)`,
  )
  const ran = spawnSync(process.execPath, [child, join(folder, `${zone.replace('/', '-')}.duckdb`)], { encoding: 'utf8', env: { ...process.env, TZ: zone } })
  expect(ran.stderr).toBe('')
  return JSON.parse(ran.stdout) as Readonly<Record<string, readonly Row[]>>
}

it('means UTC whatever the zone of the process and of the engine', async () => {
  const [utc, there] = [await rowsIn('UTC'), await rowsIn('America/New_York')]
  expect([utc['zone'], there['zone']]).toEqual([0, 19])
  const { zone: _, ...rows } = there
  expect(rows).toEqual({ measured: utc['measured'], ticks: utc['ticks'] })
  const fifth = there['measured']!.find(r => r['thing_id'] === 'm' && r['feature_time'] === '2026-01-05T00:00:00Z')
  expect([fifth?.['total_3d'], fifth?.['feature_date']].map(String)).toEqual(['32', '2026-01-05'])
  expect(there['ticks']!.find(r => r['feature_time'] === '2026-01-02T18:00:00Z')).toMatchObject({ six_24h: 144, six_ever: 252 })
})
