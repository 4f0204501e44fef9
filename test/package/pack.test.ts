import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
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
    const needed = ['package.json', 'LICENSE', 'README.md', 'bin/feat.js', 'dist/cli/main.js', 'dist/compiler/dsl/index.js', 'dist/compiler/dsl/index.d.ts']
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

  it('has types for the language', () => {
    const ended = spawnSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' })
    expect(ended.stdout).toBe('')
    expect(ended.status).toBe(0)
  })
})
