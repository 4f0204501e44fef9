import type { FullName } from './names.ts'
import { keyOf } from './names.ts'
import { exists, missing } from './sql-error.ts'
import type { ColumnType } from './types.ts'

export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly nullable: boolean
  readonly comment: string | null
  /** As written. */
  readonly default: string | null
}

/** A column of which nothing more is said. */
export function columnOf(name: string, type: ColumnType): Column {
  return { name, type, nullable: true, comment: null, default: null }
}

export const kinds = [
  'TABLE',
  'VIEW',
  'MATERIALIZED VIEW',
  'DYNAMIC TABLE',
  'ONLINE FEATURE TABLE',
  'PROCEDURE',
  'FUNCTION',
  'DATA METRIC FUNCTION',
  'TASK',
  'ALERT',
  'STREAM',
  'SEQUENCE',
  'STAGE',
  'TAG',
  'MASKING POLICY',
  'ROW ACCESS POLICY',
] as const
export type Kind = (typeof kinds)[number]

/** An object of a schema. */
export interface CatalogObject {
  readonly id: number
  readonly kind: Kind
  readonly name: FullName
  readonly comment: string | null
  /** Of relations; of a view with the names it shows. */
  readonly columns: readonly Column[]
  /** The name of its table in the engine; null where it has no rows of its own. */
  readonly physical: string | null
  /** The query of a view, the body of a procedure, what a task does. */
  readonly body: string | null
  /** Where unqualified names of the body are looked up. */
  readonly properties: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
  readonly clusterBy: string
  readonly createdOn: number
  readonly owner: string
}

export interface Schema {
  readonly database: string
  readonly name: string
  readonly comment: string | null
  readonly createdOn: number
  readonly properties: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
}

/** An object of the account: a database, warehouse, role ... */
export interface AccountObject {
  readonly kind: 'DATABASE' | 'WAREHOUSE' | 'ROLE' | 'INTEGRATION' | 'USER'
  readonly name: string
  readonly comment: string | null
  readonly createdOn: number
  readonly properties: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
}

export interface Grant {
  readonly privilege: string
  readonly on: string
  readonly name: string
  readonly to: string
  readonly future: boolean
  readonly createdOn: number
  readonly option: boolean
}

/** Tables, views and what else shares one space of names in a schema. */
const relations: ReadonlySet<Kind> = new Set<Kind>(['TABLE', 'VIEW', 'MATERIALIZED VIEW', 'DYNAMIC TABLE', 'ONLINE FEATURE TABLE'])

export function isRelation(kind: Kind): boolean {
  return relations.has(kind)
}

/** All that the account holds besides the rows. Every change raises `version`. */
export class Catalog {
  version = 0
  #nextId = 1
  readonly account = new Map<string, AccountObject>()
  readonly schemas = new Map<string, Schema>()
  readonly objects = new Map<string, CatalogObject>()
  readonly dropped: CatalogObject[] = []
  grants: readonly Grant[] = []

  nextId(): number {
    return this.#nextId++
  }

  putAccount(o: AccountObject): void {
    this.version++
    this.account.set(`${o.kind} ${o.name}`, o)
  }

  findAccount(kind: AccountObject['kind'], name: string): AccountObject | null {
    return this.account.get(`${kind} ${name}`) ?? null
  }

  dropAccount(kind: AccountObject['kind'], name: string): void {
    this.version++
    this.account.delete(`${kind} ${name}`)
    if (kind !== 'DATABASE') return
    for (const s of this.schemas.values()) if (s.database === name) this.dropSchema(s)
  }

  putSchema(s: Schema): void {
    this.version++
    this.schemas.set(JSON.stringify([s.database, s.name]), s)
  }

  findSchema(database: string, name: string): Schema | null {
    return this.schemas.get(JSON.stringify([database, name])) ?? null
  }

  dropSchema(s: Pick<Schema, 'database' | 'name'>): void {
    this.version++
    this.schemas.delete(JSON.stringify([s.database, s.name]))
    for (const o of this.objects.values()) if (o.name.database === s.database && o.name.schema === s.name) this.drop(o)
  }

  /** The database and schema must be there. */
  requireSchema({ database, schema }: Pick<FullName, 'database' | 'schema'>): Schema {
    if (this.findAccount('DATABASE', database) === null) throw missing('Database', database)
    const found = this.findSchema(database, schema)
    if (found === null) throw missing('Schema', `${database}.${schema}`)
    return found
  }

  find(kind: Kind, name: FullName): CatalogObject | null {
    return this.objects.get(slot(kind, name)) ?? null
  }

  put(o: CatalogObject): void {
    this.requireSchema(o.name)
    this.version++
    this.objects.set(slot(o.kind, o.name), o)
  }

  drop(o: CatalogObject): void {
    this.version++
    this.objects.delete(slot(o.kind, o.name))
    this.dropped.push(o)
  }

  rename(o: CatalogObject, to: FullName): void {
    if (this.find(o.kind, to) !== null) throw exists(keyOf(to))
    this.requireSchema(to)
    this.objects.delete(slot(o.kind, o.name))
    this.put({ ...o, name: to })
  }

  /** Objects of some kinds in the order of their names. */
  list(kind: Kind | readonly Kind[], within: { readonly database?: string; readonly schema?: string } = {}): readonly CatalogObject[] {
    const wanted: readonly Kind[] = typeof kind === 'string' ? [kind] : kind
    return [...this.objects.values()]
      .filter(o => wanted.includes(o.kind) && (within.database ?? o.name.database) === o.name.database && (within.schema ?? o.name.schema) === o.name.schema)
      .toSorted((a, b) => (keyOf(a.name) < keyOf(b.name) ? -1 : 1))
  }
}

function slot(kind: Kind, name: FullName): string {
  return `${isRelation(kind) ? 'RELATION' : kind} ${JSON.stringify([name.database, name.schema, name.name])}`
}
