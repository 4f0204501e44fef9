import {
  hashText
} from "./.run-11631-6HWLSQNM.mjs";

// compiler/load/source.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";
function readSource(root, file) {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch {
    return null;
  }
}
function readSources(root, files) {
  const sources = /* @__PURE__ */ new Map();
  for (const file of files) {
    const text = readSource(root, file);
    if (text !== null) sources.set(file, { file, text, hash: hashText(text) });
  }
  return sources;
}
function spanAtLine(file, text, line, column, length) {
  let start = 0;
  for (let l = 1; l < line; l++) {
    const end = text.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  start += column - 1;
  return { file, start, end: start + length, line, column };
}
function startOf(file) {
  return { file, start: 0, end: 0, line: 1, column: 1 };
}
function areSame(after, before) {
  return [...after.values()].every((s) => before.get(s.file)?.hash === s.hash);
}

export {
  readSource,
  readSources,
  spanAtLine,
  startOf,
  areSame
};
