import { describe, expect, it } from 'vitest'
import { recognizer } from './match.ts'
import type { Rule } from './notation.ts'
import { grammarOf } from './notation.ts'
import { rules } from './snowflake/index.ts'
import { terminals } from './snowflake/terminals.ts'

const known = new Set(Object.keys(terminals))

function refusal(source: string, sql: string): string | null {
  const found = recognizer(grammarOf([source], known), terminals, 'start')(sql, null)
  return found === null ? null : `${found.at}: ${found.expected.join(', ')}`
}

describe('rules', () => {
  it.each([
    ['start: A [B] C', ['A B C', 'A C'], ['A B', 'B C', 'A B B C', 'A C C']],
    ['start: (A | B C)+', ['A', 'B C A A'], ['', 'B', 'A C']],
    ['start: integer ...', ['1', '1, 2, 3'], ['', '1,', '1 2']],
    ["start: '(' text* ')'", ['()', "('a' 'b')"], ['(', "('a'"]],
    ['start: { A & B & C } D', ['A D', 'C A D', 'B C A D'], ['D', 'A A D', 'A B C A D']],
    ['start: !A identifier', ['b', '"A"'], ['A']],
    ['start: AS $inner\ninner: A (B | C)', ['AS $$ A B $$', "AS 'A C'"], ['AS $$ A $$', 'AS $$ A B B $$', 'AS A B']],
    ['start: part B\npart: A\n  [C]', ['A B', 'A C B'], ['A', 'C B']],
  ])('%s', (source, accepted, refused) => {
    expect(accepted.filter(sql => refusal(source, sql) !== null)).toEqual([])
    expect(refused.filter(sql => refusal(source, sql) === null)).toEqual([])
  })

  it('say the furthest place, and a whole by its label where nothing of it fits', () => {
    expect(refusal('start: A B | A C D', 'A C E')).toBe('4: D')
    expect(refusal('start: A B | A C D', 'A E')).toBe('2: B, C')
    expect(refusal('start: A thing\nthing "a thing": B | C D', 'A E')).toBe('2: a thing')
    expect(refusal('start: A thing\nthing "a thing": B | C D', 'A C E')).toBe('4: D')
  })

  it.each([
    ['start: A\nstart: B', "rule 'start' is defined twice"],
    ['text: A', "rule 'text' is defined twice"],
    ['start: nothing', "rule 'start' names 'nothing', which there is not"],
    ['start: [A', "rule 'start': ']' is missing before 'the end'"],
    ['start: A ) B', "rule 'start': ')' is too much"],
    ['start: A | | B', "rule 'start': nothing before '|'"],
    ['start: A # B', "rule 'start': cannot read '# B'"],
  ])('are refused: %s', (source, message) => {
    expect(() => grammarOf([source], known)).toThrow(message)
  })
})

/** The words and signs with which a rule begins for certain, and whether anything else must follow. */
function beginning(rule: Rule): { readonly words: readonly string[]; readonly ends: boolean } {
  if (rule.kind === 'word' || rule.kind === 'sign') return { words: [rule.text], ends: true }
  if (rule.kind === 'optional' || rule.kind === 'star') return { words: [], ends: true }
  if (rule.kind !== 'seq') return { words: [], ends: false }
  const words: string[] = []
  for (const part of rule.of) {
    const next = beginning(part)
    if (part.kind !== 'optional' && part.kind !== 'star') words.push(...next.words)
    if (!next.ends || part.kind === 'optional' || part.kind === 'star')
      return { words, ends: rule.of.slice(rule.of.indexOf(part)).every(p => p.kind === 'optional' || p.kind === 'star') }
  }
  return { words, ends: true }
}

function choicesIn(rule: Rule): readonly (readonly Rule[])[] {
  if ('text' in rule) return []
  const inner = Array.isArray(rule.of) ? rule.of : [rule.of]
  return [...(rule.kind === 'choice' ? [rule.of] : []), ...inner.flatMap(choicesIn)]
}

describe('the grammar of Snowflake', () => {
  it('has no alternative that an earlier one hides: the first that fits is taken', () => {
    const hidden = [...rules].flatMap(([name, { rule }]) =>
      choicesIn(rule).flatMap(all =>
        all.flatMap((later, j) => {
          const { words } = beginning(later)
          const earlier = all.slice(0, j).find(e => {
            const before = beginning(e)
            return before.ends && before.words.length > 0 && before.words.length < words.length && before.words.every((w, i) => w === words[i])
          })
          return earlier === undefined ? [] : [`${name}: ${words.join(' ')}`]
        }),
      ),
    )
    expect(hidden).toEqual([])
  })

  it('uses every rule', () => {
    const used = new Set([...rules.values()].flatMap(({ rule }) => [...JSON.stringify(rule).matchAll(/"kind":"ref","text":"([^"]+)"/g)].map(m => m[1]!)))
    expect([...rules.keys(), ...known].filter(name => name !== 'statement' && !used.has(name))).toEqual([])
  })
})
