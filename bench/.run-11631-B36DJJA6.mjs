import {
  analyze
} from "./.run-11631-SORYATMH.mjs";
import {
  lower,
  sealed
} from "./.run-11631-CM6XSXNZ.mjs";
import "./.run-11631-US5INWMG.mjs";
import "./.run-11631-TVGWGQNI.mjs";
import "./.run-11631-X5LDZ6U6.mjs";
import "./.run-11631-54NLZVMI.mjs";
import "./.run-11631-RVSCCG2V.mjs";
import "./.run-11631-LAFSTCOQ.mjs";
import {
  parseAddress
} from "./.run-11631-QSF34EBB.mjs";
import "./.run-11631-ZQTCH5XM.mjs";
import {
  madeWhenAsked,
  openKept
} from "./.run-11631-WRTTMLHZ.mjs";
import {
  textOf,
  valueOf
} from "./.run-11631-BG43EUYV.mjs";
import "./.run-11631-JWFU5TJH.mjs";
import "./.run-11631-7NGPD6NT.mjs";
import {
  hashOf
} from "./.run-11631-6HWLSQNM.mjs";
import {
  hasErrors
} from "./.run-11631-OFZZUDX7.mjs";
import "./.run-11631-B3ADFSEE.mjs";
import "./.run-11631-B3LYZAGP.mjs";

// compiler/reuse/kept-compile.ts
function openKeptCompile(cacheDir, project) {
  const kept = openKept(cacheDir, "compiled", ["base", "ir", "analyze", "lower", "reuse"]);
  const config = hashOf(project.config);
  const textsOf = /* @__PURE__ */ new WeakMap();
  return {
    read: () => {
      const found = kept.read();
      if (found === null || found.head.config !== config) return null;
      const resources = found.texts.map((text) => {
        const resource = valueOf(text);
        textsOf.set(resource, text);
        return resource;
      });
      return { ...found.head, resources };
    },
    write: ({ resources, ...head }) => kept.write({ head: { ...head, config }, texts: resources.map((r) => textsOf.get(r) ?? textOf(r)) })
  };
}

// compiler/reuse/parts.ts
function lowerPart(project, definitions) {
  const part = project.part((of) => definitions.has(of) || everywhere.has(parseAddress(of)?.kind ?? ""));
  const { value, diagnostics } = analyze(part);
  return value === null || hasErrors(diagnostics) || diagnostics.length > 0 ? null : lower(value);
}
var everywhere = /* @__PURE__ */ new Set(["entity", "source"]);
function aroundParts(project, resources, whole) {
  const byAddress = new Map(resources.map((r) => [r.address, r]));
  const made = [];
  return (of, columns) => {
    const definitions = definitionsBelow(byAddress, of, columns);
    if (definitions === null || definitions.size > byAddress.size / 4) return whole();
    const before = made.find((p) => [...definitions].every((d) => p.definitions.has(d)));
    if (before !== void 0) return before.lowered;
    const lowered = lowerPart(project, definitions);
    if (lowered === null) return whole();
    made.push({ definitions, lowered });
    return lowered;
  };
}
function definitionsBelow(resources, of, columns) {
  const resource = resources.get(of);
  switch (resource?.kind) {
    case "view":
    case "store":
    case "serving":
      return withViewsRead(resources, [of]);
    case "tiles":
      return withViewsRead(resources, viewsOfColumns(resources, resource, columns ?? resource.columns.map((c) => c.name)));
    case "captures":
      return withViewsRead(resources, resource.causes.slice(0, 1));
    default:
      return null;
  }
}
function viewsOfColumns(resources, tiles, columns) {
  const missing = new Set(columns);
  return tiles.causes.filter((view) => {
    const used = resources.get(view)?.uses.find((u) => u.on === tiles.address)?.columns ?? [];
    return used.reduce((some, c) => missing.delete(c) || some, false);
  });
}
function withViewsRead(resources, of) {
  const found = /* @__PURE__ */ new Set();
  const add = (address) => {
    if (found.has(address)) return;
    found.add(address);
    for (const { on } of resources.get(address)?.uses ?? []) if (resources.get(on)?.kind === "view") add(on);
  };
  for (const address of of) add(address);
  return found;
}

// compiler/reuse/renames.ts
function renames(d) {
  if (d.options.renamedFrom !== void 0) return true;
  const columns = d.kind === "entity" ? d.keys : d.kind === "source" ? d.columns : {};
  if (Object.values(columns).some((c) => c.renamedFrom !== null)) return true;
  const features = d.kind === "view" ? d.features : [];
  return features.some((f) => [f.meta, ...Object.values(f.versionMeta ?? {})].some((m) => m.renamedFrom !== void 0));
}

