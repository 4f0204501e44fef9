import {
  aggregate,
  all,
  as,
  ascending,
  bucketOf,
  call,
  cast,
  choose,
  descending,
  field,
  fields,
  functions,
  groupBy,
  hashTerm,
  instant,
  integer,
  join,
  later,
  literal,
  named,
  over,
  param,
  part,
  sameColumns,
  select,
  sketchParts,
  smallest,
  toFloat,
  unique,
  words,
  yes
} from "./.run-11631-TVGWGQNI.mjs";
import {
  childrenOf,
  leavesOf,
  mapLeaves
} from "./.run-11631-X5LDZ6U6.mjs";
import {
  date,
  decimal,
  flag,
  float,
  int,
  isNumeric,
  json,
  text,
  time,
  typeName
} from "./.run-11631-54NLZVMI.mjs";
import {
  day,
  formatDuration
} from "./.run-11631-RVSCCG2V.mjs";
import {
  address,
  parseAddress
} from "./.run-11631-QSF34EBB.mjs";
import {
  canonical,
  hashOf,
  shortHash
} from "./.run-11631-6HWLSQNM.mjs";
import {
  InternalError,
  absurd
} from "./.run-11631-OFZZUDX7.mjs";

// compiler/lower/captures.ts
function captureTable(source) {
  return { address: address("captures", source.name), source, on: source.rowKey.length > 0 ? source.rowKey : source.entities[0]?.on ?? [] };
}
function captureGrain(table2) {
  return hashOf({ rule: "captures 1", source: table2.source.query ?? table2.source.name, on: table2.on });
}
function scanCaptures(table2, columns2) {
  const names = /* @__PURE__ */ new Set([...table2.on, "captured_at", "is_deleted", ...columns2]);
  return { kind: "scan", of: table2.address, columns: [...names] };
}
function captureBody(table2, columns2) {
  const own = columns2.filter((c) => !table2.on.includes(c) && c !== "is_deleted");
  const rank = over(
    "rowNumber",
    [],
    table2.on.map((k) => field(k, "s")),
    [descending(field("captured_at", "s"))],
    null
  );
  const latest = select(as("s", scanCaptures(table2, own)), fields([...table2.on, ...alone(table2, "captured_at"), ...own, "is_deleted"], "s"), {
    where: [call("lt", field("captured_at", "s"), param("now")), ...table2.on.map((k) => call("not", call("isNull", field(k, "s"))))],
    qualify: [call("eq", rank, integer(1))]
  });
  const source = { kind: "source", of: table2.source.address, columns: table2.source.columns.map((c) => c.name) };
  const present3 = table2.on.map((k) => call("not", call("isNull", field(k, "s"))));
  const marks = alone(table2, "is_there").map((name) => named(name, literal(true, flag)));
  const current = select(as("s", source), [...fields([...table2.on, ...own], "s"), ...marks], { where: present3 });
  const missing3 = (alias) => call("isNull", field(table2.on[0] ?? (alias === "l" ? "captured_at" : "is_there"), alias));
  const changed = own.map((c) => differs(table2, c));
  const gained = select(
    as("c", part("current")),
    [...fields(table2.on, "c"), named("captured_at", param("now")), ...fields(own, "c"), named("is_deleted", literal(false, flag))],
    {
      joins: [join("left", "l", part("latest"), sameColumns("c", "l", table2.on))],
      where: [call("or", missing3("l"), field("is_deleted", "l"), ...changed)]
    }
  );
  const lost = select(
    as("l", part("latest")),
    [...fields(table2.on, "l"), named("captured_at", param("now")), ...fields(own, "l"), named("is_deleted", literal(true, flag))],
    {
      joins: [join("left", "c", part("current"), sameColumns("l", "c", table2.on))],
      where: [all([missing3("c"), call("not", field("is_deleted", "l"))])]
    }
  );
  return {
    kind: "with",
    parts: [
      { name: "latest", of: latest },
      { name: "current", of: current }
    ],
    // Without keys there is one thing, which is there at every point.
    body: { kind: "union", all: table2.on.length === 0 ? [gained, lost] : [gained, lost, runRow(table2, own)] }
  };
}
function alone(table2, column2) {
  return table2.on.length === 0 ? [column2] : [];
}
function runRow(table2, own) {
  const nothing = (name) => named(name, literal(null, table2.source.columns.find((c) => c.name === name).type));
  const one2 = { kind: "values", columns: [{ name: "one", type: int }], rows: [[integer(1)]] };
  return select(as("o", one2), [...table2.on.map(nothing), named("captured_at", param("now")), ...own.map(nothing), named("is_deleted", literal(true, flag))]);
}
function differs(table2, column2) {
  const type = table2.source.columns.find((c) => c.name === column2).type;
  const side = (alias) => type.kind === "json" ? cast(field(column2, alias), text) : field(column2, alias);
  return call("not", call("sameAs", side("c"), side("l")));
}

// compiler/ir/type-of.ts
function typeOf(node, leaf) {
  const n = node;
  switch (n.kind) {
    case "literal":
    case "cast":
    case "json":
    case "raw":
      return n.type;
    case "case":
      return typeOf(n.arms.find(([, then]) => !isNullLiteral(then))?.[1] ?? n.otherwise ?? n.arms[0][1], leaf);
    case "call":
      return resultType(n.fn, n.args, leaf);
    default:
      return leaf(node);
  }
}
function isNullLiteral(n) {
  return n.kind === "literal" && n.value === null;
}
function resultType(fn, args, leaf) {
  const result = functions[fn].result;
  switch (result) {
    case "flag":
      return flag;
    case "text":
      return text;
    case "int":
      return int;
    case "float":
      return float;
    case "date":
      return date;
    case "time":
      return time;
    case "first":
    case "common":
    case "sum":
    case "product":
      return typeOf(args[0], leaf);
    default:
      return absurd(result);
  }
}

// compiler/lower/row.ts
function rowTerm(scalar, alias) {
  return mapLeaves(scalar, (leaf) => columnTerm(leaf, alias));
}
function columnTerm(leaf, alias) {
  if (leaf.kind !== "column") throw new InternalError(`a row-level expression holds a '${leaf.kind}'`);
  return field(leaf.name, alias);
}
function rowType(scalar, source) {
  return typeOf(scalar, (leaf) => {
    const column2 = leaf.kind === "column" ? source.columns.find((c) => c.name === leaf.name) : void 0;
    if (column2 === void 0) throw new InternalError(`no type for a '${leaf.kind}' of ${source.address}`);
    return column2.type;
  });
}
var rowHashes = /* @__PURE__ */ new WeakMap();
function rowHash(scalar) {
  if (scalar === null) return null;
  const known2 = rowHashes.get(scalar);
  if (known2 !== void 0) return known2;
  const plain = mapLeaves(scalar, (leaf) => leaf.kind === "column" ? { ...leaf, keys: null } : leaf);
  const hash = hashOf({ plain, semantics: semanticsOf(scalar) });
  rowHashes.set(scalar, hash);
  return hash;
}
function semanticsOf(node) {
  const found = {};
  const visit = (n) => {
    if (n.kind === "call") found[n.fn] = functions[n.fn].version;
    for (const child of childrenOf(n)) visit(child);
  };
  visit(node);
  return found;
}
function happened(source) {
  const column2 = source.eventTime ?? source.validFrom;
  if (column2 === null) throw new InternalError(`${source.address} has no time`);
  return column2;
}
function effectiveKnown(source, known2, alias) {
  const at = field(happened(source), alias);
  if (!known2 || source.knownTime === null) return at;
  const stamp = field(source.knownTime.column, alias);
  if (source.knownTime.trustedFrom === null) return stamp;
  return choose(call("gte", stamp, instant(source.knownTime.trustedFrom)), stamp, call("least", stamp, later(at, source.lateness)));
}
function wholeRow(source, on, alias) {
  const present3 = [happened(source), ...on].map((c) => call("not", call("isNull", field(c, alias))));
  const history = source.historyFrom === null ? [] : [call("gte", field(happened(source), alias), instant(source.historyFrom))];
  return all([...present3, ...history]);
}

// compiler/lower/data-tests.ts
function dataTests(model, plans) {
  return [...model.catalog.sources.flatMap(sourceTests), ...plans.flatMap((p) => viewTests(model, p))];
}
function test(on, name, title, relation) {
  return { address: address("test", `${on}.${name}`), on, title, relation };
}
function sourceTests(source) {
  const required = source.columns.filter((c) => !c.nullable || c.name === source.knownTime?.column);
  const tests = required.map((c) => test(source.address, `${c.name}.not_null`, `${source.name}.${c.name} is never NULL`, failing(source, isNull(c.name))));
  for (const c of source.columns)
    if (c.values !== null) tests.push(test(source.address, `${c.name}.values`, `${source.name}.${c.name} is one of its category`, failing(source, outside(c))));
  if (source.form === "snapshot" && source.rowKey.length > 0)
    tests.push(test(source.address, "row_key.unique", `${source.name} has one row per ${source.rowKey.join(", ")}`, repeated(source)));
  if (source.form === "snapshot" && source.rowKey.length === 0 && source.entities.every((e) => e.on.length === 0))
    tests.push(test(source.address, "row.single", `${source.name} has one row`, repeated(source)));
  return tests;
}
function isNull(column2) {
  return call("isNull", field(column2, "s"));
}
function outside(c) {
  return call("not", call("in", field(c.name, "s"), ...c.values.map(words)));
}
function failing(source, where) {
  const columns2 = [.../* @__PURE__ */ new Set([...source.entities.flatMap((e) => e.on), ...source.form === "snapshot" ? [] : [happened(source)]])];
  const shown = columns2.length > 0 ? columns2 : [source.columns[0].name];
  return select(as("s", { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }), fields(shown, "s"), { where: [where] });
}
function repeated(source) {
  const rows2 = aggregate("countAll", []);
  const inner = select(
    as("s", { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }),
    [...fields(source.rowKey, "s"), named("row_count", rows2)],
    { groupBy: source.rowKey.map((c) => field(c, "s")) }
  );
  return select(as("r", inner), fields([...source.rowKey, "row_count"], "r"), { where: [call("gt", field("row_count", "r"), integer(1))] });
}
function viewTests(model, plan) {
  const tests = plan.view.features.flatMap((f) => featureTests(model.catalog.features[f], plan));
  return [uniqueRows(plan), ...tests];
}
function uniqueRows(plan) {
  const grain2 = [...plan.keys, "feature_time"];
  const inner = select(
    as("s", { kind: "scan", of: plan.view.address, columns: grain2 }),
    [...fields(grain2, "s"), named("row_count", aggregate("countAll", []))],
    { groupBy: grain2.map((c) => field(c, "s")) }
  );
  const relation = select(as("r", inner), fields([...grain2, "row_count"], "r"), { where: [call("gt", field("row_count", "r"), integer(1))] });
  return test(plan.view.address, "grain.unique", `${plan.view.name} has one row per ${grain2.join(", ")}`, relation);
}
function featureTests(f, plan) {
  return f.checks.map((check) => {
    const grain2 = [...plan.keys, "feature_time"];
    const scan = { kind: "scan", of: plan.view.address, columns: [...grain2, f.column] };
    const relation = select(as("s", scan), fields([...grain2, f.column], "s"), { where: [violation(check, field(f.column, "s"))] });
    return test(f.address, checkName(check), `${f.name} ${checkTitle(check)}`, check.kind === "unique" ? uniqueValues(f, plan) : relation);
  });
}
function uniqueValues(f, plan) {
  const by = [f.column, "feature_time"];
  const scan = { kind: "scan", of: plan.view.address, columns: by };
  const inner = select(as("s", scan), [...fields(by, "s"), named("row_count", aggregate("countAll", []))], {
    where: [call("not", isNull(f.column))],
    groupBy: by.map((c) => field(c, "s"))
  });
  return select(as("r", inner), fields([...by, "row_count"], "r"), { where: [call("gt", field("row_count", "r"), integer(1))] });
}
function checkName(check) {
  return { notNull: "not_null", between: "between", oneOf: "one_of", unique: "unique", matches: "matches" }[check.kind];
}
function checkTitle(check) {
  switch (check.kind) {
    case "notNull":
      return "is never NULL";
    case "between":
      return `lies between ${check.min} and ${check.max}`;
    case "oneOf":
      return `is one of ${check.values.join(", ")}`;
    case "unique":
      return "is unique at each point";
    case "matches":
      return `matches ${check.pattern}`;
  }
}
function violation(check, value2) {
  switch (check.kind) {
    case "notNull":
    case "unique":
      return call("isNull", value2);
    case "between":
      return call("or", call("lt", value2, literal(check.min, float)), call("gt", value2, literal(check.max, float)));
    case "oneOf":
      return call("not", call("in", value2, ...check.values.map(words)));
    case "matches":
      return call("not", call("matches", value2, words(check.pattern)));
  }
}

// compiler/lower/row-versions.ts
function isVersioned(source) {
  return source.form !== "snapshot" && source.rowKey.length > 0;
}
function versionMeaning(source) {
  if (!isVersioned(source)) return {};
  return {
    versions: {
      rowKey: source.rowKey,
      rowVersion: source.rowVersion,
      order: source.tieBreak,
      deletedWhen: source.deletedWhen,
      known: source.knownTime?.column ?? null
    }
  };
}
function newestFirst(source, alias) {
  const columns2 = [source.rowVersion, source.knownTime?.column ?? null, ...source.tieBreak].filter((c) => c !== null);
  return [...new Set(columns2)].map((c) => descending(field(c, alias)));
}
function allRows(source) {
  return { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) };
}
function rowKeys(source, alias) {
  return source.rowKey.map((c) => field(c, alias));
}
function remains(source, alias) {
  if (source.form !== "events" || source.deletedWhen === null) return [];
  return [call("not", call("coalesce", field(source.deletedWhen, alias), literal(false, flag)))];
}
function showsVersions(source, known2) {
  return known2 && source.knownTime !== null && isVersioned(source);
}
function knownRows(source, known2) {
  if (!showsVersions(source, known2)) return { from: newestRows(source), where: [], columns: [], seenAt: () => [] };
  return {
    from: versionSpans(source),
    where: [wasNewest("s"), ...remains(source, "s")],
    columns: ["_until"],
    seenAt: (alias, moment) => [call("or", call("isNull", field("_until", alias)), call("gte", field("_until", alias), moment))]
  };
}
function newestRows(source) {
  if (!isVersioned(source)) return allRows(source);
  const rank = over("rowNumber", [], rowKeys(source, "s"), newestFirst(source, "s"), null);
  const names = source.columns.map((c) => c.name);
  return select(as("s", allRows(source)), fields(names, "s"), { qualify: [call("eq", rank, integer(1)), ...remains(source, "s")] });
}
function versionKnown(source, alias) {
  const stamp = field(source.knownTime.column, alias);
  const { trustedFrom } = source.knownTime;
  if (trustedFrom === null) return stamp;
  const promised = later(field(happened(source), alias), source.lateness);
  return choose(call("gte", stamp, instant(trustedFrom)), stamp, call("leastKnown", stamp, promised));
}
function versionSpans(source, touched = null) {
  const known2 = versionKnown(source, "s");
  const until = over("min", [known2], rowKeys(source, "s"), newestFirst(source, "s"), { preceding: "unbounded", until: 1 });
  const columns2 = [
    ...fields(
      source.columns.map((c) => c.name),
      "s"
    ),
    named("_known_at", known2),
    named("_until", until)
  ];
  const same = source.rowKey.map((c) => call("sameAs", field(c, "s"), field(c, "k")));
  return select(as("s", allRows(source)), columns2, touched === null ? {} : { joins: [join("inner", "k", part(touched), same)] });
}
function wasNewest(alias) {
  return call("or", call("isNull", field("_until", alias)), call("gt", field("_until", alias), field("_known_at", alias)));
}
function signedRows(source) {
  const names = source.columns.map((c) => c.name);
  const within = (of) => [call("gte", of, param("from")), call("lt", of, param("to"))];
  const touched = select(as("s", allRows(source)), fields(source.rowKey, "s"), { distinct: true, where: within(versionKnown(source, "s")) });
  const change = (at, sign) => select(as("s", part("spans")), [...fields(names, "s"), named("_at", field(at, "s")), named("_sign", literal(sign, int))], {
    where: [...within(field(at, "s")), wasNewest("s"), ...remains(source, "s")]
  });
  return {
    kind: "with",
    parts: [
      { name: "touched", of: touched },
      { name: "spans", of: versionSpans(source, "touched") }
    ],
    body: { kind: "union", all: [change("_known_at", 1), change("_until", -1)] }
  };
}

// compiler/lower/as-of.ts
function column(name) {
  return `_${name}`;
}
function dimensionAsOf(request, known2) {
  const { source, on, keys, every } = request;
  const validFrom = field(happened(source), "s");
  const stamp = source.knownTime === null ? [] : [field(source.knownTime.column, "s")];
  const versions2 = showsVersions(source, known2);
  return atPoints(request.name, keys, {
    from: versions2 ? versionSpans(source) : newestRows(source),
    keys: keys.map((k, i) => named(k, field(on[i], "s"))),
    where: [wholeRow(source, on, "s"), ...versions2 ? [wasNewest("s")] : []],
    enters: versionEnters(source, known2, every),
    superseded: versions2 ? supersededFrom(every) : null,
    order: [validFrom, ...stamp, ...source.tieBreak.map((t) => field(t, "s"))],
    columns: unique([...request.columns, ...[source.validTo, source.deletedWhen].filter((c) => c !== null)]),
    expires: source.validTo
  });
}
function captureAsOf(request, captures) {
  const { on, keys, every } = request;
  const at = field("captured_at", "s");
  return atPoints(request.name, keys, {
    from: captures,
    keys: keys.map((k, i) => named(k, field(on[i], "s"))),
    where: on.map((k) => call("not", call("isNull", field(k, "s")))),
    enters: later(bucketOf(at, every), every),
    order: [at],
    columns: unique([...request.columns, "is_deleted"]),
    expires: null,
    superseded: null
  });
}
function supersededFrom(every) {
  return later(bucketOf(field("_until", "s"), every), every);
}
function versionEnters(source, known2, every) {
  const validFrom = field(happened(source), "s");
  const floor = bucketOf(validFrom, every);
  if (!known2 || source.knownTime === null) return later(floor, every);
  const valid = choose(call("eq", floor, validFrom), floor, later(floor, every));
  return call("greatest", valid, later(bucketOf(effectiveKnown(source, true, "s"), every), every));
}
function atPoints(name, keys, rows2) {
  const entering2 = `${name}_entering`;
  const rank = over(
    "rowNumber",
    [],
    rows2.keys.map((k) => k.expr),
    rows2.order.map(ascending),
    null
  );
  const own = rows2.columns.map((c) => named(column(c), field(c, "s")));
  const superseded = rows2.superseded === null ? [] : [named("superseded", rows2.superseded)];
  const columns2 = [...rows2.keys, named("enters", rows2.enters), named("version_rank", rank), ...superseded, ...own];
  const entered = select(as("s", rows2.from), columns2, { where: rows2.where });
  const ends = [...rows2.expires === null ? [] : [column(rows2.expires)], ...rows2.superseded === null ? [] : ["superseded"]];
  const shown = ends.length === 0 ? newestShown(name, keys, rows2.columns) : unexpiredShown(name, keys, rows2.columns, ends);
  return { part: name, parts: [{ name: entering2, of: entered }, ...shown] };
}
function newestShown(name, keys, columns2) {
  const [entering2, newest2, kept] = [`${name}_entering`, `${name}_newest`, `${name}_kept`];
  const own = columns2.map(column);
  const partition = keys.map((k) => field(k));
  const inOrder = [ascending(field("enters")), ascending(field("version_rank"))];
  const best = over("max", [field("version_rank")], partition, inOrder, { preceding: "unbounded" });
  const until = over("lead", [field("enters")], partition, inOrder, null);
  const ranked = select(as("e", part(entering2)), [...fields([...keys, "enters", "version_rank", ...own]), named("best_rank", best)]);
  const spans = select(as("e", part(newest2)), [...fields([...keys, "enters", ...own]), named("until", until)], {
    where: [call("eq", field("version_rank"), field("best_rank"))]
  });
  const point2 = field("feature_time", "p");
  const shows = [call("gte", point2, field("enters", "e")), call("or", call("isNull", field("until", "e")), call("lt", point2, field("until", "e")))];
  const shown = select(as("e", part(kept)), [...fields(keys, "e"), named("feature_time", point2), ...fields(own, "e")], {
    joins: [join("inner", "p", part("points"), shows)]
  });
  return [
    { name: newest2, of: ranked },
    { name: kept, of: spans },
    { name, of: shown }
  ];
}
function unexpiredShown(name, keys, columns2, ends) {
  const own = columns2.map(column);
  const point2 = field("feature_time", "p");
  const goesOn = ends.map((e) => call("or", call("isNull", field(e, "e")), call("lt", point2, field(e, "e"))));
  const shows = [call("gte", point2, field("enters", "e")), ...goesOn];
  const rank = over("rowNumber", [], [...keys.map((k) => field(k, "e")), point2], [descending(field("version_rank", "e"))], null);
  const shown = select(as("e", part(`${name}_entering`)), [...fields(keys, "e"), named("feature_time", point2), ...fields(own, "e")], {
    joins: [join("inner", "p", part("points"), shows)],
    qualify: [call("eq", rank, integer(1))]
  });
  return [{ name, of: shown }];
}
function newestCapture(request, captures) {
  const rank = over(
    "rowNumber",
    [],
    request.on.map((k) => field(k, "s")),
    [descending(field("captured_at", "s"))],
    null
  );
  const keys = request.keys.map((k, i) => named(k, field(request.on[i], "s")));
  const newest2 = select(as("s", captures), [...keys, ...request.columns.map((c) => named(column(c), field(c, "s")))], {
    where: [call("not", field("is_deleted", "s"))],
    qualify: [call("eq", rank, integer(1))]
  });
  return { part: request.name, parts: [{ name: request.name, of: newest2 }] };
}

