/** Names, types, terms. */
export const expressions = `
name "a name":
  IDENTIFIER '(' (text | bind | variable) ')'
  | identifier ['.' identifier ['.' identifier]]
account-name "a name": IDENTIFIER '(' (text | bind | variable) ')' | identifier
names: name ...
columns: '(' identifier ... ')'

type "a type":
  (NUMBER | DECIMAL | DEC | NUMERIC) ['(' integer [',' integer] ')']
  | (VARCHAR | CHAR | CHARACTER | STRING | TEXT | NVARCHAR | NVARCHAR2 | NCHAR) ['(' integer ')']
  | (BINARY | VARBINARY) ['(' integer ')']
  | DOUBLE [PRECISION] | FLOAT | FLOAT4 | FLOAT8 | REAL | DECFLOAT ['(' integer ')']
  | INT | INTEGER | BIGINT | SMALLINT | TINYINT | BYTEINT
  | BOOLEAN | DATE
  | (TIMESTAMP_NTZ | TIMESTAMP_LTZ | TIMESTAMP_TZ | TIMESTAMPNTZ | TIMESTAMPLTZ | TIMESTAMPTZ | TIMESTAMP | DATETIME | TIME) ['(' integer ')']
  | VARIANT | GEOGRAPHY | GEOMETRY | UUID | FILE
  | ARRAY ['(' type [NOT NULL] ')']
  | OBJECT ['(' [(identifier type [NOT NULL]) ...] ')']
  | MAP '(' type ',' type [NOT NULL] ')'
  | VECTOR '(' (FLOAT | INT) ',' integer ')'

expr "an expression": conjunction (OR conjunction)*
conjunction: negation (AND negation)*
negation: NOT negation | comparison
comparison:
  row (('=' | '<>' | '!=') (row | '(' query ')') | [NOT] IN '(' (query | row ...) ')')
  | operand [comparing] judging*
judging "an operator": IS [NOT] (NULL | TRUE | FALSE)
row: '(' expr ',' expr ... ')'
comparing "an operator":
  ('=' | '<>' | '!=' | '<=' | '>=' | '<' | '>') ((ALL | ANY | SOME) '(' query ')' | operand)
  | IS [NOT] DISTINCT FROM operand
  | [NOT] BETWEEN operand AND operand
  | [NOT] IN '(' (query | expr ...) ')'
  | [NOT] (LIKE | ILIKE) ((ANY | ALL) '(' expr ... ')' | operand) [ESCAPE text]
  | [NOT] (RLIKE | REGEXP) operand
operand: product (adding product)*
adding "an operator": '+' | '-' | '||'
product: signed (multiplying signed)*
multiplying "an operator": '*' | '/' | '%'
signed: ('+' | '-')* cast
cast: primary (cast-step)*
cast-step "an operator": '::' type | ':' path-step path-more* | '[' operand ']' | '.' path-step !'(' | COLLATE text
path-more: '.' path-step | '[' operand ']'

primary:
  literal | EXISTS '(' query ')' | case | call | constant
  | '(' query ')' | '(' expr ')'
  | bind | variable | column | '[' [expr ...] ']' | '{' [(text ':' expr) ...] '}'
  | PRIOR operand
literal:
  number | text | TRUE | FALSE | NULL
  | DATE quoted-text | TIME quoted-text
  | (TIMESTAMP | TIMESTAMP_NTZ | TIMESTAMP_LTZ | TIMESTAMP_TZ) quoted-text
  | INTERVAL interval-text
constant:
  (CURRENT_DATE | CURRENT_TIME | CURRENT_TIMESTAMP | CURRENT_USER | LOCALTIME | LOCALTIMESTAMP) !'('
case:
  CASE (WHEN expr THEN expr)+ [ELSE expr] END
  | CASE expr (WHEN expr THEN expr)+ [ELSE expr] END
column "a column":
  identifier [within [within [within]]] !'('
within "an operator": '.' identifier
bind "a parameter": ':' identifier ('.' identifier)* | ':' integer | '?'

call "a call of a function": known-call | own-call
own-call:
  identifier '.' identifier '.' identifier '(' [argument ...] ')'
  | loose-identifier ('.' identifier)+ '(' [argument ...] ')'
argument: identifier '=>' expr | expr
known-call-of-parts:
  CAST '(' expr AS type [RENAME FIELDS | ADD FIELDS] ')'
  | TRY_CAST '(' expr AS type ')'
  | EXTRACT '(' any-part (FROM | ',') expr ')'
  | POSITION '(' (operand IN expr | expr ',' expr [',' expr]) ')'
  | DATEADD '(' date-part ',' expr ',' expr ')'
  | TIMEADD '(' date-part ',' expr ',' expr ')'
  | TIMESTAMPADD '(' date-part ',' expr ',' expr ')'
  | DATEDIFF '(' date-part ',' expr ',' expr ')'
  | TIMEDIFF '(' date-part ',' expr ',' expr ')'
  | TIMESTAMPDIFF '(' date-part ',' expr ',' expr ')'
  | DATE_TRUNC '(' any-part ',' expr ')'
  | DATE_PART '(' any-part ',' expr ')'
  | LAST_DAY '(' expr [',' date-part] ')'
  | NEXT_DAY '(' expr ',' weekday-text ')'
  | PREVIOUS_DAY '(' expr ',' weekday-text ')'
  | TIME_SLICE '(' expr ',' operand ',' date-part [',' mode-text] ')'

over-any: OVER '(' [partition-by] [order-by [frame]] ')'
over-ordered: OVER '(' [partition-by] order-by [frame] ')'
over-ranked: OVER '(' [partition-by] order-by ')'
over-plain: OVER '(' [partition-by] ')'
within-group: WITHIN GROUP '(' order-by ')'
null-treatment: (IGNORE | RESPECT) NULLS
partition-by: PARTITION BY expr ...
order-by: ORDER BY (order-item ... | ALL [direction])
order-item: expr direction
direction: [ASC | DESC] [NULLS (FIRST | LAST)]
frame:
  ROWS BETWEEN (UNBOUNDED PRECEDING | CURRENT ROW | row-distance PRECEDING | row-distance FOLLOWING)
    AND (UNBOUNDED FOLLOWING | CURRENT ROW | row-distance PRECEDING | row-distance FOLLOWING)
  | RANGE BETWEEN (UNBOUNDED PRECEDING | CURRENT ROW | range-distance PRECEDING | range-distance FOLLOWING)
    AND (UNBOUNDED FOLLOWING | CURRENT ROW | range-distance PRECEDING | range-distance FOLLOWING)
  | (ROWS | RANGE) (UNBOUNDED PRECEDING | CURRENT ROW)
  | ROWS row-distance PRECEDING
row-distance: integer | bind
range-distance: INTERVAL interval-text | number
`
