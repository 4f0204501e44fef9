import { quote } from '../../compiler/emit/index.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import { qualified } from '../../compiler/emit/index.ts'
import type { Driver, Row } from '../driver/driver.ts'

/** The rows of a table in their order. */
export interface Rows {
  /** All of them, as a query. */
  readonly query: string
  /** Some thousands at a time, so that no more are in memory. */
  readonly pages: () => AsyncGenerator<readonly Row[]>
}

/** The column with the number of a row in the order of the result, from 1 on, where rows are to be read by pages. */
export const rowNumber = '_row'

const most = 20_000

/** `numbered`: the table has a column with the number of each row; else the order is that of the table. */
export function rowsIn(driver: Driver, table: QualifiedName, columns: readonly string[], numbered: boolean): Rows {
  const { dialect } = driver
  const names = columns.map(c => quote(c, dialect)).join(', ')
  const from = `SELECT ${names} FROM ${qualified(table, dialect)}`
  const n = quote(rowNumber, dialect)
  return {
    query: numbered ? `${from} ORDER BY ${n}` : from,
    pages: async function* () {
      for (let done = 0; ; done += most) {
        const page = await driver.query(`${from} WHERE ${n} > ${done} AND ${n} <= ${done + most} ORDER BY ${n}`, 'read the rows of a dataset')
        if (page.length === 0) return
        yield page
      }
    },
  }
}
