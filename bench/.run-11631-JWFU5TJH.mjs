import {
  startOf
} from "./.run-11631-7NGPD6NT.mjs";
import {
  diagnostic
} from "./.run-11631-OFZZUDX7.mjs";

// compiler/load/discover.ts
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";
var configNames = ["features.config.ts", "features.config.mts", "features.config.js", "features.config.mjs"];
var folder = "features";
var definitionFile = /\.(ts|mts|js)$/;
var otherFile = /\.(d\.ts|d\.mts|test\.ts|test\.mts|test\.js)$/;
function entryFiles(found) {
  return found.config === null ? found.features : [found.config, ...found.features];
}
function discover(root, config) {
  const diagnostics = [];
  const candidates = config === void 0 ? configNames : [config];
  const configs = candidates.filter((name) => isFile(join(root, name)));
  if (configs.length === 0) diagnostics.push(diagnostic("F100", { expected: config === void 0 ? [configNames[0]] : candidates }));
  if (configs.length > 1) diagnostics.push(diagnostic("F101", { files: configs }, { span: startOf(configs[1]) }));
  const features = listFeatures(root);
  if (features.length === 0 && configs.length > 0) diagnostics.push(diagnostic("F106", { folder }));
  return { found: { config: configs[0] ?? null, features, folder }, diagnostics };
}
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
function listFeatures(root) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((e) => (e.isFile() || e.isSymbolicLink()) && definitionFile.test(e.name) && !otherFile.test(e.name)).map(
    (e) => join(e.parentPath, e.name).slice(root.length + 1).split(sep).join("/")
  ).filter((file) => !file.includes("/node_modules/")).toSorted();
}

export {
  entryFiles,
  discover
};
