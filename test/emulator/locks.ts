import { SqlError } from './sql-error.ts'

/** Who holds locks. */
export interface Holder {
  /** Since when nothing runs in it; null while something does. */
  readonly idleSince: number | null
  /** Takes everything back and gives the locks up. */
  readonly abort: () => Promise<void>
}

/** Who holds the right to change the rows of which table. A holder gives all back at the end of its transaction. */
export class Locks {
  readonly #idleMs: number
  readonly #holders = new Map<string, Holder>()
  readonly #wants = new Map<Holder, string>()
  readonly #waiting: (() => void)[] = []

  /** A holder that is idle for so long, and keeps somebody waiting, is aborted. */
  constructor(idleMs: number) {
    this.#idleMs = idleMs
  }

  /** Waits until the table is free or `cancelled`; who would wait in a circle is told so at once. */
  async take(table: string, holder: Holder, cancelled: () => boolean): Promise<void> {
    for (;;) {
      const owner = this.#holders.get(table)
      if (owner === undefined || owner === holder || cancelled()) break
      if (this.#circle(owner, holder))
        throw new SqlError('000625', '57014', 'Statement has been aborted because it was in a deadlock with another transaction.')
      this.#wants.set(holder, table)
      await this.#change(owner)
      this.#wants.delete(holder)
    }
    if (!this.#holders.has(table)) this.#holders.set(table, holder)
  }

  /** Until some lock is given back, or the owner has been idle for too long. */
  async #change(owner: Holder): Promise<void> {
    const idle = owner.idleSince
    const rest = idle === null ? this.#idleMs : idle + this.#idleMs - Date.now()
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>(resolve => {
      this.#waiting.push(resolve)
      timer = setTimeout(resolve, Math.max(rest, 1))
      timer.unref()
    })
    clearTimeout(timer)
    if (owner.idleSince !== null && Date.now() - owner.idleSince >= this.#idleMs) await owner.abort()
  }

  #circle(from: Holder, to: Holder): boolean {
    for (let at: Holder | undefined = from; at !== undefined;) {
      if (at === to) return true
      const wanted = this.#wants.get(at)
      at = wanted === undefined ? undefined : this.#holders.get(wanted)
    }
    return false
  }

  release(holder: Holder): void {
    for (const [table, owner] of this.#holders) if (owner === holder) this.#holders.delete(table)
    this.wake()
  }

  wake(): void {
    for (const resume of this.#waiting.splice(0)) resume()
  }
}
