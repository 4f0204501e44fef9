// compiler/ir/definition.ts
var brand = /* @__PURE__ */ Symbol.for("featplan.definition");

export {
  brand
};
