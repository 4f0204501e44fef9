import {
  mainEnvironment,
  objectResource
} from "./.run-3869-UEKDUPZN.mjs";
import {
  addColumn,
  afterPublish,
  bindRelation,
  commentOn,
  commentProbe,
  common,
  coverStatements,
  coverageKey,
  coverageOf,
  createSchema,
  deleteFrom,
  dropBuilt,
  dropFunction,
  dropTable,
  dropView,
  droppedColumns,
  fenced,
  fileSql,
  grainNames,
  inParallel,
  insertInto,
  isKept,
  isMissing,
  isOurs,
  isReplaced,
  keptAs,
  literal as literal2,
  liveColumns,
  marker,
  match,
  mergeStatements,
  merged,
  metaComment,
  objectsOf,
  observe,
  onlyUnder,
  openDuckdb,
  printQuery,
  printTerm,
  publicComment,
  publicTable,
  publicView,
  qualified,
  quote,
  readHead,
  readState,
  readerOf,
  renameTable,
  requestFunction,
  runSteps,
  servedStatements,
  stateSql,
  storageTable,
  storedName,
  together,
  unsupported,
  withLock,
  without,
  wordsOf,
  writableIn,
  writeState
} from "./.run-3869-ED2BBZYK.mjs";
import {
  besideName,
  nameText,
  requestName
} from "./.run-3869-LORJLHYC.mjs";
import "./.run-3869-AXL77B2Q.mjs";
import "./.run-3869-7SOGI4UR.mjs";
import {
  aggregate,
  all,
  as,
  bodyOf,
  bucketOf,
  call,
  choose,
  effectiveKnown,
  field,
  fields,
  groupBy,
  happened,
  instant,
  integer,
  isoOf,
  join,
  later,
  literal,
  named,
  param,
  part,
  pointAt,
  pointFrom,
  sameColumns,
  scanTiles,
  secondsOf,
  select,
  tileBody,
  tileTimes,
  toFloat,
  unique,
  wholeRow,
  words
} from "./.run-3869-WMC7LEXK.mjs";
import {
  childrenOf
} from "./.run-3869-RICG2RF7.mjs";
import {
  float,
  text,
  time,
  typeName
} from "./.run-3869-4H6MAL5W.mjs";
import {
  publicKindOf,
  withArticle
} from "./.run-3869-4ZAM3CTN.mjs";
import {
  day,
  formatDuration,
  parseDuration
} from "./.run-3869-ZRZALKKI.mjs";
import {
  address,
  nearest,
  parseAddress,
  shortName
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

// compiler/plan/fill.ts
var bulkPoints = 8;
function fillStatements(lowered, bindings, fill) {
  const { resource, interval } = fill;
  const points = resource.filling.by === "points" ? (interval.to - interval.from) / resource.filling.every : 1;
  const bounds2 = { from: isoOf(interval.from), to: isoOf(interval.to), now: fill.now };
  return boundedFill(lowered, bindings, fill, { bounds: bounds2, bulk: points >= bulkPoints });
}
function boundedFill(lowered, bindings, fill, { bounds: bounds2, bulk }) {
  const { resource, storage } = fill;
  const columns = [...new Map(storage.columns.toReversed().map((c) => [c.stored, c.logical])).values()].toReversed();
  const type = fill.featureType === void 0 ? {} : { featureType: fill.featureType };
  const body = bodyOf(lowered, { of: resource.address, columns, first: storage.first, bulk, ...type });
  return replaceRows(fill, bindings, body, bounds2);
}
function replaceRows(fill, bindings, body, bounds2) {
  const { resource, storage } = fill;
  const { dialect } = bindings.placement;
  const query = printQuery(bindRelation(body, bindings), dialect, bounds2);
  const into = outputs(body).map((c) => storedName(c, resource, storage));
  const where = deleted(fill).map((term) => printTerm(term, dialect, bounds2));
  return [...deleteFrom({ from: storage.name, where }, dialect), ...insertInto({ into: storage.name, columns: into, query }, dialect)];
}
function outputs(relation) {
  switch (relation.kind) {
    case "select":
      return relation.columns.map((c) => c.as);
    case "with":
      return outputs(relation.body);
    case "union":
      return outputs(relation.all[0]);
    case "values":
      return relation.columns.map((c) => c.name);
    case "scan":
    case "source":
      return relation.columns;
    case "series":
      return [relation.name];
    case "frames":
      return [...relation.keys, relation.time, ...relation.columns.map((c) => c.as)];
    case "table":
    case "physical":
      return [];
  }
}
function deleted({ resource, storage, featureType }) {
  const column = (logical) => field(storedName(logical, resource, storage));
  const within = (name) => [call("gte", column(name), param("from")), call("lt", column(name), param("to"))];
  switch (resource.filling.by) {
    case "known time":
      return within("known_tile");
    case "points":
      return within("feature_time");
    case "capture":
      return [call("eq", column("captured_at"), param("now"))];
    case "dates": {
      const days = [
        call("gte", column("feature_date"), call("dateOf", param("from"))),
        call("lt", column("feature_date"), call("dateOf", param("to")))
      ];
      return [call("eq", column("feature_type"), words(featureType)), ...days];
    }
    case "newest":
    case "nothing":
      return [];
  }
}

// compiler/plan/step.ts
function step(content) {
  const whole = { transaction: false, fill: null, effect: null, probe: null, undo: null, ...content };
  return { id: hashOf(whole), after: [], ...whole };
}
var phases = ["expand", "fill", "audit", "publish", "contract"];
function inPhases(steps) {
  return phases.flatMap((phase) => steps.filter((s) => s.phase === phase));
}

// compiler/plan/audit.ts
function auditSteps(fills, changed2, c) {
  const resources = [...fills.map((f) => f.resource), ...changed2.filter(isReplaced).map((m) => m.resource)];
  const filled = new Set(resources.filter((r) => r.kind !== "tiles" && r.kind !== "captures").map((r) => r.address));
  return [...filled].flatMap((of) => testsOf(of, c)).map(
    (t) => step({
      phase: "audit",
      cause: t.on,
      title: `audit ${t.title}`,
      sql: [printQuery(select(as("t", bindRelation(t.relation, c.bindings)), fields(outputs(t.relation), "t"), { limit: shown }), c.placement.dialect, null)]
    })
  );
}
function testsOf(of, { lowered }) {
  const { tests, model } = lowered.around(of);
  return tests.filter((t) => (model.catalog.features[t.on]?.view ?? t.on) === of);
}
var shown = 5;

// compiler/plan/feature-behind.ts
function featureBehind(lowered, resource, of) {
  if (of === null || parseAddress(of)?.kind !== "feature") return void 0;
  return lowered.around(resource.address).model.catalog.features[of];
}

// compiler/plan/withdraw.ts
function publicKind({ served }) {
  return publicKindOf(served?.kind);
}
function withdrawal(applied2, name, dialect) {
  const object = applied2.served === void 0 ? dropView(name, dialect) : servedStatements(dialect).drop(applied2.served.kind, name);
  return [...withdrawnFunction(applied2, name, dialect), ...object];
}
function withdrawnFunction({ onRequest }, name, dialect) {
  return onRequest === void 0 ? [] : dropFunction(requestName(name), onRequest.fields, dialect);
}
function madeRoom(record, resource, dialect, live) {
  const name = record?.applied.publicName ?? null;
  if (record === null || name === null || !keepsName(record, resource)) return [];
  const [was, is] = [publicKind(record.applied), publicKind(resource)];
  const object = live?.get(nameText(name));
  if (was === is || live !== void 0 && (object === void 0 || kindOf(object) === is)) return [];
  return was === "view" ? dropView(name, dialect) : servedStatements(dialect).drop(was, name);
}
function kindOf({ kind, what }) {
  return kind === "other" ? what ?? kind : kind;
}
function leftBehind(record, resource, dialect) {
  if (record === null || !keepsName(record, resource)) return [];
  const { served, onRequest, publicName } = record.applied;
  const changed2 = served !== void 0 && served.kind !== resource.served?.kind && publicKind(record.applied) === publicKind(resource);
  const signature = (r) => JSON.stringify(r.onRequest?.fields.map((f) => f.type) ?? null);
  const gone = onRequest !== void 0 && signature(record.applied) !== signature(resource);
  const replaced = resource.onRequest !== void 0 && resource.served === void 0;
  return [
    ...changed2 ? servedStatements(dialect).dropBeside(served.kind, publicName) : [],
    ...gone && !replaced ? dropFunction(requestName(publicName), onRequest.fields, dialect) : []
  ];
}
function newBeside(record, { served, publicName }) {
  const needed = served?.kind === "materialized view" || served?.kind === "online feature table";
  return needed && record?.applied.served?.kind !== served.kind ? [besideName(publicName)] : [];
}
function keepsName(record, resource) {
  const [was, is] = [record.applied.publicName, resource.publicName];
  return was !== null && is !== null && was.schema === is.schema && was.name === is.name;
}

// compiler/plan/served-compare.ts
function replacedBecause({ resource, record }, live) {
  const was = record?.applied;
  if (was === void 0) return "it is new";
  if (was.served?.kind !== resource.served?.kind) return "its kind";
  if (was.publicName === null || nameText(was.publicName) !== nameText(resource.publicName)) return "its name";
  if (JSON.stringify(was.served?.reads) !== JSON.stringify(resource.served?.reads)) return "the storages that it reads";
  if (was.served?.refresh !== resource.served?.refresh) return "its refresh mode";
  if (was.hash.data !== resource.hash.data || was.grain.hash !== resource.grain.hash) return "its query";
  if (was.hash.shape !== resource.hash.shape) return "its columns";
  const object = live.get(nameText(was.publicName));
  if (object !== void 0 && servedDrift(was.served, object).some((f) => f.path === "refresh")) return "a refresh mode that was changed outside of feat";
  const there = new Set(object?.columns.map((c) => c.name.toLowerCase()));
  return object === void 0 || was.columns.some((c) => !there.has(c.name.toLowerCase())) ? "what was changed or dropped outside of feat" : null;
}
function servedHazards({ resource, record }, live) {
  const was = record?.applied;
  if (was === void 0 || was.served === void 0 && resource.served === void 0) return [];
  const { address: address2 } = resource;
  const because = replacedBecause({ resource, record }, live);
  const found2 = [];
  if (publicKind(was) !== publicKind(resource))
    found2.push(diagnostic("F397", { address: address2, from: withArticle(publicKind(was)), to: withArticle(publicKind(resource)) }));
  const kind = resource.served?.kind;
  const alike = was.served?.kind === kind && because !== null;
  if (alike && (kind === "dynamic table" || kind === "interactive table"))
    found2.push(diagnostic("F395", { address: address2, rows: live.get(nameText(was.publicName))?.rows ?? null, because }));
  if (alike && kind === "online feature table") found2.push(diagnostic("F396", { address: address2, kind: withArticle(kind), because, grants: false }));
  return found2.map((d) => ({ code: d.code, message: d.message }));
}
function servedFields(resource, was) {
  const [is, before] = [factsOf(resource.served), factsOf(was?.served)];
  const names = unique([...Object.keys(is), ...Object.keys(before)]);
  return names.filter((n) => JSON.stringify(is[n]) !== JSON.stringify(before[n]) && (was !== null || n !== "reads")).map((n) => ({ path: n, declared: is[n] ?? null, applied: before[n] ?? null, live: null, forces: null }));
}
function factsOf(served) {
  if (served === void 0) return {};
  const { kind, why, refresh, lag, initialize, clusterBy, warehouse, reads } = served;
  const all2 = {
    "served as": kind,
    because: why,
    refresh,
    lag: lagText(lag),
    initialize,
    clusterBy: clusterBy.length === 0 ? null : clusterBy,
    warehouse,
    reads: reads.length === 0 ? null : reads
  };
  return Object.fromEntries(Object.entries(all2).filter(([, v]) => v !== null));
}
function servedDrift(served, object) {
  const said = object.details;
  if (served === void 0 || said === void 0) return [];
  const field2 = (path, applied2, live) => ({ path, declared: applied2, applied: applied2, live, forces: null });
  const lag = said["targetLag"];
  const differs = (name, applied2) => applied2 !== null && typeof said[name] === "string" && said[name].toLowerCase() !== applied2.toLowerCase();
  return [
    ...typeof lag === "number" && served.lag !== null && lag !== served.lag ? [field2("lag", lagText(served.lag), formatDuration(lag))] : [],
    ...differs("warehouse", served.warehouse) ? [field2("warehouse", served.warehouse, said["warehouse"])] : [],
    ...differs("refreshMode", served.refresh) ? [field2("refresh", served.refresh, said["refreshMode"])] : [],
    ...isSuspended(object) ? [field2("refreshed", "on schedule", "suspended")] : []
  ];
}
function isSuspended(object) {
  return String(object?.details?.["state"] ?? "").toLowerCase() === "suspended";
}
function lagText(lag) {
  return typeof lag === "number" ? formatDuration(lag) : lag;
}

// compiler/plan/compare.ts
function diffColumns(declared, applied2) {
  const before = new Map(applied2.map((c) => [c.name, c]));
  const after = new Map(declared.map((c) => [c.name, c]));
  const isNew = declared.filter((c) => !before.has(c.name));
  const isGone = applied2.filter((c) => !after.has(c.name));
  const taken = /* @__PURE__ */ new Set();
  const renamed = isNew.flatMap((to) => {
    const from = isGone.find((c) => !taken.has(c) && c.dataHash === to.dataHash && c.aliasOf === null === (to.aliasOf === null));
    if (from === void 0) return [];
    taken.add(from);
    return [{ from, to }];
  });
  const both = declared.flatMap((to) => before.has(to.name) ? [{ from: before.get(to.name), to }] : []);
  return {
    added: isNew.filter((c) => !renamed.some((r) => r.to === c)),
    removed: isGone.filter((c) => !renamed.some((r) => r.from === c)),
    renamed,
    changed: both.filter((b) => b.from.dataHash !== b.to.dataHash),
    described: both.filter((b) => b.from.dataHash === b.to.dataHash && b.from.description !== b.to.description)
  };
}
var noDiff = { added: [], removed: [], renamed: [], changed: [], described: [] };
function hasSameColumns({ hash }, { applied: applied2 }) {
  return hash.shape === applied2.hash.shape && hash.meta === applied2.hash.meta;
}
function compare(lowered, { resource, record, binding }, { live, applied: known }) {
  const base = {
    address: resource.address,
    was: record !== null && record.address !== resource.address ? record.address : null,
    hazards: [],
    loses: [],
    undo: "step"
  };
  if (record === null) return { ...base, action: "create", fields: servedFields(resource, null), why: { kind: "declared", via: [] }, class: "additive" };
  const features = (of) => featureBehind(lowered, resource, of);
  const diff = hasSameColumns(resource, record) ? noDiff : diffColumns(resource.columns, record.applied.columns);
  const drift = drifted({ resource, record, binding }, live);
  const grainChanged = resource.grain.hash !== record.applied.grain.hash && resource.filling.by !== "nothing";
  const lost = resource.publicName === null ? [] : [...diff.removed, ...diff.renamed.filter((r) => !isTold(r, features)).map((r) => r.from)];
  const transient = resource.filling.by !== "nothing" && isTransient(resource) !== isTransient(record.applied);
  const rebuilt = grainChanged || transient || binding.fresh !== null && (diff.changed.length > 0 || binding.lost.length > 0);
  const within = { path: resource.publicName === null ? "columns" : "features", forces: rebuilt ? "rebuild" : null };
  const fields2 = [
    ...columnFields(features, diff, record, within),
    ...otherFields({ resource, record, binding }, grainChanged),
    ...foldedFields(binding),
    ...drift
  ];
  return {
    ...base,
    fields: fields2,
    action: actionOf({ resource, record, binding }, diff, { rebuilt, drift: drift.length > 0 }),
    why: reasonOf(features, diff, record, { drift: drift.length > 0, known }),
    class: lost.length > 0 || diff.renamed.length > 0 && resource.publicName !== null ? "breaking" : rebuilt && !(transient && !grainChanged && binding.lost.length === 0) || diff.changed.length > 0 ? "values" : fields2.every((f) => !f.path.startsWith("features.")) ? "metadata" : "additive",
    hazards: [...hazardsOf(diff, resource.address, drift.length > 0), ...servedHazards({ resource, record }, live)],
    loses: lost.map((c) => c.name),
    undo: rebuilt || lost.length > 0 ? "kept storage" : "step"
  };
}
function isTold({ from, to }, features) {
  return from.of !== null && features(to.of)?.renamedFrom === from.of;
}
function shownName({ publicName }) {
  return publicName?.name ?? null;
}
var physicalNames = ["clusterBy", "retentionDays", "transient", "warehouse", "columns", "rowAccess"];
function isTransient({ physical: physical2 }) {
  return physical2.transient === true;
}
function actionOf({ resource, record, binding }, diff, found2) {
  if (found2.rebuilt) return "rebuild";
  if (record.address !== resource.address || diff.renamed.length > 0) return "rename";
  if (diff.added.length > 0 && diff.removed.length === 0 && diff.changed.length === 0) return "add columns";
  if (record.applied.hash.shape !== resource.hash.shape || record.applied.hash.meta !== resource.hash.meta || record.applied.grain.hash !== resource.grain.hash || found2.drift || binding.fresh !== null)
    return "alter";
  return nameOf(record) === (resource.publicName === null ? null : nameText(resource.publicName)) ? "none" : "alter";
}
function nameOf(record) {
  return record.applied.publicName === null ? null : nameText(record.applied.publicName);
}
function hazardsOf(diff, address2, drift) {
  const found2 = [
    ...diff.changed.length > 0 ? [diagnostic("F516", { address: address2, columns: diff.changed.map((c) => c.to.name) })] : [],
    ...drift ? [diagnostic("F517", { address: address2, what: "the deployed object" })] : []
  ];
  return found2.map((d) => ({ code: d.code, message: d.message }));
}
function applied(record, of) {
  return record.definitions.find((d) => d.address === of);
}
function columnFields(features, diff, record, within) {
  const formula = (c) => features(c.of)?.formula ?? typeName(c.type);
  const former = (c) => applied(record, c.of)?.formula ?? typeName(c.type);
  const at = (name, declared, was, forces = null) => ({
    path: `${within.path}.${name}`,
    declared,
    applied: was,
    live: null,
    forces
  });
  return [
    ...diff.added.map((c) => at(c.name, formula(c), null)),
    ...diff.renamed.map((r) => ({ ...at(r.to.name, r.to.name, r.from.name), path: `${within.path}.${r.to.name}.name` })),
    ...diff.changed.map((c) => at(c.to.name, formula(c.to), former(c.from), within.forces)),
    ...diff.removed.map((c) => at(c.name, null, former(c))),
    ...diff.described.map((d) => ({ ...at(d.to.name, d.to.description, d.from.description), path: `${within.path}.${d.to.name}.description` }))
  ];
}
function otherFields({ resource, record }, grainChanged) {
  const was = record.applied;
  if (hasSameColumns(resource, record) && resource.grain.hash === was.grain.hash && every(resource) === every(was)) return [];
  const field2 = (path, declared, before, forces = null) => ({
    path,
    declared,
    applied: before,
    live: null,
    forces
  });
  const differs = (a, b) => a !== b && JSON.stringify(a) !== JSON.stringify(b);
  const keys = (r) => r.grain.keys.map((k) => `${k.name} ${typeName(k.type)}`);
  const candidates = [
    field2("name", resource.name, was.name),
    field2("keys", keys(resource), keys(was), grainChanged ? "rebuild" : null),
    field2("every", every(resource), every(was), "rebuild"),
    field2("comment", resource.comment, was.comment),
    field2("tags", resource.tags, was.tags),
    field2("protect", resource.protect, was.protect),
    field2("object tags", resource.physical.tags, was.physical.tags),
    ...resource.physical.storeTags === was.physical.storeTags ? [] : [field2("public name", shownName(resource), shownName(was))],
    ...physicalNames.map((p) => field2(p, resource.physical[p], was.physical[p], p === "transient" ? "rebuild" : null)),
    ...servedFields(resource, was),
    ...unique([...Object.keys(resource.promises), ...Object.keys(was.promises)]).map((p) => field2(p, resource.promises[p], was.promises[p]))
  ].filter((f) => differs(f.declared, f.applied));
  const told = candidates.some((f) => f.forces === "rebuild");
  if (resource.kind === "report" && resource.grain.hash !== was.grain.hash)
    return [...candidates, field2("reports on", "the features of today", "those that were applied")];
  return grainChanged && !told ? [...candidates, field2("rows", "population, known time or views", "other rows", "rebuild")] : candidates;
}
function foldedFields({ folds, storages }) {
  return folds === void 0 ? [] : [{ path: "column groups", declared: storages.length, applied: folds.length, live: null, forces: null }];
}
function every(r) {
  return "every" in r.filling ? r.filling.every : null;
}
function drifted({ record, binding }, live) {
  const gone = binding.lost.map((s) => ({ path: `storage ${s.name.name}`, declared: "table", applied: "table", live: null, forces: "rebuild" }));
  const dropped = binding.storages.flatMap(
    (s) => droppedColumns(s, live).map((c) => ({ path: `storage ${s.name.name}, column ${c}`, declared: c, applied: c, live: null, forces: "rebuild" }))
  );
  const name = nameOf(record);
  if (name === null || dropped.length > 0) return [...gone, ...dropped];
  const object = live.get(name);
  if (object === void 0) return [...gone, { path: "object", declared: name, applied: name, live: null, forces: null }];
  const there = liveColumns(object);
  const lacks = record.applied.columns.map((c) => c.name).filter((c) => !there.has(c.toLowerCase()));
  return [
    ...gone,
    ...servedDrift(record.applied.served, object),
    ...lacks.map((c) => ({ path: `column ${c}`, declared: c, applied: c, live: null, forces: null }))
  ];
}
function reasonOf(features, diff, record, found2) {
  const touched = diff.added.length + diff.removed.length + diff.renamed.length + diff.changed.length + diff.described.length;
  if (diff.changed.length === 0) return { kind: found2.drift && touched === 0 ? "drift" : "declared", via: [] };
  const own = diff.changed.filter((c) => c.to.of === null || applied(record, c.to.of)?.formula !== features(c.to.of)?.formula);
  if (own.length === 0) {
    const read = unique(diff.changed.flatMap((c) => features(c.to.of)?.readsFeatures ?? []));
    return { kind: "upstream", via: read.filter((f) => found2.known.get(f) !== features(f)?.dataHash) };
  }
  return { kind: "declared", via: own.flatMap((c) => c.to.of === null ? [] : [c.to.of]) };
}
function isChange(c) {
  return c.action !== "none";
}

// compiler/plan/chunks.ts
function storedSizes({ matched, live }, coverage) {
  const records = new Map(matched.map((m) => [m.resource.address, m.record]));
  return {
    rowsAtPoint: (view) => {
      const record = records.get(view) ?? null;
      const first = record?.storages.find((s) => s.first);
      if (first === void 0 || record?.applied.filling.by !== "points") return null;
      const { every: every2 } = record.applied.filling;
      const points = coverage(first).reduce((n, c) => n + (c.to - c.from) / every2, 0);
      const rows = live.get(nameText(first.name))?.rows ?? null;
      return rows === null || points === 0 ? null : rows / points;
    },
    arrived: () => null
  };
}
var valuesPerStep = 3e7;
function inChunks(fills, sizes, most3 = valuesPerStep) {
  return fills.flatMap((fill) => chunksOf(fill, sizes, most3).map((interval) => ({ ...fill, interval })));
}
function chunksOf(fill, sizes, most3) {
  const { interval, resource } = fill;
  const values = valuesOf(fill, sizes);
  if (values === null || !("every" in resource.filling)) return [interval];
  const { every: every2 } = resource.filling;
  const start = Math.max(interval.from, resource.filling.by === "known time" ? pointFrom(sizes.arrived(resource.address).first, every2) : interval.from);
  const units = Math.ceil((interval.to - start) / every2);
  const parts = Math.min(Math.ceil(values / most3), units);
  if (parts <= 1) return [interval];
  const cuts = Array.from({ length: parts - 1 }, (_, i) => start + Math.round((i + 1) * units / parts) * every2);
  return [interval.from, ...cuts].map((from, i) => ({ from, to: cuts[i] ?? interval.to }));
}
function valuesOf(fill, sizes) {
  const rows = rowsOf(fill, sizes);
  return rows === null ? null : rows * Math.max(1, fill.storage.columns.length);
}
function rowsOf({ interval, resource }, sizes) {
  const { filling } = resource;
  switch (filling.by) {
    case "known time":
      return sizes.arrived(resource.address)?.rows ?? null;
    case "points":
      return times(sizes.rowsAtPoint(resource.address), (interval.to - interval.from) / filling.every);
    case "dates": {
      const rows = resource.uses.flatMap((u) => sizes.rowsAtPoint(u.on) ?? []);
      return rows.length === 0 ? null : times(Math.max(...rows), (interval.to - interval.from) / filling.every);
    }
    case "capture":
    case "newest":
    case "nothing":
      return null;
  }
}
function times(rows, points) {
  return rows === null ? null : rows * points;
}

// compiler/plan/materialized-view.ts
var allowed = /* @__PURE__ */ new Set(["count", "countAll", "sum", "min", "max", "avg", "varPop"]);
function materializedViewProblem(query) {
  if (query.kind !== "select") return { rule: "it selects from one table", found: found(query) };
  const [join3] = query.joins;
  if (join3 !== void 0)
    return { rule: "it joins nothing, not even with itself", found: `${join3.how === "inner" ? "an" : "a"} ${join3.how} join of '${join3.as}'` };
  const { of } = query.from;
  if (of.kind !== "physical" || of.of.kind !== "relation") return { rule: "it selects from one table, and no subquery", found: found(of) };
  if (query.distinct) return { rule: "it has no DISTINCT", found: "DISTINCT" };
  if (query.qualify.length > 0) return { rule: "it has no window functions", found: "QUALIFY" };
  if (query.orderBy.length > 0) return { rule: "it has no ORDER BY", found: "ORDER BY" };
  if (query.limit !== null) return { rule: "it has no LIMIT", found: `LIMIT ${query.limit}` };
  const named3 = [...query.columns.map((c) => ({ at: `column '${c.as}'`, term: c.expr })), ...query.where.map((term) => ({ at: "a condition", term }))];
  for (const { at, term } of named3) {
    const problem = termProblem(term);
    if (problem !== null) return { rule: problem.rule, found: `${problem.found} in ${at}` };
  }
  const grouped = new Set(query.groupBy.map((t) => JSON.stringify(t)));
  const shown2 = new Set(query.columns.map((c) => JSON.stringify(c.expr)));
  return [...grouped].every((g) => shown2.has(g)) ? null : { rule: "it shows what it groups by", found: "a GROUP BY key that is no column" };
}
function found(relation) {
  switch (relation.kind) {
    case "union":
      return "a UNION ALL";
    case "with":
      return `a subquery '${relation.parts[0]?.name ?? ""}'`;
    case "select":
      return "a subquery";
    case "physical":
      return `a ${relation.of.kind}`;
    default:
      return `a ${relation.kind}`;
  }
}
function termProblem(term) {
  if (term.kind === "over") return { rule: "it has no window functions", found: `${term.fn} OVER` };
  if (term.kind === "param") return { rule: "it does not depend on the moment", found: `'${term.name}'` };
  if (term.kind === "argument") return { rule: "it has no parameters", found: `'${term.name}'` };
  if (term.kind === "aggregate") {
    if (!allowed.has(term.fn)) return { rule: "it keeps only some aggregates", found: term.fn };
    return [...term.args, ...term.filter === null ? [] : [term.filter]].map((t) => t.kind === "aggregate" ? nested : termProblem(t)).find((p) => p !== null) ?? null;
  }
  return childrenOf(term).map(termProblem).find((p) => p !== null) ?? null;
}
var nested = { rule: "it nests no aggregates", found: "an aggregate of an aggregate" };

// compiler/plan/objects/procedures.ts
var bounds = { from: { identifier: ":FROM_TIME" }, to: { identifier: ":TO_TIME" }, now: { identifier: ":NOW_TIME" } };
function procedureName(storage, { catalog, storageSchema, environment }) {
  const built = storage.generation.slice(storage.generation.indexOf(".") + 1);
  const own = environment === mainEnvironment ? "" : `__${environment.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")}`;
  return { catalog, schema: storageSchema, name: `fill_${built}${own}` };
}
function procedureAddress(storage) {
  return address("procedure", `${storage.of}/${storage.generation.slice(-8)}`);
}
function fillProcedure(resource, storage, bindings) {
  const named3 = ["from_time", "to_time", "now_time"].map((name) => ({ name, type: time }));
  const object = {
    kind: "procedure",
    name: procedureName(storage, bindings.placement),
    parameters: resource.filling.by === "dates" ? [...named3, { name: "feature_type", type: text }] : named3,
    text: hashOf({ rule: "fill 1", schema: bindings.placement.stateSchema, ...whatItSays(resource, storage, bindings) })
  };
  return objectResource(procedureAddress(storage), object, {
    causes: [resource.address],
    promises: { fills: storage.name.name, text: shortHash(object.text) }
  });
}
function whatItSays(resource, storage, bindings) {
  return {
    rows: [resource.hash.data, resource.hash.shape, resource.grain.hash, resource.filling],
    into: physical(storage),
    reads: inOrder(resource.uses, (u) => u.on).map((u) => [u.on, inOrder(bindings.storages(u.on), (s) => nameText(s.name)).map(physical)]),
    sources: sourcesBelow(resource, bindings).map((s) => [s, bindings.placement.sources[s] ?? null])
  };
}
function physical({ name, first, grainColumns, columns }) {
  return [nameText(name), first, grainColumns, inOrder(columns, (c) => c.logical)];
}
function inOrder(items, by) {
  return items.toSorted((a, b) => by(a) < by(b) ? -1 : 1);
}
function sourcesBelow(resource, bindings) {
  const seen = /* @__PURE__ */ new Set();
  const found2 = /* @__PURE__ */ new Set();
  const visit = (r) => {
    if (seen.has(r.address)) return;
    seen.add(r.address);
    for (const s of r.usesSources) found2.add(s.on);
    for (const u of r.uses) visit(bindings.resource(u.on));
  };
  visit(resource);
  return [...found2].toSorted();
}
function procedureStatements(made, { resource, storage }, c) {
  const { catalog, stateSchema, dialect } = c.placement;
  const inState = (name) => ({ catalog, schema: stateSchema, name });
  const object = made.object;
  const engine = objectsOf(dialect);
  const program = { claims: inState("claims"), storage: storage.generation, branches: branches(resource, storage, c) };
  const coverage = qualified(inState("coverage"), dialect);
  const body = engine.fillBlock(program, (covered) => coverStatements(coverage, covered));
  return engine.createProcedure(object, { body, comment: marker(c.project, c.placement, made.address, shortHash(object.text)) });
}
function branches(resource, storage, { lowered, bindings }) {
  const { filling } = resource;
  const way = (bulk, featureType) => boundedFill(lowered, bindings, { resource, storage, ...featureType === void 0 ? {} : { featureType } }, { bounds, bulk });
  if (filling.by === "points")
    return [
      { when: { is: "atLeast", seconds: bulkPoints * filling.every }, statements: way(true) },
      { when: { is: "always" }, statements: way(false) }
    ];
  if (filling.by !== "dates") return [{ when: { is: "always" }, statements: way(true) }];
  const types = lowered.around(resource.address).stores.get(resource.address).groups.map((g) => g.featureType);
  return types.map((featureType) => ({ when: { is: "featureType", featureType }, statements: way(true, featureType) }));
}
function fillCall({ storage, featureType, now }, span, placement) {
  const args = [span.from, span.to, now].map((value) => ({ value, type: time }));
  const type = featureType === void 0 ? [] : [{ value: featureType, type: text }];
  return objectsOf(placement.dialect)?.call(procedureName(storage, placement), [...args, ...type]) ?? null;
}

// compiler/plan/steps.ts
function schemaSteps(placement, live) {
  const wanted = [.../* @__PURE__ */ new Set([placement.storageSchema, placement.publicSchema])].filter((s) => !live.schemas.includes(s));
  return wanted.map(
    (schema) => step({
      phase: "expand",
      cause: `schema.${schema}`,
      title: `create schema ${schema}`,
      sql: createSchema({ catalog: placement.catalog, schema }, placement.dialect)
    })
  );
}
function expandSteps(m, c) {
  const storage = m.binding.fresh;
  if (storage === null) return [];
  return [
    step({
      phase: "expand",
      cause: m.resource.address,
      title: `create ${nameText(storage.name)}`,
      sql: together(storageTable(c.project, m.resource, storage, c.placement), c.placement.dialect),
      effect: { kind: "storage", storage, ...isLost(m, storage) || m.binding.folds !== void 0 && c.isRetired?.(storage) === true ? { anew: true } : {} },
      undo: dropTable(storage.name, c.placement.dialect)[0]
    })
  ];
}
function restoreSteps(m, live, c) {
  const dialect = c.placement.dialect;
  return m.binding.storages.flatMap((storage) => {
    const dropped = droppedColumns(storage, live);
    if (dropped.length === 0) return [];
    const sql = dropped.flatMap(
      (name) => addColumn(
        {
          table: storage.name,
          column: {
            name,
            type: m.resource.columns.find((r) => storage.columns.some((s) => s.stored === name && s.logical === r.name)).type,
            nullable: true,
            comment: null
          }
        },
        dialect
      )
    );
    return [
      step({
        phase: "expand",
        cause: m.resource.address,
        title: `restore ${dropped.join(", ")} of ${nameText(storage.name)}`,
        sql,
        effect: { kind: "storage", storage: { ...storage, name: asBuilt(storage) }, anew: true }
      })
    ];
  });
}
function isLost({ binding }, storage) {
  return binding.lost.some((l) => l.generation === storage.generation);
}
function asBuilt({ name, generation }) {
  return { ...name, name: generation.slice(generation.indexOf(".") + 1) };
}
function fillStep(fill, c) {
  const { resource, storage, featureType } = fill;
  const timed = resource.filling.by !== "capture" && resource.filling.by !== "newest";
  const span = timed ? ` ${spanTitle(fill)}` : "";
  const covered = coveredBy(fill, timed);
  const call2 = fillCall(fill, covered, c.placement);
  return step({
    phase: "fill",
    cause: resource.address,
    title: `fill ${resource.address}${featureType === void 0 ? "" : ` ${featureType}`}${storage.first ? "" : ` (${storage.columns.map((x) => x.logical).join(", ")})`}${span}`,
    sql: call2 === null ? fillStatements(c.lowered, c.bindings, fill) : [call2],
    transaction: call2 === null,
    fill: { storage: coverageKey(storage, featureType), ...covered, ...call2 === null ? {} : { byProcedure: true } }
  });
}
function coveredBy({ interval, now }, timed) {
  return timed ? { from: isoOf(interval.from), to: isoOf(interval.to) } : { from: isoOf(0), to: now };
}
function spanTitle({ interval, resource: { filling } }) {
  const short = (seconds) => isoOf(seconds).replace("T00:00:00Z", "");
  if (filling.by === "known time") return `known before ${short(interval.to)}`;
  const last = "every" in filling ? interval.to - filling.every : interval.to;
  return last === interval.from ? short(last) : `${short(interval.from)}..${short(last)}`;
}
function publishSteps(m, c) {
  const { resource, binding } = m;
  const [storage] = binding.storages;
  const isBuilt = resource.publish === "table" && storage !== void 0 && nameText(storage.name) !== nameText(resource.publicName);
  return isBuilt ? swapSteps(m, storage, c) : [publishStep(m, c)];
}
function publishStep(m, c) {
  const { resource, binding, record } = m;
  const cause = resource.address;
  if (resource.publish === "none") return step({ phase: "publish", cause, title: `record ${cause}`, sql: [], effect: recordEffect(m, binding.storages, c) });
  const title = `publish ${nameText(resource.publicName)}`;
  if (resource.publish === "view") {
    const room = madeRoom(record, resource, c.placement.dialect, c.live);
    return step({
      phase: "publish",
      cause,
      title,
      sql: [...room, ...together(publicView(c.project, c.lowered, resource, afterPublish(c.bindings)), c.placement.dialect)],
      // what is in the way is of another kind: its drop cannot be run again once the view is there
      ...room.length === 0 ? {} : { probe: commentProbe(resource.publicName, publicComment(c.project, resource, c.bindings.storages(cause), c.placement), c.placement.dialect) },
      effect: recordEffect(m, binding.storages, c)
    });
  }
  return step({
    phase: "publish",
    cause,
    title,
    sql: [...binding.storages.flatMap((s) => leftOf(s, c)), ...record === null ? [] : metaComment(c.project, resource, binding.storages, c.placement)],
    effect: recordEffect(m, binding.storages, c)
  });
}
function leftOf(storage, { live, placement }) {
  const built = asBuilt(storage);
  return nameText(built) !== nameText(storage.name) && live?.has(nameText(built)) === true ? dropBuilt(built, placement.dialect) : [];
}
function swapSteps(m, storage, c) {
  const { resource, binding, record } = m;
  const { dialect } = c.placement;
  const name = resource.publicName;
  const renamed = record?.applied.publicName?.name !== name.name;
  const former = record?.storages[0] ?? null;
  const old = renamed || former === null || binding.lost.includes(former) ? null : former;
  const effect = recordEffect(m, [{ ...storage, name }], c);
  const cleared = dropBuilt(storage.name, dialect);
  const swap = {
    phase: "publish",
    cause: resource.address,
    title: `publish ${nameText(name)}`,
    sql: publicTable(c.project, resource, storage, old, c.placement),
    probe: commentProbe(name, publicComment(c.project, resource, [storage], c.placement), dialect)
  };
  if (cleared.length === 0) return [step({ ...swap, effect })];
  return [step(swap), step({ phase: "publish", cause: resource.address, title: `clear ${nameText(storage.name)}`, sql: cleared, effect })];
}
function recordEffect(m, storages, c) {
  const { resource, record } = m;
  const applied2 = {
    environment: c.placement.environment,
    address: resource.address,
    applied: resource,
    storages,
    definitions: definitionsOf(resource, c.lowered),
    protect: resource.protect,
    plan: "",
    tool: c.tool
  };
  return { kind: "record", record: applied2, replaces: record !== null && record.address !== resource.address ? record.address : null };
}
function definitionsOf(resource, lowered) {
  return resource.columns.flatMap((c) => {
    const feature = featureBehind(lowered, resource, c.of);
    return feature === void 0 || c.aliasOf !== null ? [] : [{ address: feature.address, formula: feature.formula, dataHash: feature.dataHash, type: typeName(feature.type) }];
  });
}
function formerNameSteps(m, c) {
  const was = m.record?.applied.publicName ?? null;
  const is = m.resource.publicName;
  if (was === null || is === null || nameText(was) === nameText(is)) return [];
  return [withdrawStep(m.resource.address, m.record, was, c)];
}
function withdrawStep(cause, record, name, c, effect = null) {
  const { dialect } = c.placement;
  const title = `withdraw ${nameText(name)}`;
  if (record.applied.publish === "view") return step({ phase: "contract", cause, title, sql: withdrawal(record.applied, name, dialect), effect });
  const storage = record.storages[0];
  const back = asBuilt({ ...storage, name });
  return step({
    phase: "contract",
    cause,
    title,
    sql: renameTable({ from: name, to: back }, dialect),
    probe: `SELECT NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE lower(table_schema) = '${name.schema}' AND lower(table_name) = '${name.name}') AS done`,
    effect
  });
}
function goneSteps(record, c) {
  const forget = { kind: "forget", address: record.address };
  const { publicName, physical: physical2 } = record.applied;
  if (publicName === null || physical2.append === true)
    return [step({ phase: "contract", cause: record.address, title: `forget ${record.address}`, sql: [], effect: forget })];
  return [withdrawStep(record.address, record, publicName, c, forget)];
}
function retireSteps(state, kept, c) {
  if (state === null) return [];
  const retired = new Map(state.retired.map((r) => [nameText(r.name), r]));
  return state.storages.filter((s) => s.owner === c.placement.environment && !kept.has(s.storage.generation)).flatMap(({ storage }) => {
    const name = nameText(storage.name);
    const since = retired.get(name);
    if (since === void 0)
      return [step({ phase: "contract", cause: storage.of, title: `retire ${name}`, sql: [], effect: { kind: "retire", storage: name } })];
    if (since.dropAfter > c.now) return [];
    return [
      step({
        phase: "contract",
        cause: storage.of,
        title: `drop ${name}`,
        sql: dropTable(storage.name, c.placement.dialect),
        effect: { kind: "dropped", storage: name }
      })
    ];
  });
}

// compiler/plan/served.ts
function servedSteps(m, c, live) {
  const { resource, record } = m;
  if (!isKept(resource)) throw new InternalError(`${resource.address} is not kept by the engine`);
  const { dialect } = c.placement;
  const name = resource.publicName;
  const spec = servedSpec(resource, c);
  const replaced = replacedBecause(m, live);
  const statements = servedStatements(dialect);
  const sql = replaced === null ? statements.alter(spec, changeOf(resource, record.applied, live.get(nameText(name)))) : [...madeRoom(record, resource, dialect, live), ...statements.create(spec)];
  const isMarked = live.get(nameText(name))?.comment === spec.comment;
  const added = requestFunction(c.project, resource, c.placement);
  const effect = recordEffect(m, [], c);
  const publish = { phase: "publish", cause: resource.address };
  return [
    step({
      ...publish,
      title: `${replaced === null ? "alter" : "publish"} ${resource.served.kind} ${nameText(name)}`,
      sql,
      probe: isMarked ? null : statements.probe(publicKind(resource), name, spec.comment),
      effect: added.length === 0 ? effect : null
    }),
    ...added.length === 0 ? [] : [step({ ...publish, title: `publish function ${nameText(requestName(name))}`, sql: added, effect })]
  ];
}
function leftBehindSteps({ resource, record }, c) {
  const sql = leftBehind(record, resource, c.placement.dialect);
  return sql.length === 0 ? [] : [step({ phase: "contract", cause: resource.address, title: `clear what ${resource.address} left behind`, sql })];
}
function servedSpec(resource, { lowered, bindings, placement, project }) {
  const { dialect } = placement;
  const bounds2 = { from: null, to: null, now: { identifier: servedStatements(dialect).clock } };
  const materialized = resource.served.kind === "materialized view" ? materializedRows(resource, bindings) : null;
  const body = bindRelation(shownQuery(resource, lowered), materialized?.over ?? bindings);
  const types = new Map([...resource.grain.keys, ...resource.grain.time, ...resource.columns].map((c) => [c.name, c.type]));
  const columns = outputs(body).map((name) => ({
    name,
    type: types.get(name) ?? time,
    comment: resource.columns.find((c) => c.name === name)?.description ?? null
  }));
  return {
    name: resource.publicName,
    served: resource.served,
    columns,
    keys: resource.grain.keys.map((k) => k.name),
    query: printQuery(body, dialect, bounds2),
    rows: materialized === null ? null : { columns: outputs(materialized.rows), query: printQuery(materialized.rows, dialect, bounds2) },
    comment: publicComment(project, resource, [], placement)
  };
}
function shownQuery(resource, lowered) {
  const rows = bodyOf(lowered, { of: resource.address, columns: [], first: true, bulk: true, current: true });
  if (resource.columns.every((c) => c.computed === void 0) || rows.kind !== "with") return rows;
  const columns = [
    ...fields(grainNames(resource), "r"),
    ...resource.columns.map((c) => named(c.name, c.computed ?? field(c.name, "r"))),
    named("computed_at", field("computed_at", "r"))
  ];
  return { kind: "with", parts: [...rows.parts, { name: "shown", of: rows.body }], body: select(as("r", part("shown")), columns) };
}
function materializedRows(resource, bindings) {
  const [use] = resource.uses;
  const view = bindings.resource(use.on);
  const grain = grainNames(view).filter((c) => c !== "feature_date");
  const columns = unique([...grain, ...use.columns, "computed_at"]);
  const rows = bindRelation({ kind: "scan", of: view.address, columns }, bindings);
  const beside = {
    name: besideName(resource.publicName),
    generation: nameText(besideName(resource.publicName)),
    of: view.address,
    grain: view.grain.hash,
    grainColumns: grain,
    first: true,
    columns: view.columns.filter((c) => use.columns.includes(c.name)).map((c) => ({ logical: c.name, stored: c.name, dataHash: c.dataHash }))
  };
  const scan = rows.kind === "physical" ? select(as("s", rows), fields(columns, "s")) : rows;
  return { rows: scan, over: { ...bindings, storages: (of) => of === view.address ? [beside] : bindings.storages(of) } };
}
function unservable(resource, bindings) {
  if (!isKept(resource) || resource.served.kind !== "materialized view") return [];
  const problem = materializedViewProblem(materializedRows(resource, bindings).rows);
  return problem === null ? [] : [diagnostic("F398", { address: resource.address, ...problem })];
}
function changeOf(resource, was, object) {
  const before = was.served;
  const comment = new Map(was.columns.map((c) => [c.name, c.description]));
  const drifted2 = new Set(object === void 0 ? [] : servedDrift(before, object).map((f) => f.path));
  return {
    lag: before?.lag !== resource.served.lag || drifted2.has("lag"),
    warehouse: before?.warehouse !== resource.served.warehouse || drifted2.has("warehouse"),
    clusterBy: JSON.stringify(before?.clusterBy) !== JSON.stringify(resource.served.clusterBy),
    columns: resource.columns.filter((c) => comment.get(c.name) !== c.description).map((c) => ({ name: c.name, comment: c.description })),
    resume: isSuspended(object)
  };
}

// compiler/plan/expressible.ts
function computedOf({ columns, onRequest }) {
  const computed = [...columns, ...onRequest?.columns ?? []].flatMap((c) => c.computed === void 0 ? [] : [named(c.name, c.computed)]);
  return select(as("v", { kind: "values", columns: [], rows: [] }), computed);
}
function inexpressible({ resource, binding }, lowered, bindings) {
  if (resource.physical.append === true) return [];
  const groups = resource.kind === "store" ? lowered.around(resource.address).stores.get(resource.address).groups.map((g) => ({ featureType: g.featureType })) : [{}];
  const storages = resource.filling.by === "nothing" ? [{ columns: [], first: true }] : [binding.fresh].filter((s) => s !== null);
  const found2 = storages.flatMap(
    (s) => groups.flatMap((group) => {
      const body = bodyOf(lowered, { of: resource.address, columns: s.columns.map((c) => c.logical), first: s.first, bulk: true, ...group });
      return unsupported(bindRelation(body, bindings), bindings.placement.dialect, resource.address);
    })
  );
  const shown2 = unsupported(computedOf(resource), bindings.placement.dialect, resource.address);
  return [...new Map([...found2, ...shown2, ...unservable(resource, bindings)].map((d) => [d.message, d])).values()];
}

// compiler/plan/fills.ts
var beginning = -62135596800;
function requiredFills(request) {
  const wanted = new Map(request.wanted);
  const refresh = new Set(request.refresh);
  const byAddress = new Map(request.held.map((h) => [h.resource.address, h]));
  const fills = [];
  for (const held of request.held.toReversed()) {
    const own = fillsOf(held, wanted, refresh, request);
    for (const fill of own) for (const use of held.resource.uses) carry(byAddress.get(use.on), fill, { ...request, wanted, refresh });
    fills.push(...own.toReversed());
  }
  return fills.toReversed();
}
function fillsOf(held, wanted, refresh, request) {
  const { resource } = held;
  const storages = held.storages.filter(request.writable);
  const { now } = request;
  const missing = (s, key, featureType) => without(wanted.get(key) ?? [], request.coverage(s, featureType));
  switch (resource.filling.by) {
    case "capture":
    case "newest":
      return refresh.has(resource.address) ? storages.map((storage) => ({ resource, storage, interval: { from: 0, to: 0 }, now })) : [];
    case "known time":
      return storages.flatMap((storage) => missing(storage, resource.address).map((interval) => ({ resource, storage, interval, now })));
    case "points":
      return pointFills(held, storages, missing, request);
    case "dates":
      return storages.flatMap(
        (storage) => [...wanted.keys()].filter((k) => k.startsWith(`${resource.address}#`)).flatMap((key) => {
          const featureType = key.slice(resource.address.length + 1);
          return missing(storage, key, featureType).map((interval) => ({ resource, storage, interval, now, featureType }));
        })
      );
    case "nothing":
      return [];
  }
}
function pointFills({ resource, storages: all2 }, storages, missing, request) {
  const first = all2.find((s) => s.first);
  const firstFills = first !== void 0 && storages.includes(first) ? missing(first, resource.address) : [];
  const rows = first === void 0 ? [] : merged([...request.coverage(first), ...firstFills]);
  return storages.toSorted((a, b) => Number(b.first) - Number(a.first)).flatMap((storage) => {
    const intervals = storage.first ? firstFills : common(missing(storage, resource.address), rows);
    return intervals.map((interval) => ({ resource, storage, interval, now: request.now }));
  });
}
function carry(used, fill, { wanted, refresh, starts }) {
  if (used === void 0) return;
  const { filling, address: address2 } = used.resource;
  const add = (interval) => void wanted.set(address2, merged([...wanted.get(address2) ?? [], interval]));
  if (filling.by === "capture") refresh.add(address2);
  if (fill.resource.filling.by === "newest") return;
  const last = fill.interval.to - everyOf(fill.resource);
  if (filling.by === "known time") add({ from: pointFrom(beginning, filling.every), to: pointFrom(last, filling.every) });
  if (filling.by === "points")
    add({ from: Math.max(pointAt(fill.interval.from, filling.every), starts.get(address2) ?? beginning), to: pointAt(last, filling.every) + filling.every });
}
function everyOf({ filling }) {
  return "every" in filling ? filling.every : 0;
}

// compiler/plan/objects/copies.ts
function copySteps({ resource, binding }, { project, placement }) {
  return (binding.copies ?? []).map(
    ({ from, to }) => step({
      phase: "expand",
      cause: resource.address,
      title: `clone ${nameText(from.name)} as ${nameText(to.name)}`,
      sql: [
        ...objectsOf(placement.dialect).cloneTable(from.name, to.name, to.transient === true),
        ...commentOn({ on: "table", name: to.name }, marker(project, placement, resource.address, to.generation), placement.dialect),
        ...coverageCopied(from, to, placement)
      ],
      effect: { kind: "storage", storage: to }
    })
  );
}
function coverageCopied(from, to, { catalog, stateSchema: schema, dialect }) {
  const coverage = qualified({ catalog, schema, name: "coverage" }, dialect);
  const key = (s) => literal2(s.generation, text, dialect);
  return [
    `DELETE FROM ${coverage} WHERE storage = ${key(to)}`,
    `INSERT INTO ${coverage} SELECT ${key(to)}, covers_from, covers_to, known_to FROM ${coverage} WHERE storage = ${key(from)}`
  ];
}

// compiler/plan/objects/alter-tables.ts
function physicalSteps({ resource, record, binding }, { dialect }) {
  const engine = objectsOf(dialect);
  if (record === null || engine === null) return [];
  const of = (r, s) => {
    const { clusterBy, physical: physical2 } = keptAs(r, s);
    return { ...physical2, clusterBy };
  };
  return binding.storages.flatMap((storage) => {
    const before = record.storages.find((s) => s.generation === storage.generation);
    const sql = storage === binding.fresh || before === void 0 ? [] : engine.alterTable(storage.name, of(record.applied, before), of(resource, storage));
    return sql.length === 0 ? [] : [step({ phase: "expand", cause: resource.address, title: `alter ${nameText(storage.name)}`, sql })];
  });
}

// compiler/plan/objects/alerts.ts
var moment = "CAST(SYSDATE() AS TIMESTAMP_NTZ(6))";
function alertsOf(lowered, bindings, automation) {
  if (Object.keys(automation.notifications).length === 0) return [];
  return lowered.model.catalog.monitors.flatMap((m) => {
    const statistic = m.notify.length === 0 || m.threshold === null ? null : statisticOf(m, lowered, bindings);
    return statistic === null ? [] : [alertOf(m, statistic, bindings, automation)];
  });
}
function alertOf(m, statistic, bindings, automation) {
  const { placement } = bindings;
  const threshold = m.threshold;
  const value = typeof threshold.value === "number" ? threshold.value : parseDuration(threshold.value) ?? 0;
  const passed = call(threshold.op === "above" ? "gt" : "lt", field("value", "m"), literal(value, float));
  const passing = select(as("m", statistic), [named("value", field("value", "m"))], { where: [passed] });
  const alert = {
    kind: "alert",
    name: { catalog: placement.catalog, schema: placement.storageSchema, name: `alert_${m.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")}` },
    warehouse: automation.warehouse,
    schedule: { minutes: Math.max(1, Math.round(m.every / 60)) },
    condition: printQuery(bindRelation(passing, bindings), placement.dialect, { from: null, to: null, now: { identifier: moment } }),
    integrations: [...new Set(m.notify.flatMap((channel) => automation.notifications[channel] ?? []))],
    message: `${m.severity}: ${m.name}: ${m.statistic} of ${m.on} is ${threshold.op} ${threshold.value}`
  };
  return objectResource(address("alert", m.name), alert, {
    causes: [m.address],
    promises: { on: m.on, statistic: m.statistic, threshold: m.threshold, every: m.every, severity: m.severity, notify: m.notify }
  });
}
function alertMistakes(lowered, { notifications }) {
  const known = Object.keys(notifications);
  if (known.length === 0) return [];
  return lowered.model.catalog.monitors.flatMap(
    (m) => m.notify.filter((c) => notifications[c] === void 0).map((channel) => diagnostic("F407", { channel, known, near: nearest(channel, known) }, { address: m.address }))
  );
}
function statisticOf(m, lowered, bindings) {
  const feature = lowered.model.catalog.features[m.on];
  if (feature !== void 0) {
    const value = field(feature.column, "v");
    const isNull = choose(call("isNull", value), integer(1));
    const share = call("divide", toFloat(aggregate("count", [isNull])), toFloat(aggregate("countAll", [])));
    const term = m.statistic === "mean" ? aggregate("avg", [toFloat(value)]) : m.statistic === "nullShare" ? share : null;
    return term === null ? null : atNewestPoint(feature.view, feature.column, term);
  }
  const source = bindings.source(m.on);
  return m.statistic === "age" ? ageOf(source) : m.statistic === "lateShare" ? lateShareOf(source) : null;
}
function atNewestPoint(view, column, value) {
  const scan = (columns) => ({ kind: "scan", of: view, columns });
  const newest = select(as("s", scan(["feature_time"])), [named("newest", aggregate("max", [field("feature_time", "s")]))]);
  return select(as("n", newest), [named("value", value)], {
    joins: [join("inner", "v", scan(["feature_time", column]), [call("eq", field("feature_time", "v"), field("newest", "n"))])]
  });
}
function ageOf(source) {
  const column = source.eventTime ?? source.validFrom;
  if (column === null) return null;
  const newest = aggregate("max", [field(column, "s")]);
  return select(as("s", rowsOf2(source)), [named("value", call("elapsed", newest, param("now"), words("seconds")))]);
}
function lateShareOf(source) {
  const [event, known] = [source.eventTime ?? source.validFrom, source.knownTime?.column ?? null];
  if (event === null || known === null) return null;
  const late = call("gt", call("elapsed", field(event, "s"), field(known, "s"), words("seconds")), literal(source.lateness, float));
  const share = call("divide", toFloat(aggregate("count", [choose(late, integer(1))])), toFloat(aggregate("countAll", [])));
  return select(as("s", rowsOf2(source)), [named("value", share)]);
}
function rowsOf2(source) {
  return { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) };
}

