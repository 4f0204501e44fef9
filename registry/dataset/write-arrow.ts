import { closeSync, openSync, writeSync } from 'node:fs'
import type { Type } from '../../compiler/ir/type.ts'
import type { Row } from '../driver/driver.ts'
import { arrowType, columnData } from './arrow-column.ts'
import type { Arrow, Load } from './arrow-package.ts'
import { loadArrow } from './arrow-package.ts'
import type { Built } from './built.ts'

/** The rows as an Arrow IPC file, one record batch for each page. */
export async function writeArrow({ columns, rows }: Built, path: string, load?: Load): Promise<void> {
  const a = loadArrow(load)
  const schema = new a.Schema(columns.map(c => new a.Field(c.name, arrowType(a, c.type), true)))
  const writer = new a.RecordBatchFileWriter()
  const file = openSync(path, 'w')
  const written = (async (): Promise<void> => {
    for await (const chunk of writer) writeSync(file, chunk)
  })()
  try {
    writer.reset(undefined, schema)
    for await (const page of rows.pages()) writer.write(batchOf(a, schema, columns, page))
    writer.finish()
    await written
  } finally {
    closeSync(file)
  }
}

function batchOf(a: Arrow, schema: unknown, columns: readonly { readonly name: string; readonly type: Type }[], page: readonly Row[]): unknown {
  const children = columns.map(c =>
    columnData(
      a,
      c.type,
      page.map(row => row[c.name.toLowerCase()] ?? null),
    ),
  )
  const struct = a.makeData({ type: new a.Struct((schema as { readonly fields: unknown }).fields), length: page.length, nullCount: 0, children })
  return new a.RecordBatch(schema, struct)
}
