export interface Ordered<K> {
  /** Every node after the nodes it depends on; nodes of equal standing keep the order given. */
  readonly order: readonly K[]
  /** Each strongly connected loop found, first node repeated at the end. */
  readonly cycles: readonly (readonly K[])[]
}

/** Depth-first topological order of `nodes` by `dependsOn`; dependencies that are no nodes are ignored. */
export function topological<K>(nodes: Iterable<K>, dependsOn: (node: K) => Iterable<K>): Ordered<K> {
  const known = new Set(nodes)
  const done = new Set<K>()
  const path: K[] = []
  const onPath = new Set<K>()
  const order: K[] = []
  const cycles: K[][] = []
  const visit = (node: K): void => {
    if (done.has(node) || !known.has(node)) return
    if (onPath.has(node)) {
      cycles.push([...path.slice(path.indexOf(node)), node])
      return
    }
    onPath.add(node)
    path.push(node)
    for (const dependency of dependsOn(node)) visit(dependency)
    path.pop()
    onPath.delete(node)
    done.add(node)
    order.push(node)
  }
  for (const node of known) visit(node)
  return { order, cycles }
}
