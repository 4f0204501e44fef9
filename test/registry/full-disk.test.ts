import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { readState } from '../../registry/state/read.ts'
import { bundle, repository } from '../support/bundle.ts'
import { localPlacement } from '../support/placement.ts'
import { scratch } from '../support/scratch.ts'
import { applyBig } from './big-steps.ts'

const folder = scratch()

describe('a disk that is full in the middle of a step', () => {
  it('F604 is told with the step, and the next run continues from there', async ctx => {
    const path = join(folder, 'full.duckdb')
    const child = await bundle(
      'full-disk',
      `
      import { openDuckdb } from ${JSON.stringify(join(repository, 'registry/driver/duckdb.ts'))}
      import { applyBig } from ${JSON.stringify(join(repository, 'test/registry/big-steps.ts'))}
      const driver = await openDuckdb({ path: ${JSON.stringify(path)} })
      await applyBig(driver).catch(error => console.log(JSON.stringify(error.diagnostics)))
      process.exit(0)`,
    )
    // No file may become larger than 8 MB: to the engine that is a full disk.
    const ran = spawnSync('bash', ['-c', `ulimit -f 8000 && exec "${process.execPath}" "${child}"`], { encoding: 'utf8' })
    if (ran.status !== 0) ctx.skip('no shell here limits the size of files')
    const told = JSON.parse(ran.stdout) as readonly { readonly code: string; readonly message: string }[]
    expect(told.map(d => d.code)).toEqual(['F604', 'F630'])
    expect(told[0]!.message).toContain(`there is no room left to write ${path} while: fill storage`)
    expect(told[1]!.message).toBe("the step 'fill storage' failed; 1 of 2 steps are done")

    const driver = await openDuckdb({ path })
    expect((await readState(driver, localPlacement()))!.coverage).toEqual([])
    expect(await applyBig(driver)).toEqual({ run: 1, done: 1, skipped: 1 })
    expect(await driver.query('SELECT count(*) AS n FROM feat_storage.big')).toEqual([{ n: 2000000 }])
    expect((await readState(driver, localPlacement()))!.coverage).toHaveLength(1)
    driver.close()
  })
})