// compiler/lower/model.ts
function modelOf(catalog) {
  const by = (items) => new Map(items.map((i) => [i.address, i]));
  return { catalog, entities: by(catalog.entities), sources: by(catalog.sources), views: by(catalog.views) };
}
function columnsOf(entity, source, keys) {
  if (keys !== null) return entity.keys.map((k) => keys[k.name] ?? k.name);
  return source.entities.find((e) => e.entity === entity.address)?.on ?? entity.keys.map((k) => k.name);
}
function unknown(a) {
  throw new InternalError(`${a} is not in the catalog`);
}

// compiler/lower/attributes.ts
function planAttributes(model, entity, leaves) {
  const found = /* @__PURE__ */ new Map();
  for (const leaf of leaves) {
    if (leaf.kind !== "asOf") continue;
    const read = attributeOf(model, entity, leaf.of);
    found.set(read.name, { ...read, columns: unique([...found.get(read.name)?.columns ?? [], ...read.columns]) });
  }
  return [...found.values()];
}
function attributeOf(model, entity, of) {
  const columns2 = leavesOf(of).filter((l) => l.kind === "column");
  const first = columns2[0];
  const source = (first === void 0 ? void 0 : model.sources.get(first.source)) ?? unknown("the source of an attribute");
  const on = columnsOf(entity, source, first.keys);
  return { name: `_as_of_${shortHash(hashOf([source.address, on]))}`, source, on, columns: unique(columns2.map((c) => c.name)) };
}
var atPoints2 = {
  dimension: (request, known2) => dimensionAsOf(request, known2).parts,
  captures: (request, captures) => captureAsOf(request, captures).parts
};
function attributeParts(a, context, as2 = atPoints2) {
  const request = { name: a.name, source: a.source, on: a.on, keys: context.keys, every: context.every, columns: a.columns };
  if (a.source.form === "dimension") return as2.dimension(request, context.known);
  const captures = scanCaptures(captureTable(a.source), a.columns);
  const { fixed, changing } = split(a);
  return [
    ...fixed.length > 0 ? newestCapture({ ...request, name: fixedName(a), columns: fixed }, captures).parts : [],
    ...changing.length > 0 ? as2.captures({ ...request, columns: changing }, captures) : []
  ];
}
function attributeJoins(a, keys) {
  const { fixed, changing } = split(a);
  const dimension = a.source.form === "dimension";
  return [
    ...fixed.length > 0 ? [join("left", fixedName(a), part(fixedName(a)), sameColumns("g", fixedName(a), keys))] : [],
    ...dimension || changing.length > 0 ? [join("left", a.name, part(a.name), sameColumns("g", a.name, [...keys, "feature_time"]))] : []
  ];
}
function attributeValue(a, of) {
  return mapLeaves(of, (leaf) => {
    if (leaf.kind !== "column") throw new InternalError(`an attribute holds a '${leaf.kind}'`);
    return field(column(leaf.name), isFixed(a.source, leaf.name) ? fixedName(a) : a.name);
  });
}
function split(a) {
  return { fixed: a.columns.filter((c) => isFixed(a.source, c)), changing: a.columns.filter((c) => !isFixed(a.source, c)) };
}
function fixedName(a) {
  return `${a.name}_fixed`;
}
function isFixed(source, name) {
  return source.form === "snapshot" && source.columns.some((c) => c.name === name && c.fixed);
}

// compiler/lower/leaves.ts
function allLeaves(expr) {
  return leavesOf(expr).flatMap((l) => l.kind === "lookup" ? [l, ...Object.values(l.keys).flatMap(allLeaves)] : [l]);
}

// compiler/lower/view-read.ts
function viewRead(model, view, features) {
  const { contract, entity } = model.views.get(view) ?? unknown(view);
  const keys = model.entities.get(entity).keys.map((k) => k.name);
  const columns2 = [...keys, "feature_time", ...unique(features.map((f) => f.column))];
  const at = field("feature_time", "s");
  return select(as("s", { kind: "scan", of: view, columns: columns2 }), fields(columns2, "s"), {
    where: [call("gte", at, later(param("from"), -contract.every)), call("lt", at, param("to"))]
  });
}
function viewJoin(model, view, features, alias, base, keyTerm) {
  const { contract, entity } = model.views.get(view) ?? unknown(view);
  const keys = model.entities.get(entity).keys.map((k) => call("eq", field(k.name, alias), keyTerm(k.name)));
  const at = call("eq", field("feature_time", alias), bucketOf(field("feature_time", base), contract.every));
  return join("left", alias, viewRead(model, view, features), [...keys, at]);
}
function readAlias(view) {
  return `_${parseAddress(view)?.name ?? view}`;
}
function readValue(f, alias) {
  return choose(call("isNull", field("feature_time", alias)), emptyTerm(f), field(f.column, alias));
}
function emptyTerm(f) {
  return mapLeaves(f.empty, (l) => {
    throw new InternalError(`the empty value of ${f.address} holds a '${l.kind}'`);
  });
}

// compiler/ir/accuracy.ts
function lengthAtPoints({ length, offset }, accuracy) {
  if (typeof accuracy === "string" || length === "lifetime") return length;
  return Math.ceil((length + offset) / accuracy.hop) * accuracy.hop - offset;
}

// compiler/ir/aggregates.ts
var group = { version: 1, merge: "group", empty: "null", ordered: false, of: "number", parameter: "none" };
var semigroup = { version: 1, merge: "semigroup", empty: "null", ordered: false, of: "comparable", parameter: "none" };
var multiset = { version: 1, merge: "multiset", empty: "null", ordered: false, of: "number", parameter: "none" };
var aggregates = {
  count: { ...group, empty: "zero", of: "none" },
  countIf: { ...group, empty: "zero", of: "flag" },
  sum: group,
  avg: group,
  rate: { ...group, of: "flag" },
  stddev: group,
  variance: group,
  slope: group,
  volatility: group,
  min: semigroup,
  max: semigroup,
  first: { ...semigroup, ordered: true, of: "any" },
  last: { ...semigroup, ordered: true, of: "any" },
  lastN: { ...semigroup, ordered: true, of: "any", parameter: "positive integer" },
  countDistinct: { ...multiset, empty: "zero", of: "exact" },
  approxCountDistinct: { version: 1, merge: "sketch", empty: "zero", ordered: false, of: "hashed", parameter: "error" },
  median: multiset,
  percentile: { ...multiset, parameter: "share" },
  percentileDisc: { ...multiset, of: "comparable", parameter: "share" }
};
function aggregateType(name, of) {
  switch (name) {
    case "count":
    case "countIf":
    case "countDistinct":
    case "approxCountDistinct":
      return int;
    case "sum":
      return of?.kind === "float" ? float : decimal(38, of?.kind === "decimal" ? of.scale : 0);
    case "min":
    case "max":
    case "first":
    case "last":
    case "percentileDisc":
      return of ?? float;
    case "lastN":
      return json;
    case "avg":
    case "rate":
    case "stddev":
    case "variance":
    case "slope":
    case "volatility":
    case "median":
    case "percentile":
      return float;
  }
}

// compiler/lower/tile-table.ts
function isSigned(table2) {
  return table2.known && isVersioned(table2.source);
}
function tileState(source, kind, of, where, rest = {}) {
  const keepNulls = rest.keepNulls ?? false;
  const tie = rest.tie ?? null;
  const order = /^(first|last)/.test(kind) ? source.tieBreak : null;
  const dataHash = hashOf({ kind, of: rowHash(of), where: rowHash(where), keepNulls, tie, order });
  return { kind, of, where, keepNulls, tie, name: `${kind.toLowerCase()}_${shortHash(dataHash)}`, type: stateType(source, kind, of, tie), dataHash };
}
function stateType(source, kind, of, tie) {
  switch (kind) {
    case "n":
      return int;
    case "sum":
      return aggregateType("sum", rowType(of, source));
    case "min":
    case "max":
    case "firstValue":
    case "lastValue":
      return rowType(of, source);
    case "firstTime":
    case "lastTime":
      return time;
    case "firstTie":
    case "lastTie":
      return source.columns.find((c) => c.name === tie).type;
    default:
      return float;
  }
}
function tileTable(source, on, spans, content = { kind: "states" }) {
  const known2 = spans.known && source.knownTime !== null;
  const parts = [source.name, on.join("+") || "all", `${formatDuration(spans.tile)}x${formatDuration(spans.every)}`];
  if (source.knownTime !== null && !known2) parts.push("corrected");
  if (content.kind !== "states") parts.push(`${content.kind}-${shortHash(contentHash(source, content))}`);
  return { address: address("tiles", parts.join("/")), source, on, every: spans.every, tile: spans.tile, known: known2, content };
}
function contentHash(source, content) {
  if (content.kind === "sketch") return hashOf({ kind: content.kind, of: rowHash(content.of), where: rowHash(content.where), size: content.size });
  return hashOf({
    kind: content.kind,
    of: rowHash(content.of),
    where: rowHash(content.where),
    keepNulls: content.keepNulls,
    order: content.kind === "rows" ? source.tieBreak : null
  });
}
function tileGrain(table2) {
  const s = table2.source;
  const known2 = table2.known ? { ...s.knownTime, lateness: s.knownTime.trustedFrom === null ? 0 : s.lateness } : null;
  return hashOf({
    rule: "tiles 1",
    source: s.query ?? s.name,
    on: table2.on,
    eventTime: s.eventTime,
    known: known2,
    historyFrom: s.historyFrom,
    every: table2.every,
    tile: table2.tile,
    content: table2.content.kind === "states" ? "states" : contentHash(s, table2.content),
    ...versionMeaning(s)
  });
}
function contentStates(table2) {
  const { content, source } = table2;
  if (content.kind === "states") return [];
  const state = (name, type) => ({
    kind: "n",
    of: null,
    where: null,
    keepNulls: false,
    tie: null,
    name,
    type,
    dataHash: hashOf({ content: contentHash(source, content), name })
  });
  if (content.kind === "sketch") return [state("value", int)];
  const value2 = state("value", rowType(content.of, source));
  if (content.kind === "multiset") return [value2, state("n", int)];
  const typeOf2 = (column2) => source.columns.find((c) => c.name === column2).type;
  const ties = source.tieBreak.map((t, i) => state(`tie_${i + 1}`, typeOf2(t)));
  const signed = isSigned(table2) ? [...source.rowKey.map((c, i) => state(`row_${i + 1}`, typeOf2(c))), state("n", int)] : [];
  return [value2, state("event_time", time), ...ties, ...signed];
}

// compiler/lower/aggregate-plan.ts
function planAggregate(leaf, source, known2 = false) {
  const plan = planUnsigned(leaf, source);
  if (!known2 || source.knownTime === null || !isVersioned(source)) return plan;
  const of = leaf.of;
  if (of === null || leaf.aggregate === "countIf" || leaf.aggregate === "rate") return plan;
  const exact = rowType(of, source).kind !== "float";
  if (leaf.aggregate === "avg" && exact) return plan;
  if (leaf.aggregate === "sum" && exact) return signedSum(source, leaf, plan);
  return { by: "versions", of, keepNulls: leaf.keepNulls, plan };
}
function signedSum(source, leaf, plan) {
  if (plan.by !== "merge") return plan;
  const count = tileState(source, "n", null, both(leaf.where, known(leaf.of)));
  return merge([...plan.states.map((s) => s.state), count], ([s, n]) => choose(call("gt", n, integer(0)), plan.finish([s])));
}
function planUnsigned(leaf, source) {
  const { aggregate: aggregate2, of, where } = leaf;
  const n = (condition2) => tileState(source, "n", null, condition2);
  const given = () => of ?? missing(aggregate2);
  switch (aggregate2) {
    case "count":
      return merge([n(where)], zeroIfNone);
    case "countIf":
      return merge([n(both(where, given()))], zeroIfNone);
    case "sum":
      return planSum(source, given(), where);
    case "avg":
      return merge([tileState(source, "sum", given(), where), n(both(where, known(given())))], ([s, c]) => call("divide", toFloat(s), toFloat(c)));
    case "rate":
      return merge([n(both(where, given())), n(both(where, known(given())))], ([yes2, total]) => call("divide", toFloat(yes2), toFloat(total)));
    case "min":
    case "max":
      return { by: "merge", states: [{ state: tileState(source, aggregate2, given(), where), op: aggregate2 }], finish: ([v]) => v };
    case "stddev":
      return moments(source, given(), where, (c, _, m2) => call("sqrt", variance(c, m2)));
    case "variance":
      return moments(source, given(), where, (c, _, m2) => variance(c, m2));
    case "volatility":
      return moments(source, given(), where, (c, mean, m2) => call("divide", call("sqrt", variance(c, m2)), call("abs", mean)));
    case "slope":
      return slope(source, given(), where);
    case "first":
    case "last":
      return { by: "ordered", which: aggregate2, states: orderedStates(source, leaf, aggregate2) };
    case "lastN":
      return { by: "rows", of: given(), most: leaf.parameter ?? 1, keepNulls: leaf.keepNulls };
    case "countDistinct":
      return { by: "multiset", of: given(), measure: "distinct", share: 0 };
    case "approxCountDistinct":
      return { by: "sketch", of: given(), size: sketchSize(leaf.parameter ?? 0.02) };
    case "median":
      return { by: "multiset", of: given(), measure: "continuous", share: 0.5 };
    case "percentile":
      return { by: "multiset", of: given(), measure: "continuous", share: leaf.parameter ?? 0.5 };
    case "percentileDisc":
      return { by: "multiset", of: given(), measure: "discrete", share: leaf.parameter ?? 0.5 };
    default:
      return absurd(aggregate2);
  }
}
function missing(name) {
  throw new InternalError(`${name} without a value`);
}
function merge(states, finish) {
  return { by: "merge", states: states.map((state) => ({ state, op: "sum" })), finish };
}
function zeroIfNone([n]) {
  return call("coalesce", n, integer(0));
}
function both(a, b) {
  return a === null ? b : call("and", a, b);
}
function known(of) {
  return call("not", call("isNull", of));
}
function planSum(source, of, where) {
  const type = aggregateType("sum", rowType(of, source));
  return merge([tileState(source, "sum", of, where)], ([s]) => cast(s, type));
}
function variance(n, m2) {
  return choose(call("gte", n, integer(2)), call("divide", m2, toFloat(call("minus", n, integer(1)))));
}
function moments(source, of, where, finish) {
  const states = [tileState(source, "n", null, both(where, known(of))), tileState(source, "mean", of, where), tileState(source, "m2", of, where)];
  return { by: "moments", states, finish };
}
function slope(source, of, where) {
  const state = (kind) => tileState(source, kind, of, where);
  const states = [tileState(source, "n", null, both(where, known(of))), state("meanX"), state("mean"), state("m2x"), state("cxy")];
  return { by: "comoments", states, finish: (n, m2x, cxy) => choose(call("gte", n, integer(2)), call("divide", cxy, m2x)) };
}
function orderedStates(source, leaf, which) {
  const rest = { keepNulls: leaf.keepNulls };
  const state = (kind) => tileState(source, `${which}${kind}`, leaf.of, leaf.where, rest);
  return [state("Value"), state("Time"), ...source.tieBreak.map((tie) => tileState(source, `${which}Tie`, leaf.of, leaf.where, { ...rest, tie }))];
}
function sketchSize(error) {
  return Math.ceil(error ** -2) + 2;
}

// compiler/lower/tile-body.ts
var tileTimes = ["event_tile", "known_tile"];
function tileBody(table2, states) {
  const { content } = table2;
  if (content.kind === "states")
    return states.some(isOrdered) ? rankedBody(table2, states) : select(rawRows(table2), stateColumns(table2, states), { where: newlyKnown(table2), groupBy: grain(table2) });
  if (content.kind === "sketch") return sketchBody(table2, content);
  const value2 = rowTerm(content.of, "s");
  const counted2 = [...newlyKnown(table2), ...condition(content.where), ...content.keepNulls ? [] : [present(value2)]];
  if (content.kind === "multiset") {
    const columns2 = [...grainColumns(table2), named("value", value2), named("n", aggregate("countAll", []))];
    return select(rawRows(table2), columns2, { where: counted2, groupBy: [...grain(table2), value2] });
  }
  const ties = table2.source.tieBreak.map((t, i) => named(`tie_${i + 1}`, field(t, "s")));
  const signed = isSigned(table2) ? [...table2.source.rowKey.map((c, i) => named(`row_${i + 1}`, field(c, "s"))), named("n", field("_sign", "s"))] : [];
  return select(rawRows(table2), [...grainColumns(table2), named("value", value2), named("event_time", field(happened(table2.source), "s")), ...ties, ...signed], {
    where: counted2
  });
}
function sketchBody(table2, content) {
  const value2 = rowTerm(content.of, "s");
  const hash = hashTerm(value2);
  const hashed = select(rawRows(table2), [...grainColumns(table2), named("value", hash)], {
    where: [...newlyKnown(table2), ...condition(content.where), present(value2)],
    groupBy: [...grain(table2), hash]
  });
  return { kind: "with", parts: [{ name: "hashed", of: hashed }], body: smallest("hashed", [...table2.on, ...tileTimes], content.size) };
}
function rawRows(table2) {
  return as("s", isSigned(table2) ? signedRows(table2.source) : newestRows(table2.source));
}
function newlyKnown(table2) {
  if (isSigned(table2)) return [wholeRow(table2.source, table2.on, "s")];
  const known2 = effectiveKnown(table2.source, table2.known, "s");
  return [wholeRow(table2.source, table2.on, "s"), call("gte", known2, param("from")), call("lt", known2, param("to"))];
}
function eventTile(table2) {
  return bucketOf(field(happened(table2.source), "s"), table2.tile);
}
function grain(table2) {
  const known2 = isSigned(table2) ? field("_at", "s") : effectiveKnown(table2.source, table2.known, "s");
  return [...table2.on.map((k) => field(k, "s")), eventTile(table2), bucketOf(known2, table2.every)];
}
function grainColumns(table2) {
  const names = [...table2.on, ...tileTimes];
  return grain(table2).map((term, i) => named(names[i], term));
}
function stateColumns(table2, states) {
  return [...grainColumns(table2), ...states.map((state) => named(state.name, stateTerm(table2, state)))];
}
function condition(where) {
  return where === null ? [] : [rowTerm(where, "s")];
}
function present(value2) {
  return call("not", call("isNull", value2));
}
function isOrdered(state) {
  return /^(first|last)/.test(state.kind);
}
function rankedBody(table2, states) {
  const order = [happened(table2.source), ...table2.source.tieBreak].map((c) => ascending(field(c, "s")));
  const rank = named("row_rank", over("rowNumber", [], grain(table2), order, null));
  const rows2 = select(
    rawRows(table2),
    [
      ...fields(
        table2.source.columns.map((c) => c.name),
        "s"
      ),
      rank
    ],
    { where: newlyKnown(table2) }
  );
  const body = select(as("s", part("ranked")), stateColumns(table2, states), { groupBy: grain(table2) });
  return { kind: "with", parts: [{ name: "ranked", of: rows2 }], body };
}
function signedTerm(state) {
  const where = state.where === null ? null : rowTerm(state.where, "s");
  const sign = field("_sign", "s");
  if (state.kind === "n") return call("coalesce", aggregate("sum", [sign], where), integer(0));
  if (state.kind !== "sum") throw new InternalError(`a '${state.kind}' cannot be taken back`);
  const value2 = rowTerm(state.of, "s");
  return aggregate("sum", [choose(call("gt", sign, integer(0)), value2, call("negate", value2))], where);
}
function stateTerm(table2, state) {
  if (isSigned(table2)) return signedTerm(state);
  const where = state.where === null ? null : rowTerm(state.where, "s");
  const value2 = state.of === null ? null : rowTerm(state.of, "s");
  const x = call("elapsed", eventTile(table2), field(happened(table2.source), "s"), words("days"));
  const y = value2 === null ? null : toFloat(value2);
  const bothKnown = all([...where === null ? [] : [where], ...value2 === null ? [] : [present(value2)]]);
  const count = aggregate("countAll", [], bothKnown);
  switch (state.kind) {
    case "n":
      return aggregate("countAll", [], where);
    case "sum":
    case "min":
    case "max":
      return aggregate(state.kind, [value2], where);
    case "mean":
      return aggregate("avg", [y], where);
    case "m2":
      return call("times", aggregate("varPop", [y], where), toFloat(count));
    case "meanX":
      return aggregate("avg", [x], bothKnown);
    case "m2x":
      return call("times", aggregate("varPop", [x], bothKnown), toFloat(count));
    case "cxy":
      return call("times", aggregate("covarPop", [x, y], bothKnown), toFloat(count));
    case "firstValue":
    case "lastValue":
    case "firstTime":
    case "lastTime":
    case "firstTie":
    case "lastTie":
      return orderedState(table2, state, value2, where);
    default:
      return absurd(state.kind);
  }
}
function orderedState(table2, state, value2, where) {
  const counted2 = [...where === null ? [] : [where], ...state.keepNulls ? [] : [present(value2)]];
  const taken = state.kind.endsWith("Value") ? value2 : field(state.tie ?? happened(table2.source), "s");
  return aggregate(state.kind.startsWith("first") ? "argMin" : "argMax", [taken, field("row_rank", "s")], counted2.length === 0 ? null : all(counted2));
}

