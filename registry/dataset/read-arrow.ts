import { open } from 'node:fs/promises'
import { isoOf } from '../../compiler/base/instant.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { date, decimal, flag, float, int, text, time } from '../../compiler/ir/type.ts'
import type { Row, Value } from '../driver/driver.ts'
import type { ArrowData, ArrowReader, ArrowType, Load } from './arrow-package.ts'
import { loadArrow } from './arrow-package.ts'
import type { Fetched } from './built.ts'

/** Works on the rows of an Arrow IPC file that we wrote, one page for each record batch; they can be gone through once. */
export async function readArrow<T>(path: string, work: (rows: Fetched) => Promise<T>, load?: Load): Promise<T> {
  const { RecordBatchReader } = loadArrow(load)
  const file = await open(path)
  try {
    const reader = await RecordBatchReader.from(file)
    await reader.open()
    const columns = reader.schema.fields.map(f => ({ name: f.name, type: typeOf(f.type) }))
    return await work({ columns, rows: { pages: () => pagesOf(reader, columns) } })
  } finally {
    await file.close()
  }
}

async function* pagesOf(reader: ArrowReader, columns: Fetched['columns']): AsyncGenerator<readonly Row[]> {
  for await (const { numRows, data } of reader) {
    const read = columns.map(({ name, type }, i) => [name, valuesOf(data.children[i]!, type)] as const)
    yield Array.from({ length: numRows }, (_, row) => Object.fromEntries(read.map(([name, value]) => [name, value(row)])))
  }
}

const types: Readonly<Record<string, Type>> = {
  Utf8: text,
  Bool: flag,
  Int64: int,
  Float64: float,
  'Date32<DAY>': date,
  'Timestamp<MICROSECOND>': time,
}

function typeOf(type: ArrowType): Type {
  if (type.precision !== undefined && type.scale !== undefined) return decimal(type.precision, type.scale)
  const found = types[String(type)]
  if (found === undefined) throw new Error(`it holds a column of type ${String(type)}`)
  return found
}

/** The value of each row, exact. */
function valuesOf(data: ArrowData, type: Type): (row: number) => Value {
  const read = present(data, type)
  return row => (data.getValid(row) ? read(row) : null)
}

function present({ values, valueOffsets }: ArrowData, type: Type): (row: number) => Value {
  switch (type.kind) {
    case 'text':
    case 'json': {
      const decoder = new TextDecoder()
      return row => decoder.decode((values as Uint8Array).subarray(valueOffsets[row], valueOffsets[row + 1]))
    }
    case 'flag':
      return row => ((values as Uint8Array)[row >> 3]! & (1 << (row & 7))) !== 0
    case 'int':
      return row => String(values[row])
    case 'float':
      return row => (Number.isFinite(values[row]) ? (values[row] as number) : String(values[row]))
    case 'date':
      return row => isoOf(Number(values[row]) * 86_400).slice(0, 10)
    case 'time':
      return row => momentText(values[row] as bigint)
    case 'decimal':
      return row => decimalText((values as Uint32Array).subarray(row * 4, row * 4 + 4), type.scale)
  }
}

function momentText(microseconds: bigint): string {
  const fraction = ((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n
  return isoOf(Number((microseconds - fraction) / 1_000_000n)).replace('Z', `.${String(fraction).padStart(6, '0')}Z`)
}

/** Of four words, the least significant first. */
function decimalText(words: Uint32Array, scale: number): string {
  const scaled = BigInt.asIntN(
    128,
    words.reduceRight((all, word) => (all << 32n) | BigInt(word), 0n),
  )
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(scale + 1, '0')
  const [whole, fraction] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)]
  return `${scaled < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${fraction}`}`
}
