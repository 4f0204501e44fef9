import { SqlError } from './sql-error.ts'

/** Who holds the right to change the rows of which table. A holder gives all back at the end of its transaction. */
export class Locks {
  readonly #holders = new Map<string, object>()
  readonly #wants = new Map<object, string>()
  readonly #waiting: (() => void)[] = []

  /** Waits until the table is free or `cancelled`; who would wait in a circle is told so at once. */
  async take(table: string, holder: object, cancelled: () => boolean): Promise<void> {
    for (;;) {
      const owner = this.#holders.get(table)
      if (owner === undefined || owner === holder || cancelled()) break
      if (this.#circle(owner, holder))
        throw new SqlError('000625', '57014', 'Statement has been aborted because it was in a deadlock with another transaction.')
      this.#wants.set(holder, table)
      await new Promise<void>(resolve => this.#waiting.push(resolve))
      this.#wants.delete(holder)
    }
    if (!this.#holders.has(table)) this.#holders.set(table, holder)
  }

  #circle(from: object, to: object): boolean {
    for (let at: object | undefined = from; at !== undefined;) {
      if (at === to) return true
      const wanted = this.#wants.get(at)
      at = wanted === undefined ? undefined : this.#holders.get(wanted)
    }
    return false
  }

  release(holder: object): void {
    for (const [table, owner] of this.#holders) if (owner === holder) this.#holders.delete(table)
    this.wake()
  }

  wake(): void {
    for (const resume of this.#waiting.splice(0)) resume()
  }
}
