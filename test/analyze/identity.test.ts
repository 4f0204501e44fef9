import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../compiler/analyze/index.ts'
import type { Catalog } from '../../compiler/ir/catalog.ts'
import type { Definition, FeatureDefinition, SourceDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import type { Scalar } from '../../compiler/ir/scalar.ts'
import { projectOf } from '../support/project.ts'
import { base, sample, views } from './sample.ts'

const plain = JSON.parse(JSON.stringify([...base, ...views])) as Definition[]

function catalogOf(definitions: readonly unknown[]): Catalog {
  const { value, diagnostics } = analyze(projectOf(definitions))
  expect(diagnostics).toEqual([])
  return value!
}

/** Identity of each value by a name that does not change. */
function hashes(definitions: readonly unknown[], nameOf: (name: string) => string = n => n): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(catalogOf(definitions).features)
      .map(f => [nameOf(f.address), f.dataHash])
      .toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1)),
  )
}

/** The project as JSON text with every whole word or address replaced. */
function replaced(pairs: readonly (readonly [from: string, to: string])[]): readonly Definition[] {
  return JSON.parse(pairs.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(plain))) as Definition[]
}

const before = hashes(plain)

describe('what is no part of an identity', () => {
  it('the order of definitions and features, and consumers', () => {
    expect(hashes(sample)).toEqual(before)
    fc.assert(
      fc.property(fc.shuffledSubarray(plain, { minLength: plain.length }), fc.nat(), (shuffled, turn) => {
        const turned = shuffled.map(d =>
          d.kind !== 'view' ? d : { ...d, features: [...d.features.slice(turn % d.features.length), ...d.features.slice(0, turn % d.features.length)] },
        )
        expect(hashes(turned)).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })

  it('names of features, views, keys and windows', () => {
    const renamed = replaced([
      ['feature.customer.orders_30d"', 'feature.customer.frequency"'],
      ['"name":"orders_30d"', '"name":"frequency"'],
      ['"name":"customer_service"', '"name":"care"'],
    ])
    expect(hashes(renamed, n => n.replace('.frequency', '.orders_30d'))).toEqual(before)
    const keys = plain.map(d => (d.kind === 'entity' && d.name === 'region' ? { ...d, keys: { land: d.keys['country'], code: d.keys['region_code'] } } : d))
    const mapped = JSON.parse(
      JSON.stringify(keys)
        .replace('{"entity":"region","on":{}}', '{"entity":"region","on":{"land":"country","code":"region_code"}}')
        .replace(
          '{"entity":"region","on":{"country":"country","region_code":"region_code"}}',
          '{"entity":"region","on":{"land":"country","code":"region_code"}}',
        )
        .replace('"keys":{"country":{"kind":"asOf"', '"keys":{"land":{"kind":"asOf"')
        .replace('"region_code":{"kind":"asOf"', '"code":{"kind":"asOf"'),
    ) as Definition[]
    expect(hashes(mapped)).toEqual(before)
  })

  it('metadata, checks, descriptions, cadence, freshness, and the lateness of trusted known times', () => {
    const other = plain.map(d => {
      if (d.kind === 'view')
        return {
          ...d,
          every: '6h',
          settle: '3h',
          options: { owner: 'others' },
          features: d.features.map(f => ({ ...f, meta: { ...f.meta, unit: 'x', checks: [] } })),
        }
      return d.kind === 'source' && d.name === 'raw.weather' ? { ...d, freshness: '9h', lateness: '2d' } : d
    })
    expect(hashes(other)).toEqual(before)
  })

  it('the view that a feature stands in', () => {
    const moved = plain.flatMap((d): Definition[] =>
      d.kind !== 'view' || d.name !== 'customer_risk'
        ? [d]
        : [
            { ...d, features: d.features.slice(0, 1) },
            { ...d, name: 'more_risk', features: d.features.slice(1) },
          ],
    )
    expect(hashes(moved)).toEqual(before)
  })
})

describe('what is part of an identity', () => {
  const touch = (kind: 'source' | 'view', name: string, change: object): readonly unknown[] =>
    plain.map(d => (d.kind === kind && d.name === name ? { ...d, ...change } : d))
  const moved = (definitions: readonly unknown[]): readonly string[] => {
    const after = hashes(definitions)
    return Object.keys(before)
      .filter(f => after[f] !== before[f])
      .map(f => f.slice('feature.'.length))
  }
  const source = (name: string): SourceDefinition => plain.find((d): d is SourceDefinition => d.kind === 'source' && d.name === name)!
  const rain = ['customer.rain_score', 'region.rain_24h']

  it('what a source says about its rows, for the features that read it and those that read these', () => {
    expect(moved(touch('source', 'raw.weather', { historyFrom: '2024-02-01' }))).toEqual(rain)
    expect(
      moved(
        touch('source', 'raw.weather', {
          columns: { ...source('raw.weather').columns, rain_mm: { ...source('raw.weather').columns['rain_mm']!, type: { kind: 'float' } } },
        }),
      ),
    ).toEqual(rain)
    expect(moved(touch('source', 'raw.customers', { tieBreak: ['signed_up_at'] }))).toEqual(['customer.rain_score', 'customer.tier'])
    expect(moved(touch('source', 'raw.deliveries', { lateness: '3d' }))).toContain('customer.orders_30d')
    expect(moved(touch('source', 'raw.deliveries', { knownTime: { column: 'loaded_at', trustedFrom: '2025-07-01' } }))).toContain('customer.orders_30d')
    expect(moved(touch('source', 'raw.deliveries', { tieBreak: ['picked_up_at'] }))).toEqual(['customer.days_since_last', 'customer.risk_score'])
    expect(
      moved(
        touch('source', 'raw.vehicles', {
          columns: { ...source('raw.vehicles').columns, mileage: { ...source('raw.vehicles').columns['mileage']!, fixed: true } },
        }),
      ),
    ).toEqual(['vehicle.mileage'])
  })

  it('the name of a source, and the text of a query in its place', () => {
    expect(moved(replaced([['raw.weather', 'raw.climate']]))).toEqual(rain)
    const query = (text: string): object => ({ query: { snowflake: [text], duckdb: [text] } })
    expect(moved(touch('source', 'raw.weather', query('select 1')))).toEqual(rain)
    expect(hashes(touch('source', 'raw.weather', query('select 1')))).not.toEqual(hashes(touch('source', 'raw.weather', query('select 2'))))
  })

  it('which rows a view knows, and the cadence of a view that is read at other points', () => {
    expect(moved(touch('view', 'vehicle_health', { known: 'corrected' }))).toEqual(['vehicle.km_30d'])
    expect(moved(touch('view', 'region_weather', { every: '7d' }))).toEqual(['customer.rain_score'])
  })

  it('every part of an expression', () => {
    const whole = plain.find((d): d is ViewDefinition => d.kind === 'view' && d.name === 'customer_service')!
    const feature = (name: string): FeatureDefinition => whole.features.find(f => f.name === name)!
    const changed = (name: string, from: string, to: string): readonly string[] => {
      const text = JSON.stringify(feature(name).expr)
      expect(text).toContain(from)
      const expr = JSON.parse(text.replace(from, to)) as Scalar
      return moved(touch('view', 'customer_service', { features: whole.features.map(f => (f.name === name ? { ...f, expr } : f)) }))
    }
    expect(changed('profit_30d', '"length":2592000', '"length":2592060')).toEqual(['customer.profit_30d'])
    expect(changed('orders_before_30d', '"offset":2592000', '"offset":0')).toEqual(['customer.order_change', 'customer.orders_before_30d'])
    expect(changed('profit_30d', '"aggregate":"sum"', '"aggregate":"avg"')).toEqual(['customer.profit_30d'])
    expect(changed('profit_30d', '"fn":"minus"', '"fn":"plus"')).toEqual(['customer.profit_30d'])
    expect(changed('profit_30d', '"name":"cost_usd"', '"name":"revenue_usd"')).toEqual(['customer.profit_30d'])
    expect(changed('profit_30d', '"partial":false', '"partial":true')).toEqual([])
    expect(changed('orders_30d', '"value":"done"', '"value":"lost"')).toEqual(['customer.order_change', 'customer.orders_30d'])
    expect(changed('orders_30d', '"path":["test"]', '"path":["probe"]')).toEqual(['customer.order_change', 'customer.orders_30d'])
    expect(changed('days_since_last', '"keepNulls":false', '"keepNulls":true')).toEqual(['customer.days_since_last', 'customer.risk_score'])
    expect(changed('on_time_rate_30d', '"value":0', '"value":1')).toEqual(['customer.on_time_rate_30d', 'customer.reliability', 'customer.risk_score'])
    expect(changed('delivery_hours_7d', '"value":"done"', '"value":"lost"')).toEqual(['customer.delivery_hours_7d@2'])
  })

  it('any two windows that differ', () => {
    const view = plain.find((d): d is ViewDefinition => d.kind === 'view' && d.name === 'vehicle_health')!
    const km = view.features.find(f => f.name === 'km_30d')!
    const windows = fc.record({
      length: fc.oneof(fc.constant('lifetime' as const), fc.integer({ min: 1, max: 400 })),
      offset: fc.integer({ min: 0, max: 400 }),
      aggregate: fc.constantFrom('sum', 'avg', 'min', 'max', 'stddev'),
    })
    const hashOf = (w: object): string =>
      hashes(touch('view', 'vehicle_health', { features: [{ ...km, expr: { ...km.expr, ...w } }] }))['feature.vehicle.km_30d']!
    fc.assert(
      fc.property(windows, windows, (a, b) => {
        expect(hashOf(a) === hashOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
      { numRuns: 60 },
    )
  })
})
