/** A table or view of the warehouse. `catalog` is the Snowflake database, null on DuckDB. Names are in lower case; printers quote. */
export interface QualifiedName {
  readonly catalog: string | null
  readonly schema: string
  readonly name: string
}

/** The one text of a name, by which state, coverage and steps refer to a table: `schema.name`. A state belongs to one catalog. */
export function nameText(n: QualifiedName): string {
  return `${n.schema}.${n.name}`
}
