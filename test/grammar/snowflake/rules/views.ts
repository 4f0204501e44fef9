/** Views, and tables that the engine keeps up to date by itself. */
export const views = `
create-view:
  CREATE ([OR REPLACE] [SECURE] [view-kind] VIEW !IF | [SECURE] [view-kind] VIEW IF NOT EXISTS | OR ALTER [SECURE] [view-kind] VIEW) name
  ['(' view-column ... ')'] [CHANGE_TRACKING '=' boolean] [COPY GRANTS] [COPY TAGS] [comment-is] [row-access] [aggregated] [joined] [tags-with]
  AS query
view-kind: [LOCAL | GLOBAL] (TEMPORARY | TEMP) [RECURSIVE] | VOLATILE | RECURSIVE
view-column: identifier [masked] [projected] [tags-with] [COMMENT text]
alter-view:
  ALTER VIEW [IF EXISTS] name
  (RENAME TO name | SET comment-is | UNSET COMMENT | (SET | UNSET) SECURE | SET CHANGE_TRACKING '=' boolean | SET tag-values | UNSET TAG names
  | metric-action | policy-action | (ALTER | MODIFY) [COLUMN] identifier column-policy)

create-materialized-view:
  CREATE ([OR REPLACE] [SECURE] MATERIALIZED VIEW !IF | [SECURE] MATERIALIZED VIEW IF NOT EXISTS) name
  [COPY GRANTS] ['(' view-column ... ')'] [comment-is] [row-access] [aggregated] [tags-with] [cluster-by] AS query
alter-materialized-view:
  ALTER MATERIALIZED VIEW name
  (RENAME TO name | clustering-action | SUSPEND | RESUME | SET tag-values | UNSET TAG names | SET SECURE [comment-is] | SET comment-is
  | UNSET (SECURE | COMMENT) | metric-action | policy-action)

create-dynamic-table:
  CREATE ([OR REPLACE] [TRANSIENT] DYNAMIC TABLE !IF | [TRANSIENT] DYNAMIC TABLE IF NOT EXISTS | OR ALTER [TRANSIENT] DYNAMIC TABLE) name
  (CLONE name [moment] [COPY GRANTS] [TARGET_LAG '=' target-lag] [WAREHOUSE '=' account-name]
  | ['(' dynamic-column ... ')'] TARGET_LAG '=' target-lag [SCHEDULER '=' (DISABLE | ENABLE)] WAREHOUSE '=' account-name dynamic-properties AS query
  | ['(' dynamic-column ... ')'] SCHEDULER '=' DISABLE WAREHOUSE '=' account-name dynamic-properties AS query)
dynamic-properties:
  [INITIALIZATION_WAREHOUSE '=' account-name] [REFRESH_MODE '=' (AUTO | FULL | INCREMENTAL | ADAPTIVE)] [INITIALIZE '=' (ON_CREATE | ON_SCHEDULE)]
  [cluster-by] [retention] [extension] [comment-is] [COPY GRANTS] [row-access] [aggregated] [tags-with] [REQUIRE USER]
  [IMMUTABLE WHERE '(' expr ')'] [BACKFILL FROM name [moment]]
dynamic-column: identifier type [masked] [projected] [tags-with] [COMMENT text]
target-lag: lag-text | DOWNSTREAM
alter-dynamic-table:
  ALTER DYNAMIC TABLE [IF EXISTS] name
  (SUSPEND | RESUME | RENAME TO name | SWAP WITH name | REFRESH [COPY SESSION] | clustering-action | search-action | policy-action
  | SET tag-values | UNSET TAG names | SET dynamic-settings | UNSET dynamic-unsetting ...
  | (ALTER | MODIFY) [COLUMN] identifier (column-policy | COMMENT text | UNSET COMMENT))
dynamic-settings:
  { TARGET_LAG '=' target-lag & WAREHOUSE '=' account-name & INITIALIZATION_WAREHOUSE '=' account-name & SCHEDULER '=' (DISABLE | ENABLE)
  & REFRESH_MODE '=' (AUTO | FULL | INCREMENTAL | ADAPTIVE)
  & retention & extension & DEFAULT_DDL_COLLATION '=' text & LOG_LEVEL '=' level & comment-is & IMMUTABLE WHERE '(' expr ')' }
dynamic-unsetting:
  DATA_RETENTION_TIME_IN_DAYS | MAX_DATA_EXTENSION_TIME_IN_DAYS | DEFAULT_DDL_COLLATION | LOG_LEVEL | COMMENT | IMMUTABLE | INITIALIZATION_WAREHOUSE

create-online-feature-table:
  CREATE [OR REPLACE] ONLINE FEATURE TABLE !IF name PRIMARY KEY columns TARGET_LAG '=' lag-text WAREHOUSE '=' account-name
  [REFRESH_MODE '=' (AUTO | FULL | INCREMENTAL)] [TIMESTAMP_COLUMN '=' identifier] [[WITH] comment-is] [tags-with] FROM name
alter-online-feature-table:
  ALTER ONLINE FEATURE TABLE [IF EXISTS] name
  (SUSPEND | RESUME | RENAME TO name | REFRESH | SET tag-values | UNSET TAG names | SET comment-is
  | SET { TARGET_LAG '=' lag-text & WAREHOUSE '=' account-name })
`
