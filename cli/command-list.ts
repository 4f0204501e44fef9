import type { CommandSpec, OptionSpec } from './command.ts'

/** Options that every command takes, before or after its name. */
export const globalOptions: readonly OptionSpec[] = [
  ['-C, --root <folder>', 'the project (default: the current folder)'],
  ['--config <file>', 'the config, relative to the project (default: features.config.ts)'],
  ['--target <name>', 'the target to work on (default: defaultTarget of the config)'],
  ['--env <name>', 'a named environment of the target, such as pr-123 (default: the main one)'],
  ['--lock-timeout <seconds>', 'how long to wait for a warehouse that another command holds (default: 30)'],
  ['--no-color', 'no colors, even on a terminal'],
]

export const commandGroups: readonly (readonly [name: string, summary: string])[] = [
  ['dataset', 'training sets: labels with features as of their time'],
  ['state', 'look at what was applied'],
  ['verify', 'prove what is promised'],
]

const json: OptionSpec = ['--json', 'print JSON on standard output, with a format_version']
const autoApprove: OptionSpec = ['--auto-approve', 'do not ask']
const allowDestroy: OptionSpec = ['--allow-destroy', 'allow what drops data whose declaration is gone']
const verbose: OptionSpec = ['-v, --verbose', 'show the SQL of each step']
const now: OptionSpec = ['--now <time>', 'the moment that counts as now, in UTC (default: the clock)']

