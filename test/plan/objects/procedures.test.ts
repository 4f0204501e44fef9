import { describe, expect, it } from 'vitest'
import { objectsOf } from '../../../compiler/emit/index.ts'
import type { Plan } from '../../../compiler/ir/plan.ts'
import { goldenCase, placedIn } from '../../support/golden-cases.ts'
import { plannedOn, thereAfter } from '../../support/snowflake-plan.ts'

const written = (made: Plan): readonly string[] => made.steps.filter(s => s.title.startsWith('write procedure')).map(s => `${s.phase} ${s.cause}`)

describe('procedures on Snowflake', () => {
  it('one fills each storage, written before anything calls it', async () => {
    const { compiled } = await goldenCase('store')
    const placed = placedIn(compiled, 'prod', null)
    const made = plannedOn(compiled, placed)
    const storages = made.steps.flatMap(s => (s.effect?.kind === 'storage' ? [s.effect.storage] : []))
    expect(written(made)).toEqual(
      storages.map(s => `expand procedure.${s.of}/${s.generation.slice(-8)}`).toSorted((a, b) => written(made).indexOf(a) - written(made).indexOf(b)),
    )
    expect(storages.length).toBeGreaterThan(5)
  })

  it('there are none on DuckDB', async () => {
    const { compiled } = await goldenCase('store')
    expect(objectsOf('duckdb')).toBeNull()
    expect(written(plannedOn(compiled, placedIn(compiled, 'local', null)))).toEqual([])
  })

  it('stay as they are while what they say stays: a second plan has nothing to do', async () => {
    const { compiled } = await goldenCase('store')
    const placed = placedIn(compiled, 'prod', null)
    const there = thereAfter(plannedOn(compiled, placed), placed)
    const again = plannedOn(compiled, placed, there)
    expect(again.changes.filter(c => c.address.startsWith('procedure.'))).toEqual([])
    expect(written(again)).toEqual([])
  })

  it('are written again where a source is somewhere else', async () => {
    const { compiled } = await goldenCase('store')
    const placed = placedIn(compiled, 'prod', null)
    const there = thereAfter(plannedOn(compiled, placed), placed)
    const sources = { 'source.raw.trips': { kind: 'relation', name: { catalog: 'shop', schema: 'other', name: 'trips' } } } as const
    const moved = plannedOn(compiled, { ...placed, placement: { ...placed.placement, sources } }, there)
    expect(written(moved).length).toBeGreaterThan(3)
    expect(moved.steps.filter(s => !s.cause.startsWith('procedure.'))).toEqual([])
    expect(moved.steps[0]!.sql[0]).toContain('"OTHER"."TRIPS"')
  })

  it('fills are calls of them, as a step of its own that is no transaction of the run', async () => {
    const { compiled, earlier } = await goldenCase('changed-feature')
    const before = placedIn(earlier!, 'prod', null)
    const made = plannedOn(compiled, placedIn(compiled, 'prod', null), thereAfter(plannedOn(earlier!, before), before))
    const fills = made.steps.filter(s => s.phase === 'fill')
    expect(fills.length).toBeGreaterThan(2)
    expect(
      fills.every(f => f.sql.length === 1 && /^CALL "SHOP"\."FEAT_STORAGE"\."FILL_\w+"\(/.test(f.sql[0]!) && !f.transaction && f.fill?.byProcedure === true),
    ).toBe(true)
    const names = made.steps.flatMap(s => (s.phase === 'expand' ? s.sql.flatMap(q => /PROCEDURE ("SHOP"\S+)/.exec(q)?.[1] ?? []) : []))
    expect(fills.filter(f => !names.some(n => f.sql[0]!.includes(n)))).toEqual([])
  })

  it('a table that is built aside is filled there, and under its public name from then on', async () => {
    const { compiled, earlier } = await goldenCase('changed-feature')
    const before = placedIn(earlier!, 'prod', null)
    const made = plannedOn(compiled, placedIn(compiled, 'prod', null), thereAfter(plannedOn(earlier!, before), before))
    const store = made.steps.filter(s => s.cause.startsWith('procedure.store.') && s.title.startsWith('write'))
    expect(store.map(s => s.phase)).toEqual(['expand', 'publish'])
    expect(store[0]!.sql[0]).toContain('INSERT INTO "SHOP"."ML"."TBL_FEATURES__G')
    expect(store[0]!.effect).toBeNull()
    expect(store[1]!.sql[0]).toContain('INSERT INTO "SHOP"."ML"."TBL_FEATURES" (')
    expect(store[1]!.effect?.kind).toBe('record')
  })

  it('are dropped with what they fill', async () => {
    const { compiled } = await goldenCase('count-and-sum')
    const placed = placedIn(compiled, 'prod', null)
    const gone = plannedOn(compiled, { ...placed, resources: [] }, thereAfter(plannedOn(compiled, placed), placed))
    const drops = gone.steps.filter(s => s.cause.startsWith('procedure.'))
    expect(drops.length).toBeGreaterThan(1)
    expect(drops.every(s => s.phase === 'contract' && s.sql[0]!.startsWith('DROP PROCEDURE IF EXISTS') && s.effect?.kind === 'forget')).toBe(true)
  })

  it('parameters stand in no GROUP BY, where the engine takes two of the same for different ones', async () => {
    for (const name of ['store', 'all-aggregates', 'lifetime', 'known-time', 'hourly-cadence', 'snapshot', 'serving']) {
      const { compiled } = await goldenCase(name)
      const texts = plannedOn(compiled, placedIn(compiled, 'prod', null)).steps.flatMap(s => s.sql.filter(q => q.includes('PROCEDURE')))
      expect(texts.length).toBeGreaterThan(0)
      for (const line of texts.flatMap(t => t.split('\n'))) expect(/GROUP BY.*:(FROM|TO|NOW)_/.test(line)).toBe(false)
    }
  })

  it('a body with dollar signs is quoted', () => {
    const name = { catalog: null, schema: 's', name: 'p' }
    const text = { body: "BEGIN\nRETURN '$$';\nEND;", comment: 'c' }
    const [sql] = objectsOf('snowflake')!.createProcedure({ kind: 'procedure', name, parameters: [], text: 'x' as never }, text)
    expect(sql).toMatch(/AS\n'BEGIN\nRETURN ''\$\$'';\nEND;'$/)
  })
})
