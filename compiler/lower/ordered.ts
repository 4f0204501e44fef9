import { as, call, descending, field, fields, integer, join, leastFirst, named, over, part, select } from '../ir/terms.ts'
import type { AggregatePlan } from './aggregate-plan.ts'
import type { Part, WindowContext, WindowSlot } from './window-slot.ts'
import { sameKey, storedTiles } from './window-slot.ts'

/** `first` or `last`. */
export interface OrderedSlot extends WindowSlot {
  readonly plan: Extract<AggregatePlan, { by: 'ordered' }>
}

export function isOrdered(slot: WindowSlot): slot is OrderedSlot {
  return slot.plan.by === 'ordered'
}

/** When the first or last row of a window happened: a least or greatest value, which merges like any other. */
export function timeSlot(slot: OrderedSlot): WindowSlot {
  const [, state] = slot.plan.states
  const op = slot.plan.which === 'last' ? 'max' : 'min'
  return { ...slot, name: timeOf(slot), plan: { by: 'merge', states: [{ state: state!, op }], finish: ([at]) => at! } }
}

function timeOf(slot: OrderedSlot): string {
  return `${slot.name}_time`
}

/** The value of the row of that time, which the part `times` holds: only of rows of one moment the tie-break has to tell. */
export function rowOfTime(slot: OrderedSlot, times: string, context: WindowContext): Part {
  const { table, leaf, plan, name } = slot
  const [value, at, ...ties] = plan.states.map(s => s.name) as [string, string, ...string[]]
  const { scan, visible, readable, pruned } = context.reading ?? storedTiles
  const point = field('feature_time', 'p')
  const grain = fields([...context.keys, 'feature_time'], 'p')
  // Other readings than that of stored tiles compare the keys by themselves.
  const own = context.reading === undefined ? sameKey('t', table.on, 'p', context.keys) : []
  const turn = plan.which === 'last' ? descending : leastFirst
  const order = [...ties, 'known_tile'].map(c => turn(field(c, 't')))
  const rank = over(
    'rowNumber',
    [],
    grain.map(g => g.expr),
    order,
    null,
  )
  const seen = [...visible(table, leaf, 't', point), ...readable(table, 't', point)]
  const of = select(as('t', scan(table, [value, at, ...ties])), [...grain, named(name, field(value, 't'))], {
    joins: [join('inner', 'p', part(times), [call('eq', field(at, 't'), field(timeOf(slot), 'p')), ...own, ...seen])],
    where: pruned([leaf], 't', table),
    qualify: [call('eq', rank, integer(1))],
  })
  return { name, of }
}
