import {
  printQuery
} from "./.run-11631-QYMMXCYQ.mjs";
import "./.run-11631-IC44RC5W.mjs";
import "./.run-11631-DXXVGV4N.mjs";
import {
  aggregate,
  as,
  call,
  cast,
  field,
  fields,
  hashTerm,
  integer,
  named,
  select,
  words
} from "./.run-11631-TVGWGQNI.mjs";
import "./.run-11631-X5LDZ6U6.mjs";
import {
  time
} from "./.run-11631-54NLZVMI.mjs";
import {
  nearest
} from "./.run-11631-ZQTCH5XM.mjs";
import {
  FeatError,
  diagnostic
} from "./.run-11631-OFZZUDX7.mjs";
import "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";

// bench/lookup.ts
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// registry/serve/columns.ts
function columnOf(type, rows, texts) {
  return type.kind === "float" ? floats(rows) : plain(rows, texts);
}
function floats(rows) {
  const values = new Float64Array(rows);
  const missing = new Uint8Array(rows);
  return {
    set: (row, value) => {
      if (value === null) missing[row] = 1;
      else values[row] = Number(value);
    },
    get: (row) => missing[row] === 1 ? null : values[row]
  };
}
function plain(rows, texts) {
  const values = Array.from({ length: rows }).fill(null);
  return {
    set: (row, value) => {
      values[row] = typeof value === "string" ? shared(value, texts) : value;
    },
    get: (row) => values[row]
  };
}
var mostShared = 1e5;
function shared(text2, texts) {
  const known = texts.get(text2);
  if (known !== void 0) return known;
  if (texts.size < mostShared) texts.set(text2, text2);
  return text2;
}

// registry/serve/lookup.ts
var page = 5e4;
async function openLookup(session, serving) {
  const served = servedOf(session, serving);
  const load = async () => {
    const token = await tokenOf(session, served);
    return { token, rows: await heldRows(session, served) };
  };
  let current = await load();
  return {
    serving,
    size: () => current.rows.size,
    get: (keys) => current.rows.get(keys),
    refresh: async () => {
      if (await tokenOf(session, served) === current.token) return false;
      current = await load();
      return true;
    }
  };
}
async function lookupRow(session, serving, keys) {
  const served = servedOf(session, serving);
  const names = served.keys.map((k) => k.name);
  const found = Object.keys(keys);
  if (found.length !== names.length || !found.every((k) => names.includes(k))) throw new FeatError([diagnostic("F681", { serving, expected: names, found })]);
  const where = served.keys.map((k) => call("eq", field(k.name, "s"), cast(words(keys[k.name]), k.type)));
  const [row] = await ask(
    session,
    served,
    select(
      as("s", served.of),
      fields(
        served.columns.map((c) => c.name),
        "s"
      ),
      { where, limit: 1 }
    )
  );
  return row ?? null;
}
function servedOf(session, name) {
  const { catalog } = session.compiled;
  const serving = catalog.servings.find((s) => s.name === name || s.address === name);
  const known = catalog.servings.map((s) => s.name);
  if (serving === void 0) throw new FeatError([diagnostic("F678", { serving: name, near: nearest(name, known), known })]);
  const { keys } = catalog.entities.find((e) => e.address === serving.entity);
  const shown = serving.features.map((f) => ({ name: f.as, type: catalog.features[f.feature].type }));
  const computed = serving.computed.filter((c) => !c.onRequest).map((c) => ({ name: c.name, type: c.type }));
  const times = ["feature_time", "computed_at"].map((t) => ({ name: t, type: time }));
  const publicName = session.placed.resources.find((r) => r.address === serving.address).publicName;
  return {
    serving: serving.address,
    keys,
    columns: [...keys, times[0], ...shown, ...computed, times[1]],
    of: { kind: "physical", of: { kind: "relation", name: publicName } }
  };
}
async function ask({ driver }, served, relation) {
  return driver.query(printQuery(relation, driver.dialect, null), `look up ${served.serving}`);
}
async function tokenOf(session, served) {
  const newest = (c) => aggregate("max", [field(c, "s")]);
  const columns = [named("n", aggregate("countAll", [])), named("computed", newest("computed_at")), named("point", newest("feature_time"))];
  const [row] = await ask(session, served, select(as("s", served.of), columns));
  return JSON.stringify([row["n"], row["computed"], row["point"]]);
}
async function heldRows(session, served) {
  const [total] = await ask(session, served, select(as("s", served.of), [named("n", aggregate("countAll", []))]));
  const pages = Math.max(1, Math.ceil(Number(total["n"]) / page));
  const names = served.keys.map((k) => k.name);
  const own = served.columns.filter((c) => !names.includes(c.name));
  const index = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  const room = Math.ceil(Number(total["n"]) * 1.1) + 1e3;
  const columns = new Map(own.map((c) => [c.name, columnOf(c.type, room, texts)]));
  const order = call("concat", ...names.flatMap((k) => [cast(field(k, "s"), { kind: "text" }), words("|")]), words(""));
  for (let i = 0; i < pages; i++) {
    const hash = hashTerm(order);
    const where = pages === 1 ? [] : [call("gte", hash, integer(edge(i, pages))), call("lt", hash, integer(edge(i + 1, pages)))];
    const rows = await ask(
      session,
      served,
      select(
        as("s", served.of),
        fields(
          served.columns.map((c) => c.name),
          "s"
        ),
        { where }
      )
    );
    for (const row of rows) keep(row, { names, index, columns });
  }
  if (index.size > room) return heldRows(session, served);
  return { size: index.size, get: (keys) => rowAt(index.get(keyOf(keys, names)), { names, keys, columns }) };
}
function edge(i, pages) {
  return i === pages ? 2 ** 52 : Math.floor(i * 2 ** 52 / pages);
}
function keep(row, { names, index, columns }) {
  const at2 = index.size;
  index.set(
    keyOf(
      row,
      names.map((n) => n.toLowerCase())
    ),
    at2
  );
  for (const [name, column] of columns) column.set(at2, row[name.toLowerCase()] ?? null);
}
function keyOf(row, names) {
  return names.length === 1 ? row[names[0]] ?? null : JSON.stringify(names.map((n) => row[n] ?? null));
}
function rowAt(at2, held) {
  if (at2 === void 0) return null;
  const row = {};
  for (const name of held.names) row[name] = held.keys[name] ?? null;
  for (const [name, column] of held.columns) row[name] = column.get(at2);
  return row;
}

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
  const [compiler, place, registry] = await Promise.all([import("./.run-11631-IXQZ3EW7.mjs"), import("./.run-11631-TGTX3MMK.mjs"), import("./.run-11631-UR5BWFHH.mjs")]);
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

