import {
  warehouseSizes
} from "./.run-11631-DXXVGV4N.mjs";
import {
  brand
} from "./.run-11631-RLOR7Z6K.mjs";
import {
  leavesOf
} from "./.run-11631-X5LDZ6U6.mjs";
import {
  date,
  decimal,
  flag,
  float,
  int,
  json,
  text,
  time
} from "./.run-11631-54NLZVMI.mjs";
import {
  clouds,
  editions,
  parseDuration,
  servingKinds
} from "./.run-11631-RVSCCG2V.mjs";
import {
  address,
  featureAddress,
  formatAddress,
  parseAddress,
  shortName
} from "./.run-11631-QSF34EBB.mjs";
import {
  nearest
} from "./.run-11631-ZQTCH5XM.mjs";
import {
  leakageCodes
} from "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";

// compiler/dsl/part.ts
var part = /* @__PURE__ */ Symbol.for("featplan.part");
function isObject(x) {
  return typeof x === "object" && x !== null;
}
function isRecord(x) {
  return isObject(x) && !Array.isArray(x) && x[brand] === void 0 && x[part] === void 0;
}
function partKind(x) {
  return isObject(x) ? x[part] ?? null : null;
}
function definitionKind(x) {
  return isObject(x) && x[brand] !== void 0 && typeof x["kind"] === "string" ? x["kind"] : null;
}
function withHidden(data, hidden) {
  for (const key of Reflect.ownKeys(hidden)) Object.defineProperty(data, key, { value: hidden[key] });
  return Object.freeze(data);
}
function define(definition, hidden = {}) {
  return withHidden(deepFreeze(definition), { [brand]: true, ...hidden });
}
function deepFreeze(data, top = true) {
  for (const value of Object.values(data)) {
    if (isObject(value) && !Object.isFrozen(value)) deepFreeze(value, false);
  }
  return top ? data : Object.freeze(data);
}
var nouns = {
  expression: "an expression",
  aggregate: "an aggregate without a window",
  label: "a label, which looks into the future",
  case: "a when() without .otherwise()",
  "column type": "a column type",
  window: "a window",
  fragment: "a piece of SQL",
  check: "a check",
  statistic: "a statistic",
  "source statistic": "a statistic of a source",
  target: "a target",
  policy: "a policy",
  keys: "keys of an entity",
  rows: "a source"
};
function describe(x) {
  if (x === void 0) return "nothing (undefined)";
  if (x === null) return "null";
  const kind = definitionKind(x);
  const { name } = isObject(x) ? x : {};
  if (kind !== null) return `the ${kind} '${typeof name === "string" ? name : ""}'`;
  const piece = partKind(x);
  if (piece !== null) return nouns[piece];
  if (Array.isArray(x)) return "a list";
  switch (typeof x) {
    case "string":
      return `the text '${x}'`;
    case "number":
    case "bigint":
      return `the number ${x}`;
    case "boolean":
      return String(x);
    case "function":
      return "a function";
    default:
      return "an object";
  }
}

// compiler/dsl/shape.ts
function fits(given2, shape, path, wrong) {
  const refuse = (expected) => {
    wrong(path, given2, expected);
    return false;
  };
  if (shape === "text") return typeof given2 === "string" && given2 !== "" ? true : refuse("a text");
  if (shape === "number") return typeof given2 === "number" && Number.isFinite(given2) ? true : refuse("a number");
  if (shape === "flag") return typeof given2 === "boolean" ? true : refuse("true or false");
  if (shape === "texts") return Array.isArray(given2) && given2.every((x) => typeof x === "string") ? true : refuse("a list of texts");
  if ("words" in shape) return shape.words.includes(given2) ? true : refuse(`one of ${shape.words.join(", ")}`);
  if ("either" in shape) return shape.either.some((s) => fits(given2, s, path, () => {
  })) ? true : refuse(shape.expected);
  if (!isRecord(given2)) return refuse("an object");
  const held = Object.entries(given2).filter(([, v]) => v !== void 0);
  if ("each" in shape) return held.map(([k, v]) => fits(v, shape.each, `${path}.${k}`, wrong)).every(Boolean);
  return held.map(([k, v]) => fitsOption(k, v, shape.options, path, wrong)).every(Boolean);
}
function fitsOption(name, given2, options, path, wrong) {
  const shape = options[name];
  if (shape !== void 0) return fits(given2, shape, `${path}.${name}`, wrong);
  const known = Object.keys(options);
  wrong(`${path}.${name}`, given2, nearest(name, known) ?? `one of ${known.join(", ")}`);
  return false;
}

// compiler/dsl/physical.ts
var schedule = {
  either: ["text", { options: { cron: "text", zone: "text" } }],
  expected: "a length of time such as '1h', or { cron: '0 5 * * *', zone: 'UTC' }"
};
var featureStore = { either: ["flag", { options: { version: "text" } }], expected: "true, or { version: 'V2' }" };
var defaults = { retentionDays: "number", transient: "flag", warehouse: "text", tags: { each: "text" } };
var physical = {
  options: {
    ...defaults,
    clusterBy: "texts",
    featureStore,
    columns: { each: { options: { tags: { each: "text" }, masking: "text" } } },
    rowAccess: { options: { policy: "text", on: "texts" } }
  }
};
var objects = {
  physical: { options: defaults },
  featureStore,
  warehouses: {
    each: {
      options: {
        size: { words: warehouseSizes },
        autoSuspend: "number",
        autoResume: "flag",
        clusters: { options: { min: "number", max: "number" } },
        scaling: { words: ["standard", "economy"] }
      }
    }
  },
  tags: { each: { options: { values: "texts" } } },
  roles: { options: { reader: "texts", writer: "texts", owner: "text" } },
  schedule,
  notifications: { each: "text" },
  measure: schedule
};
var objectOptions = Object.keys(objects);
function physicalOf(read) {
  const given2 = read.value("physical");
  return given2 === void 0 || !fits(given2, physical, "physical", read.wrong) ? {} : { physical: given2 };
}
function targetObjectsOf(read) {
  const given2 = objectOptions.flatMap((name) => {
    const value = read.value(name);
    return value === void 0 || !fits(value, objects[name], name, read.wrong) ? [] : [[name, value]];
  });
  return given2.length === 0 ? {} : { objects: Object.fromEntries(given2) };
}

