import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { buildView } from '../../../cli/views/dataset.ts'
import { diffView, verifyView } from '../../../cli/views/dataset-diff.ts'
import { count, dataset, sum } from '../../../compiler/dsl/index.ts'
import type { DatasetVersion } from '../../../compiler/ir/dataset-version.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { diffDatasets } from '../../../registry/dataset/diff.ts'
import { rebuildDataset, verifyDataset } from '../../../registry/dataset/verify.ts'
import { readDatasets } from '../../../registry/state/datasets.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { codesOf, failure } from '../../support/errors.ts'
import { applied, materialized } from '../../support/warehouse.ts'
import { busy, calls, customer, customerOrders, declarations, orders, placeOrders, rawRows, split } from './world.ts'

vi.setConfig({ testTimeout: 180_000 })
const now = '2026-03-01T06:00:00Z'
const asked = { from: null, to: null, known: null, out: null, force: false, partial: false, dataset: 'busy' }
const folder = mkdtempSync(join(tmpdir(), 'feat-dataset-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const changed = dataset('busy', {
  entity: customer,
  spine: calls,
  label: sum(orders.c.amount).next('7d').gt(200),
  features: [customerOrders, placeOrders],
  keep: ['call_id'],
  split,
  accept: { F455: 'a test' },
})
const other = dataset('counted', {
  entity: customer,
  spine: calls,
  label: count(orders).next('7d'),
  features: [customerOrders],
  split,
  accept: { F455: 'a test' },
})

