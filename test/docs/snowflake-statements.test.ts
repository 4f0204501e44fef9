import { expect, it } from 'vitest'
import { snowflakeStatementsMarkdown } from '../../docs/make/snowflake-statements.ts'

it('docs/snowflake-statements.md is current: npm run docs', async () => {
  const markdown = snowflakeStatementsMarkdown()
  expect(markdown).not.toMatch(/undefined|\[object/)
  await expect(markdown).toMatchFileSnapshot('../../docs/snowflake-statements.md')
})
