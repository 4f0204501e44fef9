// compiler/ir/type.ts
var text = { kind: "text" };
var flag = { kind: "flag" };
var int = { kind: "int" };
var float = { kind: "float" };
var date = { kind: "date" };
var time = { kind: "time" };
var json = { kind: "json" };
function decimal(precision, scale) {
  return { kind: "decimal", precision, scale };
}
function isNumeric(t) {
  return t.kind === "int" || t.kind === "float" || t.kind === "decimal";
}
function isExact(t) {
  return t.kind === "int" || t.kind === "decimal";
}
function sameType(a, b) {
  return a.kind === b.kind && (a.kind !== "decimal" || b.kind === "decimal" && a.precision === b.precision && a.scale === b.scale);
}
function typeName(t) {
  switch (t.kind) {
    case "decimal":
      return `number(${t.precision},${t.scale})`;
    case "text":
      return "varchar";
    case "flag":
      return "boolean";
    case "int":
      return "integer";
    case "time":
      return "timestamp";
    case "json":
      return "variant";
    case "float":
    case "date":
      return t.kind;
  }
}

export {
  text,
  flag,
  int,
  float,
  date,
  time,
  json,
  decimal,
  isNumeric,
  isExact,
  sameType,
  typeName
};
