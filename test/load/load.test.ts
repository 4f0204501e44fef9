import { describe, expect, it } from 'vitest'
import { project } from './project.ts'
import { config, load } from './stand-in.ts'

const entities = `import { entity } from 'featplan'
/** A company that ships with us. */
export const customer = entity('customer', { keys: { customer_id: 'varchar' } })
`

describe('loading', () => {
  it('returns what the modules under features/ export, with the config', async () => {
    const root = project({
      'features.config.ts': config,
      'features/entities.ts': entities,
      'features/deep/er.ts': "import { entity } from 'featplan'\nexport default entity('x', { keys: {} })\n",
    })
    const { value, diagnostics } = await load(root)
    expect(diagnostics).toEqual([])
    expect(value?.config.project).toBe('p')
    expect(value?.configSpan).toEqual({ file: 'features.config.ts', start: 61, end: 171, line: 2, column: 14 })
    expect(value?.definitions.map(d => [d.address, d.span?.file, d.span?.line, d.span?.column, d.description])).toEqual([
      ['entity.x', 'features/deep/er.ts', 2, 1, null],
      ['entity.customer', 'features/entities.ts', 3, 14, 'A company that ships with us.'],
    ])
  })
})
