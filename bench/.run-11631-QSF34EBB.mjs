// compiler/base/address.ts
var addressKinds = [
  "entity",
  "source",
  "view",
  "feature",
  "store",
  "serving",
  "dataset",
  "model",
  "monitor",
  "schema",
  "tiles",
  "captures",
  "registry",
  "report",
  "test",
  "procedure",
  "tag",
  "warehouse",
  "grants",
  "task",
  "alert",
  "measures"
];
var versionSuffix = /^(.*)@(\d+)$/;
function parseAddress(text) {
  const dot = text.indexOf(".");
  if (dot < 0) return null;
  const kind = addressKinds.find((k) => k === text.slice(0, dot));
  const rest = text.slice(dot + 1);
  if (kind === void 0 || rest === "") return null;
  const versioned = kind === "feature" ? versionSuffix.exec(rest) : null;
  return versioned ? { kind, name: versioned[1], version: Number(versioned[2]) } : { kind, name: rest, version: null };
}
function formatAddress(a) {
  return `${a.kind}.${a.name}${a.version === null ? "" : `@${a.version}`}`;
}
function address(kind, name) {
  return `${kind}.${name}`;
}
function featureAddress(entity, feature, version = null) {
  return formatAddress({ kind: "feature", name: `${entity}.${feature}`, version });
}
function shortName(a) {
  const parsed = parseAddress(a);
  if (parsed === null) return a;
  return parsed.kind === "feature" ? parsed.name.slice(parsed.name.indexOf(".") + 1) : parsed.name;
}

export {
  parseAddress,
  formatAddress,
  address,
  featureAddress,
  shortName
};
