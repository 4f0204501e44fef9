import {
  besideName
} from "./.run-11631-IC44RC5W.mjs";
import {
  featureViewMetadata
} from "./.run-11631-DXXVGV4N.mjs";
import {
  as,
  ascending,
  call,
  field,
  fields,
  functions,
  groupBy,
  join,
  named,
  over,
  parseDay,
  parseInstant,
  part,
  sameColumns,
  select
} from "./.run-11631-TVGWGQNI.mjs";
import {
  childrenOf,
  leavesOf,
  mapLeaves
} from "./.run-11631-X5LDZ6U6.mjs";
import {
  float,
  isExact,
  time
} from "./.run-11631-54NLZVMI.mjs";
import {
  InternalError,
  absurd,
  diagnostic
} from "./.run-11631-OFZZUDX7.mjs";

// compiler/emit/template.ts
var bindings = ["logic", "comparison", "arithmetic", "atom"];
function fill(template, args, printed2) {
  const text = typeof template === "string" ? template : template(args);
  const binding = bindingOf(text);
  const sql = text.replace(/\$(\d+)/g, (place2, n, at) => {
    const arg = printed2[Number(n) - 1];
    if (arg === void 0) throw new InternalError(`'${text}' has no argument ${place2}`);
    return isEnclosed(text, at, at + place2.length) ? arg.sql : operand(arg, binding);
  });
  return { sql, binding: /^\$\d+$/.test(text) ? printed2[Number(text.slice(1)) - 1].binding : binding };
}
function operand(p, beside = "atom") {
  return bindings.indexOf(p.binding) > bindings.indexOf(beside) || p.binding === "atom" ? p.sql : `(${p.sql})`;
}
function bindingOf(text) {
  if (isAtomic(text)) return "atom";
  if (/^NOT | (AND|OR) /.test(text)) return "logic";
  return / (=|<>|<=?|>=?|IN|IS) /.test(text) ? "comparison" : "arithmetic";
}
var opening = /(\(|, |WHEN |THEN |ELSE |WHERE )$/;
var closing = /^(\)|, | AS | THEN | ELSE | END)/;
function isEnclosed(text, start, end) {
  return opening.test(text.slice(0, start)) && closing.test(text.slice(end));
}
function isAtomic(text) {
  if (text.startsWith("CASE ") && text.endsWith(" END")) return !text.slice(5).includes("CASE ");
  const open = /^[A-Za-z_]\w*\(/.exec(text);
  if (open === null) return false;
  let depth = 0;
  for (let i = open[0].length - 1; i < text.length; i++) {
    if (text[i] === "(") depth++;
    if (text[i] === ")" && --depth === 0) return i === text.length - 1;
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
  const text = typeof value === "number" && Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new InternalError(`'${text}' is no exact number`);
  return text;
}
function floatDigits(value) {
  const number = Number(value);
  if (!Number.isFinite(number) || typeof value === "boolean") throw new InternalError(`'${value}' is no finite number`);
  return String(Object.is(number, -0) ? 0 : number);
}
function timestampText(value) {
  const instant3 = parseInstant(value);
  if (instant3 === null) throw new InternalError(`'${value}' is no instant`);
  return instant3.iso.replace("T", " ").replace("Z", "");
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
function isPrintable(text) {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}
function printable(text) {
  if (!isPrintable(text)) throw new InternalError("a text holds a NUL or half of a surrogate pair");
  return text;
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
function literal(value, type) {
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
function interval(seconds) {
  const [n, unit] = seconds % 86400 === 0 ? [seconds / 86400, "day"] : [seconds, "second"];
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
function json(sql, path, type) {
  const steps = path.map((p) => /^\d+$/.test(p) ? `[${p}]` : `."${p.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);
  const where = textLiteral(`$${steps.join("")}`);
  return type.kind === "json" ? `json_extract(${sql}, ${where})` : type.kind === "text" ? `json_extract_string(${sql}, ${where})` : cast(`json_extract_string(${sql}, ${where})`, type, true);
}

// compiler/emit/lines.ts
function line(text) {
  return { depth: 0, text };
}
function indent(lines) {
  return lines.map((l) => ({ ...l, depth: l.depth + 1 }));
}
function append(lines, text) {
  return lines.map((l, i) => i === lines.length - 1 ? { ...l, text: l.text + text } : l);
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
  const shown = `${c(f.time)} >= ${quote("k")}.${quote(f.since)}`;
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
    line(`WHERE CASE WHEN ${follows} THEN ${shown} ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END`)
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
function plusInterval(seconds) {
  return seconds < 0 ? `$1 - ${interval(-seconds)}` : `$1 + ${interval(seconds)}`;
}
function bucket(seconds) {
  const units = { 60: "minute", 3600: "hour", 86400: "day" };
  const unit = units[seconds];
  return unit !== void 0 ? `date_trunc('${unit}', $1)` : `time_bucket(${interval(seconds)}, $1, TIMESTAMP '2001-01-01 00:00:00')`;
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
var copyTo = (query, path, format) => {
  const options = format === "parquet" ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER true";
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
  // the time without zone of a session that may be in any zone
  clock: "make_timestamp(epoch_us(now()))",
  quote,
  typeSql,
  literal,
  functions: functions2,
  aggregates,
  filtered,
  stable,
  windows,
  cast,
  castRounding,
  json,
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
function literal2(value, type) {
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
function json2(sql, path, type) {
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
function bucket2(seconds) {
  const units = { 60: "minute", 3600: "hour", [day]: "day" };
  const unit = units[seconds];
  if (unit !== void 0) return `DATE_TRUNC('${unit}', $1)`;
  if (seconds === 7 * day) return week;
  return seconds % day === 0 ? backBy("day", seconds / day) : backBy("second", seconds);
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
  const list2 = [...own, ...isEmpty(tags) ? [] : [tagList(tags)]];
  return [...comment, ...policyClauses({ rowAccess }), `TAG (${list2.join(", ")})`];
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
function scheduleText(schedule, unit) {
  return textLiteral2("minutes" in schedule ? `${schedule.minutes} ${unit}` : `USING CRON ${schedule.cron} ${schedule.zone}`);
}

// compiler/emit/snowflake/objects/alert.ts
function alertChange(_, to2) {
  const name = qualifiedBy(quote2, to2.name);
  const create2 = [
    `CREATE OR REPLACE ALERT ${name}`,
    `WAREHOUSE = ${quote2(to2.warehouse)}`,
    `SCHEDULE = ${scheduleText(to2.schedule, "MINUTE")}`,
    `IF (EXISTS (
${to2.condition}
))`,
    `THEN
${action(to2)}`
  ].join("\n");
  return [`EXPLAIN USING TEXT ${to2.condition}`, create2, `ALTER ALERT IF EXISTS ${name} RESUME`];
}
function dropAlert({ name }) {
  return [`DROP ALERT IF EXISTS ${qualifiedBy(quote2, name)}`];
}
function action({ integrations, message }) {
  const to2 = integrations.map((i) => textLiteral2(JSON.stringify({ [i.toUpperCase()]: {} })));
  const text = textLiteral2(JSON.stringify({ "text/plain": message }));
  return `CALL SYSTEM$SEND_SNOWFLAKE_NOTIFICATION(${text}, ${to2.length === 1 ? to2[0] : `ARRAY_CONSTRUCT(${to2.join(", ")})`})`;
}

// compiler/emit/snowflake/objects/driver-block.ts
var origin = literal2("2001-01-01T00:00:00Z", time);
function driverBlock({ coverage, starts, fills }) {
  const tables = { coverage: qualifiedBy(quote2, coverage), starts: qualifiedBy(quote2, starts) };
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
  if (due === null) return [call2(literal2("1970-01-01T00:00:00Z", time), ":NOW_TIME")];
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
  const start = first === null ? null : "at" in first ? literal2(first.at, time) : ceil(instant(`(SELECT MIN(found_at) FROM ${starts} WHERE address = ${textLiteral2(first.startOf)})`), every);
  return start === null ? end : `COALESCE(${end}, ${start})`;
}
function to({ every, settle, isPoint, limits, fresh }, { coverage }) {
  const next = (sql) => isPoint ? `DATEADD(second, ${every}, ${sql})` : sql;
  const ends = [
    ...settle === null ? [] : [next(floor(settle === 0 ? ":NOW_TIME" : `DATEADD(second, -${settle}, :NOW_TIME)`, every))],
    ...limits.map((l) => ceil(plus(instant(`(SELECT MAX(covers_to) FROM ${coverage} WHERE storage = ${textLiteral2(l.storage)})`), l.plus), every)),
    ...fresh.map((f) => next(floor(plus(`(
${f.newest}
)`, f.plus), every)))
  ];
  return ends.length === 1 ? ends[0] : `LEAST(${ends.join(", ")})`;
}
function plus(sql, seconds) {
  return seconds === 0 ? sql : `DATEADD(second, ${seconds}, ${sql})`;
}
function instant(text) {
  return `CAST(LEFT(${text}, 26) AS TIMESTAMP_NTZ(6))`;
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
  const claims = qualifiedBy(quote2, p.claims);
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
    ...claimLines(claims),
    "BEGIN TRANSACTION;",
    ...branchLines(p.branches),
    ...cover(names3).map(terminated),
    `DELETE FROM ${claims} WHERE claim = :CLAIM_ID;`,
    ...unlessChanged("OVERTAKEN"),
    "COMMIT;",
    "RETURN 'filled';",
    "EXCEPTION",
    "WHEN OTHER THEN",
    "ROLLBACK;",
    `DELETE FROM ${claims} WHERE claim = :CLAIM_ID;`,
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
function claimLines(claims) {
  const taken = "storage = :STORAGE_KEY AND covers_from < :TO_TEXT AND covers_to > :FROM_TEXT";
  const lease = instant2(`DATEADD(minute, ${leaseMinutes}, SYSDATE())`);
  return [
    "BEGIN TRANSACTION;",
    `UPDATE ${claims} SET holder = CURRENT_SESSION() WHERE storage = '*';`,
    `DELETE FROM ${claims} WHERE lease_until < ${instant2("SYSDATE()")};`,
    `INSERT INTO ${claims} SELECT :STORAGE_KEY, :FROM_TEXT, :TO_TEXT, :CLAIM_ID, CURRENT_SESSION(), ${lease} FROM (SELECT COUNT(*) AS n FROM ${claims} WHERE ${taken}) AS c WHERE n = 0;`,
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
  const schedule = to2.schedule === "on change" ? textLiteral2("TRIGGER_ON_CHANGES") : scheduleText(to2.schedule, "MINUTE");
  const was = from2?.name.name === to2.name.name ? from2.measures.map(measure) : [];
  const is = to2.measures.map(measure);
  return [
    `${object} SET DATA_METRIC_SCHEDULE = ${schedule}`,
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
  return `CALL ${full2(name)}(${args.map((a) => literal2(a.value, a.type)).join(", ")})`;
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
  const list2 = (values) => values.map(textLiteral2).join(", ");
  const create2 = `CREATE TAG IF NOT EXISTS ${name}${to2.values === null ? "" : ` ALLOWED_VALUES ${list2(to2.values)}`}`;
  if (from2 === null) return [create2];
  const [was, is] = [from2.values ?? [], to2.values ?? []];
  if (to2.values === null) return was.length === 0 ? [create2] : [create2, `ALTER TAG IF EXISTS ${name} UNSET ALLOWED_VALUES`];
  const added = is.filter((v) => !was.includes(v));
  const gone = was.filter((v) => !is.includes(v));
  return [
    create2,
    ...added.length === 0 ? [] : [`ALTER TAG IF EXISTS ${name} ADD ALLOWED_VALUES ${list2(added)}`],
    ...gone.length === 0 ? [] : [`ALTER TAG IF EXISTS ${name} DROP ALLOWED_VALUES ${list2(gone)}`]
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
function createTask({ name, warehouse, after, calls }, { schedule }) {
  return [
    `CREATE OR REPLACE TASK ${full3(name)}`,
    `WAREHOUSE = ${quote2(warehouse)}`,
    ...after.length === 0 ? [`SCHEDULE = ${scheduleText(schedule, "MINUTES")}`, "ALLOW_OVERLAPPING_EXECUTION = FALSE"] : [],
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
  const create2 = `CREATE OR REPLACE VIEW ${full4(v.name)} (
${columns}
)
COPY GRANTS`;
  const comment = v.comment === null ? [] : [`COMMENT = ${textLiteral2(v.comment)}`];
  if (physical.storeTags !== void 0) return [[create2, ...featureStoreClauses(v.name, comment, physical, physical.storeTags), `AS ${v.query}`].join("\n")];
  return [[create2, ...comment, ...policyClauses(physical), "AS", v.query].join("\n")];
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
  const seconds = lag ?? 60;
  const [count, unit] = [
    [86400, "day"],
    [3600, "hour"],
    [60, "minute"],
    [1, "second"]
  ].flatMap(([size, name]) => seconds % size === 0 ? [[seconds / size, name]] : [])[0];
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
      const described = kind === "dynamic table" ? change2.columns : [];
      return [
        ...set.map((property) => `${target} SET ${property}`),
        ...change2.clusterBy && kind !== "online feature table" ? [`${kind === "interactive table" ? `ALTER TABLE ${full5(s.name)}` : target} ${clusters}`] : [],
        ...described.map((c) => `${target} ALTER COLUMN ${quote2(c.name)} ${c.comment === null ? "UNSET COMMENT" : `COMMENT ${textLiteral2(c.comment)}`}`),
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
  // the time without zone of a session that may be in any zone
  clock: "CAST(CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) AS TIMESTAMP_NTZ(6))",
  quote: quote2,
  typeSql: typeSql2,
  literal: literal2,
  functions: functions3,
  aggregates: aggregates2,
  filtered: filtered2,
  stable: {},
  windows: windows2,
  cast: cast2,
  castRounding: castRounding2,
  json: json2,
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
function scopeOf(name, bounds) {
  return { name, dialect: dialects[name], bounds, only: null, parts: /* @__PURE__ */ new Map() };
}
function boundSql(name, { bounds, dialect }) {
  const bound = bounds?.[name] ?? null;
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
function queryLines(relation, scope) {
  switch (relation.kind) {
    case "select":
      return selectLines(relation, scope);
    case "union":
      return unionLines(relation, scope);
    case "with":
      return withLines(relation, scope);
    case "table":
      return tableLines(relation.name, scope);
    case "series":
      return seriesLines(relation, scope);
    case "values":
      return valuesLines(relation, scope);
    case "physical":
      return physicalLines(relation, scope);
    case "frames":
      return scope.dialect.frames?.(relation, (term) => termSql(term, scope)) ?? queryLines(plainFrames(relation), scope);
    case "scan":
    case "source":
      throw new InternalError(`${relation.kind} of '${relation.of}' is not bound`);
    default:
      return absurd(relation);
  }
}
function physicalLines({ of }, scope) {
  if (of.kind === "query") return [line(of.sql[scope.name])];
  throw new InternalError(`the columns of a ${of.kind} are not known: select them`);
}
function columnsOf(relation, parts) {
  switch (relation.kind) {
    case "select":
      return relation.columns.map((c) => c.as);
    case "union":
      return columnsOf(relation.all[0], parts);
    case "with":
      return columnsOf(relation.body, partsOf(relation, parts));
    case "table":
      return parts.get(relation.name) ?? unknownPart(relation.name);
    case "series":
      return [relation.name];
    case "values":
      return relation.columns.map((c) => c.name);
    case "scan":
    case "source":
      return relation.columns;
    case "physical":
      return [];
    case "frames":
      return [...relation.keys, relation.time, ...relation.columns.map((c) => c.as)];
    default:
      return absurd(relation);
  }
}
function unknownPart(name) {
  throw new InternalError(`no part '${name}' is in scope`);
}
function partsOf(relation, parts) {
  const known = new Map(parts);
  for (const part2 of relation.parts) known.set(part2.name, columnsOf(part2.of, known));
  return known;
}
function withLines(relation, scope) {
  if (relation.parts.length === 0) return queryLines(relation.body, scope);
  const known = new Map(scope.parts);
  const parts = relation.parts.map((part2) => {
    const lines = enclose(`${scope.dialect.quote(part2.name)} AS `, queryLines(part2.of, { ...scope, parts: new Map(known) }), "");
    known.set(part2.name, columnsOf(part2.of, known));
    return lines;
  });
  const [first, ...rest] = listed(parts);
  const inner2 = { ...scope, parts: known };
  return [{ ...first, text: `WITH ${first.text}` }, ...rest, ...queryLines(relation.body, inner2)];
}
function tableLines(name, scope) {
  const { quote: quote4 } = scope.dialect;
  const columns = (scope.parts.get(name) ?? unknownPart(name)).map((c) => [line(quote4(c))]);
  if (columns.length === 0) throw new InternalError(`the columns of part '${name}' are not known: select them`);
  return [line("SELECT"), ...indent(listed(columns)), line(`FROM ${quote4(name)}`)];
}
function unionLines(relation, scope) {
  return relation.all.flatMap((r, i) => [...i === 0 ? [] : [line("UNION ALL")], ...branchLines2(r, scope)]);
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
  const at = parameters.some((p) => sql.includes(p)) ? columns.findIndex((c) => termSql(c.expr, scope) === sql) : -1;
  return at < 0 ? sql : String(at + 1);
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
  const named2 = nameSql(of, scope);
  if (named2 !== null) return [line(`${word} ${named2}${named2 === alias ? "" : ` AS ${alias}`}`)];
  return enclose(`${word} `, queryLines(of, scope), ` AS ${alias}`);
}
function nameSql(relation, { dialect }) {
  if (relation.kind === "table") return dialect.quote(relation.name);
  if (relation.kind !== "physical") return null;
  const { of } = relation;
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
  const { quote: quote4, literal: literal4 } = scope.dialect;
  const row = (value) => `SELECT ${v.columns.map((c, i) => `${value(i)} AS ${quote4(c.name)}`).join(", ")}`;
  if (v.rows.length === 0) return [line(`${row((i) => literal4(null, v.columns[i].type))} WHERE FALSE`)];
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
function unsupported(relation, dialect, address) {
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
  visit(relation);
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
function printQuery(relation, dialect, bounds) {
  return layOut(queryLines(relation, scopeOf(dialect, bounds)));
}
function printTerm(term, dialect, bounds) {
  return termSql(term, scopeOf(dialect, bounds));
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
function literal3(value, type, dialect) {
  return dialects[dialect].literal(value, type);
}
function whenRead(dialect) {
  return { from: null, to: null, now: { identifier: dialects[dialect].clock } };
}

export {
  claimedCode,
  objectsOf,
  createSchema,
  createTable3 as createTable,
  createView3 as createView,
  dropTable,
  dropView,
  insertInto,
  deleteFrom,
  addColumn3 as addColumn,
  renameTable3 as renameTable,
  commentOn3 as commentOn,
  replaceTable3 as replaceTable,
  dropBuilt3 as dropBuilt,
  createFunction3 as createFunction,
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
  literal3 as literal,
  whenRead
};
