import { describe, expect, it } from 'vitest'
import { documented, documentedFunctions, hasExamples } from './documented.ts'
import { arities } from './snowflake/functions.ts'

describe.skipIf(!hasExamples())('statements that the documentation of Snowflake prints', () => {
  const { accepted, outOfScope, refused } = documented()
  const unmeant = Object.values(outOfScope).reduce((sum, n) => sum + n, 0)

  it('are accepted but for few, whatever they are about', () => {
    expect(accepted).toBeGreaterThan(2300)
    expect(accepted / (accepted + refused.length + unmeant)).toBeGreaterThan(0.85)
  })

  it('are accepted but for five in a hundred where they are about what the grammar covers', () => {
    const told = refused.map(r => `${r.id}: ${r.sql.replaceAll(/\s+/g, ' ').slice(0, 100)}: found ${r.found}`)
    expect(accepted / (accepted + refused.length), told.join('\n')).toBeGreaterThan(0.95)
  })

  it('are out of scope for a reason that some of them show', () => {
    expect(Object.values(outOfScope).every(n => n > 0)).toBe(true)
    expect(Object.keys(outOfScope).length).toBeGreaterThan(5)
  })
})

describe.skipIf(!hasExamples())('functions that the documentation of Snowflake prints', () => {
  const known = documentedFunctions().filter(f => arities.has(f.name))

  it('take as many arguments as our table says', () => {
    expect(known.length).toBeGreaterThan(20)
    const wrong = known.filter(f => arities.get(f.name)!.least !== f.least || arities.get(f.name)!.most !== f.most)
    expect(wrong.map(f => ({ ...f, ours: [arities.get(f.name)!.least, arities.get(f.name)!.most] }))).toEqual([])
  })
})