// compiler/lower/window-slot.ts
function componentsOf(slots) {
  const found = /* @__PURE__ */ new Map();
  for (const slot of slots) {
    if (slot.plan.by !== "merge") continue;
    for (const { state, op } of slot.plan.states) {
      const component = componentOf(slot.leaf, state, op);
      found.set(component.name, component);
    }
  }
  return [...found.values()];
}
function componentOf(leaf, state, op) {
  const name = `${state.name}_${leaf.length}${leaf.offset === 0 ? "" : `_${leaf.offset}`}`;
  return { name, state, op, length: leaf.length, offset: leaf.offset };
}
function finishSlot(slot, component) {
  if (slot.plan.by !== "merge") return { as: slot.name, expr: field(slot.name) };
  const merged2 = slot.plan.states.map(({ state, op }) => component(componentOf(slot.leaf, state, op)));
  return { as: slot.name, expr: slot.plan.finish(merged2) };
}
function scanTiles(table2, columns2) {
  return { kind: "scan", of: table2.address, columns: [...table2.on, ...tileTimes, ...columns2] };
}
function renamedKeys(table2, keys, alias) {
  return keys.map((k, i) => ({ as: k, expr: field(table2.on[i], alias) }));
}
function keyTerms(table2, alias) {
  return table2.on.map((k) => field(k, alias));
}
function entersAt(table2, offset, alias) {
  return later(field("event_tile", alias), table2.tile + offset);
}
function visible(table2, span, alias, point2) {
  const within = [call("gte", point2, entersAt(table2, span.offset, alias))];
  if (span.length !== "lifetime") within.push(call("lte", point2, later(field("event_tile", alias), span.offset + span.length)));
  return within;
}
function knownAt(table2, alias, point2) {
  return table2.known ? [call("gte", point2, later(field("known_tile", alias), table2.every))] : [];
}
function pruned(spans, alias) {
  const upper = [call("lt", field("event_tile", alias), param("to")), call("lt", field("known_tile", alias), param("to"))];
  const reach = furthest(spans);
  return reach === "lifetime" ? upper : [call("gte", field("event_tile", alias), later(param("from"), -reach)), ...upper];
}
function furthest(spans) {
  return spans.reduce((most, s) => most === "lifetime" || s.length === "lifetime" ? "lifetime" : Math.max(most, s.length + s.offset), 0);
}
function groupTerms(table2, alias, point2) {
  return [...keyTerms(table2, alias), point2];
}
var storedTiles = { scan: scanTiles, visible, within: visible, readable: knownAt, pruned };

// compiler/lower/cells.ts
function cellParts(prefix, table2, context) {
  const keys = select(as("t", scanTiles(table2, [])), renamedKeys(table2, context.keys, "t"), {
    distinct: true,
    where: [call("lt", field("known_tile", "t"), param("to"))]
  });
  if (context.keys.length === 0) return [{ name: `${prefix}_cells`, of: select(as("p", part("points")), fields(["feature_time"], "p")) }];
  const cells = select(as("k", part(`${prefix}_keys`)), [...fields(context.keys, "k"), named("feature_time", field("feature_time", "p"))], {
    joins: [join("cross", "p", part("points"))]
  });
  return [
    { name: `${prefix}_keys`, of: keys },
    { name: `${prefix}_cells`, of: cells }
  ];
}
function entering(table2, components, context) {
  const at = entryPoint(table2, components[0].offset, context);
  const states = stateOps(components);
  const columns2 = [
    ...renamedKeys(table2, context.keys, "t"),
    named("feature_time", at),
    ...states.map((s) => named(s.column, aggregate(s.op, [field(s.state, "t")])))
  ];
  return select(as("t", scanTiles(table2, [...new Set(states.map((s) => s.state))])), columns2, {
    where: [...pruned(components, "t"), call("lt", at, param("to"))],
    groupBy: groupTerms(table2, "t", at)
  });
}
function entryPoint(table2, offset, context) {
  return call("greatestKnown", ...seenSince(table2, offset, context), param("from"));
}
function seenFrom(table2, offset, context) {
  const since = seenSince(table2, offset, context);
  return since.length === 1 ? since[0] : call("greatestKnown", ...since);
}
function firstEntryPoint(table2, context) {
  const [event, known2] = [field("event_tile", "t"), field("known_tile", "t")];
  const whole = table2.tile === context.every;
  const seen3 = !table2.known ? pointAfter(aggregate("min", [event]), table2, 0, context) : whole ? later(aggregate("min", [call("greatestKnown", event, known2)]), context.every) : aggregate("min", [seenFrom(table2, 0, context)]);
  return call("greatestKnown", seen3, param("from"));
}
function seenSince(table2, offset, context) {
  const known2 = later(field("known_tile", "t"), context.every);
  return [pointAfter(field("event_tile", "t"), table2, offset, context), ...table2.known ? [known2] : []];
}
function pointAfter(eventTile2, table2, offset, context) {
  const happens = later(eventTile2, table2.tile + offset);
  return table2.tile === context.every && offset % context.every === 0 ? happens : bucketOf(later(happens, context.every - table2.tile), context.every);
}
function stateOps(components) {
  const found = /* @__PURE__ */ new Map();
  for (const c of components) found.set(enteredColumn(c), { column: enteredColumn(c), state: c.state.name, op: c.op });
  return [...found.values()];
}
function enteredColumn(c) {
  return c.state.name;
}
function framed(prefix, entered, components, context) {
  const grain2 = [...context.keys, "feature_time"];
  const frames = components.map((c) => named(c.name, runningTerm(c, context)));
  return select(as("c", part(`${prefix}_cells`)), [...fields(grain2, "c"), ...frames], {
    joins: [join("left", "d", part(entered), sameColumns("c", "d", grain2))]
  });
}
function runningTerm(c, context) {
  const partition = context.keys.map((k) => field(k, "c"));
  return over(c.op, [field(enteredColumn(c), "d")], partition, [ascending(field("feature_time", "c"))], { preceding: "unbounded" });
}
function runningOrdered(slot, prefix, context) {
  if (slot.plan.by !== "ordered") return [];
  const { table: table2, plan, leaf } = slot;
  const [value2, at, ...ties] = plan.states.map((s) => s.name);
  const [ranked, entries, best] = [`${slot.name}_ranked`, `${slot.name}_entries`, `${slot.name}_best`];
  const order = [at, ...ties, "known_tile"].map((c) => ascending(field(c, "t")));
  const rank = named("event_rank", over("rowNumber", [], keyTerms(table2, "t"), order, null));
  const enters = entryPoint(table2, leaf.offset, context);
  const rows2 = select(
    as("t", scanTiles(table2, [value2, at, ...ties])),
    [...renamedKeys(table2, context.keys, "t"), named("feature_time", enters), named("value", field(value2, "t")), rank],
    {
      where: [call("not", call("isNull", field(at, "t"))), ...pruned([leaf], "t"), call("lt", enters, param("to"))]
    }
  );
  const op = plan.which === "last" ? "max" : "min";
  const grain2 = [...context.keys, "feature_time"];
  const entered = select(as("r", part(ranked)), [...fields(grain2, "r"), named("event_rank", aggregate(op, [field("event_rank", "r")]))], {
    groupBy: grain2.map((g) => field(g, "r"))
  });
  const running = over(
    op,
    [field("event_rank", "d")],
    context.keys.map((k) => field(k, "c")),
    [ascending(field("feature_time", "c"))],
    { preceding: "unbounded" }
  );
  const bestRows = select(as("c", part(`${prefix}_cells`)), [...fields(grain2, "c"), named("event_rank", running)], {
    joins: [join("left", "d", part(entries), sameColumns("c", "d", grain2))]
  });
  return [
    { name: ranked, of: rows2 },
    { name: entries, of: entered },
    { name: best, of: bestRows },
    { name: slot.name, of: valueOfBest(slot, best, ranked, context) }
  ];
}
function valueOfBest(slot, best, ranked, context) {
  const columns2 = [...fields([...context.keys, "feature_time"], "b"), named(slot.name, field("value", "r"))];
  const on = [...sameColumns("b", "r", [...context.keys, "event_rank"])];
  return select(as("b", part(best)), columns2, {
    joins: [join("inner", "r", part(ranked), on)],
    where: [call("gte", field("feature_time", "b"), param("from"))]
  });
}
function runningDistinct(slot, prefix, context) {
  const { table: table2, leaf } = slot;
  const [firsts, entries] = [`${slot.name}_firsts`, `${slot.name}_entries`];
  const enters = entryPoint(table2, leaf.offset, context);
  const first = select(
    as("t", scanTiles(table2, ["value"])),
    [...renamedKeys(table2, context.keys, "t"), named("value", field("value", "t")), named("feature_time", aggregate("min", [enters]))],
    {
      where: [...pruned([leaf], "t"), call("lt", enters, param("to"))],
      groupBy: [...keyTerms(table2, "t"), field("value", "t")]
    }
  );
  const grain2 = [...context.keys, "feature_time"];
  const entered = select(as("r", part(firsts)), [...fields(grain2, "r"), named("n", aggregate("countAll", []))], { groupBy: grain2.map((g) => field(g, "r")) });
  const running = over(
    "sum",
    [field("n", "d")],
    context.keys.map((k) => field(k, "c")),
    [ascending(field("feature_time", "c"))],
    { preceding: "unbounded" }
  );
  const counted2 = select(as("c", part(`${prefix}_cells`)), [...fields(grain2, "c"), named(slot.name, running)], {
    joins: [join("left", "d", part(entries), sameColumns("c", "d", grain2))]
  });
  return [
    { name: firsts, of: first },
    { name: entries, of: entered },
    { name: slot.name, of: counted2 }
  ];
}

// compiler/lower/changing-life.ts
function changingEvents(name, table2, count, context) {
  const { keys } = context;
  const enters = seenFrom(table2, 0, context);
  const changes = select(
    as("t", scanTiles(table2, [count])),
    [...renamedKeys(table2, keys, "t"), named("enters", enters), named("n", aggregate("sum", [field(count, "t")]))],
    { where: [call("lt", field("known_tile", "t"), param("to"))], groupBy: [...keyTerms(table2, "t"), enters] }
  );
  const partition = keys.map((k) => field(k, "c"));
  const inOrder = [ascending(field("enters", "c"))];
  const lives = select(as("c", part(`${name}_changes`)), [
    ...fields([...keys, "enters"], "c"),
    named("n", over("sum", [field("n", "c")], partition, inOrder, { preceding: "unbounded" })),
    named("until", over("lead", [field("enters", "c")], partition, inOrder, null))
  ]);
  return {
    parts: [
      { name: `${name}_changes`, of: changes },
      { name, of: lives }
    ],
    rows: withinSpans(name, keys, [call("gt", field("n", "e"), integer(0))])
  };
}
function changingRows(name, source, on, context) {
  const { keys, every } = context;
  const spans = select(
    as("s", versionSpans(source)),
    [...keys.map((k, i) => named(k, field(on[i], "s"))), named("enters", versionEnters(source, true, every)), named("until", supersededFrom(every))],
    { where: [wholeRow(source, on, "s"), wasNewest("s")] }
  );
  return { parts: [{ name, of: spans }], rows: { ...withinSpans(name, keys, []), distinct: true } };
}
function withinSpans(name, keys, where) {
  const point2 = field("feature_time", "p");
  const goesOn = call("or", call("isNull", field("until", "e")), call("lt", point2, field("until", "e")));
  return select(as("e", part(name)), [...fields(keys, "e"), named("feature_time", point2)], {
    joins: [join("inner", "p", part("points"), [call("gte", point2, field("enters", "e")), goesOn])],
    where
  });
}
function changingBeforeCapture(shown, captures, first, context) {
  const { keys } = context;
  const grain2 = [...keys, "feature_time"];
  const seen3 = shown.map((s) => momentsSeen(s, context));
  const point2 = field("feature_time", "p");
  const earliest2 = select(as("e", part("_events_at")), [...fields(grain2, "e"), named("happened", aggregate("min", [field("happened", "e")]))], {
    groupBy: grain2.map((g) => field(g, "e"))
  });
  const newest2 = select(as("p", part("points")), [named("feature_time", point2), named("captured_at", aggregate("max", [field("captured_at", "s")]))], {
    joins: [join("inner", "s", captures, [call("lt", field("captured_at", "s"), point2)])],
    groupBy: [point2]
  });
  const captured = field("captured_at", "r");
  const uncaptured = call("or", call("isNull", field("alive_from", "c")), call("gt", field("alive_from", "c"), field("feature_time", "f")));
  const rows2 = select(as("f", part("_first_at")), fields(grain2, "f"), {
    joins: [
      join("left", "r", part("_newest_run"), sameColumns("f", "r", ["feature_time"])),
      join("left", "c", part("_captured_first"), sameColumns("f", "c", keys))
    ],
    where: [call("or", call("isNull", captured), call("gt", field("happened", "f"), captured)), uncaptured]
  });
  return {
    parts: [
      { name: "_events_at", of: seen3.length === 1 ? seen3[0] : { kind: "union", all: seen3 } },
      { name: "_first_at", of: earliest2 },
      { name: "_newest_run", of: newest2 },
      { name: "_captured_first", of: first }
    ],
    rows: rows2
  };
}
function momentsSeen({ table: table2, moment, count }, context) {
  const span = { length: "lifetime", offset: 0 };
  const point2 = field("feature_time", "p");
  const grain2 = [...renamedKeys(table2, context.keys, "t"), named("feature_time", point2)];
  const rest = {
    joins: [join("inner", "p", part("points"), [...visible(table2, span, "t", point2), ...knownAt(table2, "t", point2)])],
    where: pruned([span], "t")
  };
  const happened2 = field(moment, "t");
  if (count === null)
    return select(as("t", scanTiles(table2, [moment])), [...grain2, named("happened", aggregate("min", [happened2]))], {
      ...rest,
      groupBy: grain2.map((g) => g.expr)
    });
  const counted2 = select(
    as("t", scanTiles(table2, [moment, count])),
    [...grain2, named("happened", happened2), named("n", aggregate("sum", [field(count, "t")]))],
    { ...rest, groupBy: [...grain2.map((g) => g.expr), happened2] }
  );
  return select(as("e", counted2), fields([...context.keys, "feature_time", "happened"], "e"), { where: [call("gt", field("n", "e"), integer(0))] });
}

// compiler/lower/population.ts
function planPopulation(model, view, entity, slots) {
  if (entity.keys.length === 0) return { kind: "one", events: [], dimensions: [], snapshots: [] };
  const tableOf = ({ source, on }, moments2 = false) => {
    const spans = { every: view.contract.every, tile: view.contract.every, known: view.contract.known === "as-known" };
    if (moments2 && isSigned({ source, known: spans.known && source.knownTime !== null })) return tileTable(source, on, spans, momentsOf(source));
    const shared = slots.find((s) => s.table.source === source && s.table.on.join() === on.join() && s.table.content.kind === "states");
    return shared?.table ?? tileTable(source, on, spans);
  };
  const roles = rolesRead(model, entity, view);
  const of = (form) => roles.filter((r) => r.source.form === form);
  const definer = entity.definedBy === null ? void 0 : model.sources.get(entity.definedBy);
  if (definer === void 0) return { kind: "seen", events: of("events").map((e) => tableOf(e)), dimensions: of("dimension"), snapshots: of("snapshot") };
  const defining = { source: definer, on: columnsOf(entity, definer, null) };
  switch (definer.form) {
    case "events":
      return { kind: "defined", events: [tableOf(defining)], dimensions: [], snapshots: [] };
    case "dimension":
      return { kind: "defined", events: [], dimensions: [defining], snapshots: [] };
    case "snapshot":
      return { kind: "defined", events: of("events").map((e) => tableOf(e, true)), dimensions: [], snapshots: [defining] };
  }
}
function rolesRead(model, entity, view) {
  const found = /* @__PURE__ */ new Map();
  const visited = /* @__PURE__ */ new Set();
  const visit = (v) => {
    if (visited.has(v) || v.entity !== entity.address) return;
    visited.add(v);
    for (const leaf of v.features.flatMap((f) => allLeaves(model.catalog.features[f].expr))) {
      const role = roleOf(model, entity, leaf);
      if (role !== null) found.set(`${role.source.address} ${role.on.join()}`, role);
    }
    for (const read of v.readsViews) visit(model.views.get(read));
  };
  visit(view);
  if (found.size > 0) return [...found.values()];
  return model.catalog.sources.filter((s) => s.entities.some((e) => e.entity === entity.address)).map((source) => ({ source, on: columnsOf(entity, source, null) }));
}
function roleOf(model, entity, leaf) {
  if (leaf.kind === "asOf") return attributeOf(model, entity, leaf.of);
  if (leaf.kind !== "window") return null;
  const source = model.sources.get(leaf.source) ?? unknown(leaf.source);
  return { source, on: columnsOf(entity, source, leaf.keys) };
}
function populationParts(plan, context) {
  const { keys } = context;
  if (plan.kind === "one") return [{ name: "grid", of: select(as("p", part("points")), fields(["feature_time"], "p")) }];
  const alive = plan.kind === "seen" ? seenParts(plan, context) : [
    ...plan.dimensions.map((d) => dimensionParts(d, context)),
    ...plan.snapshots.map((s) => captureParts(s, context)),
    ...plan.events.length > 0 ? eventParts(plan, context) : []
  ];
  const rows2 = alive.map((a) => a.rows);
  const grain2 = fields([...keys, "feature_time"], "g");
  const grid = rows2.length === 1 ? rows2[0] : select(as("g", { kind: "union", all: rows2 }), grain2, { distinct: true });
  return [...alive.flatMap((a) => a.parts), { name: "grid", of: grid }];
}
function livingFrom(plan) {
  const [table2] = plan.events;
  const alone2 = plan.events.length === 1 && plan.dimensions.length === 0 && plan.snapshots.length === 0;
  return table2 !== void 0 && alone2 && !isSigned(table2) ? { table: table2.address, part: "_first_seen" } : void 0;
}
function dimensionParts({ source, on }, context) {
  const { keys, every } = context;
  const found = dimensionAsOf({ name: "_living", source, on, keys, every, columns: [] }, context.known);
  const deleted = source.deletedWhen;
  const where = deleted === null ? [] : [call("not", call("coalesce", field(column(deleted), "v"), literal(false, flag)))];
  return { parts: found.parts, rows: select(as("v", part("_living")), fields([...keys, "feature_time"], "v"), { where }) };
}
function captureParts({ source, on }, context) {
  const { keys, every } = context;
  const found = captureAsOf({ name: "_captured", source, on, keys, every, columns: [] }, scanCaptures(captureTable(source), []));
  return {
    parts: found.parts,
    rows: select(as("v", part("_captured")), fields([...keys, "feature_time"], "v"), { where: [call("not", field(column("is_deleted"), "v"))] })
  };
}
function seenParts(plan, context) {
  const changes = (d) => showsVersions(d.source, context.known);
  const first = [
    ...firstEvents(plan, context),
    ...plan.dimensions.filter((d) => !changes(d)).map((d) => firstVersion(d, context)),
    ...plan.snapshots.map((s) => firstCapture(s, context))
  ];
  return [
    ...first.length === 0 ? [] : [{ parts: [{ name: "_first_seen", of: earliest(first, context) }], rows: aliveFrom("_first_seen", context, []) }],
    ...changingTables(plan, context),
    ...plan.dimensions.filter(changes).map((d, i) => changingRows(`_rows_${i + 1}`, d.source, d.on, context))
  ];
}
function changingTables(plan, context) {
  return plan.events.filter(isSigned).map((t, i) => changingEvents(`_lives_${i + 1}`, t, anyRow(t).name, context));
}
function eventParts(plan, context) {
  const [snapshot] = plan.snapshots;
  if (snapshot === void 0) return seenParts(plan, context);
  if (!plan.events.some(isSigned)) return [beforeCaptureParts(plan.events, snapshot, context)];
  const shown = plan.events.map((table2) => ({ table: table2, moment: isSigned(table2) ? "value" : firstMoment(table2).name, count: isSigned(table2) ? "n" : null }));
  return [changingBeforeCapture(shown, scanCaptures(captureTable(snapshot.source), []), firstCapture(snapshot, context), context)];
}
function beforeCaptureParts(tables, snapshot, context) {
  const { keys, every } = context;
  const captured = field("captured_at", "r");
  const runs2 = select(as("s", scanCaptures(captureTable(snapshot.source), [])), fields(["captured_at"], "s"), { distinct: true });
  const previous = over("lead", [captured], [], [descending(captured)], null);
  const spans = select(as("r", part("_runs")), [named("captured_at", captured), named("previous_at", previous)]);
  const first = field("happened", "e");
  const since = call("or", call("isNull", field("previous_at", "r")), call("gte", first, field("previous_at", "r")));
  const enters = field("alive_from", "e");
  const ends = choose(call("not", call("isNull", captured)), call("greatest", enters, later(bucketOf(captured, every), every)));
  const lives = select(
    as("e", part("_events_seen")),
    [...fields(keys, "e"), named("alive_from", aggregate("min", [enters])), named("alive_until", aggregate("min", [ends]))],
    {
      joins: [join("left", "r", part("_run_spans"), [call("lt", first, captured), since])],
      groupBy: keys.map((k) => field(k, "e"))
    }
  );
  const uncaptured = select(as("f", part("_lives")), fields([...keys, "alive_from", "alive_until"], "f"), {
    joins: [join("left", "c", part("_captured_first"), sameColumns("f", "c", keys))],
    where: [call("or", call("isNull", field("alive_from", "c")), call("gt", field("alive_from", "c"), field("alive_from", "f")))]
  });
  const parts = [
    { name: "_events_seen", of: unioned(tables.map((t) => eventsSeen(t, context))) },
    { name: "_runs", of: runs2 },
    { name: "_run_spans", of: spans },
    { name: "_lives", of: lives },
    { name: "_captured_first", of: firstCapture(snapshot, context) },
    { name: "_before_capture", of: uncaptured }
  ];
  const until = field("alive_until", "f");
  return { parts, rows: aliveFrom("_before_capture", context, [call("or", call("isNull", until), call("lt", field("feature_time", "p"), until))]) };
}
function eventsSeen(table2, context) {
  const enters = seenFrom(table2, 0, context);
  const columns2 = [
    ...renamedKeys(table2, context.keys, "t"),
    named("alive_from", enters),
    named("happened", aggregate("min", [field(firstMoment(table2).name, "t")]))
  ];
  const scan = scanTiles(table2, [firstMoment(table2).name]);
  return select(as("t", scan), columns2, { where: [call("lt", field("known_tile", "t"), param("to"))], groupBy: [...keyTerms(table2, "t"), enters] });
}
function populationStates(plan) {
  const moments2 = plan.snapshots.length > 0 && plan.kind === "defined";
  return plan.events.map((table2) => ({ table: table2, states: table2.content.kind !== "states" ? contentStates(table2) : [moments2 ? firstMoment(table2) : anyRow(table2)] }));
}
function firstMoment({ source }) {
  return tileState(source, "min", momentOf(source), null);
}
function momentOf(source) {
  return { kind: "column", source: source.address, name: happened(source), keys: null };
}
function momentsOf(source) {
  return { kind: "rows", of: momentOf(source), where: null, keepNulls: false };
}
function anyRow(table2) {
  return tileState(table2.source, "n", null, null);
}
function unioned(relations) {
  return relations.length === 1 ? relations[0] : { kind: "union", all: relations };
}
function aliveFrom(name, { keys }, where) {
  const point2 = field("feature_time", "p");
  return select(as("f", part(name)), [...fields(keys, "f"), named("feature_time", point2)], {
    joins: [join("inner", "p", part("points"), [call("gte", point2, field("alive_from", "f"))])],
    where
  });
}
function earliest(firsts, { keys }) {
  if (firsts.length === 1) return firsts[0];
  const columns2 = [...fields(keys, "f"), named("alive_from", aggregate("min", [field("alive_from", "f")]))];
  return select(as("f", { kind: "union", all: firsts }), columns2, { groupBy: keys.map((k) => field(k, "f")) });
}
function firstEvents(plan, context) {
  const tables = plan.events.filter((t) => !isSigned(t));
  if (context.before === null || livingFrom(plan) === void 0) return tables.map((t) => firstSeen(t, context, []));
  const lived = select(as("b", context.before), [...fields(context.keys, "b"), named("alive_from", param("from"))]);
  const since = (table2, column2) => call("gte", field(column2, "t"), later(param("from"), -(context.every + table2.tile)));
  return [lived, ...tables.flatMap((t) => ["known_tile", ...t.known ? ["event_tile"] : []].map((c) => firstSeen(t, context, [since(t, c)])))];
}
function firstSeen(table2, context, where) {
  const columns2 = [...renamedKeys(table2, context.keys, "t"), named("alive_from", firstEntryPoint(table2, context))];
  return select(as("t", scanTiles(table2, [])), columns2, { where: [call("lt", field("known_tile", "t"), param("to")), ...where], groupBy: keyTerms(table2, "t") });
}
function firstVersion({ source, on }, context) {
  const enters = versionEnters(source, context.known, context.every);
  const columns2 = [...context.keys.map((k, i) => named(k, field(on[i], "s"))), named("alive_from", aggregate("min", [enters]))];
  return select(as("s", newestRows(source)), columns2, { where: [wholeRow(source, on, "s")], groupBy: on.map((k) => field(k, "s")) });
}
function firstCapture({ source, on }, context) {
  const columns2 = [...context.keys.map((k, i) => named(k, field(on[i], "s"))), named("alive_from", aggregate("min", [capturePoint(context)]))];
  const whole = on.map((k) => call("not", call("isNull", field(k, "s"))));
  return select(as("s", scanCaptures(captureTable(source), [])), columns2, { where: whole, groupBy: on.map((k) => field(k, "s")) });
}
function capturePoint({ every }) {
  return later(bucketOf(field("captured_at", "s"), every), every);
}

