import { didYouMean, entry, oneOf } from './entry.ts'

/** What a serving may be on Snowflake, and what a plan says of such objects. */
export const servingCodes = {
  F381: entry<{ readonly kind: string; readonly needs: string; readonly target: string; readonly edition: string }>({
    severity: 'error',
    message: p => `${p.kind} needs the ${p.needs} edition, and target '${p.target}' is ${p.edition}`,
    hint: p => `say snowflake({ edition: '${p.needs}' }) if the account has it, or leave 'as' out`,
    explain: 'Snowflake offers some kinds of objects only from an edition on. The edition of the account is said on the target; standard unless given.',
  }),
  F382: entry<{ readonly kind: string; readonly serving: string; readonly first: string; readonly second: string; readonly feature: string }>({
    severity: 'error',
    message: p => `${p.kind} reads one table, and '${p.serving}' would join '${p.first}' with '${p.second}' (for '${p.feature}')`,
    hint: () => "list the features of one view, or serve it as 'dynamic table'",
    explain:
      'A materialized view of Snowflake selects from exactly one table: no joins, not even with itself. Features of several views stand in several tables.',
  }),
  F383: entry<{ readonly kind: string; readonly serving: string; readonly freshness: string; readonly limit: string }>({
    severity: 'error',
    message: p => `${p.kind} lags ${p.limit} behind, and '${p.serving}' wants freshness ${p.freshness}`,
    hint: () => 'choose a freshness within the limits, or leave the kind to the compiler',
    explain:
      'The target lag is bounded: at least a minute for dynamic and interactive tables, ten seconds to eight days for online feature tables. A view and a materialized view do not lag.',
  }),
  F384: entry<{ readonly kind: string; readonly serving: string }>({
    severity: 'error',
    message: p => `'${p.serving}' is to be refreshed when its readers are (freshness: 'downstream'), which ${p.kind} cannot`,
    hint: () => "give a freshness such as '5m', or serve it as 'dynamic table'",
    explain: 'DOWNSTREAM is a target lag of dynamic tables alone: such a table is refreshed only when a dynamic table that reads it is.',
  }),
  F385: entry<{ readonly kind: string; readonly entity: string; readonly found: string }>({
    severity: 'error',
    message: p => `${p.kind} needs a primary key, and entity '${p.entity}' ${p.found}`,
    hint: () => "serve it as 'dynamic table' or 'view'",
    explain:
      'Online feature tables and hybrid tables find a row by its primary key, which is made of the keys of the entity: there has to be one, of types that are compared exactly.',
  }),
  F386: entry<{ readonly column: string; readonly candidates: readonly string[]; readonly near: string | null }>({
    severity: 'error',
    message: p => `clusterBy names '${p.column}', which the serving does not show`,
    hint: didYouMean,
    explain: 'A serving is clustered by its own columns: keys, feature_time and the features that it lists.',
  }),
  F387: entry<{ readonly kind: string; readonly found: string; readonly rule: string }>({
    severity: 'error',
    message: p => `${p.kind} ${p.rule}: found ${p.found}`,
    hint: p => (p.rule === 'takes none' ? "leave 'clusterBy' out" : "name the columns that readers filter by in 'clusterBy'"),
    explain: 'An interactive table must be clustered, by the keys unless given; a view, a hybrid table and an online feature table cannot be.',
  }),
  F388: entry<{ readonly kind: string; readonly column: string; readonly found: string; readonly rule: string }>({
    severity: 'error',
    message: p => `${p.kind} cannot be refreshed incrementally: '${p.column}' holds ${p.found} (${p.rule})`,
    hint: () => "leave 'refresh' out, or write refresh: 'full'",
    explain:
      'An incremental refresh computes only what changed, so its query may not hold what depends on the moment, the user or chance, subqueries within expressions, or ANY_VALUE. Such a query is refreshed in full at each refresh.',
  }),
  F389: entry<{ readonly kind: string; readonly option: string }>({
    severity: 'error',
    message: p => `${p.kind} has no option '${p.option}'`,
    hint: p => `leave '${p.option}' out, or serve it as 'dynamic table'`,
    explain: 'How it is refreshed can be chosen for dynamic tables and online feature tables, and when it is first filled for dynamic tables.',
  }),
  F390: entry<{ readonly kind: string; readonly clouds: readonly string[]; readonly target: string; readonly cloud: string }>({
    severity: 'error',
    message: p => `${p.kind} exists on ${oneOf(p.clouds)} only, and target '${p.target}' is on ${p.cloud}`,
    hint: () => "serve it as 'online feature table' or 'interactive table'",
    explain: 'Hybrid tables are offered in commercial regions of AWS and Azure, and not in trial accounts. The cloud of the account is said on the target.',
  }),
  F391: entry<{ readonly serving: string; readonly target: string; readonly asked: string; readonly rejected: readonly string[] }>({
    severity: 'error',
    message: p => `nothing on target '${p.target}' serves '${p.serving}' as asked (${p.asked}): ${p.rejected.join('; ')}`,
    hint: () => 'ask for less, or choose the kind yourself with `as`',
    explain:
      'The compiler takes the first kind of object that obeys the rules of Snowflake and meets the latency and the freshness that are asked for. Here none does.',
  }),
  F392: entry<{ readonly kind: string; readonly serving: string; readonly latency: number; readonly takes: number }>({
    severity: 'warning',
    message: p => `${p.kind} takes about ${p.takes} ms to read a key, and '${p.serving}' wants ${p.latency} ms`,
    hint: () => "leave 'as' out, so that the compiler chooses a faster kind",
    explain: 'The figure is the order of magnitude that documentation speaks of; it was never measured by us.',
  }),
  F393: entry<{ readonly field: string; readonly serving: string }>({
    severity: 'error',
    message: p => `the request field '${p.field}' has the name of a column of '${p.serving}'`,
    hint: () => 'call the field something else',
    explain: 'Computed columns that read the request become a function whose parameters are the fields: within it a name means either a parameter or a column.',
  }),
  F394: entry<{ readonly column: string; readonly feature: string; readonly serving: string }>({
    severity: 'error',
    message: p => `the computed column '${p.column}' reads '${p.feature}', which '${p.serving}' does not list`,
    hint: p => `add '${p.feature}' to the features of the serving`,
    explain: 'Computed columns are computed at the moment of reading from the columns that a serving shows.',
  }),
  F395: entry<{ readonly address: string; readonly rows: number | null; readonly because: string }>({
    severity: 'warning',
    message: p => `${p.address} reinitializes: ${p.rows === null ? 'an unknown number of' : p.rows} rows, because of ${p.because}`,
    explain:
      'A dynamic or interactive table whose query, columns or refresh mode change is replaced and computed anew from all that it reads, by its warehouse. Lag, warehouse, cluster keys and comments change in place.',
  }),
  F396: entry<{ readonly address: string; readonly kind: string; readonly because: string; readonly grants: boolean }>({
    severity: 'warning',
    message: p =>
      `${p.address} is recreated, because of ${p.because}: ${p.kind} is empty until its first refresh${p.grants ? '' : ', and grants on it are lost'}`,
    explain: 'Source, primary key and refresh mode of an online feature table cannot be altered. It is replaced, and filled again by its first refresh.',
  }),
  F397: entry<{ readonly address: string; readonly from: string; readonly to: string }>({
    severity: 'warning',
    message: p => `${p.address} becomes ${p.to} and was ${p.from}: for a moment there is nothing under its name, and grants on it are lost`,
    explain: 'An object of one kind cannot replace one of another kind: the former one is dropped first. Readers that come in between find nothing.',
  }),
  F398: entry<{ readonly address: string; readonly rule: string; readonly found: string }>({
    severity: 'error',
    message: p => `${p.address} cannot be a materialized view: ${p.rule}, and its query has ${p.found}`,
    hint: () => "serve it as 'dynamic table'",
    explain:
      'A materialized view holds no joins, subqueries, window functions, HAVING, ORDER BY, LIMIT or DISTINCT, and only some aggregates. A feature view whose columns stand in several storages is joined.',
  }),
  F678: entry<{ readonly serving: string; readonly near: string | null; readonly known: readonly string[] }>({
    severity: 'error',
    message: p => `there is no serving '${p.serving}' ${p.known.length === 0 ? 'in this project' : `(there are ${p.known.join(', ')})`}`,
    hint: p => (p.near === null ? null : `did you mean '${p.near}'?`),
    explain: 'A serving is named by its name or its address, serving.<name>.',
  }),
  F679: entry<{ readonly serving: string; readonly name: string }>({
    severity: 'error',
    message: p => `serving '${p.serving}' is not there: nothing is called ${p.name}`,
    hint: () => 'run feat apply and feat materialize first',
    explain: 'What a serving shows can be verified or looked up once it is deployed.',
  }),
  F680: entry<{ readonly serving: string; readonly differences: number; readonly rows: number }>({
    severity: 'error',
    message: p => `serving '${p.serving}' shows what is not so: ${p.differences} differences in ${p.rows} rows`,
    hint: () => 'feat materialize computes what is due; what differs after that was changed by others, or came into the sources later',
    explain:
      'Served values were compared with the values as of the same time, computed again from the rows of the sources, and served keys with those of the stored views.',
  }),
  F681: entry<{ readonly serving: string; readonly expected: readonly string[]; readonly found: readonly string[] }>({
    severity: 'error',
    message: p => `serving '${p.serving}' is looked up by ${p.expected.join(', ') || 'no key at all'}, not by ${p.found.join(', ') || 'nothing'}`,
    hint: p =>
      p.expected.length === 0
        ? null
        : `give ${p.expected.map(k => `--key ${k}=...`).join(' ')}, or in a program { ${p.expected.map(k => `${k}: ...`).join(', ')} }`,
    explain: 'A serving has one row per key of its entity, and all of its keys say which.',
  }),
  F683: entry<{ readonly name: string; readonly keys: readonly string[] }>({
    severity: 'error',
    message: p => `${p.name} is looked up by ${p.keys.join(', and by ')}`,
    hint: () => 'give each key a value of its type',
    explain: 'The value of a key is read as the type that its entity declares, and the text that was given is no such value.',
  }),
  F682: entry<{ readonly serving: string; readonly option: string }>({
    severity: 'error',
    message: p => `serving '${p.serving}' is live, and '${p.option}' is for rows that are kept`,
    hint: p => `leave '${p.option}' out, or serve it by mode: 'latest'`,
    explain: 'A live serving is a view that merges tiles and the newest raw rows when it is read: nothing of it is kept, refreshed or clustered.',
  }),
}
