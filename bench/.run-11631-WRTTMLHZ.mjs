import {
  keptDefinition,
  openCache,
  readTexts,
  replaceFiles,
  textsFile,
  valueOf
} from "./.run-11631-BG43EUYV.mjs";
import {
  discover,
  entryFiles
} from "./.run-11631-JWFU5TJH.mjs";
import {
  areSame,
  readSources
} from "./.run-11631-7NGPD6NT.mjs";
import {
  hashOf
} from "./.run-11631-6HWLSQNM.mjs";
import {
  hasErrors
} from "./.run-11631-OFZZUDX7.mjs";
import {
  define_builtLayers_default
} from "./.run-11631-B3LYZAGP.mjs";

// compiler/load/index.ts
import { realpathSync } from "node:fs";
import { resolve } from "node:path";

// compiler/base/made-when-asked.ts
function madeWhenAsked(there, others, make) {
  let made = null;
  const getters = Object.keys(others).map((name) => [name, { enumerable: true, get: () => (made ??= make())[name] }]);
  return Object.defineProperties({ ...there }, Object.fromEntries(getters));
}

// compiler/load/language.ts
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
var language = { load: () => import("./.run-11631-UB6CQNEA.mjs"), version: () => toolVersion(["base", "ir", "dsl", "load"]) };
function toolVersion(layers) {
  const built = typeof define_builtLayers_default === "undefined" ? null : define_builtLayers_default;
  return hashOf(layers.map((layer) => [layer, built === null ? layerHash(layer) : built[layer]]));
}
function layerHash(layer) {
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), layer);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return hashOf([...readSources(folder, files.toSorted()).values()].map((s) => [s.file, s.hash]));
}

// compiler/load/kept.ts
import { join as join2 } from "node:path";
function openKept(cacheDir, name, layers) {
  if (cacheDir === null) return { read: () => null, write: () => void 0 };
  const folder = join2(cacheDir, name);
  const file = `${name}.texts`;
  const version = toolVersion(layers);
  return {
    read: () => readTexts(join2(folder, file), version),
    write: (value) => replaceFiles(folder, { [file]: textsFile(version, value) })
  };
}

// compiler/load/index.ts
var manifest = "package.json";
async function loadProject(options, language2 = language) {
  const root = realpath(options.root);
  const { found, diagnostics } = discover(root, options.config);
  const version = hashOf([language2.version(), found.config]);
  const cache = openCache(options.cacheDir, version);
  const entries = entryFiles(found);
  const sources = readSources(root, [...entries, manifest, ...cache.readExtras()]);
  const kept = hasErrors(diagnostics) ? null : cache.readLoad();
  const changed = kept === null ? null : changedSince(kept, sources);
  if (kept !== null && changed?.length === 0) return { value: loaded(kept, version), diagnostics: kept.diagnostics };
  if (kept !== null && changed !== null) {
    const { loadAgain } = await import("./.run-11631-R2RLCT6Y.mjs");
    const again = await loadAgain({ root, kept, changed, entries, config: found.config, sources, language: language2 });
    if (again !== null) {
      const load = { ...kept, ...again };
      cache.write(extrasOf(entries, Object.keys(load.imports)), load);
      return { value: loaded(load, version), diagnostics: load.diagnostics };
    }
  }
  return fresh({ root, found, version, sources, language: language2, before: diagnostics, write: cache.write });
}
async function fresh({ root, found, version, sources, language: language2, before, write }) {
  const { loadFresh } = await import("./.run-11631-VHPDM6IZ.mjs");
  const { loaded: made, diagnostics, imports } = await loadFresh({ root, found, sources, language: language2 });
  const all = [...before, ...diagnostics];
  if (made === null || hasErrors(all)) return { value: null, diagnostics: all };
  const entries = entryFiles(found);
  const extras = extrasOf(entries, [...imports.keys()]);
  const read = readSources(root, [...entries, ...extras]);
  const load = {
    config: made.config,
    configSpan: made.configSpan,
    diagnostics: all,
    files: [...read.values()].map((s) => [s.file, s.hash]),
    imports: Object.fromEntries([...imports].map(([file, of]) => [file, of.map((i) => i.file)])),
    definitions: made.definitions.map((d) => keptDefinition(d, made.exportedBy.get(d.address)))
  };
  write(extras, areSame(read, sources) ? load : null);
  return { value: loaded(load, version, made.definitions), diagnostics: all };
}
function realpath(root) {
  try {
    return realpathSync(root);
  } catch {
    return resolve(root);
  }
}
function changedSince(kept, sources) {
  if (kept.files.length !== sources.size || !kept.files.every(([file]) => sources.has(file))) return null;
  const changed = kept.files.filter(([file, hash]) => sources.get(file).hash !== hash).map(([file]) => file);
  return changed.includes(manifest) ? null : changed;
}
function loaded({ config, configSpan, files, definitions: kept }, version, made) {
  const head = { config, configSpan, contentHash: hashOf([version, files]) };
  const read = (texts) => ({ definitions: texts.map((d) => valueOf(d.text)) });
  const identities = kept.map((d) => [d.address, d.hash]);
  const part = (wanted) => ({ ...head, ...read(kept.filter((d) => wanted(d.address))) });
  return madeWhenAsked({ ...head, identities, part }, { definitions: 0 }, () => made === void 0 ? read(kept) : { definitions: made });
}
function extrasOf(entries, read) {
  const known = new Set(entries);
  return [manifest, ...read.filter((file) => !known.has(file)).toSorted()];
}

export {
  madeWhenAsked,
  openKept,
  loadProject
};
