import {
  aggregateType,
  aggregates,
  lengthAtPoints,
  typeOf
} from "./.run-11631-CM6XSXNZ.mjs";
import {
  chooseServing
} from "./.run-11631-US5INWMG.mjs";
import {
  call,
  cast,
  functions,
  integer,
  literal,
  parseDay,
  parseInstant,
  unique
} from "./.run-11631-TVGWGQNI.mjs";
import {
  aggregateNames,
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
  isExact,
  isNumeric,
  sameType,
  text,
  time,
  typeName
} from "./.run-11631-54NLZVMI.mjs";
import {
  day,
  formatDuration,
  parseDuration
} from "./.run-11631-RVSCCG2V.mjs";
import {
  topological
} from "./.run-11631-LAFSTCOQ.mjs";
import {
  address,
  featureAddress,
  parseAddress,
  shortName
} from "./.run-11631-QSF34EBB.mjs";
import {
  nearest
} from "./.run-11631-ZQTCH5XM.mjs";
import {
  canonical,
  hashText
} from "./.run-11631-6HWLSQNM.mjs";
import {
  InternalError,
  absurd,
  diagnostic,
  hasErrors
} from "./.run-11631-OFZZUDX7.mjs";

// compiler/analyze/mistakes.ts
function collectMistakes() {
  const list = [];
  return { list, at: (place) => (code, params) => void list.push(diagnostic(code, params, place)) };
}
function reportUnknown(report, what, name, where, known) {
  report("F211", { what, name, where, near: nearest(name, known) });
}
function shown(value) {
  if (value === null || value === void 0) return "missing";
  if (typeof value === "string") return `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

// compiler/analyze/names.ts
function indexNames(project) {
  const of = (kind) => {
    const found = /* @__PURE__ */ new Map();
    for (const d of project.definitions) {
      if (d.definition.kind === kind && !found.has(d.definition.name)) found.set(d.definition.name, d);
    }
    return found;
  };
  const views = of("view");
  const features = /* @__PURE__ */ new Map();
  const current = /* @__PURE__ */ new Map();
  const featuresOf = /* @__PURE__ */ new Map();
  for (const view of views.values()) {
    const own = view.definition.features.flatMap((_, i) => declaredFeatures(view, i, current));
    featuresOf.set(view.definition.name, own);
    for (const f of own) if (!features.has(f.address)) features.set(f.address, f);
  }
  return {
    config: project.config,
    entities: of("entity"),
    sources: of("source"),
    views,
    stores: of("store"),
    servings: of("serving"),
    datasets: of("dataset"),
    models: of("model"),
    monitors: of("monitor"),
    features,
    current,
    featuresOf
  };
}
function declaredFeatures(view, index, current) {
  const { entity } = view.definition;
  const { name, expr, meta, versionMeta } = view.definition.features[index];
  const plain = featureAddress(entity, name);
  const member = view.members[name];
  const place = { span: member?.span ?? view.span, address: plain };
  const description = meta.description ?? member?.description ?? null;
  if (expr.kind !== "versions") return [{ address: plain, view, entity, name, column: name, version: null, expr, meta, description, place }];
  const numbers = Object.keys(expr.of);
  const shown2 = expr.current ?? highest(numbers);
  if (shown2 !== null) current.set(plain, featureAddress(entity, name, Number(shown2)));
  return numbers.map((n) => {
    const own = versionMeta?.[n];
    const versioned = featureAddress(entity, name, Number(n));
    return {
      address: versioned,
      view,
      entity,
      name,
      column: `${name}__v${n}`,
      version: Number(n),
      expr: expr.of[n],
      meta: own === void 0 ? meta : { ...meta, ...own },
      description: own?.description ?? description,
      place: { span: place.span, address: versioned }
    };
  });
}
function highest(numbers) {
  return numbers.reduce((best, n) => best === null || Number(n) > Number(best) ? n : best, null);
}
function featureOf(names, ref) {
  return names.features.get(names.current.get(ref) ?? ref) ?? null;
}
function placeOf(d) {
  return { span: d.span, address: d.address };
}
function placeOfMember(d, member) {
  return { span: d.members[member]?.span ?? d.span, address: d.address };
}
function sourceName(source) {
  return source.slice("source.".length);
}
function entityAddress(name) {
  return address("entity", name);
}

// compiler/analyze/bind-expression.ts
var roleWords = {
  feature: "a feature",
  row: "a row-level expression",
  lookup: "a lookup",
  label: "a label",
  computed: "a computed column"
};
var allowed = {
  feature: ["window", "asOf", "feature", "lookup", "point"],
  row: ["column"],
  lookup: ["feature", "point"],
  label: ["window", "column"],
  computed: ["feature", "point", "request"]
};
function bindExpression(expr, role, b) {
  if (role === "row" && b.goodRows?.has(expr)) return expr;
  if (!checkNodes(expr, role, b)) return null;
  if (role === "row") {
    b.goodRows?.add(expr);
    return expr;
  }
  return mapLeaves(expr, (leaf) => resolve(leaf, b));
}
function resolve(leaf, b) {
  if (leaf.kind === "feature") {
    const ref = b.names.current.get(leaf.ref);
    return ref === void 0 ? leaf : { ...leaf, ref };
  }
  if (leaf.kind !== "lookup") return leaf;
  const keys = {};
  for (const [key, expr] of Object.entries(leaf.keys)) keys[key] = mapLeaves(expr, (l) => resolve(l, b));
  return { ...leaf, keys, of: mapLeaves(leaf.of, (l) => resolve(l, b)) };
}
function checkNodes(n, role, b) {
  switch (n.kind) {
    case "literal":
      return checkLiteral(n, b.report);
    case "call": {
      const known = Object.hasOwn(functions, n.fn);
      if (!known) reportUnknown(b.report, "function", String(n.fn), "", Object.keys(functions));
      return all(n.args, role, b) && known;
    }
    case "cast":
    case "json":
    case "case":
      return all(childrenOf(n), role, b);
    case "raw":
      return checkBodies(n, b.report) && all(childrenOf(n), role, b) && checkInputs(n, b.report);
    default:
      return checkLeaf(n, role, b);
  }
}
function all(parts, role, b) {
  let good = true;
  for (const part of parts) good = checkNodes(part, role, b) && good;
  return good;
}
function checkLiteral(l, report) {
  const good = l.value === null || typeof l.value === "string" || typeof l.value === "boolean" || typeof l.value === "number" && Number.isFinite(l.value);
  if (!good) report("F202", { found: shown(l.value), expected: "a text, a finite number, true, false or null" });
  return good;
}
function checkBodies(n, report) {
  const missing = ["snowflake", "duckdb"].find((d) => !Array.isArray(n.bodies[d]) || n.bodies[d].length === 0);
  if (missing !== void 0) report("F209", { found: `has no body for ${missing}` });
  return missing === void 0;
}
function checkInputs(n, report) {
  const inputs = (parts) => [...new Set(parts.filter((p) => typeof p !== "string").map((p) => JSON.stringify(p)))].toSorted().join();
  const same = inputs(n.bodies.snowflake) === inputs(n.bodies.duckdb);
  if (!same) report("F209", { found: "reads other inputs in one dialect than in the other" });
  return same;
}
function checkLeaf(leaf, role, b) {
  if (leaf.kind === "invalid") {
    b.report("F202", { found: leaf.found, expected: leaf.expected });
    return false;
  }
  if (leaf.kind === "versions") {
    b.report("F210", { found: "stand inside an expression" });
    return false;
  }
  if (!Object.hasOwn(leafWords, leaf.kind)) {
    b.report("F202", { found: shown(leaf), expected: "an expression" });
    return false;
  }
  if (!allowed[role].includes(leaf.kind)) {
    b.report("F213", { what: leafWords[leaf.kind](leaf), role: roleWords[role] });
    return false;
  }
  switch (leaf.kind) {
    case "column":
      return checkColumn(leaf, b);
    case "window":
      return checkWindow(leaf, b);
    case "asOf":
      return bindExpression(leaf.of, "row", b) !== null;
    case "feature":
      return checkFeature(leaf.ref, b);
    case "lookup":
      return checkLookup(leaf, role, b);
    case "point":
    case "request":
      return true;
  }
}
var leafWords = {
  column: (l) => `the row-level column '${l.name}' of '${sourceName(l.source)}'`,
  window: (l) => `${l.aggregate} over a window`,
  asOf: () => "an attribute by asOf",
  feature: (l) => `the feature '${l.ref.replace(/^feature\./, "")}'`,
  lookup: (l) => `a lookup of '${l.entity.replace(/^entity\./, "")}'`,
  point: () => "the point in time",
  request: (l) => `the request field '${l.name}'`
};
function checkSource(address2, b) {
  const name = sourceName(address2);
  if (b.names.sources.has(name)) return true;
  reportUnknown(b.report, "source", name, ", or it is not exported", b.names.sources.keys());
  return false;
}
function checkColumn(leaf, b) {
  if (!checkSource(leaf.source, b)) return false;
  const source = b.names.sources.get(sourceName(leaf.source)).definition;
  if (Object.hasOwn(source.columns, leaf.name)) return true;
  reportUnknown(b.report, "column", leaf.name, ` in source '${source.name}'`, Object.keys(source.columns));
  return false;
}
function checkWindow(w, b) {
  let good = checkSource(w.source, b);
  if (!aggregateNames.includes(w.aggregate)) {
    reportUnknown(b.report, "aggregate", String(w.aggregate), "", aggregateNames);
    good = false;
  }
  if (w.length !== "lifetime" && !(Number.isSafeInteger(w.length) && w.length > 0)) {
    b.report("F203", { option: "over", found: shown(w.length) });
    good = false;
  }
  if (!(Number.isSafeInteger(w.offset) && w.offset >= 0)) {
    b.report("F203", { option: "offset", found: shown(w.offset) });
    good = false;
  }
  if (w.of !== null) good = bindExpression(w.of, "row", b) !== null && good;
  if (w.where !== null) good = bindExpression(w.where, "row", b) !== null && good;
  return good;
}
function checkFeature(ref, b) {
  if (featureOf(b.names, ref) !== null) return true;
  const name = parseAddress(ref)?.name ?? ref;
  const entity = name.slice(0, name.indexOf("."));
  const short = name.slice(name.indexOf(".") + 1);
  const versioned = /@\d+$/.exec(ref)?.[0] ?? "";
  const siblings = [...b.names.views.values()].filter((v) => v.definition.entity === entity).flatMap((v) => v.definition.features.map((f) => f.name));
  reportUnknown(b.report, "feature", `${short}${versioned}`, ` of entity '${entity}', or its view is not exported`, siblings);
  return false;
}
function checkLookup(leaf, role, b) {
  const name = leaf.entity.replace(/^entity\./, "");
  const entity = b.names.entities.get(name);
  if (entity === void 0) reportUnknown(b.report, "entity", name, ", or it is not exported", b.names.entities.keys());
  const keys = all(Object.values(leaf.keys), role, b);
  const of = checkNodes(leaf.of, "lookup", b);
  return entity !== void 0 && keys && of;
}

// compiler/analyze/reads.ts
function readsOf(expr, entity, s) {
  const features = /* @__PURE__ */ new Map();
  const columns = /* @__PURE__ */ new Map();
  const addColumn = (source, column, how) => {
    if (column !== null && column !== void 0) columns.set(`${source}#${column} ${how}`, { source, column, how });
  };
  const addRow = (row, how) => {
    if (row !== null) {
      for (const l of leavesOf(row)) if (l.kind === "column") addColumn(l.source, l.name, how);
    }
  };
  const addSource = (source, keys) => {
    const on = keys === null ? source.entities.find((e) => e.entity === entity)?.on ?? [] : Object.values(keys);
    for (const column of on) addColumn(source.address, column, "key");
    for (const column of [source.eventTime, source.validFrom, source.validTo, source.knownTime?.column]) addColumn(source.address, column, "time");
    addColumn(source.address, source.deletedWhen, "filter");
    for (const column of [...source.form === "snapshot" ? [] : source.rowKey, source.rowVersion]) addColumn(source.address, column, "filter");
  };
  const visit = (n, how) => {
    for (const l of leavesOf(n)) {
      if (l.kind === "feature") features.set(`${l.ref} ${how}`, { ref: l.ref, how });
      else if (l.kind === "column") addColumn(l.source, l.name, how);
      else if (l.kind === "window") {
        addRow(l.of, how);
        addRow(l.where, "filter");
        addSource(s.sources.get(l.source), l.keys);
      } else if (l.kind === "asOf") {
        addRow(l.of, how);
        const column = leavesOf(l.of).find((x) => x.kind === "column");
        if (column !== void 0) addSource(s.sources.get(column.source), column.keys);
      } else if (l.kind === "lookup") {
        for (const key of Object.values(l.keys)) visit(key, "key");
        visit(l.of, how);
      }
    }
  };
  visit(expr, "value");
  return { features: [...features.values()], columns: [...columns.values()] };
}
function featuresIn(expr) {
  const found = /* @__PURE__ */ new Set();
  const visit = (n) => {
    for (const l of leavesOf(n)) {
      if (l.kind === "feature") found.add(l.ref);
      else if (l.kind === "lookup") {
        Object.values(l.keys).forEach(visit);
        visit(l.of);
      }
    }
  };
  visit(expr);
  return [...found];
}

// compiler/analyze/bind-features.ts
function bindFeatures(names, mistakes) {
  const byAddress2 = /* @__PURE__ */ new Map();
  const goodRows = /* @__PURE__ */ new Set();
  for (const view of names.views.values()) {
    checkVersions(view, mistakes);
    if (view.definition.features.length === 0) {
      mistakes.at(placeOfMember(view, "features"))("F201", { option: "features", found: "empty", expected: "at least one feature" });
    }
    if (!checkEntity(view, names, mistakes)) continue;
    for (const declared of names.featuresOf.get(view.definition.name)) {
      const expr = bindExpression(declared.expr, "feature", { names, report: mistakes.at(declared.place), goodRows });
      if (expr !== null) byAddress2.set(declared.address, { declared, expr, reads: featuresIn(expr) });
    }
  }
  const { order, cycles } = topological(byAddress2.keys(), (a) => byAddress2.get(a).reads);
  for (const loop of cycles) mistakes.at(byAddress2.get(loop[0]).declared.place)("F310", { loop: loop.map(shortName) });
  return { byAddress: byAddress2, order: cycles.length > 0 ? [] : order.map((a) => byAddress2.get(a)), views: orderViews(names, byAddress2, cycles.length > 0, mistakes) };
}
function checkEntity(view, names, mistakes) {
  const { entity, name } = view.definition;
  if (names.entities.has(entity)) return true;
  const report = mistakes.at(placeOfMember(view, "entity"));
  if (entity === "") report("F201", { option: "entity", found: "missing", expected: `the entity that '${name}' describes` });
  else reportUnknown(report, "entity", entity, `, or it is not exported (view '${name}')`, names.entities.keys());
  return false;
}
function checkVersions(view, mistakes) {
  for (const { name, expr } of view.definition.features) {
    if (expr.kind !== "versions") continue;
    const report = mistakes.at(placeOfMember(view, name));
    const numbers = Object.keys(expr.of);
    const bad = numbers.find((n) => !/^[1-9]\d{0,5}$/.test(n));
    if (numbers.length === 0) report("F210", { found: "hold nothing" });
    else if (bad !== void 0) report("F210", { found: `are numbered '${bad}', which is no positive integer` });
    else if (expr.current !== null && !numbers.includes(expr.current)) {
      report("F210", { found: `show '${expr.current}' as the current one, but there are ${numbers.join(", ")}` });
    }
  }
}
function orderViews(names, byAddress2, cyclic, mistakes) {
  const reads = /* @__PURE__ */ new Map();
  for (const view of names.views.values()) reads.set(view.address, /* @__PURE__ */ new Set());
  for (const f of byAddress2.values()) {
    const own = reads.get(f.declared.view.address);
    for (const ref of f.reads) {
      const view = byAddress2.get(ref)?.declared.view.address;
      if (view !== void 0 && view !== f.declared.view.address) own.add(view);
    }
  }
  const { order, cycles } = topological(reads.keys(), (v) => reads.get(v));
  const byView = new Map([...names.views.values()].map((v) => [v.address, v]));
  if (!cyclic) {
    for (const loop of cycles) mistakes.at({ span: byView.get(loop[0]).span, address: loop[0] })("F311", { loop: loop.map(shortName) });
  }
  const position = new Map(order.map((v, i) => [v, i]));
  return order.map((v) => ({ view: byView.get(v), reads: [...reads.get(v)].toSorted((a, b) => position.get(a) - position.get(b)) }));
}