// compiler/lower/view-plan.ts
function planView(model, view) {
  const entity = model.entities.get(view.entity) ?? unknown(view.entity);
  const { every } = view.contract;
  const known2 = view.contract.known === "as-known";
  const leaves = view.features.flatMap((f) => allLeaves(model.catalog.features[f].expr));
  const slots = planSlots(model, entity, leaves, { every, known: known2, accuracy: view.contract.accuracy });
  const attributes = planAttributes(model, entity, leaves);
  const population = planPopulation(model, view, entity, slots);
  const reads = [...slots.map((s) => ({ table: s.table, states: statesOf(s) })), ...populationStates(population)];
  const snapshots = [...attributes.map((a) => a.source), ...population.snapshots.map((s) => s.source)].filter((s) => s.form === "snapshot");
  return {
    view,
    entity,
    keys: entity.keys.map((k) => k.name),
    every,
    known: known2,
    slots,
    attributes,
    population,
    tables: mergeTables(reads),
    captures: unique(snapshots).map(captureTable)
  };
}
function planSlots(model, entity, leaves, spans) {
  const found = /* @__PURE__ */ new Map();
  for (const leaf of leaves) {
    if (leaf.kind !== "window" || found.has(slotName(leaf))) continue;
    const source = model.sources.get(leaf.source) ?? unknown(leaf.source);
    const plan = planAggregate(leaf, source, spans.known);
    const atPoints3 = { ...leaf, length: lengthAtPoints(leaf, spans.accuracy) };
    const table2 = tileTable(source, columnsOf(entity, source, leaf.keys), { ...spans, tile: tileLength(atPoints3, spans.every) }, contentOf(plan, leaf.where));
    found.set(slotName(leaf), { name: slotName(leaf), leaf: atPoints3, declared: leaf, table: table2, plan });
  }
  return [...found.values()];
}
function contentOf(plan, where) {
  switch (plan.by) {
    case "multiset":
      return { kind: "multiset", of: plan.of, where, keepNulls: false };
    case "rows":
    case "versions":
      return { kind: "rows", of: plan.of, where, keepNulls: plan.keepNulls };
    case "sketch":
      return { kind: "sketch", of: plan.of, where, size: plan.size };
    default:
      return { kind: "states" };
  }
}
var slotNames = /* @__PURE__ */ new WeakMap();
function slotName(leaf) {
  const known2 = slotNames.get(leaf);
  if (known2 !== void 0) return known2;
  const name = `_${leaf.aggregate.toLowerCase()}_${shortHash(hashOf(leaf))}`;
  slotNames.set(leaf, name);
  return name;
}
function tileLength(leaf, every) {
  const gcd = (a, b) => b === 0 ? a : gcd(b, a % b);
  return [leaf.length === "lifetime" ? 0 : leaf.length, leaf.offset].reduce(gcd, every);
}
function statesOf(slot) {
  if (slot.table.content.kind !== "states") return contentStates(slot.table);
  if (slot.plan.by === "merge") return slot.plan.states.map((s) => s.state);
  return "states" in slot.plan ? slot.plan.states : [];
}
function mergeTables(reads) {
  const found = /* @__PURE__ */ new Map();
  for (const { table: table2, states } of reads) {
    const entry = found.get(table2.address) ?? { table: table2, states: /* @__PURE__ */ new Map() };
    for (const s of states) entry.states.set(s.name, s);
    found.set(table2.address, entry);
  }
  return [...found.values()].map((e) => ({ table: e.table, states: [...e.states.values()] }));
}

// compiler/lower/levels.ts
function leafColumn(model, plan, leaf) {
  switch (leaf.kind) {
    case "window":
      return slotName(leaf);
    case "asOf":
      return `_attribute_${shortHash(hashOf(leaf))}`;
    case "lookup":
      return `_lookup_${shortHash(hashOf(leaf))}`;
    case "point":
      return "feature_time";
    case "feature": {
      const feature = model.catalog.features[leaf.ref];
      return feature?.view === plan.view.address ? feature.column : `_feature_${shortHash(hashOf(leaf.ref))}`;
    }
    default:
      throw new InternalError(`a '${leaf.kind}' in a feature of ${plan.view.address}`);
  }
}
function levelParts(model, plan, features, baseColumns2, read = storedView) {
  const parts = [];
  let known2 = [...baseColumns2];
  let last = "base";
  let pending = [...features];
  let lookups = distinctLookups(model, plan, features);
  const ready = (of) => allLeavesOnce(of).every((l) => known2.includes(leafColumn(model, plan, l)));
  while (pending.length + lookups.length > 0) {
    const computed = pending.filter((f) => ready(f.expr));
    const joined = lookups.filter((l) => Object.values(l.keys).every(ready));
    if (computed.length + joined.length === 0) throw new InternalError(`${pending.map((f) => f.address).join(", ")} wait for each other`);
    const name = `level_${parts.length + 1}`;
    parts.push({ name, of: levelRelation(model, plan, { last, known: known2, computed, joined, read }) });
    known2 = [...known2, ...computed.map((f) => f.column), ...joined.map((l) => leafColumn(model, plan, l))];
    pending = pending.filter((f) => !computed.includes(f));
    lookups = lookups.filter((l) => !joined.includes(l));
    last = name;
  }
  return { parts, last };
}
function allLeavesOnce(of) {
  return leavesOf(of);
}
function distinctLookups(model, plan, features) {
  const found = features.flatMap((f) => allLeaves(f.expr)).filter((l) => l.kind === "lookup");
  return [...new Map(found.map((l) => [leafColumn(model, plan, l), l])).values()];
}
var storedView = (model, { view, features, alias, base, key }) => viewJoin(model, view, features, alias, base.as, key);
function levelRelation(model, plan, level) {
  const term = (of) => mapLeaves(of, (l) => field(leafColumn(model, plan, l), "b"));
  const reads = lookupReads(model, level.joined);
  const columns2 = [
    ...fields(level.known, "b"),
    ...level.computed.map((f) => named(f.column, term(f.expr))),
    ...level.joined.map((l) => named(leafColumn(model, plan, l), lookupValue(model, l)))
  ];
  const base = as("b", part(level.last));
  const joins = reads.map((r) => level.read(model, { ...r, base, key: (name) => term(r.keys[name]) }));
  return select(base, columns2, { joins });
}
function lookupReads(model, lookups) {
  const wanted = lookups.flatMap((l) => looked(model, l).map((feature) => ({ lookup: l, feature, alias: lookupAlias(l, feature) })));
  return [...groupBy(wanted, (w) => w.alias)].map(([alias, group2]) => ({
    alias,
    view: group2[0].feature.view,
    keys: group2[0].lookup.keys,
    features: unique(group2.map((g) => g.feature))
  }));
}
function looked(model, lookup) {
  return leavesOf(lookup.of).filter((l) => l.kind === "feature").map((l) => model.catalog.features[l.ref]);
}
function lookupAlias(lookup, feature) {
  return `_at_${shortHash(hashOf([lookup.keys, feature.view]))}`;
}
function lookupValue(model, lookup) {
  return mapLeaves(lookup.of, (l) => {
    const feature = l.kind === "feature" ? model.catalog.features[l.ref] : void 0;
    if (feature === void 0) throw new InternalError(`a lookup holds a '${l.kind}'`);
    return readValue(feature, lookupAlias(lookup, feature));
  });
}

// compiler/lower/dense.ts
function denseOf(table2, components, context) {
  const { every } = context;
  const lateness = table2.known ? Math.max(1, Math.ceil(table2.source.lateness / every)) * every : 0;
  return { table: table2, components, context, lateness };
}
function takesLate(dense, c) {
  if (!dense.table.known || c.offset !== 0 || c.length === "lifetime") return false;
  return c.length >= 2 * dense.lateness && (c.op !== "sum" || isAdditive(dense.table, c.state));
}
function isAdditive({ source }, state) {
  if (state.kind === "n") return true;
  if (state.kind !== "sum") return false;
  const of = rowType(state.of, source);
  return of.kind === "int" || of.kind === "decimal" && of.precision <= 18;
}
function denseParts(name, alive, dense) {
  const { components, context } = dense;
  const reach = furthest(components);
  const entered = `${name}_entered`;
  const { additive, merged: merged2 } = enteredColumns(dense);
  const frames = {
    kind: "frames",
    of: alive,
    keys: context.keys,
    since: "alive_from",
    entered,
    time: "feature_time",
    every: context.every,
    first: later(param("from"), -reach),
    last: later(param("to"), -context.every),
    additive: additive.map((c) => c.name),
    merged: merged2.map((c) => c.name),
    columns: components.map((c) => named(c.name, componentTerm(dense, c)))
  };
  return [...enteredParts(entered, dense), { name, of: frames }];
}
var value = (s) => field(s.name, "t");
var countOf = (s) => `${s.name}_known`;
var isIn = (row) => row === "onTime" || row === "known";
var isOut = (row) => row === "onTime" || row === "happened";
function enteredColumns(dense) {
  const { table: table2, components } = dense;
  const [late, rest] = [components.filter((c) => takesLate(dense, c)), components.filter((c) => !takesLate(dense, c))];
  const sums = (of) => unique(of.filter((c) => c.op === "sum" && isAdditive(table2, c.state)).map((c) => c.state));
  const others = components.filter((c) => c.op !== "sum" || !isAdditive(table2, c.state));
  const additive = [
    ...sums(rest).flatMap((s) => counted(s, "", (row) => row === "onTime")),
    ...sums(late).flatMap((s) => [...counted(s, "_in", isIn), ...counted(s, "_out", isOut)])
  ];
  const own = others.map((c) => ({ name: c.state.name, type: c.state.type, op: c.op, at: (row) => row === "onTime" ? value(c.state) : null }));
  const spans = late.filter((c) => c.op !== "sum").map((c) => ({ name: lateName(c), type: c.state.type, op: c.op, at: (row) => row === "known" || isSpanOf(row, c) ? value(c.state) : null }));
  return { additive, merged: [...new Map(own.map((e) => [e.name, e])).values(), ...spans] };
}
function isSpanOf(row, c) {
  return typeof row === "object" && row.span.name === c.name;
}
var lateName = (c) => `${c.name}_late`;
function counted(s, suffix, when) {
  const sum = { name: s.name + suffix, type: s.type, op: "sum", at: (row) => when(row) ? call("coalesce", value(s), integer(0)) : null };
  if (s.kind === "n") return [sum];
  const known2 = choose(call("isNull", value(s)), integer(0), integer(1));
  return [sum, { name: countOf(s) + suffix, type: int, op: "sum", at: (row) => when(row) ? known2 : null }];
}
function frame(op, column2, of) {
  return over(op, [field(column2)], [], [], of);
}
function componentTerm(dense, c) {
  const { context, table: table2 } = dense;
  const cells = (s) => s / context.every;
  const length = c.length;
  const span = { preceding: cells(length + c.offset) - 1, until: cells(c.offset) };
  const late = takesLate(dense, c);
  if (c.op !== "sum" || !isAdditive(table2, c.state)) {
    const onTime = frame(c.op, c.state.name, span);
    if (!late) return onTime;
    return call(c.op === "min" ? "leastKnown" : "greatestKnown", onTime, frame(c.op, lateName(c), { preceding: blockOf(dense, c) - 1, until: 0 }));
  }
  const total = (column2, of) => call("coalesce", frame("sum", column2, of), integer(0));
  const amount = (column2) => late ? call("minus", total(`${column2}_in`, { preceding: "unbounded", until: 0 }), total(`${column2}_out`, { preceding: "unbounded", until: cells(length) })) : total(column2, span);
  const sum = amount(c.state.name);
  return c.state.kind === "n" ? sum : choose(call("gt", amount(countOf(c.state)), integer(0)), sum);
}
function blockOf(dense, c) {
  const left = (c.length - dense.lateness) / dense.context.every;
  return 2 ** Math.floor(Math.log2(left));
}
function enteredParts(name, dense) {
  const { table: table2, context } = dense;
  const { every } = context;
  const [event, known2] = [field("event_tile", "t"), field("known_tile", "t")];
  const tiles = (where2) => ({ of: scanTiles(table2, statesOf2(dense)), where: [...inReach(dense), ...where2] });
  if (!table2.known) return [{ name, of: entryRows(dense, "onTime", later(event, every), tiles([])) }];
  const onTime = entryRows(dense, "onTime", later(event, every), tiles([call("lte", known2, event)]));
  if (!dense.components.some((c) => takesLate(dense, c))) return [{ name, of: enteredOnce(dense, onTime) }];
  const late = `${name}_late`;
  const { of, where } = tiles([call("gt", known2, event), call("lte", known2, later(event, dense.lateness))]);
  const lateTiles = select(as("t", of), fields([...table2.on, ...tileTimes, ...statesOf2(dense)], "t"), { where });
  const rows2 = (row, at, more = []) => entryRows(dense, row, at, { of: part(late), where: more });
  const extremes = dense.components.filter((c) => takesLate(dense, c) && c.op !== "sum");
  const all2 = [
    onTime,
    rows2("happened", later(event, every)),
    rows2("known", later(known2, every)),
    ...extremes.flatMap((c) => furtherSpans(dense, c).map((at) => rows2({ span: c }, at, [call("lt", at, param("to"))])))
  ];
  return [
    { name: late, of: lateTiles },
    { name, of: enteredOnce(dense, { kind: "union", all: all2 }) }
  ];
}
function enteredOnce(dense, rows2) {
  const { additive, merged: merged2 } = enteredColumns(dense);
  const grain2 = [...dense.context.keys, "feature_time"];
  const sums = additive.map((e) => named(e.name, call("coalesce", aggregate("sum", [field(e.name, "e")]), integer(0))));
  const others = merged2.map((e) => named(e.name, aggregate(e.op, [field(e.name, "e")])));
  return select(as("e", rows2), [...fields(grain2, "e"), ...sums, ...others], { groupBy: grain2.map((g) => field(g, "e")) });
}
function furtherSpans(dense, c) {
  const { every } = dense.context;
  const [event, known2] = [field("event_tile", "t"), field("known_tile", "t")];
  const block = blockOf(dense, c);
  const length = c.length;
  const most = Math.ceil((length / every - 1) / block);
  const lastStart = later(event, length - (block - 1) * every);
  return Array.from(
    { length: most - 1 },
    (_, i) => i === most - 2 ? lastStart : call("leastKnown", later(known2, every + (i + 1) * block * every), lastStart)
  );
}
function statesOf2({ components }) {
  return unique(components.map((c) => c.state.name));
}
function inReach({ table: table2, components, context }) {
  const last = later(param("to"), -context.every);
  const [since] = pruned(components, "t");
  return [since, ...[field("event_tile", "t"), ...table2.known ? [field("known_tile", "t")] : []].map((x) => call("lt", x, last))];
}
function entryRows(dense, row, at, { of, where }) {
  const { additive, merged: merged2 } = enteredColumns(dense);
  const columns2 = [...additive, ...merged2].map((e) => named(e.name, e.at(row) ?? literal(null, e.type)));
  return select(as("t", of), [...renamedKeys(dense.table, dense.context.keys, "t"), named("feature_time", at), ...columns2], { where });
}
function seenKeys(table2, context) {
  const columns2 = [...renamedKeys(table2, context.keys, "t"), named("alive_from", param("from"))];
  if (context.keys.length === 0) return { kind: "series", name: "alive_from", every: context.every, first: param("from"), last: param("from") };
  return select(as("t", scanTiles(table2, [])), columns2, { distinct: true, where: [call("lt", field("known_tile", "t"), param("to"))] });
}

// compiler/lower/shares.ts
function discreteShare(share) {
  return aggregate("min", [field("value")], call("gte", call("divide", field("reached"), field("total")), literal(share, float)));
}
function continuousShare(share) {
  const position = call("times", literal(share, float), call("minus", field("total"), literal(1, float)));
  const at = (index) => toFloat(aggregate("min", [field("value")], call("gt", field("reached"), toFloat(index))));
  const [low, high] = [at(call("floor", position)), at(call("ceil", position))];
  const rest = aggregate("max", [call("minus", position, toFloat(call("floor", position)))]);
  return call("plus", low, call("times", rest, call("minus", high, low)));
}

