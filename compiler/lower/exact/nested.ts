import type { Relation } from '../../ir/relation.ts'
import { mapRelations } from './map-relations.ts'

/** A `with` whose parts have names of their own, so that it can stand within another one and read its parts by `outer`. */
export function nested(relation: Extract<Relation, { kind: 'with' }>, prefix: string, outer: Relation): Relation {
  const own = new Set(relation.parts.map(p => p.name))
  const rename = (r: Relation): Relation =>
    mapRelations(r, x => (x === outer ? x : x.kind === 'table' && own.has(x.name) ? { ...x, name: `${prefix}${x.name}` } : null))
  return { ...relation, parts: relation.parts.map(p => ({ name: `${prefix}${p.name}`, of: rename(p.of) })), body: rename(relation.body) }
}