// compiler/analyze/bind-names.ts
var identifier = /^[A-Za-z_][A-Za-z0-9_]{0,199}$/;
var versionSuffix = /__v\d+$/i;
var reserved = /* @__PURE__ */ new Set([
  "feature_time",
  "feature_date",
  "feature_type",
  "computed_at",
  "point",
  "event_tile",
  "known_tile",
  "event_time",
  "known_time",
  "valid_from_point"
]);
function bindNames(project, names, mistakes) {
  const seen = /* @__PURE__ */ new Map();
  for (const d of project.definitions) {
    const { kind, name, options } = d.definition;
    const report = mistakes.at(placeOf(d));
    reportProblems(d, options, mistakes);
    checkDefinitionName(kind, name, report);
    once(seen, kind, deployed.has(kind) ? "deployed " : `${kind} `, name, "", report);
    const from = options.renamedFrom;
    if (from !== void 0 && isDeclared(project, kind, from)) report("F208", { what: kind, name, from });
  }
  for (const entity of names.entities.values()) {
    checkMembers("key", entity.definition.keys, (member) => mistakes.at(placeOfMember(entity, member)));
  }
  for (const source of names.sources.values()) {
    checkMembers("column", source.definition.columns, (member) => mistakes.at(placeOfMember(source, member)));
  }
  bindFeatureNames(names, mistakes);
}
function reportProblems(d, options, mistakes) {
  for (const p of options.problems ?? []) {
    const report = mistakes.at(placeOfMember(d, memberOf(d, p.path)));
    report("F201", { option: p.path || d.definition.kind, found: p.found, expected: p.expected });
  }
}
function memberOf(d, path) {
  return [path, path.slice(path.lastIndexOf(".") + 1), path.slice(0, Math.max(0, path.indexOf(".")))].find((m) => m in d.members) ?? path;
}
function checkDefinitionName(kind, name, report) {
  if (kind === "model") {
    if (name.trim() === "") report("F205", { what: kind, name });
    return;
  }
  const parts = kind === "source" ? name.split(".") : [name];
  if (parts.length > 3 || !parts.every((p) => identifier.test(p))) report("F205", { what: kind, name });
}
function isDeclared(project, kind, name) {
  return project.definitions.some((d) => d.definition.kind === kind && d.definition.name === name);
}
var deployed = /* @__PURE__ */ new Set(["view", "store", "serving", "dataset"]);
function once(seen, what, scope, name, where, report) {
  const key = `${scope}${name.toLowerCase()}`;
  const other = seen.get(key);
  if (other === void 0) seen.set(key, { what, name });
  else report("F207", { what, name, other: other.name, where: other.what === what ? where : `, once as a ${other.what}` });
}
function checkMembers(what, columns, reportOf) {
  const seen = /* @__PURE__ */ new Map();
  for (const [name, column] of Object.entries(columns)) {
    const report = reportOf(name);
    if (!identifier.test(name)) report("F205", { what, name });
    if (what === "key" && reserved.has(name.toLowerCase())) report("F206", { what, name, why: "deployed tables have a column of that name" });
    once(seen, what, "", name, "", report);
    if (column.renamedFrom !== null && column.renamedFrom in columns) report("F208", { what, name, from: column.renamedFrom });
  }
}
function bindFeatureNames(names, mistakes) {
  const seen = /* @__PURE__ */ new Map();
  for (const view of names.views.values()) {
    const entity = names.entities.get(view.definition.entity)?.definition;
    const keys = new Set(Object.keys(entity?.keys ?? {}).map((k) => k.toLowerCase()));
    for (const feature of view.definition.features) {
      const { name, meta } = feature;
      const place = { span: view.members[name]?.span ?? view.span, address: `feature.${view.definition.entity}.${name}` };
      const report = mistakes.at(place);
      for (const p of [...meta.problems ?? [], ...Object.values(feature.versionMeta ?? {}).flatMap((m) => m.problems ?? [])]) {
        report("F201", { option: p.path, found: p.found, expected: p.expected });
      }
      if (!identifier.test(name)) report("F205", { what: "feature", name });
      if (reserved.has(name.toLowerCase())) report("F206", { what: "feature", name, why: "deployed tables have a column of that name" });
      else if (keys.has(name.toLowerCase())) report("F206", { what: "feature", name, why: `it is a key of '${view.definition.entity}'` });
      else if (versionSuffix.test(name)) report("F206", { what: "feature", name, why: "names that end in __v and a number are columns of versions" });
      once(seen, "feature", `${view.definition.entity}.`, name, ` for entity '${view.definition.entity}'`, report);
      const from = meta.renamedFrom;
      if (from !== void 0 && names.featuresOf.get(view.definition.name) !== void 0 && existsFeature(names, view.definition.entity, from)) {
        report("F208", { what: "feature", name, from });
      }
    }
  }
}
function existsFeature(names, entity, name) {
  return names.features.has(`feature.${entity}.${name}`) || names.current.has(`feature.${entity}.${name}`);
}

// compiler/analyze/inherit.ts
function nearestOf(levels, key) {
  for (const level of levels) {
    const value = level.options[key];
    if (value !== void 0) return { value, from: level.from };
  }
  return null;
}
function inheritMeta(own, description, levels) {
  return {
    description: { value: description, from: description === null ? "builtin" : own },
    owner: nearestOf(levels, "owner") ?? { value: null, from: "builtin" },
    tags: nearestOf(levels, "tags") ?? { value: [], from: "builtin" },
    deprecated: nearestOf(levels, "deprecated") ?? { value: null, from: "builtin" },
    protect: nearestOf(levels, "protect") ?? { value: false, from: "builtin" }
  };
}
function configLevel(config) {
  return { from: "config", options: config.defaults };
}
function declaredMeta(d, config, outer = []) {
  const { options } = d.definition;
  return inheritMeta(d.address, options.description ?? d.description, [{ from: d.address, options }, ...outer, configLevel(config)]);
}

// compiler/analyze/options.ts
function durationOption(option, given, report) {
  if (given === null || given === void 0) return null;
  const seconds = parseDuration(given);
  if (seconds === null && given !== "0s" && given !== "0d") report("F203", { option, found: shown(given) });
  return seconds;
}
function instantOption(option, given, report) {
  if (given === null || given === void 0) return null;
  const instant = parseInstant(given);
  if (instant === null) report("F204", { option, found: shown(given) });
  return instant?.iso ?? null;
}

// compiler/analyze/bind-sources.ts
function bindEntities(names, mistakes) {
  return [...names.entities.values()].map((d) => {
    const { definition } = d;
    const defining = [...names.sources.values()].filter((s) => s.definition.defines.includes(definition.name));
    if (defining.length > 1) mistakes.at(placeOf(defining[1]))("F306", { entity: definition.name, sources: defining.map((s) => s.definition.name) });
    for (const [key, column] of Object.entries(definition.keys)) {
      if (!isExactKey(column.type)) mistakes.at(placeOfMember(d, key))("F307", { source: definition.name, type: typeName(column.type), key });
    }
    return {
      address: d.address,
      name: definition.name,
      span: d.span,
      meta: declaredMeta(d, names.config),
      renamedFrom: definition.options.renamedFrom === void 0 ? null : entityAddress(definition.options.renamedFrom),
      keys: Object.entries(definition.keys).map(([name, c]) => ({ name, type: c.type })),
      definedBy: defining[0]?.address ?? null
    };
  });
}
function isExactKey(t) {
  return t.kind !== "float" && t.kind !== "json";
}
function bindSources(names, mistakes) {
  return [...names.sources.values()].map((d) => {
    const { definition: s } = d;
    const report = mistakes.at(placeOf(d));
    const column = (option, name, kind) => columnOption(d, option, name, kind, mistakes);
    checkForm(d, mistakes);
    const list = (option, columns) => columns.filter((c) => column(option, c, "any") !== null);
    return {
      address: d.address,
      name: s.name,
      span: d.span,
      meta: declaredMeta(d, names.config),
      renamedFrom: s.options.renamedFrom === void 0 ? null : `source.${s.options.renamedFrom}`,
      form: s.form,
      columns: catalogColumns(d),
      entities: s.entities.flatMap((e) => bindMapping(d, e, names, mistakes) ?? []),
      defines: bindDefines(d, names, report),
      eventTime: column("eventTime", s.eventTime, "time"),
      validFrom: column("validFrom", s.validFrom, "time"),
      validTo: column("validTo", s.validTo, "time"),
      deletedWhen: column("deletedWhen", s.deletedWhen, "flag"),
      knownTime: s.knownTime === null || column("knownTime", s.knownTime.column, "time") === null ? null : {
        column: s.knownTime.column,
        trustedFrom: instantOption("knownTime.trustedFrom", s.knownTime.trustedFrom, mistakes.at(placeOfMember(d, "knownTime")))
      },
      lateness: durationOption("lateness", s.lateness, mistakes.at(placeOfMember(d, "lateness"))) ?? 0,
      freshness: durationOption("freshness", s.freshness, mistakes.at(placeOfMember(d, "freshness"))),
      historyFrom: instantOption("historyFrom", s.historyFrom, mistakes.at(placeOfMember(d, "historyFrom"))),
      tieBreak: list("tieBreak", s.tieBreak),
      rowKey: list("rowKey", s.rowKey),
      rowVersion: column("rowVersion", s.rowVersion, "order"),
      query: s.query === null ? null : bindQuery(s.query, names, report)
    };
  });
}
function checkForm(d, mistakes) {
  const { name: source, form, eventTime, validFrom, dedupe, rowKey } = d.definition;
  const report = mistakes.at(placeOf(d));
  if (form === "events" && eventTime === null) report("F304", { source, form, option: "eventTime" });
  if (form === "dimension" && validFrom === null) report("F304", { source, form, option: "validFrom" });
  if (form !== "snapshot" && rowKey.length > 0 && d.definition.knownTime === null && d.definition.rowVersion === null)
    mistakes.at(placeOfMember(d, "rowKey"))("F410", { source });
  if (rowKey.length > 0) return;
  const needing = { dedupe, rowVersion: d.definition.rowVersion, ...form === "events" ? { deletedWhen: d.definition.deletedWhen } : {} };
  for (const [option, given] of Object.entries(needing)) {
    if (given === null) continue;
    mistakes.at(placeOfMember(d, option))("F201", { option, found: "given without rowKey", expected: "the columns that identify a row: rowKey: [...]" });
  }
}
function catalogColumns(d) {
  return Object.entries(d.definition.columns).map(([name, c]) => ({ name, ...c, description: d.members[name]?.description ?? null }));
}
var columnTypes = {
  time: { kinds: ["time"], expected: "timestamp" },
  flag: { kinds: ["flag"], expected: "boolean" },
  order: { kinds: ["time", "date", "int", "decimal"], expected: "timestamp, date, integer or number" },
  any: { kinds: null, expected: "any type" }
};
function columnOption(d, option, name, kind, mistakes) {
  if (name === null) return null;
  const report = mistakes.at(placeOfMember(d, option));
  const { columns } = d.definition;
  const found = Object.hasOwn(columns, name) ? columns[name] : null;
  if (found === null) {
    reportUnknown(report, "column", name, ` in source '${d.definition.name}' ('${option}')`, Object.keys(columns));
    return null;
  }
  const { kinds, expected } = columnTypes[kind];
  if (kinds !== null && !kinds.includes(found.type.kind)) {
    report("F303", { option, column: name, found: typeName(found.type), expected });
    return null;
  }
  return name;
}
function bindMapping(d, mapping, names, mistakes) {
  const report = mistakes.at(placeOfMember(d, "entities"));
  const entity = names.entities.get(mapping.entity);
  if (entity === void 0) {
    reportUnknown(report, "entity", mapping.entity, ` (an entity of source '${d.definition.name}')`, names.entities.keys());
    return null;
  }
  const on = keyColumns(d.definition, entity.definition, mapping.on, `${d.definition.name}: on()`, report);
  const twice = d.definition.entities.find((e) => e.entity === mapping.entity) !== mapping;
  const where = ` by source '${d.definition.name}'; read its second role by source.by(...)`;
  if (twice) report("F207", { what: "entity", name: mapping.entity, other: mapping.entity, where });
  return on === null || twice ? null : { entity: entity.address, on };
}
function keyColumns(source, entity, on, where, report) {
  const extra = Object.keys(on).filter((k) => !(k in entity.keys));
  if (extra.length > 0) report("F326", { entity: entity.name, missing: [], extra, where });
  let good = extra.length === 0;
  const columns = Object.entries(entity.keys).map(([key, type]) => {
    const name = on[key] ?? (Object.keys(on).length === 0 && Object.hasOwn(source.columns, key) ? key : null);
    const column = name !== null && Object.hasOwn(source.columns, name) ? source.columns[name] : null;
    if (name === null) {
      if (Object.keys(on).length > 0) report("F326", { entity: entity.name, missing: [key], extra: [], where });
      else report("F301", { source: source.name, entity: entity.name, key, near: nearest(key, Object.keys(source.columns)) });
    } else if (column === null) {
      if (name === key) report("F301", { source: source.name, entity: entity.name, key, near: nearest(key, Object.keys(source.columns)) });
      else reportUnknown(report, "column", name, ` in source '${source.name}' (key '${key}' of '${entity.name}')`, Object.keys(source.columns));
    } else if (!sameType(column.type, type.type)) {
      report("F302", { source: source.name, entity: entity.name, key, column: name, found: typeName(column.type), expected: typeName(type.type) });
    } else return name;
    good = false;
    return "";
  });
  return good ? columns : null;
}
function bindDefines(d, names, report) {
  const { name: source, defines, entities } = d.definition;
  return defines.flatMap((name) => {
    if (entities.some((e) => e.entity === name)) return [entityAddress(name)];
    const near = nearest(name, names.entities.keys());
    if (names.entities.has(name)) report("F305", { source, entity: name });
    else report("F211", { what: "entity", name, where: ` (defined by source '${source}')`, near });
    return [];
  });
}
function bindQuery(query2, names, report) {
  const body = (parts) => (parts ?? []).flatMap((p) => typeof p === "string" ? p : bindExpression(p, "row", { names, report }) ?? []);
  for (const dialect of ["snowflake", "duckdb"]) {
    if ((query2[dialect] ?? []).length === 0) report("F209", { found: `has no body for ${dialect}` });
  }
  return { snowflake: body(query2.snowflake), duckdb: body(query2.duckdb) };
}