// compiler/lower/version-slot.ts
function versionParts(slot, context) {
  const { plan } = slot;
  if (plan.by !== "versions") throw new InternalError(`${slot.name} is not computed from versions`);
  const [seen3, rows2] = [`${slot.name}_versions`, `${slot.name}_rows`];
  const grain2 = [...context.keys, "feature_time"];
  const counted2 = field("n", "e");
  const ranked = [...rankOf(slot, plan.plan, grain2)];
  const most = plan.plan.by === "rows" ? [call("lte", ranked[0].expr, integer(plan.plan.most))] : [];
  const left = select(as("e", part(seen3)), [...fields([...grain2, "event_time", "value"], "e"), ...ranked], {
    where: [call("gt", counted2, integer(0))],
    qualify: most
  });
  const kept = [
    { name: seen3, of: seenVersions(slot, context) },
    { name: rows2, of: left }
  ];
  if (plan.plan.by === "sketch") return [...kept, ...sketchParts(slot.name, plan.plan.size, grain2, hashes(rows2, grain2))];
  const value2 = select(as("r", part(rows2)), [...fields(grain2, "r"), named(slot.name, valueOf(plan.plan))], { groupBy: grain2.map((g) => field(g, "r")) });
  return [...kept, { name: slot.name, of: value2 }];
}
function hashes(rows2, grain2) {
  return select(as("r", part(rows2)), [...fields(grain2, "r"), named("value", hashTerm(field("value", "r")))]);
}
function seenVersions({ table: table2, leaf }, context) {
  const { scan, visible: visible2, readable, pruned: pruned2 } = context.reading ?? storedTiles;
  const point2 = field("feature_time", "p");
  const own = ["value", "event_time", ...tiesOf(table2.source.tieBreak), ...table2.source.rowKey.map((_, i) => `row_${i + 1}`)];
  const columns2 = [...renamedKeys(table2, context.keys, "t"), named("feature_time", point2), ...fields(own, "t")];
  return select(as("t", scan(table2, [...own, "n"])), [...columns2, named("n", aggregate("sum", [field("n", "t")]))], {
    joins: [join("inner", "p", part("points"), [...visible2(table2, leaf, "t", point2), ...readable(table2, "t", point2)])],
    where: pruned2([leaf], "t", table2),
    groupBy: columns2.map((c) => c.expr)
  });
}
function tiesOf(tieBreak) {
  return tieBreak.map((_, i) => `tie_${i + 1}`);
}
function rankOf({ table: table2 }, plan, grain2) {
  const partition = grain2.map((g) => field(g, "e"));
  const inOrder = ["event_time", ...tiesOf(table2.source.tieBreak), ...table2.source.rowKey.map((_, i) => `row_${i + 1}`)].map((c) => field(c, "e"));
  const rank = (order, turn) => over("rowNumber", [], partition, order.map(turn), null);
  switch (plan.by) {
    case "ordered":
      return [named("row_rank", rank(inOrder, ascending))];
    case "rows":
      return [named("newest", rank(inOrder, descending))];
    case "multiset":
      return plan.measure === "distinct" ? [] : [
        named("reached", toFloat(rank([field("value", "e")], ascending))),
        named("total", toFloat(over("count", [field("value", "e")], partition, [], null)))
      ];
    default:
      return [];
  }
}
function valueOf(plan) {
  const value2 = field("value", "r");
  const y = toFloat(value2);
  const x = call("elapsed", field("feature_time", "r"), field("event_time", "r"), words("days"));
  const n = aggregate("countAll", []);
  const times = (spread2) => call("times", spread2, toFloat(n));
  switch (plan.by) {
    case "merge":
      return plan.finish(plan.states.map((s) => mergedState(s.state, value2)));
    case "moments":
      return plan.finish(n, aggregate("avg", [y]), times(aggregate("varPop", [y])));
    case "comoments":
      return plan.finish(n, times(aggregate("varPop", [x])), times(aggregate("covarPop", [x, y])));
    case "ordered":
      return aggregate(plan.which === "first" ? "argMin" : "argMax", [value2, field("row_rank", "r")]);
    case "multiset":
      if (plan.measure === "distinct") return aggregate("countDistinct", [value2]);
      return plan.measure === "discrete" ? discreteShare(plan.share) : continuousShare(plan.share);
    case "rows":
      return aggregate("arrayByOrderDescending", [value2, call("negate", field("newest", "r"))]);
    case "sketch":
    case "versions":
      throw new InternalError(`'${plan.by}' is no value of rows`);
    default:
      return absurd(plan);
  }
}
function mergedState({ kind }, value2) {
  switch (kind) {
    case "n":
      return aggregate("count", [value2]);
    case "sum":
    case "min":
    case "max":
      return aggregate(kind, [value2]);
    default:
      throw new InternalError(`a '${kind}' is not merged`);
  }
}

// compiler/lower/expand.ts
function expandComponents(components, slots, context, after) {
  const { table: table2 } = slots[0];
  const point2 = field("feature_time", "p");
  const { scan, visible: visible2, within, readable, pruned: pruned2 } = context.reading ?? storedTiles;
  const columns2 = components.map((c) => named(c.name, aggregate(c.op, [field(c.state.name, "t")], all(visible2(table2, c, "t", point2)))));
  const late = after === null ? [] : [call("gt", field("known_tile", "t"), later(field("event_tile", "t"), after))];
  return select(
    as("t", scan(table2, unique(components.map((c) => c.state.name)))),
    [...renamedKeys(table2, context.keys, "t"), named("feature_time", point2), ...columns2],
    {
      joins: [join("inner", "p", part("points"), [...within(table2, widest(components), "t", point2), ...readable(table2, "t", point2)])],
      where: [...pruned2(components, "t", table2), ...late],
      groupBy: groupTerms(table2, "t", point2)
    }
  );
}
function widest(spans) {
  const offset = Math.min(...spans.map((s) => s.offset));
  const reach = furthest(spans);
  return { offset, length: reach === "lifetime" ? reach : reach - offset };
}
function seen(slot, context, columns2, more = []) {
  const { table: table2, leaf } = slot;
  const { scan, visible: visible2, readable, pruned: pruned2 } = context.reading ?? storedTiles;
  const point2 = field("feature_time", "p");
  return select(as("t", scan(table2, columns2)), [...renamedKeys(table2, context.keys, "t"), named("feature_time", point2), ...fields(columns2, "t"), ...more], {
    joins: [join("inner", "p", part("points"), [...visible2(table2, leaf, "t", point2), ...readable(table2, "t", point2)])],
    where: pruned2([leaf], "t", table2)
  });
}
function expandSlot(slot, context) {
  const { plan } = slot;
  switch (plan.by) {
    case "moments":
      return momentsParts(slot, plan, context);
    case "comoments":
      return comomentsParts(slot, plan, context);
    case "ordered":
      return orderedParts(slot, plan, context);
    case "multiset":
      return plan.measure === "distinct" ? distinctParts(slot, context) : percentileParts(slot, plan, context);
    case "rows":
      return rowsParts(slot, plan, context);
    case "sketch":
      return sketchParts(slot.name, plan.size, grouped(context), seen(slot, context, ["value"]));
    case "versions":
      return versionParts(slot, context);
    case "merge":
      throw new InternalError("merged aggregates are expanded together");
  }
}
var grouped = (context) => [...context.keys, "feature_time"];
function groupOver(fn, term, context) {
  return over(
    fn,
    [term],
    grouped(context).map((c) => field(c)),
    [],
    null
  );
}
function byPoint(from, context, value2) {
  return select(as("g", part(from)), [...fields(grouped(context)), value2], { groupBy: grouped(context).map((c) => field(c)) });
}
var square = (t) => call("times", t, t);
function momentsParts(slot, plan, context) {
  const [n, mean, m2] = plan.states.map((s) => s.name);
  const [seenName, centredName] = [`${slot.name}_seen`, `${slot.name}_centred`];
  const weight = toFloat(field(n));
  const common = call("divide", groupOver("sum", call("times", weight, field(mean)), context), toFloat(groupOver("sum", field(n), context)));
  const centred = select(as("e", part(seenName)), [...fields([...grouped(context), n, mean, m2]), named("common_mean", common)]);
  const spread2 = call("plus", field(m2), call("times", weight, square(call("minus", field(mean), field("common_mean")))));
  const value2 = plan.finish(aggregate("sum", [field(n)]), aggregate("max", [field("common_mean")]), aggregate("sum", [spread2]));
  return [
    { name: seenName, of: seen(slot, context, [n, mean, m2]) },
    { name: centredName, of: centred },
    { name: slot.name, of: byPoint(centredName, context, named(slot.name, value2)) }
  ];
}
function comomentsParts(slot, plan, context) {
  const [n, meanX, meanY, m2x, cxy] = plan.states.map((s) => s.name);
  const [seenName, centredName] = [`${slot.name}_seen`, `${slot.name}_centred`];
  const shifted = call("plus", field(meanX, "t"), call("elapsed", field("feature_time", "p"), field("event_tile", "t"), words("days")));
  const weight = toFloat(field(n));
  const common = (x) => call("divide", groupOver("sum", call("times", weight, field(x)), context), toFloat(groupOver("sum", field(n), context)));
  const centred = select(as("e", part(seenName)), [
    ...fields([...grouped(context), n, m2x, cxy]),
    named("off_x", call("minus", field("x"), common("x"))),
    named("off_y", call("minus", field(meanY), common(meanY)))
  ]);
  const sum = (own, a, b) => aggregate("sum", [call("plus", field(own), call("times", weight, call("times", field(a), field(b))))]);
  const value2 = plan.finish(aggregate("sum", [field(n)]), sum(m2x, "off_x", "off_x"), sum(cxy, "off_x", "off_y"));
  return [
    { name: seenName, of: seen(slot, context, [n, meanY, m2x, cxy], [named("x", shifted)]) },
    { name: centredName, of: centred },
    { name: slot.name, of: byPoint(centredName, context, named(slot.name, value2)) }
  ];
}
function orderedParts(slot, plan, context) {
  const [value2, at, ...ties] = plan.states.map((s) => s.name);
  const turn = plan.which === "last" ? descending : ascending;
  const order = [at, ...ties, "known_tile"].map((c) => turn(field(c, "e")));
  const rank = over(
    "rowNumber",
    [],
    grouped(context).map((c) => field(c, "e")),
    order,
    null
  );
  const seenName = `${slot.name}_seen`;
  const first = select(as("e", part(seenName)), [...fields(grouped(context), "e"), named(slot.name, field(value2, "e"))], {
    where: [call("not", call("isNull", field(at, "e")))],
    qualify: [call("eq", rank, integer(1))]
  });
  return [
    { name: seenName, of: seen(slot, context, [value2, at, ...ties], [named("known_tile", field("known_tile", "t"))]) },
    { name: slot.name, of: first }
  ];
}
function distinctParts(slot, context) {
  const seenName = `${slot.name}_seen`;
  const value2 = named(slot.name, aggregate("countDistinct", [field("value")]));
  return [
    { name: seenName, of: seen(slot, context, ["value"]) },
    { name: slot.name, of: byPoint(seenName, context, value2) }
  ];
}
function percentileParts(slot, plan, context) {
  const [seenName, rankedName] = [`${slot.name}_seen`, `${slot.name}_ranked`];
  const valued = groupOver("sum", field("n"), context);
  const partition = grouped(context).map((c) => field(c));
  const reached = over("sum", [field("n")], partition, [ascending(field("value")), ascending(field("event_tile")), ascending(field("known_tile"))], {
    preceding: "unbounded"
  });
  const tiles = [named("event_tile", field("event_tile", "t")), named("known_tile", field("known_tile", "t"))];
  const ranked = select(as("e", part(seenName)), [
    ...fields([...grouped(context), "value"]),
    named("reached", toFloat(reached)),
    named("total", toFloat(valued))
  ]);
  const value2 = plan.measure === "discrete" ? discreteShare(plan.share) : continuousShare(plan.share);
  return [
    { name: seenName, of: seen(slot, context, ["value", "n"], tiles) },
    { name: rankedName, of: ranked },
    { name: slot.name, of: byPoint(rankedName, context, named(slot.name, value2)) }
  ];
}
function rowsParts(slot, plan, context) {
  const ties = slot.table.source.tieBreak.map((_, i) => `tie_${i + 1}`);
  const [seenName, rankedName] = [`${slot.name}_seen`, `${slot.name}_ranked`];
  const rank = over(
    "rowNumber",
    [],
    grouped(context).map((c) => field(c)),
    ["event_time", ...ties].map((c) => descending(field(c))),
    null
  );
  const ranked = select(as("e", part(seenName)), [...fields([...grouped(context), "value"]), named("newest", rank)], {
    qualify: [call("lte", rank, integer(plan.most))]
  });
  const value2 = aggregate("arrayByOrderDescending", [field("value"), call("negate", field("newest"))]);
  return [
    { name: seenName, of: seen(slot, context, ["value", "event_time", ...ties]) },
    { name: rankedName, of: ranked },
    { name: slot.name, of: byPoint(rankedName, context, named(slot.name, value2)) }
  ];
}
function mergedTerm(op, a, b) {
  if (op === "sum") return choose(call("isNull", a), b, choose(call("isNull", b), a, call("plus", a, b)));
  return call(op === "min" ? "leastKnown" : "greatestKnown", a, b);
}

// compiler/lower/windows.ts
function windowParts(slots, context) {
  const tables = groupBy(slots, (s) => s.table.address);
  const all2 = [...tables.values()].map((group2, i) => tableParts(`t${i + 1}`, group2, context));
  return { parts: all2.flatMap((p) => p.parts), outputs: all2.flatMap((p) => p.outputs) };
}
function tableParts(prefix, slots, context) {
  const { table: table2 } = slots[0];
  const merged2 = slots.filter((s) => s.plan.by === "merge");
  const components = componentsOf(merged2);
  const finite = components.filter((c) => c.length !== "lifetime");
  const lifetime = components.filter((c) => c.length === "lifetime");
  const dense = context.bulk && table2.tile === context.every ? finite : [];
  const others = slots.filter((s) => s.plan.by !== "merge");
  const parts = lifetime.length + others.filter(runs).length > 0 ? [...cellParts(prefix, table2, context)] : [];
  const isGrid = dense.length > 0 && context.living?.table === table2.address;
  const holders = [
    ...denseHolders(prefix, merged2, dense, context, isGrid),
    ...expandedHolders(
      prefix,
      merged2,
      finite.filter((c) => !dense.includes(c)),
      context
    ),
    ...runningHolders(prefix, merged2, lifetime, context)
  ];
  parts.push(...holders.flatMap((h) => h.parts));
  if (merged2.length > 0) parts.push({ name: prefix, of: finished(holders, merged2, context) });
  const single = others.map((s) => runs(s) ? runningSlot(s, prefix, context) : expandSlot(s, context));
  return {
    parts: [...parts, ...single.flat()],
    outputs: [
      ...merged2.length > 0 ? [{ part: prefix, slots: merged2.map((s) => s.name), isGrid }] : [],
      ...others.map((s) => ({ part: s.name, slots: [s.name], isGrid: false }))
    ]
  };
}
function runs(slot) {
  return slot.leaf.length === "lifetime" && (slot.plan.by === "ordered" || slot.plan.by === "multiset" && slot.plan.measure === "distinct");
}
function runningSlot(slot, prefix, context) {
  return slot.plan.by === "ordered" ? runningOrdered(slot, prefix, context) : runningDistinct(slot, prefix, context);
}
function denseHolders(prefix, slots, components, context, isGrid) {
  if (components.length === 0) return [];
  const { table: table2 } = slots[0];
  const [frames, keys] = [`${prefix}_frames`, `${prefix}_alive`];
  const dense = denseOf(table2, components, context);
  const alive = isGrid ? context.living.part : keys;
  const parts = [...isGrid ? [] : [{ name: keys, of: seenKeys(table2, context) }], ...denseParts(frames, alive, dense)];
  const late = (name, of, after) => of.length === 0 ? [] : [{ parts: [{ name, of: expandComponents(of, slots, context, after) }], name, dense: false, components: of }];
  const later2 = components.filter((c) => takesLate(dense, c));
  return [
    { parts, name: frames, dense: true, components },
    ...table2.known ? late(
      `${prefix}_late`,
      components.filter((c) => !later2.includes(c)),
      0
    ) : [],
    ...table2.known ? late(`${prefix}_later`, later2, dense.lateness) : []
  ];
}
function expandedHolders(prefix, slots, components, context) {
  if (components.length === 0) return [];
  const name = `${prefix}_seen`;
  return [{ parts: [{ name, of: expandComponents(components, slots, context, null) }], name, dense: false, components }];
}
function runningHolders(prefix, slots, components, context) {
  return [...groupBy(components, (c) => c.offset)].map(([offset, group2]) => {
    const [entered, name] = [`${prefix}_entering_${offset}`, `${prefix}_running_${offset}`];
    const parts = [
      { name: entered, of: entering(slots[0].table, group2, context) },
      { name, of: framed(prefix, entered, group2, context) }
    ];
    return { parts, name, dense: true, components: group2 };
  });
}
function finished(holders, slots, context) {
  const ordered = holders.toSorted((a, b) => Number(b.dense) - Number(a.dense));
  const grain2 = [...context.keys, "feature_time"];
  const value2 = (c) => {
    const holding = ordered.filter((h) => h.components.includes(c)).map((h) => field(c.name, h.name));
    return holding.reduce((a, b) => mergedTerm(c.op, a, b));
  };
  const components = new Map(holders.flatMap((h) => h.components).map((c) => [c.name, c]));
  const columns2 = slots.map((s) => finishSlot(s, (c) => value2(components.get(c.name))));
  const [base, ...rest] = ordered;
  const alias = base.name;
  const isDue = call("gte", field("feature_time", alias), param("from"));
  return select(as(alias, part(alias)), [...fields(grain2, alias), ...columns2], {
    joins: rest.map((h) => join("left", h.name, part(h.name), sameColumns(alias, h.name, grain2))),
    where: base.dense ? [isDue] : []
  });
}

// compiler/lower/view-body.ts
function viewBody(model, plan, fill) {
  const living = fill.first ? livingFrom(plan.population) : void 0;
  const context = { keys: plan.keys, every: plan.every, known: plan.known, bulk: fill.bulk, living };
  const needed2 = neededFeatures(model, plan, fill);
  const leaves = needed2.flatMap((f) => allLeaves(f.expr));
  const points = {
    name: "points",
    of: { kind: "series", name: "feature_time", every: plan.every, first: param("from"), last: later(param("to"), -plan.every) }
  };
  const population = fill.first ? populationParts(plan.population, { ...context, before: fill.continues ? storedBefore(plan) : null }) : [{ name: "grid", of: storedRows(plan, []) }];
  const read = new Set(leaves.filter((l) => l.kind === "window").map(slotName));
  const windows = windowParts(
    plan.slots.filter((s) => read.has(s.name)),
    context
  );
  const attributes = attributesRead(model, plan, leaves);
  const base = baseColumns(model, plan, { leaves, stored: fill.first ? [] : storedSiblings(model, plan, needed2), windows: windows.outputs, attributes });
  const levels = levelParts(
    model,
    plan,
    needed2,
    base.columns.map((c) => c.as)
  );
  const grid = windows.outputs.find((w) => w.isGrid)?.part ?? "grid";
  const parts = [
    points,
    ...population.filter((p) => p.name !== "grid" || p.name === grid),
    ...windows.parts,
    ...attributes.flatMap((a) => attributeParts(a, context)),
    { name: "base", of: select(as("g", part(grid)), base.columns, { joins: base.joins }) },
    ...levels.parts
  ];
  return { kind: "with", parts, body: finalColumns(model, plan, fill, levels.last) };
}
function neededFeatures(model, plan, fill) {
  const wanted = new Set(fill.features);
  if (fill.first) for (const f of wanted) for (const s of siblingsOf(model, plan, model.catalog.features[f])) wanted.add(s);
  return plan.view.features.filter((f) => wanted.has(f)).map((f) => model.catalog.features[f]);
}
function siblingsOf(model, plan, f) {
  return unique(allLeaves(f.expr).flatMap((l) => l.kind === "feature" && model.catalog.features[l.ref]?.view === plan.view.address ? [l.ref] : []));
}
function storedSiblings(model, plan, needed2) {
  const read = unique(needed2.flatMap((f) => siblingsOf(model, plan, f))).map((r) => model.catalog.features[r]);
  return read.filter((r) => !needed2.includes(r));
}
function storedBefore(plan) {
  const names = [...plan.keys, "feature_time"];
  const before = call("eq", field("feature_time", "s"), later(param("from"), -plan.every));
  return select(as("s", { kind: "scan", of: plan.view.address, columns: names }), fields(plan.keys, "s"), { where: [before] });
}
function storedRows(plan, columns2) {
  const names = [...plan.keys, "feature_time", ...columns2];
  const at = field("feature_time", "s");
  return select(as("s", { kind: "scan", of: plan.view.address, columns: names }), fields(names, "s"), {
    where: [call("gte", at, param("from")), call("lt", at, param("to"))]
  });
}
function attributesRead(model, plan, leaves) {
  const names = leaves.filter((l) => l.kind === "asOf").map((l) => attributeOf(model, plan.entity, l.of).name);
  return plan.attributes.filter((a) => names.includes(a.name));
}
function baseColumns(model, plan, input) {
  const grain2 = [...plan.keys, "feature_time"];
  const foreign = foreignFeatures(model, plan, input.leaves);
  const of = (leaf, value2) => named(leafColumn(model, plan, leaf), value2);
  const columns2 = input.leaves.flatMap((l) => {
    if (l.kind === "window")
      return [
        of(
          l,
          windowValue(model, l, input.windows, (w) => windowOpens(plan, w))
        )
      ];
    return l.kind === "asOf" ? [of(l, attributeValue(attributeOf(model, plan.entity, l.of), l.of))] : [];
  });
  columns2.push(...input.stored.map((f) => named(f.column, field(f.column, "own"))));
  columns2.push(...foreign.map((f) => of({ kind: "feature", ref: f.address }, readValue(f, readAlias(f.view)))));
  const joins = [
    ...input.windows.filter((w) => !w.isGrid).map((w) => join("left", w.part, part(w.part), sameColumns("g", w.part, grain2))),
    ...input.attributes.flatMap((a) => attributeJoins(a, plan.keys)),
    ...input.stored.length > 0 ? [
      join(
        "left",
        "own",
        storedRows(
          plan,
          input.stored.map((f) => f.column)
        ),
        sameColumns("g", "own", grain2)
      )
    ] : [],
    ...[...groupBy(foreign, (f) => f.view)].map(([view, read]) => viewJoin(model, view, read, readAlias(view), "g", (key) => field(key, "g")))
  ];
  return { columns: [...fields(grain2, "g"), ...new Map(columns2.map((c) => [c.as, c])).values()], joins };
}
function foreignFeatures(model, plan, leaves) {
  const refs = unique(leaves.flatMap((l) => l.kind === "feature" ? [l.ref] : []));
  return refs.map((r) => model.catalog.features[r]).filter((f) => f.view !== plan.view.address);
}
function windowValue(model, leaf, outputs, opens) {
  const holder = outputs.find((w) => w.slots.includes(slotName(leaf)));
  if (holder === void 0) throw new InternalError(`no part computes ${slotName(leaf)}`);
  const merged2 = field(slotName(leaf), holder.isGrid ? "g" : holder.part);
  const value2 = aggregates[leaf.aggregate].empty === "zero" ? call("coalesce", merged2, integer(0)) : merged2;
  const source = model.sources.get(leaf.source) ?? unknown(leaf.source);
  if (leaf.length === "lifetime" || leaf.partial || source.historyFrom === null) return value2;
  return choose(call("gte", opens({ ...leaf, length: leaf.length }), instant(source.historyFrom)), value2);
}
function windowOpens(plan, window) {
  const length = lengthAtPoints(window, plan.view.contract.accuracy);
  return later(field("feature_time", "g"), length === "lifetime" ? 0 : -(length + window.offset));
}
function finalColumns(model, plan, fill, last) {
  return select(as("r", part(last)), [
    ...fields([...plan.keys, "feature_time"], "r"),
    ...plan.every % day === 0 ? [named("feature_date", call("dateOf", field("feature_time", "r")))] : [],
    ...fields(
      fill.features.map((f) => model.catalog.features[f].column),
      "r"
    ),
    named("computed_at", param("now"))
  ]);
}

