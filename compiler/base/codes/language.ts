import { didYouMean, entry, oneOf } from './entry.ts'

type Unknown = { readonly name: string; readonly near: string | null }

export const languageCodes = {
  F201: entry<{ readonly option: string; readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: p => `'${p.option}' is ${p.found}; expected ${p.expected}`,
    explain: 'An option of a definition holds a value of the wrong kind. The editor shows the same mistake where the file is TypeScript.',
  }),
  F202: entry<{ readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: p => `found ${p.found} where ${p.expected} is expected`,
    explain: 'An expression is made of columns, features, literals and the functions of the language; something else was passed.',
  }),
  F203: entry<{ readonly option: string; readonly found: string }>({
    severity: 'error',
    message: p => `'${p.option}' is ${p.found}, which is no length of time`,
    hint: () => "write a positive whole number with s, m, h or d, such as '15m', '6h' or '30d'",
    explain: 'Lengths of time are a positive whole number and a unit: seconds, minutes, hours or days. Months and years have no fixed length.',
  }),
  F204: entry<{ readonly option: string; readonly found: string }>({
    severity: 'error',
    message: p => `'${p.option}' is ${p.found}, which is no date or UTC instant`,
    hint: () => "write '2026-01-31' or '2026-01-31T08:00:00Z'",
    explain: 'Moments are ISO text in UTC. Other zones and formats are refused, because both engines would have to guess alike.',
  }),
  F205: entry<{ readonly what: string; readonly name: string }>({
    severity: 'error',
    message: p => `the ${p.what} '${p.name}' is no identifier`,
    hint: () => 'use letters, digits and underscores, starting with a letter or an underscore, at most 200 of them',
    explain: 'Names become names of columns and tables on both engines and properties in generated clients, so they are plain identifiers.',
  }),
  F206: entry<{ readonly what: string; readonly name: string; readonly why: string }>({
    severity: 'error',
    message: p => `the ${p.what} cannot be called '${p.name}': ${p.why}`,
    hint: () => 'choose another name',
    explain: 'Stored tables hold further columns beside the features: keys, feature_time, feature_date, feature_type, computed_at and the columns of versions.',
  }),
  F207: entry<{ readonly what: string; readonly name: string; readonly other: string; readonly where: string }>({
    severity: 'error',
    message: p =>
      p.name === p.other
        ? `the ${p.what} '${p.name}' is declared twice${p.where}`
        : `the ${p.what} '${p.name}' differs from '${p.other}' only by case${p.where}`,
    hint: () => 'rename one of them: names are compared without regard to case',
    explain:
      'Snowflake upper-cases names and DuckDB compares them without case, so two names that differ only by case would be one object. Views, stores, servings and datasets are deployed into one schema and share their names.',
  }),
  F208: entry<{ readonly what: string; readonly name: string; readonly from: string }>({
    severity: 'error',
    message: p => `the ${p.what} '${p.name}' says renamedFrom '${p.from}', which is still declared`,
    hint: p => `remove '${p.from}', or remove renamedFrom`,
    explain: 'The option renamedFrom moves what is deployed under the old name to the new one; that is impossible while the old name is in use.',
  }),
  F209: entry<{ readonly found: string }>({
    severity: 'error',
    message: p => `raw SQL ${p.found}`,
    hint: () => 'give a body for snowflake and one for duckdb, as sql`...` templates that interpolate the same columns',
    explain: 'SQL of the author is never translated: both dialects are written out, and both read the same inputs, so that types and lineage hold for both.',
  }),
  F210: entry<{ readonly found: string }>({
    severity: 'error',
    message: p => `versions ${p.found}`,
    hint: () => 'write versions({ 1: ..., 2: ... }, { current: 1 }) as the whole value of a feature',
    explain: 'Versions stand side by side as whole features; their numbers are positive integers, and one of them is what the plain name shows.',
  }),
  F211: entry<Unknown & { readonly what: string; readonly where: string }>({
    severity: 'error',
    message: p => `there is no ${p.what} '${p.name}'${p.where}`,
    hint: didYouMean,
    explain: 'A name does not refer to anything that is declared and exported under features/.',
  }),
  F212: entry<{ readonly fn: string; readonly found: string; readonly expected: readonly string[] }>({
    severity: 'error',
    message: p => `${p.fn} takes ${p.found} where ${oneOf(p.expected)} is expected`,
    explain: 'Some arguments are written into the statement and decide what it means, so they are literals of a known set.',
  }),
  F213: entry<{ readonly what: string; readonly role: string }>({
    severity: 'error',
    message: p => `${p.what} cannot stand in ${p.role}`,
    hint: p => hintOfRole(p.role),
    explain: 'There are two scopes: rows, before over(window) or asOf, and features after it. A label looks into the future and belongs to a dataset alone.',
  }),
} as const

function hintOfRole(role: string): string | null {
  if (role === 'a feature') return "aggregate the rows over a window, such as sum(x).over('30d'), or take an attribute by asOf(x)"
  if (role === 'a row-level expression') return 'aggregate first, then combine the features by derive'
  if (role === 'a lookup') return 'name the value as a feature in a view of that entity, then look the feature up'
  return null
}
