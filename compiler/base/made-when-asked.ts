/** An object some of whose properties are there, while the others all come into being with the first that is read. */
export function madeWhenAsked<T extends object>(there: Partial<T>, others: Readonly<Partial<Record<keyof T, 0>>>, make: () => Partial<T>): T {
  let made: Partial<T> | null = null
  const getters = Object.keys(others).map(name => [name, { enumerable: true, get: () => (made ??= make())[name as keyof T] }] as const)
  return Object.defineProperties({ ...there }, Object.fromEntries(getters)) as T
}