// compiler/dsl/read.ts
var commonNames = ["description", "owner", "tags", "renamedFrom", "deprecated", "protect", "accept"];
function reader(given2, names) {
  const problems = [];
  const options = isRecord(given2) ? given2 : {};
  const wrong = (path, found, expected) => {
    problems.push({ path, found: describe(found), expected });
  };
  if (!isRecord(given2)) wrong("", given2, "options, such as { owner: 'growth' }");
  for (const name of Object.keys(options)) {
    const known = [...names, ...commonNames];
    if (!known.includes(name)) problems.push({ path: name, found: "no option here", expected: nearest(name, known) ?? `one of ${known.join(", ")}` });
  }
  return { problems, wrong, ...readValues(options, wrong), common: () => common(options, problems, wrong) };
}
function readValues(options, wrong) {
  const value = (name) => options[name];
  const list = (name) => listOf(options[name], name, wrong);
  return {
    value,
    list,
    text: (name) => textOf(options[name], name, wrong),
    number: (name) => {
      const v = options[name];
      if (v === void 0 || v === null) return null;
      if (typeof v === "number" && Number.isFinite(v)) return v;
      wrong(name, v, "a number");
      return null;
    },
    texts: (name) => textsOf(options[name], name, wrong),
    record: (name) => recordOf(options[name], name, wrong),
    choice: (name, values) => {
      const v = options[name];
      const found = values.find((x) => x === v);
      if (found !== void 0) return found;
      if (v !== void 0) wrong(name, v, `one of ${values.filter((x) => x !== null).join(", ")}`);
      return values[0];
    }
  };
}
function textOf(v, path, wrong) {
  if (v === void 0 || v === null) return null;
  if (typeof v === "string") return v;
  wrong(path, v, "a text");
  return null;
}
function listOf(v, path, wrong) {
  if (v === void 0 || v === null) return [];
  if (Array.isArray(v)) return v;
  wrong(path, v, "a list");
  return [];
}
function textsOf(v, path, wrong) {
  if (typeof v === "string") return [v];
  return listOf(v, path, wrong).flatMap((x, i) => {
    if (typeof x === "string") return x;
    wrong(`${path}.${i}`, x, "a text");
    return [];
  });
}
function recordOf(v, path, wrong) {
  if (v === void 0 || v === null) return {};
  if (isRecord(v)) return v;
  wrong(path, v, "an object");
  return {};
}
function common(options, problems, wrong) {
  const result = {};
  for (const name of ["description", "owner", "renamedFrom", "deprecated"]) {
    const text2 = textOf(options[name], name, wrong);
    if (text2 !== null) result[name] = text2;
  }
  if (options["tags"] !== void 0) result.tags = textsOf(options["tags"], "tags", wrong);
  const protect = options["protect"];
  if (typeof protect === "boolean") result.protect = protect;
  else if (protect !== void 0) wrong("protect", protect, "true or false");
  if (options["accept"] !== void 0) result.accept = accepted(options["accept"], wrong);
  if (problems.length > 0) result.problems = problems;
  return result;
}
function accepted(given2, wrong) {
  const known = Object.keys(leakageCodes);
  const good = Object.entries(recordOf(given2, "accept", wrong)).filter(([code, why]) => {
    if (!known.includes(code)) wrong(`accept.${code}`, code, `one of ${known.join(", ")}`);
    else if (typeof why === "string" && why.trim() !== "") return true;
    else wrong(`accept.${code}`, why, "the reason why it is meant to be so");
    return false;
  });
  return Object.freeze(Object.fromEntries(good));
}
function nameOf(given2, read) {
  if (typeof given2 === "string") return given2;
  read.wrong("name", given2, "a name");
  return "";
}

// compiler/dsl/config.ts
function env(name) {
  return Object.freeze({ env: name });
}
function duckdb(options) {
  return target("duckdb", options, ["path", "sources", "schema", "stateSchema"]);
}
function snowflake(options) {
  return target("snowflake", options, ["connection", "database", "schema", "warehouse", "edition", "cloud", "sources", "stateSchema", ...objectOptions]);
}
function require_(field) {
  return withHidden({ require: field }, { [part]: "policy" });
}
function defineConfig(options) {
  const read = reader(options, ["project", "targets", "defaultTarget", "environments", "defaults", "policies", "objects"]);
  const schema = textOf(read.record("environments")["schema"], "environments.schema", read.wrong);
  const cloneFrom = textOf(read.record("environments")["cloneFrom"], "environments.cloneFrom", read.wrong);
  const definition = {
    kind: "config",
    project: nameOf(read.value("project"), read),
    targets: targetsOf(read),
    defaultTarget: read.text("defaultTarget") ?? "",
    environments: schema === null ? null : { schema, ...cloneFrom === null ? {} : { cloneFrom } },
    defaults: defaultsOf(read),
    policies: read.list("policies").flatMap((p, i) => {
      if (partKind(p) === "policy") return p;
      read.wrong(`policies.${i}`, p, "a policy, such as require_('owner')");
      return [];
    }),
    objects: objectsOf(read),
    ...read.problems.length === 0 ? {} : { problems: read.problems }
  };
  return define(definition);
}
function target(kind, options, names) {
  return withHidden({}, { [part]: "target", kind, options, names });
}
function targetsOf(read) {
  const targets = {};
  for (const [name, given2] of Object.entries(read.record("targets"))) {
    if (partKind(given2) !== "target") read.wrong(`targets.${name}`, given2, "a target: duckdb({ ... }) or snowflake({ ... })");
    else targets[name] = targetOf(given2, `targets.${name}`, read);
  }
  return targets;
}
function targetOf({ kind, options, names }, path, read) {
  const own = reader(options, names);
  const needed = (name) => configuredOf(own.value(name), `${name}`, own) ?? "";
  const sources = Object.fromEntries(Object.entries(own.record("sources")).map(([k, v]) => [k, configuredOf(v, `sources.${k}`, own) ?? ""]));
  const stateSchema = own.text("stateSchema");
  const made = kind === "duckdb" ? { kind, path: needed("path"), sources, schema: own.text("schema"), stateSchema } : {
    kind,
    connection: needed("connection"),
    database: needed("database"),
    schema: own.text("schema") ?? "",
    warehouse: needed("warehouse"),
    ...given("edition", own.choice("edition", [null, ...editions])),
    ...targetObjectsOf(own),
    ...given("cloud", own.choice("cloud", [null, ...clouds])),
    sources,
    stateSchema
  };
  for (const problem of own.problems) read.problems.push({ ...problem, path: problem.path === "" ? path : `${path}.${problem.path}` });
  return made;
}
function given(name, value) {
  return value === null ? {} : { [name]: value };
}
function configuredOf(given2, path, read) {
  if (typeof given2 === "string") return given2;
  if (isObject(given2) && typeof given2["env"] === "string") return given2;
  read.wrong(path, given2, "a text, or env('NAME')");
  return null;
}
function defaultsOf(read) {
  if (read.value("defaults") === void 0) return {};
  const own = reader(read.value("defaults"), ["every"]);
  const every = own.text("every");
  const { problems: _, ...common2 } = own.common();
  for (const problem of own.problems) read.problems.push({ ...problem, path: problem.path === "" ? "defaults" : `defaults.${problem.path}` });
  return every === null ? common2 : { ...common2, every };
}
function objectsOf(read) {
  const objects2 = {};
  for (const [name, given2] of Object.entries(recordOf(read.value("objects"), "objects", read.wrong))) {
    const text2 = textOf(given2, `objects.${name}`, read.wrong);
    if (!["models", "performance", "monitoring"].includes(name)) read.wrong(`objects.${name}`, given2, "one of models, performance, monitoring");
    else if (text2 !== null) objects2[name] = text2;
  }
  return objects2;
}

