import { describe, expect, it } from 'vitest'
import type { Step } from '../../compiler/ir/plan.ts'
import { schedule } from '../../registry/apply/schedule.ts'
import { step } from '../support/steps.ts'

const named = (title: string, after: readonly Step[] = []): Step => ({ ...step({ title, sql: [title] }), after: after.map(a => a.id) })
const tick = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 1))

/** Runs steps, and notes when each begins and ends. */
async function run(steps: readonly Step[], given: { readonly width?: number; readonly fails?: string; readonly stopped?: () => boolean } = {}) {
  const events: string[] = []
  let [under, most] = [0, 0]
  const failures = await schedule(steps, { stepOf: s => s, width: given.width ?? 8, stopped: given.stopped ?? ((): boolean => false) }, async s => {
    events.push(`+${s.title}`)
    most = Math.max(most, ++under)
    await tick()
    under--
    if (s.title === given.fails) throw new Error(s.title)
    events.push(`-${s.title}`)
  })
  return { events, most, failed: failures.map(f => f.item.title) }
}

describe('steps at once', () => {
  it('are as many as allowed', async () => {
    const { most, events } = await run(
      Array.from({ length: 20 }, (_, i) => named(`s${i}`)),
      { width: 3 },
    )
    expect(most).toBe(3)
    expect(events.filter(e => e.startsWith('+')).map(e => e.slice(1))).toEqual(Array.from({ length: 20 }, (_, i) => `s${i}`))
  })

  it('begin when what they wait for has ended', async () => {
    const [a, b] = [named('a'), named('b')]
    const c = named('c', [a, b])
    const { events } = await run([a, b, c, named('d', [c]), named('e')])
    expect(events.indexOf('+c')).toBeGreaterThan(Math.max(events.indexOf('-a'), events.indexOf('-b')))
    expect(events.indexOf('+d')).toBeGreaterThan(events.indexOf('-c'))
    expect(events.indexOf('+e')).toBeLessThan(events.indexOf('-a'))
  })

  it('do not wait for what is not among them', async () => {
    expect((await run([named('a', [named('elsewhere')])])).events).toEqual(['+a', '-a'])
  })

  it('begin no more after a failure; what was under way ends', async () => {
    const a = named('a')
    const { events, failed } = await run([a, named('b'), named('c', [a]), named('d')], { width: 2, fails: 'a' })
    expect(failed).toEqual(['a'])
    expect(events).toEqual(['+a', '+b', '-b'])
  })

  it('begin no more once stopped', async () => {
    let begun = 0
    const { events } = await run([named('a'), named('b')], { width: 1, stopped: () => begun++ > 0 })
    expect(events).toEqual(['+a', '-a'])
  })
})
