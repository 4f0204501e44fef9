import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { codesOf, failure } from '../support/errors.ts'
import { scratch } from '../support/scratch.ts'

const folder = scratch()
const repository = fileURLToPath(new URL('../..', import.meta.url))

/** A process that holds a warehouse for writing until a line is written to it. */
async function holder(path: string): Promise<{ readonly child: ChildProcess; readonly release: () => Promise<void> }> {
  const script = `import { DuckDBInstance } from '@duckdb/node-api'
    const instance = await DuckDBInstance.create(process.argv[1])
    const connection = await instance.connect()
    process.stdin.once('data', () => { connection.closeSync(); instance.closeSync(); process.exit(0) })
    console.log('held')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, path], { cwd: repository, stdio: ['pipe', 'pipe', 'ignore'] })
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', code => reject(new Error(`the holder ended with ${code}`)))
  })
  const release = async (): Promise<void> => {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.stdin.write('release\n')
    await ended
  }
  return { child, release }
}

describe('a warehouse that another process holds', () => {
  it('F600 is refused at once, by the name of its holder', async () => {
    const path = join(folder, 'refused.duckdb')
    const { child, release } = await holder(path)
    for (const readOnly of [false, true]) {
      const [found] = await failure(openDuckdb({ path, readOnly }))
      expect(found).toMatchObject({ code: 'F600', message: expect.stringContaining(`the warehouse ${path} is held by process ${child.pid} (`) as string })
    }
    await release()
  })

  it('F600 is waited for as long as asked, and the wait is told once', async () => {
    const path = join(folder, 'in-vain.duckdb')
    const { child, release } = await holder(path)
    const told: string[] = []
    const [found] = await failure(openDuckdb({ path, wait: { seconds: 1, onWait: d => told.push(d.message) } }))
    expect(found!.message).toMatch(/still after 1 s$/)
    expect(told).toEqual([expect.stringContaining(`process ${child.pid} `)])
    await release()
  })

  it('is opened once it is released', async () => {
    const path = join(folder, 'released.duckdb')
    const { release } = await holder(path)
    const opened = await openDuckdb({
      path,
      wait: {
        seconds: 20,
        onWait: () => {
          void release()
        },
      },
    })
    expect(await opened.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    opened.close()
  })

  it('is opened after its holder was killed', async () => {
    const path = join(folder, 'killed.duckdb')
    const { child } = await holder(path)
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    const opened = await openDuckdb({ path })
    opened.close()
  })

  it('is this process itself: a second driver shares the file, and the hold lasts until the last one is closed', async () => {
    const path = join(folder, 'shared.duckdb')
    const first = await openDuckdb({ path })
    const second = await openDuckdb({ path })
    await first.execute('CREATE TABLE t AS SELECT 1 AS a')
    expect(await second.query('SELECT a FROM t')).toEqual([{ a: 1 }])
    second.close()
    await expect(holder(path)).rejects.toThrow('ended')
    first.close()
    const { release } = await holder(path)
    expect(await codesOf(openDuckdb({ path }))).toEqual(['F600'])
    await release()
  })
})
