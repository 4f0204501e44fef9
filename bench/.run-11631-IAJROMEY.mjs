import "./.run-11631-B3LYZAGP.mjs";

// compiler/load/doc-comment.ts
function docComment({ text, comments }, { start }) {
  let at = lastBefore(comments, start);
  const last = comments[at];
  if (last === void 0 || !text.startsWith("/**", last.start) || text.slice(last.end, start).trim() !== "") return null;
  const doc = text.slice(last.start, last.end);
  for (let comment = last; ; ) {
    const previous = comments[--at];
    const gap = text.slice(previous?.end ?? 0, comment.start);
    const word = gap.trimEnd().length;
    if (/[\r\n]/.test(gap.slice(word))) return docText(doc);
    if (word > 0) return text.slice(comment.start, start).includes("\n") ? null : docText(doc);
    if (previous === void 0) return docText(doc);
    comment = previous;
  }
}
function lastBefore(comments, position) {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (comments[middle].end <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
function docText(comment) {
  const lines = comment.slice(3, -2).split(/\r?\n/).map((line) => line.replace(/^\s*\*+(?= |$)/, "").trim());
  const tag = lines.findIndex((line) => line.startsWith("@"));
  let result = "";
  for (const line of tag < 0 ? lines : lines.slice(0, tag)) {
    if (line === "") result = result === "" || result.endsWith("\n\n") ? result : `${result}

`;
    else if (result === "" || result.endsWith("\n")) result += line;
    else result += `${/^([-*]|\d+\.) /.test(line) ? "\n" : " "}${line}`;
  }
  return result.trim() === "" ? null : result.trim();
}

// compiler/load/scope.ts
import { parseSync } from "oxc-parser";
function parseScope(file, text) {
  const { program, comments } = parseSync(file, text, { sourceType: "module", astType: "js" });
  const locals = /* @__PURE__ */ new Map();
  const aliases = /* @__PURE__ */ new Map();
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration") {
      for (const s of statement.specifiers) if (s.type === "ImportSpecifier") aliases.set(s.local.name, moduleName(s.imported));
      continue;
    }
    const declarations = variables(statement)?.declarations ?? [];
    for (const declaration of declarations) {
      const documented = declarations.length === 1 ? statement : declaration;
      if (declaration.id.type === "Identifier") locals.set(declaration.id.name, { declaration, documented });
    }
  }
  return { statements: program.body, text, comments, lines: lineStarts(text), locals, aliases };
}
function variables(statement) {
  const declared2 = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  return declared2?.type === "VariableDeclaration" ? declared2 : null;
}
function moduleName(name) {
  return name.type === "Identifier" ? name.name : name.value;
}
function lineStarts(text) {
  return [0, ...Array.from(text.matchAll(/\r\n|[\n\r\u2028\u2029]/g), (m) => m.index + m[0].length)];
}
function resolved(scope, given, depth = 0) {
  switch (given.type) {
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "ChainExpression":
      return resolved(scope, given.expression, depth);
    case "Identifier": {
      const initial = scope.locals.get(given.name)?.declaration.init ?? null;
      return initial === null || depth > 20 ? given : resolved(scope, initial, depth + 1);
    }
    default:
      return given;
  }
}
function methodCall(given) {
  const call = given.type === "ChainExpression" ? given.expression : given;
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression" || call.callee.computed) return null;
  return { of: call.callee.object, name: call.callee.property.name, args: call.arguments };
}
function literalText(given) {
  if (given.type === "TemplateLiteral") return given.expressions.length === 0 ? given.quasis[0]?.value.cooked ?? null : null;
  return given.type === "Literal" && typeof given.value === "string" ? given.value : null;
}

