import { groupBy } from '../../base/group.ts'
import { as, field, fields, part, select } from '../../ir/terms.ts'
import { expandComponents, expandSlot } from '../expand.ts'
import type { Part, WindowContext, WindowParts, WindowSlot } from '../window-slot.ts'
import { componentsOf, finishSlot } from '../window-slot.ts'

/** All aggregates over windows at moments of keys, from the rows that `context.reading` gives. */
export function momentWindows(slots: readonly WindowSlot[], context: WindowContext): WindowParts {
  const tables = [...groupBy(slots, s => s.table.address).values()]
  const all = tables.map((group, i) => tableParts(`t${i + 1}`, group, context))
  return { parts: all.flatMap(p => p.parts), outputs: all.flatMap(p => p.outputs) }
}

function tableParts(prefix: string, slots: readonly WindowSlot[], context: WindowContext): WindowParts {
  const merged = slots.filter(s => s.plan.by === 'merge')
  const others = slots.filter(s => s.plan.by !== 'merge')
  return {
    parts: [...(merged.length > 0 ? mergedParts(prefix, merged, context) : []), ...others.flatMap(s => expandSlot(s, context))],
    outputs: [
      ...(merged.length > 0 ? [{ part: prefix, slots: merged.map(s => s.name), isGrid: false }] : []),
      ...others.map(s => ({ part: s.name, slots: [s.name], isGrid: false })),
    ],
  }
}

function mergedParts(prefix: string, slots: readonly WindowSlot[], context: WindowContext): readonly Part[] {
  const seen = `${prefix}_seen`
  const columns = slots.map(s => finishSlot(s, c => field(c.name, seen)))
  return [
    { name: seen, of: expandComponents(componentsOf(slots), slots, context, null) },
    { name: prefix, of: select(as(seen, part(seen)), [...fields([...context.keys, 'feature_time'], seen), ...columns]) },
  ]
}
