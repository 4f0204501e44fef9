import { availableParallelism } from 'node:os'
import type { DuckDBConnection } from '@duckdb/node-api'
import { isOutOfMemory } from './classify.ts'
import { inParallel } from './parallel.ts'

/** Connections of one warehouse beside that of all other calls, opened when several transactions are to run at once. */
export interface Beside {
  readonly run: (transactions: readonly (readonly string[])[]) => Promise<void>
  readonly interrupt: () => void
  readonly close: () => void
}

export interface BesideOptions {
  readonly main: DuckDBConnection
  readonly open: () => Promise<DuckDBConnection>
  readonly transact: (connection: DuckDBConnection, statements: readonly string[]) => Promise<unknown>
}

/** As many at once as there are cores; what does not fit into the memory beside others is done again by itself. */
export function besideOf({ main, open, transact }: BesideOptions): Beside {
  const connections: DuckDBConnection[] = []
  const run = async (transactions: readonly (readonly string[])[]): Promise<void> => {
    const width = Math.min(availableParallelism(), transactions.length)
    while (connections.length < width) connections.push(await open())
    const free = [...connections]
    const again: (readonly string[])[] = []
    await inParallel(transactions, width, async statements => {
      const own = free.pop()!
      try {
        await transact(own, statements)
      } catch (error) {
        if (width === 1 || !isOutOfMemory(error)) throw error
        again.push(statements)
      } finally {
        free.push(own)
      }
    })
    for (const statements of again) await transact(connections[0]!, statements)
  }
  return {
    run: transactions => withOneThread(main, () => run(transactions)),
    interrupt: () => connections.forEach(c => c.interrupt()),
    close: () => connections.forEach(c => c.closeSync()),
  }
}

/** Each statement in the thread that asks for it: threads of the engine beside these would take turns with them, and wait in circles. */
async function withOneThread(connection: DuckDBConnection, work: () => Promise<void>): Promise<void> {
  const [[threads]] = (await connection.runAndReadAll("SELECT current_setting('threads')")).getRows() as [[bigint]]
  await connection.run('SET threads = 1')
  try {
    await work()
  } finally {
    await connection.run(`SET threads = ${threads}`)
  }
}
