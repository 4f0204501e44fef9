import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Duration } from '../base/duration.ts'
import { formatDuration } from '../base/duration.ts'
import { nearest } from '../base/near.ts'
import { secondsAt, windowed } from './calls.ts'
import type { Entities } from './entities.ts'
import type { Fields } from './fields.ts'
import type { ImportedEntity, ImportedFeature, ImportedView } from './imported.ts'
import { named } from './named.ts'
import { lowered } from './names.ts'
import type { Relation } from './relations.ts'
import { unknownFields } from './relations.ts'
import type { Sources } from './sources.ts'
import type { Spec } from './specs.ts'
import { cadenceOf } from './units.ts'

/** Options that change nothing of what is imported, or are read below. */
const read = (
  'kind name version database schema description offline online timestamp_col feature_granularity feature_granularity_sec feature_aggregation_method ' +
  'target_lag target_lag_sec refresh_freq entities sources udf features warehouse cluster_by aggregation_secondary_keys'
).split(' ')

const uncarried: Readonly<Record<string, string>> = {
  online: 'declare a serving for what is read at low latency',
  target_lag: 'declare a serving; its freshness says how old served values may be',
  target_lag_sec: 'declare a serving; its freshness says how old served values may be',
  backfill: 'feat fills what is missing by itself',
  refresh_mode: 'views are filled by statements of their own',
  initialize: 'views are filled by feat materialize, and by tasks where the target has a schedule',
  storage_config: 'tables are kept in Snowflake',
}

export interface ViewsRequest {
  readonly relations: ReadonlyMap<string, Relation>
  readonly entities: Entities
  readonly sources: Sources
  readonly report: (d: Diagnostic) => void
}

/** A `BatchFeatureView` under that name; null where it cannot be said. */
export function viewOf(spec: Spec, name: string, request: ViewsRequest): ImportedView | null {
  const { fields: f } = spec
  const { report } = request
  unknownFields(f, new Set([...read, ...Object.keys(uncarried)]), report)
  const refused = f.has('udf')
    ? 'its rows come from a Python function'
    : f.has('aggregation_secondary_keys')
      ? 'it aggregates by a second key'
      : f.maps('sources').length === 1
        ? null
        : `it reads ${f.maps('sources').length} sources`
  if (refused !== null) report(diagnostic('F732', { what: f.of, why: refused }, { span: f.span }))
  const relation = refused === null ? relationOf(f, request) : null
  const entity = relation === null ? null : request.entities.ofView(f, relation.columns)
  if (relation === null || entity === null) return null
  for (const [option, why] of Object.entries(uncarried)) {
    if (f.has(option) && (option !== 'online' || f.isTrue(option))) report(diagnostic('F733', { of: f.of, option, why }, { span: f.spanAt(option) }))
  }
  return viewThat(spec, name, { entity, relation, request })
}

interface Reading {
  readonly entity: ImportedEntity
  readonly relation: Relation
  readonly request: ViewsRequest
}

function viewThat(spec: Spec, name: string, { entity, relation, request }: Reading): ImportedView | null {
  const { fields: f } = spec
  const { report, sources } = request
  const isWindowed = f.maps('features').some(x => x.has('function'))
  const time = timeOf(f, relation, isWindowed, report)
  if (time === undefined) return null
  const features = isWindowed ? aggregated(f, relation, report) : attributes(f, time, { entity, relation, request })
  if (features.length === 0) {
    report(diagnostic('F732', { what: f.of, why: 'no feature of it is left' }, { span: f.span }))
    return null
  }
  const ordered = features.flatMap(x => (x.value.kind === 'window' && x.value.aggregate === 'lastN' ? [x.value.column] : []))
  const form = isWindowed ? 'events' : time === null ? 'snapshot' : 'dimension'
  return {
    name,
    description: [f.text('description'), f.has('version') ? `Version ${f.text('version')} of ${spec.name} in the feature store.` : null]
      .filter(t => t !== null)
      .join('\n'),
    entity: entity.name,
    source: sources.use(relation, { form, time }, { name: entity.name, keys: entity.keys.map(k => k.name) }, ordered),
    every: everyOf(f, isWindowed, report),
    warehouse: f.text('warehouse'),
    clusterBy: clusterOf(
      f,
      time,
      [...entity.keys, ...features].map(c => c.name),
      report,
    ),
    features,
  }
}

function relationOf(f: Fields, { relations, report }: ViewsRequest): Relation | null {
  const source = f.maps('sources')[0]!
  const name = source.text('name')
  const found = name === null ? undefined : relations.get(name)
  if (name === null) f.wrong('sources', 'the name of a source')
  else if (found === undefined)
    report(diagnostic('F734', { of: f.of, what: 'source', name, near: nearest(name, [...relations.keys()]) }, { span: source.spanAt('name') }))
  return found ?? null
}

