import { FeatError, diagnostic } from '../compiler/base/diagnostic.ts'
import { printTerm } from '../compiler/emit/index.ts'
import type { Key } from '../compiler/ir/catalog.ts'
import { cast, words } from '../compiler/ir/terms.ts'
import { typeName } from '../compiler/ir/type.ts'
import type { Driver } from './driver/driver.ts'

/** Where a query of one key fails because a value does not fit a type (F607), it is told which key's value that is, if it is one. */
export async function withKeyValues<T>(
  driver: Driver,
  { name, keys, values }: { readonly name: string; readonly keys: readonly Key[]; readonly values: Readonly<Record<string, string>> },
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof FeatError) || error.diagnostics[0]?.code !== 'F607') throw error
    const unfit: string[] = []
    for (const k of keys) {
      const value = values[k.name]!
      if (!(await fitsType(driver, value, k.type))) unfit.push(`'${k.name}', ${typeName(k.type)}, and '${value}' is none`)
    }
    if (unfit.length === 0) throw error
    throw new FeatError([diagnostic('F683', { name, keys: unfit })], { cause: error })
  }
}

async function fitsType(driver: Driver, value: string, type: Key['type']): Promise<boolean> {
  try {
    await driver.query(`SELECT ${printTerm(cast<never>(words(value), type), driver.dialect, null)} AS v`, `read '${value}' as ${typeName(type)}`)
    return true
  } catch (error) {
    if (error instanceof FeatError && error.diagnostics[0]?.code === 'F607') return false
    throw error
  }
}
