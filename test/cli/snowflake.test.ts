import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { Reply, Script, Stub } from '../registry/snowflake/stub.ts'
import { refused, rows, stubServer } from '../registry/snowflake/stub.ts'
import { emptyProject, feat } from './spawn.ts'

const stubs: Stub[] = []
afterEach(async () => {
  for (const stub of stubs.splice(0)) await stub.close()
})

/** A starter project whose target `prod` is an account. */
async function project(): Promise<string> {
  const folder = emptyProject()
  await feat(['init'], { cwd: folder })
  const config = join(folder, 'features.config.ts')
  const target = "prod: snowflake({ connection: 'stub', database: 'DB', schema: 'ML', warehouse: 'WH', sources: {} }),"
  const text = readFileSync(config, 'utf8')
    .replace('{ defineConfig, duckdb }', '{ defineConfig, duckdb, snowflake }')
    .replace('targets: {', `targets: {\n    ${target}`)
  writeFileSync(config, text)
  return folder
}

async function account(script?: Script): Promise<Readonly<Record<string, string>>> {
  const stub = await stubServer(script)
  stubs.push(stub)
  return stub.options.env as Readonly<Record<string, string>>
}

/** Writes down, when the process ends, whether the driver was loaded. */
function watcher(): { readonly env: Readonly<Record<string, string>>; readonly loaded: () => boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'feat-watch-'))
  const [hook, out] = [join(folder, 'hook.cjs'), join(folder, 'loaded')]
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(out)}, String(Object.keys(require.cache).some(f => f.includes('snowflake-sdk')))))`,
  )
  return { env: { NODE_OPTIONS: `--require=${pathToFileURL(hook).pathname}` }, loaded: () => readFileSync(out, 'utf8') === 'true' }
}

const facts = rows(
  ['ACCOUNT', 'REGION', 'VERSION', 'USER_NAME', 'ROLE_NAME', 'WAREHOUSE', 'DATABASE_NAME'].map(name => [name, 'text', null] as const),
  [['ACC', 'AWS_EU', '9.1.0', 'ME', 'DEPLOYER', 'WH', null]],
)

describe('a Snowflake target on the command line', () => {
  it('doctor tells who we are in the account; nothing else is printed, and no file is left in the folder', async () => {
    const folder = await project()
    const before = readdirSync(folder).toSorted()
    const env = await account((_, sql) =>
      sql.includes('CURRENT_ACCOUNT()') ? facts : /^(ALTER SESSION|$)/.test(sql) ? undefined : refused('003001', 'Insufficient privileges'),
    )
    const watch = watcher()
    const { out, err } = await feat(['doctor', '--target', 'prod', '--json'], { cwd: folder, env: { ...env, ...watch.env } })
    expect(err).toBe('')
    const { checks } = JSON.parse(out) as { readonly checks: readonly { readonly name: string; readonly detail: string }[] }
    expect(checks.find(c => c.name === 'connection')!.detail).toBe(
      'account ACC in AWS_EU, Snowflake 9.1.0, user ME, role DEPLOYER, warehouse WH, database (none)',
    )
    expect(
      readdirSync(folder)
        .toSorted()
        .filter(f => f !== '.feat'),
    ).toEqual(before.filter(f => f !== '.feat'))
    expect(watch.loaded()).toBe(true)
  })

  it('F654 and F651 end a command, and no secret is shown', async () => {
    const folder = await project()
    const env = await account(r => (r.path.endsWith('login-request') ? refused('390100', `no entry for ${JSON.stringify(r.body)}`) : undefined))
    const { code, out, err } = await feat(['plan', '--target', 'prod'], { cwd: folder, env })
    expect(code).toBe(1)
    expect(err).toContain('error[F654]')
    expect(out + err).not.toContain('open sesame')
    expect((await feat(['plan', '--target', 'prod'], { cwd: folder, env: { HOME: folder } })).err).toContain("error[F651]: there is no connection 'stub'")
  })

  it('F606 Ctrl-C cancels what runs in the account, and ends with 130', async () => {
    const folder = await project()
    const hanging: ((reply: Reply) => void)[] = []
    const aborted: string[] = []
    const env = await account((r, sql) => {
      if (r.path === '/queries/v1/abort-request') {
        aborted.push(String(r.body['requestId']))
        hanging.shift()?.(refused('000604', 'SQL execution canceled', '57014'))
      }
      return /^(ALTER SESSION|$)/.test(sql) ? undefined : new Promise<Reply>(resolve => hanging.push(resolve))
    })
    const { code, err } = await feat(['plan', '--target', 'prod'], { cwd: folder, env, killAfter: 4000 })
    expect(code).toBe(130)
    expect(err).toContain('error[F606]')
    expect(aborted.length).toBeGreaterThan(0)
  })

  it('loads the driver for no command that does not need it', async () => {
    const folder = await project()
    for (const argv of [['--help'], ['generate'], ['plan']]) {
      const watch = watcher()
      expect((await feat(argv, { cwd: folder, env: watch.env })).err).not.toContain('error')
      expect(watch.loaded(), argv.join(' ')).toBe(false)
    }
  })
})
