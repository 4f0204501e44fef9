/** A table or view of the warehouse. `catalog` is the Snowflake database, null on DuckDB. Names are in lower case; printers quote. */
export interface QualifiedName {
  readonly catalog: string | null
  readonly schema: string
  readonly name: string
}

/** What stands beside an object that needs two: the view that an online feature table selects from, the materialized view that a view shows. */
export function besideName(n: QualifiedName): QualifiedName {
  return { ...n, name: `${n.name}__rows` }
}

/** The function that takes a request, beside the object of that name. */
export function requestName(n: QualifiedName): QualifiedName {
  return { ...n, name: `${n.name}__request` }
}

/** The one text of a name, by which state, coverage and steps refer to a table: `schema.name`. A state belongs to one catalog. */
export function nameText(n: QualifiedName): string {
  return `${n.schema}.${n.name}`
}
