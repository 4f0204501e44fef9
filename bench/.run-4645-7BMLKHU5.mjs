// compiler/base/near.ts
function nearest(name, candidates) {
  let best = null;
  let bestDistance = Math.floor(Math.max(name.length, 3) / 3) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
function editDistance(a, b, limit) {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      row.push(d);
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length], limit);
}

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
  shortName,
  nearest
};
