import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codes } from '../compiler/base/codes.ts'
import type { CodeEntry } from '../compiler/base/codes/entry.ts'
import { diagnosticsMarkdown } from '../compiler/docs/diagnostics.ts'
import { filesBelow, repository } from './source-files.ts'

const table = Object.entries(codes as unknown as Readonly<Record<string, CodeEntry<never>>>)

it('documents every code in docs/diagnostics.md', async () => {
  const text = diagnosticsMarkdown()
  for (const [code] of table) expect(text).toContain(`### ${code}\n`)
  await expect(text).toMatchFileSnapshot('../docs/diagnostics.md')
})

it('has a test for every code: its title names it, or a row of a table begins with it', () => {
  const tests = filesBelow('test')
    .filter(f => f.endsWith('.test.ts'))
    .map(f => readFileSync(`${repository}${f}`, 'utf8'))
    .join('\n')
  const titles = Array.from(tests.matchAll(/\bit(?:\.each\([^\n]*\))?\((['"`])(.*?)\1,/g), m => m[2]!)
  const rows = Array.from(tests.matchAll(/['"`](F\d{3})\b/g), m => m[1]!)
  const named = new Set([...rows, ...titles.flatMap(t => t.match(/\bF\d{3}\b/g) ?? [])])
  expect(table.map(([code]) => code).filter(code => !named.has(code))).toEqual([])
})

it('explains every code in whole sentences', () => {
  expect(table.length).toBeGreaterThan(50)
  for (const [code, entry] of table) {
    expect(code).toMatch(/^F[1-7]\d\d$/)
    expect(entry.explain, code).toMatch(/^[^a-z].{20,}[.)`]$/s)
  }
})
