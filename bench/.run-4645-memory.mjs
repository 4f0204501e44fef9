import "./.run-4645-4VINKGNA.mjs";

// bench/memory.ts
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";

// bench/workload.ts
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
var start = "2022-01-01";
function dayAt(n, hours = 0) {
  return new Date(Date.parse(`${start}T00:00:00Z`) + (n * 24 + hours) * 36e5).toISOString();
}
function eventStatements({ events, keys, days, late }) {
  const hour = (seed) => `hash(i * 2 + ${seed}) % 86400`;
  const day = `CASE WHEN i < ${keys} THEN 0 ELSE hash(i * 3 + 1) % ${days} END`;
  const known = late ? `, ts + INTERVAL 1 SECOND * (CASE WHEN hash(ts, k) % 20 = 0 THEN 86400 + hash(k, ts) % 172800 ELSE 60 END) AS known_at` : "";
  return [
    "CREATE SCHEMA IF NOT EXISTS raw",
    `CREATE OR REPLACE TABLE raw.events AS
      SELECT *${known} FROM (
        SELECT (i % ${keys})::INTEGER AS k, TIMESTAMP '${start}' + INTERVAL 1 SECOND * ((${day}) * 86400 + ${hour(7)})::BIGINT AS ts,
          ((hash(i * 5 + 3) % 100000)::DECIMAL(18, 2) / 100)::DECIMAL(9, 2) AS amount, hash(i * 11 + 5) % 10 < 8 AS ok
        FROM range(${events}) AS r(i)) ORDER BY ts`
  ];
}
var config = `import { defineConfig, duckdb } from 'featplan'
export const config = defineConfig({ project: 'w1', defaultTarget: 'local', targets: { local: duckdb({ path: 'w1.duckdb', sources: { raw: 'raw' } }) }, defaults: { every: '1d' } })
`;
var definitions = (late) => `import { boolean, count, entity, events, featureView, integer, max, number, rate, sum, timestamp } from 'featplan'

/** Who has events. */
export const key = entity('key', { keys: { k: integer() } })

/** What happened. */
export const happened = events('raw.events', {
  entities: [key], columns: { k: integer(), ts: timestamp(), amount: number(9, 2), ok: boolean()${late ? ", known_at: timestamp()" : ""} },
  eventTime: 'ts',${late ? " knownTime: 'known_at', lateness: '3d'," : ""} defines: [key],
})

/** Ten features over 7, 30 and 90 days. */
export const w1 = featureView('w1', { entity: key }, {
  n_7: count(happened).over('7d'), n_30: count(happened).over('30d'), n_90: count(happened).over('90d'),
  sum_7: sum(happened.c.amount).over('7d'), sum_30: sum(happened.c.amount).over('30d'), sum_90: sum(happened.c.amount).over('90d'),
  max_7: max(happened.c.amount).over('7d'), max_30: max(happened.c.amount).over('30d'), max_90: max(happened.c.amount).over('90d'),
  ok_30: rate(happened.c.ok).over('30d'),
})
`;
async function product() {
  const [compiler, place, registry] = await Promise.all([import("./.run-4645-R6OV6OM7.mjs"), import("./.run-4645-LC4LWDM7.mjs"), import("./.run-4645-SLGV7Z6J.mjs")]);
  return { compiler, place, registry };
}
function writeWorkload(root, { late }) {
  mkdirSync(join(root, "features"), { recursive: true });
  mkdirSync(join(root, "node_modules"), { recursive: true });
  symlinkSync(fileURLToPath(new URL("..", import.meta.url)), join(root, "node_modules", "featplan"));
  writeFileSync(join(root, "features.config.ts"), config);
  writeFileSync(join(root, "features", "w1.ts"), definitions(late));
}
async function sessionAt({ compiler, place, registry }, root, driver, now) {
  const { value, diagnostics } = await compiler.compileProject({ root, cacheDir: null });
  if (value === null) throw new Error(JSON.stringify(diagnostics));
  const placed = place.place(value.lowered.desired, value.catalog, { target: null, environment: null, values: {}, root });
  return registry.sessionOf({ compiled: value, placed: placed.value, driver, now, tool: "bench" });
}
async function costOf(work) {
  const [before, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - before) / 1e3, cpu: (user + system) / 1e6 };
}

// bench/memory.ts
var bar = 2 * 1024 ** 3;
async function generate(root, workload) {
  const p = await product();
  writeWorkload(root, workload);
  const driver = await p.registry.openDuckdb({ path: join2(root, "w1.duckdb") });
  for (const s of eventStatements(workload)) await driver.execute(s);
  driver.close();
}
async function backfill(root, workload) {
  const p = await product();
  const driver = await p.registry.openDuckdb({ path: join2(root, "w1.duckdb") });
  try {
    const session = await sessionAt(p, root, driver, dayAt(workload.days, 6));
    await p.registry.applyPlan(session, await p.registry.makePlan(session, { allowDestroy: false }));
    let steps = 0;
    const cost = await costOf(async () => {
      const { done } = await p.registry.materialize(session, { from: null, to: null, only: [] });
      steps = done;
    });
    const bytes = process.resourceUsage().maxRSS * 1024;
    const [row] = await driver.query("SELECT count(*) AS n FROM main.w1");
    return { ...cost, bytes, steps, rows: Number(row["n"]) };
  } finally {
    driver.close();
  }
}
function inProcess(name, root, workload) {
  const script = `const m = await import(${JSON.stringify(import.meta.url)})
    process.stdout.write(JSON.stringify((await m.${name}(${JSON.stringify(root)}, ${JSON.stringify(workload)})) ?? null))`;
  const cwd = fileURLToPath2(new URL("..", import.meta.url));
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", cwd });
}
function main(args) {
  const shares = args.length === 0 ? [0.2, 1] : args.map(Number);
  console.log("The most memory of a process that backfills W1 (10 features, 730 days)\n");
  for (const late of [false, true]) {
    for (const share of shares) {
      const workload = { events: 5e6 * share, keys: 1e4 * share, days: 730, late };
      const root = mkdtempSync(join2(tmpdir(), "feat-memory-"));
      try {
        inProcess("generate", root, workload);
        const told = JSON.parse(inProcess("backfill", root, workload));
        console.log(
          `${late ? "known time, 5% late  " : "without known time   "} ${(workload.events / 1e6).toFixed(1)} M events, ${(told.rows / 1e6).toFixed(2)} M rows  ${(told.bytes / 1024 ** 3).toFixed(2)} GB  ${told.steps} steps, ${told.wall.toFixed(1)} s (processor ${told.cpu.toFixed(1)} s)${told.bytes > bar ? "  MISSED 2 GB" : ""}`
        );
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    }
  }
}
export {
  backfill,
  generate,
  main
};
