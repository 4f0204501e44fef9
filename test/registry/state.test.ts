import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StateEffect } from '../../compiler/ir/plan.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import type { StateAccess } from '../../registry/state/access.ts'
import { accessState } from '../../registry/state/access.ts'
import { ensureState } from '../../registry/state/ensure.ts'
import { readState } from '../../registry/state/read.ts'
import { instantOf, instantText } from '../../registry/state/tables.ts'
import { coverStatements, effectWrites, inOrder } from '../../registry/state/write.ts'
import { codesOf } from '../support/errors.ts'
import { localPlacement } from '../support/placement.ts'
import { recordOf, storageOf } from '../support/steps.ts'

const placement = localPlacement()
const now = new Date('2026-03-01T00:00:00Z')
let driver: Driver
let access: StateAccess
beforeEach(async () => {
  driver = await openDuckdb({ path: ':memory:' })
  access = accessState(driver, placement, () => now)
})
afterEach(() => driver.close())

async function write(...effects: readonly StateEffect[]): Promise<void> {
  const writing = { environment: 'main', plan: 'p1', keepUntil: '2026-03-08T00:00:00Z' }
  await driver.transaction(effects.flatMap(e => inOrder(effectWrites(access.sql, [e], writing))))
}

/** A record without what a later version added to it. */
function older(): string {
  const { promises: _later, ...applied } = recordOf('view.a', 1).applied
  return JSON.stringify({ ...recordOf('view.a', 1), applied }).replaceAll("'", "''")
}

describe('a state', () => {
  it('is not there before the first apply', async () => {
    expect(await readState(driver, placement)).toBeNull()
  })

  it('has an id of its own, and is created once', async () => {
    const first = await ensureState(access, 'logistics')
    const second = await ensureState(access, 'logistics')
    expect(second).toEqual(first)
    expect(first).toMatchObject({ project: 'logistics', format: 5, serial: 0 })
    const other = await openDuckdb({ path: ':memory:' })
    expect(
      (
        await ensureState(
          accessState(other, placement, () => now),
          'logistics',
        )
      ).id,
    ).not.toBe(first.id)
    other.close()
  })

  it('F620 is refused where a newer version wrote it', async () => {
    await ensureState(access, 'logistics')
    await driver.execute('UPDATE feat.meta SET format = 99')
    expect(await codesOf(readState(driver, placement))).toEqual(['F620'])
    expect(await codesOf(ensureState(access, 'logistics'))).toEqual(['F620'])
  })

  it.each([
    ['a head without an id', 'UPDATE feat.meta SET id = NULL'],
    ['a record that is no JSON', "INSERT INTO feat.records VALUES ('main', 'view.a', 'oops')"],
    ['a record of another address', "INSERT INTO feat.records VALUES ('main', 'view.a', '{\"address\": \"view.b\"}')"],
    ['a storage without columns', "INSERT INTO feat.storages VALUES ('s.t', 'main', 'p', '{}')"],
    ['an interval without an end', "INSERT INTO feat.coverage VALUES ('s.t', '2026-01-01T00:00:00.000000Z', NULL, NULL)"],
    ['a record of an older shape', `INSERT INTO feat.records VALUES ('main', 'view.a', '${older()}')`],
  ])('F621 cannot be read: %s', async (_title, damage) => {
    await ensureState(access, 'logistics')
    await driver.execute(damage)
    expect(await codesOf(readState(driver, placement))).toEqual(['F621'])
  })

  it('F624 of another project is refused', async () => {
    await ensureState(access, 'logistics')
    expect(await codesOf(ensureState(access, 'retail'))).toEqual(['F624'])
  })
})

