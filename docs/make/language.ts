import { Node, Project } from 'ts-morph'
import type { ExportedDeclarations, JSDocableNode, MethodSignature, ParameterDeclaration, PropertySignature } from 'ts-morph'
import { repository } from '../../test/source-files.ts'
import { code, page, table } from './markdown.ts'

/** An export of the language, or one of its members, as its doc comment describes it. */
export interface Documented {
  readonly name: string
  readonly doc: string
  readonly example: string | null
  /** Of a function the names of its parameters; null for anything else. */
  readonly parameters: readonly string[] | null
  /** Of an interface: properties and methods that have a doc comment. */
  readonly members: readonly Documented[]
  /** Of a property its type; null for anything else. */
  readonly type: string | null
  /** Of a function the interfaces of its options; of an interface those that it extends. */
  readonly options: readonly string[]
  /** Of an option: it has to be given. */
  readonly needed?: boolean
}

/** Everything documented in the language's public files, read from source. */
export function documentedLanguage(): readonly Documented[] {
  const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions: { allowImportingTsExtensions: true, noLib: true } })
  const index = project.addSourceFileAtPath(`${repository}compiler/dsl/index.ts`)
  project.resolveSourceFileDependencies()
  const exported = [...index.getExportedDeclarations()].flatMap(([, declarations]) => declarations)
  const interfaces = project
    .getSourceFiles()
    .filter(f => f.getFilePath().includes('/compiler/dsl/'))
    .flatMap(f => f.getInterfaces())
  return [...new Set<ExportedDeclarations>([...exported, ...interfaces])].flatMap(d => documented(d))
}

function documented(node: ExportedDeclarations): readonly Documented[] {
  if (Node.isInterfaceDeclaration(node)) {
    const members = node.getMembers().flatMap(m => (Node.isPropertySignature(m) || Node.isMethodSignature(m) ? member(m) : []))
    return [{ name: node.getName(), ...textOf(node), parameters: null, type: null, members, options: node.getExtends().flatMap(e => optionNames(e.getText())) }]
  }
  if (!Node.isFunctionDeclaration(node) || node.isOverload()) return []
  const parameters = node.getParameters()
  return [
    {
      name: node.getName() ?? '',
      ...textOf(node.getOverloads()[0] ?? node),
      members: [],
      type: null,
      parameters: parameters.map(parameterText),
      options: parameters.flatMap(p => optionNames(p.getTypeNode()?.getText() ?? '')),
    },
  ]
}

function member(m: PropertySignature | MethodSignature): readonly Documented[] {
  const name = m.getName()
  if (name.startsWith("'~") || name.startsWith('[')) return []
  const parameters = Node.isMethodSignature(m)
    ? m
        .getParameters()
        .filter(p => p.getName() !== 'this')
        .map(parameterText)
    : null
  const type = Node.isPropertySignature(m) ? forPeople(m.getTypeNode()?.getText() ?? '') : null
  return [{ name, ...textOf(m), parameters, type, members: [], options: [], needed: !m.hasQuestionToken() }]
}

