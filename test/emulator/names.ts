import { invalid } from './sql-error.ts'

/** Database, schema and name of an object, exactly as kept. */
export interface FullName {
  readonly database: string
  readonly schema: string
  readonly name: string
}

/** Where names without a database or schema are looked up. */
export interface Where {
  readonly database: string | null
  readonly schema: string | null
}

export function fullName(parts: readonly string[], where: Where): FullName {
  const [name, schema, database] = parts.toReversed()
  const found = { database: database ?? where.database, schema: schema ?? where.schema, name: name! }
  if (parts.length > 3) throw invalid(`invalid identifier '${parts.join('.')}'`)
  if (found.database === null) throw noCurrent('database')
  if (found.schema === null) throw noCurrent('schema')
  return found as FullName
}

export function schemaName(parts: readonly string[], where: Where): { readonly database: string; readonly name: string } {
  const [name, database] = parts.toReversed()
  const found = database ?? where.database
  if (parts.length > 2) throw invalid(`invalid identifier '${parts.join('.')}'`)
  if (found === null) throw noCurrent('database')
  return { database: found, name: name! }
}

function noCurrent(what: string): Error {
  return invalid(`Cannot perform operation. This session does not have a current ${what}. Call 'USE ${what.toUpperCase()}', or use a qualified name.`)
}

export function keyOf({ database, schema, name }: FullName): string {
  return [database, schema, name].map(spelled).join('.')
}

/** As messages show it: quoted only where it must be. */
export function spelled(name: string): string {
  return /^[A-Z_][A-Z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}

/**
 * The engine below compares names without regard to case; Snowflake does not. A name with a lower-case letter gets a
 * tail that says which they are, so that two names are one below exactly if they are one above.
 */
export function mangled(name: string): string {
  if (name.toUpperCase() === name) return name
  const bits = Array.from(name, c => (c === c.toUpperCase() ? 'u' : 'l')).join('')
  return `${name}~${bits}`
}

export function unmangled(name: string): string {
  const match = /^(.*)~[ul]+$/s.exec(name)
  return match === null ? name : match[1]!
}

export function quoteBelow(name: string): string {
  return `"${mangled(name).replaceAll('"', '""')}"`
}
