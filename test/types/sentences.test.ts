import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { typeCheck } from './type-check.ts'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const wrong = read('./wrong.test-d.ts')
const marker = '// @ts-expect-error '

/** The wrong uses with the line of the use and what the compiler has to say about it. */
const uses = wrong.split('\n').flatMap((line, i, lines) => {
  const at = line.indexOf(marker)
  return at < 0 ? [] : [{ title: /it\('(.*)',/.exec(lines[i - 1]!)![1]!, line: i + 2, sentence: line.slice(at + marker.length) }]
})

describe('what the compiler says about wrong uses', () => {
  const said = typeCheck({ 'wrong.ts': wrong.replaceAll(marker, '// has to say: '), 'declarations.ts': read('./declarations.ts') })

  it('finds many', () => {
    expect(uses.length).toBeGreaterThanOrEqual(49)
  })
  it.each(uses)('$title', ({ line, sentence }) => {
    expect(said.get(`wrong.ts:${line}`) ?? 'nothing').toContain(sentence)
  })
  it('has nothing else to say', () => {
    const expected = uses.map(u => `wrong.ts:${u.line}`)
    expect([...said.keys()].filter(at => !expected.includes(at))).toEqual([])
  })
})
