/** Which kind of request a rule is about. */
export type Route = 'login' | 'renew' | 'query' | 'poll' | 'result' | 'abort' | 'chunk' | 'other'

/** What goes wrong. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks before the statement ran, or after it with its outcome unsaid. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** The token of the session is no longer valid. */
  | { readonly kind: 'expire' }
  | { readonly kind: 'error'; readonly code: string; readonly sqlState: string; readonly message: string }
  /** The statement itself takes so much longer. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Something of the test's own, before the statement or after it and before its answer. */
  | { readonly kind: 'call'; readonly when: 'before' | 'after'; readonly run: (sql: string) => void | Promise<void> }

export interface FaultRule {
  /** `query` where nothing is said. */
  readonly on?: Route
  /** Of the statement's text. */
  readonly match?: RegExp
  /** So many that fit pass first. */
  readonly skip?: number
  /** How often it happens; once where nothing is said. */
  readonly times?: number
  readonly fault: Fault
}

/** What the tests let go wrong, and how slow everything is. */
export class Faults {
  /** Added to every response. */
  delayMs = 0
  /** Names of objects (`DB.SCHEMA.NAME`, as they are kept) that nobody may use: how they are told so by name; no list shows them, but schemas that may not be used. */
  readonly forbidden: { readonly match: RegExp; readonly as: 'missing' | 'denied' }[] = []
  #rules: { readonly rule: FaultRule; seen: number; done: number }[] = []

  /** Returns what takes the rule away again. */
  add(rule: FaultRule): () => void {
    const entry = { rule, seen: 0, done: 0 }
    this.#rules.push(entry)
    return () => {
      this.#rules = this.#rules.filter(r => r !== entry)
    }
  }

  forbid(match: RegExp, as: 'missing' | 'denied' = 'missing'): void {
    this.forbidden.push({ match, as })
  }

  clear(): void {
    this.#rules = []
    this.forbidden.length = 0
    this.delayMs = 0
  }

  /** The faults that befall this request. */
  of(route: Route, sql = ''): readonly Fault[] {
    const found: Fault[] = []
    for (const entry of this.#rules) {
      const { on = 'query', match, skip = 0, times = 1, fault } = entry.rule
      if (on !== route || match?.test(sql) === false) continue
      entry.seen++
      if (entry.seen <= skip || entry.done >= times) continue
      entry.done++
      found.push(fault)
    }
    return found
  }
}