// compiler/load/members.ts
function noteOf({ lines }, { start, end }, description) {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (lines[middle] <= start) low = middle + 1;
    else high = middle;
  }
  return { at: [start, end, low, start - lines[low - 1] + 1], description };
}
var maxChain = 100;
var builders = /* @__PURE__ */ new Set(["entity", "events", "dimension", "snapshot", "featureView", "store", "serving", "dataset", "model", "monitor", "defineConfig"]);
function builderCall(scope, given) {
  const derived = [];
  for (let e = resolved(scope, given); e.type === "CallExpression" && derived.length < maxChain; ) {
    const builder = calledName(scope, e);
    if (builder !== null && builders.has(builder)) return { builder, args: e.arguments, derived: derived.toReversed() };
    const method = methodCall(e);
    if (method?.name !== "derive") return null;
    derived.push(...method.args.slice(0, 1));
    e = resolved(scope, method.of);
  }
  return null;
}
function calledName(scope, call) {
  if (call.callee.type === "Identifier") return scope.aliases.get(call.callee.name) ?? call.callee.name;
  const method = methodCall(call);
  return method?.of.type === "Identifier" ? method.name : null;
}
var flat = /* @__PURE__ */ new Set(["columns", "keys"]);
function callNotes(scope, call) {
  const options = {};
  const members = {};
  for (const [name, property, value] of properties(scope, call.args[call.builder === "defineConfig" ? 0 : 1])) {
    options[name] = noteOf(scope, property, docComment(scope, property));
    for (const [inner, p, v] of properties(scope, value)) {
      options[`${name}.${inner}`] = noteOf(scope, p, docComment(scope, p));
      if (flat.has(name)) addMember(scope, members, inner, p, v);
    }
    if (name === "computed") addFeatures(scope, members, value);
  }
  if (call.builder === "featureView") for (const features of [...call.args.slice(2, 3), ...call.derived]) addFeatures(scope, members, features);
  return { ...options, ...members };
}
function addFeatures(scope, notes, features) {
  for (const [name, property, value] of properties(scope, features)) addMember(scope, notes, name, property, value);
}
function* properties(scope, given, depth = 0) {
  const literal = given === void 0 ? null : objectLiteral(scope, given);
  for (const property of literal?.properties ?? []) {
    if (property.type === "SpreadElement") {
      if (depth < 5) yield* properties(scope, property.argument, depth + 1);
      continue;
    }
    const name = propertyName(property);
    if (name !== null) yield [name, property, propertyValue(property)];
  }
}
function propertyName({ key, computed }) {
  if (key.type === "PrivateIdentifier") return null;
  if (computed) return literalText(key);
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" && typeof key.value === "number" ? String(key.value) : literalText(key);
}
function propertyValue({ kind, method, value }) {
  return kind === "init" && !method ? value : void 0;
}
function objectLiteral(scope, given) {
  const e = resolved(scope, given);
  if (e.type === "ObjectExpression") return e;
  if (e.type !== "ArrowFunctionExpression" && e.type !== "FunctionExpression" || e.body === null) return null;
  if (e.body.type !== "BlockStatement") return objectLiteral(scope, e.body);
  const last = e.body.body.findLast((s) => s.type === "ReturnStatement")?.argument ?? null;
  return last === null ? null : objectLiteral(scope, last);
}
function addMember(scope, notes, name, property, value) {
  notes[name] = noteOf(scope, property, docComment(scope, property) ?? constantComment(scope, value));
  let e = value === void 0 ? void 0 : resolved(scope, value);
  for (let i = 0; e?.type === "CallExpression" && i < maxChain; i++) {
    const method = methodCall(e);
    if (method === null) {
      if (calledName(scope, e) === "versions") {
        for (const [n, p] of properties(scope, e.arguments[0])) notes[`${name}@${n}`] = noteOf(scope, p, docComment(scope, p));
      }
      return;
    }
    const argument = method.args[0];
    if (method.name === "with") for (const [option, p] of properties(scope, argument)) notes[`${name}.${option}`] ??= noteOf(scope, p, null);
    else if (argument !== void 0 && (method.name === "default" || method.name === "renamedFrom")) {
      notes[`${name}.${method.name}`] ??= noteOf(scope, argument, null);
    }
    e = resolved(scope, method.of);
  }
}
function constantComment(scope, value) {
  const local = value?.type === "Identifier" ? scope.locals.get(value.name) : void 0;
  return local === void 0 ? null : docComment(scope, local.documented);
}