/** The column that holds the time; null where a view of attributes has none, undefined where the definition is wrong. */
function timeOf(f: Fields, relation: Relation, isWindowed: boolean, report: (d: Diagnostic) => void): string | null | undefined {
  const said = f.text('timestamp_col')
  if (said === null) {
    if (isWindowed) f.wrong('timestamp_col', 'the column with the time of the events that it aggregates')
    return isWindowed ? undefined : null
  }
  const column = relation.columns.find(c => c.name === lowered(said))
  if (column !== undefined) return column.name
  const near = nearest(
    said,
    relation.columns.map(c => c.name),
  )
  report(diagnostic('F734', { of: f.of, what: 'column', name: said, near }, { span: f.spanAt('timestamp_col') }))
  return undefined
}

function aggregated(f: Fields, relation: Relation, report: (d: Diagnostic) => void): readonly ImportedFeature[] {
  return f.maps('features').flatMap(x => {
    const said = x.maps('source_column')[0]?.text('name') ?? ''
    const given = x.maps('output_column')[0]?.text('name') ?? null
    if (given === null) {
      x.wrong('output_column', 'the name and type of the feature')
      return []
    }
    const column = relation.columns.find(c => c.name === lowered(said))?.name
    if (column === undefined) {
      report(diagnostic('F736', { of: f.of, part: `feature '${given}'`, why: `its source has no column '${said}' that is imported` }, { span: x.span }))
      return []
    }
    if (!x.has('function')) {
      report(diagnostic('F736', { of: f.of, part: `feature '${given}'`, why: 'it is no aggregate, and stands among aggregates' }, { span: x.span }))
      return []
    }
    const value = windowed(x, column, given, report)
    return value === null ? [] : [{ name: named(given, 'feature', x), value }]
  })
}

/** Columns as they are: those that the view lists, else all but keys and time. */
function attributes(f: Fields, time: string | null, { entity, relation, request }: Reading): readonly ImportedFeature[] {
  const isKey = (c: string | null): boolean => entity.keys.some(k => k.name === c)
  const rest = relation.columns.map(c => c.name).filter(c => c !== time && !isKey(c))
  if (!f.has('features') || f.maps('features').length === 0) return rest.map(c => ({ name: c, value: { kind: 'as of', column: c } }))
  return f.maps('features').flatMap(x => {
    const said = x.maps('source_column')[0]?.text('name') ?? ''
    const column = lowered(said)
    const name = x.maps('output_column')[0]?.text('name') ?? said
    if (column !== null && rest.includes(column)) return [{ name: named(name, 'feature', x), value: { kind: 'as of' as const, column } }]
    // Exports list keys and time among the features.
    if (column !== null && (column === time || isKey(column))) return []
    request.report(diagnostic('F736', { of: f.of, part: `feature '${name}'`, why: `its source has no column '${said}' that is imported` }, { span: x.span }))
    return []
  })
}

/** Columns of the view that its rows are clustered by: its own time stands for that of the source. */
function clusterOf(f: Fields, time: string | null, columns: readonly string[], report: (d: Diagnostic) => void): readonly string[] {
  return f.texts('cluster_by').flatMap(said => {
    const column = lowered(said)
    if (column !== null && column === time) return ['feature_time']
    if (column !== null && columns.includes(column)) return [column]
    report(diagnostic('F733', { of: f.of, option: 'cluster_by', why: `the view has no column '${said}'` }, { span: f.spanAt('cluster_by') }))
    return []
  })
}

/** How often values are computed: at the ends of tiles, or as often as the view was refreshed. */
function everyOf(f: Fields, isWindowed: boolean, report: (d: Diagnostic) => void): Duration | null {
  const option = isWindowed && (f.has('feature_granularity') || f.has('feature_granularity_sec')) ? 'feature_granularity' : 'refresh_freq'
  const told = f.has(option) ? option : `${option}_sec`
  const later = (why: string): void => report(diagnostic('F733', { of: f.of, option: told, why }, { span: f.spanAt(told) }))
  if (f.text('feature_aggregation_method') === 'continuous')
    report(
      diagnostic(
        'F735',
        { of: f.of, difference: 'windows end at the points of the view; the original computes at any moment' },
        { span: f.spanAt('features') },
      ),
    )
  const seconds = secondsAt(f, option)
  if (seconds === null || seconds === 'lifetime') {
    if (f.has(told)) later('a schedule belongs to the target (schedule), and a view has a cadence (every)')
    return null
  }
  const every = cadenceOf(seconds)
  if (every !== formatDuration(seconds)) later(`it is ${formatDuration(seconds)}, and the nearest cadence that stores a reasonable number of rows is ${every}`)
  if (option !== 'refresh_freq' && f.has('refresh_freq'))
    report(
      diagnostic(
        'F733',
        { of: f.of, option: 'refresh_freq', why: 'feat materialize, or the schedule of the target, computes each point once it is due' },
        { span: f.spanAt('refresh_freq') },
      ),
    )
  return every
}
