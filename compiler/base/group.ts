/** Items by key, both in the order in which they came. */
export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const k = key(item)
    const group = groups.get(k)
    if (group === undefined) groups.set(k, [item])
    else group.push(item)
  }
  return groups
}

export function unique<T>(items: Iterable<T>): T[] {
  return [...new Set(items)]
}

/** One item of each key: the last of them, in the place of the first. */
export function uniqueBy<T>(items: readonly T[], key: (item: T) => unknown): T[] {
  return [...new Map(items.map(item => [key(item), item])).values()]
}
