import type { Address } from '../base/address.ts'
import { InternalError } from '../base/diagnostic.ts'
import { groupBy, unique, uniqueBy } from '../base/group.ts'
import { hashOf, shortHash } from '../base/hash.ts'
import type { CatalogFeature } from '../ir/catalog.ts'
import type { Aliased, Join, Named, Term, TermLeaf } from '../ir/relation.ts'
import type { Scalar, ScalarLeaf } from '../ir/scalar.ts'
import { leavesOf, mapLeaves } from '../ir/scalar.ts'
import { as, field, fields, named, part, select } from '../ir/terms.ts'
import { allLeaves } from './leaves.ts'
import type { Model } from './model.ts'
import { readValue, viewJoin } from './view-read.ts'
import type { ViewPlan } from './view-plan.ts'
import { slotName } from './view-plan.ts'
import type { Part } from './window-slot.ts'

type Lookup = Extract<ScalarLeaf, { kind: 'lookup' }>

/** The column that holds the value of a leaf in `base` and in the levels after it. */
export function leafColumn(model: Model, plan: ViewPlan, leaf: ScalarLeaf): string {
  switch (leaf.kind) {
    case 'window':
      return slotName(leaf)
    case 'asOf':
      return `_attribute_${shortHash(hashOf(leaf))}`
    case 'lookup':
      return `_lookup_${shortHash(hashOf(leaf))}`
    case 'point':
      return 'feature_time'
    case 'feature': {
      const feature = model.catalog.features[leaf.ref]
      return feature?.view === plan.view.address ? feature.column : `_feature_${shortHash(hashOf(leaf.ref))}`
    }
    default:
      throw new InternalError(`a '${leaf.kind}' in a feature of ${plan.view.address}`)
  }
}

/**
 * Features over features, and lookups whose keys are features: level by level, each reading the columns of the one
 * before. Analyze has refused cycles, so that each level computes something.
 */
export function levelParts(
  model: Model,
  plan: ViewPlan,
  features: readonly CatalogFeature[],
  baseColumns: readonly string[],
  read: ReadView = storedView,
): { readonly parts: readonly Part[]; readonly last: string } {
  const parts: Part[] = []
  let known = [...baseColumns]
  let last = 'base'
  let pending = [...features]
  let lookups = distinctLookups(model, plan, features)
  const ready = (of: Scalar): boolean => allLeavesOnce(of).every(l => known.includes(leafColumn(model, plan, l)))
  while (pending.length + lookups.length > 0) {
    const computed = pending.filter(f => ready(f.expr))
    const joined = lookups.filter(l => Object.values(l.keys).every(ready))
    if (computed.length + joined.length === 0) throw new InternalError(`${pending.map(f => f.address).join(', ')} wait for each other`)
    const name = `level_${parts.length + 1}`
    parts.push({ name, of: levelRelation(model, plan, { last, known, computed, joined, read }) })
    known = [...known, ...computed.map(f => f.column), ...joined.map(l => leafColumn(model, plan, l))]
    pending = pending.filter(f => !computed.includes(f))
    lookups = lookups.filter(l => !joined.includes(l))
    last = name
  }
  return { parts, last }
}

/** Leaves of an expression itself; what the keys of its lookups read is the lookups' own business. */
function allLeavesOnce(of: Scalar): readonly ScalarLeaf[] {
  return leavesOf<ScalarLeaf>(of)
}

function distinctLookups(model: Model, plan: ViewPlan, features: readonly CatalogFeature[]): Lookup[] {
  const found = features.flatMap(f => allLeaves(f.expr)).filter(l => l.kind === 'lookup')
  return uniqueBy(found, l => leafColumn(model, plan, l))
}

/** How rows of another view are joined to those of `base`. */
export type ReadView = (
  model: Model,
  read: {
    readonly view: Address
    readonly features: readonly CatalogFeature[]
    readonly alias: string
    readonly base: Aliased
    readonly key: (name: string) => Term
  },
) => Join

/** Its newest stored row at or before the point. */
export const storedView: ReadView = (model, { view, features, alias, base, key }) => viewJoin(model, view, features, alias, base.as, key)

interface Level {
  readonly read: ReadView
  readonly last: string
  readonly known: readonly string[]
  readonly computed: readonly CatalogFeature[]
  readonly joined: readonly Lookup[]
}

function levelRelation(model: Model, plan: ViewPlan, level: Level): Part['of'] {
  const term = (of: Scalar): Term => mapLeaves<ScalarLeaf, TermLeaf>(of, l => field(leafColumn(model, plan, l), 'b'))
  const reads = lookupReads(model, level.joined)
  const columns: Named[] = [
    ...fields(level.known, 'b'),
    ...level.computed.map(f => named(f.column, term(f.expr))),
    ...level.joined.map(l => named(leafColumn(model, plan, l), lookupValue(model, l))),
  ]
  const base = as('b', part(level.last))
  const joins: Join[] = reads.map(r => level.read(model, { ...r, base, key: name => term(r.keys[name]!) }))
  return select(base, columns, { joins })
}

interface LookupRead {
  readonly alias: string
  readonly view: Address
  readonly keys: Lookup['keys']
  readonly features: readonly CatalogFeature[]
}

/** One join per view and keys, however many features are looked up there. */
function lookupReads(model: Model, lookups: readonly Lookup[]): readonly LookupRead[] {
  const wanted = lookups.flatMap(l => looked(model, l).map(feature => ({ lookup: l, feature, alias: lookupAlias(l, feature) })))
  return [...groupBy(wanted, w => w.alias)].map(([alias, group]) => ({
    alias,
    view: group[0]!.feature.view,
    keys: group[0]!.lookup.keys,
    features: unique(group.map(g => g.feature)),
  }))
}

function looked(model: Model, lookup: Lookup): readonly CatalogFeature[] {
  return leavesOf<ScalarLeaf>(lookup.of)
    .filter(l => l.kind === 'feature')
    .map(l => model.catalog.features[l.ref]!)
}

function lookupAlias(lookup: Lookup, feature: CatalogFeature): string {
  return `_at_${shortHash(hashOf([lookup.keys, feature.view]))}`
}

function lookupValue(model: Model, lookup: Lookup): Term {
  return mapLeaves<ScalarLeaf, TermLeaf>(lookup.of, l => {
    const feature = l.kind === 'feature' ? model.catalog.features[l.ref] : undefined
    if (feature === undefined) throw new InternalError(`a lookup holds a '${l.kind}'`)
    return readValue(feature, lookupAlias(lookup, feature))
  })
}
