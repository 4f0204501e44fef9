import { dropFunction, dropView, servedStatements } from '../emit/index.ts'
import type { QualifiedName } from '../ir/name.ts'
import { besideName, nameText, requestName } from '../ir/name.ts'
import type { Placed } from '../ir/placed.ts'
import type { ServingKind } from '../ir/serving-kind.ts'
import { publicKindOf } from '../ir/serving-kind.ts'
import type { DialectName } from '../ir/scalar.ts'
import type { LiveObject, StateRecord } from '../ir/state.ts'

/** What object stands under the public name of a resource: kinds that a view shows are alike there. */
export function publicKind({ served }: Pick<Placed, 'served'>): ServingKind {
  return publicKindOf(served?.kind)
}

/** Takes a public name away that is no table of rows of ours, with its function and what stands beside it. */
export function withdrawal(applied: Placed, name: QualifiedName, dialect: DialectName): readonly string[] {
  const object = applied.served === undefined ? dropView(name, dialect) : servedStatements(dialect).drop(applied.served.kind, name)
  return [...withdrawnFunction(applied, name, dialect), ...object]
}

function withdrawnFunction({ onRequest }: Placed, name: QualifiedName, dialect: DialectName): readonly string[] {
  return onRequest === undefined ? [] : dropFunction(requestName(name), onRequest.fields, dialect)
}

/** What stands under the name that an object of another kind is to take, and cannot replace; nothing where a run that was cut off has made room. */
export function madeRoom(record: StateRecord | null, resource: Placed, dialect: DialectName, live?: ReadonlyMap<string, LiveObject>): readonly string[] {
  const name = record?.applied.publicName ?? null
  if (record === null || name === null || !keepsName(record, resource)) return []
  const [was, is] = [publicKind(record.applied), publicKind(resource)]
  const object = live?.get(nameText(name))
  if (was === is || (live !== undefined && (object === undefined || kindOf(object) === is))) return []
  return was === 'view' ? dropView(name, dialect) : servedStatements(dialect).drop(was, name)
}

function kindOf({ kind, what }: LiveObject): string {
  return kind === 'other' ? (what ?? kind) : kind
}

/** What stood beside the former object under the same name, and the function that it had with other parameters. */
export function leftBehind(record: StateRecord | null, resource: Placed, dialect: DialectName): readonly string[] {
  if (record === null || !keepsName(record, resource)) return []
  const { served, onRequest, publicName } = record.applied
  const changed = served !== undefined && served.kind !== resource.served?.kind && publicKind(record.applied) === publicKind(resource)
  const signature = (r: Placed): string => JSON.stringify(r.onRequest?.fields.map(f => f.type) ?? null)
  const gone = onRequest !== undefined && signature(record.applied) !== signature(resource)
  // An engine that knows a function by its name alone has replaced it.
  const replaced = resource.onRequest !== undefined && resource.served === undefined
  return [
    ...(changed ? servedStatements(dialect).dropBeside(served.kind, publicName!) : []),
    ...(gone && !replaced ? dropFunction(requestName(publicName!), onRequest.fields, dialect) : []),
  ]
}

/** What is to stand beside the object of a serving and does not yet. */
export function newBeside(record: StateRecord | null, { served, publicName }: Placed): readonly QualifiedName[] {
  const needed = served?.kind === 'materialized view' || served?.kind === 'online feature table'
  return needed && record?.applied.served?.kind !== served.kind ? [besideName(publicName!)] : []
}

function keepsName(record: StateRecord, resource: Placed): boolean {
  const [was, is] = [record.applied.publicName, resource.publicName]
  return was !== null && is !== null && was.schema === is.schema && was.name === is.name
}