// compiler/lower/exact/versions.ts
function dimensionAt(request, known2) {
  const { source } = request;
  const point2 = field("feature_time", "p");
  const validFrom = field(happened(source), "s");
  const rows2 = knownRows(source, known2);
  const ends = source.validTo === null ? null : field(source.validTo, "s");
  return newestAt(request, {
    from: rows2.from,
    where: [wholeRow(source, request.on, "s"), ...rows2.where],
    shows: [
      ...rows2.seenAt("s", point2),
      call("lte", validFrom, point2),
      call("lt", effectiveKnown(source, known2, "s"), point2),
      ...ends === null ? [] : [call("or", call("isNull", ends), call("lt", point2, ends))]
    ],
    order: [validFrom, ...[source.knownTime?.column, ...source.tieBreak].flatMap((c) => c === void 0 ? [] : [field(c, "s")])],
    columns: unique([...request.columns, ...source.deletedWhen === null ? [] : [source.deletedWhen]])
  });
}
function captureAt(request, captures) {
  const at = field("captured_at", "s");
  return newestAt(request, {
    from: captures,
    where: request.on.map((k) => call("not", call("isNull", field(k, "s")))),
    shows: [call("lt", at, field("feature_time", "p"))],
    order: [at],
    columns: unique([...request.columns, "is_deleted"])
  });
}
function newestAt({ name, on, keys }, rows2) {
  const grain2 = fields([...keys, "feature_time"], "p");
  const rank = over(
    "rowNumber",
    [],
    grain2.map((g) => g.expr),
    rows2.order.map(descending),
    null
  );
  const own = keys.map((k, i) => call("eq", field(on[i], "s"), field(k, "p")));
  const columns2 = [...grain2, ...rows2.columns.map((c) => named(column(c), field(c, "s")))];
  return {
    name,
    of: select(as("p", part("points")), columns2, {
      joins: [join("inner", "s", rows2.from, [...own, ...rows2.shows])],
      where: rows2.where,
      qualify: [call("eq", rank, integer(1))]
    })
  };
}

// compiler/lower/exact/alive.ts
function aliveAt(plan, keys, known2, seenOf = seenEvents) {
  if (plan.kind === "one") return { parts: [], joins: [], when: yes };
  if (plan.kind === "seen")
    return anyOf([
      ...plan.events.map((t) => seenOf(t, keys)),
      ...plan.dimensions.map((d) => seenVersions2(d, keys, known2)),
      ...plan.snapshots.map((s) => seenCaptures(s, keys))
    ]);
  const [dimension] = plan.dimensions;
  if (dimension !== void 0) return inDimension(dimension, keys, known2);
  const [snapshot] = plan.snapshots;
  return snapshot === void 0 ? anyOf(plan.events.map((t) => seenOf(t, keys))) : inSnapshot(plan.events, snapshot, keys);
}
function anyOf(found) {
  const [only] = found;
  if (found.length === 1 && only !== void 0) return only;
  return {
    parts: found.flatMap((f) => f.parts),
    joins: found.flatMap((f) => f.joins),
    when: call("or", ...found.map((f) => call("coalesce", f.when, literal(false, flag))))
  };
}
var point = field("feature_time", "g");
function partName(what, { source, on }) {
  return `_${what}_${shortHash(hashOf([source.address, on]))}`;
}
function seenEvents(table2, keys) {
  const { source, on } = table2;
  const name = partName("seen", table2);
  const at = field(happened(source), "s");
  const known2 = effectiveKnown(source, table2.known, "s");
  if (isSigned(table2)) return countedEvents(name, table2, keys);
  const since = aggregate("min", [table2.known ? call("greatest", at, known2) : at]);
  const of = select(as("s", newestRows(source)), [...keys.map((k, i) => named(k, field(on[i], "s"))), named("seen_at", since)], {
    where: [wholeRow(source, on, "s")],
    groupBy: on.map((k) => field(k, "s"))
  });
  return { parts: [{ name, of }], joins: [join("left", name, part(name), sameColumns("g", name, keys))], when: call("gt", point, field("seen_at", name)) };
}
function countedEvents(name, { source, on }, keys) {
  const rows2 = knownRows(source, true);
  const moment = field("feature_time", "p");
  const of = select(as("p", part("points")), fields([...keys, "feature_time"], "p"), {
    joins: [
      join("inner", "s", rows2.from, [
        ...keys.map((k, i) => call("eq", field(on[i], "s"), field(k, "p"))),
        call("lt", field(happened(source), "s"), moment),
        call("lt", effectiveKnown(source, true, "s"), moment),
        ...rows2.seenAt("s", moment)
      ])
    ],
    where: [wholeRow(source, on, "s"), ...rows2.where],
    distinct: true
  });
  return { parts: [{ name, of }], joins: [byMoment(name, keys)], when: there(name) };
}
function seenVersions2(read, keys, known2) {
  const found = dimensionAt({ name: partName("version", read), source: { ...read.source, validTo: null }, on: read.on, keys, columns: [] }, known2);
  return { parts: [found], joins: [byMoment(found.name, keys)], when: there(found.name) };
}
function seenCaptures({ source, on }, keys) {
  const name = partName("captured", { source, on });
  const of = select(
    as("s", scanCaptures(captureTable(source), [])),
    [...keys.map((k, i) => named(k, field(on[i], "s"))), named("seen_at", aggregate("min", [field("captured_at", "s")]))],
    { where: on.map((k) => call("not", call("isNull", field(k, "s")))), groupBy: on.map((k) => field(k, "s")) }
  );
  return { parts: [{ name, of }], joins: [join("left", name, part(name), sameColumns("g", name, keys))], when: call("gt", point, field("seen_at", name)) };
}
function inDimension(read, keys, known2) {
  const found = dimensionAt({ name: "_living", source: read.source, on: read.on, keys, columns: [] }, known2);
  const deleted = read.source.deletedWhen;
  const stands = deleted === null ? [] : [call("not", call("coalesce", field(column(deleted), "_living"), literal(false, flag)))];
  return { parts: [found], joins: [byMoment("_living", keys)], when: stands.length === 0 ? there("_living") : call("and", there("_living"), ...stands) };
}
function inSnapshot(tables, { source, on }, keys) {
  const captures = scanCaptures(captureTable(source), []);
  const captured = captureAt({ name: "_captured", source, on, keys, columns: [] }, captures);
  const runs2 = select(
    as("p", part("points")),
    [named("feature_time", field("feature_time", "p")), named("newest_at", aggregate("max", [field("captured_at", "s")]))],
    {
      joins: [join("inner", "s", captures, [call("lt", field("captured_at", "s"), field("feature_time", "p"))])],
      groupBy: [field("feature_time", "p")]
    }
  );
  const isCaptured = call("not", field(column("is_deleted"), "_captured"));
  const parts = [captured, { name: "_runs", of: runs2 }];
  const joins = [byMoment("_captured", keys), join("left", "_runs", part("_runs"), sameColumns("g", "_runs", ["feature_time"]))];
  if (tables.length === 0) return { parts, joins, when: isCaptured };
  parts.push({ name: "_first_event", of: firstEvents2(tables, keys) });
  const waiting = [
    call("isNull", field("feature_time", "_captured")),
    there("_first_event"),
    call("or", call("isNull", field("newest_at", "_runs")), call("gt", field("happened", "_first_event"), field("newest_at", "_runs")))
  ];
  const when = call("or", call("coalesce", isCaptured, literal(false, flag)), call("and", ...waiting));
  return { parts, joins: [...joins, byMoment("_first_event", keys)], when };
}
function firstEvents2(tables, keys) {
  const each = tables.map(({ source, on, known: known2 }) => {
    const at = field(happened(source), "s");
    const rows2 = knownRows(source, known2);
    const seen3 = [
      ...rows2.seenAt("s", field("feature_time", "p")),
      call("lt", at, field("feature_time", "p")),
      ...known2 ? [call("lt", effectiveKnown(source, true, "s"), field("feature_time", "p"))] : []
    ];
    return select(as("p", part("points")), [...fields([...keys, "feature_time"], "p"), named("happened", at)], {
      joins: [join("inner", "s", rows2.from, [...keys.map((k, i) => call("eq", field(on[i], "s"), field(k, "p"))), ...seen3])],
      where: [wholeRow(source, on, "s"), ...rows2.where]
    });
  });
  const grain2 = [...keys, "feature_time"];
  return select(
    as("e", each.length === 1 ? each[0] : { kind: "union", all: each }),
    [...fields(grain2, "e"), named("happened", aggregate("min", [field("happened", "e")]))],
    {
      groupBy: grain2.map((g) => field(g, "e"))
    }
  );
}
function byMoment(name, keys) {
  return join("left", name, part(name), sameColumns("g", name, [...keys, "feature_time"]));
}
function there(name) {
  return call("not", call("isNull", field("feature_time", name)));
}

// compiler/lower/exact/map-relations.ts
function mapRelations(relation, change) {
  const changed = change(relation);
  if (changed !== null) return changed;
  const go = (r) => mapRelations(r, change);
  switch (relation.kind) {
    case "select":
      return { ...relation, from: { ...relation.from, of: go(relation.from.of) }, joins: relation.joins.map((j) => ({ ...j, of: go(j.of) })) };
    case "union":
      return { ...relation, all: relation.all.map(go) };
    case "with":
      return { ...relation, parts: relation.parts.map((p) => ({ ...p, of: go(p.of) })), body: go(relation.body) };
    default:
      return relation;
  }
}

// compiler/lower/exact/nested.ts
function nested(relation, prefix, outer) {
  const own = new Set(relation.parts.map((p) => p.name));
  const rename = (r) => mapRelations(r, (x) => x === outer ? x : x.kind === "table" && own.has(x.name) ? { ...x, name: `${prefix}${x.name}` } : null);
  return { ...relation, parts: relation.parts.map((p) => ({ name: `${prefix}${p.name}`, of: rename(p.of) })), body: rename(relation.body) };
}

// compiler/lower/exact/reading.ts
function rawReading(tables, keys, accuracy) {
  const visible2 = (_, span, alias, point2) => inWindow(span, accuracy, field("event_tile", alias), point2);
  return {
    scan: (table2, columns2) => rawTiles(table2, columns2, tables.find((t) => t.table.address === table2.address).states),
    visible: visible2,
    within: visible2,
    readable: (table2, alias, point2) => [
      ...keys.map((k, i) => call("eq", field(table2.on[i], alias), field(k, "p"))),
      ...table2.known ? [call("gt", point2, field("known_tile", alias))] : [],
      ...knownRows(table2.source, table2.known).seenAt(alias, point2)
    ],
    pruned: () => []
  };
}
function inWindow(span, accuracy, at, point2) {
  const happenedBefore = call("lt", at, later(point2, -span.offset));
  return span.length === "lifetime" ? [happenedBefore] : [happenedBefore, call("gte", at, windowOpens2(point2, span.length + span.offset, accuracy))];
}
function windowOpens2(point2, reach, accuracy) {
  const opens = later(point2, -reach);
  return accuracy === "exact" ? opens : bucketOf(opens, accuracy.hop);
}
function rawTiles(table2, columns2, states) {
  const { source, content } = table2;
  const times = [field(happened(source), "s"), effectiveKnown(source, table2.known, "s")];
  const grain2 = [...fields(table2.on, "s"), ...tileTimes.map((name, i) => named(name, times[i]))];
  const counted2 = content.kind === "states" ? [] : rowsCounted(content);
  const read = () => unique([...columns2.map((c) => stateCalled(c, states)), ...states.filter((s) => s.kind === "meanX")]);
  const values = content.kind === "states" ? read().map((s) => named(s.name, stateOfRow(table2, s))) : contentColumns(table2, columns2);
  const own = values.filter((v) => !grain2.some((g) => g.as === v.as));
  const rows2 = knownRows(source, table2.known);
  return select(as("s", rows2.from), [...grain2, ...own, ...fields(rows2.columns, "s")], { where: [wholeRow(source, table2.on, "s"), ...rows2.where, ...counted2] });
}
function stateCalled(name, states) {
  return states.find((s) => s.name === name) ?? missing2(name);
}
function missing2(name) {
  throw new InternalError(`no state '${name}' of a row`);
}
function rowsCounted(content) {
  const where = content.where === null ? [] : [rowTerm(content.where, "s")];
  return content.kind !== "sketch" && content.keepNulls ? where : [...where, present2(rowTerm(content.of, "s"))];
}
function present2(value2) {
  return call("not", call("isNull", value2));
}
function contentColumns(table2, columns2) {
  const { source, content } = table2;
  if (content.kind === "states") return [];
  const value2 = rowTerm(content.of, "s");
  const terms = { value: content.kind === "sketch" ? hashTerm(value2) : value2, n: integer(1), event_time: field(happened(source), "s") };
  source.tieBreak.forEach((tie, i) => terms[`tie_${i + 1}`] = field(tie, "s"));
  source.rowKey.forEach((c, i) => terms[`row_${i + 1}`] = field(c, "s"));
  return columns2.map((c) => named(c, terms[c] ?? missing2(c)));
}
function stateOfRow(table2, state) {
  const where = state.where === null ? [] : [rowTerm(state.where, "s")];
  const value2 = state.of === null ? null : rowTerm(state.of, "s");
  const guarded = (conditions, then, otherwise = null) => conditions.length === 0 ? then : choose(all(conditions), then, otherwise);
  const counted2 = [...where, ...state.keepNulls || value2 === null ? [] : [present2(value2)]];
  switch (state.kind) {
    case "n":
      return guarded(where, integer(1), integer(0));
    case "mean":
      return guarded(counted2, toFloat(value2));
    case "m2":
    case "meanX":
    case "m2x":
    case "cxy":
      return guarded(counted2, literal(0, float));
    case "firstTime":
    case "lastTime":
      return guarded(counted2, field(happened(table2.source), "s"));
    case "firstTie":
    case "lastTie":
      return guarded(counted2, field(state.tie, "s"));
    default:
      return guarded(where, value2);
  }
}

// compiler/lower/exact/tiles-and-head.ts
function tilesAndHead(tables, keys, accuracy) {
  const raw = rawReading(tables, keys, accuracy);
  return {
    scan: (table2, columns2) => {
      const means = tables.find((t) => t.table.address === table2.address).states.filter((s) => s.kind === "meanX");
      const names = unique([...columns2, ...means.map((s) => s.name)]).filter((c) => !tileTimes.some((t) => t === c));
      const all2 = raw.scan(table2, names);
      return isSigned(table2) ? versions(table2, all2, names) : { kind: "union", all: [wholeTiles(table2, names), rows(table2, all2, names)] };
    },
    visible: (table2, span, alias, point2) => [seen2(table2, span, { alias, point: point2, accuracy })],
    within: raw.within,
    readable: (table2, alias, point2) => [
      ...keys.map((k, i) => call("eq", field(table2.on[i], alias), field(k, "p"))),
      ...table2.known ? [call("or", call("not", field("is_row", alias)), call("gt", point2, field("known_tile", alias)))] : [],
      ...knownRows(table2.source, table2.known).seenAt(alias, point2)
    ],
    pruned: (spans, alias, table2) => [needed(table2, spans, { alias, accuracy })]
  };
}
function coveredUntil(table2) {
  const newest2 = later(aggregate("max", [field("known_tile", "m")]), table2.every - (table2.known ? 0 : table2.source.lateness));
  return select(as("m", scanTiles(table2, [])), [named("until", bucketOf(newest2, table2.every))]);
}
var markers = ["tile_at", "is_row", "is_head"];
function wholeTiles(table2, columns2) {
  const marks = [field("event_tile", "s"), literal(false, flag), literal(false, flag)];
  return select(as("s", scanTiles(table2, columns2)), [...fields([...table2.on, ...tileTimes, ...columns2], "s"), ...marks.map((m, i) => named(markers[i], m))], {
    joins: [join("cross", "c", coveredUntil(table2))],
    where: [call("lt", field("known_tile", "s"), field("until", "c"))]
  });
}
function rows(table2, raw, columns2) {
  const until = field("until", "c");
  const isHead = call("or", call("isNull", until), call("gte", field("known_tile", "s"), until));
  const marks = [bucketOf(field("event_tile", "s"), table2.tile), literal(true, flag), isHead];
  const own = [...fields([...table2.on, ...tileTimes, ...columns2], "s"), ...marks.map((m, i) => named(markers[i], m))];
  return select(as("s", raw), own, { joins: [join("cross", "c", coveredUntil(table2))] });
}
function versions(table2, raw, columns2) {
  const marks = [bucketOf(field("event_tile", "s"), table2.tile), literal(true, flag), literal(true, flag)];
  const own = fields([...table2.on, ...tileTimes, ...columns2, ...knownRows(table2.source, table2.known).columns], "s");
  return select(as("s", raw), [...own, ...marks.map((m, i) => named(markers[i], m))]);
}
function seen2(table2, span, { alias, point: point2, accuracy }) {
  const ends = later(point2, -span.offset);
  const opens = span.length === "lifetime" ? null : windowOpens2(point2, span.length + span.offset, accuracy);
  const [at, tile] = [field("event_tile", alias), field("tile_at", alias)];
  const since = (moment) => opens === null ? [] : [call("gte", moment, opens)];
  const whole = all([call("lte", later(tile, table2.tile), ends), ...since(tile)]);
  const isRow = field("is_row", alias);
  return call(
    "or",
    call("and", call("not", isRow), whole),
    call("and", isRow, call("lt", at, ends), ...since(at), call("or", field("is_head", alias), call("not", whole)))
  );
}
function needed(table2, spans, { alias, accuracy }) {
  const now = { kind: "param", name: "now" };
  const edges = spans.flatMap((s) => [later(now, -s.offset), ...s.length === "lifetime" ? [] : [windowOpens2(now, s.length + s.offset, accuracy)]]).map((e) => bucketOf(e, table2.tile));
  const distinct = [...new Map(edges.map((e) => [JSON.stringify(e), e])).values()];
  return call("or", call("not", field("is_row", alias)), field("is_head", alias), ...distinct.map((e) => call("eq", field("tile_at", alias), e)));
}