// compiler/plan/objects/drivers.ts
var beginning2 = "0001-01-01T00:00:00Z";
function driverName(of, { catalog, storageSchema }) {
  return { catalog, schema: storageSchema, name: `run_${plainName(of.address)}` };
}
function plainName(of) {
  return of.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}
function driverProcedure(resource, program, placement) {
  const object = {
    kind: "procedure",
    name: driverName(resource, placement),
    parameters: [{ name: "now_time", type: time }],
    text: hashOf({ rule: "driver 1", program })
  };
  return objectResource(address("procedure", `run/${resource.address}`), object, { causes: [resource.address], promises: { text: shortHash(object.text) } });
}
function driverStatements(made, program, { project, placement }) {
  const engine = objectsOf(placement.dialect);
  const object = made.object;
  return engine.createProcedure(object, { body: engine.driverBlock(program), comment: marker(project, placement, made.address, shortHash(object.text)) });
}
function driverProgram(resource, d) {
  const { catalog, stateSchema: schema } = d.bindings.placement;
  const storages = d.bindings.storages(resource.address).filter(d.writable);
  return {
    coverage: { catalog, schema, name: "coverage" },
    starts: { catalog, schema, name: "starts" },
    fills: storages.flatMap((s) => fillsOf2(resource, s, d))
  };
}
function fillsOf2(resource, storage, d) {
  const procedure = procedureName(storage, d.bindings.placement);
  const { filling } = resource;
  switch (filling.by) {
    case "capture":
    case "newest":
      return [{ procedure, featureType: null, due: null }];
    case "known time":
      return [{ procedure, featureType: null, due: tileDue(resource, storage, filling.every, d) }];
    case "points":
      return [{ procedure, featureType: null, due: pointDue(resource, storage, filling.every, d) }];
    case "dates":
      return d.groups(resource.address).map((g) => ({ procedure, featureType: g.featureType, due: dateDue(storage, g, d) }));
    case "nothing":
      return [];
  }
}
function tileDue(resource, storage, every2, d) {
  const readers = d.resources.filter((r) => r.uses.some((u) => u.on === resource.address));
  const settle = Math.max(0, ...readers.map((r) => secondsIn(r.promises["settle"])));
  return { storage: storage.generation, every: every2, isPoint: false, first: { at: beginning2 }, settle, lookback: lookback(resource, d), limits: [], fresh: [] };
}
function pointDue(resource, storage, every2, d) {
  const declared = resource.promises["start"];
  const start = typeof declared === "string" ? isoOf(pointFrom(secondsOf(declared), every2)) : null;
  const limits = resource.uses.flatMap(({ on }) => {
    const { filling } = d.bindings.resource(on);
    const first = firstOf(on, d);
    if (first === void 0) return [];
    if (filling.by === "points") return [{ storage: first.generation, plus: 0 }];
    return filling.by === "known time" ? d.bindings.storages(on).map((s) => ({ storage: s.generation, plus: every2 })) : [];
  });
  const rows = storage.first ? [] : [{ storage: firstOf(resource.address, d).generation, plus: 0 }];
  return {
    storage: storage.generation,
    every: every2,
    isPoint: true,
    first: start === null ? { startOf: resource.address } : { at: start },
    settle: secondsIn(resource.promises["settle"]),
    lookback: lookback(resource, d),
    limits: [...limits, ...rows],
    fresh: freshnessOf(resource, d)
  };
}
function dateDue(storage, { featureType, views }, d) {
  const starts = views.map((v) => d.bindings.resource(v).promises["start"]).filter((s) => typeof s === "string");
  const first = starts.length === views.length ? { at: isoOf(pointFrom(Math.min(...starts.map(secondsOf)), day)) } : { startOf: views[0] };
  return {
    storage: coverageKey(storage, featureType),
    every: day,
    isPoint: true,
    first,
    settle: null,
    lookback: Math.max(0, ...views.map((v) => lookback(d.bindings.resource(v), d))),
    limits: views.flatMap((v) => firstOf(v, d) === void 0 ? [] : [{ storage: firstOf(v, d).generation, plus: 0 }]),
    fresh: []
  };
}
function firstOf(of, { bindings }) {
  return bindings.storages(of).find((s) => s.first);
}
function lookback(resource, d, seen = /* @__PURE__ */ new Set()) {
  if (seen.has(resource.address)) return 0;
  seen.add(resource.address);
  const own = resource.filling.by === "known time" ? resource.filling.lateness : 0;
  const sources = resource.kind !== "view" ? [] : resource.usesSources.map((u) => d.bindings.source(u.on)).filter((s) => s.form === "dimension");
  return Math.max(own, ...sources.map((s) => s.lateness), ...resource.uses.map((u) => lookback(d.bindings.resource(u.on), d, seen)));
}
function freshnessOf(resource, { bindings }) {
  const promised = Object.entries(resource.promises["sources"] ?? {});
  return promised.flatMap(([name, { freshness }]) => {
    const source = bindings.source(address("source", name));
    const column = source.eventTime ?? source.validFrom;
    if (freshness === void 0 || column === null) return [];
    const rows = bindRelation({ kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }, bindings);
    const newest = printQuery(select(as("s", rows), [named("newest", aggregate("max", [field(column, "s")]))]), bindings.placement.dialect, null);
    return [{ newest, plus: freshness }];
  });
}
function secondsIn(length) {
  return typeof length === "number" ? length : typeof length === "string" ? parseDuration(length) ?? 0 : 0;
}

