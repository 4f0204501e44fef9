import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { Catalog } from './catalog.ts'
import { connect, openEngine } from './engine.ts'
import { Locks } from './locks.ts'

/** What all sessions of one emulator share: the catalog, the rows and who changes them. */
export class World {
  readonly catalog = new Catalog()
  readonly locks: Locks
  readonly #instance: Promise<DuckDBInstance> = openEngine()
  /** What time it is in the account. */
  readonly clock: () => Date
  readonly #idle: DuckDBConnection[] = []
  readonly #all = new Set<DuckDBConnection>()
  #commits = 0
  readonly #changed = new Map<string, number>()
  closed = false
  #definitions: Promise<unknown> = Promise.resolve()

  constructor({ clock, idleTransactionMs }: { readonly clock: () => Date; readonly idleTransactionMs: number }) {
    this.clock = clock
    this.locks = new Locks(idleTransactionMs)
  }

  /** The number of commits so far, by which a transaction knows what is newer than itself. */
  get commits(): number {
    return this.#commits
  }

  /** These tables have new rows, or another shape, from now on. */
  committed(tables: Iterable<string>): void {
    this.#commits++
    for (const table of tables) this.#changed.set(table, this.#commits)
  }

  changedSince(tables: Iterable<string>, commits: number): boolean {
    for (const table of tables) if ((this.#changed.get(table) ?? 0) > commits) return true
    return false
  }

  /** Definitions are made one after the other: nobody sees one half done. */
  async defining<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#definitions.then(work)
    this.#definitions = turn.catch(() => null)
    return turn
  }

  async lend(): Promise<DuckDBConnection> {
    const idle = this.#idle.pop()
    if (idle !== undefined) return idle
    const connection = await connect(await this.#instance)
    this.#all.add(connection)
    return connection
  }

  giveBack(connection: DuckDBConnection): void {
    if (this.closed) this.#end(connection)
    else this.#idle.push(connection)
  }

  async close(): Promise<void> {
    this.closed = true
    for (const connection of this.#idle.splice(0)) this.#end(connection)
    this.locks.wake()
    if (this.#all.size === 0) (await this.#instance).closeSync()
  }

  #end(connection: DuckDBConnection): void {
    this.#all.delete(connection)
    connection.closeSync()
  }
}
