import { createRequire } from 'node:module'
import type { Connection, ConnectionOptions, SnowflakeLogger } from 'snowflake-sdk'
import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'

/** The version whose insides were checked: the values are taken from it before it converts them. */
export const sdkVersion = '3.3.0'

/** The part of the official driver that we use. */
export interface Sdk {
  readonly createConnection: (options: ConnectionOptions) => Connection
}

interface Importable extends Sdk {
  readonly configure: (options: { readonly logLevel: 'OFF'; readonly customLogger: SnowflakeLogger }) => void
}

/** Probes of the network for the kind of machine, a native module, and reports to the vendor: none is needed for our work. */
const switchedOff = ['SNOWFLAKE_DISABLE_PLATFORM_DETECTION', 'SNOWFLAKE_DISABLE_MINICORE', 'SF_TELEMETRY_DISABLE_CONNECTION_SHAPE']

let loaded: Promise<Sdk> | null = null

/** The driver, imported when it is first needed: that takes half a second, and the package may not be there (F650). */
export function loadSdk(): Promise<Sdk> {
  loaded ??= quietSdk(() => import('snowflake-sdk'), installedVersion)
  return loaded
}

/** Imports the driver with everything switched off that would speak to anybody but the account, or write to the screen or a file. */
export async function quietSdk(load: () => Promise<unknown>, version: () => string | null): Promise<Sdk> {
  for (const name of switchedOff) process.env[name] = 'true'
  const found = version()
  if (found !== null && found !== sdkVersion) throw new FeatError([diagnostic('F650', { found, needed: sdkVersion })])
  try {
    const { default: sdk } = (await load()) as { readonly default: Importable }
    const nothing = (): void => {}
    sdk.configure({ logLevel: 'OFF', customLogger: { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing } })
    return sdk
  } catch (error) {
    const code = (error as { readonly code?: string }).code
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error
    throw new FeatError([diagnostic('F650', { found: null, needed: sdkVersion })], { cause: error })
  }
}

function installedVersion(): string | null {
  try {
    return (createRequire(import.meta.url)('snowflake-sdk/package.json') as { readonly version: string }).version
  } catch {
    return null // not installed: importing it says so
  }
}
