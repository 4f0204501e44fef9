import type { FeatureMeta } from '../ir/definition.ts'
import { expression } from './expression/expression.ts'
import type { Expression } from './expression/expression.ts'
import type { Any } from './expression/fluent.ts'
import { invalid, nodeOf } from './expression/node.ts'
import { isRecord, partKind } from './part.ts'

/**
 * Versions of one feature side by side, each in a column `name__v<n>`; the plain name shows `current`, the highest
 * unless said.
 * @example versions({ 1: avg(hours).over('7d'), 2: avg(hours).where(done).over('7d') }, { current: 1 })
 */
// `any`: the versions may be of any type
export function versions<const V extends Readonly<Record<number, Any<any>>>>(of: V, options: { readonly current?: keyof NoInfer<V> } = {}): V[keyof V] {
  if (!isRecord(of) || Object.keys(of).length === 0) return expression(invalid(of, 'versions by number, such as { 1: ..., 2: ... }'))
  const nodes: Record<string, ReturnType<typeof nodeOf>> = {}
  const metas: Record<string, FeatureMeta> = {}
  for (const [n, version] of Object.entries(of as Readonly<Record<string, unknown>>)) {
    nodes[n] = nodeOf(version, `an expression as version ${n}`)
    const meta = partKind(version) === 'expression' ? (version as Expression).meta : null
    if (meta !== null) metas[n] = meta
  }
  const current = isRecord(options) && options['current'] !== undefined ? String(options['current']) : null
  return expression(Object.freeze({ kind: 'versions', of: Object.freeze(nodes), current }), null, Object.freeze(metas))
}
