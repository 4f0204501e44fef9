import { describe, expect, it } from 'vitest'
import { createTable, createView, objectsOf } from '../../compiler/emit/index.ts'
import type { Physical } from '../../compiler/ir/physical.ts'
import { decimal, text } from '../../compiler/ir/type.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { beginningsOf } from './beginnings.ts'

const name = { catalog: 'd', schema: 's', name: 't' }

/** Kept in every way that can be said. */
const full: Physical = {
  clusterBy: ['a', 'b'],
  retentionDays: 7,
  transient: true,
  tags: { 'gov.tags.cost': "it's", 'gov.tags.team': 'ml' },
  columns: { a: { masking: 'gov.policies.mask', tags: { 'gov.tags.pii': 'name' } } },
  rowAccess: { policy: 'gov.policies.rows', on: ['a', 'b'] },
}
const other: Physical = {
  ...full,
  clusterBy: ['b'],
  retentionDays: 1,
  tags: { 'gov.tags.cost': 'other' },
  columns: { a: { masking: 'gov.policies.other' }, b: { tags: { 'gov.tags.pii': 'x' } } },
  rowAccess: { policy: 'gov.policies.other', on: ['b'] },
}

describe('how tables and views are kept', () => {
  it.each([
    ['transient', full],
    ['permanent', { ...full, transient: false }],
    ['as it comes', {}],
  ])('is Snowflake SQL when they are created: %s', (_, physical) => {
    const columns = [
      { name: 'a', type: text, nullable: false, comment: 'the a' },
      { name: 'b', type: decimal(10, 2), nullable: true, comment: null },
    ]
    checkSnowflake([
      ...createTable({ name, columns, comment: 'c', clusterBy: [...(physical.clusterBy ?? [])], ifNotExists: true, physical }, 'snowflake'),
      ...createView({ name, columns, comment: 'c', query: 'SELECT 1 AS "A", 2 AS "B"', physical }, 'snowflake'),
    ])
  })

  it('is Snowflake SQL when it changes, whichever way', () => {
    const states = [{}, full, other]
    const changes = states.flatMap(from => states.flatMap(to => objectsOf('snowflake')!.alterTable(name, from, to)))
    expect(new Set(changes).size).toBeGreaterThan(20)
    expect(beginningsOf(changes)).toEqual(['ALTER TABLE'])
    checkSnowflake(changes)
  })
})