// compiler/dsl/column.ts
var prototype = {
  [part]: "column type",
  nullable() {
    return make({ ...this.definition, nullable: true }, this.problem);
  },
  fixed() {
    return make({ ...this.definition, fixed: true }, this.problem);
  },
  renamedFrom(name) {
    return typeof name === "string" ? make({ ...this.definition, renamedFrom: name }, this.problem) : make(this.definition, { found: describe(name), expected: "the former name of the column" });
  }
};
function make(definition, problem) {
  const column2 = Object.create(prototype);
  column2.definition = Object.freeze(definition);
  column2.problem = problem;
  return Object.freeze(column2);
}
function column(type, problem = null, values = null) {
  return make({ type: Object.freeze(type), nullable: false, fixed: false, values, renamedFrom: null }, problem);
}
function varchar() {
  return column(text);
}
function category(...values) {
  const wrong = values.find((v) => typeof v !== "string");
  const problem = values.length === 0 ? { found: "no value", expected: "the values of the category" } : wrong === void 0 ? null : { found: describe(wrong), expected: "texts, the values of the category" };
  return column(text, problem, Object.freeze(values.filter((v) => typeof v === "string")));
}
function number(precision = 38, scale = 0) {
  const good = Number.isInteger(precision) && Number.isInteger(scale) && precision >= 1 && precision <= 38 && scale >= 0 && scale <= precision;
  return good ? column(decimal(precision, scale)) : column(decimal(38, 0), { found: `number(${String(precision)}, ${String(scale)})`, expected: "a precision of 1 to 38 and a scale of 0 to the precision" });
}
function integer() {
  return column(int);
}
function float2() {
  return column(float);
}
function boolean() {
  return column(flag);
}
function date2() {
  return column(date);
}
function timestamp() {
  return column(time);
}
function variant() {
  return column(json);
}
var fallback = make({ type: text, nullable: true, fixed: false, values: null, renamedFrom: null }, null);
function columnsOf(given2, path, read) {
  const columns = {};
  for (const [name, value] of Object.entries(recordOf(given2, path, read.wrong))) {
    columns[name] = columnTypeOf(value, (problem) => read.problems.push({ path: `${path}.${name}`, ...problem }));
  }
  return columns;
}
function columnTypeOf(given2, report) {
  if (!isObject(given2) || partKind(given2) !== "column type") {
    report({ found: describe(given2), expected: "a column type, such as varchar()" });
    return fallback.definition;
  }
  const column2 = given2;
  if (column2.problem !== null) report(column2.problem);
  return column2.definition;
}

// compiler/dsl/meta.ts
function featureMetaOf(given2) {
  const read = reader(given2, ["unit", "version", "checks"]);
  const unit = read.text("unit");
  const version = read.number("version");
  const checks = read.list("checks").flatMap((c, i) => {
    if (partKind(c) !== "check") read.wrong(`checks.${i}`, c, "a check, such as notNull()");
    else if (!isWhole(c))
      read.problems.push({
        path: `checks.${i}`,
        found: `the check ${c.kind} without its values`,
        expected: "between(min, max), oneOf(...texts) or matches(pattern)"
      });
    else return [c];
    return [];
  });
  return Object.freeze({
    ...read.common(),
    ...unit === null ? {} : { unit },
    ...version === null ? {} : { version },
    ...checks.length === 0 ? {} : { checks: Object.freeze(checks) }
  });
}
function isWhole(c) {
  switch (c.kind) {
    case "notNull":
    case "unique":
      return true;
    case "between":
      return typeof c.min === "number" && typeof c.max === "number";
    case "oneOf":
      return c.values.length > 0 && c.values.every((v) => typeof v === "string");
    case "matches":
      return typeof c.pattern === "string";
  }
}

// compiler/dsl/expression/node.ts
function call(fn, args) {
  return Object.freeze({ kind: "call", fn, args: Object.freeze(args) });
}
function invalid(found, expected) {
  return mistake(describe(found), expected);
}
function mistake(found, expected) {
  return Object.freeze({ kind: "invalid", found, expected });
}
function literal(value, type) {
  return Object.freeze({ kind: "literal", value, type: Object.freeze(type) });
}
function word(value) {
  return literal(value, text);
}
function constant(value) {
  switch (typeof value) {
    case "string":
      return literal(value, text);
    case "boolean":
      return literal(value, flag);
    case "bigint":
      return literal(value.toString(), int);
    case "number":
      return Number.isFinite(value) ? literal(value, numberType(value)) : null;
    default:
      return null;
  }
}
var plainDecimal = /^-?(\d+)\.(\d+)$/;
function numberType(value) {
  if (Number.isSafeInteger(value)) return int;
  const digits = plainDecimal.exec(String(value));
  if (digits === null) return float;
  const whole = digits[1] === "0" ? "" : digits[1];
  const scale = digits[2].length;
  return whole.length + scale <= 15 ? decimal(whole.length + scale, scale) : float;
}
function operand(given2, expected) {
  if (hasNode(given2)) return given2.node;
  return constant(given2) ?? invalid(given2, expected);
}
function nodeOf(given2, expected) {
  return hasNode(given2) ? given2.node : invalid(given2, expected);
}
function hasNode(x) {
  const kind = partKind(x);
  return kind === "expression" || kind === "aggregate" || kind === "label" || kind === "case";
}
function constantOf(given2, expected) {
  return constant(given2) ?? invalid(given2, expected);
}
function secondsOf(given2, sign = 1) {
  const seconds = parseDuration(given2);
  return seconds === null ? invalid(given2, "a length such as '30d', '6h', '15m' or '10s'") : literal(sign * seconds, int);
}
function wordOf(given2, known) {
  return typeof given2 === "string" && known.includes(given2) ? word(given2) : invalid(given2, `one of ${known.join(", ")}`);
}
function joined(fn, a, b) {
  return a.kind === "call" && a.fn === fn ? call(fn, [...a.args, b]) : call(fn, [a, b]);
}

// compiler/dsl/expression/flag.ts
var flagMethods = {
  and: (a, b) => joined("and", a, operand(b, "a condition")),
  or: (a, b) => joined("or", a, operand(b, "a condition")),
  not: (a) => call("not", [a])
};

// compiler/dsl/expression/json.ts
var jsonMethods = {
  get: (a, path, as) => {
    const steps = typeof path === "string" ? path.split(".") : path;
    if (!Array.isArray(steps) || !steps.every((s) => typeof s === "string" && s !== "")) return invalid(path, "a path, such as 'address.city'");
    const problems = [];
    const { type } = columnTypeOf(as, (p) => problems.push(p));
    const problem = problems[0];
    return problem === void 0 ? Object.freeze({ kind: "json", of: a, path: Object.freeze([...steps]), type }) : mistake(problem.found, problem.expected);
  }
};

// compiler/dsl/expression/moment.ts
var units = ["seconds", "minutes", "hours", "days"];
var spans = ["minute", "hour", "day", "week", "month", "quarter", "year"];
var parts = ["year", "quarter", "month", "day", "dayOfWeek", "dayOfYear", "hour", "minute"];
var moment = (x) => operand(x, "a moment");
var momentMethods = {
  plus: (a, b) => typeof b === "string" ? call("timePlus", [a, secondsOf(b)]) : call("plus", [a, operand(b, "a number or a length")]),
  minus: (a, b) => typeof b === "string" ? call("timePlus", [a, secondsOf(b, -1)]) : call("minus", [a, operand(b, "a number or a length")]),
  before: (a, b) => call("lt", [a, moment(b)]),
  after: (a, b) => call("gt", [a, moment(b)]),
  notAfter: (a, b) => call("lte", [a, moment(b)]),
  notBefore: (a, b) => call("gte", [a, moment(b)]),
  until: (a, b, unit) => call("elapsed", [a, nodeOf(b, "a moment"), wordOf(unit, units)]),
  daysUntil: (a, b) => call("daysBetween", [a, nodeOf(b, "a date")]),
  truncate: (a, unit) => call("truncate", [a, wordOf(unit, spans)]),
  datePart: (a, part2) => call("datePart", [a, wordOf(part2, parts)]),
  day: (a) => call("dateOf", [a]),
  midnight: (a) => call("timeOf", [a])
};