// compiler/load/declarations.ts
function parseDeclarations(file, text) {
  const scope = parseScope(file, text);
  const found = {};
  for (const statement of scope.statements) {
    if (statement.type === "ExportNamedDeclaration") {
      for (const declaration of variables(statement)?.declarations ?? []) addBinding(scope, found, declaration);
      for (const s of statement.specifiers) found[moduleName(s.exported)] = specified(scope, s, statement.source === null);
    } else if (statement.type === "ExportDefaultDeclaration") {
      const given = statement.declaration;
      if (!isDeclaration(given)) found["default"] = declared(scope, statement, statement, given);
    }
  }
  return found;
}
function isDeclaration(given) {
  return given.type === "FunctionDeclaration" || given.type === "ClassDeclaration" || given.type === "TSInterfaceDeclaration";
}
function addBinding(scope, found, declaration) {
  const { id } = declaration;
  if (id.type === "Identifier") found[id.name] = constant(scope, id.name, declaration);
  else if (id.type === "ObjectPattern") for (const p of id.properties) addElement(scope, found, p, p.type === "RestElement" ? p.argument : p.value);
  else if (id.type === "ArrayPattern") {
    for (const e of id.elements) if (e !== null) addElement(scope, found, e, e.type === "RestElement" ? e.argument : e);
  }
}
function addElement(scope, found, element, pattern) {
  const name = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
  if (name.type === "Identifier") found[name.name] = declared(scope, element, element, null);
}
function constant(scope, name, declaration) {
  return declared(scope, declaration, scope.locals.get(name)?.documented ?? declaration, declaration.init);
}
function specified(scope, specifier, local) {
  const name = moduleName(specifier.local);
  const declaration = local ? scope.locals.get(name)?.declaration : void 0;
  return declaration === void 0 ? declared(scope, specifier, specifier, null) : constant(scope, name, declaration);
}
function declared(scope, place, documented, given) {
  const call = given === null ? null : builderCall(scope, given);
  const first = call?.args[0];
  return {
    ...noteOf(scope, place, docComment(scope, documented) ?? aliasComment(scope, given)),
    direct: call !== null,
    called: first === void 0 ? null : literalText(first),
    members: call === null ? {} : callNotes(scope, call),
    entries: given === null || call !== null ? null : entriesOf(scope, resolved(scope, given))
  };
}
function aliasComment(scope, given, depth = 0) {
  let e = given;
  for (let method = e && methodCall(e); method !== null; method = methodCall(e)) e = method.of;
  const local = e?.type === "Identifier" ? scope.locals.get(e.name) : void 0;
  if (local === void 0 || depth > 20) return null;
  return docComment(scope, local.documented) ?? aliasComment(scope, local.declaration.init, depth + 1);
}
function entriesOf(scope, given) {
  const entries = {};
  if (given.type === "ArrayExpression") {
    for (const [i, element] of given.elements.entries()) {
      if (element?.type === "SpreadElement") break;
      if (element !== null) entries[i] = entry(scope, element, element);
    }
  } else if (given.type === "ObjectExpression") {
    for (const property of given.properties) {
      if (property.type === "SpreadElement") continue;
      const [name, value] = [propertyName(property), propertyValue(property)];
      if (name !== null && value !== void 0) entries[name] = entry(scope, property, value);
    }
  } else return null;
  return entries;
}
function entry(scope, place, value) {
  if (value.type !== "Identifier") return declared(scope, place, place, value);
  const local = scope.locals.get(value.name);
  return local === void 0 ? declared(scope, place, place, value) : constant(scope, value.name, local.declaration);
}
export {
  parseDeclarations
};
