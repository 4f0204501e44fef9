import { unique } from '../../base/group.ts'
import type { CatalogDataset, CatalogSource } from '../../ir/catalog.ts'
import type { Named, Order, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import { as, ascending, call, field, instant, named, over, select } from '../../ir/terms.ts'
import type { Model } from '../model.ts'
import { unknown } from '../model.ts'
import { newestRows } from '../row-versions.ts'
import { columnsIn, effectiveKnown, happened } from '../row.ts'

/** The moment of an example, for which its features and label are. */
export const labelTime = 'label_time'

/** The first time of the rows that stay together in a split. */
export const groupTime = 'group_time'

/** Under which name a column of the spine is carried along: ours can never be called so. */
export function carried(column: string): string {
  return `s_${column}`
}

export function spineOf(model: Model, dataset: CatalogDataset): CatalogSource {
  return model.sources.get(dataset.spine) ?? unknown(dataset.spine)
}

/** The columns of the spine that the result shows beside the time: keys, then what is kept, in this order. */
export function shownColumns(dataset: CatalogDataset): readonly string[] {
  return unique([...dataset.roles.flatMap(r => r.on), ...dataset.keep])
}

/** All columns of the spine that are read, but for its times. */
function readColumns(model: Model, dataset: CatalogDataset): readonly string[] {
  const label = columnsIn(dataset.label)
  const time = happened(spineOf(model, dataset))
  return unique([...shownColumns(dataset), ...dataset.split.by, ...label]).filter(c => c !== time)
}

/** A column of the spine over the alias of rows of `spineRows`. */
export function spineField(model: Model, dataset: CatalogDataset, column: string, alias: string): Term {
  return field(column === happened(spineOf(model, dataset)) ? labelTime : carried(column), alias)
}

/** The rows of a source that have a time and were known before the cutoff. */
export function knownBefore(source: CatalogSource, known: string, alias: string): readonly Term[] {
  return [call('not', call('isNull', field(happened(source), alias))), call('lt', effectiveKnown(source, true, alias), instant(known))]
}

/** The examples that were known: each row of the spine once, whatever its keys hold. */
export function spineRows(model: Model, dataset: CatalogDataset, known: string): Relation {
  const source = spineOf(model, dataset)
  const time = field(happened(source), 's')
  const grouped = dataset.split.kind === 'time' && dataset.split.by.length > 0
  const columns: Named[] = [
    named(labelTime, time),
    ...readColumns(model, dataset).map(c => named(carried(c), field(c, 's'))),
    ...(grouped
      ? [
          named(
            groupTime,
            over(
              'min',
              [time],
              dataset.split.by.map(c => field(c, 's')),
              [],
              null,
            ),
          ),
        ]
      : []),
  ]
  return select(as('s', newestRows(source, instant(known))), columns, { where: knownBefore(source, known, 's') })
}

/** Whether the time of an example is asked for. */
export function withinSpan(from: string | null, to: string | null, alias: string): readonly Term[] {
  const at = field(labelTime, alias)
  return [...(from === null ? [] : [call<TermLeaf>('gte', at, instant(from))]), ...(to === null ? [] : [call<TermLeaf>('lt', at, instant(to))])]
}

/** Rows in the one order in which they are written: what is equal in all of these is equal in everything. */
export function rowOrder(model: Model, dataset: CatalogDataset, alias: string): readonly Order[] {
  const json = (c: string): boolean => spineOf(model, dataset).columns.some(x => x.name === c && x.type.kind === 'json')
  const columns = readColumns(model, dataset).filter(c => !json(c))
  return [field(labelTime, alias), ...columns.map(c => field(carried(c), alias))].map(ascending)
}
