import { describe, expect, it } from 'vitest'
import type { Texts } from '../../compiler/import/specs.ts'
import { importSpecs, localBodies, mappingsOf, typescriptOf } from '../../compiler/import/index.ts'
import { ordersTexts } from './read-folder.ts'

const entity = 'kind: Entity\nname: USER\njoin_keys:\n  - {name: USER_ID, type: str}\n'
const source = `kind: BatchSource
name: EVENTS
table: EVENTS
columns:
  - {name: USER_ID, type: StringType}
  - {name: AT, type: TimestampType}
  - {name: N, type: LongType}
`
const view = `kind: BatchFeatureView
name: COUNTS
version: V1
timestamp_col: AT
entities: [USER]
sources: [{name: EVENTS, source_type: Batch}]
`

/** A small project, with some files replaced or added. */
function told(over: Readonly<Record<string, string>>, manifestTarget: string | null = null): readonly string[] {
  const texts: Texts = { 'sources/u.yaml': entity, 'sources/e.yaml': source, 'sources/v.yaml': view, ...over }
  return importSpecs(texts, { manifestTarget }).diagnostics.map(d => `${d.code} ${d.span?.file ?? '?'}:${d.span?.line ?? '?'} ${d.message}`)
}

function feature(of: string): string {
  return `${view}feature_granularity: 1h\nfeatures:\n  - ${of}\n`
}