// compiler/plan/objects/measures.ts
function measuresOf(resource, storage, schedule) {
  const said = resource.promises["features"] ?? {};
  const measures = Object.entries(said).flatMap(([name, { checks = [] }]) => {
    const column = storage.columns.some((c) => c.logical === name) ? storedName(name, resource, storage) : null;
    if (column === null) return [];
    const metrics = checks.flatMap((c) => c.kind === "notNull" ? ["NULL_COUNT"] : c.kind === "unique" ? ["DUPLICATE_COUNT"] : []);
    return metrics.map((metric) => ({ metric, columns: [column] }));
  });
  if (measures.length === 0) return null;
  const object = { kind: "measures", name: storage.name, on: "table", schedule, measures };
  return objectResource(address("measures", `${resource.address}/${storage.generation.slice(-8)}`), object, {
    causes: [resource.address],
    promises: { schedule, measures: measures.map((m) => `${m.metric}(${m.columns.join(", ")})`) }
  });
}

// compiler/plan/objects/tasks.ts
function taskGraph(filled, {
  project,
  placement,
  automation
}) {
  const { catalog, storageSchema: schema } = placement;
  const named3 = (name) => ({ catalog, schema, name });
  const root = named3(`task_${plainName(address("task", project)).slice("task_".length)}`);
  const addresses = new Set(filled.map((r) => r.address));
  const nameOf3 = (of) => named3(`${root.name}__${plainName(of)}`);
  const nodes = filled.map((r) => {
    const read = r.uses.map((u) => u.on).filter((on) => addresses.has(on));
    return {
      name: nameOf3(r.address),
      warehouse: r.physical.warehouse ?? automation.warehouse,
      after: read.length === 0 ? [root] : [...new Set(read)].map(nameOf3),
      calls: driverName(r, placement)
    };
  });
  const graph = {
    kind: "tasks",
    name: root,
    schedule: automation.schedule,
    tasks: [{ name: root, warehouse: automation.warehouse, after: [], calls: null }, ...nodes]
  };
  return objectResource(address("task", project), graph, {
    causes: filled.map((r) => r.address),
    promises: { schedule: automation.schedule, tasks: nodes.map((n) => n.name.name.slice(root.name.length + 2)) }
  });
}

