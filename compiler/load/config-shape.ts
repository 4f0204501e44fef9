import { z } from 'zod'
import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { ConfigDefinition } from '../ir/definition.ts'
import type { TargetObjects } from '../ir/physical.ts'
import { clouds, editions } from '../ir/serving-kind.ts'

const text = z.string().min(1)
const configured = z.union([text, z.strictObject({ env: text })])
const sources = z.record(z.string(), configured)

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duckdb'), path: configured, sources, schema: text.nullable(), stateSchema: text.nullable() }),
  z.strictObject({
    kind: z.literal('snowflake'),
    connection: configured,
    database: configured,
    schema: text,
    warehouse: configured,
    edition: z.enum(editions).optional(),
    cloud: z.enum(clouds).optional(),
    // Its shape was checked by the builder.
    objects: z.custom<TargetObjects>(given => typeof given === 'object').optional(),
    sources,
    stateSchema: text.nullable(),
  }),
])

const problems = z.array(z.strictObject({ path: z.string(), found: z.string(), expected: z.string() }))

const defaults = z.strictObject({
  problems: problems.optional(),
  description: z.string().optional(),
  owner: z.string().optional(),
  tags: z.array(z.string()).optional(),
  renamedFrom: z.string().optional(),
  deprecated: z.string().optional(),
  protect: z.boolean().optional(),
  every: z.string().optional(),
})

const config: z.ZodType<ConfigDefinition> = z.strictObject({
  kind: z.literal('config'),
  project: text,
  targets: z.record(z.string(), target).refine(targets => Object.keys(targets).length > 0, 'expected at least one target'),
  defaultTarget: z.string(),
  environments: z.strictObject({ schema: text, cloneFrom: text.optional() }).nullable(),
  defaults,
  policies: z.array(z.strictObject({ require: z.enum(['owner', 'description', 'monitor']) })),
  problems: problems.optional(),
  objects: z.strictObject({ models: text.optional(), performance: text.optional(), monitoring: text.optional() }),
})

/**
 * Checks what the config file exports, whatever made it; one diagnostic per mistake, at the option where `where` knows
 * it. What defineConfig could not record is told in its words; the shape is that of what it recorded.
 */
export function checkConfig(
  value: Readonly<Record<string, unknown>>,
  where: (path: readonly string[]) => Span | null,
): { config: ConfigDefinition | null; diagnostics: readonly Diagnostic[] } {
  const mistake = (path: readonly string[], problem: string): Diagnostic => diagnostic('F104', { path: path.join('.'), problem }, { span: where(path) })
  const found = problems.safeParse(value['problems']).data ?? []
  if (found.length > 0) return { config: null, diagnostics: found.map(p => mistake(p.path.split('.'), `found ${p.found}, expected ${p.expected}`)) }
  const result = config.safeParse(value)
  if (result.success) return { config: value as unknown as ConfigDefinition, diagnostics: [] }
  return { config: null, diagnostics: result.error.issues.map(issue => mistake(issue.path.map(String), issue.message.replace(/^Invalid input: /, ''))) }
}
