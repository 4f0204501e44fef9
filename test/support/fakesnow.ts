import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openSnowflake } from '../../registry/driver/snowflake/open.ts'

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url))
const python = path('.venv-fakesnow/bin/python')
const server = path('test/second-engine/serve.py')

/** Whether the second engine is here. CI has to have it: there it is an error that it is not. */
export function hasFakesnow(): boolean {
  if (existsSync(python)) return true
  if (process.env['CI'] !== undefined && process.env['CI'] !== 'false') throw new Error('no .venv-fakesnow: run .ci/python')
  // oxlint-disable-next-line no-console -- a check that does not run must not look like one that passed
  console.warn('no Snowflake SQL is run on a second engine: there is no .venv-fakesnow, run .ci/python')
  return false
}

/** fakesnow with an empty warehouse of its own, and the driver for Snowflake connected to it. */
export interface SecondEngine {
  readonly driver: Driver
  /** Adds the rows of a Parquet file to a table, column by column: quicker than statements, and not what is tested. */
  readonly load: (table: QualifiedName, file: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function startFakesnow(database: string): Promise<SecondEngine> {
  const child = spawn(python, [server], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const port = await new Promise<number>((resolve, reject) => {
    lines.once('line', line => resolve(Number(line)))
    child.once('exit', code => reject(new Error(`fakesnow ended with ${code} before it served`)))
  })
  const url = `http://127.0.0.1:${port}`
  const env = {
    SNOWFLAKE_ACCOUNT: 'fakesnow',
    SNOWFLAKE_USER: 'tester',
    SNOWFLAKE_PASSWORD: 'none',
    SNOWFLAKE_HOST: '127.0.0.1',
    SNOWFLAKE_PORT: String(port),
    SNOWFLAKE_PROTOCOL: 'http',
  }
  const driver = await openSnowflake({ connection: 'second-engine', database, warehouse: null, parallelism: 1, env, home: '/nowhere' })
  return {
    driver,
    load: async (table, file) => {
      const name = [table.catalog, table.schema, table.name].map(part => part!.toUpperCase())
      const answer = await fetch(`${url}/load`, { method: 'POST', body: JSON.stringify({ table: name, file }) })
      if (!answer.ok) throw new Error(`${name.join('.')} is not loaded: ${await answer.text()}`)
    },
    close: () =>
      new Promise(resolve => {
        driver.close()
        child.once('exit', () => resolve())
        child.stdin.end()
      }),
  }
}
