import { didYouMean, entry, oneOf } from './entry.ts'

export const analyzeCodes = {
  // ---- sources and entities
  F301: entry<{ readonly source: string; readonly entity: string; readonly key: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `source '${p.source}' does not say which column holds '${p.key}' of entity '${p.entity}'`,
    hint: p =>
      p.near === null ? `map it: ${p.entity}.on({ ${p.key}: 'column' })` : `did you mean column '${p.near}'? Map it: ${p.entity}.on({ ${p.key}: '${p.near}' })`,
    explain: 'A source describes an entity only if each of its keys is a column: by the same name, or mapped by entity.on({ key: column }).',
  }),
  F302: entry<{
    readonly source: string
    readonly entity: string
    readonly key: string
    readonly column: string
    readonly found: string
    readonly expected: string
  }>({
    severity: 'error',
    message: p => `column '${p.column}' of source '${p.source}' is ${p.found}, but key '${p.key}' of entity '${p.entity}' is ${p.expected}`,
    explain: 'Keys are compared for equality across sources and views, so they are of one type everywhere.',
  }),
  F303: entry<{ readonly option: string; readonly column: string; readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: p => `'${p.option}' names column '${p.column}', which is ${p.found}; expected ${p.expected}`,
    explain: 'Event time, known time and validity are timestamps; deletedWhen is a boolean.',
  }),
  F304: entry<{ readonly source: string; readonly form: string; readonly option: string }>({
    severity: 'error',
    message: p => `source '${p.source}' is of the form ${p.form} and has no '${p.option}'`,
    hint: p => `name the timestamp column: ${p.option}: '...'`,
    explain: 'Events happen at an event time; a row of a dimension holds from its validFrom on. Without that column no value has a time.',
  }),
  F305: entry<{ readonly source: string; readonly entity: string }>({
    severity: 'error',
    message: p => `source '${p.source}' defines the population of '${p.entity}', which it does not hold`,
    hint: p => `list '${p.entity}' in its entities`,
    explain: 'The population of an entity is read from the columns that hold its keys.',
  }),
  F306: entry<{ readonly entity: string; readonly sources: readonly string[] }>({
    severity: 'error',
    message: p => `the population of '${p.entity}' is defined by ${p.sources.length} sources: ${p.sources.join(', ')}`,
    hint: () => 'leave it in `defines` of one of them',
    explain: 'One source gives the keys of an entity, so that every view has the same rows.',
  }),
  F307: entry<{ readonly source: string; readonly type: string; readonly key: string }>({
    severity: 'error',
    message: p => `key '${p.key}' of '${p.source}' is ${p.type}, which is not compared exactly`,
    explain: 'Keys are of an exact type: varchar, integer, number, date, timestamp or boolean.',
  }),
  // ---- cycles
  F310: entry<{ readonly loop: readonly string[] }>({
    severity: 'error',
    message: p => `features read each other in a circle: ${p.loop.join(' -> ')}`,
    explain: 'A value cannot rest on itself. Read what is below both, or an earlier window, instead.',
  }),
  F311: entry<{ readonly loop: readonly string[] }>({
    severity: 'error',
    message: p => `views read each other in a circle: ${p.loop.join(' -> ')}`,
    hint: () => 'move the features that the others read into a view of their own',
    explain: 'A view is computed as a whole, after the views that it reads.',
  }),
  // ---- grain: rows, sources, entities
  F320: entry<{ readonly one: string; readonly other: string }>({
    severity: 'error',
    message: p => `rows of '${p.one}' and '${p.other}' stand in one expression`,
    hint: () => 'aggregate each, then combine the features',
    explain: 'A row-level expression reads one row of one source; rows of two sources do not belong together before they are aggregated.',
  }),
  F321: entry<{ readonly one: string; readonly other: string }>({
    severity: 'error',
    message: p => `a condition on '${p.other}' filters rows of '${p.one}'`,
    hint: p => `filter by columns of '${p.one}'`,
    explain: 'A condition by where() looks at the row that is aggregated and at nothing else.',
  }),
  F322: entry<{ readonly source: string; readonly form: string; readonly aggregate: string }>({
    severity: 'error',
    message: p => `${p.aggregate} over a window of '${p.source}', which is a ${p.form}`,
    hint: () => 'read its attributes by asOf(...), or declare an events source',
    explain: 'Windows are spans of event time. A dimension or snapshot has states, not events.',
  }),
  F323: entry<{ readonly source: string }>({
    severity: 'error',
    message: p => `asOf of '${p.source}', which holds events`,
    hint: () => "aggregate the events over a window: last(x).over('30d')",
    explain: 'An attribute by asOf reads the state that held at the point; an event holds only at its moment.',
  }),
  F324: entry<{ readonly source: string; readonly entity: string; readonly holds: readonly string[] }>({
    severity: 'error',
    message: p => `source '${p.source}' does not describe entity '${p.entity}'; it describes ${oneOf(p.holds)}`,
    hint: p => `list '${p.entity}' in the entities of the source, or choose a role: source.by(${p.entity}.on({ ... }))`,
    explain: 'A feature of an entity aggregates rows that hold the keys of that entity.',
  }),
  F325: entry<{ readonly feature: string; readonly of: string; readonly entity: string }>({
    severity: 'error',
    message: p => `'${p.feature}' is a feature of '${p.of}' where one of '${p.entity}' is due`,
    hint: p => `reach it by ${p.of}.at({ key }, feature)`,
    explain: 'Features of one expression describe one entity. The feature of another entity is looked up by its keys.',
  }),
  F326: entry<{ readonly entity: string; readonly missing: readonly string[]; readonly extra: readonly string[]; readonly where: string }>({
    severity: 'error',
    message: p =>
      `${p.where} of '${p.entity}' ${[
        ...(p.missing.length > 0 ? [`misses the key ${p.missing.join(', ')}`] : []),
        ...(p.extra.length > 0 ? [`gives ${p.extra.join(', ')}, which ${p.extra.length > 1 ? 'are no keys' : 'is no key'}`] : []),
      ].join(' and ')}`,
    explain: 'An entity is found by all of its keys, no fewer and no others.',
  }),
  F327: entry<{ readonly source: string }>({
    severity: 'error',
    message: p => `one expression reads rows of '${p.source}' in two roles`,
    hint: () => 'take all columns from the same source.by(...)',
    explain: 'A row describes an entity by one choice of key columns; aggregate each role, then combine the features.',
  }),
  F328: entry<{ readonly what: string }>({
    severity: 'error',
    message: p => `${p.what} reads no column of a source`,
    hint: () => 'a constant needs no aggregate and no asOf',
    explain: 'Aggregates and asOf look at rows; there are none to look at here.',
  }),
  F329: entry<{ readonly view: string; readonly entity: string }>({
    severity: 'error',
    message: p => `view '${p.view}' has no rows: no source holds keys of '${p.entity}'`,
    hint: p => `list '${p.entity}' among the entities of a source`,
    explain:
      'A view has one row per living key and point. Keys come from the source that defines the entity, else from the sources that the view reads, else from all that hold the entity.',
  }),
  // ---- types
  F339: entry<{ readonly missing: readonly string[] }>({
    severity: 'error',
    message: p => `encode leaves out ${oneOf(p.missing)}`,
    hint: () => 'give a number for each value of the category',
    explain: 'An encoding names every value of its category, so that a new value is noticed instead of falling silently to otherwise.',
  }),
  F340: entry<{ readonly fn: string; readonly position: number; readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: p => `${p.fn}: argument ${p.position} is ${p.found}; expected ${p.expected}`,
    explain: 'The functions of the language take values of fixed types; there are no conversions besides those between numbers, and from date to timestamp.',
  }),
  F341: entry<{ readonly fn: string; readonly types: readonly string[] }>({
    severity: 'error',
    message: p => `${p.fn}: ${p.types.join(' and ')} have no common type`,
    explain: 'Compared or chosen values are of one type. Numbers go together, and a date with a timestamp.',
  }),
  F342: entry<{ readonly value: string; readonly values: readonly string[]; readonly near: string | null }>({
    severity: 'error',
    message: p => `'${p.value}' is none of the values ${oneOf(p.values)}`,
    hint: didYouMean,
    explain: 'A category holds one of its declared values; comparing it with another one is always false.',
  }),
  F343: entry<{ readonly aggregate: string; readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: p => `${p.aggregate} of ${p.found}; expected ${p.expected}`,
    explain: 'Each aggregate is defined for some types: sums and averages for numbers, rate for booleans, min and max for what has an order.',
  }),
  F344: entry<{ readonly from: string; readonly to: string }>({
    severity: 'error',
    message: p => `${p.from} cannot be cast to ${p.to}`,
    explain: 'Only casts that mean the same on both engines exist.',
  }),
  F345: entry<{ readonly value: string; readonly type: string }>({
    severity: 'error',
    message: p => `${p.value} is no ${p.type}`,
    explain: 'A literal stands for a value of the type that it is compared with; dates and timestamps are ISO text in UTC.',
  }),
  F346: entry<{ readonly value: string; readonly type: string }>({
    severity: 'error',
    message: p => `the default ${p.value} does not fit a feature of type ${p.type}`,
    explain: 'A default takes the place of a missing value, so it is of the type of the feature.',
  }),
  F347: entry<{ readonly check: string; readonly type: string; readonly expected: string }>({
    severity: 'error',
    message: p => `the check ${p.check} is for ${p.expected}, but the feature is ${p.type}`,
    explain: 'A check compares stored values with its bounds, so both are of one type.',
  }),
  F348: entry<{ readonly aggregate: string; readonly source: string }>({
    severity: 'error',
    message: p => `${p.aggregate} needs to know which of two events at the same time is later, but source '${p.source}' has no tieBreak`,
    hint: () => "name the columns that decide: tieBreak: ['loaded_at']",
    explain: 'Without a tie-break, equal data could give different values on two runs or two engines.',
  }),
  F349: entry<{ readonly aggregate: string; readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: p => `the parameter of ${p.aggregate} is ${p.found}; expected ${p.expected}`,
    explain: 'A percentile is a share between 0 and 1; lastN keeps a positive whole number of values.',
  }),
  // ---- time
  F350: entry<{ readonly every: string }>({
    severity: 'error',
    message: p => `the cadence ${p.every} neither divides a day nor is a multiple of one`,
    hint: () => "such as '15m', '1h', '6h', '1d' or '7d'",
    explain: 'Points are multiples of the cadence since 2001-01-01; they meet midnight only if the cadence divides a day or is whole days.',
  }),
  F352: entry<{ readonly from: string; readonly to: string }>({
    severity: 'error',
    message: p => `the split trains until ${p.from} and validates until ${p.to}, which is not later`,
    explain: 'A split by time has its train rows first, then validation, then test.',
  }),
  F745: entry<{ readonly hop: string; readonly every: string }>({
    severity: 'error',
    message: p => `the hop ${p.hop} does not divide the cadence ${p.every}`,
    hint: p => `such as '1h' for points every ${p.every}, or accuracy: 'exact'`,
    explain: 'With a hop, windows begin at its multiples since 2001-01-01. Stored points meet them only if the cadence is a multiple of the hop.',
  }),
  F746: entry<{ readonly hop: string; readonly feature: string; readonly window: string }>({
    severity: 'error',
    message: p => `the hop ${p.hop} is longer than the window ${p.window} of '${p.feature}'`,
    hint: () => 'choose a shorter hop, or put short windows into a view of their own',
    explain: 'A window may count up to a hop more than it says. Beyond its own length that would be another window.',
  }),
  // ---- consumers
  F360: entry<{ readonly what: string; readonly entity: string; readonly of: string; readonly due: string }>({
    severity: 'error',
    message: p => `${p.what} is of entity '${p.entity}', but ${p.of} is of '${p.due}'`,
    explain: 'A serving view and a dataset have one row per key of their entity, so all that they hold describes it.',
  }),
  F361: entry<{ readonly column: string; readonly where: string }>({
    severity: 'error',
    message: p => `${p.where} would have two columns '${p.column}'`,
    hint: () => 'list each feature once, and name computed columns differently',
    explain: 'Each column of a deployed object has its own name, compared without regard to case.',
  }),
  F362: entry<{ readonly column: string; readonly candidates: readonly string[]; readonly near: string | null }>({
    severity: 'error',
    message: p => `clusterBy names '${p.column}', but the store clusters by ${oneOf(p.candidates)}`,
    hint: didYouMean,
    explain: 'A store is clustered by its keys, feature_date and feature_type.',
  }),
  F363: entry<{ readonly store: string; readonly group: string; readonly entities: readonly string[] }>({
    severity: 'error',
    message: p => `feature_type '${p.group}' of store '${p.store}' mixes views of ${p.entities.join(' and ')}`,
    hint: () => 'one feature_type holds the views of one entity',
    explain: 'The rows of a feature_type have one grain: the keys of one entity and the date.',
  }),
  F364: entry<{ readonly source: string; readonly form: string }>({
    severity: 'error',
    message: p => `the spine '${p.source}' is a ${p.form}`,
    hint: () => 'take an events source: its event times are the moments that are labelled',
    explain: 'Each row of a spine gives a key and the moment for which features and label are computed.',
  }),
  F365: entry<{ readonly model: string; readonly feature: string; readonly dataset: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `model '${p.model}' uses '${p.feature}', which dataset '${p.dataset}' does not hold`,
    hint: didYouMean,
    explain: 'A model reads what it was trained on.',
  }),
  F366: entry<{ readonly statistic: string; readonly on: string; readonly expected: string }>({
    severity: 'error',
    message: p => `statistic ${p.statistic} on ${p.on}; it is for ${p.expected}`,
    explain: 'Statistics of a feature look at its values, statistics of a source at the times of its rows.',
  }),
  F367: entry<{ readonly statistic: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `there is no statistic '${p.statistic}'`,
    hint: didYouMean,
    explain: 'A monitor computes one of the statistics of the language.',
  }),
  F368: entry<{ readonly aggregate: string; readonly feature: string }>({
    severity: 'error',
    message: p => `'${p.feature}' rests on ${p.aggregate}, which cannot be kept current by adding and taking back`,
    hint: () => "serve it by mode: 'latest'",
    explain: 'Live serving merges partial results at the moment of reading; median, percentile and distinct counts need all values.',
  }),
  F369: entry<{ readonly name: string; readonly sum: number }>({
    severity: 'error',
    message: p => `the traffic of the models trained on '${p.name}' adds up to ${p.sum}`,
    hint: () => 'the shares of one use add up to at most 1',
    explain: 'Traffic is the share of requests that a model answers.',
  }),
  F370: entry<{ readonly store: string; readonly view: string }>({
    severity: 'error',
    message: p => `store '${p.store}' lists view '${p.view}' twice`,
    hint: () => 'list each view under one feature_type',
    explain: 'The features of a view are columns of the store, and each column is there once.',
  }),
  // ---- project
  F380: entry<{ readonly what: string; readonly field: string }>({
    severity: 'error',
    message: p => `${p.what} has no ${p.field}, which the policy of this project requires`,
    hint: p =>
      p.field === 'description'
        ? 'write a doc comment above it'
        : p.field === 'owner'
          ? 'set owner on it, on its view or entity, or in the defaults of the config'
          : 'declare a monitor on one of its features',
    explain: 'The config lists policies that every definition has to meet.',
  }),
} as const
