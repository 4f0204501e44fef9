import { expect, it } from 'vitest'
import { doctorView } from '../../../cli/views/doctor.ts'
import { fixtureView } from '../../../cli/views/fixture.ts'
import { generateView } from '../../../cli/views/generate.ts'
import { estimateView, materializeView } from '../../../cli/views/materialize.ts'
import { showView } from '../../../cli/views/show.ts'
import { stateShowView } from '../../../cli/views/state.ts'
import { outputText } from '../../../cli/views/dataset.ts'
import { statusView } from '../../../cli/views/status.ts'
import type { ShownRecord } from '../../../cli/views/state.ts'

const plain = { color: false, cwd: '/home/me/shop' }

it('shows a feature with its value, definition, lineage and SQL', () => {
  const feature = {
    address: 'feature.customer.revenue_usd_30d',
    type: 'number(38,2)',
    unit: 'USD',
    owner: 'growth',
    description: 'Revenue of the last 30 days.',
    formula: 'sum(orders.amount_usd) over 30d',
    applied: null,
    accuracy: null,
    view: 'view.customer_orders',
    readsFeatures: [],
    restsOn: ['raw.orders#amount_usd', 'raw.orders#ordered_at (time)'],
    sql: 'SELECT 1\nFROM t',
    relation: 'main.customer_orders',
    value: { keys: { customer_id: 'c1' }, point: '2026-03-01T00:00:00Z', newest: null, value: '12.50' },
  }
  expect(showView(feature, plain)).toMatchInlineSnapshot(`
    "feature.customer.revenue_usd_30d
    value        12.50 USD
    point        2026-03-01
    keys         customer_id=c1
    type         number(38,2)
    definition   sum(orders.amount_usd) over 30d
    description  Revenue of the last 30 days.
    owner        growth
    view         view.customer_orders
    rests on     raw.orders#amount_usd
                 raw.orders#ordered_at (time)
    stored in    main.customer_orders

    SQL
      SELECT 1
      FROM t
    "
  `)
  expect(showView({ ...feature, value: { keys: { customer_id: 'x' }, point: null, newest: null, value: null } }, plain)).toContain(
    'value        none: no row of customer_id=x\n',
  )
  const older = (computed: boolean): string => showView({ ...feature, value: { ...feature.value, newest: { due: '2026-03-04T00:00:00Z', computed } } }, plain)
  expect(older(true)).toContain('point        2026-03-01: not the newest due, 2026-03-04, at which no key has a row\n')
  expect(older(false)).toContain('point        2026-03-01: not the newest due, 2026-03-04, which is not computed\n')
  expect(showView({ ...feature, applied: 'count(orders) over 30d' }, plain)).toContain(
    'applied      count(orders) over 30d\n             (what was computed so far; feat plan shows the change)\n',
  )
  expect(showView({ ...feature, value: { ...feature.value, value: null } }, plain)).toContain('value        NULL USD\n')
})

it('shows what exists and where to look', () => {
  const status = {
    project: 'shop',
    target: 'local',
    environment: 'main',
    warehouse: '.feat/local.duckdb',
    breaches: [],
    datasets: [],
    lookAt: ['feat show order_count_30d --key customer_id=c1'],
    objects: [
      {
        address: 'view.customer_orders',
        relation: 'main.customer_orders',
        columns: 6,
        rows: 720,
        covered: { from: '2026-01-01T00:00:00Z', to: '2026-03-31T00:00:00Z' },
      },
      { address: 'tiles.orders', relation: null, columns: 9, rows: null, covered: null },
    ],
  }
  expect(statusView(status, plain)).toMatchInlineSnapshot(`
    "shop on target local: .feat/local.duckdb

    RELATION              ADDRESS               COLUMNS  ROWS  COMPUTED
    main.customer_orders  view.customer_orders  6        720   2026-01-01..2026-03-31
                          tiles.orders          9

    Where to look:
      feat show order_count_30d --key customer_id=c1
    "
  `)
  const output = { kind: 'table', name: 'main.busy__v3' } as const
  const datasets = [{ name: 'busy', n: 3, rows: 40, known: '2026-03-31T06:00:00Z', builtAt: '2026-03-31T06:00:01Z', output }]
  expect(statusView({ ...status, datasets }, plain)).toContain(
    '\nDATASET  ROWS  KNOWN BEFORE          OUTPUT\nbusy@3   40    2026-03-31T06:00:00Z  main.busy__v3\n',
  )
  const file = { kind: 'file', path: '/home/me/shop/sets/busy.parquet', format: 'parquet', bytes: 12, sha256: '0123456789abcdef01' } as const
  expect(outputText({ output: file }, plain.cwd)).toBe('sets/busy.parquet (12 bytes, sha256 0123456789abcdef...)')
  expect(outputText({ output: file }, '/home/me/other')).toMatch(/^\/home\/me\/shop\/sets/)
  expect(statusView({ ...status, environment: 'pr-1', objects: [] }, plain)).toBe(
    'shop on target local, environment pr-1: .feat/local.duckdb\n\nNothing was applied yet. feat plan shows what would be.\n',
  )
})

