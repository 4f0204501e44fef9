import { expect, it, vi } from 'vitest'
import { lookupRow, openLookup } from '../../../registry/serve/lookup.ts'
import { readFeature } from '../../../registry/show.ts'
import { count, entity, events, featureView, float, integer, last, serving, sum, timestamp, varchar } from '../../../compiler/dsl/index.ts'
import { onEachEngine, sessionOn } from '../../support/engines.ts'
import { applied, materialized } from '../../support/warehouse.ts'

vi.setConfig({ testTimeout: 60_000 })

const place = entity('place', { keys: { city: varchar(), house: integer() } })
const visits = events('raw.visits', {
  entities: [place],
  columns: { city: varchar(), house: integer(), at: timestamp(), weight: float().nullable(), guest: varchar() },
  eventTime: 'at',
  tieBreak: ['guest'],
  defines: [place],
})
const paceOf = featureView(
  'pace',
  { entity: place },
  { visits_7d: count(visits).over('7d'), weight_7d: sum(visits.c.weight).over('7d'), guest: last(visits.c.guest).over('30d') },
)
const online = serving('online', {
  entity: place,
  features: [paceOf],
  freshness: '5m',
  computed: () => ({ per_visit: paceOf.f.weight_7d.div(paceOf.f.visits_7d) }),
})
const project = [place, visits, paceOf, online]
const raw = [
  'CREATE SCHEMA raw',
  `CREATE TABLE raw.visits AS SELECT 'c' || (i % 5) AS city, (i % 3)::BIGINT AS house, TIMESTAMP '2026-01-01 00:30:00' + to_hours((5 * i)::INT) AS at,
    CASE WHEN i % 5 = 2 THEN NULL ELSE i::DOUBLE / 4 END AS weight, 'g' || (i % 4) AS guest FROM range(60) AS t(i)`,
]

const wrongKeys: readonly (readonly [unknown, string])[] = [
  [{}, 'nothing'],
  [{ City: 'c1', house: 1 }, 'City, house'],
  [{ city: 'c1' }, 'city'],
  [{ city: 'c1', house: 1, flat: 2 }, 'city, house, flat'],
  [{ city: 'c1', house: undefined }, 'city, house: nothing (undefined)'],
  [{ city: 'c1', house: { n: 1 } }, 'city, house: an object'],
  ['c1', "the text 'c1'"],
  [['c1', 1], 'a list'],
  [null, 'null'],
  [undefined, 'nothing (undefined)'],
]

onEachEngine('lookup by key', engine => {
  it('F681 F683 gives what the serving shows, and again after the next run', async () => {
    await engine.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, project, { now: '2026-01-09T06:00:00Z' })
      await applied(session)
      await materialized(session)
      const rows = await driver.query(engine.duckdb ? 'SELECT * FROM main.online' : 'SELECT * FROM "EMULATED"."MAIN"."ONLINE"')
      const lookup = await openLookup(work => work(session), 'online')
      expect(lookup.size()).toBe(15)
      expect(rows).toHaveLength(15)
      for (const row of rows) {
        expect(lookup.get({ city: row['city']!, house: row['house']! })).toEqual(row)
        expect(await lookupRow(session, 'serving.online', { city: String(row['city']), house: String(row['house']) })).toEqual(row)
      }
      expect(rows.some(r => r['weight_7d'] === null)).toBe(true)
      expect(lookup.get({ city: 'c1', house: 77 })).toBeNull()
      expect(await lookupRow(session, 'online', { city: 'c1', house: '77' })).toBeNull()
      await expect(lookupRow(session, 'online', { city: 'c1' })).rejects.toThrow("serving 'online' is looked up by city, house, not by city")

      for (const [wrong, found] of wrongKeys) {
        const get = (): unknown => lookup.get(wrong as Readonly<Record<string, string>>)
        expect(get).toThrow(`F681: serving 'online' is looked up by city, house, not by ${found}`)
      }

      const far = lookupRow(session, 'online', { city: 'c1', house: 'far' })
      await expect(far).rejects.toThrow("F683: serving 'online' is looked up by 'house', integer, and 'far' is none")
      const visits7d = session.compiled.catalog.features['feature.place.visits_7d']!
      const shown = readFeature(session, visits7d, { city: 'c1', house: 'far' }, null)
      await expect(shown).rejects.toThrow("F683: feature.place.visits_7d is looked up by 'house', integer, and 'far' is none")

      expect(await lookup.refresh()).toBe(false)
      const next = sessionOn(driver, project, { now: '2026-01-11T06:00:00Z' })
      await materialized(next)
      const before = lookup.get({ city: 'c0', house: 0 })
      expect(await lookup.refresh()).toBe(true)
      expect(lookup.get({ city: 'c0', house: 0 })).not.toEqual(before)
      expect(lookup.get({ city: 'c0', house: 0 })!['feature_time']).toBe('2026-01-11T00:00:00Z')
    })
  })
})