export const commandList: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: 'write a starter project that runs',
    args: '[folder]',
    options: [],
    load: async () => (await import('./commands/init.ts')).runInit,
  },
  {
    name: 'import',
    summary: "write Snowflake's feature store or dynamic tables as TypeScript",
    args: '<what>',
    description:
      "Write definitions that others hold as TypeScript: a file or folder of 'snow feature' (YAML), or 'dynamic-tables', those of a Snowflake target. What has no like here is named.",
    options: [
      ['--out <folder>', 'where to write (default: features/imported)'],
      ['--dry-run', 'print what would be written'],
      ['--overwrite', 'replace files that say something else'],
      ['--manifest-target <name>', 'the target of manifest.yml whose values fill templates (default: its default_target)'],
      ['--schema <database.schema>', "where the dynamic tables are (default: the target's own)"],
      ['--like <pattern>', 'only dynamic tables whose names fit, with % and _ as in LIKE'],
      ['--entity <name>', 'the entity of dynamic tables that do not say theirs'],
      ['--key <column>', 'a key of that entity', 'repeatable'],
      ['--time <column>', 'the column with the time of their rows'],
      json,
    ],
    load: async () => (await import('./commands/import.ts')).runImport,
  },
  {
    name: 'fixture',
    summary: 'fill the embedded warehouse with raw sample data',
    args: '<name>',
    description: 'Fill the embedded warehouse with raw sample data. The one data set is logistics; the same options give the same rows.',
    options: [
      ['--until <date>', 'the day the data ends before, or today (default: today)'],
      ['--days <n>', 'days of history'],
      ['--customers <n>', 'number of customers'],
      ['--vehicles <n>', 'number of vehicles'],
      ['--deliveries <n>', 'number of deliveries'],
      ['--seed <n>', 'another seed gives other rows'],
    ],
    load: async () => (await import('./commands/fixture.ts')).runFixture,
  },
  {
    name: 'plan',
    summary: 'show what apply would change, and why',
    description: 'Show what apply would change, and why. Changes nothing.',
    options: [
      ['--out <file>', 'save the plan, to apply exactly it later'],
      ['--detailed-exitcode', 'exit with 0: no changes, 1: error, 2: changes'],
      allowDestroy,
      verbose,
      json,
    ],
    load: async () => (await import('./commands/plan.ts')).runPlan,
  },
  {
    name: 'apply',
    summary: 'make the warehouse match the declarations',
    args: '[planfile]',
    description: 'Make the warehouse match the declarations: plan, ask, change. With a saved plan: exactly what it holds, without asking.',
    options: [autoApprove, allowDestroy, verbose, json],
    load: async () => (await import('./commands/apply.ts')).runApply,
  },
  {
    name: 'materialize',
    summary: 'compute what is missing and due',
    description: 'Compute tiles, feature rows, stores and serving tables: what is missing and due, or a span that is given.',
    options: [
      ['--from <time>', 'first point (default: what is missing)'],
      ['--to <time>', 'only points before this time (default: what is due)'],
      now,
      ['--only <name>', 'only this view, store or serving and what it reads', 'repeatable'],
      ['--restate', 'compute again what is computed: of the span that is given, or else the points that rows have touched which came too late'],
      ['--estimate', 'only say how much there is to compute, and how long that may take'],
      json,
    ],
    load: async () => (await import('./commands/materialize.ts')).runMaterialize,
  },
  {
    name: 'compact',
    summary: 'make one table of the column groups of a view',
    args: '[view]',
    description:
      'Make one table of the column groups that a view, or each view, has got by features that were added later. Values are copied, not computed again, and the tables that they were in are kept for some days.',
    options: [autoApprove, verbose, json],
    load: async () => (await import('./commands/compact.ts')).runCompact,
  },
  {
    name: 'show',
    summary: 'one feature: value, point, definition, lineage, SQL',
    args: '<feature>',
    options: [['-k, --key <name=value>', 'a join key of the entity', 'repeatable'], ['--at <time>', 'as of this time (default: the newest point)'], json],
    load: async () => (await import('./commands/show.ts')).runShow,
  },
  {
    name: 'status',
    summary: 'what exists, and where to look',
    options: [json],
    load: async () => (await import('./commands/status.ts')).runStatus,
  },
  {
    name: 'lookup',
    summary: 'the row that a serving shows of a key',
    args: '<serving>',
    options: [['--key <name=value>', 'a key of its entity', 'repeatable'], json],
    load: async () => (await import('./commands/lookup.ts')).runLookup,
  },
  {
    name: 'verify leakage',
    summary: 'prove that no feature knows what came after its point',
    description:
      'Compute every feature and dataset from sample rows in memory, and again after inserting, changing and deleting rows that nobody could have known at a moment; name each value that moves, and the row that moved it.',
    options: [
      ['--only <name>', 'only this feature, the features of this view, or this dataset', 'repeatable'],
      ['--at <time>', 'the moment (default: one that suits the definitions)'],
      json,
    ],
    load: async () => (await import('./commands/verify-leakage.ts')).runVerifyLeakage,
  },
  {
    name: 'verify serving',
    summary: 'compare served values with those as of the same time, computed again',
    args: '[name]',
    description:
      'Compute what a serving shows again from the rows of the sources, as of the time of its rows, and compare: values that differ by feature, keys that are missing, and keys that should not be there.',
    options: [
      ['--sample <n>', 'compare the values of so many keys, chosen by their hash (default: 10000)'],
      ['--at <time>', 'the moment that the served rows are to be as of (default: when they were computed)'],
      json,
    ],
    load: async () => (await import('./commands/verify-serving.ts')).runVerifyServing,
  },
  {
    name: 'generate',
    summary: 'write generated/: SQL of both dialects, tests, catalog',
    options: [['--check', 'write nothing; fail when a file is not current'], json],
    load: async () => (await import('./commands/generate.ts')).runGenerate,
  },
  {
    name: 'dataset build',
    summary: 'compute a new version of a training set',
    args: '<name>',
    description:
      'Compute a new version of a dataset: every example once, with its label and each feature as it was available at its time. As a table NAME__V<n> that NAME shows, or as a file.',
    options: [
      ['--out <file>', 'write a file: .parquet, .csv or .arrow (for which the package apache-arrow is needed)'],
      ['--table', 'write a table of the warehouse (default)'],
      ['--from <time>', 'only examples from this time on'],
      ['--to <time>', 'only examples before this time'],
      ['--known <time>', 'only what was known before this time'],
      now,
      ['--force', 'replace a file that is there'],
      ['--partial', 'leave values NULL whose views are not computed for the time'],
      json,
    ],
    load: async () => (await import('./commands/dataset.ts')).runDatasetBuild,
  },
  {
    name: 'dataset list',
    summary: 'the datasets, and what was built of them',
    options: [json],
    load: async () => (await import('./commands/dataset.ts')).runDatasetList,
  },
  {
    name: 'dataset show',
    summary: 'what a version was made of',
    args: '<name[@n]>',
    options: [json],
    load: async () => (await import('./commands/dataset.ts')).runDatasetShow,
  },
  {
    name: 'dataset diff',
    summary: 'how two versions differ: rows, values, NULLs, definition',
    args: '<a> <b>',
    options: [json],
    load: async () => (await import('./commands/dataset.ts')).runDatasetDiff,
  },
  {
    name: 'dataset verify',
    summary: 'build a version again, and tell whether its rows are the same',
    args: '<name[@n]>',
    description:
      'Build a version again from what it was made of, without writing it. Exits with 1 where its rows are not the same, and says which input changed.',
    options: [json],
    load: async () => (await import('./commands/dataset.ts')).runDatasetVerify,
  },
  {
    name: 'dataset rebuild',
    summary: 'build a version again, and write it again if its rows are the same',
    args: '<name[@n]>',
    description:
      'Build a version again, and write its rows to where they were. Where they would not be the same, nothing is written: exits with 1, and says which input changed. With --out a further file is written; the version moves there only where its own table or file is gone.',
    options: [['--out <file>', 'write a further file (default: where it was written)'], ['--force', 'replace that file if it is there'], json],
    load: async () => (await import('./commands/dataset.ts')).runDatasetRebuild,
  },
  {
    name: 'state list',
    summary: 'the addresses that were applied',
    options: [json],
    load: async () => (await import('./commands/state.ts')).runStateList,
  },
  {
    name: 'state show',
    summary: 'what state holds about one address',
    args: '<address>',
    options: [json],
    load: async () => (await import('./commands/state.ts')).runStateShow,
  },
  {
    name: 'destroy',
    summary: 'take away everything that was applied here; its tables are kept for some days, in case',
    options: [autoApprove, verbose, json],
    load: async () => (await import('./commands/destroy.ts')).runDestroy,
  },
  {
    name: 'doctor',
    summary: 'check the project, the machine and the warehouse',
    options: [json],
    load: async () => (await import('./commands/doctor.ts')).runDoctor,
  },
]
