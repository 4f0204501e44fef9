import {
  besideName,
  nameText,
  requestName
} from "./.run-3869-LORJLHYC.mjs";
import {
  featureViewMetadata
} from "./.run-3869-AXL77B2Q.mjs";
import {
  aggregate,
  as,
  ascending,
  bodyOf,
  call,
  field,
  fields,
  functions,
  groupBy,
  join,
  literal,
  named,
  over,
  parseDay,
  parseInstant,
  part,
  sameColumns,
  secondsOf,
  select,
  unique
} from "./.run-3869-WMC7LEXK.mjs";
import {
  childrenOf,
  leavesOf,
  mapLeaves
} from "./.run-3869-RICG2RF7.mjs";
import {
  date,
  decimal,
  flag,
  float,
  isExact,
  json,
  text,
  time
} from "./.run-3869-4H6MAL5W.mjs";
import {
  parseAddress
} from "./.run-3869-UXWDYUFW.mjs";
import {
  hashOf,
  shortHash
} from "./.run-3869-A3JU4ERA.mjs";
import {
  FeatError,
  InternalError,
  absurd,
  diagnostic
} from "./.run-3869-BHLSE77H.mjs";

// registry/driver/outcome.ts
var missing = /* @__PURE__ */ new Set(["F601", "F602", "F656"]);
function isMissing(error) {
  return error instanceof FeatError && missing.has(error.diagnostics[0].code);
}
function isUnanswered(error) {
  return error instanceof FeatError && error.diagnostics[0].code === "F660";
}
function isUnknown(error) {
  if (!(error instanceof FeatError)) return false;
  const { code, message } = error.diagnostics[0];
  return code === "F665" || code === "F669" && /syntax error|unexpected|unsupported|not supported/i.test(message);
}
function isDenied(error) {
  return error instanceof FeatError && error.diagnostics[0].code === "F657";
}

// registry/driver/parallel.ts
async function inParallel(items, width, work) {
  const results = [];
  const failures = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && failures.length === 0) {
      const i = next++;
      try {
        results[i] = await work(items[i]);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}

// registry/state/lock.ts
import { randomUUID } from "node:crypto";

// registry/driver/wait.ts
import { setTimeout as sleep } from "node:timers/promises";
var pauseMs = 100;
async function waitWhileBusy(attempt2, wait) {
  const started = performance.now();
  for (let told2 = false; ; ) {
    const result = await attempt2();
    if ("got" in result) return result.got;
    const waited = (performance.now() - started) / 1e3;
    if (waited >= (wait?.seconds ?? 0)) throw new FeatError([result.busy(Math.round(waited))], { cause: result.cause });
    if (!told2) wait?.onWait?.(result.busy(0));
    told2 = true;
    await sleep(pauseMs);
  }
}

// compiler/emit/template.ts
var bindings = ["logic", "comparison", "arithmetic", "atom"];
function fill(template, args, printed3) {
  const text3 = typeof template === "string" ? template : template(args);
  const binding = bindingOf(text3);
  const sql = text3.replace(/\$(\d+)/g, (place2, n, at2) => {
    const arg = printed3[Number(n) - 1];
    if (arg === void 0) throw new InternalError(`'${text3}' has no argument ${place2}`);
    return isEnclosed(text3, at2, at2 + place2.length) ? arg.sql : operand(arg, binding);
  });
  return { sql, binding: /^\$\d+$/.test(text3) ? printed3[Number(text3.slice(1)) - 1].binding : binding };
}
function operand(p, beside = "atom") {
  return bindings.indexOf(p.binding) > bindings.indexOf(beside) || p.binding === "atom" ? p.sql : `(${p.sql})`;
}
function bindingOf(text3) {
  if (isAtomic(text3)) return "atom";
  if (/^NOT | (AND|OR) /.test(text3)) return "logic";
  return / (=|<>|<=?|>=?|IN|IS) /.test(text3) ? "comparison" : "arithmetic";
}
var opening = /(\(|, |WHEN |THEN |ELSE |WHERE )$/;
var closing = /^(\)|, | AS | THEN | ELSE | END)/;
function isEnclosed(text3, start, end) {
  return opening.test(text3.slice(0, start)) && closing.test(text3.slice(end));
}
function isAtomic(text3) {
  if (text3.startsWith("CASE ") && text3.endsWith(" END")) return !text3.slice(5).includes("CASE ");
  const open = /^[A-Za-z_]\w*\(/.exec(text3);
  if (open === null) return false;
  let depth = 0;
  for (let i = open[0].length - 1; i < text3.length; i++) {
    if (text3[i] === "(") depth++;
    if (text3[i] === ")" && --depth === 0) return i === text3.length - 1;
  }
  return false;
}
function places(args, from2 = 1) {
  return args.slice(from2 - 1).map((_, i) => `$${i + from2}`).join(", ");
}
function joined(operator) {
  return (args) => args.map((_, i) => `$${i + 1}`).join(` ${operator} `);
}
function several(name) {
  return (args) => args.length === 1 ? "$1" : `${name}(${places(args)})`;
}
function literalAt(args, index) {
  const arg = args[index];
  if (arg?.kind !== "literal") throw new InternalError(`argument ${index + 1} must be a literal`);
  return arg.value;
}
function isValueAt(args, index) {
  const arg = args[index];
  return arg?.kind === "literal" && arg.value !== null;
}
function integerAt(args, index) {
  const value = Number(literalAt(args, index));
  if (!Number.isSafeInteger(value)) throw new InternalError(`argument ${index + 1} must be an integer, not ${value}`);
  return value;
}
function oneOfTexts(index, texts) {
  return (args) => {
    const value = String(literalAt(args, index));
    const found = texts[value];
    if (found === void 0) throw new InternalError(`'${value}' is none of ${Object.keys(texts).join(", ")}`);
    return found;
  };
}
var divide = (args) => {
  return isValueAt(args, 1) && Number(literalAt(args, 1)) !== 0 ? "$1 / $2" : "$1 / NULLIF($2, 0)";
};

// compiler/emit/duckdb/aggregates.ts
var aggregates = {
  count: "count($1)",
  countAll: "count(*)",
  countDistinct: "count(DISTINCT $1)",
  sum: "sum($1)",
  min: "min($1)",
  max: "max($1)",
  avg: "avg(CAST($1 AS DOUBLE))",
  varPop: "var_pop(CAST($1 AS DOUBLE))",
  covarPop: "covar_pop(CAST($1 AS DOUBLE), CAST($2 AS DOUBLE))",
  // the plain arg_max skips rows whose value is NULL
  argMax: "arg_max_null($1, $2)",
  argMin: "arg_min_null($1, $2)",
  arrayByOrderDescending: "to_json(list($1 ORDER BY $2 DESC NULLS LAST))"
};
var filtered = {
  count: "count($1) FILTER (WHERE $2)",
  countAll: "count(*) FILTER (WHERE $1)",
  countDistinct: "count(DISTINCT $1) FILTER (WHERE $2)",
  sum: "sum($1) FILTER (WHERE $2)",
  min: "min($1) FILTER (WHERE $2)",
  max: "max($1) FILTER (WHERE $2)",
  avg: "avg(CAST($1 AS DOUBLE)) FILTER (WHERE $2)",
  varPop: "var_pop(CAST($1 AS DOUBLE)) FILTER (WHERE $2)",
  covarPop: "covar_pop(CAST($1 AS DOUBLE), CAST($2 AS DOUBLE)) FILTER (WHERE $3)",
  argMax: "arg_max_null($1, $2) FILTER (WHERE $3)",
  argMin: "arg_min_null($1, $2) FILTER (WHERE $3)",
  arrayByOrderDescending: "to_json(list($1 ORDER BY $2 DESC NULLS LAST) FILTER (WHERE $3))"
};
var stable = {
  sum: "sum($1 ORDER BY $1)",
  avg: "avg(CAST($1 AS DOUBLE) ORDER BY $1)",
  varPop: "var_pop(CAST($1 AS DOUBLE) ORDER BY $1)",
  covarPop: "covar_pop(CAST($1 AS DOUBLE), CAST($2 AS DOUBLE) ORDER BY $1, $2)"
};
var windows = {
  sum: "sum($1)",
  min: "min($1)",
  max: "max($1)",
  count: (args) => args.length === 0 ? "count(*)" : "count($1)",
  rowNumber: "row_number()",
  lead: (args) => `lead(${places(args)})`,
  lag: (args) => `lag(${places(args)})`
};

// compiler/emit/literals.ts
function exactDigits(value) {
  const text3 = typeof value === "number" && Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text3)) throw new InternalError(`'${text3}' is no exact number`);
  return text3;
}
function floatDigits(value) {
  const number = Number(value);
  if (!Number.isFinite(number) || typeof value === "boolean") throw new InternalError(`'${value}' is no finite number`);
  return String(Object.is(number, -0) ? 0 : number);
}
function timestampText(value) {
  const instant4 = parseInstant(value);
  if (instant4 === null) throw new InternalError(`'${value}' is no instant`);
  return instant4.iso.replace("T", " ").replace("Z", "");
}
function dayText(value) {
  if (parseDay(value) === null) throw new InternalError(`'${value}' is no day`);
  return String(value);
}
var lenientPatterns = {
  number: "^([-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?)$",
  date: "^([0-9]{4}-[0-9]{2}-[0-9]{2})$",
  time: "^([0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?)Z?$"
};
function isPrintable(text3) {
  return !text3.includes("\0") && !/\p{Surrogate}/u.test(text3);
}
function printable(text3) {
  if (!isPrintable(text3)) throw new InternalError("a text holds a NUL or half of a surrogate pair");
  return text3;
}

// compiler/emit/duckdb/types.ts
var names = { text: "VARCHAR", flag: "BOOLEAN", int: "BIGINT", float: "DOUBLE", date: "DATE", time: "TIMESTAMP", json: "JSON" };
function typeSql(type) {
  return type.kind === "decimal" ? `DECIMAL(${type.precision}, ${type.scale})` : names[type.kind];
}

// compiler/emit/duckdb/literals.ts
function quote(name) {
  return `"${name.toLowerCase().replaceAll('"', '""')}"`;
}
function textLiteral(value) {
  return `'${printable(value).replaceAll("'", "''")}'`;
}
function literal2(value, type) {
  if (value === null) return `CAST(NULL AS ${typeSql(type)})`;
  switch (type.kind) {
    case "text":
      return textLiteral(String(value));
    case "flag":
      return value ? "TRUE" : "FALSE";
    case "int":
    case "decimal":
      return exactDigits(value);
    case "float":
      return floatSql(floatDigits(value));
    case "date":
      return `DATE '${dayText(value)}'`;
    case "time":
      return `TIMESTAMP '${timestampText(value)}'`;
    case "json":
      return `CAST(${textLiteral(String(value))} AS JSON)`;
  }
}
function floatSql(digits) {
  return digits.includes("e") ? digits : `${digits}e0`;
}
function interval(seconds2) {
  const [n, unit] = seconds2 % 86400 === 0 ? [seconds2 / 86400, "day"] : [seconds2, "second"];
  return `INTERVAL '${n} ${unit}${n === 1 ? "" : "s"}'`;
}

