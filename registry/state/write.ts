import type { Address } from '../../compiler/base/address.ts'
import { absurd } from '../../compiler/base/diagnostic.ts'
import type { StateEffect } from '../../compiler/ir/plan.ts'
import type { Coverage, StateRecord } from '../../compiler/ir/state.ts'
import { coverStatements as covering, uncoverStatements } from '../../compiler/plan/cover.ts'
import type { Merged, MergeRow } from './merge.ts'
import { mergeStatements } from './merge.ts'
import type { StateSql } from './tables.ts'
import { instantText } from './tables.ts'

/** On whose behalf state is written. */
export interface Writing {
  readonly environment: string
  readonly plan: string
  /** ISO instant after which storages that are retired now may be dropped. */
  readonly keepUntil: string
  /** A printed condition without which nothing is written; none where the transaction sees to it. */
  readonly onlyIf?: string
  /** What state holds of storages already, by generation: written by the same run. */
  readonly known?: ReadonlyMap<string, string>
  /** False where nothing is retired, so that nothing is to be taken back. */
  readonly anyRetired?: boolean
}

/** Statements in the order in which they have to be done: what stands side by side is of different tables. */
export interface Writes {
  readonly stages: readonly (readonly (readonly string[])[])[]
  /** Only all of them together are whole. */
  readonly atomic: boolean
}

export function inOrder({ stages }: Writes): readonly string[] {
  return stages.flat(2)
}

/**
 * The statements by which state takes up what steps have done, few whatever their number. Each may run twice, and where
 * they commit one by one, any of them may be the last: a storage gives up columns before a record stops showing them.
 */
export function effectWrites(sql: StateSql, effects: readonly StateEffect[], writing: Writing): Writes {
  const changes: Changes = { storages: new Map(), records: new Map(), renamed: [], starts: new Map(), retired: new Map(), uncovered: [], cut: [] }
  for (const effect of effects) collect(changes, effect, writing)
  const { environment, onlyIf } = writing
  const merged = (into: string, columns: readonly string[], keys: number, rows: readonly MergeRow[], owned?: string): Merged =>
    mergeStatements({ into, columns, keys, rows, ...(owned === undefined ? {} : { owned }) }, sql.text, onlyIf)
  const storages = merged(sql.storages, ['generation', 'owner', 'created_by', 'body'], 1, [...changes.storages.values()], 'owner')
  const records = merged(sql.records, ['environment', 'address', 'body'], 2, recordRows(changes, environment))
  const retired = merged(
    sql.retired,
    ['generation', 'drop_after'],
    1,
    [...changes.retired].filter(([, until]) => until !== null || writing.anyRetired !== false).map(retiredRow),
  )
  const starts = merged(
    sql.starts,
    ['address', 'found_at'],
    1,
    [...changes.starts].map(values => ({ how: 'put', values })),
  )
  const uncovered = changes.uncovered.map(generation => fenced(withoutCoverage(sql, generation), onlyIf))
  const cut = changes.cut.flatMap(c => cutStatements(sql, c).map(statement => fenced(statement, onlyIf)))
  const renamed = changes.renamed.map(([address, former]) => fenced(startUnder(sql, address, former), onlyIf))
  return {
    stages: [
      [[...uncovered, ...cut], storages.statements],
      [records.statements, retired.statements, [...renamed, ...starts.statements]],
    ],
    atomic: storages.atomic || records.atomic,
  }
}

function retiredRow([generation, until]: readonly [string, string | null]): MergeRow {
  return { how: until === null ? 'drop' : 'put', values: [generation, until ?? ''] }
}

/** What becomes of rows, by their key: later effects win. */
interface Changes {
  readonly storages: Map<string, MergeRow>
  /** Null: no longer there. */
  readonly records: Map<Address, StateRecord | null>
  /** New and former address. */
  readonly renamed: (readonly [Address, Address])[]
  readonly starts: Map<Address, string>
  /** Until when it is kept; null: not retired, or no longer. */
  readonly retired: Map<string, string | null>
  readonly uncovered: string[]
  /** Intervals that count no longer. */
  readonly cut: Extract<StateEffect, { readonly kind: 'uncover' }>[]
}

