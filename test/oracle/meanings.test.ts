import { describe, expect, it } from 'vitest'
import { difference } from './equal.ts'
import { meanings, meaningsInput } from './meanings.ts'
import { oracleRows } from './oracle.ts'
import { microsOf } from './value.ts'

describe('the table of meanings, by the oracle', () => {
  const rows = oracleRows(meaningsInput(meanings), microsOf('2026-01-01'), microsOf('2026-02-05'))

  it('names each row once', () => {
    expect(new Set(meanings.map(m => m.name)).size).toBe(meanings.length)
    expect(meanings.length).toBeGreaterThan(60)
  })

  it.each(meanings)('$name at $at', ({ name, at, expected, known }) => {
    const found = rows[known === 'corrected' ? 'meanings_corrected' : 'meanings']!.find(r => r.point === microsOf(at))
    expect(found).toBeDefined()
    expect(difference(expected, found!.values[name] ?? null)).toBeNull()
  })
})