// compiler/dsl/expression/num.ts
var number2 = (x) => operand(x, "a number");
var fixed = (x) => constantOf(x, "a constant number");
var numMethods = {
  times: (a, b) => call("times", [a, number2(b)]),
  div: (a, b) => call("divide", [a, number2(b)]),
  gt: (a, b) => call("gt", [a, number2(b)]),
  gte: (a, b) => call("gte", [a, number2(b)]),
  lt: (a, b) => call("lt", [a, number2(b)]),
  lte: (a, b) => call("lte", [a, number2(b)]),
  between: (a, low, high) => call("and", [call("gte", [a, fixed(low)]), call("lte", [a, fixed(high)])]),
  clamp: (a, low, high) => call("least", [call("greatest", [a, fixed(low)]), fixed(high)]),
  round: (a, decimals = 0) => call("round", [a, wholeNumber(decimals)]),
  floor: (a) => call("floor", [a]),
  ceil: (a) => call("ceil", [a]),
  abs: (a) => call("abs", [a]),
  negate: (a) => call("negate", [a]),
  ln: (a) => call("ln", [a]),
  exp: (a) => call("exp", [a]),
  sqrt: (a) => call("sqrt", [a]),
  power: (a, b) => call("power", [a, number2(b)]),
  bucketize,
  toFloat: (a) => Object.freeze({ kind: "cast", of: a, type: float, lenient: false }),
  /** Of text and flags as well; only a text can fail to parse, and is NULL then. */
  toInteger: (a) => Object.freeze({ kind: "cast", of: a, type: int, lenient: true }),
  toNumber: (a, precision, scale = 0) => {
    const type = precision === void 0 ? float : decimal(precision, scale);
    const good = type === float || isDigits(precision, 1, 38) && isDigits(scale, 0, precision);
    return good ? Object.freeze({ kind: "cast", of: a, type: Object.freeze(type), lenient: true }) : invalid([precision, scale], "a precision of 1 to 38 and a scale of 0 to the precision");
  }
};
function isDigits(x, from, to) {
  return typeof x === "number" && Number.isInteger(x) && x >= from && x <= to;
}
function wholeNumber(x) {
  return typeof x === "number" && Number.isInteger(x) ? literal(x, int) : invalid(x, "a whole number");
}
function bucketize(a, ...limits) {
  const sorted = limits.every((l, i) => typeof l === "number" && (i === 0 || limits[i - 1] < l));
  const last2 = limits.at(-1);
  if (!sorted || last2 === void 0) return invalid(limits, "limits as numbers, each greater than the one before");
  const arms = limits.map((limit, i) => Object.freeze([call("lt", [a, fixed(limit)]), literal(i, int)]));
  arms.push(Object.freeze([call("gte", [a, fixed(last2)]), literal(limits.length, int)]));
  return Object.freeze({ kind: "case", arms: Object.freeze(arms), otherwise: null });
}

// compiler/dsl/expression/text.ts
var textMethods = {
  lower: (a) => call("lower", [a]),
  upper: (a) => call("upper", [a]),
  trim: (a) => call("trim", [a]),
  length: (a) => call("length", [a]),
  substring: (a, start, length) => call("substring", [a, wholeNumber(start), wholeNumber(length)]),
  matches: (a, pattern) => call("matches", [a, typeof pattern === "string" ? word(pattern) : invalid(pattern, "a regular expression as text")]),
  toDate: (a) => Object.freeze({ kind: "cast", of: a, type: date, lenient: true }),
  toTimestamp: (a) => Object.freeze({ kind: "cast", of: a, type: time, lenient: true })
};

// compiler/dsl/expression/value.ts
var valueMethods = {
  isNull: (a) => call("isNull", [a]),
  isNotNull: (a) => call("not", [call("isNull", [a])]),
  eq: (a, b) => call("eq", [a, compared(b)]),
  ne: (a, b) => call("ne", [a, compared(b)]),
  sameAs: (a, b) => call("sameAs", [a, compared(b)]),
  in: (a, ...values) => call("in", [a, ...constants(values)]),
  notIn: (a, ...values) => call("not", [call("in", [a, ...constants(values)])]),
  nullIf: (a, b) => call("nullIf", [a, constantOf(b, "a constant")]),
  toText: (a) => Object.freeze({ kind: "cast", of: a, type: text, lenient: false })
};
function compared(b) {
  return operand(b, b === null ? "a value (for a missing one use .isNull())" : "a value to compare with");
}
function constants(values) {
  const given2 = values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
  return given2.map((v) => constantOf(v, "a constant"));
}

// compiler/dsl/expression/expression.ts
var prototype2 = Object.create(Object.prototype, { [part]: { value: "expression" } });
function addMethods(target2, methods2) {
  for (const [name, value] of Object.entries(methods2)) Object.defineProperty(target2, name, { value });
}
var methods = { ...valueMethods, ...numMethods, ...textMethods, ...flagMethods, ...momentMethods, ...jsonMethods };
addMethods(
  prototype2,
  Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      function(...given2) {
        return expression(method(this.node, ...given2));
      }
    ])
  )
);
addMethods(prototype2, {
  default(value) {
    return expression(withDefault(this.node, constantOf(value, "a constant")), this.meta, this.versionMeta);
  },
  with(meta) {
    return expression(this.node, Object.freeze({ ...this.meta, ...featureMetaOf(meta) }), this.versionMeta);
  },
  where: noAggregate,
  over: noAggregate,
  next: noAggregate
});
function expression(node, meta = null, versionMeta = null) {
  const made = Object.create(prototype2);
  made.node = node;
  made.meta = meta;
  made.versionMeta = versionMeta;
  return Object.freeze(made);
}
function withDefault(node, value) {
  if (node.kind !== "versions") return call("coalesce", [node, value]);
  const of = Object.fromEntries(Object.entries(node.of).map(([n, version]) => [n, call("coalesce", [version, value])]));
  return Object.freeze({ ...node, of: Object.freeze(of) });
}
function noAggregate() {
  return this.node.kind === "invalid" ? this : expression(invalid(this, "an aggregate, such as sum(value), before .where, .over or .next"));
}

// compiler/dsl/entity.ts
var mapping = /* @__PURE__ */ Symbol.for("featplan.mapping");
function entity(name, options) {
  const read = reader(options, ["keys"]);
  const entityName = nameOf(name, read);
  if (read.value("keys") === void 0) read.wrong("keys", void 0, "keys, such as { customer_id: varchar() }, or {} for one single thing");
  const keys = columnsOf(read.value("keys"), "keys", read);
  const definition = { kind: "entity", name: entityName, keys, options: read.common() };
  return define(definition, {
    [mapping]: Object.freeze({ entity: entityName, on: Object.freeze(Object.fromEntries(Object.keys(keys).map((k) => [k, k]))) }),
    on: (columns) => withHidden({}, { name: entityName, [part]: "keys", [mapping]: mappingOf(entityName, columns) }),
    at: (given2, feature) => expression(lookup(entityName, given2, feature))
  });
}
function mappingOf(entity2, columns) {
  const on = isRecord(columns) ? Object.entries(columns).filter((e) => typeof e[1] === "string") : [];
  return Object.freeze({ entity: entity2, on: Object.freeze(Object.fromEntries(on)) });
}
function lookup(entity2, given2, feature) {
  const keys = isRecord(given2) ? Object.entries(given2).map(([k, v]) => [k, nodeOf(v, `the value of the key '${k}', an expression`)]) : [];
  return Object.freeze({
    kind: "lookup",
    entity: address("entity", entity2),
    keys: Object.freeze(Object.fromEntries(keys)),
    of: nodeOf(feature, `a feature of '${entity2}'`)
  });
}
function keyMappingOf(x) {
  return isObject(x) ? x[mapping] ?? null : null;
}
function entityNameOf(x, report) {
  if (definitionKind(x) === "entity") return x.name;
  report(describe(x));
  return "";
}

