/**
 * An object that has a member of every name: `source.c.revenu` gives a column that no source has, which is reported
 * later with its place and the name that was meant, instead of `undefined` that fails somewhere else.
 */
export function named<X>(known: readonly string[], make: (name: string) => X): object {
  const made = Object.fromEntries(known.map(name => [name, null])) as Record<string, X | null>
  return new Proxy(made, {
    get: (target, name) => (typeof name === 'symbol' ? undefined : Object.hasOwn(target, name) ? (target[name] ??= make(name)) : make(name)),
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  })
}
