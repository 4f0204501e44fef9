import {
  flag,
  float,
  int,
  text,
  time
} from "./.run-11631-54NLZVMI.mjs";
import {
  InternalError
} from "./.run-11631-OFZZUDX7.mjs";

// compiler/base/instant.ts
var dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
var instantPattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?(?:Z|\+00:00)?)?$/;
function parseDay(text2) {
  const match = typeof text2 === "string" ? dayPattern.exec(text2) : null;
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return null;
  return daysFromCivil(year, month, day);
}
function parseInstant(text2) {
  const match = typeof text2 === "string" ? instantPattern.exec(text2) : null;
  if (match === null) return null;
  const day = parseDay(match[1]);
  const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  const two = (n) => String(n).padStart(2, "0");
  return {
    iso: `${match[1]}T${two(hour)}:${two(minute)}:${two(second)}${match[5] ?? ""}Z`,
    seconds: day * 86400 + hour * 3600 + minute * 60 + second
  };
}
function daysOfMonth(year, month) {
  if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
function daysFromCivil(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}
function isoOf(seconds) {
  const days = Math.floor(seconds / 86400);
  const rest = seconds - days * 86400;
  const [year, month, day] = civilFromDays(days);
  const two = (n) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}Z`;
}
function civilFromDays(days) {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1];
}
function secondsOf(iso) {
  const parsed = parseInstant(iso);
  if (parsed === null) throw new InternalError(`'${iso}' is no instant`);
  return parsed.seconds;
}
var originSeconds = 978307200;
function pointAt(seconds, every) {
  return originSeconds + Math.floor((seconds - originSeconds) / every) * every;
}
function pointFrom(seconds, every) {
  return originSeconds + Math.ceil((seconds - originSeconds) / every) * every;
}

// compiler/base/group.ts
function groupBy(items, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group === void 0) groups.set(k, [item]);
    else group.push(item);
  }
  return groups;
}
function unique(items) {
  return [...new Set(items)];
}

// compiler/ir/terms.ts
function field(name, of = null) {
  return { kind: "field", of, name };
}
function param(name) {
  return { kind: "param", name };
}
function literal(value, type) {
  return { kind: "literal", value, type };
}
function integer(value) {
  return literal(value, int);
}
function words(value) {
  return literal(value, text);
}
function instant(iso) {
  return literal(iso, time);
}
var yes = literal(true, flag);
function call(fn, ...args) {
  return { kind: "call", fn, args };
}
function cast(of, type) {
  return { kind: "cast", of, type, lenient: false };
}
function toFloat(of) {
  return cast(of, float);
}
function choose(when, then, otherwise = null) {
  return { kind: "case", arms: [[when, then]], otherwise };
}
function all(conditions) {
  return conditions.length === 0 ? yes : conditions.length === 1 ? conditions[0] : call("and", ...conditions);
}
function later(moment, by) {
  return by === 0 ? moment : call("timePlus", moment, integer(by));
}
function bucketOf(moment, every) {
  return call("bucket", moment, integer(every));
}
function aggregate(fn, args, filter = null) {
  return { kind: "aggregate", fn, args, filter };
}
function over(fn, args, partition, order, frame) {
  return { kind: "over", fn, args, partition, order, frame };
}
function ascending(by) {
  return { by, descending: false, nulls: "last" };
}
function descending(by) {
  return { by, descending: true, nulls: "last" };
}
function named(as2, expr) {
  return { as: as2, expr };
}
function fields(names, of = null) {
  return names.map((n) => named(n, field(n, of)));
}
function as(alias, of) {
  return { as: alias, of };
}
function part(name) {
  return { kind: "table", name };
}
function join(how, alias, of, on = []) {
  return { how, as: alias, of, on };
}
function sameColumns(a, b, names) {
  return names.map((n) => call("eq", field(n, a), field(n, b)));
}
function select(from, columns, rest = {}) {
  return { kind: "select", from, columns, joins: [], where: [], groupBy: [], qualify: [], distinct: false, orderBy: [], limit: null, ...rest };
}

// compiler/lower/sketch.ts
var range = 2 ** 52;
function hashTerm(value) {
  return call("hash52", cast(value, text));
}
function smallest(of, by, size) {
  const rank = over(
    "rowNumber",
    [],
    by.map((c) => field(c)),
    [ascending(field("value"))],
    null
  );
  return select(as("h", part(of)), fields([...by, "value"]), { qualify: [call("lte", rank, integer(size))] });
}
function sketchParts(name, size, grouped, seen) {
  const [seenName, differentName, smallestName] = [`${name}_seen`, `${name}_different`, `${name}_smallest`];
  const different = select(as("e", part(seenName)), fields([...grouped, "value"]), { distinct: true });
  const estimate = select(as("g", part(smallestName)), [...fields(grouped), named(name, estimated(size))], { groupBy: grouped.map((c) => field(c)) });
  return [
    { name: seenName, of: seen },
    { name: differentName, of: different },
    { name: smallestName, of: smallest(differentName, grouped, size) },
    { name, of: estimate }
  ];
}
function estimated(size) {
  const found = aggregate("countAll", []);
  const share = call("divide", toFloat(call("plus", aggregate("max", [field("value")]), integer(1))), literal(range, float));
  const whole = call("floor", call("plus", call("divide", literal(size - 1, float), share), literal(0.5, float)));
  return choose(call("lt", found, integer(size)), found, cast(whole, int));
}

// compiler/ir/functions.ts
function spec(f) {
  return f;
}
var functions = spec({
  // arithmetic: exact for integers and decimals; a float where one operand is a float or the exact result would not fit
  plus: { version: 1, args: ["number", "number"], result: "sum", doc: "a + b" },
  minus: { version: 1, args: ["number", "number"], result: "sum", doc: "a - b" },
  times: { version: 1, args: ["number", "number"], result: "product", doc: "a * b" },
  divide: { version: 1, args: ["float", "float"], result: "float", doc: "a / b as float; NULL where b is 0" },
  negate: { version: 1, args: ["number"], result: "first", doc: "-a" },
  abs: { version: 1, args: ["number"], result: "first", doc: "the absolute value" },
  round: { version: 1, args: ["number", "literal"], result: "first", doc: "rounded to d decimals, halves away from zero" },
  floor: { version: 1, args: ["number"], result: "int", doc: "the greatest integer that is no greater" },
  ceil: { version: 1, args: ["number"], result: "int", doc: "the least integer that is no less" },
  ln: { version: 1, args: ["float"], result: "float", doc: "natural logarithm; NULL at and below 0" },
  exp: { version: 1, args: ["float"], result: "float", doc: "e to the power" },
  sqrt: { version: 1, args: ["float"], result: "float", doc: "square root; NULL below 0" },
  power: { version: 1, args: ["float", "float"], result: "float", doc: "a to the power b; NULL where it is no real number" },
  // comparison and logic, three-valued
  eq: { version: 1, args: ["same", "same"], result: "flag", doc: "equal" },
  ne: { version: 1, args: ["same", "same"], result: "flag", doc: "not equal" },
  lt: { version: 1, args: ["same", "same"], result: "flag", doc: "less" },
  lte: { version: 1, args: ["same", "same"], result: "flag", doc: "less or equal" },
  gt: { version: 1, args: ["same", "same"], result: "flag", doc: "greater" },
  gte: { version: 1, args: ["same", "same"], result: "flag", doc: "greater or equal" },
  in: { version: 1, args: ["same", "...same"], result: "flag", doc: "equal to one of the literals" },
  and: { version: 1, args: ["flag", "...flag"], result: "flag", doc: "all are true" },
  or: { version: 1, args: ["flag", "...flag"], result: "flag", doc: "one is true" },
  not: { version: 1, args: ["flag"], result: "flag", doc: "the opposite" },
  isNull: { version: 1, args: ["any"], result: "flag", doc: "true where there is no value" },
  sameAs: { version: 1, args: ["same", "same"], result: "flag", doc: "equal, where two NULLs are equal too: never NULL" },
  // choice
  coalesce: { version: 1, args: ["same", "...same"], result: "common", doc: "the first that is not NULL" },
  nullIf: { version: 1, args: ["same", "same"], result: "first", doc: "NULL where both are equal, else the first" },
  greatest: { version: 1, args: ["same", "...same"], result: "common", doc: "the greatest; NULL if one is NULL" },
  least: { version: 1, args: ["same", "...same"], result: "common", doc: "the least; NULL if one is NULL" },
  greatestKnown: { version: 1, args: ["same", "...same"], result: "common", doc: "the greatest of those that are not NULL" },
  leastKnown: { version: 1, args: ["same", "...same"], result: "common", doc: "the least of those that are not NULL" },
  // text
  concat: { version: 1, args: ["text", "...text"], result: "text", doc: "joined; NULL if one is NULL" },
  lower: { version: 1, args: ["text"], result: "text", doc: "in lower case" },
  upper: { version: 1, args: ["text"], result: "text", doc: "in upper case" },
  trim: { version: 1, args: ["text"], result: "text", doc: "without spaces around it" },
  length: { version: 1, args: ["text"], result: "int", doc: "number of characters" },
  substring: { version: 1, args: ["text", "literal", "literal"], result: "text", doc: "n characters from the i-th on, the first being 1" },
  matches: { version: 1, args: ["text", "literal"], result: "flag", doc: "the whole text matches the regular expression" },
  // time; a moment is a date or a timestamp
  elapsed: { version: 1, args: ["time", "time", "literal"], result: "float", doc: "from a to b in seconds, minutes, hours or days, with fraction" },
  daysBetween: { version: 1, args: ["date", "date"], result: "int", doc: "from date a to date b in days" },
  timePlus: { version: 1, args: ["time", "int"], result: "time", doc: "b seconds later" },
  datePlus: { version: 1, args: ["date", "int"], result: "date", doc: "b days later" },
  truncate: { version: 1, args: ["moment", "literal"], result: "first", doc: "the start of its minute, hour, day, ISO week, month, quarter or year" },
  dateOf: { version: 1, args: ["time"], result: "date", doc: "the day of a timestamp" },
  timeOf: { version: 1, args: ["date"], result: "time", doc: "midnight of a date" },
  datePart: { version: 1, args: ["moment", "literal"], result: "int", doc: "year, quarter, month, day, dayOfWeek (Monday 1), dayOfYear, hour or minute" },
  /** The first 52 bits of the MD5 of a text: alike on every engine, and no whole number too large for a float. */
  hash52: { version: 1, args: ["text"], result: "int", doc: "a number from 0 to 2^52 - 1 that looks random" },
  /** The multiple of b seconds since 2001-01-01 at or before a; literal b. */
  bucket: { version: 1, args: ["time", "literal"], result: "time", doc: "the start of its span of b seconds since 2001-01-01" }
});

export {
  parseDay,
  parseInstant,
  isoOf,
  secondsOf,
  pointAt,
  pointFrom,
  groupBy,
  unique,
  field,
  param,
  literal,
  integer,
  words,
  instant,
  yes,
  call,
  cast,
  toFloat,
  choose,
  all,
  later,
  bucketOf,
  aggregate,
  over,
  ascending,
  descending,
  named,
  fields,
  as,
  part,
  join,
  sameColumns,
  select,
  functions,
  hashTerm,
  smallest,
  sketchParts
};
