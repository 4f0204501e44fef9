import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import { expanded, readPrivate } from './private-file.ts'

/** What the settings of a connection may depend on besides the target. */
export interface Surroundings {
  /** Environment variables, as the command line knows them. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that `~` stands for. */
  readonly home: string
}

/** The named connections of the first file that is there. */
export interface ConnectionsFile {
  readonly path: string
  readonly connections: Readonly<Record<string, unknown>>
  /** How messages call a section. */
  readonly section: (name: string) => string
}

/** The folders in which the tools of Snowflake keep connections, in the order in which they look. */
function folder({ env, home }: Surroundings): string {
  const own = env['SNOWFLAKE_HOME']
  if (own !== undefined && own !== '') return expanded(own, home)
  const usual = join(home, '.snowflake')
  if (existsSync(usual)) return usual
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/snowflake')
  if (process.platform === 'win32') return join(home, 'AppData/Local/snowflake')
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'snowflake')
}

/** The files that may hold connections. */
export function connectionFiles(surroundings: Surroundings): readonly [connections: string, config: string] {
  const at = folder(surroundings)
  return [join(at, 'connections.toml'), join(at, 'config.toml')]
}

/** Reads connections.toml, or the connections of config.toml beside it; null where neither is there. */
export function readConnections(surroundings: Surroundings): ConnectionsFile | null {
  const [connections, config] = connectionFiles(surroundings)
  if (existsSync(connections)) return { path: connections, connections: tables(parsed(connections)), section: name => `[${name}] in ${connections}` }
  if (!existsSync(config)) return null
  const held = tables(parsed(config)['connections'] ?? {})
  return { path: config, connections: held, section: name => `[connections.${name}] in ${config}` }
}

/** The parser's own message quotes the line, which may hold a secret: only the position is told. */
function parsed(path: string): Readonly<Record<string, unknown>> {
  const text = readPrivate(path)
  try {
    return parse(text)
  } catch (error) {
    const at = error instanceof TomlError ? ` at line ${error.line}, column ${error.column}` : ''
    throw new FeatError([
      diagnostic('F652', { path, why: `it is not valid TOML${at}`, remedy: 'text needs quotes; a section is a name in [brackets] on its own line' }),
    ])
  }
}

function tables(value: unknown): Readonly<Record<string, unknown>> {
  const isTable = (v: unknown): boolean => typeof v === 'object' && v !== null && !Array.isArray(v) && !(v instanceof Date)
  return isTable(value) ? Object.fromEntries(Object.entries(value as object).filter(([, v]) => isTable(v))) : {}
}