// compiler/plan/objects/wanted.ts
function wantedObjects(request) {
  const { placed, matching } = request;
  if (objectsOf(placed.placement.dialect) === null || matching.matched.length === 0) return (placed.objects ?? []).map(changed);
  const filled = matching.matched.filter((m) => m.resource.filling.by !== "nothing" && m.binding.storages.some(request.writable));
  return [
    ...(placed.objects ?? []).map(changed),
    ...filled.flatMap((m) => m.binding.storages.filter(request.writable).map((s) => fillOf(m.resource, s, request))),
    ...(placed.automation ?? null) === null ? [] : automatic(filled, placed.automation, request)
  ];
}
function automatic(filled, automation, request) {
  const { placed, after, lowered, writable } = request;
  const { schedule, measure } = automation;
  const resources = filled.map((m) => m.resource);
  return [
    ...schedule === null ? [] : drivers(resources, request),
    ...schedule === null ? [] : [changed(taskGraph(resources, { project: placed.project, placement: placed.placement, automation: { ...automation, schedule } }))],
    ...alertsOf(lowered, after, automation).map(changed),
    ...measure === null ? [] : filled.flatMap((m) => measuresIn(m.resource, m.binding.storages.filter(writable), measure))
  ];
}
function changed(made) {
  return { made, write: null, fills: null };
}
function fillOf(resource, storage, { matching, after }) {
  const { bindings } = matching;
  const { placement } = bindings;
  const shown2 = after.storages(resource.address).find((s) => s.generation === storage.generation);
  const [made, interim] = [fillProcedure(resource, shown2, after), fillProcedure(resource, storage, bindings)];
  return {
    made,
    write: (w) => procedureStatements(made, { resource, storage: shown2 }, { ...w, bindings: after, placement }),
    fills: {
      generation: storage.generation,
      made: interim,
      write: (w) => procedureStatements(interim, { resource, storage }, { ...w, bindings, placement })
    }
  };
}
function drivers(resources, { lowered, after, writable }) {
  const { placement } = after;
  const driven = {
    bindings: after,
    resources,
    writable,
    groups: (store) => lowered.around(store).stores.get(store).groups.map((g) => ({ featureType: g.featureType, views: g.views.map((v) => v.address) }))
  };
  return resources.map((r) => {
    const program = driverProgram(r, driven);
    const made = driverProcedure(r, program, placement);
    return { made, write: ({ project }) => driverStatements(made, program, { project, placement }), fills: null };
  });
}
function measuresIn(resource, storages, schedule) {
  return resource.kind === "view" ? storages.flatMap((s) => measuresOf(resource, s, schedule) ?? []).map(changed) : [];
}