/** A type without what only the compiler needs to know. */
function forPeople(type: string): string {
  const plain = type
    .replaceAll(/\s*\/\*\*.*?\*\/\s*/gs, '\n')
    .replaceAll(/(?<=[^{;\s])\s*\n\s*(?=readonly )/g, '; ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('readonly ', '')
  return typeWords.reduce((text, [of, word]) => text.replaceAll(of, word), plain).trim()
}

const typeWords: readonly (readonly [of: RegExp, word: string])[] = [
  [/NoInfer<(\w+)>/g, '$1'],
  [/Having<C, Instant>/g, 'timestamp column'],
  [/Having<C, boolean>/g, 'boolean column'],
  [/\(keyof C & string\)/g, 'column'],
  [/\(KeyOf<[^)]*/g, "(key | 'feature_date' | 'feature_type'"],
  [/keyof T & string/g, 'name of a target'],
  [/^T$/g, 'target by name'],
  [/^C$/g, 'column type by name'],
  [/^R$/g, 'column type by name'],
  [/^K$/g, 'column type by key'],
  [/\bConfigured\b/g, "string | env('NAME')"],
  [/\{ name: E \}/g, 'Entity'],
  [/Keyed<E, C>/g, 'Entity'],
  [/Bodies<.*>/g, '{ snowflake: sql`...`; duckdb: sql`...` }'],
  [/\bEntity<.*>/g, 'Entity'],
  [/Readonly<(.*)>/g, '$1'],
  [/\w & (Spine)?ListFit<.*>/g, '(View | feature)[]'],
  [/Split<.*>/g, '{ train: string; validation: string; gap?: Duration; by?: column[] } | { shares: {...}; by?: column[] }'],
  [/^V$/g, '{ feature_type: View }'],
  [/\w & LabelFit<.*>/g, 'label'],
  [/\w & SourceFit<.*>/g, 'Source'],
  [/^\(request: .*/g, 'request => features'],
]

function optionNames(type: string): readonly string[] {
  return Array.from(type.matchAll(/\b([A-Z]\w*Options)\b/g), m => m[1]!)
}

function parameterText(p: ParameterDeclaration): string {
  return `${p.isRestParameter() ? '...' : ''}${p.getName()}${p.isOptional() && !p.isRestParameter() ? '?' : ''}`
}

function textOf(node: JSDocableNode): Pick<Documented, 'doc' | 'example'> {
  const doc = node.getJsDocs().at(-1)
  const example =
    doc
      ?.getTags()
      .find(t => t.getTagName() === 'example')
      ?.getCommentText()
      ?.trim() ?? null
  return { doc: (doc?.getDescription() ?? '').trim().replaceAll(/\s*\n\s*/g, ' '), example }
}

const builders: readonly (readonly [title: string, names: readonly string[]])[] = [
  ['The project', ['defineConfig', 'duckdb', 'snowflake', 'env', 'require_']],
  ['Entities and sources', ['entity', 'events', 'dimension', 'snapshot']],
  ['Features', ['window', 'featureView', 'asOf', 'daysSince', 'point', 'literal', 'versions', 'raw', 'sql']],
  ['Expressions', ['when', 'encode', 'coalesce', 'concat', 'greatest', 'least', 'greatestKnown', 'leastKnown']],
  ['Checks', ['notNull', 'between', 'oneOf', 'unique', 'matches']],
  ['Products', ['store', 'serving', 'dataset', 'model']],
  ['Monitors', ['monitor', 'psi', 'mean', 'nullShare', 'age', 'lateShare']],
]

const valueKinds: readonly (readonly [title: string, name: string])[] = [
  ['Any value', 'Value'],
  ['Numbers', 'Num'],
  ['Texts', 'Text'],
  ['Conditions', 'Flag'],
  ['Timestamps and dates', 'Moment'],
  ['JSON values', 'JsonValue'],
  ['Aggregates', 'Agg'],
  ['Sources', 'Source'],
  ['Entities', 'Entity'],
  ['Feature views', 'View'],
]

/** docs/reference/language.md: every builder and every method of values, from their doc comments. */
export function languageMarkdown(all: readonly Documented[]): string {
  const find = (name: string): Documented => {
    const found = all.find(d => d.name === name)
    if (found === undefined) throw new Error(`the language has no '${name}'`)
    return found
  }
  return page('The language', 'the doc comments of compiler/dsl', [
    "Everything that `import { ... } from 'featplan'` gives, except [aggregates](aggregates.md) and [column types](types.md). What a file under `features/`\nexports is part of the project. [functions.md](functions.md) says what the methods of values become in SQL.",
    ...builders.map(([title, names]) => `## ${title}\n\n${names.map(name => builderSection(find(name), find)).join('\n\n')}`),
    '## Options of every declaration\n\n' + memberTable(find('CommonOptions')),
    '## Facts about a feature: `.with({...})`\n\nThe options of every declaration, and:\n\n' + memberTable(find('Meta')),
    '## Methods of values',
    ...valueKinds.map(([title, name]) => `### ${title}\n\n${memberTable(find(name))}`),
  ])
}

function builderSection(d: Documented, find: (name: string) => Documented): string {
  const options = optionsOf(d, find)
  return [
    `### ${d.name}(${(d.parameters ?? []).join(', ')})`,
    d.doc,
    ...(d.example === null ? [] : [`\`\`\`ts\n${d.example}\n\`\`\``]),
    ...(options.length === 0
      ? []
      : [
          table(
            ['Option', 'Type', 'Meaning'],
            options.map(o => [`${code(o.name)}${o.needed === true ? ' (needed)' : ''}`, code(o.type ?? ''), o.doc]),
          ),
        ]),
  ]
    .map(p => p.trimEnd())
    .join('\n\n')
}

/** Its options, those that they extend first; what every declaration takes stands once on the page. */
function optionsOf(d: Documented, find: (name: string) => Documented): readonly Documented[] {
  return d.options.filter(name => name !== 'CommonOptions').flatMap(name => [...optionsOf(find(name), find), ...find(name).members])
}

function memberTable(d: Documented): string {
  return table(
    ['Written', 'Meaning'],
    d.members.map(m => [
      code(m.parameters === null ? m.name : `.${m.name}(${m.parameters.join(', ')})`),
      `${m.doc}${m.example === null ? '' : ` Example: ${code(m.example)}`}`,
    ]),
  )
}
