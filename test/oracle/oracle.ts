import type { OracleInput } from './data.ts'
import { loadSource } from './data.ts'
import { cadenceOf, pointsBetween } from './time.ts'
import type { Value } from './value.ts'
import type { ColumnOf, World } from './view.ts'
import { columnAt, columnsOf, populationAt } from './view.ts'

/** A row that a view must have. */
export interface OracleRow {
  readonly keys: readonly Value[]
  readonly point: bigint
  readonly values: Readonly<Record<string, Value>>
}

/**
 * What the rows of every view must be at its points in [from, to]: DESIGN.md section 5, row by row and as slowly as it
 * reads. It takes definitions as authored and shares no code with the compiler, so that a mistake of one is not made by both.
 */
export function oracleRows(input: OracleInput, from: bigint, to: bigint): Readonly<Record<string, readonly OracleRow[]>> {
  const world = worldOf(input)
  return Object.fromEntries(
    input.views.map(view => {
      const columns = view.features.flatMap(f => [...columnsOf(view, f), ...aliasOf(world, view.entity, f.name)])
      const rows = pointsBetween(from, to, cadenceOf(view)).flatMap(point =>
        [...populationAt(world, view, point).values()].map((keys): OracleRow => ({
          keys,
          point,
          values: Object.fromEntries(columns.map(c => [c.column, columnAt(world, c, keys, point)])),
        })),
      )
      return [view.name, rows]
    }),
  )
}

/** Where `versions` is used, the plain name shows the current one. */
function aliasOf(world: World, entity: string, name: string): readonly ColumnOf[] {
  const current = world.features.get(`feature.${entity}.${name}`)
  return current === undefined || current.column === name ? [] : [{ ...current, column: name }]
}

/** Everything that values are computed from. */
export function worldOf(input: OracleInput): World {
  const features = new Map<string, ColumnOf>()
  for (const view of input.views) {
    for (const f of view.features) {
      const address = `feature.${view.entity}.${f.name}`
      const columns = columnsOf(view, f)
      for (const c of columns) features.set(c.version === null ? address : `${address}@${c.version}`, c)
      const current =
        f.expr.kind === 'versions'
          ? (f.expr.current ??
            columns
              .map(c => c.version!)
              .toSorted((a, b) => Number(a) - Number(b))
              .at(-1))
          : null
      if (current !== null) features.set(address, features.get(`${address}@${current}`)!)
    }
  }
  return {
    entities: new Map(input.entities.map(e => [e.name, e])),
    sources: new Map(input.sources.map(s => [`source.${s.name}`, loadSource(s, input)])),
    features,
    runs: input.runs,
    memo: new Map(),
  }
}