// compiler/plan/objects/index.ts
function matchObjects({ lowered, matching, placed, state }) {
  const { environment } = placed.placement;
  const records = new Map((state?.records ?? []).filter((r) => r.environment === environment && r.applied.object !== void 0).map((r) => [r.address, r]));
  const all2 = wantedObjects({ lowered, matching, placed, after: afterPublish(matching.bindings), writable: writableIn(environment, state) });
  const matched = all2.map((wanted) => {
    const { made } = wanted;
    const m = { resource: made, record: records.get(made.address) ?? null, binding: { storages: [], fresh: null, lost: [] } };
    return { m, change: compare(lowered, m, matching), wanted };
  });
  const names = new Set(all2.map((w) => w.made.address));
  const { automation = null } = placed;
  return {
    matched,
    gone: [...records.values()].filter((r) => !names.has(r.address)).toReversed(),
    mistakes: automation === null ? [] : alertMistakes(lowered, automation)
  };
}
function isObjectChange({ m, change }) {
  return m.record === null || change.action !== "none";
}
function goneObject(record, { placement }) {
  return (objectsOf(placement.dialect)?.drop(record.applied.object) ?? []).length === 0 ? "forget" : "destroy";
}
function ordered({ matched }) {
  return matched.map((o) => o.m.resource).filter((r) => r.object.kind === "procedure");
}
function firstObjectSteps({ matched }, c) {
  return matched.filter((o) => isFirst(o.m.resource.object) && isObjectChange(o)).map((o) => changeStep("expand", o, c));
}
function isFirst({ kind }) {
  return kind === "tag" || kind === "warehouse";
}
function objectSteps({ matched, gone }, { fills, changed: changed2 }, c) {
  const filled = new Set(fills.map((f) => f.storage.generation));
  const made = matched.flatMap((o) => o.wanted.write === null ? otherSteps(o, changed2, c) : procedureSteps(o, o.wanted.write, filled, c));
  return [...made, ...gone.map((r) => dropStep(r, c))];
}
function otherSteps(o, changed2, c) {
  const object = o.m.resource.object;
  if (isFirst(object)) return [];
  const lost = object.kind === "grants" && o.m.resource.causes.some((a) => changed2.includes(a));
  return isObjectChange(o) || lost ? [changeStep("publish", o, c)] : [];
}
function changeStep(phase, { m }, c) {
  const object = m.resource.object;
  return step({
    phase,
    cause: m.resource.address,
    title: titleOf(m.record === null ? "make" : "alter", object),
    sql: objectsOf(c.placement.dialect).change(m.record?.applied.object ?? null, object),
    effect: recordEffect(m, [], c)
  });
}
function procedureSteps(o, write, filled, c) {
  const { m, wanted } = o;
  const written = (phase, sql, effect) => step({ phase, cause: m.resource.address, title: titleOf("write", m.resource.object), sql, effect });
  const { fills } = wanted;
  const twice = fills !== null && filled.has(fills.generation) && fills.made.hash.shape !== m.resource.hash.shape;
  const first = twice ? [written("expand", fills.write(c), null)] : [];
  if (!twice && !isObjectChange(o)) return first;
  return [...first, written(twice ? "publish" : "expand", write(c), recordEffect(m, [], c))];
}
function dropStep(record, { placement }) {
  const object = record.applied.object;
  const sql = objectsOf(placement.dialect).drop(object);
  return step({
    phase: "contract",
    cause: record.address,
    title: titleOf(sql.length === 0 ? "leave" : "drop", object),
    sql,
    effect: { kind: "forget", address: record.address }
  });
}
function titleOf(verb, o) {
  return `${verb} ${o.kind} ${o.kind === "warehouse" ? o.name.name : o.kind === "grants" ? o.name.schema : nameText(o.name)}`;
}

// compiler/plan/order.ts
function usesOf(resources) {
  return new Map(resources.map((r) => [r.address, r.uses.map((u) => u.on)]));
}
function withOrder(steps, uses) {
  const usedBy = reversed(uses);
  const phases2 = /* @__PURE__ */ new Map();
  return steps.map((step2) => {
    const order = phases2.get(step2.phase) ?? { last: /* @__PURE__ */ new Map(), since: [], barrier: [] };
    phases2.set(step2.phase, order);
    if (step2.phase === "audit") return step2;
    return { ...step2, after: waitsFor(step2, order, step2.phase === "contract" ? usedBy : uses, uses) };
  });
}
function waitsFor(step2, order, direction, known) {
  const isSchema = step2.cause.startsWith("schema.");
  if (!known.has(step2.cause)) {
    const after = isSchema ? [] : order.since.length > 0 ? order.since : order.barrier;
    order.barrier = isSchema ? [...order.barrier, step2.id] : [step2.id];
    order.since = [];
    if (!isSchema) order.last = /* @__PURE__ */ new Map();
    return after;
  }
  const found2 = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  const visit = (address2) => {
    if (seen.has(address2)) return;
    seen.add(address2);
    const before = order.last.get(address2);
    if (before !== void 0) found2.add(before);
    else for (const next of direction.get(address2) ?? []) visit(next);
  };
  const own = order.last.get(step2.cause);
  if (own !== void 0) found2.add(own);
  if (step2.effect?.kind !== "storage") for (const next of direction.get(step2.cause) ?? []) visit(next);
  order.last.set(step2.cause, step2.id);
  order.since.push(step2.id);
  return found2.size > 0 ? [...found2] : order.barrier;
}
function reversed(uses) {
  const usedBy = /* @__PURE__ */ new Map();
  for (const [reader, read] of uses) for (const on of read) usedBy.set(on, [...usedBy.get(on) ?? [], reader]);
  return usedBy;
}

// compiler/plan/fold.ts
function foldSteps(changed2, c, from) {
  const coverage = coverageOf(from.state);
  const sizes = storedSizes(from.matching, coverage);
  return changed2.flatMap(({ resource, binding: { folds, fresh } }) => {
    if (folds === void 0 || fresh === null) return [];
    const shown2 = folds.map((s) => coverage(s)).reduce(common, coverage(folds[0]));
    const left = isAnew(fresh, from.state) ? shown2 : without(shown2, coverage(fresh));
    const knownTo2 = knownOf(folds, from.state, c.now);
    const fills = left.map((interval) => ({ resource, storage: fresh, interval, now: c.now }));
    return inChunks(fills, sizes).map((fill) => foldStep(fill, folds, knownTo2, c));
  });
}
function isAnew(storage, state) {
  return state?.retired.some((r) => nameText(r.name) === nameText(storage.name)) === true;
}
function knownOf(folds, state, now) {
  const newest = folds.map((s) => {
    const known = (state?.coverage ?? []).filter((x) => x.storage === s.generation).map((x) => x.knownTo);
    return known.toSorted((a, b) => secondsOf(b) - secondsOf(a))[0] ?? now;
  });
  return newest.toSorted((a, b) => secondsOf(a) - secondsOf(b))[0];
}
function foldStep(fill, folds, knownTo2, c) {
  const { resource, storage, interval } = fill;
  const former = { ...c.bindings, storages: (of) => of === resource.address ? folds : c.bindings.storages(of) };
  const names = [...grainNames(resource), ...storage.columns.map((x) => x.logical), "computed_at"];
  const at = field("feature_time", "v");
  const rows = select(as("v", { kind: "scan", of: resource.address, columns: names }), fields(names, "v"), {
    where: [call("gte", at, param("from")), call("lt", at, param("to"))]
  });
  const bounds2 = { from: isoOf(interval.from), to: isoOf(interval.to), now: fill.now };
  return step({
    phase: "fill",
    cause: resource.address,
    title: `copy ${resource.address} ${`${bounds2.from}..${bounds2.to}`.replaceAll("T00:00:00Z", "")}`,
    sql: replaceRows(fill, former, rows, bounds2),
    transaction: true,
    fill: { storage: storage.generation, from: bounds2.from, to: bounds2.to, knownTo: knownTo2 }
  });
}

// compiler/plan/index.ts
function plan(input) {
  const { lowered, placed, state, live } = input;
  const matching = match(lowered, placed, state, live, input.fold);
  const compared = matching.matched.map((m) => ({ m, change: compare(lowered, m, matching) }));
  const objects = matchObjects({ lowered, matching, placed, state });
  const gone = matching.gone.map(goneChange);
  const changed2 = compared.filter((c) => c.change.action !== "none" || unpublished(c.m));
  const objectsChanged = objects.matched.filter(isObjectChange);
  const changes = [
    ...changed2.map((c) => c.change),
    ...gone,
    ...objectsChanged.map((o) => o.change),
    ...objects.gone.map((r) => ({ ...goneChange(r), action: goneObject(r, placed) }))
  ];
  const blocked = [
    ...changed2.flatMap((c) => blockedChange(c.m, c.change, matching, input)),
    ...matching.gone.flatMap((r) => blockedRemoval(r, input)),
    ...objects.mistakes.map((d) => ({ code: d.code, address: d.address, message: d.message }))
  ];
  const steps = blocked.length > 0 ? [] : stepsOf(
    changed2.map((c) => c.m),
    { ...matching, objects },
    input
  );
  const basis = Object.fromEntries([
    ...[...changed2, ...objectsChanged].flatMap((c) => basisOf(c.m)),
    ...[...matching.gone, ...objects.gone].map((r) => [r.address, fingerprint(r)])
  ]);
  const { target, environment } = placed.placement;
  const content = { format: 1, project: placed.project, target, environment, state: state?.id ?? "", tool: input.tool, basis, changes, steps, blocked };
  return { ...content, id: hashOf(content) };
}
function unpublished({ record }) {
  return record === null;
}
function basisOf({ resource, record }) {
  if (record === null || record.address === resource.address) return [[resource.address, fingerprint(record)]];
  return [
    [resource.address, null],
    [record.address, fingerprint(record)]
  ];
}
function fingerprint(record) {
  return record === null ? null : hashOf({ hash: record.applied.hash, storages: record.storages.map((s) => s.generation), name: record.applied.publicName });
}
function goneChange(record) {
  const kept = record.applied.physical.append === true || record.applied.publicName === null;
  return {
    address: record.address,
    was: null,
    action: kept ? "forget" : "destroy",
    fields: [],
    why: { kind: "declared", via: [] },
    class: kept ? "metadata" : "breaking",
    hazards: [],
    loses: kept ? [] : record.applied.columns.map((c) => c.name),
    undo: "kept storage"
  };
}
function blockedChange(matched, change, { live, bindings }, { allowDestroy, lowered }) {
  const { resource, record } = matched;
  const found2 = [...inexpressible(matched, lowered, bindings)];
  if (change.loses.length > 0 && !allowDestroy) found2.push(diagnostic("F513", { address: resource.address, columns: change.loses }));
  const names = [...record === null && resource.publicName !== null ? [resource.publicName] : [], ...newBeside(record, resource)].map(nameText);
  for (const name of names) {
    const object = live.get(name);
    if (object !== void 0 && !isOurs(object.comment)) found2.push(diagnostic("F510", { name, kind: object.what ?? object.kind }));
  }
  return found2.map((d) => ({ code: d.code, address: resource.address, message: d.message }));
}
function blockedRemoval(record, input) {
  if (goneChange(record).action === "forget") return [];
  if (record.protect) return [{ code: "F512", address: record.address, message: diagnostic("F512", { address: record.address }).message }];
  return input.allowDestroy ? [] : [{ code: "F511", address: record.address, message: diagnostic("F511", { address: record.address }).message }];
}
function stepsOf(changed2, matching, input) {
  const { lowered, placed, state, live } = input;
  const { placement, project } = placed;
  const c = {
    lowered,
    bindings: matching.bindings,
    placement,
    project,
    tool: input.tool,
    now: input.now,
    live: matching.live,
    isRetired: (s) => isAnew(s, state)
  };
  const kept = keptGenerations(matching, state, placement.environment);
  const fills = changed2.length === 0 ? [] : fillsOf3(matching, input);
  const steps = [
    ...firstObjectSteps(matching.objects, c),
    ...changed2.flatMap((m) => [...expandSteps(m, c), ...physicalSteps(m, placement), ...copySteps(m, c), ...restoreSteps(m, matching.live, c)]),
    ...fills.map((f) => fillStep(f, c)),
    ...foldSteps(changed2, c, { matching, state }),
    ...auditSteps(fills, changed2, c),
    ...changed2.flatMap((m) => isKept(m.resource) ? servedSteps(m, c, matching.live) : publishSteps(m, c)),
    ...changed2.flatMap((m) => [...formerNameSteps(m, c), ...leftBehindSteps(m, c)]),
    ...matching.gone.flatMap((r) => goneSteps(r, c)),
    ...retireSteps(state, kept, c),
    ...objectSteps(matching.objects, { fills, changed: changed2.map((m) => m.resource.address) }, c)
  ];
  const needsSchemas = steps.some((s) => s.phase === "expand" || s.phase === "publish");
  const resources = [...placed.resources, ...ordered(matching.objects), ...[...matching.gone, ...matching.objects.gone].map((r) => r.applied)];
  return withOrder(inPhases([...needsSchemas ? schemaSteps(placement, live) : [], ...steps]), usesOf(resources));
}
function keptGenerations(matching, state, environment) {
  const others = (state?.records ?? []).filter((r) => r.environment !== environment);
  return new Set([...matching.matched.flatMap((m) => m.binding.storages), ...others.flatMap((r) => r.storages)].map((s) => s.generation));
}
function fillsOf3(matching, input) {
  const coverage = coverageOf(input.state);
  const wanted = /* @__PURE__ */ new Map();
  const refresh = /* @__PURE__ */ new Set();
  for (const { resource, record, binding } of matching.matched) {
    if (record === null || binding.folds !== void 0) continue;
    const replaced = binding.fresh !== null || binding.storages.some((s) => droppedColumns(s, matching.live).length > 0 || !record.storages.some((r) => r.generation === s.generation));
    if (!replaced) continue;
    if (resource.filling.by === "newest") refresh.add(resource.address);
    for (const [key, intervals] of shownSoFar(record, coverage, input.state)) wanted.set(key.replace(record.address, resource.address), intervals);
  }
  const covered = (s, type) => matching.live.has(nameText(s.name)) && droppedColumns(s, matching.live).length === 0 ? coverage(s, type) : [];
  const fills = requiredFills({
    held: matching.matched.map((m) => ({ resource: m.resource, storages: m.binding.storages })),
    coverage: covered,
    wanted,
    refresh,
    writable: writableIn(input.placed.placement.environment, input.state),
    now: input.now,
    starts: startsOf(input)
  });
  return inChunks(fills, storedSizes(matching, coverage));
}
function shownSoFar(record, coverage, state) {
  const first = record.storages.find((s) => s.first) ?? record.storages[0];
  if (first === void 0) return [];
  if (record.applied.filling.by !== "dates") return [[record.address, coverage(first)]];
  const types = (state?.coverage ?? []).filter((x) => x.storage.startsWith(`${first.generation}#`)).map((x) => x.storage.slice(first.generation.length + 1));
  return [...new Set(types)].map((t) => [`${record.address}#${t}`, coverage(first, t)]);
}
function startsOf({ placed, state }) {
  return new Map(
    placed.resources.flatMap(({ address: address2, filling, promises }) => {
      const start = filling.by === "points" ? promises["start"] ?? state?.starts[address2] ?? null : null;
      return filling.by !== "points" || typeof start !== "string" ? [] : [[address2, pointFrom(secondsOf(start), filling.every)]];
    })
  );
}

// registry/observe/hidden.ts
var most = 24;
async function refuseHidden(driver, placement, state, live) {
  if (state === null) return;
  const listed = new Set(live.objects.map((o) => nameText(o.name)));
  const missing = state.storages.map((s) => s.storage.name).filter((n) => !listed.has(nameText(n)));
  if (missing.length === 0) return;
  const reader = readerOf(driver);
  const unseen = missing.filter((n) => live.schemas.includes(n.schema)).slice(0, most);
  const hidden = await inParallel(unseen, driver.parallelism, async (n) => await reader.isHidden(driver, n) ? [n] : []);
  const applied2 = new Set(state.records.flatMap((r) => r.storages.map((s) => nameText(s.name))));
  const lost = reader.hidesSchemas ? missing.filter((n) => applied2.has(nameText(n))) : [];
  const found2 = [...hiddenObjects(hidden.flat(), placement), ...hiddenSchemas(lost, placement, live)];
  if (found2.length === 0) return;
  const role = await reader.roleOf(driver);
  throw new FeatError(found2.map((of) => of(role)));
}
function hiddenObjects(names, { dialect }) {
  return names.length === 0 ? [] : [(role) => diagnostic("F672", { objects: names.map((n) => qualified(n, dialect)), role })];
}
function hiddenSchemas(missing, { catalog, dialect }, live) {
  const gone = groupBy(
    missing.filter((n) => !live.schemas.includes(n.schema)),
    (n) => n.schema
  );
  const text2 = (schema) => [catalog, schema].flatMap((p) => p === null ? [] : [quote(p, dialect)]).join(".");
  return [...gone].map(
    ([schema, names]) => (role) => diagnostic("F673", { schema: text2(schema), objects: names.length, role })
  );
}

// registry/observe/sources.ts
import { readdirSync } from "node:fs";
import { basename, dirname, join as join2 } from "node:path";

