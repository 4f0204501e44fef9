import type { Diagnostic } from '../../../compiler/base/diagnostic.ts'
import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import { nearest } from '../../../compiler/base/near.ts'
import type { Authenticator } from './authenticators.ts'
import { authenticatorNames, authenticatorOf } from './authenticators.ts'
import type { Surroundings } from './connections-file.ts'
import { connectionFiles, readConnections } from './connections-file.ts'
import type { SettingKey, Settings } from './setting-keys.ts'
import { knownNames, settingOf, settingShapes } from './setting-keys.ts'

/** The settings of a named connection, checked; how it logs in; and where each came from, for messages. */
export interface NamedSettings {
  readonly name: string
  readonly settings: Settings & { readonly account: string }
  readonly authenticator: string
  readonly way: Authenticator
}

/** One place that settings come from: their raw values, and how a message calls where one stands. */
interface Layer {
  readonly values: ReadonlyMap<SettingKey, unknown>
  /** Names that are none of ours, which may be misspelt ones. */
  readonly others: readonly string[]
  readonly where: (key: SettingKey | null) => string
}

/**
 * The settings of a connection, as the tools of Snowflake find them: variables that name the connection
 * (SNOWFLAKE_CONNECTIONS_PROD_PASSWORD) before its section in connections.toml before plain variables
 * (SNOWFLAKE_PASSWORD). Plain variables alone make a connection only where no file lists others.
 */
export function namedSettings(name: string, surroundings: Surroundings): NamedSettings {
  const layers = layersOf(name, surroundings)
  const mistakes: Diagnostic[] = []
  const settings: Record<string, unknown> = {}
  for (const key of Object.keys(settingShapes) as SettingKey[]) {
    const layer = layers.find(l => l.values.has(key))
    if (layer === undefined) continue
    const result = settingShapes[key].safeParse(layer.values.get(key))
    if (result.success) settings[key] = result.data
    else mistakes.push(mistake(name, layer.where(key), key, result.error.issues[0]!.message))
  }
  const given = new Set(layers.flatMap(l => [...l.values.keys()]))
  const chosen = chooseWay(name, settings as Settings, given, layers, mistakes)
  if (mistakes.length > 0 || chosen === null) throw new FeatError(mistakes)
  return { name, settings: settings as NamedSettings['settings'], authenticator: chosen.name, way: chosen.way }
}

function layersOf(name: string, surroundings: Surroundings): readonly Layer[] {
  const { env } = surroundings
  const prefix = `SNOWFLAKE_CONNECTIONS_${name.toUpperCase().replace(/\W/g, '_')}_`
  const specific = variables(env, prefix)
  const plain = variables(env, 'SNOWFLAKE_')
  const file = readConnections(surroundings)
  const section = file?.connections[name]
  if (file !== null && section !== undefined) return [specific, inFile(section as object, file.section(name)), plain]
  if (specific.values.size === 0 && (file !== null || !plain.values.has('account'))) {
    const known = Object.keys(file?.connections ?? {})
    const places = file === null ? [...connectionFiles(surroundings), `${prefix}*`, 'SNOWFLAKE_ACCOUNT'] : [file.path]
    throw new FeatError([diagnostic('F651', { connection: name, places, known, near: nearest(name, known) })])
  }
  return [specific, plain]
}

function variables(env: Surroundings['env'], prefix: string): Layer {
  const values = new Map<SettingKey, unknown>()
  const names = new Map<SettingKey, string>()
  for (const [name, value] of Object.entries(env)) {
    const key = name.startsWith(prefix) && value !== undefined && value !== '' ? settingOf(name.slice(prefix.length).toLowerCase()) : null
    if (key === null) continue
    values.set(key, value)
    names.set(key, name)
  }
  return { values, others: [], where: key => (key === null ? `variables ${prefix}*` : `variable ${names.get(key) ?? prefix + key.toUpperCase()}`) }
}

function inFile(section: object, where: string): Layer {
  const values = new Map<SettingKey, unknown>()
  const others: string[] = []
  for (const [name, value] of Object.entries(section)) {
    const key = settingOf(name)
    if (key === null) others.push(name)
    else values.set(key, value)
  }
  return { values, others, where: () => where }
}

/** Which way to log in, and whether what it needs is there. */
function chooseWay(
  name: string,
  settings: Settings,
  given: ReadonlySet<SettingKey>,
  layers: readonly Layer[],
  mistakes: Diagnostic[],
): { readonly name: string; readonly way: Authenticator } | null {
  const others = layers.flatMap(l => l.others)
  // Where a needed one is missing, a name like it that nobody reads is probably what was meant.
  const missing = (keys: readonly SettingKey[], problem: string): void => {
    const near = others.find(o => keys.some(k => knownNames.some(n => settingOf(n) === k && nearest(o, [n]) !== null)))
    const where = layers.map(l => l.where(null)).join(' or ')
    mistakes.push(
      mistake(name, where, keys.join(' or '), near === undefined ? problem : `${problem}; '${near}' is no setting`, near === undefined ? null : keys[0]!),
    )
  }
  if (!given.has('account')) missing(['account'], 'is missing')
  if (settings.protocol === 'http' && !isLocal(settings.host)) {
    mistakes.push(
      mistake(name, layers.find(l => l.values.has('protocol'))!.where('protocol'), 'protocol', 'is http, which only a host on this machine may use'),
    )
  }
  const wanted = settings.authenticator ?? impliedBy(given)
  if (wanted === null) {
    missing(['authenticator'], `is missing, expected ${authenticatorNames.join(', ')}`)
    return null
  }
  const chosen = authenticatorOf(wanted)
  if (chosen === null) {
    const where = layers.find(l => l.values.has('authenticator'))!.where('authenticator')
    mistakes.push(
      mistake(name, where, 'authenticator', `is '${wanted}', expected one of ${authenticatorNames.join(', ')}`, nearest(wanted, authenticatorNames)),
    )
    return null
  }
  const needs = [...chosen.way.needs, ...(settings.workload_identity_provider === 'OIDC' ? ([['token', 'token_file_path']] as const) : [])]
  for (const keys of needs) if (!keys.some(k => given.has(k))) missing(keys, `is missing, which ${chosen.name} needs`)
  return chosen
}

/** Without an authenticator the secret that is there says which it is; a bare token may be of two kinds. */
function impliedBy(given: ReadonlySet<SettingKey>): string | null {
  if (given.has('private_key_file') || given.has('private_key_raw')) return 'SNOWFLAKE_JWT'
  return given.has('password') ? 'SNOWFLAKE' : null
}

function isLocal(host: string | undefined): boolean {
  return host === 'localhost' || host === '127.0.0.1'
}

function mistake(connection: string, where: string, key: string, problem: string, near: string | null = null): Diagnostic {
  return diagnostic('F653', { connection, where, key, problem, near })
}
