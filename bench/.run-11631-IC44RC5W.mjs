// compiler/ir/name.ts
function besideName(n) {
  return { ...n, name: `${n.name}__rows` };
}
function requestName(n) {
  return { ...n, name: `${n.name}__request` };
}
function nameText(n) {
  return `${n.schema}.${n.name}`;
}

export {
  besideName,
  requestName,
  nameText
};