// registry/observe/fits.ts
function fits(declared, found2, { intDigits, guessed }) {
  const numeric = found2.kind === "decimal" || found2.kind === "float";
  switch (declared.kind) {
    case "int":
      return found2.kind === "decimal" && found2.scale === 0 && found2.precision <= intDigits;
    case "float":
      return numeric;
    case "decimal":
      return guessed ? numeric : found2.kind === "decimal" && found2.scale <= declared.scale && found2.precision - found2.scale <= declared.precision - declared.scale;
    case "json":
      return found2.kind === "json" || found2.kind === "text";
    default:
      return declared.kind === found2.kind;
  }
}
function declarable(found2, { intDigits }) {
  return found2.kind === "decimal" && found2.scale === 0 && found2.precision <= intDigits ? { kind: "int" } : found2;
}

// registry/observe/sources.ts
async function checkSources(driver, catalog, placement) {
  const mapped = catalog.sources.flatMap((source) => {
    const physical2 = placement.sources[source.address];
    return physical2 === void 0 ? [] : [{ source, physical: physical2 }];
  });
  const wanted = mapped.flatMap((m) => m.physical.kind === "relation" ? [m.physical.name] : []);
  const tables = wanted.length === 0 ? [] : await readerOf(driver).relations(driver, wanted);
  const found2 = [];
  for (const { source, physical: physical2 } of mapped) found2.push(...await checkSource(driver, source, physical2, tables));
  return found2;
}
async function checkSource(driver, source, physical2, tables) {
  const found2 = await lookUp(driver, source, physical2, tables);
  if (found2 === null) return [];
  if (!("columns" in found2)) return [found2];
  const reader = readerOf(driver);
  return source.columns.flatMap((column) => checkColumn(source, column, found2, reader));
}
async function lookUp(driver, source, physical2, tables) {
  switch (physical2.kind) {
    case "relation": {
      const found2 = tableOf(source, physical2.name, tables);
      if ("columns" in found2 || !await readerOf(driver).isHidden(driver, physical2.name)) return found2;
      return diagnostic("F677", { source: shortName(source.address), relation: qualified(physical2.name, driver.dialect) }, whereIs(source));
    }
    case "file":
      return fileOf(driver, source, physical2);
    case "query":
      return queryOf(driver, source);
    default:
      return absurd(physical2);
  }
}
function tableOf(source, wanted, tables) {
  const full = (n) => `${n.catalog === null ? "" : `${n.catalog}.`}${nameText(n)}`.toLowerCase();
  const relation = nameText(wanted);
  const table = tables.find((t) => full(t.name) === full(wanted));
  if (table !== void 0) return { relation, columns: table.columns, guessed: false };
  const near = nearest(
    relation,
    tables.map((t) => nameText(t.name))
  );
  return diagnostic("F640", { source: shortName(source.address), relation, near }, whereIs(source));
}
async function fileOf(driver, source, file) {
  const { path } = file;
  const name = shortName(source.address);
  try {
    const columns = await driver.describe(`SELECT * FROM ${fileSql(file, driver.dialect)}`, `read the columns of ${path}`);
    return { relation: path, columns, guessed: file.format === "csv" };
  } catch (error) {
    if (!(error instanceof FeatError)) throw error;
    return error.diagnostics[0].code === "F603" ? diagnostic("F641", { source: name, path, near: nearFile(path) }, whereIs(source)) : diagnostic("F644", { source: name, path, detail: wordsOf(error) }, whereIs(source));
  }
}
async function queryOf(driver, source) {
  const parts = source.query?.[driver.dialect].map((p) => typeof p === "string" ? p : p.kind === "column" ? quote(p.name, driver.dialect) : null) ?? [null];
  if (parts.includes(null)) return null;
  const name = shortName(source.address);
  try {
    return { relation: "its query", columns: await driver.describe(parts.join(""), `read the columns of ${name}`), guessed: false };
  } catch (error) {
    if (!(error instanceof FeatError)) throw error;
    return diagnostic("F645", { source: name, detail: wordsOf(error) }, whereIs(source));
  }
}
function checkColumn(source, column, { relation, columns, guessed }, { typeOf, intDigits }) {
  const common2 = { source: shortName(source.address), relation, column: column.name };
  const live = columns.find((c) => c.name.toLowerCase() === column.name.toLowerCase());
  if (live === void 0)
    return [
      diagnostic(
        "F642",
        {
          ...common2,
          near: nearest(
            column.name,
            columns.map((c) => c.name)
          )
        },
        whereIs(source)
      )
    ];
  const type = typeOf(live.type);
  const holding = { intDigits, guessed };
  if (type !== null && fits(column.type, type, holding)) return [];
  const fitting = type === null ? null : typeName(declarable(type, holding));
  return [diagnostic("F643", { ...common2, declared: typeName(column.type), found: live.type, fitting }, whereIs(source))];
}
function whereIs(source) {
  return { span: source.span, address: source.address };
}
function nearFile(path) {
  try {
    const near = nearest(basename(path), readdirSync(dirname(path)));
    return near === null ? null : join2(dirname(path), near);
  } catch {
    return null;
  }
}

// registry/compact.ts
async function compactPlan(session, view) {
  const { driver, placed, compiled, now, tool } = session;
  const { placement } = placed;
  const [state, live] = await Promise.all([readState(driver, placement), observe(driver, placement)]);
  await refuseHidden(driver, placement, state, live);
  const input = { lowered: compiled.lowered, placed, state, live, now, allowDestroy: false, tool };
  const differing = plan(input).changes.map((c) => c.address);
  if (differing.length > 0) throw new FeatError([diagnostic("F520", { changes: differing })]);
  const views = match(compiled.lowered, placed, state, live).matched.filter((m) => m.resource.kind === "view");
  const wanted = view === null ? views : [named2(view, views)];
  const folded = /* @__PURE__ */ new Set();
  for (const m of wanted.filter((x) => x.binding.storages.length > 1)) {
    const others = sharers(m, state, placement.environment);
    if (others.length === 0) folded.add(m.resource.address);
    else if (view !== null) throw new FeatError([diagnostic("F521", { address: m.resource.address, environments: others }, { address: m.resource.address })]);
  }
  return plan({ ...input, fold: (of) => folded.has(of) });
}
function named2(name, views) {
  const found2 = views.find((m) => m.resource.address === name || m.resource.name === name);
  if (found2 !== void 0) return found2;
  const known = views.flatMap((m) => [m.resource.name ?? "", m.resource.address]);
  throw new FeatError([diagnostic("F519", { name, near: nearest(name, known) })]);
}
function sharers({ binding }, state, environment) {
  const groups = new Set(binding.storages.map((s) => s.generation));
  const writable = writableIn(environment, state);
  const owners = (state?.storages ?? []).filter((s) => groups.has(s.storage.generation) && !writable(s.storage)).map((s) => s.owner);
  const showing = (state?.records ?? []).filter((r) => r.environment !== environment && r.storages.some((s) => groups.has(s.generation))).map((r) => r.environment);
  return [.../* @__PURE__ */ new Set([...owners, ...showing])].toSorted();
}

// registry/state/arrivals.ts
async function readArrivals(driver, sql, where = "") {
  const query = `SELECT source, known_day, row_count, breached, seen_to FROM ${sql.arrivals}${where === "" ? "" : ` WHERE ${where}`} ORDER BY source, known_day`;
  const rows = await driver.query(query, "read how many rows were there").catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return rows.map((r) => ({
    source: String(r["source"]),
    day: String(r["known_day"]),
    rows: Number(r["row_count"]),
    breached: Number(r["breached"]),
    seenTo: String(r["seen_to"])
  }));
}
async function writeArrivals(access, lock, arrivals, forgotten) {
  const { sql } = access;
  const { onlyIf } = onlyUnder(access, lock);
  const rows = arrivals.map((a) => ({ how: "put", values: [a.source, a.day, String(a.rows), String(a.breached), a.seenTo] }));
  const columns = ["source", "known_day", "row_count", "breached", "seen_to"];
  const { statements, atomic } = mergeStatements({ into: sql.arrivals, columns, keys: 2, rows }, sql.text, onlyIf);
  const deleted2 = [...forgotten].map(
    ([source, day2]) => fenced(`DELETE FROM ${sql.arrivals} WHERE source = ${sql.text(source)} AND known_day < ${sql.text(day2)} AND breached = 0`, onlyIf)
  );
  if (statements.length + deleted2.length > 0)
    await writeState(access, lock, { stages: [[[...statements, ...deleted2]]], atomic }, "record how many rows were there");
}

// registry/materialize/arrivals.ts
var lookBack = 30 * day;
async function countArrivals(request) {
  const looks = looksOf(request);
  const recorded = new Map(request.recorded.map((a) => [`${a.source} ${a.day}`, a]));
  const forgotten = /* @__PURE__ */ new Map();
  const found2 = await inParallel(looks, request.driver.parallelism, async (look) => {
    const from = pointAt(look.until - lookBack - look.source.lateness, day);
    forgotten.set(nameOf2(look), dayText(from));
    const counts = await countsOf(look, from, request);
    const days = /* @__PURE__ */ new Set([...counts.keys(), ...request.recorded.filter((a) => a.source === nameOf2(look) && a.day >= dayText(from)).map((a) => a.day)]);
    const last = request.recorded.findLast((a) => a.source === nameOf2(look));
    return [...days].flatMap((d) => {
      const before = recorded.get(`${nameOf2(look)} ${d}`) ?? (last !== void 0 && d < last.day ? { ...last, day: d, rows: 0, breached: 0 } : void 0);
      const rows = counts.get(d) ?? 0;
      const surplus = before !== void 0 && isClosed(look, before) ? Math.max(0, rows - before.rows) : 0;
      const next = { source: nameOf2(look), day: d, rows, breached: (before?.breached ?? 0) + surplus, seenTo: request.now };
      const same2 = before !== void 0 && before.rows === rows && (isClosed(look, before) || !isClosed(look, next));
      return same2 ? [] : [next];
    });
  });
  return { changed: found2.flat(), forgotten };
}
function looksOf({ lowered, held, coverage, writable, fills }) {
  const looks = /* @__PURE__ */ new Map();
  for (const { resource, storages } of held) {
    const table = lowered.tiles.get(resource.address)?.table;
    if (table === void 0 || !storages.some(writable)) continue;
    const ends = [...storages.flatMap((s) => coverage(s).map((c) => c.to)), ...fills.filter((f) => f.resource.address === resource.address).map((f) => f.interval.to)];
    if (ends.length === 0) continue;
    const look = { source: table.source, known: table.known, until: pointAt(Math.max(...ends), day) };
    const other = looks.get(nameOf2(look));
    looks.set(nameOf2(look), other === void 0 || other.until < look.until ? look : other);
  }
  return [...looks.values()];
}
function nameOf2({ source, known }) {
  return source.knownTime !== null && !known ? `${source.address} (corrected)` : source.address;
}
function isClosed({ source, known }, { day: of, seenTo }) {
  return known || secondsOf(seenTo) >= secondsOf(of) + day + source.lateness;
}
async function countsOf({ source, known, until }, from, { driver, bindings, now }) {
  const at = effectiveKnown(source, known, "s");
  const rows = { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) };
  const where = [wholeRow(source, [], "s"), call("gte", at, param("from")), call("lt", at, param("to"))];
  const query = select(as("s", rows), [named("known_day", bucketOf(at, day)), named("n", aggregate("countAll", []))], { where, groupBy: [bucketOf(at, day)] });
  const bounds2 = { from: isoOf(from), to: isoOf(until), now };
  const found2 = await driver.query(printQuery(bindRelation(query, bindings), bindings.placement.dialect, bounds2), `count the rows of ${source.name}`);
  return new Map(found2.map((r) => [String(r["known_day"]).slice(0, 10), Number(r["n"])]));
}
function dayText(seconds) {
  return isoOf(seconds).slice(0, 10);
}
function afterRun(recorded, { changed: changed2 }, restated) {
  const byDay = (list) => [...new Map(list.map((a) => [`${a.source} ${a.day}`, a])).values()];
  const all2 = byDay([...recorded, ...changed2]).toSorted((a, b) => a.day < b.day ? -1 : 1);
  if (!restated) return { written: changed2, all: all2 };
  const settled = all2.map((a) => ({ ...a, breached: 0 }));
  return {
    written: settled.filter(
      (a) => changed2.some((c) => c.source === a.source && c.day === a.day) || recorded.some((r) => r.breached > 0 && r.source === a.source && r.day === a.day)
    ),
    all: settled
  };
}
function breachesIn(arrivals) {
  const found2 = /* @__PURE__ */ new Map();
  for (const { source, day: of, breached } of arrivals) {
    if (breached === 0) continue;
    const before = found2.get(source);
    found2.set(source, { source, rows: (before?.rows ?? 0) + breached, from: before?.from ?? of, to: of });
  }
  return [...found2.values()];
}

// registry/state/rates.ts
async function readRates(driver, sql) {
  const rows = await driver.query(`SELECT address, value_count, milliseconds FROM ${sql.rates}`, "read how fast it was").catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return new Map(rows.map((r) => [String(r["address"]), { values: Number(r["value_count"]), milliseconds: Number(r["milliseconds"]) }]));
}
async function writeRates(access, lock, rates) {
  if (rates.size === 0) return;
  const { sql } = access;
  const rows = [...rates].map(([of, r]) => ({ how: "put", values: [of, String(r.values), String(r.milliseconds)] }));
  const merge = { into: sql.rates, columns: ["address", "value_count", "milliseconds"], keys: 1, rows };
  const { statements, atomic } = mergeStatements(merge, sql.text, onlyUnder(access, lock).onlyIf);
  await writeState(access, lock, { stages: [[statements]], atomic }, "record how fast it was");
}

// compiler/lower/tile-changes.ts
var changedColumns = ["event_tile", "known_tile"];
function changedTiles(table, states, stored) {
  return {
    kind: "with",
    parts: sides(table, states, stored),
    body: select(as("c", part("changed")), fields([...changedColumns], "c"), { distinct: true })
  };
}
function changedFirsts(table, states, stored, everything) {
  const seen = named("first_seen", aggregate("min", [seenAt(table, "t")]));
  const firsts = select(as("t", everything), [...fields(table.on, "t"), seen], { groupBy: table.on.map((k) => field(k, "t")) });
  const at = seenAt(table, "c");
  const was = field("first_seen", "f");
  const isGone = all([call("eq", at, was), call("eq", field("fresh_rows", "c"), integer(0))]);
  const columns = [named("seen", at), named("first_seen", choose(call("lt", at, was), was))];
  const joins = [
    table.on.length === 0 ? join("left", "f", part("firsts"), [call("eq", integer(1), integer(1))]) : join("left", "f", part("firsts"), sameColumns("c", "f", table.on))
  ];
  const body = select(as("c", part("changed")), columns, { joins, where: [call("or", call("isNull", was), call("lt", at, was), isGone)], distinct: true });
  return { kind: "with", parts: [...sides(table, states, stored), { name: "firsts", of: firsts }], body };
}
function seenAt(table, alias) {
  const happens = later(field("event_tile", alias), table.tile);
  return table.known ? call("greatest", happens, later(field("known_tile", alias), table.every)) : happens;
}
function sides(table, states, stored) {
  const fresh = tileBody(table, states);
  const grain = [...table.on, ...tileTimes];
  const columns = [...grain, ...states.map((s) => s.name)];
  const side = (alias, of, n) => select(as(alias, of), [...fields(columns, alias), named("side", integer(n))]);
  const both = { kind: "union", all: [side("a", part("fresh"), 1), side("b", stored, -1)] };
  const merged2 = table.content.kind === "states" ? states : table.content.kind === "multiset" ? states.filter((s) => s.name === "n") : [];
  const apart = columns.filter((c) => !merged2.some((s) => s.name === c));
  const isFresh = call("eq", field("side", "u"), integer(1));
  const on = (which, s) => named(`${which}_${s.name}`, aggregate("max", [field(s.name, "u")], which === "new" ? isFresh : call("not", isFresh)));
  const laid = select(
    as("u", both),
    [
      ...fields(apart, "u"),
      named("balance", aggregate("sum", [field("side", "u")])),
      named("fresh_rows", aggregate("countAll", [], isFresh)),
      ...merged2.flatMap((s) => [on("new", s), on("old", s)])
    ],
    { groupBy: apart.map((c) => field(c, "u")) }
  );
  const differs = [call("ne", field("balance", "d"), integer(0)), ...merged2.map((s) => call("not", same(s)))];
  const changed2 = select(as("d", part("laid")), [...fields(grain, "d"), named("fresh_rows", field("fresh_rows", "d"))], {
    where: [differs.length === 1 ? differs[0] : call("or", ...differs)]
  });
  return [
    { name: "fresh", of: fresh },
    { name: "laid", of: laid },
    { name: "changed", of: changed2 }
  ];
}
function same(state) {
  const [a, b] = [field(`new_${state.name}`, "d"), field(`old_${state.name}`, "d")];
  if (state.type.kind !== "float") return call("sameAs", a, b);
  const within = call("times", literal(1e-9, float), call("greatest", call("abs", a), call("abs", b)));
  return call("or", call("sameAs", a, b), call("coalesce", call("lte", call("abs", call("minus", a, b)), within), literal(false, { kind: "flag" })));
}

