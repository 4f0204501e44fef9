// compiler/base/duration.ts
var unitSeconds = { s: 1, m: 60, h: 3600, d: 86400 };
var pattern = /^(\d+)([smhd])$/;
var day = 86400;
function parseDuration(text) {
  const match = typeof text === "string" ? pattern.exec(text) : null;
  if (match === null) return null;
  const seconds = Number(match[1]) * unitSeconds[match[2]];
  return seconds > 0 && Number.isSafeInteger(seconds) ? seconds : null;
}
function formatDuration(seconds) {
  for (const unit of ["d", "h", "m"]) {
    if (seconds !== 0 && seconds % unitSeconds[unit] === 0) return `${seconds / unitSeconds[unit]}${unit}`;
  }
  return `${seconds}s`;
}

// compiler/ir/serving-kind.ts
var servingKinds = ["dynamic table", "materialized view", "view", "interactive table", "online feature table", "hybrid table"];
var editions = ["standard", "enterprise", "business critical"];
var clouds = ["aws", "azure", "gcp"];
var servingTraits = {
  "dynamic table": {
    article: "a",
    edition: "standard",
    clouds: null,
    lag: { least: 60, most: null, downstream: true },
    latency: 2e3,
    needsKey: false,
    cluster: "optional",
    oneTable: false,
    refreshModes: true,
    initialize: true,
    kept: "by Snowflake"
  },
  "materialized view": {
    article: "a",
    edition: "enterprise",
    clouds: null,
    lag: null,
    latency: 2e3,
    needsKey: false,
    cluster: "optional",
    oneTable: true,
    refreshModes: false,
    initialize: false,
    kept: "by Snowflake"
  },
  view: {
    article: "a",
    edition: "standard",
    clouds: null,
    lag: null,
    latency: 1e4,
    needsKey: false,
    cluster: "none",
    oneTable: false,
    refreshModes: false,
    initialize: false,
    kept: "when read"
  },
  "interactive table": {
    article: "an",
    edition: "standard",
    clouds: null,
    lag: { least: 60, most: null, downstream: false },
    latency: 500,
    needsKey: false,
    cluster: "required",
    oneTable: false,
    refreshModes: false,
    initialize: false,
    kept: "by Snowflake"
  },
  "online feature table": {
    article: "an",
    edition: "standard",
    clouds: null,
    lag: { least: 10, most: 8 * day, downstream: false },
    latency: 100,
    needsKey: true,
    cluster: "none",
    oneTable: false,
    refreshModes: true,
    initialize: false,
    kept: "by Snowflake"
  },
  "hybrid table": {
    article: "a",
    edition: "standard",
    clouds: ["aws", "azure"],
    lag: null,
    latency: 100,
    needsKey: true,
    cluster: "none",
    oneTable: false,
    refreshModes: false,
    initialize: false,
    kept: "by materialize"
  }
};
function withArticle(kind) {
  return `${servingTraits[kind].article} ${kind}`;
}
function publicKindOf(kind) {
  return kind === void 0 || kind === "materialized view" || kind === "hybrid table" ? "view" : kind;
}

export {
  day,
  parseDuration,
  formatDuration,
  servingKinds,
  editions,
  clouds,
  servingTraits,
  withArticle,
  publicKindOf
};
