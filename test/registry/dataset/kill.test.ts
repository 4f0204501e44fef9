import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { fileHash } from '../../../registry/dataset/output.ts'
import { verifyDataset } from '../../../registry/dataset/verify.ts'
import { readDatasets } from '../../../registry/state/datasets.ts'
import { bundle, repository } from '../../support/bundle.ts'
import { leftBy } from '../../support/kill.ts'
import { scratch } from '../../support/scratch.ts'
import { onEachEngine, sessionOn } from '../../support/engines.ts'
import { applied, inFile, materialized, rowsOf } from '../../support/warehouse.ts'
import { fileOf, scenario, sessionOf } from './kill-build.ts'
import { busy, declarations, rawRows } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })
const folder = scratch()
const asked = { dataset: 'busy', from: null, to: null, known: null, force: true, partial: false }
const module = fileURLToPath(new URL('./kill-build.ts', import.meta.url))

/** The numbers of the versions that are recorded, all of which are what they are recorded as; the last a build that works. */
async function expectSound(path: string, killed: string): Promise<readonly number[]> {
  const recorded = await inFile(path, async driver => {
    const session = sessionOf(driver)
    const before = await readDatasets(driver, session.placed.placement)
    for (const { n, output } of before) {
      if (output.kind === 'file') expect(await fileHash(output.path), killed).toBe(output.sha256)
      else expect((await verifyDataset(session, `busy@${n}`)).same, killed).toBe(true)
    }
    const out = fileOf(path)
    if (existsSync(out)) {
      const [row] = await driver.query(`SELECT count(*) AS n FROM read_parquet('${out}')`)
      expect(Number(row!['n']), killed).toBeGreaterThan(20)
    }
    const file = await buildDataset(session, { ...asked, out })
    const table = await buildDataset(session, { ...asked, out: null })
    expect([file.n, table.n], killed).toEqual([before.length + 1, before.length + 2])
    expect(table.checksum, killed).toBe(file.checksum)
    expect(await rowsOf(driver, 'main.busy'), killed).toEqual(await rowsOf(driver, `main.busy__v${table.n}`))
    expect(readdirSync(dirname(out)), killed).toEqual([basename(out)])
    return [...before.map(v => v.n), file.n, table.n]
  })
  return recorded
}

it('a build that is killed anywhere records nothing that is not there, and the next one works', async () => {
  const { statements, cuts } = await leftBy({ module, folder: mkdtempSync(join(folder, 'kill')) }, total => {
    const points = Array.from({ length: 7 }, (_, i) => 2 + Math.floor((i * (total - 2)) / 6.5))
    return [...points, total + 1]
  })
  const ends: number[] = []
  for (const { point, path } of cuts) ends.push((await expectSound(path, `before ${statements[point - 1] ?? 'the end'}`)).length - 2)
  // before the first version is recorded, between the two, and after both
  expect([...new Set(ends)].toSorted((a, b) => a - b)).toEqual([0, 1, 2])
})

async function startOf(name: string): Promise<string> {
  const path = join(mkdtempSync(join(folder, name)), `${name}.duckdb`)
  await inFile(path, async driver => scenario.prepare!(driver))
  return path
}

/** The scenario in a process of its own, which waits for the file; `seen` is asked again and again, and kills it. */
async function inProcess(path: string, seen: () => boolean = () => false): Promise<string | number> {
  const script = await bundle(
    `dataset-${basename(path)}`,
    `import { scenario } from ${JSON.stringify(module)}
    import { openDuckdb } from ${JSON.stringify(join(repository, 'registry/driver/duckdb.ts'))}
    const driver = await openDuckdb({ path: process.argv[2], wait: { seconds: 60 } })
    await scenario.run(driver)
    driver.close()`,
  )
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', (d: Buffer) => (told += d.toString()))
  const timer = setInterval(() => seen() && child.kill('SIGKILL'), 1)
  const end = await new Promise<string | number>(resolve => child.on('close', (code, signal) => resolve(signal ?? (code === 0 ? 0 : told))))
  clearInterval(timer)
  return end
}

it('a build that is killed while it writes its file leaves no half file', async () => {
  const path = await startOf('writing')
  mkdirSync(dirname(fileOf(path)))
  expect(await inProcess(path, () => readdirSync(dirname(fileOf(path))).length > 0)).toBe('SIGKILL')
  const left = readdirSync(dirname(fileOf(path)))
  expect(left.length).toBeGreaterThan(0)
  await expectSound(path, `while it wrote ${left.join()}`)
})

it('two processes that build one dataset at once make versions of their own', async () => {
  const path = await startOf('shared')
  expect(await Promise.all([inProcess(path), inProcess(path)])).toEqual([0, 0])
  expect(await expectSound(path, 'two at once')).toEqual([1, 2, 3, 4, 5, 6])
})

onEachEngine('two builds of one dataset at once', engine => {
  it.skipIf(engine.duckdb)('wait for each other', async () => {
    await engine.inWarehouse(rawRows(), async driver => {
      const plain = sessionOn(driver, [...declarations, busy], { now: '2026-03-01T06:00:00Z' })
      await applied(plain)
      await materialized(plain)
      let waited = 0
      const session = { ...plain, waiting: { wait: { seconds: 60, onWait: () => void waited++ } } }
      const built = await Promise.all([1, 2].map(() => buildDataset(session, { ...asked, out: null })))
      expect(built.map(v => v.n).toSorted((a, b) => a - b)).toEqual([1, 2])
      expect(waited).toBe(1)
      expect((await readDatasets(driver, plain.placed.placement)).map(v => v.n)).toEqual([1, 2])
      expect(new Set(built.map(v => v.checksum)).size).toBe(1)
    })
  })
})
