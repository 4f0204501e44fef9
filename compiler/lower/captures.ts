import type { Address } from '../base/address.ts'
import { address } from '../base/address.ts'
import type { Hash } from '../base/hash.ts'
import { hashOf } from '../base/hash.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import type { Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { all, as, call, cast, descending, field, fields, integer, join, literal, named, over, param, part, sameColumns, select } from '../ir/terms.ts'
import { flag, int, text } from '../ir/type.ts'

/**
 * What a snapshot showed at each run: a row for each key that is new, changed or gone since the last capture. A
 * snapshot has no past of its own; its captures are its history from the first run on.
 */
export interface CaptureTable {
  readonly address: Address
  readonly source: CatalogSource
  /** The columns that identify a row of the snapshot. */
  readonly on: readonly string[]
}

export function captureTable(source: CatalogSource): CaptureTable {
  return { address: address('captures', source.name), source, on: source.rowKey.length > 0 ? source.rowKey : (source.entities[0]?.on ?? []) }
}

export function captureGrain(table: CaptureTable): Hash {
  return hashOf({ rule: 'captures 1', source: table.source.query ?? table.source.name, on: table.on })
}

export function scanCaptures(table: CaptureTable, columns: readonly string[]): Relation {
  const names = new Set([...table.on, 'captured_at', 'is_deleted', ...columns])
  return { kind: 'scan', of: table.address, columns: [...names] }
}

/** Rows that differ from the newest capture of their key, as of the run, and one for the run. */
export function captureBody(table: CaptureTable, columns: readonly string[]): Relation {
  const own = columns.filter(c => !table.on.includes(c) && c !== 'is_deleted')
  const rank = over(
    'rowNumber',
    [],
    table.on.map(k => field(k, 's')),
    [descending(field('captured_at', 's'))],
    null,
  )
  const latest = select(as('s', scanCaptures(table, own)), fields([...table.on, ...alone(table, 'captured_at'), ...own, 'is_deleted'], 's'), {
    where: [call('lt', field('captured_at', 's'), param('now')), ...table.on.map(k => call<TermLeaf>('not', call('isNull', field(k, 's'))))],
    qualify: [call('eq', rank, integer(1))],
  })
  const source: Relation = { kind: 'source', of: table.source.address, columns: table.source.columns.map(c => c.name) }
  const present = table.on.map(k => call<TermLeaf>('not', call('isNull', field(k, 's'))))
  const marks = alone(table, 'is_there').map(name => named(name, literal(true, flag)))
  const current = select(as('s', source), [...fields([...table.on, ...own], 's'), ...marks], { where: present })
  const missing = (alias: 'c' | 'l'): Term => call('isNull', field(table.on[0] ?? (alias === 'l' ? 'captured_at' : 'is_there'), alias))
  const changed = own.map(c => differs(table, c))
  const gained = select(
    as('c', part('current')),
    [...fields(table.on, 'c'), named('captured_at', param('now')), ...fields(own, 'c'), named('is_deleted', literal(false, flag))],
    {
      joins: [join('left', 'l', part('latest'), sameColumns('c', 'l', table.on))],
      where: [call('or', missing('l'), field('is_deleted', 'l'), ...changed)],
    },
  )
  const lost = select(
    as('l', part('latest')),
    [...fields(table.on, 'l'), named('captured_at', param('now')), ...fields(own, 'l'), named('is_deleted', literal(true, flag))],
    {
      joins: [join('left', 'c', part('current'), sameColumns('l', 'c', table.on))],
      where: [all<TermLeaf>([missing('c'), call('not', field('is_deleted', 'l'))])],
    },
  )
  return {
    kind: 'with',
    parts: [
      { name: 'latest', of: latest },
      { name: 'current', of: current },
    ],
    // Without keys there is one thing, which is there at every point.
    body: { kind: 'union', all: table.on.length === 0 ? [gained, lost] : [gained, lost, runRow(table, own)] },
  }
}

/** A column by which the one row of a snapshot without keys is told from no row. */
function alone(table: CaptureTable, column: string): readonly string[] {
  return table.on.length === 0 ? [column] : []
}

/** A row without keys for the run itself: that a capture missed a key shows only where it is known that there was one. */
function runRow(table: CaptureTable, own: readonly string[]): Relation {
  const nothing = (name: string): Named => named(name, literal(null, table.source.columns.find(c => c.name === name)!.type))
  const one: Relation = { kind: 'values', columns: [{ name: 'one', type: int }], rows: [[integer(1)]] }
  return select(as('o', one), [...table.on.map(nothing), named('captured_at', param('now')), ...own.map(nothing), named('is_deleted', literal(true, flag))])
}

function differs(table: CaptureTable, column: string): Term {
  const type = table.source.columns.find(c => c.name === column)!.type
  const side = (alias: string): Term => (type.kind === 'json' ? cast(field(column, alias), text) : field(column, alias))
  return call('not', call('sameAs', side('c'), side('l')))
}
