import type { Address } from '../../compiler/base/address.ts'
import { hashOf } from '../../compiler/base/hash.ts'
import type { Placed, Storage } from '../../compiler/ir/placed.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { StateRecord } from '../../compiler/ir/state.ts'
import { float, text, time } from '../../compiler/ir/type.ts'

/** A step with the content given; its id follows from it. */
export function step(given: Partial<Step> & Pick<Step, 'title' | 'sql'>): Step {
  const content = { phase: 'expand', after: [], cause: 'view.demo', transaction: false, fill: null, effect: null, probe: null, undo: null, ...given } as const
  return { ...content, id: hashOf(content) }
}

export function storageOf(name: string, columns: readonly string[] = ['value']): Storage {
  return {
    name: { catalog: null, schema: 'feat_storage', name },
    generation: `feat_storage.${name}`,
    grainColumns: ['k'],
    of: 'view.demo',
    grain: hashOf('grain'),
    first: true,
    columns: columns.map(c => ({ logical: c, stored: c, dataHash: hashOf(c) })),
  }
}

/** A record of about the size of a real one. */
export function recordOf(address: Address, columns: number, storages: readonly Storage[] = []): StateRecord {
  const names = Array.from({ length: columns }, (_, i) => `average_delivery_delay_${i}`)
  const applied: Placed = {
    address,
    kind: 'view',
    name: address,
    renamedFrom: null,
    causes: [address],
    uses: [{ on: 'tiles.deliveries', columns: names }],
    usesSources: [],
    grain: { keys: [{ name: 'customer_id', type: text }], time: [{ name: 'feature_time', type: time }], hash: hashOf('grain') },
    columns: names.map(name => ({
      name,
      type: float,
      nullable: true,
      of: `feature.customer.${name}`,
      description: `The average delay of the deliveries of a customer, ${name}`,
      dataHash: hashOf(name),
      aliasOf: null,
    })),
    filling: { by: 'points', every: 86_400 },
    publish: 'view',
    physical: {},
    comment: 'Deliveries of a customer',
    promises: {},
    tags: ['delivery'],
    protect: false,
    hash: { data: hashOf(names), shape: hashOf(address), meta: hashOf('meta') },
    publicName: { catalog: null, schema: 'ml', name: address.replaceAll('.', '_') },
  }
  return {
    environment: 'main',
    address,
    applied,
    storages,
    protect: false,
    plan: hashOf('plan'),
    tool: '0.1.0',
    definitions: names.map(n => ({
      address: `feature.customer.${n}`,
      formula: `avg(deliveries.delay).over('30d') of ${n}`,
      dataHash: hashOf(n),
      type: 'float',
    })),
  }
}
