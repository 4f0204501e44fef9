import { describe, expect, it } from 'vitest'
import { emptyOf } from '../../compiler/analyze/empty.ts'
import type { Scalar } from '../../compiler/ir/scalar.ts'
import { integer, literal } from '../../compiler/ir/terms.ts'
import { int, text } from '../../compiler/ir/type.ts'

describe('what a missing row means', () => {
  const scope = { leaf: () => int, feature: (ref: string): Scalar => (ref.endsWith('counted') ? integer(0) : literal(null, int)) }
  const lookup = (name: string): Scalar => ({
    kind: 'lookup',
    entity: 'entity.region',
    keys: { code: literal('x', text) },
    of: { kind: 'feature', ref: `feature.region.${name}` },
  })

  it('for a lookup: it finds no row, so that the feature behind it is empty too', () => {
    expect(emptyOf(lookup('counted'), scope)).toEqual(integer(0))
    expect(emptyOf({ kind: 'call', fn: 'coalesce', args: [lookup('counted'), integer(-1)] }, scope)).toEqual(integer(0))
    expect(emptyOf(lookup('averaged'), scope)).toEqual(literal(null, int))
  })
})