// compiler/reuse/recompile.ts
function recompile(project, kept) {
  const changed = changedViews(project, kept);
  if (changed === null) return null;
  const before = new Map(kept.resources.map((r) => [r.address, r]));
  const affected = readersOf(changed, kept.resources);
  if (kept.resources.some((r) => !recombined.has(r.kind) && touches(r, affected))) return null;
  const lowered = lowerPart(project, withViewsRead(before, [...affected]));
  if (lowered === null || !hasNamesOfItsOwn(project, kept, changed)) return null;
  const after = new Map(lowered.desired.resources.map((r) => [r.address, r]));
  if (![...affected].every((view) => readsTheSame(before.get(view), after.get(view)))) return null;
  return kept.resources.map((r) => {
    if (affected.has(r.address)) return after.get(r.address);
    return r.kind === "tiles" && r.causes.some((v) => affected.has(v)) ? tilesOf(r, after.get(r.address), { kept: kept.resources, affected, after }) : r;
  });
}
var recombined = /* @__PURE__ */ new Set(["view", "tiles", "captures"]);
function changedViews(project, kept) {
  if (kept.identities.length !== project.identities.length) return null;
  const changed = [];
  for (const [i, [of, hash]] of project.identities.entries()) {
    const [was, before] = kept.identities[i];
    if (was !== of) return null;
    if (hash === before) continue;
    if (parseAddress(of)?.kind !== "view") return null;
    changed.push(of);
  }
  return changed;
}
function readersOf(views, resources) {
  const found = new Set(views);
  for (const r of resources) if (r.kind === "view" && r.uses.some((u) => found.has(u.on))) found.add(r.address);
  return found;
}
function touches(r, views) {
  return r.uses.some((u) => views.has(u.on)) || r.causes.some((c) => views.has(c));
}
function readsTheSame(before, after) {
  return before !== void 0 && after !== void 0 && before.uses.map((u) => u.on).join("\n") === after.uses.map((u) => u.on).join("\n");
}
function hasNamesOfItsOwn(project, kept, changed) {
  const views = new Set(changed);
  const features = kept.resources.flatMap((r) => r.kind === "view" ? r.columns.map((c) => ({ view: r.address, name: plainName(c.of ?? "") })) : []);
  const own = new Set(features.filter((f) => views.has(f.view)).map((f) => f.name));
  const { definitions } = project.part((of) => views.has(of));
  const declared = definitions.flatMap((d) => namesIn(d.definition));
  if (definitions.some((d) => renames(d.definition))) return false;
  if (declared.every((name) => own.has(name))) return true;
  const others = new Set(features.filter((f) => !views.has(f.view)).map((f) => f.name));
  return !kept.renames && !declared.some((name) => others.has(name));
}
function namesIn(view) {
  return view.features.map((f) => plainName(`feature.${view.entity}.${f.name}`));
}
function plainName(feature) {
  return feature.toLowerCase().replace(/@.*$/, "");
}
function tilesOf(before, part, { kept, affected, after }) {
  const used = (r) => r?.uses.find((u) => u.on === before.address)?.columns ?? [];
  const byOthers = new Set(kept.flatMap((r) => r.kind === "view" && !affected.has(r.address) ? used(r) : []));
  const byAffected = new Set([...affected].flatMap((view) => used(after.get(view))));
  const columns = new Map(before.columns.filter((c) => byOthers.has(c.name)).map((c) => [c.name, c]));
  for (const c of part.columns) if (byAffected.has(c.name)) columns.set(c.name, c);
  const names = [...columns.keys()].toSorted();
  if (names.length === before.columns.length && before.columns.every((c, i) => c.name === names[i])) return before;
  const { hash: _, ...rest } = before;
  return sealed({ ...rest, columns: names.map((name) => columns.get(name)) });
}

// compiler/reuse/index.ts
function compiledBefore(project, cacheDir) {
  const keeping = openKeptCompile(cacheDir, project);
  const kept = keeping.read();
  if (kept === null) return null;
  if (isUnchanged(project, kept)) return compiledOf(project, kept);
  const resources = recompile(project, kept);
  if (resources === null) return null;
  const now = { ...kept, resources, identities: project.identities };
  keeping.write(now);
  return compiledOf(project, now);
}
function keepCompiled(project, cacheDir, { value, diagnostics }) {
  if (value === null || diagnostics.length > 0) return;
  const { desired } = value.lowered;
  openKeptCompile(cacheDir, project).write({
    identities: project.identities,
    project: desired.project,
    sources: value.catalog.sources,
    renames: project.definitions.some((d) => renames(d.definition)),
    resources: desired.resources
  });
}
function isUnchanged(project, { identities }) {
  return identities.length === project.identities.length && project.identities.every(([of, hash], i) => of === identities[i][0] && hash === identities[i][1]);
}
function compiledOf(project, { project: name, sources, resources }) {
  const catalog = madeWhenAsked({ project: name, config: project.config, sources }, catalogParts, () => analyze(project).value);
  const around = aroundParts(project, resources, () => lowered);
  const there = { desired: { project: name, resources }, sources: new Map(sources.map((s) => [s.address, s])), around };
  const lowered = madeWhenAsked(there, loweredParts, () => lower({ ...catalog }));
  return { project, catalog, lowered };
}
var catalogParts = {
  entities: 0,
  views: 0,
  features: 0,
  stores: 0,
  servings: 0,
  datasets: 0,
  models: 0,
  monitors: 0,
  lineage: 0
};
var loweredParts = {
  model: 0,
  tiles: 0,
  captures: 0,
  views: 0,
  stores: 0,
  servings: 0,
  tests: 0
};
export {
  compiledBefore,
  keepCompiled
};
