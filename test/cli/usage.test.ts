import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../compiler/base/hash.ts'
import { main } from '../../cli/main.ts'
import { askConsent } from '../../cli/consent.ts'
import { readText } from '../../cli/files.ts'
import { failed } from '../../cli/failure.ts'
import { planFileText, readPlanFile } from '../../cli/plan-file.ts'
import { reportBlocked } from '../../cli/report.ts'
import { wantsColor } from '../../cli/io.ts'
import { testIo } from './test-io.ts'
import { everything } from './views/sample-plan.ts'

async function run(...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { io, out, err } = testIo({ cwd: '/nowhere' })
  return { code: await main(argv, io), out: out(), err: err() }
}

describe('wrong use of the command line', () => {
  it('F700 unknown command, with the nearest one', async () => {
    expect(await run('plam')).toEqual({ code: 1, out: '', err: "error[F700]: there is no command 'plam'\n  hint: did you mean 'plan'?\n\n1 error\n" })
    expect((await run('state', 'lst')).err).toContain("there is no command 'state lst'\n  hint: did you mean 'state list'?")
    expect((await run('xyzzy')).err).toContain('hint: feat --help lists the commands')
  })

  it('F701 unknown option, with the nearest one', async () => {
    expect(await run('plan', '--detailed-exit-code')).toEqual({
      code: 1,
      out: '',
      err: "error[F701]: 'feat plan' has no option '--detailed-exit-code'\n  hint: did you mean '--detailed-exitcode'?\n\n1 error\n",
    })
    expect((await run('state', 'list', '--tarket=x')).err).toContain("'feat state list' has no option '--tarket'\n  hint: did you mean '--target'?")
  })

  it('F703 too few and too many arguments', async () => {
    expect((await run('fixture')).err).toContain("error[F703]: feat fixture: missing required argument 'name'")
    expect((await run('apply', 'a', 'b')).err).toContain('error[F703]: feat apply: too many arguments')
    expect((await run('plan', '--out')).err).toContain("error[F703]: feat plan: option '--out <file>' argument missing")
  })

  it('tells it as JSON on standard output with --json', async () => {
    const { code, out, err } = await run('plan', '--json', '--nope')
    expect([code, err]).toEqual([1, ''])
    expect(JSON.parse(out)).toMatchObject({ format_version: '1.0', diagnostics: [{ code: 'F701', severity: 'error' }] })
  })

  it('prints help and version on standard output', async () => {
    const version = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
    expect(await run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
    for (const argv of [[], ['--help'], ['help', 'plan'], ['state', '--help']]) {
      const { code, out, err } = await run(...argv)
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain('Usage: feat')
    }
    expect((await run('plan', '--help')).out).toContain('--target <name>')
  })
})

describe('consent', () => {
  it('F704 refuses to ask where there is no terminal', async () => {
    const { io, asked } = testIo()
    await expect(askConsent(io, 'feat apply', 'Do it?')).rejects.toMatchObject({ diagnostics: [{ code: 'F704' }] })
    expect(asked()).toEqual([])
  })

  it('F705 takes only yes for a yes', async () => {
    for (const answer of ['', 'y', 'Yes', 'no']) {
      await expect(askConsent(testIo({ tty: true, answer }).io, 'feat apply', 'Do it?')).rejects.toMatchObject({ diagnostics: [{ code: 'F705' }] })
    }
    await expect(askConsent(testIo({ tty: true, answer: 'yes ' }).io, 'feat apply', 'Do it?')).resolves.toBeUndefined()
  })
})

describe('failures', () => {
  it('F706 an interruption exits with 130', () => {
    const { io, err } = testIo()
    const aborted = { ...io, signal: AbortSignal.abort() }
    expect(failed(new Error('whatever was running'), ['apply', '--auto-approve'], aborted)).toBe(130)
    expect(err()).toContain('error[F706]: feat apply was interrupted\n  hint: what is done is recorded')
  })

  it('shows the stack of a bug only', () => {
    const { io, err } = testIo()
    expect(failed(new TypeError('oops'), ['plan'], io)).toBe(1)
    expect(err()).toMatch(/^this is a bug in feat.*TypeError: oops\n +at /s)
  })

  it('F714 a blocked plan exits with 1', () => {
    const { io, err } = testIo()
    const args = { root: '.', config: null, target: null, environment: null, lockTimeout: 0, color: false, json: false }
    expect(reportBlocked({ ...everything, blocked: [{ code: 'F500', address: 'view.a', message: 'm' }] }, args, io)).toBe(1)
    expect(err()).toContain('error[F714]: the plan cannot be applied: one change is blocked')
  })
})

describe('plan files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'feat-plan-file-'))

  it('survive a round trip', () => {
    writeFileSync(join(folder, 'plan.json'), planFileText(everything))
    expect(readPlanFile('plan.json', folder)).toEqual(everything)
  })

  it('F708 are refused when they are none, or were edited', () => {
    const refusal = (text: string): string => {
      writeFileSync(join(folder, 'bad.json'), text)
      try {
        readPlanFile('bad.json', folder)
      } catch (error) {
        return (error as Error).message
      }
      return 'read'
    }
    expect(refusal('SELECT 1')).toBe('F708: bad.json is no plan that can be applied: it is no JSON')
    expect(refusal('{}')).toBe('F708: bad.json is no plan that can be applied: it is no plan, or one of another version of feat')
    expect(refusal(JSON.stringify({ format: 1, id: hashOf({ format: 1 }) }))).toBe('F708: bad.json is no plan that can be applied: it holds no plan')
    expect(refusal(planFileText(everything).replace('CREATE TABLE', 'DROP TABLE'))).toBe(
      'F708: bad.json is no plan that can be applied: it was changed after it was saved',
    )
  })

  it('F713 say which file cannot be read', () => {
    expect(() => readText(join(folder, 'none.json'))).toThrow(/^F713: .*none\.json cannot be read: ENOENT/)
  })
})

it('colors only where a person looks', () => {
  const { io } = testIo({ tty: true })
  expect(wantsColor(io, 'out', true)).toBe(true)
  expect(wantsColor(io, 'out', false)).toBe(false)
  expect(wantsColor({ ...io, env: { NO_COLOR: '1' } }, 'err', true)).toBe(false)
  expect(wantsColor({ ...io, stdoutIsTty: false }, 'out', true)).toBe(false)
})