// compiler/emit/duckdb/casts.ts
function cast(sql, type, lenient) {
  if (!lenient) return `CAST(${sql} AS ${typeSql(type)})`;
  switch (type.kind) {
    case "text":
      return `CAST(${sql} AS VARCHAR)`;
    case "flag":
      return `CASE lower(trim(${sql})) WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END`;
    case "int":
    case "float":
    case "decimal":
      return parsed(sql, lenientPatterns.number, type);
    case "date":
      return parsed(sql, lenientPatterns.date, type);
    case "time":
      return parsed(sql, lenientPatterns.time, type);
    case "json":
      return `TRY_CAST(${sql} AS JSON)`;
  }
}
function castRounding(sql, type) {
  return type.kind === "int" ? cast(`CAST(${sql} AS DECIMAL(38, 0))`, type, false) : cast(sql, type, false);
}
function parsed(sql, pattern, type) {
  return `TRY_CAST(regexp_extract(trim(${sql}), '${pattern}', 1) AS ${typeSql(type)})`;
}
function json2(sql, path, type) {
  const steps = path.map((p) => /^\d+$/.test(p) ? `[${p}]` : `."${p.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);
  const where = textLiteral(`$${steps.join("")}`);
  return type.kind === "json" ? `json_extract(${sql}, ${where})` : type.kind === "text" ? `json_extract_string(${sql}, ${where})` : cast(`json_extract_string(${sql}, ${where})`, type, true);
}

// compiler/emit/lines.ts
function line(text3) {
  return { depth: 0, text: text3 };
}
function indent(lines) {
  return lines.map((l) => ({ ...l, depth: l.depth + 1 }));
}
function append(lines, text3) {
  return lines.map((l, i) => i === lines.length - 1 ? { ...l, text: l.text + text3 } : l);
}
function enclose(before, lines, after) {
  return [line(`${before}(`), ...indent(lines), line(`)${after}`)];
}
function listed(items) {
  return items.flatMap((item, i) => i === items.length - 1 ? [...item] : append(item, ","));
}
function layOut(lines) {
  return lines.map((l) => "  ".repeat(l.depth) + l.text).join("\n");
}

// compiler/emit/duckdb/frames.ts
var furthestLag = 2047;
var running = "OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";
function streamedFrames(f, print) {
  const windows3 = windowsOf(f);
  if (windows3.some((w) => reach(w.frame) > furthestLag)) return null;
  const stages = [...ordered(f, windows3, print), ...spans(f, windows3)];
  const last = stages.at(-1).name;
  return [...withStages(f, stages, print), ...finalLines(f, windows3, last, print)];
}
function reach(frame) {
  return Math.max(frame.until ?? 0, frame.preceding === "unbounded" ? 0 : frame.preceding + 1);
}
function windowsOf(f) {
  const found = /* @__PURE__ */ new Map();
  for (const leaf of f.columns.flatMap((c) => leavesOf(c.expr))) if (leaf.kind === "over") found.set(nameOf(leaf), windowOf(f, leaf));
  return [...found.values()];
}
function nameOf({ fn, args, frame }) {
  const [of] = args;
  return `_${fn}_${of?.kind === "field" ? of.name : ""}_${frame?.preceding ?? ""}_${frame?.until ?? 0}`;
}
function windowOf(f, leaf) {
  const { fn, frame } = leaf;
  const [of] = leaf.args;
  if (fn !== "sum" && fn !== "min" && fn !== "max" || of?.kind !== "field" || frame === null) throw new InternalError(`no frame over cells: '${fn}'`);
  if (frame.preceding === "unbounded" && !f.additive.includes(of.name)) throw new InternalError(`a running '${fn}' of '${of.name}' over cells`);
  return { name: nameOf(leaf), fn, of: of.name, frame };
}
var sumOf = (c) => `_sum_${c}`;
var baseOf = (c) => `_base_${c}`;
function ordered(f, windows3, print) {
  const t = quote(f.time);
  const first = print(f.first);
  const sums = f.additive.map((c) => [sumOf(c), `sum(${quote(c)}) ${running}`]);
  const next = [...f.keys, f.time].map((c) => [`_next_${c}`, `lead(${quote(c)}, 1) OVER ()`]);
  const based = f.additive.filter((c) => windows3.some((w) => w.of === c && w.frame.preceding === "unbounded"));
  const bases = based.map((c) => [baseOf(c), `last_value(CASE WHEN ${t} = ${first} THEN ${quote(sumOf(c))} END IGNORE NULLS) ${running}`]);
  const sumsNow = f.additive.map(sumOf);
  const same = [...f.keys.map((k) => `${quote(`_next_${k}`)} = ${quote(k)}`), `${quote(`_next_${f.time}`)} IS NOT NULL`].join(" AND ");
  const until = `CASE WHEN ${same} THEN ${quote(`_next_${f.time}`)} - ${interval(f.every)} ELSE ${print(f.last)} END`;
  const own = f.merged.map((c) => [spanOf(c, 1), `CASE WHEN ${t} = ${quote("_entered_at")} THEN ${quote(c)} END`]);
  const nextNames = next.map(([n]) => n);
  return [
    { name: "_ordered", kept: [...f.keys, f.time, ...f.additive, ...f.merged], made: [], from: "_sparse", order: [...f.keys, f.time] },
    { name: "_running", kept: [...f.keys, f.time, ...f.merged], made: [...sums, ...next], from: "_ordered" },
    ...bases.length === 0 ? [] : [{ name: "_based", kept: [...f.keys, f.time, ...f.merged, ...sumsNow, ...nextNames], made: bases, from: "_running" }],
    {
      name: "_spread",
      kept: [...f.keys, ...f.merged, ...sumsNow, ...based.map(baseOf)],
      made: [
        ["_entered_at", t],
        [f.time, `unnest(generate_series(${t}, ${until}, ${interval(f.every)}))`]
      ],
      from: bases.length === 0 ? "_running" : "_based"
    },
    { name: "_cells", kept: [...f.keys, f.time, ...sumsNow, ...based.map(baseOf)], made: own, from: "_spread" }
  ];
}
var spanOf = (column3, cells) => `_${cells}_${column3}`;
function lagged(column3, cells) {
  return cells === 0 ? quote(column3) : `lag(${quote(column3)}, ${cells}) OVER ()`;
}
function spans(f, windows3) {
  const sums = windows3.filter((w) => f.additive.includes(w.of));
  const rest = [
    ...groupBy(
      windows3.filter((w) => !f.additive.includes(w.of)),
      (w) => `${w.fn} ${w.of}`
    ).values()
  ];
  const guard = [...f.keys, f.time].map((c) => [`_before_${c}`, lagged(c, 1)]);
  const done = [...guard.map(([n]) => n), ...sums.map((w) => w.name)];
  const stages = [];
  let from2 = "_cells";
  let values = /* @__PURE__ */ new Set();
  for (let cells = 1; cells === 1 || rest.some((g) => g.some((w) => sizeOf(w) >= cells)); cells *= 2) {
    const open = rest.filter((g) => g.some((w) => sizeOf(w) >= cells));
    const made = open.flatMap((g) => spanColumns(g, cells));
    const name = `_from_${cells}`;
    const replaced = new Set(made.map(([n]) => n));
    const kept = [...f.keys, f.time, ...cells === 1 ? [] : done, ...[...values].filter((v) => !replaced.has(v))];
    const shifted = cells === 1 ? [...guard, ...sums.map((w) => [w.name, differenceSql(w)])] : [];
    stages.push({ name, kept, made: [...shifted, ...made], from: from2 });
    values = /* @__PURE__ */ new Set([...values, ...made.filter(([n]) => windows3.some((w) => w.name === n)).map(([n]) => n)]);
    from2 = name;
  }
  return stages;
}
function sizeOf({ frame }) {
  return frame.preceding - (frame.until ?? 0) + 1;
}
function differenceSql({ of, frame }) {
  const upTo = lagged(sumOf(of), frame.until ?? 0);
  if (frame.preceding === "unbounded") return `${upTo} - ${quote(baseOf(of))}`;
  return `${upTo} - ${lagged(sumOf(of), frame.preceding + 1)}`;
}
function spanColumns(group, cells) {
  const { fn, of } = group[0];
  const span = spanOf(of, cells);
  const longer = group.some((w) => sizeOf(w) >= 2 * cells);
  const values = group.flatMap((w) => windowFrom(w, span, cells).map((sql) => [w.name, sql]));
  return [...values, ...longer ? [[spanOf(of, 2 * cells), combined(fn, quote(span), lagged(span, cells))]] : []];
}
function windowFrom(w, span, cells) {
  const size = sizeOf(w);
  const until = w.frame.until ?? 0;
  if (w.fn === "sum") {
    if (Math.floor(size / cells) % 2 === 0) return [];
    const lower = size % cells;
    const piece = lagged(span, until + lower);
    return [lower === 0 ? piece : combined("sum", quote(w.name), piece)];
  }
  if (size < cells || size >= 2 * cells) return [];
  const newest = lagged(span, until);
  return [size === cells ? newest : combined(w.fn, newest, lagged(span, until + size - cells))];
}
function combined(fn, a, b) {
  if (fn === "sum") return `coalesce(${a} + ${b}, ${a}, ${b})`;
  return `${fn === "min" ? "least" : "greatest"}(${a}, ${b})`;
}
function withStages(f, stages, print) {
  const grain = [...f.keys, f.time];
  const none = [...f.additive.map((c) => `0 AS ${quote(c)}`), ...f.merged.map((c) => `NULL AS ${quote(c)}`)];
  const names4 = [...grain, ...f.additive, ...f.merged].map(quote);
  const sparse = [
    line("SELECT"),
    ...indent(listed(names4.map((n) => [line(n)]))),
    line(`FROM ${quote(f.entered)}`),
    line("UNION ALL"),
    line("SELECT"),
    ...indent(listed([...f.keys.map(quote), `${print(f.first)} AS ${quote(f.time)}`, ...none].map((n) => [line(n)]))),
    line(`FROM ${quote(f.of)}`)
  ];
  const parts = [enclose(`${quote("_sparse")} AS `, sparse, ""), ...stages.map((s) => enclose(`${quote(s.name)} AS `, stageLines(s), ""))];
  const [head, ...tail] = listed(parts);
  return [{ ...head, text: `WITH ${head.text}` }, ...tail];
}
function stageLines(s) {
  const columns = [...s.kept.map((c) => line(quote(c))), ...s.made.map(([name, sql]) => line(`${sql} AS ${quote(name)}`))];
  const order = s.order === void 0 ? [] : [line(`ORDER BY ${s.order.map(quote).join(", ")}`)];
  return [line("SELECT"), ...indent(listed(columns.map((c) => [c]))), line(`FROM ${quote(s.from)}`), ...order];
}
function finalLines(f, windows3, last, print) {
  const c = (name) => `${quote("c")}.${quote(name)}`;
  const names4 = new Set(windows3.map((w) => w.name));
  const same = [...f.keys.map((k) => `${c(k)} = ${c(`_before_${k}`)}`), `${c(`_before_${f.time}`)} IS NOT NULL`].join(" AND ");
  const follows = `CASE WHEN ${same} THEN ${c(f.time)} = ${c(`_before_${f.time}`)} + ${interval(f.every)} ELSE ${c(f.time)} = ${print(f.first)} END`;
  const shown2 = `${c(f.time)} >= ${quote("k")}.${quote(f.since)}`;
  const values = f.columns.map(({ as: as2, expr }) => {
    const term = mapLeaves(expr, (leaf) => leaf.kind === "over" && names4.has(nameOf(leaf)) ? field(nameOf(leaf), "c") : leaf);
    return `${print(term)} AS ${quote(as2)}`;
  });
  const columns = [...f.keys.map((k) => `${c(k)} AS ${quote(k)}`), `${c(f.time)} AS ${quote(f.time)}`, ...values];
  const on = f.keys.length === 0 ? "TRUE" : f.keys.map((k) => `${c(k)} = ${quote("k")}.${quote(k)}`).join(" AND ");
  return [
    line("SELECT"),
    ...indent(listed(columns.map((v) => [line(v)]))),
    line(`FROM ${quote(last)} AS ${quote("c")}`),
    line(`INNER JOIN ${quote(f.of)} AS ${quote("k")} ON ${on}`),
    // of every cell, shown or not
    line(`WHERE CASE WHEN ${follows} THEN ${shown2} ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END`)
  ];
}

// compiler/emit/duckdb/functions.ts
var microseconds = "date_diff('microsecond', $1, $2)";
var truncated = (unit) => `cast_to_type(date_trunc('${unit}', $1), $1)`;
var strict = (name) => (args) => args.length === 1 ? "$1" : `CASE WHEN ${args.map((_, i) => `$${i + 1} IS NOT NULL`).join(" AND ")} THEN ${name}(${places(args)}) END`;
function isNarrow(term) {
  switch (term.kind) {
    case "literal":
      return term.type.kind === "int";
    case "case":
      return [...term.arms.map(([, then]) => then), ...term.otherwise === null ? [] : [term.otherwise]].every(isNarrow);
    case "call":
      return ["first", "common", "sum", "product"].includes(functions[term.fn].result) && term.args.every(isNarrow);
    default:
      return false;
  }
}
function exact(operator) {
  return (args) => args.every(isNarrow) ? `CAST($1 AS BIGINT) ${operator} $2` : `$1 ${operator} $2`;
}
var functions2 = {
  plus: exact("+"),
  minus: exact("-"),
  times: exact("*"),
  divide,
  negate: "-($1)",
  abs: "abs($1)",
  round: "round($1, $2)",
  floor: "CAST(floor($1) AS BIGINT)",
  ceil: "CAST(ceil($1) AS BIGINT)",
  ln: "ln(NULLIF(greatest($1, 0), 0))",
  exp: "exp($1)",
  sqrt: "sqrt(CASE WHEN $1 >= 0 THEN $1 END)",
  power: "CASE WHEN isfinite(power($1, $2)) THEN power($1, $2) END",
  eq: "$1 = $2",
  ne: "$1 <> $2",
  lt: "$1 < $2",
  lte: "$1 <= $2",
  gt: "$1 > $2",
  gte: "$1 >= $2",
  in: (args) => `$1 IN (${places(args, 2)})`,
  and: joined("AND"),
  or: joined("OR"),
  not: "NOT $1",
  isNull: "$1 IS NULL",
  sameAs: "$1 IS NOT DISTINCT FROM $2",
  coalesce: several("coalesce"),
  nullIf: "NULLIF($1, $2)",
  greatest: strict("greatest"),
  least: strict("least"),
  greatestKnown: several("greatest"),
  leastKnown: several("least"),
  concat: joined("||"),
  lower: "lower($1)",
  upper: "upper($1)",
  trim: "trim($1)",
  length: "length($1)",
  substring: "substring($1, $2, $3)",
  matches: "regexp_full_match($1, $2, 's')",
  elapsed: oneOfTexts(2, {
    seconds: `${microseconds} / 1000000e0`,
    minutes: `${microseconds} / 60000000e0`,
    hours: `${microseconds} / 3600000000e0`,
    days: `${microseconds} / 86400000000e0`
  }),
  daysBetween: "date_diff('day', $1, $2)",
  timePlus: (args) => isValueAt(args, 1) ? plusInterval(integerAt(args, 1)) : "$1 + to_seconds($2)",
  datePlus: (args) => isValueAt(args, 1) ? "$1 + $2" : "$1 + CAST($2 AS INTEGER)",
  truncate: oneOfTexts(1, {
    minute: truncated("minute"),
    hour: truncated("hour"),
    day: truncated("day"),
    week: truncated("week"),
    month: truncated("month"),
    quarter: truncated("quarter"),
    year: truncated("year")
  }),
  dateOf: "CAST($1 AS DATE)",
  timeOf: "CAST($1 AS TIMESTAMP)",
  datePart: oneOfTexts(1, {
    year: "year($1)",
    quarter: "quarter($1)",
    month: "month($1)",
    day: "day($1)",
    dayOfWeek: "isodow($1)",
    dayOfYear: "dayofyear($1)",
    hour: "hour($1)",
    minute: "minute($1)"
  }),
  hash52: "CAST('0x' || substring(md5($1), 1, 13) AS BIGINT)",
  bucket: (args) => bucket(integerAt(args, 1))
};
function plusInterval(seconds2) {
  return seconds2 < 0 ? `$1 - ${interval(-seconds2)}` : `$1 + ${interval(seconds2)}`;
}
function bucket(seconds2) {
  const units = { 60: "minute", 3600: "hour", 86400: "day" };
  const unit = units[seconds2];
  return unit !== void 0 ? `date_trunc('${unit}', $1)` : `time_bucket(${interval(seconds2)}, $1, TIMESTAMP '2001-01-01 00:00:00')`;
}

// compiler/emit/duckdb/relations.ts
var series = (s) => [line(`SELECT unnest(generate_series(${s.first}, ${s.last}, ${interval(s.every)})) AS ${quote(s.column)}`)];
var file = (f) => {
  const path = textLiteral(f.path);
  if (f.format === "parquet") return `read_parquet(${path})`;
  const types = (f.columns ?? []).map((c) => `${textLiteral(c.name)}: ${textLiteral(typeSql(c.type))}`).join(", ");
  return `read_csv(${path}, header = true${types === "" ? "" : `, types = {${types}}`})`;
};
var contentHash = (columns) => `CAST(coalesce(sum(hash(${columns.join(", ")})), 0) AS VARCHAR)`;
var copyTo = (query, path, format2) => {
  const options = format2 === "parquet" ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER true";
  return `COPY (
${query}
) TO ${textLiteral(path)} (${options})`;
};

// compiler/emit/names.ts
function qualifiedBy(quote4, name) {
  return [name.catalog, name.schema, name.name].filter((part2) => part2 !== null).map(quote4).join(".");
}

// compiler/emit/duckdb/statements.ts
var statements = {
  createTable,
  createTableAs,
  createView,
  addColumn,
  renameTable,
  commentOn,
  replaceTable,
  dropBuilt,
  createFunction,
  dropFunction,
  together,
  commentProbe
};
function full(name) {
  return qualifiedBy(quote, name);
}
function column(c) {
  return `${quote(c.name)} ${typeSql(c.type)}${c.nullable ? "" : " NOT NULL"}`;
}
function createTable(t) {
  const columns = t.columns.map((c) => `  ${column(c)}`).join(",\n");
  return [`CREATE TABLE ${t.ifNotExists ? "IF NOT EXISTS " : ""}${full(t.name)} (
${columns}
)`, ...comments("table", t.name, t.comment, t.columns)];
}
function createTableAs(t) {
  return together([`CREATE OR REPLACE TABLE ${full(t.name)} AS
${t.query}`, ...commentOn({ on: "table", name: t.name }, t.comment)]);
}
function createView(v) {
  const columns = v.columns.map((c) => `  ${quote(c.name)}`).join(",\n");
  return [`CREATE OR REPLACE VIEW ${full(v.name)} (
${columns}
) AS
${v.query}`, ...comments("view", v.name, v.comment, v.columns)];
}
function comments(on, name, comment, columns) {
  return [
    ...comment === null ? [] : commentOn({ on, name }, comment),
    ...columns.flatMap((c) => c.comment === null ? [] : commentOn({ on: "column", name, column: c.name }, c.comment))
  ];
}
function addColumn(table, c) {
  if (!c.nullable) throw new InternalError(`column '${c.name}' cannot be added as NOT NULL`);
  return [`ALTER TABLE ${full(table)} ADD COLUMN IF NOT EXISTS ${column(c)}`, ...comments("table", table, null, [c])];
}
function renameTable(from2, to2) {
  if (from2.schema !== to2.schema) throw new InternalError(`'${from2.schema}.${from2.name}' cannot be renamed into schema '${to2.schema}'`);
  return [`ALTER TABLE ${full(from2)} RENAME TO ${quote(to2.name)}`];
}
function commentOn(target, comment) {
  const name = target.on === "column" ? `${full(target.name)}.${quote(target.column)}` : full(target.name);
  return [`COMMENT ON ${target.on.toUpperCase()} ${name} IS ${comment === null ? "NULL" : textLiteral(comment)}`];
}
function replaceTable(r) {
  return together([
    ...r.keepAs === null ? [] : renameTable(r.name, r.keepAs),
    ...renameTable(r.next, r.name),
    ...commentOn({ on: "table", name: r.name }, r.mark)
  ]);
}
function dropBuilt() {
  return [];
}
function createFunction(f) {
  return [`CREATE OR REPLACE MACRO ${full(f.name)}(${f.parameters.map((p) => quote(p.name)).join(", ")}) AS TABLE
${f.query}`];
}
function dropFunction(name) {
  return [`DROP MACRO TABLE IF EXISTS ${full(name)}`];
}
function together(definitions) {
  return definitions.length < 2 ? definitions : ["BEGIN TRANSACTION", ...definitions, "COMMIT"];
}
function commentProbe(name, comment) {
  const objects2 = "SELECT schema_name, table_name AS name, comment FROM duckdb_tables() UNION ALL SELECT schema_name, view_name, comment FROM duckdb_views()";
  const wanted = `schema_name = ${textLiteral(name.schema)} AND name = ${textLiteral(name.name)} AND comment = ${textLiteral(comment)}`;
  return `SELECT count(*) > 0 AS done FROM (${objects2}) AS o WHERE ${wanted}`;
}

// compiler/emit/duckdb/index.ts
var duckdb = {
  quote,
  typeSql,
  literal: literal2,
  functions: functions2,
  aggregates,
  filtered,
  stable,
  windows,
  cast,
  castRounding,
  json: json2,
  series,
  frames: streamedFrames,
  file,
  contentHash,
  copyTo,
  patternLimit: null,
  statements,
  served: null,
  objects: null
};

// compiler/emit/snowflake/aggregates.ts
var aggregates2 = {
  count: "COUNT($1)",
  countAll: "COUNT(*)",
  countDistinct: "COUNT(DISTINCT $1)",
  sum: "SUM($1)",
  min: "MIN($1)",
  max: "MAX($1)",
  avg: "AVG(CAST($1 AS FLOAT))",
  varPop: "VAR_POP(CAST($1 AS FLOAT))",
  covarPop: "COVAR_POP(CAST($1 AS FLOAT), CAST($2 AS FLOAT))",
  argMax: "MAX_BY($1, $2)",
  argMin: "MIN_BY($1, $2)",
  arrayByOrderDescending: array("$1", "$2")
};
var filtered2 = {
  count: "COUNT(CASE WHEN $2 THEN $1 END)",
  countAll: "COUNT(CASE WHEN $1 THEN 1 END)",
  countDistinct: "COUNT(DISTINCT CASE WHEN $2 THEN $1 END)",
  sum: "SUM(CASE WHEN $2 THEN $1 END)",
  min: "MIN(CASE WHEN $2 THEN $1 END)",
  max: "MAX(CASE WHEN $2 THEN $1 END)",
  avg: "AVG(CASE WHEN $2 THEN CAST($1 AS FLOAT) END)",
  varPop: "VAR_POP(CASE WHEN $2 THEN CAST($1 AS FLOAT) END)",
  covarPop: "COVAR_POP(CASE WHEN $3 THEN CAST($1 AS FLOAT) END, CAST($2 AS FLOAT))",
  argMax: "MAX_BY($1, CASE WHEN $3 THEN $2 END)",
  argMin: "MIN_BY($1, CASE WHEN $3 THEN $2 END)",
  arrayByOrderDescending: array("$1", "$2", "$3")
};
function array(value, order, filter = null) {
  const element = `COALESCE(TO_VARIANT(${value}), PARSE_JSON('null'))`;
  const counted = filter === null ? element : `CASE WHEN ${filter} THEN ${element} END`;
  const rows = filter === null ? "COUNT(*)" : `COUNT(CASE WHEN ${filter} THEN 1 END)`;
  return `CASE WHEN ${rows} > 0 THEN TO_VARIANT(ARRAY_AGG(${counted}) WITHIN GROUP (ORDER BY ${order} DESC NULLS LAST)) END`;
}
var windows2 = {
  sum: "SUM($1)",
  min: "MIN($1)",
  max: "MAX($1)",
  count: (args) => args.length === 0 ? "COUNT(*)" : "COUNT($1)",
  rowNumber: "ROW_NUMBER()",
  lead: (args) => `LEAD(${places(args)})`,
  lag: (args) => `LAG(${places(args)})`
};

// compiler/emit/snowflake/types.ts
var names2 = {
  text: "VARCHAR",
  flag: "BOOLEAN",
  int: "NUMBER(38, 0)",
  float: "FLOAT",
  date: "DATE",
  time: "TIMESTAMP_NTZ(6)",
  json: "VARIANT"
};
function typeSql2(type) {
  return type.kind === "decimal" ? `NUMBER(${type.precision}, ${type.scale})` : names2[type.kind];
}

// compiler/emit/snowflake/literals.ts
function quote2(name) {
  return `"${name.toUpperCase().replaceAll('"', '""')}"`;
}
function textLiteral2(value) {
  return `'${printable(value).replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
function literal3(value, type) {
  if (value === null) return `CAST(NULL AS ${typeSql2(type)})`;
  switch (type.kind) {
    case "text":
      return textLiteral2(String(value));
    case "flag":
      return value ? "TRUE" : "FALSE";
    case "int":
    case "decimal":
      return exactDigits(value);
    case "float":
      return floatSql2(floatDigits(value));
    case "date":
      return `DATE '${dayText(value)}'`;
    case "time":
      return `CAST('${timestampText(value)}' AS TIMESTAMP_NTZ(6))`;
    case "json":
      return `PARSE_JSON(${textLiteral2(String(value))})`;
  }
}
function floatSql2(digits) {
  return /^-?[\d.]{1,16}$/.test(digits) ? `CAST(${digits} AS FLOAT)` : `CAST('${digits}' AS FLOAT)`;
}

// compiler/emit/snowflake/casts.ts
function cast2(sql, type, lenient) {
  if (!lenient) return `CAST(${sql} AS ${typeSql2(type)})`;
  switch (type.kind) {
    case "text":
      return `CAST(${sql} AS VARCHAR)`;
    case "flag":
      return `CASE LOWER(TRIM(${sql})) WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END`;
    case "int":
    case "float":
    case "decimal":
      return parsed2(sql, lenientPatterns.number, type);
    case "date":
      return parsed2(sql, lenientPatterns.date, type);
    case "time":
      return parsed2(sql, lenientPatterns.time, type);
    case "json":
      return `TRY_PARSE_JSON(${sql})`;
  }
}
function castRounding2(sql, type) {
  return cast2(sql, type, false);
}
function parsed2(sql, pattern, type) {
  return `TRY_CAST(REGEXP_SUBSTR(TRIM(${sql}), '${pattern}', 1, 1, 'e', 1) AS ${typeSql2(type)})`;
}
function json3(sql, path, type) {
  const found = path.reduce((of, step) => `GET(${of}, ${/^\d+$/.test(step) ? step : textLiteral2(step)})`, sql);
  if (type.kind === "json") return found;
  return type.kind === "text" ? `CAST(${found} AS VARCHAR)` : cast2(`CAST(${found} AS VARCHAR)`, type, true);
}

// compiler/emit/snowflake/functions.ts
var microseconds2 = "CAST(DATEDIFF(microsecond, $1, $2) AS FLOAT)";
var day = 86400;
var week = "DATEADD(day, 1 - DAYOFWEEKISO($1), DATE_TRUNC('day', $1))";
var moment = "CAST($1 AS TIMESTAMP_NTZ(6))";
var noPower = "($1 < 0 AND $2 <> FLOOR($2)) OR ($1 = 0 AND $2 < 0) OR $2 * LN(NULLIF(ABS($1), 0)) > 709.782712893384";
var functions3 = {
  plus: "$1 + $2",
  minus: "$1 - $2",
  times: "$1 * $2",
  divide,
  negate: "-($1)",
  abs: "ABS($1)",
  round: "ROUND($1, $2)",
  floor: "CAST(FLOOR($1) AS NUMBER(38, 0))",
  ceil: "CAST(CEIL($1) AS NUMBER(38, 0))",
  ln: "LN(NULLIF(GREATEST($1, 0), 0))",
  exp: "EXP($1)",
  sqrt: "SQRT(CASE WHEN $1 >= 0 THEN $1 END)",
  power: `CASE WHEN ${noPower} THEN NULL ELSE POWER($1, $2) END`,
  eq: "$1 = $2",
  ne: "$1 <> $2",
  lt: "$1 < $2",
  lte: "$1 <= $2",
  gt: "$1 > $2",
  gte: "$1 >= $2",
  in: (args) => `$1 IN (${places(args, 2)})`,
  and: joined("AND"),
  or: joined("OR"),
  not: "NOT $1",
  isNull: "$1 IS NULL",
  sameAs: "$1 IS NOT DISTINCT FROM $2",
  coalesce: several("COALESCE"),
  nullIf: "NULLIF($1, $2)",
  greatest: several("GREATEST"),
  least: several("LEAST"),
  greatestKnown: several("GREATEST_IGNORE_NULLS"),
  leastKnown: several("LEAST_IGNORE_NULLS"),
  concat: joined("||"),
  lower: "LOWER($1)",
  upper: "UPPER($1)",
  trim: "TRIM($1)",
  length: "LENGTH($1)",
  substring: "SUBSTR($1, $2, $3)",
  matches: "REGEXP_LIKE($1, $2, 's')",
  elapsed: oneOfTexts(2, {
    seconds: `${microseconds2} / 1000000`,
    minutes: `${microseconds2} / 60000000`,
    hours: `${microseconds2} / 3600000000`,
    days: `${microseconds2} / 86400000000`
  }),
  daysBetween: "DATEDIFF(day, $1, $2)",
  timePlus: (args) => isValueAt(args, 1) && integerAt(args, 1) % day === 0 ? `DATEADD(day, ${integerAt(args, 1) / day}, $1)` : "DATEADD(second, $2, $1)",
  datePlus: "DATEADD(day, $2, $1)",
  truncate: oneOfTexts(1, {
    minute: "DATE_TRUNC('minute', $1)",
    hour: "DATE_TRUNC('hour', $1)",
    day: "DATE_TRUNC('day', $1)",
    week,
    month: "DATE_TRUNC('month', $1)",
    quarter: "DATE_TRUNC('quarter', $1)",
    year: "DATE_TRUNC('year', $1)"
  }),
  dateOf: "CAST($1 AS DATE)",
  timeOf: "CAST($1 AS TIMESTAMP_NTZ(6))",
  datePart: oneOfTexts(1, {
    year: "YEAR($1)",
    quarter: "QUARTER($1)",
    month: "MONTH($1)",
    day: "DAY($1)",
    dayOfWeek: "DAYOFWEEKISO($1)",
    dayOfYear: "DAYOFYEAR($1)",
    hour: `HOUR(${moment})`,
    minute: `MINUTE(${moment})`
  }),
  hash52: "BITSHIFTRIGHT(MD5_NUMBER_UPPER64($1), 12)",
  bucket: (args) => bucket2(integerAt(args, 1))
};
function bucket2(seconds2) {
  const units = { 60: "minute", 3600: "hour", [day]: "day" };
  const unit = units[seconds2];
  if (unit !== void 0) return `DATE_TRUNC('${unit}', $1)`;
  if (seconds2 === 7 * day) return week;
  return seconds2 % day === 0 ? backBy("day", seconds2 / day) : backBy("second", seconds2);
}
function backBy(unit, span) {
  const since = `DATEDIFF(${unit}, CAST('2001-01-01 00:00:00' AS TIMESTAMP_NTZ(6)), $1)`;
  return `DATEADD(${unit}, -MOD(MOD(${since}, ${span}) + ${span}, ${span}), DATE_TRUNC('${unit}', $1))`;
}

// compiler/emit/snowflake/physical.ts
function dotted(name) {
  return name.split(".").map(quote2).join(".");
}
function tagList(tags) {
  return sorted(tags).map(([name, value]) => `${dotted(name)} = ${textLiteral2(value)}`).join(", ");
}
function columnClauses(column3) {
  const { masking, tags = {} } = column3 ?? {};
  return `${masking === void 0 ? "" : ` WITH MASKING POLICY ${dotted(masking)}`}${isEmpty(tags) ? "" : ` WITH TAG (${tagList(tags)})`}`;
}
function policyClauses({ rowAccess, tags = {} }) {
  return [
    ...rowAccess === void 0 ? [] : [`WITH ROW ACCESS POLICY ${dotted(rowAccess.policy)} ON (${rowAccess.on.map(quote2).join(", ")})`],
    ...isEmpty(tags) ? [] : [`WITH TAG (${tagList(tags)})`]
  ];
}
function featureStoreClauses(view, comment, { rowAccess, tags = {} }, storeTags) {
  const schema = [view.catalog, view.schema].flatMap((part2) => part2 === null ? [] : [quote2(part2)]).join(".");
  const own = Object.entries(storeTags).map(([name, value]) => `${schema}.${name === featureViewMetadata ? name : quote2(name)} = ${textLiteral2(value)}`);
  const list3 = [...own, ...isEmpty(tags) ? [] : [tagList(tags)]];
  return [...comment, ...policyClauses({ rowAccess }), `TAG (${list3.join(", ")})`];
}
function alterTable(name, from2, to2) {
  const table = `ALTER TABLE ${qualifiedBy(quote2, name)}`;
  return [
    ...clusterChange(table, from2.clusterBy ?? [], to2.clusterBy ?? []),
    ...retentionChange(table, from2.retentionDays, to2.retentionDays),
    ...tagChange(table, from2.tags ?? {}, to2.tags ?? {}),
    ...columnChanges(table, from2.columns ?? {}, to2.columns ?? {}),
    ...rowAccessChange(table, from2.rowAccess, to2.rowAccess)
  ];
}
function cloneTable(from2, to2, transient) {
  return [`CREATE ${transient ? "TRANSIENT " : ""}TABLE IF NOT EXISTS ${qualifiedBy(quote2, to2)} CLONE ${qualifiedBy(quote2, from2)}`];
}
function clusterChange(table, from2, to2) {
  if (from2.join() === to2.join()) return [];
  return [to2.length === 0 ? `${table} DROP CLUSTERING KEY` : `${table} CLUSTER BY (${to2.map(quote2).join(", ")})`];
}
function retentionChange(table, from2, to2) {
  if (from2 === to2) return [];
  return [to2 === void 0 ? `${table} UNSET DATA_RETENTION_TIME_IN_DAYS` : `${table} SET DATA_RETENTION_TIME_IN_DAYS = ${to2}`];
}
function tagChange(of, from2, to2) {
  const set = Object.fromEntries(Object.entries(to2).filter(([name, value]) => from2[name] !== value));
  const unset = Object.keys(from2).filter((name) => to2[name] === void 0);
  return [
    ...isEmpty(set) ? [] : [`${of} SET TAG ${tagList(set)}`],
    ...unset.length === 0 ? [] : [`${of} UNSET TAG ${unset.toSorted().map(dotted).join(", ")}`]
  ];
}
function columnChanges(table, from2, to2) {
  const names4 = [.../* @__PURE__ */ new Set([...Object.keys(from2), ...Object.keys(to2)])].toSorted();
  return names4.flatMap((name) => {
    const column3 = `${table} MODIFY COLUMN ${quote2(name)}`;
    const [was, is] = [from2[name]?.masking, to2[name]?.masking];
    const masking = was === is ? [] : [is === void 0 ? `${column3} UNSET MASKING POLICY` : `${column3} SET MASKING POLICY ${dotted(is)} FORCE`];
    return [...masking, ...tagChange(column3, from2[name]?.tags ?? {}, to2[name]?.tags ?? {})];
  });
}
function rowAccessChange(table, from2, to2) {
  if (JSON.stringify(from2) === JSON.stringify(to2)) return [];
  const drop3 = from2 === void 0 ? [] : [`DROP ROW ACCESS POLICY ${dotted(from2.policy)}`];
  const add = to2 === void 0 ? [] : [`ADD ROW ACCESS POLICY ${dotted(to2.policy)} ON (${to2.on.map(quote2).join(", ")})`];
  return [`${table} ${[...drop3, ...add].join(", ")}`];
}
function sorted(tags) {
  return Object.entries(tags).toSorted(([a], [b]) => a < b ? -1 : 1);
}
function isEmpty(record) {
  return Object.keys(record).length === 0;
}

// compiler/emit/snowflake/objects/schedule.ts
function scheduleText(schedule2, unit) {
  return textLiteral2("minutes" in schedule2 ? `${schedule2.minutes} ${unit}` : `USING CRON ${schedule2.cron} ${schedule2.zone}`);
}

// compiler/emit/snowflake/objects/alert.ts
function alertChange(_, to2) {
  const name = qualifiedBy(quote2, to2.name);
  const create3 = [
    `CREATE OR REPLACE ALERT ${name}`,
    `WAREHOUSE = ${quote2(to2.warehouse)}`,
    `SCHEDULE = ${scheduleText(to2.schedule, "MINUTE")}`,
    `IF (EXISTS (
${to2.condition}
))`,
    `THEN
${action(to2)}`
  ].join("\n");
  return [`EXPLAIN USING TEXT ${to2.condition}`, create3, `ALTER ALERT IF EXISTS ${name} RESUME`];
}
function dropAlert({ name }) {
  return [`DROP ALERT IF EXISTS ${qualifiedBy(quote2, name)}`];
}
function action({ integrations, message }) {
  const to2 = integrations.map((i) => textLiteral2(JSON.stringify({ [i.toUpperCase()]: {} })));
  const text3 = textLiteral2(JSON.stringify({ "text/plain": message }));
  return `CALL SYSTEM$SEND_SNOWFLAKE_NOTIFICATION(${text3}, ${to2.length === 1 ? to2[0] : `ARRAY_CONSTRUCT(${to2.join(", ")})`})`;
}

// compiler/emit/snowflake/objects/driver-block.ts
var origin = literal3("2001-01-01T00:00:00Z", time);
function driverBlock({ coverage: coverage2, starts, fills }) {
  const tables = { coverage: qualifiedBy(quote2, coverage2), starts: qualifiedBy(quote2, starts) };
  return [
    "DECLARE",
    "  FROM_TIME TIMESTAMP_NTZ(6);",
    "  TO_TIME TIMESTAMP_NTZ(6);",
    "BEGIN",
    ...fills.flatMap((f) => fillLines(f, tables)),
    "RETURN 'done';",
    "END;"
  ].join("\n");
}
function fillLines({ procedure, featureType, due }, tables) {
  const type = featureType === null ? "" : `, ${textLiteral2(featureType)}`;
  const call2 = (from2, to2) => `CALL ${qualifiedBy(quote2, procedure)}(${from2}, ${to2}, :NOW_TIME${type});`;
  if (due === null) return [call2(literal3("1970-01-01T00:00:00Z", time), ":NOW_TIME")];
  const held = `(SELECT MAX(covers_to) AS "COVERED", MAX(known_to) AS "KNOWN" FROM ${tables.coverage} WHERE storage = ${textLiteral2(due.storage)}) AS "C"`;
  return [
    `SELECT ${from(due, tables)}, ${to(due, tables)} INTO :FROM_TIME, :TO_TIME FROM ${held};`,
    "IF (FROM_TIME < TO_TIME) THEN",
    call2(":FROM_TIME", ":TO_TIME"),
    "END IF;"
  ];
}
function from({ every, lookback, first }, { starts }) {
  const covered = instant('"C"."COVERED"');
  const end = lookback === 0 ? covered : `LEAST(${covered}, ${floor(`DATEADD(second, -${lookback}, ${instant('"C"."KNOWN"')})`, every)})`;
  const start = first === null ? null : "at" in first ? literal3(first.at, time) : ceil(instant(`(SELECT MIN(found_at) FROM ${starts} WHERE address = ${textLiteral2(first.startOf)})`), every);
  return start === null ? end : `COALESCE(${end}, ${start})`;
}
function to({ every, settle, isPoint, limits, fresh }, { coverage: coverage2 }) {
  const next = (sql) => isPoint ? `DATEADD(second, ${every}, ${sql})` : sql;
  const ends = [
    ...settle === null ? [] : [next(floor(settle === 0 ? ":NOW_TIME" : `DATEADD(second, -${settle}, :NOW_TIME)`, every))],
    ...limits.map((l) => ceil(plus(instant(`(SELECT MAX(covers_to) FROM ${coverage2} WHERE storage = ${textLiteral2(l.storage)})`), l.plus), every)),
    ...fresh.map((f) => next(floor(plus(`(
${f.newest}
)`, f.plus), every)))
  ];
  return ends.length === 1 ? ends[0] : `LEAST(${ends.join(", ")})`;
}
function plus(sql, seconds2) {
  return seconds2 === 0 ? sql : `DATEADD(second, ${seconds2}, ${sql})`;
}
function instant(text3) {
  return `CAST(LEFT(${text3}, 26) AS TIMESTAMP_NTZ(6))`;
}
function floor(sql, every) {
  return `DATEADD(second, FLOOR(DATEDIFF(second, ${origin}, ${sql}) / ${every}) * ${every}, ${origin})`;
}
function ceil(sql, every) {
  return `DATEADD(second, CEIL(DATEDIFF(second, ${origin}, ${sql}) / ${every}) * ${every}, ${origin})`;
}

// compiler/ir/object.ts
var claimedCode = "F420";

// compiler/emit/snowflake/objects/fill-block.ts
var leaseMinutes = 60;
var instant2 = (sql) => `TO_CHAR(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS.FF6"Z"')`;
function fillBlock(p, cover) {
  const claims2 = qualifiedBy(quote2, p.claims);
  return [
    "DECLARE",
    `  CLAIMED EXCEPTION (-20420, ${textLiteral2(`${claimedCode}: another run fills this interval of the storage`)});`,
    `  OVERTAKEN EXCEPTION (-20421, ${textLiteral2(`${claimedCode}: the claim lapsed, and another run has taken it`)});`,
    ...hasTypes(p) ? ["  UNKNOWN_TYPE EXCEPTION (-20422, 'the storage has no such feature type');"] : [],
    "  CLAIM_ID VARCHAR DEFAULT UUID_STRING();",
    `  STORAGE_KEY VARCHAR DEFAULT ${storageKey(p)};`,
    `  FROM_TEXT VARCHAR DEFAULT ${instant2("FROM_TIME")};`,
    `  TO_TEXT VARCHAR DEFAULT ${instant2("TO_TIME")};`,
    `  NOW_TEXT VARCHAR DEFAULT ${instant2("NOW_TIME")};`,
    "  CHANGED NUMBER(38, 0) DEFAULT 0;",
    "BEGIN",
    ...claimLines(claims2),
    "BEGIN TRANSACTION;",
    ...branchLines(p.branches),
    ...cover(names3).map(terminated),
    `DELETE FROM ${claims2} WHERE claim = :CLAIM_ID;`,
    ...unlessChanged("OVERTAKEN"),
    "COMMIT;",
    "RETURN 'filled';",
    "EXCEPTION",
    "WHEN OTHER THEN",
    "ROLLBACK;",
    `DELETE FROM ${claims2} WHERE claim = :CLAIM_ID;`,
    "RAISE;",
    "END;"
  ].join("\n");
}
var names3 = { storage: ":STORAGE_KEY", from: ":FROM_TEXT", to: ":TO_TEXT", known: ":NOW_TEXT" };
function hasTypes({ branches }) {
  return branches.some((b) => b.when.is === "featureType");
}
function storageKey({ storage, branches }) {
  return hasTypes({ branches }) ? `${textLiteral2(`${storage}#`)} || FEATURE_TYPE` : textLiteral2(storage);
}
function claimLines(claims2) {
  const taken = "storage = :STORAGE_KEY AND covers_from < :TO_TEXT AND covers_to > :FROM_TEXT";
  const lease = instant2(`DATEADD(minute, ${leaseMinutes}, SYSDATE())`);
  return [
    "BEGIN TRANSACTION;",
    `UPDATE ${claims2} SET holder = CURRENT_SESSION() WHERE storage = '*';`,
    `DELETE FROM ${claims2} WHERE lease_until < ${instant2("SYSDATE()")};`,
    `INSERT INTO ${claims2} SELECT :STORAGE_KEY, :FROM_TEXT, :TO_TEXT, :CLAIM_ID, CURRENT_SESSION(), ${lease} FROM (SELECT COUNT(*) AS n FROM ${claims2} WHERE ${taken}) AS c WHERE n = 0;`,
    ...unlessChanged("CLAIMED"),
    "COMMIT;"
  ];
}
function unlessChanged(exception) {
  return ["CHANGED := SQLROWCOUNT;", "IF (CHANGED = 0) THEN", `RAISE ${exception};`, "END IF;"];
}
function branchLines(branches) {
  const [first] = branches;
  if (first?.when.is === "always") return first.statements.map(terminated);
  const ways = branches.flatMap(({ when, statements: statements3 }, i) => {
    const condition = when.is === "featureType" ? `FEATURE_TYPE = ${textLiteral2(when.featureType)}` : when.is === "atLeast" ? `DATEDIFF(second, FROM_TIME, TO_TIME) >= ${when.seconds}` : null;
    const head = condition === null ? "ELSE" : `${i === 0 ? "IF" : "ELSEIF"} (${condition}) THEN`;
    return [head, ...statements3.map(terminated)];
  });
  const last = branches.at(-1).when.is === "always" ? [] : ["ELSE", "RAISE UNKNOWN_TYPE;"];
  return [...ways, ...last, "END IF;"];
}
function terminated(sql) {
  return /--[^\n]*$/.test(sql) ? `${sql}
;` : `${sql};`;
}

// compiler/emit/snowflake/objects/grants.ts
function grantsChange(from2, to2) {
  return [...takenBack(from2?.grants ?? [], to2.grants), ...to2.grants.map(statement)];
}
function dropGrants({ grants }) {
  return takenBack(grants, []);
}
function takenBack(from2, to2) {
  const kept = new Set(to2.map((g) => JSON.stringify(inGeneral(g))));
  const gone = new Map(from2.map((g) => [JSON.stringify(inGeneral(g)), inGeneral(g)]).filter(([key]) => !kept.has(key)));
  return [...gone.values()].filter((g) => !isOwnership(g.privileges) && g.on !== "DATABASE").map((g) => `REVOKE ${g.privileges.join(", ")} ON ${g.on} ${place(g.on, g.name)} FROM ROLE ${quote2(g.role)}`);
}
function inGeneral(g) {
  if (g.on === "SCHEMA" || g.on === "DATABASE" || g.on.startsWith("FUTURE ")) return g;
  const { privileges, on, name, role } = g;
  return { privileges, on: `ALL ${on}S IN SCHEMA`, name: { ...name, name: name.schema }, role };
}
function statement({ privileges, on, name, parameters, role }) {
  const signature = parameters === void 0 ? "" : `(${parameters.map(typeSql2).join(", ")})`;
  const what = `GRANT ${privileges.join(", ")} ON ${on} ${place(on, name)}${signature} TO ROLE ${quote2(role)}`;
  return isOwnership(privileges) ? `${what} COPY CURRENT GRANTS` : what;
}
function isOwnership(privileges) {
  return privileges.includes("OWNERSHIP");
}
function place(on, name) {
  if (on === "DATABASE") return quote2(name.catalog ?? name.name);
  return on === "SCHEMA" || on.endsWith("IN SCHEMA") ? [name.catalog, name.schema].filter((x) => x !== null).map(quote2).join(".") : qualifiedBy(quote2, name);
}

// compiler/emit/snowflake/objects/measures.ts
function measuresChange(from2, to2) {
  const object = `ALTER ${to2.on.toUpperCase()} ${qualifiedBy(quote2, to2.name)}`;
  const schedule2 = to2.schedule === "on change" ? textLiteral2("TRIGGER_ON_CHANGES") : scheduleText(to2.schedule, "MINUTE");
  const was = from2?.name.name === to2.name.name ? from2.measures.map(measure) : [];
  const is = to2.measures.map(measure);
  return [
    `${object} SET DATA_METRIC_SCHEDULE = ${schedule2}`,
    ...was.filter((m) => !is.includes(m)).map((m) => `${object} DROP DATA METRIC FUNCTION ${m}`),
    ...is.filter((m) => !was.includes(m)).map((m) => `${object} ADD DATA METRIC FUNCTION ${m}`)
  ];
}
function dropMeasures(o) {
  const object = `ALTER ${o.on.toUpperCase()} ${qualifiedBy(quote2, o.name)}`;
  return [...o.measures.map((m) => `${object} DROP DATA METRIC FUNCTION ${measure(m)}`), `${object} UNSET DATA_METRIC_SCHEDULE`];
}
function measure({ metric, columns }) {
  return `${["snowflake", "core", metric].map(quote2).join(".")} ON (${columns.map(quote2).join(", ")})`;
}

// compiler/emit/snowflake/objects/procedure.ts
function createProcedure(p, { body, comment }) {
  const parameters = p.parameters.map((x) => `${quote2(x.name)} ${typeSql2(x.type)}`).join(", ");
  return [
    [
      `CREATE OR REPLACE PROCEDURE ${full2(p.name)} (${parameters})`,
      "COPY GRANTS",
      "RETURNS VARCHAR",
      "LANGUAGE SQL",
      `COMMENT = ${textLiteral2(comment)}`,
      "EXECUTE AS CALLER",
      `AS
${blockLiteral(body)}`
    ].join("\n")
  ];
}
function dropProcedure(p) {
  return [`DROP PROCEDURE IF EXISTS ${full2(p.name)} (${p.parameters.map((x) => typeSql2(x.type)).join(", ")})`];
}
function callProcedure(name, args) {
  return `CALL ${full2(name)}(${args.map((a) => literal3(a.value, a.type)).join(", ")})`;
}
function blockLiteral(body) {
  return body.includes("$$") || body.endsWith("$") ? textLiteral2(body) : `$$
${body}
$$`;
}
function full2(name) {
  return qualifiedBy(quote2, name);
}

// compiler/emit/snowflake/objects/tag.ts
function tagChange2(from2, to2) {
  const name = qualifiedBy(quote2, to2.name);
  const list3 = (values) => values.map(textLiteral2).join(", ");
  const create3 = `CREATE TAG IF NOT EXISTS ${name}${to2.values === null ? "" : ` ALLOWED_VALUES ${list3(to2.values)}`}`;
  if (from2 === null) return [create3];
  const [was, is] = [from2.values ?? [], to2.values ?? []];
  if (to2.values === null) return was.length === 0 ? [create3] : [create3, `ALTER TAG IF EXISTS ${name} UNSET ALLOWED_VALUES`];
  const added = is.filter((v) => !was.includes(v));
  const gone = was.filter((v) => !is.includes(v));
  return [
    create3,
    ...added.length === 0 ? [] : [`ALTER TAG IF EXISTS ${name} ADD ALLOWED_VALUES ${list3(added)}`],
    ...gone.length === 0 ? [] : [`ALTER TAG IF EXISTS ${name} DROP ALLOWED_VALUES ${list3(gone)}`]
  ];
}

// compiler/emit/snowflake/objects/tasks.ts
function tasksChange(from2, to2) {
  const names4 = new Set(to2.tasks.map((t) => full3(t.name)));
  const gone = (from2?.tasks ?? []).filter((t) => !names4.has(full3(t.name)));
  return [
    suspended(from2?.name ?? to2.name),
    ...gone.toReversed().map((t) => `DROP TASK IF EXISTS ${full3(t.name)}`),
    ...to2.tasks.map((t) => createTask(t, to2)),
    ...to2.tasks.toReversed().map((t) => `ALTER TASK IF EXISTS ${full3(t.name)} RESUME`)
  ];
}
function dropTasks({ name, tasks }) {
  return [suspended(name), ...tasks.toReversed().map((t) => `DROP TASK IF EXISTS ${full3(t.name)}`)];
}
function suspended(name) {
  return `ALTER TASK IF EXISTS ${full3(name)} SUSPEND`;
}
function createTask({ name, warehouse, after, calls }, { schedule: schedule2 }) {
  return [
    `CREATE OR REPLACE TASK ${full3(name)}`,
    `WAREHOUSE = ${quote2(warehouse)}`,
    ...after.length === 0 ? [`SCHEDULE = ${scheduleText(schedule2, "MINUTES")}`, "ALLOW_OVERLAPPING_EXECUTION = FALSE"] : [],
    "TIMEZONE = 'UTC', WEEK_START = 1",
    ...after.length === 0 ? [] : [`AFTER ${after.map(full3).join(", ")}`],
    `AS
${calls === null ? "SELECT 1" : `CALL ${full3(calls)}(CAST(SYSDATE() AS TIMESTAMP_NTZ(6)))`}`
  ].join("\n");
}
function full3(name) {
  return qualifiedBy(quote2, name);
}

// compiler/emit/snowflake/objects/warehouse.ts
function warehouseChange(from2, to2) {
  const name = quote2(to2.name.name);
  const [was, is] = [from2 === null ? [] : properties(from2), properties(to2)];
  const set = is.map(([key, value]) => `${key} = ${value}`).join(" ");
  const gone = was.map(([key]) => key).filter((key) => !is.some(([k]) => k === key));
  return [
    `CREATE WAREHOUSE IF NOT EXISTS ${name} WITH ${set}${set === "" ? "" : " "}INITIALLY_SUSPENDED = TRUE`,
    `USE WAREHOUSE ${quote2(to2.inUse)}`,
    ...set === "" ? [] : [`ALTER WAREHOUSE IF EXISTS ${name} SET ${set}`],
    ...gone.length === 0 ? [] : [`ALTER WAREHOUSE IF EXISTS ${name} UNSET ${gone.join(", ")}`]
  ];
}
function properties({ size, autoSuspend, autoResume, clusters, scaling }) {
  return [
    ...size === void 0 ? [] : [["WAREHOUSE_SIZE", size.toUpperCase()]],
    ...clusters === void 0 ? [] : [["MAX_CLUSTER_COUNT", String(clusters.max)], ["MIN_CLUSTER_COUNT", String(clusters.min)]],
    ...scaling === void 0 ? [] : [["SCALING_POLICY", scaling.toUpperCase()]],
    ...autoSuspend === void 0 ? [] : [["AUTO_SUSPEND", String(autoSuspend)]],
    ...autoResume === void 0 ? [] : [["AUTO_RESUME", autoResume ? "TRUE" : "FALSE"]]
  ];
}

// compiler/emit/snowflake/objects/index.ts
var objects = { alterTable, cloneTable, createProcedure, change, drop, call: callProcedure, fillBlock, driverBlock };
function change(from2, to2) {
  const before = (kind) => from2?.kind === kind ? from2 : null;
  switch (to2.kind) {
    case "tag":
      return tagChange2(before("tag"), to2);
    case "warehouse":
      return warehouseChange(before("warehouse"), to2);
    case "grants":
      return grantsChange(before("grants"), to2);
    case "tasks":
      return tasksChange(before("tasks"), to2);
    case "alert":
      return alertChange(before("alert"), to2);
    case "measures":
      return measuresChange(before("measures"), to2);
    default:
      return absurd(to2);
  }
}
function drop(o) {
  switch (o.kind) {
    case "procedure":
      return dropProcedure(o);
    case "grants":
      return dropGrants(o);
    case "tasks":
      return dropTasks(o);
    case "alert":
      return dropAlert(o);
    case "measures":
      return dropMeasures(o);
    case "tag":
    case "warehouse":
      return [];
    default:
      return absurd(o);
  }
}

// compiler/emit/snowflake/relations.ts
var series2 = (s) => {
  const index = `${quote2("s")}."INDEX"`;
  const point = `DATEADD(second, ${index} * ${s.every}, ${s.first})`;
  return [
    line(`SELECT ${point} AS ${quote2(s.column)}`),
    line(
      `FROM TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE(0, CAST(DATEDIFF(second, ${s.first}, ${s.last}) / ${s.every} AS NUMBER(38, 0)) + 2))) AS ${quote2("s")}`
    ),
    line(`WHERE ${point} <= ${s.last}`)
  ];
};
var contentHash2 = (columns) => `CAST(HASH_AGG(${columns.join(", ")}) AS VARCHAR)`;

// compiler/emit/snowflake/statements.ts
var statements2 = {
  createTable: createTable2,
  createTableAs: createTableAs2,
  createView: createView2,
  addColumn: addColumn2,
  renameTable: renameTable2,
  commentOn: commentOn2,
  replaceTable: replaceTable2,
  dropBuilt: dropBuilt2,
  createFunction: createFunction2,
  dropFunction: dropFunction2,
  together: together2,
  commentProbe: commentProbe2
};
function full4(name) {
  return qualifiedBy(quote2, name);
}
function column2(c, physical = {}) {
  return `${quote2(c.name)} ${typeSql2(c.type)}${c.nullable ? "" : " NOT NULL"}${columnClauses(physical.columns?.[c.name])}${c.comment === null ? "" : ` COMMENT ${textLiteral2(c.comment)}`}`;
}
function createTable2(t) {
  const { physical = {} } = t;
  const clauses = [
    `CREATE ${physical.transient === true ? "TRANSIENT " : ""}TABLE ${t.ifNotExists ? "IF NOT EXISTS " : ""}${full4(t.name)} (
${t.columns.map((c) => `  ${column2(c, physical)}`).join(",\n")}
)`,
    ...t.clusterBy.length === 0 ? [] : [`CLUSTER BY (${t.clusterBy.map(quote2).join(", ")})`],
    ...physical.retentionDays === void 0 ? [] : [`DATA_RETENTION_TIME_IN_DAYS = ${physical.retentionDays}`],
    ...t.comment === null ? [] : [`COMMENT = ${textLiteral2(t.comment)}`],
    ...policyClauses(physical)
  ];
  return [clauses.join("\n")];
}
function createTableAs2(t) {
  return [`CREATE OR REPLACE TABLE ${full4(t.name)}
COMMENT = ${textLiteral2(t.comment)}
AS
${t.query}`];
}
function createView2(v) {
  const { physical = {} } = v;
  const columns = v.columns.map((c) => `  ${quote2(c.name)}${columnClauses(physical.columns?.[c.name])}${c.comment === null ? "" : ` COMMENT ${textLiteral2(c.comment)}`}`).join(",\n");
  const create3 = `CREATE OR REPLACE VIEW ${full4(v.name)} (
${columns}
)
COPY GRANTS`;
  const comment = v.comment === null ? [] : [`COMMENT = ${textLiteral2(v.comment)}`];
  if (physical.storeTags !== void 0) return [[create3, ...featureStoreClauses(v.name, comment, physical, physical.storeTags), `AS ${v.query}`].join("\n")];
  return [[create3, ...comment, ...policyClauses(physical), "AS", v.query].join("\n")];
}
function addColumn2(table, c) {
  if (!c.nullable) throw new InternalError(`column '${c.name}' cannot be added as NOT NULL`);
  return [`ALTER TABLE ${full4(table)} ADD COLUMN IF NOT EXISTS ${column2(c)}`];
}
function renameTable2(from2, to2) {
  return [`ALTER TABLE ${full4(from2)} RENAME TO ${full4(to2)}`];
}
function commentOn2(target, comment) {
  const name = target.on === "column" ? `${full4(target.name)}.${quote2(target.column)}` : full4(target.name);
  return [`COMMENT ON ${target.on.toUpperCase()} ${name} IS ${textLiteral2(comment ?? "")}`];
}
function replaceTable2(r) {
  return [
    ...commentOn2({ on: "table", name: r.next }, r.mark),
    ...r.keepAs === null ? [] : [`CREATE TABLE IF NOT EXISTS ${full4(r.keepAs)} CLONE ${full4(r.name)}`],
    `CREATE OR REPLACE TABLE ${full4(r.name)} CLONE ${full4(r.next)} COPY GRANTS`
  ];
}
function dropBuilt2(next) {
  return [`DROP TABLE IF EXISTS ${full4(next)}`];
}
function bodyText(query) {
  return query.includes("$$") ? textLiteral2(query) : `$$
${query}
$$`;
}
function createFunction2(f) {
  const parameters = f.parameters.map((p) => `${quote2(p.name)} ${typeSql2(p.type)}`).join(", ");
  const columns = f.columns.map((c) => `  ${quote2(c.name)} ${typeSql2(c.type)}`).join(",\n");
  return [
    `CREATE OR REPLACE FUNCTION ${full4(f.name)}(${parameters})
COPY GRANTS
RETURNS TABLE (
${columns}
)
COMMENT = ${textLiteral2(f.comment)}
AS ${bodyText(f.query)}`
  ];
}
function dropFunction2(name, parameters) {
  return [`DROP FUNCTION IF EXISTS ${full4(name)}(${parameters.map((p) => typeSql2(p.type)).join(", ")})`];
}
function commentProbe2(name, comment) {
  const tables = full4({ catalog: name.catalog, schema: "information_schema", name: "tables" });
  const wanted = `"TABLE_SCHEMA" = ${textLiteral2(name.schema.toUpperCase())} AND "TABLE_NAME" = ${textLiteral2(name.name.toUpperCase())} AND "COMMENT" = ${textLiteral2(comment)}`;
  return `SELECT COUNT(*) > 0 AS "DONE" FROM ${tables} WHERE ${wanted}`;
}
function together2(definitions) {
  return definitions;
}

// compiler/emit/snowflake/served.ts
var served = {
  create,
  alter,
  drop: drop2,
  dropBeside,
  probe,
  // the time without zone of a session that may be in any zone
  clock: "CAST(CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) AS TIMESTAMP_NTZ(6))",
  createKeyed
};
function full5(name) {
  return qualifiedBy(quote2, name);
}
function list(names4) {
  return `(${names4.map(quote2).join(", ")})`;
}
function create(s) {
  const { kind } = s.served;
  switch (kind) {
    case "view":
    case "hybrid table":
      return statements2.createView(s);
    case "dynamic table":
      return [dynamicTable(s)];
    case "interactive table":
      return [interactiveTable(s)];
    case "materialized view":
      return [...materializedView(s), ...statements2.createView(s)];
    case "online feature table":
      return onlineFeatureTable(s);
    default:
      return absurd(kind);
  }
}
function lagText(lag) {
  if (lag === "downstream") return "DOWNSTREAM";
  const seconds2 = lag ?? 60;
  const [count, unit] = [
    [86400, "day"],
    [3600, "hour"],
    [60, "minute"],
    [1, "second"]
  ].flatMap(([size, name]) => seconds2 % size === 0 ? [[seconds2 / size, name]] : [])[0];
  return `'${count} ${unit}${count === 1 ? "" : "s"}'`;
}
function warehouseName(warehouse) {
  return warehouse !== null && /^[A-Za-z_][A-Za-z0-9_$]*$/.test(warehouse) ? quote2(warehouse) : `"${(warehouse ?? "").replaceAll('"', '""')}"`;
}
function upkeep({ lag, warehouse }) {
  return [`TARGET_LAG = ${lagText(lag)}`, `WAREHOUSE = ${warehouseName(warehouse)}`];
}
function clustering({ clusterBy }) {
  return clusterBy.length === 0 ? [] : [`CLUSTER BY ${list(clusterBy)}`];
}
function dynamicTable(s) {
  const columns = s.columns.map((c) => `  ${quote2(c.name)} ${typeSql2(c.type)}${c.comment === null ? "" : ` COMMENT ${textLiteral2(c.comment)}`}`);
  return [
    `CREATE OR REPLACE DYNAMIC TABLE ${full5(s.name)} (
${columns.join(",\n")}
)`,
    ...upkeep(s.served),
    `REFRESH_MODE = ${(s.served.refresh ?? "full").toUpperCase()}`,
    `INITIALIZE = ${s.served.initialize === "on schedule" ? "ON_SCHEDULE" : "ON_CREATE"}`,
    ...clustering(s.served),
    `COMMENT = ${textLiteral2(s.comment)}`,
    "COPY GRANTS",
    `AS
${s.query}`
  ].join("\n");
}
function interactiveTable(s) {
  return [
    `CREATE OR REPLACE INTERACTIVE TABLE ${full5(s.name)}`,
    ...clustering(s.served),
    ...upkeep(s.served),
    "COPY GRANTS",
    `COMMENT = ${textLiteral2(s.comment)}`,
    `AS
${s.query}`
  ].join("\n");
}
function materializedView(s) {
  if (s.rows === null) throw new InternalError(`the materialized view '${s.name.name}' has no rows`);
  const columns = new Set(s.rows.columns);
  const clusterBy = s.served.clusterBy.filter((c) => columns.has(c));
  const clauses = [
    `CREATE OR REPLACE MATERIALIZED VIEW ${full5(besideName(s.name))}`,
    "COPY GRANTS",
    list(s.rows.columns),
    `COMMENT = ${textLiteral2(s.comment)}`,
    ...clustering({ ...s.served, clusterBy }),
    `AS
${s.rows.query}`
  ];
  return [clauses.join("\n")];
}
function onlineFeatureTable(s) {
  const source = besideName(s.name);
  const table = [
    `CREATE OR REPLACE ONLINE FEATURE TABLE ${full5(s.name)}`,
    `PRIMARY KEY ${list(s.keys)}`,
    ...upkeep(s.served),
    `REFRESH_MODE = ${(s.served.refresh ?? "full").toUpperCase()}`,
    `TIMESTAMP_COLUMN = ${quote2("feature_time")}`,
    `COMMENT = ${textLiteral2(s.comment)}`,
    `FROM ${full5(source)}`
  ];
  return [...statements2.createView({ ...s, name: source }), table.join("\n")];
}
var words = {
  "dynamic table": { alter: "DYNAMIC TABLE", drop: "DYNAMIC TABLE" },
  "materialized view": { alter: "VIEW", drop: "VIEW" },
  view: { alter: "VIEW", drop: "VIEW" },
  "interactive table": { alter: "INTERACTIVE TABLE", drop: "TABLE" },
  "online feature table": { alter: "ONLINE FEATURE TABLE", drop: "ONLINE FEATURE TABLE" },
  "hybrid table": { alter: "VIEW", drop: "VIEW" }
};
function alter(s, change2) {
  const { kind, lag, warehouse, clusterBy } = s.served;
  const clusters = clusterBy.length === 0 ? "DROP CLUSTERING KEY" : `CLUSTER BY ${list(clusterBy)}`;
  switch (kind) {
    case "view":
    case "hybrid table":
      return statements2.createView(s);
    case "materialized view":
      return [...change2.clusterBy ? [`ALTER MATERIALIZED VIEW ${full5(besideName(s.name))} ${clusters}`] : [], ...statements2.createView(s)];
    case "dynamic table":
    case "interactive table":
    case "online feature table": {
      const target = `ALTER ${words[kind].alter} ${full5(s.name)}`;
      const set = [...change2.lag ? [`TARGET_LAG = ${lagText(lag)}`] : [], ...change2.warehouse ? [`WAREHOUSE = ${warehouseName(warehouse)}`] : []];
      const described2 = kind === "dynamic table" ? change2.columns : [];
      return [
        ...set.map((property) => `${target} SET ${property}`),
        ...change2.clusterBy && kind !== "online feature table" ? [`${kind === "interactive table" ? `ALTER TABLE ${full5(s.name)}` : target} ${clusters}`] : [],
        ...described2.map((c) => `${target} ALTER COLUMN ${quote2(c.name)} ${c.comment === null ? "UNSET COMMENT" : `COMMENT ${textLiteral2(c.comment)}`}`),
        ...change2.resume ? [`${target} RESUME`] : [],
        // last: it holds the mark by which the whole is known as done
        kind === "interactive table" ? `COMMENT ON TABLE ${full5(s.name)} IS ${textLiteral2(s.comment)}` : `${target} SET COMMENT = ${textLiteral2(s.comment)}`
      ];
    }
    default:
      return absurd(kind);
  }
}
function drop2(kind, name) {
  return [`DROP ${words[kind].drop} IF EXISTS ${full5(name)}`, ...dropBeside(kind, name)];
}
function dropBeside(kind, name) {
  if (kind === "online feature table") return [`DROP VIEW IF EXISTS ${full5(besideName(name))}`];
  return kind === "materialized view" ? [`DROP MATERIALIZED VIEW IF EXISTS ${full5(besideName(name))}`] : [];
}
function probe(kind, name, comment) {
  if (kind !== "online feature table") return statements2.commentProbe(name, comment);
  const schema = qualifiedBy(quote2, { catalog: null, schema: name.catalog ?? "", name: name.schema });
  const wanted = `"name" = ${textLiteral2(name.name.toUpperCase())} AND "comment" = ${textLiteral2(comment)}`;
  return `SHOW ONLINE FEATURE TABLES LIKE ${textLiteral2(name.name.toUpperCase())} IN SCHEMA ${schema} ->> SELECT COUNT(*) > 0 AS "DONE" FROM $1 WHERE ${wanted}`;
}
function createKeyed(t, keys) {
  const columns = t.columns.map((c) => {
    const key = keys.includes(c.name);
    return `  ${quote2(c.name)} ${typeSql2(c.type)}${key || !c.nullable ? " NOT NULL" : ""}${c.comment === null ? "" : ` COMMENT ${textLiteral2(c.comment)}`}`;
  });
  const comment = t.comment === null ? "" : `
COMMENT = ${textLiteral2(t.comment)}`;
  return [
    `CREATE HYBRID TABLE ${t.ifNotExists ? "IF NOT EXISTS " : ""}${full5(t.name)} (
${[...columns, `  PRIMARY KEY ${list(keys)}`].join(",\n")}
)${comment}`
  ];
}

// compiler/emit/snowflake/index.ts
var snowflake = {
  quote: quote2,
  typeSql: typeSql2,
  literal: literal3,
  functions: functions3,
  aggregates: aggregates2,
  filtered: filtered2,
  stable: {},
  windows: windows2,
  cast: cast2,
  castRounding: castRounding2,
  json: json3,
  series: series2,
  frames: null,
  file: null,
  contentHash: contentHash2,
  copyTo: null,
  patternLimit: {
    found: /\(\?|[*+?}]\?|\\[1-9]|\\[pPAzQE]/,
    why: "it knows no groups that begin with (?, no lazy repetition, no back references and no Unicode classes"
  },
  statements: statements2,
  served,
  objects
};

// compiler/emit/dialects.ts
var dialects = { snowflake, duckdb };

// compiler/emit/frames.ts
function plainFrames(f) {
  const grain = [...f.keys, f.time];
  const cells = select(as("k", part(f.of)), [...fields([...f.keys, f.since], "k"), named(f.time, field(f.time, "d"))], {
    joins: [join("cross", "d", { kind: "series", name: f.time, every: f.every, first: f.first, last: f.last })]
  });
  const columns = f.columns.map(
    (c) => named(
      c.as,
      mapLeaves(c.expr, (leaf) => windowOf2(f, leaf))
    )
  );
  const framed = select(as("c", cells), [...fields([...grain, f.since], "c"), ...columns], {
    joins: [join("left", "e", part(f.entered), sameColumns("c", "e", grain))]
  });
  const names4 = f.columns.map((c) => c.as);
  return select(as("f", framed), fields([...grain, ...names4], "f"), { where: [call("gte", field(f.time, "f"), field(f.since, "f"))] });
}
function windowOf2(f, leaf) {
  if (leaf.kind !== "over") return leaf;
  const args = leaf.args.map((a) => mapLeaves(a, (l) => l.kind === "field" ? field(l.name, "e") : l));
  return over(
    leaf.fn,
    args,
    f.keys.map((k) => field(k, "c")),
    [ascending(field(f.time, "c"))],
    leaf.frame
  );
}

// compiler/emit/scope.ts
function scopeOf(name, bounds2) {
  return { name, dialect: dialects[name], bounds: bounds2, only: null, parts: /* @__PURE__ */ new Map() };
}
function boundSql(name, { bounds: bounds2, dialect }) {
  const bound = bounds2?.[name] ?? null;
  if (bound === null) throw new InternalError(`parameter '${name}' has no bound`);
  return typeof bound === "string" ? dialect.literal(bound, time) : bound.identifier;
}

// compiler/emit/term.ts
function termSql(term, scope) {
  return printed(term, scope).sql;
}
function printed(term, scope) {
  const { dialect } = scope;
  switch (term.kind) {
    case "literal":
      return signed(dialect.literal(term.value, term.type));
    case "field":
      return atom(fieldSql(term, scope));
    case "param":
      return signed(boundSql(term.name, scope));
    case "argument":
      return atom(dialect.quote(term.name));
    case "call":
      return callSql(term, scope);
    case "cast":
      return castSql(term, scope);
    case "case":
      return atom(`CASE ${caseParts(term, scope).join(" ")} END`);
    case "json":
      return atom(dialect.json(operand(printed(term.of, scope)), term.path, term.type));
    case "raw":
      return rawSql(term, scope);
    case "aggregate":
      return aggregateSql(term, scope);
    case "over":
      return atom(overSql(term, scope));
    default:
      return absurd(term);
  }
}
function orderSql(order, scope) {
  return `${termSql(order.by, scope)} ${order.descending ? "DESC" : "ASC"} NULLS ${order.nulls === "first" ? "FIRST" : "LAST"}`;
}
function caseParts(term, scope) {
  const parts = term.arms.map(([when, then]) => `WHEN ${termSql(when, scope)} THEN ${termSql(then, scope)}`);
  return term.otherwise === null ? parts : [...parts, `ELSE ${termSql(term.otherwise, scope)}`];
}
function atom(sql) {
  return { sql, binding: "atom" };
}
function signed(sql) {
  return { sql, binding: sql.startsWith("-") ? "arithmetic" : "atom" };
}
function fieldSql(f, { dialect, only }) {
  const of = f.of ?? only;
  return of === null ? dialect.quote(f.name) : `${dialect.quote(of)}.${dialect.quote(f.name)}`;
}
function callSql(term, scope) {
  const [of] = term.args;
  if (term.fn === "not" && of?.kind === "call" && of.fn === "isNull")
    return fill(
      "$1 IS NOT NULL",
      of.args,
      of.args.map((a) => printed(a, scope))
    );
  return fill(
    scope.dialect.functions[term.fn],
    term.args,
    term.args.map((a, i) => printed(asked(a, term, i), scope))
  );
}
function asked(arg, call2, index) {
  const shape = functions[call2.fn].args[index];
  if (shape !== "float" || isFloat(arg)) return arg;
  return arg.kind === "literal" ? { ...arg, type: float } : { kind: "cast", of: arg, type: float, lenient: false };
}
function isFloat(term) {
  switch (term.kind) {
    case "literal":
    case "cast":
    case "json":
    case "raw":
      return term.type.kind === "float";
    case "call":
      return functions[term.fn].result === "float";
    case "aggregate":
      return floatAggregates.has(term.fn);
    default:
      return false;
  }
}
var floatAggregates = /* @__PURE__ */ new Set(["avg", "varPop", "covarPop"]);
function castSql(term, scope) {
  const { dialect } = scope;
  if (term.of.kind === "literal" && term.of.value === null) return atom(dialect.literal(null, term.type));
  const of = termSql(term.of, scope);
  return atom(isExact(term.type) && !term.lenient && mayBeFloat(term.of) ? dialect.castRounding(of, term.type) : dialect.cast(of, term.type, term.lenient));
}
function mayBeFloat(term) {
  switch (term.kind) {
    case "field":
      return true;
    case "case":
      return [...term.arms.map(([, then]) => then), ...term.otherwise === null ? [] : [term.otherwise]].some(mayBeFloat);
    case "call":
      return isFloat(term) || ofOperands.has(functions[term.fn].result) && term.args.some(mayBeFloat);
    default:
      return isFloat(term);
  }
}
var ofOperands = /* @__PURE__ */ new Set(["first", "common", "sum", "product"]);
function rawSql(term, scope) {
  const body = term.bodies[scope.name].map((p) => typeof p === "string" ? p : operand(printed(p, scope))).join("");
  return atom(term.type.kind === "json" ? `(${body})` : scope.dialect.cast(body, term.type, false));
}
function aggregateSql(term, scope) {
  const stable2 = term.stable === true ? scope.dialect.stable[term.fn] : void 0;
  if (stable2 !== void 0) {
    const { filter } = term;
    const args2 = filter === null ? term.args : term.args.map((a) => ({ kind: "case", arms: [[filter, a]], otherwise: null }));
    return fill(
      stable2,
      args2,
      args2.map((a) => printed(a, scope))
    );
  }
  const args = term.filter === null ? term.args : [...term.args, term.filter];
  return fill(
    scope.dialect[term.filter === null ? "aggregates" : "filtered"][term.fn],
    args,
    args.map((a) => printed(a, scope))
  );
}
function overSql(term, scope) {
  if (term.order.length === 0 && term.frame !== null) throw new InternalError(`a frame of '${term.fn}' without an order`);
  const call2 = fill(
    scope.dialect.windows[term.fn],
    term.args,
    term.args.map((a) => printed(a, scope))
  );
  const clauses = [
    ...term.partition.length === 0 ? [] : [`PARTITION BY ${term.partition.map((p) => termSql(p, scope)).join(", ")}`],
    ...term.order.length === 0 ? [] : [`ORDER BY ${term.order.map((o) => orderSql(o, scope)).join(", ")}`],
    ...frameSql(term)
  ];
  return `${call2.sql} OVER (${clauses.join(" ")})`;
}
function frameSql(term) {
  if (term.frame !== null) {
    const before = (rows) => rows === 0 ? "CURRENT ROW" : `${rows === "unbounded" ? "UNBOUNDED" : rows} PRECEDING`;
    return [`ROWS BETWEEN ${before(term.frame.preceding)} AND ${before(term.frame.until ?? 0)}`];
  }
  const ranks = term.fn === "rowNumber" || term.fn === "lead" || term.fn === "lag";
  return ranks || term.order.length === 0 ? [] : ["ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"];
}

// compiler/emit/query.ts
var wide = 100;
function queryLines(relation2, scope) {
  switch (relation2.kind) {
    case "select":
      return selectLines(relation2, scope);
    case "union":
      return unionLines(relation2, scope);
    case "with":
      return withLines(relation2, scope);
    case "table":
      return tableLines(relation2.name, scope);
    case "series":
      return seriesLines(relation2, scope);
    case "values":
      return valuesLines(relation2, scope);
    case "physical":
      return physicalLines(relation2, scope);
    case "frames":
      return scope.dialect.frames?.(relation2, (term) => termSql(term, scope)) ?? queryLines(plainFrames(relation2), scope);
    case "scan":
    case "source":
      throw new InternalError(`${relation2.kind} of '${relation2.of}' is not bound`);
    default:
      return absurd(relation2);
  }
}
function physicalLines({ of }, scope) {
  if (of.kind === "query") return [line(of.sql[scope.name])];
  throw new InternalError(`the columns of a ${of.kind} are not known: select them`);
}
function columnsOf(relation2, parts) {
  switch (relation2.kind) {
    case "select":
      return relation2.columns.map((c) => c.as);
    case "union":
      return columnsOf(relation2.all[0], parts);
    case "with":
      return columnsOf(relation2.body, partsOf(relation2, parts));
    case "table":
      return parts.get(relation2.name) ?? unknownPart(relation2.name);
    case "series":
      return [relation2.name];
    case "values":
      return relation2.columns.map((c) => c.name);
    case "scan":
    case "source":
      return relation2.columns;
    case "physical":
      return [];
    case "frames":
      return [...relation2.keys, relation2.time, ...relation2.columns.map((c) => c.as)];
    default:
      return absurd(relation2);
  }
}
function unknownPart(name) {
  throw new InternalError(`no part '${name}' is in scope`);
}
function partsOf(relation2, parts) {
  const known2 = new Map(parts);
  for (const part2 of relation2.parts) known2.set(part2.name, columnsOf(part2.of, known2));
  return known2;
}
function withLines(relation2, scope) {
  if (relation2.parts.length === 0) return queryLines(relation2.body, scope);
  const known2 = new Map(scope.parts);
  const parts = relation2.parts.map((part2) => {
    const lines = enclose(`${scope.dialect.quote(part2.name)} AS `, queryLines(part2.of, { ...scope, parts: new Map(known2) }), "");
    known2.set(part2.name, columnsOf(part2.of, known2));
    return lines;
  });
  const [first, ...rest] = listed(parts);
  const inner2 = { ...scope, parts: known2 };
  return [{ ...first, text: `WITH ${first.text}` }, ...rest, ...queryLines(relation2.body, inner2)];
}
function tableLines(name, scope) {
  const { quote: quote4 } = scope.dialect;
  const columns = (scope.parts.get(name) ?? unknownPart(name)).map((c) => [line(quote4(c))]);
  if (columns.length === 0) throw new InternalError(`the columns of part '${name}' are not known: select them`);
  return [line("SELECT"), ...indent(listed(columns)), line(`FROM ${quote4(name)}`)];
}
function unionLines(relation2, scope) {
  return relation2.all.flatMap((r, i) => [...i === 0 ? [] : [line("UNION ALL")], ...branchLines2(r, scope)]);
}
function branchLines2(r, scope) {
  const lines = queryLines(r, scope);
  const own = r.kind === "with" || r.kind === "physical" || r.kind === "select" && (r.orderBy.length > 0 || r.limit !== null);
  return own ? enclose("", lines, "") : lines;
}
function selectLines(s, outer) {
  const scope = { ...outer, only: s.joins.length === 0 ? s.from.as : null };
  return [
    line(s.distinct ? "SELECT DISTINCT" : "SELECT"),
    ...indent(listed(s.columns.map((c) => columnLines(c, scope)))),
    ...fromLines("FROM", s.from, outer),
    ...s.joins.flatMap((j) => joinLines(j, scope)),
    ...conditionLines("WHERE", s.where, scope),
    ...clauseLines(
      "GROUP BY",
      s.groupBy.map((t) => groupSql(t, s, scope))
    ),
    ...conditionLines("QUALIFY", s.qualify, scope),
    ...clauseLines(
      "ORDER BY",
      s.orderBy.map((o) => orderSql(o, scope))
    ),
    ...s.limit === null ? [] : [line(`LIMIT ${s.limit}`)]
  ];
}
function groupSql(term, { columns }, scope) {
  const sql = termSql(term, scope);
  if (term.kind === "literal") return scope.dialect.cast(sql, term.type, false);
  const parameters = Object.values(scope.bounds ?? {}).flatMap((b) => b === null || typeof b === "string" ? [] : [b.identifier]);
  const at2 = parameters.some((p) => sql.includes(p)) ? columns.findIndex((c) => termSql(c.expr, scope) === sql) : -1;
  return at2 < 0 ? sql : String(at2 + 1);
}
function columnLines({ as: as2, expr }, scope) {
  const name = scope.dialect.quote(as2);
  const sql = termSql(expr, scope);
  if (expr.kind !== "case" || sql.length <= wide) return [line(`${sql} AS ${name}`)];
  return [line("CASE"), ...indent(caseParts(expr, scope).map(line)), line(`END AS ${name}`)];
}
function joinLines(j, scope) {
  const from2 = fromLines(`${j.how.toUpperCase()} JOIN`, j, { ...scope, only: null });
  if (j.how === "cross") {
    if (j.on.length > 0) throw new InternalError(`a cross join of '${j.as}' has no condition`);
    return from2;
  }
  const [first = "TRUE", ...rest] = conjuncts(j.on, scope);
  return [...append(from2, ` ON ${first}`), ...indent(rest.map((c) => line(`AND ${c}`)))];
}
function fromLines(word, { as: as2, of }, scope) {
  const alias = scope.dialect.quote(as2);
  const named3 = nameSql(of, scope);
  if (named3 !== null) return [line(`${word} ${named3}${named3 === alias ? "" : ` AS ${alias}`}`)];
  return enclose(`${word} `, queryLines(of, scope), ` AS ${alias}`);
}
function nameSql(relation2, { dialect }) {
  if (relation2.kind === "table") return dialect.quote(relation2.name);
  if (relation2.kind !== "physical") return null;
  const { of } = relation2;
  switch (of.kind) {
    case "relation":
      return qualifiedBy(dialect.quote, of.name);
    case "query":
      return null;
    case "file": {
      if (dialect.file === null) throw new InternalError(`'${of.path}' cannot be read here`);
      return dialect.file(of);
    }
    default:
      return absurd(of);
  }
}
function conjuncts(terms, scope) {
  const flat = (t) => t.kind === "call" && t.fn === "and" ? t.args.flatMap(flat) : [t];
  const all = terms.flatMap(flat);
  return all.map((t) => all.length > 1 ? operand(printed(t, scope), "logic") : termSql(t, scope));
}
function conditionLines(word, terms, scope) {
  const [first, ...rest] = conjuncts(terms, scope);
  return first === void 0 ? [] : [line(`${word} ${first}`), ...indent(rest.map((c) => line(`AND ${c}`)))];
}
function clauseLines(word, items) {
  return items.length === 0 ? [] : [line(`${word} ${items.join(", ")}`)];
}
function seriesLines(s, scope) {
  return scope.dialect.series({ column: s.name, every: s.every, first: termSql(s.first, scope), last: termSql(s.last, scope) });
}
function valuesLines(v, scope) {
  const { quote: quote4, literal: literal5 } = scope.dialect;
  const row = (value) => `SELECT ${v.columns.map((c, i) => `${value(i)} AS ${quote4(c.name)}`).join(", ")}`;
  if (v.rows.length === 0) return [line(`${row((i) => literal5(null, v.columns[i].type))} WHERE FALSE`)];
  return v.rows.flatMap((r, n) => [...n === 0 ? [] : [line("UNION ALL")], line(row((i) => typedSql(r[i], v.columns[i].type, scope)))]);
}
function typedSql(term, type, scope) {
  if (term.kind === "literal" && (term.value === null || !isExact(type))) return scope.dialect.literal(term.value, type);
  return scope.dialect.cast(termSql(term, scope), type, false);
}

// compiler/emit/objects.ts
function objectsOf(dialect) {
  return dialects[dialect].objects;
}

// compiler/emit/statements.ts
function createSchema(name, dialect) {
  const parts = [name.catalog, name.schema].filter((part2) => part2 !== null);
  return [`CREATE SCHEMA IF NOT EXISTS ${parts.map(dialects[dialect].quote).join(".")}`];
}
function createTable3(table, dialect) {
  return dialects[dialect].statements.createTable(table);
}
function createTableAs3(table, dialect) {
  return dialects[dialect].statements.createTableAs(table);
}
function contentOf({ query, columns }, dialect) {
  const { contentHash: contentHash3, quote: quote4 } = dialects[dialect];
  return `SELECT count(*) AS n, ${contentHash3(columns.map((c) => `q.${quote4(c)}`))} AS checksum FROM (
${query}
) AS q`;
}
function copyTo2(file2, dialect) {
  return dialects[dialect].copyTo?.(file2.query, file2.path, file2.format) ?? null;
}
function createView3(view, dialect) {
  return dialects[dialect].statements.createView(view);
}
function dropTable(name, dialect) {
  return [`DROP TABLE IF EXISTS ${full6(name, dialect)}`];
}
function dropView(name, dialect) {
  return [`DROP VIEW IF EXISTS ${full6(name, dialect)}`];
}
function insertInto({ into, columns, query }, dialect) {
  const names4 = columns.map((c) => `  ${dialects[dialect].quote(c)}`).join(",\n");
  return [`INSERT INTO ${full6(into, dialect)} (
${names4}
)
${query}`];
}
function deleteFrom({ from: from2, where }, dialect) {
  const conditions = where.map((c, i) => `
${i === 0 ? "WHERE" : "  AND"} ${c}`).join("");
  return [`DELETE FROM ${full6(from2, dialect)}${conditions}`];
}
function addColumn3({ table, column: column3 }, dialect) {
  return dialects[dialect].statements.addColumn(table, column3);
}
function renameTable3({ from: from2, to: to2 }, dialect) {
  return dialects[dialect].statements.renameTable(from2, to2);
}
function commentOn3(target, comment, dialect) {
  return dialects[dialect].statements.commentOn(target, comment);
}
function replaceTable3(replace, dialect) {
  return dialects[dialect].statements.replaceTable(replace);
}
function dropBuilt3(next, dialect) {
  return dialects[dialect].statements.dropBuilt(next);
}
function createFunction3(f, dialect) {
  return dialects[dialect].statements.createFunction(f);
}
function dropFunction3(name, parameters, dialect) {
  return dialects[dialect].statements.dropFunction(name, parameters);
}
function servedStatements(dialect) {
  const { served: served2 } = dialects[dialect];
  if (served2 === null) throw new InternalError(`${dialect} keeps no object current by itself`);
  return served2;
}
function together3(definitions, dialect) {
  return dialects[dialect].statements.together(definitions);
}
function commentProbe3(name, comment, dialect) {
  return dialects[dialect].statements.commentProbe(name, comment);
}
function full6(name, dialect) {
  return qualifiedBy(dialects[dialect].quote, name);
}

// compiler/emit/unsupported.ts
function unsupported(relation2, dialect, address) {
  const found = [];
  const { file: file2, patternLimit } = dialects[dialect];
  const visitTerm = (term) => {
    if (term.kind === "literal" && term.type.kind === "text" && typeof term.value === "string" && !isPrintable(term.value)) {
      found.push(diagnostic("F451", {}, { address }));
    }
    if (term.kind === "call" && term.fn === "matches" && patternLimit !== null) {
      const pattern = term.args[1]?.kind === "literal" ? String(term.args[1].value) : "";
      if (patternLimit.found.test(withoutLiterals(pattern))) found.push(diagnostic("F452", { pattern, dialect, why: patternLimit.why }, { address }));
    }
    for (const child of inner(term)) visitTerm(child);
  };
  const visit = (r) => {
    if (r.kind === "physical" && r.of.kind === "file" && file2 === null) found.push(diagnostic("F450", { path: r.of.path, dialect }, { address }));
    for (const child of relationsOf(r)) visit(child);
    for (const term of termsOf(r)) visitTerm(term);
  };
  visit(relation2);
  return found;
}
function withoutLiterals(pattern) {
  return pattern.replace(/\\[^A-Za-z0-9]/g, "c").replace(/\[[^\]]*\]/g, "c");
}
function inner(term) {
  if (term.kind === "aggregate") return term.filter === null ? term.args : [...term.args, term.filter];
  if (term.kind === "over") return [...term.args, ...term.partition, ...term.order.map((o) => o.by)];
  return childrenOf(term);
}
function relationsOf(r) {
  switch (r.kind) {
    case "select":
      return [r.from.of, ...r.joins.map((j) => j.of)];
    case "union":
      return r.all;
    case "with":
      return [...r.parts.map((p) => p.of), r.body];
    default:
      return [];
  }
}
function termsOf(r) {
  switch (r.kind) {
    case "select":
      return [...r.columns.map((c) => c.expr), ...r.where, ...r.groupBy, ...r.qualify, ...r.orderBy.map((o) => o.by), ...r.joins.flatMap((j) => j.on)];
    case "series":
      return [r.first, r.last];
    case "values":
      return r.rows.flat();
    case "frames":
      return [r.first, r.last, ...r.columns.map((c) => c.expr)];
    default:
      return [];
  }
}

// compiler/emit/index.ts
function printQuery(relation2, dialect, bounds2) {
  return layOut(queryLines(relation2, scopeOf(dialect, bounds2)));
}
function printTerm(term, dialect, bounds2) {
  return termSql(term, scopeOf(dialect, bounds2));
}
function quote3(name, dialect) {
  return dialects[dialect].quote(name);
}
function qualified(name, dialect) {
  return qualifiedBy(dialects[dialect].quote, name);
}
function fileSql(file2, dialect) {
  return dialects[dialect].file?.(file2) ?? null;
}
function literal4(value, type, dialect) {
  return dialects[dialect].literal(value, type);
}
function typeSql3(type, dialect) {
  return dialects[dialect].typeSql(type);
}

// registry/state/tables.ts
var tableNames = ["meta", "records", "storages", "coverage", "retired", "starts", "journal", "lock", "claims", "datasets", "arrivals", "rates"];
var stateTables = new Set(tableNames);
function stateSql({ catalog, stateSchema: schema, dialect }) {
  const tables = Object.fromEntries(tableNames.map((name) => [name, qualified({ catalog, schema, name }, dialect)]));
  return {
    ...tables,
    text: (value) => value === null ? "NULL" : literal4(value, text, dialect)
  };
}
function instantText(iso) {
  const match2 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\d*Z$/.exec(iso);
  return match2 === null ? iso : `${match2[1]}.${(match2[2] ?? "").padEnd(6, "0")}Z`;
}
function instantOf(text3) {
  return text3.replace(/\.?0+Z$/, "Z");
}

// registry/state/lock.ts
var leaseMs = 12e4;
async function takeLock(access, holder, wait, seen = null) {
  let first = seen;
  const next = async () => {
    const found = first ?? await readLock(access);
    first = null;
    return found;
  };
  return waitWhileBusy(async () => attempt(access, holder, await next()), wait);
}
async function attempt(access, holder, found) {
  const { driver, sql, clock } = access;
  const now = clock();
  if (found.owner !== null && !driver.exclusive && (found.until ?? "") > instantText(now.toISOString())) return heldBy(found);
  const lock = { fence: found.fence + 1, ...holder, until: instantOf(leaseFrom(now)), token: randomUUID() };
  const unchanged = found.owner === null ? "owner IS NULL" : `lease_until = ${sql.text(found.until)}`;
  const taking = `UPDATE ${sql.lock} SET fence = ${lock.fence}, owner = ${sql.text(holder.owner)}, host = ${sql.text(holder.host)}, command = ${sql.text(holder.command)}, lease_until = ${sql.text(instantText(lock.until))}, token = ${sql.text(lock.token)} WHERE fence = ${found.fence} AND ${unchanged}`;
  const taken = await driver.execute(taking, "take the lock of the state").catch((error) => {
    if (isUnanswered(error)) return null;
    throw error;
  });
  if (taken === 1) return { got: lock };
  const after = await readLock(access);
  return taken === null && after.token === lock.token ? { got: lock } : heldBy(after);
}
async function readLock({ driver, sql }) {
  const [row] = await driver.query(`SELECT fence, owner, host, command, lease_until, token FROM ${sql.lock}`, "read the lock of the state");
  const of = (column3) => row?.[column3]?.toString() ?? null;
  return { fence: Number(row?.["fence"] ?? 0), owner: of("owner"), host: of("host"), command: of("command"), until: of("lease_until"), token: of("token") };
}
function heldBy({ owner, host, command, until }) {
  const unknown = "unknown";
  const held = { owner: owner ?? unknown, host: host ?? unknown, command: command ?? unknown, until: until === null ? unknown : instantOf(until) };
  return { busy: (waited) => diagnostic("F622", { ...held, waited }) };
}
function claim({ sql, clock }, lock) {
  return {
    sql: `UPDATE ${sql.lock} SET lease_until = ${sql.text(leaseFrom(clock()))} WHERE fence = ${lock.fence} AND token = ${sql.text(lock.token)} AND owner IS NOT NULL`,
    rows: 1,
    otherwise: lost(lock)
  };
}
function holding({ sql }, lock) {
  return `EXISTS (SELECT 1 FROM ${sql.lock} WHERE fence = ${lock.fence} AND token = ${sql.text(lock.token)})`;
}
function lost(lock) {
  return diagnostic("F623", { fence: lock.fence });
}
async function releaseLock({ driver, sql }, lock) {
  await driver.execute(
    `UPDATE ${sql.lock} SET owner = NULL, lease_until = NULL WHERE fence = ${lock.fence} AND token = ${sql.text(lock.token)}`,
    "release the lock of the state"
  );
}
function keepAlive(access, lock, everyMs = leaseMs / 4) {
  if (access.driver.exclusive) return () => {
  };
  let renewing = false;
  const timer = setInterval(() => {
    if (renewing) return;
    renewing = true;
    access.driver.execute(claim(access, lock).sql).catch(() => null).finally(() => {
      renewing = false;
    });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
function leaseFrom(now) {
  return instantText(new Date(now.getTime() + leaseMs).toISOString());
}

// compiler/plan/cover.ts
function coverStatements(coverage2, { storage, from: from2, to: to2, known: known2 }) {
  const of = `storage = ${storage}`;
  const bound = (which, other2) => `coalesce((SELECT ${which} FROM ${coverage2} WHERE ${of} AND known_to = ${known2} AND covers_to >= ${from2} AND covers_from <= ${to2}), ${other2})`;
  return [
    ...uncoverStatements(coverage2, { storage, from: from2, to: to2 }),
    `INSERT INTO ${coverage2} SELECT ${storage}, least(${from2}, ${bound("min(covers_from)", from2)}), greatest(${to2}, ${bound("max(covers_to)", to2)}), ${known2}`,
    // Neighbours that the inserted interval has taken in.
    `DELETE FROM ${coverage2} WHERE ${of} AND known_to = ${known2} AND (covers_to = ${from2} OR covers_from = ${to2})`
  ];
}
function uncoverStatements(coverage2, { storage, from: from2, to: to2 }) {
  const of = `storage = ${storage}`;
  return [
    // The part after the interval, of one that reaches beyond it on both sides.
    `INSERT INTO ${coverage2} SELECT storage, ${to2}, covers_to, known_to FROM ${coverage2} WHERE ${of} AND covers_from < ${from2} AND covers_to > ${to2}`,
    `UPDATE ${coverage2} SET covers_to = ${from2} WHERE ${of} AND covers_from < ${from2} AND covers_to > ${from2}`,
    `UPDATE ${coverage2} SET covers_from = ${to2} WHERE ${of} AND covers_from < ${to2} AND covers_to > ${to2} AND covers_from >= ${from2}`,
    `DELETE FROM ${coverage2} WHERE ${of} AND covers_from >= ${from2} AND covers_to <= ${to2}`
  ];
}

// registry/state/merge.ts
var longest = 9e5;
var most = 1e3;
function mergeStatements(merge, text3, onlyIf) {
  const cut = merge.rows.map((row) => cutRow(row, merge));
  const statements3 = portions(
    cut.map((c) => c.row),
    text3
  ).map((rows) => mergeStatement(merge, rows, text3, onlyIf));
  const appended = cut.flatMap(({ row, rest }) => rest.map((part2) => appendStatement(merge, row, text3(part2), text3)));
  return { statements: [...statements3, ...appended], atomic: appended.length > 0 };
}
function cutRow(row, { columns }) {
  const last = columns.length - 1;
  const parts = cutText(row.values[last]);
  return parts.length === 1 ? { row, rest: [] } : { row: { ...row, values: row.values.with(last, parts[0]) }, rest: parts.slice(1) };
}
function cutText(value) {
  if (value.length * 2 <= longest || Buffer.byteLength(value) * 2 <= longest) return [value];
  const parts = [];
  for (let at2 = 0; at2 < value.length; ) {
    let end = Math.min(value.length, at2 + longest / 4);
    if (/[\ud800-\udbff]$/.test(value.slice(at2, end)) && end < value.length) end++;
    parts.push(value.slice(at2, end));
    at2 = end;
  }
  return parts;
}
function portions(rows, text3) {
  const found = [];
  let length = Infinity;
  for (const row of rows) {
    const bytes = Buffer.byteLength(printed2(row, text3));
    if (length + bytes > longest || found.at(-1).length >= most) {
      found.push([]);
      length = 0;
    }
    found.at(-1).push(row);
    length += bytes;
  }
  return found;
}
function printed2({ how, values }, text3) {
  return `(${[how, ...values].map(text3).join(", ")})`;
}
function mergeStatement({ into, columns, keys, owned }, rows, text3, onlyIf) {
  const given = `SELECT * FROM (VALUES ${rows.map((r) => printed2(r, text3)).join(", ")}) AS v (how, ${columns.join(", ")})`;
  const assigned = columns.slice(keys).map((c) => `${c} = s.${c}`);
  const [last] = assigned.slice(-1);
  return [
    `MERGE INTO ${into} AS t USING (${given}${onlyIf === void 0 ? "" : ` WHERE ${onlyIf}`}) AS s`,
    `ON ${columns.slice(0, keys).map((c) => `t.${c} = s.${c}`).join(" AND ")}`,
    "WHEN MATCHED AND s.how = 'drop' THEN DELETE",
    `WHEN MATCHED AND s.how = 'put' THEN UPDATE SET ${assigned.join(", ")}`,
    ...owned === void 0 ? [] : [`WHEN MATCHED AND s.how = 'change' AND t.${owned} = s.${owned} THEN UPDATE SET ${last}`],
    `WHEN NOT MATCHED AND s.how = 'put' THEN INSERT (${columns.join(", ")}) VALUES (${columns.map((c) => `s.${c}`).join(", ")})`
  ].join(" ");
}
function appendStatement({ into, columns, keys, owned }, { how, values }, part2, text3) {
  const last = columns.at(-1);
  const of = [...columns.slice(0, keys), ...how === "change" && owned !== void 0 ? [owned] : []];
  return `UPDATE ${into} SET ${last} = ${last} || ${part2} WHERE ${of.map((c) => `${c} = ${text3(values[columns.indexOf(c)])}`).join(" AND ")}`;
}

// registry/state/write.ts
function inOrder({ stages }) {
  return stages.flat(2);
}
function effectWrites(sql, effects, writing) {
  const changes = { storages: /* @__PURE__ */ new Map(), records: /* @__PURE__ */ new Map(), renamed: [], starts: /* @__PURE__ */ new Map(), retired: /* @__PURE__ */ new Map(), uncovered: [], cut: [] };
  for (const effect of effects) collect(changes, effect, writing);
  const { environment, onlyIf } = writing;
  const merged2 = (into, columns, keys, rows, owned) => mergeStatements({ into, columns, keys, rows, ...owned === void 0 ? {} : { owned } }, sql.text, onlyIf);
  const storages = merged2(sql.storages, ["generation", "owner", "created_by", "body"], 1, [...changes.storages.values()], "owner");
  const records = merged2(sql.records, ["environment", "address", "body"], 2, recordRows(changes, environment));
  const retired = merged2(
    sql.retired,
    ["generation", "drop_after"],
    1,
    [...changes.retired].filter(([, until]) => until !== null || writing.anyRetired !== false).map(retiredRow)
  );
  const starts = merged2(
    sql.starts,
    ["address", "found_at"],
    1,
    [...changes.starts].map((values) => ({ how: "put", values }))
  );
  const uncovered = changes.uncovered.map((generation) => fenced(withoutCoverage(sql, generation), onlyIf));
  const cut = changes.cut.flatMap((c) => cutStatements(sql, c).map((statement2) => fenced(statement2, onlyIf)));
  const renamed2 = changes.renamed.map(([address, former]) => fenced(startUnder(sql, address, former), onlyIf));
  return {
    stages: [
      [[...uncovered, ...cut], storages.statements],
      [records.statements, retired.statements, [...renamed2, ...starts.statements]]
    ],
    atomic: storages.atomic || records.atomic
  };
}
function retiredRow([generation, until]) {
  return { how: until === null ? "drop" : "put", values: [generation, until ?? ""] };
}
function recordRows({ records }, environment) {
  return [...records].map(
    ([address, record]) => record === null ? { how: "drop", values: [environment, address, ""] } : { how: "put", values: [record.environment, address, JSON.stringify(record)] }
  );
}
function collect(changes, effect, writing) {
  switch (effect.kind) {
    case "storage": {
      const { generation } = effect.storage;
      changes.storages.set(generation, { how: "put", values: [generation, writing.environment, writing.plan, JSON.stringify(effect.storage)] });
      if (effect.anew === true) changes.uncovered.push(generation);
      return;
    }
    case "record":
      return collectRecord(changes, { ...effect.record, plan: writing.plan }, effect.replaces, writing.known);
    case "forget":
      changes.records.set(effect.address, null);
      return;
    case "start":
      changes.starts.set(effect.view, instantText(effect.at));
      return;
    case "retire":
      changes.retired.set(effect.storage, instantText(writing.keepUntil));
      return;
    case "dropped":
      changes.storages.set(effect.storage, { how: "drop", values: [effect.storage, "", "", ""] });
      changes.retired.set(effect.storage, null);
      changes.uncovered.push(effect.storage);
      return;
    case "uncover":
      changes.cut.push(effect);
      return;
    default:
      return absurd(effect);
  }
}
function collectRecord(changes, record, replaces, known2) {
  const { applied, storages, environment, address } = record;
  if (replaces !== null && replaces !== address) {
    changes.records.set(replaces, null);
    changes.renamed.push([address, replaces]);
  }
  changes.records.set(address, record);
  for (const s of storages) changes.retired.set(s.generation, null);
  if (applied.publish === "table" || applied.filling.by === "newest") return;
  for (const s of storages) {
    const made = changes.storages.get(s.generation);
    const body = JSON.stringify(s);
    if (made === void 0 && known2?.get(s.generation) === body) continue;
    changes.storages.set(
      s.generation,
      made?.how === "put" ? { ...made, values: made.values.with(3, body) } : { how: "change", values: [s.generation, environment, "", body] }
    );
  }
}
function startUnder({ starts, text: text3 }, address, former) {
  return `INSERT INTO ${starts} SELECT ${text3(address)}, found_at FROM ${starts} WHERE address = ${text3(former)} AND NOT EXISTS (SELECT 1 FROM ${starts} WHERE address = ${text3(address)})`;
}
function withoutCoverage({ coverage: coverage2, text: text3 }, generation) {
  return `DELETE FROM ${coverage2} WHERE (storage = ${text3(generation)} OR left(storage, ${generation.length + 1}) = ${text3(`${generation}#`)})`;
}
function cutStatements({ coverage: coverage2, text: text3 }, { storage, intervals }) {
  const of = (iso) => text3(instantText(iso));
  return intervals.flatMap((i) => uncoverStatements(coverage2, { storage: text3(storage), from: of(i.from), to: of(i.to) }));
}
function fenced(statement2, onlyIf) {
  return onlyIf === void 0 ? statement2 : `${statement2} AND ${onlyIf}`;
}
function coverStatements2({ coverage: coverage2, text: text3 }, c) {
  const of = (iso) => text3(instantText(iso));
  return coverStatements(coverage2, { storage: text3(c.storage), from: of(c.from), to: of(c.to), known: of(c.knownTo) });
}

// registry/state/commit.ts
var attempts = 3;
function onlyUnder(access, lock) {
  return access.driver.parallelism === 1 ? {} : { onlyIf: holding(access, lock) };
}
async function writeState(access, lock, writes, title) {
  const { driver } = access;
  if (driver.parallelism === 1 || writes.atomic) {
    await again(() => driver.transaction([claim(access, lock), ...inOrder(writes)], title));
    return;
  }
  for (const stage of writes.stages) {
    await inParallel(stage, driver.parallelism, async (lane) => {
      for (const statement2 of lane) await writeOne(access, lock, statement2, title);
    });
  }
}
async function writeOne(access, lock, statement2, title) {
  const { driver, sql } = access;
  if (await again(() => driver.execute(statement2, title)) > 0) return;
  const [held] = await driver.query(`SELECT count(*) AS n FROM ${sql.lock} WHERE ${holding(access, lock)}`, title);
  if (held?.["n"] !== 1) throw new FeatError([lost(lock)]);
}
async function again(write) {
  for (let n = 1; ; n++) {
    try {
      return await write();
    } catch (error) {
      if (!isUnanswered(error) || n === attempts) throw error;
    }
  }
}

// registry/apply/journal.ts
var keptRuns = 100;
var rowsOfInsert = 1e3;
var unwritable = /[\0\ud800-\udfff]/gu;
async function readHead({ driver, sql }) {
  const [row] = await driver.query(
    `SELECT serial, run_plan, run_complete, (SELECT count(*) FROM ${sql.journal} WHERE outcome = 'intent') AS n, (SELECT count(*) FROM ${sql.retired}) AS retired FROM ${sql.meta}`,
    "look at the last run"
  );
  return {
    serial: Number(row?.["serial"]),
    plan: row?.["run_plan"] ?? null,
    complete: row?.["run_complete"] === true,
    open: Number(row?.["n"]),
    retired: Number(row?.["retired"])
  };
}
async function beginRun(access, lock, plan, head) {
  const { driver, sql } = access;
  const { onlyIf } = onlyUnder(access, lock);
  const continued = head.plan === plan && !head.complete;
  const number = continued ? head.serial : head.serial + 1;
  const begun = `UPDATE ${sql.meta} SET serial = ${number}, run_plan = ${sql.text(plan)}, run_complete = false`;
  const settled2 = `UPDATE ${sql.journal} SET outcome = 'failed', error = 'cut off; run ${number} looked at what was done' WHERE outcome = 'intent'`;
  const forgotten = `DELETE FROM ${sql.journal} WHERE run < ${number - keptRuns}`;
  const journal = [
    ...head.open > 0 ? [onlyIf === void 0 ? settled2 : `${settled2} AND fence < ${lock.fence} AND ${onlyIf}`] : [],
    ...number > keptRuns ? [fenced(forgotten, onlyIf)] : []
  ];
  const entries = continued ? await driver.query(`SELECT step, attempt, outcome FROM ${sql.journal} WHERE run = ${number} ORDER BY attempt`, "read the journal") : [];
  const run = {
    number,
    lock,
    done: new Set(entries.filter((e) => e["outcome"] === "done").map((e) => String(e["step"]))),
    attempts: new Map(entries.map((e) => [String(e["step"]), Number(e["attempt"])])),
    anyRetired: head.retired > 0
  };
  return { run, writes: { stages: [[[onlyIf === void 0 ? begun : `${begun} WHERE ${onlyIf}`], journal]], atomic: false } };
}
function intentStatements(access, run, steps) {
  const { sql } = access;
  const { onlyIf } = onlyUnder(access, run.lock);
  const inserts = [];
  for (let i = 0; i < steps.length; i += rowsOfInsert) {
    const some = steps.slice(i, i + rowsOfInsert);
    const rows = some.map((s) => `(${run.number}, ${sql.text(s.id)}, ${attemptOf(run, s)}, ${run.lock.fence}, 'intent', ${noted(access)})`).join(", ");
    const columns = "run, step, attempt, fence, outcome, noted_at";
    inserts.push(
      onlyIf === void 0 ? `INSERT INTO ${sql.journal} (${columns}) VALUES ${rows}` : `INSERT INTO ${sql.journal} (${columns}) SELECT * FROM (VALUES ${rows}) AS v (${columns}) WHERE NOT EXISTS (SELECT 1 FROM ${sql.journal} WHERE ${ofRun(access, run, some.slice(0, 1))}) AND ${onlyIf}`
    );
  }
  return inserts;
}
function outcomeStatements(access, run, ended) {
  const { sql } = access;
  const { onlyIf } = onlyUnder(access, run.lock);
  const at2 = noted(access);
  const told2 = (e) => `outcome = ${sql.text(e.how)}, error = ${sql.text(e.error === null ? null : e.error.replaceAll(unwritable, "?"))}, noted_at = ${at2}`;
  return [...groupBy(ended, told2)].map(
    ([set, alike]) => fenced(
      `UPDATE ${sql.journal} SET ${set} WHERE ${ofRun(
        access,
        run,
        alike.map((e) => e.step)
      )}`,
      onlyIf
    )
  );
}
function ofRun({ sql }, run, steps) {
  return `run = ${run.number} AND fence = ${run.lock.fence} AND step IN (${steps.map((s) => sql.text(s.id)).join(", ")})`;
}
function endStatement(access, run) {
  const { onlyIf } = onlyUnder(access, run.lock);
  const ended = `UPDATE ${access.sql.meta} SET run_complete = true`;
  return onlyIf === void 0 ? ended : `${ended} WHERE ${onlyIf}`;
}
function attemptOf(run, step) {
  return (run.attempts.get(step.id) ?? 0) + 1;
}
function noted({ sql, clock }) {
  return sql.text(instantText(clock().toISOString()));
}

// registry/apply/fills.ts
import { setTimeout as sleep2 } from "node:timers/promises";

// compiler/base/interval.ts
function merged(intervals) {
  const result = [];
  for (const i of intervals.filter((x) => x.from < x.to).toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== void 0 && i.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, i.to) };
    else result.push(i);
  }
  return result;
}
function without(intervals, cut) {
  return merged(cut).reduce(
    (left2, c) => left2.flatMap(
      (i) => [
        { from: i.from, to: Math.min(i.to, c.from) },
        { from: Math.max(i.from, c.to), to: i.to }
      ].filter((x) => x.from < x.to)
    ),
    merged(intervals)
  );
}
function common(a, b) {
  return merged(a.flatMap((x) => b.map((y) => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) }))));
}

