import {
  hashText
} from "./.run-11631-6HWLSQNM.mjs";

// compiler/load/json-files.ts
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
function readBytes(path) {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
function replaceFiles(folder, files) {
  try {
    mkdirSync(folder, { recursive: true });
    const temporary = mkdtempSync(join(folder, "writing-"));
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(temporary, name), content instanceof Uint8Array ? content : JSON.stringify(content));
      renameSync(join(temporary, name), join(folder, name));
    }
    for (const name of readdirSync(folder)) if (!(name in files)) rmSync(join(folder, name), { recursive: true, force: true });
  } catch {
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// compiler/load/kept-texts.ts
function readTexts(path, key) {
  const bytes = readBytes(path);
  const end = bytes?.indexOf(10) ?? -1;
  if (bytes === null || end < 0) return null;
  const first = firstLine(bytes.toString("utf8", 0, end));
  if (first === null || first.key !== key || first.sizes.reduce((sum, size) => sum + size, end + 1) !== bytes.length) return null;
  const texts = [];
  let at = end + 1;
  for (const size of first.sizes) texts.push(bytes.subarray(at, at += size));
  return { head: first.head, texts };
}
function firstLine(text) {
  try {
    const found = JSON.parse(text);
    return isRecord(found) && isRecord(found["head"]) && Array.isArray(found["sizes"]) ? found : null;
  } catch {
    return null;
  }
}
function textsFile(key, { head, texts }) {
  const first = { key, head, sizes: texts.map((t) => t.length) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(first)}
`), ...texts]);
}
function textOf(value) {
  return Buffer.from(JSON.stringify(value));
}
function valueOf(text) {
  return JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString());
}

// compiler/load/cache.ts
import { join as join2 } from "node:path";
function keptDefinition(declared, exportedBy) {
  const text = textOf(declared);
  const { address, span } = declared;
  return { address, hash: hashText(text), span: [span?.file ?? "", span?.start ?? 0], exportedBy, text };
}
var noCache = { readExtras: () => [], readLoad: () => null, write: () => void 0 };
var extrasFile = "extras.json";
var definitionsFile = "definitions.texts";
function openCache(cacheDir, version) {
  if (cacheDir === null) return noCache;
  const folder = join2(cacheDir, "load");
  return {
    readExtras: () => {
      const extras = readJson(join2(folder, extrasFile));
      return Array.isArray(extras) ? extras.filter((e) => typeof e === "string") : [];
    },
    readLoad: () => readLoad(folder, version),
    write: (extras, load) => replaceFiles(folder, { ...load === null ? {} : { [definitionsFile]: fileOf(load, version) }, [extrasFile]: extras })
  };
}
function readLoad(folder, version) {
  const kept = readTexts(join2(folder, definitionsFile), version);
  return kept === null ? null : { ...kept.head, definitions: kept.head.definitions.map((d, i) => ({ ...d, text: kept.texts[i] })) };
}
function fileOf(load, version) {
  const head = { ...load, definitions: load.definitions.map(({ address, hash, span, exportedBy }) => ({ address, hash, span, exportedBy })) };
  return textsFile(version, { head, texts: load.definitions.map((d) => d.text) });
}

export {
  replaceFiles,
  readTexts,
  textsFile,
  textOf,
  valueOf,
  keptDefinition,
  openCache
};
