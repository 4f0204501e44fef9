import type { QualifiedName } from '../../compiler/ir/name.ts'
import type { Type } from '../../compiler/ir/type.ts'
import type { Rows } from './pages.ts'

/** The table that holds the rows of a version, and how they are read in their order. */
export interface Built {
  readonly table: QualifiedName
  readonly columns: readonly { readonly name: string; readonly type: Type }[]
  readonly rows: Rows
}