describe('definitions of snow feature', () => {
  it('become entities, sources and views, a file for each view', async () => {
    const { value } = importSpecs(ordersTexts(), { manifestTarget: null })
    const files = typescriptOf(value!).map(f => `// ${f.path}\n${f.text}`)
    await expect(files.join('\n')).toMatchFileSnapshot('fixtures/orders.ts.txt')
    expect(mappingsOf(value!)).toEqual({ features: 'SHOP_DEV.FEATURES', raw: 'SHOP_DEV.RAW', 'raw.orders_2': 'SHOP_DEV.RAW.ORDERS' })
  })

  it('F732, F733, F735, F736, F737 and F744 name everything that is not carried over, with file and line', () => {
    const { value, diagnostics } = importSpecs(ordersTexts(), { manifestTarget: null })
    expect(diagnostics.map(d => `${d.code} ${d.span!.file.split('/').at(-1)}:${d.span!.line} ${/'([^']+)'/.exec(d.message)?.[1] ?? ''}`)).toEqual([
      'F736 PROFILES.yaml:9 FINGERPRINT',
      'F732 ALL.yaml:1 ',
      'F732 CLICKS.yaml:1 ',
      'F733 CUSTOMER_ORDERS.yaml:5 online',
      'F733 CUSTOMER_ORDERS.yaml:6 target_lag',
      'F733 CUSTOMER_ORDERS.yaml:10 refresh_freq',
      'F735 CUSTOMER_ORDERS.yaml:32 SPREAD_30D',
      'F735 CUSTOMER_ORDERS.yaml:36 P95_30D',
      'F736 CUSTOMER_ORDERS.yaml:46 FIRST_ORDERS',
      'F733 LAST_ORDER.yaml:5 refresh_freq',
      'F744 LAST_ORDER.yaml:6 customer_id_order_id',
      'F744 STORE_FACTS.yaml:6 store_id',
      'F736 STORE_FACTS.yaml:15 SIZE',
    ])
    expect(localBodies(value!).map(d => d.code)).toEqual(['F737'])
  })

  it('takes the values of templates from the target of the manifest', () => {
    const prod = importSpecs(ordersTexts(), { manifestTarget: 'PROD' }).value!
    expect(mappingsOf(prod)['raw']).toBe('SHOP.RAW')
    expect(prod.sources.find(s => s.query !== null)!.query).toContain('FROM SHOP.RAW.PROFILES')
  })

  it('F739 a template that has no value', () => {
    expect(told({ 'sources/e.yaml': source.replace('table: EVENTS', 'table: "{{ raw }}.EVENTS"') })).toEqual([
      "F739 sources/e.yaml:3 the template '{{ raw }}' has no value here",
    ])
    expect(told({ 'sources/x.yaml': '{% if prod %}\nkind: Entity\n' }).filter(d => d.startsWith('F739'))).toEqual([
      "F739 sources/x.yaml:1 the template '{% if prod %}' has no value here",
    ])
  })

  it('F730 what is no YAML', () => {
    expect(told({ 'sources/x.yaml': 'kind: Entity\nname: [X\n' })[0]).toMatch(/^F730 sources\/x\.yaml:\d this is no YAML: /)
  })

  it.each([
    ['F731 sources/x.yaml:1', "'name' of the definition in sources/x.yaml is missing", { 'sources/x.yaml': 'kind: Entity\n' }],
    ['F731 sources/u.yaml:1', "'join_keys' of the entity USER is missing", { 'sources/u.yaml': 'kind: Entity\nname: USER\n' }],
    [
      'F731 sources/e.yaml:4',
      "'query' of the batch source EVENTS is 'SELECT 1'",
      { 'sources/e.yaml': source.replace('columns:', 'query: SELECT 1\ncolumns:') },
    ],
    ['F731 sources/e.yaml:1', "'columns' of the batch source EVENTS is missing", { 'sources/e.yaml': source.slice(0, source.indexOf('columns')) }],
    [
      'F731 sources/e.yaml:3',
      "'query_file' of the batch source EVENTS is 'lost.sql'",
      { 'sources/e.yaml': source.replace('table: EVENTS', 'query_file: lost.sql') },
    ],
    [
      'F731 sources/v.yaml:9',
      "'window' of the batch feature view COUNTS is 'a while'",
      { 'sources/v.yaml': feature('{source_column: {name: N}, output_column: {name: S}, function: sum, window: a while}') },
    ],
    [
      'F731 sources/v.yaml:9',
      "'output_column' of the batch feature view COUNTS is missing",
      { 'sources/v.yaml': feature('{source_column: {name: N}, function: sum, window: 1d}') },
    ],
    [
      'F731 sources/v.yaml:1',
      "'timestamp_col' of the batch feature view COUNTS is missing",
      { 'sources/v.yaml': feature('{source_column: {name: N}, output_column: {name: S}, function: sum, window: 1d}').replace('timestamp_col: AT\n', '') },
    ],
    ['F734 sources/v.yaml:6', "names the source 'EVENT'", { 'sources/v.yaml': view.replace('EVENTS', 'EVENT') }],
    ['F734 sources/v.yaml:5', "names the entity 'USERS'", { 'sources/v.yaml': view.replace('[USER]', '[USERS]') }],
    ['F734 sources/v.yaml:4', "names the column 'WHEN'", { 'sources/v.yaml': view.replace('col: AT', 'col: WHEN') }],
    ['F734 sources/v.yaml:6', "names the column 'user_id'", { 'sources/e.yaml': source.replace('USER_ID', 'ID') }],
    ['F732 sources/v.yaml:1', 'its rows come from a Python function', { 'sources/v.yaml': `${view}udf: {name: f}\n` }],
    ['F732 sources/v.yaml:1', 'it aggregates by a second key', { 'sources/v.yaml': `${view}aggregation_secondary_keys: [N]\n` }],
    ['F732 sources/v.yaml:1', 'it reads 0 sources', { 'sources/v.yaml': view.replace(/sources:.*/, 'sources: []') }],
    [
      'F732 sources/x.yaml:1',
      'the table function T is not imported: this kind of definition is not known here',
      { 'sources/x.yaml': 'kind: TableFunction\nname: T\n' },
    ],
    ['F732 sources/x.py:1', 'only definitions in YAML are read', { 'sources/x.py': 'x = 1' }],
    [
      'F733 sources/v.yaml:7',
      "'tables' of the batch feature view COUNTS is not carried over: it is not known here",
      { 'sources/v.yaml': `${view}tables: 3\n` },
    ],
    ['F733 sources/v.yaml:7', 'a schedule belongs to the target', { 'sources/v.yaml': `${view}refresh_freq: "0 5 * * * UTC"\n` }],
    [
      'F735 sources/v.yaml:9',
      'it is exact; the original estimates',
      { 'sources/v.yaml': feature('{source_column: {name: N}, output_column: {name: S}, function: approx_count_distinct, window: 1d}') },
    ],
    [
      'F736 sources/v.yaml:9',
      "'function_params' does not say 'n'",
      { 'sources/v.yaml': feature('{source_column: {name: N}, output_column: {name: S}, function: last_n, window: 1d}') },
    ],
    [
      'F736 sources/v.yaml:9',
      "its source has no column 'M' that is imported",
      { 'sources/v.yaml': feature('{source_column: {name: M}, output_column: {name: S}, function: sum, window: 1d}') },
    ],
    ['F736 sources/e.yaml:8', 'its name needs quotes', { 'sources/e.yaml': `${source}  - {name: '"n"', type: LongType}\n` }],
    [
      'F742 sources/u.yaml:1',
      "the entity 'THE USER' is called 'the_user' here: names are plain identifiers",
      { 'sources/u.yaml': entity.replace('USER', 'THE USER') },
    ],
    ['F733 sources/v.yaml:7', "the view has no column 'WHERE'", { 'sources/v.yaml': `${view}cluster_by: [USER_ID, AT, N, WHERE]\n` }],
    ['F742 ?:?', "the feature of view 'more' 'n' is called 'more_n' here: 'user' has that name already", { 'sources/w.yaml': view.replace('COUNTS', 'MORE') }],
  ])('%s: %s', (start, message, over) => {
    expect(told(over as unknown as Readonly<Record<string, string>>)).toContainEqual(
      expect.stringMatching(new RegExp(`^${escaped(start)} .*${escaped(message)}`)),
    )
  })

  it('keeps versions of one feature view apart', () => {
    const texts = { 'u.yaml': entity, 'e.yaml': source, 'v1.yaml': view, 'v2.yaml': view.replace('V1', 'V2') }
    expect(importSpecs(texts, { manifestTarget: null }).value!.views.map(v => v.name)).toEqual(['counts_v1', 'counts_v2'])
  })

  it('imports nothing where anything is wrong', () => {
    expect(importSpecs({ 'u.yaml': 'kind: Entity\nname: USER\n' }, { manifestTarget: null }).value).toBeNull()
  })
})

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
