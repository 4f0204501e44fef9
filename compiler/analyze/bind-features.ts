import type { Address } from '../base/address.ts'
import { shortName } from '../base/address.ts'
import { topological } from '../base/graph.ts'
import type { ViewDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import type { Scalar } from '../ir/scalar.ts'
import { bindExpression } from './bind-expression.ts'
import type { Mistakes } from './mistakes.ts'
import { reportUnknown } from './mistakes.ts'
import type { DeclaredFeature, Names } from './names.ts'
import { placeOfMember } from './names.ts'
import { featuresIn } from './reads.ts'

/** A feature whose names are bound; `order` has each after those that it reads. */
export interface BoundFeature {
  readonly declared: DeclaredFeature
  readonly expr: Scalar
  readonly reads: readonly Address[]
}

export interface BoundFeatures {
  readonly byAddress: ReadonlyMap<Address, BoundFeature>
  readonly order: readonly BoundFeature[]
  /** Views in dependency order, with the views that each reads. */
  readonly views: readonly { readonly view: Declared<ViewDefinition>; readonly reads: readonly Address[] }[]
}

/** Pass 4: names in expressions of features, and the order in which features and views rest on each other. */
export function bindFeatures(names: Names, mistakes: Mistakes): BoundFeatures {
  const byAddress = new Map<Address, BoundFeature>()
  const goodRows = new Set<Scalar>()
  for (const view of names.views.values()) {
    checkVersions(view, mistakes)
    if (view.definition.features.length === 0) {
      mistakes.at(placeOfMember(view, 'features'))('F201', { option: 'features', found: 'empty', expected: 'at least one feature' })
    }
    if (!checkEntity(view, names, mistakes)) continue
    for (const declared of names.featuresOf.get(view.definition.name)!) {
      const expr = bindExpression(declared.expr, 'feature', { names, report: mistakes.at(declared.place), goodRows })
      if (expr !== null) byAddress.set(declared.address, { declared, expr, reads: featuresIn(expr) })
    }
  }
  const { order, cycles } = topological(byAddress.keys(), a => byAddress.get(a)!.reads)
  for (const loop of cycles) mistakes.at(byAddress.get(loop[0]!)!.declared.place)('F310', { loop: loop.map(shortName) })
  return { byAddress, order: cycles.length > 0 ? [] : order.map(a => byAddress.get(a)!), views: orderViews(names, byAddress, cycles.length > 0, mistakes) }
}

function checkEntity(view: Declared<ViewDefinition>, names: Names, mistakes: Mistakes): boolean {
  const { entity, name } = view.definition
  if (names.entities.has(entity)) return true
  const report = mistakes.at(placeOfMember(view, 'entity'))
  if (entity === '') report('F201', { option: 'entity', found: 'missing', expected: `the entity that '${name}' describes` })
  else reportUnknown(report, 'entity', entity, `, or it is not exported (view '${name}')`, names.entities.keys())
  return false
}

function checkVersions(view: Declared<ViewDefinition>, mistakes: Mistakes): void {
  for (const { name, expr } of view.definition.features) {
    if (expr.kind !== 'versions') continue
    const report = mistakes.at(placeOfMember(view, name))
    const numbers = Object.keys(expr.of)
    const bad = numbers.find(n => !/^[1-9]\d{0,5}$/.test(n))
    if (numbers.length === 0) report('F210', { found: 'hold nothing' })
    else if (bad !== undefined) report('F210', { found: `are numbered '${bad}', which is no positive integer` })
    else if (expr.current !== null && !numbers.includes(expr.current)) {
      report('F210', { found: `show '${expr.current}' as the current one, but there are ${numbers.join(', ')}` })
    }
  }
}

function orderViews(names: Names, byAddress: ReadonlyMap<Address, BoundFeature>, cyclic: boolean, mistakes: Mistakes): BoundFeatures['views'] {
  const reads = new Map<Address, Set<Address>>()
  for (const view of names.views.values()) reads.set(view.address, new Set())
  for (const f of byAddress.values()) {
    const own = reads.get(f.declared.view.address)!
    for (const ref of f.reads) {
      const view = byAddress.get(ref)?.declared.view.address
      if (view !== undefined && view !== f.declared.view.address) own.add(view)
    }
  }
  const { order, cycles } = topological(reads.keys(), v => reads.get(v)!)
  const byView = new Map([...names.views.values()].map(v => [v.address, v]))
  if (!cyclic) {
    for (const loop of cycles) mistakes.at({ span: byView.get(loop[0]!)!.span, address: loop[0]! })('F311', { loop: loop.map(shortName) })
  }
  const position = new Map(order.map((v, i) => [v, i]))
  return order.map(v => ({ view: byView.get(v)!, reads: [...reads.get(v)!].toSorted((a, b) => position.get(a)! - position.get(b)!) }))
}
