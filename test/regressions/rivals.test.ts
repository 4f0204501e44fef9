import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Row, Value } from '../../registry/driver/driver.ts'
import { onEachEngine, rowsIn, sessionOn } from '../support/engines.ts'
import { applied, compiledOf, materialized } from '../support/warehouse.ts'
import { accountConfig } from '../support/snowflake-shop.ts'
import { data, moments, project } from './windows.ts'

// Bugs that others have or had, as cases of ours: what the window is, and what it has to be.

onEachEngine('what others got wrong', engine => {
  const views: Record<string, readonly Row[]> = {}
  beforeAll(async () => {
    await engine.inWarehouse(data, async driver => {
      const compiled = compiledOf(project, { config: accountConfig })
      await applied(sessionOn(driver, compiled, { now: moments[0]! }))
      for (const now of moments) await materialized(sessionOn(driver, compiled, { now }))
      for (const { view } of compiled.lowered.views.values()) views[view.name] = await rowsIn(driver, `main.${view.name.toLowerCase()}`)
    })
  }, 180_000)
  afterAll(() => expect(Object.keys(views)).toHaveLength(9))

  /** Some columns of a view's rows of one point, `03` or `03T06`, in the order of the keys. */
  const at = (view: string, point: string, ...columns: readonly string[]): readonly (readonly Value[])[] =>
    views[view]!.filter(r => r['feature_time'] === `2026-01-${point.length === 2 ? `${point}T00` : point}:00:00Z`).map(r => columns.map(c => plain(r[c]!)))
  const plain = (v: Value): Value => (typeof v === 'string' && /^-?\d+(\.\d+)?$/.test(v) ? Number(v) : v)

  it('cuts tiles of two hours at two hours: a window of a day holds a day', () => {
    // snowflake: boundaries fell on the unit, not on n units: 22 of 24 hours, and a lifetime read the tile that was still open
    const columns = ['n_2h', 'n_90m', 'n_24h', 'n_36h', 'n_ever']
    expect(at('ticks_2h', '02T12', ...columns)).toEqual([[12, 9, 144, 216, 216]])
    expect(at('ticks_2h', '03T14', ...columns)).toEqual([[12, 9, 144, 216, 372]])
    expect(at('ticks_2h', '01T02', ...columns)).toEqual([[12, 9, 12, 12, 12]])
    expect(at('ticks_2h', '04T22', ...columns)).toEqual([[0, 0, 12, 84, 432]])
  })

  it('cuts tiles of six hours at six hours', () => {
    const columns = ['six_24h', 'six_36h', 'six_ever']
    expect(at('ticks_6h', '02T18', ...columns)).toEqual([[144, 216, 252]])
    expect(at('ticks_6h', '04T06', ...columns)).toEqual([[108, 180, 432]])
  })

  it('takes the largest and the least of tiles, not their sum', () => {
    // feast's tiles of 20, 10, 5, 7: a cumulative sum, 42
    expect(at('measured', '05', 'thing_id', 'largest_10d', 'least_10d')).toEqual([
      ['e', null, null],
      ['m', 20, 5],
    ])
    expect(at('measured', '04', 'thing_id', 'largest_10d', 'least_10d')[1]).toEqual(['m', 20, 5])
  })

  it('merges deviations without cancelling: that of 1000000001, ...2, ...3 is 1', () => {
    const [, m] = at('measured', '05', 'thing_id', 'spread_10d', 'huge_spread_10d')
    expect(m![1]).toBeCloseTo(Math.sqrt(133 / 3), 9)
    expect(m![2]).toBeCloseTo(1, 9)
  })

  it('adds a day once and takes it back once, over runs that follow each other', () => {
    // chronon: the tail of a window was updated twice
    const totals = ['02', '03', '04', '05', '06', '07', '08'].map(d => at('measured', d, 'thing_id', 'total_3d').find(r => r[0] === 'm')![1])
    expect(totals).toEqual([10, 30, 35, 32, 12, 7, null])
  })

  it('says of an empty window what it is: 0 counted, nothing known', () => {
    const columns = ['n_2d', 'total_2d', 'total_or_0_2d', 'mean_2d', 'largest_2d', 'values_2d', 'share_2d']
    expect(at('measured', '02', 'thing_id', ...columns)[0]).toEqual(['e', 1, null, 0, null, null, 0, null])
    expect(at('measured', '05', 'thing_id', ...columns)[0]).toEqual(['e', 0, null, 0, null, null, 0, null])
  })

  it('keeps keys of several columns apart, whatever they hold', () => {
    // feast: 1 and 11 beside 11 and 1 became one id, and two rows four
    expect(at('paired', '03', 'a', 'b', 'pair_total')).toEqual([
      [1, 11, 5],
      [11, 1, 7],
    ])
    const found = at('worded', '03', 'x', 'y', 'words_total').map(r => r.join('~'))
    expect(found.toSorted()).toEqual(['xy~z~2', 'x|y~z~4', 'x~yz~1', 'x~y|z~8', '~q~64'])
  })

  it('uses no row that was created after the point, nor at it', () => {
    const seen = ['02', '06', '08', '09', '10'].map(d => at('lately', d, 'late_n', 'late_total')[0])
    expect(seen).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 101],
      [3, 1101],
    ])
  })

  it('takes of several versions of one moment the one that was created last before the point', () => {
    // feast: more than two created timestamps gave a wrong row
    const tiers = ['02', '03', '04', '05', '06', '07'].map(d => at('tiered', d, 'customer_id', 'tier').find(r => r[0] === 'c1')![1])
    expect(tiers).toEqual(['a', 'a', 'b', 'b', 'c', 'c'])
  })

  it('counts rows of one key and moment each, for both entities that they describe', () => {
    expect(at('tiered', '03', 'customer_id', 'customer_trips', 'customer_km')).toEqual([
      ['c1', 2, 30],
      ['c2', 2, 10],
    ])
    expect(at('driven', '03', 'vehicle_id', 'vehicle_trips', 'vehicle_km')).toEqual([
      ['v1', 3, 20],
      ['v2', 1, 20],
    ])
  })

  it('keeps names that are words of SQL, or of mixed case', () => {
    expect(at('Mixed_View', '03', 'user', 'select', 'order', 'group')).toEqual([['U', 1, 3, 4]])
  })
})
