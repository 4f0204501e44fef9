import { describe, expect, it } from 'vitest'
import type { Address } from '../../compiler/base/address.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import { withOrder } from '../../compiler/plan/order.ts'
import { step, storageOf } from '../support/steps.ts'

const uses = new Map<Address, readonly Address[]>([
  ['tiles.a', []],
  ['view.a', ['tiles.a']],
  ['view.b', ['view.a']],
  ['store.s', ['view.a', 'view.b']],
  ['view.other', []],
])

/** What each step waits for, by titles. */
function order(...steps: readonly Step[]): Readonly<Record<string, readonly string[]>> {
  const titles = new Map(steps.map(s => [s.id, s.title]))
  return Object.fromEntries(withOrder(steps, uses).map(s => [s.title, s.after.map(id => titles.get(id)!)]))
}
const of = (cause: Address, phase: Step['phase'], title = `${phase} ${cause}`): Step => step({ title, sql: [title], cause, phase })

describe('the order of steps', () => {
  it('follows what resources read, through those that have no step', () => {
    expect(order(of('tiles.a', 'fill'), of('view.b', 'fill'), of('view.other', 'fill'), of('store.s', 'fill'))).toEqual({
      'fill tiles.a': [],
      'fill view.b': ['fill tiles.a'],
      'fill view.other': [],
      'fill store.s': ['fill tiles.a', 'fill view.b'],
    })
  })

  it('keeps the steps of one resource one after the other', () => {
    expect(order(of('view.a', 'publish', 'one'), of('view.a', 'publish', 'two'), of('view.other', 'publish', 'three'))).toEqual({
      one: [],
      two: ['one'],
      three: [],
    })
  })

  it('takes readers away before what they read', () => {
    expect(order(of('store.s', 'contract'), of('view.b', 'contract'), of('view.other', 'contract'), of('tiles.a', 'contract'))).toEqual({
      'contract store.s': [],
      'contract view.b': ['contract store.s'],
      'contract view.other': [],
      'contract tiles.a': ['contract view.b', 'contract store.s'],
    })
  })

  it('lets everything wait for schemas, and schemas not for one another', () => {
    expect(order(of('schema.a', 'expand'), of('schema.b', 'expand'), of('view.a', 'expand'))).toEqual({
      'expand schema.a': [],
      'expand schema.b': [],
      'expand view.a': ['expand schema.a', 'expand schema.b'],
    })
  })

  it('puts what belongs to no resource between all before it and all after it', () => {
    expect(order(of('view.a', 'expand'), of('view.other', 'expand'), of('monitor.reader', 'expand'), of('view.b', 'expand'))).toEqual({
      'expand view.a': [],
      'expand view.other': [],
      'expand monitor.reader': ['expand view.a', 'expand view.other'],
      'expand view.b': ['expand monitor.reader'],
    })
  })

  it('makes empty tables in any order', () => {
    const create = (cause: Address): Step => step({ title: cause, sql: [], cause, effect: { kind: 'storage', storage: storageOf(cause) } })
    expect(order(create('tiles.a'), create('view.a'), create('view.b'))).toEqual({ 'tiles.a': [], 'view.a': [], 'view.b': [] })
  })

  it('is none for data tests', () => {
    expect(order(of('view.a', 'audit'), of('view.b', 'audit'))).toEqual({ 'audit view.a': [], 'audit view.b': [] })
  })
})
