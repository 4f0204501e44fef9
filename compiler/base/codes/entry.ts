/** One row of a code table. `explain` is what the reference prints: why it is refused, and how to fix it. */
export interface CodeEntry<P> {
  readonly severity: 'error' | 'warning'
  readonly message: (p: P) => string
  readonly hint?: (p: P) => string | null
  readonly explain: string
}

/** Declares one code; only fixes the type of its parameters. */
export function entry<P>(e: CodeEntry<P>): CodeEntry<P> {
  return e
}

/** "a, b or c", for messages that list what was expected. */
export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? 'nothing') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

/** The hint of an unknown name, where one is near. */
export function didYouMean(p: { readonly near: string | null }): string | null {
  return p.near === null ? null : `did you mean '${p.near}'?`
}
