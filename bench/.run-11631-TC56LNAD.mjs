import {
  clouds,
  editions
} from "./.run-11631-RVSCCG2V.mjs";
import {
  diagnostic
} from "./.run-11631-OFZZUDX7.mjs";
import "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";

// compiler/load/config-shape.ts
import { z } from "zod";
var text = z.string().min(1);
var configured = z.union([text, z.strictObject({ env: text })]);
var sources = z.record(z.string(), configured);
var target = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("duckdb"), path: configured, sources, schema: text.nullable(), stateSchema: text.nullable() }),
  z.strictObject({
    kind: z.literal("snowflake"),
    connection: configured,
    database: configured,
    schema: text,
    warehouse: configured,
    edition: z.enum(editions).optional(),
    cloud: z.enum(clouds).optional(),
    // Its shape was checked by the builder.
    objects: z.custom((given) => typeof given === "object").optional(),
    sources,
    stateSchema: text.nullable()
  })
]);
var problems = z.array(z.strictObject({ path: z.string(), found: z.string(), expected: z.string() }));
var defaults = z.strictObject({
  problems: problems.optional(),
  description: z.string().optional(),
  owner: z.string().optional(),
  tags: z.array(z.string()).optional(),
  renamedFrom: z.string().optional(),
  deprecated: z.string().optional(),
  protect: z.boolean().optional(),
  every: z.string().optional()
});
var config = z.strictObject({
  kind: z.literal("config"),
  project: text,
  targets: z.record(z.string(), target).refine((targets) => Object.keys(targets).length > 0, "expected at least one target"),
  defaultTarget: z.string(),
  environments: z.strictObject({ schema: text, cloneFrom: text.optional() }).nullable(),
  defaults,
  policies: z.array(z.strictObject({ require: z.enum(["owner", "description", "monitor"]) })),
  problems: problems.optional(),
  objects: z.strictObject({ models: text.optional(), performance: text.optional(), monitoring: text.optional() })
});
function checkConfig(value, where) {
  const mistake = (path, problem) => diagnostic("F104", { path: path.join("."), problem }, { span: where(path) });
  const found = problems.safeParse(value["problems"]).data ?? [];
  if (found.length > 0) return { config: null, diagnostics: found.map((p) => mistake(p.path.split("."), `found ${p.found}, expected ${p.expected}`)) };
  const result = config.safeParse(value);
  if (result.success) return { config: value, diagnostics: [] };
  return { config: null, diagnostics: result.error.issues.map((issue) => mistake(issue.path.map(String), issue.message.replace(/^Invalid input: /, ""))) };
}
export {
  checkConfig
};