// compiler/lower/exact/seen-now.ts
function keysSeenNow(plan, table2, accuracy) {
  const ever = { length: "lifetime", offset: 0 };
  const { scan, visible: visible2, readable, pruned: pruned2 } = tilesAndHead(plan.tables, [], accuracy);
  return select(as("t", scan(table2, [])), renamedKeys(table2, plan.keys, "t"), {
    distinct: true,
    where: [...visible2(table2, ever, "t", param("now")), ...readable(table2, "t", param("now")), ...pruned2([ever], "t", table2)]
  });
}
function seenNow(plan, accuracy) {
  return (table2, keys) => {
    const name = `_seen_${shortHash(hashOf(table2.address))}`;
    const when = call("not", call("isNull", field(keys[0], name)));
    return { parts: [{ name, of: keysSeenNow(plan, table2, accuracy) }], joins: [join("left", name, part(name), sameColumns("g", name, keys))], when };
  };
}

// compiler/lower/exact/windows.ts
function momentWindows(slots, context) {
  const tables = [...groupBy(slots, (s) => s.table.address).values()];
  const all2 = tables.map((group2, i) => tableParts2(`t${i + 1}`, group2, context));
  return { parts: all2.flatMap((p) => p.parts), outputs: all2.flatMap((p) => p.outputs) };
}
function tableParts2(prefix, slots, context) {
  const merged2 = slots.filter((s) => s.plan.by === "merge");
  const others = slots.filter((s) => s.plan.by !== "merge");
  return {
    parts: [...merged2.length > 0 ? mergedParts(prefix, merged2, context) : [], ...others.flatMap((s) => expandSlot(s, context))],
    outputs: [
      ...merged2.length > 0 ? [{ part: prefix, slots: merged2.map((s) => s.name), isGrid: false }] : [],
      ...others.map((s) => ({ part: s.name, slots: [s.name], isGrid: false }))
    ]
  };
}
function mergedParts(prefix, slots, context) {
  const seen3 = `${prefix}_seen`;
  const columns2 = slots.map((s) => finishSlot(s, (c) => field(c.name, seen3)));
  return [
    { name: seen3, of: expandComponents(componentsOf(slots), slots, context, null) },
    { name: prefix, of: select(as(seen3, part(seen3)), [...fields([...context.keys, "feature_time"], seen3), ...columns2]) }
  ];
}

// compiler/lower/exact/index.ts
function momentRows(model, plan, request) {
  const promised = plan.view.contract.accuracy;
  const accuracy = request.accuracy ?? (promised === "snapshot" ? "exact" : promised);
  const needed2 = neededFeatures(model, plan, { features: request.features, first: true });
  const leaves = needed2.flatMap((f) => allLeaves(f.expr));
  const spine = as("s", request.spine);
  const points = select(spine, [...fields(plan.keys, "s"), named("feature_time", field("spine_time", "s"))], { distinct: true });
  const live = request.live === true;
  const reading = live ? tilesAndHead(plan.tables, plan.keys, accuracy) : rawReading(plan.tables, plan.keys, accuracy);
  const read = request.others === "newest stored" ? storedView : readMoments({ accuracy, live });
  const base = baseParts(model, plan, leaves, { accuracy, read, reading });
  const alive = live ? aliveAt(plan.population, plan.keys, plan.known, seenNow(plan, accuracy)) : aliveAt(plan.population, plan.keys, plan.known);
  const levels = levelParts(model, plan, needed2, base.columns, read);
  const living = (f) => choose(alive.when, field(f.column, "g"), emptyTerm(f));
  const grain2 = fields([...plan.keys, "feature_time"], "g");
  const asked = request.features.map((f) => model.catalog.features[f]);
  return {
    kind: "with",
    parts: [{ name: "points", of: points }, ...base.parts, ...levels.parts, ...alive.parts],
    body: select(as("g", part(levels.last)), [...grain2, ...asked.map((f) => named(f.column, living(f)))], {
      joins: alive.joins,
      where: live ? [alive.when] : []
    })
  };
}
function baseParts(model, plan, leaves, { accuracy, read, reading }) {
  const windows = windowsOf(plan, leaves, reading);
  const attributes = attributesRead(model, plan, leaves);
  const foreign = foreignFeatures(model, plan, leaves);
  const grain2 = [...plan.keys, "feature_time"];
  const opens = (w) => windowOpens2(field("feature_time", "g"), w.length + w.offset, accuracy);
  const of = (leaf, value2) => named(leafColumn(model, plan, leaf), value2);
  const values = leaves.flatMap((l) => {
    if (l.kind === "window") return [of(l, windowValue(model, l, windows.outputs, opens))];
    return l.kind === "asOf" ? [of(l, attributeValue(attributeOf(model, plan.entity, l.of), l.of))] : [];
  });
  values.push(...foreign.map((f) => of({ kind: "feature", ref: f.address }, readValue(f, readAlias(f.view)))));
  const columns2 = [...fields(grain2, "g"), ...new Map(values.map((c) => [c.as, c])).values()];
  const base = as("g", part("points"));
  const joins = [
    ...windows.outputs.map((w) => join("left", w.part, part(w.part), sameColumns("g", w.part, grain2))),
    ...attributes.flatMap((a) => attributeJoins(a, plan.keys)),
    ...[...groupBy(foreign, (f) => f.view)].map(
      ([view, features]) => read(model, { view, features, alias: readAlias(view), base, key: (name) => field(name, "g") })
    )
  ];
  const parts = [
    ...windows.parts,
    ...attributes.flatMap((a) => attributeParts(a, { keys: plan.keys, every: plan.every, known: plan.known }, asOfMoments)),
    { name: "base", of: select(base, columns2, { joins }) }
  ];
  return { parts, columns: columns2.map((c) => c.as) };
}
var asOfMoments = {
  dimension: (request, known2) => [dimensionAt(request, known2)],
  captures: (request, captures) => [captureAt(request, captures)]
};
function windowsOf(plan, leaves, reading) {
  const read = new Set(leaves.filter((l) => l.kind === "window").map(slotName));
  const context = { keys: plan.keys, every: plan.every, bulk: false, reading };
  return momentWindows(
    plan.slots.filter((s) => read.has(s.name)).map((s) => ({ ...s, leaf: s.declared })),
    context
  );
}
function readMoments({ accuracy, live }) {
  return (model, { view, features, alias, base, key }) => {
    const plan = planView(model, model.views.get(view) ?? unknown(view));
    const columns2 = [...plan.keys.map((k) => named(k, key(k))), named("spine_time", field("feature_time", base.as))];
    const spine = select(base, columns2, { distinct: true });
    const rows2 = momentRows(model, plan, { features: features.map((f) => f.address), spine, accuracy, live });
    const on = [
      ...plan.keys.map((k) => call("eq", field(k, alias), key(k))),
      call("eq", field("feature_time", alias), field("feature_time", base.as))
    ];
    return join("left", alias, nested(rows2, `${alias}_`, spine), on);
  };
}

// compiler/lower/live-body.ts
function liveBody(model, serving) {
  const keys = model.entities.get(serving.entity).keys.map((k) => k.name);
  const wanted = serving.features.map((f) => ({ as: f.as, feature: model.catalog.features[f.feature] }));
  const views = [...groupBy(wanted, (w) => w.feature.view)].map(([view, shown], i) => ({
    plan: planView(model, model.views.get(view) ?? unknown(view)),
    features: [...new Set(shown.map((s) => s.feature))],
    alias: `v${i + 1}`
  }));
  const parts = views.flatMap((v) => {
    const candidates = select(as("k", candidatesOf(v.plan)), [...fields(keys, "k"), named("spine_time", param("now"))], { distinct: true });
    const rows2 = momentRows(model, v.plan, { features: v.features.map((f) => f.address), spine: candidates, live: true });
    return [{ name: v.alias, of: nested(rows2, `${v.alias}_`, candidates) }];
  });
  const each = views.map((v) => select(as("s", part(v.alias)), fields(keys, "s")));
  const living = keys.length === 0 ? one : each.length === 1 ? each[0] : select(as("u", { kind: "union", all: each }), fields(keys, "u"), { distinct: true });
  parts.push({ name: "keys", of: living });
  const columns2 = [
    ...fields(keys, "k"),
    named("feature_time", param("now")),
    ...wanted.map((w) => {
      const { alias } = views.find((v) => v.plan.view.address === w.feature.view);
      return named(w.as, choose(call("isNull", field("feature_time", alias)), emptyTerm(w.feature), field(w.feature.column, alias)));
    }),
    named("computed_at", param("now"))
  ];
  const joins = views.map((v) => join(keys.length === 0 ? "cross" : "left", v.alias, part(v.alias), sameColumns("k", v.alias, keys)));
  return { kind: "with", parts, body: select(as("k", part("keys")), columns2, { joins }) };
}
var one = { kind: "values", columns: [{ name: "one", type: { kind: "int" } }], rows: [[integer(1)]] };
function candidatesOf(plan) {
  const { population, keys } = plan;
  if (population.kind === "one") return one;
  const promised = plan.view.contract.accuracy;
  const found = [
    ...population.events.map((t) => keysSeenNow(plan, t, promised === "snapshot" ? "exact" : promised)),
    ...population.dimensions.map((d) => keysIn(d, keys)),
    ...population.snapshots.map((s) => capturedKeys(s, keys))
  ];
  return found.length === 1 ? found[0] : { kind: "union", all: found };
}
function keysIn({ source, on }, keys) {
  return select(
    as("s", { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }),
    keys.map((k, i) => named(k, field(on[i], "s"))),
    { distinct: true, where: [wholeRow(source, on, "s")] }
  );
}
function capturedKeys({ source, on }, keys) {
  return select(
    as("s", scanCaptures(captureTable(source), [])),
    keys.map((k, i) => named(k, field(on[i], "s"))),
    {
      distinct: true,
      where: on.map((k) => call("not", call("isNull", field(k, "s"))))
    }
  );
}

// compiler/lower/promises.ts
function promisesOf(meta) {
  return stated({ owner: meta.owner.value, deprecated: meta.deprecated.value });
}
function promisesOfView(model, view) {
  const { settle, availableAfter, start, accuracy } = view.contract;
  const sources = view.readsSources.map((s) => model.sources.get(s)).map((s) => [s.name, stated({ lateness: s.lateness || null, freshness: s.freshness })]);
  const features = view.features.map((f) => model.catalog.features[f]).map((f) => [f.column, promisesOfFeature(f, view.meta)]);
  return {
    ...promisesOf(view.meta),
    settle,
    availableAfter,
    start,
    ...accuracy === "snapshot" ? {} : { accuracy },
    sources: spoken(sources),
    features: spoken(features)
  };
}
function promisesOfFeature({ meta, unit, checks }, view) {
  return stated({
    unit,
    checks: checks.length === 0 ? null : checks,
    deprecated: meta.deprecated.value,
    owner: meta.owner.value === view.owner.value ? null : meta.owner.value,
    tags: meta.tags.value.join("\n") === view.tags.value.join("\n") ? null : meta.tags.value
  });
}
function stated(all2) {
  return Object.fromEntries(Object.entries(all2).filter(([, value2]) => value2 !== null));
}
function spoken(all2) {
  return Object.fromEntries(all2.filter(([, promises]) => Object.keys(promises).length > 0));
}

// compiler/lower/store-plan.ts
function planStore(model, store) {
  const groups = store.groups.map((g) => {
    const views = g.views.map((v) => model.views.get(v) ?? unknown(v));
    return { featureType: g.featureType, views, keys: keysOf(model, views[0].entity).map((k) => k.name) };
  });
  const keys = /* @__PURE__ */ new Map();
  for (const g of groups) for (const k of keysOf(model, g.views[0].entity)) keys.set(k.name, keys.get(k.name) ?? k);
  const columns2 = groups.flatMap((g) => g.views.flatMap((v) => columnsOfView(model, v)));
  return { store, groups, keys: [...keys.values()], columns: [...new Map(columns2.map((c) => [c.name, c])).values()] };
}
function keysOf(model, entity) {
  return (model.entities.get(entity) ?? unknown(entity)).keys;
}
function columnsOfView(model, view) {
  const own = view.features.map((f) => model.catalog.features[f]);
  const aliases = Object.entries(view.aliases).map(([name, feature]) => ({ name, feature: model.catalog.features[feature] }));
  return [...own.map((feature) => ({ name: feature.column, feature })), ...aliases];
}

// compiler/lower/resources.ts
function sealed(r) {
  const data = hashOf({
    grain: r.grain.hash,
    columns: r.columns.filter((c) => c.aliasOf === null && c.computed === void 0).map((c) => c.dataHash).toSorted(),
    filling: r.filling.by
  });
  const columns2 = r.columns.toSorted((a, b) => a.name < b.name ? -1 : 1);
  const shape = hashOf({
    name: r.name,
    keys: [...r.grain.keys, ...r.grain.time],
    columns: columns2.map((c) => ({ name: c.name, type: c.type, data: c.dataHash, aliasOf: c.aliasOf })),
    publish: r.publish,
    ...r.onRequest === void 0 ? {} : { onRequest: { fields: r.onRequest.fields, columns: r.onRequest.columns.map((c) => [c.name, c.type, c.dataHash]) } }
  });
  const meta = hashOf({
    comment: r.comment,
    promises: r.promises,
    tags: r.tags,
    protect: r.protect,
    physical: {
      ...r.physical.clusterBy === void 0 ? {} : { clusterBy: r.physical.clusterBy },
      ...r.physical.append === void 0 ? {} : { append: r.physical.append }
    },
    columns: columns2.map((c) => [c.name, c.description])
  });
  return { ...r, hash: { data, shape, meta } };
}
function stored(name, type, of, dataHash, rest = {}) {
  return { name, type, nullable: true, of, description: null, dataHash, aliasOf: null, ...rest };
}
var internal = { promises: {}, name: null, renamedFrom: null, tags: [], protect: false, publish: "none", physical: {} };
function tileResource(table2, states, causes) {
  const { source } = table2;
  const typeOf2 = (c) => source.columns.find((x) => x.name === c).type;
  return sealed({
    ...internal,
    address: table2.address,
    kind: "tiles",
    causes,
    uses: [],
    usesSources: [{ on: source.address, columns: source.columns.map((c) => c.name) }],
    grain: {
      keys: table2.on.map((name) => ({ name, type: typeOf2(name) })),
      time: ["event_tile", "known_tile"].map((name) => ({ name, type: time })),
      hash: tileGrain(table2)
    },
    columns: states.toSorted((a, b) => a.name < b.name ? -1 : 1).map((s) => stored(s.name, s.type, source.address, s.dataHash)),
    filling: { by: "known time", every: table2.every, lateness: table2.known ? 0 : source.lateness },
    promises: table2.known ? {} : { lateness: source.lateness },
    comment: `Partial aggregates of ${source.name} by ${[...table2.on, "event tile", "known tile"].join(", ")}`
  });
}
function captureResource(table2, causes) {
  const { source, on } = table2;
  const own = source.columns.filter((c) => !on.includes(c.name));
  return sealed({
    ...internal,
    address: table2.address,
    kind: "captures",
    causes,
    uses: [],
    usesSources: [{ on: source.address, columns: source.columns.map((c) => c.name) }],
    grain: {
      keys: on.map((name) => ({ name, type: source.columns.find((c) => c.name === name).type })),
      time: [{ name: "captured_at", type: time }],
      hash: captureGrain(table2)
    },
    columns: [
      ...own.map((c) => stored(c.name, c.type, source.address, hashOf({ captured: c.name }))),
      stored("is_deleted", flag, source.address, hashOf({ captured: true }))
    ],
    filling: { by: "capture" },
    comment: `What ${source.name} showed at each run`
  });
}
function viewResource(model, plan) {
  const { view, entity, every } = plan;
  const wholeDays = every % day === 0;
  return sealed({
    address: view.address,
    kind: "view",
    name: view.name,
    renamedFrom: view.renamedFrom,
    causes: [view.address, ...view.features],
    uses: [
      ...plan.tables.map((t) => ({ on: t.table.address, columns: t.states.map((s) => s.name) })),
      ...plan.captures.map((c) => ({ on: c.address, columns: c.source.columns.map((x) => x.name) })),
      ...view.readsViews.map((v) => ({ on: v, columns: columnsReadOf(model, view.features, v) }))
    ],
    usesSources: unique([...plan.attributes.map((a) => a.source), ...plan.population.dimensions.map((d) => d.source)]).map((s) => ({
      on: s.address,
      columns: s.columns.map((c) => c.name)
    })),
    grain: {
      keys: entity.keys.map((k) => ({ name: k.name, type: k.type })),
      time: [{ name: "feature_time", type: time }, ...wholeDays ? [{ name: "feature_date", type: date }] : []],
      hash: viewGrain(plan)
    },
    columns: columnsOfView(model, view).map((c) => featureColumn(c)),
    filling: { by: "points", every },
    publish: "view",
    physical: view.physical,
    comment: view.meta.description.value,
    promises: promisesOfView(model, view),
    tags: view.meta.tags.value,
    protect: view.meta.protect.value
  });
}
function columnsReadOf(model, features, view) {
  const read = features.flatMap((f) => model.catalog.features[f].readsFeatures).map((r) => model.catalog.features[r]);
  return unique(read.filter((f) => f.view === view).map((f) => f.column));
}
function viewGrain(plan) {
  const { population: p } = plan;
  const of = ({ source: s, on }, known2) => ({
    source: s.query ?? s.name,
    on,
    time: s.eventTime ?? s.validFrom,
    validTo: s.validTo,
    deletedWhen: s.deletedWhen,
    ...versionMeaning(s),
    historyFrom: s.historyFrom,
    known: known2 ? s.knownTime : null,
    lateness: known2 && typeof s.knownTime?.trustedFrom === "string" ? s.lateness : 0
  });
  const lives = [...p.events.map((t) => of(t, t.known)), ...p.dimensions.map((d) => of(d, plan.known)), ...p.snapshots.map((s) => of(s, false))];
  return hashOf({
    rule: "view 1",
    keys: plan.entity.keys.map((k) => k.type),
    every: plan.every,
    known: plan.known,
    kind: p.kind,
    lives: lives.map((l) => hashOf(l)).toSorted()
  });
}
function featureColumn({ name, feature }) {
  const rest = { description: feature.meta.description.value, nullable: feature.nullable, aliasOf: name === feature.column ? null : feature.column };
  return stored(name, feature.type, feature.address, feature.dataHash, rest);
}
function storeResource(plan, grainOf) {
  const { store, groups } = plan;
  return sealed({
    address: store.address,
    kind: "store",
    name: store.name,
    renamedFrom: store.renamedFrom,
    causes: [store.address, ...groups.flatMap((g) => g.views.map((v) => v.address))],
    uses: unique(groups.flatMap((g) => g.views)).map((v) => ({
      on: v.address,
      columns: plan.columns.filter((c) => c.feature.view === v.address).map((c) => c.feature.column)
    })),
    usesSources: [],
    grain: {
      keys: plan.keys.map((k) => ({ name: k.name, type: k.type })),
      time: [
        { name: "feature_type", type: { kind: "text" } },
        { name: "feature_date", type: date }
      ],
      hash: hashOf({
        rule: "store 1",
        groups: groups.map((g) => canonical([g.featureType, g.views.map((v) => canonical([grainOf(v.address), v.contract.start])).toSorted()])).toSorted()
      })
    },
    // A table cannot show one column under two names: the plain name of a versioned feature is a copy of the current one.
    columns: plan.columns.map((c) => ({
      ...featureColumn(c),
      aliasOf: null,
      dataHash: hashOf({ store: c.feature.dataHash, plain: c.name !== c.feature.column })
    })),
    filling: { by: "dates", every: day },
    publish: "table",
    physical: { ...store.physical, clusterBy: store.clusterBy },
    comment: store.meta.description.value,
    promises: promisesOf(store.meta),
    tags: store.meta.tags.value,
    protect: store.meta.protect.value
  });
}

