import { expect, it } from 'vitest'
import { semanticsMarkdown } from '../../docs/make/semantics.ts'

it('docs/semantics.md is current: npm run docs', async () => {
  const markdown = semanticsMarkdown()
  expect(markdown).not.toMatch(/undefined|\[object/)
  await expect(markdown).toMatchFileSnapshot('../../docs/semantics.md')
})
