import {
  typeName
} from "./.run-11631-54NLZVMI.mjs";
import {
  editions,
  formatDuration,
  servingKinds,
  servingTraits,
  withArticle
} from "./.run-11631-RVSCCG2V.mjs";
import {
  shortName
} from "./.run-11631-QSF34EBB.mjs";
import {
  diagnostic
} from "./.run-11631-OFZZUDX7.mjs";

// compiler/ir/serving-choice.ts
function chooseServing(wish, target) {
  if (wish.as !== null) {
    const broken = [...brokenRules(wish.as, wish, target), ...brokenRefresh(wish.as, wish), ...tooSlow(wish.as, wish)];
    const refused = broken.some((b) => b.diagnostic.severity === "error");
    return { served: refused ? null : servedAs(wish.as, wish, target, `as declared: ${characterOf(wish.as)}`), broken };
  }
  const rejected = [];
  for (const kind of servingKinds) {
    const broken = [...brokenRules(kind, wish, target), ...brokenRefresh(kind, wish), ...tooSlow(kind, wish)];
    if (broken.length === 0) return { served: servedAs(kind, wish, target, chosenBecause(kind, rejected)), broken: [] };
    rejected.push({ kind, ...broken[0] });
  }
  const asked = [wish.latency === null ? "" : `read in ${wish.latency} ms`, `${lagText(wish.freshness)} behind`].filter((t) => t !== "").join(", ");
  const none = diagnostic("F391", { serving: wish.name, target: target.name, asked, rejected: rejected.map((r) => r.diagnostic.message) });
  return { served: null, broken: [{ member: wish.latency === null ? "freshness" : "latency", diagnostic: none, short: "" }] };
}
function chosenBecause(kind, rejected) {
  const not = rejected.map((r) => `${r.kind} (${r.short})`).join(", ");
  return `chosen: ${characterOf(kind)}${not === "" ? "" : `; not ${not}`}`;
}
function characterOf(kind) {
  const { kept, latency } = servingTraits[kind];
  const words = { "by Snowflake": "Snowflake refreshes it", "when read": "computed when it is read", "by materialize": "feat materialize fills it" };
  return `${words[kept]}, about ${msText(latency)} to read a key`;
}
function msText(ms) {
  return ms >= 1e3 ? `${ms / 1e3} s` : `${ms} ms`;
}
function servedAs(kind, wish, target, why) {
  const traits = servingTraits[kind];
  const incremental = wish.breaks.length === 0 && kind === "dynamic table";
  const full = wish.breaks[0] === void 0 ? "" : `; refreshed in full: ${wish.breaks[0].found} in '${wish.breaks[0].column}' (${wish.breaks[0].rule})`;
  return {
    kind,
    lag: traits.lag === null ? null : wish.freshness ?? traits.lag.least,
    refresh: traits.refreshModes ? wish.refresh ?? (incremental ? "incremental" : "full") : null,
    initialize: traits.initialize ? wish.initialize ?? "on create" : null,
    clusterBy: traits.cluster === "required" && wish.clusterBy.length === 0 ? wish.keys.map((k) => k.name) : wish.clusterBy,
    warehouse: traits.lag === null ? null : target.warehouse,
    why: `${why}${traits.refreshModes ? full : ""}`,
    reads: []
  };
}
function lagText(freshness) {
  return freshness === null ? "any time" : freshness === "downstream" ? "as its readers ask" : `at most ${formatDuration(freshness)}`;
}
function brokenRules(kind, wish, target) {
  return [...brokenOffer(kind, target), ...brokenShape(kind, wish), ...brokenLag(kind, wish)];
}
function brokenOffer(kind, target) {
  const { edition, clouds } = servingTraits[kind];
  const what = { kind: withArticle(kind), target: target.name };
  const found = [];
  if (editions.indexOf(target.edition) < editions.indexOf(edition))
    found.push({ member: "as", diagnostic: diagnostic("F381", { ...what, needs: edition, edition: target.edition }), short: `needs ${edition}` });
  if (clouds !== null && target.cloud !== null && !clouds.includes(target.cloud))
    found.push({ member: "as", diagnostic: diagnostic("F390", { ...what, clouds, cloud: target.cloud }), short: `not on ${target.cloud}` });
  return found;
}
function brokenShape(kind, wish) {
  const traits = servingTraits[kind];
  const what = withArticle(kind);
  const found = [];
  const broken = (member, d, short) => void found.push({ member, diagnostic: d, short });
  const [first, second] = wish.views;
  if (traits.oneTable && first !== void 0 && second !== void 0) {
    const other = { first: shortName(first.view), second: shortName(second.view), feature: second.feature };
    broken("features", diagnostic("F382", { kind: what, serving: wish.name, ...other }), `would join ${other.second}`);
  }
  const key = traits.needsKey ? unfitKey(wish) : null;
  if (key !== null) broken("entity", diagnostic("F385", { kind: what, entity: wish.entity, found: key }), `${wish.entity} ${key}`);
  const clusters = (found2, rule) => broken("clusterBy", diagnostic("F387", { kind: what, found: found2, rule }), rule);
  if (wish.clusterBy.length > 0 && traits.cluster === "none") clusters(`cluster keys (${wish.clusterBy.join(", ")})`, "takes none");
  if (wish.clusterBy.length === 0 && wish.keys.length === 0 && traits.cluster === "required") clusters("an entity without keys", "needs clusterBy");
  return found;
}
function brokenLag(kind, wish) {
  const { lag } = servingTraits[kind];
  const what = { kind: withArticle(kind), serving: wish.name };
  const at = (d, short) => [{ member: "freshness", diagnostic: d, short }];
  if (wish.freshness === "downstream") return lag?.downstream === true ? [] : at(diagnostic("F384", what), "does not follow its readers");
  if (lag === null || wish.freshness === null) return [];
  const beyond = (limit) => at(diagnostic("F383", { ...what, freshness: formatDuration(wish.freshness), limit }), `lags ${limit}`);
  if (wish.freshness < lag.least) return beyond(`at least ${formatDuration(lag.least)}`);
  return lag.most !== null && wish.freshness > lag.most ? beyond(`at most ${formatDuration(lag.most)}`) : [];
}
function unfitKey({ keys }) {
  if (keys.length === 0) return "has no keys";
  const unfit = keys.find((k) => k.type.kind === "json" || k.type.kind === "float");
  return unfit === void 0 ? null : `has the key '${unfit.name}' of type ${typeName(unfit.type)}`;
}
function brokenRefresh(kind, wish) {
  const traits = servingTraits[kind];
  const options = [
    ...wish.refresh !== null && !traits.refreshModes ? ["refresh"] : [],
    ...wish.initialize !== null && !traits.initialize ? ["initialize"] : []
  ];
  const untaken = options.map((option) => ({ member: option, diagnostic: diagnostic("F389", { kind: withArticle(kind), option }), short: `no ${option}` }));
  if (!traits.refreshModes || wish.refresh !== "incremental") return untaken;
  return [
    ...untaken,
    ...wish.breaks.map((b) => ({ member: b.column, diagnostic: diagnostic("F388", { kind: withArticle(kind), ...b }), short: `holds ${b.found}` }))
  ];
}
function tooSlow(kind, { latency, name }) {
  const takes = servingTraits[kind].latency;
  if (latency === null || takes <= latency) return [];
  return [{ member: "latency", diagnostic: diagnostic("F392", { kind: withArticle(kind), serving: name, latency, takes }), short: `about ${msText(takes)}` }];
}

export {
  chooseServing
};
