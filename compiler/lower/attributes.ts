import { InternalError } from '../base/diagnostic.ts'
import type { Seconds } from '../base/duration.ts'
import { unique } from '../base/group.ts'
import { hashOf, shortHash } from '../base/hash.ts'
import type { CatalogEntity, CatalogSource } from '../ir/catalog.ts'
import type { Join, Relation, Term, TermLeaf } from '../ir/relation.ts'
import type { Scalar, ScalarLeaf } from '../ir/scalar.ts'
import { leavesOf, mapLeaves } from '../ir/scalar.ts'
import { field, join, part, sameColumns } from '../ir/terms.ts'
import type { AsOfRequest } from './as-of.ts'
import { captureAsOf, column, dimensionAsOf, newestCapture } from './as-of.ts'
import { captureTable, scanCaptures } from './captures.ts'
import type { Model } from './model.ts'
import { columnsOf, unknown } from './model.ts'
import type { Part } from './window-slot.ts'

/** A dimension or snapshot in the role in which a view reads it as of a point. */
export interface AttributeSource {
  readonly name: string
  readonly source: CatalogSource
  readonly on: readonly string[]
  readonly columns: readonly string[]
}

/** The attribute sources of a view: one per source and role, with all columns that are read of it. */
export function planAttributes(model: Model, entity: CatalogEntity, leaves: readonly ScalarLeaf[]): readonly AttributeSource[] {
  const found = new Map<string, AttributeSource>()
  for (const leaf of leaves) {
    if (leaf.kind !== 'asOf') continue
    const read = attributeOf(model, entity, leaf.of)
    found.set(read.name, { ...read, columns: unique([...(found.get(read.name)?.columns ?? []), ...read.columns]) })
  }
  return [...found.values()]
}

/** The one source that a row-level expression reads, its role and its columns. */
export function attributeOf(model: Model, entity: CatalogEntity, of: Scalar): AttributeSource {
  const columns = leavesOf<ScalarLeaf>(of).filter(l => l.kind === 'column')
  const first = columns[0]
  const source = (first === undefined ? undefined : model.sources.get(first.source)) ?? unknown('the source of an attribute')
  const on = columnsOf(entity, source, first!.keys)
  return { name: `_as_of_${shortHash(hashOf([source.address, on]))}`, source, on, columns: unique(columns.map(c => c.name)) }
}

export interface AttributeContext {
  readonly keys: readonly string[]
  readonly every: Seconds
  readonly known: boolean
}

/** The parts that give the rows of a dimension, or the captures of a snapshot, as of each point. */
export interface AsOfParts {
  readonly dimension: (request: AsOfRequest, known: boolean) => readonly Part[]
  readonly captures: (request: AsOfRequest, captures: Relation) => readonly Part[]
}

const atPoints: AsOfParts = {
  dimension: (request, known) => dimensionAsOf(request, known).parts,
  captures: (request, captures) => captureAsOf(request, captures).parts,
}

export function attributeParts(a: AttributeSource, context: AttributeContext, as: AsOfParts = atPoints): readonly Part[] {
  const request = { name: a.name, source: a.source, on: a.on, keys: context.keys, every: context.every, columns: a.columns }
  if (a.source.form === 'dimension') return as.dimension(request, context.known)
  const captures = scanCaptures(captureTable(a.source), a.columns)
  const { fixed, changing } = split(a)
  return [
    ...(fixed.length > 0 ? newestCapture({ ...request, name: fixedName(a), columns: fixed }, captures).parts : []),
    ...(changing.length > 0 ? as.captures({ ...request, columns: changing }, captures) : []),
  ]
}

/** Joins of the grid `g` with the parts of an attribute source. */
export function attributeJoins(a: AttributeSource, keys: readonly string[]): readonly Join[] {
  const { fixed, changing } = split(a)
  const dimension = a.source.form === 'dimension'
  return [
    ...(fixed.length > 0 ? [join('left', fixedName(a), part(fixedName(a)), sameColumns('g', fixedName(a), keys))] : []),
    ...(dimension || changing.length > 0 ? [join('left', a.name, part(a.name), sameColumns('g', a.name, [...keys, 'feature_time']))] : []),
  ]
}

/** The value of a row-level expression over the joined parts. */
export function attributeValue(a: AttributeSource, of: Scalar): Term {
  return mapLeaves<ScalarLeaf, TermLeaf>(of, leaf => {
    if (leaf.kind !== 'column') throw new InternalError(`an attribute holds a '${leaf.kind}'`)
    return field(column(leaf.name), isFixed(a.source, leaf.name) ? fixedName(a) : a.name)
  })
}

function split(a: AttributeSource): { readonly fixed: readonly string[]; readonly changing: readonly string[] } {
  return { fixed: a.columns.filter(c => isFixed(a.source, c)), changing: a.columns.filter(c => !isFixed(a.source, c)) }
}

function fixedName(a: AttributeSource): string {
  return `${a.name}_fixed`
}

/** Columns of a snapshot that never change are read from its newest capture, whatever the point. */
function isFixed(source: CatalogSource, name: string): boolean {
  return source.form === 'snapshot' && source.columns.some(c => c.name === name && c.fixed)
}
