import type { Lookup } from '../registry/serve/held.ts'

export type { Lookup } from '../registry/serve/held.ts'

export interface LookupOptions {
  /** The folder of the project; the current one unless given. */
  readonly root?: string
  /** Path of the configuration below it; features.config.ts unless given. */
  readonly config?: string
  /** The project's default target unless given. */
  readonly target?: string
  readonly environment?: string
  /** Where `env(...)` of the configuration is looked up; the environment of the process unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Seconds to wait for an embedded warehouse that a command holds; 30 unless given. */
  readonly lockTimeout?: number
}

/**
 * What programs import from 'featplan/serve': the rows of a serving in the memory of this process, where a key is found
 * in some microseconds. The warehouse is opened to read the rows and closed after that, so that commands may write it
 * meanwhile; `refresh` opens it once more. Mistakes reject with an error whose `diagnostics` say what `feat` would print.
 */
export declare function openLookup(serving: string, options?: LookupOptions): Promise<Lookup>