// registry/materialize/changes.ts
var beginning3 = -62135596800;
async function changedTables(request) {
  const known = knownTo(request.state);
  const looks = request.held.flatMap(({ resource, storages }) => {
    const plan2 = request.lowered.tiles.get(resource.address);
    return plan2 === void 0 ? [] : storages.filter(request.writable).flatMap((storage) => lookAt(storage, plan2.table, known, request));
  });
  const found2 = await inParallel(looks, request.driver.parallelism, (look) => changesIn(look, request));
  const all2 = /* @__PURE__ */ new Map();
  for (const changes of found2) {
    if (changes.tiles.length === 0) continue;
    const { address: address2 } = changes.table;
    const before = all2.get(address2);
    all2.set(address2, { table: changes.table, tiles: [...before?.tiles ?? [], ...changes.tiles], lives: [...before?.lives ?? [], ...changes.lives] });
  }
  return all2;
}
function knownTo(state) {
  const found2 = /* @__PURE__ */ new Map();
  for (const c of state.coverage) {
    const generation = c.storage.split("#")[0];
    found2.set(generation, Math.max(found2.get(generation) ?? 0, secondsOf(c.knownTo)));
  }
  return found2;
}
function lookAt(storage, table, known, request) {
  const end = request.coverage(storage).at(-1)?.to;
  const before = known.get(storage.generation);
  if (end === void 0 || before === void 0) return [];
  const { lateness } = table.source;
  const mayChange = !table.known && lateness > 0 && secondsOf(request.now) > before;
  const open = mayChange ? pointAt(before - lateness, table.every) : Number.MAX_SAFE_INTEGER;
  if (request.restated?.(table.address) === true) return [{ storage, table, span: { from: beginning3, to: end }, open }];
  return open < end ? [{ storage, table, span: { from: open, to: end }, open }] : [];
}
async function changesIn({ storage, table, span, open }, request) {
  const states = request.lowered.tiles.get(table.address).states.filter((s) => storage.columns.some((c) => c.logical === s.name));
  const stored = (within) => storedTiles(table, storage, request.bindings, within);
  const covered = request.coverage(storage);
  const ask2 = (relation) => {
    const { bindings, now, driver } = request;
    const bounds2 = { from: isoOf(span.from), to: isoOf(span.to), now };
    return driver.query(printQuery(bindRelation(relation, bindings), bindings.placement.dialect, bounds2), `look what changed in ${table.source.name}`);
  };
  const rows = await ask2(changedTiles(table, states, stored(true)));
  const tiles = rows.map((row) => {
    const [from, known] = [secondsOf(String(row["event_tile"])), secondsOf(String(row["known_tile"]))];
    return { event: { from, to: from + table.tile }, known, allowed: known >= open };
  });
  const changed2 = tiles.filter((t) => covered.some((c) => c.from <= t.known && t.known < c.to));
  if (changed2.length === 0 || !storage.first || !tellsKeys(table.address, request.lowered)) return { table, tiles: changed2, lives: [] };
  const firsts = await ask2(changedFirsts(table, states, stored(true), stored(false)));
  const lives = firsts.map((row) => {
    const from = secondsOf(String(row["seen"]));
    const until = row["first_seen"];
    return { from, to: typeof until === "string" ? secondsOf(until) : Number.MAX_SAFE_INTEGER, allowed: from > open };
  });
  return { table, tiles: changed2, lives };
}
function tellsKeys(tiles, lowered) {
  return [...lowered.views.values()].some((v) => v.population.events.some((t) => t.address === tiles));
}
function storedTiles(table, storage, bindings, within) {
  const resource = bindings.resource(table.address);
  const at = field(storedName("known_tile", resource, storage), "s");
  const names = [...grainNames(resource), ...storage.columns.map((c) => c.logical)];
  return select(
    as("s", { kind: "physical", of: { kind: "relation", name: storage.name } }),
    names.map((n) => named(n, field(storedName(n, resource, storage), "s"))),
    { where: within ? [call("gte", at, param("from")), call("lt", at, param("to"))] : [] }
  );
}

// registry/materialize/dirty.ts
var forever = Number.MAX_SAFE_INTEGER;
function dirtyOf(request) {
  const dirty = /* @__PURE__ */ new Map();
  const known = knownTo(request.state);
  for (const { resource, storages } of request.held) {
    const { address: address2, filling } = resource;
    const add = (key, found2, covered2) => {
      const counted = few(common(merged(found2), covered2));
      if (counted.length > 0) dirty.set(key, counted);
    };
    const covered = merged(storages.flatMap((s) => request.coverage(s)));
    if (filling.by === "known time") {
      const tiles = request.changes.get(address2)?.tiles.filter((t) => t.allowed || isWanted(address2, request)) ?? [];
      add(
        address2,
        tiles.map((t) => ({ from: t.known, to: t.known + filling.every })),
        covered
      );
    }
    const view = request.lowered.views.get(address2);
    if (view !== void 0) add(address2, pointsOf(view, storages, { ...request, dirty, known }), covered);
    const store = request.lowered.stores.get(address2);
    for (const { featureType, views } of store?.groups ?? []) {
      const own = merged(storages.flatMap((s) => request.coverage(s, featureType)));
      add(
        `${address2}#${featureType}`,
        views.flatMap((v) => readersOf(v.address, day, { ...request, dirty })),
        own
      );
    }
  }
  return dirty;
}
function isWanted(tiles, { held, lowered, restated, changes }) {
  return held.some(({ resource }) => {
    const view = lowered.views.get(resource.address);
    return view !== void 0 && resource.uses.some((u) => u.on === tiles) && restated(view, touchedBy(view, changes, false)).length > 0;
  });
}
function pointsOf(view, storages, walk) {
  const before = Math.max(0, ...storages.map((s) => walk.known.get(s.generation) ?? 0));
  const open = secondsOf(walk.now) > before && before > 0 ? [...dimensionLateness(view), ...foreignLateness(view, walk)] : [];
  return [
    ...touchedBy(view, walk.changes, true),
    ...walk.restated(view, touchedBy(view, walk.changes, false)),
    ...open.map((lateness) => ({ from: pointAt(before - lateness, view.every) + view.every, to: forever })),
    ...view.view.readsViews.flatMap((v) => readersOf(v, view.every, walk))
  ];
}
function touchedBy(view, changes, allowed2) {
  const { every: every2 } = view;
  const found2 = [];
  for (const { table, leaf } of view.slots) {
    for (const { event, known, allowed: is } of changes.get(table.address)?.tiles ?? []) {
      if (is !== allowed2) continue;
      const from = Math.max(pointFrom(event.from + table.tile + leaf.offset, every2), table.known ? pointFrom(known + table.every, every2) : -forever);
      found2.push({ from, to: leaf.length === "lifetime" ? forever : pointAt(event.from + leaf.offset + leaf.length, every2) + every2 });
    }
  }
  const lives = view.population.events.flatMap((t) => changes.get(t.address)?.lives ?? []).filter((l) => l.allowed === allowed2);
  return merged([...found2, ...lives.map((l) => ({ from: pointFrom(l.from, every2), to: l.to === forever ? forever : pointFrom(l.to, every2) }))]);
}
function dimensionLateness(view) {
  const sources = [...view.attributes.map((a) => a.source), ...view.population.dimensions.map((d) => d.source)].filter((s) => s.form === "dimension");
  return sources.filter((s) => (s.knownTime === null || !view.known) && s.lateness > 0).map((s) => s.lateness);
}
function foreignLateness(view, { held, writable }) {
  return view.tables.flatMap(({ table }) => {
    const storages = held.find((h) => h.resource.address === table.address)?.storages ?? [];
    return !table.known && table.source.lateness > 0 && storages.some((s) => !writable(s)) ? [table.source.lateness] : [];
  });
}
function readersOf(read, every2, { dirty, held, coverage, lowered }) {
  const step2 = lowered.views.get(read).every;
  const first = held.find((h) => h.resource.address === read)?.storages.find((s) => s.first);
  const covered = first === void 0 ? [] : coverage(first);
  return (dirty.get(read) ?? []).map(({ from, to }) => {
    const isFollowed = covered.some((c) => c.from <= to && to < c.to);
    return { from: pointFrom(from, every2), to: pointFrom(isFollowed ? to : to + step2, every2) };
  });
}
var most2 = 24;
function few(intervals) {
  if (intervals.length <= most2) return intervals;
  const gaps = intervals.slice(1).map((next, i) => next.from - intervals[i].to);
  const narrow = gaps.toSorted((a, b) => a - b)[intervals.length - most2 - 1];
  return merged(intervals.map((x, i) => i + 1 < intervals.length && gaps[i] <= narrow ? { from: x.from, to: intervals[i + 1].from } : x));
}
function cleanCoverage(coverage, dirty) {
  return (storage, featureType) => {
    const cut = dirty.get(featureType === void 0 ? storage.of : `${storage.of}#${featureType}`);
    return cut === void 0 ? coverage(storage, featureType) : without(coverage(storage, featureType), cut);
  };
}

// registry/materialize/due.ts
function dueViews(request) {
  const due = /* @__PURE__ */ new Map();
  const after = /* @__PURE__ */ new Map();
  for (const { view } of request.lowered.views.values()) {
    const own = request.wantsView(view.address) ? request.owns(view.address) ? dueOf(view, request, after) : request.covered(view.address) : [];
    if (own.length > 0) due.set(view.address, own);
    after.set(view.address, merged([...request.covered(view.address), ...own]));
  }
  return due;
}
function dueOf(view, request, after) {
  const { every: every2, settle } = view.contract;
  const start = request.starts.get(view.address);
  if (start === void 0) return [];
  const limits = [pointAt(request.now - settle, every2), ...view.readsSources.flatMap((s) => freshLimit(request.lowered.model.sources.get(s), request, every2))];
  const span = { from: Math.max(start, pointFrom(request.within.from, every2)), to: Math.min(Math.min(...limits) + every2, pointFrom(request.within.to, every2)) };
  const reads = view.readsViews.map((v) => readable(request.lowered.views.get(v).view, after.get(v) ?? [], every2, request.starts.get(v)));
  return reads.reduce(common, merged([span]));
}
function freshLimit(source, request, every2) {
  if (source.freshness === null) return [];
  const newest = request.newest.get(source.address) ?? null;
  return [newest === null ? Number.MIN_SAFE_INTEGER : pointAt(newest + source.freshness, every2)];
}
function readable(read, covered, every2, start) {
  const step2 = read.contract.every;
  const shown2 = covered.map((c) => ({ from: pointFrom(c.from, every2), to: pointFrom(pointAt(c.to - 1, step2) + step2, every2) }));
  return merged([{ from: Number.MIN_SAFE_INTEGER, to: start === void 0 ? Number.MIN_SAFE_INTEGER : pointFrom(start, every2) }, ...shown2]);
}
function dueDates(views, after, starts) {
  const first = Math.min(...views.map((v) => starts.get(v.address) ?? Number.MAX_SAFE_INTEGER));
  if (first === Number.MAX_SAFE_INTEGER) return [];
  const all2 = [{ from: pointFrom(first, day), to: Number.MAX_SAFE_INTEGER }];
  return views.map((v) => readable(v, after(v.address), day, starts.get(v.address))).reduce(common, all2);
}
function spanOf(from, to) {
  return { from: from === null ? secondsOf("0001-01-01") : secondsOf(from), to: to === null ? secondsOf("9999-01-01") : secondsOf(to) };
}

// registry/materialize/restate.ts
async function computedAgain(request) {
  const { restate, held, coverage, lowered } = request;
  const reads = new Set(held.filter((h) => restate?.wants(h.resource.address) === true).flatMap((h) => h.resource.uses.map((u) => u.on)));
  const changes = await changedTables({ ...request, restated: restate === null ? null : (t) => reads.has(t) });
  return dirtyOf({
    ...request,
    lowered,
    changes,
    restated: ({ view }, touched) => {
      if (restate === null || !restate.wants(view.address)) return [];
      const first = held.find((h) => h.resource.address === view.address)?.storages.find((s) => s.first);
      return restate.bounds === null ? touched : common(first === void 0 ? [] : coverage(first), [restate.bounds]);
    }
  });
}
function uncoverSteps(dirty, { held, writable, lowered }) {
  return held.flatMap(({ resource, storages }) => {
    const types = lowered.stores.get(resource.address)?.groups.map((g) => g.featureType) ?? [void 0];
    return types.flatMap((type) => {
      const intervals = (dirty.get(type === void 0 ? resource.address : `${resource.address}#${type}`) ?? []).map((i) => ({
        from: isoOf(i.from),
        to: isoOf(i.to)
      }));
      return intervals.length === 0 ? [] : storages.filter(writable).map((s) => uncoverStep(resource.address, coverageKey(s, type), intervals));
    });
  });
}
function uncoverStep(cause, storage, intervals) {
  const span = `${intervals[0].from}..${intervals.at(-1).to}`.replaceAll("T00:00:00Z", "");
  const title = `restate ${cause} ${span}`;
  return step({ phase: "expand", cause, title, sql: [], transaction: true, effect: { kind: "uncover", storage, intervals } });
}

// registry/materialize/sizes.ts
async function measured(fills, request) {
  const long = fills.filter((f) => "every" in f.resource.filling && (request.all || f.interval.to - f.interval.from > f.resource.filling.every));
  const views = new Set(long.flatMap(({ resource }) => viewsOf(resource)));
  const tiles = new Map(long.filter((f) => f.resource.filling.by === "known time").map((f) => [f.resource.address, f]));
  const rows = /* @__PURE__ */ new Map();
  const arrived = /* @__PURE__ */ new Map();
  await inParallel([...views], request.driver.parallelism, async (v) => rows.set(v, await rowsOfView(v, request)));
  await inParallel([...tiles], request.driver.parallelism, async ([of, fill]) => arrived.set(of, await arrivedIn(fill, request)));
  return { rowsAtPoint: (v) => rows.get(v) ?? null, arrived: (t) => arrived.get(t) ?? null };
}
function viewsOf({ address: address2, filling, uses }) {
  if (filling.by === "points") return [address2];
  return filling.by === "dates" ? uses.map((u) => u.on) : [];
}
async function rowsOfView(view, request) {
  const { bindings, coverage, lowered } = request;
  const first = bindings.storages(view).find((s) => s.first);
  const last = first === void 0 ? void 0 : coverage(first).at(-1);
  const { population, every: every2 } = lowered.views.get(view);
  if (first !== void 0 && last !== void 0) return countOf(atPoint(view, first, last.to - every2, request), request);
  if (population.kind === "one") return 1;
  let keys = 0;
  for (const table of population.events) keys += await countOf(keysOf(table, request), request);
  for (const { source, on } of [...population.dimensions, ...population.snapshots])
    keys += await countOf(distinct({ kind: "source", of: source.address, columns: source.columns.map((c) => c.name) }, on), request);
  return keys;
}
function atPoint(view, storage, point, { bindings }) {
  const at = field(storedName("feature_time", bindings.resource(view), storage), "s");
  return select(as("s", { kind: "physical", of: { kind: "relation", name: storage.name } }), [named("feature_time", at)], {
    where: [call("eq", at, instant(isoOf(point)))]
  });
}
function keysOf(table, { bindings, coverage }) {
  const stored = bindings.storages(table.address).some((s) => coverage(s).length > 0);
  return distinct(stored ? scanTiles(table, []) : { kind: "source", of: table.source.address, columns: table.source.columns.map((c) => c.name) }, table.on);
}
function distinct(of, on) {
  return select(
    as("s", of),
    on.map((k) => named(k, field(k, "s"))),
    { distinct: true }
  );
}
async function countOf(rows, request) {
  const [row] = await ask(select(as("r", rows), [named("n", aggregate("countAll", []))]), request);
  return Number(row["n"]);
}
async function arrivedIn(fill, request) {
  const { source } = request.lowered.tiles.get(fill.resource.address).table;
  const at = field(happened(source), "s");
  const rows = { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) };
  const since = fill.interval.from < 0 ? [] : [call("gte", at, instant(isoOf(fill.interval.from - source.lateness)))];
  const [row] = await ask(select(as("s", rows), [named("n", aggregate("countAll", [])), named("first", aggregate("min", [at]))], { where: since }), request);
  const first = row?.["first"];
  return typeof first === "string" ? { rows: Number(row["n"]), first: secondsOf(first) } : null;
}
function ask(query, { driver, bindings }) {
  return driver.query(printQuery(bindRelation(query, bindings), bindings.placement.dialect, null), "look how much there is to compute");
}

