import type { Columns, Common } from '../ir/definition.ts'
import type { Declared, LoadedProject } from '../ir/loaded.ts'
import type { Mistakes, Place, Report } from './mistakes.ts'
import type { Names } from './names.ts'
import { placeOf, placeOfMember } from './names.ts'

const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,199}$/
const versionSuffix = /__v\d+$/i

/** Columns that deployed tables hold beside keys and features. */
const reserved = new Set([
  'feature_time',
  'feature_date',
  'feature_type',
  'computed_at',
  'point',
  'event_tile',
  'known_tile',
  'event_time',
  'known_time',
  'valid_from_point',
])

/** Pass 2: names that are wrong in themselves, are given twice, or are said to be former ones and still exist. */
export function bindNames(project: LoadedProject, names: Names, mistakes: Mistakes): void {
  const seen: Seen = new Map()
  for (const d of project.definitions) {
    const { kind, name, options } = d.definition
    const report = mistakes.at(placeOf(d))
    reportProblems(d, options, mistakes)
    checkDefinitionName(kind, name, report)
    once(seen, kind, deployed.has(kind) ? 'deployed ' : `${kind} `, name, '', report)
    const from = options.renamedFrom
    if (from !== undefined && isDeclared(project, kind, from)) report('F208', { what: kind, name, from })
  }
  for (const entity of names.entities.values()) {
    checkMembers('key', entity.definition.keys, member => mistakes.at(placeOfMember(entity, member)))
  }
  for (const source of names.sources.values()) {
    checkMembers('column', source.definition.columns, member => mistakes.at(placeOfMember(source, member)))
  }
  bindFeatureNames(names, mistakes)
}

function reportProblems(d: Declared, options: Common, mistakes: Mistakes): void {
  for (const p of options.problems ?? []) {
    const report = mistakes.at(placeOfMember(d, memberOf(d, p.path)))
    report('F201', { option: p.path || d.definition.kind, found: p.found, expected: p.expected })
  }
}

/** `columns.km` is the member `km`, `knownTime.column` a part of the member `knownTime`. */
function memberOf(d: Declared, path: string): string {
  return [path, path.slice(path.lastIndexOf('.') + 1), path.slice(0, Math.max(0, path.indexOf('.')))].find(m => m in d.members) ?? path
}

function checkDefinitionName(kind: Declared['definition']['kind'], name: string, report: Report): void {
  if (kind === 'model') {
    if (name.trim() === '') report('F205', { what: kind, name })
    return
  }
  const parts = kind === 'source' ? name.split('.') : [name]
  if (parts.length > 3 || !parts.every(p => identifier.test(p))) report('F205', { what: kind, name })
}

function isDeclared(project: LoadedProject, kind: string, name: string): boolean {
  return project.definitions.some(d => d.definition.kind === kind && d.definition.name === name)
}

/** Kinds whose names are names of objects in one schema. */
const deployed: ReadonlySet<string> = new Set(['view', 'store', 'serving', 'dataset'])

type Seen = Map<string, { readonly what: string; readonly name: string }>

function once(seen: Seen, what: string, scope: string, name: string, where: string, report: Report): void {
  const key = `${scope}${name.toLowerCase()}`
  const other = seen.get(key)
  if (other === undefined) seen.set(key, { what, name })
  else report('F207', { what, name, other: other.name, where: other.what === what ? where : `, once as a ${other.what}` })
}

function checkMembers(what: string, columns: Columns, reportOf: (member: string) => Report): void {
  const seen: Seen = new Map()
  for (const [name, column] of Object.entries(columns)) {
    const report = reportOf(name)
    if (!identifier.test(name)) report('F205', { what, name })
    if (what === 'key' && reserved.has(name.toLowerCase())) report('F206', { what, name, why: 'deployed tables have a column of that name' })
    once(seen, what, '', name, '', report)
    if (column.renamedFrom !== null && column.renamedFrom in columns) report('F208', { what, name, from: column.renamedFrom })
  }
}

function bindFeatureNames(names: Names, mistakes: Mistakes): void {
  const seen: Seen = new Map()
  for (const view of names.views.values()) {
    const entity = names.entities.get(view.definition.entity)?.definition
    const keys = new Set(Object.keys(entity?.keys ?? {}).map(k => k.toLowerCase()))
    for (const feature of view.definition.features) {
      const { name, meta } = feature
      const place: Place = { span: view.members[name]?.span ?? view.span, address: `feature.${view.definition.entity}.${name}` }
      const report = mistakes.at(place)
      for (const p of [...(meta.problems ?? []), ...Object.values(feature.versionMeta ?? {}).flatMap(m => m.problems ?? [])]) {
        report('F201', { option: p.path, found: p.found, expected: p.expected })
      }
      if (!identifier.test(name)) report('F205', { what: 'feature', name })
      if (reserved.has(name.toLowerCase())) report('F206', { what: 'feature', name, why: 'deployed tables have a column of that name' })
      else if (keys.has(name.toLowerCase())) report('F206', { what: 'feature', name, why: `it is a key of '${view.definition.entity}'` })
      else if (versionSuffix.test(name)) report('F206', { what: 'feature', name, why: 'names that end in __v and a number are columns of versions' })
      once(seen, 'feature', `${view.definition.entity}.`, name, ` for entity '${view.definition.entity}'`, report)
      const from = meta.renamedFrom
      if (from !== undefined && names.featuresOf.get(view.definition.name) !== undefined && existsFeature(names, view.definition.entity, from)) {
        report('F208', { what: 'feature', name, from })
      }
    }
  }
}

function existsFeature(names: Names, entity: string, name: string): boolean {
  return names.features.has(`feature.${entity}.${name}`) || names.current.has(`feature.${entity}.${name}`)
}
