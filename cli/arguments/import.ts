import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { globalArguments, parseOptions } from './parse.ts'

export interface ImportArguments extends GlobalArguments {
  /** A file or folder of `snow feature`; null: the live dynamic tables of the target. */
  readonly path: string | null
  /** Below the root. */
  readonly out: string
  readonly dryRun: boolean
  readonly overwrite: boolean
  readonly manifestTarget: string | null
  /** Database and schema of live tables; null: the target's own. */
  readonly from: { readonly catalog: string; readonly schema: string } | null
  readonly like: string | null
  readonly keys: { readonly entity: string; readonly keys: readonly string[]; readonly time: string | null } | null
}

const schema = z
  .object({
    '<what>': z.string().min(1, 'a folder, a file or dynamic-tables'),
    out: z.string().default('features/imported'),
    dryRun: z.boolean().default(false),
    overwrite: z.boolean().default(false),
    manifestTarget: z.string().optional(),
    schema: z
      .string()
      .regex(/^[^.]+\.[^.]+$/, 'a database and a schema, such as SHOP.FEATURES')
      .optional(),
    like: z.string().optional(),
    entity: z.string().optional(),
    key: z.array(z.string()).default([]),
    time: z.string().optional(),
  })
  .refine(a => (a.entity === undefined) === (a.key.length === 0), { path: ['entity'], error: 'a name, given together with --key' })
  .refine(a => a.time === undefined || a.entity !== undefined, { path: ['time'], error: 'a column, given together with --entity and --key' })

/** The word that stands for live tables instead of a path. */
const liveTables = 'dynamic-tables'

export function importArguments(raw: Raw, io: Io): ImportArguments {
  const found = parseOptions(schema, { ...raw.options, '<what>': raw.args[0] })
  const [catalog, name] = (found.schema ?? '.').split('.') as [string, string]
  return {
    ...globalArguments(raw, io),
    path: found['<what>'] === liveTables ? null : found['<what>'],
    out: found.out,
    dryRun: found.dryRun,
    overwrite: found.overwrite,
    manifestTarget: found.manifestTarget ?? null,
    from: found.schema === undefined ? null : { catalog, schema: name },
    like: found.like ?? null,
    keys: found.entity === undefined ? null : { entity: found.entity, keys: found.key, time: found.time ?? null },
  }
}
