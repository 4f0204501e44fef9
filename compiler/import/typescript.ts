import type { Imported, ImportedColumn, ImportedEntity, ImportedFeature, ImportedSource, ImportedView } from './imported.ts'
import { free, variables } from './names.ts'

/** A file of definitions, its path relative to the folder of the import. */
export interface WrittenFile {
  readonly path: string
  readonly text: string
}

/** One declaration, and the builders and variables of other files that it uses. */
interface Declaration {
  readonly text: string
  readonly builders: readonly string[]
}

type Variables = ReadonlyMap<string, string>

/** The definitions as modules of the project: entities, sources, and a file for each view. */
export function typescriptOf({ entities, sources, views }: Imported): readonly WrittenFile[] {
  const entityNames = naming(entities, 'Entity')
  const sourceNames = naming(sources, 'Source')
  const entitiesFile = {
    path: 'entities.ts',
    text: moduleText(
      entities.map(e => entityText(e, entityNames.get(e.name)!)),
      [],
    ),
  }
  const used = [...new Set(sources.flatMap(s => s.entities))].map(e => entityNames.get(e)!)
  const sourcesFile = {
    path: 'sources.ts',
    text: moduleText(
      sources.map(s => sourceText(s, sourceNames.get(s.name)!, entityNames)),
      [imported(used, 'entities')],
    ),
  }
  const paths = new Set(['entities', 'sources'])
  const viewFiles = views.map(v => {
    const path = free(v.name.replaceAll('_', '-'), p => paths.has(p))
    paths.add(path)
    const [entity, source] = [entityNames.get(v.entity)!, sourceNames.get(v.source)!]
    const own = `${variables()(v.name, 'View')}`
    const name = own === entity || own === source ? `${own}View` : own
    return { path: `${path}.ts`, text: moduleText([viewText(v, name, entity, source)], [imported([entity], 'entities'), imported([source], 'sources')]) }
  })
  return [...(entities.length === 0 ? [] : [entitiesFile]), ...(sources.length === 0 ? [] : [sourcesFile]), ...viewFiles]
}

function naming(of: readonly { readonly name: string }[], otherwise: string): Variables {
  const next = variables()
  return new Map(of.map(o => [o.name, next(o.name.split('.').at(-1)!, otherwise)]))
}

function moduleText(declarations: readonly Declaration[], imports: readonly string[]): string {
  const builders = [...new Set(declarations.flatMap(d => d.builders))].toSorted()
  return [listed(builders, "'featplan'"), ...imports, ...declarations.map(d => `\n${d.text}`)].join('\n') + '\n'
}

function imported(names: readonly string[], file: string): string {
  return listed(names.toSorted(), `'./${file}.ts'`)
}

function listed(names: readonly string[], from: string): string {
  const line = `import { ${names.join(', ')} } from ${from}`
  return line.length <= 160 ? line : `import {\n${names.map(n => `  ${n},\n`).join('')}} from ${from}`
}

function entityText(e: ImportedEntity, variable: string): Declaration {
  const text = `${comment(e.description)}export const ${variable} = entity(${quoted(e.name)}, {\n  keys: {\n${columns(
    e.keys,
    e.keys.map(k => k.name),
    4,
  )}  },\n})`
  return { text, builders: ['entity', ...builtBy(e.keys)] }
}

function sourceText(s: ImportedSource, variable: string, entities: Variables): Declaration {
  const time = { events: 'eventTime', dimension: 'validFrom', snapshot: null }[s.form]
  const lines = [
    `  entities: [${s.entities.map(e => entities.get(e)!).join(', ')}],`,
    `  columns: {\n${columns(s.columns, s.certain, 4)}  },`,
    ...(time === null || s.time === null ? [] : [`  ${time}: ${quoted(s.time)},`]),
    ...(s.tieBreak.length === 0 ? [] : [`  tieBreak: [${s.tieBreak.map(quoted).join(', ')}],`]),
    ...(s.query === null ? [] : [`  query: {\n    snowflake: ${template(s.query)},\n    duckdb: ${template(sampleQuery(s))},\n  },`]),
  ]
  return {
    text: `${comment(s.description)}export const ${variable} = ${s.form}(${quoted(s.name)}, {\n${lines.join('\n')}\n})`,
    builders: [s.form, ...builtBy(s.columns), ...(s.query === null ? [] : ['sql'])],
  }
}

/** What the embedded warehouse reads in the place of a query of Snowflake: a table of the same columns. */
function sampleQuery(s: ImportedSource): string {
  return `SELECT ${s.columns.map(c => c.name).join(', ')} FROM ${s.name}`
}

function viewText(v: ImportedView, variable: string, entity: string, source: string): Declaration {
  const physical = [
    ...(v.clusterBy.length === 0 ? [] : [`clusterBy: [${v.clusterBy.map(quoted).join(', ')}]`]),
    ...(v.warehouse === null ? [] : [`warehouse: ${quoted(v.warehouse)}`]),
  ]
  const options = [
    `entity: ${entity}`,
    ...(v.every === null ? [] : [`every: ${quoted(v.every)}`]),
    ...(physical.length === 0 ? [] : [`physical: { ${physical.join(', ')} }`]),
  ]
  const features = v.features.map(f => featureText(f, source))
  const lines = features.map(f => `    ${f.text},\n`).join('')
  return {
    text: `${comment(v.description)}export const ${variable} = featureView(\n  ${quoted(v.name)},\n  { ${options.join(', ')} },\n  {\n${lines}  },\n)`,
    builders: ['featureView', ...features.flatMap(f => f.builders)],
  }
}

function featureText({ name, value }: ImportedFeature, source: string): Declaration {
  const column = `${source}.c.${value.column}`
  if (value.kind === 'as of') return { text: `${name}: asOf(${column})`, builders: ['asOf'] }
  const { aggregate, parameter, length, offset } = value
  // Counting a column counts its values, not its rows.
  const call = aggregate === 'count' ? `countIf(${column}.isNotNull())` : `${aggregate}(${column}${parameter === null ? '' : `, ${parameter}`})`
  const span = offset === null ? quoted(length) : `window(${quoted(length)}, { offset: ${quoted(offset)} })`
  return { text: `${name}: ${call}.over(${span})`, builders: [aggregate === 'count' ? 'countIf' : aggregate, ...(offset === null ? [] : ['window'])] }
}

function columns(of: readonly ImportedColumn[], certain: readonly string[], indent: number): string {
  return of.map(c => `${' '.repeat(indent)}${c.name}: ${c.type}${certain.includes(c.name) ? '' : '.nullable()'},\n`).join('')
}

function builtBy(of: readonly ImportedColumn[]): readonly string[] {
  return of.map(c => c.type.slice(0, c.type.indexOf('(')))
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}

function template(text: string): string {
  return `sql\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``
}

function comment(text: string | null): string {
  const lines = (text ?? '')
    .replaceAll('*/', '* /')
    .split('\n')
    .map(l => l.trim())
    .filter(l => l !== '')
  if (lines.length === 0) return ''
  return lines.length === 1 ? `/** ${lines[0]} */\n` : `/**\n${lines.map(l => ` * ${l}\n`).join('')} */\n`
}
