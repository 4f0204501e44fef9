import { isoOf } from '../../../compiler/base/instant.ts'
import type { CatalogColumn } from '../../../compiler/ir/catalog.ts'
import type { LiteralValue } from '../../../compiler/ir/scalar.ts'
import type { Type } from '../../../compiler/ir/type.ts'
import { below, unit } from './chance.ts'
import type { Pool } from './pools.ts'

const second = 1
const dayLength = 86_400 * second

/** The n-th key of an entity, in the type of one of its columns. */
export function keyValue(type: Type, n: number): LiteralValue {
  switch (type.kind) {
    case 'int':
    case 'decimal':
      return n + 1
    case 'flag':
      return n % 2 === 0
    case 'date':
      return isoOf((10_000 + n) * dayLength).slice(0, 10)
    case 'time':
      return isoOf((10_000 + n) * dayLength)
    default:
      return `k${n + 1}`
  }
}

/** A value of a column that is neither key nor one of the times of its source; `near` is the moment of its row, `seed` tells rows apart. */
export function anyValue(column: CatalogColumn, pool: Pool | undefined, near: number, seed: readonly (string | number)[]): LiteralValue {
  const of = [...seed, column.name]
  if (column.nullable && unit(...of, 'null') < 0.08) return null
  const known = column.values ?? [...(pool?.literals ?? [])].filter(v => typeof v === 'string')
  const numbers = [...(pool?.literals ?? [])].filter(v => typeof v === 'number')
  const { type } = column
  switch (type.kind) {
    case 'text':
      return known.length === 0 ? 'abc'[below(3, ...of)]! : known[below(known.length, ...of)]!
    case 'flag':
      return unit(...of) < 0.6
    case 'json':
      return documentOf(pool, of)
    case 'date':
      return isoOf(near - below(40, ...of) * dayLength).slice(0, 10)
    case 'time':
      return isoOf(near + below(10 * dayLength, ...of) - 5 * dayLength)
    default:
      return numberOf(type, numbers, of)
  }
}

/** Around what it is compared with, where it is. */
function numberOf(type: Type, compared: readonly number[], of: readonly (string | number)[]): LiteralValue {
  const about = compared.length > 0 && unit(...of, 'compared') < 0.6 ? compared[below(compared.length, ...of)]! + below(3, ...of, 'off') - 1 : null
  if (type.kind === 'float') return about ?? 1 + unit(...of) * 60
  const [precision, scale] = type.kind === 'decimal' ? [type.precision, type.scale] : [18, 0]
  const largest = 10 ** Math.min(6, precision - scale) - 1
  const value = Math.min(largest, about ?? (largest < 5 ? unit(...of) * largest : 1 + unit(...of) * Math.min(60, largest - 1)))
  return scale === 0 ? Math.round(value) : value.toFixed(Math.min(scale, 6))
}

function documentOf(pool: Pool | undefined, of: readonly (string | number)[]): string {
  const root: Record<string, unknown> = {}
  for (const { path, type } of pool?.paths.values() ?? []) {
    let at = root
    for (const step of path.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>
    const column = { name: path.join('.'), type, nullable: false, fixed: false, values: null, renamedFrom: null, description: null }
    if (type.kind !== 'json') at[path.at(-1)!] = anyValue(column, undefined, 0, of)
  }
  return JSON.stringify(root)
}
