import { describe, expect, it } from 'vitest'
import { FeatError } from '../../compiler/base/diagnostic.ts'
import type { Catalog } from '../../compiler/ir/catalog.ts'
import { checkKeys, findFeature } from '../../cli/find-feature.ts'

function feature(address: string): unknown {
  const name = address.split('.')[2]!.replace(/@\d+$/, '')
  return { address, name, view: 'view.v', entity: `entity.${address.split('.')[1]}` }
}
const addresses = [
  'feature.customer.risk_score',
  'feature.customer.speed@1',
  'feature.customer.speed@2',
  'feature.customer.age',
  'feature.vehicle.age',
  'feature.route.cost',
]
const catalog = {
  features: Object.fromEntries(addresses.map(a => [a, feature(a)])),
  views: [{ address: 'view.v', aliases: { speed: 'feature.customer.speed@1' } }],
  entities: [
    { address: 'entity.customer', keys: [{ name: 'customer_id' }] },
    { address: 'entity.route', keys: [{ name: 'a' }, { name: 'b' }] },
  ],
} as unknown as Catalog

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof FeatError) return `${error.message} ${error.diagnostics[0]?.hint ?? ''}`
    throw error
  }
  return 'found'
}

describe('findFeature', () => {
  it('takes names, names with their entity, addresses and versions, in any case', () => {
    const found = (text: string): string => findFeature(catalog, text).address
    expect(found('risk_score')).toBe('feature.customer.risk_score')
    expect(found('RISK_SCORE')).toBe('feature.customer.risk_score')
    expect(found('vehicle.age')).toBe('feature.vehicle.age')
    expect(found('feature.customer.age')).toBe('feature.customer.age')
    expect(found('speed')).toBe('feature.customer.speed@1')
    expect(found('customer.speed@2')).toBe('feature.customer.speed@2')
  })

  it('F709 unknown and ambiguous names', () => {
    expect(refusal(() => findFeature(catalog, 'risk_scor'))).toBe("F709: there is no feature 'risk_scor' did you mean 'risk_score'?")
    expect(refusal(() => findFeature(catalog, 'zzzz'))).toBe("F709: there is no feature 'zzzz' generated/CATALOG.md lists the features")
    expect(refusal(() => findFeature(catalog, 'age'))).toBe(
      "F709: 'age' is a feature of several entities: customer.age or vehicle.age name it as <entity>.<feature>",
    )
  })
})

describe('checkKeys', () => {
  it('F710 wants each key of the entity once, or none', () => {
    const route = findFeature(catalog, 'cost')
    expect(checkKeys(catalog, route, {})).toEqual([])
    expect(checkKeys(catalog, route, { a: '1', b: '2' })).toEqual([])
    expect(checkKeys(catalog, route, { a: '1', c: '2' })[0]).toMatchObject({
      code: 'F710',
      message: 'feature.route.cost is described by the keys a, b, found a, c',
      hint: 'add --key a=... --key b=...',
    })
  })
})
