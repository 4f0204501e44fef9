import {
  brand
} from "./.run-11631-RLOR7Z6K.mjs";
import {
  topological
} from "./.run-11631-LAFSTCOQ.mjs";
import {
  address
} from "./.run-11631-QSF34EBB.mjs";
import {
  nearest
} from "./.run-11631-ZQTCH5XM.mjs";
import {
  readSource,
  spanAtLine,
  startOf
} from "./.run-11631-7NGPD6NT.mjs";
import {
  canonical
} from "./.run-11631-6HWLSQNM.mjs";
import {
  FeatError,
  diagnostic,
  hasErrors
} from "./.run-11631-OFZZUDX7.mjs";

// compiler/load/assemble.ts
function assemble(exported, declarations) {
  const groups = /* @__PURE__ */ new Map();
  for (const e of exported) {
    const group = groups.get(e.address) ?? [];
    groups.set(e.address, group);
    group.push({ exported: e, declaration: declarationOf(e, declarations.get(e.file)) });
  }
  return [...groups.values()].flatMap(declaredOf).toSorted(byPosition);
}
function spanOf(file, note) {
  if (!note) return startOf(file);
  const [start, end, line, column] = note.at;
  return { file, start, end, line, column };
}
function byPosition(a, b) {
  const [x, y] = [a.span, b.span];
  if (x === null || y === null || x.file === y.file) return (x?.start ?? 0) - (y?.start ?? 0);
  return x.file < y.file ? -1 : 1;
}
function declarationOf(e, declarations) {
  const whole = declarations?.[e.name] ?? null;
  if (e.member === null || whole === null) return whole;
  const entry = whole.entries?.[e.member];
  if (entry !== void 0 && (entry.called ?? e.definition.name) === e.definition.name) return entry;
  return { ...whole, description: null, members: {} };
}
function declaredOf(occurrences) {
  const best = occurrences.length === 1 ? occurrences : distinct(occurrences);
  return best.flatMap((o, i) => {
    if (best.some((other, j) => i !== j && extendsView(other.exported.definition, o.exported.definition))) return [];
    const origins = best.filter((other, j) => i !== j && extendsView(o.exported.definition, other.exported.definition));
    return merged([...origins, o]);
  });
}
function distinct(occurrences) {
  const best = /* @__PURE__ */ new Map();
  for (const o of occurrences) {
    const content = canonical(o.exported.definition);
    const other = best.get(content);
    if (other === void 0 || rank(o) > rank(other)) best.set(content, o);
  }
  return [...best.values()];
}
function rank({ exported, declaration }) {
  return (declaration === null ? 0 : declaration.direct ? 16 : 8) + (exported.member === null ? 2 : 0) + (exported.name === "default" ? 0 : 1);
}
function extendsView(a, b) {
  if (a.kind !== "view" || b.kind !== "view" || a.features.length <= b.features.length) return false;
  return canonical({ ...a, features: a.features.slice(0, b.features.length) }) === canonical(b);
}
function merged(occurrences) {
  const { exported, declaration } = occurrences.at(-1);
  const described2 = occurrences.findLast((o) => o.declaration !== null && o.declaration.description !== null);
  return {
    address: exported.address,
    definition: exported.definition,
    span: spanOf(exported.file, declaration),
    description: described2?.declaration?.description ?? null,
    members: membersOf(occurrences)
  };
}
function membersOf(occurrences) {
  const members = {};
  for (const { exported, declaration } of occurrences) {
    const notes = declaration?.members ?? {};
    for (const name of Object.keys(notes)) members[name] = { span: spanOf(exported.file, notes[name]), description: notes[name].description };
  }
  return members;
}

// compiler/load/bundle.ts
import { build, buildSync } from "esbuild";

