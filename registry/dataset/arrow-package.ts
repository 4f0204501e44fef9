import { createRequire } from 'node:module'
import type { FileHandle } from 'node:fs/promises'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'

type Made = new (...args: readonly unknown[]) => unknown

/** What is used of the package, so that a project without it compiles. */
export interface Arrow {
  readonly Schema: Made
  readonly Field: Made
  readonly Struct: Made
  readonly RecordBatch: Made
  readonly Utf8: Made
  readonly Bool: Made
  readonly Int64: Made
  readonly Float64: Made
  readonly DateDay: Made
  readonly TimestampMicrosecond: Made
  readonly Decimal: Made
  readonly makeData: (given: Readonly<Record<string, unknown>>) => unknown
  readonly RecordBatchFileWriter: new () => AsyncIterable<Uint8Array> & {
    reset: (sink: undefined, schema: unknown) => void
    write: (batch: unknown) => void
    finish: () => void
  }
  readonly RecordBatchReader: { readonly from: (file: FileHandle) => Promise<ArrowReader> }
}

/** A file that is read batch by batch. */
export interface ArrowReader extends AsyncIterable<{ readonly numRows: number; readonly data: { readonly children: readonly ArrowData[] } }> {
  readonly open: () => Promise<unknown>
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: ArrowType }[] }
}

export interface ArrowType {
  readonly toString: () => string
  /** Of decimals. */
  readonly precision?: number
  readonly scale?: number
}

/** The values of one column of a batch as they lie in the file. */
export interface ArrowData {
  readonly values: Uint8Array | Int32Array | Uint32Array | Float64Array | BigInt64Array
  readonly valueOffsets: Int32Array
  readonly getValid: (i: number) => boolean
}

export type Load = (name: string) => unknown

const name = 'apache-arrow'

/** Loaded when a file is asked for: most people never do. */
export function loadArrow(load: Load = createRequire(import.meta.url)): Arrow {
  try {
    return load(name) as Arrow
  } catch (error) {
    throw new FeatError([diagnostic('F447', { name })], { cause: error })
  }
}
