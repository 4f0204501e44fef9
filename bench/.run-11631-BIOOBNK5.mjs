import {
  requestName
} from "./.run-11631-IC44RC5W.mjs";
import {
  featureViewMetadata
} from "./.run-11631-DXXVGV4N.mjs";
import {
  chooseServing
} from "./.run-11631-US5INWMG.mjs";
import {
  editions,
  parseDuration,
  publicKindOf,
  servingTraits
} from "./.run-11631-RVSCCG2V.mjs";
import {
  address,
  shortName
} from "./.run-11631-QSF34EBB.mjs";
import {
  nearest
} from "./.run-11631-ZQTCH5XM.mjs";
import {
  hashOf
} from "./.run-11631-6HWLSQNM.mjs";
import {
  InternalError,
  diagnostic,
  hasErrors
} from "./.run-11631-OFZZUDX7.mjs";

// compiler/ir/object-resource.ts
var grain = { keys: [], time: [], hash: hashOf("object") };
function objectResource(address2, object, rest) {
  return {
    address: address2,
    kind: "object",
    name: null,
    publicName: null,
    renamedFrom: null,
    uses: [],
    usesSources: [],
    grain,
    columns: [],
    filling: { by: "nothing" },
    publish: "none",
    physical: {},
    comment: null,
    tags: [],
    protect: false,
    hash: { data: grain.hash, shape: hashOf(object), meta: hashOf(rest.promises) },
    ...rest,
    object
  };
}

// compiler/place/physical.ts
function placePhysical(r, by) {
  const own = r.physical;
  const { clusterBy, append } = own;
  if (by.settled.objects === null) {
    return { ...r, physical: { ...clusterBy === void 0 ? {} : { clusterBy }, ...append === void 0 ? {} : { append } } };
  }
  if (!keptKinds.has(r.kind)) return r;
  const merged = { ...by.settled.objects.physical, ...own };
  const physical = inFull(merged, by.placement);
  check(r, merged, by);
  const further = Object.keys(physical).some((k) => k !== "clusterBy" && k !== "append");
  return further ? { ...r, physical, hash: { ...r.hash, meta: hashOf({ meta: r.hash.meta, physical }) } } : { ...r, physical };
}
var keptKinds = /* @__PURE__ */ new Set(["tiles", "captures", "view", "store"]);
function inFull(p, { catalog, storageSchema, publicSchema }) {
  const full = (name, schema) => {
    const parts = name.toLowerCase().split(".");
    return parts.length === 1 ? [catalog, schema, ...parts].join(".") : parts.length === 2 ? [catalog, ...parts].join(".") : parts.join(".");
  };
  const tagged = (tags2) => Object.fromEntries(Object.entries(tags2).map(([name, value]) => [full(name, storageSchema), value]));
  const column = (c) => ({
    ...c.tags === void 0 ? {} : { tags: tagged(c.tags) },
    ...c.masking === void 0 ? {} : { masking: full(c.masking, publicSchema) }
  });
  return {
    ...p,
    ...p.tags === void 0 ? {} : { tags: tagged(p.tags) },
    ...p.columns === void 0 ? {} : { columns: Object.fromEntries(Object.entries(p.columns).map(([name, c]) => [name, column(c)])) },
    ...p.rowAccess === void 0 ? {} : { rowAccess: { ...p.rowAccess, policy: full(p.rowAccess.policy, publicSchema) } }
  };
}
function check(r, p, by) {
  const at = { address: r.address };
  const columns = [...r.grain.keys, ...r.grain.time, ...r.columns].map((c) => c.name);
  const named = [
    ...r.kind === "view" ? (p.clusterBy ?? []).map((c) => ["physical.clusterBy", c]) : [],
    ...Object.keys(p.columns ?? {}).map((c) => ["physical.columns", c]),
    ...(p.rowAccess?.on ?? []).map((c) => ["physical.rowAccess.on", c])
  ];
  for (const [option, column] of named) if (!columns.includes(column)) by.report(diagnostic("F400", { option, column, near: nearest(column, columns) }, at));
  checkRetention(r, p, by);
  const sets = [p.tags ?? {}, ...Object.values(p.columns ?? {}).map((c) => c.tags ?? {})];
  for (const tags2 of sets) checkTags(r, tags2, by);
  const policies = [p.rowAccess?.policy, ...Object.values(p.columns ?? {}).map((c) => c.masking)].filter((x) => x !== void 0);
  for (const name of [...policies, ...sets.flatMap((t) => Object.keys(t))]) if (!isName(name, 3)) by.report(diagnostic("F405", { option: "physical", name }, at));
  if (p.warehouse !== void 0 && !isName(p.warehouse, 1)) by.report(diagnostic("F405", { option: "physical.warehouse", name: p.warehouse }, at));
  if (sets.some((t) => Object.keys(t).length > 0)) needs("enterprise", "tags", by, r);
  if (policies.length > 0) needs("enterprise", "masking and row access policies", by, r);
}
function checkRetention(r, { retentionDays: days, transient }, by) {
  if (days === void 0) return;
  const edition = by.settled.serving?.edition ?? "standard";
  const [most, why] = transient === true ? [1, "for a transient table"] : edition === "standard" ? [1, "on the Standard edition"] : [90, `on the edition '${edition}'`];
  if (!Number.isInteger(days) || days < 0 || days > most)
    by.report(diagnostic("F401", { option: "physical.retentionDays", found: days, most, why: String(why) }, { address: r.address }));
}
function checkTags(r, tags2, by) {
  const declared = by.settled.objects?.tags ?? {};
  const at = { address: r.address };
  if (Object.keys(tags2).length > 50) by.report(diagnostic("F404", { what: `${Object.keys(tags2).length} tags`, rule: "an object has at most 50" }, at));
  for (const [tag, value] of Object.entries(tags2)) {
    if (value.length > 256) by.report(diagnostic("F404", { what: `the value of the tag '${tag}'`, rule: "has at most 256 characters" }, at));
    const values = Object.entries(declared).find(([name]) => name.toLowerCase() === tag.toLowerCase())?.[1].values;
    if (values !== void 0 && !values.includes(value)) by.report(diagnostic("F403", { tag, value, values }, at));
  }
}
function needs(edition, what, by, of) {
  const found = by.settled.serving?.edition ?? "standard";
  if (editions.indexOf(found) < editions.indexOf(edition))
    by.report(diagnostic("F402", { what, needs: edition, target: by.target, edition: found }, of === null ? {} : { address: of.address }));
}
function isName(name, parts) {
  const found = name.split(".");
  return found.length <= parts && found.every((p) => /^[A-Za-z_][\w$]{0,254}$/.test(p));
}

