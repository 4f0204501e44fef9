import type { Route } from '../faults.ts'

/** A statement that was asked for. */
export interface SeenStatement {
  readonly sql: string
  readonly requestId: string
  /** The QUERY_TAG under which it ran. */
  readonly tag: string
  readonly session: number
}

/** What the emulator has seen so far. */
export class Seen {
  /** All requests, and those of each kind. */
  total = 0
  readonly by: Record<Route, number> = { login: 0, renew: 0, query: 0, poll: 0, result: 0, abort: 0, chunk: 0, other: 0 }
  /** Each once, however often it was sent. */
  readonly statements: SeenStatement[] = []
  /** Requests under way at once, at most. */
  mostAtOnce = 0
  #now = 0

  begin(route: Route): void {
    this.total++
    this.by[route]++
    this.#now++
    if (route === 'query') this.mostAtOnce = Math.max(this.mostAtOnce, this.#now)
  }

  end(): void {
    this.#now--
  }

  /** Counts anew from here. */
  reset(): void {
    this.total = 0
    this.mostAtOnce = 0
    this.statements.length = 0
    for (const route of Object.keys(this.by) as Route[]) this.by[route] = 0
  }
}
