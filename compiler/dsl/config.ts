import type { ConfigDefinition, Configured, EnvironmentValue, Policy as PolicyDefinition, TargetDefinition } from '../ir/definition.ts'
import type { Cloud, Edition } from '../ir/serving-kind.ts'
import { clouds, editions } from '../ir/serving-kind.ts'
import type { CommonOptions } from './options.ts'
import { define, isObject, part, partKind, withHidden } from './part.ts'
import type { SnowflakeObjectOptions } from './physical.ts'
import { objectOptions, targetObjectsOf } from './physical.ts'
import type { Reader } from './read.ts'
import { nameOf, reader, recordOf, textOf } from './read.ts'
import type { Duration } from './window.ts'

/** A place to deploy to. */
export interface Target {
  readonly '~target': true
}

/** A rule that every feature has to obey. */
export interface Policy {
  readonly '~policy': true
}

export interface Config<T> {
  readonly '~config': T
}

/** The value of an environment variable, read by the command line; it is never hashed or printed. @example connection: env('SNOWFLAKE_CONNECTION') */
export function env(name: string): EnvironmentValue {
  return Object.freeze({ env: name })
}

export interface DuckdbOptions {
  /** The file of the embedded warehouse. */
  readonly path: Configured
  /** Logical relation or its prefix -> relation, Parquet or CSV file: `{ raw: './data/*.parquet' }`. */
  readonly sources?: Readonly<Record<string, Configured>>
  /** The schema of the public names. */
  readonly schema?: string
  /** The schema of state and storages. */
  readonly stateSchema?: string
}

/** The embedded engine. @example duckdb({ path: '.feat/local.duckdb' }) */
export function duckdb(options: DuckdbOptions): Target {
  return target('duckdb', options, ['path', 'sources', 'schema', 'stateSchema'])
}

export interface SnowflakeOptions extends SnowflakeObjectOptions {
  /** The name of a connection in `connections.toml`. */
  readonly connection: Configured
  /** The database of all that feat makes. */
  readonly database: Configured
  /** The schema of the public names. */
  readonly schema: string
  /** The warehouse that computes. */
  readonly warehouse: Configured
  /** The edition of the account, which decides what objects there are; `standard` unless given. */
  readonly edition?: Edition
  /** Where the account runs: some objects exist on some clouds only. */
  readonly cloud?: Cloud
  /** Logical relation or its prefix -> relation: `{ raw: 'LOGISTICS_DW_PROD.RAW' }`. */
  readonly sources?: Readonly<Record<string, Configured>>
  /** The schema of state and storages. */
  readonly stateSchema?: string
}

/** A database of Snowflake. @example snowflake({ connection: 'prod', database: 'DW', schema: 'ML_FEATURES', warehouse: 'COMPUTE_WH' }) */
export function snowflake(options: SnowflakeOptions): Target {
  return target('snowflake', options, ['connection', 'database', 'schema', 'warehouse', 'edition', 'cloud', 'sources', 'stateSchema', ...objectOptions])
}

/** Every feature must have an owner, a description or a monitor. @example policies: [require_('owner')] */
export function require_(field: PolicyDefinition['require']): Policy {
  return withHidden({ require: field }, { [part]: 'policy' }) as unknown as Policy
}

export interface ConfigOptions<T extends Readonly<Record<string, Target>>> {
  /** The name that state and markers carry. */
  readonly project: string
  /** Where the project is deployed: `duckdb({...})` and `snowflake({...})`, by name. */
  readonly targets: T
  /** The target of commands that name none. */
  readonly defaultTarget: keyof NoInfer<T> & string
  /** The schema of a named copy: `{schema}` is that of the target, `{env}` the name of the copy. */
  readonly environments?: {
    readonly schema: `${string}{env}${string}`
    /**
     * On Snowflake, the environment (`main`) whose tables a new one begins with as zero-copy clones of its own, so that it
     * computes further by itself. Without it, and on the embedded warehouse, a new one reads the tables that are there.
     */
    readonly cloneFrom?: string
  }
  /** What views and features inherit. */
  readonly defaults?: CommonOptions & { readonly every?: Duration }
  /** Rules that every feature has to obey. */
  readonly policies?: readonly Policy[]
  /** Names of the tables of models and their performance, and of the view of feature statistics. */
  readonly objects?: { readonly models?: string; readonly performance?: string; readonly monitoring?: string }
}

/**
 * Declares the project: the value that `features.config.ts` exports.
 * @example
 * export const config = defineConfig({
 *   project: 'logistics', defaultTarget: 'local', targets: { local: duckdb({ path: '.feat/local.duckdb' }) },
 * })
 */
