import { hashOf, shortHash } from '../../base/hash.ts'
import type { Relation } from '../../ir/relation.ts'
import { as, call, field, join, param, part, sameColumns, select } from '../../ir/terms.ts'
import type { TileTable } from '../tile-table.ts'
import type { ViewPlan } from '../view-plan.ts'
import { renamedKeys } from '../window-slot.ts'
import type { SeenEvents } from './alive.ts'
import type { MomentAccuracy } from './reading.ts'
import { tilesAndHead } from './tiles-and-head.ts'

/** Keys of which an event has happened and is known now, from tiles and the newest raw rows. */
export function keysSeenNow(plan: ViewPlan, table: TileTable, accuracy: MomentAccuracy): Relation {
  const ever = { length: 'lifetime', offset: 0 } as const
  const { scan, visible, readable, pruned } = tilesAndHead(plan.tables, [], accuracy)
  return select(as('t', scan(table, [])), renamedKeys(table, plan.keys, 't'), {
    distinct: true,
    where: [...visible(table, ever, 't', param('now')), ...readable(table, 't', param('now')), ...pruned([ever], 't', table)],
  })
}

export function seenNow(plan: ViewPlan, accuracy: MomentAccuracy): SeenEvents {
  return (table, keys) => {
    const name = `_seen_${shortHash(hashOf(table.address))}`
    const when = call('not', call('isNull', field(keys[0]!, name))) as ReturnType<SeenEvents>['when']
    return { parts: [{ name, of: keysSeenNow(plan, table, accuracy) }], joins: [join('left', name, part(name), sameColumns('g', name, keys))], when }
  }
}
