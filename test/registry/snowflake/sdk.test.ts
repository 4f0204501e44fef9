import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { quietSdk, sdkVersion } from '../../../registry/driver/snowflake/sdk.ts'
import { codesOf, told } from '../../support/errors.ts'

it('F650 says which line to run where the driver is not installed', async () => {
  const missing = (): Promise<unknown> => import('snowflake-sdk-that-nobody-has' as string)
  const [d] = await told(() => quietSdk(missing, () => null))
  expect(d).toMatchObject({ code: 'F650', hint: `npm install --save-dev snowflake-sdk@${sdkVersion}` })
})

it('F650 refuses another version: its insides were not checked', async () => {
  const load = (): Promise<unknown> => Promise.resolve({ default: {} })
  expect((await told(() => quietSdk(load, () => '4.0.0')))[0]!.message).toContain('has version 4.0.0, and this version of feat works with 3.3.0')
  expect(
    await codesOf(() =>
      quietSdk(
        () => Promise.reject(new TypeError('ours')),
        () => null,
      ).catch((e: unknown) => expect(e).toBeInstanceOf(TypeError)),
    ),
  ).toEqual([])
})

it('switches off everything that the driver does beside its work, before it is imported', async () => {
  const order: string[] = []
  const load = (): Promise<unknown> => {
    order.push(
      ...['SNOWFLAKE_DISABLE_PLATFORM_DETECTION', 'SNOWFLAKE_DISABLE_MINICORE', 'SF_TELEMETRY_DISABLE_CONNECTION_SHAPE'].map(n => process.env[n] ?? 'unset'),
    )
    return Promise.resolve({ default: { configure: (o: { readonly logLevel: string }) => order.push(o.logLevel) } })
  }
  await quietSdk(load, () => sdkVersion)
  expect(order).toEqual(['true', 'true', 'true', 'OFF'])
})

it('is the version that package.json pins, and leaves no log behind', async () => {
  const { loadSdk } = await import('../../../registry/driver/snowflake/sdk.ts')
  expect(await loadSdk()).toBe(await loadSdk())
  expect(existsSync('snowflake.log')).toBe(false)
})