// compiler/analyze/config.ts
function checkConfig(project, mistakes) {
  const { config } = project;
  const report = mistakes.at({ span: project.configSpan, address: null });
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,99}$/.test(config.project)) report("F205", { what: "project", name: config.project });
  if (config.environments !== null && !config.environments.schema.includes("{env}")) {
    report("F201", { option: "environments.schema", found: shown(config.environments.schema), expected: "a pattern with '{env}'" });
  }
  durationOption("defaults.every", config.defaults.every, report);
}

// compiler/analyze/consumers.ts
function holdsOnly(entity, of, report) {
  return (what, found) => {
    if (found !== entity) report("F360", { what, entity: found, of, due: entity });
    return found === entity;
  };
}
function expandListed(listed, holds, what, versions, c, report) {
  return listed.flatMap((l) => {
    switch (l.kind) {
      case "invalid":
        report("F202", { found: l.found, expected: "a view, or a feature of a view" });
        return [];
      case "view":
        return expandView(l.view, holds, what, versions, c, report);
      case "feature": {
        const declared = featureOf(c.names, l.ref);
        if (declared === null) {
          const of = parseAddress(l.ref)?.name.split(".")[0];
          const known = [...c.names.features.values()].filter((f) => f.entity === of).map((f) => f.name);
          reportUnknown(report, "feature", shortName(l.ref), `, listed by ${what}`, known);
          return [];
        }
        if (!holds(`feature '${declared.name}'`, declared.entity)) return [];
        return [{ feature: declared.address, as: l.ref === declared.address ? declared.column : declared.name }];
      }
    }
  });
}
function expandView(name, holds, what, versions, c, report) {
  const view = c.names.views.get(name);
  if (view === void 0) {
    reportUnknown(report, "view", name, `, listed by ${what}`, c.names.views.keys());
    return [];
  }
  if (!holds(`view '${name}'`, view.definition.entity)) return [];
  return c.names.featuresOf.get(name).flatMap((f) => {
    const plain = { feature: f.address, as: f.name };
    if (f.version === null) return [plain];
    const current = c.names.current.get(featureAddress(f.entity, f.name)) === f.address;
    return [...versions === "all" ? [{ feature: f.address, as: f.column }] : [], ...current ? [plain] : []];
  });
}
function checkColumns(columns, where, report) {
  const seen = /* @__PURE__ */ new Set();
  for (const column of columns) {
    if (seen.has(column.toLowerCase())) report("F361", { column, where });
    seen.add(column.toLowerCase());
  }
}
function entityOf(d, c) {
  const { entity, name } = d.definition;
  if (c.names.entities.has(entity)) return entity;
  const report = c.mistakes.at(placeOfMember(d, "entity"));
  reportUnknown(report, "entity", entity, ` (of '${name}'), or it is not exported`, c.names.entities.keys());
  return null;
}
function bindStores(c) {
  return [...c.names.stores.values()].map((d) => {
    const { definition } = d;
    const groups = Object.entries(definition.views).map(([featureType, names]) => ({ featureType, views: storeViews(d, featureType, names, c) }));
    checkStoreColumns(
      d,
      groups.flatMap((g) => g.views),
      c
    );
    return {
      address: d.address,
      name: definition.name,
      span: d.span,
      meta: declaredMeta(d, c.names.config),
      groups,
      clusterBy: definition.clusterBy,
      physical: definition.physical ?? {},
      renamedFrom: definition.options.renamedFrom === void 0 ? null : `store.${definition.options.renamedFrom}`
    };
  });
}
function storeViews(d, group, names, c) {
  const report = c.mistakes.at(placeOfMember(d, "views"));
  const found = names.flatMap((name) => {
    const view = c.names.views.get(name);
    if (view === void 0) reportUnknown(report, "view", name, `, listed by store '${d.definition.name}'`, c.names.views.keys());
    return view ?? [];
  });
  const entities = [...new Set(found.map((v) => v.definition.entity))];
  if (entities.length > 1) report("F363", { store: d.definition.name, group, entities });
  return found.map((v) => v.address);
}
function checkStoreColumns(d, views, c) {
  const { name, clusterBy } = d.definition;
  const catalogViews = [...new Set(views)].flatMap((v) => c.views.get(v) ?? []);
  const keys = [...new Set(catalogViews.flatMap((v) => c.entities.get(v.entity).keys.map((k) => k.name)))];
  const features = catalogViews.flatMap((v) => [...v.features.map((f) => c.features.get(f).column), ...Object.keys(v.aliases)]);
  checkColumns([...keys, "feature_date", "feature_type", ...features], `store '${name}'`, c.mistakes.at(placeOf(d)));
  const repeated = views.find((v, i) => views.indexOf(v) !== i);
  if (repeated !== void 0) c.mistakes.at(placeOfMember(d, "views"))("F370", { store: name, view: shortName(repeated) });
  const candidates = [...keys, "feature_date", "feature_type"];
  for (const column of clusterBy) {
    if (!candidates.includes(column)) c.mistakes.at(placeOfMember(d, "clusterBy"))("F362", { column, candidates, near: nearest(column, candidates) });
  }
}
function entityLevel(entity, c) {
  const declared = c.names.entities.get(entity);
  return [{ from: declared.address, options: declared.definition.options }];
}

// compiler/analyze/checks.ts
function checkChecks(checks, t, report) {
  return checks.filter((c) => checkOne(c, t, report));
}
function checkOne(check, t, report) {
  const wrong = (expected) => {
    report("F347", { check: check.kind, type: typeName(t.type), expected });
    return false;
  };
  switch (check.kind) {
    case "notNull":
      return true;
    case "unique":
      return t.type.kind === "json" || t.type.kind === "float" ? wrong("values that are compared exactly") : true;
    case "between": {
      if (!isNumeric(t.type)) return wrong("numbers");
      if (Number.isFinite(check.min) && Number.isFinite(check.max) && check.min <= check.max) return true;
      report("F201", {
        option: "checks",
        found: `between(${shown(check.min)}, ${shown(check.max)})`,
        expected: "a lower bound and an upper bound that is no less"
      });
      return false;
    }
    case "matches":
      return t.type.kind === "text" ? true : wrong("texts");
    case "oneOf": {
      if (t.type.kind !== "text") return wrong("texts");
      const unknown = t.values === null ? void 0 : check.values.find((v) => !t.values.includes(v));
      if (unknown !== void 0) report("F342", { value: unknown, values: t.values, near: nearest(unknown, t.values) });
      return unknown === void 0;
    }
  }
}

// compiler/analyze/data-hash.ts
function dataHash(expr, type, scope) {
  return hashText(`feature 1 ${typeName(type)} ${meaning(expr, scope)}`);
}
function meaning(n, s) {
  switch (n.kind) {
    case "literal":
      return `${JSON.stringify(String(n.value))}${typeof n.value}:${typeName(n.type)}`;
    case "call":
      return `${n.fn}~${functions[n.fn].version}(${n.args.map((a) => meaning(a, s)).join()})`;
    case "cast":
      return `${n.lenient ? "try " : ""}cast(${meaning(n.of, s)} as ${typeName(n.type)})`;
    case "json":
      return `json(${meaning(n.of, s)} ${JSON.stringify(n.path)} ${typeName(n.type)})`;
    case "case":
      return `case(${n.arms.map(([w, t]) => `${meaning(w, s)}?${meaning(t, s)}`).join()}:${n.otherwise === null ? "" : meaning(n.otherwise, s)})`;
    case "raw": {
      const body = (parts) => parts.map((p) => typeof p === "string" ? JSON.stringify(p) : meaning(p, s)).join();
      return `raw(${typeName(n.type)} [${body(n.bodies.snowflake)}] [${body(n.bodies.duckdb)}])`;
    }
    default:
      return leafMeaning(n, s);
  }
}
function leafMeaning(n, s) {
  switch (n.kind) {
    case "column":
      return columnMeaning(s.sources.get(n.source), n.name);
    case "window":
      return windowMeaning(n, s);
    case "asOf":
      return asOfMeaning(n.of, s);
    case "feature":
      return featureMeaning(n.ref, s);
    case "lookup": {
      const keys = s.entities.get(n.entity).keys.map((k) => meaning(n.keys[k.name], s));
      return `at([${keys.join()}] ${meaning(n.of, { ...s, entity: n.entity })})`;
    }
    case "point":
      return "point";
    case "request":
      return `request(${n.name} ${typeName(n.type)})`;
    case "versions":
    case "invalid":
      return "";
    default:
      return absurd(n);
  }
}
function columnMeaning(source, name) {
  const column = source.columns.find((c) => c.name === name);
  return `column(${JSON.stringify(name)} ${typeName(column.type)})`;
}
function keyMeaning(source, roles, s) {
  const keys = s.entities.get(s.entity).keys;
  const on = roles === null ? source.entities.find((e) => e.entity === s.entity)?.on ?? [] : keys.map((k) => roles[k.name]);
  return JSON.stringify(on);
}
function windowMeaning(w, s) {
  const source = s.sources.get(w.source);
  const spec = aggregates[w.aggregate];
  const history = w.partial ? null : source.historyFrom;
  return `window(${[
    `${w.aggregate}~${spec.version}`,
    w.parameter,
    w.keepNulls,
    w.of === null ? "" : meaning(w.of, s),
    w.where === null ? "" : meaning(w.where, s),
    relationMeaning(source),
    keyMeaning(source, w.keys, s),
    lengthAtPoints(w, s.contract.accuracy),
    w.offset,
    source.eventTime,
    knownMeaning(source, s.contract),
    history,
    spec.ordered ? JSON.stringify(source.tieBreak) : "",
    versionsMeaning(source)
  ].join(";")})`;
}
function asOfMeaning(of, s) {
  const columns = columnLeaves(of);
  const first = columns[0];
  const source = s.sources.get(first.source);
  const fixed = source.form === "snapshot" ? columns.map((c) => source.columns.find((x) => x.name === c.name).fixed) : null;
  return `asOf(${[
    meaning(of, s),
    source.form,
    relationMeaning(source),
    keyMeaning(source, first.keys, s),
    source.validFrom,
    source.validTo,
    source.deletedWhen,
    knownMeaning(source, s.contract),
    JSON.stringify(source.tieBreak),
    versionsMeaning(source),
    JSON.stringify(fixed)
  ].join(";")})`;
}
function versionsMeaning(source) {
  const versioned = source.form !== "snapshot" && source.rowKey.length > 0;
  if (!versioned) return JSON.stringify(source.rowKey);
  return JSON.stringify([source.rowKey, source.rowVersion, source.knownTime?.column ?? null, source.tieBreak, source.deletedWhen]);
}
function columnLeaves(row) {
  const found = [];
  const visit = (n) => {
    if (n.kind === "column") found.push(n);
    else if (n.kind === "call") n.args.forEach(visit);
    else if (n.kind === "cast" || n.kind === "json") visit(n.of);
    else if (n.kind === "case") {
      n.arms.forEach(([w, t]) => (visit(w), visit(t)));
      if (n.otherwise !== null) visit(n.otherwise);
    } else if (n.kind === "raw") n.bodies.snowflake.forEach((p) => typeof p === "string" ? void 0 : visit(p));
  };
  visit(row);
  return found;
}
function relationMeaning(source) {
  return source.query === null ? source.address : canonical(source.query);
}
function knownMeaning(source, contract) {
  if (source.knownTime === null || contract.known === "corrected") return "";
  const { column, trustedFrom } = source.knownTime;
  return `${column}/${trustedFrom ?? ""}/${trustedFrom === null ? "" : source.lateness}`;
}
function featureMeaning(ref, s) {
  const read = s.feature(ref);
  const stale = s.contract.every % read.contract.every === 0 ? "" : `/${read.contract.every}`;
  return `feature(${read.dataHash}${stale})`;
}

// compiler/analyze/empty.ts
function emptyOf(n, s) {
  switch (n.kind) {
    case "literal":
      return n;
    case "call":
      return foldCall(
        n.fn,
        n.args.map((a) => emptyOf(a, s)),
        n.args,
        s
      );
    case "cast": {
      const of = emptyOf(n.of, s);
      return isNull(of) ? literal(null, n.type) : { ...n, of };
    }
    case "json":
      return literal(null, n.type);
    case "case":
      return foldCase(n, s);
    case "raw": {
      const body = (parts) => parts.map((p) => typeof p === "string" ? p : emptyOf(p, s));
      return { ...n, bodies: { snowflake: body(n.bodies.snowflake), duckdb: body(n.bodies.duckdb) } };
    }
    default:
      return emptyLeaf(n, s);
  }
}
function emptyLeaf(n, s) {
  if (n.kind === "window" && aggregates[n.aggregate].empty === "zero") return integer(0);
  if (n.kind === "feature") return s.feature(n.ref);
  if (n.kind === "lookup") return emptyOf(n.of, s);
  return n.kind === "request" ? n : literal(null, s.leaf(n));
}
function isNull(n) {
  return n.kind === "literal" && n.value === null;
}
var notStrict = /* @__PURE__ */ new Set(["and", "or", "isNull", "sameAs", "coalesce", "nullIf", "greatestKnown", "leastKnown", "in"]);
function foldCall(fn, args, before, s) {
  if (fn === "coalesce") {
    const known = args.filter((a) => !isNull(a));
    const first = known[0];
    return first === void 0 ? args[0] : first.kind === "literal" || known.length === 1 ? first : { kind: "call", fn, args: known };
  }
  if (fn === "isNull" && args[0].kind === "literal") return literal(isNull(args[0]), flag);
  if (!notStrict.has(fn) && args.some(isNull)) {
    return literal(null, typeOf({ kind: "call", fn, args: before }, s.leaf));
  }
  if (args.every((a) => a.kind === "literal") && (fn === "not" || fn === "and" || fn === "or")) return foldLogic(fn, args);
  return { kind: "call", fn, args };
}
function foldLogic(fn, args) {
  const values = args.map((a) => a.value);
  if (fn === "not") return literal(values[0] === null ? null : !values[0], flag);
  const decides = fn === "or";
  return literal(values.includes(decides) ? decides : values.includes(null) ? null : !decides, flag);
}
function foldCase(n, s) {
  const arms = [];
  for (const [when, then] of n.arms) {
    const condition = emptyOf(when, s);
    if (condition.kind === "literal") {
      if (condition.value !== true) continue;
      const chosen = emptyOf(then, s);
      return arms.length === 0 ? chosen : { kind: "case", arms, otherwise: chosen };
    }
    arms.push([condition, emptyOf(then, s)]);
  }
  const otherwise = n.otherwise === null ? null : emptyOf(n.otherwise, s);
  if (arms.length > 0) return { kind: "case", arms, otherwise };
  return otherwise ?? literal(null, typeOf(n, s.leaf));
}