export function defineConfig<T extends Readonly<Record<string, Target>>>(options: ConfigOptions<T>): Config<T> {
  const read = reader(options, ['project', 'targets', 'defaultTarget', 'environments', 'defaults', 'policies', 'objects'])
  const schema = textOf(read.record('environments')['schema'], 'environments.schema', read.wrong)
  const cloneFrom = textOf(read.record('environments')['cloneFrom'], 'environments.cloneFrom', read.wrong)
  const definition: ConfigDefinition = {
    kind: 'config',
    project: nameOf(read.value('project'), read),
    targets: targetsOf(read),
    defaultTarget: read.text('defaultTarget') ?? '',
    environments: schema === null ? null : { schema, ...(cloneFrom === null ? {} : { cloneFrom }) },
    defaults: defaultsOf(read),
    policies: read.list('policies').flatMap((p, i) => {
      if (partKind(p) === 'policy') return p as PolicyDefinition
      read.wrong(`policies.${i}`, p, "a policy, such as require_('owner')")
      return []
    }),
    objects: objectsOf(read),
    ...(read.problems.length === 0 ? {} : { problems: read.problems }),
  }
  return define(definition)
}

function target(kind: TargetDefinition['kind'], options: object, names: readonly string[]): Target {
  return withHidden({}, { [part]: 'target', kind, options, names }) as Target
}

function targetsOf(read: Reader): ConfigDefinition['targets'] {
  const targets: Record<string, TargetDefinition> = {}
  for (const [name, given] of Object.entries(read.record('targets'))) {
    if (partKind(given) !== 'target') read.wrong(`targets.${name}`, given, 'a target: duckdb({ ... }) or snowflake({ ... })')
    else targets[name] = targetOf(given as TargetPart, `targets.${name}`, read)
  }
  return targets
}

interface TargetPart {
  readonly kind: TargetDefinition['kind']
  readonly options: unknown
  readonly names: readonly string[]
}

function targetOf({ kind, options, names }: TargetPart, path: string, read: Reader): TargetDefinition {
  const own = reader(options, names)
  const needed = (name: string): Configured => configuredOf(own.value(name), `${name}`, own) ?? ''
  const sources = Object.fromEntries(Object.entries(own.record('sources')).map(([k, v]) => [k, configuredOf(v, `sources.${k}`, own) ?? '']))
  const stateSchema = own.text('stateSchema')
  const made: TargetDefinition =
    kind === 'duckdb'
      ? { kind, path: needed('path'), sources, schema: own.text('schema'), stateSchema }
      : {
          kind,
          connection: needed('connection'),
          database: needed('database'),
          schema: own.text('schema') ?? '',
          warehouse: needed('warehouse'),
          ...given('edition', own.choice('edition', [null, ...editions])),
          ...targetObjectsOf(own),
          ...given('cloud', own.choice('cloud', [null, ...clouds])),
          sources,
          stateSchema,
        }
  for (const problem of own.problems) read.problems.push({ ...problem, path: problem.path === '' ? path : `${path}.${problem.path}` })
  return made
}

/** An option that is left out where it is not given. */
function given<const N extends string, V>(name: N, value: V | null): { readonly [K in N]?: V } {
  return (value === null ? {} : { [name]: value }) as { readonly [K in N]?: V }
}

function configuredOf(given: unknown, path: string, read: Reader): Configured | null {
  if (typeof given === 'string') return given
  if (isObject(given) && typeof given['env'] === 'string') return given as unknown as EnvironmentValue
  read.wrong(path, given, "a text, or env('NAME')")
  return null
}

function defaultsOf(read: Reader): ConfigDefinition['defaults'] {
  if (read.value('defaults') === undefined) return {}
  const own = reader(read.value('defaults'), ['every'])
  const every = own.text('every')
  const { problems: _, ...common } = own.common()
  for (const problem of own.problems) read.problems.push({ ...problem, path: problem.path === '' ? 'defaults' : `defaults.${problem.path}` })
  return every === null ? common : { ...common, every }
}

function objectsOf(read: Reader): ConfigDefinition['objects'] {
  const objects: Record<string, string> = {}
  for (const [name, given] of Object.entries(recordOf(read.value('objects'), 'objects', read.wrong))) {
    const text = textOf(given, `objects.${name}`, read.wrong)
    if (!['models', 'performance', 'monitoring'].includes(name)) read.wrong(`objects.${name}`, given, 'one of models, performance, monitoring')
    else if (text !== null) objects[name] = text
  }
  return objects
}