// bench/lookup.ts
var bar = 1;
async function main(args) {
  const share = Number(args[0] ?? 1);
  const lookups = Number(args[1] ?? 2e5);
  const workload = { events: 1e6 * share, keys: 1e6 * share, days: 1, late: false };
  const p = await product();
  const root = mkdtempSync(join2(tmpdir(), "feat-lookup-"));
  writeWorkload(root, workload);
  appendFileSync(
    join2(root, "features", "w1.ts"),
    "import { serving } from 'featplan'\n/** What inference reads. */\nexport const online = serving('online', { entity: key, features: [w1], freshness: '5m' })\n"
  );
  const driver = await p.registry.openDuckdb({ path: join2(root, "lookup.duckdb") });
  try {
    for (const s of eventStatements(workload)) await driver.execute(s);
    const session = await sessionAt(p, root, driver, dayAt(1, 6));
    await p.registry.applyPlan(session, await p.registry.makePlan(session, { allowDestroy: false }));
    await p.registry.materialize(session, { from: null, to: null, only: [] });
    globalThis.gc?.();
    const before = process.memoryUsage();
    const started = performance.now();
    const lookup = await openLookup(session, "online");
    const loaded = performance.now() - started;
    globalThis.gc?.();
    const after = process.memoryUsage();
    const held = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
    if (lookup.size() !== workload.keys) throw new Error(`${lookup.size()} rows for ${workload.keys} keys`);
    const keyAt = (i) => Number(BigInt(i) * 2654435761n % BigInt(workload.keys));
    const ours = await timesOf(lookups, async (i) => lookup.get({ k: keyAt(i) }));
    const direct = await timesOf(300, (i) => lookupRow(session, "online", { k: String(keyAt(i)) }));
    console.log(`a serving of ${workload.keys} keys with 10 features`);
    console.log(`  in process        p50 ${text(ours, 0.5)}  p99 ${text(ours, 0.99)}   (bar ${bar} ms${at(ours, 0.99) >= bar ? ", MISSED" : ""})`);
    console.log(`  asked of DuckDB   p50 ${text(direct, 0.5)}  p99 ${text(direct, 0.99)}`);
    console.log(`  loaded in ${(loaded / 1e3).toFixed(1)} s, ${held.toFixed(0)} MB held`);
  } finally {
    driver.close();
    rmSync(root, { recursive: true, force: true });
  }
}
async function timesOf(n, work) {
  const times = [];
  for (let i = 0; i < n; i++) {
    const started = performance.now();
    if (await work(i) === null) throw new Error(`no row of key ${i}`);
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b);
}
function at(times, share) {
  return times[Math.floor(times.length * share)];
}
function text(times, share) {
  return `${at(times, share).toFixed(4)} ms`;
}
export {
  main
};