it('shows what state holds about one address', () => {
  const name = { catalog: null, schema: 'feat', name: 'customer_orders__g1' }
  const shown = {
    record: {
      environment: 'main',
      address: 'view.customer_orders',
      protect: true,
      plan: 'p1',
      tool: '0.1.0',
      applied: {
        kind: 'view',
        filling: { by: 'points', every: 86_400 },
        publicName: { catalog: null, schema: 'main', name: 'customer_orders' },
        columns: [{ name: 'n', type: { kind: 'int' }, nullable: false, of: 'feature.customer.n' }],
      },
      definitions: [{ address: 'feature.customer.n', formula: 'count(orders) over 30d', dataHash: 'h', type: 'integer' }],
      storages: [],
    },
    storages: [{ storage: { name, first: true }, owner: 'main', createdBy: 'p1' }],
    coverage: [{ storage: 'feat.customer_orders__g1', from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', knownTo: '2026-02-01T01:00:00Z' }],
  } as unknown as ShownRecord
  expect(stateShowView(shown, plain)).toMatchInlineSnapshot(`
    "view.customer_orders
    environment  main
    kind         view
    public name  main.customer_orders
    protected    yes
    applied by   feat 0.1.0, plan p1
    storages     feat.customer_orders__g1  owns the rows  of environment main
    coverage     2026-01-01..2026-01-31  known to 2026-02-01T01:00:00Z

    COLUMN  TYPE               OF
    n       integer  NOT NULL  feature.customer.n

    applied definitions
    feature.customer.n  count(orders) over 30d
    "
  `)
})

it('shows checks, sample tables and results', () => {
  expect(
    doctorView(
      [
        { name: 'project', outcome: 'ok', detail: 'shop' },
        { name: 'warehouse', outcome: 'error', detail: 'F600: held\n  hint: wait' },
      ],
      plain,
    ),
  ).toMatchInlineSnapshot(`
    "ok       project    shop
    error    warehouse  F600: held
                          hint: wait

    1 check failed.
    "
  `)
  expect(fixtureView([{ name: 'raw.customers', rows: 2000 }], 1500, plain)).toMatchInlineSnapshot(`
    "RAW TABLE      ROWS
    raw.customers  2000

    Sample data written in 1.5s.
    "
  `)
  expect(generateView({ files: 3, changed: ['a.sql'], removed: ['b.sql'] })).toBe('wrote   generated/a.sql\nremoved generated/b.sql\n3 files in generated/.\n')
  expect(generateView({ files: 1, changed: [], removed: [] })).toBe('generated/ is current: 1 file.\n')
  const result = { now: '2026-03-01T00:00:00Z', done: 2, skipped: 0, breaches: [], restated: [] }
  expect(materializeView(result, 2500, plain)).toBe('\nMaterialize complete! 2 steps as of 2026-03-01T00:00:00Z in 2.5s.\n')
  expect(materializeView({ ...result, done: 0 }, 10, plain)).toBe('Nothing is due. Everything up to 2026-03-01T00:00:00Z is computed.\n')
  const late = { ...result, breaches: [{ source: 'source.raw.orders', rows: 3, from: '2026-01-11', to: '2026-01-12' }] }
  expect(materializeView(late, 2500, plain)).toContain(
    'Came later than the contract of the source says, and in no value:\n  raw.orders: 3 rows of 2026-01-11..2026-01-12\nfeat materialize --restate computes again what they touch.\n',
  )
  expect(
    statusView(
      { ...emptyStatus, breaches: late.breaches, objects: [{ address: 'tiles.orders', relation: null, columns: 9, rows: null, covered: null }] },
      plain,
    ),
  ).toContain('raw.orders: 3 rows')
})

it('says what there is to compute, and how long it may take where that is known', () => {
  const work = { steps: 2, points: 730, rows: 7_300_000, values: 73_000_000 }
  const estimate = {
    now: '2026-03-01T00:00:00Z',
    steps: 5,
    expected: [
      { address: 'tiles.raw.orders', steps: 2, points: null, rows: 5_000_000, values: 15_000_000, seconds: 2.5 },
      { address: 'view.customer_orders', ...work, seconds: 70 },
      { address: 'serving.online', steps: 1, points: null, rows: null, values: null, seconds: null },
    ],
    restated: [{ of: 'store.all#customer', points: 1, from: '2026-02-01T00:00:00Z', to: '2026-02-01T00:00:00Z' }],
  }
  expect(estimateView(estimate, plain)).toMatchInlineSnapshot(`
    "restates 1 point of store.all customer: 2026-02-01
    ADDRESS               STEPS  POINTS  ROWS        VALUES  EXPECTED
    tiles.raw.orders      2              5.0 M read  15 M    2.5s
    view.customer_orders  2      730     7.3 M       73 M    1m10s
    serving.online        1

    5 steps as of 2026-03-01T00:00:00Z, of which nothing was run. Expected time at the rates of earlier runs: 1m13s, without 1 resource whose size or rate is unknown.
    "
  `)
  expect(estimateView({ ...estimate, expected: estimate.expected.slice(2) }, plain)).toContain('is unknown: no earlier run')
  expect(estimateView({ ...estimate, expected: [] }, plain)).toContain('Nothing is due.')
})

const emptyStatus = { datasets: [], project: 'shop', target: 'local', environment: 'main', warehouse: 'w', lookAt: [] }
