import type { Diagnostic, Outcome } from '../base/diagnostic.ts'
import { diagnostic, hasErrors } from '../base/diagnostic.ts'
import { formatDuration } from '../base/duration.ts'
import type { Duration } from '../base/duration.ts'
import type { Type } from '../ir/type.ts'
import { typeName } from '../ir/type.ts'
import type { Imported, ImportedColumn, ImportedEntity, ImportedView } from './imported.ts'
import { free, identifierOf, lowered } from './names.ts'
import { settleNames } from './settle-names.ts'
import type { Sources } from './sources.ts'
import { newSources } from './sources.ts'
import type { TableText } from './table-text.ts'
import { tableText } from './table-text.ts'
import { cadenceOf, lengthOf } from './units.ts'

/** A dynamic table as it is in an account. */
export interface LiveTable {
  /** As the engine has it. */
  readonly name: string
  /** The statement that made it; null where this role does not see it. */
  readonly text: string | null
  readonly targetLag: string | null
  readonly comment: string | null
  /** Their types are null where the language has none like them. */
  readonly columns: readonly { readonly name: string; readonly type: Type | null; readonly spelled: string }[]
}

/** What the author says of tables that do not say it themselves. */
export interface TableKeys {
  readonly entity: string
  readonly keys: readonly string[]
  readonly time: string | null
}

/** Entities and time of a table. */
interface Meaning {
  readonly entity: ImportedEntity
  readonly time: string | null
}

interface Work {
  readonly given: TableKeys | null
  readonly entities: ImportedEntity[]
  readonly sources: Sources
  readonly report: (d: Diagnostic) => void
}

/** Live dynamic tables in our words: the query of each is a source, each other column a feature as of the point. */
export function importTables(tables: readonly LiveTable[], given: TableKeys | null): Outcome<Imported> {
  const diagnostics: Diagnostic[] = []
  const work: Work = { given, entities: [], sources: newSources(), report: d => diagnostics.push(d) }
  const names = new Set<string>()
  const views = tables.flatMap(table => {
    const view = viewOf(table, work)
    if (view === null) return []
    const name = free(view.name, n => names.has(n))
    names.add(name)
    return [{ ...view, name }]
  })
  const value = { entities: work.entities, sources: work.sources.all(), views: settleNames(views, work.entities, work.report) }
  return { value: hasErrors(diagnostics) ? null : value, diagnostics }
}

function viewOf(table: LiveTable, work: Work): ImportedView | null {
  const of = `dynamic table ${table.name}`
  const leave = (why: string): null => {
    work.report(diagnostic('F732', { what: of, why }))
    return null
  }
  const text = table.text === null ? null : tableText(table.text)
  if (text === null) return leave('the statement that made it is not visible to this role')
  const special = ['is_tiled', 'is_rollup', 'is_streaming'].find(flag => text.metadata?.[flag] === true)
  if (special !== undefined) return leave(`it holds partial aggregates of a feature view (${special}); import the definition of that with snow feature`)
  const columns = columnsOf(table, of, work)
  const meaning = meaningOf(text, table, columns, work)
  if (meaning === null) return null
  const { entity, time } = meaning
  const keys = entity.keys.map(k => k.name)
  const features = columns.filter(c => c.name !== time && !keys.includes(c.name))
  if (features.length === 0) return leave('it has no columns besides keys and time')
  const [name, version] = table.name.split('$')
  const readable = { name: `imported.${identifierOf(name!)}`, description: null, columns, query: text.query, relation: null }
  const notes = [table.comment, version === undefined ? null : `Version ${version} of ${name} in the feature store.`]
  return {
    name: identifierOf(name!),
    description: notes.filter(n => n !== null && n !== '').join('\n'),
    entity: entity.name,
    source: work.sources.use(readable, { form: time === null ? 'snapshot' : 'dimension', time }, { name: entity.name, keys }, []),
    every: everyOf(table, of, work),
    warehouse: null,
    clusterBy: [],
    features: features.map(c => ({ name: c.name, value: { kind: 'as of', column: c.name } })),
  }
}

function columnsOf(table: LiveTable, of: string, { report }: Work): readonly ImportedColumn[] {
  return table.columns.flatMap(c => {
    const name = lowered(c.name)
    const why = name === null ? 'its name needs quotes' : c.type === null ? `the language has no type like ${c.spelled}` : null
    if (why !== null) report(diagnostic('F736', { of, part: `column '${c.name}'`, why }))
    return why === null ? [{ name: name!, type: written(c.type!) }] : []
  })
}

function written(type: Type): string {
  return type.kind === 'decimal' ? `number(${type.precision}, ${type.scale})` : `${typeName(type)}()`
}

/** Entity and time by the tags of the feature store, else as the author says. */
function meaningOf(text: TableText, table: LiveTable, columns: readonly ImportedColumn[], work: Work): Meaning | null {
  const tagged = Object.entries(text.entities)
  const { given, report } = work
  if (tagged.length === 0 && given === null) {
    report(diagnostic('F740', { table: table.name }))
    return null
  }
  const [name, said] =
    tagged.length === 0
      ? [identifierOf(given!.entity), given!.keys]
      : [identifierOf(tagged.map(([entity]) => entity).join('_')), [...new Set(tagged.flatMap(([, keys]) => keys))]]
  const column = (c: string): ImportedColumn | undefined => columns.find(x => x.name === lowered(c))
  const keys = said.flatMap(k => column(k) ?? [])
  const timeSaid = tagged.length === 0 ? given!.time : timeIn(text.metadata)
  const time = timeSaid === null ? null : (column(timeSaid)?.name ?? undefined)
  if (keys.length < said.length || time === undefined) {
    const lost = [...said, ...(timeSaid === null ? [] : [timeSaid])].find(k => column(k) === undefined)!
    report(diagnostic('F732', { what: `dynamic table ${table.name}`, why: `it has no column '${lost}'` }))
    return null
  }
  if (tagged.length > 1) report(diagnostic('F744', { of: `dynamic table ${table.name}`, entity: name, keys: keys.map(k => k.name) }))
  const found = work.entities.find(e => e.name === name)
  const entity = found ?? { name, description: null, keys }
  if (found === undefined) work.entities.push(entity)
  return { entity, time }
}

/** The feature store writes NULL for a view without a time. */
function timeIn(metadata: TableText['metadata']): string | null {
  const said = metadata?.['timestamp_col']
  return typeof said === 'string' && said !== 'NULL' && said !== 'FS_TIMESTAMP_COL_PLACEHOLDER_VAL' ? said : null
}

function everyOf({ targetLag }: LiveTable, of: string, { report }: Work): Duration | null {
  const seconds = targetLag === null ? null : lengthOf(targetLag)
  const every = seconds === null ? null : cadenceOf(seconds)
  const why =
    every === null
      ? 'a view has a cadence (every)'
      : `it is ${formatDuration(seconds!)}, and the nearest cadence that stores a reasonable number of rows is ${every}`
  if (targetLag !== null && (every === null || every !== formatDuration(seconds!))) report(diagnostic('F733', { of, option: `TARGET_LAG = ${targetLag}`, why }))
  return every
}
