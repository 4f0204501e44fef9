import { groupBy } from '../../base/group.ts'
import { as, field, fields, part, select } from '../../ir/terms.ts'
import { expandComponents, expandSlot } from '../expand.ts'
import type { Part, Reading, WindowContext, WindowParts, WindowSlot } from '../window-slot.ts'
import { componentsOf, finishSlot } from '../window-slot.ts'
import { cellParts, readsCells } from './cells.ts'

/** All aggregates over windows at moments of keys, from the rows that `context.reading` gives, or with `cells` from cells of them as far as that goes. */
export function momentWindows(slots: readonly WindowSlot[], context: MomentContext): WindowParts {
  const tables = [...groupBy(slots, s => s.table.address).values()]
  const all = tables.map((group, i) => tableParts(`t${i + 1}`, group, context))
  return { parts: all.flatMap(p => p.parts), outputs: all.flatMap(p => p.outputs) }
}

export interface MomentContext extends WindowContext {
  readonly reading: Reading
  readonly cells: boolean
}

function tableParts(prefix: string, slots: readonly WindowSlot[], context: MomentContext): WindowParts {
  const merged = slots.filter(s => s.plan.by === 'merge')
  const others = slots.filter(s => s.plan.by !== 'merge')
  const isCells = (s: WindowSlot): boolean => context.cells && readsCells(s)
  const [cells, rows] = [merged.filter(isCells), merged.filter(s => !isCells(s))]
  const grouped = [
    { name: prefix, of: rows, seen: (name: string): readonly Part[] => [{ name, of: expandComponents(componentsOf(rows), rows, context, null) }] },
    { name: `${prefix}_cells`, of: cells, seen: (name: string): readonly Part[] => cellParts(name, cells, context) },
  ].filter(g => g.of.length > 0)
  return {
    parts: [...grouped.flatMap(g => [...g.seen(`${g.name}_seen`), finished(g.name, g.of, context)]), ...others.flatMap(s => expandSlot(s, context))],
    outputs: [
      ...grouped.map(g => ({ part: g.name, slots: g.of.map(s => s.name), isGrid: false })),
      ...others.map(s => ({ part: s.name, slots: [s.name], isGrid: false })),
    ],
  }
}

function finished(name: string, slots: readonly WindowSlot[], context: WindowContext): Part {
  const seen = `${name}_seen`
  const columns = slots.map(s => finishSlot(s, c => field(c.name, seen)))
  return { name, of: select(as(seen, part(seen)), [...fields([...context.keys, 'feature_time'], seen), ...columns]) }
}
