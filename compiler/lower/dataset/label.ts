import { groupBy, unique, uniqueBy } from '../../base/group.ts'
import { isoOf } from '../../base/instant.ts'
import { aggregates } from '../../ir/aggregates.ts'
import type { CatalogDataset, CatalogSource } from '../../ir/catalog.ts'
import type { Join, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import type { Scalar, ScalarLeaf, WindowAggregate } from '../../ir/scalar.ts'
import { leavesOf, mapLeaves } from '../../ir/scalar.ts'
import { all, as, bucketOf, call, field, fields, instant, integer, join, later, named, part, sameColumns, select } from '../../ir/terms.ts'
import type { Model } from '../model.ts'
import { columnsOf, unknown } from '../model.ts'
import { columnsIn, happened, wholeRow } from '../row.ts'
import { newestRows } from '../row-versions.ts'
import type { Part } from '../window-slot.ts'
import type { Counted } from './label-value.ts'
import { aggregateTerm, isOrdered, orderedParts } from './label-value.ts'
import type { DatasetRequest } from './request.ts'
import { carried, knownBefore, labelTime, spineField } from './spine.ts'

/** How the labels come about: parts beside the examples, joins to them, and the value. */
export interface LabelBody {
  readonly parts: readonly Part[]
  readonly joins: readonly Join[]
  readonly value: Term
}

/** The windows of a label, each once. */
export function labelWindows(dataset: CatalogDataset): readonly WindowAggregate[] {
  const windows = leavesOf<ScalarLeaf>(dataset.label).filter(l => l.kind === 'window')
  return uniqueBy(windows, w => JSON.stringify(w))
}

/** Whether all windows of the label of a row of `alias` lie within what is known: from where history is complete to the horizon of their source. */
export function labelKnown(model: Model, dataset: CatalogDataset, { horizons }: DatasetRequest, alias: string): Term {
  const at = field(labelTime, alias)
  return all<TermLeaf>(
    labelWindows(dataset).flatMap(w => {
      const source = model.sources.get(w.source) ?? unknown(w.source)
      const horizon = horizons[w.source] ?? null
      const end: Term = horizon === null ? { kind: 'literal', value: false, type: { kind: 'flag' } } : call('lte', later(at, reachOf(w)), instant(horizon))
      return [end, ...(source.historyFrom === null ? [] : [call<TermLeaf>('gte', later(at, w.offset), instant(source.historyFrom))])]
    }),
  )
}

function reachOf(w: WindowAggregate): number {
  return w.offset + (w.length as number)
}

/** The label of each row of `examples`, over its alias. */
export function labelBody(model: Model, dataset: CatalogDataset, request: DatasetRequest, examples: string, alias: string): LabelBody {
  const windows = labelWindows(dataset)
  const column = (leaf: ScalarLeaf): Term => spineField(model, dataset, leaf.kind === 'column' ? leaf.name : '', alias)
  if (windows.length === 0) return { parts: [], joins: [], value: mapLeaves<ScalarLeaf, TermLeaf>(dataset.label, column) }
  const entity = model.entities.get(dataset.entity!) ?? unknown(dataset.entity!)
  const on = dataset.roles.find(r => r.entity === entity.address)!.on
  const grain = [...on.map((_, i) => `k${i + 1}`), labelTime]
  const labelled: Part = { name: 'labelled', of: labelledRows(model, dataset, on, examples) }
  const spans = [...groupBy(windows, w => JSON.stringify([w.source, w.keys, w.length, w.offset]))].map(([, of], i) => {
    const source = model.sources.get(of[0]!.source) ?? unknown(of[0]!.source)
    return spanParts({ windows: of, source, on: columnsOf(entity, source, of[0]!.keys), grain, name: `future_${i + 1}` }, request)
  })
  const values = spans.flatMap(s => s.values)
  const holders = unique(values.map(v => v.part))
  const joinTo = (p: string): Join =>
    join('left', p, part(p), [
      ...on.map((c, i) => call<TermLeaf>('eq', field(`k${i + 1}`, p), spineField(model, dataset, c, alias))),
      call('eq', field(labelTime, p), field(labelTime, alias)),
    ])
  return { parts: [labelled, ...spans.flatMap(s => s.parts)], joins: holders.map(joinTo), value: labelValue(dataset.label, values) }
}

/** Each key and time once: where a key is NULL there is nobody who does anything. */
function labelledRows(model: Model, dataset: CatalogDataset, on: readonly string[], examples: string): Relation {
  const keys = on.map(c => spineField(model, dataset, c, 'x'))
  return select(as('x', part(examples)), [...keys.map((k, i) => named(`k${i + 1}`, k)), named(labelTime, field(labelTime, 'x'))], {
    distinct: true,
    where: keys.map(k => call('not', call('isNull', k))),
  })
}

interface Span {
  readonly windows: readonly WindowAggregate[]
  readonly source: CatalogSource
  readonly on: readonly string[]
  readonly grain: readonly string[]
  readonly name: string
}

interface LabelPart {
  readonly parts: readonly Part[]
  readonly values: readonly { readonly window: WindowAggregate; readonly part: string; readonly column: string }[]
}

/**
 * The rows in [T + offset, T + offset + length) of each label, and what is computed of them. Time is cut into spans as long
 * as the window: a window lies in two of them, so that rows are found by equality of key and span, not by comparing each
 * row of a key with each of its labels.
 */
function spanParts(span: Span, request: DatasetRequest): LabelPart {
  const { windows, source, grain, name } = span
  const counted: Counted = { part: name, grain, source }
  const ordered = windows.filter(isOrdered).map((window, i) => ({ window, part: `${name}_l${i + 1}`, column: `${name}_l${i + 1}` }))
  const plain = windows.filter(w => !isOrdered(w)).map((window, i) => ({ window, part: `${name}_values`, column: `${name}_a${i + 1}` }))
  const values: Part[] =
    plain.length === 0
      ? []
      : [
          {
            name: `${name}_values`,
            of: select(as('m', part(name)), [...fields(grain, 'm'), ...plain.map(p => named(p.column, aggregateTerm(p.window, source)))], {
              groupBy: grain.map(g => field(g, 'm')),
            }),
          },
        ]
  return {
    parts: [...rowsOfSpan(span, request), ...values, ...ordered.flatMap(o => orderedParts(o.window, o.part, counted))],
    values: [...plain, ...ordered],
  }
}

function rowsOfSpan({ windows, source, on, grain, name }: Span, request: DatasetRequest): readonly Part[] {
  const length = windows[0]!.length as number
  const { offset } = windows[0]!
  const opens = later(field(labelTime, 'l'), offset)
  const keys = grain.filter(g => g !== labelTime)
  const bucketed = (of: Term): Relation => select(as('l', part('labelled')), [...fields(grain, 'l'), named('span', of)])
  const first = bucketOf(opens, length)
  const time = happened(source)
  const columns = unique([time, ...source.tieBreak, ...windows.flatMap(w => [...columnsIn(w.of), ...columnsIn(w.where)])])
  const events = select(
    as('s', newestRows(source, instant(request.known))),
    [
      ...on.map((c, i) => named(`k${i + 1}`, field(c, 's'))),
      ...columns.map(c => named(carried(c), field(c, 's'))),
      named('span', bucketOf(field(time, 's'), length)),
    ],
    { where: [wholeRow(source, on, 's'), ...knownBefore(source, request.known, 's'), ...reached(request, field(time, 's'), offset, length)] },
  )
  const start = later(field(labelTime, 'b'), offset)
  const at = field(carried(time), 'e')
  const matched = select(as('b', part(`${name}_spans`)), [...fields(grain, 'b'), ...fields(columns.map(carried), 'e')], {
    joins: [
      join('inner', 'e', part(`${name}_rows`), [...sameColumns('b', 'e', [...keys, 'span']), call('gte', at, start), call('lt', at, later(start, length))]),
    ],
  })
  return [
    { name: `${name}_spans`, of: { kind: 'union', all: [bucketed(first), bucketed(later(first, length))] } },
    { name: `${name}_rows`, of: events },
    { name, of: matched },
  ]
}

/** Only rows that some label can reach. */
function reached({ reach }: DatasetRequest, at: Term, offset: number, length: number): readonly Term[] {
  if (reach === null) return []
  return [call('gte', at, instant(isoOf(reach.first + offset))), call('lt', at, instant(isoOf(reach.last + 1 + offset + length)))]
}

function labelValue(label: Scalar, values: LabelPart['values']): Term {
  return mapLeaves<ScalarLeaf, TermLeaf>(label, leaf => {
    const wanted = JSON.stringify(leaf)
    const of = values.find(v => JSON.stringify(v.window) === wanted)!
    const value = field(of.column, of.part)
    return aggregates[of.window.aggregate].empty === 'zero' ? call('coalesce', value, integer(0)) : value
  })
}
