import type { Hash } from '../base/hash.ts'
import type { QualifiedName } from './name.ts'
import type { Type } from './type.ts'

/** What a warehouse holds besides tables and views, as it is to be: engines that know no such thing have none of it. */
export type ManagedObject = ProcedureObject

/** The procedure that fills one storage. Its block is long and made when it is written: `text` stands for what it says. */
export interface ProcedureObject {
  readonly kind: 'procedure'
  readonly name: QualifiedName
  readonly parameters: readonly { readonly name: string; readonly type: Type }[]
  readonly text: Hash
}

/** One way of a fill: its statements, and when it is taken. */
export interface FillBranch {
  readonly when: { readonly is: 'always' } | { readonly is: 'featureType'; readonly featureType: string } | { readonly is: 'atLeast'; readonly seconds: number }
  readonly statements: readonly string[]
}

/** What the block of a fill procedure does under its claim, in one transaction. */
export interface FillProgram {
  /** The table of claims in the state. */
  readonly claims: QualifiedName
  /** The generation of the storage, under which claims and coverage are kept. */
  readonly storage: string
  readonly branches: readonly FillBranch[]
}

/** What the text of the exception begins with that a fill raises whose interval another run is filling. */
export const claimedCode = 'F420'
