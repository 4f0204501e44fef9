import type { DuckDBConnection } from '@duckdb/node-api'
import type { Below } from './engine.ts'
import { runBelow } from './engine.ts'
import { SqlError } from './sql-error.ts'
import type { Holder } from './locks.ts'
import type { World } from './world.ts'

/** One statement for the engine below, with the tables that it reads and changes. */
export interface Work {
  readonly sql: string
  readonly reads: ReadonlySet<string>
  /** The table whose rows it changes. */
  readonly writes: string | null
  /** Rows that exist are changed: nobody else may do so until the transaction has ended. */
  readonly locks: boolean
}

/** The statement that runs, as far as it can be cancelled. */
export interface Running {
  cancelled: boolean
  interrupt: () => void
}

/**
 * A transaction whose every statement sees what was committed before it began, as on Snowflake. The engine below shows
 * a transaction what was committed before that began: where something newer is due, it begins anew and repeats what it
 * has changed so far, on rows that nobody else could change.
 */
export class Transaction implements Holder {
  readonly #world: World
  readonly #log: Work[] = []
  #connection: DuckDBConnection | null = null
  #since = 0
  readonly #aborted: () => void
  readonly startedAt = Date.now()
  idleSince: number | null = Date.now()

  constructor(world: World, aborted: () => void) {
    this.#world = world
    this.#aborted = aborted
  }

  async run(work: Work, running: Running): Promise<Below> {
    this.idleSince = null
    try {
      return await this.#run(work, running)
    } finally {
      this.idleSince = Date.now()
    }
  }

  /** It was idle for too long, and somebody waits. */
  async abort(): Promise<void> {
    this.#aborted()
    await this.rollback()
  }

  async #run(work: Work, running: Running): Promise<Below> {
    if (work.writes !== null && work.locks) await this.#world.locks.take(work.writes, this, () => running.cancelled)
    if (running.cancelled) throw cancelled()
    const connection = await this.#fresh(work)
    running.interrupt = () => connection.interrupt()
    // A statement that fails takes back its own changes only; below it would end the transaction.
    const result = await runBelow(connection, work.sql).catch(async (error: unknown) => {
      await this.#restart()
      throw error
    })
    if (work.writes !== null) this.#log.push(work)
    return result
  }

  async #fresh(work: Work): Promise<DuckDBConnection> {
    const touched = work.writes === null ? work.reads : [...work.reads, work.writes]
    if (this.#connection === null) return this.#begin()
    if (this.#world.changedSince(touched, this.#since)) await this.#restart()
    return this.#connection
  }

  async #begin(): Promise<DuckDBConnection> {
    this.#connection ??= await this.#world.lend()
    this.#since = this.#world.commits
    await runBelow(this.#connection, 'BEGIN')
    return this.#connection
  }

  async #restart(): Promise<void> {
    if (this.#connection === null) return
    await runBelow(this.#connection, 'ROLLBACK').catch(() => null)
    await this.#begin()
    for (const work of this.#log) await runBelow(this.#connection, work.sql)
  }

  async commit(): Promise<void> {
    try {
      if (this.#connection !== null) await runBelow(this.#connection, 'COMMIT')
      this.#world.committed(this.#log.map(w => w.writes!))
    } finally {
      this.#end()
    }
  }

  async rollback(): Promise<void> {
    if (this.#connection !== null) await runBelow(this.#connection, 'ROLLBACK').catch(() => null)
    this.#end()
  }

  #end(): void {
    if (this.#connection !== null) this.#world.giveBack(this.#connection)
    this.#connection = null
    this.#world.locks.release(this)
  }
}

/** One statement that commits by itself. */
export async function runAlone(world: World, work: Work, running: Running): Promise<Below> {
  const holder: Holder = { idleSince: null, abort: async () => {} }
  if (work.writes !== null && work.locks) await world.locks.take(work.writes, holder, () => running.cancelled)
  if (running.cancelled) {
    world.locks.release(holder)
    throw cancelled()
  }
  const connection = await world.lend()
  running.interrupt = () => connection.interrupt()
  try {
    const result = await runBelow(connection, work.sql)
    if (work.writes !== null) world.committed([work.writes])
    return result
  } finally {
    world.giveBack(connection)
    world.locks.release(holder)
  }
}

export function cancelled(): SqlError {
  return new SqlError('000604', '57014', 'SQL execution canceled')
}
