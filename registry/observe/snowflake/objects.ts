import type { LiveObject } from '../../../compiler/ir/state.ts'
import type { Driver, Row } from '../../driver/driver.ts'
import { isUnknown } from '../../driver/outcome.ts'
import { columnsIn } from './columns.ts'
import { lagSeconds } from './lag.ts'
import type { SchemaName } from './show.ts'
import { ourName, showAll } from './show.ts'

/** What a row of SHOW says of an object besides its name and comment. */
type Said = Pick<LiveObject, 'kind' | 'what' | 'details'>

/** One SHOW. A later kind tells more of an object than an earlier one that lists it too. */
interface Listing {
  readonly show: string
  readonly said: (row: Row) => Said
  /** Accounts that do not know the kind have none of it. */
  readonly optional: boolean
}

const isYes = (row: Row, column: string): boolean => /^(y|yes|true)$/i.test(String(row[column] ?? ''))
const other = (what: string): Said => ({ kind: 'other', what })

/** Tables of another nature are marked in the list of tables. */
const natures: readonly (readonly [string, string])[] = [
  ['is_dynamic', 'dynamic table'],
  ['is_external', 'external table'],
  ['is_iceberg', 'Iceberg table'],
  ['is_event', 'event table'],
  ['is_hybrid', 'hybrid table'],
  ['is_interactive', 'interactive table'],
]

const listings: readonly Listing[] = [
  {
    show: 'TABLES',
    optional: false,
    said: row => {
      const nature = natures.find(([column]) => isYes(row, column))
      return nature === undefined
        ? { kind: 'table', details: { transient: row['kind'] === 'TRANSIENT', clusterBy: textOf(row, 'cluster_by') } }
        : other(nature[1])
    },
  },
  {
    show: 'VIEWS',
    optional: false,
    said: row => (isYes(row, 'is_materialized') ? other('materialized view') : { kind: 'view', details: { text: textOf(row, 'text') } }),
  },
  { show: 'DYNAMIC TABLES', optional: true, said: row => ({ ...other('dynamic table'), details: refreshed(row) }) },
  { show: 'ONLINE FEATURE TABLES', optional: true, said: row => ({ ...other('online feature table'), details: refreshed(row) }) },
]

function refreshed(row: Row): NonNullable<LiveObject['details']> {
  return {
    targetLag: lagSeconds(textOf(row, 'target_lag')),
    refreshMode: textOf(row, 'refresh_mode'),
    warehouse: textOf(row, 'warehouse'),
    state: textOf(row, 'scheduling_state'),
    text: textOf(row, 'text'),
  }
}

function textOf(row: Row, column: string): string | null {
  const value = row[column]
  return value === undefined || value === null || value === '' ? null : String(value)
}

/** Everything in a schema with its columns: one request for each kind and one for the columns. Null where the schema is not there, or not for us. */
export async function objectsIn(driver: Driver, of: SchemaName): Promise<readonly LiveObject[] | null> {
  const shown = Promise.all(listings.map(async l => ({ l, rows: await list(driver, l, of) })))
  const [all, columns] = await Promise.all([shown, columnsIn(driver, of)])
  if (all.some(({ l, rows }) => rows === null && !l.optional)) return null
  const found = new Map<string, LiveObject>()
  for (const { l, rows } of all) {
    for (const row of rows ?? []) {
      const name = String(row['name'])
      const count = row['rows']
      const { rows: before = null } = found.get(name) ?? {}
      found.set(name, {
        name: { ...of, name: ourName(name) },
        columns: columns.get(name) ?? [],
        comment: textOf(row, 'comment'),
        rows: typeof count === 'number' ? count : before,
        ...l.said(row),
      })
    }
  }
  return [...found.values()]
}

async function list(driver: Driver, { show, optional }: Listing, of: SchemaName): Promise<readonly Row[] | null> {
  try {
    return await showAll(driver, show, of)
  } catch (error) {
    if (optional && isUnknown(error)) return []
    throw error
  }
}
