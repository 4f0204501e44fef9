import type { Seconds } from '../base/duration.ts'
import { groupBy } from '../base/group.ts'
import type { Relation, Term, TermLeaf } from '../ir/relation.ts'
import { as, call, field, fields, join, param, part, sameColumns, select } from '../ir/terms.ts'
import { cellParts, entering, framed, runningDistinct, runningOrdered } from './cells.ts'
import { denseOf, denseParts, seenKeys, takesLate } from './dense.ts'
import { expandComponents, expandSlot, mergedTerm } from './expand.ts'
import { isOrdered, rowOfTime, timeSlot } from './ordered.ts'
import type { Component, Part, WindowContext, WindowParts, WindowSlot } from './window-slot.ts'
import { componentsOf, finishSlot } from './window-slot.ts'

/** All aggregates over windows of a view: grouped by tile table, each in the cheapest way that is exact for it. */
export function windowParts(slots: readonly WindowSlot[], context: WindowContext): WindowParts {
  const tables = groupBy(slots, s => s.table.address)
  const all = [...tables.values()].map((group, i) => tableParts(`t${i + 1}`, group, context))
  return { parts: all.flatMap(p => p.parts), outputs: all.flatMap(p => p.outputs) }
}

function tableParts(prefix: string, slots: readonly WindowSlot[], context: WindowContext): WindowParts {
  const { table } = slots[0]!
  const ordered = slots.filter(isOrdered).filter(s => !runs(s))
  const merged = [...slots.filter(s => s.plan.by === 'merge'), ...ordered.map(timeSlot)]
  const components = componentsOf(merged)
  const finite = components.filter(c => c.length !== 'lifetime')
  const lifetime = components.filter(c => c.length === 'lifetime')
  const dense = context.bulk && table.tile === context.every ? finite : []
  const others = slots.filter(s => s.plan.by !== 'merge' && (!isOrdered(s) || runs(s)))
  const parts: Part[] = lifetime.length + others.filter(runs).length > 0 ? [...cellParts(prefix, table, context)] : []
  const isGrid = dense.length > 0 && context.living?.table === table.address
  const holders: Holder[] = [
    ...denseHolders(prefix, merged, dense, context, isGrid),
    ...expandedHolders(
      prefix,
      merged,
      finite.filter(c => !dense.includes(c)),
      context,
    ),
    ...runningHolders(prefix, merged, lifetime, context),
  ]
  parts.push(...holders.flatMap(h => h.parts))
  if (merged.length > 0) parts.push({ name: prefix, of: finished(holders, merged, context) })
  parts.push(...ordered.map(s => rowOfTime(s, prefix, context)))
  const single = others.map(s => (runs(s) ? runningSlot(s, prefix, context) : expandSlot(s, context)))
  return {
    parts: [...parts, ...single.flat()],
    outputs: [
      ...(merged.length > 0 ? [{ part: prefix, slots: merged.map(s => s.name), isGrid }] : []),
      ...[...ordered, ...others].map(s => ({ part: s.name, slots: [s.name], isGrid: false })),
    ],
  }
}

function runs(slot: WindowSlot): boolean {
  return slot.leaf.length === 'lifetime' && (slot.plan.by === 'ordered' || (slot.plan.by === 'multiset' && slot.plan.measure === 'distinct'))
}

function runningSlot(slot: WindowSlot, prefix: string, context: WindowContext): readonly Part[] {
  return slot.plan.by === 'ordered' ? runningOrdered(slot, prefix, context) : runningDistinct(slot, prefix, context)
}

/** A part that holds components by (keys, feature_time); a dense one has a row for every cell. */
interface Holder {
  readonly parts: readonly Part[]
  readonly name: string
  readonly dense: boolean
  readonly components: readonly Component[]
}

/** Frames over dense cells; what those do not take up of late rows is joined to the points that see it. */
function denseHolders(prefix: string, slots: readonly WindowSlot[], components: readonly Component[], context: WindowContext, isGrid: boolean): Holder[] {
  if (components.length === 0) return []
  const { table } = slots[0]!
  const [frames, keys] = [`${prefix}_frames`, `${prefix}_alive`]
  const dense = denseOf(table, components, context)
  const alive = isGrid ? context.living!.part : keys
  const parts = [...(isGrid ? [] : [{ name: keys, of: seenKeys(table, context) }]), ...denseParts(frames, alive, dense)]
  const late = (name: string, of: readonly Component[], after: Seconds): Holder[] =>
    of.length === 0 ? [] : [{ parts: [{ name, of: expandComponents(of, slots, context, after) }], name, dense: false, components: of }]
  const later = components.filter(c => takesLate(dense, c))
  return [
    { parts, name: frames, dense: true, components },
    ...(table.known
      ? late(
          `${prefix}_late`,
          components.filter(c => !later.includes(c)),
          0,
        )
      : []),
    ...(table.known ? late(`${prefix}_later`, later, dense.lateness) : []),
  ]
}

function expandedHolders(prefix: string, slots: readonly WindowSlot[], components: readonly Component[], context: WindowContext): Holder[] {
  if (components.length === 0) return []
  const name = `${prefix}_seen`
  return [{ parts: [{ name, of: expandComponents(components, slots, context, null) }], name, dense: false, components }]
}

function runningHolders(prefix: string, slots: readonly WindowSlot[], components: readonly Component[], context: WindowContext): Holder[] {
  return [...groupBy(components, c => c.offset)].map(([offset, group]) => {
    const [entered, name] = [`${prefix}_entering_${offset}`, `${prefix}_running_${offset}`]
    const parts = [
      { name: entered, of: entering(slots[0]!.table, group, context) },
      { name, of: framed(prefix, entered, group, context) },
    ]
    return { parts, name, dense: true, components: group }
  })
}

/** The finished aggregates: holders joined on (keys, feature_time), a dense one first. */
function finished(holders: readonly Holder[], slots: readonly WindowSlot[], context: WindowContext): Relation {
  const ordered = holders.toSorted((a, b) => Number(b.dense) - Number(a.dense))
  const grain = [...context.keys, 'feature_time']
  const value = (c: Component): Term => {
    const holding = ordered.filter(h => h.components.includes(c)).map(h => field(c.name, h.name))
    return holding.reduce((a, b) => mergedTerm(c.op, a, b))
  }
  const components = new Map(holders.flatMap(h => h.components).map(c => [c.name, c]))
  const columns = slots.map(s => finishSlot(s, c => value(components.get(c.name)!)))
  const [base, ...rest] = ordered
  const alias = base!.name
  const isDue: Term = call<TermLeaf>('gte', field('feature_time', alias), param('from'))
  return select(as(alias, part(alias)), [...fields(grain, alias), ...columns], {
    joins: rest.map(h => join('left', h.name, part(h.name), sameColumns(alias, h.name, grain))),
    where: base!.dense ? [isDue] : [],
  })
}