// compiler/dsl/named.ts
function named(known, make2) {
  const made = Object.fromEntries(known.map((name) => [name, null]));
  return new Proxy(made, {
    get: (target2, name) => typeof name === "symbol" ? void 0 : Object.hasOwn(target2, name) ? target2[name] ??= make2(name) : make2(name),
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false
  });
}

// compiler/dsl/raw.ts
function sql(text2, ...values) {
  const isTemplate = Array.isArray(text2) && "raw" in text2;
  const strings = isTemplate ? text2 : [""];
  const parts2 = strings.flatMap((piece, i) => [
    ...isTemplate ? piece === "" ? [] : [piece] : [invalid(text2, "a template: sql`...`")],
    ...i < values.length ? [nodeOf(values[i], "an expression")] : []
  ]);
  return withHidden({}, { [part]: "fragment", parts: Object.freeze(parts2) });
}
function raw(type, bodies) {
  let problem = null;
  const { type: result } = columnTypeOf(type, (p) => {
    problem ??= mistake(p.found, p.expected);
  });
  return expression(problem ?? Object.freeze({ kind: "raw", type: result, bodies: bodiesOf(bodies) }));
}
function bodiesOf(given2) {
  const bodies = isRecord(given2) ? given2 : {};
  return Object.freeze({ snowflake: partsOf(bodies["snowflake"]), duckdb: partsOf(bodies["duckdb"]) });
}
function partsOf(given2) {
  if (given2 === void 0) return Object.freeze([]);
  return partKind(given2) === "fragment" ? given2.parts : Object.freeze([invalid(given2, "SQL of this dialect: sql`...`")]);
}

// compiler/dsl/rows.ts
var rows = /* @__PURE__ */ Symbol.for("featplan.rows");
function rowsOf(x) {
  return isObject(x) ? x[rows] ?? null : null;
}

// compiler/dsl/source.ts
function events(name, options) {
  return source("events", name, options);
}
function dimension(name, options) {
  return source("dimension", name, options);
}
function snapshot(name, options) {
  return source("snapshot", name, options);
}
var everySource = ["entities", "columns", "freshness", "lateness", "historyFrom", "rowKey", "dedupe", "defines", "knownTime", "query"];
var times = {
  events: ["eventTime", "tieBreak", "rowVersion", "deletedWhen"],
  dimension: ["validFrom", "validTo", "deletedWhen", "tieBreak", "rowVersion"],
  snapshot: []
};
function source(form, name, options) {
  const read = reader(options, [...everySource, ...times[form]]);
  const sourceName = nameOf(name, read);
  const columns = columnsOf(read.value("columns"), "columns", read);
  const definition = {
    kind: "source",
    form,
    name: sourceName,
    columns,
    entities: entitiesOf(read),
    eventTime: read.text("eventTime"),
    validFrom: read.text("validFrom"),
    validTo: read.text("validTo"),
    deletedWhen: read.text("deletedWhen"),
    knownTime: knownTimeOf(read),
    lateness: read.text("lateness"),
    freshness: read.text("freshness"),
    historyFrom: read.text("historyFrom"),
    tieBreak: read.texts("tieBreak"),
    rowKey: read.texts("rowKey"),
    rowVersion: read.text("rowVersion"),
    dedupe: read.text("dedupe"),
    defines: read.list("defines").map((e, i) => entityNameOf(e, (found) => read.problems.push({ path: `defines.${i}`, found, expected: "an entity" }))).filter((n) => n !== ""),
    query: read.value("query") === void 0 ? null : bodiesOf(read.value("query")),
    options: read.common()
  };
  const names = Object.keys(columns);
  return define(definition, {
    ...rowsIn({ source: address("source", sourceName), keys: null }, names),
    by: (keys) => inRole(address("source", sourceName), keyMappingOf(keys), names)
  });
}
function inRole(of, keys, names) {
  return withHidden(
    {},
    {
      [part]: "rows",
      ...rowsIn({ source: of, keys: keys?.on ?? Object.freeze({}), entity: keys?.entity ?? "" }, names),
      by: (other) => inRole(of, keyMappingOf(other), names)
    }
  );
}
function rowsIn(read, names) {
  return { [rows]: Object.freeze(read), c: named(names, (name) => expression(Object.freeze({ kind: "column", source: read.source, name, keys: read.keys }))) };
}
function entitiesOf(read) {
  return read.list("entities").flatMap((given2, i) => {
    const found = keyMappingOf(given2);
    if (found !== null) return found;
    read.wrong(`entities.${i}`, given2, "an entity, or entity.on({ key: 'column' })");
    return [];
  });
}
function knownTimeOf(read) {
  const given2 = read.value("knownTime");
  if (!isRecord(given2)) {
    const column3 = read.text("knownTime");
    return column3 === null ? null : { column: column3, trustedFrom: null };
  }
  const column2 = textOf(given2["column"], "knownTime.column", read.wrong);
  return column2 === null ? null : { column: column2, trustedFrom: textOf(given2["trustedFrom"], "knownTime.trustedFrom", read.wrong) };
}

// compiler/dsl/window.ts
function window(length, options = {}) {
  const given2 = isRecord(options) ? options : {};
  return withHidden(
    {
      kind: "span",
      length: written(length),
      offset: given2["offset"] === void 0 ? null : written(given2["offset"]),
      description: typeof given2["description"] === "string" ? given2["description"] : null
    },
    { [part]: "window" }
  );
}
function written(x) {
  return typeof x === "string" ? x : describe(x);
}
function spanOf(given2) {
  if (typeof given2 === "string") return { length: given2, offset: null };
  return partKind(given2) === "window" ? given2 : null;
}

// compiler/dsl/label.ts
var misplaced = mistake("a label, which looks into the future", "a feature; labels belong to a dataset");
var labelPrototype = Object.create(prototype2, { [part]: { value: "label" } });
var comparisons = ["gt", "gte", "lt", "lte", "eq"];
addMethods(
  labelPrototype,
  Object.fromEntries(
    comparisons.map((fn) => [
      fn,
      function(value) {
        return label(call(fn, [this.label, operand(value, "a constant")]));
      }
    ])
  )
);
addMethods(labelPrototype, {
  default(value) {
    return label(call("coalesce", [this.label, constantOf(value, "a constant")]));
  }
});
function label(of) {
  const made = Object.create(labelPrototype);
  made.node = misplaced;
  made.label = of;
  return Object.freeze(made);
}
function labelNode(given2) {
  return given2.label;
}