function recordRows({ records }: Changes, environment: string): readonly MergeRow[] {
  return [...records].map(([address, record]) =>
    record === null ? { how: 'drop', values: [environment, address, ''] } : { how: 'put', values: [record.environment, address, JSON.stringify(record)] },
  )
}

function collect(changes: Changes, effect: StateEffect, writing: Writing): void {
  switch (effect.kind) {
    case 'storage': {
      const { generation } = effect.storage
      changes.storages.set(generation, { how: 'put', values: [generation, writing.environment, writing.plan, JSON.stringify(effect.storage)] })
      if (effect.anew === true) changes.uncovered.push(generation)
      return
    }
    case 'record':
      return collectRecord(changes, { ...effect.record, plan: writing.plan }, effect.replaces, writing.known)
    case 'forget':
      changes.records.set(effect.address, null)
      return
    case 'start':
      changes.starts.set(effect.view, instantText(effect.at))
      return
    case 'retire':
      changes.retired.set(effect.storage, instantText(writing.keepUntil))
      return
    case 'dropped':
      changes.storages.set(effect.storage, { how: 'drop', values: [effect.storage, '', '', ''] })
      changes.retired.set(effect.storage, null)
      changes.uncovered.push(effect.storage)
      return
    case 'uncover':
      changes.cut.push(effect)
      return
    default:
      return absurd(effect)
  }
}

/**
 * A storage that a record names is not, or no longer, retired. A column that the owner of a storage no longer shows is no
 * longer filled: nobody may take it for computed later.
 */
function collectRecord(changes: Changes, record: StateRecord, replaces: Address | null, known: Writing['known']): void {
  const { applied, storages, environment, address } = record
  if (replaces !== null && replaces !== address) {
    changes.records.set(replaces, null)
    changes.renamed.push([address, replaces])
  }
  changes.records.set(address, record)
  for (const s of storages) changes.retired.set(s.generation, null)
  if (applied.publish === 'table' || applied.filling.by === 'newest') return
  for (const s of storages) {
    const made = changes.storages.get(s.generation)
    const body = JSON.stringify(s)
    if (made === undefined && known?.get(s.generation) === body) continue
    changes.storages.set(
      s.generation,
      made?.how === 'put' ? { ...made, values: made.values.with(3, body) } : { how: 'change', values: [s.generation, environment, '', body] },
    )
  }
}

/** A view that is called otherwise begins where it began; another environment may still know it by its former name. */
function startUnder({ starts, text }: StateSql, address: Address, former: Address): string {
  return `INSERT INTO ${starts} SELECT ${text(address)}, found_at FROM ${starts} WHERE address = ${text(former)} AND NOT EXISTS (SELECT 1 FROM ${starts} WHERE address = ${text(address)})`
}

/** The coverage of a storage, and that of its parts. */
function withoutCoverage({ coverage, text }: StateSql, generation: string): string {
  return `DELETE FROM ${coverage} WHERE (storage = ${text(generation)} OR left(storage, ${generation.length + 1}) = ${text(`${generation}#`)})`
}

function cutStatements({ coverage, text }: StateSql, { storage, intervals }: Changes['cut'][number]): readonly string[] {
  const of = (iso: string): string => text(instantText(iso))
  return intervals.flatMap(i => uncoverStatements(coverage, { storage: text(storage), from: of(i.from), to: of(i.to) }))
}

/** A statement that ends in its conditions, with one more. */
export function fenced(statement: string, onlyIf: string | undefined): string {
  return onlyIf === undefined ? statement : `${statement} AND ${onlyIf}`
}

/** Puts one interval into the coverage of a storage. */
export function coverStatements({ coverage, text }: StateSql, c: Coverage): readonly string[] {
  const of = (iso: string): string => text(instantText(iso))
  return covering(coverage, { storage: text(c.storage), from: of(c.from), to: of(c.to), known: of(c.knownTo) })
}