onEachEngine('versions of a dataset', engine => {
  it('F445 F446 are built again to the same rows, differ by what changed, and say which input did', async () => {
    await engine.inWarehouse(rawRows(), async driver => {
      const session = sessionOn(driver, [...declarations, busy, other], { now })
      await applied(session)
      await materialized(session)
      const one = await buildDataset(session, asked)
      const missing = (await rowsIn(driver, 'main.busy__v1')).filter(r => r['amount_7d'] === null).length
      expect(buildView(one, 0, { color: false, cwd: folder })).toContain(`amount_7d ${missing} (${((100 * missing) / total(one)).toFixed(1)}%)`)
      const [newest] = await driver.query("SELECT max(loaded_at) AS t FROM raw.orders WHERE loaded_at < TIMESTAMP '2026-03-01 06:00:00'", 'look')
      expect(buildView(one, 0, { color: false, cwd: folder })).toMatch(
        new RegExp(
          `\\d+ whose label is not known yet \\('raw.orders' is known up to ${one.horizons['source.raw.orders']}, its newest row is of ${String(newest!['t'])}\\)`,
        ),
      )
      // what arrives later than the cutoff, and points that are computed later, change nothing
      await driver.execute(
        "INSERT INTO raw.orders SELECT customer_id, to_country, to_town, TIMESTAMP '2026-02-20', TIMESTAMP '2026-03-02', 77, 1.5, 999 FROM raw.orders WHERE n < 40",
      )
      await driver.execute("INSERT INTO raw.calls SELECT 5000, 'a', 'x', 't', TIMESTAMP '2026-02-10', TIMESTAMP '2026-03-02', 4")
      const after = sessionOn(driver, [...declarations, busy, other], { now: '2026-03-05T06:00:00Z' })
      await materialized(after)
      const again = await verifyDataset(after, 'busy')
      expect(again).toMatchObject({ same: true, checksum: one.checksum, changed: [], output: null })
      expect(verifyView(again, { color: false, cwd: folder })).toContain('busy@1 is the same: ')

      const two = await buildDataset(after, asked)
      expect([two.n, two.checksum === one.checksum]).toEqual([2, false])
      const grown = await diffDatasets(after, 'busy@1', 'busy@2')
      expect(grown.rows).toMatchObject({ a: total(one), b: total(two), removed: 0, added: total(two) - total(one) })
      expect(grown.definition).toEqual([])
      expect(grown.inputs).toContain('known before')

      const otherwise = sessionOn(driver, [...declarations, changed, other], { now: '2026-03-05T06:00:00Z' })
      expect((await failure(verifyDataset(otherwise, 'busy@1')))[0]).toMatchObject({
        code: 'F446',
        message: 'busy@1 cannot be built again: the declaration has changed since (label)',
      })
      await buildDataset(otherwise, asked)
      const labels = await diffDatasets(otherwise, 'busy@2', 'busy@3')
      expect(labels).toMatchObject({ definition: ['label'], inputs: [], rows: { removed: 0, added: 0 } })
      const [a, b] = [await rowsIn(driver, 'main.busy__v2'), await rowsIn(driver, 'main.busy__v3')]
      const of = (rows: typeof a, label: boolean): number => rows.filter(r => r['label'] === label).length
      expect(labels.columns.filter(c => c.changed > 0)).toMatchObject([{ name: 'label', changed: of(a, true) - of(b, true), most: null }])
      expect(diffView(labels, { color: false })).toMatch(/^busy@2 -> busy@3 {2}0 added, 0 removed/)

      // a value that somebody changed in the past is found, and named
      await driver.execute('UPDATE raw.orders SET amount = amount + 1000 WHERE n % 3 = 1')
      const moved = await verifyDataset(otherwise, 'busy')
      expect(moved.same).toBe(false)
      expect(moved.changed).toEqual([expect.stringMatching(/^source\.raw\.orders has other values in its \d+ rows$/)])
      await driver.execute('UPDATE raw.orders SET amount = amount - 1000 WHERE n % 3 = 1')

      const path = join(folder, `${driver.dialect}.parquet`)
      const file = await buildDataset(otherwise, { ...asked, out: path })
      await buildDataset(otherwise, { ...asked, dataset: 'counted', out: join(folder, `${driver.dialect}-c.parquet`) })
      expect(await diffDatasets(otherwise, `busy@${file.n}`, 'counted')).toMatchObject({
        onlyA: ['from_country', 'from_town', 'call_id', 'place_orders_2d', 'place_amount_2d'],
        onlyB: [],
      })
      rmSync(path)
      expect((await failure(diffDatasets(otherwise, 'busy', 'busy')))[0]).toMatchObject({ code: 'F445', message: expect.stringContaining('is gone') })
    })
  })

  it('F442 F445 F449 are written again to where they were or into further files, and stay as they are where their rows would differ', async () => {
    await engine.inWarehouse(rawRows(), async driver => {
      const session = sessionOn(driver, [...declarations, busy], { now })
      await applied(session)
      await materialized(session)
      const at = (name: string): string => join(folder, `${driver.dialect}-${name}.parquet`)
      const table = async (): Promise<readonly unknown[]> => rowsIn(driver, 'main.busy__v1')
      const recorded = async (): Promise<readonly DatasetVersion[]> => readDatasets(driver, session.placed.placement)
      const again = (version: string, out: string | null = null, force = false): ReturnType<typeof rebuildDataset> =>
        rebuildDataset(session, version, { out, force })
      await buildDataset(session, asked)
      await buildDataset(session, { ...asked, out: at('own') })
      const [rows, bytes, versions] = [await table(), readFileSync(at('own')), await recorded()]

      // a further file is none of the version's
      expect(await again('busy@2', at('keep'))).toMatchObject({ same: true, output: { path: at('keep') } })
      expect(readFileSync(at('keep')).equals(bytes)).toBe(true)
      expect(await codesOf(again('busy@2', at('keep')))).toEqual(['F442'])
      expect(await codesOf(again('busy@1', at('own')))).toEqual(['F442'])
      writeFileSync(at('keep'), 'of somebody')
      expect(await codesOf(again('busy@1', at('keep')))).toEqual(['F442'])
      expect(readFileSync(at('keep'), 'utf8')).toBe('of somebody')
      await again('busy@1', at('keep'), true)
      expect(readFileSync(at('keep')).equals(bytes)).toBe(true)
      expect(await recorded()).toEqual(versions)

      // what is gone is made again, the record says where
      await driver.execute('DROP TABLE main.busy__v1')
      rmSync(at('own'))
      expect(await codesOf(diffDatasets(session, 'busy@2', 'busy@2'))).toEqual(['F445'])
      expect(await again('busy@1')).toMatchObject({ same: true, output: { kind: 'table', name: 'main.busy__v1' } })
      expect(await again('busy@2')).toMatchObject({ same: true, output: { path: at('own') } })
      expect(await table()).toEqual(rows)
      expect(readFileSync(at('own')).equals(bytes)).toBe(true)
      expect(await recorded()).toEqual(versions)
      rmSync(at('own'))
      await again('busy@2', at('moved'))
      expect((await recorded()).map(v => v.output)).toMatchObject([{ kind: 'table' }, { path: at('moved') }])
      expect((await diffDatasets(session, 'busy@2', 'busy@2')).sameChecksum).toBe(true)

      // other rows replace nothing
      const before = await recorded()
      await driver.execute('UPDATE raw.orders SET amount = amount + 1000 WHERE n % 3 = 1')
      for (const [version, out] of [
        ['busy@1', null],
        ['busy@2', null],
        ['busy@2', at('none')],
        ['busy@1', at('keep')],
      ] as const) {
        const [mistake] = await failure(again(version, out, out !== null))
        expect(mistake).toMatchObject({ code: 'F449', hint: expect.stringContaining(`${version} stays as it was built`) })
        expect(mistake!.message).toMatch(
          /^busy@\d does not come out the same: \d+ rows with checksum \d+ where .*; source\.raw\.orders has other values in its \d+ rows$/,
        )
      }
      expect([await table(), await recorded()]).toEqual([rows, before])
      expect([at('moved'), at('keep')].map(f => readFileSync(f).equals(bytes))).toEqual([true, true])
      expect(readdirSync(folder).filter(f => f.startsWith('.') || f === basename(at('none')))).toEqual([])
      expect((await verifyDataset(session, 'busy@1')).same).toBe(false)
      await driver.execute('UPDATE raw.orders SET amount = amount - 1000 WHERE n % 3 = 1')
      expect((await verifyDataset(session, 'busy@1')).same).toBe(true)
    })
  })
})

function total({ rows }: { readonly rows: Readonly<Record<string, number>> }): number {
  return Object.values(rows).reduce((x, y) => x + y, 0)
}
