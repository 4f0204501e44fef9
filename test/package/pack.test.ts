import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { lookupExample } from '../../docs/make/servings.ts'
import { repository } from '../source-files.ts'

/** The package as npm would publish it, unpacked into an empty project; its dependencies are those of the clone. */
describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'feat-package-'))
  const own = join(folder, 'node_modules/featplan')
  let files: readonly string[] = []

  beforeAll(() => {
    const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: inject('built'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [{ filename, files: listed }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }]
    files = listed.map(f => f.path)
    mkdirSync(own, { recursive: true })
    execFileSync('tar', ['xzf', join(folder, filename), '--strip-components', '1', '-C', own])
    const there = readdirSync(join(repository, 'node_modules')).filter(name => !name.startsWith('.') && name !== 'featplan')
    for (const name of there) symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name))
  })

  const feat = (...argv: readonly string[]): string => {
    const ended = spawnSync(process.execPath, [join(own, 'bin/feat.js'), ...argv], { cwd: folder, encoding: 'utf8' })
    expect(ended, `${argv.join(' ')}\n${ended.stderr}`).toMatchObject({ status: 0 })
    return ended.stdout
  }

  it('holds the build, the command and what a reader needs, and nothing of the repository', () => {
    const needed = [
      'package.json',
      'LICENSE',
      'README.md',
      'bin/feat.js',
      'dist/cli/main.js',
      'dist/compiler/dsl/index.js',
      'dist/compiler/dsl/index.d.ts',
      'dist/cli/serve.js',
      'dist/cli/serve-types.d.ts',
    ]
    expect(needed.filter(f => !files.includes(f))).toEqual([])
    expect(files.filter(f => !/^(dist|bin)\/|^[A-Z]+(\.md)?$|^package\.json$/.test(f))).toEqual([])
  })

  it('starts a project that plans, applies and computes', () => {
    expect(feat('init')).toContain('wrote features.config.ts')
    expect(feat('plan')).toContain('view.customer_orders will be created')
    expect(feat('apply', '--auto-approve')).toContain('Apply complete!')
    expect(feat('materialize', '--now', '2026-04-01')).toContain('Materialize complete!')
    expect(feat('show', 'revenue_usd_30d', '--key', 'customer_id=c1')).toMatch(/^value +\d/m)
  })

  it('holds the rows of a serving for programs, typed, while commands write the warehouse', () => {
    const serving = "import { serving } from 'featplan'\nimport { behaviour } from './customer.ts'\nimport { customer } from './entities.ts'\n"
    const online = `${serving}\n/** What inference reads. */\nexport const online = serving('online', { entity: customer, features: [behaviour], freshness: '5m' })\n`
    writeFileSync(join(folder, 'features/online.ts'), online)
    feat('apply', '--auto-approve')
    feat('materialize', '--now', '2026-04-01')
    writeFileSync(join(folder, 'predict.mts'), `${lookupExample}// @ts-expect-error a key is given by the names of its columns\nonline.get('c1')\n`)
    writeFileSync(join(folder, 'predict.mjs'), lookupExample)
    writeFileSync(join(folder, 'predict.json'), JSON.stringify({ extends: './tsconfig.json', include: ['predict.mts'] }))
    const typed = spawnSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', 'predict.json'], { cwd: folder, encoding: 'utf8' })
    expect(typed).toMatchObject({ stdout: '', status: 0 })
    const program = `
      import { execFileSync } from 'node:child_process'
      import { changed, orders } from './predict.mjs'
      import { openLookup } from 'featplan/serve'
      const held = await openLookup('online', { root: '.' })
      const before = held.get({ customer_id: 'c1' })
      execFileSync(process.execPath, [${JSON.stringify(join(own, 'bin/feat.js'))}, 'materialize', '--now', '2026-04-03T06:00:00Z'])
      const mistake = await openLookup('onlin', { root: '.' }).catch(error => error.diagnostics.map(d => d.code))
      console.log(JSON.stringify({ changed, orders, same: held.get({ customer_id: 'c1' }).feature_time === before.feature_time, refreshed: await held.refresh(), now: held.get({ customer_id: 'c1' }).feature_time, none: held.get({ customer_id: 'x' }), mistake }))`
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, encoding: 'utf8' })
    expect(ended).toMatchObject({ stderr: '', status: 0 })
    const shown = feat('lookup', 'online', '--key', 'customer_id=c1')
    expect(JSON.parse(ended.stdout)).toEqual({
      changed: false,
      orders: expect.any(Number),
      same: true,
      refreshed: true,
      now: '2026-04-03T00:00:00Z',
      none: null,
      mistake: ['F678'],
    })
    expect(shown).toContain('2026-04-03')
  })

  it('has types for the language', () => {
    const ended = spawnSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' })
    expect(ended.stdout).toBe('')
    expect(ended.status).toBe(0)
  })
})
