import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { ImportedEntity, ImportedView } from './imported.ts'
import { free } from './names.ts'

/** Columns that deployed tables have besides features. */
const reserved = ['feature_time', 'feature_date', 'feature_type', 'computed_at']

/** Names of features are unique per entity here: those that are taken get the name of their view in front. */
export function settleNames(views: readonly ImportedView[], entities: readonly ImportedEntity[], report: (d: Diagnostic) => void): readonly ImportedView[] {
  const taken = new Map<string, Set<string>>()
  return views.map(view => {
    const keys = entities.find(e => e.name === view.entity)!.keys.map(k => k.name)
    const names = taken.get(view.entity) ?? new Set([...reserved, ...keys])
    taken.set(view.entity, names)
    const features = view.features.map(f => {
      const name = names.has(f.name) ? free(`${view.name}_${f.name}`, n => names.has(n)) : f.name
      if (name !== f.name)
        report(diagnostic('F742', { what: `feature of view '${view.name}'`, from: f.name, to: name, why: `'${view.entity}' has that name already` }))
      names.add(name)
      return { ...f, name }
    })
    return { ...view, features }
  })
}
