import { resolve } from 'node:path'
import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { emptySpan, globalArguments, instant, isSpan, momentOf, parseOptions } from './parse.ts'

export interface DatasetBuildArguments extends GlobalArguments {
  readonly dataset: string
  /** Absolute path of the file; null: a table. */
  readonly out: string | null
  readonly force: boolean
  readonly partial: boolean
  /** ISO instants. */
  readonly from: string | null
  readonly to: string | null
  readonly known: string | null
  readonly now: string
}

export function datasetBuildArguments(raw: Raw, io: Io): DatasetBuildArguments {
  const time = instant(io.now)
  const flag = z.boolean().default(false)
  const schema = z
    .object({
      out: z.string().min(1, 'the name of a file').optional(),
      table: flag,
      force: flag,
      partial: flag,
      from: time.optional(),
      to: time.optional(),
      known: time.optional(),
      now: time.optional(),
    })
    .refine(isSpan, emptySpan)
    .refine(o => o.out === undefined || !o.table, { path: ['table'], message: 'nothing beside --out' })
  const found = parseOptions(schema, raw.options)
  return {
    ...globalArguments(raw, io),
    dataset: raw.args[0]!,
    out: found.out === undefined ? null : resolve(io.cwd, found.out),
    force: found.force,
    partial: found.partial,
    from: found.from ?? null,
    to: found.to ?? null,
    known: found.known ?? null,
    now: momentOf(found.now, io.now),
  }
}

export interface DatasetRebuildArguments extends GlobalArguments {
  /** Absolute path of a further file; null: where the version was written. */
  readonly out: string | null
  readonly force: boolean
}

export function datasetRebuildArguments(raw: Raw, io: Io): DatasetRebuildArguments {
  const schema = z
    .object({ out: z.string().min(1, 'the name of a file').optional(), force: z.boolean().default(false) })
    .refine(o => o.out !== undefined || !o.force, { path: ['force'], message: 'nothing without --out' })
  const { out, force } = parseOptions(schema, raw.options)
  return { ...globalArguments(raw, io), out: out === undefined ? null : resolve(io.cwd, out), force }
}
