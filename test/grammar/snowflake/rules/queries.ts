/** Queries, and the statements that change rows. */
export const queries = `
query "a query": [with] set-of-rows [order-by] [limit]
with: WITH [RECURSIVE] common-table ...
common-table: identifier [columns] AS '(' query ')'
set-of-rows: rows-of ((UNION [ALL] [BY NAME] | INTERSECT | EXCEPT | MINUS) rows-of)*
rows-of: select | '(' query ')'
select:
  SELECT [ALL | DISTINCT] [TOP integer] selected ... [INTO bind ...]
  [FROM from-item ...]
  [WHERE expr]
  [GROUP BY (ALL !',' | grouping ...)]
  [HAVING expr]
  [QUALIFY expr]
selected: every-column | expr [AS identifier | short-alias]
every-column: [identifier '.' [identifier '.' [identifier '.']]] '*'
  [ILIKE text] [EXCLUDE (identifier | columns)]
  [REPLACE '(' (expr AS identifier) ... ')'] [RENAME (identifier AS identifier | '(' (identifier AS identifier) ... ')')]
grouping:
  (CUBE | ROLLUP) '(' expr ... ')'
  | GROUPING SETS '(' (ROLLUP '(' expr ... ')' | CUBE '(' expr ... ')' | '(' ')' | expr) ... ')'
  | expr
limit: LIMIT (integer | NULL | bind | text) [OFFSET (integer | NULL | bind)] | [OFFSET integer [ROW | ROWS]] FETCH [FIRST | NEXT] integer [ROW | ROWS] [ONLY]

from-item: relation join*
join:
  [INNER] JOIN relation join-condition
  | [INNER] JOIN (lateral | table-call)
  | (LEFT | RIGHT | FULL) [OUTER] JOIN relation join-condition
  | CROSS JOIN relation
  | NATURAL [INNER | (LEFT | RIGHT | FULL) [OUTER]] JOIN relation
  | ASOF JOIN relation MATCH_CONDITION '(' operand ('>=' | '<=' | '>' | '<') operand ')' [join-condition]
join-condition: ON expr | USING columns
relation "a table or a query":
  lateral | table-call
  | '(' query ')' [relation-alias]
  | '(' values ')' [relation-alias]
  | '(' from-item ')' [relation-alias]
  | values [relation-alias]
  | ONLY name [relation-alias]
  | name [moment] [changes] [pivoted] [relation-alias] [sampled]
  | variable [relation-alias] | bind [relation-alias]
relation-alias: (AS identifier | short-alias) [columns]
values: VALUES ('(' expr ... ')') ...
lateral: LATERAL (FLATTEN '(' flatten-argument ... ')' | '(' query ')' | own-call | table-call) [relation-alias]
table-call: TABLE '(' (FLATTEN '(' flatten-argument ... ')' | table-function | name '(' [argument ...] ')' | text | bind | variable) [over-plain] ')' [relation-alias]
flatten-argument:
  INPUT '=>' expr | PATH '=>' text | OUTER '=>' (TRUE | FALSE) | RECURSIVE '=>' (TRUE | FALSE) | MODE '=>' text
table-function:
  GENERATOR '(' ((ROWCOUNT | TIMELIMIT) '=>' signed) ... ')'
  | RESULT_SCAN '(' expr ')'
  | SPLIT_TO_TABLE '(' expr ',' expr ')' | STRTOK_SPLIT_TO_TABLE '(' expr [',' expr] ')'
  | (INFORMATION_SCHEMA | identifier '.' INFORMATION_SCHEMA) '.' identifier '(' [argument ...] ')'
moment: (AT | BEFORE) '(' (TIMESTAMP | OFFSET | STATEMENT | STREAM) '=>' expr ')'
changes: CHANGES '(' INFORMATION '=>' (DEFAULT | APPEND_ONLY) ')' moment [END '(' (TIMESTAMP | OFFSET | STATEMENT) '=>' expr ')']
sampled: (SAMPLE | TABLESAMPLE) [BERNOULLI | ROW | SYSTEM | BLOCK] '(' (number | bind) [ROWS] ')' [(REPEATABLE | SEED) '(' integer ')']
pivoted:
  PIVOT '(' call FOR column IN '(' (ANY [order-by] | query | (expr [[AS] identifier]) ...) ')' [DEFAULT ON NULL '(' expr ')'] ')'
  | UNPIVOT [(INCLUDE | EXCLUDE) NULLS] '(' identifier FOR identifier IN '(' (column [[AS] (identifier | text)]) ... ')' ')'

insert: INSERT [OVERWRITE] INTO name [columns] (VALUES ('(' (expr | DEFAULT) ... ')') ... | query)
update: UPDATE name [relation-alias] SET assignment ... [FROM from-item ...] [WHERE expr]
assignment: column '=' (DEFAULT | expr)
delete: DELETE FROM name [relation-alias] [USING relation ...] [WHERE expr]
merge: MERGE INTO name [relation-alias] USING relation ON expr merge-clause+
merge-clause:
  WHEN MATCHED [AND expr] THEN (UPDATE SET assignment ... | UPDATE ALL BY NAME | DELETE)
  | WHEN NOT MATCHED [AND expr] THEN INSERT ([columns] VALUES '(' (expr | DEFAULT) ... ')' | ALL BY NAME)
truncate: TRUNCATE [TABLE] [IF EXISTS] name
`