// registry/apply/fills.ts
var pauseMs2 = 1e3;
function isClaimed(error) {
  return error instanceof FeatError && error.diagnostics.some((d) => d.code === claimedCode || d.message.includes(`${claimedCode}: `));
}
function claimedError(error, step) {
  return isClaimed(error) ? new FeatError([diagnostic(claimedCode, { title: step.title }, { address: step.cause })], { cause: error }) : error;
}
async function awaitFill(access, fill2, { run, signal }) {
  while (!await isCovered(access, fill2, run.now)) {
    if (!await isBeingFilled(access, fill2) || signal?.aborted === true) return isCovered(access, fill2, run.now);
    await sleep2(pauseMs2);
  }
  return true;
}
async function isCovered({ driver, sql }, fill2, now) {
  const rows = await driver.query(
    `SELECT covers_from, covers_to FROM ${sql.coverage} WHERE storage = ${sql.text(fill2.storage)} AND known_to >= ${sql.text(instantText(now))}`,
    "look what is filled"
  );
  const covered = rows.map((r) => ({ from: secondsOf(String(r["covers_from"])), to: secondsOf(String(r["covers_to"])) }));
  return without([{ from: secondsOf(fill2.from), to: secondsOf(fill2.to) }], merged(covered)).length === 0;
}
async function isBeingFilled({ driver, sql, clock }, fill2) {
  const at2 = (iso) => sql.text(instantText(iso));
  const overlapping = `storage = ${sql.text(fill2.storage)} AND covers_from < ${at2(fill2.to)} AND covers_to > ${at2(fill2.from)}`;
  const [row] = await driver.query(
    `SELECT count(*) AS n FROM ${sql.claims} WHERE ${overlapping} AND lease_until > ${at2(clock().toISOString())}`,
    "look who fills"
  );
  return Number(row?.["n"]) > 0;
}

