import { didYouMean, entry, oneOf } from './entry.ts'

export const objectCodes = {
  // 400 to 429: what a warehouse holds besides tables and views
  F400: entry<{ readonly option: string; readonly column: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `'${p.option}' names the column '${p.column}', which is not there`,
    hint: didYouMean,
    explain: 'What is said of columns in `physical` is said of those that the view or table shows: its keys, its times and its features.',
  }),
  F401: entry<{ readonly option: string; readonly found: number; readonly most: number; readonly why: string }>({
    severity: 'error',
    message: p => `'${p.option}' is ${p.found}, but may be 0 to ${p.most} ${p.why}`,
    explain: 'Former rows of a table are kept for at most one day on the Standard edition and in transient tables, and for at most 90 days on Enterprise.',
  }),
  F402: entry<{ readonly what: string; readonly needs: string; readonly target: string; readonly edition: string }>({
    severity: 'error',
    message: p => `${p.what} need the edition '${p.needs}', and the target '${p.target}' has '${p.edition}'`,
    hint: p => `say edition: '${p.needs}' on the target if the account has it, or leave it out`,
    explain:
      'Tags, masking and row access policies, warehouses of several clusters and data metric functions exist from the Enterprise edition on. A statement that names them fails on Standard.',
  }),
  F403: entry<{ readonly tag: string; readonly value: string; readonly values: readonly string[] }>({
    severity: 'error',
    message: p => `the tag '${p.tag}' may not be '${p.value}', but ${oneOf(p.values)}`,
    explain: 'A tag that is declared on the target with values takes only these: any other is refused by the warehouse.',
  }),
  F404: entry<{ readonly what: string; readonly rule: string }>({
    severity: 'error',
    message: p => `${p.what}: ${p.rule}`,
    explain: 'Snowflake allows up to 50 tags on an object, and up to 256 characters in the value of a tag.',
  }),
  F405: entry<{ readonly option: string; readonly name: string }>({
    severity: 'error',
    message: p => `'${p.name}' in '${p.option}' is no name of Snowflake`,
    hint: () => 'letters, digits, _ and $, not beginning with a digit; parts of a full name between dots: GOV.TAGS.PII',
    explain:
      'Names of roles, warehouses, tags, policies and integrations are printed into statements. Up to three parts are allowed where an object lives in a schema.',
  }),
  F406: entry<{ readonly option: string; readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: p => `'${p.option}' is ${p.found}, expected ${p.expected}`,
    explain:
      'The limits are those of Snowflake: 1 to 10 clusters, a warehouse that is suspended after 0 seconds or more, a task or alert at least once in eight days.',
  }),
  F407: entry<{ readonly channel: string; readonly known: readonly string[]; readonly near: string | null }>({
    severity: 'error',
    message: p => `no notification integration is declared for the channel '${p.channel}'`,
    hint: p => didYouMean(p) ?? `add it to 'notifications' of the target${p.known.length === 0 ? '' : `, beside ${p.known.join(', ')}`}`,
    explain:
      'Where a target declares notification integrations, each monitor becomes an alert that tells its channels. A channel without an integration would tell nobody.',
  }),
  F408: entry<{ readonly version: string }>({
    severity: 'error',
    message: p => `'${p.version}' is no version of a feature view`,
    hint: () => 'letters, digits and _, such as V2',
    explain: "The version stands in the name of the view, NAME$VERSION, by which Snowflake's feature store knows it.",
  }),
  F409: entry<{ readonly view: string; readonly entity: string }>({
    severity: 'warning',
    message: p => `Snowflake's feature store does not show the view '${p.view}': its entity '${p.entity}' has no keys`,
    hint: () => 'say physical: { featureStore: false } on the view',
    explain: 'An entity is a tag with the names of its keys there; one single thing has none. The view keeps its plain name.',
  }),
  F410: entry<{ readonly source: string }>({
    severity: 'error',
    message: p => `source '${p.source}' has a rowKey, but nothing tells which version of a row is the newest`,
    hint: () => "name the column with the time of loading: knownTime, or one that grows with each change: rowVersion: 'changed_at'",
    explain:
      'With a row key a later version of a row takes the place of the former. Which one is later follows from the known time, or from a column that grows from version to version.',
  }),
  F420: entry<{ readonly title: string }>({
    severity: 'error',
    message: p => `'${p.title}' is being done by another run`,
    hint: () =>
      'wait until that run has ended, then run the command again; the table CLAIMS of the state says which session it is, and until when it holds the interval',
    explain:
      'On Snowflake a procedure fills each storage. It claims the interval first, so that a task and a command never compute the same rows at once. A claim ends with its run; one whose session was ended lapses after an hour.',
  }),
}
