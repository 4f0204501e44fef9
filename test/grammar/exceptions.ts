export const parsers = ['sqlglot', 'sqlfluff'] as const
/** The two parsers that know nothing of our grammar. */
export type Parser = (typeof parsers)[number]

/** Statements that a parser does not read, though they are Snowflake SQL: why, and what proves them instead. */
export interface Exception {
  readonly parser: Parser
  /** How such a statement begins. */
  readonly of: RegExp
  /** One that our own grammar accepts and the parser does not. */
  readonly example: string
  readonly why: string
  readonly proof: string
}

const unread = 'keeps it as a command without reading it'
const others = 'our grammar and sqlfluff'

export const exceptions: readonly Exception[] = [
  { parser: 'sqlglot', of: /^CALL /, example: 'CALL "D"."S"."P"(1)', why: unread, proof: others },
  {
    parser: 'sqlglot',
    of: /^CREATE OR REPLACE TABLE \S+ CLONE \S+ COPY GRANTS$/,
    example: 'CREATE OR REPLACE TABLE "S"."T" CLONE "S"."U" COPY GRANTS',
    why: unread,
    proof: others,
  },
]

/** Why a parser need not accept a statement; undefined where it has to. */
export function exceptionFor(parser: Parser, sql: string): Exception | undefined {
  const text = sql.replace(/^(\s*--[^\n]*\n)+/, '')
  return exceptions.find(e => e.parser === parser && e.of.test(text))
}
