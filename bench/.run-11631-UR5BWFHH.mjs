import {
  mainEnvironment,
  objectResource
} from "./.run-11631-BIOOBNK5.mjs";
import {
  addColumn,
  claimedCode,
  commentOn,
  commentProbe,
  createFunction,
  createSchema,
  createTable,
  createView,
  deleteFrom,
  dropBuilt,
  dropFunction,
  dropTable,
  dropView,
  fileSql,
  insertInto,
  literal as literal2,
  objectsOf,
  printQuery,
  printTerm,
  qualified,
  quote,
  renameTable,
  replaceTable,
  servedStatements,
  together,
  unsupported,
  whenRead
} from "./.run-11631-QYMMXCYQ.mjs";
import {
  besideName,
  nameText,
  requestName
} from "./.run-11631-IC44RC5W.mjs";
import "./.run-11631-DXXVGV4N.mjs";
import {
  bodyOf,
  effectiveKnown,
  happened,
  scanTiles,
  tileBody,
  tileTimes,
  wholeRow
} from "./.run-11631-CM6XSXNZ.mjs";
import "./.run-11631-US5INWMG.mjs";
import {
  aggregate,
  all,
  as,
  bucketOf,
  call,
  choose,
  field,
  fields,
  groupBy,
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
  secondsOf,
  select,
  toFloat,
  unique,
  words
} from "./.run-11631-TVGWGQNI.mjs";
import {
  childrenOf
} from "./.run-11631-X5LDZ6U6.mjs";
import {
  date,
  decimal,
  flag,
  float,
  json,
  text,
  time,
  typeName
} from "./.run-11631-54NLZVMI.mjs";
import {
  day,
  formatDuration,
  parseDuration,
  publicKindOf,
  withArticle
} from "./.run-11631-RVSCCG2V.mjs";
import {
  address,
  parseAddress,
  shortName
} from "./.run-11631-QSF34EBB.mjs";
import {
  nearest
} from "./.run-11631-ZQTCH5XM.mjs";
import {
  hashOf,
  shortHash
} from "./.run-11631-6HWLSQNM.mjs";
import {
  FeatError,
  InternalError,
  absurd,
  diagnostic
} from "./.run-11631-OFZZUDX7.mjs";
import "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";

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
  const names = scan.columns.map((c) => [c, storedName(c, resource, only)]);
  const physical2 = { kind: "physical", of: { kind: "relation", name: only.name } };
  if (names.every(([logical, stored]) => logical === stored)) return physical2;
  return select(
    as("s", physical2),
    names.map(([logical, stored]) => named(logical, field(stored, "s")))
  );
}
function holders(scan, resource, storages) {
  const grain = new Set(grainNames(resource));
  const values = scan.columns.filter((c) => !grain.has(c) && c !== "computed_at");
  const first = storages.find((s) => s.first) ?? storages[0];
  const of = (c) => storages.find((s) => s.columns.some((x) => x.logical === c)) ?? missing(scan.of, c);
  const holding2 = unique(values.map(of));
  return holding2.length === 0 ? [first].filter((s) => s !== void 0) : holding2.length === 1 ? holding2 : unique([...first !== void 0 && holding2.includes(first) ? [first] : [], ...holding2]);
}
function missing(of, column) {
  throw new InternalError(`no storage of ${of} holds '${column}'`);
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
  const physical2 = (s) => ({ kind: "physical", of: { kind: "relation", name: s.name } });
  const grain = grainNames(resource).filter((c) => c !== "feature_date");
  const on = (i) => grain.map((c) => call("eq", field(storedName(c, resource, storages[0]), "s1"), field(storedName(c, resource, storages[i]), alias(i))));
  const columns = scan.columns.map((c) => {
    const i = storages.findIndex((s) => storedName(c, resource, s) !== null);
    return named(c, field(storedName(c, resource, storages[i]), alias(i)));
  });
  return select(as("s1", physical2(storages[0])), columns, { joins: storages.slice(1).map((s, i) => join("inner", alias(i + 1), physical2(s), on(i + 1))) });
}
function mergedTiles(scan, resource, storages) {
  const grain = grainNames(resource);
  const typeOf = (c) => resource.columns.find((x) => x.name === c).type;
  const all2 = storages.map(
    (s) => select(
      as("s", { kind: "physical", of: { kind: "relation", name: s.name } }),
      scan.columns.map((c) => {
        const stored = storedName(c, resource, s);
        return named(c, stored === null ? literal(null, typeOf(c)) : field(stored, "s"));
      })
    )
  );
  const columns = scan.columns.map((c) => named(c, grain.includes(c) ? field(c, "u") : aggregate("max", [field(c, "u")])));
  return select(as("u", { kind: "union", all: all2 }), columns, { groupBy: grain.filter((c) => scan.columns.includes(c)).map((c) => field(c, "u")) });
}