// compiler/load/build-diagnostics.ts
import { existsSync, readdirSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join } from "node:path";
var unresolved = /^Could not resolve "(.*)"$/;
var noExport = /^No matching export in "(.*)" for import "(.*)"$/;
var undefinedImport = /^Import "(.*)" will always be undefined because there is no matching export in "(.*)"$/;
function buildDiagnostics(root, messages) {
  return messages.map((m) => explained(root, m.text, m.location === null ? null : spanOf2(root, m.location)));
}
function explained(root, text, span) {
  const path = unresolved.exec(text)?.[1];
  if (path !== void 0 && isBuiltin(path)) return diagnostic("F112", { module: path }, { span });
  if (path !== void 0) return diagnostic("F111", { path, near: nearPath(root, path, span) }, { span });
  const [, module, name] = noExport.exec(text) ?? [];
  if (module !== void 0 && name !== void 0) return missingExport(root, module, name, span);
  const [, read, from] = undefinedImport.exec(text) ?? [];
  if (read !== void 0 && from !== void 0) return missingExport(root, from, read, span);
  return diagnostic("F110", { problem: text }, { span });
}
function nearPath(root, path, span) {
  if (span === null || !path.startsWith(".")) return null;
  const folder = join(root, dirname(span.file), dirname(path));
  const near = nearest(basename(path), existsSync(folder) ? readdirSync(folder) : []);
  return near === null ? null : `${path.slice(0, path.lastIndexOf("/") + 1)}${near}`;
}
function missingExport(root, module, name, span) {
  const exported = [...(readSource(root, module) ?? "").matchAll(/export\s+(?:const|let|var|function|class)\s+([\w$]+)/g)].map((m) => m[1]);
  return diagnostic("F114", { module, name, near: nearest(name, exported) }, { span });
}
function spanOf2(root, at) {
  const bytes = Buffer.from(at.lineText);
  const column = bytes.subarray(0, at.column).toString().length + 1;
  const length = bytes.subarray(at.column, at.column + at.length).toString().length;
  return spanAtLine(at.file, readSource(root, at.file) ?? "", at.line, column, length);
}

// compiler/load/bundle.ts
var bundleFile = "featplan.bundle.js";
var entriesFile = "featplan.entries";
function exportName(index) {
  return `m${index}`;
}
async function bundle(root, entries) {
  try {
    const result = await build({ ...options(root, entries), write: false, metafile: true });
    const diagnostics = buildDiagnostics(root, result.warnings.filter(isMistake));
    return { bundle: { code: output(result, bundleFile), map: () => sourceMap(root, entries), imports: importsOf(result) }, diagnostics };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { bundle: null, diagnostics: buildDiagnostics(root, [...error.errors, ...error.warnings.filter(isMistake)]) };
  }
}
function sourceMap(root, entries) {
  return output(buildSync({ ...options(root, entries), write: false, sourcemap: "external", sourcesContent: false }), `${bundleFile}.map`);
}
function options(root, entries) {
  const contents = entries.map((file, i) => `export * as ${exportName(i)} from ${JSON.stringify(`./${file}`)}`).join("\n");
  return {
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, sourcefile: entriesFile },
    outfile: bundleFile,
    bundle: true,
    format: "cjs",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2023",
    // Lowered to functions of the bundle, so that each use meets the guard of Promise.
    supported: { "async-await": false, "async-generator": false, "for-await": false, "dynamic-import": false },
    external: ["featplan"],
    define: { "process.env.NODE_ENV": '"production"' },
    // Less for V8 to read.
    minifyWhitespace: true,
    charset: "utf8",
    legalComments: "none",
    tsconfigRaw: "{}",
    logLevel: "silent",
    logLimit: 0
  };
}
function isMistake(warning) {
  return warning.id === "import-is-undefined";
}
function isFailure(error) {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}
function output(result, name) {
  return result.outputFiles?.find((f) => f.path.endsWith(name))?.text ?? "";
}
function importsOf(result) {
  const inputs = Object.entries(result.metafile?.inputs ?? {}).filter(([file]) => file !== entriesFile);
  return new Map(inputs.map(([file, input]) => [file, input.imports.filter((i) => i.external !== true).map((i) => ({ file: i.path, path: i.original ?? i.path }))]));
}

