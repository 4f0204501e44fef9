import { describe, expect, it } from 'vitest'
import type { ServedChange, ServedSpec } from '../../compiler/emit/index.ts'
import { createTable, createView, objectsOf, servedStatements } from '../../compiler/emit/index.ts'
import type { DriverProgram, ManagedObject, ProcedureObject } from '../../compiler/ir/object.ts'
import { servingKinds } from '../../compiler/ir/serving-kind.ts'
import type { Physical } from '../../compiler/ir/physical.ts'
import { decimal, int, text } from '../../compiler/ir/type.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { beginningsOf } from './beginnings.ts'
import { printedKinds } from './sent-kinds.ts'

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

const objects = objectsOf('snowflake')!
type Changed = Exclude<ManagedObject, ProcedureObject>
const named = (last: string): typeof name => ({ ...name, name: last })
const tasks: Extract<Changed, { readonly kind: 'tasks' }> = {
  kind: 'tasks',
  name: named('root'),
  schedule: { minutes: 5 },
  tasks: [
    { name: named('root'), warehouse: 'wh', after: [], calls: null },
    { name: named('b'), warehouse: 'wh', after: [named('root'), named('c')], calls: named('p') },
  ],
}
const alert: Extract<Changed, { readonly kind: 'alert' }> = {
  kind: 'alert',
  name: named('a'),
  warehouse: 'wh',
  schedule: { cron: '0 3 * * *', zone: 'Europe/Berlin' },
  condition: 'SELECT\n  1 AS "A"\nFROM "S"."T" AS "T"',
  integrations: ['mail', 'chat'],
  message: "it's too much",
}
const measures: Extract<Changed, { readonly kind: 'measures' }> = {
  kind: 'measures',
  name,
  on: 'table',
  schedule: { minutes: 60 },
  measures: [
    { metric: 'null_count', columns: ['a'] },
    { metric: 'freshness', columns: ['b'] },
  ],
}

/** Each kind of object in a few states, between which it may change. */
const states: readonly (readonly Changed[])[] = [
  [
    { kind: 'tag', name, values: null },
    { kind: 'tag', name, values: ['a', "it's"] },
    { kind: 'tag', name, values: ['b'] },
  ],
  [
    { kind: 'warehouse', name: named('wh'), inUse: 'other' },
    {
      kind: 'warehouse',
      name: named('wh'),
      inUse: 'other',
      size: 'x4large',
      autoSuspend: 60,
      autoResume: true,
      clusters: { min: 1, max: 3 },
      scaling: 'economy',
    },
  ],
  [
    { kind: 'grants', name, grants: [] },
    {
      kind: 'grants',
      name,
      grants: [
        { privileges: ['USAGE'], on: 'DATABASE', name, role: 'reader' },
        { privileges: ['USAGE'], on: 'SCHEMA', name: named('s'), role: 'reader' },
        { privileges: ['SELECT', 'INSERT'], on: 'TABLE', name, role: 'writer' },
        { privileges: ['SELECT'], on: 'FUTURE VIEWS IN SCHEMA', name: named('s'), role: 'reader' },
        { privileges: ['OWNERSHIP'], on: 'VIEW', name, role: 'owner' },
        { privileges: ['USAGE'], on: 'FUNCTION', name, parameters: [text, decimal(10, 2)], role: 'reader' },
      ],
    },
  ],
  [tasks, { ...tasks, schedule: { cron: '*/5 * * * *', zone: 'UTC' }, tasks: tasks.tasks.slice(0, 1) }],
  [alert, { ...alert, schedule: { minutes: 60 }, integrations: ['mail'] }],
  [
    measures,
    { ...measures, schedule: 'on change', measures: measures.measures.slice(1) },
    { ...measures, on: 'view', schedule: { cron: '0 8 * * *', zone: 'UTC' } },
  ],
]

const driver: DriverProgram = {
  coverage: named('coverage'),
  starts: named('starts'),
  fills: [
    { procedure: named('p'), featureType: null, due: null },
    {
      procedure: named('p'),
      featureType: 'customer',
      due: {
        storage: 'g',
        every: 86_400,
        lookback: 3600,
        settle: 0,
        isPoint: true,
        first: { startOf: 'view.v' },
        limits: [{ storage: 'h', plus: 60 }],
        fresh: [{ newest: 'SELECT MAX("T"."A") AS "A" FROM "S"."T" AS "T"', plus: 60 }],
      },
    },
    {
      procedure: named('p'),
      featureType: null,
      due: { storage: 'g', every: 3600, lookback: 0, settle: 60, isPoint: false, first: { at: '2026-01-01T00:00:00Z' }, limits: [], fresh: [] },
    },
  ],
}

/** What each state of each kind of object makes of each other, and how it is dropped. */
const changes = states.map(all => ({
  kind: all[0]!.kind,
  statements: [...[null, ...all].flatMap(from => all.flatMap(to => objects.change(from, to))), ...all.flatMap(objects.drop)],
}))

/** What becomes of an object of each kind that the engine keeps current. */
const served = servingKinds.map(kind => {
  const spec: ServedSpec = {
    name,
    served: { kind, lag: 300, refresh: 'incremental', initialize: 'on create', clusterBy: ['a'], warehouse: 'wh', why: '', reads: [] },
    columns: [
      { name: 'a', type: text, comment: "the a's" },
      { name: 'b', type: int, comment: null },
    ],
    keys: ['a'],
    query: 'SELECT 1 AS "A", 2 AS "B"',
    rows: kind === 'materialized view' ? { columns: ['a', 'b'], query: 'SELECT 1 AS "A", 2 AS "B"' } : null,
    comment: 'c',
  }
  const change: ServedChange = {
    lag: true,
    warehouse: true,
    clusterBy: true,
    resume: true,
    columns: [
      { name: 'b', comment: 'the b' },
      { name: 'a', comment: null },
    ],
  }
  const { create, alter, drop } = servedStatements('snowflake')
  return { kind, statements: [...create(spec), ...alter(spec, change), ...drop(kind, name)] }
})

describe('what is neither table nor view', () => {
  it.each(changes)('is Snowflake SQL when it is made, changed and dropped: $kind', ({ statements }) => {
    checkSnowflake([...new Set(statements)])
  })

  it.each(served)('is Snowflake SQL when it keeps itself current: $kind', ({ statements }) => {
    checkSnowflake(statements)
  })

  it('is of the kinds that the page on statements lists', () => {
    expect(beginningsOf([...changes, ...served].flatMap(c => c.statements))).toEqual(printedKinds)
  })

  it('is Snowflake SQL: procedures with a body between dollars or quotes', () => {
    const procedure: ProcedureObject = {
      kind: 'procedure',
      name,
      parameters: [
        { name: 'now_time', type: text },
        { name: 'n', type: int },
      ],
      text: 'h' as ProcedureObject['text'],
    }
    const block = objects.driverBlock(driver)
    const quoted = block.replace("'done'", "'$$'")
    checkSnowflake([block, quoted].flatMap(body => objects.createProcedure(procedure, { body, comment: "it's" })).concat(objects.drop(procedure)))
  })
})
