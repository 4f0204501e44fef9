/** Procedures and functions, tasks and alerts, warehouses, and the blocks of Snowflake Scripting that they run. */
export const automation = `
parameters: '(' [(identifier [IN | INPUT | OUT | OUTPUT] type [DEFAULT expr]) ...] ')'
result-table: TABLE '(' [(identifier type) ...] ')'
null-input: CALLED ON NULL INPUT | RETURNS NULL ON NULL INPUT | STRICT
create-procedure:
  CREATE ([OR REPLACE] [TEMP | TEMPORARY] [SECURE] PROCEDURE !IF | [TEMP | TEMPORARY] [SECURE] PROCEDURE IF NOT EXISTS | OR ALTER [SECURE] PROCEDURE)
  name parameters [COPY GRANTS] RETURNS (result-table | type) [[NOT] NULL] [LANGUAGE SQL]
  [null-input] [VOLATILE | IMMUTABLE] [comment-is] [EXECUTE AS (OWNER | CALLER | RESTRICTED CALLER)] AS ($block | block)
alter-procedure:
  ALTER PROCEDURE [IF EXISTS] name '(' [type ...] ')'
  (RENAME TO name | SET comment-is | UNSET COMMENT | SET tag-values | UNSET TAG names | EXECUTE AS (OWNER | CALLER | RESTRICTED CALLER)
  | SET { LOG_LEVEL '=' level & TRACE_LEVEL '=' text })
create-function:
  CREATE ([OR REPLACE] [TEMP | TEMPORARY] [SECURE] FUNCTION !IF | [TEMP | TEMPORARY] [SECURE] FUNCTION IF NOT EXISTS | OR ALTER [SECURE] FUNCTION)
  name parameters [COPY GRANTS] RETURNS (TABLE '(' (identifier type) ... ')' | type) [[NOT] NULL] [LANGUAGE SQL]
  [null-input] [VOLATILE | IMMUTABLE] [MEMOIZABLE] [comment-is] AS $function-body
function-body: (query | expr) [';']
alter-function:
  ALTER FUNCTION [IF EXISTS] name '(' [type ...] ')'
  (RENAME TO name | SET comment-is | UNSET COMMENT | (SET | UNSET) SECURE | SET tag-values | UNSET TAG names)
create-data-metric-function:
  CREATE ([OR REPLACE] [SECURE] DATA METRIC FUNCTION !IF | [SECURE] DATA METRIC FUNCTION IF NOT EXISTS | OR ALTER [SECURE] DATA METRIC FUNCTION) name
  '(' (identifier TABLE '(' (identifier type) ... ')') ... ')' RETURNS NUMBER [[NOT] NULL] [LANGUAGE SQL] [comment-is] AS $function-body
alter-data-metric-function:
  ALTER FUNCTION [IF EXISTS] name '(' TABLE '(' type ... ')' ... ')'
  (RENAME TO name | SET comment-is | UNSET COMMENT | (SET | UNSET) SECURE | SET tag-values | UNSET TAG names)
call-procedure: CALL name '(' [argument ...] ')' [INTO bind ...] | CALL known-call [INTO bind]

create-task:
  CREATE ([OR REPLACE] TASK !IF | TASK IF NOT EXISTS | OR ALTER TASK) name
  (CLONE name [COPY GRANTS] | [tags-with] [{ task-compute & task-property & SCHEDULE '=' task-schedule & CONFIG '=' text & task-overlap & task-timeout
  & task-failures & task-retries & ERROR_INTEGRATION '=' account-name & SUCCESS_INTEGRATION '=' account-name & LOG_LEVEL '=' level & comment-is & FINALIZE '=' name
  & task-interval & task-target & task-least & task-most & session-settings }] [AFTER names] [WHEN expr] AS task-body)
task-compute: WAREHOUSE '=' account-name | USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE '=' (warehouse-size | size-text)
task-property: EXECUTE AS USER name
task-overlap: ALLOW_OVERLAPPING_EXECUTION '=' boolean | OVERLAP_POLICY '=' (NO_OVERLAP | ALLOW_CHILD_OVERLAP | ALLOW_ALL_OVERLAP)
task-timeout: USER_TASK_TIMEOUT_MS '=' integer
task-failures: SUSPEND_TASK_AFTER_NUM_FAILURES '=' integer
task-retries: TASK_AUTO_RETRY_ATTEMPTS '=' integer
task-interval: USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS '=' integer
task-target: TARGET_COMPLETION_INTERVAL '=' task-schedule
task-least: SERVERLESS_TASK_MIN_STATEMENT_SIZE '=' size-text
task-most: SERVERLESS_TASK_MAX_STATEMENT_SIZE '=' size-text
task-body: call-procedure | block | EXECUTE IMMEDIATE ($block | text) | query | change | show
task-settings:
  { task-compute & SCHEDULE '=' task-schedule & CONFIG '=' text & task-overlap & task-timeout & task-failures & task-retries
  & ERROR_INTEGRATION '=' account-name & SUCCESS_INTEGRATION '=' account-name & LOG_LEVEL '=' level & comment-is & task-interval & task-target & task-least & task-most
  & session-settings }
task-unsetting:
  WAREHOUSE | SCHEDULE | CONFIG | ALLOW_OVERLAPPING_EXECUTION | OVERLAP_POLICY | USER_TASK_TIMEOUT_MS | SUSPEND_TASK_AFTER_NUM_FAILURES | LOG_LEVEL
  | COMMENT | ERROR_INTEGRATION | SUCCESS_INTEGRATION | TARGET_COMPLETION_INTERVAL | SERVERLESS_TASK_MIN_STATEMENT_SIZE
  | SERVERLESS_TASK_MAX_STATEMENT_SIZE | session-parameter
alter-task:
  ALTER TASK [IF EXISTS] name
  (RESUME | SUSPEND | (REMOVE | ADD) AFTER names | SET FINALIZE '=' name | UNSET FINALIZE | SET tag-values | UNSET TAG names
  | MODIFY AS task-body | MODIFY WHEN expr | REMOVE WHEN | SET task-settings | UNSET task-unsetting ...)

create-alert:
  CREATE ([OR REPLACE] ALERT !IF | ALERT IF NOT EXISTS | OR ALTER ALERT) name
  (CLONE name | [tags-with] [WAREHOUSE '=' account-name] [SCHEDULE '=' alert-schedule] [CONFIG '=' text] [comment-is]
  IF '(' EXISTS '(' alert-condition ')' ')' THEN alert-action)
alert-condition: query | show | call-procedure
alert-action: call-procedure | block | EXECUTE IMMEDIATE ($block | text) | change | query
alter-alert:
  ALTER ALERT [IF EXISTS] name
  (RESUME | SUSPEND | SET tag-values | UNSET TAG names | SET { WAREHOUSE '=' account-name & SCHEDULE '=' alert-schedule & comment-is }
  | UNSET (WAREHOUSE | COMMENT) ... | MODIFY CONDITION EXISTS '(' alert-condition ')' | MODIFY ACTION alert-action)
execute: EXECUTE TASK name [USING CONFIG '=' text] [RETRY LAST] | EXECUTE ALERT name | EXECUTE IMMEDIATE ($block | text | bind | variable | identifier) [USING columns]

warehouse-size:
  XSMALL | SMALL | MEDIUM | LARGE | XLARGE | XXLARGE | XXXLARGE | X4LARGE | X5LARGE | X6LARGE | X2LARGE | X3LARGE
warehouse-type: WAREHOUSE_TYPE '=' (STANDARD | standard-text)
warehouse-sized: WAREHOUSE_SIZE '=' (warehouse-size | size-text)
warehouse-constraint: RESOURCE_CONSTRAINT '=' (constraint-text | STANDARD_GEN_1 | STANDARD_GEN_2 | MEMORY_1X | MEMORY_16X | MEMORY_64X)
warehouse-suspend: AUTO_SUSPEND '=' (integer | NULL)
warehouse-most: MAX_CLUSTER_COUNT '=' integer
warehouse-least: MIN_CLUSTER_COUNT '=' integer
warehouse-scaling: SCALING_POLICY '=' (STANDARD | ECONOMY | scaling-text)
warehouse-resume: AUTO_RESUME '=' boolean
warehouse-monitor: RESOURCE_MONITOR '=' account-name
warehouse-acceleration: ENABLE_QUERY_ACCELERATION '=' boolean
warehouse-factor: QUERY_ACCELERATION_MAX_SCALE_FACTOR '=' integer
warehouse-level: MAX_CONCURRENCY_LEVEL '=' integer
warehouse-queued: STATEMENT_QUEUED_TIMEOUT_IN_SECONDS '=' integer
warehouse-timeout: STATEMENT_TIMEOUT_IN_SECONDS '=' integer
warehouse-initially: INITIALLY_SUSPENDED '=' boolean
create-warehouse:
  CREATE ([OR REPLACE] WAREHOUSE !IF | WAREHOUSE IF NOT EXISTS | OR ALTER WAREHOUSE) account-name [WITH]
  [{ warehouse-type & warehouse-sized & warehouse-constraint & warehouse-most & warehouse-least & warehouse-scaling & warehouse-suspend & warehouse-resume
  & warehouse-initially & warehouse-monitor & comment-is & warehouse-acceleration & warehouse-factor & warehouse-level & warehouse-queued
  & warehouse-timeout }] [tags-with]
create-interactive-warehouse:
  CREATE [OR REPLACE] INTERACTIVE WAREHOUSE [IF NOT EXISTS] identifier [TABLES '(' names ')'] [WITH]
  [{ warehouse-sized & warehouse-most & warehouse-least & warehouse-suspend & warehouse-resume & warehouse-initially & warehouse-monitor & comment-is
  & FALLBACK_WAREHOUSE '=' account-name & warehouse-level & warehouse-queued & warehouse-timeout }] [tags-with]
alter-warehouse:
  ALTER WAREHOUSE [IF EXISTS] account-name
  (SUSPEND | RESUME [IF SUSPENDED] | ABORT ALL QUERIES | RENAME TO name | SET tag-values | UNSET TAG names | (ADD | DROP) TABLES '(' names ')'
  | SET { warehouse-type & warehouse-sized & warehouse-constraint & warehouse-most & warehouse-least & warehouse-scaling & warehouse-suspend
    & warehouse-resume & warehouse-monitor & comment-is & warehouse-acceleration & warehouse-factor & warehouse-level & warehouse-queued
    & warehouse-timeout & FALLBACK_WAREHOUSE '=' account-name & WAIT_FOR_COMPLETION '=' boolean }
  | UNSET warehouse-property ...)
warehouse-property:
  RESOURCE_MONITOR | COMMENT | AUTO_SUSPEND | AUTO_RESUME | WAREHOUSE_TYPE | WAREHOUSE_SIZE | MAX_CLUSTER_COUNT | MIN_CLUSTER_COUNT | SCALING_POLICY
  | ENABLE_QUERY_ACCELERATION | QUERY_ACCELERATION_MAX_SCALE_FACTOR | MAX_CONCURRENCY_LEVEL | STATEMENT_QUEUED_TIMEOUT_IN_SECONDS
  | STATEMENT_TIMEOUT_IN_SECONDS | FALLBACK_WAREHOUSE

block "a block": [DECLARE declaration+] BEGIN step+ [EXCEPTION handler+] END [identifier] [';']
declaration: declared ';'
declared:
  identifier CURSOR FOR (query | identifier)
  | identifier RESULTSET [(DEFAULT | ':=') '(' (query | show | call-procedure) ')']
  | identifier EXCEPTION ['(' signed ',' text ')']
  | identifier type [(DEFAULT | ':=') expr]
  | identifier (DEFAULT | ':=') expr
handler: WHEN (OTHER | identifier (OR identifier)*) [EXIT | CONTINUE] THEN step+
step: (flow | let | assign | in-block) ';'
in-block: !(BEGIN step) statement-in-block
flow:
  IF '(' expr ')' THEN step+ ((ELSEIF) '(' expr ')' THEN step+)* [ELSE step+] END IF
  | CASE [expr] (WHEN expr THEN step+)+ [ELSE step+] END [CASE]
  | FOR identifier IN ([REVERSE] operand TO operand | identifier) (DO step+ END FOR | LOOP step+ END LOOP) [identifier]
  | WHILE '(' expr ')' (DO step+ END WHILE | LOOP step+ END LOOP) [identifier]
  | REPEAT step+ UNTIL '(' expr ')' END REPEAT [identifier]
  | LOOP step+ END LOOP [identifier]
  | RETURN [TABLE '(' (identifier | query) ')' | expr]
  | RAISE [identifier] | (BREAK | EXIT | CONTINUE | ITERATE) [identifier]
  | OPEN identifier [USING columns] | FETCH identifier INTO [':'] identifier ... | CLOSE identifier
  | AWAIT (ALL | identifier) | CANCEL identifier | NULL
  | [DECLARE declaration+] BEGIN step+ [EXCEPTION handler+] END
let:
  LET identifier CURSOR FOR (query | identifier)
  | LET identifier RESULTSET (DEFAULT | ':=') '(' (query | show | call-procedure | EXECUTE IMMEDIATE expr) ')'
  | LET identifier ([type] (DEFAULT | ':=') assigned | type)
assign: identifier ':=' assigned
assigned: '(' (call-procedure | show | EXECUTE IMMEDIATE expr) ')' | expr
statement-in-block:
  begin-in-block | COMMIT [WORK] | ROLLBACK [WORK] | query | change | call-procedure | execute | definition | show | describe | session
begin-in-block: BEGIN (TRANSACTION | WORK) [NAME identifier] | START TRANSACTION [NAME identifier]
`
