export type Value = string | number | boolean | null

/**
 * One row by column name, in lower case. Decimals, integers beyond 2^53, JSON and nested values are text; times are
 * `YYYY-MM-DDTHH:MM:SS[.ffffff]Z`, dates `YYYY-MM-DD`.
 */
export type Row = Readonly<Record<string, Value>>