// compiler/load/plain.ts
var maxDepth = 200;
function checkPlain(value, name, span) {
  const keys = [];
  const found = firstOther(value, keys, 0);
  if (found === null) return [];
  const path = keys.toReversed().map((key) => /^\d+$/.test(key) ? `[${key}]` : `.${key}`).join("");
  return [diagnostic("F130", { path: `${name}${path}`, found }, { span })];
}
function isRecord(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function firstOther(value, keys, depth) {
  if (typeof value !== "object") return isScalar(value) ? null : described(value);
  if (value === null) return null;
  if (depth > maxDepth) return "a value that contains itself";
  if (!Array.isArray(value) && !isRecord(value)) return described(value);
  for (const key of Object.keys(value)) {
    const found = firstOther(value[key], keys, depth + 1);
    if (found !== null) {
      if (depth < 10) keys.push(key);
      return found;
    }
  }
  return null;
}
function isScalar(value) {
  return value === void 0 || typeof value === "string" || typeof value === "boolean" || typeof value === "number" && Number.isFinite(value);
}
function described(value) {
  if (typeof value === "number") return String(value);
  return typeof value === "object" && value !== null ? `an object of class ${value.constructor.name}` : `a ${typeof value}`;
}

// compiler/load/collect.ts
var kinds = ["entity", "source", "view", "store", "serving", "dataset", "model", "monitor"];
function exportedDefinitions(entries, config, exports, where) {
  const diagnostics = [];
  const seen = /* @__PURE__ */ new Set();
  const exported = [];
  for (const [i, file] of entries.entries()) {
    if (file === config) continue;
    for (const { name, member, value } of branded(exports[exportName(i)])) {
      if (!kinds.includes(String(value["kind"]))) continue;
      if (!seen.has(value)) diagnostics.push(...checkPlain(value, member === null ? name : `${name}.${member}`, where(file, name)));
      seen.add(value);
      const definition = value;
      exported.push({ address: address(definition.kind, definition.name), definition, file, name, member });
    }
  }
  return { exported, diagnostics };
}
function exportedConfig(file, namespace, where) {
  const configs = new Map([...branded(namespace)].filter((b) => b.value["kind"] === "config").map((b) => [b.value, b.name]));
  const span = startOf(file);
  if (configs.size === 0) return { value: null, diagnostics: [diagnostic("F102", { file }, { span })] };
  if (configs.size > 1) return { value: null, diagnostics: [diagnostic("F103", { file, names: [...configs.values()] }, { span })] };
  const [[config, name]] = [...configs];
  const diagnostics = checkPlain(config, name, where(file, name));
  return { value: diagnostics.length === 0 ? { config, name } : null, diagnostics };
}
function checkTarget(config) {
  const targets = Object.keys(config.targets);
  if (targets.includes(config.defaultTarget)) return [];
  return [diagnostic("F105", { name: config.defaultTarget, near: nearest(config.defaultTarget, targets), targets })];
}
function* branded(namespace) {
  for (const [name, value] of Object.entries(namespace ?? {})) {
    if (isBranded(value)) yield { name, member: null, value };
    else if (Array.isArray(value) || isRecord(value)) {
      for (const [member, inner] of Object.entries(value)) if (isBranded(inner)) yield { name, member, value: inner };
    }
  }
}
function isBranded(value) {
  return typeof value === "object" && value !== null && brand in value;
}

// compiler/load/cycles.ts
function importCycles(root, imports) {
  const own = [...imports.keys()].filter(isOwn).toSorted();
  const { cycles } = topological(own, (file) => (imports.get(file) ?? []).map((i) => i.file));
  return cycles.map((loop) => diagnostic("F113", { loop }, { span: importSpan(root, imports, loop.at(-2), loop.at(-1)) }));
}
function isOwn(file) {
  return !file.includes("node_modules/");
}
function importSpan(root, imports, from, to) {
  const path = imports.get(from)?.find((i) => i.file === to)?.path ?? to;
  const text = readSource(root, from) ?? "";
  const at = [`'${path}'`, `"${path}"`].map((quoted) => text.indexOf(quoted)).find((i) => i >= 0);
  if (at === void 0) return startOf(from);
  const before = text.slice(0, at);
  return spanAtLine(from, text, before.split("\n").length, at - before.lastIndexOf("\n"), path.length + 2);
}

// compiler/load/run.ts
import { types } from "node:util";
import { Script, createContext } from "node:vm";

// compiler/load/guards.ts
import { runInContext } from "node:vm";
var absent = {
  performance: "F120",
  crypto: "F121",
  process: "F122",
  Buffer: "F122",
  navigator: "F122",
  __dirname: "F122",
  __filename: "F122",
  global: "F122",
  window: "F122",
  document: "F122",
  fetch: "F123",
  XMLHttpRequest: "F123",
  WebSocket: "F123",
  EventSource: "F123",
  setTimeout: "F124",
  setInterval: "F124",
  setImmediate: "F124",
  queueMicrotask: "F124",
  clearTimeout: "F124",
  clearInterval: "F124"
};
var guarded = { Date: "F120", Intl: "F122", Promise: "F124" };
var harmless = /* @__PURE__ */ new Set(["Date.UTC", "Date.prototype", "Promise.prototype"]);
function absentGlobal(name) {
  return absent[name] ?? null;
}
function installGuards(context, guards) {
  const realm = runInContext("Error.stackTraceLimit = 50; globalThis", context);
  for (const [name, code] of Object.entries(guarded)) realm[name] = guard(realm[name], name, (what) => guards.refuse(code, what));
  Object.assign(realm["Math"], { random: () => guards.refuse("F121", "Math.random()") });
  const print = (...values) => guards.print(values.map(shown).join(" "));
  realm["console"] = new Proxy({}, { get: () => print });
}
function guard(target, name, refuse2) {
  return new Proxy(target, {
    apply: () => refuse2(`${name}()`),
    construct: () => refuse2(`new ${name}()`),
    get: (of, key) => typeof key === "symbol" || harmless.has(`${name}.${key}`) ? Reflect.get(of, key) : refuse2(`${name}.${key}`)
  });
}
function shown(value) {
  return typeof value === "string" ? value : JSON.stringify(value) ?? String(value);
}

// compiler/load/locate.ts
import { SourceMap } from "node:module";
var frame = new RegExp(`${bundleFile.replaceAll(".", "\\.")}:(\\d+):(\\d+)`);
function locator(root, bundle2) {
  let map = null;
  return (stack) => {
    map ??= new SourceMap(JSON.parse(bundle2.map()));
    const spans = [];
    for (const line of stack.split("\n")) {
      const [, row, column] = frame.exec(line) ?? [];
      const span = row === void 0 ? null : original(root, map, Number(row) - 1, Number(column) - 1);
      if (span !== null) spans.push(span);
    }
    return spans.find((s) => isOwn(s.file)) ?? spans[0] ?? null;
  };
}
function original(root, map, row, column) {
  const entry = map.findEntry(row, column);
  if (!("originalSource" in entry) || typeof entry.originalSource !== "string") return null;
  const file = decodeURI(entry.originalSource);
  const text = file.endsWith(entriesFile) ? null : readSource(root, file);
  if (text === null) return null;
  const at = spanAtLine(file, text, entry.originalLine + 1, entry.originalColumn + 1, 0);
  const left = /([\w$]+\.)*$/.exec(text.slice(at.start - at.column + 1, at.start))[0].length;
  const right = /^([\w$]+(\.[\w$]+)*|=>|.)/.exec(text.slice(at.start))?.[0].length ?? 0;
  return { ...at, start: at.start - left, end: at.start + right, column: at.column - left };
}

// compiler/load/run.ts
var Refused = class extends Error {
};
var seconds = 20;
function runBundle(root, bundle2, language, limit = seconds) {
  const run = { language, locate: locator(root, bundle2), found: /* @__PURE__ */ new Map() };
  const exports = evaluate(run, bundle2.code, limit);
  const diagnostics = [...run.found.values()];
  return { exports: diagnostics.some((d) => d.severity === "error") ? null : exports, diagnostics };
}
function evaluate(run, code, limit) {
  const module = { exports: {} };
  const context = guardedContext(run, module);
  try {
    new Script(`(({ module, require }) => { var exports = module.exports;
${code}
})(featplan)`, { filename: bundleFile, lineOffset: -1 }).runInContext(
      context,
      { timeout: limit * 1e3, displayErrors: false }
    );
    return module.exports;
  } catch (error) {
    if (!(error instanceof Refused)) for (const d of thrown(run, error, limit)) record(run, d);
    return null;
  }
}
function guardedContext(run, module) {
  const context = createContext({ featplan: { module, require: requirer(run) } }, { codeGeneration: { strings: false, wasm: false } });
  installGuards(context, {
    refuse: (code, what) => refuse(run, diagnostic(code, { what }, { span: here(run) })),
    print: (text) => record(run, diagnostic("F128", { text }, { span: here(run) }))
  });
  return context;
}
function requirer(run) {
  const unknown = new Proxy(
    {},
    {
      get: (of, key) => {
        if (typeof key === "symbol" || key === "__esModule" || key === "default") return Reflect.get(of, key);
        return refuse(run, diagnostic("F114", { module: "featplan", name: key, near: nearest(key, Object.keys(run.language)) }, { span: here(run) }));
      }
    }
  );
  const language = Object.assign(Object.create(unknown), run.language);
  return (path) => path === "featplan" ? language : refuse(run, diagnostic("F111", { path, near: null }, { span: here(run) }));
}
function here(run) {
  return run.locate(new Error().stack ?? "");
}
function refuse(run, found) {
  record(run, found);
  throw new Refused(found.message);
}
function record(run, found) {
  run.found.set([found.code, found.span?.file, found.span?.start, found.message].join("\n"), found);
}
function thrown(run, error, limit) {
  if (isTimeout(error)) return [diagnostic("F127", { seconds: limit })];
  const span = types.isNativeError(error) ? run.locate(error.stack ?? "") : null;
  if (error instanceof FeatError) return error.diagnostics.map((d) => ({ ...d, span: d.span ?? span }));
  if (!types.isNativeError(error)) return [diagnostic("F126", { error: String(error) }, { span })];
  if (error.name === "EvalError") return [diagnostic("F125", { what: "eval or new Function" }, { span })];
  const name = error.name === "ReferenceError" ? /^([\w$]+) is not defined$/.exec(error.message)?.[1] : void 0;
  const code = name === void 0 ? null : absentGlobal(name);
  if (name !== void 0 && code !== null) return [diagnostic(code, { what: name }, { span })];
  return [diagnostic("F126", { error: `${error.name}: ${error.message}` }, { span })];
}
function isTimeout(error) {
  return types.isNativeError(error) && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

// compiler/load/entries.ts
async function loadEntries({ root, entries, config, sources, language: given }) {
  const bundling = bundle(root, entries);
  const declarations = await parseFiles(entries, sources);
  const [language, bundled] = await Promise.all([given.load(), bundling]);
  const imports = bundled.bundle?.imports ?? /* @__PURE__ */ new Map();
  const failed = (diagnostics) => ({ entries: null, diagnostics, imports });
  if (bundled.bundle === null || hasErrors(bundled.diagnostics)) return failed(bundled.diagnostics);
  const cycles = importCycles(root, imports);
  if (cycles.length > 0) return failed(cycles);
  const run = runBundle(root, bundled.bundle, language);
  if (run.exports === null) return failed(run.diagnostics);
  const { exported, diagnostics: wrong } = exportedDefinitions(entries, config, run.exports, placeIn(declarations));
  const definitions = assemble(exported, declarations);
  const exportedBy = /* @__PURE__ */ new Map();
  for (const e of exported) exportedBy.set(e.address, [...exportedBy.get(e.address) ?? [], e.file]);
  return { entries: { exports: run.exports, declarations, definitions, exportedBy, printed: run.diagnostics, wrong }, diagnostics: [], imports };
}
function placeIn(declarations) {
  return (file, name) => spanOf(file, declarations.get(file)?.[name]);
}
async function parseFiles(entries, sources) {
  const { parseDeclarations } = await import("./.run-11631-IAJROMEY.mjs");
  return new Map(entries.flatMap((file) => sources.get(file) ?? []).map(({ file, text }) => [file, parseDeclarations(file, text)]));
}

export {
  spanOf,
  exportName,
  exportedConfig,
  checkTarget,
  loadEntries,
  placeIn
};
