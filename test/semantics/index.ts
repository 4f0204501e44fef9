import { aggregateSemantics, windowSemantics } from './aggregates.ts'
import { functionSemantics } from './functions.ts'
import type { Semantic } from './row.ts'
import { castSemantics, constructSemantics, jsonSemantics, literalSemantics } from './values.ts'

/** What both engines must mean by each construct of the language, with where it is known from: the table of docs/semantics.md. */
export const semantics: readonly Semantic[] = [
  ...functionSemantics,
  ...aggregateSemantics,
  ...windowSemantics,
  ...castSemantics,
  ...jsonSemantics,
  ...literalSemantics,
  ...constructSemantics,
]
