import type { Address } from '../base/address.ts'
import type { Span } from '../base/diagnostic.ts'
import type { ConfigDefinition, Definition } from './definition.ts'

/** One exported definition with where and how it was declared. */
export interface Declared<D extends Definition = Definition> {
  readonly address: Address
  readonly definition: D
  /** The declaration (the export, or the call inside a loop or helper that made it). */
  readonly span: Span | null
  /** The doc comment above the declaration. */
  readonly description: string | null
  /** By member name: a feature of a view, a column of a source, an option of any definition; `name.option` for options of a feature. */
  readonly members: Readonly<Record<string, { readonly span: Span; readonly description: string | null }>>
}

export interface LoadedProject {
  readonly config: ConfigDefinition
  readonly configSpan: Span | null
  readonly definitions: readonly Declared[]
  /** Hash of everything that was read; equal hashes mean an unchanged project. */
  readonly contentHash: string
}
