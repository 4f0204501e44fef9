import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { nearest } from '../../compiler/base/near.ts'
import { describe } from '../../compiler/dsl/part.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import type { Key } from '../../compiler/ir/catalog.ts'
import type { Relation, Term, TermLeaf } from '../../compiler/ir/relation.ts'
import { aggregate, as, call, cast, field, fields, integer, named, select, words } from '../../compiler/ir/terms.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { time } from '../../compiler/ir/type.ts'
import { hashTerm } from '../../compiler/lower/sketch.ts'
import type { Row, Value } from '../driver/driver.ts'
import { withKeyValues } from '../key-values.ts'
import type { Session } from '../session.ts'
import type { ColumnOfRows } from './columns.ts'
import { columnOf } from './columns.ts'
import type { Lookup } from './held.ts'

/** Opens the warehouse for a piece of work. */
export type Opened = <T>(work: (session: Session) => Promise<T>) => Promise<T>

/** Reads so many rows at a time. */
const page = 50_000

/** Holds the rows of a serving in memory, where a key is found in some microseconds. The warehouse is open only while it is read. */
export async function openLookup(opened: Opened, serving: string): Promise<Lookup> {
  const load = async (
    session: Session,
  ): Promise<{ readonly serving: string; readonly names: readonly string[]; readonly token: string; readonly rows: Held }> => {
    const served = servedOf(session, serving)
    const token = await tokenOf(session, served)
    return { serving, names: served.keys.map(k => k.name), token, rows: await heldRows(session, served) }
  }
  let current = await opened(load)
  return {
    serving,
    size: () => current.rows.size,
    get: keys => {
      checkShape(keys, current.names, current.serving)
      return current.rows.get(keys)
    },
    refresh: () =>
      opened(async session => {
        if ((await tokenOf(session, servedOf(session, serving))) === current.token) return false
        current = await load(session)
        return true
      }),
  }
}

/** Keys are an object of the names of all keys, each with a value that a key can have: anything else would look like a key without a row. */
function checkShape(keys: unknown, expected: readonly string[], serving: string): void {
  const isNamed = typeof keys === 'object' && keys !== null && !Array.isArray(keys)
  const given = isNamed ? (keys as Readonly<Record<string, unknown>>) : {}
  const isValue = (v: unknown): boolean => v === null || typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean'
  if (isNamed && expected.every(k => Object.hasOwn(given, k) && isValue(given[k])) && Object.keys(given).length === expected.length) return
  const found = isNamed ? Object.entries(given).map(([k, v]) => (isValue(v) ? k : `${k}: ${describe(v)}`)) : [describe(keys)]
  throw new FeatError([diagnostic('F681', { serving, expected, found })])
}

/** The row of one key, straight from the warehouse; null: there is none. */
export async function lookupRow(session: Session, serving: string, keys: Readonly<Record<string, string>>): Promise<Row | null> {
  const served = servedOf(session, serving)
  const names = served.keys.map(k => k.name)
  checkShape(keys, names, serving)
  const where = served.keys.map(k => call<TermLeaf>('eq', field(k.name, 's'), cast(words(keys[k.name]!), k.type)))
  const read = (): Promise<readonly Row[]> => ask(session, served, rowsOf(served, { where, limit: 1 }))
  const [row] = await withKeyValues(session.driver, { name: `serving '${serving}'`, keys: served.keys, values: keys }, read)
  return row ?? null
}

interface Served {
  readonly serving: string
  readonly keys: readonly Key[]
  /** All that it shows, keys first. */
  readonly columns: readonly { readonly name: string; readonly type: Type }[]
  readonly of: Relation
}

function servedOf(session: Session, name: string): Served {
  const { catalog } = session.compiled
  const serving = catalog.servings.find(s => s.name === name || s.address === name)
  const known = catalog.servings.map(s => s.name)
  if (serving === undefined) throw new FeatError([diagnostic('F678', { serving: name, near: nearest(name, known), known })])
  const { keys } = catalog.entities.find(e => e.address === serving.entity)!
  const shown = serving.features.map(f => ({ name: f.as, type: catalog.features[f.feature]!.type }))
  const computed = serving.computed.filter(c => !c.onRequest).map(c => ({ name: c.name, type: c.type }))
  const times = ['feature_time', 'computed_at'].map(t => ({ name: t, type: time }))
  const publicName = session.placed.resources.find(r => r.address === serving.address)!.publicName!
  return {
    serving: serving.address,
    keys,
    columns: [...keys, times[0]!, ...shown, ...computed, times[1]!],
    of: { kind: 'physical', of: { kind: 'relation', name: publicName } },
  }
}

