import type { CatalogObject } from './catalog.ts'
import { isRelation } from './catalog.ts'
import type { FullName } from './names.ts'
import { quoteBelow, keyOf } from './names.ts'
import { textBelow } from './rewrite/text.ts'
import { missing } from './sql-error.ts'
import type { Context } from './statements/context.ts'

type Cell = string | number | null
interface Listing {
  /** Names with the types of the engine below. */
  readonly columns: Readonly<Record<string, string>>
  readonly rows: (ctx: Context, database: string) => readonly (readonly Cell[])[]
}

const text = 'VARCHAR'
const moment = 'TIMESTAMPTZ'

/** The views of INFORMATION_SCHEMA that are known, with the columns as documented, as far as they can be filled here. */
const views: Readonly<Record<string, Listing>> = {
  DATABASES: {
    columns: { DATABASE_NAME: text, DATABASE_OWNER: text, IS_TRANSIENT: text, COMMENT: text, CREATED: moment },
    rows: ({ session: { world } }) =>
      [...world.catalog.account.values()].filter(o => o.kind === 'DATABASE').map(o => [o.name, 'ACCOUNTADMIN', 'NO', o.comment, iso(o.createdOn)]),
  },
  SCHEMATA: {
    columns: {
      CATALOG_NAME: text,
      SCHEMA_NAME: text,
      SCHEMA_OWNER: text,
      IS_TRANSIENT: text,
      IS_MANAGED_ACCESS: text,
      RETENTION_TIME: 'BIGINT',
      COMMENT: text,
      CREATED: moment,
    },
    rows: ({ session: { world, role } }, database) => [
      [database, 'INFORMATION_SCHEMA', '', 'NO', 'NO', 1, 'Views describing the contents of schemas in this database', iso(0)],
      ...[...world.catalog.schemas.values()]
        .filter(s => s.database === database)
        .map(s => [
          database,
          s.name,
          role,
          s.properties['TRANSIENT'] === undefined ? 'NO' : 'YES',
          s.properties['MANAGED ACCESS'] === undefined ? 'NO' : 'YES',
          Number(s.properties['DATA_RETENTION_TIME_IN_DAYS'] ?? 1),
          s.comment,
          iso(s.createdOn),
        ]),
    ],
  },
  TABLES: {
    columns: {
      TABLE_CATALOG: text,
      TABLE_SCHEMA: text,
      TABLE_NAME: text,
      TABLE_OWNER: text,
      TABLE_TYPE: text,
      IS_TRANSIENT: text,
      CLUSTERING_KEY: text,
      RETENTION_TIME: 'BIGINT',
      CREATED: moment,
      LAST_ALTERED: moment,
      COMMENT: text,
      IS_DYNAMIC: text,
      IS_HYBRID: text,
    },
    rows: ({ session: { world }, hidden }, database) =>
      world.catalog
        .list(['TABLE', 'VIEW', 'MATERIALIZED VIEW', 'DYNAMIC TABLE'], { database })
        .filter(o => !hidden(keyOf(o.name)))
        .map(tableRow),
  },
  VIEWS: {
    columns: {
      TABLE_CATALOG: text,
      TABLE_SCHEMA: text,
      TABLE_NAME: text,
      TABLE_OWNER: text,
      VIEW_DEFINITION: text,
      IS_SECURE: text,
      CREATED: moment,
      COMMENT: text,
    },
    rows: ({ session: { world }, hidden }, database) =>
      world.catalog
        .list('VIEW', { database })
        .filter(o => !hidden(keyOf(o.name)))
        .map(o => [o.name.database, o.name.schema, o.name.name, o.owner, o.properties['TEXT'] ?? null, 'NO', iso(o.createdOn), o.comment]),
  },
  COLUMNS: {
    columns: {
      TABLE_CATALOG: text,
      TABLE_SCHEMA: text,
      TABLE_NAME: text,
      COLUMN_NAME: text,
      ORDINAL_POSITION: 'BIGINT',
      COLUMN_DEFAULT: text,
      IS_NULLABLE: text,
      DATA_TYPE: text,
      CHARACTER_MAXIMUM_LENGTH: 'BIGINT',
      NUMERIC_PRECISION: 'BIGINT',
      NUMERIC_SCALE: 'BIGINT',
      DATETIME_PRECISION: 'BIGINT',
      COMMENT: text,
    },
    rows: ({ session: { world }, hidden }, database) =>
      [...world.catalog.objects.values()].filter(o => isRelation(o.kind) && o.name.database === database && !hidden(keyOf(o.name))).flatMap(columnRows),
  },
  PROCEDURES: {
    columns: {
      PROCEDURE_CATALOG: text,
      PROCEDURE_SCHEMA: text,
      PROCEDURE_NAME: text,
      PROCEDURE_OWNER: text,
      PROCEDURE_LANGUAGE: text,
      PROCEDURE_DEFINITION: text,
      CREATED: moment,
      COMMENT: text,
    },
    rows: ({ session: { world }, hidden }, database) =>
      world.catalog
        .list('PROCEDURE', { database })
        .filter(o => !hidden(keyOf(o.name)))
        .map(o => [o.name.database, o.name.schema, o.name.name.replace(/\(.*$/s, ''), o.owner, 'SQL', o.body, iso(o.createdOn), o.comment]),
  },
}

function tableRow(o: CatalogObject): readonly Cell[] {
  const type = o.kind === 'VIEW' || o.kind === 'MATERIALIZED VIEW' ? o.kind : 'BASE TABLE'
  const { database, schema, name } = o.name
  const flag = (yes: boolean): string => (yes ? 'YES' : 'NO')
  const created = iso(o.createdOn)
  const retention = Number(o.properties['DATA_RETENTION_TIME_IN_DAYS'] ?? 1)
  const clustering = o.clusterBy === '' ? null : o.clusterBy
  return [
    database,
    schema,
    name,
    o.owner,
    type,
    flag(o.properties['TRANSIENT'] !== undefined),
    clustering,
    retention,
    created,
    created,
    o.comment,
    flag(o.kind === 'DYNAMIC TABLE'),
    flag(o.properties['HYBRID'] !== undefined),
  ]
}

function columnRows(o: CatalogObject): readonly (readonly Cell[])[] {
  const { database, schema, name } = o.name
  return o.columns.map(({ name: column, type, nullable, comment, default: value }, i) => {
    const time = type.wire === 'time' || type.wire.startsWith('timestamp')
    return [
      database,
      schema,
      name,
      column,
      i + 1,
      value,
      nullable ? 'YES' : 'NO',
      type.name,
      type.length,
      time ? null : type.precision,
      time ? null : type.scale,
      time ? type.scale : null,
      comment,
    ]
  })
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}

/** The rows are given to the engine below as one constant. */
export function informationSchema(ctx: Context, name: FullName): { readonly sql: string; readonly columns: null } {
  const view = views[name.name]
  if (view === undefined) throw missing('Object', keyOf(name))
  if (ctx.session.world.catalog.findAccount('DATABASE', name.database) === null) throw missing('Database', name.database)
  const names = Object.keys(view.columns)
  const rows = view.rows(ctx, name.database)
  const json = JSON.stringify(rows.map(row => Object.fromEntries(row.map((value, i) => [`c${i}`, value]))))
  const shape = JSON.stringify([Object.fromEntries(names.map((_, i) => [`c${i}`, 'VARCHAR']))])
  const shown = names.map((n, i) => `CAST(_r.c${i} AS ${view.columns[n]!}) AS ${quoteBelow(n)}`).join(', ')
  return { sql: `(SELECT ${shown} FROM (SELECT unnest(from_json(${textBelow(json)}, ${textBelow(shape)})) AS _r))`, columns: null }
}