// compiler/dsl/aggregate.ts
var windowless = mistake("an aggregate without a window", "a window: .over('30d')");
var aggregatePrototype = Object.create(prototype2, { [part]: { value: "aggregate" } });
addMethods(aggregatePrototype, {
  where(condition) {
    const given2 = nodeOf(condition, "a condition on the rows");
    return aggregate(this.drafts.map((d) => ({ ...d, where: d.where === null ? given2 : joined("and", d.where, given2) })));
  },
  over(window2, options = {}) {
    return expression(spanned(this.drafts, window2, options));
  },
  next(window2) {
    return label(spanned(this.drafts, window2, {}));
  }
});
function aggregate(drafts) {
  const made = Object.create(aggregatePrototype);
  made.node = windowless;
  made.drafts = drafts;
  return Object.freeze(made);
}
function draftOf(given2) {
  const drafts = partKind(given2) === "aggregate" ? given2.drafts : [];
  return drafts.length === 1 ? drafts[0] : null;
}
function draft(name, given2, expected, more = {}) {
  const of = nodeOf(given2, expected);
  const column2 = leavesOf(of).find((l) => l.kind === "column");
  const known = column2 ?? leavesOf(of).find((l) => l.kind === "invalid");
  return draftOver(column2 ?? null, name, known === void 0 ? mistake("a value that reads no row", `${expected} of the rows of a source`) : of, more);
}
function draftOver(read, name, of, more = {}) {
  return {
    kind: "window",
    aggregate: name,
    of,
    parameter: null,
    keepNulls: false,
    source: read?.source ?? "source.",
    keys: read?.keys ?? null,
    where: null,
    ...more
  };
}
function spanned(drafts, window2, options) {
  const span = spanOf(window2);
  if (span === null) return invalid(window2, "a window, such as window('30d') or '30d'");
  const given2 = isRecord(options) ? options : { "": options };
  const unknown = Object.keys(given2).find((k) => k !== "partial" && k !== "offset");
  if (unknown !== void 0) return mistake(unknown === "" ? "options that are none" : `the option '${unknown}'`, "partial or offset");
  const length = span.length === "lifetime" ? "lifetime" : parseDuration(span.length);
  const offsetText = given2["offset"] ?? span.offset;
  const offset = offsetText === null || offsetText === void 0 ? 0 : parseDuration(offsetText);
  if (length === null) return invalid(span.length, "a length of a window, such as '30d', '6h', '15m', '10s' or 'lifetime'");
  if (offset === null) return invalid(offsetText, "an offset of a window, such as '30d', '6h', '15m' or '10s'");
  const [one, other] = drafts.map((d) => windowOf(d, length, offset, given2["partial"] === true));
  return other === void 0 ? one : call("divide", [one, other]);
}
function windowOf(d, length, offset, partial) {
  const { kind, aggregate: aggregate2, of, parameter, keepNulls, source: source2, keys, where } = d;
  return Object.freeze({ kind, aggregate: aggregate2, of, parameter, keepNulls, source: source2, keys, where, length, offset, partial });
}

// compiler/dsl/aggregates.ts
function ofNumber(name, value) {
  return aggregate([draft(name, value, "a number")]);
}
function count(source2) {
  const read = rowsOf(source2);
  return aggregate([draftOver(read, "count", read === null ? invalid(source2, "a source of events") : null)]);
}
function countIf(condition) {
  return aggregate([draft("countIf", condition, "a condition")]);
}
function sum(value) {
  return ofNumber("sum", value);
}
function avg(value) {
  return ofNumber("avg", value);
}
function rate(condition) {
  return aggregate([draft("rate", condition, "a condition")]);
}
function ratio(a, b) {
  const part2 = (given2) => draftOf(given2) ?? draftOver(null, "sum", invalid(given2, "an aggregate without a window"));
  return aggregate([part2(a), part2(b)]);
}
function stddev(value) {
  return ofNumber("stddev", value);
}
function variance(value) {
  return ofNumber("variance", value);
}
function slope(value) {
  return ofNumber("slope", value);
}
function volatility(value) {
  return ofNumber("volatility", value);
}
function min(value) {
  return aggregate([draft("min", value, "a number, text or moment")]);
}
function max(value) {
  return aggregate([draft("max", value, "a number, text or moment")]);
}
function first(value, options = {}) {
  return aggregate([draft("first", value, "a value", { keepNulls: keeps(options) })]);
}
function last(value, options = {}) {
  return aggregate([draft("last", value, "a value", { keepNulls: keeps(options) })]);
}
function lastN(value, n, options = {}) {
  return aggregate([parametrized("lastN", value, "a value", n, Number.isInteger(n) && n >= 1, "a whole number of rows", keeps(options))]);
}
function countDistinct(value) {
  return aggregate([draft("countDistinct", value, "a value")]);
}
function approxCountDistinct(value, error) {
  const good = typeof error === "number" && error >= 0.01 && error <= 0.25;
  return aggregate([parametrized("approxCountDistinct", value, "a text, whole number or date", error, good, "an error from 0.01 to 0.25")]);
}
function median(value) {
  return ofNumber("median", value);
}
function percentile(value, share) {
  return aggregate([parametrized("percentile", value, "a number", share, isShare(share), "a share of 0 to 1")]);
}
function percentileDisc(value, share) {
  return aggregate([parametrized("percentileDisc", value, "a number", share, isShare(share), "a share of 0 to 1")]);
}
function isShare(x) {
  return typeof x === "number" && x >= 0 && x <= 1;
}
function parametrized(name, value, expected, parameter, good, expectedParameter, keepNulls = false) {
  const made = draft(name, value, expected, { keepNulls });
  return good && typeof parameter === "number" ? { ...made, parameter } : { ...made, of: invalid(parameter, expectedParameter) };
}
function keeps(options) {
  return options?.keepNulls === true;
}

// compiler/dsl/attribute.ts
function asOf(value) {
  return expression(Object.freeze({ kind: "asOf", of: nodeOf(value, "a column of a dimension or snapshot") }));
}
function point() {
  return expression(Object.freeze({ kind: "point" }));
}
function daysSince(moment2) {
  return expression(call("elapsed", [nodeOf(moment2, "a moment"), Object.freeze({ kind: "point" }), word("days")]));
}
function literal2(value) {
  return expression(constant(value) ?? invalid(value, "a number, text, true or false"));
}

// compiler/dsl/case.ts
var endless = mistake("a when() without .otherwise()", ".otherwise(value), or .otherwise(null)");
var casePrototype = Object.create(prototype2, { [part]: { value: "case" } });
addMethods(casePrototype, {
  when(condition, value) {
    return withArm(this.arms, condition, value);
  },
  otherwise(value) {
    return expression(Object.freeze({ kind: "case", arms: Object.freeze(this.arms), otherwise: value === null ? null : operand(value, "a value, or null") }));
  }
});
function when(condition, value) {
  return withArm([], condition, value);
}
function withArm(arms, condition, value) {
  const made = Object.create(casePrototype);
  made.node = endless;
  made.arms = [...arms, Object.freeze([nodeOf(condition, "a condition"), operand(value, "a value")])];
  return Object.freeze(made);
}
function encode(value, numbers, options) {
  const of = nodeOf(value, "a text");
  if (!isRecord(numbers)) return expression(invalid(numbers, "a number for each value, such as { bronze: 1, gold: 2 }"));
  if (!isRecord(options) || options.otherwise === void 0) return expression(invalid(options, "what any other value is: { otherwise: 0 }"));
  const arms = Object.entries(numbers).map(([v, n]) => Object.freeze([call("eq", [of, literal(v, text)]), constantOf(n, "a number")]));
  return expression(
    Object.freeze({
      kind: "case",
      arms: Object.freeze(arms),
      otherwise: options.otherwise === null ? null : constantOf(options.otherwise, "a number, or null"),
      complete: true
    })
  );
}

// compiler/dsl/combine.ts
function combined(fn, operands) {
  return expression(
    call(
      fn,
      operands.map((o) => operand(o, "a value"))
    )
  );
}
function coalesce(first2, ...rest) {
  return combined("coalesce", [first2, ...rest]);
}
function greatest(first2, ...rest) {
  return combined("greatest", [first2, ...rest]);
}
function least(first2, ...rest) {
  return combined("least", [first2, ...rest]);
}
function greatestKnown(first2, ...rest) {
  return combined("greatestKnown", [first2, ...rest]);
}
function leastKnown(first2, ...rest) {
  return combined("leastKnown", [first2, ...rest]);
}
function concat(first2, ...rest) {
  return combined("concat", [first2, ...rest]);
}