describe('effects', () => {
  beforeEach(async () => {
    await ensureState(access, 'logistics')
  })

  it('come back as they were written', async () => {
    const storage = storageOf("it's__g1", ['a', 'b'])
    const record = { ...recordOf('view.demo', 2, [storage]), tool: 'back\\slash and "quotes" and \'quotes\'\nand lines' }
    await write({ kind: 'storage', storage }, { kind: 'record', record, replaces: null }, { kind: 'start', view: 'view.demo', at: '2024-01-01T00:00:00Z' })
    expect(await readState(driver, placement)).toMatchObject({
      records: [{ ...record, plan: 'p1' }],
      storages: [{ storage, owner: 'main', createdBy: 'p1' }],
      coverage: [],
      retired: [],
      starts: { 'view.demo': '2024-01-01T00:00:00Z' },
    })
  })

  it('may be written twice', async () => {
    const storage = storageOf('demo__g1')
    const effects: readonly StateEffect[] = [
      { kind: 'storage', storage },
      { kind: 'record', record: recordOf('view.demo', 1, [storage]), replaces: null },
      { kind: 'start', view: 'view.demo', at: '2024-01-01T00:00:00Z' },
      { kind: 'retire', storage: storage.generation },
    ]
    await write(...effects)
    const once = await readState(driver, placement)
    await write(...effects)
    expect(await readState(driver, placement)).toEqual(once)
  })

  it('move a record to its new address', async () => {
    await write({ kind: 'record', record: recordOf('view.before', 1), replaces: null })
    await write({ kind: 'record', record: recordOf('view.after', 1), replaces: 'view.before' })
    expect((await readState(driver, placement))!.records.map(r => r.address)).toEqual(['view.after'])
    await write({ kind: 'forget', address: 'view.after' })
    expect((await readState(driver, placement))!.records).toEqual([])
  })

  it('leave the records of other environments alone', async () => {
    const theirs = { ...recordOf('view.demo', 1), environment: 'pr_7' }
    await write({ kind: 'record', record: theirs, replaces: null }, { kind: 'record', record: recordOf('view.demo', 1), replaces: null })
    await write({ kind: 'forget', address: 'view.demo' })
    expect((await readState(driver, placement))!.records).toEqual([{ ...theirs, plan: 'p1' }])
  })

  it('retire a storage, take it back with a record that names it, and forget it once dropped', async () => {
    const storage = storageOf('demo__g1')
    const name = 'feat_storage.demo__g1'
    await write({ kind: 'storage', storage }, { kind: 'retire', storage: name })
    expect(await readState(driver, placement)).toMatchObject({ storages: [{ storage }], retired: [{ name: storage.name, dropAfter: '2026-03-08T00:00:00Z' }] })
    await write({ kind: 'record', record: recordOf('view.demo', 1, [storage]), replaces: null })
    expect((await readState(driver, placement))!.retired).toEqual([])
    for (const covered of [name, `${name}#vehicle`, `${name}2#vehicle`]) {
      await driver.transaction(
        coverStatements(access.sql, { storage: covered, from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z', knownTo: '2026-01-03T00:00:00Z' }),
      )
    }
    await write({ kind: 'retire', storage: name }, { kind: 'dropped', storage: name })
    expect(await readState(driver, placement)).toMatchObject({ storages: [], retired: [], coverage: [{ storage: `${name}2#vehicle` }] })
  })
})

describe('coverage', () => {
  beforeEach(async () => {
    await ensureState(access, 'logistics')
  })
  const day = (d: number): string => `2026-01-${String(d).padStart(2, '0')}T00:00:00Z`
  const cover = async (from: number, to: number, known: number, storage = 's.t'): Promise<void> => {
    await driver.transaction(coverStatements(access.sql, { storage, from: day(from), to: day(to), knownTo: day(known) }))
  }
  const covered = async (storage = 's.t'): Promise<readonly string[]> =>
    (await readState(driver, placement))!.coverage
      .filter(c => c.storage === storage)
      .map(c => [c.from, c.to, c.knownTo].map(d => Number(d.slice(8, 10))).join(' '))

  it.each([
    ['the first', [[1, 5, 9]], ['1 5 9']],
    [
      'the same again',
      [
        [1, 5, 9],
        [1, 5, 9],
      ],
      ['1 5 9'],
    ],
    [
      'a neighbour of the same knowledge',
      [
        [1, 5, 9],
        [5, 7, 9],
      ],
      ['1 7 9'],
    ],
    [
      'a gap that is closed',
      [
        [1, 3, 9],
        [5, 7, 9],
        [3, 5, 9],
      ],
      ['1 7 9'],
    ],
    [
      'a neighbour of later knowledge',
      [
        [1, 5, 9],
        [5, 7, 10],
      ],
      ['1 5 9', '5 7 10'],
    ],
    [
      'later knowledge of the end',
      [
        [1, 5, 9],
        [4, 7, 10],
      ],
      ['1 4 9', '4 7 10'],
    ],
    [
      'later knowledge of the beginning',
      [
        [3, 7, 9],
        [1, 4, 10],
      ],
      ['1 4 10', '4 7 9'],
    ],
    [
      'later knowledge of the middle',
      [
        [1, 9, 9],
        [4, 6, 10],
      ],
      ['1 4 9', '4 6 10', '6 9 9'],
    ],
    [
      'what holds several',
      [
        [1, 2, 9],
        [3, 4, 10],
        [1, 7, 11],
      ],
      ['1 7 11'],
    ],
    [
      'a part of the same knowledge',
      [
        [1, 9, 9],
        [4, 6, 9],
      ],
      ['1 9 9'],
    ],
    [
      'what overlaps two',
      [
        [1, 4, 9],
        [5, 9, 10],
        [3, 6, 11],
      ],
      ['1 3 9', '3 6 11', '6 9 10'],
    ],
  ])('takes up %s', async (_title, intervals, expected) => {
    await cover(1, 9, 1, 'other.t')
    for (const [from, to, known] of intervals) await cover(from!, to!, known!)
    expect(await covered()).toEqual(expected)
    expect(await covered('other.t')).toEqual(['1 9 1'])
  })
})

describe('times in state', () => {
  it.each(['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z', '2026-01-01T10:20:30.123456Z', '2026-01-01T10:20:00.000001Z'])(
    'come back as they were: %s',
    iso => {
      expect(instantText(iso)).toHaveLength(27)
      expect(instantOf(instantText(iso))).toBe(iso)
    },
  )
})

describe('the time of reading', () => {
  it('1,000 records of 10 columns are read in little time', async () => {
    await ensureState(access, 'logistics')
    for (let i = 0; i < 10; i++) {
      await write(
        ...Array.from(
          { length: 100 },
          (_, j) => ({ kind: 'record', record: recordOf(`view.v${i * 100 + j}`, 10, [storageOf(`v${i * 100 + j}__g1`)]), replaces: null }) as const,
        ),
      )
    }
    await readState(driver, placement)
    const before = process.cpuUsage()
    expect((await readState(driver, placement))!.records).toHaveLength(1000)
    const { user, system } = process.cpuUsage(before)
    // Of the processor: other tests share the machine.
    expect((user + system) / 1000).toBeLessThan(600)
  })
})