// registry/materialize/starts.ts
async function findStarts(request) {
  const of = /* @__PURE__ */ new Map();
  const found2 = /* @__PURE__ */ new Map();
  const firsts = /* @__PURE__ */ new Map();
  for (const view of request.views) {
    const { start, every: every2 } = view.contract;
    const known = start ?? request.recorded[view.address] ?? null;
    if (known !== null) of.set(view.address, pointFrom(secondsOf(known), every2));
    else {
      const first = await firstDay(view, request, firsts) ?? earliest(view.readsViews.map((v) => of.get(v)));
      if (first === null) continue;
      of.set(view.address, pointFrom(first, every2));
      found2.set(view.address, isoOf(pointFrom(first, every2)));
    }
  }
  return { of, found: found2 };
}
function earliest(values) {
  const known = values.filter((v) => v !== null && v !== void 0);
  return known.length === 0 ? null : Math.min(...known);
}
async function firstDay(view, request, known) {
  const sources = view.readsSources.map((s) => request.sources.get(s));
  for (const form of ["events", "dimension"]) {
    const firsts = [];
    for (const source of sources.filter((s) => s.form === form)) {
      if (!known.has(source.address)) known.set(source.address, await extremeTime(request, source, "min"));
      firsts.push(known.get(source.address));
    }
    const first = earliest(firsts);
    if (first !== null) return pointAt(first, day);
  }
  return null;
}
async function extremeTime(request, source, which) {
  const column = source.eventTime ?? source.validFrom;
  if (column === null) return null;
  const rows = { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) };
  const relation = select(as("s", rows), [named("moment", aggregate(which, [field(column, "s")]))]);
  const [row] = await request.driver.query(
    printQuery(bindRelation(relation, request.bindings), request.bindings.placement.dialect, null),
    `look for the ${which === "min" ? "first" : "last"} row of ${source.name}`
  );
  const moment2 = row?.["moment"];
  return typeof moment2 === "string" ? secondsOf(moment2) : null;
}

// registry/materialize/wanted.ts
async function fillsOf4(session, input) {
  const { state, held, coverage, writable, starts, wants } = input;
  const wanted = input.restate ? restatedOf(session, input) : await dueOf2(session, input);
  const request = { held, coverage, wanted, refresh: capturesDue(session, held, state), writable, now: session.now, starts: starts.of };
  const first = requiredFills(request);
  const refreshed = servingsDue(session, held, state, first, wants);
  return refreshed.size === 0 ? first : requiredFills({ ...request, refresh: /* @__PURE__ */ new Set([...request.refresh, ...refreshed]) });
}
async function dueOf2({ compiled: { lowered }, driver, now }, input) {
  const { held, coverage, writable, starts, wants, within } = input;
  const covered = (view) => coverageOfFirst(held, view, coverage);
  const newest = /* @__PURE__ */ new Map();
  const fresh = [...lowered.model.sources.values()].filter((s) => s.freshness !== null);
  await inParallel(fresh, driver.parallelism, async (s) => {
    newest.set(s.address, await extremeTime({ driver, bindings: input.bindings }, s, "max"));
  });
  const owns = (v) => firstOf2(held, v) === void 0 || writable(firstOf2(held, v));
  const due = dueViews({ lowered, now: secondsOf(now), within, starts: starts.of, newest, covered, wantsView: wants, owns });
  const after = (view) => merged([...covered(view), ...due.get(view) ?? []]);
  const wanted = new Map(due);
  for (const plan2 of lowered.stores.values()) {
    if (!wants(plan2.store.address)) continue;
    for (const group of plan2.groups) wanted.set(`${plan2.store.address}#${group.featureType}`, dueDates(group.views, after, starts.of));
  }
  return wanted;
}
function restatedOf({ compiled: { lowered } }, { held, coverage, dirty }) {
  const keys = held.flatMap(({ resource: { address: address2 }, storages }) => {
    const groups = lowered.stores.get(address2)?.groups.map((g) => g.featureType) ?? (lowered.views.has(address2) ? [void 0] : []);
    return groups.map((type) => ({ key: type === void 0 ? address2 : `${address2}#${type}`, covered: merged(storages.flatMap((s) => coverage(s, type))) }));
  });
  return new Map(
    keys.map(({ key, covered }) => {
      const all2 = merged([...covered, ...dirty.get(key) ?? []]);
      const whole = all2.length === 0 ? [] : [{ from: all2[0].from, to: all2.at(-1).to }];
      return [key, without(whole, covered)];
    })
  );
}
function coverageOfFirst(held, view, coverage) {
  const first = firstOf2(held, view);
  return first === void 0 ? [] : coverage(first);
}
function firstOf2(held, view) {
  return held.find((h) => h.resource.address === view)?.storages.find((s) => s.first);
}
function capturesDue(session, held, state) {
  const captures = held.filter((h) => h.resource.filling.by === "capture");
  const done = (h) => h.storages.every((s) => state.coverage.some((c) => c.storage === s.generation && secondsOf(c.to) >= secondsOf(session.now)));
  return new Set(captures.filter((h) => !done(h)).map((h) => h.resource.address));
}
function servingsDue(session, held, state, fills, wants) {
  const filled = new Set(fills.map((f) => f.resource.address));
  const due = held.filter((h) => h.resource.filling.by === "newest" && wants(h.resource.address)).filter((h) => {
    const last = Math.max(0, ...state.coverage.filter((c) => h.storages.some((s) => s.generation === c.storage)).map((c) => secondsOf(c.to)));
    const available = (view, at) => {
      const { every: every2, availableAfter } = session.compiled.lowered.views.get(view).view.contract;
      return pointAt(at - availableAfter, every2);
    };
    return h.resource.uses.some((u) => filled.has(u.on) || available(u.on, last) !== available(u.on, secondsOf(session.now)));
  });
  return new Set(due.map((h) => h.resource.address));
}

// registry/materialize/work.ts
function workOf(fills, idOf, sizes) {
  const parts = groupBy(fills, (f) => `${f.resource.address} ${f.storage.generation}`);
  return fills.map((fill) => {
    const { resource, interval, storage } = fill;
    const { filling } = resource;
    const points = filling.by === "points" || filling.by === "dates" ? (interval.to - interval.from) / filling.every : null;
    const share = filling.by === "known time" ? parts.get(`${resource.address} ${storage.generation}`).length : 1;
    const of = (n) => n === null ? null : Math.round(n / share);
    return { step: idOf(fill), address: resource.address, points, rows: of(rowsOf(fill, sizes)), values: of(valuesOf(fill, sizes)) };
  });
}
function expected(work, rates) {
  return [...groupBy(work, (w) => w.address)].map(([address2, own]) => {
    const sum = (of) => {
      const known = own.flatMap((w) => of(w) ?? []);
      return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
    };
    const kind = address2.slice(0, address2.indexOf("."));
    const alike = [...rates].filter(([of]) => of.startsWith(`${kind}.`)).map(([, r]) => r);
    const rate = rates.get(address2) ?? (alike.length === 0 ? null : alike.reduce((a, b) => ({ values: a.values + b.values, milliseconds: a.milliseconds + b.milliseconds })));
    const values = sum((w) => w.values);
    const seconds = values === null || rate === null || rate.values === 0 ? null : values / rate.values * (rate.milliseconds / 1e3);
    return { address: address2, steps: own.length, points: sum((w) => w.points), rows: sum((w) => w.rows), values, seconds };
  });
}
var least = 1e3;
function ratesIn(work, events) {
  const took = new Map(events.filter((e) => e.state === "done").map((e) => [e.step.id, e.ms]));
  const rates = /* @__PURE__ */ new Map();
  for (const { step: step2, address: address2, values } of work) {
    const ms = took.get(step2);
    if (ms === void 0 || values === null || values < least) continue;
    const before = rates.get(address2) ?? { values: 0, milliseconds: 0 };
    rates.set(address2, { values: before.values + values, milliseconds: before.milliseconds + Math.max(1, ms) });
  }
  return rates;
}
function restatedIn(dirty, everyOf2) {
  return [...dirty].flatMap(([of, intervals]) => {
    const every2 = everyOf2(of.split("#")[0]);
    if (every2 === null || intervals.length === 0) return [];
    const points = intervals.reduce((n, i) => n + (i.to - i.from) / every2, 0);
    return [{ of, points, from: isoOf(intervals[0].from), to: isoOf(intervals.at(-1).to - every2) }];
  });
}

// registry/materialize/materialize.ts
async function materialize(session, options) {
  const { driver, placed, now } = session;
  const lock = {
    driver,
    placement: placed.placement,
    clock: session.clock,
    project: placed.project,
    holder: session.holder("feat materialize"),
    ...session.waiting
  };
  return withLock(lock, async (access, held) => {
    const prepared = await prepare(session, options);
    const { steps, counted, recorded, work } = prepared;
    options.onPrepared?.(prepared);
    const events = [];
    const run = { ...session.holder("feat materialize"), project: placed.project, plan: hashOf(steps.map((s) => s.id)), now };
    const result = await runSteps(access, held, {
      steps,
      run,
      onProgress: (event) => {
        events.push(event);
        options.onProgress?.(event);
      },
      ...options.signal === void 0 ? {} : { signal: options.signal }
    });
    const restated = options.restate === true && options.from === null && options.to === null && options.only.length === 0;
    const { written, all: all2 } = afterRun(recorded, counted, restated);
    await writeArrivals(access, held, written, counted.forgotten);
    await writeRates(access, held, ratesIn(work, events));
    return { ...result, breaches: breachesIn(all2), restated: prepared.restated };
  });
}
async function estimate(session, options) {
  const { steps, work, restated } = await prepare(session, { ...options, measureAll: true });
  const rates = await readRates(session.driver, stateSql(session.placed.placement));
  return { steps: steps.length, expected: expected(work, rates), restated };
}
async function prepare(session, options) {
  const { driver, placed, compiled } = session;
  const [state, live] = await Promise.all([readState(driver, placed.placement), observe(driver, placed.placement)]);
  await refuseHidden(driver, placed.placement, state, live);
  const matching = match(compiled.lowered, placed, state, live);
  const differing = matching.matched.filter((m) => isChange(compare(compiled.lowered, m, matching))).map((m) => m.resource.address);
  const objects = matchObjects({ lowered: compiled.lowered, matching, placed, state });
  differing.push(...objects.matched.filter(isObjectChange).map((o) => o.m.resource.address));
  const gone = [...matching.gone, ...objects.gone];
  if (state === null || differing.length > 0 || gone.length > 0)
    throw new FeatError([diagnostic("F518", { changes: [...differing, ...gone.map((g) => g.address)] })]);
  const wants = chosen(session, options.only);
  const views = [...compiled.lowered.views.values()].map((p) => p.view);
  const { bindings } = matching;
  const starts = await findStarts({
    driver,
    bindings,
    views: views.filter((v) => wants(v.address)),
    sources: compiled.lowered.model.sources,
    recorded: state.starts
  });
  const held = matching.matched.map((m) => ({ resource: m.resource, storages: m.binding.storages }));
  const writable = writableIn(placed.placement.environment, state);
  const within = spanOf(options.from, options.to);
  const base = { driver, lowered: compiled.lowered, bindings, held, state, coverage: coverageOf(state), writable, now: session.now };
  const restate = options.restate === true ? { wants, bounds: options.from === null && options.to === null ? null : within } : null;
  const dirty = await computedAgain({ ...base, restate });
  const input = { ...base, within, restate: restate !== null, dirty, coverage: cleanCoverage(base.coverage, dirty), starts, wants };
  const whole = await fillsOf4(session, input);
  const sizes = await measured(whole, { ...base, all: options.measureAll === true });
  const fills = inChunks(whole, sizes, options.valuesPerStep);
  const context = { lowered: compiled.lowered, bindings, placement: placed.placement, project: placed.project, tool: session.tool, now: session.now };
  const found2 = [...starts.found].map(
    ([view, at]) => step({ phase: "expand", cause: view, title: `${view} starts at ${at}`, sql: [], effect: { kind: "start", view, at } })
  );
  const filling = new Map(fills.map((f) => [f, fillStep(f, context)]));
  const steps = withOrder([...found2, ...uncoverSteps(dirty, base), ...filling.values()], usesOf(placed.resources));
  const recorded = await readArrivals(driver, stateSql(placed.placement));
  const everyOf2 = (of) => {
    const by = placed.resources.find((r) => r.address === of)?.filling;
    return by?.by === "points" || by?.by === "dates" ? by.every : null;
  };
  return {
    steps,
    work: workOf(fills, (f) => filling.get(f).id, sizes),
    restated: restatedIn(dirty, everyOf2),
    recorded,
    counted: await countArrivals({ ...base, fills, recorded })
  };
}
function chosen({ placed }, only) {
  if (only.length === 0) return () => true;
  const known = placed.resources.filter((r) => ["view", "store", "serving"].includes(r.kind));
  const wanted = /* @__PURE__ */ new Set();
  for (const name of only) {
    const found2 = known.find((r) => r.address === name || r.name === name);
    if (found2 === void 0)
      throw new FeatError([
        diagnostic("F519", {
          name,
          near: nearest(
            name,
            known.flatMap((r) => [r.name ?? "", r.address])
          )
        })
      ]);
    wanted.add(found2.address);
  }
  for (const r of placed.resources.toReversed()) if (wanted.has(r.address)) {
    for (const { on } of r.uses) if (known.some((k) => k.address === on)) wanted.add(on);
  }
  return (address2) => wanted.has(address2);
}

// registry/preflight.ts
async function preflight(session) {
  const { driver, placed, compiled, now, tool } = session;
  const anew = plan({ lowered: compiled.lowered, placed, state: null, live: { schemas: [], objects: [] }, now, allowDestroy: false, tool });
  return readerOf(driver).preflight(driver, placed.placement, anew.steps);
}

// registry/session.ts
import { hostname } from "node:os";
function sessionOf(options) {
  const { compiled, placed, driver, now, tool, wait } = options;
  const owner = `process ${process.pid}`;
  return {
    compiled,
    placed,
    driver,
    now,
    tool,
    clock: options.clock ?? (() => /* @__PURE__ */ new Date()),
    waiting: wait === void 0 ? {} : { wait },
    holder: (command) => ({ owner, host: hostname(), command })
  };
}

// registry/index.ts
async function makePlan(session, options) {
  const { driver, placed, compiled } = session;
  const [state, live] = await Promise.all([recordedState(session), observe(driver, placed.placement)]);
  await refuseHidden(driver, placed.placement, state, live);
  const wanted = options.destroyAll === true ? { ...placed, resources: [], objects: [], automation: null } : placed;
  return plan({ lowered: compiled.lowered, placed: wanted, state, live, now: session.now, allowDestroy: options.allowDestroy, tool: session.tool });
}
async function recordedState(session) {
  return readState(session.driver, session.placed.placement);
}
async function sourceMistakes(session) {
  return checkSources(session.driver, session.compiled.catalog, session.placed.placement);
}
async function applyPlan(session, made, options = {}) {
  const { driver, placed, now } = session;
  const holder = session.holder("feat apply");
  return withLock({ driver, placement: placed.placement, clock: session.clock, project: placed.project, holder, ...session.waiting }, async (access, lock) => {
    const [state, head] = await Promise.all([readState(driver, placed.placement), readHead(access)]);
    const stale = staleness(made, state);
    if (stale.length > 0) throw new FeatError(stale);
    const run = { ...holder, project: placed.project, plan: made.id, now };
    return runSteps(access, lock, { steps: made.steps, run, head, ...options });
  });
}
function staleness(made, state) {
  if (made.state !== "" && state?.id !== made.state) return [diagnostic("F514", { declared: made.state, state: state?.id ?? "none" })];
  const records = new Map((state?.records ?? []).filter((r) => r.environment === made.environment).map((r) => [r.address, r]));
  const changed2 = Object.entries(made.basis).filter(([address2, was]) => {
    const record = records.get(address2);
    return fingerprint(record ?? null) !== was && !appliedBy(made, address2, record);
  });
  return changed2.map(([address2]) => diagnostic("F515", { address: address2 }, { address: address2 }));
}
function appliedBy(made, address2, record) {
  return made.steps.some(({ effect }) => {
    if (record === void 0) return effect?.kind === "forget" && effect.address === address2 || effect?.kind === "record" && effect.replaces === address2;
    return effect?.kind === "record" && effect.record.address === address2 && fingerprint(effect.record) === fingerprint(record);
  });
}
export {
  applyPlan,
  compactPlan,
  estimate,
  makePlan,
  materialize,
  openDuckdb,
  preflight,
  recordedState,
  sessionOf,
  sourceMistakes
};
