import type { SplitDefinition } from '../ir/definition.ts'
import { isRecord } from './part.ts'
import type { Reader } from './read.ts'
import { textOf, textsOf } from './read.ts'
import type { ColumnsOf, EntityOf } from './sentence.ts'
import type { Duration } from './window.ts'

/** What rows that stay together have in common: an entity of the spine, or columns of it. */
export type GroupBy<S> = (EntityOf<S> & string) | ColumnsOf<S> | readonly ColumnsOf<S>[]

/**
 * By the time of the examples, the only way that leaves the future out of the past: those before `train` train, those before
 * `validation` validate, the others test.
 */
export interface TimeSplit<S> {
  readonly train: string
  readonly validation: string
  /** Leaves out what is so close before a border that its label reaches over it: as long as the label's window. */
  readonly gap?: Duration
  /** Rows of one group go to one side, by the first time of the group. */
  readonly by?: GroupBy<S>
  readonly shares?: never
}

/** By a hash that stays the same whatever rows are added: for what does not go by time. */
export interface ShareSplit<S> {
  /** Shares of the whole, which add up to 1. */
  readonly shares: { readonly train: number; readonly validation?: number; readonly test?: number }
  /** Rows of one group go to one side; unless given, rows of the same keys and time. */
  readonly by?: GroupBy<S>
  readonly train?: never
  readonly validation?: never
  readonly gap?: never
}

export type Split<S> = TimeSplit<S> | ShareSplit<S>

const looks = "{ train: '2026-01-01', validation: '2026-04-01' }, or { shares: { train: 0.8, test: 0.2 } }"

export function splitOf(read: Reader): SplitDefinition {
  if (read.value('split') === undefined) {
    read.wrong('split', undefined, `a split, such as ${looks}`)
    return { train: null, validation: null, gap: null, shares: null, by: [] }
  }
  const split = read.record('split')
  for (const name of Object.keys(split)) {
    if (!['train', 'validation', 'gap', 'shares', 'by'].includes(name)) read.wrong(`split.${name}`, split[name], 'train, validation, gap, shares or by')
  }
  const text = (name: string): string | null => textOf(split[name], `split.${name}`, read.wrong)
  const by = split['by'] === undefined ? [] : textsOf(split['by'], 'split.by', read.wrong)
  if (split['shares'] !== undefined) {
    for (const other of ['train', 'validation', 'gap']) {
      if (split[other] !== undefined) read.wrong(`split.${other}`, split[other], 'nothing beside shares')
    }
    return { train: null, validation: null, gap: null, shares: sharesOf(split['shares'], read), by }
  }
  for (const end of ['train', 'validation']) {
    if (split[end] === undefined) read.wrong(`split.${end}`, undefined, "a date, such as '2026-01-01'")
  }
  return { train: text('train'), validation: text('validation'), gap: text('gap'), shares: null, by }
}

function sharesOf(given: unknown, read: Reader): NonNullable<SplitDefinition['shares']> {
  const shares = isRecord(given) ? given : {}
  if (!isRecord(given)) read.wrong('split.shares', given, 'shares, such as { train: 0.8, validation: 0.1, test: 0.1 }')
  const of = (name: string): number => {
    const share = shares[name] ?? 0
    if (typeof share === 'number' && share >= 0 && share <= 1) return share
    read.wrong(`split.shares.${name}`, share, 'a share from 0 to 1')
    return 0
  }
  return { train: of('train'), validation: of('validation'), test: of('test') }
}
