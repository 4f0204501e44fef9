import { migrations } from '../../registry/state/migrations/index.ts'
import { stateSql } from '../../registry/state/tables.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** The columns of the tables of the state, which the migrations write in lower case. */
function ofState(): readonly string[] {
  const sql = stateSql({
    target: 'account',
    dialect: 'snowflake',
    environment: 'main',
    catalog: 'd',
    publicSchema: 'p',
    storageSchema: 's',
    stateSchema: 'f',
    sources: {},
  })
  return migrations.flatMap(m => m.statements(sql)).flatMap(statement => statement.match(/(?<!["\w])[a-z_]+\b/g) ?? [])
}

/**
 * The names that our statements write without quotes, in upper case. Everything else is quoted, so that a misspelt
 * keyword is never taken for a name.
 */
export const bareNames: ReadonlySet<string> = new Set([
  // parameters and variables of the fill procedures, and what a block knows by itself
  ...words('FROM_TIME TO_TIME NOW_TIME FEATURE_TYPE CLAIMED OVERTAKEN UNKNOWN_TYPE CLAIM_ID STORAGE_KEY FROM_TEXT TO_TEXT NOW_TEXT CHANGED'),
  ...words('SQLROWCOUNT SQLCODE SQLERRM SQLSTATE'),
  // views of a database about itself, and their columns
  ...words('INFORMATION_SCHEMA TABLES COLUMNS TABLE_SCHEMA TABLE_NAME COLUMN_NAME IS_NULLABLE DATA_TYPE CHARACTER_MAXIMUM_LENGTH NUMERIC_PRECISION'),
  ...words('NUMERIC_SCALE DATETIME_PRECISION ORDINAL_POSITION ROLE_NAME WAREHOUSE ACCOUNT'),
  ...ofState().map(name => name.toUpperCase()),
  // the tag that clients of Snowflake's feature store look for in the text of a view
  'SNOWML_FEATURE_VIEW_METADATA',
  // the head of the state, which is made from values, and aliases
  ...words('ID PROJECT FORMAT SERIAL RUN_PLAN RUN_COMPLETE KIND HOW RETIRED'),
  ...words('A B C N R S T V'),
])