// compiler/analyze/formula.ts
function formulaOf(expr) {
  if (expr.kind === "call" && expr.fn === "coalesce" && expr.args.length === 2 && expr.args[1].kind === "literal") {
    return `${formulaOf(expr.args[0])}, default ${literalText(expr.args[1])}`;
  }
  return render(expr, 0);
}
var infix = {
  or: ["or", 1],
  and: ["and", 2],
  eq: ["=", 4],
  ne: ["<>", 4],
  lt: ["<", 4],
  lte: ["<=", 4],
  gt: [">", 4],
  gte: [">=", 4],
  plus: ["+", 5],
  minus: ["-", 5],
  times: ["*", 6],
  divide: ["/", 6]
};
function render(n, rank) {
  switch (n.kind) {
    case "literal":
      return literalText(n);
    case "call":
      return renderCall(n.fn, n.args, rank);
    case "cast":
      return `${render(n.of, 9)} as ${typeName(n.type)}`;
    case "json":
      return `${render(n.of, 9)}.${n.path.join(".")}`;
    case "case":
      return renderCase(n);
    case "raw":
      return `sql(${n.bodies.snowflake.map((p) => typeof p === "string" ? p : render(p, 0)).join("").trim()})`;
    default:
      return renderLeaf(n, rank);
  }
}
function literalText(l) {
  return typeof l.value === "string" && (l.type.kind === "text" || l.type.kind === "date" || l.type.kind === "time") ? `'${l.value}'` : String(l.value);
}
function bracket(text2, due) {
  return due ? `(${text2})` : text2;
}
function renderCall(fn, args, rank) {
  const sign = infix[fn];
  if (sign !== void 0) return bracket(args.map((a, i) => render(a, sign[1] + (i > 0 ? 1 : 0))).join(` ${sign[0]} `), rank > sign[1]);
  switch (fn) {
    case "not":
      return isNullTest(args[0]) ?? bracket(`not ${render(args[0], 3)}`, rank > 3);
    case "isNull":
      return bracket(`${render(args[0], 5)} is null`, rank > 4);
    case "in":
      return bracket(
        `${render(args[0], 5)} in (${args.slice(1).map((a) => render(a, 0)).join(", ")})`,
        rank > 4
      );
    case "negate":
      return `-${render(args[0], 8)}`;
    case "elapsed":
      return `elapsed(${render(args[0], 0)} to ${render(args[1], 0)} in ${wordOf(args[2])})`;
    default:
      return `${fn}(${args.map((a) => render(a, 0)).join(", ")})`;
  }
}
function isNullTest(n) {
  return n.kind === "call" && n.fn === "isNull" ? `${render(n.args[0], 5)} is not null` : null;
}
function wordOf(n) {
  return n.kind === "literal" ? String(n.value) : render(n, 0);
}
function renderCase(n) {
  const arms = n.arms.map(([when, then]) => `when ${render(when, 0)} then ${render(then, 0)}`);
  return `case ${arms.join(" ")}${n.otherwise === null ? "" : ` otherwise ${render(n.otherwise, 0)}`} end`;
}
function renderLeaf(n, rank) {
  switch (n.kind) {
    case "column":
      return `${lastPart(sourceName(n.source))}.${n.name}`;
    case "window":
      return bracket(renderWindow(n), rank > 0);
    case "asOf":
      return `asOf(${render(n.of, 0)})`;
    case "feature":
      return shortName(n.ref) + (/@\d+$/.exec(n.ref)?.[0] ?? "");
    case "lookup": {
      const keys = Object.entries(n.keys).map(([key, expr]) => `${key}: ${render(expr, 0)}`);
      return `${shortName(n.entity)}.at({ ${keys.join(", ")} }, ${render(n.of, 0)})`;
    }
    case "point":
      return "the point";
    case "request":
      return `request.${n.name}`;
    case "versions":
    case "invalid":
      return "?";
    default:
      return absurd(n);
  }
}
function lastPart(source) {
  return source.slice(source.lastIndexOf(".") + 1);
}
function renderWindow(w) {
  const table = lastPart(sourceName(w.source));
  const inner = [w.of === null ? table : render(w.of, 0), ...w.parameter === null ? [] : [String(w.parameter)], ...w.keepNulls ? ["keepNulls"] : []];
  const role = w.keys === null ? "" : ` by ${Object.entries(w.keys).map(([key, column]) => `${key} = ${column}`).join(", ")}`;
  const where = w.where === null ? "" : ` where ${render(w.where, 0)}`;
  const span = w.length === "lifetime" ? "lifetime" : formatDuration(w.length);
  const offset = w.offset === 0 ? "" : ` before the last ${formatDuration(w.offset)}`;
  return `${w.aggregate}(${inner.join(", ")})${role}${where} over ${span}${offset}${w.partial ? ", partial history" : ""}`;
}

// compiler/analyze/grain.ts
function checkGrain(expr, scope) {
  let good = true;
  for (const leaf of leavesOf(expr)) good = checkLeaf2(leaf, scope) && good;
  return good;
}
function checkLeaf2(leaf, scope) {
  switch (leaf.kind) {
    case "window":
      return checkWindow2(leaf, scope);
    case "asOf":
      return checkAsOf(leaf.of, scope);
    case "feature":
      return checkFeature2(leaf.ref, scope);
    case "lookup":
      return checkLookup2(leaf, scope);
    default:
      return true;
  }
}
function columnsIn(row) {
  return row === null ? [] : leavesOf(row).filter((l) => l.kind === "column");
}
function checkWindow2(w, scope) {
  const { report } = scope;
  const source = scope.names.sources.get(sourceName(w.source)).definition;
  if (source.form !== "events") {
    report("F322", { source: source.name, form: source.form, aggregate: w.aggregate });
    return false;
  }
  const values = columnsIn(w.of);
  const foreign = values.find((c) => c.source !== w.source);
  if (foreign !== void 0) {
    report("F320", { one: source.name, other: sourceName(foreign.source) });
    return false;
  }
  const condition = columnsIn(w.where).find((c) => c.source !== w.source);
  if (condition !== void 0) {
    report("F321", { one: source.name, other: sourceName(condition.source) });
    return false;
  }
  if (w.of !== null && values.length === 0) {
    report("F328", { what: w.aggregate });
    return false;
  }
  if (![...values, ...columnsIn(w.where)].every((c) => c.keys === null || sameKeys(c.keys, w.keys))) {
    report("F327", { source: source.name });
    return false;
  }
  return describes(w.source, w.keys, scope);
}
function checkAsOf(of, scope) {
  const columns = columnsIn(of);
  const first = columns[0];
  if (first === void 0) {
    scope.report("F328", { what: "asOf" });
    return false;
  }
  const source = scope.names.sources.get(sourceName(first.source)).definition;
  const foreign = columns.find((c) => c.source !== first.source);
  if (foreign !== void 0) {
    scope.report("F320", { one: source.name, other: sourceName(foreign.source) });
    return false;
  }
  if (source.form === "events") {
    scope.report("F323", { source: source.name });
    return false;
  }
  if (!columns.every((c) => sameKeys(c.keys, first.keys))) {
    scope.report("F327", { source: source.name });
    return false;
  }
  return describes(first.source, first.keys, scope);
}
function sameKeys(a, b) {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((n) => a[n] === b[n]);
}
function describes(address2, keys, scope) {
  const source = scope.names.sources.get(sourceName(address2)).definition;
  const entity = scope.names.entities.get(scope.entity).definition;
  if (keys !== null) return keyColumns(source, entity, keys, `${source.name}: by()`, scope.report) !== null;
  if (source.entities.some((e) => e.entity === scope.entity)) return true;
  scope.report("F324", { source: source.name, entity: scope.entity, holds: source.entities.map((e) => e.entity) });
  return false;
}
function checkFeature2(ref, scope) {
  const feature = featureOf(scope.names, ref);
  if (feature.entity === scope.entity) return true;
  scope.report("F325", { feature: feature.name, of: feature.entity, entity: scope.entity });
  return false;
}
function checkLookup2(leaf, scope) {
  const name = leaf.entity.replace(/^entity\./, "");
  const due = Object.keys(scope.names.entities.get(name).definition.keys);
  const missing = due.filter((k) => !(k in leaf.keys));
  const extra = Object.keys(leaf.keys).filter((k) => !due.includes(k));
  if (missing.length > 0 || extra.length > 0) scope.report("F326", { entity: name, missing, extra, where: "the lookup" });
  let good = missing.length === 0 && extra.length === 0;
  for (const key of Object.values(leaf.keys)) good = checkGrain(key, scope) && good;
  return checkGrain(leaf.of, { ...scope, entity: name }) && good;
}

// compiler/analyze/leaf-types.ts
function leafTypes(sources, feature) {
  const leaf = (n) => {
    switch (n.kind) {
      case "column":
        return sources.get(n.source).columns.find((c) => c.name === n.name).type;
      case "window":
        return aggregateType(n.aggregate, n.of === null ? null : typeOf(n.of, leaf));
      case "asOf":
      case "lookup":
        return typeOf(n.of, leaf);
      case "feature":
        return feature(n.ref);
      case "point":
        return time;
      case "request":
        return n.type;
      case "versions":
      case "invalid":
        throw new InternalError(`${n.kind} in an elaborated expression`);
    }
  };
  return leaf;
}

// compiler/analyze/time.ts
var hour = 3600;
function contractOf(view, scope) {
  const v = view.definition;
  const report = (option) => scope.mistakes.at(placeOfMember(view, option));
  const every = durationOption("every", v.every ?? scope.config.defaults.every, report("every")) ?? day;
  if (!(every % day === 0 || day % every === 0)) report("every")("F350", { every: shown(v.every ?? scope.config.defaults.every) });
  durationOption("serve.freshness", v.serve?.freshness, report("serve"));
  const known = v.known ?? "as-known";
  const settle = durationOption("settle", v.settle, report("settle")) ?? (v.settle === null ? hour : 0);
  const corrected = scope.sources.filter((s) => s.knownTime === null || known === "corrected");
  const lateness = Math.max(0, ...corrected.map((s) => s.lateness));
  return {
    every,
    known,
    settle,
    accuracy: accuracyOf(view, every, scope.mistakes),
    availableAfter: durationOption("availableAfter", v.availableAfter, report("availableAfter")) ?? settle + lateness,
    start: instantOption("start", v.start, report("start")) ?? latest([...scope.sources.map((s) => s.historyFrom), ...scope.starts])
  };
}
function accuracyOf(view, every, mistakes) {
  const { accuracy, features } = view.definition;
  if (typeof accuracy === "string") return accuracy;
  const report = mistakes.at(placeOfMember(view, "accuracy"));
  const hop = durationOption("accuracy.hop", accuracy.hop, report);
  if (hop === null || hop <= 0) return "exact";
  if (every % hop !== 0) report("F745", { hop: shown(accuracy.hop), every: formatDuration(every) });
  for (const f of features) {
    const windows = windowsOf(f.expr).flatMap((w) => w.length === "lifetime" || w.length >= hop ? [] : [w.length]);
    if (windows.length > 0)
      mistakes.at(placeOfMember(view, f.name))("F746", { hop: shown(accuracy.hop), feature: f.name, window: formatDuration(Math.min(...windows)) });
  }
  return { hop };
}
function windowsOf(expr) {
  return leavesOf(expr).flatMap((l) => l.kind === "window" ? [l] : l.kind === "versions" ? Object.values(l.of).flatMap(windowsOf) : []);
}
function latest(instants) {
  const known = instants.flatMap((iso) => parseInstant(iso) ?? []);
  return known.reduce((best, i) => best === null || i.seconds > best.seconds ? i : best, null)?.iso ?? null;
}
function declaredStart(view) {
  return parseInstant(view.start)?.seconds ?? null;
}

// compiler/analyze/typed.ts
var intDigits = 19;
function asDecimal(t) {
  return t.kind === "decimal" ? t : { precision: intDigits, scale: 0 };
}
function literalType(l) {
  if (l.type.kind !== "int" || l.value === null) return l.type;
  return decimal(Math.max(1, String(l.value).replace("-", "").length), 0);
}
function commonType(a, b) {
  if (sameType(a, b)) return a;
  if (isNumeric(a) && isNumeric(b)) {
    if (!isExact(a) || !isExact(b)) return { kind: "float" };
    const [x, y] = [asDecimal(a), asDecimal(b)];
    const scale = Math.max(x.scale, y.scale);
    return decimal(Math.min(38, Math.max(x.precision - x.scale, y.precision - y.scale) + scale), scale);
  }
  if (a.kind === "date" && b.kind === "time" || a.kind === "time" && b.kind === "date") return { kind: "time" };
  return null;
}
function commonOf(operands) {
  const firm = operands.filter((o) => o.expr.kind !== "literal").map((o) => o.type);
  const literals = operands.flatMap((o) => o.expr.kind === "literal" && o.expr.value !== null ? [o.expr] : []);
  let common = null;
  for (const t of firm) {
    common = common === null ? t : commonType(common, t);
    if (common === null) return null;
  }
  const fromLiterals = common === null;
  for (const l of literals) {
    const next = common === null ? l.type : fromLiterals ? commonType(common, l.type) : literalBeside(common, l);
    if (next === null) return null;
    common = next;
  }
  return common ?? operands[0]?.type ?? null;
}
function literalBeside(common, l) {
  if (typeof l.value === "string" && l.type.kind === "text" && (common.kind === "date" || common.kind === "time")) return common;
  if (common.kind === "int" && l.type.kind === "int") return int;
  return commonType(common, isNumeric(l.type) ? literalType(l) : l.type);
}
function coerce(t, to, report) {
  if (t.expr.kind === "literal") return coerceLiteral(t, t.expr, to, report);
  return sameType(t.type, to) ? t : { ...t, expr: { kind: "cast", of: t.expr, type: to, lenient: false }, type: to };
}
function coerceLiteral(t, l, to, report) {
  const value = valueAs(l.value, to);
  if (value === void 0) {
    report("F345", { value: shown(l.value), type: typeName(to) });
    return null;
  }
  return { ...t, expr: { kind: "literal", value, type: to }, type: to };
}
var integerText = /^-?\d{1,38}$/;
var decimalText = /^-?\d{1,38}(\.\d+)?$/;
function valueAs(value, to) {
  if (value === null) return null;
  switch (to.kind) {
    case "flag":
      return typeof value === "boolean" ? value : void 0;
    case "text":
      return typeof value === "string" ? value : void 0;
    case "json":
      return void 0;
    case "int":
      return integerText.test(String(value)) && typeof value !== "boolean" ? value : void 0;
    case "float":
      return typeof value === "number" ? value : typeof value === "string" && decimalText.test(value) ? Number(value) : void 0;
    case "decimal":
      return decimalValue(value, to.precision, to.scale);
    case "date":
      return typeof value === "string" && parseDay(value) !== null ? value : void 0;
    case "time":
      return parseInstant(value)?.iso;
  }
}
function decimalValue(value, precision, scale) {
  const text2 = String(value);
  if (!decimalText.test(text2)) return void 0;
  const [whole = "", fraction = ""] = text2.replace("-", "").split(".");
  const digits = whole.replace(/^0+/, "").length;
  return fraction.length <= scale && digits <= precision - scale ? value : void 0;
}

