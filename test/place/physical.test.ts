import { describe, expect, it } from 'vitest'
import type { PhysicalOptions } from '../../compiler/dsl/physical.ts'
import type { SnowflakeOptions } from '../../compiler/dsl/config.ts'
import { count, defineConfig, duckdb, entity, events, featureView, snowflake, timestamp, varchar } from '../../compiler/dsl/index.ts'
import { place } from '../../compiler/place/index.ts'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import type { PlacedState } from '../../compiler/ir/placed.ts'
import { compiledOf } from '../support/warehouse.ts'

/** One view that is kept so, on a target of both kinds. */
function placedAs(
  physical: PhysicalOptions,
  target: Partial<SnowflakeOptions> = {},
  on = 'prod',
): { value: PlacedState | null; diagnostics: readonly Diagnostic[] } {
  const config = defineConfig({
    project: 'shop',
    defaultTarget: 'local',
    targets: {
      local: duckdb({ path: ':memory:', sources: { raw: 'raw' } }),
      prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', sources: { raw: 'SHOP.RAW' }, edition: 'enterprise', ...target }),
    },
  })
  const customer = entity('customer', { keys: { customer_id: varchar() } })
  const orders = events('raw.orders', {
    entities: [customer],
    columns: { customer_id: varchar(), ordered_at: timestamp() },
    eventTime: 'ordered_at',
    defines: [customer],
  })
  const view = featureView('customer_orders', { entity: customer, every: '1d', physical }, { orders_7d: count(orders).over('7d') })
  const { lowered, catalog } = compiledOf([customer, orders, view], { config })
  return place(lowered.desired, catalog, { target: on, environment: null, values: {}, root: '/' })
}

const codes = (physical: PhysicalOptions, target: Partial<SnowflakeOptions> = {}): readonly string[] =>
  [...new Set(placedAs(physical, target).diagnostics.map(d => d.code))].toSorted()
const viewIn = (placed: PlacedState): PlacedState['resources'][number] => placed.resources.find(r => r.kind === 'view')!

describe('how a view is kept', () => {
  it('is what it says, else what the target says', () => {
    const { physical } = viewIn(placedAs({ retentionDays: 7 }, { physical: { retentionDays: 1, transient: false } }).value!)
    expect(physical).toEqual({ retentionDays: 7, transient: false })
  })

  it('names tags and policies in full', () => {
    const { physical } = viewIn(
      placedAs({
        tags: { COST: 'a', 'GOV.PII': 'b', 'A.B.C': 'c' },
        columns: { customer_id: { masking: 'MASK' } },
        rowAccess: { policy: 'GOV.ROWS', on: ['customer_id'] },
      }).value!,
    )
    expect(Object.keys(physical.tags!)).toEqual(['shop.feat_storage.cost', 'shop.gov.pii', 'a.b.c'])
    expect([physical.columns!['customer_id']!.masking, physical.rowAccess!.policy]).toEqual(['shop.ml.mask', 'shop.gov.rows'])
  })

  it('means nothing on the embedded warehouse: what is planned there stays the same', () => {
    const said = placedAs({ retentionDays: 7, transient: true, tags: { COST: 'a' } }, {}, 'local').value!
    expect(viewIn(said)).toEqual(viewIn(placedAs({}, {}, 'local').value!))
  })

  it.each<[string, PhysicalOptions]>([
    ['F400 for clusterBy', { clusterBy: ['customer'] }],
    ['F400 for columns', { columns: { orders_8d: { masking: 'M' } } }],
    ['F400 for rowAccess', { rowAccess: { policy: 'P', on: ['region'] } }],
    ['F401 beyond the edition', { retentionDays: 91 }],
    ['F401 of a transient table', { retentionDays: 2, transient: true }],
    ['F401 of half a day', { retentionDays: 0.5 }],
    ['F404 of a long value', { tags: { COST: 'x'.repeat(257) } }],
    ['F404 of many tags', { tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`T${i}`, 'x'])) }],
    ['F405 of a tag', { tags: { 'COST CENTER': 'x' } }],
    ['F405 of a policy', { columns: { customer_id: { masking: 'A.B.C.D' } } }],
    ['F405 of a warehouse', { warehouse: 'big one' }],
  ])('%s is refused', (title, physical) => {
    expect(codes(physical)).toEqual([title.slice(0, 4)])
  })

  it('F401 and F402 say what the Standard edition does not have', () => {
    expect(codes({ retentionDays: 2 }, { edition: 'standard' })).toEqual(['F401'])
    expect(codes({ tags: { COST: 'x' } }, { edition: 'standard' })).toEqual(['F402'])
    expect(codes({ columns: { customer_id: { masking: 'M' } } }, { edition: 'standard' })).toEqual(['F402'])
    expect(codes({ retentionDays: 1, transient: true, clusterBy: ['customer_id'] }, { edition: 'standard' })).toEqual([])
  })

  it('F403 refuses a value that a declared tag does not take', () => {
    expect(codes({ tags: { cost: 'c' } }, { tags: { COST: { values: ['a', 'b'] } } })).toEqual(['F403'])
    expect(codes({ tags: { cost: 'a' } }, { tags: { COST: { values: ['a', 'b'] } } })).toEqual([])
  })
})

it('what the options of a target cannot be is told by its path', () => {
  const given = { warehouses: { WH: { sise: 'small' } }, schedule: { corn: '0 5 * * *' }, roles: { reader: 'ANALYST' } } as unknown as Partial<SnowflakeOptions>
  const config = defineConfig({
    project: 'shop',
    defaultTarget: 'prod',
    targets: { prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', ...given }) },
  }) as unknown as { readonly problems: readonly { readonly path: string; readonly expected: string }[] }
  expect(config.problems.map(p => [p.path, p.expected])).toEqual([
    ['targets.prod.warehouses.WH.sise', 'size'],
    ['targets.prod.roles.reader', 'a list of texts'],
    ['targets.prod.schedule', "a length of time such as '1h', or { cron: '0 5 * * *', zone: 'UTC' }"],
  ])
})
