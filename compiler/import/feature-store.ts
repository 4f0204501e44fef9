import type { Diagnostic, Outcome } from '../base/diagnostic.ts'
import { diagnostic, hasErrors } from '../base/diagnostic.ts'
import { entityOf, newEntities } from './entities.ts'
import type { Imported } from './imported.ts'
import { named } from './named.ts'
import { identifierOf } from './names.ts'
import type { Relation } from './relations.ts'
import { relationOf } from './relations.ts'
import { settleNames } from './settle-names.ts'
import { newSources } from './sources.ts'
import type { Spec, Texts } from './specs.ts'
import { readSpecs } from './specs.ts'
import { viewOf } from './views.ts'

/** Kinds of `snow feature` that the language has no like of. */
const unlike: Readonly<Record<string, string>> = {
  StreamingSource: 'rows are pushed to it over HTTP, and no table holds them',
  StreamingFeatureView: 'its rows come from a stream through a Python function',
  RealtimeFeatureView: 'its values are computed by a Python function at the moment of a request; a serving with `request` is the nearest',
  FeatureGroup: 'declare a serving or a store over the views',
}

/**
 * Definitions of `snow feature`, as Snowflake's Declarative Feature Store has them since October 2026, in our words. Field
 * names and rules are those of the documentation, and of the models in the public source of snowflake-ml-python
 * (`snowflake/ml/feature_store/decl`, mid-2026) where that says more.
 */
export function importSpecs(texts: Texts, options: { readonly manifestTarget: string | null }): Outcome<Imported> {
  const diagnostics: Diagnostic[] = []
  const report = (d: Diagnostic): void => {
    diagnostics.push(d)
  }
  const read = readSpecs(texts, options.manifestTarget, report)
  const of = (kind: string): readonly Spec[] => read.specs.filter(s => s.kind === kind)
  for (const { kind, fields: f } of read.specs) {
    if (['Entity', 'BatchSource', 'BatchFeatureView'].includes(kind)) continue
    report(diagnostic('F732', { what: f.of, why: unlike[kind] ?? 'this kind of definition is not known here' }, { span: f.spanAt('kind') }))
  }
  const declared = of('Entity').flatMap(s => entityOf(s, report) ?? [])
  const relations = new Map(of('BatchSource').flatMap(s => pair(s.name, relationOf(s, read, report))))
  const [entities, sources] = [newEntities(declared, report), newSources()]
  const specs = of('BatchFeatureView')
  const views = specs.flatMap(s => viewOf(s, viewName(s, specs), { relations, entities, sources, report }) ?? [])
  unread([...relations.values()], specs, report)
  const settled = settleNames(views, entities.all(), report)
  const value = { entities: entities.all(), sources: sources.all(), views: settled }
  return { value: hasErrors(diagnostics) ? null : value, diagnostics: diagnostics.toSorted(byPlace) }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [at, other] = [a.span?.file ?? '', b.span?.file ?? '']
  return at === other ? (a.span?.start ?? 0) - (b.span?.start ?? 0) : at < other ? -1 : 1
}

function pair(name: string, relation: Relation | null): readonly (readonly [string, Relation])[] {
  return relation === null ? [] : [[name, relation]]
}

/** Versions of one feature view are views of their own. */
function viewName(spec: Spec, all: readonly Spec[]): string {
  const name = named(spec.name, 'feature view', spec.fields)
  const version = spec.fields.text('version')
  return version !== null && all.some(s => s !== spec && s.name === spec.name) ? `${name}_${identifierOf(version)}` : name
}

/** How a source is to be read is said by the views that read it. */
function unread(relations: readonly Relation[], views: readonly Spec[], report: (d: Diagnostic) => void): void {
  const named = new Set(views.flatMap(v => v.fields.maps('sources').flatMap(s => s.text('name') ?? [])))
  for (const { spec } of relations.filter(r => !named.has(r.spec.name))) {
    const why = 'no batch feature view reads it, so that nothing says whether it holds events or records'
    report(diagnostic('F732', { what: spec.fields.of, why }, { span: spec.fields.span }))
  }
}
