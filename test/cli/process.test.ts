import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { starterFiles } from '../../cli/starter.ts'
import { emptyProject, feat } from './spawn.ts'

describe('feat as a process', () => {
  it('starts without what it does not need', async () => {
    const bare = await fastest(() => feat(['--nope'], { cwd: tmpdir() }))
    const help = await fastest(() => feat(['--help'], { cwd: tmpdir() }))
    // A wrong option loads all that --help loads and the view of diagnostics; neither loads zod, esbuild or an engine.
    expect(help).toBeLessThan(bare * 1.3 + 60)
  })

  it('exits with 1 and a coded message on wrong use', async () => {
    const { code, out, err } = await feat(['plam'], { cwd: tmpdir() })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain("error[F700]: there is no command 'plam'")
  })

  it('prints nothing but JSON on standard output with --json, also for mistakes', async () => {
    const { code, out } = await feat(['materialize', '--json', '--from', 'soon'], { cwd: tmpdir() })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ format_version: '1.0', diagnostics: [{ code: 'F702' }] })
  })
})

describe('feat init', () => {
  it('writes a starter project, keeps what is optional, and says what comes next', async () => {
    const folder = emptyProject()
    writeFileSync(join(folder, 'package.json'), '{}\n')
    const { code, out } = await feat(['init', '--no-color'], { cwd: folder })
    expect(code).toBe(0)
    expect(out).toContain('wrote features.config.ts\n')
    expect(out).toContain('kept  package.json\n')
    expect(out).toContain('  npx feat plan\n')
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{}\n')
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('npx feat materialize')
  })

  it('F707 overwrites nothing', async () => {
    const folder = emptyProject()
    writeFileSync(join(folder, 'features.config.ts'), 'mine')
    const { code, err } = await feat(['init'], { cwd: folder })
    expect(code).toBe(1)
    expect(err).toContain('error[F707]')
    expect(err).toContain('features.config.ts: init overwrites nothing')
    expect(readFileSync(join(folder, 'features.config.ts'), 'utf8')).toBe('mine')
  })

  it('names the project after its folder, as a name that every engine takes', () => {
    const project = (folder: string): string | undefined => /project: '(.*)'/.exec(starterFiles(folder, '1.0.0')[0]!.text)?.[1]
    expect(['My Shop', '2026-churn', '---', 'plain'].map(project)).toEqual(['my_shop', 'churn', 'shop', 'plain'])
  })
})

async function fastest(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return Math.min(...times)
}
