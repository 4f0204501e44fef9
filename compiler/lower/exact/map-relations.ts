import type { Relation } from '../../ir/relation.ts'

/** A relation with each that `change` gives another one for in its place; null: look further in. */
export function mapRelations(relation: Relation, change: (r: Relation) => Relation | null): Relation {
  const changed = change(relation)
  if (changed !== null) return changed
  const go = (r: Relation): Relation => mapRelations(r, change)
  switch (relation.kind) {
    case 'select':
      return { ...relation, from: { ...relation.from, of: go(relation.from.of) }, joins: relation.joins.map(j => ({ ...j, of: go(j.of) })) }
    case 'union':
      return { ...relation, all: relation.all.map(go) }
    case 'with':
      return { ...relation, parts: relation.parts.map(p => ({ ...p, of: go(p.of) })), body: go(relation.body) }
    default:
      return relation
  }
}
