import { groupBy } from '../../base/group.ts'
import { as, field, fields, part, select } from '../../ir/terms.ts'
import { expandComponents, expandSlot } from '../expand.ts'
import { isOrdered, rowOfTime, timeSlot } from '../ordered.ts'
import type { Part, Reading, WindowContext, WindowParts, WindowSlot } from '../window-slot.ts'
import { componentsOf, finishSlot } from '../window-slot.ts'
import { cellParts, readsCells } from './cells.ts'

/** All aggregates over windows at moments of keys, from the rows that `context.reading` gives, or with `cells` from cells of them as far as that goes. */
export function momentWindows(slots: readonly WindowSlot[], context: MomentContext): WindowParts {
  const tables = [...groupBy(slots, s => s.table.address).values()]
  const found = tables.map((group, i) => tableParts(`t${i + 1}`, group, context))
  const outputs = found.flatMap(f => f.outputs)
  const grid = outputs.find(o => o.isGrid)
  return { parts: found.flatMap(f => f.parts), outputs: outputs.map(o => ({ ...o, isGrid: o === grid })) }
}

export interface MomentContext extends WindowContext {
  readonly reading: Reading
  readonly cells: boolean
}

function tableParts(prefix: string, slots: readonly WindowSlot[], context: MomentContext): WindowParts {
  const ordered = slots.filter(isOrdered).map(slot => ({ slot, time: timeSlot(slot) }))
  const merged = [...slots.filter(s => s.plan.by === 'merge'), ...ordered.map(o => o.time)]
  const others = slots.filter(s => s.plan.by !== 'merge' && !isOrdered(s))
  const isCells = (s: WindowSlot): boolean => context.cells && readsCells(s)
  const [cells, rows] = [merged.filter(isCells), merged.filter(s => !isCells(s))]
  const output = (part: string, of: readonly WindowSlot[], isGrid: boolean): WindowParts['outputs'][number] => ({ part, slots: of.map(s => s.name), isGrid })
  const seen = `${prefix}_seen`
  return {
    parts: [
      ...(cells.length > 0 ? cellParts(`${prefix}_cells`, cells, context.keys) : []),
      ...(rows.length > 0 ? [{ name: seen, of: expandComponents(componentsOf(rows), rows, context, null) }, finished(prefix, seen, rows, context)] : []),
      ...ordered.map(o => rowOfTime(o.slot, cells.includes(o.time) ? `${prefix}_cells` : prefix, context)),
      ...others.flatMap(s => expandSlot(s, context)),
    ],
    outputs: [
      ...(cells.length > 0 ? [output(`${prefix}_cells`, cells, true)] : []),
      ...(rows.length > 0 ? [output(prefix, rows, false)] : []),
      ...[...ordered.map(o => o.slot), ...others].map(s => output(s.name, [s], false)),
    ],
  }
}

function finished(name: string, seen: string, slots: readonly WindowSlot[], context: WindowContext): Part {
  const columns = slots.map(s => finishSlot(s, c => field(c.name, seen)))
  return { name, of: select(as(seen, part(seen)), [...fields([...context.keys, 'feature_time'], seen), ...columns]) }
}
