import { expect, it } from 'vitest'
import { count, dataset, entity, events, featureView, integer, sum, timestamp, varchar } from '../../compiler/dsl/index.ts'
import { buildDataset } from '../../registry/dataset/build.ts'
import type { Row } from '../../registry/driver/driver.ts'
import { onEachEngine, rowsIn, sessionOn } from '../support/engines.ts'
import { applied, materialized } from '../support/warehouse.ts'

// Bugs that others have or had in training sets, as cases of ours.

const pair = entity('pair', { keys: { a: varchar(), b: varchar() } })
const columns = { a: varchar().nullable(), b: varchar().nullable(), n: integer(), at_time: timestamp(), created_at: timestamp() }
const facts = events('raw.facts', { entities: [pair], columns, eventTime: 'at_time', knownTime: 'created_at', lateness: '5d' })
const asked = events('raw.asked', { entities: [pair], columns, eventTime: 'at_time', knownTime: 'created_at' })
const view = featureView('of_pair', { entity: pair, settle: '0s' }, { facts_ever: count(facts).over('lifetime'), total_2d: sum(facts.c.n).over('2d') })
const common = {
  spine: asked,
  label: asked.c.n,
  features: [view],
  keep: ['n'],
  split: { train: '2026-02-01', validation: '2026-03-01' },
  accept: { F457: 'no windows' },
} as const
const newest = dataset('newest', common)
const fresh = dataset('fresh', { ...common, ttl: '12h' })
const exactly = dataset('exactly', { ...common, accuracy: 'exact' })

const row = (a: string, b: string, n: number, at: string, created = at): string =>
  `(${a}, ${b}, ${n}::BIGINT, TIMESTAMP '2026-01-${at}', TIMESTAMP '2026-01-${created}')`
const table = (name: string, ...rows: readonly string[]): string =>
  `CREATE TABLE raw.${name} AS SELECT * FROM (VALUES ${rows.join(', ')}) AS t(a, b, n, at_time, created_at)`
const data = [
  'CREATE SCHEMA raw',
  table(
    'facts',
    row("'1'", "'11'", 5, '02 03:00:00'),
    row("'11'", "'1'", 7, '02 03:00:00'),
    row("'1|'", "'1'", 9, '02 03:00:00'),
    // happened before the label, created after it
    row("'1'", "'11'", 100, '04 03:00:00', '05 13:00:00'),
    // at the very moment of a label
    row("'11'", "'1'", 1000, '05 12:00:00', '05 12:00:00'),
    row('NULL', "'1'", 3, '02 03:00:00'),
  ),
  table(
    'asked',
    ...[
      ["'1'", "'11'"],
      ["'11'", "'1'"],
      ["'1|'", "'1'"],
      ["'1'", "'|1'"],
      ['NULL', "'1'"],
      ["'1'", 'NULL'],
      ["'none'", "'none'"],
    ].map(([a, b], i) => row(a!, b!, i + 1, '05 12:00:00')),
    // the same row three times, and another label of the same keys and moment
    ...[8, 8, 8, 9].map(n => row("'1'", "'11'", n, '03 12:00:00')),
    row("'1'", "'11'", 10, '05 18:00:00'),
  ),
]

onEachEngine('what others got wrong in training sets', engine => {
  it('keeps each row of the spine once, with the values that were there at its time', async () => {
    await engine.inWarehouse(data, async driver => {
      const session = sessionOn(driver, [pair, facts, asked, view, newest, fresh, exactly], { now: '2026-01-08T06:00:00Z' })
      await applied(session)
      await materialized(session)
      const built = async (name: string): Promise<Readonly<Record<string, string>>> => {
        await buildDataset(session, { dataset: name, from: null, to: null, known: null, out: null, force: false, partial: true })
        const rows = await rowsIn(driver, `main.${name}`)
        expect(rows, name).toHaveLength(12)
        return Object.fromEntries(rows.map((r): [string, string] => [String(r['n']), values(r)]))
      }
      const values = (r: Row): string => `${r['facts_ever']} ${r['total_2d']}`
      // feast joined 1 and 11 to 1 and 11 exchanged, lost rows of one key and moment or made more of them, and NULL keys met nothing or each other;
      // rows that were created after the label were known before it.
      const expected = { 1: '1 null', 2: '1 null', 3: '1 null', 4: '0 null', 5: '0 null', 6: '0 null', 7: '0 null', 8: '1 5', 9: '1 5', 10: '1 null' }
      expect(await built('newest')).toEqual(expected)
      // half a day at most: the midnight before is older at 18:00
      expect(await built('fresh')).toEqual({ ...expected, 10: 'null null' })
      // what was created at 13:00 is there at 18:00; a row of the very moment of a label is not there
      expect(await built('exactly')).toEqual({ ...expected, 8: '1 5', 9: '1 5', 10: '2 100' })
    })
  })
})
