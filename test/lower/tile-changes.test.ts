import { describe, expect, it } from 'vitest'
import { printQuery } from '../../compiler/emit/index.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import { changedFirsts, changedTiles } from '../../compiler/lower/tile-changes.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import { match } from '../../compiler/plan/match.ts'
import { place } from '../../compiler/place/index.ts'
import { shop } from '../e2e/shop.ts'
import { accountConfig } from '../support/snowflake-shop.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { compiledOf, valueOf } from '../support/warehouse.ts'

describe('what changed in tiles', () => {
  it('is asked in the grammar of Snowflake, of each kind of tiles, and one state by the other', () => {
    const { lowered, catalog } = compiledOf(shop, { config: accountConfig })
    const placed = valueOf(place(lowered.desired, catalog, { target: 'account', environment: null, values: {}, root: '/' }))
    const { bindings } = match(lowered, placed, null, { schemas: [], objects: [] })
    const bounds = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', now: '2026-02-01T06:00:00Z' }
    const kinds = new Set<string>()
    const statements = [...lowered.tiles.values()].flatMap(({ table, states }) => {
      kinds.add(table.content.kind)
      const stored: Relation = { kind: 'scan', of: table.address, columns: [...table.on, 'event_tile', 'known_tile', ...states.map(s => s.name)] }
      const asked = [changedTiles(table, states, stored), changedFirsts(table, states, stored, stored)]
      return asked.map(relation => printQuery(bindRelation(relation, bindings), 'snowflake', bounds))
    })
    expect([...kinds].toSorted()).toEqual(['multiset', 'states'])
    expect(statements.length).toBeGreaterThan(4)
    checkSnowflake(statements)
    // Sums of floats are the same within a tolerance, all else to the bit.
    expect(statements.some(s => s.includes('1e-09') || s.includes('1e-9'))).toBe(true)
  })
})
