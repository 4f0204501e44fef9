import { entry } from './entry.ts'

export const lowerCodes = {
  // 450 to 452: what an engine cannot say
  F450: entry<{ readonly path: string; readonly dialect: string }>({
    severity: 'error',
    message: p => `the file '${p.path}' cannot be read on ${p.dialect}`,
    hint: () => 'map the source to a table of that target',
    explain:
      'Parquet and CSV files are sources of the local target only. On a warehouse a source is a table, a view or a query: give its name in `sources` of the target.',
  }),
  F451: entry<Record<never, never>>({
    severity: 'error',
    message: () => 'a text holds a NUL character or half of a surrogate pair, which no SQL statement can carry',
    explain: 'Text literals are printed into SQL, which is UTF-8 and ends at a NUL. Remove the character, or compare with a column that holds it.',
  }),
  F452: entry<{ readonly pattern: string; readonly dialect: string; readonly why: string }>({
    severity: 'error',
    message: p => `the regular expression '${p.pattern}' does not mean the same on ${p.dialect}: ${p.why}`,
    hint: () => 'write it with plain groups, classes and greedy repetition',
    explain:
      'A pattern has to mean the same on both engines. Snowflake has POSIX extended expressions with \\d, \\s, \\w and \\b; DuckDB has RE2. What only one of them knows is refused.',
  }),
}
