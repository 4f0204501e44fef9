import type { Mutation, MutationKind } from './mutations.ts'

/** A mutation that leaves a statement of Snowflake: another one, or the same. The gate accepts it, and no grammar could refuse it. */
export interface Legal {
  readonly kind: MutationKind
  readonly what: RegExp
  readonly before?: RegExp
  readonly after?: RegExp
  readonly why: string
}

const drop = 'drop a keyword'
const swap = 'swap two clauses'
const double = 'duplicate a clause'

/** Few enough to be read. */
export const legalMutations: readonly Legal[] = [
  { kind: drop, what: /^AS$/, after: /^("|[A-Z]+$)/, why: 'AS may be left out before an alias' },
  { kind: drop, what: /^NOT$/, why: 'the opposite condition is one too' },
  { kind: drop, what: /^DISTINCT$/, why: 'all rows may be taken instead' },
  { kind: drop, what: /^ALL$/, before: /^UNION$/, why: 'UNION alone is a set operation too' },
  { kind: drop, what: /^(INNER|LEFT)$/, after: /^JOIN$/, why: 'JOIN alone is an inner join' },
  { kind: drop, what: /^(ASC|DESC)$/, why: 'an order has a direction without being told' },
  { kind: drop, what: /^[A-Z_0-9$]+$/, after: /^\($/, why: 'what is left of a call of one argument is the argument in parentheses' },
  { kind: drop, what: /^(DATE|TIMESTAMP)$/, after: /^'/, why: 'what is left of a literal is a text' },
  { kind: drop, what: /^(VARCHAR|NUMBER)$/, after: /^DEFAULT$/, why: 'a variable takes the type of its value' },
  { kind: drop, what: /^[A-Z_]+$/, before: /^RAISE$/, why: 'RAISE alone raises what is being handled' },
  { kind: drop, what: /^ELSE$/, before: /^;$/, why: 'what follows belongs to the branch before' },
  { kind: drop, what: /^(TRANSIENT|SECURE|COLUMN|CASCADE|FORCE|IMMUTABLE|PRIVILEGES|WITH)$/, why: 'this word may be left out' },
  { kind: drop, what: /^INTO$/, before: /^\)$/, after: /^:$/, why: 'the variable becomes a path into the value' },
  { kind: drop, what: /^TRANSACTION$/, before: /^BEGIN$/, why: 'BEGIN alone begins a transaction' },
  { kind: drop, what: /^TABLE$/, before: /^TRUNCATE$/, why: 'TRUNCATE alone is of a table' },
  { kind: drop, what: /^DROP$/, after: /^NOT$/, why: 'NOT NULL alone sets what DROP NOT NULL takes away' },
  { kind: drop, what: /^VARCHAR$/, before: /^\($/, after: /^\)$/, why: 'a procedure may have no parameters' },
  { kind: drop, what: /^(SCHEMA|DATABASE)$/, before: /^IN$/, why: 'IN alone is in a schema' },
  { kind: drop, what: /^(ROLE|WAREHOUSE)$/, before: /^USE$/, why: 'USE alone is of a database or schema' },
  {
    kind: drop,
    what: /^(DYNAMIC|MATERIALIZED|HYBRID)$/,
    after: /^(TABLE|TABLES|VIEW|VIEWS)$/,
    why: 'tables and views can be made, dropped, shown and commented on as well',
  },
  { kind: drop, what: /^FROM$/, before: /^\)$/, after: /^"/, why: 'the table becomes the alias of a column, and a query needs no table' },
  { kind: drop, what: /^COMMENT$/, before: /^END$/, why: 'the comment becomes what the value is compared with' },
  { kind: double, what: /^(CROSS|INNER|LEFT|ASOF|JOIN)$/, why: 'a relation may be joined twice' },
  { kind: double, what: /^DATA_RETENTION_TIME_IN_DAYS$/, after: /^COMMENT$/, why: 'UNSET may name a setting twice' },
  { kind: swap, what: /^(WAREHOUSE_SIZE|[A-Z]+_CLUSTER_COUNT|SCALING_POLICY|AUTO_SUSPEND|AUTO_RESUME)$/, why: 'settings of a warehouse have no order' },
  { kind: swap, what: /^(WAREHOUSE|SCHEDULE)$/, after: /^(SCHEDULE|WAREHOUSE)$/, why: 'settings of a task have no order' },
  { kind: swap, what: /^(DATA_RETENTION_TIME_IN_DAYS|TARGET_LAG)$/, after: /^(COMMENT|WAREHOUSE)$/, why: 'what SET sets has no order' },
]

/** Why a mutation is legal; undefined where it has to be refused. */
export function legal({ kind, what, before, after }: Mutation): Legal | undefined {
  const fits = (shape: RegExp | undefined, text: string): boolean => shape === undefined || shape.test(text)
  return legalMutations.find(l => l.kind === kind && l.what.test(what) && fits(l.before, before) && fits(l.after, after))
}