// compiler/dsl/versions.ts
function versions(of, options = {}) {
  if (!isRecord(of) || Object.keys(of).length === 0) return expression(invalid(of, "versions by number, such as { 1: ..., 2: ... }"));
  const nodes = {};
  const metas = {};
  for (const [n, version] of Object.entries(of)) {
    nodes[n] = nodeOf(version, `an expression as version ${n}`);
    const meta = partKind(version) === "expression" ? version.meta : null;
    if (meta !== null) metas[n] = meta;
  }
  const current = isRecord(options) && options["current"] !== void 0 ? String(options["current"]) : null;
  return expression(Object.freeze({ kind: "versions", of: Object.freeze(nodes), current }), null, Object.freeze(metas));
}

// compiler/dsl/check.ts
function check(definition) {
  return withHidden(definition, { [part]: "check" });
}
function notNull() {
  return check({ kind: "notNull" });
}
function between(min2, max2) {
  return check({ kind: "between", min: min2, max: max2 });
}
function oneOf(...values) {
  return check({ kind: "oneOf", values: Object.freeze([...values]) });
}
function unique() {
  return check({ kind: "unique" });
}
function matches(pattern) {
  return check({ kind: "matches", pattern });
}

// compiler/dsl/feature.ts
var noMeta = Object.freeze({});
function featuresOf(given2, read, path = "features") {
  if (given2 === void 0 || given2 === null) read.wrong(path, given2, "features by name");
  return Object.entries(recordOf(given2, path, read.wrong)).map(([name, value]) => {
    const made = partKind(value) === "expression" ? value : null;
    return { name, expr: nodeOf(value, "a feature, such as count(source).over(window)"), meta: made?.meta ?? noMeta, versionMeta: made?.versionMeta ?? null };
  });
}

// compiler/dsl/handle.ts
var handlePrototype = Object.create(prototype2);
addMethods(handlePrototype, {
  version(n) {
    if (typeof n !== "number") return expression(invalid(n, "the number of a version"));
    const parsed = parseAddress(this.ref);
    return parsed === null ? this : handle(this.name, formatAddress({ ...parsed, version: n }));
  }
});
function handle(name, ref) {
  const made = Object.create(handlePrototype);
  made.node = Object.freeze({ kind: "feature", ref });
  made.meta = null;
  made.versionMeta = null;
  made.name = name;
  made.ref = ref;
  return Object.freeze(made);
}
function refOf(given2) {
  return partKind(given2) === "expression" && isObject(given2) && typeof given2["name"] === "string" ? given2.ref : null;
}
function listedOf(given2) {
  if (definitionKind(given2) === "view") return { kind: "view", view: given2.name };
  const ref = refOf(given2);
  if (ref !== null) return { kind: "feature", ref };
  return { kind: "invalid", found: partKind(given2) === "expression" ? "an expression without a name" : describe(given2) };
}

// compiler/dsl/view.ts
function featureView(name, options, features) {
  const read = reader(options, ["entity", "every", "start", "settle", "availableAfter", "accuracy", "known", "serve", "physical"]);
  const entity2 = entityNameOf(read.value("entity"), (found) => read.problems.push({ path: "entity", found, expected: "an entity" }));
  const own = featuresOf(features, read);
  const serve = read.value("serve") === void 0 ? null : textOf(read.record("serve")["freshness"], "serve.freshness", read.wrong);
  return view({
    kind: "view",
    name: nameOf(name, read),
    entity: entity2,
    every: read.text("every"),
    start: read.text("start"),
    settle: read.text("settle"),
    availableAfter: read.text("availableAfter"),
    accuracy: accuracyOf(read),
    known: read.choice("known", [null, "as-known", "corrected"]),
    serve: serve === null ? null : { freshness: serve },
    features: own,
    ...physicalOf(read),
    options: read.common()
  });
}
function view(definition) {
  const handles = named(
    definition.features.map((f) => f.name),
    (name) => handle(name, featureAddress(definition.entity, name))
  );
  return define(definition, {
    f: handles,
    derive: (make2) => {
      const read = reader({}, []);
      const given2 = typeof make2 === "function" ? make2(handles) : make2;
      if (typeof make2 !== "function") read.wrong("derive", make2, "a function of the features: f => ({ ... })");
      const added = featuresOf(given2, read);
      return view({ ...definition, features: [...definition.features, ...added], options: withProblems(definition, read) });
    }
  });
}
function withProblems(definition, read) {
  return read.problems.length === 0 ? definition.options : { ...definition.options, problems: [...definition.options.problems ?? [], ...read.problems] };
}
function accuracyOf(read) {
  const given2 = read.value("accuracy");
  if (!isRecord(given2)) return read.choice("accuracy", ["snapshot", "exact"]);
  return { hop: textOf(given2["hop"], "accuracy.hop", read.wrong) ?? "" };
}

// compiler/dsl/store.ts
function store(name, options) {
  const read = reader(options, ["views", "clusterBy", "physical"]);
  const views = Object.entries(read.record("views")).map(
    ([type, given2]) => [
      type,
      listOf(given2, `views.${type}`, read.wrong).flatMap((v, i) => {
        if (definitionKind(v) === "view") return v.name;
        read.wrong(`views.${type}.${i}`, v, "a feature view");
        return [];
      })
    ]
  );
  const definition = {
    kind: "store",
    name: nameOf(name, read),
    views: Object.fromEntries(views),
    clusterBy: read.texts("clusterBy"),
    ...physicalOf(read),
    options: read.common()
  };
  return define(definition);
}

// compiler/dsl/serving.ts
function serving(name, options) {
  const read = reader(options, ["entity", "features", "mode", "freshness", "latency", "as", "refresh", "initialize", "clusterBy", "request", "computed"]);
  const request = columnsOf(read.value("request"), "request", read);
  const computed = read.value("computed");
  if (computed !== void 0 && typeof computed !== "function") read.wrong("computed", computed, "a function of the request: r => ({ ... })");
  const fields = named(Object.keys(request), (field) => {
    const column2 = request[field];
    return expression(
      column2 === void 0 ? mistake(`the request field '${field}'`, "a field that is declared in `request`") : Object.freeze({ kind: "request", name: field, type: column2.type })
    );
  });
  const definition = {
    kind: "serving",
    name: nameOf(name, read),
    entity: entityNameOf(read.value("entity"), (found) => read.problems.push({ path: "entity", found, expected: "an entity" })),
    features: read.list("features").map(listedOf),
    mode: read.choice("mode", ["latest", "live"]),
    freshness: read.text("freshness"),
    latency: read.text("latency"),
    as: read.choice("as", [null, ...servingKinds]),
    refresh: read.choice("refresh", [null, "incremental", "full"]),
    initialize: read.choice("initialize", [null, "on create", "on schedule"]),
    clusterBy: read.texts("clusterBy"),
    request,
    computed: typeof computed === "function" ? featuresOf(computed(fields), read, "computed") : [],
    options: read.common()
  };
  return define(definition);
}