// compiler/place/feature-store.ts
var objectTag = "SNOWML_FEATURE_STORE_OBJECT";
var entityPrefix = "SNOWML_FEATURE_STORE_ENTITY_";
var packageVersion = "1.5.0";
function keysOf(r) {
  return r.grain.keys.map((k) => k.name.toUpperCase()).join(",");
}
function placeInFeatureStore(r, own, { catalog, by }) {
  const asked = own ?? by.settled.objects?.featureStore ?? false;
  if (r.kind !== "view" || by.settled.objects === null || asked === false || r.publicName === null) return r;
  const view = catalog.views.find((v) => v.address === r.address);
  const at = { address: r.address };
  const version = asked === true ? "V1" : asked.version;
  if (!/^[A-Za-z0-9_]{1,128}$/.test(version)) by.report(diagnostic("F408", { version }, at));
  needs("enterprise", "views in Snowflake's feature store, which knows them by tags,", by, r);
  if (r.grain.keys.length === 0) {
    by.report(diagnostic("F409", { view: shortName(r.address), entity: shortName(view.entity) }, at));
    return r;
  }
  const entity = shortName(view.entity).toUpperCase();
  const storeTags = {
    [objectTag]: JSON.stringify({ type: "EXTERNAL_FEATURE_VIEW", pkg_version: packageVersion }),
    [featureViewMetadata]: JSON.stringify({ entities: [entity], timestamp_col: "FEATURE_TIME" }),
    [`${entityPrefix}${entity}`]: keysOf(r)
  };
  const shown2 = { ...r.physical, storeTags };
  const publicName = { ...r.publicName, name: `${r.publicName.name}$${version.toLowerCase()}` };
  return { ...r, publicName, physical: shown2, hash: { ...r.hash, meta: hashOf({ meta: r.hash.meta, storeTags, name: publicName.name }) } };
}
function featureStoreTags(resources, by) {
  const { catalog, publicSchema: schema } = by.placement;
  const shown2 = resources.filter((r) => r.physical.storeTags !== void 0);
  const names = [...new Set(shown2.flatMap((r) => Object.keys(r.physical.storeTags)))];
  return names.map((name) => {
    const users = shown2.filter((r) => name in r.physical.storeTags);
    const values = name.startsWith(entityPrefix) ? [users[0].physical.storeTags[name]] : null;
    const tag = { kind: "tag", name: { catalog, schema, name: name.toLowerCase() }, values };
    return objectResource(tagAddress(name), tag, { causes: users.map((u) => u.address), promises: { values: values ?? "any" } });
  });
}
function tagAddress(name) {
  return address("tag", name.toLowerCase());
}

