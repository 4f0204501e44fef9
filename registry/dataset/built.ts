import type { Type } from '../../compiler/ir/type.ts'
import type { Rows } from './pages.ts'

/** The rows of a version that are stored, and how they are read in their order. */
export interface Built {
  readonly columns: readonly { readonly name: string; readonly type: Type }[]
  readonly rows: Rows
}

/** Rows page by page, wherever they come from. */
export interface Fetched {
  readonly columns: Built['columns']
  readonly rows: Pick<Rows, 'pages'>
}
