import { secondsOf } from '../../compiler/base/instant.ts'
import type { Type } from '../../compiler/ir/type.ts'
import type { Value } from '../driver/driver.ts'
import type { Arrow } from './arrow-package.ts'

export function arrowType(a: Arrow, type: Type): unknown {
  switch (type.kind) {
    case 'text':
    case 'json':
      return new a.Utf8()
    case 'flag':
      return new a.Bool()
    case 'int':
      return new a.Int64()
    case 'float':
      return new a.Float64()
    case 'date':
      return new a.DateDay()
    case 'time':
      return new a.TimestampMicrosecond()
    case 'decimal':
      return new a.Decimal(type.scale, type.precision, 128)
  }
}

/** The values of one column as Arrow lays them out: exact, whatever a number of JavaScript holds. */
export function columnData(a: Arrow, type: Type, values: readonly Value[]): unknown {
  const nullCount = values.filter(v => v === null).length
  const base = { type: arrowType(a, type), length: values.length, nullCount, nullBitmap: nullCount === 0 ? undefined : bits(values.map(v => v !== null)) }
  switch (type.kind) {
    case 'text':
    case 'json':
      return a.makeData({ ...base, ...textData(values) })
    case 'flag':
      return a.makeData({ ...base, data: bits(values.map(v => v === true)) })
    case 'int':
      return a.makeData({ ...base, data: BigInt64Array.from(values, v => BigInt(v ?? 0)) })
    case 'float':
      return a.makeData({ ...base, data: Float64Array.from(values, v => Number(v ?? 0)) })
    case 'date':
      return a.makeData({ ...base, data: Int32Array.from(values, v => (v === null ? 0 : secondsOf(String(v)) / 86_400)) })
    case 'time':
      return a.makeData({ ...base, data: BigInt64Array.from(values, v => (v === null ? 0n : microseconds(String(v)))) })
    case 'decimal':
      return a.makeData({ ...base, data: decimals(values, type.scale) })
  }
}

function bits(flags: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(flags.length / 64) * 8)
  flags.forEach((flag, i) => {
    if (flag) bytes[i >> 3]! |= 1 << (i & 7)
  })
  return bytes
}

function textData(values: readonly Value[]): { readonly valueOffsets: Int32Array; readonly data: Uint8Array } {
  const encoder = new TextEncoder()
  const encoded = values.map(v => (v === null ? new Uint8Array() : encoder.encode(String(v))))
  const valueOffsets = new Int32Array(values.length + 1)
  encoded.forEach((bytes, i) => (valueOffsets[i + 1] = valueOffsets[i]! + bytes.length))
  const data = new Uint8Array(valueOffsets[values.length]!)
  encoded.forEach((bytes, i) => data.set(bytes, valueOffsets[i]!))
  return { valueOffsets, data }
}

function microseconds(iso: string): bigint {
  const [, fraction = ''] = /\.(\d+)/.exec(iso) ?? []
  return BigInt(secondsOf(iso)) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6))
}

/** 128 bits each, the least significant word first. */
function decimals(values: readonly Value[], scale: number): Uint32Array {
  const words = new Uint32Array(values.length * 4)
  values.forEach((v, i) => {
    const scaled = BigInt.asUintN(128, v === null ? 0n : scaledBy(String(v), scale))
    for (let w = 0; w < 4; w++) words[i * 4 + w] = Number((scaled >> BigInt(32 * w)) & 0xffffffffn)
  })
  return words
}

function scaledBy(text: string, scale: number): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text) ?? ['', '', '0']
  const digits = BigInt(`${whole}${fraction.padEnd(scale, '0').slice(0, scale)}`)
  return sign === '-' ? -digits : digits
}
