/** Schemas, tables of all kinds and their columns. */
export const tables = `
comment-is: COMMENT '=' text
boolean: TRUE | FALSE
level: text | TRACE | DEBUG | INFO | WARN | ERROR | FATAL | OFF
tags-with: [WITH] TAG '(' (name '=' text) ... ')'
tag-values: TAG (name '=' text) ...
masked: [WITH] MASKING POLICY name [USING columns]
projected: [WITH] PROJECTION POLICY name
row-access: [WITH] ROW ACCESS POLICY name ON columns
aggregated: [WITH] AGGREGATION POLICY name [ENTITY KEY columns]
joined: [WITH] JOIN POLICY name [ALLOWED JOIN KEYS columns]
cluster-by: CLUSTER BY '(' expr ... ')'
retention: DATA_RETENTION_TIME_IN_DAYS '=' integer
extension: MAX_DATA_EXTENSION_TIME_IN_DAYS '=' integer
cloned-from: CLONE name [moment] [IGNORE TABLES WITH INSUFFICIENT DATA RETENTION] [IGNORE HYBRID TABLES]

create-database:
  CREATE ([OR REPLACE] [TRANSIENT] DATABASE !IF | [TRANSIENT] DATABASE IF NOT EXISTS) account-name [cloned-from]
  [retention] [extension] [DEFAULT_DDL_COLLATION '=' text] [comment-is] [tags-with]
create-schema:
  CREATE ([OR REPLACE] [TRANSIENT] SCHEMA !IF | [TRANSIENT] SCHEMA IF NOT EXISTS | OR ALTER [TRANSIENT] SCHEMA) name [cloned-from] [WITH MANAGED ACCESS]
  [retention] [extension] [DEFAULT_DDL_COLLATION '=' text] [comment-is] [tags-with]
container-settings: { retention & extension & DEFAULT_DDL_COLLATION '=' text & LOG_LEVEL '=' level & TRACE_LEVEL '=' text & comment-is }
container-unsetting: DATA_RETENTION_TIME_IN_DAYS | MAX_DATA_EXTENSION_TIME_IN_DAYS | DEFAULT_DDL_COLLATION | LOG_LEVEL | TRACE_LEVEL | COMMENT
alter-container:
  ALTER (DATABASE [IF EXISTS] account-name | SCHEMA [IF EXISTS] name)
  (RENAME TO name | SWAP WITH name | SET tag-values | UNSET TAG names | SET container-settings | UNSET container-unsetting ... | (ENABLE | DISABLE) MANAGED ACCESS)

table-kind: [LOCAL | GLOBAL] (TEMPORARY | TEMP) | VOLATILE | TRANSIENT
create-table:
  CREATE ([OR REPLACE] [table-kind] TABLE !IF | [table-kind] TABLE IF NOT EXISTS | OR ALTER [table-kind] TABLE) name table-content
table-content:
  CLONE name [moment] [COPY GRANTS] [COPY TAGS]
  | LIKE name [cluster-by] [COPY GRANTS]
  | [table-columns] table-properties [AS query]
table-columns: '(' (constraint | column-definition) ... ')' | columns
table-properties:
  [cluster-by] [ENABLE_SCHEMA_EVOLUTION '=' boolean] [retention] [extension] [CHANGE_TRACKING '=' boolean] [DEFAULT_DDL_COLLATION '=' text]
  [COPY GRANTS] [COPY TAGS] [comment-is] [row-access] [aggregated] [joined] [tags-with]
column-definition:
  identifier type [{ column-constraint & NOT NULL & column-default & COLLATE text }] [masked] [projected] [tags-with] [COMMENT text]
column-default: DEFAULT expr | (AUTOINCREMENT | IDENTITY) ['(' integer ',' integer ')' | START integer INCREMENT integer] [ORDER | NOORDER]
column-constraint: [CONSTRAINT identifier] (UNIQUE | PRIMARY KEY | [FOREIGN KEY] REFERENCES name [columns]) constraint-property*
constraint: [CONSTRAINT identifier] ((UNIQUE | PRIMARY KEY) columns | FOREIGN KEY columns REFERENCES name [columns]) constraint-property*
constraint-property:
  NOT ENFORCED | ENFORCED | NOT DEFERRABLE | DEFERRABLE | INITIALLY (DEFERRED | IMMEDIATE) | ENABLE | DISABLE | VALIDATE | NOVALIDATE | RELY | NORELY

create-hybrid-table:
  CREATE ([OR REPLACE] HYBRID TABLE !IF | HYBRID TABLE IF NOT EXISTS) name
  (LIKE name | '(' (hybrid-index | constraint | hybrid-column) ... ')' [comment-is] [AS query])
hybrid-column: identifier type [{ column-default & NOT NULL & column-constraint & COLLATE text }] [COMMENT text]
hybrid-index: INDEX identifier columns [INCLUDE columns]
create-index: CREATE [OR REPLACE] INDEX [IF NOT EXISTS] identifier ON name columns [INCLUDE columns]
drop-index: DROP INDEX [IF EXISTS] name
create-interactive-table:
  CREATE ([OR REPLACE] INTERACTIVE TABLE !IF | INTERACTIVE TABLE IF NOT EXISTS) name [table-columns] cluster-by
  [TARGET_LAG '=' lag-text] [WAREHOUSE '=' account-name] [COPY GRANTS] [comment-is] [AS query]

alter-interactive-table:
  ALTER INTERACTIVE TABLE [IF EXISTS] name (REFRESH | SUSPEND | RESUME | SET { TARGET_LAG '=' lag-text & WAREHOUSE '=' account-name })

alter-table: ALTER TABLE [IF EXISTS] name table-action
table-action:
  RENAME TO name | SWAP WITH name
  | RENAME COLUMN identifier TO identifier
  | clustering-action | search-action | metric-action | policy-action
  | ADD constraint
  | DROP CONSTRAINT identifier [CASCADE | RESTRICT] | DROP (PRIMARY KEY | (UNIQUE | FOREIGN KEY) columns) [CASCADE | RESTRICT]
  | RENAME CONSTRAINT identifier TO identifier
  | ADD [COLUMN] ([IF NOT EXISTS] column-definition) ...
  | DROP [COLUMN] [IF EXISTS] identifier ... [CASCADE | RESTRICT]
  | (ALTER | MODIFY) ('(' column-action ... ')' | column-action ...)
  | SET tag-values | UNSET TAG names
  | SET table-settings | UNSET table-unsetting ...
table-settings:
  { retention & extension & CHANGE_TRACKING '=' boolean & ENABLE_SCHEMA_EVOLUTION '=' boolean & DEFAULT_DDL_COLLATION '=' text & comment-is}
table-unsetting:
  DATA_RETENTION_TIME_IN_DAYS | MAX_DATA_EXTENSION_TIME_IN_DAYS | CHANGE_TRACKING | ENABLE_SCHEMA_EVOLUTION | DEFAULT_DDL_COLLATION | COMMENT
clustering-action: cluster-by | (SUSPEND | RESUME) RECLUSTER | DROP CLUSTERING KEY
search-action: (ADD | DROP) SEARCH OPTIMIZATION [ON search-method ...]
search-method: (EQUALITY | SUBSTRING | GEO | FULL_TEXT) '(' ('*' | expr ...) ')'
column-action:
  [COLUMN] identifier
  (DROP DEFAULT | SET DEFAULT expr | [SET] NOT NULL | DROP NOT NULL | COMMENT text | UNSET COMMENT | column-policy | [SET DATA] TYPE type | type)
column-policy:
  SET MASKING POLICY name [USING columns] [FORCE] | UNSET MASKING POLICY
  | SET PROJECTION POLICY name [FORCE] | UNSET PROJECTION POLICY
  | SET tag-values | UNSET TAG names
policy-action:
  DROP ROW ACCESS POLICY name ',' ADD ROW ACCESS POLICY name ON columns
  | ADD ROW ACCESS POLICY name ON columns | DROP ROW ACCESS POLICY name | DROP ALL ROW ACCESS POLICIES
  | SET AGGREGATION POLICY name [ENTITY KEY columns] [FORCE] | UNSET AGGREGATION POLICY
  | SET JOIN POLICY name [FORCE] | UNSET JOIN POLICY
metric-action:
  SET DATA_METRIC_SCHEDULE '=' metric-schedule | UNSET DATA_METRIC_SCHEDULE
  | ADD DATA METRIC FUNCTION (metric-on [expectations]) ... | DROP DATA METRIC FUNCTION metric-on ...
  | MODIFY DATA METRIC FUNCTION (metric-on (SUSPEND | RESUME | (ADD | MODIFY) expectations | DROP EXPECTATION identifier)) ...
metric-on: name ON '(' [(TABLE '(' name '(' identifier ... ')' ')' | TABLE name '(' identifier ... ')' | identifier) ...] ')'
expectations: EXPECTATION identifier '(' expr ')' (',' EXPECTATION identifier '(' expr ')')*

drop:
  DROP (TABLE | VIEW | SCHEMA) [IF EXISTS] name [CASCADE | RESTRICT] | DROP DATABASE [IF EXISTS] account-name [CASCADE | RESTRICT]
  | DROP (WAREHOUSE | ROLE | NOTIFICATION INTEGRATION | INTEGRATION) [IF EXISTS] account-name
  | DROP (MATERIALIZED VIEW | DYNAMIC TABLE | ONLINE FEATURE TABLE | TASK | ALERT | TAG | DATABASE ROLE | STREAM | SEQUENCE
    | MASKING POLICY | ROW ACCESS POLICY | STAGE | FILE FORMAT) [IF EXISTS] name
  | DROP (PROCEDURE | FUNCTION) [IF EXISTS] name '(' [(type | TABLE '(' type ... ')') ...] ')'
undrop: UNDROP (TABLE | SCHEMA | DATABASE | DYNAMIC TABLE | TAG) name
`
