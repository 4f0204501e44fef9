import type { Address } from '../base/address.ts'
import { groupBy, unique } from '../base/group.ts'
import { keyHash } from '../emit/index.ts'
import type { Relation, Scan, Source, Term } from '../ir/relation.ts'
import type { Grain, Resource } from '../ir/resource.ts'
import type { DialectName } from '../ir/scalar.ts'
import { as, cast, field, fields, select } from '../ir/terms.ts'
import { flag, sameType } from '../ir/type.ts'
import type { Lowered } from '../lower/index.ts'
import type { PopulationSource } from '../lower/population.ts'
import { livingFrom } from '../lower/population.ts'
import { isVersioned } from '../lower/row-versions.ts'
import type { ViewPlan } from '../lower/view-plan.ts'
import type { Bindings } from './bind.ts'
import { storedName } from './bind.ts'
import type { Fill } from './fill.ts'
import { boundsOf, fillBody, isBulk, outputs, replaceRows } from './fill.ts'

/** The same on every machine, so that plans are; as many of them run at once as the machine has cores. */
const shares = 4

/**
 * Delete and insert, to run in one transaction as often as one likes. A long fill comes in shares of its keys, each with its own,
 * where the engine computes frames in one thread; the rows together are those of the whole.
 */
export function fillGroups(lowered: Lowered, bindings: Bindings, fill: Fill): readonly (readonly string[])[] {
  const { resource, storage } = fill
  const { keys } = resource.grain
  const bulk = isBulk(fill)
  const body = fillBody(lowered, fill, bulk)
  const gains = fill.shared === true && bulk && keys.length > 0 && keyHash(bindings.placement.dialect) !== null && holdsFrames(body)
  if (!gains) return [replaceRows(fill, bindings, body, boundsOf(fill))]
  const plan = lowered.around(resource.address).views.get(resource.address)!
  const narrow = !storage.first || livingFrom(plan.population) !== undefined
  return Array.from({ length: shares }, (_, at) => {
    const stored = isShare(
      keys.map(k => field(storedName(k.name, resource, storage)!)),
      at,
    )
    return replaceRows(fill, { ...bindings, narrowed: narrowedTo(at, resource, bindings, plan) }, narrow ? body : shareOf(body, resource, at), boundsOf(fill), [
      stored,
    ])
  })
}

/** Values are cast to the type of the key: a hash of the same number in another type is another one. */
function isShare(keys: readonly Term[], at: number): Term {
  const body = (dialect: DialectName): readonly (string | Term)[] => {
    const listed = keys.flatMap((k, i) => (i === 0 ? [k] : [', ', k]))
    return [`${keyHash(dialect)}(`, ...listed, `) % ${shares} = ${at}`]
  }
  return { kind: 'raw', type: flag, bodies: { duckdb: body('duckdb'), snowflake: body('snowflake') } }
}

/** Where keys come from elsewhere than from what is narrowed. */
function shareOf(body: Relation, { grain }: Resource, at: number): Relation {
  const keys = grain.keys.map(k => cast(field(k.name, 'r'), k.type))
  return select(as('r', body), fields(outputs(body), 'r'), { where: [isShare(keys, at)] })
}

/**
 * Tiles, dimensions, and rows of the resource itself are read by its keys only: those of other shares are left out at once.
 * Captures are not: when a snapshot was looked at is seen in all of its rows.
 */
function narrowedTo(at: number, resource: Resource, bindings: Bindings, plan: ViewPlan): NonNullable<Bindings['narrowed']> {
  const wanted = resource.grain.keys
  const dimensions = dimensionKeys(plan)
  const keysOf = (of: Scan | Source): Grain['keys'] => {
    if (of.kind === 'source') {
      const { columns } = bindings.source(of.of)
      return (dimensions.get(of.of) ?? []).map(name => ({ name, type: columns.find(c => c.name === name)!.type }))
    }
    const read = bindings.resource(of.of)
    return read.kind === 'tiles' || read.address === resource.address ? read.grain.keys : []
  }
  return (of, rows) => {
    const own = keysOf(of)
    if (own.length !== wanted.length || own.some(k => !of.columns.includes(k.name))) return rows
    const keys = own.map((k, i) => (sameType(k.type, wanted[i]!.type) && of.kind === 'scan' ? field(k.name, 's') : cast(field(k.name, 's'), wanted[i]!.type)))
    return select(as('s', rows), fields(of.columns, 's'), { where: [isShare(keys, at)] })
  }
}

/**
 * The columns by which a view reads each dimension, where that is always by the same ones. Where versions of one row may be of
 * different keys, a share that saw those of its own keys alone would take an older version for the newest.
 */
function dimensionKeys({ attributes, population }: ViewPlan): ReadonlyMap<Address, readonly string[]> {
  const staysWithItsKey = ({ source, on }: PopulationSource): boolean => !isVersioned(source) || on.every(k => source.rowKey.includes(k))
  const read = [...attributes, ...population.dimensions].filter(r => r.source.form === 'dimension' && staysWithItsKey(r))
  const byAddress = [...groupBy(read, r => r.source.address)].filter(([, roles]) => unique(roles.map(r => r.on.join())).length === 1)
  return new Map(byAddress.map(([address, [role]]) => [address, role!.on]))
}

function holdsFrames(relation: Relation): boolean {
  switch (relation.kind) {
    case 'frames':
      return true
    case 'with':
      return [...relation.parts.map(p => p.of), relation.body].some(holdsFrames)
    case 'union':
      return relation.all.some(holdsFrames)
    case 'select':
      return [relation.from.of, ...relation.joins.map(j => j.of)].some(holdsFrames)
    default:
      return false
  }
}
