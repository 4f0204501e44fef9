import type { Driver } from '../../registry/driver/driver.ts'
import type { SnowflakeOptions } from '../../registry/driver/snowflake/open.ts'
import { openSnowflake } from '../../registry/driver/snowflake/open.ts'
import type { Emulator, EmulatorOptions } from '../emulator/index.ts'
import { startEmulator } from '../emulator/index.ts'

/** Variables by which a connection called `emulated` reaches an emulator, also from another process. */
export function emulatedEnvironment({ port, credentials }: Pick<Emulator, 'port' | 'credentials'>): Readonly<Record<string, string>> {
  return {
    SNOWFLAKE_CONNECTIONS_EMULATED_ACCOUNT: 'tests-emulated',
    SNOWFLAKE_CONNECTIONS_EMULATED_USER: credentials.user,
    SNOWFLAKE_CONNECTIONS_EMULATED_PASSWORD: credentials.password,
    SNOWFLAKE_CONNECTIONS_EMULATED_HOST: '127.0.0.1',
    SNOWFLAKE_CONNECTIONS_EMULATED_PORT: String(port),
    SNOWFLAKE_CONNECTIONS_EMULATED_PROTOCOL: 'http',
  }
}

/** The options by which our driver reaches an emulator. */
export function emulatedOptions(emulator: Pick<Emulator, 'port' | 'credentials'>, over: Partial<SnowflakeOptions> = {}): SnowflakeOptions {
  return { connection: 'emulated', database: 'EMULATED', warehouse: 'COMPUTE_WH', env: emulatedEnvironment(emulator), home: '/nowhere', ...over }
}

/** An emulator of its own and our driver on it; `close` ends both. */
export interface Emulated {
  readonly driver: Driver
  readonly emulator: Emulator
  readonly close: () => Promise<void>
}

/** Opens our Snowflake driver on an emulator that is started for it; more drivers of the same emulator come from `openSnowflake(emulatedOptions(emulator))`. */
export async function openEmulated(options: { readonly emulator?: EmulatorOptions; readonly driver?: Partial<SnowflakeOptions> } = {}): Promise<Emulated> {
  const emulator = await startEmulator(options.emulator)
  const driver = await openSnowflake(emulatedOptions(emulator, options.driver)).catch(async (error: unknown) => {
    await emulator.close()
    throw error
  })
  const close = async (): Promise<void> => {
    driver.close()
    await emulator.close()
  }
  return { driver, emulator, close }
}