// compiler/analyze/type-calls.ts
function typeCall(fn, args, report) {
  if (fn === "plus" || fn === "minus" || fn === "times") return arithmetic(fn, args, report);
  if (fn === "timePlus" && args[0]?.type.kind === "date") return datePlus(args, report);
  const shapes = functions[fn].args;
  if (!checkCount(fn, shapes, args.length, report) || !checkLiterals(fn, shapes, args, report)) return null;
  const fitted = shapes.some((s) => s === "same" || s === "...same") ? fitCommon(fn, args, report) : fitEach(fn, shapes, args, report);
  return fitted === null ? null : finish(fn, fitted);
}
function shapeAt(shapes, i) {
  return shapes[Math.min(i, shapes.length - 1)];
}
function checkCount(fn, shapes, count, report) {
  const repeats = shapes.at(-1).startsWith("...");
  const least = repeats ? shapes.length - 1 : shapes.length;
  const good = count >= Math.max(1, least) && (repeats || count === shapes.length);
  const found = count < shapes.length ? "missing" : "one too many";
  if (!good) report("F340", { fn, position: Math.min(count, shapes.length) + 1, found, expected: `${least} arguments` });
  return good;
}
function fitEach(fn, shapes, args, report) {
  const fitted = [];
  args.forEach((arg, i) => {
    const shape = shapeAt(shapes, i).replace("...", "");
    const result = fitOne(shape, arg, report);
    if (result === void 0) report("F340", { fn, position: i + 1, found: describe(arg), expected: expectedOf(shape) });
    else if (result !== null) fitted.push(result);
  });
  return fitted.length === args.length ? fitted : null;
}
function describe(t) {
  return t.expr.kind === "literal" ? t.expr.value === null ? "NULL" : shown(t.expr.value) : typeName(t.type);
}
function expectedOf(shape) {
  switch (shape) {
    case "number":
    case "float":
      return "a number";
    case "int":
      return "an integer";
    case "text":
      return "a text";
    case "flag":
      return "a boolean";
    case "date":
      return "a date";
    case "time":
      return "a timestamp";
    case "moment":
      return "a date or a timestamp";
    default:
      return "a value";
  }
}
function fitOne(shape, arg, report) {
  const { kind } = arg.type;
  const isText = arg.expr.kind === "literal" && kind === "text";
  switch (shape) {
    case "any":
    case "literal":
      return arg;
    case "number":
      return isNumeric(arg.type) ? arg : void 0;
    case "float":
      return isNumeric(arg.type) ? coerce(arg, float, report) : void 0;
    case "int":
      return kind === "int" ? arg : void 0;
    case "text":
      return kind === "text" ? arg : void 0;
    case "flag":
      return kind === "flag" ? arg : void 0;
    case "date":
      return kind === "date" ? arg : isText ? coerce(arg, date, report) : void 0;
    case "time":
      return kind === "time" || kind === "date" || isText ? coerce(arg, time, report) : void 0;
    case "moment":
      return kind === "time" || kind === "date" ? arg : void 0;
    default:
      return void 0;
  }
}
function fitCommon(fn, args, report) {
  const common = commonOf(args);
  if (common === null) {
    reportMismatch(fn, args, report);
    return null;
  }
  if (common.kind === "json") {
    report("F340", { fn, position: 1, found: typeName(common), expected: "a value that can be compared: take a field by get()" });
    return null;
  }
  if (compares.has(fn) && common.kind === "text" && !checkCategory(args, report)) return null;
  const fitted = args.map((a) => coerce(a, common, report));
  return fitted.every((a) => a !== null) ? fitted : null;
}
var compares = /* @__PURE__ */ new Set(["eq", "ne", "in", "sameAs", "nullIf"]);
function reportMismatch(fn, args, report) {
  const last = args.at(-1);
  if (fn === "coalesce" && args.length === 2 && last.expr.kind === "literal") report("F346", { value: shown(last.expr.value), type: typeName(args[0].type) });
  else report("F341", { fn, types: [...new Set(args.map(describe))] });
}
function checkCategory(args, report) {
  const values = args.find((a) => a.expr.kind !== "literal" && a.values !== null)?.values ?? null;
  if (values === null || args.some((a) => a.expr.kind !== "literal" && a.values === null)) return true;
  let good = true;
  for (const a of args) {
    if (a.expr.kind !== "literal" || typeof a.expr.value !== "string" || values.includes(a.expr.value)) continue;
    report("F342", { value: a.expr.value, values, near: nearest(a.expr.value, values) });
    good = false;
  }
  return good;
}
var unitsOf = {
  elapsed: ["seconds", "minutes", "hours", "days"],
  truncate: ["minute", "hour", "day", "week", "month", "quarter", "year"],
  datePart: ["year", "quarter", "month", "day", "dayOfWeek", "dayOfYear", "hour", "minute"]
};
function checkLiterals(fn, shapes, args, report) {
  let good = true;
  const literalArgs = shapes.flatMap((s, i) => s === "literal" ? [args[i]] : []);
  for (const { expr } of fn === "in" ? args.slice(1) : literalArgs) {
    const problem = expr.kind !== "literal" ? ["a literal"] : fn === "in" ? null : wrongLiteral(fn, expr);
    if (problem === null) continue;
    report("F212", { fn, found: expr.kind === "literal" ? shown(expr.value) : "an expression", expected: problem });
    good = false;
  }
  return good;
}
function wrongLiteral(fn, l) {
  const units = unitsOf[fn];
  if (units !== void 0) return typeof l.value === "string" && units.includes(l.value) ? null : units;
  const whole = typeof l.value === "number" && Number.isSafeInteger(l.value) ? l.value : null;
  switch (fn) {
    case "round":
      return whole !== null && whole >= 0 && whole <= 18 ? null : ["a whole number of decimals from 0 to 18"];
    case "substring":
      return whole !== null && whole >= 0 ? null : ["a whole number that is not negative"];
    case "bucket":
      return whole !== null && whole > 0 ? null : ["a positive number of seconds"];
    case "matches":
      return typeof l.value === "string" && isPattern(l.value) ? null : ["a regular expression"];
    default:
      return null;
  }
}
function isPattern(pattern) {
  try {
    void new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
function arithmetic(fn, args, report) {
  if (args.length !== 2) {
    report("F340", { fn, position: args.length + 1, found: args.length < 2 ? "missing" : "one too many", expected: "2 arguments" });
    return null;
  }
  const numbers = fitEach(fn, ["number", "number"], args, report);
  if (numbers === null) return null;
  const [a, b] = numbers;
  const nullable = a.nullable || b.nullable;
  const result = (x2, y2, type, wrap) => {
    const expr = call(fn, x2, y2);
    return { expr: wrap ? cast(expr, type) : expr, type, nullable, values: null };
  };
  if (a.type.kind === "int" && b.type.kind === "int") return result(a.expr, b.expr, int, false);
  const exact = a.type.kind === "float" || b.type.kind === "float" ? null : exactResult(fn, digitsOf(a), digitsOf(b));
  if (exact === null) {
    const [x2, y2] = [coerce(a, float, report), coerce(b, float, report)];
    return x2 === null || y2 === null ? null : result(x2.expr, y2.expr, float, false);
  }
  const [x, y] = [exactOperand(a, report), exactOperand(b, report)];
  return x === null || y === null ? null : result(x.expr, y.expr, exact, true);
}
function digitsOf(t) {
  return asDecimal(t.expr.kind === "literal" ? literalType(t.expr) : t.type);
}
function exactOperand(t, report) {
  const { precision, scale } = digitsOf(t);
  return coerce(t, decimal(precision, scale), report);
}
function exactResult(fn, a, b) {
  if (fn === "times") {
    const [precision, scale2] = [a.precision + b.precision, a.scale + b.scale];
    return precision <= 38 && scale2 <= 12 ? decimal(precision, scale2) : null;
  }
  const scale = Math.max(a.scale, b.scale);
  return decimal(Math.min(38, Math.max(a.precision - a.scale, b.precision - b.scale) + scale + 1), scale);
}
function datePlus(args, report) {
  const [moment, length] = args;
  const seconds = length?.expr.kind === "literal" ? Number(length.expr.value) : Number.NaN;
  if (seconds % day === 0) return { ...moment, expr: call("datePlus", moment.expr, integer(seconds / day)), values: null };
  report("F340", { fn: "timePlus", position: 2, found: length === void 0 ? "missing" : "no whole number of days", expected: "whole days beside a date" });
  return null;
}
var neverNull = /* @__PURE__ */ new Set(["isNull", "sameAs"]);
var maybeNull = /* @__PURE__ */ new Set(["divide", "ln", "sqrt", "power", "nullIf"]);
var nullIfAll = /* @__PURE__ */ new Set(["coalesce", "greatestKnown", "leastKnown"]);
var keepsValues = /* @__PURE__ */ new Set(["coalesce", "nullIf", "greatest", "least", "greatestKnown", "leastKnown"]);
function finish(fn, args) {
  const type = resultType(fn, args);
  const nullable = neverNull.has(fn) ? false : maybeNull.has(fn) ? true : nullIfAll.has(fn) ? args.every((a) => a.nullable) : args.some((a) => a.nullable);
  const values = keepsValues.has(fn) && args.every((a) => a.values !== null || isNullLiteral(a)) ? [...new Set(args.flatMap((a) => a.values ?? []))] : null;
  const plain = call(fn, ...args.map((a) => a.expr));
  return { expr: needsCast(fn, args) ? cast(plain, type) : plain, type, nullable, values };
}
function isNullLiteral(t) {
  return t.expr.kind === "literal" && t.expr.value === null;
}
function needsCast(fn, args) {
  return fn === "floor" || fn === "ceil" || fn === "round" && args[0].type.kind === "decimal";
}
function resultType(fn, args) {
  const first = args[0].type;
  if (fn === "round" && first.kind === "decimal") return decimal(Math.min(38, first.precision + 1), first.scale);
  switch (functions[fn].result) {
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
      return first;
  }
}

// compiler/analyze/types.ts
function inferType(n, s) {
  switch (n.kind) {
    case "literal":
      return { expr: n, type: n.type, nullable: n.value === null, values: typeof n.value === "string" && n.type.kind === "text" ? [n.value] : null };
    case "call": {
      const args = n.args.map((a) => inferType(a, s));
      return args.every((a) => a !== null) ? typeCall(n.fn, args, s.report) : null;
    }
    case "cast":
      return typeCast(n, s);
    case "case":
      return typeCase(n, s);
    case "json": {
      const of = inferType(n.of, s);
      if (of === null) return null;
      if (of.type.kind === "json") return { expr: { ...n, of: of.expr }, type: n.type, nullable: true, values: null };
      s.report("F340", { fn: "get", position: 1, found: describe(of), expected: "a variant" });
      return null;
    }
    case "raw":
      return typeRaw(n, s);
    default:
      return typeLeaf(n, s);
  }
}
function typeLeaf(n, s) {
  switch (n.kind) {
    case "column": {
      const column = s.sources.get(n.source).columns.find((c) => c.name === n.name);
      return { expr: n, type: column.type, nullable: column.nullable, values: column.values };
    }
    case "window":
      return typeWindow(n, s);
    case "asOf": {
      const of = typeRow(n.of, s);
      return of === null ? null : { ...of, expr: { ...n, of: of.expr }, nullable: true };
    }
    case "feature": {
      const feature = s.features.get(n.ref);
      return feature === void 0 ? null : { expr: n, type: feature.type, nullable: feature.nullable || feature.view !== s.view, values: feature.values };
    }
    case "lookup":
      return typeLookup(n, s);
    case "point":
      return { expr: n, type: time, nullable: false, values: null };
    case "request":
      return { expr: n, type: n.type, nullable: false, values: null };
    case "versions":
    case "invalid":
      return null;
    default:
      return absurd(n);
  }
}
function typeRow(n, s) {
  const before = s.rows.get(n);
  if (before !== void 0) return before;
  const typed = inferType(n, s);
  if (typed !== null) s.rows.set(n, typed);
  return typed;
}
function expectFlag(fn, t, s) {
  if (t === null || t.type.kind === "flag") return t;
  s.report("F340", { fn, position: 1, found: describe(t), expected: "a boolean" });
  return null;
}
function typeLookup(n, s) {
  const of = inferType(n.of, { ...s, view: null });
  const keys = {};
  let good = of !== null;
  for (const key of s.entities.get(n.entity).keys) {
    const typed = typeKey(key, inferType(n.keys[key.name], s), s);
    if (typed === null) good = false;
    else keys[key.name] = typed.expr;
  }
  return good ? { ...of, expr: { ...n, keys, of: of.expr }, nullable: true } : null;
}
function typeKey(key, t, s) {
  if (t === null) return null;
  if (t.expr.kind === "literal" || sameType(t.type, key.type) || isExact(t.type) && isExact(key.type)) return coerce(t, key.type, s.report);
  s.report("F340", { fn: `at({ ${key.name} })`, position: 1, found: describe(t), expected: typeName(key.type) });
  return null;
}
function typeCase(n, s) {
  const whens = n.arms.map(([when]) => expectFlag("when", inferType(when, s), s));
  const values = [...n.arms.map(([, then]) => then), ...n.otherwise === null ? [] : [n.otherwise]].map((v) => inferType(v, s));
  if (!whens.every((w) => w !== null) || !values.every((v) => v !== null) || n.complete && !coversCategory(n, s)) return null;
  const common = commonOf(values);
  if (common === null) {
    s.report("F341", { fn: "when", types: [...new Set(values.map(describe))] });
    return null;
  }
  const fitted = values.map((v) => coerce(v, common, s.report));
  if (!fitted.every((v) => v !== null)) return null;
  const known = fitted.filter((v) => !(v.expr.kind === "literal" && v.expr.value === null));
  return {
    expr: {
      kind: "case",
      arms: whens.map((w, i) => [w.expr, fitted[i].expr]),
      otherwise: n.otherwise === null ? null : fitted.at(-1).expr
    },
    type: common,
    nullable: n.otherwise === null || fitted.some((v) => v.nullable),
    values: common.kind === "text" && known.every((v) => v.values !== null) ? [...new Set(known.flatMap((v) => v.values ?? []))] : null
  };
}
function coversCategory(n, s) {
  const conditions = n.arms.flatMap(([when]) => when.kind === "call" && when.fn === "eq" ? [when.args] : []);
  const of = conditions[0]?.[0];
  const values = of === void 0 ? null : inferType(of, s)?.values ?? null;
  const named = conditions.map(([, value]) => value?.kind === "literal" ? value.value : null);
  const missing = (values ?? []).filter((v) => !named.includes(v));
  if (missing.length > 0) s.report("F339", { missing });
  return missing.length === 0;
}
function typeRaw(n, s) {
  let good = true;
  const body = (parts) => parts.map((p) => {
    if (typeof p === "string") return p;
    const typed = inferType(p, s);
    if (typed === null) good = false;
    return typed?.expr ?? p;
  });
  const bodies = { snowflake: body(n.bodies.snowflake), duckdb: body(n.bodies.duckdb) };
  return good ? { expr: { ...n, bodies }, type: n.type, nullable: true, values: null } : null;
}
var casts = {
  text: ["int", "decimal", "float", "date", "time", "flag"],
  flag: ["int", "text"],
  int: ["decimal", "float", "text"],
  decimal: ["int", "decimal", "float", "text"],
  float: ["int", "decimal"],
  date: ["time", "text"],
  time: ["date"],
  json: []
};
function typeCast(n, s) {
  const of = inferType(n.of, s);
  if (of === null || sameType(of.type, n.type)) return of;
  if (!casts[of.type.kind].includes(n.type.kind)) {
    s.report("F344", { from: typeName(of.type), to: typeName(n.type) });
    return null;
  }
  const lenient = n.lenient && of.type.kind === "text";
  return { expr: { kind: "cast", of: of.expr, type: n.type, lenient }, type: n.type, nullable: of.nullable || lenient, values: null };
}
function typeWindow(w, s) {
  const spec = aggregates[w.aggregate];
  const of = w.of === null ? null : typeRow(w.of, s);
  const where = w.where === null ? null : expectFlag("where", typeRow(w.where, s), s);
  if (w.of !== null && of === null || w.where !== null && where === null) return null;
  if (!fits(spec.of, of)) {
    s.report("F343", { aggregate: w.aggregate, found: of === null ? "nothing" : typeName(of.type), expected: expectedRow[spec.of] });
    return null;
  }
  if (!checkParameter(w, spec, s) || !checkOrder(w, spec, s)) return null;
  const value = of === null || !floats.has(w.aggregate) ? of : coerce(of, float, s.report);
  return {
    expr: { ...w, of: value?.expr ?? null, where: where?.expr ?? null },
    type: aggregateType(w.aggregate, of?.type ?? null),
    nullable: spec.empty === "null" || startsBeforeHistory(w, s),
    values: keepsCategory.has(w.aggregate) ? of?.values ?? null : null
  };
}
var floats = /* @__PURE__ */ new Set(["stddev", "variance", "slope", "volatility", "median", "percentile"]);
var keepsCategory = /* @__PURE__ */ new Set(["min", "max", "first", "last", "percentileDisc"]);
var expectedRow = {
  none: "rows, without a value",
  flag: "a boolean",
  number: "a number",
  any: "a value",
  comparable: "a number, date, timestamp or text",
  exact: "a value that is compared exactly, no float or variant",
  hashed: "a text, whole number or date"
};
function fits(due, of) {
  if (due === "none" || of === null) return due === "none" && of === null;
  const { kind } = of.type;
  switch (due) {
    case "flag":
      return kind === "flag";
    case "number":
      return isNumeric(of.type);
    case "comparable":
      return kind !== "flag" && kind !== "json";
    case "exact":
      return kind !== "float" && kind !== "json";
    case "hashed":
      return kind === "text" || kind === "int" || kind === "date";
    case "any":
      return true;
  }
}
var expectedParameter = {
  none: "none",
  share: "a number from 0 to 1",
  error: "a number from 0.01 to 0.25",
  "positive integer": "a positive whole number"
};
function checkParameter(w, { parameter }, s) {
  const good = isParameter(w.parameter, parameter);
  if (!good) s.report("F349", { aggregate: w.aggregate, found: shown(w.parameter), expected: expectedParameter[parameter] });
  return good;
}
function isParameter(p, due) {
  if (due === "none" || typeof p !== "number") return due === "none" && p === null;
  switch (due) {
    case "share":
      return p >= 0 && p <= 1;
    case "error":
      return p >= 0.01 && p <= 0.25;
    case "positive integer":
      return Number.isSafeInteger(p) && p > 0;
  }
}
function checkOrder(w, spec, s) {
  const good = !spec.ordered || s.sources.get(w.source).tieBreak.length > 0;
  if (!good) s.report("F348", { aggregate: w.aggregate, source: sourceName(w.source) });
  return good;
}
function startsBeforeHistory(w, s) {
  const history = parseInstant(s.sources.get(w.source).historyFrom);
  if (history === null || w.partial || w.length === "lifetime") return false;
  return s.start === null || s.start - w.offset - w.length < history.seconds;
}

// compiler/analyze/features.ts
function elaborateFeatures(bound, b) {
  const reads = /* @__PURE__ */ new Map();
  for (const f of bound.byAddress.values()) reads.set(f.declared.address, readsOf(f.expr, entityAddress(f.declared.entity), b));
  const contracts = viewContracts(bound, reads, b);
  const types = /* @__PURE__ */ new Map();
  const features = /* @__PURE__ */ new Map();
  const rows = /* @__PURE__ */ new Map();
  const leaf = leafTypes(b.sources, (ref) => features.get(ref).type);
  for (const f of bound.order) {
    const typed = typeFeature(f, b, types, rows);
    if (typed === null || !f.reads.every((r) => features.has(r))) continue;
    types.set(f.declared.address, { type: typed.type, nullable: typed.nullable, values: typed.values, view: f.declared.view.address });
    features.set(f.declared.address, catalogFeature(f, typed, { b, reads, contracts, features, leaf }));
  }
  const views = bound.views.filter((v) => b.names.entities.has(v.view.definition.entity)).map((v) => catalogView(v.view, v.reads, contracts.get(v.view.address), features, b));
  return { features, views, reads, typeScope: { types, rows } };
}
function viewContracts(bound, reads, b) {
  const sourcesOf = /* @__PURE__ */ new Map();
  for (const f of bound.byAddress.values()) {
    const view = f.declared.view.address;
    const own = sourcesOf.get(view) ?? /* @__PURE__ */ new Set();
    sourcesOf.set(view, own);
    for (const c of reads.get(f.declared.address).columns) own.add(b.sources.get(c.source));
  }
  const contracts = /* @__PURE__ */ new Map();
  for (const { view, reads: viewsRead } of bound.views) {
    const starts = viewsRead.map((r) => contracts.get(r)?.start ?? null);
    contracts.set(view.address, contractOf(view, { config: b.names.config, sources: [...sourcesOf.get(view.address) ?? []], starts, mistakes: b.mistakes }));
  }
  return contracts;
}
function typeFeature(f, b, types, rows) {
  const { declared } = f;
  const report = b.mistakes.at(declared.place);
  if (!checkGrain(f.expr, { names: b.names, sources: b.sources, entity: declared.entity, report })) return null;
  const typed = inferType(f.expr, {
    sources: b.sources,
    entities: b.entities,
    features: types,
    view: declared.view.address,
    start: declaredStart(declared.view.definition),
    report,
    rows
  });
  return typed === null ? null : coerce(typed, typed.type, report);
}
function catalogFeature(f, typed, { b, reads, contracts, features, leaf }) {
  const { declared } = f;
  const entity = entityAddress(declared.entity);
  const report = b.mistakes.at(declared.place);
  return {
    address: declared.address,
    name: declared.name,
    column: declared.column,
    version: declared.version,
    span: declared.place.span,
    view: declared.view.address,
    entity,
    meta: featureMeta(declared, b.names),
    renamedFrom: formerAddress(declared),
    expr: typed.expr,
    type: typed.type,
    nullable: typed.nullable,
    values: typed.values,
    empty: emptyOf(typed.expr, { leaf, feature: (ref) => features.get(ref).empty }),
    unit: declared.meta.unit ?? null,
    checks: checkChecks(declared.meta.checks ?? [], typed, report),
    readsFeatures: f.reads,
    readsColumns: uniqueColumns(reads.get(declared.address).columns),
    dataHash: dataHash(typed.expr, typed.type, {
      sources: b.sources,
      entities: b.entities,
      entity,
      contract: contracts.get(declared.view.address),
      feature: (ref) => ({ dataHash: features.get(ref).dataHash, contract: contracts.get(features.get(ref).view) })
    }),
    formula: formulaOf(f.expr)
  };
}
function uniqueColumns(columns) {
  const unique2 = /* @__PURE__ */ new Map();
  for (const { source, column } of columns) unique2.set(`${source}#${column}`, { source, column });
  return [...unique2.values()];
}
function featureMeta(f, names) {
  const entity = names.entities.get(f.entity);
  return inheritMeta(f.address, f.description, [
    { from: f.address, options: f.meta },
    { from: f.view.address, options: f.view.definition.options },
    { from: entity.address, options: entity.definition.options },
    configLevel(names.config)
  ]);
}
function formerAddress(f) {
  const from = f.meta.renamedFrom;
  if (from === void 0) return null;
  return parseAddress(from)?.kind === "feature" ? from : featureAddress(f.entity, from, from.includes("@") ? null : f.version);
}
function catalogView(view, reads, contract, features, b) {
  const { definition } = view;
  const entity = b.names.entities.get(definition.entity);
  const own = b.names.featuresOf.get(definition.name).filter((f) => features.has(f.address));
  const aliases = {};
  for (const f of own) {
    const current = b.names.current.get(featureAddress(f.entity, f.name));
    if (current === f.address) aliases[f.name] = current;
  }
  const sources = new Set(own.flatMap((f) => features.get(f.address).readsColumns.map((c) => c.source)));
  return {
    address: view.address,
    name: definition.name,
    span: view.span,
    entity: entity.address,
    contract,
    physical: definition.physical ?? {},
    aliases,
    meta: declaredMeta(view, b.names.config, [{ from: entity.address, options: entity.definition.options }]),
    renamedFrom: definition.options.renamedFrom === void 0 ? null : `view.${definition.options.renamedFrom}`,
    features: own.map((f) => f.address),
    readsViews: reads,
    readsSources: [...sources]
  };
}

// compiler/analyze/datasets.ts
function bindDatasets(c) {
  return [...c.names.datasets.values()].flatMap((d) => bindDataset(d, c) ?? []);
}
function bindDataset(d, c) {
  const { definition } = d;
  const report = (option) => c.mistakes.at(placeOfMember(d, option));
  const given = definition.entity === "" ? null : entityOf(d, c);
  const spine = bindSpine(d, given, c);
  if (spine === null || given === null && definition.entity !== "") {
    checkSplit(d, c);
    return null;
  }
  const roles = rolesOf(d, spine, c);
  const entity = labelEntity(d, given, roles, c);
  const label = entity === void 0 ? null : typeLabel(d, { entity, spine }, c);
  const what = `dataset '${definition.name}'`;
  const listed = expandListed(definition.features, holdsDescribed(roles, spine, report("features")), what, "current", c, report("features"));
  const keep = keptColumns(d, spine, report("keep"));
  const split = bindSplit(d, { spine, roles }, c);
  const used = unique(listed.map((l) => c.features.get(l.feature)?.entity).filter((e) => e !== void 0));
  const read = roles.filter((r) => used.includes(r.entity) || r.entity === (entity === null || entity === void 0 ? null : address("entity", entity)));
  checkColumns([...unique([...read.flatMap((r) => r.on), ...keep]), spine.eventTime ?? "", "split", "label", ...listed.map((l) => l.as)], what, report("features"));
  if (label === null || entity === void 0 || split === null) return null;
  const dataset = {
    address: d.address,
    name: definition.name,
    span: d.span,
    entity: entity === null ? null : address("entity", entity),
    spine: spine.address,
    roles: read,
    label: label.expr,
    labelType: label.type,
    meta: declaredMeta(d, c.names.config, entity === null ? [] : entityLevel(entity, c)),
    renamedFrom: definition.options.renamedFrom === void 0 ? null : `dataset.${definition.options.renamedFrom}`,
    features: listed.map((f) => f.feature),
    names: listed.map((f) => f.as),
    keep,
    accuracy: definition.accuracy,
    ttl: durationOption("ttl", definition.ttl, report("ttl")),
    known: instantOption("known", definition.known, report("known")),
    split
  };
  checkTimes(dataset, d, c);
  return dataset;
}
function bindSpine(d, entity, c) {
  const report = c.mistakes.at(placeOfMember(d, "spine"));
  const name = d.definition.spine;
  const source = c.names.sources.get(name);
  if (source === void 0) {
    reportUnknown(report, "source", name, ` (the spine of '${d.definition.name}'), or it is not exported`, c.names.sources.keys());
    return null;
  }
  const holds = [...source.definition.entities.map((e) => e.entity), ...d.definition.role === null ? [] : [d.definition.role.entity]];
  if (source.definition.form !== "events") report("F364", { source: name, form: source.definition.form });
  else if (entity !== null && !holds.includes(entity)) report("F324", { source: name, entity, holds });
  else return c.sources.get(source.address) ?? null;
  return null;
}
function rolesOf(d, spine, c) {
  const { role } = d.definition;
  if (role === null) return spine.entities;
  const entity = c.names.entities.get(role.entity);
  if (entity === void 0) return spine.entities;
  const source = c.names.sources.get(sourceName(spine.address)).definition;
  const on = keyColumns(source, entity.definition, role.on, `${source.name}: by()`, c.mistakes.at(placeOfMember(d, "spine")));
  const others = spine.entities.filter((e) => e.entity !== entity.address);
  return on === null ? others : [...others, { entity: entity.address, on }];
}
function holdsDescribed(roles, spine, report) {
  return (what, entity) => {
    const described = roles.some((r) => r.entity === address("entity", entity));
    if (!described) report("F430", { what, entity, spine: spine.name, holds: roles.map((r) => sourceName(r.entity)) });
    return described;
  };
}
function labelEntity(d, given, roles, c) {
  const windows = leavesOf(d.definition.label).filter((l) => l.kind === "window");
  if (given !== null || windows.length === 0) return given;
  const sources = unique(windows.map((w) => w.source)).flatMap((s) => c.sources.get(s) ?? []);
  const shared = roles.map((r) => r.entity).filter((e) => sources.every((s) => s.entities.some((x) => x.entity === e)));
  if (shared.length === 1) return sourceName(shared[0]);
  if (sources.length > 0) {
    const report = c.mistakes.at(placeOfMember(d, "label"));
    report("F431", { dataset: d.definition.name, label: sources.map((s) => s.name), shared: shared.map(sourceName) });
  }
  return void 0;
}
function typeLabel(d, { entity, spine }, c) {
  const report = c.mistakes.at(placeOfMember(d, "label"));
  const expr = bindExpression(d.definition.label, "label", { names: c.names, report });
  if (expr === null || !checkLeaves(expr, spine, report)) return null;
  if (entity !== null && !checkGrain(expr, { names: c.names, sources: c.sources, entity, report })) return null;
  return inferType(expr, { sources: c.sources, entities: c.entities, features: c.typeScope.types, view: null, start: null, report, rows: c.typeScope.rows });
}
function checkLeaves(expr, spine, report) {
  const leaves = leavesOf(expr);
  const columns = leaves.filter((l) => l.kind === "column");
  const foreign = columns.find((l) => l.source !== spine.address);
  if (foreign !== void 0) report("F320", { one: spine.name, other: sourceName(foreign.source) });
  else if (columns.length > 0 && columns.length < leaves.length) report("F432", { found: "mixes columns of the spine with aggregates" });
  else if (leaves.length === 0) report("F432", { found: "reads nothing" });
  else if (leaves.some((l) => l.kind === "window" && l.length === "lifetime")) report("F432", { found: "has no end" });
  else return true;
  return false;
}
function keptColumns(d, spine, report) {
  const known = spine.columns.map((x) => x.name);
  for (const name of d.definition.keep) if (!known.includes(name)) reportUnknown(report, "column", name, ` in source '${spine.name}'`, known);
  return d.definition.keep.filter((name) => known.includes(name) && name !== spine.eventTime);
}
function bindSplit(d, { spine, roles }, c) {
  const times = checkSplit(d, c);
  const { split } = d.definition;
  const report = c.mistakes.at(placeOfMember(d, "split"));
  const by = groupColumns(split.by, spine, roles, report);
  if (split.shares === null) return times === null ? null : { kind: "time", ...times, by };
  const sum = split.shares.train + split.shares.validation + split.shares.test;
  if (Math.abs(sum - 1) > 1e-9) report("F433", { sum: Math.round(sum * 1e6) / 1e6 });
  return { kind: "shares", ...split.shares, by };
}
function groupColumns(by, spine, roles, report) {
  const known = [...roles.map((r) => sourceName(r.entity)), ...spine.columns.map((x) => x.name)];
  return unique(
    by.flatMap((name) => {
      const role = roles.find((r) => r.entity === address("entity", name));
      if (role !== void 0) return role.on;
      if (!known.includes(name)) reportUnknown(report, "entity or column", name, ` in the spine '${spine.name}'`, known);
      const type = spine.columns.find((x) => x.name === name)?.type;
      if (type?.kind === "float" || type?.kind === "json") report("F434", { column: name, found: typeName(type) });
      return known.includes(name) ? [name] : [];
    })
  );
}
function checkSplit(d, c) {
  const { train, validation, gap, shares } = d.definition.split;
  if (shares !== null) return null;
  const report = c.mistakes.at(placeOfMember(d, "split"));
  instantOption("split.train", train === "" ? shown(null) : train, report);
  instantOption("split.validation", validation === "" ? shown(null) : validation, report);
  const seconds = durationOption("split.gap", gap, report) ?? 0;
  const [from, to] = [parseInstant(train), parseInstant(validation)];
  if (from === null || to === null) return null;
  if (from.seconds >= to.seconds) report("F352", { from: train, to: validation });
  return { train: from.iso, validation: to.iso, gap: seconds };
}
function checkTimes(dataset, d, c) {
  for (const view of viewsOf(dataset, c)) {
    const { known, availableAfter, every } = view.contract;
    const limit = dataset.ttl ?? 2 * every;
    if (dataset.accuracy === "snapshot" && availableAfter > limit) {
      const params = { view: view.name, after: formatDuration(availableAfter), limit: formatDuration(limit), isTtl: dataset.ttl !== null };
      c.mistakes.at(placeOf(d))("F435", params);
    }
    if (dataset.known !== null && known === "corrected") c.mistakes.at(placeOfMember(d, "known"))("F436", { view: view.name });
  }
}
function viewsOf(dataset, c) {
  const views = unique(dataset.features.flatMap((f) => c.features.get(f)?.view ?? []));
  return views.flatMap((v) => c.views.get(v) ?? []);
}

// compiler/analyze/raw-sql.ts
var clock = /\b(current_date|current_timestamp|current_time|localtimestamp|localtime|sysdate|systimestamp|sysdatetime|(?:now|getdate|today|get_current_timestamp|transaction_timestamp)\s*\()/i;
var dice = /\b((?:random|rand|randstr|uniform|uuid|uuid_string|gen_random_uuid|uuidv4|uuidv7|seq[1248])\s*\()/i;
var query = /\b(select)\b/i;
function foreignIn(parts) {
  return unsteadyIn(parts) ?? (query.test(bare(parts)) ? { found: "a query", why: "which reads rows whatever their time" } : null);
}
function unsteadyIn(parts) {
  const text2 = bare(parts);
  const time2 = clock.exec(text2)?.[1];
  if (time2 !== void 0) return { found: nameOf(time2), why: "which gives another value at each run" };
  const chance = dice.exec(text2)?.[1];
  return chance === void 0 ? null : { found: nameOf(chance), why: "which gives another value for each row and run" };
}
function nameOf(found) {
  return `${found.replace(/\s*\($/, "").toUpperCase()}${found.endsWith("(") ? "()" : ""}`;
}
function bare(parts) {
  return parts.map((p) => typeof p === "string" ? p : " ? ").join("").replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
}
function fragmentsIn(expr) {
  const own = expr.kind === "raw" ? [expr.bodies.snowflake, expr.bodies.duckdb] : [];
  const inner = expr.kind === "window" ? [expr.of, expr.where] : expr.kind === "asOf" ? [expr.of] : expr.kind === "lookup" ? [...Object.values(expr.keys), expr.of] : childrenOf(expr);
  return [...own, ...inner.flatMap((i) => i === null ? [] : fragmentsIn(i))];
}

// compiler/analyze/leakage.ts
function checkLeakage(datasets, t) {
  for (const source of t.sources.values()) {
    checkEventTime(source, t);
    checkQuery(source, t);
  }
  checkFragments(t);
  const told = /* @__PURE__ */ new Set();
  for (const dataset of datasets) {
    checkLabel(dataset, t);
    checkSources(dataset, told, t);
  }
}
function warn(t, place, accepting, code, params) {
  if (!accepting.some((o) => o?.accept?.[code] !== void 0)) t.mistakes.at(place)(code, params);
}
var processing = /^_?(?:(?:dw|dwh|etl|fivetran|airbyte|stitch|row|record|batch|_)+_?)?(load|loaded|ingest|ingested|ingestion|insert|inserted|update|updated|modified|sync|synced|extract|extracted|etl|landed|replicated|refreshed|processed|emitted)(_?(at|on|time|ts|timestamp|date|datetime|utc))+$/i;
function checkEventTime(source, t) {
  const { eventTime: column, knownTime } = source;
  if (column === null) return;
  const why = column === knownTime?.column ? "which is its known time too" : processing.test(column) ? "which by its name says when the row was written" : null;
  const d = t.names.sources.get(source.name);
  if (why !== null) warn(t, placeOfMember(d, "eventTime"), [d.definition.options], "F454", { source: source.name, column, why });
}
function checkQuery(source, t) {
  if (source.query === null) return;
  const found = unsteadyIn(source.query.snowflake) ?? unsteadyIn(source.query.duckdb);
  const d = t.names.sources.get(source.name);
  if (found !== null) warn(t, placeOfMember(d, "query"), [d.definition.options], "F458", { what: `source '${source.name}'`, ...found });
}
function checkFragments(t) {
  for (const f of t.names.features.values()) {
    const found = fragmentsIn(f.expr).reduce((first, parts) => first ?? foreignIn(parts), null);
    if (found !== null) warn(t, f.place, [f.meta, f.view.definition.options], "F458", { what: `feature '${f.name}'`, ...found });
  }
}
function checkLabel(dataset, t) {
  const d = t.names.datasets.get(dataset.name);
  const own = [d.definition.options];
  const windows = leavesOf(dataset.label).filter((l) => l.kind === "window");
  const lengths = windows.flatMap((w) => w.length === "lifetime" ? [] : [w.length]);
  const selfish = windows.find((w) => w.source === dataset.spine && w.offset === 0);
  if (selfish !== void 0 && selfish.length !== "lifetime") {
    const params = { dataset: dataset.name, source: shortName(selfish.source), length: formatDuration(selfish.length) };
    warn(t, placeOfMember(d, "label"), own, "F453", params);
  }
  const reach = Math.max(0, ...windows.map((w) => w.offset + (w.length === "lifetime" ? 0 : w.length)));
  const { split } = dataset;
  if (lengths.length > 0 && split.kind === "time" && split.gap < reach)
    warn(t, placeOfMember(d, "split"), own, "F457", {
      dataset: dataset.name,
      gap: split.gap === 0 ? null : formatDuration(split.gap),
      reach: formatDuration(wholeUnits(reach))
    });
}
function wholeUnits(seconds) {
  const unit = [86400, 3600].find((u) => seconds >= u) ?? 1;
  return Math.ceil(seconds / unit) * unit;
}
function checkSources(dataset, told, t) {
  const d = t.names.datasets.get(dataset.name);
  for (const { source: address2, feature, columns } of sourcesBelow(dataset, t)) {
    const source = t.sources.get(address2);
    const options = t.names.sources.get(source.name).definition.options;
    const place = placeOfMember(d, "features");
    if (source.form === "snapshot") {
      const changing = columns.filter((c) => isChanging(source, c));
      if (changing.length > 0)
        warn(t, place, [d.definition.options, options], "F456", { dataset: dataset.name, source: source.name, columns: changing, feature: shortName(feature) });
    } else if (source.knownTime === null && !told.has(address2)) {
      told.add(address2);
      const params = { source: source.name, form: source.form, dataset: dataset.name, feature: shortName(feature) };
      warn(t, place, [d.definition.options, options], "F455", params);
    }
  }
}
function isChanging(source, column) {
  return !source.columns.some((c) => c.name === column && c.fixed) && !source.entities.some((e) => e.on.includes(column));
}
function sourcesBelow(dataset, t) {
  const found = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  const visit = (address2, feature) => {
    const f = t.features.get(address2);
    if (f === void 0 || seen.has(address2)) return;
    seen.add(address2);
    for (const { source, column } of f.readsColumns) {
      const below = found.get(source) ?? { feature, columns: /* @__PURE__ */ new Set() };
      found.set(source, below);
      below.columns.add(column);
    }
    for (const read of f.readsFeatures) visit(read, feature);
  };
  for (const feature of dataset.features) visit(feature, feature);
  return [...found].map(([source, { feature, columns }]) => ({ source, feature, columns: [...columns] }));
}

// compiler/analyze/lineage.ts
function lineageOf(c, consumers) {
  return [
    ...[...c.features.values()].flatMap((f) => edgesInto(f.address, c.reads.get(f.address))),
    ...consumers.stores.flatMap((s) => storeEdges(s, c)),
    ...consumers.servings.flatMap((s) => servingEdges(s, c)),
    ...consumers.datasets.flatMap((d) => datasetEdges(d, c)),
    ...consumers.models.flatMap((m) => modelEdges(m, consumers.datasets))
  ];
}
function edgesInto(to, reads) {
  return [
    ...reads.columns.map((x) => ({ from: `${x.source}#${x.column}`, to, how: x.how })),
    ...reads.features.map((x) => ({ from: x.ref, to, how: x.how }))
  ];
}
function columnOf(feature, features) {
  return features.get(feature)?.column ?? shortName(feature);
}
function storeEdges(store, c) {
  return store.groups.flatMap((g) => g.views).flatMap((address2) => {
    const view = c.views.get(address2);
    if (view === void 0) return [];
    const columns = [...view.features.map((f) => [f, columnOf(f, c.features)]), ...Object.entries(view.aliases).map(([as, f]) => [f, as])];
    return columns.map(([from, column]) => ({ from, to: `${store.address}#${column}`, how: "value" }));
  });
}
function servingEdges(serving, c) {
  return [
    ...serving.features.map((f) => ({ from: f.feature, to: `${serving.address}#${f.as}`, how: "value" })),
    ...serving.computed.flatMap((x) => edgesInto(`${serving.address}#${x.name}`, readsOf(x.expr, serving.entity, c)))
  ];
}
function modelEdges(model, datasets) {
  const { features, names } = datasets.find((d) => d.address === model.trainedOn);
  return model.uses.map((f) => ({ from: `${model.trainedOn}#${names[features.indexOf(f)]}`, to: model.address, how: "value" }));
}
function datasetEdges(dataset, c) {
  return [
    ...dataset.features.map((f, i) => ({ from: f, to: `${dataset.address}#${dataset.names[i]}`, how: "value" })),
    ...edgesInto(`${dataset.address}#label`, readsOf(dataset.label, dataset.entity, c))
  ];
}

// compiler/analyze/models.ts
var measures = ["accuracy", "f1_score", "data_drift_score"];
function bindModels(datasets, c) {
  const models = [...c.names.models.values()].flatMap((d) => bindModel(d, datasets, c) ?? []);
  checkTraffic(models, c);
  return models;
}
function bindModel(d, datasets, c) {
  const { definition } = d;
  const { name, traffic, trainedOn } = definition;
  if (traffic !== null && !(traffic >= 0 && traffic <= 1)) {
    c.mistakes.at(placeOfMember(d, "traffic"))("F201", { option: "traffic", found: shown(traffic), expected: "a share from 0 to 1" });
  }
  for (const measure of Object.keys(definition.guard)) {
    const report = c.mistakes.at(placeOfMember(d, "guard"));
    if (!measures.includes(measure)) reportUnknown(report, "measure", measure, ` to guard model '${name}'`, measures);
  }
  if (!c.names.datasets.has(trainedOn)) {
    const report = c.mistakes.at(placeOfMember(d, "trainedOn"));
    reportUnknown(report, "dataset", trainedOn, ` (model '${name}' is trained on it), or it is not exported`, c.names.datasets.keys());
  }
  const dataset = datasets.find((x) => x.name === trainedOn);
  if (dataset === void 0) return null;
  return {
    address: d.address,
    name,
    span: d.span,
    version: definition.version,
    type: definition.type,
    trainedOn: dataset.address,
    stage: definition.stage,
    traffic,
    guard: definition.guard,
    uses: modelFeatures(d, dataset, c),
    meta: declaredMeta(d, c.names.config),
    renamedFrom: definition.options.renamedFrom === void 0 ? null : `model.${definition.options.renamedFrom}`
  };
}
function modelFeatures(d, dataset, c) {
  const { uses, name } = d.definition;
  if (uses.length === 0) return dataset.features;
  const byName = new Map(dataset.features.map((f) => [shortName(f), f]));
  return uses.flatMap((feature) => {
    const found = byName.get(feature);
    if (found !== void 0) return [found];
    c.mistakes.at(placeOfMember(d, "uses"))("F365", { model: name, feature, dataset: dataset.name, near: nearest(feature, byName.keys()) });
    return [];
  });
}
function checkTraffic(models, c) {
  const sums = /* @__PURE__ */ new Map();
  for (const m of models) sums.set(m.trainedOn, (sums.get(m.trainedOn) ?? 0) + (m.traffic ?? 0));
  for (const [dataset, sum] of sums) {
    const last = models.findLast((m) => m.trainedOn === dataset);
    if (sum > 1 + 1e-9) c.mistakes.at(placeOf(c.names.models.get(last.name)))("F369", { name: shortName(dataset), sum: Math.round(sum * 1e3) / 1e3 });
  }
}

// compiler/analyze/monitors.ts
var statistics = {
  psi: { on: "feature", of: "any", threshold: "number" },
  mean: { on: "feature", of: "number", threshold: "number" },
  nullShare: { on: "feature", of: "any", threshold: "number" },
  age: { on: "source", of: "any", threshold: "length" },
  lateShare: { on: "source", of: "any", threshold: "number" }
};
function bindMonitors(c) {
  return [...c.names.monitors.values()].flatMap((d) => bindMonitor(d, c) ?? []);
}
function bindMonitor(d, c) {
  const { definition } = d;
  const on = subjectOf(d, c);
  const every = durationOption("every", definition.every, c.mistakes.at(placeOfMember(d, "every"))) ?? day;
  if (on === null) return null;
  checkStatistic(d, on, c);
  return {
    address: d.address,
    name: definition.name,
    span: d.span,
    on,
    statistic: definition.statistic,
    parameters: definition.parameters,
    threshold: definition.threshold,
    every,
    severity: definition.severity,
    notify: definition.notify,
    meta: declaredMeta(d, c.names.config),
    renamedFrom: definition.options.renamedFrom === void 0 ? null : `monitor.${definition.options.renamedFrom}`
  };
}
function subjectOf(d, c) {
  const { on, name } = d.definition;
  const report = c.mistakes.at(placeOfMember(d, "on"));
  switch (on.kind) {
    case "invalid":
      report("F202", { found: on.found, expected: "a feature or a source" });
      return null;
    case "source": {
      const source = c.names.sources.get(on.source);
      if (source === void 0) reportUnknown(report, "source", on.source, ` (watched by '${name}'), or it is not exported`, c.names.sources.keys());
      return source?.address ?? null;
    }
    case "feature": {
      const feature = featureOf(c.names, on.ref);
      if (feature === null) {
        const known = [...c.names.features.values()].map((f) => f.name);
        reportUnknown(report, "feature", shortName(on.ref), ` (watched by '${name}')`, known);
      }
      return feature?.address ?? null;
    }
  }
}
function checkStatistic(d, on, c) {
  const { statistic, threshold, parameters } = d.definition;
  const report = c.mistakes.at(placeOfMember(d, "stat"));
  const known = Object.hasOwn(statistics, statistic) ? statistics[statistic] : null;
  if (known === null) {
    report("F367", { statistic, near: nearest(statistic, Object.keys(statistics)) });
    return;
  }
  const subject = on.startsWith("source.") ? "source" : "feature";
  if (known.on !== subject) report("F366", { statistic, on: `a ${subject}`, expected: `a ${known.on}` });
  const type = c.features.get(on)?.type;
  if (known.on === "feature" && known.of === "number" && type !== void 0 && !isNumeric(type)) {
    report("F366", { statistic, on: `a feature of type ${typeName(type)}`, expected: "numbers" });
  }
  checkThreshold(known, threshold, report);
  const { against } = parameters;
  if (statistic === "psi" && against !== "previous" && against !== "training" && parseDuration(against) === null) {
    report("F203", { option: "against", found: shown(against) });
  }
}
function checkThreshold(known, threshold, report) {
  if (threshold === null) report("F201", { option: "stat", found: "without a threshold", expected: "a limit by above(...) or below(...)" });
  else if (known.threshold === "length") durationOption("threshold", String(threshold.value), report);
  else if (typeof threshold.value !== "number" || !Number.isFinite(threshold.value)) {
    report("F201", { option: "threshold", found: shown(threshold.value), expected: "a number" });
  }
}

// compiler/analyze/policy.ts
function checkPolicies(catalog, mistakes) {
  for (const policy of catalog.config.policies) checkPolicy(policy, catalog, mistakes);
}
function checkPolicy(policy, catalog, mistakes) {
  const miss = (thing) => mistakes.at({ span: thing.span, address: thing.address })("F380", { what: thing.address, field: policy.require });
  if (policy.require === "monitor") {
    const watched = new Set(catalog.monitors.map((m) => m.on));
    for (const view of catalog.views) if (view.features.length > 0 && !view.features.some((f) => watched.has(f))) miss(view);
    return;
  }
  const all2 = [
    ...catalog.entities,
    ...catalog.sources,
    ...catalog.views,
    ...Object.values(catalog.features),
    ...catalog.stores,
    ...catalog.servings,
    ...catalog.datasets,
    ...catalog.models,
    ...catalog.monitors
  ];
  for (const thing of all2) if (!thing.meta[policy.require].value?.trim()) miss(thing);
}

// compiler/analyze/population.ts
function checkPopulations(catalog, mistakes) {
  const entities = new Map(catalog.entities.map((e) => [e.address, e]));
  const held = new Set(catalog.sources.flatMap((s) => s.entities.map((e) => e.entity)));
  const seen = /* @__PURE__ */ new Map();
  for (const view of catalog.views) {
    const entity = entities.get(view.entity);
    const own = view.features.some((f) => readsRows(catalog.features[f].expr));
    const read = view.readsViews.some((v) => seen.get(v) === true && sameEntity(catalog.views, v, view));
    seen.set(view.address, own || read);
    if (view.features.length > 0 && entity.keys.length > 0 && !held.has(entity.address) && !own && !read)
      mistakes.at({ span: view.span, address: view.address })("F329", { view: view.name, entity: entity.name });
  }
}
function readsRows(expr) {
  return leavesOf(expr).some((l) => l.kind === "window" || l.kind === "asOf" || l.kind === "lookup" && Object.values(l.keys).some(readsRows));
}
function sameEntity(views, address2, view) {
  return views.find((v) => v.address === address2)?.entity === view.entity;
}

// compiler/ir/serving-target.ts
function servingTargets(config) {
  return Object.entries(config.targets).flatMap(
    ([name, target]) => target.kind === "snowflake" ? [{ name, edition: target.edition ?? "standard", cloud: target.cloud ?? null, warehouse: textOf(target.warehouse) }] : []
  );
}
function textOf(c) {
  return typeof c === "string" ? c : c.env;
}

// compiler/analyze/serving-breaks.ts
var breaking = [
  {
    found: /\b(CURRENT_TIMESTAMP|CURRENT_TIME|CURRENT_DATE|LOCALTIMESTAMP|LOCALTIME|SYSTIMESTAMP|SYSDATE|GETDATE)\b/i,
    rule: "what depends on the moment stands in conditions only"
  },
  {
    found: /\b(CURRENT_USER|CURRENT_ROLE|CURRENT_SESSION|CURRENT_ACCOUNT|CURRENT_WAREHOUSE|IS_ROLE_IN_SESSION|INVOKER_ROLE)\b/i,
    rule: "it depends on who reads"
  },
  { found: /\b(RANDOM|RANDSTR|UNIFORM|NORMAL|ZIPF|UUID_STRING|SEQ[1248]|NEXTVAL)\b/i, rule: "it gives another value each time" },
  { found: /\b(EXISTS|SELECT)\b/i, rule: "subqueries stand in FROM only" },
  { found: /\bANY_VALUE\b/i, rule: "which value it takes is not determined" }
];
function breaksOf(column, expr) {
  const own = expr.kind === "raw" ? inText(column, expr.bodies.snowflake.map((p) => typeof p === "string" ? p : " ").join("")) : [];
  return [...own, ...childrenOf(expr).flatMap((child) => breaksOf(column, child))];
}
function inText(column, sql) {
  const code = sql.replaceAll(/'(?:[^'\\]|''|\\.)*'/g, "''").replaceAll(/--.*$|\/\*[\s\S]*?\*\//gm, " ");
  return breaking.flatMap(({ found, rule }) => {
    const match = found.exec(code);
    return match === null ? [] : [{ column, found: match[0].toUpperCase(), rule }];
  });
}

// compiler/analyze/servings.ts
function bindServings(c) {
  return [...c.names.servings.values()].flatMap((d) => bindServing(d, c) ?? []);
}
function bindServing(d, c) {
  const { definition } = d;
  const entity = entityOf(d, c);
  if (entity === null) return null;
  const what = `serving '${definition.name}'`;
  const report = c.mistakes.at(placeOfMember(d, "features"));
  const features = expandListed(definition.features, holdsOnly(entity, what, report), what, "all", c, report);
  const request = Object.entries(definition.request).map(([name, column]) => ({ name, type: column.type }));
  const computed = definition.computed.flatMap((f) => bindComputed(d, f, { entity, request, features }, c) ?? []);
  const { keys } = c.entities.get(`entity.${entity}`);
  const columns = [...keys.map((k) => k.name), "feature_time", "computed_at", ...features.map((f) => f.as), ...computed.map((f) => f.name)];
  checkColumns(columns, what, c.mistakes.at(placeOf(d)));
  checkRequest(d, columns, c);
  checkClusters(
    d,
    columns.filter((name) => !computed.some((f) => f.name === name && f.onRequest)),
    c
  );
  if (definition.mode === "live") {
    checkMergeable(features, c, report);
    checkLive(d, c);
  }
  const wish = wishOf(d, { entity, keys, features, computed }, c);
  if (definition.mode !== "live") checkTargets(d, wish, c);
  return {
    address: d.address,
    name: definition.name,
    span: d.span,
    entity: `entity.${entity}`,
    features,
    request,
    computed,
    wish,
    meta: declaredMeta(d, c.names.config, entityLevel(entity, c)),
    renamedFrom: definition.options.renamedFrom === void 0 ? null : `serving.${definition.options.renamedFrom}`,
    mode: definition.mode,
    freshness: wish.freshness
  };
}
function wishOf(d, { entity, keys, features, computed }, c) {
  const { name, as, refresh, initialize, clusterBy, freshness, latency } = d.definition;
  const shownOf = features.flatMap((f) => c.features.get(f.feature) ?? []);
  const views = unique(shownOf.map((f) => f.view)).map((view) => ({ view, feature: shownOf.find((f) => f.view === view).name }));
  return {
    name,
    as,
    refresh,
    initialize,
    clusterBy,
    latency: latencyOption(latency, c.mistakes.at(placeOfMember(d, "latency"))),
    freshness: freshness === "downstream" ? freshness : durationOption("freshness", freshness, c.mistakes.at(placeOfMember(d, "freshness"))),
    entity,
    keys: keys.map((k) => ({ name: k.name, type: k.type })),
    views,
    breaks: computed.filter((f) => !f.onRequest).flatMap((f) => breaksOf(f.name, f.expr))
  };
}
function latencyOption(given, report) {
  if (given === null) return null;
  const match = /^(\d+)(ms|s)$/.exec(given);
  const ms = match === null ? 0 : Number(match[1]) * (match[2] === "s" ? 1e3 : 1);
  if (ms > 0 && Number.isSafeInteger(ms)) return ms;
  report("F201", { option: "latency", found: shown(given), expected: "milliseconds or seconds, such as '100ms' or '2s'" });
  return null;
}
function checkTargets(d, wish, c) {
  const said = /* @__PURE__ */ new Set();
  for (const target of servingTargets(c.names.config)) {
    for (const { member, diagnostic: diagnostic2 } of chooseServing(wish, target).broken) {
      const key = `${member} ${diagnostic2.code} ${diagnostic2.message}`;
      if (!said.has(key)) c.mistakes.list.push({ ...diagnostic2, ...placeOfMember(d, member) });
      said.add(key);
    }
  }
}
function checkClusters(d, candidates, c) {
  for (const column of d.definition.clusterBy)
    if (!candidates.includes(column)) c.mistakes.at(placeOfMember(d, "clusterBy"))("F386", { column, candidates, near: nearest(column, candidates) });
}
function checkRequest(d, columns, c) {
  const taken = new Set(columns.map((name) => name.toLowerCase()));
  for (const field of Object.keys(d.definition.request))
    if (taken.has(field.toLowerCase())) c.mistakes.at(placeOfMember(d, "request"))("F393", { field, serving: d.definition.name });
}
function bindComputed(d, f, scope, c) {
  const { entity, request } = scope;
  const report = c.mistakes.at(placeOfMember(d, f.name));
  const expr = bindExpression(f.expr, "computed", { names: c.names, report });
  if (expr === null) return null;
  const leaves = leavesOf(expr);
  const unknown = leaves.flatMap((l) => l.kind === "request" && !request.some((r) => r.name === l.name) ? [l.name] : []);
  for (const name of unknown)
    reportUnknown(
      report,
      "request field",
      name,
      ` in serving '${d.definition.name}'`,
      request.map((r) => r.name)
    );
  if (unknown.length > 0 || !checkGrain(expr, { names: c.names, sources: c.sources, entity, report })) return null;
  const listed = new Set(scope.features.map((x) => x.feature));
  const others = unique(leaves.flatMap((l) => l.kind === "feature" && c.features.has(l.ref) && !listed.has(l.ref) ? [l.ref] : []));
  for (const ref of others) report("F394", { column: f.name, feature: shortName(ref), serving: d.definition.name });
  const typed = inferType(expr, {
    sources: c.sources,
    entities: c.entities,
    features: c.typeScope.types,
    view: null,
    start: null,
    report,
    rows: c.typeScope.rows
  });
  if (typed === null || leaves.some((l) => l.kind === "feature" && !c.features.has(l.ref))) return null;
  return {
    name: f.name,
    expr: typed.expr,
    type: typed.type,
    description: f.meta.description ?? d.members[f.name]?.description ?? null,
    onRequest: leaves.some((l) => l.kind === "request"),
    dataHash: hashOfComputed(typed.expr, typed.type, entity, c),
    formula: formulaOf(f.expr)
  };
}
var atReading = { every: 1, accuracy: "snapshot", known: "as-known", settle: 0, availableAfter: 0, start: null };
function hashOfComputed(expr, type, entity, c) {
  return dataHash(expr, type, {
    sources: c.sources,
    entities: c.entities,
    entity: `entity.${entity}`,
    contract: atReading,
    feature: (ref) => ({ dataHash: c.features.get(ref).dataHash, contract: atReading })
  });
}
function checkLive(d, c) {
  const { as, refresh, initialize, clusterBy } = d.definition;
  const given = [
    ...as === null || as === "view" ? [] : ["as"],
    ...refresh === null ? [] : ["refresh"],
    ...initialize === null ? [] : ["initialize"]
  ];
  const options = clusterBy.length === 0 ? given : [...given, "clusterBy"];
  for (const option of options) c.mistakes.at(placeOfMember(d, option))("F682", { serving: d.definition.name, option });
}
function checkMergeable(features, c, report) {
  const seen = /* @__PURE__ */ new Set();
  const visit = (feature, top) => {
    if (seen.has(feature)) return;
    seen.add(feature);
    const catalog = c.features.get(feature);
    if (catalog === void 0) return;
    for (const l of leavesOf(catalog.expr)) {
      if (l.kind === "window" && aggregates[l.aggregate].merge === "multiset") report("F368", { aggregate: l.aggregate, feature: top });
    }
    for (const ref of catalog.readsFeatures) visit(ref, top);
  };
  for (const f of features) visit(f.feature, f.as);
}

// compiler/analyze/index.ts
function analyze(project) {
  const mistakes = collectMistakes();
  checkConfig(project, mistakes);
  const names = indexNames(project);
  bindNames(project, names, mistakes);
  const entities = bindEntities(names, mistakes);
  const sources = bindSources(names, mistakes);
  const bound = bindFeatures(names, mistakes);
  const base = { names, mistakes, entities: byAddress(entities), sources: byAddress(sources) };
  const elaborated = elaborateFeatures(bound, base);
  const consumed = { ...base, ...elaborated, views: byAddress(elaborated.views) };
  const stores = bindStores(consumed);
  const servings = bindServings(consumed);
  const datasets = bindDatasets(consumed);
  const models = bindModels(datasets, consumed);
  const monitors = bindMonitors(consumed);
  const catalog = {
    project: project.config.project,
    config: project.config,
    entities,
    sources,
    views: elaborated.views,
    features: Object.fromEntries(elaborated.features),
    stores,
    servings,
    datasets,
    models,
    monitors,
    lineage: lineageOf(consumed, { stores, servings, datasets, models })
  };
  checkPopulations(catalog, mistakes);
  checkLeakage(datasets, consumed);
  checkPolicies(catalog, mistakes);
  return { value: hasErrors(mistakes.list) ? null : catalog, diagnostics: mistakes.list };
}
function byAddress(things) {
  return new Map(things.map((t) => [t.address, t]));
}

export {
  analyze
};
