import type { Row, Value } from '../driver/row.ts'

/** The rows of a serving, held in the memory of this process. */
export interface Lookup {
  /** Its name, as it was asked for. */
  readonly serving: string
  /** How many rows are held now. */
  readonly size: () => number
  /** The row of a key; null: there is none. Its keys as the driver gives them: text, numbers, instants as ISO text. */
  readonly get: (keys: Readonly<Record<string, Value>>) => Row | null
  /** Reads all rows again where they have changed since; whether they had. Until then the former rows are given. */
  readonly refresh: () => Promise<boolean>
}
