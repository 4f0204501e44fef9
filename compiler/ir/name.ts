/** A table or view of the warehouse. `catalog` is the Snowflake database, null on DuckDB. Names are in lower case; printers quote. */
export interface QualifiedName {
  readonly catalog: string | null
  readonly schema: string
  readonly name: string
}