// registry/apply/step.ts
function wavesOf(steps) {
  const found = [];
  steps.forEach((step, i) => {
    const last = found.at(-1);
    if (last?.[0]?.step.phase === step.phase) last.push({ step, index: i + 1 });
    else found.push([{ step, index: i + 1 }]);
  });
  return found;
}
function teller({ step, index }, { steps, onProgress }) {
  const started = performance.now();
  return (state) => onProgress?.({ step, index, total: steps.length, state, ms: Math.round(performance.now() - started) });
}
async function isDone(driver, step) {
  if (step.probe === null) return false;
  try {
    const [row] = await driver.query(step.probe, `look whether it is done: ${step.title}`);
    return row !== void 0 && Object.values(row)[0] === true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
async function audit(driver, step) {
  for (const query of step.sql) {
    const rows = await driver.query(query, step.title);
    if (rows.length > 0) throw new FeatError([diagnostic("F632", { title: step.title, rows: rows.map((r) => JSON.stringify(r)) }, { address: step.cause })]);
  }
}
function writingOf({ placement }, options) {
  const keepUntil = new Date(Date.parse(options.now) + (options.keepDays ?? 7) * 864e5).toISOString();
  return { environment: placement.environment, plan: options.plan, keepUntil };
}
function coverage({ sql }, { fill: fill2 }, options) {
  return fill2 === null || fill2.byProcedure === true ? [] : coverStatements2(sql, { ...fill2, knownTo: fill2.knownTo ?? options.now });
}
function told(failed, tally, { steps, signal }) {
  const bug = failed.find((f) => !(f.error instanceof FeatError));
  if (bug !== void 0) return bug.error;
  const errors = failed.map((f) => ({ step: f.step, error: f.error }));
  const [first] = errors;
  if (signal?.aborted === true) return interrupted(first.step.title, tally, steps.length, first.error);
  const diagnostics = errors.flatMap(({ step, error }) => [
    ...error.diagnostics,
    diagnostic("F630", { title: step.title, done: tally.done + tally.skipped, total: steps.length }, { address: step.cause })
  ]);
  return new FeatError(diagnostics, { cause: first.error.cause });
}
function interrupted(title, { done, skipped }, total, cause) {
  return new FeatError([diagnostic("F631", { title, done: done + skipped, total })], { cause });
}

// registry/apply/in-order.ts
async function runInOrder(access, run, begin, options) {
  const { steps, signal } = options;
  const tally = { done: 0, skipped: 0 };
  const write = (statements3, title) => writeState(access, run.lock, { stages: [[statements3]], atomic: true }, title);
  await writeState(access, run.lock, begin, "begin the run");
  for (const wave of wavesOf(steps)) {
    const open = wave.flatMap(({ step }) => run.done.has(step.id) ? [] : [step]);
    if (open.length > 0 && signal?.aborted !== true) await write(intentStatements(access, run, open), "record what is about to run");
    for (const batch of batchesOf(wave, run)) {
      if (batch.length > 1 && signal?.aborted !== true && await runBatch(access, run, batch, options)) {
        tally.done += batch.length;
        continue;
      }
      for (const numbered of batch) {
        if (signal?.aborted === true) throw interrupted(null, tally, steps.length);
        tally[await runStep(access, run, numbered, tally, options)]++;
      }
    }
  }
  await write([endStatement(access, run)], "end the run");
  return tally;
}
var least = 16;
var most2 = 64;
function batchesOf(wave, run) {
  const batches = [];
  for (const numbered of wave) {
    const last = batches.at(-1);
    if (last !== void 0 && last.length < most2 && isPlain(last[0], run) && isPlain(numbered, run)) last.push(numbered);
    else batches.push([numbered]);
  }
  return batches.flatMap((b) => b.length < least ? b.map((n) => [n]) : [b]);
}
function isPlain({ step }, run) {
  const { phase, probe: probe2, transaction, fill: fill2 } = step;
  return (phase === "expand" || phase === "publish") && probe2 === null && !transaction && fill2 === null && !run.done.has(step.id);
}
var bounds = /^(BEGIN TRANSACTION|COMMIT)$/;
async function runBatch(access, run, batch, options) {
  const tellers = batch.map((numbered) => teller(numbered, options));
  const steps = batch.map((b) => b.step);
  const statements3 = steps.flatMap((s) => s.sql).filter((sql) => !bounds.test(sql));
  const effects = steps.flatMap((s) => s.effect === null ? [] : [s.effect]);
  const ended = steps.map((step) => ({ step, how: "done", error: null }));
  const record = [...inOrder(effectWrites(access.sql, effects, writingOf(access, options.run))), ...outcomeStatements(access, run, ended)];
  const first = steps[0].title;
  try {
    await access.driver.transaction([claim(access, run.lock), ...statements3, ...record], `${first} and ${steps.length - 1} more`);
  } catch (error) {
    if (error instanceof FeatError) return false;
    throw error;
  }
  for (const tell of tellers) {
    tell("start");
    tell("done");
  }
  return true;
}
async function runStep(access, run, numbered, tally, options) {
  const { step } = numbered;
  const tell = teller(numbered, options);
  if (run.done.has(step.id)) {
    tell("skipped");
    return "skipped";
  }
  tell("start");
  try {
    const how = await isDone(access.driver, step) ? "skipped" : "done";
    await perform(access, run, how === "done" ? step : { ...step, sql: [] }, options.run);
    tell(how);
    return how;
  } catch (error) {
    await recordFailure(access, run, step, error);
    tell("failed");
    throw told([{ step, error: claimedError(error, step) }], tally, options);
  }
}
async function perform(access, run, step, options) {
  const { driver, sql } = access;
  const effects = step.effect === null ? [] : inOrder(effectWrites(sql, [step.effect], writingOf(access, options)));
  const first = step.effect?.kind === "storage" && !step.transaction;
  if (first) await driver.transaction([claim(access, run.lock), ...effects], step.title);
  const record = [...first ? [] : effects, ...coverage(access, step, options), ...outcomeStatements(access, run, [{ step, how: "done", error: null }])];
  if (step.phase === "audit") await audit(driver, step);
  else if (!step.transaction) {
    for (const statement2 of step.sql) await driver.execute(statement2, step.title);
  }
  await driver.transaction([claim(access, run.lock), ...step.transaction ? step.sql : [], ...record], step.title);
}
async function recordFailure(access, run, step, error) {
  const message = error instanceof Error ? error.message : String(error);
  await access.driver.execute("ROLLBACK").catch(() => null);
  await access.driver.transaction([claim(access, run.lock), ...outcomeStatements(access, run, [{ step, how: "failed", error: message }])]).catch(() => null);
}

// registry/apply/ledger.ts
var enough = 64;
function ledgerOf(access, run, steps, options) {
  const retires = steps.some((s) => s.effect?.kind === "retire");
  const writing = { ...writingOf(access, options), ...onlyUnder(access, run.lock), anyRetired: run.anyRetired || retires };
  const known2 = /* @__PURE__ */ new Map();
  let pending = [];
  let again2 = steps.filter((s) => run.done.has(s.id)).flatMap(effectsOf);
  let left2 = steps.length - run.done.size;
  let broken = false;
  let last = Promise.resolve();
  const writes = (ended, end) => {
    const effects = [...again2, ...ended.flatMap(({ step, how }) => how === "done" ? effectsOf(step) : [])];
    again2 = [];
    const { stages, atomic } = effectWrites(access.sql, effects, { ...writing, known: known2 });
    const [first = [], ...then] = stages.filter((stage) => stage.some((lane) => lane.length > 0));
    const outcomes = ended.length === 0 ? [] : outcomeStatements(access, run, ended);
    const all = [[...first, outcomes], ...then];
    return { stages: end === void 0 ? all : [...all.slice(0, -1), [...all.at(-1), [endStatement(access, run)]]], atomic };
  };
  const flush = (end) => {
    const turn = last.catch(() => null).then(async () => {
      const ended = pending;
      pending = [];
      if (ended.length > 0 || end !== void 0) await writeState(access, run.lock, writes(ended, end), "record what was done");
    });
    last = turn.catch(() => {
      broken = true;
    });
    return turn;
  };
  return {
    announce: async (steps2) => {
      const storages = steps2.flatMap(({ effect }) => effect?.kind === "storage" ? [effect] : []);
      for (const { storage } of storages) known2.set(storage.generation, JSON.stringify(storage));
      const { stages, atomic } = effectWrites(access.sql, storages, writing);
      const intents = steps2.length === 0 ? [] : intentStatements(access, run, steps2);
      const all = { stages: [[intents, ...stages.flat()]], atomic };
      await writeState(access, run.lock, all, "record what is about to run");
    },
    note: (ended) => {
      pending.push(ended);
      left2--;
      if (pending.length >= enough && left2 > enough) void flush().catch(() => null);
    },
    flush,
    broken: () => broken
  };
}
function effectsOf({ effect }) {
  return effect === null || effect.kind === "storage" ? [] : [effect];
}

// registry/apply/schedule.ts
async function schedule(items, { stepOf, width, stopped }, work) {
  const among = new Set(items.map((i) => stepOf(i).id));
  const waiting = new Map(items.map((i) => [i, new Set(stepOf(i).after.filter((id) => among.has(id) && id !== stepOf(i).id))]));
  const waiters = /* @__PURE__ */ new Map();
  for (const [item, ids] of waiting) for (const id of ids) waiters.set(id, [...waiters.get(id) ?? [], item]);
  const ready = items.filter((i) => waiting.get(i).size === 0);
  const failures = [];
  const release = (item) => {
    const { id } = stepOf(item);
    for (const waiter of waiters.get(id) ?? []) {
      const left2 = waiting.get(waiter);
      left2.delete(id);
      if (left2.size === 0) ready.push(waiter);
    }
  };
  const doOne = async (item) => {
    try {
      await work(item);
      release(item);
    } catch (error) {
      failures.push({ item, error });
    }
  };
  const under = /* @__PURE__ */ new Set();
  for (; ; ) {
    while (ready.length > 0 && under.size < width && failures.length === 0 && !stopped()) {
      const one = doOne(ready.shift()).finally(() => under.delete(one));
      under.add(one);
    }
    if (under.size === 0) return failures;
    await Promise.race(under);
  }
}

// registry/apply/waves.ts
async function runInWaves(access, run, begin, options) {
  const { steps, signal } = options;
  const ledger = ledgerOf(access, run, steps, options.run);
  const waves = wavesOf(steps);
  const announce = (i) => ledger.announce((waves[i] ?? []).flatMap(({ step }) => run.done.has(step.id) ? [] : [step]));
  const context = { access, run, ledger, options, tally: { done: 0, skipped: 0 } };
  const begun = writeState(access, run.lock, begin, "begin the run");
  let announced = Promise.all([begun, announce(0)]);
  for (const [i, wave] of waves.entries()) {
    await announced;
    announced = announce(i + 1);
    announced.catch(() => null);
    if (wave[0].step.phase === "contract") await ledger.flush();
    if (signal?.aborted === true) throw interrupted(null, context.tally, steps.length);
    await runWave(context, wave);
  }
  await announced;
  await ledger.flush("end");
  return context.tally;
}
async function runWave(context, wave) {
  const { access, ledger, options, tally } = context;
  const stopped = () => ledger.broken() || options.signal?.aborted === true;
  const failed = await schedule(wave, { stepOf: (n) => n.step, width: access.driver.parallelism, stopped }, (numbered) => runStep2(context, numbered));
  if (failed.length === 0 && !stopped()) return;
  const flushed = await ledger.flush().catch((error) => error);
  if (failed.length > 0)
    throw told(
      failed.map((f) => ({ step: f.item.step, error: claimedError(f.error, f.item.step) })),
      tally,
      options
    );
  if (flushed !== void 0) throw flushed;
  throw interrupted(null, tally, options.steps.length);
}
async function runStep2({ access, run, ledger, options, tally }, numbered) {
  const { step } = numbered;
  const tell = teller(numbered, options);
  if (run.done.has(step.id)) {
    tell("skipped");
    tally.skipped++;
    return;
  }
  tell("start");
  try {
    const how = await settled(access, run, step, options);
    if (!step.transaction || how === "skipped") ledger.note({ step, how: "done", error: null });
    tell(how);
    tally[how]++;
  } catch (error) {
    ledger.note({ step, how: "failed", error: error instanceof Error ? error.message : String(error) });
    tell("failed");
    throw error;
  }
}
var attempts2 = 3;
async function settled(access, run, step, options) {
  const driver = access.driver.tagged(JSON.stringify({ feat: options.run.project, plan: options.run.plan, step: step.id }));
  if (await isDone(driver, step)) return "skipped";
  for (let n = 1; ; n++) {
    try {
      await perform2({ ...access, driver }, run, step, options);
      return "done";
    } catch (error) {
      const byProcedure = step.fill?.byProcedure === true;
      if (byProcedure && (isUnanswered(error) || isClaimed(error))) {
        if (await awaitFill(access, step.fill, options)) return "done";
      } else if (isUnanswered(error) && await isDone(driver, step)) return "done";
      if (n === attempts2 || !(isUnanswered(error) || byProcedure && isClaimed(error))) throw error;
    }
  }
}
async function perform2(access, run, step, options) {
  const { driver } = access;
  if (step.phase === "audit") return audit(driver, step);
  if (step.transaction) return transact(access, run, step, options);
  for (const statement2 of step.sql) await driver.execute(statement2, step.title);
}
async function transact(access, run, step, options) {
  const effects = step.effect === null ? [] : inOrder(effectWrites(access.sql, [step.effect], writingOf(access, options.run)));
  const record = [...effects, ...coverage(access, step, options.run), ...outcomeStatements(access, run, [{ step, how: "done", error: null }])];
  await access.driver.transaction([...step.sql, claim(access, run.lock), ...record], step.title);
}

// registry/apply/run.ts
async function runSteps(access, lock, options) {
  const { signal } = options;
  const { run, writes } = await beginRun(access, lock, options.run.plan, options.head ?? await readHead(access));
  const cancel = () => access.driver.cancel();
  signal?.addEventListener("abort", cancel);
  try {
    const tally = await (access.driver.parallelism === 1 ? runInOrder : runInWaves)(access, run, writes, options);
    return { run: run.number, ...tally };
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

// registry/state/access.ts
function accessState(driver, placement, clock) {
  return { driver, placement, clock, sql: stateSql(placement) };
}

// registry/state/ensure.ts
import { randomUUID as randomUUID2 } from "node:crypto";

// registry/state/migrations/0001-create.ts
var create2 = {
  to: 1,
  statements: (s) => [
    `CREATE TABLE IF NOT EXISTS ${s.records} (environment VARCHAR, address VARCHAR, body VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.storages} (generation VARCHAR, owner VARCHAR, created_by VARCHAR, body VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.coverage} (storage VARCHAR, covers_from VARCHAR, covers_to VARCHAR, known_to VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.retired} (generation VARCHAR, drop_after VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.starts} (address VARCHAR, found_at VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.journal} (run BIGINT, step VARCHAR, attempt BIGINT, fence BIGINT, outcome VARCHAR, error VARCHAR, noted_at VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.lock} AS SELECT CAST(0 AS BIGINT) AS fence, ${nothingYet(["owner", "host", "command", "lease_until"])}`
  ]
};
function nothingYet(columns) {
  return columns.map((c) => `CAST(NULL AS VARCHAR) AS ${c}`).join(", ");
}

// registry/state/migrations/0002-claims.ts
var claims = {
  to: 2,
  statements: (s) => [
    `CREATE TABLE IF NOT EXISTS ${s.claims} AS SELECT CAST('*' AS VARCHAR) AS storage, ${["covers_from", "covers_to", "claim", "holder", "lease_until"].map((c) => `CAST(NULL AS VARCHAR) AS ${c}`).join(", ")}`
  ]
};

// registry/state/migrations/0003-token.ts
var token = {
  to: 3,
  statements: (s) => [`ALTER TABLE ${s.lock} ADD COLUMN IF NOT EXISTS token VARCHAR`]
};

// registry/state/migrations/0004-datasets.ts
var datasets = {
  to: 4,
  statements: (s) => [`CREATE TABLE IF NOT EXISTS ${s.datasets} (environment VARCHAR, name VARCHAR, n VARCHAR, body VARCHAR)`]
};

// registry/state/migrations/0005-arrivals.ts
var arrivals = {
  to: 5,
  statements: (s) => [
    `CREATE TABLE IF NOT EXISTS ${s.arrivals} (source VARCHAR, known_day VARCHAR, row_count BIGINT, breached BIGINT, seen_to VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS ${s.rates} (address VARCHAR, value_count BIGINT, milliseconds BIGINT)`
  ]
};

// registry/state/migrations/index.ts
var migrations = [create2, claims, token, datasets, arrivals];
var format = migrations.at(-1).to;

// registry/state/meta.ts
async function readMeta(driver, sql) {
  try {
    const [row] = await driver.query(`SELECT id, project, format, serial, run_plan, run_complete FROM ${sql.meta}`, "read the state");
    return row === void 0 ? null : metaOf(row);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
function metaOf(row) {
  const { id, project, format: found, serial } = row;
  if (typeof id !== "string" || typeof project !== "string" || typeof found !== "number" || typeof serial !== "number") {
    throw unreadable("its head", `is ${JSON.stringify(row)}`);
  }
  if (found > format) throw new FeatError([diagnostic("F620", { found, known: format })]);
  const plan = row["run_plan"];
  return { id, project, format: found, serial, runPlan: typeof plan === "string" ? plan : null, runComplete: row["run_complete"] === true };
}
function unreadable(what, detail) {
  return new FeatError([diagnostic("F621", { what, detail })]);
}

// registry/state/ensure.ts
async function ensureState(access, project) {
  const { driver, placement, sql } = access;
  const found = await readMeta(driver, sql);
  if (found !== null && found.project !== project) {
    throw new FeatError([diagnostic("F624", { found: found.project, expected: project, schema: placement.stateSchema })]);
  }
  if (found?.format === format) return found;
  const schema = createSchema({ catalog: placement.catalog, schema: placement.stateSchema }, driver.dialect);
  for (const statement2 of schema) await driver.execute(statement2, "create the state");
  for (const migration of migrations.filter((m) => m.to > (found?.format ?? 0))) {
    const title = `migrate the state to format ${migration.to}`;
    await inParallel(migration.statements(sql), driver.parallelism, (statement2) => driver.execute(statement2, title));
    if (found !== null) await driver.execute(`UPDATE ${sql.meta} SET format = ${migration.to}`, title);
  }
  if (found === null) await driver.execute(headTable(access, project), "create the state");
  const made = await readMeta(driver, sql);
  if (made.project !== project) throw new FeatError([diagnostic("F624", { found: made.project, expected: project, schema: placement.stateSchema })]);
  return made;
}
function headTable({ sql }, project) {
  const text3 = (value) => `CAST(${value} AS VARCHAR)`;
  const columns = [
    `${text3(sql.text(randomUUID2()))} AS id`,
    `${text3(sql.text(project))} AS project`,
    `CAST(${format} AS BIGINT) AS format`,
    "CAST(0 AS BIGINT) AS serial",
    `${text3("NULL")} AS run_plan`,
    "TRUE AS run_complete"
  ];
  return `CREATE TABLE IF NOT EXISTS ${sql.meta} AS SELECT ${columns.join(", ")}`;
}

// registry/apply/apply.ts
async function withLock(options, work) {
  const access = accessState(options.driver, options.placement, options.clock);
  const [, seen] = await Promise.all([ensureState(access, options.project), readLock(access).catch(() => null)]);
  const lock = await takeLock(access, options.holder, options.wait, seen);
  const stop = keepAlive(access, lock);
  try {
    return await work(access, lock);
  } finally {
    stop();
    await releaseLock(access, lock).catch(() => null);
  }
}

// registry/observe/duckdb/types.ts
var integerDigits = {
  TINYINT: 3,
  UTINYINT: 3,
  SMALLINT: 5,
  USMALLINT: 5,
  INTEGER: 10,
  UINTEGER: 10,
  BIGINT: 19,
  UBIGINT: 20,
  HUGEINT: 38,
  UHUGEINT: 38
};
var others = {
  VARCHAR: text,
  UUID: text,
  BOOLEAN: flag,
  FLOAT: float,
  DOUBLE: float,
  DATE: date,
  JSON: json,
  // All sessions run in UTC, where the types with and without zone mean the same moment.
  TIMESTAMP: time,
  "TIMESTAMP WITH TIME ZONE": time,
  TIMESTAMP_S: time,
  TIMESTAMP_MS: time,
  TIMESTAMP_NS: time
};
function typeOfDuckdb(name) {
  const digits = integerDigits[name];
  if (digits !== void 0) return decimal(digits, 0);
  const exact3 = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(name);
  if (exact3 !== null) return decimal(Number(exact3[1]), Number(exact3[2]));
  return name.startsWith("ENUM(") ? text : others[name] ?? null;
}

// registry/observe/duckdb/reader.ts
var duckdb2 = {
  live,
  relations,
  isHidden: async () => false,
  hidesSchemas: false,
  roleOf: async () => "main",
  preflight: async () => [],
  typeOf: typeOfDuckdb,
  intDigits: 19
};
async function live(driver, placement) {
  const schemas = [.../* @__PURE__ */ new Set([placement.publicSchema, placement.storageSchema, placement.stateSchema])];
  const [found, objects2] = await Promise.all([schemasAmong(driver, schemas), objectsIn(driver, schemas)]);
  const ofState = (o) => o.name.schema === placement.stateSchema && stateTables.has(o.name.name);
  return { schemas: found, objects: objects2.filter((o) => !ofState(o)) };
}
async function relations(driver, wanted) {
  const schemas = [...new Set(wanted.map((n) => n.schema))];
  const found = await objectsIn(driver, schemas);
  const there = new Set(found.map((t) => nameText(t.name).toLowerCase()));
  return wanted.every((n) => there.has(nameText(n).toLowerCase())) ? found : objectsIn(driver, [...schemas, "main"]);
}
async function objectsIn(driver, schemas) {
  const among = inList(schemas);
  const reading = driver.query(
    `SELECT schema_name, table_name AS name, to_json(list([column_name, data_type, is_nullable::VARCHAR] ORDER BY column_index)) AS columns FROM duckdb_columns() WHERE ${among} GROUP BY ALL`,
    "read the columns of the warehouse"
  );
  const listing = driver.query(
    `SELECT 'table' AS kind, schema_name, table_name AS name, comment, estimated_size AS rows FROM duckdb_tables() WHERE ${among} UNION ALL SELECT 'view', schema_name, view_name, comment, NULL FROM duckdb_views() WHERE ${among} ORDER BY schema_name, name`,
    "read the objects of the warehouse"
  );
  const [columns, objects2] = await Promise.all([reading, listing]);
  const columnsOf2 = new Map(columns.map((row) => [keyOf(row), String(row["columns"])]));
  return objects2.map((row) => ({
    name: { catalog: null, schema: String(row["schema_name"]), name: String(row["name"]) },
    kind: row["kind"] === "view" ? "view" : "table",
    columns: JSON.parse(columnsOf2.get(keyOf(row)) ?? "[]").map(([name, type, nullable]) => ({
      name,
      type,
      nullable: nullable === "true"
    })),
    comment: row["comment"] === null ? null : String(row["comment"]),
    ...row["rows"] === null ? {} : { rows: Number(row["rows"]) }
  }));
}
async function schemasAmong(driver, schemas) {
  const rows = await driver.query(`SELECT schema_name FROM duckdb_schemas() WHERE ${inList(schemas)} ORDER BY schema_name`, "read the schemas of the warehouse");
  return rows.map((r) => String(r["schema_name"]));
}
function inList(schemas) {
  return `database_name = current_database() AND lower(schema_name) IN (${schemas.map((s) => literal4(s.toLowerCase(), text, "duckdb")).join(", ")})`;
}
function keyOf(row) {
  return `${row["schema_name"]}
${row["name"]}`;
}

// registry/observe/snowflake/show.ts
function schemaText({ catalog, schema }) {
  return `${quote3(catalog, "snowflake")}.${quote3(schema, "snowflake")}`;
}
var page = 1e4;
async function showAll(driver, kind, of, rows = page) {
  const found = /* @__PURE__ */ new Map();
  for (let after = null; ; ) {
    const cursor = after === null ? "" : ` FROM ${literal4(after, text, "snowflake")}`;
    const shown2 = await showPage(driver, `SHOW ${kind} IN SCHEMA ${schemaText(of)} LIMIT ${rows}${cursor}`);
    if (shown2 === null) return null;
    const before = found.size;
    for (const row of shown2) found.set(String(row["name"]), row);
    if (shown2.length < rows || found.size === before) return [...found.values()];
    after = String(shown2.at(-1)["name"]);
  }
}
async function showPage(driver, sql) {
  try {
    return await driver.query(sql, "read the objects of the warehouse");
  } catch (error) {
    if (isMissing(error) || isDenied(error)) return null;
    throw error;
  }
}
function ourName(name) {
  return name === name.toUpperCase() ? name.toLowerCase() : name;
}
async function schemasOf(driver, catalog) {
  const database = quote3(catalog, "snowflake");
  try {
    const rows = await driver.query(`SHOW SCHEMAS IN DATABASE ${database}`, "read the schemas of the warehouse");
    return new Set(rows.map((r) => ourName(String(r["name"]))));
  } catch (error) {
    if (isMissing(error)) throw new FeatError([diagnostic("F670", { database })], { cause: error });
    throw error;
  }
}

// registry/observe/snowflake/columns.ts
async function columnsIn(driver, of, only = []) {
  const words2 = (value) => literal4(value.toUpperCase(), text, "snowflake");
  const some = only.length === 0 ? "" : ` AND TABLE_NAME IN (${only.map(words2).join(", ")})`;
  const rows = await driver.query(
    `SELECT TABLE_NAME, COLUMN_NAME, IS_NULLABLE, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION FROM ${quote3(of.catalog, "snowflake")}.INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ${words2(of.schema)}${some} ORDER BY TABLE_NAME, ORDINAL_POSITION`,
    "read the columns of the warehouse"
  );
  return new Map([...groupBy(rows, (r) => String(r["table_name"]))].map(([table, columns]) => [table, columns.map(columnOf)]));
}
function columnOf(row) {
  return { name: ourName(String(row["column_name"])), type: spelled(row), nullable: row["is_nullable"] !== "NO" };
}
function spelled(row) {
  const name = String(row["data_type"]);
  if (name === "NUMBER") return `NUMBER(${row["numeric_precision"]},${row["numeric_scale"]})`;
  if (name === "TEXT") return `VARCHAR(${row["character_maximum_length"]})`;
  if (name.startsWith("TIME")) return `${name}(${row["datetime_precision"]})`;
  return name;
}

// registry/observe/snowflake/lag.ts
var seconds = { second: 1, sec: 1, s: 1, minute: 60, min: 60, m: 60, hour: 3600, hr: 3600, h: 3600, day: 86400, d: 86400 };
function lagSeconds(spelled2) {
  const parts = [
    ...(spelled2 ?? "").trim().toLowerCase().matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+?)s?(?=\s|\d|$)/g)
  ];
  if (parts.length === 0) return null;
  const all = parts.map((p) => Number(p[1]) * (seconds[p[2]] ?? seconds[`${p[2]}s`] ?? NaN));
  const sum = all.reduce((a, b) => a + b, 0);
  return Number.isNaN(sum) ? null : sum;
}

// registry/observe/snowflake/objects.ts
var isYes = (row, column3) => /^(y|yes|true)$/i.test(String(row[column3] ?? ""));
var other = (what) => ({ kind: "other", what });
var natures = [
  ["is_dynamic", "dynamic table"],
  ["is_external", "external table"],
  ["is_iceberg", "Iceberg table"],
  ["is_event", "event table"],
  ["is_hybrid", "hybrid table"],
  ["is_interactive", "interactive table"]
];
var listings = [
  {
    show: "TABLES",
    optional: false,
    said: (row) => {
      const nature = natures.find(([column3]) => isYes(row, column3));
      return nature === void 0 ? { kind: "table", details: { transient: row["kind"] === "TRANSIENT", clusterBy: textOf(row, "cluster_by") } } : other(nature[1]);
    }
  },
  {
    show: "VIEWS",
    optional: false,
    said: (row) => isYes(row, "is_materialized") ? other("materialized view") : { kind: "view", details: { text: textOf(row, "text") } }
  },
  { show: "DYNAMIC TABLES", optional: true, said: (row) => ({ ...other("dynamic table"), details: refreshed(row) }) },
  { show: "ONLINE FEATURE TABLES", optional: true, said: (row) => ({ ...other("online feature table"), details: refreshed(row) }) }
];
function refreshed(row) {
  return {
    targetLag: lagSeconds(textOf(row, "target_lag")),
    refreshMode: textOf(row, "refresh_mode"),
    warehouse: textOf(row, "warehouse"),
    state: textOf(row, "scheduling_state"),
    text: textOf(row, "text")
  };
}
function textOf(row, column3) {
  const value = row[column3];
  return value === void 0 || value === null || value === "" ? null : String(value);
}
async function objectsIn2(driver, of) {
  const shown2 = Promise.all(listings.map(async (l) => ({ l, rows: await list2(driver, l, of) })));
  const [all, columns] = await Promise.all([shown2, columnsIn(driver, of)]);
  if (all.some(({ l, rows }) => rows === null && !l.optional)) return null;
  const found = /* @__PURE__ */ new Map();
  for (const { l, rows } of all) {
    for (const row of rows ?? []) {
      const name = String(row["name"]);
      const count = row["rows"];
      const { rows: before = null } = found.get(name) ?? {};
      found.set(name, {
        name: { ...of, name: ourName(name) },
        columns: columns.get(name) ?? [],
        comment: textOf(row, "comment"),
        rows: typeof count === "number" ? count : before,
        ...l.said(row)
      });
    }
  }
  return [...found.values()];
}
async function list2(driver, { show, optional }, of) {
  try {
    return await showAll(driver, show, of);
  } catch (error) {
    if (optional && isUnknown(error)) return [];
    throw error;
  }
}

// registry/observe/snowflake/needs.ts
var inSchema = [
  "DYNAMIC TABLE",
  "MATERIALIZED VIEW",
  "ONLINE FEATURE TABLE",
  "TABLE",
  "VIEW",
  "PROCEDURE",
  "FUNCTION",
  "TASK",
  "ALERT",
  "TAG",
  "DATA METRIC FUNCTION"
];
var inAccount = ["WAREHOUSE", "ROLE"];
var executing = {
  TASK: "EXECUTE TASK",
  ALERT: "EXECUTE ALERT",
  "DATA METRIC FUNCTION": "EXECUTE DATA METRIC FUNCTION"
};
var kinds = [...inSchema, ...inAccount].toSorted((a, b) => b.length - a.length).join("|");
var creating = new RegExp(
  `^CREATE (?:OR (?:REPLACE|ALTER) )?(?:(?:TRANSIENT|SECURE|HYBRID|INTERACTIVE) )*(${kinds}) (?:IF NOT EXISTS )?"[^"]+"(?:\\."([^"]+)"\\.)?`
);
function needsOf(steps, { catalog, publicSchema, storageSchema, stateSchema }, warehouse) {
  const database = catalog.toUpperCase();
  const found = /* @__PURE__ */ new Map();
  const add = (need) => void found.set(JSON.stringify(need), need);
  const schemaNeed = (privilege, schema) => add({ privilege, on: "SCHEMA", name: [database, schema.toUpperCase()], within: schema.toLowerCase() });
  add({ privilege: "USAGE", on: "DATABASE", name: [database], within: null });
  add({ privilege: "CREATE SCHEMA", on: "DATABASE", name: [database], within: null });
  if (warehouse !== null) add({ privilege: "USAGE", on: "WAREHOUSE", name: [warehouse], within: null });
  for (const schema of /* @__PURE__ */ new Set([stateSchema, storageSchema, publicSchema])) schemaNeed("USAGE", schema);
  schemaNeed("CREATE TABLE", stateSchema);
  for (const sql of steps.flatMap((s) => s.sql)) {
    const match2 = creating.exec(sql);
    if (match2 === null) continue;
    const [, kind, schema] = match2;
    if (schema === void 0) add({ privilege: `CREATE ${kind}`, on: "ACCOUNT", name: null, within: null });
    else schemaNeed(`CREATE ${kind}`, schema);
    const run = executing[kind];
    if (run !== void 0) add({ privilege: run, on: "ACCOUNT", name: null, within: null });
  }
  return [...found.values()];
}
function grantedName(parts) {
  return parts.map((p) => /^[A-Z_][A-Z0-9_$]*$/.test(p) ? p : `"${p.replaceAll('"', '""')}"`).join(".");
}

// registry/observe/snowflake/preflight.ts
async function preflight(driver, placement, steps) {
  const [who] = await driver.query(
    "SELECT CURRENT_ROLE() AS ROLE_NAME, CURRENT_WAREHOUSE() AS WAREHOUSE, CURRENT_ACCOUNT() AS ACCOUNT",
    "ask for the connection"
  );
  const role = String(who?.["role_name"] ?? "");
  const needs = needsOf(steps, placement, textOf2(who, "warehouse"));
  return Promise.all([
    looked("edition", () => editionOf(driver, textOf2(who, "account"))),
    looked("compute", () => warehouseOf(driver, textOf2(who, "warehouse"), role)),
    looked("parameters", () => parametersOf(driver)),
    looked("privileges", () => privilegesOf(driver, { role, catalog: placement.catalog, needs }))
  ]);
}
async function looked(name, look) {
  try {
    return { name, ...await look() };
  } catch (error) {
    if (!(error instanceof FeatError)) throw error;
    return { name, detail: "cannot be looked at", problems: error.diagnostics };
  }
}
function textOf2(row, column3) {
  const value = row?.[column3];
  return value === void 0 || value === null ? null : String(value);
}
var needed = {
  TIMEZONE: "UTC",
  TIMESTAMP_TYPE_MAPPING: "TIMESTAMP_NTZ",
  QUOTED_IDENTIFIERS_IGNORE_CASE: "false",
  WEEK_START: "1",
  AUTOCOMMIT: "true"
};
async function parametersOf(driver) {
  const rows = await driver.query("SHOW PARAMETERS IN SESSION", "read the parameters of the session");
  const found = new Map(rows.map((r) => [String(r["key"]), String(r["value"])]));
  const wrong = Object.entries(needed).filter(([key, value]) => (found.get(key) ?? value).toLowerCase() !== value.toLowerCase());
  const problems = wrong.map(([parameter, value]) => diagnostic("F675", { parameter, found: found.get(parameter), needed: value }));
  return {
    detail: Object.keys(needed).map((k) => `${k} ${found.get(k) ?? "unknown"}`).join(", "),
    problems
  };
}
async function warehouseOf(driver, warehouse, role) {
  if (warehouse === null) return { detail: "no warehouse", problems: [diagnostic("F674", { warehouse: null, role })] };
  const rows = await driver.query("SHOW WAREHOUSES", "look for the warehouse");
  const row = rows.find((r) => r["name"] === warehouse);
  if (row === void 0) return { detail: `warehouse ${warehouse}`, problems: [diagnostic("F674", { warehouse, role })] };
  return {
    detail: `warehouse ${warehouse}, ${textOf2(row, "size") ?? "of unknown size"}, ${textOf2(row, "state") ?? "in unknown state"}`,
    problems: []
  };
}
async function editionOf(driver, account) {
  try {
    const rows = await driver.query("SHOW ORGANIZATION ACCOUNTS", "ask for the edition");
    const row = rows.find((r) => r["account_locator"] === account);
    if (row !== void 0) return { detail: String(row["edition"]), problems: [] };
  } catch (error) {
    if (!isDenied(error) && !isMissing(error) && !isUnknown(error)) throw error;
  }
  return { detail: "not told to this role; what the target says in `edition` is taken for true", problems: [] };
}
async function privilegesOf(driver, { role, catalog, needs }) {
  const held = await grantsOf(driver, role);
  if (held === null) return { detail: `what the role ${role} may do is not told to it`, problems: [] };
  const schemas = await schemasOf(driver, catalog);
  const missing3 = needs.filter((n) => !holds(held, n, schemas));
  return {
    detail: `role ${role} holds ${needs.length - missing3.length} of ${needs.length} privileges that the project needs`,
    problems: missing3.map((n) => diagnostic("F676", { role, privilege: n.privilege, on: n.on, name: n.name === null ? null : grantedName(n.name) }))
  };
}
var most3 = 50;
async function grantsOf(driver, role) {
  const held = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set([role]);
  let next = [role, "PUBLIC"];
  while (next.length > 0 && seen.size < most3) {
    const rows = await Promise.all(next.map((r) => grantsTo(driver, r)));
    if (rows[0] === null && next[0] === role) return null;
    const inherited = [];
    for (const row of rows.flatMap((r) => r ?? [])) {
      const [privilege, on, name] = [String(row["privilege"]), String(row["granted_on"]).replaceAll("_", " "), String(row["name"])];
      const key = keyOf2(on, on === "ACCOUNT" ? null : name);
      held.set(key, (held.get(key) ?? /* @__PURE__ */ new Set()).add(privilege));
      if (on === "ROLE" && privilege === "USAGE" && !seen.has(name)) inherited.push(name);
    }
    for (const r of inherited) seen.add(r);
    next = inherited;
  }
  return held;
}
async function grantsTo(driver, role) {
  try {
    return await driver.query(`SHOW GRANTS TO ROLE ${quotedRole(role)}`, "read what the role may do");
  } catch (error) {
    if (isDenied(error) || isMissing(error)) return null;
    throw error;
  }
}
function quotedRole(role) {
  return `"${role.replaceAll('"', '""')}"`;
}
function keyOf2(on, name) {
  return `${on} ${name ?? ""}`;
}
function holds(held, { on, name, privilege, within }, schemas) {
  if (within !== null && !schemas.has(within)) return true;
  const found = held.get(keyOf2(on, name === null ? null : grantedName(name)));
  return found !== void 0 && (found.has(privilege) || found.has("OWNERSHIP") || found.has("ALL"));
}

// registry/observe/snowflake/types.ts
var exact2 = { precision: 38, scale: 0 };
var named2 = {
  BYTEINT: decimal(38, 0),
  TINYINT: decimal(38, 0),
  SMALLINT: decimal(38, 0),
  INT: decimal(38, 0),
  INTEGER: decimal(38, 0),
  BIGINT: decimal(38, 0),
  FLOAT: float,
  FLOAT4: float,
  FLOAT8: float,
  DOUBLE: float,
  "DOUBLE PRECISION": float,
  REAL: float,
  VARCHAR: text,
  CHAR: text,
  CHARACTER: text,
  STRING: text,
  TEXT: text,
  BOOLEAN: flag,
  DATE: date,
  DATETIME: time,
  TIMESTAMP: time,
  TIMESTAMP_NTZ: time,
  // All sessions run in UTC, where the type with the session's zone shows the same moment. One with a zone of its own does not.
  TIMESTAMP_LTZ: time,
  VARIANT: json,
  OBJECT: json,
  ARRAY: json
};
function typeOfSnowflake(spelled2) {
  const match2 = /^([A-Z_0-9 ]+?)\s*(?:\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\))?$/i.exec(spelled2.trim());
  if (match2 === null) return null;
  const name = match2[1].toUpperCase();
  if (name === "NUMBER" || name === "DECIMAL" || name === "NUMERIC") {
    return decimal(Number(match2[2] ?? exact2.precision), Number(match2[3] ?? exact2.scale));
  }
  return named2[name] ?? null;
}

// registry/observe/snowflake/reader.ts
var snowflake2 = { live: live2, relations: relations2, isHidden, hidesSchemas: true, roleOf, preflight, typeOf: typeOfSnowflake, intDigits: 38 };
async function live2(driver, placement) {
  const catalog = placement.catalog;
  if (catalog === null) throw new InternalError("a placement on Snowflake names a database");
  const wanted = [.../* @__PURE__ */ new Set([placement.publicSchema, placement.storageSchema])].map((schema) => ({ catalog, schema }));
  const [schemas, objects2] = await Promise.all([schemasOf(driver, catalog), Promise.all(wanted.map((w) => objectsIn2(driver, w)))]);
  const closed = wanted.filter((w, i) => objects2[i] === null && schemas.has(w.schema));
  if (closed.length > 0) throw new FeatError(closed.map((w) => diagnostic("F671", { schema: schemaText(w) })));
  return { schemas: [placement.stateSchema, ...wanted.map((w) => w.schema)].filter((s) => schemas.has(s)), objects: objects2.flatMap((o) => o ?? []) };
}
async function relations2(driver, wanted) {
  const schemas = [...groupBy(wanted, (n) => `${n.catalog}.${n.schema}`).values()];
  const found = await Promise.all(
    schemas.map(async (names4) => {
      const of = { catalog: names4[0].catalog, schema: names4[0].schema };
      const columns = await known(
        () => columnsIn(
          driver,
          of,
          names4.map((n) => n.name)
        )
      );
      const objects2 = [...columns ?? []].map(([name, c]) => relation(of, name, c));
      const complete = names4.every((n) => objects2.some((o) => o.name.name === n.name));
      return complete || columns === null ? objects2 : [...objects2, ...(await namesIn(driver, of)).map((name) => relation(of, name, null))];
    })
  );
  return found.flat();
}
function relation(of, name, columns) {
  return { name: { ...of, name: ourName(name) }, kind: "table", columns: columns ?? [], comment: null };
}
async function namesIn(driver, { catalog, schema }) {
  const rows = await driver.query(
    `SELECT TABLE_NAME FROM ${quote3(catalog, "snowflake")}.INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ${literal4(schema.toUpperCase(), text, "snowflake")}`,
    "read the names of tables"
  );
  return rows.map((r) => String(r["table_name"]));
}
async function known(read) {
  try {
    return await read();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
async function isHidden(driver, name) {
  try {
    await driver.query(`DESCRIBE TABLE ${qualified(name, "snowflake")}`, "look whether something is only hidden");
    return true;
  } catch (error) {
    if (isDenied(error)) return true;
    if (isMissing(error)) return false;
    throw error;
  }
}
async function roleOf(driver) {
  const [row] = await driver.query("SELECT CURRENT_ROLE() AS ROLE_NAME", "ask for the role");
  return String(row?.["role_name"] ?? "of the connection");
}

// registry/observe/observe.ts
var readers = { duckdb: duckdb2, snowflake: snowflake2 };
function readerOf(driver) {
  return readers[driver.dialect];
}
async function observe(driver, placement) {
  return readerOf(driver).live(driver, placement);
}

// registry/state/shape.ts
var ofRecord = [
  ["environment", "text"],
  ["address", "text"],
  ["storages", "list"],
  ["definitions", "list"],
  ["protect", "flag"],
  ["applied", "object"],
  ["applied.kind", "text"],
  ["applied.causes", "list"],
  ["applied.uses", "list"],
  ["applied.columns", "list"],
  ["applied.grain", "object"],
  ["applied.grain.keys", "list"],
  ["applied.grain.time", "list"],
  ["applied.grain.hash", "text"],
  ["applied.filling", "object"],
  ["applied.filling.by", "text"],
  ["applied.publish", "text"],
  ["applied.physical", "object"],
  ["applied.promises", "object"],
  ["applied.tags", "list"],
  ["applied.hash", "object"],
  ["applied.hash.data", "text"],
  ["applied.hash.shape", "text"],
  ["applied.hash.meta", "text"]
];
var ofStorage = [
  ["name", "object"],
  ["name.schema", "text"],
  ["name.name", "text"],
  ["generation", "text"],
  ["of", "text"],
  ["grain", "text"],
  ["grainColumns", "list"],
  ["columns", "list"]
];
function lackOfRecord(value) {
  const own = lackOf(value, ofRecord);
  if (own !== null) return own;
  const storages = value.storages.map(lackOfStorage).find((l) => l !== null);
  return storages === void 0 ? null : `storages.${storages}`;
}
function lackOfStorage(value) {
  return lackOf(value, ofStorage);
}
function lackOf(value, paths) {
  const wrong = paths.find(([path, kind]) => !isOf(kind, at(value, path)));
  return wrong === void 0 ? null : wrong[0];
}
function at(value, path) {
  return path.split(".").reduce((v, key) => typeof v === "object" && v !== null ? v[key] : void 0, value);
}
function isOf(kind, value) {
  switch (kind) {
    case "text":
      return typeof value === "string";
    case "list":
      return Array.isArray(value);
    case "flag":
      return typeof value === "boolean";
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
  }
}

// registry/state/read.ts
async function readState(driver, placement) {
  const sql = stateSql(placement);
  const [head, tables] = await Promise.allSettled([readMeta(driver, sql), driver.query(everything(sql), "read the state")]);
  if (head.status === "rejected") throw head.reason;
  if (head.value === null) return null;
  if (tables.status === "rejected") throw tables.reason;
  const meta = head.value;
  const all = tables.value;
  const rows = (kind) => all.filter((row) => row["kind"] === kind);
  return {
    format: 1,
    id: meta.id,
    project: meta.project,
    serial: meta.serial,
    records: rows("record").map(recordOf),
    storages: rows("storage").map(storageOf),
    coverage: rows("coverage").map(coverageOf),
    retired: rows("retired").map(retiredOf),
    starts: Object.fromEntries(rows("start").map((r) => [text2(r, "a"), instantOf(text2(r, "b"))]))
  };
}
function everything(sql) {
  const parts = [
    `SELECT 'record' AS kind, environment AS a, address AS b, NULL AS c, body FROM ${sql.records}`,
    `SELECT 'storage', owner, created_by, generation, body FROM ${sql.storages}`,
    `SELECT 'coverage', storage, covers_from, covers_to, known_to FROM ${sql.coverage}`,
    `SELECT 'retired', r.generation, r.drop_after, NULL, s.body FROM ${sql.retired} AS r JOIN ${sql.storages} AS s ON s.generation = r.generation`,
    `SELECT 'start', address, found_at, NULL, NULL FROM ${sql.starts}`
  ];
  return `${parts.join(" UNION ALL ")} ORDER BY kind, a, b, c`;
}
function recordOf(row) {
  const what = `the record of ${row["b"]}`;
  const record = parsed3(row, what);
  const lack = lackOfRecord(record);
  if (lack !== null) throw unreadable(what, lacking(lack));
  const { address, environment } = record;
  if (parseAddress(text2(row, "b")) === null || address !== row["b"] || environment !== row["a"]) throw unreadable(what, "is not a record of this address");
  return record;
}
function lacking(path) {
  return `lacks '${path}', as this version of feat writes it`;
}
function storageOf(row) {
  const what = `the storage ${row["c"]}`;
  const storage = parsed3(row, what);
  const lack = lackOfStorage(storage);
  if (lack !== null) throw unreadable(what, lacking(lack));
  return { storage, owner: text2(row, "a"), createdBy: text2(row, "b") };
}
function coverageOf(row) {
  return { storage: text2(row, "a"), from: instantOf(text2(row, "b")), to: instantOf(text2(row, "c")), knownTo: instantOf(text2(row, "body")) };
}
function retiredOf(row) {
  return { name: parsed3(row, `the retired storage ${row["a"]}`).name, dropAfter: instantOf(text2(row, "b")) };
}
function parsed3(row, what) {
  try {
    const value = JSON.parse(text2(row, "body"));
    if (typeof value === "object" && value !== null) return value;
  } catch {
  }
  throw unreadable(what, "is no JSON object");
}
function text2(row, column3) {
  const value = row[column3];
  if (typeof value !== "string") throw unreadable(`a row of kind ${row["kind"]}`, `has ${JSON.stringify(value)} where a text is due`);
  return value;
}

// registry/driver/duckdb.ts
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// registry/driver/classify.ts
var patterns = [
  [/No space left on device|File too large|Disk quota exceeded|not enough space|max_temp_directory_size/i, "F604"],
  [/^Out of Memory Error|failed to allocate/i, "F605"],
  [/^INTERRUPT Error/i, "F606"],
  [/not a valid DuckDB database file/i, "F609"],
  [/database file with version number|storage version/i, "F614"],
  [/Corrupt database file|does not match stored checksum|has been invalidated/i, "F608"],
  [/in read-only mode: database does not exist/i, "F613"],
  [/in read-only mode/i, "F612"],
  [/No files found that match/i, "F603"],
  [/^(Conversion|Out of Range) Error/i, "F607"],
  [/^Catalog Error: (Table|View|Schema) with name .* does not exist|because schema .* does not exist/i, "F601"],
  [/^Binder Error: (Referenced column|Table .* does not have a column)|does not have a column named/i, "F602"],
  [/Conflict on|write-write conflict|Transaction conflict/i, "F615"]
];
var opening2 = [
  [/No such file or directory|cannot find the path/i, "F610"],
  [/^IO Error/i, "F611"]
];
function engineError(error, where, phase = "running") {
  if (error instanceof FeatError) return error;
  const text3 = error instanceof Error ? error.message : String(error);
  return new FeatError([classified(text3, where, phase)], { cause: error });
}
function classified(text3, where, phase) {
  const table = phase === "opening" ? [...patterns, ...opening2] : patterns;
  const code = table.find(([pattern]) => pattern.test(text3))?.[1] ?? "F619";
  const detail = summary(text3);
  const { path, during } = where;
  switch (code) {
    case "F613":
      return diagnostic("F613", { path });
    case "F604":
    case "F608":
    case "F609":
    case "F610":
    case "F611":
    case "F612":
    case "F614":
      return diagnostic(code, { path, detail, during });
    default:
      return diagnostic(code, { detail, during });
  }
}
function wordsOf(error) {
  return error.cause instanceof Error ? summary(error.cause.message) : error.message;
}
function summary(text3) {
  const paragraph = text3.split("\n\n")[0].replace(/^[A-Za-z ]+ Error: /, "");
  return paragraph.split("\n").filter((line2) => !/^(LINE \d|Did you mean)/.test(line2)).join(" ").trim();
}

// registry/driver/holder.ts
import { readFileSync } from "node:fs";
var busy = /Could not set lock on file|being used by another process/i;
var conflict = /held in (.+?) \(PID (\d+)\)(?: by user (\S+))?/;
function holderIn(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (!busy.test(message)) return null;
  const match2 = conflict.exec(message);
  if (match2 === null) return "another process";
  const [, program, pid, user] = match2;
  const command = commandOf(Number(pid)) ?? program;
  return `process ${pid} (${command})${user === void 0 ? "" : ` of ${user.replace(/\.$/, "")}`}`;
}
function commandOf(pid) {
  try {
    const words2 = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter((w) => w !== "");
    const line2 = words2.join(" ");
    return line2 === "" ? null : line2.length > 120 ? `${line2.slice(0, 117)}...` : line2;
  } catch {
    return null;
  }
}

// registry/driver/values.ts
function decoder(type) {
  if (integers.test(type)) return integerOf;
  if (type.startsWith("TIMESTAMP")) return timeOf;
  if (type === "FLOAT" || type === "DOUBLE") return (v) => v === null ? null : Number(v);
  return plain;
}
var integers = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;
function plain(v) {
  return v === null || typeof v === "string" || typeof v === "number" || typeof v === "boolean" ? v : JSON.stringify(v);
}
function integerOf(v) {
  if (typeof v !== "string") return plain(v);
  const number = Number(v);
  return Number.isSafeInteger(number) ? number : v;
}
var instant3 = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?(?:\+00(?::00)?)?$/;
function timeOf(v) {
  if (typeof v !== "string") return plain(v);
  const match2 = instant3.exec(v);
  if (match2 === null) return v;
  const [, day2, time2, fraction] = match2;
  return `${day2}T${time2}${fraction === void 0 ? "" : `.${fraction.padEnd(6, "0")}`}Z`;
}

// registry/driver/duckdb.ts
var settings = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  storage_compatibility_version: "v1.2.0",
  memory_limit: "1400MB"
};
async function openDuckdb(options) {
  const { path } = options;
  const { DuckDBInstance } = duckdb3();
  for (const close of left) close();
  const spill = path === ":memory:" ? { temp_directory: join2(tmpdir(), `feat-${process.pid}.tmp`) } : {};
  const config = { ...settings, ...spill, ...options.readOnly === true ? { access_mode: "READ_ONLY" } : {} };
  const open = async () => {
    try {
      return { got: await (path === ":memory:" ? DuckDBInstance.create(path, config) : DuckDBInstance.fromCache(path, config)) };
    } catch (error) {
      const holder = holderIn(error);
      if (holder === null) throw engineError(error, { path, during: null }, "opening");
      return { busy: (waited) => diagnostic("F600", { path, holder, waited }), cause: error };
    }
  };
  const instance = await waitWhileBusy(open, options.wait);
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return driverOf(instance, connection, path, options.readOnly !== true);
}
function duckdb3() {
  return createRequire(import.meta.url)("@duckdb/node-api");
}
function driverOf(instance, connection, path, exclusive) {
  let last = Promise.resolve();
  let pending = 0;
  const inTurn = (title, work) => {
    const where = { path, during: title ?? null };
    pending++;
    const turn = last.then(work).catch((error) => {
      throw engineError(error, where);
    }).finally(() => pending--);
    last = turn.catch(() => null);
    return turn;
  };
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  const driver = {
    dialect: "duckdb",
    parallelism: 1,
    exclusive,
    execute: (sql, title) => inTurn(title, async () => (await connection.run(sql)).rowsChanged),
    query: async (sql, title) => rowsOf(await inTurn(title, () => connection.run(sql))),
    describe: (sql, title) => inTurn(title, async () => (await rowsOf(await connection.run(`DESCRIBE ${sql}`))).map(described)),
    transaction: (statements3, title) => inTurn(title, () => transact2(connection, statements3)),
    tagged: () => driver,
    cancel: () => connection.interrupt(),
    // Where one of several calls has failed, others may still be under way.
    close: () => void (pending === 0 ? exclusive ? close() : closeLater(close) : last.then(close))
  };
  return driver;
}
var left = /* @__PURE__ */ new Set();
function closeLater(close) {
  const once = () => {
    if (left.delete(once)) close();
  };
  left.add(once);
  setTimeout(once, 100).unref();
}
async function transact2(connection, statements3) {
  await connection.run("BEGIN");
  try {
    const changed = [];
    for (const statement2 of statements3) {
      const rows = (await connection.run(typeof statement2 === "string" ? statement2 : statement2.sql)).rowsChanged;
      if (typeof statement2 !== "string" && rows !== statement2.rows) throw new FeatError([statement2.otherwise]);
      changed.push(rows);
    }
    await connection.run("COMMIT");
    return changed;
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => null);
    throw error;
  }
}
async function rowsOf(result) {
  const names4 = result.deduplicatedColumnNames().map((n) => n.toLowerCase());
  const decoders = result.columnTypes().map((t) => decoder(String(t)));
  return (await result.getRowsJson()).map((row) => {
    const out = {};
    for (let i = 0; i < names4.length; i++) out[names4[i]] = decoders[i](row[i]);
    return out;
  });
}
function described(row) {
  return { name: String(row["column_name"]), type: String(row["column_type"]), nullable: row["null"] !== "NO" };
}

// compiler/plan/coverage.ts
function coverageOf2(state) {
  const byKey = groupBy(state?.coverage ?? [], (c) => c.storage);
  return (storage, featureType) => merged((byKey.get(coverageKey(storage, featureType)) ?? []).map((c) => ({ from: secondsOf(c.from), to: secondsOf(c.to) })));
}
function coverageKey(storage, featureType) {
  return featureType === void 0 ? storage.generation : `${storage.generation}#${featureType}`;
}

// compiler/plan/bind.ts
function bindRelation(relation2, b) {
  const go = (r) => bindRelation(r, b);
  switch (relation2.kind) {
    case "scan":
      return boundScan(relation2, b);
    case "source":
      return physicalSource(b.source(relation2.of), b.placement.sources[relation2.of]);
    case "select":
      return { ...relation2, from: { ...relation2.from, of: go(relation2.from.of) }, joins: relation2.joins.map((j) => ({ ...j, of: go(j.of) })) };
    case "union":
      return { ...relation2, all: relation2.all.map(go) };
    case "with":
      return { ...relation2, parts: relation2.parts.map((p) => ({ ...p, of: go(p.of) })), body: go(relation2.body) };
    case "table":
    case "physical":
    case "series":
    case "values":
    case "frames":
      return relation2;
    default:
      return absurd(relation2);
  }
}
function physicalSource(source, placed) {
  if (placed === void 0) throw new InternalError(`${source.address} has no place`);
  if (placed.kind === "relation") return { kind: "physical", of: placed };
  if (placed.kind === "file") return { kind: "physical", of: { ...placed, columns: source.columns } };
  const body = (dialect) => source.query[dialect].map((p) => typeof p === "string" ? p : plainPart(source, p)).join("");
  return { kind: "physical", of: { kind: "query", sql: { snowflake: body("snowflake"), duckdb: body("duckdb") } } };
}
function plainPart(source, part2) {
  throw new InternalError(`the query of ${source.address} holds a '${part2.kind}'`);
}
function boundScan(scan, b) {
  const resource = b.resource(scan.of);
  const storages = b.storages(scan.of);
  const holding2 = holders(scan, resource, storages);
  if (holding2.length > 1) return resource.kind === "tiles" ? mergedTiles(scan, resource, holding2) : joinedGroups(scan, resource, holding2);
  const [only] = holding2;
  if (only === void 0) throw new InternalError(`nothing holds ${scan.of}`);
  const names4 = scan.columns.map((c) => [c, storedName(c, resource, only)]);
  const physical = { kind: "physical", of: { kind: "relation", name: only.name } };
  if (names4.every(([logical, stored]) => logical === stored)) return physical;
  return select(
    as("s", physical),
    names4.map(([logical, stored]) => named(logical, field(stored, "s")))
  );
}
function holders(scan, resource, storages) {
  const grain = new Set(grainNames(resource));
  const values = scan.columns.filter((c) => !grain.has(c) && c !== "computed_at");
  const first = storages.find((s) => s.first) ?? storages[0];
  const of = (c) => storages.find((s) => s.columns.some((x) => x.logical === c)) ?? missing2(scan.of, c);
  const holding2 = unique(values.map(of));
  return holding2.length === 0 ? [first].filter((s) => s !== void 0) : holding2.length === 1 ? holding2 : unique([...first !== void 0 && holding2.includes(first) ? [first] : [], ...holding2]);
}
function missing2(of, column3) {
  throw new InternalError(`no storage of ${of} holds '${column3}'`);
}
function grainNames(resource) {
  return [...resource.grain.keys, ...resource.grain.time].map((c) => c.name);
}
function storedName(logical, resource, storage) {
  const position = grainNames(resource).indexOf(logical);
  if (position >= 0) return storage.grainColumns[position] ?? logical;
  return storage.columns.find((c) => c.logical === logical)?.stored ?? (logical === "computed_at" ? logical : null);
}
function joinedGroups(scan, resource, storages) {
  const alias = (i) => `s${i + 1}`;
  const physical = (s) => ({ kind: "physical", of: { kind: "relation", name: s.name } });
  const grain = grainNames(resource).filter((c) => c !== "feature_date");
  const on = (i) => grain.map((c) => call("eq", field(storedName(c, resource, storages[0]), "s1"), field(storedName(c, resource, storages[i]), alias(i))));
  const columns = scan.columns.map((c) => {
    const i = storages.findIndex((s) => storedName(c, resource, s) !== null);
    return named(c, field(storedName(c, resource, storages[i]), alias(i)));
  });
  return select(as("s1", physical(storages[0])), columns, { joins: storages.slice(1).map((s, i) => join("inner", alias(i + 1), physical(s), on(i + 1))) });
}
function mergedTiles(scan, resource, storages) {
  const grain = grainNames(resource);
  const typeOf = (c) => resource.columns.find((x) => x.name === c).type;
  const all = storages.map(
    (s) => select(
      as("s", { kind: "physical", of: { kind: "relation", name: s.name } }),
      scan.columns.map((c) => {
        const stored = storedName(c, resource, s);
        return named(c, stored === null ? literal(null, typeOf(c)) : field(stored, "s"));
      })
    )
  );
  const columns = scan.columns.map((c) => named(c, grain.includes(c) ? field(c, "u") : aggregate("max", [field(c, "u")])));
  return select(as("u", { kind: "union", all }), columns, { groupBy: grain.filter((c) => scan.columns.includes(c)).map((c) => field(c, "u")) });
}

// compiler/plan/objects/physical.ts
function keptAs(resource, storage) {
  const { clusterBy = [], columns, rowAccess, storeTags: _, ...rest } = resource.physical;
  const shown2 = resource.publish === "table" ? { columns, rowAccess } : {};
  return { clusterBy: clusterBy.flatMap((c) => storedName(c, resource, storage) ?? []), physical: { ...rest, ...shown2 } };
}
function shownAs({ physical: { tags, columns, rowAccess, storeTags } }) {
  return { tags, columns, rowAccess, storeTags };
}

// compiler/plan/publish.ts
function marker(project, placement, address, generation) {
  return `[feat ${project}/${placement.environment} ${address} ${generation}]`;
}
function isOurs(comment) {
  return comment !== null && /\[feat \S+\/\S+ .+\]$/.test(comment);
}
function withMarker(comment, mark) {
  return comment === null || comment === "" ? mark : `${comment}
${mark}`;
}
function publicComment(project, resource, storages, placement) {
  const generation = [resource.hash.shape.slice(0, 8), resource.hash.meta.slice(0, 8), ...storages.map((s) => s.generation.slice(-8))].join(".");
  return withMarker(resource.comment, marker(project, placement, resource.address, generation));
}
function storageTable(project, resource, storage, placement) {
  const spec = (name, type, comment2 = null) => ({ name, type, nullable: true, comment: comment2 });
  const grain = [...resource.grain.keys, ...resource.grain.time].map((c, i) => spec(storage.grainColumns[i], c.type));
  const values = storage.columns.map((s) => {
    const column3 = resource.columns.find((c) => c.name === s.logical);
    return spec(s.stored, column3.type, resource.publish === "table" ? column3.description : null);
  });
  const stamp = resource.kind === "view" || resource.kind === "serving" ? [spec("computed_at", time)] : [];
  const comment = resource.physical.append === true ? publicComment(project, resource, [storage], placement) : marker(project, placement, resource.address, storage.generation);
  const table = {
    name: storage.name,
    columns: [...grain, ...values, ...stamp],
    comment,
    ifNotExists: true,
    ...keptAs(resource, storage)
  };
  if (resource.served?.kind === "hybrid table")
    return servedStatements(placement.dialect).createKeyed(table, storage.grainColumns.slice(0, resource.grain.keys.length));
  return createTable3(table, placement.dialect);
}
function publicView(project, lowered, resource, bindings2) {
  const columns = [...grainNames(resource), ...resource.columns.map((c) => c.name)];
  const body = resource.filling.by === "nothing" ? bodyOf(lowered, { of: resource.address, columns: [], first: true, bulk: true }) : shown(resource);
  const stamp = resource.filling.by === "nothing" ? [] : ["computed_at"];
  const view = createView3(
    {
      name: resource.publicName,
      columns: [...columns, ...stamp].map((name) => ({ name, comment: resource.columns.find((c) => c.name === name)?.description ?? null })),
      query: printQuery(bindRelation(body, bindings2), bindings2.placement.dialect, null),
      comment: publicComment(project, resource, bindings2.storages(resource.address), bindings2.placement),
      physical: shownAs(resource)
    },
    bindings2.placement.dialect
  );
  return [...view, ...requestFunction(project, resource, bindings2.placement)];
}
function requestFunction(project, resource, placement) {
  const { onRequest, publicName } = resource;
  if (onRequest === void 0 || publicName === null) return [];
  const own = [...resource.grain.keys, ...resource.grain.time, ...resource.columns, { name: "computed_at", type: time }];
  const rows = { kind: "physical", of: { kind: "relation", name: publicName } };
  const query = select(as("v", rows), [
    ...fields(
      own.map((c) => c.name),
      "v"
    ),
    ...onRequest.columns.map((c) => named(c.name, c.computed))
  ]);
  const columns = [...own, ...onRequest.columns].map((c) => ({ name: c.name, type: c.type }));
  const comment = withMarker(
    `The rows of ${publicName.name} with what a request adds`,
    marker(project, placement, resource.address, resource.hash.shape.slice(0, 8))
  );
  return createFunction3(
    { name: requestName(publicName), parameters: onRequest.fields, columns, query: printQuery(query, placement.dialect, null), comment },
    placement.dialect
  );
}
function shown(resource) {
  const own = resource.columns.filter((c) => c.aliasOf === null && c.computed === void 0).map((c) => c.name);
  const grain = grainNames(resource);
  const scan = { kind: "scan", of: resource.address, columns: [...grain, ...own, "computed_at"] };
  return select(as("v", scan), [
    ...fields(grain, "v"),
    ...resource.columns.map((c) => named(c.name, c.computed ?? field(c.aliasOf ?? c.name, "v"))),
    named("computed_at", field("computed_at", "v"))
  ]);
}
function publicTable(project, resource, storage, old, placement) {
  const keepAs = old === null ? null : { ...old.name, name: old.generation.slice(old.generation.indexOf(".") + 1) };
  return replaceTable3(
    { name: resource.publicName, next: storage.name, keepAs, mark: publicComment(project, resource, [storage], placement) },
    placement.dialect
  );
}
function metaComment(project, resource, storages, placement) {
  const on = resource.publish === "table" ? "table" : "view";
  const { dialect } = placement;
  return [
    ...commentOn3({ on, name: resource.publicName }, publicComment(project, resource, storages, placement), dialect),
    ...resource.columns.flatMap(
      (c) => c.description === null ? [] : commentOn3({ on: "column", name: resource.publicName, column: c.name }, c.description, dialect)
    )
  ];
}
function afterPublish(bindings2) {
  return {
    ...bindings2,
    storages: (of) => bindings2.storages(of).map((s) => bindings2.resource(of).publish === "table" ? { ...s, name: bindings2.resource(of).publicName } : s)
  };
}

// compiler/plan/binding.ts
var columnNames = /* @__PURE__ */ new WeakMap();
function liveColumns(object) {
  const known2 = columnNames.get(object);
  if (known2 !== void 0) return known2;
  const names4 = new Set(object.columns.map((c) => c.name.toLowerCase()));
  columnNames.set(object, names4);
  return names4;
}
function droppedColumns(storage, live3) {
  const object = live3.get(nameText(storage.name));
  if (object === void 0) return [];
  const there = liveColumns(object);
  return storage.columns.flatMap((c) => there.has(c.stored.toLowerCase()) ? [] : [c.stored]);
}
function storedColumns(resource) {
  return resource.columns.filter((c) => c.aliasOf === null && c.computed === void 0);
}
function bindStorages(resource, among) {
  const { record, live: live3, placement } = among;
  if (resource.filling.by === "nothing") return ownTable(resource, record, live3);
  const whole = resource.publish === "table" || resource.filling.by === "newest";
  const own = unique([resource.address, record?.address ?? resource.address]);
  const shown2 = new Set((record?.storages ?? []).map((s) => s.generation));
  const held = own.flatMap((of) => among.recorded.get(of) ?? []).toSorted((a, b) => Number(shown2.has(b.generation)) - Number(shown2.has(a.generation)));
  const same = (whole ? record?.storages ?? [] : held).filter(
    (s) => s.grain === resource.grain.hash && s.transient === (resource.physical.transient === true ? true : void 0)
  );
  const lost2 = (record?.storages ?? []).filter((s) => !live3.has(nameText(s.name)));
  const there = same.filter((s) => live3.has(nameText(s.name)));
  if (whole) return bindWhole(resource, there, lost2, among);
  const first = there.find((s) => s.first);
  if (first === void 0) return withFresh(resource, [], storedColumns(resource), lost2, placement);
  const hashes = new Map(there.map((s) => [s, new Set(s.columns.map((c) => c.dataHash))]));
  const holders2 = groupBy(storedColumns(resource), (c) => there.find((s) => hashes.get(s).has(c.dataHash)));
  const groups = unique([first, ...[...holders2.keys()].filter((s) => s !== void 0)]).map((s) => renamed(s, resource, holders2.get(s) ?? []));
  const binding = withCopies(withFresh(resource, groups, holders2.get(void 0) ?? [], lost2, placement), among);
  return among.fold === true ? folded(binding, resource, placement) : binding;
}
function folded(binding, resource, placement) {
  if (binding.fresh !== null || binding.storages.length < 2 || binding.copies !== void 0) return binding;
  const fresh = newStorage(resource, storedColumns(resource), true, placement);
  return { storages: [fresh], fresh, lost: [], folds: binding.storages };
}
function withCopies(binding, { record, placement, owner }) {
  const { cloneFrom, environment } = placement;
  if (cloneFrom === void 0 || record !== null) return binding;
  const copied = (s) => {
    const name = { ...s.name, name: `${s.name.name}__${environment.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")}` };
    return { ...s, name, generation: nameText(name) };
  };
  const copies = binding.storages.filter((s) => s !== binding.fresh && owner?.(s) === cloneFrom).map((from2) => ({ from: from2, to: copied(from2) }));
  return copies.length === 0 ? binding : { ...binding, storages: binding.storages.map((s) => copies.find((c) => c.from === s)?.to ?? s), copies };
}
function renamed(storage, resource, columns) {
  const holding2 = groupBy(storage.columns, (c) => c.dataHash);
  const storedFor = (c) => (holding2.get(c.dataHash).find((x) => x.logical === c.name) ?? holding2.get(c.dataHash)[0]).stored;
  return { ...storage, of: resource.address, columns: columns.map((c) => ({ logical: c.name, stored: storedFor(c), dataHash: c.dataHash })) };
}
function withFresh(resource, groups, rest, lost2, placement) {
  if (rest.length === 0 && groups.length > 0) return { storages: groups, fresh: null, lost: lost2 };
  const fresh = newStorage(resource, rest, groups.length === 0, placement);
  return { storages: [...groups, fresh], fresh, lost: lost2 };
}
function bindWhole(resource, there, lost2, { project, placement, live: live3 }) {
  const wanted = newStorage(resource, storedColumns(resource), true, placement);
  const swapped = resource.publish === "table" && live3.get(nameText(resource.publicName))?.comment === publicComment(project, resource, [wanted], placement);
  const held = there.find((s) => s.generation === wanted.generation) ?? (swapped ? { ...wanted, name: resource.publicName } : void 0);
  return held === void 0 ? { storages: [wanted], fresh: wanted, lost: lost2 } : { storages: [held], fresh: null, lost: lost2 };
}
function ownTable(resource, record, live3) {
  if (resource.physical.append !== true) return { storages: [], fresh: null, lost: [] };
  const name = resource.publicName;
  const own = {
    name,
    generation: nameText(name),
    of: resource.address,
    grain: resource.grain.hash,
    grainColumns: [],
    first: true,
    columns: storedColumns(resource).map(asStored)
  };
  const gone = !live3.has(nameText(name));
  return { storages: [own], fresh: record === null || gone ? own : null, lost: record !== null && gone ? record.storages : [] };
}
function asStored(c) {
  return { logical: c.name, stored: c.name, dataHash: c.dataHash };
}
function newStorage(resource, columns, first, placement) {
  const names4 = resource.publish === "table" || resource.filling.by === "newest" ? columns.map((c) => c.name).toSorted() : [];
  const transient = resource.physical.transient === true ? { transient: true } : {};
  const data = columns.map((c) => c.dataHash).toSorted();
  const generation = shortHash(hashOf({ grain: resource.grain.hash, first, data, names: names4, of: resource.served?.kind ?? resource.kind, ...transient }));
  const schema = resource.publish === "table" ? placement.publicSchema : placement.storageSchema;
  const name = { catalog: placement.catalog, schema, name: `${baseName(resource)}__g${generation}` };
  return {
    name,
    generation: nameText(name),
    of: resource.address,
    grain: resource.grain.hash,
    grainColumns: grainNames(resource),
    first,
    columns: columns.map(asStored),
    ...transient
  };
}
var longest2 = 48;
function baseName(resource) {
  const text3 = (resource.name ?? resource.address.replace(".", "_")).toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  return text3.slice(0, longest2).replace(/_+$/, "");
}
function liveObjects(live3) {
  return new Map(live3.objects.map((o) => [nameText(o.name), o]));
}
function recordedStorages(state) {
  return groupBy(
    (state?.storages ?? []).map((s) => s.storage),
    (s) => s.of
  );
}
function writableIn(environment, state) {
  const owners = new Map((state?.storages ?? []).map((s) => [s.storage.generation, s.owner]));
  return (storage) => (owners.get(storage.generation) ?? environment) === environment;
}

// compiler/plan/served-reads.ts
function isKept(resource) {
  return resource.served !== void 0 && resource.filling.by === "nothing";
}
function withReads(resource, bindings2) {
  if (!isKept(resource)) return resource;
  const columns = new Map(resource.uses.map((u) => [u.on, new Set(u.columns)]));
  const named3 = (of) => of.first || of.columns.some((c) => columns.get(of.of)?.has(c.logical) === true);
  const reads = unique(
    resource.uses.flatMap(
      (u) => bindings2.storages(u.on).filter(named3).map((s) => s.generation)
    )
  );
  return { ...resource, served: { ...resource.served, reads }, hash: { ...resource.hash, shape: hashOf({ shape: resource.hash.shape, reads }) } };
}

// compiler/plan/match.ts
function isReplaced({ record, binding }) {
  return record !== null && binding.storages.some((s) => !record.storages.some((r) => r.generation === s.generation));
}
function match(lowered, placed, state, live3, fold = () => false) {
  const { placement } = placed;
  const own = (state?.records ?? []).filter((r) => r.environment === placement.environment && r.applied.object === void 0);
  const byAddress = new Map(own.map((r) => [r.address, r]));
  const objects2 = liveObjects(live3);
  const recorded = recordedStorages(state);
  const owners = new Map((state?.storages ?? []).map((s) => [s.storage.generation, s.owner]));
  const owner = (s) => owners.get(s.generation) ?? placement.environment;
  const taken = /* @__PURE__ */ new Set();
  const matched = placed.resources.map((resource) => {
    const former = resource.renamedFrom === null ? void 0 : byAddress.get(resource.renamedFrom);
    const record = byAddress.get(resource.address) ?? former ?? null;
    if (record !== null) taken.add(record.address);
    return {
      resource,
      record,
      binding: bindStorages(resource, { project: placed.project, placement, record, recorded, live: objects2, owner, fold: fold(resource.address) })
    };
  });
  const gone = own.filter((r) => !taken.has(r.address)).toReversed();
  const bindings2 = bindingsOf(lowered, placed, new Map(matched.map((m) => [m.resource.address, m.binding])));
  return {
    matched: matched.map((m) => ({ ...m, resource: withReads(m.resource, bindings2) })),
    gone,
    applied: new Map(own.flatMap((r) => r.definitions.map((d) => [d.address, d.dataHash]))),
    live: objects2,
    bindings: bindings2
  };
}
function bindingsOf(lowered, placed, by) {
  const resources = new Map(placed.resources.map((r) => [r.address, r]));
  const found = (value, of) => {
    if (value === void 0) throw new InternalError(`${of} is not among the resources`);
    return value;
  };
  return {
    placement: placed.placement,
    resource: (of) => found(resources.get(of), of),
    storages: (of) => found(by.get(of), of).storages,
    source: (of) => found(lowered.sources.get(of), of)
  };
}

export {
  objectsOf,
  createSchema,
  createTableAs3 as createTableAs,
  contentOf,
  copyTo2 as copyTo,
  createView3 as createView,
  dropTable,
  dropView,
  insertInto,
  deleteFrom,
  addColumn3 as addColumn,
  renameTable3 as renameTable,
  commentOn3 as commentOn,
  dropBuilt3 as dropBuilt,
  dropFunction3 as dropFunction,
  servedStatements,
  together3 as together,
  commentProbe3 as commentProbe,
  unsupported,
  printQuery,
  printTerm,
  quote3 as quote,
  qualified,
  fileSql,
  literal4 as literal,
  typeSql3 as typeSql,
  stateSql,
  inParallel,
  isMissing,
  readMeta,
  unreadable,
  coverStatements,
  mergeStatements,
  fenced,
  onlyUnder,
  writeState,
  merged,
  without,
  common,
  readHead,
  runSteps,
  withLock,
  readerOf,
  observe,
  bindRelation,
  grainNames,
  storedName,
  coverageOf2 as coverageOf,
  coverageKey,
  keptAs,
  marker,
  isOurs,
  publicComment,
  storageTable,
  publicView,
  requestFunction,
  publicTable,
  metaComment,
  afterPublish,
  liveColumns,
  droppedColumns,
  writableIn,
  isKept,
  isReplaced,
  match,
  readState,
  wordsOf,
  openDuckdb
};