function rowsOf({ of, columns }: Served, which: { readonly where: readonly Term[]; readonly limit?: number }): Relation {
  const names = columns.map(c => c.name)
  return select(as('s', of), fields(names, 's'), which)
}

async function ask({ driver }: Session, served: Served, relation: Relation): Promise<readonly Row[]> {
  return driver.query(printQuery(relation, driver.dialect, null), `look up ${served.serving}`)
}

/** What differs when the rows do: each run that computes rows says when. */
async function tokenOf(session: Session, served: Served): Promise<string> {
  const newest = (c: string): Term => aggregate('max', [field(c, 's')])
  const columns = [named('n', aggregate('countAll', [])), named('computed', newest('computed_at')), named('point', newest('feature_time'))]
  const [row] = await ask(session, served, select(as('s', served.of), columns))
  return JSON.stringify([row!['n'], row!['computed'], row!['point']])
}

interface Held {
  readonly size: number
  readonly get: Lookup['get']
}

async function heldRows(session: Session, served: Served): Promise<Held> {
  const [total] = await ask(session, served, select(as('s', served.of), [named('n', aggregate('countAll', []))]))
  const pages = Math.max(1, Math.ceil(Number(total!['n']) / page))
  const names = served.keys.map(k => k.name)
  const own = served.columns.filter(c => !names.includes(c.name))
  const index = new Map<Value, number>()
  const texts = new Map<string, string>()
  const room = Math.ceil(Number(total!['n']) * 1.1) + 1000
  const columns = new Map(own.map(c => [c.name, columnOf(c.type, room, texts)]))
  const order = call<TermLeaf>('concat', ...names.flatMap(k => [cast<TermLeaf>(field(k, 's'), { kind: 'text' }), words('|')]), words(''))
  for (let i = 0; i < pages; i++) {
    const hash = hashTerm(order)
    const where = pages === 1 ? [] : [call<TermLeaf>('gte', hash, integer(edge(i, pages))), call<TermLeaf>('lt', hash, integer(edge(i + 1, pages)))]
    for (const row of await ask(session, served, rowsOf(served, { where }))) keep(row, { names, index, columns })
  }
  // more rows have come since they were counted than there is room for
  if (index.size > room) return heldRows(session, served)
  return { size: index.size, get: keys => rowAt(index.get(keyOf(keys, names)), { names, keys, columns }) }
}

/** Where the i-th of so many equal parts of all hashes begins. */
function edge(i: number, pages: number): number {
  return i === pages ? 2 ** 52 : Math.floor((i * 2 ** 52) / pages)
}

interface Kept {
  readonly names: readonly string[]
  readonly index: Map<Value, number>
  readonly columns: ReadonlyMap<string, ColumnOfRows>
}

function keep(row: Row, { names, index, columns }: Kept): void {
  const at = index.size
  index.set(
    keyOf(
      row,
      names.map(n => n.toLowerCase()),
    ),
    at,
  )
  for (const [name, column] of columns) column.set(at, row[name.toLowerCase()] ?? null)
}

/** One key is its own, several are one text. */
function keyOf(row: Readonly<Record<string, Value>>, names: readonly string[]): Value {
  return names.length === 1 ? (row[names[0]!] ?? null) : JSON.stringify(names.map(n => row[n] ?? null))
}

function rowAt(
  at: number | undefined,
  held: { readonly names: readonly string[]; readonly keys: Readonly<Record<string, Value>>; readonly columns: Kept['columns'] },
): Row | null {
  if (at === undefined) return null
  const row: Record<string, Value> = {}
  for (const name of held.names) row[name] = held.keys[name] ?? null
  for (const [name, column] of held.columns) row[name] = column.get(at)
  return row
}