// compiler/dsl/split.ts
function splitOf(read) {
  const split = read.record("split");
  for (const name of Object.keys(split)) {
    if (!["train", "validation", "gap", "shares", "by"].includes(name)) read.wrong(`split.${name}`, split[name], "train, validation, gap, shares or by");
  }
  const text2 = (name) => textOf(split[name], `split.${name}`, read.wrong);
  const by = split["by"] === void 0 ? [] : textsOf(split["by"], "split.by", read.wrong);
  if (split["shares"] !== void 0) {
    for (const other of ["train", "validation", "gap"]) {
      if (split[other] !== void 0) read.wrong(`split.${other}`, split[other], "nothing beside shares");
    }
    return { train: null, validation: null, gap: null, shares: sharesOf(split["shares"], read), by };
  }
  for (const end of ["train", "validation"]) {
    if (split[end] === void 0) read.wrong(`split.${end}`, void 0, "a date, such as '2026-01-01'");
  }
  return { train: text2("train") ?? "", validation: text2("validation") ?? "", gap: text2("gap"), shares: null, by };
}
function sharesOf(given2, read) {
  const shares = isRecord(given2) ? given2 : {};
  if (!isRecord(given2)) read.wrong("split.shares", given2, "shares, such as { train: 0.8, validation: 0.1, test: 0.1 }");
  const of = (name) => {
    const share = shares[name] ?? 0;
    if (typeof share === "number" && share >= 0 && share <= 1) return share;
    read.wrong(`split.shares.${name}`, share, "a share from 0 to 1");
    return 0;
  };
  return { train: of("train"), validation: of("validation"), test: of("test") };
}

// compiler/dsl/dataset.ts
function dataset(name, options) {
  const read = reader(options, ["entity", "spine", "label", "features", "accuracy", "ttl", "known", "keep", "split"]);
  const definition = {
    kind: "dataset",
    name: nameOf(name, read),
    entity: read.value("entity") === void 0 ? "" : entityNameOf(read.value("entity"), (found) => read.problems.push({ path: "entity", found, expected: "an entity" })),
    ...spineOf(read),
    label: labelOf(read.value("label")),
    features: read.list("features").map(listedOf),
    accuracy: read.choice("accuracy", ["snapshot", "exact"]),
    ttl: read.text("ttl"),
    known: read.text("known"),
    keep: read.texts("keep"),
    split: splitOf(read),
    options: read.common()
  };
  return define(definition);
}
function spineOf(read) {
  const given2 = read.value("spine");
  if (definitionKind(given2) === "source") return { spine: given2.name, role: null };
  const rows2 = partKind(given2) === "rows" ? rowsOf(given2) : null;
  if (rows2?.entity !== void 0) return { spine: shortName(rows2.source), role: Object.freeze({ entity: rows2.entity, on: rows2.keys ?? {} }) };
  read.wrong("spine", given2, "a source");
  return { spine: "", role: null };
}
function labelOf(given2) {
  const expected = "a label, such as count(orders).next('90d'), or a column of the spine";
  if (!isObject(given2)) return invalid(given2, expected);
  if (partKind(given2) === "label") return labelNode(given2);
  const value = nodeOf(given2, expected);
  const ofRows = partKind(given2) === "expression" && leavesOf(value).every((l) => l.kind === "column");
  return ofRows ? value : invalid(given2, expected);
}

// compiler/dsl/model.ts
function model(name, options) {
  const read = reader(options, ["version", "type", "trainedOn", "uses", "stage", "traffic", "guard"]);
  if (read.value("version") === void 0) read.wrong("version", void 0, "a version, such as '1.0'");
  const definition = {
    kind: "model",
    name: nameOf(name, read),
    version: read.text("version") ?? "",
    type: read.choice("type", ["classification", "regression", "clustering", "forecast"]),
    trainedOn: datasetOf(read),
    uses: read.texts("uses"),
    stage: read.choice("stage", [null, "champion", "challenger"]),
    traffic: read.number("traffic"),
    guard: guardOf(read),
    options: read.common()
  };
  return define(definition);
}
function datasetOf(read) {
  const given2 = read.value("trainedOn");
  if (definitionKind(given2) === "dataset") return given2.name;
  read.wrong("trainedOn", given2, "a dataset");
  return "";
}
function guardOf(read) {
  const guard = {};
  for (const [metric, bounds] of Object.entries(read.record("guard"))) {
    const given2 = isRecord(bounds) ? bounds : {};
    const { min: min2, max: max2 } = given2;
    const good = isRecord(bounds) && [min2, max2].every((b) => b === void 0 || typeof b === "number");
    if (!good) read.wrong(`guard.${metric}`, bounds, "limits: { min, max }");
    guard[metric] = { ...typeof min2 === "number" ? { min: min2 } : {}, ...typeof max2 === "number" ? { max: max2 } : {} };
  }
  return guard;
}

// compiler/dsl/monitor.ts
var statPrototype = {};
addMethods(statPrototype, {
  above(value) {
    return limited(this, "above", value);
  },
  below(value) {
    return limited(this, "below", value);
  }
});
function limited(stat2, op, value) {
  return statPart({
    ...stat2,
    [part]: stat2[part],
    threshold: Object.freeze({ op, value: typeof value === "number" || typeof value === "string" ? value : describe(value) })
  });
}
function statPart(stat2) {
  return Object.freeze(Object.assign(Object.create(statPrototype), stat2));
}
function stat(kind, statistic, parameters = {}) {
  return statPart({ [part]: kind, statistic, parameters: Object.freeze(parameters), threshold: null });
}
function psi(options) {
  const against = isObject(options) ? options.against : void 0;
  return stat("statistic", "psi", { against: typeof against === "string" ? against : describe(against) });
}
function mean() {
  return stat("statistic", "mean");
}
function nullShare() {
  return stat("statistic", "nullShare");
}
function age() {
  return stat("source statistic", "age");
}
function lateShare() {
  return stat("source statistic", "lateShare");
}
function monitor(name, options) {
  const read = reader(options, ["on", "stat", "every", "severity", "notify"]);
  const definition = {
    kind: "monitor",
    name: nameOf(name, read),
    on: subjectOf(read.value("on")),
    ...statOf(read),
    every: read.text("every"),
    severity: read.choice("severity", ["info", "warning", "critical"]),
    notify: read.texts("notify"),
    options: read.common()
  };
  return define(definition);
}
function subjectOf(given2) {
  if (definitionKind(given2) === "source") return { kind: "source", source: given2.name };
  const ref = refOf(given2);
  return ref === null ? { kind: "invalid", found: partKind(given2) === "expression" ? "an expression without a name" : describe(given2) } : { kind: "feature", ref };
}
function statOf(read) {
  const given2 = read.value("stat");
  const kind = partKind(given2);
  if (kind !== "statistic" && kind !== "source statistic") {
    read.wrong("stat", given2, "a statistic, such as mean().above(0.7)");
    return { statistic: "", parameters: {}, threshold: null };
  }
  const { statistic, parameters, threshold } = given2;
  return { statistic, parameters, threshold };
}
export {
  age,
  approxCountDistinct,
  asOf,
  avg,
  between,
  boolean,
  category,
  coalesce,
  concat,
  count,
  countDistinct,
  countIf,
  dataset,
  date2 as date,
  daysSince,
  defineConfig,
  dimension,
  duckdb,
  encode,
  entity,
  env,
  events,
  featureView,
  first,
  float2 as float,
  greatest,
  greatestKnown,
  integer,
  last,
  lastN,
  lateShare,
  least,
  leastKnown,
  literal2 as literal,
  matches,
  max,
  mean,
  median,
  min,
  model,
  monitor,
  notNull,
  nullShare,
  number,
  oneOf,
  percentile,
  percentileDisc,
  point,
  psi,
  rate,
  ratio,
  raw,
  require_,
  serving,
  slope,
  snapshot,
  snowflake,
  sql,
  stddev,
  store,
  sum,
  timestamp,
  unique,
  varchar,
  variance,
  variant,
  versions,
  volatility,
  when,
  window
};
