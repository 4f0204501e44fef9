/** Roles and what they may do, tags, policies; looking at objects; sessions and transactions. */
export const governance = `
create-role:
  CREATE ([OR REPLACE] ROLE !IF | ROLE IF NOT EXISTS | OR ALTER ROLE) account-name [comment-is] [tags-with]
  | CREATE ([OR REPLACE] DATABASE ROLE !IF | DATABASE ROLE IF NOT EXISTS | OR ALTER DATABASE ROLE) name [comment-is]
alter-role: ALTER (ROLE [IF EXISTS] account-name | DATABASE ROLE [IF EXISTS] name) (RENAME TO name | SET comment-is | UNSET COMMENT | SET tag-values | UNSET TAG names)

grant:
  GRANT ROLE account-name TO (ROLE account-name | USER account-name | DATABASE ROLE name)
  | GRANT DATABASE ROLE name TO (ROLE account-name | DATABASE ROLE name | SHARE account-name)
  | GRANT OWNERSHIP ON grant-object TO grantee [(REVOKE | COPY) CURRENT GRANTS]
  | GRANT privileges-on TO grantee [WITH GRANT OPTION]
revoke:
  REVOKE ROLE account-name FROM (ROLE account-name | USER account-name)
  | REVOKE DATABASE ROLE name FROM (ROLE account-name | DATABASE ROLE name)
  | REVOKE [GRANT OPTION FOR] privileges-on FROM grantee [RESTRICT | CASCADE]
grantee: ROLE account-name | DATABASE ROLE name | APPLICATION ROLE name | USER account-name | SHARE account-name
privileges-on:
  (global-privilege ... | ALL [PRIVILEGES]) ON ACCOUNT
  | (account-object-privilege ... | ALL [PRIVILEGES]) ON account-object account-name
  | (schema-privilege ... | ALL [PRIVILEGES]) ON (SCHEMA name | (ALL | FUTURE) SCHEMAS IN DATABASE name)
  | (object-privilege ... | ALL [PRIVILEGES]) ON grant-object
account-object: DATABASE | WAREHOUSE | INTEGRATION | RESOURCE MONITOR | USER | COMPUTE POOL | CONNECTION | FAILOVER GROUP | REPLICATION GROUP | EXTERNAL VOLUME
grant-object:
  (ALL | FUTURE) object-kinds IN (SCHEMA name | DATABASE name)
  | (PROCEDURE | FUNCTION) name '(' [(type | TABLE '(' type ... ')') ...] ')'
  | (DATABASE ROLE | DATABASE | SCHEMA | WAREHOUSE | ROLE | INTEGRATION) name
  | object-kind name
object-kind:
  TABLE | DYNAMIC TABLE | HYBRID TABLE | INTERACTIVE TABLE | ONLINE FEATURE TABLE | EVENT TABLE | EXTERNAL TABLE | ICEBERG TABLE | VIEW | MATERIALIZED VIEW
  | SEMANTIC VIEW | STAGE | FILE FORMAT | STREAM | TASK | ALERT | TAG | PIPE | SEQUENCE | MASKING POLICY | ROW ACCESS POLICY | AGGREGATION POLICY
  | PROJECTION POLICY | SECRET | MODEL | NOTEBOOK | DATASET
object-kinds:
  TABLES | DYNAMIC TABLES | HYBRID TABLES | INTERACTIVE TABLES | ONLINE FEATURE TABLES | EVENT TABLES | EXTERNAL TABLES | ICEBERG TABLES | VIEWS
  | MATERIALIZED VIEWS | SEMANTIC VIEWS | STAGES | FILE FORMATS | STREAMS | TASKS | ALERTS | TAGS | PIPES | SEQUENCES | PROCEDURES | FUNCTIONS
  | MASKING POLICIES | ROW ACCESS POLICIES | SECRETS | MODELS | NOTEBOOKS | DATASETS
global-privilege:
  CREATE (ACCOUNT | DATABASE | ROLE | USER | WAREHOUSE | INTEGRATION | SHARE | NETWORK POLICY | COMPUTE POOL)
  | APPLY (MASKING POLICY | ROW ACCESS POLICY | AGGREGATION POLICY | PROJECTION POLICY | TAG | SESSION POLICY | PASSWORD POLICY)
  | EXECUTE (TASK | MANAGED TASK | ALERT | MANAGED ALERT | DATA METRIC FUNCTION) | IMPORT SHARE | MANAGE (GRANTS | WAREHOUSES)
  | MONITOR [EXECUTION | USAGE | SECURITY] | ATTACH POLICY | RESOLVE ALL | MODIFY LOG LEVEL | BIND SERVICE ENDPOINT
account-object-privilege:
  APPLYBUDGET | CREATE (SCHEMA | DATABASE ROLE) | IMPORTED PRIVILEGES | MODIFY | MONITOR | USAGE | OPERATE | USE_ANY_ROLE
schema-privilege:
  ADD SEARCH OPTIMIZATION | APPLYBUDGET | MODIFY | MONITOR | USAGE | CREATE [TEMPORARY] creatable
creatable:
  DATA METRIC FUNCTION | FUNCTION | PROCEDURE | object-kind
object-privilege:
  SELECT | INSERT | UPDATE | DELETE | TRUNCATE | REFERENCES | REBUILD | EVOLVE SCHEMA | APPLYBUDGET | USAGE | OPERATE | MONITOR | MODIFY | READ | WRITE
  | APPLY | DELETE

create-tag:
  CREATE ([OR REPLACE] TAG !IF | TAG IF NOT EXISTS | OR ALTER TAG) name [ALLOWED_VALUES quoted-text ...]
  [PROPAGATE '=' (ON_DEPENDENCY_AND_DATA_MOVEMENT | ON_DEPENDENCY | ON_DATA_MOVEMENT) [ON_CONFLICT '=' (text | ALLOWED_VALUES_SEQUENCE)]] [comment-is]
alter-tag:
  ALTER TAG [IF EXISTS] name
  (RENAME TO name | (ADD | DROP) ALLOWED_VALUES quoted-text ... | UNSET ALLOWED_VALUES
  | SET MASKING POLICY name (',' MASKING POLICY name)* [FORCE] | UNSET MASKING POLICY name (',' MASKING POLICY name)*
  | SET PROPAGATE '=' (ON_DEPENDENCY_AND_DATA_MOVEMENT | ON_DEPENDENCY | ON_DATA_MOVEMENT) | UNSET PROPAGATE
  | SET comment-is | UNSET COMMENT)
create-policy:
  CREATE ([OR REPLACE] (MASKING | ROW ACCESS) POLICY !IF | (MASKING | ROW ACCESS) POLICY IF NOT EXISTS | OR ALTER (MASKING | ROW ACCESS) POLICY) name
  AS '(' (identifier type) ... ')' RETURNS type '->' expr [comment-is] [EXEMPT_OTHER_POLICIES '=' boolean]
alter-policy:
  ALTER (MASKING | ROW ACCESS) POLICY [IF EXISTS] name
  (RENAME TO name | SET BODY '->' expr | SET comment-is | UNSET COMMENT | SET tag-values | UNSET TAG names)

comment:
  COMMENT [IF EXISTS] ON COLUMN name '.' identifier IS text
  | COMMENT [IF EXISTS] ON COLUMN identifier ['.' identifier ['.' identifier ['.' identifier]]] IS text
  | COMMENT [IF EXISTS] ON (PROCEDURE | FUNCTION) name '(' [type ...] ')' IS text
  | COMMENT [IF EXISTS] ON (object-kind | SCHEMA | DATABASE ROLE | DATABASE | WAREHOUSE | ROLE | USER | INTEGRATION) name IS text

show:
  SHOW [TERSE] (DATABASES | SCHEMAS | TABLES) [HISTORY] [like] [in-scope] [starts] [limited]
  | SHOW [TERSE] (VIEWS | TASKS | ALERTS | STREAMS | HYBRID TABLES) [like] [in-scope] [starts] [limited]
  | SHOW (DYNAMIC TABLES | INTERACTIVE TABLES | ONLINE FEATURE TABLES | ICEBERG TABLES) [like] [in-scope] [starts] [limited]
  | SHOW (MATERIALIZED VIEWS | TAGS | MASKING POLICIES | ROW ACCESS POLICIES | SEQUENCES | STAGES | FILE FORMATS) [like] [in-scope]
  | SHOW DATA METRIC FUNCTIONS [like] [in-scope] [starts]
  | SHOW [USER | BUILTIN] (PROCEDURES | FUNCTIONS) [like] [in-scope]
  | SHOW INDEXES [IN (TABLE name | ACCOUNT | DATABASE [name] | SCHEMA [name] | name)]
  | SHOW COLUMNS [like] [IN (ACCOUNT | DATABASE [name] | SCHEMA [name] | TABLE [name] | VIEW [name] | name)]
  | SHOW (PRIMARY | UNIQUE | IMPORTED | EXPORTED) KEYS [IN (ACCOUNT | DATABASE [name] | SCHEMA [name] | TABLE name | name)]
  | SHOW WAREHOUSES [like] [WITH PRIVILEGES account-object-privilege ...] | SHOW ROLES [like] [starts] [limited] | SHOW DATABASE ROLES IN DATABASE name [limited]
  | SHOW [NOTIFICATION | STORAGE | SECURITY | API | CATALOG] INTEGRATIONS [like]
  | SHOW PARAMETERS [like] [(IN | FOR) (SESSION | ACCOUNT | (USER | WAREHOUSE | DATABASE | SCHEMA | TASK) [name] | TABLE [name])]
  | SHOW (VARIABLES | TRANSACTIONS | LOCKS) [like] [IN ACCOUNT] | SHOW SECONDARY ROLES | SHOW ORGANIZATION ACCOUNTS [like]
  | SHOW GRANTS ON (ACCOUNT | account-object account-name | SCHEMA name | (PROCEDURE | FUNCTION) name '(' [type ...] ')' | object-kind name)
  | SHOW GRANTS TO (ROLE account-name | USER account-name | DATABASE ROLE name | SHARE account-name)
  | SHOW GRANTS OF (ROLE account-name | DATABASE ROLE name | SHARE account-name)
  | SHOW GRANTS [LIMIT integer]
  | SHOW FUTURE GRANTS (IN (SCHEMA name | DATABASE name) | TO (ROLE account-name | DATABASE ROLE name))
like: LIKE quoted-text
in-scope: IN (ACCOUNT | DATABASE [name] | SCHEMA [name] | APPLICATION name | APPLICATION PACKAGE name | name)
starts: STARTS WITH quoted-text
limited: LIMIT integer [FROM quoted-text]
describe:
  (DESCRIBE | DESC) (PROCEDURE | FUNCTION) name '(' [(type | TABLE '(' type ... ')') ...] ')'
  | (DESCRIBE | DESC) TABLE name [TYPE '=' (COLUMNS | STAGE)]
  | (DESCRIBE | DESC) (VIEW | MATERIALIZED VIEW | DYNAMIC TABLE | ONLINE FEATURE TABLE | TASK | ALERT | SCHEMA | DATABASE | WAREHOUSE | STREAM
    | MASKING POLICY | ROW ACCESS POLICY | SEQUENCE | STAGE | USER | INTEGRATION | NOTIFICATION INTEGRATION | FILE FORMAT) name
  | (DESCRIBE | DESC) RESULT (text | LAST_QUERY_ID '(' ')')

session:
  USE ((DATABASE | WAREHOUSE | ROLE) account-name | [SCHEMA] name | SECONDARY ROLES (ALL | NONE | names))
  | ALTER SESSION SET session-setting+ | ALTER SESSION UNSET session-parameter ...
  | SET (variable-name '=' expr | '(' variable-name ... ')' '=' '(' expr ... ')') | UNSET (variable-name | '(' variable-name ... ')')
variable-name: identifier
session-settings: session-setting (',' session-setting)*
session-setting: session-parameter '=' (boolean | signed)
session-parameter:
  ABORT_DETACHED_QUERY | AUTOCOMMIT | BINARY_INPUT_FORMAT | BINARY_OUTPUT_FORMAT | CLIENT_RESULT_CHUNK_SIZE | CLIENT_SESSION_KEEP_ALIVE
  | CLIENT_SESSION_KEEP_ALIVE_HEARTBEAT_FREQUENCY | CLIENT_TIMESTAMP_TYPE_MAPPING | DATE_INPUT_FORMAT | DATE_OUTPUT_FORMAT
  | ERROR_ON_NONDETERMINISTIC_MERGE | ERROR_ON_NONDETERMINISTIC_UPDATE | JSON_INDENT | LOCK_TIMEOUT | MULTI_STATEMENT_COUNT | QUERY_TAG
  | QUOTED_IDENTIFIERS_IGNORE_CASE | ROWS_PER_RESULTSET | STATEMENT_QUEUED_TIMEOUT_IN_SECONDS | STATEMENT_TIMEOUT_IN_SECONDS | STRICT_JSON_OUTPUT
  | TIMESTAMP_DAY_IS_ALWAYS_24H | TIMESTAMP_INPUT_FORMAT | TIMESTAMP_LTZ_OUTPUT_FORMAT | TIMESTAMP_NTZ_OUTPUT_FORMAT | TIMESTAMP_OUTPUT_FORMAT
  | TIMESTAMP_TYPE_MAPPING | TIMESTAMP_TZ_OUTPUT_FORMAT | TIMEZONE | TIME_INPUT_FORMAT | TIME_OUTPUT_FORMAT | TRANSACTION_ABORT_ON_ERROR
  | TRANSACTION_DEFAULT_ISOLATION_LEVEL | TWO_DIGIT_CENTURY_START | USE_CACHED_RESULT | GEOGRAPHY_OUTPUT_FORMAT | GEOMETRY_OUTPUT_FORMAT | SEARCH_PATH | TRACE_LEVEL | LOG_LEVEL | WEEK_OF_YEAR_POLICY | WEEK_START
transaction:
  BEGIN [WORK | TRANSACTION] [NAME identifier] | START TRANSACTION [NAME identifier] | COMMIT [WORK] | ROLLBACK [WORK]
explain: EXPLAIN CHANGES [USING (TABULAR | JSON | TEXT)] definition | EXPLAIN [USING (TABULAR | JSON | TEXT)] (query | change)

change: insert | update | delete | merge | truncate
definition:
  create-table | create-view | create-dynamic-table | create-materialized-view | create-procedure | create-function | create-data-metric-function
  | create-task | create-alert | create-tag | create-policy | create-warehouse | create-interactive-warehouse | create-schema | create-database
  | create-role | create-online-feature-table | create-hybrid-table | create-interactive-table | create-index
  | alter-table | alter-interactive-table | alter-view | alter-dynamic-table | alter-materialized-view | alter-online-feature-table | alter-procedure
  | alter-data-metric-function | alter-function | alter-task | alter-alert | alter-tag | alter-policy | alter-warehouse | alter-container | alter-role
  | drop-index | drop | undrop | grant | revoke | comment
chain: (show | describe | query | call-procedure) ('->>' (query | change))+
statement "a statement": chain | block-statement | transaction | query | change | call-procedure | execute | definition | show | describe | session | explain
block-statement: EXECUTE IMMEDIATE $block | !(BEGIN (TRANSACTION | WORK | NAME)) block
`
