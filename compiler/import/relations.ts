import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Fields } from './fields.ts'
import type { ImportedColumn } from './imported.ts'
import { identifierOf, lowered } from './names.ts'
import type { Spec, Specs } from './specs.ts'
import { columnType } from './types.ts'

/** What a `BatchSource` reads, before it is known how views read it. */
export interface Relation {
  readonly spec: Spec
  readonly name: string
  readonly description: string | null
  readonly columns: readonly ImportedColumn[]
  readonly query: string | null
  readonly relation: string | null
}

const known = new Set([
  'kind',
  'name',
  'version',
  'database',
  'schema',
  'description',
  'source_database',
  'source_schema',
  'table',
  'query',
  'query_file',
  'columns',
])

/** The relation of a `BatchSource`; null where it says too little. */
export function relationOf(spec: Spec, specs: Specs, report: (d: Diagnostic) => void): Relation | null {
  const { fields: f } = spec
  unknownFields(f, known, report)
  const given = (['table', 'query', 'query_file'] as const).filter(n => f.has(n))
  if (given.length !== 1) f.wrong(given[1] ?? 'table', 'exactly one of table, query and query_file')
  const columns = columnsOf(f, 'columns', report)
  if (columns.length === 0) f.wrong('columns', 'its columns with their types')
  if (given.length !== 1 || columns.length === 0) return null
  const common = { spec, description: f.text('description'), columns }
  if (given[0] === 'table') return { ...common, ...tableOf(f, specs), query: null }
  const query = given[0] === 'query' ? f.text('query') : specs.beside(spec, f.text('query_file')!)
  if (query === null) f.wrong('query_file', 'the path of a file beside it')
  return query === null ? null : { ...common, name: `imported.${identifierOf(spec.name)}`, relation: null, query: query.trim().replace(/;\s*$/, '') }
}

/** The logical name: schema and table. What it stands for is completed by what the definition and the manifest say. */
function tableOf(f: Fields, { target }: Specs): { readonly name: string; readonly relation: string } {
  const parts = f.text('table')!.split('.')
  const table = parts.at(-1)!
  const schema = parts.at(-2) ?? f.text('source_schema') ?? f.text('schema') ?? target.schema
  const database = parts.at(-3) ?? f.text('source_database') ?? f.text('database') ?? target.database
  return {
    name: `${schema === null ? 'raw' : identifierOf(schema)}.${identifierOf(table)}`,
    relation: [database, schema, table].filter(p => p !== null).join('.'),
  }
}

/** Columns with types of ours; one without is named and left out. */
export function columnsOf(f: Fields, field: string, report: (d: Diagnostic) => void): readonly ImportedColumn[] {
  return f.maps(field).flatMap(c => {
    const [said, typeName] = [c.text('name'), c.text('type')]
    if (said === null || typeName === null) {
      c.wrong(said === null ? 'name' : 'type', said === null ? 'the name of a column' : 'the type of the column, such as StringType')
      return []
    }
    const [name, type] = [lowered(said), columnType(typeName, c.number('precision'), c.number('scale'))]
    const why = name === null ? 'its name needs quotes' : type === null ? `the language has no type like '${typeName}'` : null
    if (why !== null) report(diagnostic('F736', { of: f.of, part: `column '${said}'`, why }, { span: c.span }))
    return why === null ? [{ name: name!, type: type! }] : []
  })
}

/** Names each field that nobody reads. */
export function unknownFields(f: Fields, names: ReadonlySet<string>, report: (d: Diagnostic) => void): void {
  for (const name of f.names.filter(n => !names.has(n)))
    report(diagnostic('F733', { of: f.of, option: name, why: 'it is not known here' }, { span: f.spanAt(name) }))
}
