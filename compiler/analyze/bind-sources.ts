import { nearest } from '../base/near.ts'
import type { CatalogColumn, CatalogEntity, CatalogSource } from '../ir/catalog.ts'
import type { EntityDefinition, KeyMapping, SourceDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import type { Scalar } from '../ir/scalar.ts'
import type { Type } from '../ir/type.ts'
import { sameType, typeName } from '../ir/type.ts'
import { bindExpression } from './bind-expression.ts'
import { declaredMeta } from './inherit.ts'
import type { Mistakes, Report } from './mistakes.ts'
import { reportUnknown } from './mistakes.ts'
import type { Names } from './names.ts'
import { entityAddress, placeOf, placeOfMember } from './names.ts'
import { durationOption, instantOption, waitOption } from './options.ts'

type SourceDeclared = Declared<SourceDefinition>

/** Pass 3a: entities, with the source that gives their population. */
export function bindEntities(names: Names, mistakes: Mistakes): CatalogEntity[] {
  return [...names.entities.values()].map(d => {
    const { definition } = d
    const defining = [...names.sources.values()].filter(s => s.definition.defines.includes(definition.name))
    if (defining.length > 1) mistakes.at(placeOf(defining[1]!))('F306', { entity: definition.name, sources: defining.map(s => s.definition.name) })
    for (const [key, column] of Object.entries(definition.keys)) {
      if (!isExactKey(column.type)) mistakes.at(placeOfMember(d, key))('F307', { source: definition.name, type: typeName(column.type), key })
    }
    return {
      address: d.address,
      name: definition.name,
      span: d.span,
      meta: declaredMeta(d, names.config),
      renamedFrom: definition.options.renamedFrom === undefined ? null : entityAddress(definition.options.renamedFrom),
      keys: Object.entries(definition.keys).map(([name, c]) => ({ name, type: c.type })),
      definedBy: defining[0]?.address ?? null,
    }
  })
}

function isExactKey(t: Type): boolean {
  return t.kind !== 'float' && t.kind !== 'json'
}

/** Pass 3b: sources, with their key mappings and times checked. */
export function bindSources(names: Names, mistakes: Mistakes): CatalogSource[] {
  return [...names.sources.values()].map(d => {
    const { definition: s } = d
    const report = mistakes.at(placeOf(d))
    const column = (option: string, name: string | null, kind: ColumnKind): string | null => columnOption(d, option, name, kind, mistakes)
    checkForm(d, mistakes)
    const list = (option: string, columns: readonly string[]): readonly string[] => columns.filter(c => column(option, c, 'any') !== null)
    return {
      address: d.address,
      name: s.name,
      span: d.span,
      meta: declaredMeta(d, names.config),
      renamedFrom: s.options.renamedFrom === undefined ? null : `source.${s.options.renamedFrom}`,
      form: s.form,
      columns: catalogColumns(d),
      entities: s.entities.flatMap(e => bindMapping(d, e, names, mistakes) ?? []),
      defines: bindDefines(d, names, report),
      eventTime: column('eventTime', s.eventTime, 'time'),
      validFrom: column('validFrom', s.validFrom, 'time'),
      validTo: column('validTo', s.validTo, 'time'),
      deletedWhen: column('deletedWhen', s.deletedWhen, 'flag'),
      knownTime:
        s.knownTime === null || column('knownTime', s.knownTime.column, 'time') === null
          ? null
          : {
              column: s.knownTime.column,
              trustedFrom: instantOption('knownTime.trustedFrom', s.knownTime.trustedFrom, mistakes.at(placeOfMember(d, 'knownTime'))),
            },
      lateness: waitOption('lateness', s.lateness, mistakes.at(placeOfMember(d, 'lateness'))) ?? 0,
      freshness: durationOption('freshness', s.freshness, mistakes.at(placeOfMember(d, 'freshness'))),
      historyFrom: instantOption('historyFrom', s.historyFrom, mistakes.at(placeOfMember(d, 'historyFrom'))),
      tieBreak: list('tieBreak', s.tieBreak),
      rowKey: list('rowKey', s.rowKey),
      rowVersion: column('rowVersion', s.rowVersion, 'order'),
      query: s.query === null ? null : bindQuery(s.query, names, report),
    }
  })
}

/** What the form of a source asks for. */
function checkForm(d: SourceDeclared, mistakes: Mistakes): void {
  const { name: source, form, eventTime, validFrom, dedupe, rowKey } = d.definition
  const report = mistakes.at(placeOf(d))
  if (form === 'events' && eventTime === null) report('F304', { source, form, option: 'eventTime' })
  if (form === 'dimension' && validFrom === null) report('F304', { source, form, option: 'validFrom' })
  if (form !== 'snapshot' && rowKey.length > 0 && d.definition.knownTime === null && d.definition.rowVersion === null)
    mistakes.at(placeOfMember(d, 'rowKey'))('F410', { source })
  if (rowKey.length > 0) return
  const needing = { dedupe, rowVersion: d.definition.rowVersion, ...(form === 'events' ? { deletedWhen: d.definition.deletedWhen } : {}) }
  for (const [option, given] of Object.entries(needing)) {
    if (given === null) continue
    mistakes.at(placeOfMember(d, option))('F201', { option, found: 'given without rowKey', expected: 'the columns that identify a row: rowKey: [...]' })
  }
}

function catalogColumns(d: SourceDeclared): CatalogColumn[] {
  return Object.entries(d.definition.columns).map(([name, c]) => ({ name, ...c, description: d.members[name]?.description ?? null }))
}

/** What a column named by an option has to be; `order`: a time or a number that is compared exactly. */
type ColumnKind = 'time' | 'flag' | 'order' | 'any'

const columnTypes: Readonly<Record<ColumnKind, { readonly kinds: readonly Type['kind'][] | null; readonly expected: string }>> = {
  time: { kinds: ['time'], expected: 'timestamp' },
  flag: { kinds: ['flag'], expected: 'boolean' },
  order: { kinds: ['time', 'date', 'int', 'decimal'], expected: 'timestamp, date, integer or number' },
  any: { kinds: null, expected: 'any type' },
}

/** The column that an option names, or null where it is no column of the due type. */
function columnOption(d: SourceDeclared, option: string, name: string | null, kind: ColumnKind, mistakes: Mistakes): string | null {
  if (name === null) return null
  const report = mistakes.at(placeOfMember(d, option))
  const { columns } = d.definition
  const found = Object.hasOwn(columns, name) ? columns[name]! : null
  if (found === null) {
    reportUnknown(report, 'column', name, ` in source '${d.definition.name}' ('${option}')`, Object.keys(columns))
    return null
  }
  const { kinds, expected } = columnTypes[kind]
  if (kinds !== null && !kinds.includes(found.type.kind)) {
    report('F303', { option, column: name, found: typeName(found.type), expected })
    return null
  }
  return name
}

/** The key columns of an entity in a source, in the order of the entity's keys; null where the mapping is wrong. */
function bindMapping(d: SourceDeclared, mapping: KeyMapping, names: Names, mistakes: Mistakes): CatalogSource['entities'][number] | null {
  const report = mistakes.at(placeOfMember(d, 'entities'))
  const entity = names.entities.get(mapping.entity)
  if (entity === undefined) {
    reportUnknown(report, 'entity', mapping.entity, ` (an entity of source '${d.definition.name}')`, names.entities.keys())
    return null
  }
  const on = keyColumns(d.definition, entity.definition, mapping.on, `${d.definition.name}: on()`, report)
  const twice = d.definition.entities.find(e => e.entity === mapping.entity) !== mapping
  const where = ` by source '${d.definition.name}'; read its second role by source.by(...)`
  if (twice) report('F207', { what: 'entity', name: mapping.entity, other: mapping.entity, where })
  return on === null || twice ? null : { entity: entity.address, on }
}

/** Resolves entity key -> column in the order of the keys, reporting what is missing, unknown or of another type. */
export function keyColumns(
  source: SourceDefinition,
  entity: EntityDefinition,
  on: Readonly<Record<string, string>>,
  where: string,
  report: Report,
): readonly string[] | null {
  const extra = Object.keys(on).filter(k => !(k in entity.keys))
  if (extra.length > 0) report('F326', { entity: entity.name, missing: [], extra, where })
  let good = extra.length === 0
  const columns = Object.entries(entity.keys).map(([key, type]) => {
    const name = on[key] ?? (Object.keys(on).length === 0 && Object.hasOwn(source.columns, key) ? key : null)
    const column = name !== null && Object.hasOwn(source.columns, name) ? source.columns[name]! : null
    if (name === null) {
      if (Object.keys(on).length > 0) report('F326', { entity: entity.name, missing: [key], extra: [], where })
      else report('F301', { source: source.name, entity: entity.name, key, near: nearest(key, Object.keys(source.columns)) })
    } else if (column === null) {
      if (name === key) report('F301', { source: source.name, entity: entity.name, key, near: nearest(key, Object.keys(source.columns)) })
      else reportUnknown(report, 'column', name, ` in source '${source.name}' (key '${key}' of '${entity.name}')`, Object.keys(source.columns))
    } else if (!sameType(column.type, type.type)) {
      report('F302', { source: source.name, entity: entity.name, key, column: name, found: typeName(column.type), expected: typeName(type.type) })
    } else return name
    good = false
    return ''
  })
  return good ? columns : null
}

function bindDefines(d: SourceDeclared, names: Names, report: Report): CatalogSource['defines'] {
  const { name: source, defines, entities } = d.definition
  return defines.flatMap(name => {
    if (entities.some(e => e.entity === name)) return [entityAddress(name)]
    const near = nearest(name, names.entities.keys())
    if (names.entities.has(name)) report('F305', { source, entity: name })
    else report('F211', { what: 'entity', name, where: ` (defined by source '${source}')`, near })
    return []
  })
}

function bindQuery(query: NonNullable<SourceDefinition['query']>, names: Names, report: Report): CatalogSource['query'] {
  const body = (parts: readonly (string | Scalar)[] | undefined): readonly (string | Scalar)[] =>
    (parts ?? []).flatMap(p => (typeof p === 'string' ? p : (bindExpression(p, 'row', { names, report }) ?? [])))
  for (const dialect of ['snowflake', 'duckdb'] as const) {
    if ((query[dialect] ?? []).length === 0) report('F209', { found: `has no body for ${dialect}` })
  }
  return { snowflake: body(query.snowflake), duckdb: body(query.duckdb) }
}