// compiler/lower/monitoring-report.ts
var columns = [
  { name: "feature_date", type: date, description: "Day of the feature rows" },
  { name: "feature_type", type: text, description: "Group of the store" },
  { name: "feature_name", type: text, description: "Name of the feature" },
  { name: "data_type", type: text, description: "Declared type" },
  { name: "row_count", type: int, description: "Rows of the group on the day" },
  { name: "null_count", type: int, description: "Rows without a value" },
  { name: "null_percentage", type: float, description: "Rows without a value, in percent" },
  { name: "min_value", type: float, description: "Least value; a flag counts as 0 or 1; NULL for text" },
  { name: "max_value", type: float, description: "Greatest value; a flag counts as 0 or 1; NULL for text" }
];
function monitoringResource(catalog, stores) {
  if (stores.length === 0) return [];
  return [
    sealed({
      address: address("report", "monitoring"),
      kind: "report",
      name: catalog.config.objects.monitoring ?? "vw_ml_feature_monitoring",
      renamedFrom: null,
      causes: stores.map((s) => s.store.address),
      uses: stores.map((s) => ({ on: s.store.address, columns: s.columns.map((c) => c.name) })),
      usesSources: [],
      grain: { keys: [], time: [], hash: hashOf({ rule: "monitoring 1", stores: stores.map(contentOf2).toSorted() }) },
      columns: columns.map((c) => ({
        name: c.name,
        type: c.type,
        nullable: true,
        of: null,
        description: c.description,
        dataHash: hashOf({ monitoring: c.name }),
        aliasOf: null
      })),
      filling: { by: "nothing" },
      publish: "view",
      physical: {},
      comment: "Completeness and range of each feature by day",
      promises: {},
      tags: [],
      protect: false
    })
  ];
}
function contentOf2({ store, groups, columns: of }) {
  const group2 = (c) => groups.find((g) => g.views.some((v) => v.address === c.feature.view)).featureType;
  return canonical([store.name, of.map((c) => canonical([c.name, c.feature.type, group2(c)])).toSorted()]);
}
function monitoringBody(stores) {
  const all2 = stores.flatMap((s) => s.columns.map((c) => featureRow(s, c)));
  return all2.length === 1 ? all2[0] : { kind: "union", all: all2 };
}
function featureRow(plan, column2) {
  const type = column2.feature.type;
  const group2 = plan.groups.find((g) => g.views.some((v) => v.address === column2.feature.view)).featureType;
  const value2 = field(column2.name, "s");
  const rows2 = aggregate("countAll", []);
  const nulls = aggregate("countAll", [], call("isNull", value2));
  const scan = { kind: "scan", of: plan.store.address, columns: ["feature_type", "feature_date", column2.name] };
  return select(
    as("s", scan),
    [
      named("feature_date", field("feature_date", "s")),
      named("feature_type", words(group2)),
      named("feature_name", words(column2.name)),
      named("data_type", words(typeName(type))),
      named("row_count", rows2),
      named("null_count", nulls),
      named("null_percentage", call("divide", call("times", literal(100, float), toFloat(nulls)), toFloat(rows2))),
      named("min_value", spread("min", value2, type)),
      named("max_value", spread("max", value2, type))
    ],
    { where: [call("eq", field("feature_type", "s"), words(group2))], groupBy: [field("feature_date", "s")] }
  );
}
function spread(fn, value2, type) {
  if (isNumeric(type)) return aggregate(fn, [toFloat(value2)]);
  if (type.kind !== "flag") return literal(null, float);
  const asNumber = choose(call("isNull", value2), literal(null, float), choose(value2, literal(1, float), literal(0, float)));
  return aggregate(fn, [asNumber]);
}

// compiler/lower/registry-tables.ts
var modelColumns = [
  { name: "model_id", type: text, description: "Identity of a registered version" },
  { name: "model_name", type: text, description: "Name of the model" },
  { name: "model_version", type: text, description: "Version of the model" },
  { name: "model_type", type: text, description: "classification, regression, clustering or forecast" },
  { name: "training_data_source", type: text, description: "Table or dataset that it was trained on" },
  { name: "feature_columns", type: json, description: "Array of the features that it reads" },
  { name: "model_metrics", type: json, description: "Metrics at the time of registration, by name" },
  { name: "model_artifact_path", type: text, description: "Where the trained model is kept" },
  { name: "created_by", type: text, description: "Who registered it" },
  { name: "created_at", type: time, description: "When it was registered, UTC" }
];
var performanceColumns = [
  { name: "model_id", type: text, description: "The registered version" },
  { name: "evaluation_date", type: date, description: "Day of the evaluation" },
  { name: "accuracy", type: float, description: "Share of right answers" },
  { name: "precision", type: float, description: "Share of right answers among those given as positive" },
  { name: "recall", type: float, description: "Share of the positives that were found" },
  { name: "f1_score", type: float, description: "Harmonic mean of precision and recall" },
  { name: "data_drift_score", type: float, description: "How far the features have moved from the training data" }
];
function registryResources(catalog) {
  if (catalog.models.length === 0) return [];
  const { objects } = catalog.config;
  const causes = catalog.models.map((m) => m.address);
  return [
    table("models", objects.models ?? "tbl_ml_model_registry", modelColumns, "Registered models", causes),
    table("performance", objects.performance ?? "tbl_ml_model_performance", performanceColumns, "Performance of registered models over time", causes)
  ];
}
function table(key, name, columns2, comment, causes) {
  return sealed({
    address: address("registry", key),
    kind: "registry",
    name,
    renamedFrom: null,
    causes,
    uses: [],
    usesSources: [],
    grain: { keys: [], time: [], hash: hashOf({ rule: "registry 1", key }) },
    columns: columns2.map((c) => ({
      name: c.name,
      type: c.type,
      nullable: true,
      of: null,
      description: c.description,
      dataHash: hashOf({ registry: key, column: c.name }),
      aliasOf: null
    })),
    filling: { by: "nothing" },
    publish: "table",
    physical: { append: true },
    comment,
    promises: {},
    tags: [],
    protect: true
  });
}

// compiler/lower/serving-body.ts
function servingBody(model, serving) {
  const keys = model.entities.get(serving.entity).keys.map((k) => k.name);
  const wanted = serving.features.map((f) => ({ as: f.as, feature: model.catalog.features[f.feature] }));
  const views = [...groupBy(wanted, (w) => w.feature.view)].map(([address2, shown], i) => ({ view: model.views.get(address2), shown, alias: `v${i + 1}` }));
  const parts = views.flatMap((v) => newest(v.alias, v.view, keys, unique(v.shown.map((s) => s.feature.column))));
  parts.push({
    name: "keys",
    of: keysOf2(
      views.map((v) => v.alias),
      keys
    )
  });
  const points = views.map((v) => field("feature_time", v.alias));
  const columns2 = [
    ...fields(keys, "k"),
    named("feature_time", points.length === 1 ? points[0] : call("leastKnown", ...points)),
    ...wanted.map(
      (w) => named(
        w.as,
        shownValue(
          w.feature.address,
          model,
          views.find((v) => v.view.address === w.feature.view)
        )
      )
    ),
    named("computed_at", param("now"))
  ];
  return {
    kind: "with",
    parts,
    body: select(as("k", part("keys")), columns2, {
      joins: views.map((v) => join(keys.length === 0 ? "cross" : "left", v.alias, part(v.alias), sameColumns("k", v.alias, keys)))
    })
  };
}
function newest(alias, view, keys, columns2) {
  const at = field("feature_time", "s");
  const scan = (names) => ({ kind: "scan", of: view.address, columns: [...keys, "feature_time", ...names] });
  const point2 = select(as("s", scan([])), [named("feature_time", aggregate("max", [at]))], {
    where: [call("lte", at, later(param("now"), -view.contract.availableAfter))]
  });
  const rows2 = select(as("s", scan(columns2)), fields([...keys, "feature_time", ...columns2], "s"), {
    joins: [join("inner", "n", part(`${alias}_point`), [call("eq", at, field("feature_time", "n"))])]
  });
  return [
    { name: `${alias}_point`, of: point2 },
    { name: alias, of: rows2 }
  ];
}
function keysOf2(aliases, keys) {
  if (keys.length === 0)
    return { kind: "values", columns: [{ name: "one", type: { kind: "int" } }], rows: [[{ kind: "literal", value: 1, type: { kind: "int" } }]] };
  const rows2 = aliases.map((a) => select(as("s", part(a)), fields(keys, "s")));
  return rows2.length === 1 ? rows2[0] : select(as("u", { kind: "union", all: rows2 }), fields(keys, "u"), { distinct: true });
}
function shownValue(feature, model, from) {
  const f = model.catalog.features[feature];
  const at = field("feature_time", from.alias);
  const fresh = call("gte", at, later(param("now"), -2 * from.view.contract.every));
  return {
    kind: "case",
    arms: [
      [call("isNull", at), emptyTerm(f)],
      [fresh, field(f.column, from.alias)]
    ],
    otherwise: null
  };
}

// compiler/lower/serving-resource.ts
function servingResource(model, serving) {
  const shown = serving.features.map((f) => ({ name: f.as, feature: model.catalog.features[f.feature] }));
  const keys = model.entities.get(serving.entity).keys;
  const views = unique(shown.map((s) => s.feature.view)).map((v) => model.views.get(v));
  const { mode, freshness, wish, computed } = serving;
  const onRequest = onRequestOf(serving);
  const live = mode === "live" ? liveReads(model, views) : null;
  return sealed({
    address: serving.address,
    kind: "serving",
    name: serving.name,
    renamedFrom: serving.renamedFrom,
    causes: [serving.address, ...serving.features.map((f) => f.feature)],
    uses: live?.uses ?? views.map((v) => ({ on: v.address, columns: shown.filter((s) => s.feature.view === v.address).map((s) => s.feature.column) })),
    usesSources: live?.usesSources ?? [],
    grain: {
      keys: keys.map((k) => ({ name: k.name, type: k.type })),
      time: [{ name: "feature_time", type: time }],
      hash: hashOf({
        rule: live === null ? "serving 1" : "live 1",
        keys: keys.map((k) => k.type),
        available: views.map((v) => [v.contract.every, v.contract.availableAfter])
      })
    },
    columns: [...shown.map((s) => ({ ...featureColumn(s), aliasOf: null })), ...computed.filter((c) => !c.onRequest).map((c) => computedColumn(c, serving))],
    filling: { by: live === null ? "newest" : "nothing" },
    publish: "view",
    physical: {},
    comment: serving.meta.description.value,
    promises: {
      ...promisesOf(serving.meta),
      mode,
      freshness,
      as: wish.as,
      request: serving.request,
      computed: computed.length === 0 ? [] : Object.fromEntries(computed.map((c) => [c.name, c.formula])),
      ...stated({ latency: wish.latency, refresh: wish.refresh, initialize: wish.initialize, clusterBy: wish.clusterBy.length === 0 ? null : wish.clusterBy })
    },
    tags: serving.meta.tags.value,
    protect: serving.meta.protect.value,
    ...live === null ? { wish } : {},
    ...onRequest === null ? {} : { onRequest }
  });
}
function liveReads(model, views) {
  const found = /* @__PURE__ */ new Map();
  const visit = (v) => {
    if (found.has(v.address)) return;
    found.set(v.address, v);
    for (const read of v.readsViews) visit(model.views.get(read));
  };
  views.forEach(visit);
  const plans = [...found.values()].map((v) => planView(model, v));
  const tables = mergeTables(plans.flatMap((p) => p.tables));
  const captures = [...new Map(plans.flatMap((p) => p.captures).map((c) => [c.address, c])).values()];
  const sources = unique([...tables.map((t) => t.table.source), ...plans.flatMap((p) => [...p.attributes, ...p.population.dimensions].map((a) => a.source))]);
  return {
    uses: [
      ...tables.map((t) => ({ on: t.table.address, columns: t.states.map((s) => s.name) })),
      ...captures.map((c) => ({ on: c.address, columns: c.source.columns.map((x) => x.name) }))
    ],
    usesSources: sources.map((s) => ({ on: s.address, columns: s.columns.map((c) => c.name) }))
  };
}
function onRequestOf(serving) {
  const columns2 = serving.computed.filter((c) => c.onRequest).map((c) => computedColumn(c, serving));
  return columns2.length === 0 ? null : { fields: serving.request, columns: columns2 };
}
function computedColumn(c, serving) {
  return { ...stored(c.name, c.type, null, c.dataHash, { description: c.description }), computed: computedTerm(c, serving) };
}
function computedTerm({ expr, name }, serving) {
  return mapLeaves(expr, (leaf) => {
    switch (leaf.kind) {
      case "feature":
        return field(serving.features.find((f) => f.feature === leaf.ref).as);
      case "point":
        return field("feature_time");
      case "request":
        return cast({ kind: "argument", name: leaf.name }, leaf.type);
      default:
        throw new InternalError(`the computed column '${name}' of ${serving.address} holds a '${leaf.kind}'`);
    }
  });
}

// compiler/lower/serving-query.ts
function servingQuery(model, serving) {
  const keys = model.entities.get(serving.entity).keys.map((k) => k.name);
  const wanted = serving.features.map((f) => ({ as: f.as, feature: model.catalog.features[f.feature] }));
  const views = [...groupBy(wanted, (w) => w.feature.view)].map(([view, of], i) => ({
    view: model.views.get(view),
    features: unique(of.map((w) => w.feature)),
    alias: `v${i + 1}`
  }));
  const several = views.length > 1;
  const parts = views.flatMap((v) => [pointPart(v, keys), { name: v.alias, of: rowsOf(v, keys, several ? views : [v]) }]);
  const last = several ? "merged" : views[0].alias;
  if (several) parts.push({ name: last, of: merged(views, keys) });
  const columns2 = [
    ...fields([...keys, "feature_time"], "r"),
    ...wanted.map((w) => named(w.as, several ? shownValue2(w.feature, views) : field(w.feature.column, "r"))),
    named("computed_at", field("computed_at", "r"))
  ];
  const where = several && keys.length === 0 ? [call("not", call("isNull", field("feature_time", "r")))] : [];
  return { kind: "with", parts, body: select(as("r", part(last)), columns2, { where }) };
}
function pointPart({ view, alias }, keys) {
  const at = field("feature_time", "s");
  const scan = { kind: "scan", of: view.address, columns: [...keys, "feature_time"] };
  return {
    name: `${alias}_point`,
    of: select(as("s", scan), [named("feature_time", aggregate("max", [at]))], {
      where: [call("lte", at, later(param("now"), -view.contract.availableAfter))]
    })
  };
}
function rowsOf(shown, keys, views) {
  const { view, features, alias } = shown;
  const at = field("feature_time", "s");
  const edge = later(param("now"), -2 * view.contract.every);
  const scan = { kind: "scan", of: view.address, columns: [...keys, "feature_time", ...features.map((f) => f.column), "computed_at"] };
  const branch = (fresh) => select(
    as("s", scan),
    [
      ...fields([...keys, "feature_time"], "s"),
      ...views.length > 1 ? views.map((v) => named(`_${v.alias}`, v === shown ? at : literal(null, time))) : [],
      ...views.flatMap((v) => v.features.map((f) => named(f.column, v === shown && fresh ? field(f.column, "s") : literal(null, f.type)))),
      named("computed_at", field("computed_at", "s"))
    ],
    {
      joins: [join("inner", "n", part(`${alias}_point`), [call("eq", at, field("feature_time", "n"))])],
      where: [fresh ? call("gte", at, edge) : call("lt", at, edge)]
    }
  );
  return { kind: "union", all: [branch(true), branch(false)] };
}
function merged(views, keys) {
  const u = (name) => field(name, "u");
  const value2 = (f, alias) => f.type.kind === "json" || f.type.kind === "flag" ? aggregate("argMax", [u(f.column), u(`_${alias}`)]) : aggregate("max", [u(f.column)]);
  const all2 = views.map((v) => {
    const names = ["feature_time", ...views.map((x) => `_${x.alias}`), ...views.flatMap((x) => x.features.map((f) => f.column)), "computed_at"];
    return select(as("s", part(v.alias)), fields([...keys, ...names], "s"));
  });
  const columns2 = [
    ...fields(keys, "u"),
    named("feature_time", aggregate("min", [u("feature_time")])),
    ...views.map((v) => named(`_${v.alias}`, aggregate("max", [u(`_${v.alias}`)]))),
    ...views.flatMap((v) => v.features.map((f) => named(f.column, value2(f, v.alias)))),
    named("computed_at", aggregate("max", [u("computed_at")]))
  ];
  return select(as("u", { kind: "union", all: all2 }), columns2, { groupBy: keys.map((k) => u(k)) });
}
function shownValue2(f, views) {
  const { alias } = views.find((v) => v.view.address === f.view);
  return choose(call("isNull", field(`_${alias}`, "r")), emptyTerm(f), field(f.column, "r"));
}

// compiler/lower/store-body.ts
function storeBody(model, plan, featureType) {
  const group2 = plan.groups.find((g) => g.featureType === featureType);
  const days = { name: "points", of: { kind: "series", name: "feature_time", every: day, first: param("from"), last: later(param("to"), -day) } };
  const views = group2.views.map((view, i) => ({ view, alias: `v${i + 1}` }));
  const parts = [
    days,
    ...views.map(({ view, alias }) => ({ name: alias, of: newestRows2(model, view, group2) })),
    { name: "grid", of: gridOf(model, views, group2) }
  ];
  const grain2 = [...group2.keys, "feature_time"];
  const columns2 = [
    named("feature_type", words(featureType)),
    named("feature_date", call("dateOf", field("feature_time", "g"))),
    ...plan.keys.map((k) => named(k.name, group2.keys.includes(k.name) ? field(k.name, "g") : literal(null, k.type))),
    ...plan.columns.map((c) => named(c.name, storeValue(c, views)))
  ];
  return {
    kind: "with",
    parts,
    body: select(as("g", part("grid")), columns2, { joins: views.map(({ alias }) => join("left", alias, part(alias), sameColumns("g", alias, grain2))) })
  };
}
function newestRows2(model, view, group2) {
  const own = columnsOfView(model, view).map((c) => c.feature.column);
  const columns2 = [...group2.keys, ...new Set(own)];
  const at = field("feature_time", "s");
  const scan = { kind: "scan", of: view.address, columns: [...columns2, "feature_time"] };
  return select(as("s", scan), [...fields(columns2, "s"), named("feature_time", field("feature_time", "p"))], {
    joins: [join("inner", "p", part("points"), [call("eq", at, bucketOf(field("feature_time", "p"), view.contract.every))])],
    where: [call("gte", at, later(param("from"), -view.contract.every)), call("lt", at, param("to"))]
  });
}
function gridOf(model, views, group2) {
  const grain2 = [...group2.keys, "feature_time"];
  const rows2 = views.map(({ alias }) => select(as("s", part(alias)), fields(grain2, "s")));
  const defined = model.entities.get(views[0].view.entity).definedBy !== null;
  if (rows2.length === 1 || defined && views.every((v) => v.view.contract.start === views[0].view.contract.start)) return rows2[0];
  return select(as("u", { kind: "union", all: rows2 }), fields(grain2, "u"), { distinct: true });
}
function storeValue(c, views) {
  const holder = views.find((v) => v.view.address === c.feature.view);
  if (holder === void 0) return literal(null, c.feature.type);
  const { alias, view } = holder;
  if (views.length === 1) return field(c.feature.column, alias);
  const missing3 = call("isNull", field("feature_time", alias));
  const start = view.contract.start;
  const empty = start === null ? emptyTerm(c.feature) : choose(call("gte", field("feature_time", "g"), instant(start)), emptyTerm(c.feature));
  return choose(missing3, empty, field(c.feature.column, alias));
}

// compiler/lower/index.ts
function lower(catalog) {
  const model = modelOf(catalog);
  const plans = catalog.views.map((v) => planView(model, v));
  const tiles = mergeTables(plans.flatMap((p) => p.tables));
  const captures = [...new Map(plans.flatMap((p) => p.captures).map((c) => [c.address, c])).values()];
  const stores = catalog.stores.map((s) => planStore(model, s));
  const causes = causesOf(plans);
  const views = plans.map((p) => viewResource(model, p));
  const grains = new Map(views.map((v) => [v.address, v.grain.hash]));
  const resources = [
    ...captures.map((c) => captureResource(c, causes(c.address))),
    ...tiles.map((t) => tileResource(t.table, t.states, causes(t.table.address))),
    ...views,
    ...stores.map((s) => storeResource(s, (v) => grains.get(v))),
    ...catalog.servings.map((s) => servingResource(model, s)),
    ...registryResources(catalog),
    ...monitoringResource(catalog, stores)
  ];
  const lowered = {
    desired: { project: catalog.project, resources },
    sources: model.sources,
    around: () => lowered,
    model,
    tiles: new Map(tiles.map((t) => [t.table.address, t])),
    captures: new Map(captures.map((c) => [c.address, c])),
    views: new Map(plans.map((p) => [p.view.address, p])),
    stores: new Map(stores.map((s) => [s.store.address, s])),
    servings: new Map(catalog.servings.map((s) => [s.address, s])),
    tests: dataTests(model, plans)
  };
  return lowered;
}
function causesOf(plans) {
  const pairs = plans.flatMap((p) => [...p.tables.map((t) => t.table.address), ...p.captures.map((c) => c.address)].map((on) => ({ on, view: p.view.address })));
  const byResource = groupBy(pairs, (p) => p.on);
  return (of) => (byResource.get(of) ?? []).map((p) => p.view);
}
function bodyOf(whole, request) {
  const { of, columns: columns2 } = request;
  const lowered = whole.around(of, columns2);
  const { model } = lowered;
  const tile = lowered.tiles.get(of);
  if (tile !== void 0)
    return tileBody(
      tile.table,
      tile.states.filter((s) => columns2.includes(s.name))
    );
  const capture = lowered.captures.get(of);
  if (capture !== void 0) return captureBody(capture, columns2);
  const view = lowered.views.get(of);
  if (view !== void 0)
    return viewBody(model, view, {
      features: view.view.features.filter((f) => columns2.includes(model.catalog.features[f].column)),
      first: request.first,
      bulk: request.bulk,
      continues: request.continues ?? false
    });
  const store = lowered.stores.get(of);
  if (store !== void 0) return storeBody(model, store, request.featureType ?? store.groups[0].featureType);
  const serving = lowered.servings.get(of);
  if (serving?.mode === "live") return liveBody(model, serving);
  if (serving !== void 0) return request.current === true ? servingQuery(model, serving) : servingBody(model, serving);
  if (of === "report.monitoring") return monitoringBody([...lowered.stores.values()]);
  throw new InternalError(`${of} has no rows of ours`);
}

export {
  lengthAtPoints,
  aggregates,
  aggregateType,
  typeOf,
  happened,
  effectiveKnown,
  wholeRow,
  tileTimes,
  tileBody,
  scanTiles,
  sealed,
  lower,
  bodyOf
};
