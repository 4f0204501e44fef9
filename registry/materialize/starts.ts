import type { Address } from '../../compiler/base/address.ts'
import { isoOf, pointAt, pointFrom, secondsOf } from '../../compiler/base/instant.ts'
import { day } from '../../compiler/base/duration.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import type { CatalogSource, CatalogView } from '../../compiler/ir/catalog.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import { aggregate, as, field, named, select } from '../../compiler/ir/terms.ts'
import type { Bindings } from '../../compiler/plan/bind.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import type { Driver } from '../driver/driver.ts'

export interface StartRequest {
  readonly driver: Driver
  readonly bindings: Bindings
  /** In dependency order. */
  readonly views: readonly CatalogView[]
  readonly sources: ReadonlyMap<Address, CatalogSource>
  /** Starts that an earlier run found. */
  readonly recorded: Readonly<Record<Address, string>>
}

export interface Starts {
  /** First point of each view in seconds; missing where its sources are empty. */
  readonly of: ReadonlyMap<Address, number>
  /** Those that this run found, to be kept. */
  readonly found: ReadonlyMap<Address, string>
}

/** Declared, recorded, or the first event day of the sources that a view reads; a view of views starts with the first of them. */
export async function findStarts(request: StartRequest): Promise<Starts> {
  const of = new Map<Address, number>()
  const found = new Map<Address, string>()
  const firsts = new Map<Address, number | null>()
  for (const view of request.views) {
    const { start, every } = view.contract
    const known = start ?? request.recorded[view.address] ?? null
    if (known !== null) of.set(view.address, pointFrom(secondsOf(known), every))
    else {
      const first = (await firstDay(view, request, firsts)) ?? earliest(view.readsViews.map(v => of.get(v)))
      if (first === null) continue
      of.set(view.address, pointFrom(first, every))
      found.set(view.address, isoOf(pointFrom(first, every)))
    }
  }
  return { of, found }
}

function earliest(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter(v => v !== null && v !== undefined)
  return known.length === 0 ? null : Math.min(...known)
}

/** Events decide; without any, the first version of a dimension. */
async function firstDay(view: CatalogView, request: StartRequest, known: Map<Address, number | null>): Promise<number | null> {
  const sources = view.readsSources.map(s => request.sources.get(s)!)
  for (const form of ['events', 'dimension'] as const) {
    const firsts: (number | null)[] = []
    for (const source of sources.filter(s => s.form === form)) {
      if (!known.has(source.address)) known.set(source.address, await extremeTime(request, source, 'min'))
      firsts.push(known.get(source.address)!)
    }
    const first = earliest(firsts)
    if (first !== null) return pointAt(first, day)
  }
  return null
}

/** The least or greatest time at which a row of a source happened, in whole seconds; null for an empty source. */
export async function extremeTime(request: Pick<StartRequest, 'driver' | 'bindings'>, source: CatalogSource, which: 'min' | 'max'): Promise<number | null> {
  const column = source.eventTime ?? source.validFrom
  if (column === null) return null
  const rows: Relation = { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }
  const relation = select(as('s', rows), [named('moment', aggregate(which, [field(column, 's')]))])
  const [row] = await request.driver.query(
    printQuery(bindRelation(relation, request.bindings), request.bindings.placement.dialect, null),
    `look for the ${which === 'min' ? 'first' : 'last'} row of ${source.name}`,
  )
  const moment = row?.['moment']
  return typeof moment === 'string' ? secondsOf(moment) : null
}