// compiler/place/objects.ts
function placeObjects(resources, by, isMain) {
  const { objects } = by.settled;
  if (objects === null) return [];
  const own = isMain ? [...tags(objects, by), ...warehouses(objects, by)] : [];
  return [...own, ...grants(resources, objects, by)];
}
function placeAutomation(by, isMain) {
  const { objects, serving } = by.settled;
  if (objects === null || serving === null || serving.warehouse === null) return null;
  const { schedule, measure, notifications = {} } = objects;
  for (const [channel, name] of Object.entries(notifications)) checkName(`notifications.${channel}`, name, 1, by);
  if (measure !== void 0) needs("enterprise", "data metric functions", by, null);
  const made = {
    warehouse: serving.warehouse,
    schedule: schedule === void 0 ? null : scheduleOf("schedule", schedule, by),
    measure: measure === void 0 ? null : measure === "on change" ? measure : scheduleOf("measure", measure, by),
    notifications
  };
  return isMain ? made : null;
}
function tags(objects, by) {
  const declared = Object.entries(objects.tags ?? {});
  if (declared.length > 0) needs("enterprise", "tags", by, null);
  const { catalog, storageSchema: schema } = by.placement;
  return declared.map(([name, { values }]) => {
    checkName("tags", name, 1, by);
    const long = (values ?? []).find((v) => v.length > 256);
    if (long !== void 0) by.report(diagnostic("F404", { what: `a value of the tag '${name}'`, rule: "has at most 256 characters" }));
    const tag = { kind: "tag", name: { catalog, schema, name: name.toLowerCase() }, values: values ?? null };
    return objectResource(address("tag", name.toLowerCase()), tag, { causes: [], promises: { values: values ?? "any" } });
  });
}
function warehouses(objects, by) {
  return Object.entries(objects.warehouses ?? {}).map(([name, said]) => {
    checkName("warehouses", name, 1, by);
    checkWarehouse(name, said, by);
    const warehouse = {
      kind: "warehouse",
      name: { catalog: null, schema: "", name: name.toLowerCase() },
      inUse: by.settled.serving?.warehouse ?? name,
      ...said
    };
    return objectResource(address("warehouse", name.toLowerCase()), warehouse, { causes: [], promises: { ...said } });
  });
}
function checkWarehouse(name, { autoSuspend, clusters, scaling }, by) {
  const wrong = (option, found, expected) => by.report(diagnostic("F406", { option: `warehouses.${name}.${option}`, found: String(found), expected }));
  if (autoSuspend !== void 0 && (!Number.isInteger(autoSuspend) || autoSuspend < 0)) wrong("autoSuspend", autoSuspend, "whole seconds, 0 or more");
  if (clusters === void 0) return scaling === void 0 ? void 0 : wrong("scaling", `'${scaling}'`, "clusters beside it");
  const { min, max } = clusters;
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1 || max < min || max > 10) wrong("clusters", `${min} to ${max}`, "1 to 10, the least first");
  if (max > 1) needs("enterprise", "warehouses of several clusters", by, null);
}
function grants(resources, objects, by) {
  const { roles } = objects;
  if (roles === void 0) return [];
  const { catalog, publicSchema: schema } = by.placement;
  const { reader = [], writer = [], owner } = roles;
  for (const role of [...reader, ...writer, ...owner === void 0 ? [] : [owner]]) checkName("roles", role, 1, by);
  const all = [
    ...[.../* @__PURE__ */ new Set([...reader, ...writer])].flatMap((role) => reading(role, resources, by)),
    ...writer.flatMap((role) => writing(role, resources)),
    ...owner === void 0 ? [] : shown(resources).map((r) => ({ privileges: ["OWNERSHIP"], on: kindOf(r), name: r.publicName, role: owner }))
  ];
  const object = { kind: "grants", name: { catalog, schema, name: "grants" }, grants: all };
  return [
    objectResource(address("grants", schema), object, { causes: shown(resources).map((r) => r.address), promises: { reader, writer, owner: owner ?? null } })
  ];
}
function reading(role, resources, { placement: { catalog, publicSchema: schema } }) {
  const inSchema = { catalog, schema, name: schema };
  const future = [.../* @__PURE__ */ new Set(["TABLE", "VIEW", ...shown(resources).map(kindOf)])].toSorted();
  return [
    { privileges: ["USAGE"], on: "DATABASE", name: inSchema, role },
    { privileges: ["USAGE"], on: "SCHEMA", name: inSchema, role },
    ...shown(resources).map((r) => ({ privileges: ["SELECT"], on: kindOf(r), name: r.publicName, role })),
    ...functions(resources).map((f) => ({ privileges: ["USAGE"], ...f, role })),
    ...future.map((kind) => ({ privileges: ["SELECT"], on: `FUTURE ${kind}S IN SCHEMA`, name: inSchema, role }))
  ];
}
function functions(resources) {
  return shown(resources).flatMap(
    (r) => r.onRequest === void 0 ? [] : [{ on: "FUNCTION", name: requestName(r.publicName), parameters: r.onRequest.fields.map((f) => f.type) }]
  );
}
function writing(role, resources) {
  return shown(resources).filter((r) => r.physical.append === true).map((r) => ({ privileges: ["INSERT", "UPDATE", "DELETE"], on: "TABLE", name: r.publicName, role }));
}
function shown(resources) {
  return resources.filter((r) => r.publicName !== null);
}
function kindOf(r) {
  const kind = publicKindOf(r.served?.kind);
  if (kind === "dynamic table" || kind === "online feature table") return kind.toUpperCase();
  return r.publish === "table" || kind === "interactive table" ? "TABLE" : "VIEW";
}
var leastMinutes = 1;
var mostMinutes = 11520;
function scheduleOf(option, schedule, by) {
  const wrong = (found, expected) => by.report(diagnostic("F406", { option, found, expected }));
  if (typeof schedule === "string") {
    const seconds = parseDuration(schedule);
    const minutes = seconds === null ? 0 : seconds / 60;
    if (!Number.isInteger(minutes) || minutes < leastMinutes || minutes > mostMinutes) wrong(`'${schedule}'`, "whole minutes, 1 to 11520 ('8d')");
    return { minutes };
  }
  const fields = schedule.cron.trim().split(/\s+/);
  if (fields.length !== 5 || !fields.every((f) => /^[\dA-Za-z*,/#-]+$/.test(f)))
    wrong(`'${schedule.cron}'`, "the five fields of cron: minute, hour, day, month, weekday");
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(schedule.zone)) wrong(`the zone '${schedule.zone}'`, "a zone such as 'UTC' or 'Europe/Berlin'");
  return schedule;
}
function checkName(option, name, parts, by) {
  if (!isName(name, parts)) by.report(diagnostic("F405", { option, name }));
}

// compiler/place/serving.ts
function placeServing(r, { name, settled }) {
  if (r.wish === void 0 || settled.serving === null) return r;
  const { served } = chooseServing(r.wish, { name, ...settled.serving });
  if (served === null) throw new InternalError(`${r.address} has no kind on '${name}', which analyze refuses`);
  return withServed({ ...r, filling: servingTraits[served.kind].kept === "by materialize" ? r.filling : { by: "nothing" } }, served);
}
function withServed(r, served) {
  const { kind, refresh, lag, initialize, clusterBy, warehouse } = served;
  return {
    ...r,
    served,
    hash: { ...r.hash, shape: hashOf({ shape: r.hash.shape, kind, refresh }), meta: hashOf({ meta: r.hash.meta, lag, initialize, clusterBy, warehouse }) }
  };
}

// compiler/place/settle.ts
function settleTarget(target, values) {
  const missing = [];
  const text = (c) => {
    if (typeof c === "string") return c;
    const value = values[c.env];
    if (value === void 0) missing.push(c.env);
    return value ?? "";
  };
  const sources = Object.fromEntries(Object.entries(target.sources).map(([k, v]) => [k, text(v)]));
  const stateSchema = (target.stateSchema ?? "feat").toLowerCase();
  const settled = target.kind === "duckdb" ? {
    dialect: "duckdb",
    path: text(target.path),
    catalog: null,
    schema: (target.schema ?? "main").toLowerCase(),
    stateSchema,
    sources,
    objects: null,
    serving: null
  } : {
    dialect: "snowflake",
    path: null,
    catalog: text(target.database).toLowerCase(),
    schema: target.schema.toLowerCase(),
    stateSchema,
    sources,
    objects: target.objects ?? {},
    serving: { edition: target.edition ?? "standard", cloud: target.cloud ?? null, warehouse: text(target.warehouse) }
  };
  const diagnostics = missing.map((name) => diagnostic("F503", { name }));
  return { value: missing.length > 0 ? null : settled, diagnostics };
}

// compiler/place/source.ts
function placeSource(name, target, root) {
  const dot = name.lastIndexOf(".");
  const [group, table] = dot < 0 ? ["", name] : [name.slice(0, dot), name.slice(dot + 1)];
  const whole = target.sources[name];
  if (whole !== void 0) return isFile(whole) ? file(whole, root) : relation(whole.split("."), target);
  const mapped = target.sources[group] ?? (group === "" ? target.schema : group);
  return isFile(mapped) ? file(mapped.replaceAll("*", table), root) : relation([...mapped.split("."), table], target);
}
var fileName = /\.(parquet|csv)$/i;
function isFile(text) {
  return fileName.test(text);
}
function file(path, root) {
  const absolute = path.startsWith("/") || /^[a-z]:[\\/]/i.test(path) ? path : `${root}/${path.replace(/^\.\//, "")}`;
  return { kind: "file", path: absolute, format: fileName.exec(path)[1].toLowerCase() };
}
function relation(parts, target) {
  const [name, schema, catalog] = parts.map((p) => p.toLowerCase()).toReversed();
  return { kind: "relation", name: { catalog: catalog ?? target.catalog, schema: schema ?? target.schema, name } };
}

// compiler/place/index.ts
var mainEnvironment = "main";
function place(desired, catalog, request) {
  const { config } = catalog;
  const targetName = request.target ?? config.defaultTarget;
  const definition = config.targets[targetName];
  if (definition === void 0) {
    return {
      value: null,
      diagnostics: [diagnostic("F501", { name: targetName, known: Object.keys(config.targets), near: nearest(targetName, Object.keys(config.targets)) })]
    };
  }
  const settled = settleTarget(definition, request.values);
  if (settled.value === null) return { value: null, diagnostics: settled.diagnostics };
  const environment = request.environment ?? mainEnvironment;
  const diagnostics = [...settled.diagnostics];
  const publicSchema = schemaOf(settled.value, environment, config.environments?.schema ?? "{schema}__{env}");
  if (publicSchema === null) diagnostics.push(diagnostic("F502", { name: environment }));
  if (hasErrors(diagnostics)) return { value: null, diagnostics };
  const placement = placementOf(catalog, settled.value, { targetName, environment, publicSchema, root: request.root });
  const by = { target: targetName, settled: settled.value, placement, report: (d) => diagnostics.push(d) };
  const resources = desired.resources.map((r) => placeKept(placeServing(placed(r, placement), { name: targetName, settled: by.settled }), catalog, by));
  const isMain = environment === mainEnvironment;
  const objects = [...featureStoreTags(resources, by), ...placeObjects(resources, by, isMain)];
  const automation = placeAutomation(by, isMain);
  return { value: hasErrors(diagnostics) ? null : { project: desired.project, placement, resources, objects, automation }, diagnostics };
}
function placeKept(r, catalog, by) {
  const { featureStore, ...physical } = r.physical;
  return placeInFeatureStore(placePhysical({ ...r, physical }, by), featureStore, { catalog, by });
}
function schemaOf(target, environment, pattern) {
  if (environment === mainEnvironment) return target.schema;
  const name = environment.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
  return name === "" ? null : pattern.replace("{schema}", target.schema).replace("{env}", name);
}
function placementOf(catalog, target, at) {
  const sources = catalog.sources.map((s) => [s.address, s.query !== null ? { kind: "query" } : placeSource(s.name, target, at.root)]);
  return {
    target: at.targetName,
    environment: at.environment,
    dialect: target.dialect,
    catalog: target.catalog,
    publicSchema: at.publicSchema,
    storageSchema: `${target.stateSchema}_storage`,
    stateSchema: target.stateSchema,
    ...clonedFrom(catalog.config, target, at.environment),
    sources: Object.fromEntries(sources)
  };
}
function clonedFrom({ environments }, target, environment) {
  const from = environments?.cloneFrom;
  return from === void 0 || from === environment || target.objects === null ? {} : { cloneFrom: from };
}
function placed(r, { catalog, publicSchema }) {
  return { ...r, publicName: r.name === null ? null : { catalog, schema: publicSchema, name: r.name.toLowerCase() } };
}

export {
  objectResource,
  settleTarget,
  mainEnvironment,
  place
};
