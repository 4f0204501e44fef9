import {
  bindRelation,
  common,
  contentOf,
  copyTo,
  coverageOf,
  createSchema,
  createTableAs,
  createView,
  dropTable,
  literal as literal2,
  match,
  mergeStatements,
  observe,
  onlyUnder,
  openDuckdb,
  printQuery,
  qualified,
  quote,
  readMeta,
  readState,
  stateSql,
  typeSql,
  unreadable,
  withLock,
  writeState
} from "./.run-3869-ED2BBZYK.mjs";
import {
  nameText
} from "./.run-3869-LORJLHYC.mjs";
import "./.run-3869-AXL77B2Q.mjs";
import {
  aggregate,
  aggregateType,
  aggregates,
  all,
  allLeaves,
  as,
  ascending,
  attributeJoins,
  attributeOf,
  attributeParts,
  attributeValue,
  attributesRead,
  bucketOf,
  call,
  captureTable,
  cast,
  choose,
  column,
  columnsOf,
  componentsOf,
  continuousShare,
  descending,
  discreteShare,
  effectiveKnown,
  emptyTerm,
  expandComponents,
  expandSlot,
  field,
  fields,
  finishSlot,
  foreignFeatures,
  groupBy,
  happened,
  hashTerm,
  instant,
  integer,
  isSigned,
  isoOf,
  join,
  knownRows,
  later,
  leafColumn,
  levelParts,
  literal,
  named,
  neededFeatures,
  newestRows,
  over,
  part,
  planView,
  pointAt,
  pointFrom,
  readAlias,
  readValue,
  rowTerm,
  rowType,
  sameColumns,
  scanCaptures,
  secondsOf,
  select,
  slotName,
  stable,
  storedView,
  tileTimes,
  toFloat,
  unique,
  unknown,
  wholeRow,
  windowValue,
  words,
  yes
} from "./.run-3869-WMC7LEXK.mjs";
import {
  leavesOf,
  mapLeaves
} from "./.run-3869-RICG2RF7.mjs";
import {
  decimal,
  flag,
  float,
  text,
  time,
  typeName
} from "./.run-3869-4H6MAL5W.mjs";
import "./.run-3869-ZRZALKKI.mjs";
import {
  nearest
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
import "./.run-3869-WMCPSZGM.mjs";
import "./.run-3869-QBUCTYCR.mjs";

// bench/peers.ts
import { mkdtempSync, readFileSync as readFileSync2, rmSync as rmSync4, writeFileSync as writeFileSync3 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join5 } from "node:path";

// compiler/lower/exact/versions.ts
function dimensionAt(request, known2) {
  const { source } = request;
  const point2 = field("feature_time", "p");
  const validFrom = field(happened(source), "s");
  const rows = knownRows(source, known2);
  const ends = source.validTo === null ? null : field(source.validTo, "s");
  return newestAt(request, {
    from: rows.from,
    where: [wholeRow(source, request.on, "s"), ...rows.where],
    shows: [
      ...rows.seenAt("s", point2),
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
function newestAt({ name: name2, on, keys }, rows) {
  const grain = fields([...keys, "feature_time"], "p");
  const rank = over(
    "rowNumber",
    [],
    grain.map((g) => g.expr),
    rows.order.map(descending),
    null
  );
  const own = keys.map((k, i) => call("eq", field(on[i], "s"), field(k, "p")));
  const columns = [...grain, ...rows.columns.map((c) => named(column(c), field(c, "s")))];
  return {
    name: name2,
    of: select(as("p", part("points")), columns, {
      joins: [join("inner", "s", rows.from, [...own, ...rows.shows])],
      where: rows.where,
      qualify: [call("eq", rank, integer(1))]
    })
  };
}

// compiler/lower/exact/alive.ts
function aliveAt(plan, keys, known2) {
  if (plan.kind === "one") return { parts: [], joins: [], when: yes };
  if (plan.kind === "seen")
    return anyOf([
      ...plan.events.map((t) => seenEvents(t, keys)),
      ...plan.dimensions.map((d) => seenVersions(d, keys, known2)),
      ...plan.snapshots.map((s) => seenCaptures(s, keys))
    ]);
  const [dimension] = plan.dimensions;
  if (dimension !== void 0) return inDimension(dimension, keys, known2);
  const [snapshot] = plan.snapshots;
  return snapshot === void 0 ? anyOf(plan.events.map((t) => seenEvents(t, keys))) : inSnapshot(plan.events, snapshot, keys);
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
function seenEvents(table, keys) {
  const { source, on } = table;
  const name2 = partName("seen", table);
  const at = field(happened(source), "s");
  const known2 = effectiveKnown(source, table.known, "s");
  if (isSigned(table)) return countedEvents(name2, table, keys);
  const since2 = aggregate("min", [table.known ? call("greatest", at, known2) : at]);
  const of = select(as("s", newestRows(source)), [...keys.map((k, i) => named(k, field(on[i], "s"))), named("seen_at", since2)], {
    where: [wholeRow(source, on, "s")],
    groupBy: on.map((k) => field(k, "s"))
  });
  return { parts: [{ name: name2, of }], joins: [join("left", name2, part(name2), sameColumns("g", name2, keys))], when: call("gt", point, field("seen_at", name2)) };
}
function countedEvents(name2, { source, on }, keys) {
  const rows = knownRows(source, true);
  const moment = field("feature_time", "p");
  const of = select(as("p", part("points")), fields([...keys, "feature_time"], "p"), {
    joins: [
      join("inner", "s", rows.from, [
        ...keys.map((k, i) => call("eq", field(on[i], "s"), field(k, "p"))),
        call("lt", field(happened(source), "s"), moment),
        call("lt", effectiveKnown(source, true, "s"), moment),
        ...rows.seenAt("s", moment)
      ])
    ],
    where: [wholeRow(source, on, "s"), ...rows.where],
    distinct: true
  });
  return { parts: [{ name: name2, of }], joins: [byMoment(name2, keys)], when: there(name2) };
}
function seenVersions(read, keys, known2) {
  const found = dimensionAt({ name: partName("version", read), source: { ...read.source, validTo: null }, on: read.on, keys, columns: [] }, known2);
  return { parts: [found], joins: [byMoment(found.name, keys)], when: there(found.name) };
}
function seenCaptures({ source, on }, keys) {
  const name2 = partName("captured", { source, on });
  const of = select(
    as("s", scanCaptures(captureTable(source), [])),
    [...keys.map((k, i) => named(k, field(on[i], "s"))), named("seen_at", aggregate("min", [field("captured_at", "s")]))],
    { where: on.map((k) => call("not", call("isNull", field(k, "s")))), groupBy: on.map((k) => field(k, "s")) }
  );
  return { parts: [{ name: name2, of }], joins: [join("left", name2, part(name2), sameColumns("g", name2, keys))], when: call("gt", point, field("seen_at", name2)) };
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
  const runs = select(
    as("p", part("points")),
    [named("feature_time", field("feature_time", "p")), named("newest_at", aggregate("max", [field("captured_at", "s")]))],
    {
      joins: [join("inner", "s", captures, [call("lt", field("captured_at", "s"), field("feature_time", "p"))])],
      groupBy: [field("feature_time", "p")]
    }
  );
  const isCaptured = call("not", field(column("is_deleted"), "_captured"));
  const parts2 = [captured, { name: "_runs", of: runs }];
  const joins = [byMoment("_captured", keys), join("left", "_runs", part("_runs"), sameColumns("g", "_runs", ["feature_time"]))];
  if (tables.length === 0) return { parts: parts2, joins, when: isCaptured };
  parts2.push({ name: "_first_event", of: firstEvents(tables, keys) });
  const waiting = [
    call("isNull", field("feature_time", "_captured")),
    there("_first_event"),
    call("or", call("isNull", field("newest_at", "_runs")), call("gt", field("happened", "_first_event"), field("newest_at", "_runs")))
  ];
  const when = call("or", call("coalesce", isCaptured, literal(false, flag)), call("and", ...waiting));
  return { parts: parts2, joins: [...joins, byMoment("_first_event", keys)], when };
}
function firstEvents(tables, keys) {
  const each = tables.map(({ source, on, known: known2 }) => {
    const at = field(happened(source), "s");
    const rows = knownRows(source, known2);
    const seen = [
      ...rows.seenAt("s", field("feature_time", "p")),
      call("lt", at, field("feature_time", "p")),
      ...known2 ? [call("lt", effectiveKnown(source, true, "s"), field("feature_time", "p"))] : []
    ];
    return select(as("p", part("points")), [...fields([...keys, "feature_time"], "p"), named("happened", at)], {
      joins: [join("inner", "s", rows.from, [...keys.map((k, i) => call("eq", field(on[i], "s"), field(k, "p"))), ...seen])],
      where: [wholeRow(source, on, "s"), ...rows.where]
    });
  });
  const grain = [...keys, "feature_time"];
  return select(
    as("e", each.length === 1 ? each[0] : { kind: "union", all: each }),
    [...fields(grain, "e"), named("happened", aggregate("min", [field("happened", "e")]))],
    {
      groupBy: grain.map((g) => field(g, "e"))
    }
  );
}
function byMoment(name2, keys) {
  return join("left", name2, part(name2), sameColumns("g", name2, [...keys, "feature_time"]));
}
function there(name2) {
  return call("not", call("isNull", field("feature_time", name2)));
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
  return {
    scan: (table, columns) => rawTiles(table, columns, tables.find((t) => t.table.address === table.address).states),
    visible: (_, span, alias, point2) => inWindow(span, accuracy, field("event_tile", alias), point2),
    readable: (table, alias, point2) => [
      ...keys.map((k, i) => call("eq", field(table.on[i], alias), field(k, "p"))),
      ...table.known ? [call("gt", point2, field("known_tile", alias))] : [],
      ...knownRows(table.source, table.known).seenAt(alias, point2)
    ],
    pruned: () => []
  };
}
function inWindow(span, accuracy, at, point2) {
  const happenedBefore = call("lt", at, later(point2, -span.offset));
  return span.length === "lifetime" ? [happenedBefore] : [happenedBefore, call("gte", at, windowOpens(point2, span.length + span.offset, accuracy))];
}
function windowOpens(point2, reach, accuracy) {
  const opens = later(point2, -reach);
  return accuracy === "exact" ? opens : bucketOf(opens, accuracy.hop);
}
function rawTiles(table, columns, states) {
  const { source, content } = table;
  const times = [field(happened(source), "s"), effectiveKnown(source, table.known, "s")];
  const grain = [...fields(table.on, "s"), ...tileTimes.map((name2, i) => named(name2, times[i]))];
  const counted = content.kind === "states" ? [] : rowsCounted(content);
  const read = () => unique([...columns.map((c) => stateCalled(c, states)), ...states.filter((s) => s.kind === "meanX")]);
  const values2 = content.kind === "states" ? read().map((s) => named(s.name, stateOfRow(table, s))) : contentColumns(table, columns);
  const own = values2.filter((v) => !grain.some((g) => g.as === v.as));
  const rows = knownRows(source, table.known);
  return select(as("s", rows.from), [...grain, ...own, ...fields(rows.columns, "s")], { where: [wholeRow(source, table.on, "s"), ...rows.where, ...counted] });
}
function stateCalled(name2, states) {
  return states.find((s) => s.name === name2) ?? missing(name2);
}
function missing(name2) {
  throw new InternalError(`no state '${name2}' of a row`);
}
function rowsCounted(content) {
  const where = content.where === null ? [] : [rowTerm(content.where, "s")];
  return content.kind !== "sketch" && content.keepNulls ? where : [...where, present(rowTerm(content.of, "s"))];
}
function present(value) {
  return call("not", call("isNull", value));
}
function contentColumns(table, columns) {
  const { source, content } = table;
  if (content.kind === "states") return [];
  const value = rowTerm(content.of, "s");
  const terms = { value: content.kind === "sketch" ? hashTerm(value) : value, n: integer(1), event_time: field(happened(source), "s") };
  source.tieBreak.forEach((tie, i) => terms[`tie_${i + 1}`] = field(tie, "s"));
  source.rowKey.forEach((c, i) => terms[`row_${i + 1}`] = field(c, "s"));
  return columns.map((c) => named(c, terms[c] ?? missing(c)));
}
function stateOfRow(table, state) {
  const where = state.where === null ? [] : [rowTerm(state.where, "s")];
  const value = state.of === null ? null : rowTerm(state.of, "s");
  const guarded = (conditions, then, otherwise = null) => conditions.length === 0 ? then : choose(all(conditions), then, otherwise);
  const counted = [...where, ...state.keepNulls || value === null ? [] : [present(value)]];
  switch (state.kind) {
    case "n":
      return guarded(where, integer(1), integer(0));
    case "mean":
      return guarded(counted, toFloat(value));
    case "m2":
    case "meanX":
    case "m2x":
    case "cxy":
      return guarded(counted, literal(0, float));
    case "firstTime":
    case "lastTime":
      return guarded(counted, field(happened(table.source), "s"));
    case "firstTie":
    case "lastTie":
      return guarded(counted, field(state.tie, "s"));
    default:
      return guarded(where, value);
  }
}

// compiler/lower/exact/windows.ts
function momentWindows(slots, context) {
  const tables = [...groupBy(slots, (s) => s.table.address).values()];
  const all2 = tables.map((group, i) => tableParts(`t${i + 1}`, group, context));
  return { parts: all2.flatMap((p) => p.parts), outputs: all2.flatMap((p) => p.outputs) };
}
function tableParts(prefix, slots, context) {
  const merged = slots.filter((s) => s.plan.by === "merge");
  const others = slots.filter((s) => s.plan.by !== "merge");
  return {
    parts: [...merged.length > 0 ? mergedParts(prefix, merged, context) : [], ...others.flatMap((s) => expandSlot(s, context))],
    outputs: [
      ...merged.length > 0 ? [{ part: prefix, slots: merged.map((s) => s.name), isGrid: false }] : [],
      ...others.map((s) => ({ part: s.name, slots: [s.name], isGrid: false }))
    ]
  };
}
function mergedParts(prefix, slots, context) {
  const seen = `${prefix}_seen`;
  const columns = slots.map((s) => finishSlot(s, (c) => field(c.name, seen)));
  return [
    { name: seen, of: expandComponents(componentsOf(slots), slots, context, null) },
    { name: prefix, of: select(as(seen, part(seen)), [...fields([...context.keys, "feature_time"], seen), ...columns]) }
  ];
}

// compiler/lower/exact/index.ts
function exactBody(model, plan, request) {
  const rows = momentRows(model, plan, request);
  const body = select(as("r", rows.body), [
    ...fields(plan.keys, "r"),
    named("spine_time", field("feature_time", "r")),
    ...fields(
      request.features.map((f) => model.catalog.features[f].column),
      "r"
    )
  ]);
  return { ...rows, body };
}
function momentRows(model, plan, request) {
  const promised = plan.view.contract.accuracy;
  const accuracy = request.accuracy ?? (promised === "snapshot" ? "exact" : promised);
  const needed = neededFeatures(model, plan, { features: request.features, first: true });
  const leaves = needed.flatMap((f) => allLeaves(f.expr));
  const spine = as("s", request.spine);
  const points = select(spine, [...fields(plan.keys, "s"), named("feature_time", field("spine_time", "s"))], { distinct: true });
  const read = request.others === "newest stored" ? storedView : readMoments(accuracy);
  const base = baseParts(model, plan, leaves, { accuracy, read });
  const alive = aliveAt(plan.population, plan.keys, plan.known);
  const levels = levelParts(model, plan, needed, base.columns, read);
  const living = (f) => choose(alive.when, field(f.column, "g"), emptyTerm(f));
  const grain = fields([...plan.keys, "feature_time"], "g");
  const asked = request.features.map((f) => model.catalog.features[f]);
  return {
    kind: "with",
    parts: [{ name: "points", of: points }, ...base.parts, ...levels.parts, ...alive.parts],
    body: select(as("g", part(levels.last)), [...grain, ...asked.map((f) => named(f.column, living(f)))], { joins: alive.joins })
  };
}
function baseParts(model, plan, leaves, { accuracy, read }) {
  const windows = windowsOf(plan, leaves, accuracy);
  const attributes = attributesRead(model, plan, leaves);
  const foreign = foreignFeatures(model, plan, leaves);
  const grain = [...plan.keys, "feature_time"];
  const opens = (w) => windowOpens(field("feature_time", "g"), w.length + w.offset, accuracy);
  const of = (leaf, value) => named(leafColumn(model, plan, leaf), value);
  const values2 = leaves.flatMap((l) => {
    if (l.kind === "window") return [of(l, windowValue(model, l, windows.outputs, opens))];
    return l.kind === "asOf" ? [of(l, attributeValue(attributeOf(model, plan.entity, l.of), l.of))] : [];
  });
  values2.push(...foreign.map((f) => of({ kind: "feature", ref: f.address }, readValue(f, readAlias(f.view)))));
  const columns = [...fields(grain, "g"), ...new Map(values2.map((c) => [c.as, c])).values()];
  const base = as("g", part("points"));
  const joins = [
    ...windows.outputs.map((w) => join("left", w.part, part(w.part), sameColumns("g", w.part, grain))),
    ...attributes.flatMap((a) => attributeJoins(a, plan.keys)),
    ...[...groupBy(foreign, (f) => f.view)].map(
      ([view, features]) => read(model, { view, features, alias: readAlias(view), base, key: (name2) => field(name2, "g") })
    )
  ];
  const parts2 = [
    ...windows.parts,
    ...attributes.flatMap((a) => attributeParts(a, { keys: plan.keys, every: plan.every, known: plan.known }, asOfMoments)),
    { name: "base", of: select(base, columns, { joins }) }
  ];
  return { parts: parts2, columns: columns.map((c) => c.as) };
}
var asOfMoments = {
  dimension: (request, known2) => [dimensionAt(request, known2)],
  captures: (request, captures) => [captureAt(request, captures)]
};
function windowsOf(plan, leaves, accuracy) {
  const read = new Set(leaves.filter((l) => l.kind === "window").map(slotName));
  const context = { keys: plan.keys, every: plan.every, bulk: false, reading: rawReading(plan.tables, plan.keys, accuracy) };
  return momentWindows(
    plan.slots.filter((s) => read.has(s.name)).map((s) => ({ ...s, leaf: s.declared })),
    context
  );
}
function readMoments(accuracy) {
  return (model, { view, features, alias, base, key }) => {
    const plan = planView(model, model.views.get(view) ?? unknown(view));
    const columns = [...plan.keys.map((k) => named(k, key(k))), named("spine_time", field("feature_time", base.as))];
    const spine = select(base, columns, { distinct: true });
    const rows = momentRows(model, plan, { features: features.map((f) => f.address), spine, accuracy });
    const on = [
      ...plan.keys.map((k) => call("eq", field(k, alias), key(k))),
      call("eq", field("feature_time", alias), field("feature_time", base.as))
    ];
    return join("left", alias, nested(rows, `${alias}_`, spine), on);
  };
}

// compiler/lower/dataset/spine.ts
var labelTime = "label_time";
var groupTime = "group_time";
function carried(column2) {
  return `s_${column2}`;
}
function spineOf(model, dataset) {
  return model.sources.get(dataset.spine) ?? unknown(dataset.spine);
}
function shownColumns(dataset) {
  return unique([...dataset.roles.flatMap((r) => r.on), ...dataset.keep]);
}
function readColumns(model, dataset) {
  const label = leavesOf(dataset.label).flatMap((l) => l.kind === "column" ? [l.name] : []);
  const time2 = happened(spineOf(model, dataset));
  return unique([...shownColumns(dataset), ...dataset.split.by, ...label]).filter((c) => c !== time2);
}
function spineField(model, dataset, column2, alias) {
  return field(column2 === happened(spineOf(model, dataset)) ? labelTime : carried(column2), alias);
}
function knownBefore(source, known2, alias) {
  return [call("not", call("isNull", field(happened(source), alias))), call("lt", effectiveKnown(source, true, alias), instant(known2))];
}
function spineRows(model, dataset, known2) {
  const source = spineOf(model, dataset);
  const time2 = field(happened(source), "s");
  const grouped = dataset.split.kind === "time" && dataset.split.by.length > 0;
  const columns = [
    named(labelTime, time2),
    ...readColumns(model, dataset).map((c) => named(carried(c), field(c, "s"))),
    ...grouped ? [
      named(
        groupTime,
        over(
          "min",
          [time2],
          dataset.split.by.map((c) => field(c, "s")),
          [],
          null
        )
      )
    ] : []
  ];
  return select(as("s", { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }), columns, { where: knownBefore(source, known2, "s") });
}
function withinSpan(from, to, alias) {
  const at = field(labelTime, alias);
  return [...from === null ? [] : [call("gte", at, instant(from))], ...to === null ? [] : [call("lt", at, instant(to))]];
}
function rowOrder(model, dataset, alias) {
  const json = (c) => spineOf(model, dataset).columns.some((x) => x.name === c && x.type.kind === "json");
  const columns = readColumns(model, dataset).filter((c) => !json(c));
  return [field(labelTime, alias), ...columns.map((c) => field(carried(c), alias))].map(ascending);
}

// compiler/lower/dataset/label-value.ts
function isOrdered({ aggregate: name2 }) {
  return ["first", "last", "lastN", "median", "percentile", "percentileDisc"].includes(name2);
}
function valueOf(of) {
  return mapLeaves(of, (leaf) => {
    if (leaf.kind !== "column") throw new InternalError(`the rows of a label hold a '${leaf.kind}'`);
    return field(carried(leaf.name), "m");
  });
}
function known(value) {
  return call("not", call("isNull", value));
}
function both(where, and) {
  return where === null ? and : all([where, and]);
}
function aggregateTerm(leaf, source) {
  const where = leaf.where === null ? null : valueOf(leaf.where);
  if (leaf.of === null) return aggregate("countAll", [], where);
  const value = valueOf(leaf.of);
  const type = rowType(leaf.of, source);
  const sum = type.kind === "float" ? stable("sum", [value], where) : aggregate("sum", [value], where);
  const count = aggregate("countAll", [], both(where, known(value)));
  const mean = call("divide", toFloat(sum), toFloat(count));
  const squares = () => call("times", stable("varPop", [toFloat(value)], where), toFloat(count));
  const variance = () => choose(call("gte", count, integer(2)), call("divide", squares(), toFloat(call("minus", count, integer(1)))));
  switch (leaf.aggregate) {
    case "count":
      return aggregate("countAll", [], where);
    case "countIf":
      return aggregate("countAll", [], both(where, value));
    case "sum":
      return cast(sum, aggregateType("sum", type));
    case "avg":
      return mean;
    case "rate":
      return call("divide", toFloat(aggregate("countAll", [], both(where, value))), toFloat(count));
    case "min":
    case "max":
      return aggregate(leaf.aggregate, [value], where);
    case "variance":
      return variance();
    case "stddev":
      return call("sqrt", variance());
    case "volatility":
      return call("divide", call("sqrt", variance()), call("abs", mean));
    case "slope":
      return slope(source, toFloat(value), both(where, known(value)), count);
    // nothing is saved by less than exact here
    case "approxCountDistinct":
    case "countDistinct":
      return aggregate("countDistinct", [value], where);
    case "first":
    case "last":
    case "lastN":
    case "median":
    case "percentile":
    case "percentileDisc":
      throw new InternalError(`${leaf.aggregate} needs the rows in an order`);
    default:
      return absurd(leaf.aggregate);
  }
}
function slope(source, y, counted, count) {
  const x = call("elapsed", field("label_time", "m"), field(carried(happened(source)), "m"), words("days"));
  return choose(call("gte", count, integer(2)), call("divide", stable("covarPop", [x, y], counted), stable("varPop", [x], counted)));
}
function orderedParts(leaf, name2, counted) {
  const { source, grain } = counted;
  const value = valueOf(leaf.of);
  const times = [happened(source), ...source.tieBreak].map((c) => field(carried(c), "m"));
  const condition = both(
    leaf.where === null ? null : valueOf(leaf.where),
    leaf.keepNulls ? { kind: "literal", value: true, type: { kind: "flag" } } : known(value)
  );
  const rows = (columns, order, most2) => {
    const rank = over(
      "rowNumber",
      [],
      grain.map((g) => field(g, "m")),
      order ?? [],
      null
    );
    return select(as("m", part(counted.part)), [...fields(grain, "m"), named("value", value), ...columns, ...order === null ? [] : [named("newest", rank)]], {
      where: [condition],
      ...order === null ? {} : { qualify: [call("lte", rank, integer(most2))] }
    });
  };
  const grouped = (from, term) => ({
    name: name2,
    of: select(as("r", part(from)), [...fields(grain, "r"), named(name2, term)], { groupBy: grain.map((g) => field(g, "r")) })
  });
  const ranked = `${name2}_ranked`;
  switch (leaf.aggregate) {
    case "first":
      return [{ name: ranked, of: rows([], times.map(ascending), 1) }, taken(name2, ranked, grain)];
    case "last":
      return [{ name: ranked, of: rows([], times.map(descending), 1) }, taken(name2, ranked, grain)];
    case "lastN": {
      const list = aggregate("arrayByOrderDescending", [field("value", "r"), call("negate", field("newest", "r"))]);
      return [{ name: ranked, of: rows([], times.map(descending), leaf.parameter ?? 1) }, grouped(ranked, list)];
    }
    default: {
      const partition = grain.map((g) => field(g, "m"));
      const reached2 = over("rowNumber", [], partition, [ascending(value)], null);
      const total = over("count", [], partition, [], null);
      const share = leaf.aggregate === "median" ? 0.5 : leaf.parameter ?? 0.5;
      const term = leaf.aggregate === "percentileDisc" ? discreteShare(share) : continuousShare(share);
      return [{ name: ranked, of: rows([named("reached", toFloat(reached2)), named("total", toFloat(total))], null, 0) }, grouped(ranked, term)];
    }
  }
}
function taken(name2, from, grain) {
  return { name: name2, of: select(as("r", part(from)), [...fields(grain, "r"), named(name2, field("value", "r"))]) };
}

// compiler/lower/dataset/label.ts
function labelWindows(dataset) {
  const windows = leavesOf(dataset.label).filter((l) => l.kind === "window");
  return [...new Map(windows.map((w) => [JSON.stringify(w), w])).values()];
}
function labelKnown(model, dataset, { horizons }, alias) {
  const at = field(labelTime, alias);
  return all(
    labelWindows(dataset).flatMap((w) => {
      const source = model.sources.get(w.source) ?? unknown(w.source);
      const horizon = horizons[w.source] ?? null;
      const end = horizon === null ? { kind: "literal", value: false, type: { kind: "flag" } } : call("lte", later(at, reachOf(w)), instant(horizon));
      return [end, ...source.historyFrom === null ? [] : [call("gte", later(at, w.offset), instant(source.historyFrom))]];
    })
  );
}
function reachOf(w) {
  return w.offset + w.length;
}
function labelBody(model, dataset, request, examples2, alias) {
  const windows = labelWindows(dataset);
  const column2 = (leaf) => spineField(model, dataset, leaf.kind === "column" ? leaf.name : "", alias);
  if (windows.length === 0) return { parts: [], joins: [], value: mapLeaves(dataset.label, column2) };
  const entity = model.entities.get(dataset.entity) ?? unknown(dataset.entity);
  const on = dataset.roles.find((r) => r.entity === entity.address).on;
  const grain = [...on.map((_, i) => `k${i + 1}`), labelTime];
  const labelled = { name: "labelled", of: labelledRows(model, dataset, on, examples2) };
  const spans = [...groupBy(windows, (w) => JSON.stringify([w.source, w.keys, w.length, w.offset]))].map(([, of], i) => {
    const source = model.sources.get(of[0].source) ?? unknown(of[0].source);
    return spanParts({ windows: of, source, on: columnsOf(entity, source, of[0].keys), grain, name: `future_${i + 1}` }, request);
  });
  const values2 = spans.flatMap((s) => s.values);
  const holders = unique(values2.map((v) => v.part));
  const joinTo = (p) => join("left", p, part(p), [
    ...on.map((c, i) => call("eq", field(`k${i + 1}`, p), spineField(model, dataset, c, alias))),
    call("eq", field(labelTime, p), field(labelTime, alias))
  ]);
  return { parts: [labelled, ...spans.flatMap((s) => s.parts)], joins: holders.map(joinTo), value: labelValue(dataset.label, values2) };
}
function labelledRows(model, dataset, on, examples2) {
  const keys = on.map((c) => spineField(model, dataset, c, "x"));
  return select(as("x", part(examples2)), [...keys.map((k, i) => named(`k${i + 1}`, k)), named(labelTime, field(labelTime, "x"))], {
    distinct: true,
    where: keys.map((k) => call("not", call("isNull", k)))
  });
}
function spanParts(span, request) {
  const { windows, source, grain, name: name2 } = span;
  const counted = { part: name2, grain, source };
  const ordered = windows.filter(isOrdered).map((window, i) => ({ window, part: `${name2}_l${i + 1}`, column: `${name2}_l${i + 1}` }));
  const plain = windows.filter((w) => !isOrdered(w)).map((window, i) => ({ window, part: `${name2}_values`, column: `${name2}_a${i + 1}` }));
  const values2 = plain.length === 0 ? [] : [
    {
      name: `${name2}_values`,
      of: select(as("m", part(name2)), [...fields(grain, "m"), ...plain.map((p) => named(p.column, aggregateTerm(p.window, source)))], {
        groupBy: grain.map((g) => field(g, "m"))
      })
    }
  ];
  return {
    parts: [...rowsOfSpan(span, request), ...values2, ...ordered.flatMap((o) => orderedParts(o.window, o.part, counted))],
    values: [...plain, ...ordered]
  };
}
function rowsOfSpan({ windows, source, on, grain, name: name2 }, request) {
  const length = windows[0].length;
  const { offset } = windows[0];
  const opens = later(field(labelTime, "l"), offset);
  const keys = grain.filter((g) => g !== labelTime);
  const bucketed = (of) => select(as("l", part("labelled")), [...fields(grain, "l"), named("span", of)]);
  const first = bucketOf(opens, length);
  const time2 = happened(source);
  const columns = unique([time2, ...source.tieBreak, ...windows.flatMap((w) => [...columnsIn(w.of), ...columnsIn(w.where)])]);
  const events = select(
    as("s", { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }),
    [
      ...on.map((c, i) => named(`k${i + 1}`, field(c, "s"))),
      ...columns.map((c) => named(carried(c), field(c, "s"))),
      named("span", bucketOf(field(time2, "s"), length))
    ],
    { where: [wholeRow(source, on, "s"), ...knownBefore(source, request.known, "s"), ...reached(request, field(time2, "s"), offset, length)] }
  );
  const start2 = later(field(labelTime, "b"), offset);
  const at = field(carried(time2), "e");
  const matched = select(as("b", part(`${name2}_spans`)), [...fields(grain, "b"), ...fields(columns.map(carried), "e")], {
    joins: [
      join("inner", "e", part(`${name2}_rows`), [...sameColumns("b", "e", [...keys, "span"]), call("gte", at, start2), call("lt", at, later(start2, length))])
    ]
  });
  return [
    { name: `${name2}_spans`, of: { kind: "union", all: [bucketed(first), bucketed(later(first, length))] } },
    { name: `${name2}_rows`, of: events },
    { name: name2, of: matched }
  ];
}
function columnsIn(row) {
  return row === null ? [] : leavesOf(row).flatMap((l) => l.kind === "column" ? [l.name] : []);
}
function reached({ reach }, at, offset, length) {
  if (reach === null) return [];
  return [call("gte", at, instant(isoOf(reach.first + offset))), call("lt", at, instant(isoOf(reach.last + 1 + offset + length)))];
}
function labelValue(label, values2) {
  return mapLeaves(label, (leaf) => {
    const wanted = JSON.stringify(leaf);
    const of = values2.find((v) => JSON.stringify(v.window) === wanted);
    const value = field(of.column, of.part);
    return aggregates[of.window.aggregate].empty === "zero" ? call("coalesce", value, integer(0)) : value;
  });
}

// compiler/lower/dataset/point.ts
function availablePoint({ view }, at) {
  return bucketOf(later(at, -view.contract.availableAfter), view.contract.every);
}
function newestComputed(point2, computed2, every) {
  const spans = computed2.flatMap((i) => {
    const [first, last] = [pointFrom(i.from, every), pointAt(i.to - 1, every)];
    return first > last ? [] : [{ first: instant(isoOf(first)), last: instant(isoOf(last)) }];
  });
  const arms = spans.toReversed().flatMap(({ first, last }) => [
    [call("gte", point2, last), last],
    [call("gte", point2, first), point2]
  ]);
  return arms.length === 0 ? { kind: "literal", value: null, type: { kind: "time" } } : { kind: "case", arms, otherwise: null };
}
function youngEnough(point2, { limit }, at) {
  return choose(call("gte", point2, later(at, -limit)), point2);
}
function pointsRead({ view, limit }, reach) {
  const { every, availableAfter } = view.contract;
  return { first: isoOf(pointAt(reach.first - limit, every)), last: isoOf(pointAt(reach.last - availableAfter, every)) };
}

// compiler/lower/dataset/request.ts
function readViews(model, dataset) {
  const features = dataset.features.map((f) => model.catalog.features[f]);
  return unique(features.map((f) => f.view)).map((address, i) => {
    const view = model.views.get(address) ?? unknown(address);
    return {
      view,
      alias: `v${i + 1}`,
      features: unique(features.filter((f) => f.view === address)),
      on: dataset.roles.find((r) => r.entity === view.entity).on,
      limit: dataset.ttl ?? 2 * view.contract.every
    };
  });
}

// compiler/lower/dataset/split.ts
var parts = ["train", "validation", "test"];
function splitTerm(model, dataset, alias) {
  const { split } = dataset;
  if (split.kind === "shares") return shareTerm(model, dataset, alias);
  const at = field(split.by.length === 0 ? labelTime : groupTime, alias);
  const before = (iso) => call("lt", at, instant(iso));
  const arms = [
    [split.train, "train"],
    [split.validation, "validation"]
  ].flatMap(([border, part2]) => {
    if (split.gap === 0) return [[before(border), words(part2)]];
    const end = isoOf(secondsOf(border) - split.gap);
    return [
      [call("lte", at, instant(end)), words(part2)],
      [before(border), literal(null, text)]
    ];
  });
  return { kind: "case", arms, otherwise: words("test") };
}
var hashes = 2 ** 52;
function shareTerm(model, dataset, alias) {
  const { split } = dataset;
  if (split.kind !== "shares") return literal(null, text);
  const columns = split.by.length > 0 ? split.by : unique([...shownColumns(dataset), happened(spineOf(model, dataset))]);
  const typeOf = (c) => spineOf(model, dataset).columns.find((x) => x.name === c).type;
  const hash = call("hash52", hashed(columns.map((c) => ({ value: spineField(model, dataset, c, alias), type: typeOf(c) }))));
  const below = (share, then, otherwise) => choose(call("lt", hash, integer(Math.round(share * hashes))), then, otherwise);
  return below(split.train, words("train"), below(split.train + split.validation, words("validation"), words("test")));
}
function hashed(values2) {
  const each = values2.flatMap((v) => [words(" "), call("coalesce", cast(call("hash52", textOf(v.value, v.type)), text), words("-"))]);
  return each.length === 2 ? each[1] : call("concat", ...each);
}
function textOf(value, type) {
  if (type.kind === "text") return value;
  if (type.kind !== "time") return cast(value, text);
  const inDay = cast(call("elapsed", call("truncate", value, words("day")), value, words("seconds")), decimal(11, 6));
  return call("concat", cast(call("dateOf", value), text), words(" "), cast(inDay, text));
}

// compiler/lower/dataset/inputs.ts
var rule = "dataset 1";
function datasetHashes(model, dataset) {
  const spine = spineOf(model, dataset);
  const sources = unique([spine, ...labelWindows(dataset).map((w) => model.sources.get(w.source) ?? unknown(w.source))]);
  const views = unique(dataset.features.map((f) => model.catalog.features[f].view)).map((v) => model.views.get(v));
  return {
    spine: hashOf({ rule, source: spine.query ?? spine.name, time: happened(spine), roles: dataset.roles.map((r) => r.on), keep: dataset.keep }),
    label: hashOf(dataset.label),
    sources: hashOf(sources.map((s) => [s.name, s.query, s.knownTime, s.lateness, s.freshness, s.historyFrom, s.tieBreak])),
    split: hashOf(dataset.split),
    rules: hashOf([dataset.accuracy, dataset.ttl, views.map((v) => [v.contract.every, v.contract.availableAfter])]),
    ...Object.fromEntries(dataset.features.map((f, i) => [`feature ${dataset.names[i]}`, model.catalog.features[f].dataHash]))
  };
}
function sourceColumns(model, dataset) {
  const found = /* @__PURE__ */ new Map();
  const add = (source, columns) => {
    const times = [happened(source), ...source.knownTime === null ? [] : [source.knownTime.column]];
    found.set(source.address, unique([...found.get(source.address) ?? [], ...times, ...columns]));
  };
  const own = leavesOf(dataset.label).flatMap((l) => l.kind === "column" ? [l.name] : []);
  add(spineOf(model, dataset), [...shownColumns(dataset), ...dataset.split.by, ...own]);
  const entity = dataset.entity === null ? null : model.entities.get(dataset.entity);
  for (const w of labelWindows(dataset)) {
    const source = model.sources.get(w.source) ?? unknown(w.source);
    add(source, [...columnsOf(entity, source, w.keys), ...source.tieBreak, ...columnsIn2(w.of), ...columnsIn2(w.where)]);
  }
  if (dataset.accuracy === "exact") {
    for (const source of sourcesBelow(model, dataset)) {
      add(
        source,
        source.columns.map((c) => c.name)
      );
    }
  }
  return found;
}
function sourcesBelow(model, dataset) {
  const views = unique(dataset.features.map((f) => model.catalog.features[f].view));
  const all2 = new Set(views);
  for (const view of all2) for (const read of model.views.get(view).readsViews) all2.add(read);
  const sources = unique([...all2].flatMap((v) => model.views.get(v).readsSources)).map((s) => model.sources.get(s));
  return sources.filter((s) => s.form !== "snapshot");
}
function columnsIn2(row) {
  return row === null ? [] : leavesOf(row).flatMap((l) => l.kind === "column" ? [l.name] : []);
}
function sourceRows(source, columns, known2) {
  return select(as("s", { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }), fields(columns, "s"), {
    where: knownBefore(source, known2, "s")
  });
}
function newestKnown(source, known2) {
  const moment = aggregate("max", [effectiveKnown(source, true, "s")]);
  return select(as("s", { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }), [named("moment", moment)], {
    where: knownBefore(source, known2, "s")
  });
}
function readRows(model, v, { coverage, reach }) {
  const keys = model.entities.get(v.view.entity).keys.map((k) => k.name);
  const columns = unique([...keys, "feature_time", ...v.features.map((f) => f.column)]);
  const at = field("feature_time", "s");
  const spans = (coverage[v.view.address] ?? []).map((i) => call("and", call("gte", at, instant(isoOf(i.from))), call("lt", at, instant(isoOf(i.to)))));
  const span = reach === null ? null : pointsRead(v, reach);
  const within = span === null ? [] : [call("gte", at, instant(span.first)), call("lte", at, instant(span.last))];
  const covered = spans.length === 0 ? [] : [spans.length === 1 ? spans[0] : call("or", ...spans)];
  return select(as("s", { kind: "scan", of: v.view.address, columns }), fields(columns, "s"), { where: [...covered, ...within] });
}

// compiler/lower/dataset/index.ts
function datasetColumns(model, dataset) {
  const source = spineOf(model, dataset);
  return [
    ...shownColumns(dataset).map((name2) => ({ name: name2, type: source.columns.find((c) => c.name === name2).type })),
    { name: happened(source), type: time },
    { name: "split", type: text },
    { name: "label", type: dataset.labelType },
    ...dataset.features.map((f, i) => ({ name: dataset.names[i], type: model.catalog.features[f].type }))
  ];
}
function datasetBody(model, dataset, request) {
  const views = readViews(model, dataset);
  const points = dataset.accuracy === "exact" ? [] : pointColumns(views, request);
  const judged = judgedRows(model, dataset, request, views);
  const examples2 = select(
    as("j", part("judged")),
    [...carriedBy(judged, "j"), ...points.map((p) => named(p.as, youngEnough(field(p.as, "j"), p.view, field(labelTime, "j"))))],
    {
      where: [...withinSpan(request.from, request.to, "j"), field("is_known", "j"), call("not", call("isNull", field("split", "j")))]
    }
  );
  const label = labelBody(model, dataset, request, "examples", "x");
  const columns = [
    ...shownColumns(dataset).map((c) => named(c, spineField(model, dataset, c, "x"))),
    named(happened(spineOf(model, dataset)), field(labelTime, "x")),
    named("split", field("split", "x")),
    named("label", label.value),
    ...dataset.features.map((f, i) => named(dataset.names[i], featureValue(dataset, model.catalog.features[f], views, points)))
  ];
  const parts2 = [
    { name: "spine", of: spineRows(model, dataset, request.known) },
    { name: "judged", of: judged.relation },
    { name: "examples", of: examples2 },
    ...label.parts,
    ...views.map((v) => ({ name: v.alias, of: dataset.accuracy === "exact" ? exactRows(model, dataset, v) : viewRows(model, v, request) }))
  ];
  const joins = views.map(
    (v) => join("left", v.alias, part(v.alias), [
      ...keysOf(model, v).map((k, i) => call("eq", field(k, v.alias), spineField(model, dataset, v.on[i], "x"))),
      call("eq", field(timeOf(dataset), v.alias), field(dataset.accuracy === "exact" ? labelTime : pointOf(v, points), "x"))
    ])
  );
  return {
    kind: "with",
    parts: parts2,
    body: select(as("x", part("examples")), columns, { joins: [...label.joins, ...joins], orderBy: rowOrder(model, dataset, "x") })
  };
}
function numberedBody(model, dataset, request, name2) {
  const rows = datasetBody(model, dataset, request);
  if (rows.kind !== "with" || rows.body.kind !== "select") throw new InternalError("the rows of a dataset are no select");
  const { body } = rows;
  const number = over("rowNumber", [], [], body.orderBy, null);
  return { ...rows, body: { ...body, columns: [...body.columns, named(name2, number)], orderBy: [] } };
}
function datasetCounts(model, dataset, request) {
  const views = readViews(model, dataset);
  const judged = judgedRows(model, dataset, request, views);
  const points = pointColumns(views, request);
  const known2 = field("is_known", "j");
  const inGap = call("isNull", field("split", "j"));
  const kept = all([known2, call("not", inGap)]);
  const count = (filter) => aggregate("countAll", [], filter);
  const at = field(labelTime, "j");
  const columns = [
    named("examples", aggregate("countAll", [])),
    named("label_not_known", count(call("not", known2))),
    named("in_gap", count(all([known2, inGap]))),
    ...parts.map((p) => named(`${p}_rows`, count(all([known2, call("eq", field("split", "j"), words(p))])))),
    named("first_time", aggregate("min", [choose(kept, at)])),
    named("last_time", aggregate("max", [choose(kept, at)])),
    ...views.flatMap((v) => missingColumns(v, points, request, kept))
  ];
  const body = select(as("j", part("judged")), columns, { where: withinSpan(request.from, request.to, "j") });
  return {
    kind: "with",
    parts: [
      { name: "spine", of: spineRows(model, dataset, request.known) },
      { name: "judged", of: judged.relation }
    ],
    body
  };
}
function spineCounts(model, dataset, { known: known2 }) {
  const source = spineOf(model, dataset);
  const rows = select(as("s", { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }), [
    named("spine_rows", aggregate("countAll", [])),
    named("no_time", aggregate("countAll", [], call("isNull", field(happened(source), "s"))))
  ]);
  const seen = select(as("k", { kind: "with", parts: [{ name: "spine", of: spineRows(model, dataset, known2) }], body: part("spine") }), [
    named("known_rows", aggregate("countAll", []))
  ]);
  return select(as("a", rows), fields(["spine_rows", "no_time"], "a").concat(fields(["known_rows"], "b")), { joins: [join("cross", "b", seen)] });
}
function pointColumns(views, { coverage }) {
  const found = /* @__PURE__ */ new Map();
  for (const v of views) {
    const { every } = v.view.contract;
    const term = newestComputed(availablePoint(v, field(labelTime, "s")), coverage[v.view.address] ?? [], every);
    const key = JSON.stringify([term, v.limit]);
    const same = found.get(key);
    found.set(key, same === void 0 ? { as: `point_${found.size + 1}`, view: v, term, of: [v.alias] } : { ...same, of: [...same.of, v.alias] });
  }
  return [...found.values()];
}
function pointOf(v, points) {
  return points.find((p) => p.of.includes(v.alias)).as;
}
function judgedRows(model, dataset, request, views) {
  const spine = spineRows(model, dataset, request.known);
  const columns = spine.kind === "select" ? spine.columns.map((c) => c.as) : [];
  const own = [...fields(columns, "s"), named("split", splitTerm(model, dataset, "s")), named("is_known", labelKnown(model, dataset, request, "s"))];
  const points = pointColumns(views, request).map((p) => named(p.as, p.term));
  return { relation: select(as("s", part("spine")), [...own, ...points]), columns: own.map((c) => c.as) };
}
function carriedBy({ columns }, alias) {
  return fields(
    columns.filter((c) => c !== "is_known"),
    alias
  );
}
function missingColumns(v, points, { starts }, kept) {
  const at = field(labelTime, "j");
  const due = availablePoint(v, at);
  const start2 = starts[v.view.address];
  const young = youngEnough(field(pointOf(v, points), "j"), v, at);
  const couldBe = call("gte", due, later(at, -v.limit));
  const lacks = all([kept, couldBe, call("isNull", young), ...start2 === void 0 ? [] : [call("gte", due, instant(isoOf(start2)))]]);
  return [
    named(`${v.alias}_missing`, aggregate("countAll", [], lacks)),
    named(`${v.alias}_first`, aggregate("min", [choose(lacks, due)])),
    named(`${v.alias}_last`, aggregate("max", [choose(lacks, due)]))
  ];
}
function keysOf(model, { view }) {
  return model.entities.get(view.entity).keys.map((k) => k.name);
}
function viewRows(model, v, { reach }) {
  const columns = unique([...keysOf(model, v), "feature_time", ...v.features.map((f) => f.column)]);
  const at = field("feature_time", "s");
  const span = reach === null ? null : pointsRead(v, reach);
  return select(as("s", { kind: "scan", of: v.view.address, columns }), fields(columns, "s"), {
    where: span === null ? [] : [call("gte", at, instant(span.first)), call("lte", at, instant(span.last))]
  });
}
function exactRows(model, dataset, v) {
  const keys = keysOf(model, v);
  const columns = [...keys.map((k, i) => named(k, spineField(model, dataset, v.on[i], "x"))), named("spine_time", field(labelTime, "x"))];
  return exactBody(model, planView(model, v.view), {
    features: v.features.map((f) => f.address),
    spine: select(as("x", part("examples")), columns, { distinct: true })
  });
}
function timeOf({ accuracy }) {
  return accuracy === "exact" ? "spine_time" : "feature_time";
}
function featureValue(dataset, f, views, points) {
  const v = views.find((x) => x.view.address === f.view);
  const value = field(f.column, v.alias);
  const empty = emptyTerm(f);
  if (empty.kind === "literal" && empty.value === null) return value;
  const noRow = call("isNull", field(timeOf(dataset), v.alias));
  if (dataset.accuracy === "exact") return choose(noRow, empty, value);
  return choose(all([noRow, call("not", call("isNull", field(pointOf(v, points), "x")))]), empty, value);
}

// registry/state/datasets.ts
var since = 4;
async function readDatasets(driver, placement) {
  const sql = stateSql(placement);
  const meta = await readMeta(driver, sql);
  if (meta === null || meta.format < since) return [];
  const rows = await driver.query(
    `SELECT name, n, body FROM ${sql.datasets} WHERE environment = ${sql.text(placement.environment)}`,
    "read the versions of datasets"
  );
  const versions = rows.map((row) => parsed(row["body"], `version ${row["n"]} of dataset ${row["name"]}`));
  return versions.toSorted((a, b) => a.name === b.name ? a.n - b.n : a.name < b.name ? -1 : 1);
}
function parsed(body, what) {
  try {
    const value = JSON.parse(String(body));
    if (typeof value === "object" && value !== null && "checksum" in value && "n" in value && "sources" in value) return value;
  } catch {
  }
  throw unreadable(what, "is not as this version of feat writes it");
}
function datasetWrites(sql, version, onlyIf) {
  const values2 = [version.environment, version.name, String(version.n), JSON.stringify(version)];
  const { statements, atomic } = mergeStatements(
    { into: sql.datasets, columns: ["environment", "name", "n", "body"], keys: 3, rows: [{ how: "put", values: values2 }] },
    sql.text,
    onlyIf
  );
  return { stages: [[statements]], atomic };
}

// registry/dataset/request.ts
async function groundsOf(session, dataset, asked) {
  const { driver, placed, compiled } = session;
  const [state, live] = await Promise.all([readState(driver, placed.placement), observe(driver, placed.placement)]);
  const matching = match(compiled.lowered, placed, state, live);
  const base = { session, dataset, state, matching, storages: storagesOf(session, dataset, matching) };
  const known2 = earlier(asked.known, earlier(dataset.known, session.now));
  refuseCorrected(session, dataset, known2);
  const horizons = await horizonsOf(base, known2);
  return { ...base, request: { known: known2, from: asked.from, to: asked.to, horizons, ...computed(base), reach: null } };
}
function earlier(a, b) {
  return a === null || secondsOf(b) <= secondsOf(a) ? b : a;
}
function refuseCorrected(session, dataset, known2) {
  if (known2 === session.now) return;
  const corrected = readViews(session.compiled.lowered.model, dataset).filter((v) => v.view.contract.known === "corrected");
  if (corrected.length > 0) throw new FeatError(corrected.map((v) => diagnostic("F448", { dataset: dataset.name, view: v.view.name })));
}
function storagesOf(session, dataset, matching) {
  const found = {};
  const problems = readViews(session.compiled.lowered.model, dataset).flatMap(({ view, features }) => {
    const { binding } = matching.matched.find((m) => m.resource.address === view.address);
    const there2 = binding.storages.filter((s) => s !== binding.fresh);
    const missing2 = features.filter((f) => !there2.some((s) => s.columns.some((c) => c.logical === f.column)));
    found[view.address] = there2.filter((s) => s.first || s.columns.some((c) => features.some((f) => f.column === c.logical)));
    return missing2.length === 0 || dataset.accuracy === "exact" ? [] : [diagnostic("F439", { dataset: dataset.name, view: view.name, missing: missing2.map((f) => f.column) })];
  });
  if (problems.length > 0) throw new FeatError(problems);
  return found;
}
function computed({ session, dataset, state, storages }) {
  const covered = coverageOf(state);
  const coverage = {};
  const starts = {};
  for (const { view } of readViews(session.compiled.lowered.model, dataset)) {
    const [first, ...rest] = storages[view.address].map((s) => covered(s));
    coverage[view.address] = rest.reduce(common, first ?? []);
    const start2 = view.contract.start ?? state?.starts[view.address] ?? null;
    if (start2 !== null) starts[view.address] = pointFrom(secondsOf(start2), view.contract.every);
  }
  return { coverage, starts };
}
async function horizonsOf(base, known2) {
  const { sources } = base.session.compiled.lowered.model;
  const horizons = {};
  for (const { source: address } of labelWindows(base.dataset)) {
    const source = sources.get(address);
    const [row] = await rowsOf(base, newestKnown(source, known2), `look how far ${source.name} is known`);
    const newest = row?.["moment"];
    horizons[address] = typeof newest === "string" ? isoOf(Math.min(secondsOf(known2), secondsOf(newest) + (source.freshness ?? 0)) - source.lateness) : null;
  }
  return horizons;
}
function queryOf({ session, matching }, relation) {
  return printQuery(bindRelation(relation, matching.bindings), session.placed.placement.dialect, null);
}
async function rowsOf(base, relation, title) {
  return base.session.driver.query(queryOf(base, relation), title);
}

// registry/dataset/counts.ts
async function countExamples(grounds) {
  const { session, dataset, request } = grounds;
  const { model } = session.compiled.lowered;
  const [[spine], [row]] = [
    await rowsOf(grounds, spineCounts(model, dataset, request), `count the rows of ${dataset.spine}`),
    await rowsOf(grounds, datasetCounts(model, dataset, request), `count the examples of ${dataset.name}`)
  ];
  const n = (of, name2) => Number(of?.[name2] ?? 0);
  const rows = { train: n(row, "train_rows"), validation: n(row, "validation_rows"), test: n(row, "test_rows") };
  const text2 = (name2) => typeof row?.[name2] === "string" ? String(row[name2]) : null;
  return {
    rows,
    total: rows.train + rows.validation + rows.test,
    spineRows: n(spine, "spine_rows"),
    leftOut: {
      noTime: n(spine, "no_time"),
      notKnown: n(spine, "spine_rows") - n(spine, "no_time") - n(spine, "known_rows"),
      labelNotKnown: n(row, "label_not_known"),
      gap: n(row, "in_gap")
    },
    first: text2("first_time"),
    last: text2("last_time"),
    missing: missingIn(grounds, row)
  };
}
function missingIn({ session, dataset }, row) {
  if (dataset.accuracy === "exact") return [];
  return readViews(session.compiled.lowered.model, dataset).flatMap(({ view, alias }) => {
    const rows = Number(row?.[`${alias}_missing`] ?? 0);
    if (rows === 0) return [];
    const [first, last] = [secondsOf(String(row[`${alias}_first`])), secondsOf(String(row[`${alias}_last`]))];
    return [
      diagnostic("F440", { dataset: dataset.name, view: view.name, rows, first: isoOf(first), last: isoOf(last), after: isoOf(last + view.contract.every) })
    ];
  });
}
function emptiness({ session, dataset }, counts2) {
  if (counts2.total > 0) return null;
  const { noTime, notKnown, labelNotKnown, gap } = counts2.leftOut;
  const reasons = [
    [noTime, "have no time"],
    [notKnown, "were not known yet"],
    [labelNotKnown, "have a label that is not known yet"],
    [gap, "lie in a gap of the split"]
  ];
  const told2 = reasons.flatMap(([n, why]) => n > 0 ? [`${n} ${why}`] : []);
  const spine = spineOf(session.compiled.lowered.model, dataset).name;
  return diagnostic("F441", { dataset: dataset.name, spine, rows: counts2.spineRows, why: told2.length === 0 ? "none lies in the asked span" : told2.join(", ") });
}

// registry/dataset/find.ts
function findDataset(session, name2) {
  const { datasets } = session.compiled.catalog;
  const found = datasets.find((d) => d.name === name2 || d.address === name2);
  if (found !== void 0) return found;
  const known2 = datasets.map((d) => d.name);
  throw new FeatError([diagnostic("F437", { name: name2, near: nearest(name2, known2), known: known2 })]);
}
function versionText({ name: name2, n }) {
  return `${name2}@${n}`;
}

// registry/dataset/inputs.ts
async function inputsOf(grounds) {
  const { session, dataset, request, storages } = grounds;
  const { model } = session.compiled.lowered;
  const sources = [];
  for (const [address, columns] of sourceColumns(model, dataset)) {
    const source = model.sources.get(address);
    const [newest] = await rowsOf(grounds, newestKnown(source, request.known), `look how far ${source.name} is known`);
    const content = await contentIn(grounds, sourceRows(source, columns, request.known), columns);
    sources.push({ address, ...content, newest: typeof newest?.["moment"] === "string" ? newest["moment"] : null });
  }
  const views = [];
  for (const v of dataset.accuracy === "exact" ? [] : readViews(model, dataset)) {
    const rows = readRows(model, v, request);
    const columns = rows.kind === "select" ? rows.columns.map((c) => c.as) : [];
    const { address } = v.view;
    views.push({
      address,
      storages: storages[address].map((s) => s.generation),
      covered: request.coverage[address] ?? [],
      ...await contentIn(grounds, rows, columns)
    });
  }
  return { sources, views };
}
async function contentIn(grounds, rows, columns) {
  const { driver } = grounds.session;
  const [found] = await driver.query(contentOf({ query: queryOf(grounds, rows), columns }, driver.dialect), "take the checksum of an input");
  return { rows: Number(found["n"]), checksum: String(found["checksum"]) };
}

// registry/dataset/output.ts
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync as rmSync2, statSync } from "node:fs";
import { basename, dirname, extname, join as join2 } from "node:path";

// registry/dataset/arrow.ts
import { createRequire } from "node:module";
import { closeSync, openSync, writeSync } from "node:fs";

// registry/dataset/arrow-column.ts
function arrowType(a, type) {
  switch (type.kind) {
    case "text":
    case "json":
      return new a.Utf8();
    case "flag":
      return new a.Bool();
    case "int":
      return new a.Int64();
    case "float":
      return new a.Float64();
    case "date":
      return new a.DateDay();
    case "time":
      return new a.TimestampMicrosecond();
    case "decimal":
      return new a.Decimal(type.scale, type.precision, 128);
  }
}
function columnData(a, type, values2) {
  const nullCount = values2.filter((v) => v === null).length;
  const base = { type: arrowType(a, type), length: values2.length, nullCount, nullBitmap: nullCount === 0 ? void 0 : bits(values2.map((v) => v !== null)) };
  switch (type.kind) {
    case "text":
    case "json":
      return a.makeData({ ...base, ...textData(values2) });
    case "flag":
      return a.makeData({ ...base, data: bits(values2.map((v) => v === true)) });
    case "int":
      return a.makeData({ ...base, data: BigInt64Array.from(values2, (v) => BigInt(v ?? 0)) });
    case "float":
      return a.makeData({ ...base, data: Float64Array.from(values2, (v) => Number(v ?? 0)) });
    case "date":
      return a.makeData({ ...base, data: Int32Array.from(values2, (v) => v === null ? 0 : secondsOf(String(v)) / 86400) });
    case "time":
      return a.makeData({ ...base, data: BigInt64Array.from(values2, (v) => v === null ? 0n : microseconds(String(v))) });
    case "decimal":
      return a.makeData({ ...base, data: decimals(values2, type.scale) });
  }
}
function bits(flags) {
  const bytes = new Uint8Array(Math.ceil(flags.length / 64) * 8);
  flags.forEach((flag2, i) => {
    if (flag2) bytes[i >> 3] |= 1 << (i & 7);
  });
  return bytes;
}
function textData(values2) {
  const encoder = new TextEncoder();
  const encoded = values2.map((v) => v === null ? new Uint8Array() : encoder.encode(String(v)));
  const valueOffsets = new Int32Array(values2.length + 1);
  encoded.forEach((bytes, i) => valueOffsets[i + 1] = valueOffsets[i] + bytes.length);
  const data = new Uint8Array(valueOffsets[values2.length]);
  encoded.forEach((bytes, i) => data.set(bytes, valueOffsets[i]));
  return { valueOffsets, data };
}
function microseconds(iso) {
  const [, fraction = ""] = /\.(\d+)/.exec(iso) ?? [];
  return BigInt(secondsOf(iso)) * 1000000n + BigInt(fraction.padEnd(6, "0").slice(0, 6));
}
function decimals(values2, scale) {
  const words2 = new Uint32Array(values2.length * 4);
  values2.forEach((v, i) => {
    const scaled = BigInt.asUintN(128, v === null ? 0n : scaledBy(String(v), scale));
    for (let w = 0; w < 4; w++) words2[i * 4 + w] = Number(scaled >> BigInt(32 * w) & 0xffffffffn);
  });
  return words2;
}
function scaledBy(text2, scale) {
  const [, sign, whole, fraction = ""] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text2) ?? ["", "", "0"];
  const digits = BigInt(`${whole}${fraction.padEnd(scale, "0").slice(0, scale)}`);
  return sign === "-" ? -digits : digits;
}

// registry/dataset/arrow.ts
var name = "apache-arrow";
function arrow(load) {
  try {
    return load(name);
  } catch (error) {
    throw new FeatError([diagnostic("F447", { name })], { cause: error });
  }
}
async function writeArrow({ columns, rows }, path, load = createRequire(import.meta.url)) {
  const a = arrow(load);
  const schema = new a.Schema(columns.map((c) => new a.Field(c.name, arrowType(a, c.type), true)));
  const writer = new a.RecordBatchFileWriter();
  const file = openSync(path, "w");
  const written = (async () => {
    for await (const chunk of writer) writeSync(file, chunk);
  })();
  try {
    writer.reset(void 0, schema);
    for await (const page of rows.pages()) writer.write(batchOf(a, schema, columns, page));
    writer.finish();
    await written;
  } finally {
    closeSync(file);
  }
}
function batchOf(a, schema, columns, page) {
  const children = columns.map(
    (c) => columnData(
      a,
      c.type,
      page.map((row) => row[c.name.toLowerCase()] ?? null)
    )
  );
  const struct = a.makeData({ type: new a.Struct(schema.fields), length: page.length, nullCount: 0, children });
  return new a.RecordBatch(schema, struct);
}

// registry/dataset/fetched.ts
import { closeSync as closeSync2, openSync as openSync2, rmSync, writeSync as writeSync2 } from "node:fs";
async function writeFetched({ rows, columns }, path, format) {
  const lines = `${path}.ndjson`;
  const file = openSync2(lines, "w");
  try {
    for await (const page of rows.pages()) writeSync2(file, page.map((row) => `${JSON.stringify(row)}
`).join(""));
  } finally {
    closeSync2(file);
  }
  const driver = await openDuckdb({ path: ":memory:" });
  try {
    const types = columns.map((c) => `${quote(c.name, "duckdb")}: ${literal2(typeSql(c.type, "duckdb"), text, "duckdb")}`).join(", ");
    const names = columns.map((c) => quote(c.name, "duckdb")).join(", ");
    const query = `SELECT ${names} FROM read_json(${literal2(lines, text, "duckdb")}, format = 'newline_delimited', columns = {${types}})`;
    const options = format === "parquet" ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER true";
    await driver.execute(`COPY (${query}) TO ${literal2(path, text, "duckdb")} (${options})`, "write the fetched rows");
  } finally {
    driver.close();
    rmSync(lines, { force: true });
  }
}

// registry/dataset/output.ts
var formats = { ".parquet": "parquet", ".csv": "csv", ".arrow": "arrow" };
function formatOf(path) {
  const format = formats[extname(path).toLowerCase()];
  if (format === void 0) throw new FeatError([diagnostic("F443", { path, known: Object.keys(formats) })]);
  return format;
}
function makeRoom(path, force) {
  if (!force && existsSync(path)) throw new FeatError([diagnostic("F442", { path })]);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw unwritable(path, error);
  }
}
async function writeFile(driver, built, path) {
  const format = formatOf(path);
  const beside = join2(dirname(path), `.${basename(path, extname(path))}.${process.pid}${extname(path)}`);
  try {
    if (format === "arrow") await writeArrow(built, beside);
    else {
      const copy = copyTo({ query: built.rows.query, path: beside, format }, driver.dialect);
      if (copy === null) await writeFetched(built, beside, format);
      else await driver.execute(copy, `write ${path}`);
    }
    const sha256 = await fileHash(beside);
    renameSync(beside, path);
    return { kind: "file", path, format, bytes: statSync(path).size, sha256 };
  } catch (error) {
    rmSync2(beside, { force: true });
    throw error instanceof FeatError ? error : unwritable(path, error);
  }
}
function unwritable(path, error) {
  return new FeatError([diagnostic("F713", { path, doing: "written", why: error instanceof Error ? error.message : String(error) })], { cause: error });
}
async function fileHash(path) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

// registry/dataset/pages.ts
var rowNumber = "_row";
var most = 2e4;
function rowsIn(driver, table, columns, numbered) {
  const { dialect } = driver;
  const names = columns.map((c) => quote(c, dialect)).join(", ");
  const from = `SELECT ${names} FROM ${qualified(table, dialect)}`;
  const n = quote(rowNumber, dialect);
  return {
    query: numbered ? `${from} ORDER BY ${n}` : from,
    pages: async function* () {
      for (let done = 0; ; done += most) {
        const page = await driver.query(`${from} WHERE ${n} > ${done} AND ${n} <= ${done + most} ORDER BY ${n}`, "read the rows of a dataset");
        if (page.length === 0) return;
        yield page;
      }
    }
  };
}

// registry/dataset/build.ts
async function buildDataset(session, options) {
  const dataset = findDataset(session, options.dataset);
  if (options.out !== null) {
    formatOf(options.out);
    makeRoom(options.out, options.force);
  }
  return underLock(session, `feat dataset build ${dataset.name}`, async (access, lock) => {
    const grounds = await groundsOf(session, dataset, options);
    const n = ((await readDatasets(session.driver, session.placed.placement)).filter((v) => v.name === dataset.name).at(-1)?.n ?? 0) + 1;
    const counts2 = await examples(grounds, options.partial);
    const reached2 = withReach(grounds, counts2);
    const { built, checksum } = await computeRows(
      reached2,
      options.out === null ? await versionTable(session, dataset, n) : workTable(session, dataset),
      options.out
    );
    const made = { ...await describedBuild(reached2, counts2, n), partial: options.partial, checksum };
    const output = await put(session, built, options.out);
    const version = { ...made, output };
    await writeState(access, lock, datasetWrites(access.sql, version, onlyUnder(access, lock).onlyIf), `record ${versionText(version)}`);
    if (output.kind === "table") await showNewest(session, dataset, built);
    return version;
  });
}
async function underLock(session, command2, work) {
  const { driver, placed, clock } = session;
  const lock = { driver, placement: placed.placement, clock, project: placed.project, holder: session.holder(command2), ...session.waiting };
  return withLock(lock, work);
}
async function examples(grounds, partial) {
  const counts2 = await countExamples(grounds);
  const empty = emptiness(grounds, counts2);
  if (empty !== null) throw new FeatError([empty]);
  if (!partial && counts2.missing.length > 0) throw new FeatError(counts2.missing);
  return counts2;
}
function withReach(grounds, counts2) {
  return { ...grounds, request: { ...grounds.request, reach: { first: secondsOf(counts2.first), last: secondsOf(counts2.last) } } };
}
async function computeRows(grounds, table, out) {
  const { session, dataset, request } = grounds;
  const { driver } = session;
  const { model } = session.compiled.lowered;
  const columns = datasetColumns(model, dataset);
  const numbered = out !== null && (driver.dialect !== "duckdb" || formatOf(out) === "arrow");
  const body = numbered ? numberedBody(model, dataset, request, rowNumber) : datasetBody(model, dataset, request);
  for (const sql of createSchema(table, driver.dialect)) await driver.execute(sql, "create a schema");
  const creation = createTableAs({ name: table, query: queryOf(grounds, body), comment: markOf(session, dataset) }, driver.dialect);
  await inOne(driver, creation, `compute ${dataset.name}`);
  const names = columns.map((c) => c.name);
  const rows = rowsIn(driver, table, names, numbered);
  const content = contentOf(
    { query: `SELECT ${names.map((c) => quote(c, driver.dialect)).join(", ")} FROM ${qualified(table, driver.dialect)}`, columns: names },
    driver.dialect
  );
  const [found] = await driver.query(content, `take the checksum of ${dataset.name}`);
  return { built: { table, columns, rows }, checksum: String(found["checksum"]), rows: Number(found["n"]) };
}
async function inOne(driver, statements, title) {
  if (statements.length === 1) await driver.execute(statements[0], title);
  else await driver.transaction(statements.slice(1, -1), title);
}
async function describedBuild(grounds, counts2, n) {
  const { session, dataset, request } = grounds;
  const { model } = session.compiled.lowered;
  const parts2 = datasetHashes(model, dataset);
  const { known: known2, from, to, horizons } = request;
  const spine = spineOf(model, dataset);
  return {
    environment: session.placed.placement.environment,
    name: dataset.name,
    n,
    definition: hashOf(parts2),
    parts: parts2,
    columns: datasetColumns(model, dataset).map((c) => {
      const feature = dataset.features[dataset.names.indexOf(c.name)];
      return { name: c.name, type: typeName(c.type), of: feature ?? null, dataHash: feature === void 0 ? null : model.catalog.features[feature].dataHash };
    }),
    grain: unique([...shownColumns(dataset).filter((c) => dataset.roles.some((r) => r.on.includes(c))), spine.eventTime]),
    known: known2,
    from,
    to,
    horizons,
    ...await inputsOf(grounds),
    rows: counts2.rows,
    leftOut: counts2.leftOut,
    first: counts2.first,
    last: counts2.last,
    engine: await engineOf(session),
    tool: session.tool,
    builtAt: session.clock().toISOString()
  };
}
async function engineOf({ driver }) {
  const sql = driver.dialect === "duckdb" ? "SELECT version() AS v" : "SELECT CURRENT_VERSION() AS v";
  const [row] = await driver.query(sql, "ask for the version of the engine");
  return `${driver.dialect} ${row?.["v"]}`;
}
async function put(session, built, out) {
  const { driver } = session;
  if (out === null) return { kind: "table", name: nameText(built.table) };
  const output = await writeFile(driver, built, out);
  for (const sql of dropTable(built.table, driver.dialect)) await driver.execute(sql, "drop what only held the rows");
  return output;
}
function workTable({ placed: { placement } }, dataset) {
  const { catalog, storageSchema: schema, environment } = placement;
  return { catalog, schema, name: `dataset_${dataset.name}__${environment}`.toLowerCase().replaceAll(/[^a-z0-9_]+/g, "_") };
}
function markOf({ placed: { project, placement } }, dataset) {
  return `feat dataset ${dataset.name} of ${project}, ${placement.environment}`;
}
async function versionTable(session, dataset, n) {
  const { driver, placed } = session;
  const name2 = publicName(session, dataset, n);
  const { objects } = await observe(driver, placed.placement);
  const foreign = [name2, publicName(session, dataset, null)].flatMap((wanted) => {
    const there2 = objects.find((o) => nameText(o.name).toLowerCase() === nameText(wanted).toLowerCase());
    const ours = there2 === void 0 || there2.comment?.startsWith(markOf(session, dataset)) === true;
    return ours ? [] : [diagnostic("F444", { name: nameText(wanted), found: there2.kind === "other" ? there2.what ?? "an object" : `a ${there2.kind}` })];
  });
  if (foreign.length > 0) throw new FeatError(foreign);
  return name2;
}
function publicName({ placed: { placement } }, dataset, n) {
  return { catalog: placement.catalog, schema: placement.publicSchema, name: `${dataset.name.toLowerCase()}${n === null ? "" : `__v${n}`}` };
}
async function showNewest(session, dataset, { table, columns }) {
  const { driver } = session;
  const { dialect } = driver;
  const mark = markOf(session, dataset);
  const names = columns.map((c) => c.name);
  const view = createView(
    {
      name: publicName(session, dataset, null),
      columns: names.map((name2) => ({ name: name2, comment: null })),
      comment: mark,
      query: `SELECT ${names.map((c) => quote(c, dialect)).join(", ")} FROM ${qualified(table, dialect)}`
    },
    dialect
  );
  for (const sql of view) await driver.execute(sql, `show the newest version of ${dataset.name}`);
}

// bench/peers/environment.ts
import { execFileSync } from "node:child_process";
import { createHash as createHash2 } from "node:crypto";
import { existsSync as existsSync2, readFileSync, rmSync as rmSync3, writeFileSync } from "node:fs";
import { join as join3 } from "node:path";
import { fileURLToPath } from "node:url";
var root = fileURLToPath(new URL("..", import.meta.url));
var requirements = join3(root, "bench/peers/requirements.txt");
var folder = join3(root, ".venv-peers");
function peers() {
  const stamp = join3(folder, "requirements.sha256");
  const wanted = createHash2("sha256").update(readFileSync(requirements)).digest("hex");
  try {
    if (!existsSync2(stamp) || readFileSync(stamp, "utf8") !== wanted) {
      rmSync3(folder, { recursive: true, force: true });
      command("python3", ["-m", "venv", folder]);
      command(join3(folder, "bin/python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
      writeFileSync(stamp, wanted);
    }
  } catch (error) {
    return { missing: `the peers are skipped, for their Python environment cannot be made: ${firstLine(error)}` };
  }
  const run = (script, ...args) => JSON.parse(command(join3(folder, "bin/python"), [join3(root, "bench/peers", script), ...args]));
  return { run };
}
function command(file, args) {
  return execFileSync(file, [...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1e8 });
}
function firstLine(error) {
  return error instanceof Error ? error.message.split("\n").find((l) => /error/i.test(l)) ?? error.message.split("\n")[0] : String(error);
}

// bench/workload.ts
import { mkdirSync as mkdirSync2, symlinkSync, writeFileSync as writeFileSync2 } from "node:fs";
import { join as join4 } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";
var start = "2022-01-01";
function dayAt(n, hours = 0) {
  return new Date(Date.parse(`${start}T00:00:00Z`) + (n * 24 + hours) * 36e5).toISOString();
}
function eventStatements({ events, keys, days, late }) {
  const hour = (seed) => `hash(i * 2 + ${seed}) % 86400`;
  const day = `CASE WHEN i < ${keys} THEN 0 ELSE hash(i * 3 + 1) % ${days} END`;
  const known2 = late ? `, ts + INTERVAL 1 SECOND * (CASE WHEN hash(ts, k) % 20 = 0 THEN 86400 + hash(k, ts) % 172800 ELSE 60 END) AS known_at` : "";
  return [
    "CREATE SCHEMA IF NOT EXISTS raw",
    `CREATE OR REPLACE TABLE raw.events AS
      SELECT *${known2} FROM (
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
  const [compiler, place, registry] = await Promise.all([import("./.run-3869-3OFSA2ER.mjs"), import("./.run-3869-GDEVFQOS.mjs"), import("./.run-3869-VRO7TCJX.mjs")]);
  return { compiler, place, registry };
}
function writeWorkload(root2, { late }) {
  mkdirSync2(join4(root2, "features"), { recursive: true });
  mkdirSync2(join4(root2, "node_modules"), { recursive: true });
  symlinkSync(fileURLToPath2(new URL("..", import.meta.url)), join4(root2, "node_modules", "featplan"));
  writeFileSync2(join4(root2, "features.config.ts"), config);
  writeFileSync2(join4(root2, "features", "w1.ts"), definitions(late));
}
async function sessionAt({ compiler, place, registry }, root2, driver, now) {
  const { value, diagnostics } = await compiler.compileProject({ root: root2, cacheDir: null });
  if (value === null) throw new Error(JSON.stringify(diagnostics));
  const placed = place.place(value.lowered.desired, value.catalog, { target: null, environment: null, values: {}, root: root2 });
  return registry.sessionOf({ compiled: value, placed: placed.value, driver, now, tool: "bench" });
}
async function costOf(work) {
  const [before, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - before) / 1e3, cpu: (user + system) / 1e6 };
}
function median(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

// bench/peers.ts
var bar = 12;
var counts = [7, 30, 90].map((n) => `n_${n}`);
var values = [...[7, 30, 90].flatMap((n) => [`sum_${n}`, `max_${n}`]), "ok_30"];
var config2 = `import { defineConfig, duckdb } from 'featplan'
export const config = defineConfig({ project: 'w1', defaultTarget: 'local', targets: { local: duckdb({ path: 'w1.duckdb', sources: { raw: './*.parquet' } }) }, defaults: { every: '1d' } })
`;
async function main(args) {
  const [share, runs, what] = [Number(args[0] ?? 1), Number(args[1] ?? 3), args[2] ?? "all"];
  const found = peers();
  if ("missing" in found) return console.log(found.missing);
  const workload = { events: 5e6 * share, keys: 1e4 * share, days: 730, late: false };
  const root2 = mkdtempSync(join5(tmpdir(), "feat-peers-"));
  const p = await product();
  try {
    writeWorkload(root2, workload);
    writeFileSync3(join5(root2, "features.config.ts"), config2);
    const events = join5(root2, "events.parquet");
    await inMemory(p, async (driver) => {
      for (const s of eventStatements(workload)) await driver.execute(s);
      await driver.execute(`COPY (SELECT * FROM raw.events ORDER BY ts) TO '${events}' (FORMAT parquet)`);
    });
    if (what !== "w2") await backfill({ p, root: root2, events, workload, runs, run: found.run });
    if (what !== "w1") await training({ p, root: root2, events, workload, runs, run: found.run, labels: 1e6 * share });
  } finally {
    rmSync4(root2, { recursive: true, force: true });
  }
}
async function backfill(b) {
  const { workload, runs, root: root2, events, run } = b;
  console.log(`W1 from Parquet: ${workload.events / 1e6} M events, ${workload.keys} keys, ${workload.days} days, 10 features; medians of ${runs} runs`);
  const all2 = [];
  for (let i = 0; i < runs; i++) {
    const polars = join5(root2, "polars.parquet");
    const pandas = join5(root2, "pandas.parquet");
    const ours = async () => filled(b, (driver) => sameAs(driver, { Polars: polars, pandas }));
    const theirs = { Polars: run("w1_polars.py", events, polars), pandas: run("w1_pandas.py", events, pandas) };
    all2.push({ feat: await ours(), ...theirs });
  }
  for (const name2 of ["feat", "Polars", "pandas"]) {
    const of = (c) => median(all2.map((r) => r[name2][c]));
    const ratio = (c) => median(all2.map((r) => r[name2][c] / r["feat"][c])).toFixed(2);
    const told2 = name2 === "feat" ? "" : `  ${ratio("wall")} x feat, ${ratio("cpu")} x its processor time${Number(ratio("wall")) < 1 ? "  MISSED: faster than feat" : ""}`;
    console.log(`  ${name2.padEnd(24)} ${of("wall").toFixed(2)} s  (processor ${of("cpu").toFixed(2)} s)${told2}`);
  }
  console.log("  all rows and values of the three are the same\n");
}
async function filled({ p, root: root2, workload }, look) {
  const path = join5(root2, "w1.duckdb");
  for (const file of [path, `${path}.wal`]) rmSync4(file, { force: true });
  const driver = await p.registry.openDuckdb({ path });
  try {
    const session = await sessionAt(p, root2, driver, dayAt(workload.days, 6));
    await p.registry.applyPlan(session, await p.registry.makePlan(session, { allowDestroy: false }));
    const cost = await costOf(() => p.registry.materialize(session, { from: null, to: null, only: [] }));
    await look(driver);
    return cost;
  } finally {
    driver.close();
  }
}
async function sameAs(driver, files) {
  for (const [name2, file] of Object.entries(files)) {
    const same = [...counts, ...values].map(
      (c) => `(a.${c} IS NULL) = (b.${c} IS NULL) AND coalesce(abs(a.${c}::DOUBLE - b.${c}::DOUBLE) <= 1e-9 * greatest(1, abs(a.${c}::DOUBLE)), true)`
    );
    const [row] = await driver.query(
      `SELECT count(*) AS n, count(*) FILTER (WHERE a.k IS NULL OR b.k IS NULL OR NOT (${same.join(" AND ")})) AS wrong
       FROM main.w1 AS a FULL JOIN '${file}' AS b ON a.k = b.k AND a.feature_time = b.feature_time`
    );
    if (row["wrong"] !== 0 || row["n"] === 0) throw new Error(`${row["wrong"]} of ${row["n"]} rows differ from ${name2}`);
  }
}
var trainingSet = `import { dataset, events, integer, timestamp } from 'featplan'
import { key, w1 } from './w1.ts'

/** What is to be learned. */
export const labels = events('raw.labels', { entities: [key], columns: { label_id: integer(), k: integer(), outcome: integer(), event_timestamp: timestamp() }, eventTime: 'event_timestamp' })

/** Ten features as of each label. */
export const training = dataset('training', {
  spine: labels, label: labels.c.outcome, features: [w1], keep: ['label_id'], split: { train: '2023-01-01', validation: '2023-07-01' }, accept: { F455: 'made up' },
})
`;
async function training(b) {
  const { p, root: root2, run, runs, workload } = b;
  const [daily, labels, theirs, ours] = ["daily", "labels", "feast", "training"].map((n) => join5(root2, `${n}.parquet`));
  console.log(`W2: ${b.labels / 1e6} M labels x 10 features of ${workload.keys * workload.days / 1e6} M daily rows; medians of ${runs} runs`);
  const w1 = join5(root2, "features/w1.ts");
  writeFileSync3(
    w1,
    readFileSync2(w1, "utf8").replace("featureView('w1', { entity: key }", "featureView('w1', { entity: key, settle: '0s', availableAfter: '0s' }")
  );
  writeFileSync3(join5(root2, "features/training.ts"), trainingSet);
  await inMemory(p, async (driver) => {
    const at = `TIMESTAMP '${dayAt(90).slice(0, 10)}' + INTERVAL 1 SECOND * (1 + hash(i + 77) % ${(workload.days - 91) * 86400})::BIGINT`;
    await driver.execute(
      `COPY (SELECT i AS label_id, (hash(i) % ${workload.keys})::BIGINT AS k, i % 2 AS outcome, ${at} AS event_timestamp FROM range(${b.labels}) AS t(i)) TO '${labels}' (FORMAT parquet)`
    );
  });
  const all2 = [];
  await filled(b, async (driver) => {
    const cast2 = [...counts.map((c) => `${c}::BIGINT AS ${c}`), ...values.map((c) => `${c}::DOUBLE AS ${c}`)].join(", ");
    await driver.execute(`COPY (SELECT k::BIGINT AS k, feature_time, ${cast2} FROM main.w1) TO '${daily}' (FORMAT parquet)`);
    const session = await sessionAt(p, root2, driver, dayAt(workload.days, 6));
    const columns = [...counts, ...values].map((c) => `f.${c}`).join(", ");
    for (let i = 0; i < runs; i++) {
      const feast = run("feast_training.py", daily, labels, theirs, root2, counts.join(), values.join());
      const feat = await costOf(() => buildDataset(session, { dataset: "training", from: null, to: null, known: null, out: ours, force: true, partial: false }));
      const joined = await costOf(
        () => driver.execute(
          `COPY (SELECT l.*, ${columns} FROM '${labels}' AS l LEFT JOIN main.w1 AS f ON f.k = l.k AND f.feature_time = date_trunc('day', l.event_timestamp)) TO '${join5(root2, "joined.parquet")}' (FORMAT parquet)`
        )
      );
      await sameTraining(driver, theirs, ours);
      all2.push({ feat, join: joined, feast });
    }
  });
  told(
    "DuckDB's equality join",
    all2.map((r) => r.join),
    all2.map((r) => r.join)
  );
  told(
    "feat dataset build",
    all2.map((r) => r.feat),
    all2.map((r) => r.join),
    "the join"
  );
  told(
    "Feast, DuckDB store",
    all2.map((r) => r.feast),
    all2.map((r) => r.feat),
    "feat"
  );
  const ratio = median(all2.map((r) => r.feast.wall / r.feat.wall));
  console.log(
    `  Feast held up to ${(median(all2.map((r) => r.feast.memory)) / 1e9).toFixed(1)} GB; all labels and values are the same${ratio < bar ? `  MISSED: less than ${bar} x feat` : ""}`
  );
}
function told(name2, of, beside, what) {
  const ratio = (c) => median(of.map((x, i) => x[c] / beside[i][c])).toFixed(2);
  const times = what === void 0 ? "" : `  ${ratio("wall")} x ${what}, ${ratio("cpu")} x its processor time`;
  console.log(`  ${name2.padEnd(24)} ${median(of.map((x) => x.wall)).toFixed(2)} s  (processor ${median(of.map((x) => x.cpu)).toFixed(2)} s)${times}`);
}
async function sameTraining(driver, theirs, ours) {
  const alike = (c) => `coalesce(abs(a.${c}::DOUBLE - b.${c}::DOUBLE) <= 1e-9 * greatest(1, abs(b.${c}::DOUBLE)), (a.${c} IS NULL) = (b.${c} IS NULL))`;
  const same = [...counts, ...values].map(alike).join(" AND ");
  const [row] = await driver.query(
    `SELECT count(*) AS n, count(*) FILTER (WHERE a.label_id IS NULL OR b.label_id IS NULL OR NOT (${same})) AS wrong FROM '${ours}' AS a FULL JOIN '${theirs}' AS b USING (label_id)`
  );
  if (row["wrong"] !== 0 || row["n"] === 0) throw new Error(`${row["wrong"]} of ${row["n"]} labels differ from Feast`);
}
async function inMemory(p, work) {
  const driver = await p.registry.openDuckdb({ path: ":memory:" });
  await work(driver).finally(() => driver.close());
}
export {
  main
};
