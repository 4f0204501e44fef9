// compiler/ir/scalar.ts
var aggregateNames = [
  "count",
  "countIf",
  "sum",
  "avg",
  "rate",
  "stddev",
  "variance",
  "slope",
  "volatility",
  "min",
  "max",
  "first",
  "last",
  "lastN",
  "countDistinct",
  "approxCountDistinct",
  "median",
  "percentile",
  "percentileDisc"
];
function childrenOf(node) {
  const n = node;
  switch (n.kind) {
    case "call":
      return n.args;
    case "cast":
      return [n.of];
    case "json":
      return [n.of];
    case "case":
      return [...n.arms.flat(), ...n.otherwise === null ? [] : [n.otherwise]];
    case "raw":
      return [...n.bodies.snowflake, ...n.bodies.duckdb].filter((p) => typeof p !== "string");
    default:
      return [];
  }
}
function mapLeaves(node, leaf) {
  const go = (n2) => mapLeaves(n2, leaf);
  const n = node;
  switch (n.kind) {
    case "literal":
      return n;
    case "call":
      return { ...n, args: n.args.map(go) };
    case "cast":
      return { ...n, of: go(n.of) };
    case "json":
      return { ...n, of: go(n.of) };
    case "case":
      return { ...n, arms: n.arms.map(([w, t]) => [go(w), go(t)]), otherwise: n.otherwise === null ? null : go(n.otherwise) };
    case "raw": {
      const body = (parts) => parts.map((p) => typeof p === "string" ? p : go(p));
      return { ...n, bodies: { snowflake: body(n.bodies.snowflake), duckdb: body(n.bodies.duckdb) } };
    }
    default:
      return leaf(node);
  }
}
function leavesOf(node) {
  const found = [];
  collectLeaves(node, found);
  return found;
}
function collectLeaves(node, found) {
  const n = node;
  switch (n.kind) {
    case "literal":
      return;
    case "call":
      for (const arg of n.args) collectLeaves(arg, found);
      return;
    case "cast":
    case "json":
    case "case":
    case "raw":
      for (const child of childrenOf(node)) collectLeaves(child, found);
      return;
    default:
      found.push(node);
  }
}

export {
  aggregateNames,
  childrenOf,
  mapLeaves,
  leavesOf
};
