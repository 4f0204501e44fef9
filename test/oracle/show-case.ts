import type { SourceDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import type { Scalar, WindowAggregate } from '../../compiler/ir/scalar.ts'
import type { OracleInput } from './data.ts'
import { usedSources } from './project.ts'
import { isoOf } from './value.ts'

/** All of a case as text that a person can follow, and from which it can be written down again. */
export function showCase(c: OracleInput & { readonly from: bigint; readonly to: bigint }): string {
  return [
    `points ${isoOf(c.from)} to ${isoOf(c.to)}`,
    ...c.runs.map(r => `run at ${isoOf(r.now)} up to ${isoOf(r.to)}`),
    ...c.entities.map(e => `entity ${e.name} (${Object.keys(e.keys).join(', ')})`),
    ...usedSources(c).flatMap(s => showSource(s, c)),
    ...c.views.flatMap(showView),
  ].join('\n')
}

function showSource(s: SourceDefinition, c: OracleInput): readonly string[] {
  const { form, name, entities } = s
  const shown = [
    'eventTime',
    'validFrom',
    'validTo',
    'deletedWhen',
    'knownTime',
    'lateness',
    'historyFrom',
    'tieBreak',
    'rowKey',
    'rowVersion',
    'defines',
  ] as const
  const set = shown.map(o => [o, s[o]] as const).filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0))
  const rows = (c.rows[name] ?? []).map(r => `  ${JSON.stringify(r)}`)
  const captures = (c.captures[name] ?? []).flatMap(x => [`  captured at ${isoOf(x.at)}`, ...x.rows.map(r => `    ${JSON.stringify(r)}`)])
  return [
    `${form} ${name} ${JSON.stringify(Object.fromEntries(set))} ${entities.map(e => `${e.entity} on ${JSON.stringify(e.on)}`).join(', ')}`,
    ...rows,
    ...captures,
  ]
}

function showView(v: ViewDefinition): readonly string[] {
  return [`view ${v.name} of ${v.entity}, every ${v.every}, start ${v.start}, known ${v.known}`, ...v.features.map(f => `  ${f.name} = ${showScalar(f.expr)}`)]
}

export function showScalar(s: Scalar): string {
  switch (s.kind) {
    case 'literal':
      return JSON.stringify(s.value)
    case 'call':
      return `${s.fn}(${s.args.map(showScalar).join(', ')})`
    case 'cast':
      return `cast(${showScalar(s.of)}, ${s.type.kind})`
    case 'case':
      return `case(${s.arms.map(([w, t]) => `${showScalar(w)}: ${showScalar(t)}`).join(', ')}, else ${s.otherwise === null ? 'NULL' : showScalar(s.otherwise)})`
    case 'json':
      return `${showScalar(s.of)}.${s.path.join('.')}`
    case 'column':
      return `${s.source.slice('source.'.length)}.${s.name}`
    case 'window':
      return showWindow(s)
    case 'asOf':
      return `asOf(${showScalar(s.of)})`
    case 'feature':
      return s.ref
    case 'lookup':
      return `${s.entity}.at(${Object.entries(s.keys)
        .map(([k, v]) => `${k}: ${showScalar(v)}`)
        .join(', ')}; ${showScalar(s.of)})`
    case 'point':
      return 'T'
    case 'versions':
      return `versions(${Object.entries(s.of)
        .map(([n, v]) => `${n}: ${showScalar(v)}`)
        .join(', ')}; current ${s.current})`
    default:
      return s.kind
  }
}

function showWindow(w: WindowAggregate): string {
  const of = [w.of === null ? w.source.slice('source.'.length) : showScalar(w.of), ...(w.parameter === null ? [] : [String(w.parameter)])]
  const span = w.length === 'lifetime' ? 'lifetime' : `${w.length / 3600}h`
  return [
    `${w.aggregate}(${of.join(', ')})`,
    ...(w.where === null ? [] : [`where ${showScalar(w.where)}`]),
    `over ${span}`,
    ...(w.offset === 0 ? [] : [`offset ${w.offset / 3600}h`]),
    ...(w.keepNulls ? ['keepNulls'] : []),
    ...(w.partial ? ['partial'] : []),
    ...(w.keys === null ? [] : [`by ${JSON.stringify(w.keys)}`]),
  ].join(' ')
}
