import { isoOf, secondsOf } from '../../base/instant.ts'
import type { CatalogDataset } from '../../ir/catalog.ts'
import type { Term, TermLeaf } from '../../ir/relation.ts'
import { call, cast, choose, field, instant, integer, literal, words } from '../../ir/terms.ts'
import type { Type } from '../../ir/type.ts'
import { decimal, text } from '../../ir/type.ts'
import type { Model } from '../model.ts'
import { groupTime, labelTime, shownColumns, spineField, spineOf } from './spine.ts'
import { happened } from '../row.ts'
import { unique } from '../../base/group.ts'

export const parts = ['train', 'validation', 'test'] as const

/** To which part of the split a row of `spineRows` goes; NULL in a gap. */
export function splitTerm(model: Model, dataset: CatalogDataset, alias: string): Term {
  const { split } = dataset
  if (split.kind === 'shares') return shareTerm(model, dataset, alias)
  const at = field(split.by.length === 0 ? labelTime : groupTime, alias)
  const before = (iso: string): Term => call('lt', at, instant(iso))
  const arms = [
    [split.train, 'train'],
    [split.validation, 'validation'],
  ].flatMap(([border, part]): (readonly [Term, Term])[] => {
    if (split.gap === 0) return [[before(border!), words(part!)]]
    // a label that ends at the border does not reach over it
    const end = isoOf(secondsOf(border!) - split.gap)
    return [
      [call('lte', at, instant(end)), words(part!)],
      [before(border!), literal(null, text)],
    ]
  })
  return { kind: 'case', arms, otherwise: words('test') }
}

/** How many values the hash has: a share is met to the 4,000,000,000,000,000th. */
const hashes = 2 ** 52

function shareTerm(model: Model, dataset: CatalogDataset, alias: string): Term {
  const { split } = dataset
  if (split.kind !== 'shares') return literal(null, text)
  const columns = split.by.length > 0 ? split.by : unique([...shownColumns(dataset), happened(spineOf(model, dataset))])
  const typeOf = (c: string): Type => spineOf(model, dataset).columns.find(x => x.name === c)!.type
  const hash = call<TermLeaf>('hash52', hashed(columns.map(c => ({ value: spineField(model, dataset, c, alias), type: typeOf(c) }))))
  const below = (share: number, then: Term, otherwise: Term): Term => choose<TermLeaf>(call('lt', hash, integer(Math.round(share * hashes))), then, otherwise)
  return below(split.train, words('train'), below(split.train + split.validation, words('validation'), words('test')))
}

/** One text of several values that differs wherever one of them does: NULL is no text, and each is hashed before they are joined. */
function hashed(values: readonly { readonly value: Term; readonly type: Type }[]): Term {
  const each = values.flatMap(v => [words(' '), call<TermLeaf>('coalesce', cast(call('hash52', textOf(v.value, v.type)), text), words('-'))])
  return each.length === 2 ? each[1]! : call('concat', ...each)
}

/** The same text on every engine, which write timestamps each in its own way. */
function textOf(value: Term, type: Type): Term {
  if (type.kind === 'text') return value
  if (type.kind !== 'time') return cast(value, text)
  const inDay = cast<TermLeaf>(call('elapsed', call('truncate', value, words('day')), value, words('seconds')), decimal(11, 6))
  return call('concat', cast(call('dateOf', value), text), words(' '), cast(inDay, text))
}