// compiler/plan/fill.ts
var bulkPoints = 8;
function fillStatements(lowered, bindings, fill) {
  const { resource, interval } = fill;
  const points = resource.filling.by === "points" ? (interval.to - interval.from) / resource.filling.every : 1;
  const bounds3 = { from: isoOf(interval.from), to: isoOf(interval.to), now: fill.now };
  return boundedFill(lowered, bindings, fill, { bounds: bounds3, bulk: points >= bulkPoints });
}
function boundedFill(lowered, bindings, fill, { bounds: bounds3, bulk }) {
  const { resource, storage } = fill;
  const columns = [...new Map(storage.columns.toReversed().map((c) => [c.stored, c.logical])).values()].toReversed();
  const type = fill.featureType === void 0 ? {} : { featureType: fill.featureType };
  const continues = fill.continues ?? false;
  const body = bodyOf(lowered, { of: resource.address, columns, first: storage.first, bulk, continues, ...type });
  return replaceRows(fill, bindings, body, bounds3);
}
function replaceRows(fill, bindings, body, bounds3) {
  const { resource, storage } = fill;
  const { dialect } = bindings.placement;
  const query = printQuery(bindRelation(body, bindings), dialect, bounds3);
  const into = outputs(body).map((c) => storedName(c, resource, storage));
  const where = deleted(fill).map((term) => printTerm(term, dialect, bounds3));
  return [...deleteFrom({ from: storage.name, where }, dialect), ...insertInto({ into: storage.name, columns: into, query }, dialect)];
}
function outputs(relation2) {
  switch (relation2.kind) {
    case "select":
      return relation2.columns.map((c) => c.as);
    case "with":
      return outputs(relation2.body);
    case "union":
      return outputs(relation2.all[0]);
    case "values":
      return relation2.columns.map((c) => c.name);
    case "scan":
    case "source":
      return relation2.columns;
    case "series":
      return [relation2.name];
    case "frames":
      return [...relation2.keys, relation2.time, ...relation2.columns.map((c) => c.as)];
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

// compiler/plan/objects/physical.ts
function keptAs(resource, storage) {
  const { clusterBy = [], columns, rowAccess, storeTags: _, ...rest } = resource.physical;
  const shown3 = resource.publish === "table" ? { columns, rowAccess } : {};
  return { clusterBy: clusterBy.flatMap((c) => storedName(c, resource, storage) ?? []), physical: { ...rest, ...shown3 } };
}
function shownAs({ physical: { tags, columns, rowAccess, storeTags } }) {
  return { tags, columns, rowAccess, storeTags };
}

// compiler/plan/shown-query.ts
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

// compiler/plan/publish.ts
function marker(project, placement, address2, generation) {
  return `[feat ${project}/${placement.environment} ${address2} ${generation}]`;
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
    const column = resource.columns.find((c) => c.name === s.logical);
    return spec(s.stored, column.type, resource.publish === "table" ? column.description : null);
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
  return createTable(table, placement.dialect);
}
function publicView(project, lowered, resource, bindings) {
  const columns = [...grainNames(resource), ...resource.columns.map((c) => c.name)];
  const isLive = resource.kind === "serving" && resource.filling.by === "nothing";
  const body = resource.filling.by !== "nothing" ? shown(resource) : isLive ? shownQuery(resource, lowered) : bodyOf(lowered, { of: resource.address, columns: [], first: true, bulk: true });
  const stamp = resource.filling.by === "nothing" && !isLive ? [] : ["computed_at"];
  const view = createView(
    {
      name: resource.publicName,
      columns: [...columns, ...stamp].map((name) => ({ name, comment: resource.columns.find((c) => c.name === name)?.description ?? null })),
      query: printQuery(bindRelation(body, bindings), bindings.placement.dialect, isLive ? whenRead(bindings.placement.dialect) : null),
      comment: publicComment(project, resource, bindings.storages(resource.address), bindings.placement),
      physical: shownAs(resource)
    },
    bindings.placement.dialect
  );
  return [...view, ...requestFunction(project, resource, bindings.placement)];
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
  return createFunction(
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
  return replaceTable(
    { name: resource.publicName, next: storage.name, keepAs, mark: publicComment(project, resource, [storage], placement) },
    placement.dialect
  );
}
function metaComment(project, resource, storages, placement) {
  const on = resource.publish === "table" ? "table" : "view";
  const { dialect } = placement;
  return [
    ...commentOn({ on, name: resource.publicName }, publicComment(project, resource, storages, placement), dialect),
    ...resource.columns.flatMap(
      (c) => c.description === null ? [] : commentOn({ on: "column", name: resource.publicName, column: c.name }, c.description, dialect)
    )
  ];
}
function afterPublish(bindings) {
  return {
    ...bindings,
    storages: (of) => bindings.storages(of).map((s) => bindings.resource(of).publish === "table" ? { ...s, name: bindings.resource(of).publicName } : s)
  };
}

// compiler/plan/binding.ts
var columnNames = /* @__PURE__ */ new WeakMap();
function liveColumns(object) {
  const known2 = columnNames.get(object);
  if (known2 !== void 0) return known2;
  const names = new Set(object.columns.map((c) => c.name.toLowerCase()));
  columnNames.set(object, names);
  return names;
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
  const shown3 = new Set((record?.storages ?? []).map((s) => s.generation));
  const held = own.flatMap((of) => among.recorded.get(of) ?? []).toSorted((a, b) => Number(shown3.has(b.generation)) - Number(shown3.has(a.generation)));
  const same2 = (whole ? record?.storages ?? [] : held).filter(
    (s) => s.grain === resource.grain.hash && s.transient === (resource.physical.transient === true ? true : void 0)
  );
  const lost2 = (record?.storages ?? []).filter((s) => !live3.has(nameText(s.name)));
  const there = same2.filter((s) => live3.has(nameText(s.name)));
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
  const copies = binding.storages.filter((s) => s !== binding.fresh && owner?.(s) === cloneFrom).map((from) => ({ from, to: copied(from) }));
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
  const names = resource.publish === "table" || resource.filling.by === "newest" ? columns.map((c) => c.name).toSorted() : [];
  const transient = resource.physical.transient === true ? { transient: true } : {};
  const data = columns.map((c) => c.dataHash).toSorted();
  const generation = shortHash(hashOf({ grain: resource.grain.hash, first, data, names, of: resource.served?.kind ?? resource.kind, ...transient }));
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
var longest = 48;
function baseName(resource) {
  const text3 = (resource.name ?? resource.address.replace(".", "_")).toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  return text3.slice(0, longest).replace(/_+$/, "");
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
function withReads(resource, bindings) {
  if (!isKept(resource)) return resource;
  const columns = new Map(resource.uses.map((u) => [u.on, new Set(u.columns)]));
  const named4 = (of) => of.first || of.columns.some((c) => columns.get(of.of)?.has(c.logical) === true);
  const reads = unique(
    resource.uses.flatMap(
      (u) => bindings.storages(u.on).filter(named4).map((s) => s.generation)
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
  const objects = liveObjects(live3);
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
      binding: bindStorages(resource, { project: placed.project, placement, record, recorded, live: objects, owner, fold: fold(resource.address) })
    };
  });
  const gone = own.filter((r) => !taken.has(r.address)).toReversed();
  const bindings = bindingsOf(lowered, placed, new Map(matched.map((m) => [m.resource.address, m.binding])));
  return {
    matched: matched.map((m) => ({ ...m, resource: withReads(m.resource, bindings) })),
    gone,
    applied: new Map(own.flatMap((r) => r.definitions.map((d) => [d.address, d.dataHash]))),
    live: objects,
    bindings
  };
}
function bindingsOf(lowered, placed, by) {
  const resources = new Map(placed.resources.map((r) => [r.address, r]));
  const found2 = (value, of) => {
    if (value === void 0) throw new InternalError(`${of} is not among the resources`);
    return value;
  };
  return {
    placement: placed.placement,
    resource: (of) => found2(resources.get(of), of),
    storages: (of) => found2(by.get(of), of).storages,
    source: (of) => found2(lowered.sources.get(of), of)
  };
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
      sql: [printQuery(select(as("t", bindRelation(t.relation, c.bindings)), fields(outputs(t.relation), "t"), { limit: shown2 }), c.placement.dialect, null)]
    })
  );
}
function testsOf(of, { lowered }) {
  const { tests, model } = lowered.around(of);
  return tests.filter((t) => (model.catalog.features[t.on]?.view ?? t.on) === of);
}
var shown2 = 5;

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
function madeRoom(record, resource, dialect, live3) {
  const name = record?.applied.publicName ?? null;
  if (record === null || name === null || !keepsName(record, resource)) return [];
  const [was, is] = [publicKind(record.applied), publicKind(resource)];
  const object = live3?.get(nameText(name));
  if (was === is || live3 !== void 0 && (object === void 0 || kindOf(object) === is)) return [];
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
  const needed2 = served?.kind === "materialized view" || served?.kind === "online feature table";
  return needed2 && record?.applied.served?.kind !== served.kind ? [besideName(publicName)] : [];
}
function keepsName(record, resource) {
  const [was, is] = [record.applied.publicName, resource.publicName];
  return was !== null && is !== null && was.schema === is.schema && was.name === is.name;
}

// compiler/plan/served-compare.ts
function replacedBecause({ resource, record }, live3) {
  const was = record?.applied;
  if (was === void 0) return "it is new";
  if (was.served?.kind !== resource.served?.kind) return "its kind";
  if (was.publicName === null || nameText(was.publicName) !== nameText(resource.publicName)) return "its name";
  if (JSON.stringify(was.served?.reads) !== JSON.stringify(resource.served?.reads)) return "the storages that it reads";
  if (was.served?.refresh !== resource.served?.refresh) return "its refresh mode";
  if (was.hash.data !== resource.hash.data || was.grain.hash !== resource.grain.hash) return "its query";
  if (was.hash.shape !== resource.hash.shape) return "its columns";
  const object = live3.get(nameText(was.publicName));
  if (object !== void 0 && servedDrift(was.served, object).some((f) => f.path === "refresh")) return "a refresh mode that was changed outside of feat";
  const there = new Set(object?.columns.map((c) => c.name.toLowerCase()));
  return object === void 0 || was.columns.some((c) => !there.has(c.name.toLowerCase())) ? "what was changed or dropped outside of feat" : null;
}
function servedHazards({ resource, record }, live3) {
  const was = record?.applied;
  if (was === void 0 || was.served === void 0 && resource.served === void 0) return [];
  const { address: address2 } = resource;
  const because = replacedBecause({ resource, record }, live3);
  const found2 = [];
  if (publicKind(was) !== publicKind(resource))
    found2.push(diagnostic("F397", { address: address2, from: withArticle(publicKind(was)), to: withArticle(publicKind(resource)) }));
  const kind = resource.served?.kind;
  const alike = was.served?.kind === kind && because !== null;
  if (alike && (kind === "dynamic table" || kind === "interactive table"))
    found2.push(diagnostic("F395", { address: address2, rows: live3.get(nameText(was.publicName))?.rows ?? null, because }));
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
  const field2 = (path, applied2, live3) => ({ path, declared: applied2, applied: applied2, live: live3, forces: null });
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
  const renamed2 = isNew.flatMap((to) => {
    const from = isGone.find((c) => !taken.has(c) && c.dataHash === to.dataHash && c.aliasOf === null === (to.aliasOf === null));
    if (from === void 0) return [];
    taken.add(from);
    return [{ from, to }];
  });
  const both = declared.flatMap((to) => before.has(to.name) ? [{ from: before.get(to.name), to }] : []);
  return {
    added: isNew.filter((c) => !renamed2.some((r) => r.to === c)),
    removed: isGone.filter((c) => !renamed2.some((r) => r.from === c)),
    renamed: renamed2,
    changed: both.filter((b) => b.from.dataHash !== b.to.dataHash),
    described: both.filter((b) => b.from.dataHash === b.to.dataHash && b.from.description !== b.to.description)
  };
}
var noDiff = { added: [], removed: [], renamed: [], changed: [], described: [] };
function hasSameColumns({ hash }, { applied: applied2 }) {
  return hash.shape === applied2.hash.shape && hash.meta === applied2.hash.meta;
}
function compare(lowered, { resource, record, binding }, { live: live3, applied: known2 }) {
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
  const drift = drifted({ resource, record, binding }, live3);
  const grainChanged = resource.grain.hash !== record.applied.grain.hash && resource.filling.by !== "nothing";
  const lost2 = resource.publicName === null ? [] : [...diff.removed, ...diff.renamed.filter((r) => !isTold(r, features)).map((r) => r.from)];
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
    why: reasonOf(features, diff, record, { drift: drift.length > 0, known: known2 }),
    class: lost2.length > 0 || diff.renamed.length > 0 && resource.publicName !== null ? "breaking" : rebuilt && !(transient && !grainChanged && binding.lost.length === 0) || diff.changed.length > 0 ? "values" : fields2.every((f) => !f.path.startsWith("features.")) ? "metadata" : "additive",
    hazards: [...hazardsOf(diff, resource.address, drift.length > 0), ...servedHazards({ resource, record }, live3)],
    loses: lost2.map((c) => c.name),
    undo: rebuilt || lost2.length > 0 ? "kept storage" : "step"
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
  const at2 = (name, declared, was, forces = null) => ({
    path: `${within.path}.${name}`,
    declared,
    applied: was,
    live: null,
    forces
  });
  return [
    ...diff.added.map((c) => at2(c.name, formula(c), null)),
    ...diff.renamed.map((r) => ({ ...at2(r.to.name, r.to.name, r.from.name), path: `${within.path}.${r.to.name}.name` })),
    ...diff.changed.map((c) => at2(c.to.name, formula(c.to), former(c.from), within.forces)),
    ...diff.removed.map((c) => at2(c.name, null, former(c))),
    ...diff.described.map((d) => ({ ...at2(d.to.name, d.to.description, d.from.description), path: `${within.path}.${d.to.name}.description` }))
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
  const told2 = candidates.some((f) => f.forces === "rebuild");
  if (resource.kind === "report" && resource.grain.hash !== was.grain.hash)
    return [...candidates, field2("reports on", "the features of today", "those that were applied")];
  return grainChanged && !told2 ? [...candidates, field2("rows", "population, known time or views", "other rows", "rebuild")] : candidates;
}
function foldedFields({ folds, storages }) {
  return folds === void 0 ? [] : [{ path: "column groups", declared: storages.length, applied: folds.length, live: null, forces: null }];
}
function every(r) {
  return "every" in r.filling ? r.filling.every : null;
}
function drifted({ record, binding }, live3) {
  const gone = binding.lost.map((s) => ({ path: `storage ${s.name.name}`, declared: "table", applied: "table", live: null, forces: "rebuild" }));
  const dropped = binding.storages.flatMap(
    (s) => droppedColumns(s, live3).map((c) => ({ path: `storage ${s.name.name}, column ${c}`, declared: c, applied: c, live: null, forces: "rebuild" }))
  );
  const name = nameOf(record);
  if (name === null || dropped.length > 0) return [...gone, ...dropped];
  const object = live3.get(name);
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
function storedSizes({ matched, live: live3 }, coverage2) {
  const records = new Map(matched.map((m) => [m.resource.address, m.record]));
  return {
    rowsAtPoint: (view) => {
      const record = records.get(view) ?? null;
      const first = record?.storages.find((s) => s.first);
      if (first === void 0 || record?.applied.filling.by !== "points") return null;
      const { every: every2 } = record.applied.filling;
      const points = coverage2(first).reduce((n, c) => n + (c.to - c.from) / every2, 0);
      const rows = live3.get(nameText(first.name))?.rows ?? null;
      return rows === null || points === 0 ? null : rows / points;
    },
    arrived: () => null
  };
}
var valuesPerStep = 3e7;
function inChunks(fills, sizes, most6 = valuesPerStep) {
  return fills.flatMap((fill) => {
    const owns = fill.resource.filling.by === "points" && fill.storage.first;
    return chunksOf(fill, sizes, most6).map((interval, i) => ({ ...fill, interval, ...owns && i > 0 ? { continues: true } : {} }));
  });
}
function chunksOf(fill, sizes, most6) {
  const { interval, resource } = fill;
  const values = valuesOf(fill, sizes);
  if (values === null || !("every" in resource.filling)) return [interval];
  const { every: every2 } = resource.filling;
  const start = Math.max(interval.from, resource.filling.by === "known time" ? pointFrom(sizes.arrived(resource.address).first, every2) : interval.from);
  const units = Math.ceil((interval.to - start) / every2);
  const parts = Math.min(Math.ceil(values / most6), units);
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

// compiler/plan/coverage.ts
function coverageOf(state) {
  const byKey = groupBy(state?.coverage ?? [], (c) => c.storage);
  return (storage, featureType) => merged((byKey.get(coverageKey(storage, featureType)) ?? []).map((c) => ({ from: secondsOf(c.from), to: secondsOf(c.to) })));
}
function coverageKey(storage, featureType) {
  return featureType === void 0 ? storage.generation : `${storage.generation}#${featureType}`;
}

// compiler/plan/materialized-view.ts
var allowed = /* @__PURE__ */ new Set(["count", "countAll", "sum", "min", "max", "avg", "varPop"]);
function materializedViewProblem(query) {
  if (query.kind !== "select") return { rule: "it selects from one table", found: found(query) };
  const [join4] = query.joins;
  if (join4 !== void 0)
    return { rule: "it joins nothing, not even with itself", found: `${join4.how === "inner" ? "an" : "a"} ${join4.how} join of '${join4.as}'` };
  const { of } = query.from;
  if (of.kind !== "physical" || of.of.kind !== "relation") return { rule: "it selects from one table, and no subquery", found: found(of) };
  if (query.distinct) return { rule: "it has no DISTINCT", found: "DISTINCT" };
  if (query.qualify.length > 0) return { rule: "it has no window functions", found: "QUALIFY" };
  if (query.orderBy.length > 0) return { rule: "it has no ORDER BY", found: "ORDER BY" };
  if (query.limit !== null) return { rule: "it has no LIMIT", found: `LIMIT ${query.limit}` };
  const named4 = [...query.columns.map((c) => ({ at: `column '${c.as}'`, term: c.expr })), ...query.where.map((term) => ({ at: "a condition", term }))];
  for (const { at: at2, term } of named4) {
    const problem = termProblem(term);
    if (problem !== null) return { rule: problem.rule, found: `${problem.found} in ${at2}` };
  }
  const grouped = new Set(query.groupBy.map((t) => JSON.stringify(t)));
  const shown3 = new Set(query.columns.map((c) => JSON.stringify(c.expr)));
  return [...grouped].every((g) => shown3.has(g)) ? null : { rule: "it shows what it groups by", found: "a GROUP BY key that is no column" };
}
function found(relation2) {
  switch (relation2.kind) {
    case "union":
      return "a UNION ALL";
    case "with":
      return `a subquery '${relation2.parts[0]?.name ?? ""}'`;
    case "select":
      return "a subquery";
    case "physical":
      return `a ${relation2.of.kind}`;
    default:
      return `a ${relation2.kind}`;
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

// compiler/plan/cover.ts
function coverStatements(coverage2, { storage, from, to, known: known2 }) {
  const of = `storage = ${storage}`;
  const bound = (which, other2) => `coalesce((SELECT ${which} FROM ${coverage2} WHERE ${of} AND known_to = ${known2} AND covers_to >= ${from} AND covers_from <= ${to}), ${other2})`;
  return [
    ...uncoverStatements(coverage2, { storage, from, to }),
    `INSERT INTO ${coverage2} SELECT ${storage}, least(${from}, ${bound("min(covers_from)", from)}), greatest(${to}, ${bound("max(covers_to)", to)}), ${known2}`,
    // Neighbours that the inserted interval has taken in.
    `DELETE FROM ${coverage2} WHERE ${of} AND known_to = ${known2} AND (covers_to = ${from} OR covers_from = ${to})`
  ];
}
function uncoverStatements(coverage2, { storage, from, to }) {
  const of = `storage = ${storage}`;
  return [
    // The part after the interval, of one that reaches beyond it on both sides.
    `INSERT INTO ${coverage2} SELECT storage, ${to}, covers_to, known_to FROM ${coverage2} WHERE ${of} AND covers_from < ${from} AND covers_to > ${to}`,
    `UPDATE ${coverage2} SET covers_to = ${from} WHERE ${of} AND covers_from < ${from} AND covers_to > ${from}`,
    `UPDATE ${coverage2} SET covers_from = ${to} WHERE ${of} AND covers_from < ${to} AND covers_to > ${to} AND covers_from >= ${from}`,
    `DELETE FROM ${coverage2} WHERE ${of} AND covers_from >= ${from} AND covers_to <= ${to}`
  ];
}

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
  const named4 = ["from_time", "to_time", "now_time"].map((name) => ({ name, type: time }));
  const object = {
    kind: "procedure",
    name: procedureName(storage, bindings.placement),
    parameters: resource.filling.by === "dates" ? [...named4, { name: "feature_type", type: text }] : named4,
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
  const coverage2 = qualified(inState("coverage"), dialect);
  const body = engine.fillBlock(program, (covered) => coverStatements(coverage2, covered));
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
function schemaSteps(placement, live3) {
  const wanted = [.../* @__PURE__ */ new Set([placement.storageSchema, placement.publicSchema])].filter((s) => !live3.schemas.includes(s));
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
function restoreSteps(m, live3, c) {
  const dialect = c.placement.dialect;
  return m.binding.storages.flatMap((storage) => {
    const dropped = droppedColumns(storage, live3);
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
  const short = (seconds2) => isoOf(seconds2).replace("T00:00:00Z", "");
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
function leftOf(storage, { live: live3, placement }) {
  const built = asBuilt(storage);
  return nameText(built) !== nameText(storage.name) && live3?.has(nameText(built)) === true ? dropBuilt(built, placement.dialect) : [];
}
function swapSteps(m, storage, c) {
  const { resource, binding, record } = m;
  const { dialect } = c.placement;
  const name = resource.publicName;
  const renamed2 = record?.applied.publicName?.name !== name.name;
  const former = record?.storages[0] ?? null;
  const old = renamed2 || former === null || binding.lost.includes(former) ? null : former;
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
function servedSteps(m, c, live3) {
  const { resource, record } = m;
  if (!isKept(resource)) throw new InternalError(`${resource.address} is not kept by the engine`);
  const { dialect } = c.placement;
  const name = resource.publicName;
  const spec = servedSpec(resource, c);
  const replaced = replacedBecause(m, live3);
  const statements = servedStatements(dialect);
  const sql = replaced === null ? statements.alter(spec, changeOf(resource, record.applied, live3.get(nameText(name)))) : [...madeRoom(record, resource, dialect, live3), ...statements.create(spec)];
  const isMarked = live3.get(nameText(name))?.comment === spec.comment;
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
  const bounds3 = whenRead(dialect);
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
    query: printQuery(body, dialect, bounds3),
    rows: materialized === null ? null : { columns: outputs(materialized.rows), query: printQuery(materialized.rows, dialect, bounds3) },
    comment: publicComment(project, resource, [], placement)
  };
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
  const shown3 = unsupported(computedOf(resource), bindings.placement.dialect, resource.address);
  return [...new Map([...found2, ...shown3, ...unservable(resource, bindings)].map((d) => [d.message, d])).values()];
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
  const missing3 = (s, key, featureType) => without(wanted.get(key) ?? [], request.coverage(s, featureType));
  switch (resource.filling.by) {
    case "capture":
    case "newest":
      return refresh.has(resource.address) ? storages.map((storage) => ({ resource, storage, interval: { from: 0, to: 0 }, now })) : [];
    case "known time":
      return storages.flatMap((storage) => missing3(storage, resource.address).map((interval) => ({ resource, storage, interval, now })));
    case "points":
      return pointFills(held, storages, missing3, request);
    case "dates":
      return storages.flatMap(
        (storage) => [...wanted.keys()].filter((k) => k.startsWith(`${resource.address}#`)).flatMap((key) => {
          const featureType = key.slice(resource.address.length + 1);
          return missing3(storage, key, featureType).map((interval) => ({ resource, storage, interval, now, featureType }));
        })
      );
    case "nothing":
      return [];
  }
}
function pointFills({ resource, storages: all2 }, storages, missing3, request) {
  const first = all2.find((s) => s.first);
  const firstFills = first !== void 0 && storages.includes(first) ? missing3(first, resource.address) : [];
  const covered = first === void 0 ? [] : request.coverage(first);
  const { every: every2 } = resource.filling;
  const continues = (i) => request.afresh !== true && covered.some((c) => c.from <= i.from - every2 && c.to >= i.from);
  const rows = first === void 0 ? [] : merged([...covered, ...firstFills]);
  return storages.toSorted((a, b) => Number(b.first) - Number(a.first)).flatMap((storage) => {
    const intervals = storage.first ? firstFills : common(missing3(storage, resource.address), rows);
    return intervals.map((interval) => ({ resource, storage, interval, now: request.now, continues: storage.first && continues(interval) }));
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
  const coverage2 = qualified({ catalog, schema, name: "coverage" }, dialect);
  const key = (s) => literal2(s.generation, text, dialect);
  return [
    `DELETE FROM ${coverage2} WHERE storage = ${key(to)}`,
    `INSERT INTO ${coverage2} SELECT ${key(to)}, covers_from, covers_to, known_to FROM ${coverage2} WHERE storage = ${key(from)}`
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
  const known2 = Object.keys(notifications);
  if (known2.length === 0) return [];
  return lowered.model.catalog.monitors.flatMap(
    (m) => m.notify.filter((c) => notifications[c] === void 0).map((channel) => diagnostic("F407", { channel, known: known2, near: nearest(channel, known2) }, { address: m.address }))
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
  const [event, known2] = [source.eventTime ?? source.validFrom, source.knownTime?.column ?? null];
  if (event === null || known2 === null) return null;
  const late = call("gt", call("elapsed", field(event, "s"), field(known2, "s"), words("seconds")), literal(source.lateness, float));
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
  const readers2 = d.resources.filter((r) => r.uses.some((u) => u.on === resource.address));
  const settle = Math.max(0, ...readers2.map((r) => secondsIn(r.promises["settle"])));
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
function measuresOf(resource, storage, schedule2) {
  const said = resource.promises["features"] ?? {};
  const measures = Object.entries(said).flatMap(([name, { checks = [] }]) => {
    const column = storage.columns.some((c) => c.logical === name) ? storedName(name, resource, storage) : null;
    if (column === null) return [];
    const metrics = checks.flatMap((c) => c.kind === "notNull" ? ["NULL_COUNT"] : c.kind === "unique" ? ["DUPLICATE_COUNT"] : []);
    return metrics.map((metric) => ({ metric, columns: [column] }));
  });
  if (measures.length === 0) return null;
  const object = { kind: "measures", name: storage.name, on: "table", schedule: schedule2, measures };
  return objectResource(address("measures", `${resource.address}/${storage.generation.slice(-8)}`), object, {
    causes: [resource.address],
    promises: { schedule: schedule2, measures: measures.map((m) => `${m.metric}(${m.columns.join(", ")})`) }
  });
}

// compiler/plan/objects/tasks.ts
function taskGraph(filled, {
  project,
  placement,
  automation
}) {
  const { catalog, storageSchema: schema } = placement;
  const named4 = (name) => ({ catalog, schema, name });
  const root = named4(`task_${plainName(address("task", project)).slice("task_".length)}`);
  const addresses = new Set(filled.map((r) => r.address));
  const nameOf3 = (of) => named4(`${root.name}__${plainName(of)}`);
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
  const { schedule: schedule2, measure } = automation;
  const resources = filled.map((m) => m.resource);
  return [
    ...schedule2 === null ? [] : drivers(resources, request),
    ...schedule2 === null ? [] : [changed(taskGraph(resources, { project: placed.project, placement: placed.placement, automation: { ...automation, schedule: schedule2 } }))],
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
  const shown3 = after.storages(resource.address).find((s) => s.generation === storage.generation);
  const [made, interim] = [fillProcedure(resource, shown3, after), fillProcedure(resource, storage, bindings)];
  return {
    made,
    write: (w) => procedureStatements(made, { resource, storage: shown3 }, { ...w, bindings: after, placement }),
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
function measuresIn(resource, storages, schedule2) {
  return resource.kind === "view" ? storages.flatMap((s) => measuresOf(resource, s, schedule2) ?? []).map(changed) : [];
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
  const lost2 = object.kind === "grants" && o.m.resource.causes.some((a) => changed2.includes(a));
  return isObjectChange(o) || lost2 ? [changeStep("publish", o, c)] : [];
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
function waitsFor(step2, order, direction, known2) {
  const isSchema = step2.cause.startsWith("schema.");
  if (!known2.has(step2.cause)) {
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
  const coverage2 = coverageOf(from.state);
  const sizes = storedSizes(from.matching, coverage2);
  return changed2.flatMap(({ resource, binding: { folds, fresh } }) => {
    if (folds === void 0 || fresh === null) return [];
    const shown3 = folds.map((s) => coverage2(s)).reduce(common, coverage2(folds[0]));
    const left2 = isAnew(fresh, from.state) ? shown3 : without(shown3, coverage2(fresh));
    const knownTo2 = knownOf(folds, from.state, c.now);
    const fills = left2.map((interval) => ({ resource, storage: fresh, interval, now: c.now }));
    return inChunks(fills, sizes).map((fill) => foldStep(fill, folds, knownTo2, c));
  });
}
function isAnew(storage, state) {
  return state?.retired.some((r) => nameText(r.name) === nameText(storage.name)) === true;
}
function knownOf(folds, state, now) {
  const newest = folds.map((s) => {
    const known2 = (state?.coverage ?? []).filter((x) => x.storage === s.generation).map((x) => x.knownTo);
    return known2.toSorted((a, b) => secondsOf(b) - secondsOf(a))[0] ?? now;
  });
  return newest.toSorted((a, b) => secondsOf(a) - secondsOf(b))[0];
}
function foldStep(fill, folds, knownTo2, c) {
  const { resource, storage, interval } = fill;
  const former = { ...c.bindings, storages: (of) => of === resource.address ? folds : c.bindings.storages(of) };
  const names = [...grainNames(resource), ...storage.columns.map((x) => x.logical), "computed_at"];
  const at2 = field("feature_time", "v");
  const rows = select(as("v", { kind: "scan", of: resource.address, columns: names }), fields(names, "v"), {
    where: [call("gte", at2, param("from")), call("lt", at2, param("to"))]
  });
  const bounds3 = { from: isoOf(interval.from), to: isoOf(interval.to), now: fill.now };
  return step({
    phase: "fill",
    cause: resource.address,
    title: `copy ${resource.address} ${`${bounds3.from}..${bounds3.to}`.replaceAll("T00:00:00Z", "")}`,
    sql: replaceRows(fill, former, rows, bounds3),
    transaction: true,
    fill: { storage: storage.generation, from: bounds3.from, to: bounds3.to, knownTo: knownTo2 }
  });
}

// compiler/plan/index.ts
function plan(input) {
  const { lowered, placed, state, live: live3 } = input;
  const matching = match(lowered, placed, state, live3, input.fold);
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
function blockedChange(matched, change, { live: live3, bindings }, { allowDestroy, lowered }) {
  const { resource, record } = matched;
  const found2 = [...inexpressible(matched, lowered, bindings)];
  if (change.loses.length > 0 && !allowDestroy) found2.push(diagnostic("F513", { address: resource.address, columns: change.loses }));
  const names = [...record === null && resource.publicName !== null ? [resource.publicName] : [], ...newBeside(record, resource)].map(nameText);
  for (const name of names) {
    const object = live3.get(name);
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
  const { lowered, placed, state, live: live3 } = input;
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
  return withOrder(inPhases([...needsSchemas ? schemaSteps(placement, live3) : [], ...steps]), usesOf(resources));
}
function keptGenerations(matching, state, environment) {
  const others2 = (state?.records ?? []).filter((r) => r.environment !== environment);
  return new Set([...matching.matched.flatMap((m) => m.binding.storages), ...others2.flatMap((r) => r.storages)].map((s) => s.generation));
}
function fillsOf3(matching, input) {
  const coverage2 = coverageOf(input.state);
  const wanted = /* @__PURE__ */ new Map();
  const refresh = /* @__PURE__ */ new Set();
  for (const { resource, record, binding } of matching.matched) {
    if (record === null || binding.folds !== void 0) continue;
    const replaced = binding.fresh !== null || binding.storages.some((s) => droppedColumns(s, matching.live).length > 0 || !record.storages.some((r) => r.generation === s.generation));
    if (!replaced) continue;
    if (resource.filling.by === "newest") refresh.add(resource.address);
    for (const [key, intervals] of shownSoFar(record, coverage2, input.state)) wanted.set(key.replace(record.address, resource.address), intervals);
  }
  const covered = (s, type) => matching.live.has(nameText(s.name)) && droppedColumns(s, matching.live).length === 0 ? coverage2(s, type) : [];
  const fills = requiredFills({
    held: matching.matched.map((m) => ({ resource: m.resource, storages: m.binding.storages })),
    coverage: covered,
    wanted,
    refresh,
    writable: writableIn(input.placed.placement.environment, input.state),
    now: input.now,
    starts: startsOf(input)
  });
  return inChunks(fills, storedSizes(matching, coverage2));
}
function shownSoFar(record, coverage2, state) {
  const first = record.storages.find((s) => s.first) ?? record.storages[0];
  if (first === void 0) return [];
  if (record.applied.filling.by !== "dates") return [[record.address, coverage2(first)]];
  const types = (state?.coverage ?? []).filter((x) => x.storage.startsWith(`${first.generation}#`)).map((x) => x.storage.slice(first.generation.length + 1));
  return [...new Set(types)].map((t) => [`${record.address}#${t}`, coverage2(first, t)]);
}
function startsOf({ placed, state }) {
  return new Map(
    placed.resources.flatMap(({ address: address2, filling, promises }) => {
      const start = filling.by === "points" ? promises["start"] ?? state?.starts[address2] ?? null : null;
      return filling.by !== "points" || typeof start !== "string" ? [] : [[address2, pointFrom(secondsOf(start), filling.every)]];
    })
  );
}

// registry/state/tables.ts
var tableNames = ["meta", "records", "storages", "coverage", "retired", "starts", "journal", "lock", "claims", "datasets", "arrivals", "rates"];
var stateTables = new Set(tableNames);
function stateSql({ catalog, stateSchema: schema, dialect }) {
  const tables = Object.fromEntries(tableNames.map((name) => [name, qualified({ catalog, schema, name }, dialect)]));
  return {
    ...tables,
    text: (value) => value === null ? "NULL" : literal2(value, text, dialect)
  };
}
function instantText(iso) {
  const match2 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\d*Z$/.exec(iso);
  return match2 === null ? iso : `${match2[1]}.${(match2[2] ?? "").padEnd(6, "0")}Z`;
}
function instantOf(text3) {
  return text3.replace(/\.?0+Z$/, "Z");
}

// registry/state/access.ts
function accessState(driver, placement, clock) {
  return { driver, placement, clock, sql: stateSql(placement) };
}

// registry/state/ensure.ts
import { randomUUID } from "node:crypto";

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

// registry/driver/outcome.ts
var missing2 = /* @__PURE__ */ new Set(["F601", "F602", "F656"]);
function isMissing(error) {
  return error instanceof FeatError && missing2.has(error.diagnostics[0].code);
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

// registry/state/migrations/0001-create.ts
var create = {
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
var migrations = [create, claims, token, datasets, arrivals];
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
  const { id, project, format: found2, serial } = row;
  if (typeof id !== "string" || typeof project !== "string" || typeof found2 !== "number" || typeof serial !== "number") {
    throw unreadable("its head", `is ${JSON.stringify(row)}`);
  }
  if (found2 > format) throw new FeatError([diagnostic("F620", { found: found2, known: format })]);
  const plan2 = row["run_plan"];
  return { id, project, format: found2, serial, runPlan: typeof plan2 === "string" ? plan2 : null, runComplete: row["run_complete"] === true };
}
function unreadable(what, detail) {
  return new FeatError([diagnostic("F621", { what, detail })]);
}

// registry/state/ensure.ts
async function ensureState(access, project) {
  const { driver, placement, sql } = access;
  const found2 = await readMeta(driver, sql);
  if (found2 !== null && found2.project !== project) {
    throw new FeatError([diagnostic("F624", { found: found2.project, expected: project, schema: placement.stateSchema })]);
  }
  if (found2?.format === format) return found2;
  const schema = createSchema({ catalog: placement.catalog, schema: placement.stateSchema }, driver.dialect);
  for (const statement of schema) await driver.execute(statement, "create the state");
  for (const migration of migrations.filter((m) => m.to > (found2?.format ?? 0))) {
    const title = `migrate the state to format ${migration.to}`;
    await inParallel(migration.statements(sql), driver.parallelism, (statement) => driver.execute(statement, title));
    if (found2 !== null) await driver.execute(`UPDATE ${sql.meta} SET format = ${migration.to}`, title);
  }
  if (found2 === null) await driver.execute(headTable(access, project), "create the state");
  const made = await readMeta(driver, sql);
  if (made.project !== project) throw new FeatError([diagnostic("F624", { found: made.project, expected: project, schema: placement.stateSchema })]);
  return made;
}
function headTable({ sql }, project) {
  const text3 = (value) => `CAST(${value} AS VARCHAR)`;
  const columns = [
    `${text3(sql.text(randomUUID()))} AS id`,
    `${text3(sql.text(project))} AS project`,
    `CAST(${format} AS BIGINT) AS format`,
    "CAST(0 AS BIGINT) AS serial",
    `${text3("NULL")} AS run_plan`,
    "TRUE AS run_complete"
  ];
  return `CREATE TABLE IF NOT EXISTS ${sql.meta} AS SELECT ${columns.join(", ")}`;
}

// registry/state/lock.ts
import { randomUUID as randomUUID2 } from "node:crypto";

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

// registry/state/lock.ts
var leaseMs = 12e4;
async function takeLock(access, holder, wait, seen = null) {
  let first = seen;
  const next = async () => {
    const found2 = first ?? await readLock(access);
    first = null;
    return found2;
  };
  return waitWhileBusy(async () => attempt(access, holder, await next()), wait);
}
async function attempt(access, holder, found2) {
  const { driver, sql, clock } = access;
  const now = clock();
  if (found2.owner !== null && !driver.exclusive && (found2.until ?? "") > instantText(now.toISOString())) return heldBy(found2);
  const lock = { fence: found2.fence + 1, ...holder, until: instantOf(leaseFrom(now)), token: randomUUID2() };
  const unchanged = found2.owner === null ? "owner IS NULL" : `lease_until = ${sql.text(found2.until)}`;
  const taking = `UPDATE ${sql.lock} SET fence = ${lock.fence}, owner = ${sql.text(holder.owner)}, host = ${sql.text(holder.host)}, command = ${sql.text(holder.command)}, lease_until = ${sql.text(instantText(lock.until))}, token = ${sql.text(lock.token)} WHERE fence = ${found2.fence} AND ${unchanged}`;
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
  const of = (column) => row?.[column]?.toString() ?? null;
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

// registry/state/merge.ts
var longest2 = 9e5;
var most = 1e3;
function mergeStatements(merge, text3, onlyIf) {
  const cut = merge.rows.map((row) => cutRow(row, merge));
  const statements = portions(
    cut.map((c) => c.row),
    text3
  ).map((rows) => mergeStatement(merge, rows, text3, onlyIf));
  const appended = cut.flatMap(({ row, rest }) => rest.map((part2) => appendStatement(merge, row, text3(part2), text3)));
  return { statements: [...statements, ...appended], atomic: appended.length > 0 };
}
function cutRow(row, { columns }) {
  const last = columns.length - 1;
  const parts = cutText(row.values[last]);
  return parts.length === 1 ? { row, rest: [] } : { row: { ...row, values: row.values.with(last, parts[0]) }, rest: parts.slice(1) };
}
function cutText(value) {
  if (value.length * 2 <= longest2 || Buffer.byteLength(value) * 2 <= longest2) return [value];
  const parts = [];
  for (let at2 = 0; at2 < value.length; ) {
    let end = Math.min(value.length, at2 + longest2 / 4);
    if (/[\ud800-\udbff]$/.test(value.slice(at2, end)) && end < value.length) end++;
    parts.push(value.slice(at2, end));
    at2 = end;
  }
  return parts;
}
function portions(rows, text3) {
  const found2 = [];
  let length = Infinity;
  for (const row of rows) {
    const bytes = Buffer.byteLength(printed(row, text3));
    if (length + bytes > longest2 || found2.at(-1).length >= most) {
      found2.push([]);
      length = 0;
    }
    found2.at(-1).push(row);
    length += bytes;
  }
  return found2;
}
function printed({ how, values }, text3) {
  return `(${[how, ...values].map(text3).join(", ")})`;
}
function mergeStatement({ into, columns, keys, owned }, rows, text3, onlyIf) {
  const given = `SELECT * FROM (VALUES ${rows.map((r) => printed(r, text3)).join(", ")}) AS v (how, ${columns.join(", ")})`;
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
function inOrder2({ stages }) {
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
  const cut = changes.cut.flatMap((c) => cutStatements(sql, c).map((statement) => fenced(statement, onlyIf)));
  const renamed2 = changes.renamed.map(([address2, former]) => fenced(startUnder(sql, address2, former), onlyIf));
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
    ([address2, record]) => record === null ? { how: "drop", values: [environment, address2, ""] } : { how: "put", values: [record.environment, address2, JSON.stringify(record)] }
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
  const { applied: applied2, storages, environment, address: address2 } = record;
  if (replaces !== null && replaces !== address2) {
    changes.records.set(replaces, null);
    changes.renamed.push([address2, replaces]);
  }
  changes.records.set(address2, record);
  for (const s of storages) changes.retired.set(s.generation, null);
  if (applied2.publish === "table" || applied2.filling.by === "newest") return;
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
function startUnder({ starts, text: text3 }, address2, former) {
  return `INSERT INTO ${starts} SELECT ${text3(address2)}, found_at FROM ${starts} WHERE address = ${text3(former)} AND NOT EXISTS (SELECT 1 FROM ${starts} WHERE address = ${text3(address2)})`;
}
function withoutCoverage({ coverage: coverage2, text: text3 }, generation) {
  return `DELETE FROM ${coverage2} WHERE (storage = ${text3(generation)} OR left(storage, ${generation.length + 1}) = ${text3(`${generation}#`)})`;
}
function cutStatements({ coverage: coverage2, text: text3 }, { storage, intervals }) {
  const of = (iso) => text3(instantText(iso));
  return intervals.flatMap((i) => uncoverStatements(coverage2, { storage: text3(storage), from: of(i.from), to: of(i.to) }));
}
function fenced(statement, onlyIf) {
  return onlyIf === void 0 ? statement : `${statement} AND ${onlyIf}`;
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
    await again(() => driver.transaction([claim(access, lock), ...inOrder2(writes)], title));
    return;
  }
  for (const stage of writes.stages) {
    await inParallel(stage, driver.parallelism, async (lane) => {
      for (const statement of lane) await writeOne(access, lock, statement, title);
    });
  }
}
async function writeOne(access, lock, statement, title) {
  const { driver, sql } = access;
  if (await again(() => driver.execute(statement, title)) > 0) return;
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

// registry/apply/fills.ts
import { setTimeout as sleep2 } from "node:timers/promises";
var pauseMs2 = 1e3;
function isClaimed(error) {
  return error instanceof FeatError && error.diagnostics.some((d) => d.code === claimedCode || d.message.includes(`${claimedCode}: `));
}
function claimedError(error, step2) {
  return isClaimed(error) ? new FeatError([diagnostic(claimedCode, { title: step2.title }, { address: step2.cause })], { cause: error }) : error;
}
async function awaitFill(access, fill, { run, signal }) {
  while (!await isCovered(access, fill, run.now)) {
    if (!await isBeingFilled(access, fill) || signal?.aborted === true) return isCovered(access, fill, run.now);
    await sleep2(pauseMs2);
  }
  return true;
}
async function isCovered({ driver, sql }, fill, now) {
  const rows = await driver.query(
    `SELECT covers_from, covers_to FROM ${sql.coverage} WHERE storage = ${sql.text(fill.storage)} AND known_to >= ${sql.text(instantText(now))}`,
    "look what is filled"
  );
  const covered = rows.map((r) => ({ from: secondsOf(String(r["covers_from"])), to: secondsOf(String(r["covers_to"])) }));
  return without([{ from: secondsOf(fill.from), to: secondsOf(fill.to) }], merged(covered)).length === 0;
}
async function isBeingFilled({ driver, sql, clock }, fill) {
  const at2 = (iso) => sql.text(instantText(iso));
  const overlapping = `storage = ${sql.text(fill.storage)} AND covers_from < ${at2(fill.to)} AND covers_to > ${at2(fill.from)}`;
  const [row] = await driver.query(
    `SELECT count(*) AS n FROM ${sql.claims} WHERE ${overlapping} AND lease_until > ${at2(clock().toISOString())}`,
    "look who fills"
  );
  return Number(row?.["n"]) > 0;
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
async function beginRun(access, lock, plan2, head) {
  const { driver, sql } = access;
  const { onlyIf } = onlyUnder(access, lock);
  const continued = head.plan === plan2 && !head.complete;
  const number = continued ? head.serial : head.serial + 1;
  const begun = `UPDATE ${sql.meta} SET serial = ${number}, run_plan = ${sql.text(plan2)}, run_complete = false`;
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
function attemptOf(run, step2) {
  return (run.attempts.get(step2.id) ?? 0) + 1;
}
function noted({ sql, clock }) {
  return sql.text(instantText(clock().toISOString()));
}

// registry/apply/step.ts
function wavesOf(steps) {
  const found2 = [];
  steps.forEach((step2, i) => {
    const last = found2.at(-1);
    if (last?.[0]?.step.phase === step2.phase) last.push({ step: step2, index: i + 1 });
    else found2.push([{ step: step2, index: i + 1 }]);
  });
  return found2;
}
function teller({ step: step2, index }, { steps, onProgress }) {
  const started = performance.now();
  return (state) => onProgress?.({ step: step2, index, total: steps.length, state, ms: Math.round(performance.now() - started) });
}
async function isDone(driver, step2) {
  if (step2.probe === null) return false;
  try {
    const [row] = await driver.query(step2.probe, `look whether it is done: ${step2.title}`);
    return row !== void 0 && Object.values(row)[0] === true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
async function audit(driver, step2) {
  for (const query of step2.sql) {
    const rows = await driver.query(query, step2.title);
    if (rows.length > 0) throw new FeatError([diagnostic("F632", { title: step2.title, rows: rows.map((r) => JSON.stringify(r)) }, { address: step2.cause })]);
  }
}
function writingOf({ placement }, options) {
  const keepUntil = new Date(Date.parse(options.now) + (options.keepDays ?? 7) * 864e5).toISOString();
  return { environment: placement.environment, plan: options.plan, keepUntil };
}
function coverage({ sql }, { fill }, options) {
  return fill === null || fill.byProcedure === true ? [] : coverStatements2(sql, { ...fill, knownTo: fill.knownTo ?? options.now });
}
function told(failed, tally, { steps, signal }) {
  const bug = failed.find((f) => !(f.error instanceof FeatError));
  if (bug !== void 0) return bug.error;
  const errors = failed.map((f) => ({ step: f.step, error: f.error }));
  const [first] = errors;
  if (signal?.aborted === true) return interrupted(first.step.title, tally, steps.length, first.error);
  const diagnostics = errors.flatMap(({ step: step2, error }) => [
    ...error.diagnostics,
    diagnostic("F630", { title: step2.title, done: tally.done + tally.skipped, total: steps.length }, { address: step2.cause })
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
  const write = (statements, title) => writeState(access, run.lock, { stages: [[statements]], atomic: true }, title);
  await writeState(access, run.lock, begin, "begin the run");
  for (const wave of wavesOf(steps)) {
    const open = wave.flatMap(({ step: step2 }) => run.done.has(step2.id) ? [] : [step2]);
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
function isPlain({ step: step2 }, run) {
  const { phase, probe, transaction, fill } = step2;
  return (phase === "expand" || phase === "publish") && probe === null && !transaction && fill === null && !run.done.has(step2.id);
}
var bounds2 = /^(BEGIN TRANSACTION|COMMIT)$/;
async function runBatch(access, run, batch, options) {
  const tellers = batch.map((numbered) => teller(numbered, options));
  const steps = batch.map((b) => b.step);
  const statements = steps.flatMap((s) => s.sql).filter((sql) => !bounds2.test(sql));
  const effects = steps.flatMap((s) => s.effect === null ? [] : [s.effect]);
  const ended = steps.map((step2) => ({ step: step2, how: "done", error: null }));
  const record = [...inOrder2(effectWrites(access.sql, effects, writingOf(access, options.run))), ...outcomeStatements(access, run, ended)];
  const first = steps[0].title;
  try {
    await access.driver.transaction([claim(access, run.lock), ...statements, ...record], `${first} and ${steps.length - 1} more`);
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
  const { step: step2 } = numbered;
  const tell = teller(numbered, options);
  if (run.done.has(step2.id)) {
    tell("skipped");
    return "skipped";
  }
  tell("start");
  try {
    const how = await isDone(access.driver, step2) ? "skipped" : "done";
    await perform(access, run, how === "done" ? step2 : { ...step2, sql: [] }, options.run);
    tell(how);
    return how;
  } catch (error) {
    await recordFailure(access, run, step2, error);
    tell("failed");
    throw told([{ step: step2, error: claimedError(error, step2) }], tally, options);
  }
}
async function perform(access, run, step2, options) {
  const { driver, sql } = access;
  const effects = step2.effect === null ? [] : inOrder2(effectWrites(sql, [step2.effect], writingOf(access, options)));
  const first = step2.effect?.kind === "storage" && !step2.transaction;
  if (first) await driver.transaction([claim(access, run.lock), ...effects], step2.title);
  const record = [...first ? [] : effects, ...coverage(access, step2, options), ...outcomeStatements(access, run, [{ step: step2, how: "done", error: null }])];
  if (step2.phase === "audit") await audit(driver, step2);
  else if (!step2.transaction) {
    for (const statement of step2.sql) await driver.execute(statement, step2.title);
  }
  await driver.transaction([claim(access, run.lock), ...step2.transaction ? step2.sql : [], ...record], step2.title);
}
async function recordFailure(access, run, step2, error) {
  const message = error instanceof Error ? error.message : String(error);
  await access.driver.execute("ROLLBACK").catch(() => null);
  await access.driver.transaction([claim(access, run.lock), ...outcomeStatements(access, run, [{ step: step2, how: "failed", error: message }])]).catch(() => null);
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
    const effects = [...again2, ...ended.flatMap(({ step: step2, how }) => how === "done" ? effectsOf(step2) : [])];
    again2 = [];
    const { stages, atomic } = effectWrites(access.sql, effects, { ...writing, known: known2 });
    const [first = [], ...then] = stages.filter((stage) => stage.some((lane) => lane.length > 0));
    const outcomes = ended.length === 0 ? [] : outcomeStatements(access, run, ended);
    const all2 = [[...first, outcomes], ...then];
    return { stages: end === void 0 ? all2 : [...all2.slice(0, -1), [...all2.at(-1), [endStatement(access, run)]]], atomic };
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
      const all2 = { stages: [[intents, ...stages.flat()]], atomic };
      await writeState(access, run.lock, all2, "record what is about to run");
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
  const announce = (i) => ledger.announce((waves[i] ?? []).flatMap(({ step: step2 }) => run.done.has(step2.id) ? [] : [step2]));
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
  const { step: step2 } = numbered;
  const tell = teller(numbered, options);
  if (run.done.has(step2.id)) {
    tell("skipped");
    tally.skipped++;
    return;
  }
  tell("start");
  try {
    const how = await settled(access, run, step2, options);
    if (!step2.transaction || how === "skipped") ledger.note({ step: step2, how: "done", error: null });
    tell(how);
    tally[how]++;
  } catch (error) {
    ledger.note({ step: step2, how: "failed", error: error instanceof Error ? error.message : String(error) });
    tell("failed");
    throw error;
  }
}
var attempts2 = 3;
async function settled(access, run, step2, options) {
  const driver = access.driver.tagged(JSON.stringify({ feat: options.run.project, plan: options.run.plan, step: step2.id }));
  if (await isDone(driver, step2)) return "skipped";
  for (let n = 1; ; n++) {
    try {
      await perform2({ ...access, driver }, run, step2, options);
      return "done";
    } catch (error) {
      const byProcedure = step2.fill?.byProcedure === true;
      if (byProcedure && (isUnanswered(error) || isClaimed(error))) {
        if (await awaitFill(access, step2.fill, options)) return "done";
      } else if (isUnanswered(error) && await isDone(driver, step2)) return "done";
      if (n === attempts2 || !(isUnanswered(error) || byProcedure && isClaimed(error))) throw error;
    }
  }
}
async function perform2(access, run, step2, options) {
  const { driver } = access;
  if (step2.phase === "audit") return audit(driver, step2);
  if (step2.transaction) return transact(access, run, step2, options);
  for (const statement of step2.sql) await driver.execute(statement, step2.title);
}
async function transact(access, run, step2, options) {
  const effects = step2.effect === null ? [] : inOrder2(effectWrites(access.sql, [step2.effect], writingOf(access, options.run)));
  const record = [...effects, ...coverage(access, step2, options.run), ...outcomeStatements(access, run, [{ step: step2, how: "done", error: null }])];
  await access.driver.transaction([...step2.sql, claim(access, run.lock), ...record], step2.title);
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
  const exact2 = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(name);
  if (exact2 !== null) return decimal(Number(exact2[1]), Number(exact2[2]));
  return name.startsWith("ENUM(") ? text : others[name] ?? null;
}

// registry/observe/duckdb/reader.ts
var duckdb = {
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
  const [found2, objects] = await Promise.all([schemasAmong(driver, schemas), objectsIn(driver, schemas)]);
  const ofState = (o) => o.name.schema === placement.stateSchema && stateTables.has(o.name.name);
  return { schemas: found2, objects: objects.filter((o) => !ofState(o)) };
}
async function relations(driver, wanted) {
  const schemas = [...new Set(wanted.map((n) => n.schema))];
  const found2 = await objectsIn(driver, schemas);
  const there = new Set(found2.map((t) => nameText(t.name).toLowerCase()));
  return wanted.every((n) => there.has(nameText(n).toLowerCase())) ? found2 : objectsIn(driver, [...schemas, "main"]);
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
  const [columns, objects] = await Promise.all([reading, listing]);
  const columnsOf = new Map(columns.map((row) => [keyOf(row), String(row["columns"])]));
  return objects.map((row) => ({
    name: { catalog: null, schema: String(row["schema_name"]), name: String(row["name"]) },
    kind: row["kind"] === "view" ? "view" : "table",
    columns: JSON.parse(columnsOf.get(keyOf(row)) ?? "[]").map(([name, type, nullable]) => ({
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
  return `database_name = current_database() AND lower(schema_name) IN (${schemas.map((s) => literal2(s.toLowerCase(), text, "duckdb")).join(", ")})`;
}
function keyOf(row) {
  return `${row["schema_name"]}
${row["name"]}`;
}

// registry/observe/snowflake/show.ts
function schemaText({ catalog, schema }) {
  return `${quote(catalog, "snowflake")}.${quote(schema, "snowflake")}`;
}
var page = 1e4;
async function showAll(driver, kind, of, rows = page) {
  const found2 = /* @__PURE__ */ new Map();
  for (let after = null; ; ) {
    const cursor = after === null ? "" : ` FROM ${literal2(after, text, "snowflake")}`;
    const shown3 = await showPage(driver, `SHOW ${kind} IN SCHEMA ${schemaText(of)} LIMIT ${rows}${cursor}`);
    if (shown3 === null) return null;
    const before = found2.size;
    for (const row of shown3) found2.set(String(row["name"]), row);
    if (shown3.length < rows || found2.size === before) return [...found2.values()];
    after = String(shown3.at(-1)["name"]);
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
  const database = quote(catalog, "snowflake");
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
  const words2 = (value) => literal2(value.toUpperCase(), text, "snowflake");
  const some = only.length === 0 ? "" : ` AND TABLE_NAME IN (${only.map(words2).join(", ")})`;
  const rows = await driver.query(
    `SELECT TABLE_NAME, COLUMN_NAME, IS_NULLABLE, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION FROM ${quote(of.catalog, "snowflake")}.INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ${words2(of.schema)}${some} ORDER BY TABLE_NAME, ORDINAL_POSITION`,
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
  const all2 = parts.map((p) => Number(p[1]) * (seconds[p[2]] ?? seconds[`${p[2]}s`] ?? NaN));
  const sum = all2.reduce((a, b) => a + b, 0);
  return Number.isNaN(sum) ? null : sum;
}

// registry/observe/snowflake/objects.ts
var isYes = (row, column) => /^(y|yes|true)$/i.test(String(row[column] ?? ""));
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
      const nature = natures.find(([column]) => isYes(row, column));
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
function textOf(row, column) {
  const value = row[column];
  return value === void 0 || value === null || value === "" ? null : String(value);
}
async function objectsIn2(driver, of) {
  const shown3 = Promise.all(listings.map(async (l) => ({ l, rows: await list(driver, l, of) })));
  const [all2, columns] = await Promise.all([shown3, columnsIn(driver, of)]);
  if (all2.some(({ l, rows }) => rows === null && !l.optional)) return null;
  const found2 = /* @__PURE__ */ new Map();
  for (const { l, rows } of all2) {
    for (const row of rows ?? []) {
      const name = String(row["name"]);
      const count = row["rows"];
      const { rows: before = null } = found2.get(name) ?? {};
      found2.set(name, {
        name: { ...of, name: ourName(name) },
        columns: columns.get(name) ?? [],
        comment: textOf(row, "comment"),
        rows: typeof count === "number" ? count : before,
        ...l.said(row)
      });
    }
  }
  return [...found2.values()];
}
async function list(driver, { show, optional }, of) {
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
  const found2 = /* @__PURE__ */ new Map();
  const add = (need) => void found2.set(JSON.stringify(need), need);
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
  return [...found2.values()];
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
function textOf2(row, column) {
  const value = row?.[column];
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
  const found2 = new Map(rows.map((r) => [String(r["key"]), String(r["value"])]));
  const wrong = Object.entries(needed).filter(([key, value]) => (found2.get(key) ?? value).toLowerCase() !== value.toLowerCase());
  const problems = wrong.map(([parameter, value]) => diagnostic("F675", { parameter, found: found2.get(parameter), needed: value }));
  return {
    detail: Object.keys(needed).map((k) => `${k} ${found2.get(k) ?? "unknown"}`).join(", "),
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
  const found2 = held.get(keyOf2(on, name === null ? null : grantedName(name)));
  return found2 !== void 0 && (found2.has(privilege) || found2.has("OWNERSHIP") || found2.has("ALL"));
}

// registry/observe/snowflake/types.ts
var exact = { precision: 38, scale: 0 };
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
    return decimal(Number(match2[2] ?? exact.precision), Number(match2[3] ?? exact.scale));
  }
  return named2[name] ?? null;
}

// registry/observe/snowflake/reader.ts
var snowflake = { live: live2, relations: relations2, isHidden, hidesSchemas: true, roleOf, preflight, typeOf: typeOfSnowflake, intDigits: 38 };
async function live2(driver, placement) {
  const catalog = placement.catalog;
  if (catalog === null) throw new InternalError("a placement on Snowflake names a database");
  const wanted = [.../* @__PURE__ */ new Set([placement.publicSchema, placement.storageSchema])].map((schema) => ({ catalog, schema }));
  const [schemas, objects] = await Promise.all([schemasOf(driver, catalog), Promise.all(wanted.map((w) => objectsIn2(driver, w)))]);
  const closed = wanted.filter((w, i) => objects[i] === null && schemas.has(w.schema));
  if (closed.length > 0) throw new FeatError(closed.map((w) => diagnostic("F671", { schema: schemaText(w) })));
  return { schemas: [placement.stateSchema, ...wanted.map((w) => w.schema)].filter((s) => schemas.has(s)), objects: objects.flatMap((o) => o ?? []) };
}
async function relations2(driver, wanted) {
  const schemas = [...groupBy(wanted, (n) => `${n.catalog}.${n.schema}`).values()];
  const found2 = await Promise.all(
    schemas.map(async (names) => {
      const of = { catalog: names[0].catalog, schema: names[0].schema };
      const columns = await known(
        () => columnsIn(
          driver,
          of,
          names.map((n) => n.name)
        )
      );
      const objects = [...columns ?? []].map(([name, c]) => relation(of, name, c));
      const complete = names.every((n) => objects.some((o) => o.name.name === n.name));
      return complete || columns === null ? objects : [...objects, ...(await namesIn(driver, of)).map((name) => relation(of, name, null))];
    })
  );
  return found2.flat();
}
function relation(of, name, columns) {
  return { name: { ...of, name: ourName(name) }, kind: "table", columns: columns ?? [], comment: null };
}
async function namesIn(driver, { catalog, schema }) {
  const rows = await driver.query(
    `SELECT TABLE_NAME FROM ${quote(catalog, "snowflake")}.INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ${literal2(schema.toUpperCase(), text, "snowflake")}`,
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
var readers = { duckdb, snowflake };
function readerOf(driver) {
  return readers[driver.dialect];
}
async function observe(driver, placement) {
  return readerOf(driver).live(driver, placement);
}

// registry/observe/hidden.ts
var most4 = 24;
async function refuseHidden(driver, placement, state, live3) {
  if (state === null) return;
  const listed = new Set(live3.objects.map((o) => nameText(o.name)));
  const missing3 = state.storages.map((s) => s.storage.name).filter((n) => !listed.has(nameText(n)));
  if (missing3.length === 0) return;
  const reader = readerOf(driver);
  const unseen = missing3.filter((n) => live3.schemas.includes(n.schema)).slice(0, most4);
  const hidden = await inParallel(unseen, driver.parallelism, async (n) => await reader.isHidden(driver, n) ? [n] : []);
  const applied2 = new Set(state.records.flatMap((r) => r.storages.map((s) => nameText(s.name))));
  const lost2 = reader.hidesSchemas ? missing3.filter((n) => applied2.has(nameText(n))) : [];
  const found2 = [...hiddenObjects(hidden.flat(), placement), ...hiddenSchemas(lost2, placement, live3)];
  if (found2.length === 0) return;
  const role = await reader.roleOf(driver);
  throw new FeatError(found2.map((of) => of(role)));
}
function hiddenObjects(names, { dialect }) {
  return names.length === 0 ? [] : [(role) => diagnostic("F672", { objects: names.map((n) => qualified(n, dialect)), role })];
}
function hiddenSchemas(missing3, { catalog, dialect }, live3) {
  const gone = groupBy(
    missing3.filter((n) => !live3.schemas.includes(n.schema)),
    (n) => n.schema
  );
  const text3 = (schema) => [catalog, schema].flatMap((p) => p === null ? [] : [quote(p, dialect)]).join(".");
  return [...gone].map(
    ([schema, names]) => (role) => diagnostic("F673", { schema: text3(schema), objects: names.length, role })
  );
}

// registry/observe/sources.ts
import { readdirSync } from "node:fs";
import { basename, dirname, join as join2 } from "node:path";

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
var opening = [
  [/No such file or directory|cannot find the path/i, "F610"],
  [/^IO Error/i, "F611"]
];
function engineError(error, where, phase = "running") {
  if (error instanceof FeatError) return error;
  const text3 = error instanceof Error ? error.message : String(error);
  return new FeatError([classified(text3, where, phase)], { cause: error });
}
function classified(text3, where, phase) {
  const table = phase === "opening" ? [...patterns, ...opening] : patterns;
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
  return paragraph.split("\n").filter((line) => !/^(LINE \d|Did you mean)/.test(line)).join(" ").trim();
}

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
  const relation2 = nameText(wanted);
  const table = tables.find((t) => full(t.name) === full(wanted));
  if (table !== void 0) return { relation: relation2, columns: table.columns, guessed: false };
  const near = nearest(
    relation2,
    tables.map((t) => nameText(t.name))
  );
  return diagnostic("F640", { source: shortName(source.address), relation: relation2, near }, whereIs(source));
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
function checkColumn(source, column, { relation: relation2, columns, guessed }, { typeOf, intDigits }) {
  const common2 = { source: shortName(source.address), relation: relation2, column: column.name };
  const live3 = columns.find((c) => c.name.toLowerCase() === column.name.toLowerCase());
  if (live3 === void 0)
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
  const type = typeOf(live3.type);
  const holding2 = { intDigits, guessed };
  if (type !== null && fits(column.type, type, holding2)) return [];
  const fitting = type === null ? null : typeName(declarable(type, holding2));
  return [diagnostic("F643", { ...common2, declared: typeName(column.type), found: live3.type, fitting }, whereIs(source))];
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
  const all2 = tables.value;
  const rows = (kind) => all2.filter((row) => row["kind"] === kind);
  return {
    format: 1,
    id: meta.id,
    project: meta.project,
    serial: meta.serial,
    records: rows("record").map(recordOf),
    storages: rows("storage").map(storageOf),
    coverage: rows("coverage").map(coverageOf2),
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
  const record = parsed(row, what);
  const lack = lackOfRecord(record);
  if (lack !== null) throw unreadable(what, lacking(lack));
  const { address: address2, environment } = record;
  if (parseAddress(text2(row, "b")) === null || address2 !== row["b"] || environment !== row["a"]) throw unreadable(what, "is not a record of this address");
  return record;
}
function lacking(path) {
  return `lacks '${path}', as this version of feat writes it`;
}
function storageOf(row) {
  const what = `the storage ${row["c"]}`;
  const storage = parsed(row, what);
  const lack = lackOfStorage(storage);
  if (lack !== null) throw unreadable(what, lacking(lack));
  return { storage, owner: text2(row, "a"), createdBy: text2(row, "b") };
}
function coverageOf2(row) {
  return { storage: text2(row, "a"), from: instantOf(text2(row, "b")), to: instantOf(text2(row, "c")), knownTo: instantOf(text2(row, "body")) };
}
function retiredOf(row) {
  return { name: parsed(row, `the retired storage ${row["a"]}`).name, dropAfter: instantOf(text2(row, "b")) };
}
function parsed(row, what) {
  try {
    const value = JSON.parse(text2(row, "body"));
    if (typeof value === "object" && value !== null) return value;
  } catch {
  }
  throw unreadable(what, "is no JSON object");
}
function text2(row, column) {
  const value = row[column];
  if (typeof value !== "string") throw unreadable(`a row of kind ${row["kind"]}`, `has ${JSON.stringify(value)} where a text is due`);
  return value;
}

// registry/compact.ts
async function compactPlan(session, view) {
  const { driver, placed, compiled, now, tool } = session;
  const { placement } = placed;
  const [state, live3] = await Promise.all([readState(driver, placement), observe(driver, placement)]);
  await refuseHidden(driver, placement, state, live3);
  const input = { lowered: compiled.lowered, placed, state, live: live3, now, allowDestroy: false, tool };
  const differing = plan(input).changes.map((c) => c.address);
  if (differing.length > 0) throw new FeatError([diagnostic("F520", { changes: differing })]);
  const views = match(compiled.lowered, placed, state, live3).matched.filter((m) => m.resource.kind === "view");
  const wanted = view === null ? views : [named3(view, views)];
  const folded2 = /* @__PURE__ */ new Set();
  for (const m of wanted.filter((x) => x.binding.storages.length > 1)) {
    const others2 = sharers(m, state, placement.environment);
    if (others2.length === 0) folded2.add(m.resource.address);
    else if (view !== null) throw new FeatError([diagnostic("F521", { address: m.resource.address, environments: others2 }, { address: m.resource.address })]);
  }
  return plan({ ...input, fold: (of) => folded2.has(of) });
}
function named3(name, views) {
  const found2 = views.find((m) => m.resource.address === name || m.resource.name === name);
  if (found2 !== void 0) return found2;
  const known2 = views.flatMap((m) => [m.resource.name ?? "", m.resource.address]);
  throw new FeatError([diagnostic("F519", { name, near: nearest(name, known2) })]);
}
function sharers({ binding }, state, environment) {
  const groups = new Set(binding.storages.map((s) => s.generation));
  const writable = writableIn(environment, state);
  const owners = (state?.storages ?? []).filter((s) => groups.has(s.storage.generation) && !writable(s.storage)).map((s) => s.owner);
  const showing = (state?.records ?? []).filter((r) => r.environment !== environment && r.storages.some((s) => groups.has(s.generation))).map((r) => r.environment);
  return [.../* @__PURE__ */ new Set([...owners, ...showing])].toSorted();
}

// registry/driver/duckdb.ts
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join as join3 } from "node:path";

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
    const line = words2.join(" ");
    return line === "" ? null : line.length > 120 ? `${line.slice(0, 117)}...` : line;
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
var instant2 = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?(?:\+00(?::00)?)?$/;
function timeOf(v) {
  if (typeof v !== "string") return plain(v);
  const match2 = instant2.exec(v);
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
  const { DuckDBInstance } = duckdb2();
  for (const close of left) close();
  const spill = path === ":memory:" ? { temp_directory: join3(tmpdir(), `feat-${process.pid}.tmp`) } : {};
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
function duckdb2() {
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
    query: async (sql, title) => rowsOf3(await inTurn(title, () => connection.run(sql))),
    describe: (sql, title) => inTurn(title, async () => (await rowsOf3(await connection.run(`DESCRIBE ${sql}`))).map(described)),
    transaction: (statements, title) => inTurn(title, () => transact2(connection, statements)),
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
async function transact2(connection, statements) {
  await connection.run("BEGIN");
  try {
    const changed2 = [];
    for (const statement of statements) {
      const rows = (await connection.run(typeof statement === "string" ? statement : statement.sql)).rowsChanged;
      if (typeof statement !== "string" && rows !== statement.rows) throw new FeatError([statement.otherwise]);
      changed2.push(rows);
    }
    await connection.run("COMMIT");
    return changed2;
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => null);
    throw error;
  }
}
async function rowsOf3(result) {
  const names = result.deduplicatedColumnNames().map((n) => n.toLowerCase());
  const decoders = result.columnTypes().map((t) => decoder(String(t)));
  return (await result.getRowsJson()).map((row) => {
    const out = {};
    for (let i = 0; i < names.length; i++) out[names[i]] = decoders[i](row[i]);
    return out;
  });
}
function described(row) {
  return { name: String(row["column_name"]), type: String(row["column_type"]), nullable: row["null"] !== "NO" };
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
async function writeArrivals(access, lock, arrivals2, forgotten) {
  const { sql } = access;
  const { onlyIf } = onlyUnder(access, lock);
  const rows = arrivals2.map((a) => ({ how: "put", values: [a.source, a.day, String(a.rows), String(a.breached), a.seenTo] }));
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
function looksOf({ lowered, held, coverage: coverage2, writable, fills }) {
  const looks = /* @__PURE__ */ new Map();
  for (const { resource, storages } of held) {
    const table = lowered.tiles.get(resource.address)?.table;
    if (table === void 0 || !storages.some(writable)) continue;
    const ends = [...storages.flatMap((s) => coverage2(s).map((c) => c.to)), ...fills.filter((f) => f.resource.address === resource.address).map((f) => f.interval.to)];
    if (ends.length === 0) continue;
    const look = { source: table.source, known: table.known, until: pointAt(Math.max(...ends), day) };
    const other2 = looks.get(nameOf2(look));
    looks.set(nameOf2(look), other2 === void 0 || other2.until < look.until ? look : other2);
  }
  return [...looks.values()];
}
function nameOf2({ source, known: known2 }) {
  return source.knownTime !== null && !known2 ? `${source.address} (corrected)` : source.address;
}
function isClosed({ source, known: known2 }, { day: of, seenTo }) {
  return known2 || secondsOf(seenTo) >= secondsOf(of) + day + source.lateness;
}
async function countsOf({ source, known: known2, until }, from, { driver, bindings, now }) {
  const at2 = effectiveKnown(source, known2, "s");
  const rows = { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) };
  const where = [wholeRow(source, [], "s"), call("gte", at2, param("from")), call("lt", at2, param("to"))];
  const query = select(as("s", rows), [named("known_day", bucketOf(at2, day)), named("n", aggregate("countAll", []))], { where, groupBy: [bucketOf(at2, day)] });
  const bounds3 = { from: isoOf(from), to: isoOf(until), now };
  const found2 = await driver.query(printQuery(bindRelation(query, bindings), bindings.placement.dialect, bounds3), `count the rows of ${source.name}`);
  return new Map(found2.map((r) => [String(r["known_day"]).slice(0, 10), Number(r["n"])]));
}
function dayText(seconds2) {
  return isoOf(seconds2).slice(0, 10);
}
function afterRun(recorded, { changed: changed2 }, restated) {
  const byDay = (list2) => [...new Map(list2.map((a) => [`${a.source} ${a.day}`, a])).values()];
  const all2 = byDay([...recorded, ...changed2]).toSorted((a, b) => a.day < b.day ? -1 : 1);
  if (!restated) return { written: changed2, all: all2 };
  const settled2 = all2.map((a) => ({ ...a, breached: 0 }));
  return {
    written: settled2.filter(
      (a) => changed2.some((c) => c.source === a.source && c.day === a.day) || recorded.some((r) => r.breached > 0 && r.source === a.source && r.day === a.day)
    ),
    all: settled2
  };
}
function breachesIn(arrivals2) {
  const found2 = /* @__PURE__ */ new Map();
  for (const { source, day: of, breached } of arrivals2) {
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
function changedFirsts(table, states, stored, everything2) {
  const seen = named("first_seen", aggregate("min", [seenAt(table, "t")]));
  const firsts = select(as("t", everything2), [...fields(table.on, "t"), seen], { groupBy: table.on.map((k) => field(k, "t")) });
  const at2 = seenAt(table, "c");
  const was = field("first_seen", "f");
  const isGone = all([call("eq", at2, was), call("eq", field("fresh_rows", "c"), integer(0))]);
  const columns = [named("seen", at2), named("first_seen", choose(call("lt", at2, was), was))];
  const joins = [
    table.on.length === 0 ? join("left", "f", part("firsts"), [call("eq", integer(1), integer(1))]) : join("left", "f", part("firsts"), sameColumns("c", "f", table.on))
  ];
  const body = select(as("c", part("changed")), columns, { joins, where: [call("or", call("isNull", was), call("lt", at2, was), isGone)], distinct: true });
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
  const known2 = knownTo(request.state);
  const looks = request.held.flatMap(({ resource, storages }) => {
    const plan2 = request.lowered.tiles.get(resource.address);
    return plan2 === void 0 ? [] : storages.filter(request.writable).flatMap((storage) => lookAt(storage, plan2.table, known2, request));
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
function lookAt(storage, table, known2, request) {
  const end = request.coverage(storage).at(-1)?.to;
  const before = known2.get(storage.generation);
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
  const ask2 = (relation2) => {
    const { bindings, now, driver } = request;
    const bounds3 = { from: isoOf(span.from), to: isoOf(span.to), now };
    return driver.query(printQuery(bindRelation(relation2, bindings), bindings.placement.dialect, bounds3), `look what changed in ${table.source.name}`);
  };
  const rows = await ask2(changedTiles(table, states, stored(true)));
  const tiles = rows.map((row) => {
    const [from, known2] = [secondsOf(String(row["event_tile"])), secondsOf(String(row["known_tile"]))];
    return { event: { from, to: from + table.tile }, known: known2, allowed: known2 >= open };
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
  const at2 = field(storedName("known_tile", resource, storage), "s");
  const names = [...grainNames(resource), ...storage.columns.map((c) => c.logical)];
  return select(
    as("s", { kind: "physical", of: { kind: "relation", name: storage.name } }),
    names.map((n) => named(n, field(storedName(n, resource, storage), "s"))),
    { where: within ? [call("gte", at2, param("from")), call("lt", at2, param("to"))] : [] }
  );
}

// registry/materialize/dirty.ts
var forever = Number.MAX_SAFE_INTEGER;
function dirtyOf(request) {
  const dirty = /* @__PURE__ */ new Map();
  const known2 = knownTo(request.state);
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
    if (view !== void 0) add(address2, pointsOf(view, storages, { ...request, dirty, known: known2 }), covered);
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
    for (const { event, known: known2, allowed: is } of changes.get(table.address)?.tiles ?? []) {
      if (is !== allowed2) continue;
      const from = Math.max(pointFrom(event.from + table.tile + leaf.offset, every2), table.known ? pointFrom(known2 + table.every, every2) : -forever);
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
function readersOf(read, every2, { dirty, held, coverage: coverage2, lowered }) {
  const step2 = lowered.views.get(read).every;
  const first = held.find((h) => h.resource.address === read)?.storages.find((s) => s.first);
  const covered = first === void 0 ? [] : coverage2(first);
  return (dirty.get(read) ?? []).map(({ from, to }) => {
    const isFollowed = covered.some((c) => c.from <= to && to < c.to);
    return { from: pointFrom(from, every2), to: pointFrom(isFollowed ? to : to + step2, every2) };
  });
}
var most5 = 24;
function few(intervals) {
  if (intervals.length <= most5) return intervals;
  const gaps = intervals.slice(1).map((next, i) => next.from - intervals[i].to);
  const narrow = gaps.toSorted((a, b) => a - b)[intervals.length - most5 - 1];
  return merged(intervals.map((x, i) => i + 1 < intervals.length && gaps[i] <= narrow ? { from: x.from, to: intervals[i + 1].from } : x));
}
function cleanCoverage(coverage2, dirty) {
  return (storage, featureType) => {
    const cut = dirty.get(featureType === void 0 ? storage.of : `${storage.of}#${featureType}`);
    return cut === void 0 ? coverage2(storage, featureType) : without(coverage2(storage, featureType), cut);
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
  const shown3 = covered.map((c) => ({ from: pointFrom(c.from, every2), to: pointFrom(pointAt(c.to - 1, step2) + step2, every2) }));
  return merged([{ from: Number.MIN_SAFE_INTEGER, to: start === void 0 ? Number.MIN_SAFE_INTEGER : pointFrom(start, every2) }, ...shown3]);
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
  const { restate, held, coverage: coverage2, lowered } = request;
  const reads = new Set(held.filter((h) => restate?.wants(h.resource.address) === true).flatMap((h) => h.resource.uses.map((u) => u.on)));
  const changes = await changedTables({ ...request, restated: restate === null ? null : (t) => reads.has(t) });
  return dirtyOf({
    ...request,
    lowered,
    changes,
    restated: ({ view }, touched) => {
      if (restate === null || !restate.wants(view.address)) return [];
      const first = held.find((h) => h.resource.address === view.address)?.storages.find((s) => s.first);
      return restate.bounds === null ? touched : common(first === void 0 ? [] : coverage2(first), [restate.bounds]);
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
  const { bindings, coverage: coverage2, lowered } = request;
  const first = bindings.storages(view).find((s) => s.first);
  const last = first === void 0 ? void 0 : coverage2(first).at(-1);
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
  const at2 = field(storedName("feature_time", bindings.resource(view), storage), "s");
  return select(as("s", { kind: "physical", of: { kind: "relation", name: storage.name } }), [named("feature_time", at2)], {
    where: [call("eq", at2, instant(isoOf(point)))]
  });
}
function keysOf(table, { bindings, coverage: coverage2 }) {
  const stored = bindings.storages(table.address).some((s) => coverage2(s).length > 0);
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
  const at2 = field(happened(source), "s");
  const rows = { kind: "source", of: source.address, columns: source.columns.map((c) => c.name) };
  const since = fill.interval.from < 0 ? [] : [call("gte", at2, instant(isoOf(fill.interval.from - source.lateness)))];
  const [row] = await ask(select(as("s", rows), [named("n", aggregate("countAll", [])), named("first", aggregate("min", [at2]))], { where: since }), request);
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
    const known2 = start ?? request.recorded[view.address] ?? null;
    if (known2 !== null) of.set(view.address, pointFrom(secondsOf(known2), every2));
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
  const known2 = values.filter((v) => v !== null && v !== void 0);
  return known2.length === 0 ? null : Math.min(...known2);
}
async function firstDay(view, request, known2) {
  const sources = view.readsSources.map((s) => request.sources.get(s));
  for (const form of ["events", "dimension"]) {
    const firsts = [];
    for (const source of sources.filter((s) => s.form === form)) {
      if (!known2.has(source.address)) known2.set(source.address, await extremeTime(request, source, "min"));
      firsts.push(known2.get(source.address));
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
  const relation2 = select(as("s", rows), [named("moment", aggregate(which, [field(column, "s")]))]);
  const [row] = await request.driver.query(
    printQuery(bindRelation(relation2, request.bindings), request.bindings.placement.dialect, null),
    `look for the ${which === "min" ? "first" : "last"} row of ${source.name}`
  );
  const moment2 = row?.["moment"];
  return typeof moment2 === "string" ? secondsOf(moment2) : null;
}

// registry/materialize/wanted.ts
async function fillsOf4(session, input) {
  const { state, held, coverage: coverage2, writable, starts, wants } = input;
  const wanted = input.restate ? restatedOf(session, input) : await dueOf2(session, input);
  const request = { held, coverage: coverage2, wanted, refresh: capturesDue(session, held, state), writable, now: session.now, afresh: input.restate, starts: starts.of };
  const first = requiredFills(request);
  const refreshed2 = servingsDue(session, held, state, first, wants);
  return refreshed2.size === 0 ? first : requiredFills({ ...request, refresh: /* @__PURE__ */ new Set([...request.refresh, ...refreshed2]) });
}
async function dueOf2({ compiled: { lowered }, driver, now }, input) {
  const { held, coverage: coverage2, writable, starts, wants, within } = input;
  const covered = (view) => coverageOfFirst(held, view, coverage2);
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
function restatedOf({ compiled: { lowered } }, { held, coverage: coverage2, dirty }) {
  const keys = held.flatMap(({ resource: { address: address2 }, storages }) => {
    const groups = lowered.stores.get(address2)?.groups.map((g) => g.featureType) ?? (lowered.views.has(address2) ? [void 0] : []);
    return groups.map((type) => ({ key: type === void 0 ? address2 : `${address2}#${type}`, covered: merged(storages.flatMap((s) => coverage2(s, type))) }));
  });
  return new Map(
    keys.map(({ key, covered }) => {
      const all2 = merged([...covered, ...dirty.get(key) ?? []]);
      const whole = all2.length === 0 ? [] : [{ from: all2[0].from, to: all2.at(-1).to }];
      return [key, without(whole, covered)];
    })
  );
}
function coverageOfFirst(held, view, coverage2) {
  const first = firstOf2(held, view);
  return first === void 0 ? [] : coverage2(first);
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
    const available = (view, at2) => {
      const { every: every2, availableAfter } = session.compiled.lowered.views.get(view).view.contract;
      return pointAt(at2 - availableAfter, every2);
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
      const known2 = own.flatMap((w) => of(w) ?? []);
      return known2.length === 0 ? null : known2.reduce((a, b) => a + b, 0);
    };
    const kind = address2.slice(0, address2.indexOf("."));
    const alike = [...rates].filter(([of]) => of.startsWith(`${kind}.`)).map(([, r]) => r);
    const rate = rates.get(address2) ?? (alike.length === 0 ? null : alike.reduce((a, b) => ({ values: a.values + b.values, milliseconds: a.milliseconds + b.milliseconds })));
    const values = sum((w) => w.values);
    const seconds2 = values === null || rate === null || rate.values === 0 ? null : values / rate.values * (rate.milliseconds / 1e3);
    return { address: address2, steps: own.length, points: sum((w) => w.points), rows: sum((w) => w.rows), values, seconds: seconds2 };
  });
}
var least2 = 1e3;
function ratesIn(work, events) {
  const took = new Map(events.filter((e) => e.state === "done").map((e) => [e.step.id, e.ms]));
  const rates = /* @__PURE__ */ new Map();
  for (const { step: step2, address: address2, values } of work) {
    const ms = took.get(step2);
    if (ms === void 0 || values === null || values < least2) continue;
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
  const [state, live3] = await Promise.all([readState(driver, placed.placement), observe(driver, placed.placement)]);
  await refuseHidden(driver, placed.placement, state, live3);
  const matching = match(compiled.lowered, placed, state, live3);
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
    ([view, at2]) => step({ phase: "expand", cause: view, title: `${view} starts at ${at2}`, sql: [], effect: { kind: "start", view, at: at2 } })
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
  const known2 = placed.resources.filter((r) => ["view", "store", "serving"].includes(r.kind));
  const wanted = /* @__PURE__ */ new Set();
  for (const name of only) {
    const found2 = known2.find((r) => r.address === name || r.name === name);
    if (found2 === void 0)
      throw new FeatError([
        diagnostic("F519", {
          name,
          near: nearest(
            name,
            known2.flatMap((r) => [r.name ?? "", r.address])
          )
        })
      ]);
    wanted.add(found2.address);
  }
  for (const r of placed.resources.toReversed()) if (wanted.has(r.address)) {
    for (const { on } of r.uses) if (known2.some((k) => k.address === on)) wanted.add(on);
  }
  return (address2) => wanted.has(address2);
}

// registry/preflight.ts
async function preflight2(session) {
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
  const [state, live3] = await Promise.all([recordedState(session), observe(driver, placed.placement)]);
  await refuseHidden(driver, placed.placement, state, live3);
  const wanted = options.destroyAll === true ? { ...placed, resources: [], objects: [], automation: null } : placed;
  return plan({ lowered: compiled.lowered, placed: wanted, state, live: live3, now: session.now, allowDestroy: options.allowDestroy, tool: session.tool });
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
  preflight2 as preflight,
  recordedState,
  sessionOf,
  sourceMistakes
};
