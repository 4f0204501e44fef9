import { randomUUID } from 'node:crypto'
import type { Where } from './names.ts'
import { Transaction } from './transaction.ts'
import type { Answer } from './results.ts'
import type { World } from './world.ts'

/** What a login opened. */
export class Session implements Where {
  readonly id = Math.floor(Math.random() * 1e15)
  readonly world: World
  readonly user: string
  role: string
  warehouse: string | null
  database: string | null
  schema: string | null
  readonly parameters: Record<string, string> = {}
  token = randomUUID()
  masterToken = randomUUID()
  transaction: Transaction | null = null
  /** Answers of former statements by their query id. */
  readonly answers = new Map<string, Answer>()
  lastQueryId: string | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(world: World, login: Pick<Session, 'user' | 'role' | 'warehouse' | 'database' | 'schema'>) {
    this.world = world
    this.user = login.user
    this.role = login.role
    this.warehouse = login.warehouse
    this.database = login.database
    this.schema = login.schema
  }

  /** The former token is worth nothing from now on. */
  renew(): void {
    this.token = randomUUID()
  }

  /** Within a transaction, and at its ends, one statement runs after the other. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => null)
    return turn
  }

  begin(): void {
    this.transaction ??= new Transaction(this.world, () => {
      this.transaction = null
    })
  }

  async commit(): Promise<void> {
    const { transaction } = this
    this.transaction = null
    await transaction?.commit()
  }

  async rollback(): Promise<void> {
    const { transaction } = this
    this.transaction = null
    await transaction?.rollback()
  }
}
