// compiler/base/graph.ts
function topological(nodes, dependsOn) {
  const known = new Set(nodes);
  const done = /* @__PURE__ */ new Set();
  const path = [];
  const onPath = /* @__PURE__ */ new Set();
  const order = [];
  const cycles = [];
  const visit = (node) => {
    if (done.has(node) || !known.has(node)) return;
    if (onPath.has(node)) {
      cycles.push([...path.slice(path.indexOf(node)), node]);
      return;
    }
    onPath.add(node);
    path.push(node);
    for (const dependency of dependsOn(node)) visit(dependency);
    path.pop();
    onPath.delete(node);
    done.add(node);
    order.push(node);
  };
  for (const node of known) visit(node);
  return { order, cycles };
}

export {
  topological
};
