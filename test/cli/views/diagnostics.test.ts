import { describe, expect, it } from 'vitest'
import { diagnostic } from '../../../compiler/base/diagnostic.ts'
import type { Span } from '../../../compiler/base/diagnostic.ts'
import { diagnosticsJson, diagnosticsView } from '../../../cli/views/diagnostics.ts'

const file = 'features/customer.ts'
const source = "export const a = 1\nexport const b = sum(deliveries.c.revenu_usd).over('30d')\n\texport const c = 3\n"
const read = (name: string): string | null => (name === file ? source : null)

function spanOf(text: string, inFile = file): Span {
  const start = source.indexOf(text)
  const before = source.slice(0, start).split('\n')
  return { file: inFile, start, end: start + text.length, line: before.length, column: before.at(-1)!.length + 1 }
}

describe('diagnosticsView', () => {
  it('shows each mistake with its frame, its hint and the counts, sorted by place', () => {
    const found = [
      diagnostic('F700', { command: 'plam', near: 'plan' }),
      diagnostic('F711', { address: 'view.b', near: null }, { address: 'view.b' }),
      diagnostic('F700', { command: 'c', near: null }, { span: spanOf('c = 3') }),
      diagnostic('F709', { feature: 'revenu_usd', near: 'revenue_usd', candidates: [] }, { span: spanOf('revenu_usd') }),
      diagnostic('F714', { count: 2 }, { span: spanOf('a = 1', 'gone.ts') }),
    ]
    expect(diagnosticsView(found, { color: false, read })).toMatchInlineSnapshot(`
      "error[F709]: there is no feature 'revenu_usd'
        --> features/customer.ts:2:35
        1 | export const a = 1
        2 | export const b = sum(deliveries.c.revenu_usd).over('30d')
          |                                   ^^^^^^^^^^
        hint: did you mean 'revenue_usd'?

      error[F700]: there is no command 'c'
        --> features/customer.ts:3:15
        2 | export const b = sum(deliveries.c.revenu_usd).over('30d')
        3 | 	export const c = 3
          | 	             ^^^^^
        hint: feat --help lists the commands

      error[F714]: the plan cannot be applied: 2 changes are blocked
        --> gone.ts:1:14
        hint: each is listed in the plan with its reason

      error[F700]: there is no command 'plam'
        hint: did you mean 'plan'?

      error[F711]: state holds no 'view.b'
        --> view.b
        hint: feat state list shows what it holds

      5 errors
      "
    `)
    expect(diagnosticsJson(found).map(d => d.span?.line ?? null)).toEqual([2, 3, 1, null, null])
  })

  it('shows nothing for none', () => {
    expect(diagnosticsView([], { color: true, read })).toBe('')
  })
})
