/** What the rewriting of one statement asks of the world around it. */
export interface Scope {
  /** A relation of the catalog as the engine below has it: something that can stand in FROM and be given an alias. */
  readonly relation: (parts: readonly string[]) => { readonly sql: string; readonly columns: readonly string[] | null }
  /** A value that was bound to `?` or `:NAME`, as SQL of the engine. */
  readonly bind: (name: string) => string
  /** A variable of a script or an argument of a function, which may stand without a colon; null where no such is known. */
  readonly variable: (name: string) => string | null
  /** What a table function of the catalog gives for these arguments; null where there is none of the name. */
  readonly tableFunction: (parts: readonly string[], args: () => readonly string[]) => { readonly sql: string; readonly columns: readonly string[] } | null
  /** A function about the session: CURRENT_ROLE and such. */
  readonly context: (name: string) => string | null
  /** The rows of an earlier statement: by its id, the last one, or `$n` steps before in a chain of statements. */
  readonly resultOf: (queryId: string | null) => string
}
