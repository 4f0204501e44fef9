// compiler/base/hash.ts
import { hash } from "node:crypto";
function hashOf(value) {
  return hashText(canonical(value));
}
function hashText(text) {
  return hash("sha256", text, "hex").slice(0, 32);
}
function shortHash(hash2) {
  return hash2.slice(0, 8);
}
function canonical(value) {
  return JSON.stringify(ordered(value)) ?? "null";
}
function ordered(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(ordered);
  const copy = {};
  for (const key of Object.keys(value).sort()) {
    const part = ordered(value[key]);
    if (key === "__proto__") Object.defineProperty(copy, key, { value: part, enumerable: true });
    else copy[key] = part;
  }
  return copy;
}

export {
  hashOf,
  hashText,
  shortHash,
  canonical
};
