import {
  didYouMean,
  entry,
  leakageCodes,
  oneOf,
  proofCodes
} from "./.run-11631-B3ADFSEE.mjs";

// compiler/base/codes/analyze.ts
var analyzeCodes = {
  // ---- sources and entities
  F301: entry({
    severity: "error",
    message: (p) => `source '${p.source}' does not say which column holds '${p.key}' of entity '${p.entity}'`,
    hint: (p) => p.near === null ? `map it: ${p.entity}.on({ ${p.key}: 'column' })` : `did you mean column '${p.near}'? Map it: ${p.entity}.on({ ${p.key}: '${p.near}' })`,
    explain: "A source describes an entity only if each of its keys is a column: by the same name, or mapped by entity.on({ key: column })."
  }),
  F302: entry({
    severity: "error",
    message: (p) => `column '${p.column}' of source '${p.source}' is ${p.found}, but key '${p.key}' of entity '${p.entity}' is ${p.expected}`,
    explain: "Keys are compared for equality across sources and views, so they are of one type everywhere."
  }),
  F303: entry({
    severity: "error",
    message: (p) => `'${p.option}' names column '${p.column}', which is ${p.found}; expected ${p.expected}`,
    explain: "Event time, known time and validity are timestamps; deletedWhen is a boolean."
  }),
  F304: entry({
    severity: "error",
    message: (p) => `source '${p.source}' is of the form ${p.form} and has no '${p.option}'`,
    hint: (p) => `name the timestamp column: ${p.option}: '...'`,
    explain: "Events happen at an event time; a row of a dimension holds from its validFrom on. Without that column no value has a time."
  }),
  F305: entry({
    severity: "error",
    message: (p) => `source '${p.source}' defines the population of '${p.entity}', which it does not hold`,
    hint: (p) => `list '${p.entity}' in its entities`,
    explain: "The population of an entity is read from the columns that hold its keys."
  }),
  F306: entry({
    severity: "error",
    message: (p) => `the population of '${p.entity}' is defined by ${p.sources.length} sources: ${p.sources.join(", ")}`,
    hint: () => "leave it in `defines` of one of them",
    explain: "One source gives the keys of an entity, so that every view has the same rows."
  }),
  F307: entry({
    severity: "error",
    message: (p) => `key '${p.key}' of '${p.source}' is ${p.type}, which is not compared exactly`,
    explain: "Keys are of an exact type: varchar, integer, number, date, timestamp or boolean."
  }),
  // ---- cycles
  F310: entry({
    severity: "error",
    message: (p) => `features read each other in a circle: ${p.loop.join(" -> ")}`,
    explain: "A value cannot rest on itself. Read what is below both, or an earlier window, instead."
  }),
  F311: entry({
    severity: "error",
    message: (p) => `views read each other in a circle: ${p.loop.join(" -> ")}`,
    hint: () => "move the features that the others read into a view of their own",
    explain: "A view is computed as a whole, after the views that it reads."
  }),
  // ---- grain: rows, sources, entities
  F320: entry({
    severity: "error",
    message: (p) => `rows of '${p.one}' and '${p.other}' stand in one expression`,
    hint: () => "aggregate each, then combine the features",
    explain: "A row-level expression reads one row of one source; rows of two sources do not belong together before they are aggregated."
  }),
  F321: entry({
    severity: "error",
    message: (p) => `a condition on '${p.other}' filters rows of '${p.one}'`,
    hint: (p) => `filter by columns of '${p.one}'`,
    explain: "A condition by where() looks at the row that is aggregated and at nothing else."
  }),
  F322: entry({
    severity: "error",
    message: (p) => `${p.aggregate} over a window of '${p.source}', which is a ${p.form}`,
    hint: () => "read its attributes by asOf(...), or declare an events source",
    explain: "Windows are spans of event time. A dimension or snapshot has states, not events."
  }),
  F323: entry({
    severity: "error",
    message: (p) => `asOf of '${p.source}', which holds events`,
    hint: () => "aggregate the events over a window: last(x).over('30d')",
    explain: "An attribute by asOf reads the state that held at the point; an event holds only at its moment."
  }),
  F324: entry({
    severity: "error",
    message: (p) => `source '${p.source}' does not describe entity '${p.entity}'; it describes ${oneOf(p.holds)}`,
    hint: (p) => `list '${p.entity}' in the entities of the source, or choose a role: source.by(${p.entity}.on({ ... }))`,
    explain: "A feature of an entity aggregates rows that hold the keys of that entity."
  }),
  F325: entry({
    severity: "error",
    message: (p) => `'${p.feature}' is a feature of '${p.of}' where one of '${p.entity}' is due`,
    hint: (p) => `reach it by ${p.of}.at({ key }, feature)`,
    explain: "Features of one expression describe one entity. The feature of another entity is looked up by its keys."
  }),
  F326: entry({
    severity: "error",
    message: (p) => `${p.where} of '${p.entity}' ${[
      ...p.missing.length > 0 ? [`misses the key ${p.missing.join(", ")}`] : [],
      ...p.extra.length > 0 ? [`gives ${p.extra.join(", ")}, which ${p.extra.length > 1 ? "are no keys" : "is no key"}`] : []
    ].join(" and ")}`,
    explain: "An entity is found by all of its keys, no fewer and no others."
  }),
  F327: entry({
    severity: "error",
    message: (p) => `one expression reads rows of '${p.source}' in two roles`,
    hint: () => "take all columns from the same source.by(...)",
    explain: "A row describes an entity by one choice of key columns; aggregate each role, then combine the features."
  }),
  F328: entry({
    severity: "error",
    message: (p) => `${p.what} reads no column of a source`,
    hint: () => "a constant needs no aggregate and no asOf",
    explain: "Aggregates and asOf look at rows; there are none to look at here."
  }),
  F329: entry({
    severity: "error",
    message: (p) => `view '${p.view}' has no rows: no source holds keys of '${p.entity}'`,
    hint: (p) => `list '${p.entity}' among the entities of a source`,
    explain: "A view has one row per living key and point. Keys come from the source that defines the entity, else from the sources that the view reads, else from all that hold the entity."
  }),
  // ---- types
  F339: entry({
    severity: "error",
    message: (p) => `encode leaves out ${oneOf(p.missing)}`,
    hint: () => "give a number for each value of the category",
    explain: "An encoding names every value of its category, so that a new value is noticed instead of falling silently to otherwise."
  }),
  F340: entry({
    severity: "error",
    message: (p) => `${p.fn}: argument ${p.position} is ${p.found}; expected ${p.expected}`,
    explain: "The functions of the language take values of fixed types; there are no conversions besides those between numbers, and from date to timestamp."
  }),
  F341: entry({
    severity: "error",
    message: (p) => `${p.fn}: ${p.types.join(" and ")} have no common type`,
    explain: "Compared or chosen values are of one type. Numbers go together, and a date with a timestamp."
  }),
  F342: entry({
    severity: "error",
    message: (p) => `'${p.value}' is none of the values ${oneOf(p.values)}`,
    hint: didYouMean,
    explain: "A category holds one of its declared values; comparing it with another one is always false."
  }),
  F343: entry({
    severity: "error",
    message: (p) => `${p.aggregate} of ${p.found}; expected ${p.expected}`,
    explain: "Each aggregate is defined for some types: sums and averages for numbers, rate for booleans, min and max for what has an order."
  }),
  F344: entry({
    severity: "error",
    message: (p) => `${p.from} cannot be cast to ${p.to}`,
    explain: "Only casts that mean the same on both engines exist."
  }),
  F345: entry({
    severity: "error",
    message: (p) => `${p.value} is no ${p.type}`,
    explain: "A literal stands for a value of the type that it is compared with; dates and timestamps are ISO text in UTC."
  }),
  F346: entry({
    severity: "error",
    message: (p) => `the default ${p.value} does not fit a feature of type ${p.type}`,
    explain: "A default takes the place of a missing value, so it is of the type of the feature."
  }),
  F347: entry({
    severity: "error",
    message: (p) => `the check ${p.check} is for ${p.expected}, but the feature is ${p.type}`,
    explain: "A check compares stored values with its bounds, so both are of one type."
  }),
  F348: entry({
    severity: "error",
    message: (p) => `${p.aggregate} needs to know which of two events at the same time is later, but source '${p.source}' has no tieBreak`,
    hint: () => "name the columns that decide: tieBreak: ['loaded_at']",
    explain: "Without a tie-break, equal data could give different values on two runs or two engines."
  }),
  F349: entry({
    severity: "error",
    message: (p) => `the parameter of ${p.aggregate} is ${p.found}; expected ${p.expected}`,
    explain: "A percentile is a share between 0 and 1; lastN keeps a positive whole number of values."
  }),
  // ---- time
  F350: entry({
    severity: "error",
    message: (p) => `the cadence ${p.every} neither divides a day nor is a multiple of one`,
    hint: () => "such as '15m', '1h', '6h', '1d' or '7d'",
    explain: "Points are multiples of the cadence since 2001-01-01; they meet midnight only if the cadence divides a day or is whole days."
  }),
  F352: entry({
    severity: "error",
    message: (p) => `the split trains until ${p.from} and validates until ${p.to}, which is not later`,
    explain: "A split by time has its train rows first, then validation, then test."
  }),
  F745: entry({
    severity: "error",
    message: (p) => `the hop ${p.hop} does not divide the cadence ${p.every}`,
    hint: (p) => `such as '1h' for points every ${p.every}, or accuracy: 'exact'`,
    explain: "With a hop, windows begin at its multiples since 2001-01-01. Stored points meet them only if the cadence is a multiple of the hop."
  }),
  F746: entry({
    severity: "error",
    message: (p) => `the hop ${p.hop} is longer than the window ${p.window} of '${p.feature}'`,
    hint: () => "choose a shorter hop, or put short windows into a view of their own",
    explain: "A window may count up to a hop more than it says. Beyond its own length that would be another window."
  }),
  // ---- consumers
  F360: entry({
    severity: "error",
    message: (p) => `${p.what} is of entity '${p.entity}', but ${p.of} is of '${p.due}'`,
    explain: "A serving view and a dataset have one row per key of their entity, so all that they hold describes it."
  }),
  F361: entry({
    severity: "error",
    message: (p) => `${p.where} would have two columns '${p.column}'`,
    hint: () => "list each feature once, and name computed columns differently",
    explain: "Each column of a deployed object has its own name, compared without regard to case."
  }),
  F362: entry({
    severity: "error",
    message: (p) => `clusterBy names '${p.column}', but the store clusters by ${oneOf(p.candidates)}`,
    hint: didYouMean,
    explain: "A store is clustered by its keys, feature_date and feature_type."
  }),
  F363: entry({
    severity: "error",
    message: (p) => `feature_type '${p.group}' of store '${p.store}' mixes views of ${p.entities.join(" and ")}`,
    hint: () => "one feature_type holds the views of one entity",
    explain: "The rows of a feature_type have one grain: the keys of one entity and the date."
  }),
  F364: entry({
    severity: "error",
    message: (p) => `the spine '${p.source}' is a ${p.form}`,
    hint: () => "take an events source: its event times are the moments that are labelled",
    explain: "Each row of a spine gives a key and the moment for which features and label are computed."
  }),
  F365: entry({
    severity: "error",
    message: (p) => `model '${p.model}' uses '${p.feature}', which dataset '${p.dataset}' does not hold`,
    hint: didYouMean,
    explain: "A model reads what it was trained on."
  }),
  F366: entry({
    severity: "error",
    message: (p) => `statistic ${p.statistic} on ${p.on}; it is for ${p.expected}`,
    explain: "Statistics of a feature look at its values, statistics of a source at the times of its rows."
  }),
  F367: entry({
    severity: "error",
    message: (p) => `there is no statistic '${p.statistic}'`,
    hint: didYouMean,
    explain: "A monitor computes one of the statistics of the language."
  }),
  F368: entry({
    severity: "error",
    message: (p) => `'${p.feature}' rests on ${p.aggregate}, which cannot be kept current by adding and taking back`,
    hint: () => "serve it by mode: 'latest'",
    explain: "Live serving merges partial results at the moment of reading; median, percentile and distinct counts need all values."
  }),
  F369: entry({
    severity: "error",
    message: (p) => `the traffic of the models trained on '${p.name}' adds up to ${p.sum}`,
    hint: () => "the shares of one use add up to at most 1",
    explain: "Traffic is the share of requests that a model answers."
  }),
  F370: entry({
    severity: "error",
    message: (p) => `store '${p.store}' lists view '${p.view}' twice`,
    hint: () => "list each view under one feature_type",
    explain: "The features of a view are columns of the store, and each column is there once."
  }),
  // ---- project
  F380: entry({
    severity: "error",
    message: (p) => `${p.what} has no ${p.field}, which the policy of this project requires`,
    hint: (p) => p.field === "description" ? "write a doc comment above it" : p.field === "owner" ? "set owner on it, on its view or entity, or in the defaults of the config" : "declare a monitor on one of its features",
    explain: "The config lists policies that every definition has to meet."
  })
};

// compiler/base/codes/cli.ts
var cliCodes = {
  F700: entry({
    severity: "error",
    message: (p) => `there is no command '${p.command}'`,
    hint: (p) => didYouMean(p) ?? "feat --help lists the commands",
    explain: "The first word after `feat` is the name of a command. `feat --help` lists them."
  }),
  F701: entry({
    severity: "error",
    message: (p) => `'${p.command}' has no option '${p.option}'`,
    hint: (p) => didYouMean(p) ?? `${p.command} --help lists its options`,
    explain: "The option is not one of the command, nor one of those that every command takes. `feat <command> --help` lists both."
  }),
  F702: entry({
    severity: "error",
    message: (p) => `${p.what} is ${p.found}, expected ${p.expected}`,
    explain: "The value of an option or argument is not of the kind that it takes. Times are UTC: `2026-01-31`, `2026-01-31T06:00:00Z`, `today` or `now`."
  }),
  F703: entry({
    severity: "error",
    message: (p) => `${p.command}: ${p.problem}`,
    hint: (p) => `${p.command} --help shows what it takes`,
    explain: "The command was given too few or too many arguments."
  }),
  F704: entry({
    severity: "error",
    message: (p) => `${p.command} needs a yes, and nobody can be asked: standard input is no terminal`,
    hint: () => "review the plan, then run it with --auto-approve, or apply a saved plan: feat plan --out plan.json && feat apply plan.json",
    explain: "Without a terminal a command that changes the warehouse asks for consent by option: `--auto-approve`, or a plan that was saved and reviewed."
  }),
  F705: entry({
    severity: "error",
    message: (p) => `${p.command} cancelled: only 'yes' is a yes; nothing was changed`,
    explain: "The question was answered with something else than `yes`, so nothing was done."
  }),
  F706: entry({
    severity: "error",
    message: (p) => `${p.command} was interrupted`,
    hint: () => "what is done is recorded: the same command continues from there",
    explain: "Ctrl-C, or a signal to end. The statement that ran was cancelled; the journal knows each one that finished, so the next run continues. The exit code is 130."
  }),
  F707: entry({
    severity: "error",
    message: (p) => `${p.directory} already holds ${p.files.join(", ")}: init overwrites nothing`,
    hint: () => "run it in an empty folder: feat init --root <folder>",
    explain: "`feat init` writes a starter project and never touches a file that is there. Nothing was written."
  }),
  F708: entry({
    severity: "error",
    message: (p) => `${p.path} is no plan that can be applied: ${p.why}`,
    hint: () => "make one with feat plan --out <file>",
    explain: "`feat apply <file>` takes what `feat plan --out <file>` wrote, unchanged: the file holds the id of its content."
  }),
  F709: entry({
    severity: "error",
    message: (p) => p.candidates.length > 0 ? `'${p.feature}' is a feature of several entities: ${oneOf(p.candidates)}` : `there is no feature '${p.feature}'`,
    hint: (p) => p.candidates.length > 0 ? "name it as <entity>.<feature>" : didYouMean(p) ?? "generated/CATALOG.md lists the features",
    explain: "A feature is named by its name, by `<entity>.<feature>` or by its address `feature.<entity>.<feature>`, with `@<n>` for a version."
  }),
  F710: entry({
    severity: "error",
    message: (p) => `${p.feature} is described by the keys ${p.expected.join(", ") || "(none)"}, found ${p.found.join(", ") || "none"}`,
    hint: (p) => p.expected.length > 0 ? `add ${p.expected.map((k) => `--key ${k}=...`).join(" ")}` : "leave --key away: the entity has no keys",
    explain: "A value belongs to one entity: `feat show` needs each of its join keys, once."
  }),
  F711: entry({
    severity: "error",
    message: (p) => `state holds no '${p.address}'`,
    hint: (p) => didYouMean(p) ?? "feat state list shows what it holds",
    explain: "The address names nothing that was applied to this target and environment."
  }),
  F712: entry({
    severity: "error",
    message: (p) => `generated files are not current: ${p.stale.slice(0, 5).join(", ")}${p.stale.length > 5 ? ` and ${p.stale.length - 5} more` : ""}`,
    hint: () => "run feat generate and commit the result",
    explain: "`feat generate --check` compares the files under generated/ with what the definitions give now: a listed file is missing, differs, or has no definition any more."
  }),
  F713: entry({
    severity: "error",
    message: (p) => `${p.path} cannot be ${p.doing}: ${p.why}`,
    explain: "The operating system refused to read or write the file."
  }),
  F714: entry({
    severity: "error",
    message: (p) => `the plan cannot be applied: ${p.count === 1 ? "one change is" : `${p.count} changes are`} blocked`,
    hint: () => "each is listed in the plan with its reason",
    explain: "The plan holds changes that feat refuses to make as they stand: destroying without --allow-destroy, touching something protected, or something that is not ours."
  }),
  F715: entry({
    severity: "error",
    message: (p) => `target '${p.target}' is a Snowflake account, and sample data goes only into an embedded warehouse`,
    hint: () => "name a duckdb target with --target",
    explain: "`feat fixture` replaces raw tables. It does so only in the embedded warehouse of a duckdb target, never in an account."
  }),
  F716: entry({
    severity: "error",
    message: (p) => `${p.feature} has no value yet: it was not applied, so that '${p.view}' does not show it`,
    hint: () => "feat apply, then feat materialize; without --key its definition is shown",
    explain: "`feat show --key` reads a value from the public view of the feature. The view, or its column for this feature, comes with `feat apply`."
  })
};

// compiler/base/codes/dataset.ts
var datasetCodes = {
  // 430 to 436: what a dataset declares
  F430: entry({
    severity: "error",
    message: (p) => `${p.what} is of entity '${p.entity}', which the spine '${p.spine}' does not describe; it describes ${oneOf(p.holds)}`,
    hint: (p) => `list '${p.entity}' in the entities of '${p.spine}', or take the spine by its role: ${p.spine.split(".").at(-1)}.by(${p.entity}.on({ ... }))`,
    explain: "A row of the spine gives the keys for which features are read, so it has to hold the keys of each entity whose features are listed."
  }),
  F431: entry({
    severity: "error",
    message: (p) => p.shared.length === 0 ? `the spine of '${p.dataset}' and the rows of its label (${p.label.join(", ")}) describe no entity in common` : `dataset '${p.dataset}' does not say whose label it has: the spine and ${p.label.join(", ")} both describe ${oneOf(p.shared)}`,
    hint: (p) => p.shared.length === 0 ? null : `say it: entity: ${p.shared[0]}`,
    explain: "A label is an aggregate of the rows of one entity after the time of the example; the keys of that entity are taken from the spine."
  }),
  F432: entry({
    severity: "error",
    message: (p) => `the label ${p.found}`,
    hint: () => "give an aggregate over the time after the example, count(orders).next('30d'), or a value of the spine's own row",
    explain: "A label is either computed from what happens in a span of time after each example, or a value that the row of the spine holds itself."
  }),
  F433: entry({
    severity: "error",
    message: (p) => `the shares of the split add up to ${p.sum}, not to 1`,
    explain: "Every row goes to one of train, validation and test."
  }),
  F434: entry({
    severity: "error",
    message: (p) => `the split keeps rows of one '${p.column}' together, which is ${p.found} and not compared exactly`,
    explain: "Rows of one group are those whose values are equal to the bit on every engine: texts, integers, decimals, dates, timestamps and booleans."
  }),
  F435: entry({
    severity: "warning",
    message: (p) => `features of view '${p.view}' are always NULL here: its points are available after ${p.after}, and older than ${p.limit} they do not count`,
    hint: (p) => p.isTtl ? "a longer ttl" : "give the dataset a ttl that is longer, or the view a shorter availableAfter",
    explain: "The newest point that was available at the time of a label counts unless it is older than the ttl of the dataset, or twice the cadence of the view."
  }),
  F436: entry({
    severity: "error",
    message: (p) => `view '${p.view}' is corrected: its stored values hold what became known later, so no dataset can show them as known before`,
    hint: () => "leave out `known`, or read the view as-known (known: 'as-known')",
    explain: "Under as-known a stored value never changes. A corrected one is computed again when late rows arrive, and its former value is not kept."
  }),
  // 437 to 449, 421 to 429: building one
  F437: entry({
    severity: "error",
    message: (p) => `there is no dataset '${p.name}'${p.known.length === 0 ? ": none is declared" : ""}`,
    hint: (p) => p.near === null ? p.known.length === 0 ? null : `there are: ${p.known.join(", ")}` : `did you mean '${p.near}'?`,
    explain: "A dataset is named by its name, or by name@n for one of the versions that were built."
  }),
  F438: entry({
    severity: "error",
    message: (p) => p.n === null ? `dataset '${p.name}' was never built here` : `there is no version ${p.n} of dataset '${p.name}'`,
    hint: (p) => p.built.length === 0 ? `feat dataset build ${p.name}` : `built so far: ${p.built.map((n) => `${p.name}@${n}`).join(", ")}`,
    explain: "Versions are counted by target and environment, from 1 on; state keeps what each was made of."
  }),
  F439: entry({
    severity: "error",
    message: (p) => `dataset '${p.dataset}' reads ${p.missing.join(", ")} of view '${p.view}', which is not deployed`,
    hint: () => "feat apply, then feat materialize",
    explain: "Values are read from where the view is stored, so it has to be there as it is declared today."
  }),
  F440: entry({
    severity: "error",
    message: (p) => `view '${p.view}' is not computed for ${p.rows} of the examples of dataset '${p.dataset}': points from ${p.first} to ${p.last} are missing`,
    hint: (p) => `feat materialize --only ${p.view} --from ${p.first} --to ${p.after}; or --partial, which leaves these values NULL`,
    explain: "Each example reads the newest point of a view that was available at its time. Where that was never computed, though the view has a value there, the training set would hold NULL without a reason in the data."
  }),
  F441: entry({
    severity: "error",
    message: (p) => `dataset '${p.dataset}' would have no rows: ${p.rows === 0 ? `its spine '${p.spine}' is empty` : `of ${p.rows} rows of '${p.spine}' ${p.why}`}`,
    explain: "An example is a row of the spine with a time, that was known before the cutoff, whose label is known as well, and that lies in no gap of the split."
  }),
  F442: entry({
    severity: "error",
    message: (p) => `'${p.path}' exists`,
    hint: () => "--force replaces it; or give another name",
    explain: "A training set that somebody may have used is not replaced unasked."
  }),
  F443: entry({
    severity: "error",
    message: (p) => `'${p.path}' does not say by its ending what to write`,
    hint: (p) => `one of ${p.known.join(", ")}`,
    explain: "The format of a file follows from its name: Parquet, CSV or Arrow IPC."
  }),
  F444: entry({
    severity: "error",
    message: (p) => `'${p.name}' is ${p.found} that no dataset of this project made`,
    hint: () => "name the dataset otherwise, or move what is there",
    explain: "A version of a dataset is a table NAME__V<n>, and NAME a view of the newest one. What feat did not make is never replaced."
  }),
  F447: entry({
    severity: "error",
    message: (p) => `Arrow files need the package '${p.name}', which is not installed`,
    hint: (p) => `npm install --save-dev ${p.name}; or write Parquet`,
    explain: "Parquet and CSV are written by the warehouse or the embedded engine; Arrow IPC files by a package of its own, which most do not need."
  }),
  F448: entry({
    severity: "error",
    message: (p) => `dataset '${p.dataset}' cannot be cut off at a known time: view '${p.view}' is corrected, its stored values hold what became known later`,
    hint: () => "read the view as-known (known: 'as-known'), or build without --known",
    explain: "Under as-known a stored value never changes. A corrected one is computed again when late rows arrive, and its former value is not kept."
  })
};

// compiler/base/codes/import.ts
var importCodes = {
  // 730 to 749: reading definitions of other tools
  F730: entry({
    severity: "error",
    message: (p) => `this is no YAML: ${p.problem}`,
    explain: "`feat import` reads YAML 1.2, one definition per file. The place is where the parser stopped."
  }),
  F731: entry({
    severity: "error",
    message: (p) => `'${p.field}' of the ${p.of} is ${p.found}; expected ${p.expected}`,
    explain: "`feat import` cannot write a definition without what this field says. Nothing was written."
  }),
  F732: entry({
    severity: "warning",
    message: (p) => `the ${p.what} is not imported: ${p.why}`,
    explain: "The language has nothing that means the same, or the file does not say enough. The other definitions are imported; this one is left to you, and is named again whenever the import runs."
  }),
  F733: entry({
    severity: "warning",
    message: (p) => `'${p.option}' of the ${p.of} is not carried over: ${p.why}`,
    explain: "The definition is imported without this option, which the language does not have or says in another place."
  }),
  F734: entry({
    severity: "error",
    message: (p) => `the ${p.of} names the ${p.what} '${p.name}', which is in none of the files`,
    hint: didYouMean,
    explain: "A feature view needs the definition of each source that it reads, and its source the columns that the view names. Import the whole project."
  }),
  F735: entry({
    severity: "warning",
    message: (p) => `the ${p.of} is imported, but is not quite the same: ${p.difference}`,
    explain: "The nearest thing that the language has differs in the values that it gives. Compare before you switch readers."
  }),
  F736: entry({
    severity: "warning",
    message: (p) => `the ${p.part} of the ${p.of} is left out: ${p.why}`,
    explain: "The rest of the definition is imported. What is left out is named again whenever the import runs."
  }),
  F737: entry({
    severity: "warning",
    message: (p) => `the query of '${p.source}' is Snowflake's; the embedded warehouse reads the table ${p.relation} in its place`,
    hint: () => "write a body for duckdb, or fill that table with some of its rows",
    explain: "A query is never translated from one dialect to another. Only Snowflake runs the imported one; tests and local runs read a table of the same columns."
  }),
  F738: entry({
    severity: "error",
    message: (p) => `${p.files.join(", ")} ${p.files.length === 1 ? "is there already and holds" : "are there already and hold"} something else: nothing was written`,
    hint: () => "choose another folder with --out, or replace them with --overwrite",
    explain: "`feat import` never replaces a file whose content differs from what it would write, unless it is told to. Files that are the same are left alone."
  }),
  F739: entry({
    severity: "error",
    message: (p) => `the template '${p.expression}' has no value here`,
    hint: (p) => p.known.length === 0 ? "import the folder that holds manifest.yml" : `manifest.yml gives ${oneOf(p.known)}`,
    explain: "Files of `snow feature` may hold Jinja templates. `feat import` fills in plain names, `{{ name }}`, from `templating` in manifest.yml; statements and filters are not evaluated. --manifest-target names the target whose values count."
  }),
  F740: entry({
    severity: "warning",
    message: (p) => `the dynamic table ${p.table} is not imported: nothing says which of its columns are keys`,
    hint: () => "say it with --entity <name> --key <column>, and --time <column> where it has one",
    explain: "Tables of Snowflake's feature store carry tags that name their entities and their time. Of any other dynamic table these are not known; --like chooses tables, so that each can be imported with its own keys."
  }),
  F741: entry({
    severity: "error",
    message: (p) => `${p.where} holds ${p.what}`,
    explain: "There is nothing to import: the folder has no definitions of `snow feature` in YAML, or the schema no dynamic tables that are visible to this role."
  }),
  F742: entry({
    severity: "warning",
    message: (p) => `the ${p.what} '${p.from}' is called '${p.to}' here: ${p.why}`,
    explain: "Names are plain identifiers here, and the names of features are unique per entity. Readers of the former name have to follow."
  }),
  F743: entry({
    severity: "error",
    message: (p) => `target '${p.target}' is an embedded warehouse, which has no dynamic tables`,
    hint: () => "name a snowflake target with --target",
    explain: "`feat import dynamic-tables` reads the live dynamic tables of a Snowflake target."
  }),
  F744: entry({
    severity: "warning",
    message: (p) => `the ${p.of} is by ${p.keys.join(", ")}, which is no declared entity: '${p.entity}' was made of them`,
    explain: "A view has one entity here. Where a feature view names several, or only columns, an entity with all these keys is written; give it a better name."
  })
};

// compiler/base/codes/language.ts
var languageCodes = {
  F201: entry({
    severity: "error",
    message: (p) => `'${p.option}' is ${p.found}; expected ${p.expected}`,
    explain: "An option of a definition holds a value of the wrong kind. The editor shows the same mistake where the file is TypeScript."
  }),
  F202: entry({
    severity: "error",
    message: (p) => `found ${p.found} where ${p.expected} is expected`,
    explain: "An expression is made of columns, features, literals and the functions of the language; something else was passed."
  }),
  F203: entry({
    severity: "error",
    message: (p) => `'${p.option}' is ${p.found}, which is no length of time`,
    hint: () => "write a positive whole number with s, m, h or d, such as '15m', '6h' or '30d'",
    explain: "Lengths of time are a positive whole number and a unit: seconds, minutes, hours or days. Months and years have no fixed length."
  }),
  F204: entry({
    severity: "error",
    message: (p) => `'${p.option}' is ${p.found}, which is no date or UTC instant`,
    hint: () => "write '2026-01-31' or '2026-01-31T08:00:00Z'",
    explain: "Moments are ISO text in UTC. Other zones and formats are refused, because both engines would have to guess alike."
  }),
  F205: entry({
    severity: "error",
    message: (p) => `the ${p.what} '${p.name}' is no identifier`,
    hint: () => "use letters, digits and underscores, starting with a letter or an underscore, at most 200 of them",
    explain: "Names become names of columns and tables on both engines and properties in generated clients, so they are plain identifiers."
  }),
  F206: entry({
    severity: "error",
    message: (p) => `the ${p.what} cannot be called '${p.name}': ${p.why}`,
    hint: () => "choose another name",
    explain: "Stored tables hold further columns beside the features: keys, feature_time, feature_date, feature_type, computed_at and the columns of versions."
  }),
  F207: entry({
    severity: "error",
    message: (p) => p.name === p.other ? `the ${p.what} '${p.name}' is declared twice${p.where}` : `the ${p.what} '${p.name}' differs from '${p.other}' only by case${p.where}`,
    hint: () => "rename one of them: names are compared without regard to case",
    explain: "Snowflake upper-cases names and DuckDB compares them without case, so two names that differ only by case would be one object. Views, stores, servings and datasets are deployed into one schema and share their names."
  }),
  F208: entry({
    severity: "error",
    message: (p) => `the ${p.what} '${p.name}' says renamedFrom '${p.from}', which is still declared`,
    hint: (p) => `remove '${p.from}', or remove renamedFrom`,
    explain: "The option renamedFrom moves what is deployed under the old name to the new one; that is impossible while the old name is in use."
  }),
  F209: entry({
    severity: "error",
    message: (p) => `raw SQL ${p.found}`,
    hint: () => "give a body for snowflake and one for duckdb, as sql`...` templates that interpolate the same columns",
    explain: "SQL of the author is never translated: both dialects are written out, and both read the same inputs, so that types and lineage hold for both."
  }),
  F210: entry({
    severity: "error",
    message: (p) => `versions ${p.found}`,
    hint: () => "write versions({ 1: ..., 2: ... }, { current: 1 }) as the whole value of a feature",
    explain: "Versions stand side by side as whole features; their numbers are positive integers, and one of them is what the plain name shows."
  }),
  F211: entry({
    severity: "error",
    message: (p) => `there is no ${p.what} '${p.name}'${p.where}`,
    hint: didYouMean,
    explain: "A name does not refer to anything that is declared and exported under features/."
  }),
  F212: entry({
    severity: "error",
    message: (p) => `${p.fn} takes ${p.found} where ${oneOf(p.expected)} is expected`,
    explain: "Some arguments are written into the statement and decide what it means, so they are literals of a known set."
  }),
  F213: entry({
    severity: "error",
    message: (p) => `${p.what} cannot stand in ${p.role}`,
    hint: (p) => hintOfRole(p.role),
    explain: "There are two scopes: rows, before over(window) or asOf, and features after it. A label looks into the future and belongs to a dataset alone."
  })
};
function hintOfRole(role) {
  if (role === "a feature") return "aggregate the rows over a window, such as sum(x).over('30d'), or take an attribute by asOf(x)";
  if (role === "a row-level expression") return "aggregate first, then combine the features by derive";
  if (role === "a lookup") return "name the value as a feature in a view of that entity, then look the feature up";
  return null;
}

// compiler/base/codes/load.ts
var loadCodes = {
  F100: entry({
    severity: "error",
    message: (p) => `found no project: expected ${oneOf(p.expected)}`,
    hint: () => "run `feat init` for a new project, or run the command in the folder of an existing one",
    explain: "A project is a folder with a file features.config.ts, which names the project and its targets, beside a folder features/. Neither the current folder nor the one given holds such a file."
  }),
  F101: entry({
    severity: "error",
    message: (p) => `found ${p.files.length} configs: ${p.files.join(", ")}`,
    hint: () => "keep one of them",
    explain: "A project has one config. Were one of several chosen silently, an edit of the other would have no effect."
  }),
  F102: entry({
    severity: "error",
    message: (p) => `${p.file} exports no config`,
    hint: () => "write `export const config = defineConfig({ ... })`, with defineConfig from 'featplan'",
    explain: "The config is what features.config.ts exports, under any name or as its default export, made by defineConfig."
  }),
  F103: entry({
    severity: "error",
    message: (p) => `${p.file} exports several configs: ${p.names.join(", ")}`,
    hint: () => "export one; use targets for several places to deploy to",
    explain: "A project has one config. Several places to deploy to are targets of it, several copies in one place are environments."
  }),
  F104: entry({
    severity: "error",
    message: (p) => `config: ${p.path === "" ? "" : `${p.path}: `}${p.problem}`,
    explain: "The config does not have the shape that defineConfig takes. TypeScript shows the same mistake in the editor; this message is for JavaScript and for what got past the types."
  }),
  F105: entry({
    severity: "error",
    message: (p) => `the config's default target '${p.name}' is not one of its targets: expected ${oneOf(p.targets.map((t) => `'${t}'`))}`,
    hint: didYouMean,
    explain: "The option defaultTarget names the target that commands use without --target. It must be a key of targets."
  }),
  F106: entry({
    severity: "error",
    message: (p) => `found no definitions: ${p.folder}/ holds no .ts, .mts or .js file`,
    hint: (p) => `put the entities, sources and feature views into files under ${p.folder}/`,
    explain: "Every .ts, .mts and .js file under features/ is read, except *.d.ts and *.test.ts. There is none."
  }),
  F107: entry({
    severity: "warning",
    message: (p) => `the files under ${p.folder}/ (${p.files}) export no definition`,
    hint: () => "write `export` before each definition: what is not exported does not exist",
    explain: "What a module under features/ exports is what exists: a definition that is only assigned to a constant is not part of the project."
  }),
  F110: entry({
    severity: "error",
    message: (p) => `does not compile: ${p.problem}`,
    explain: "The file is no valid TypeScript or JavaScript, or uses something that a definition cannot, such as top-level await. The position is where reading stopped."
  }),
  F111: entry({
    severity: "error",
    message: (p) => `found nothing to import under '${p.path}'`,
    hint: (p) => didYouMean(p) ?? (p.path.startsWith(".") ? "the path is relative to this file" : `install the package, or write './${p.path}' for a file of the project`),
    explain: "The import names a file that is not there or a package that is not installed. Relative paths start with ./ or ../."
  }),
  F112: entry({
    severity: "error",
    message: (p) => `a definition cannot use '${p.module}'`,
    hint: () => "write the value into the definition, or read it in the config by env('NAME')",
    explain: "Definitions are pure: the same files must give the same plan on every machine and at any time. Modules of Node reach the disk, the network, the clock and the environment, so they are refused, also where an imported package uses them."
  }),
  F113: entry({
    severity: "error",
    message: (p) => `files import each other in a loop: ${p.loop.join(" -> ")}`,
    hint: () => "move what both need (entities, sources, windows) into a file of its own that imports neither",
    explain: "In a loop of imports one file runs before what it needs exists, so definitions would read undefined. `import type` does not count."
  }),
  F114: entry({
    severity: "error",
    message: (p) => `'${p.module}' exports no '${p.name}'`,
    hint: didYouMean,
    explain: "The imported file or package has no export of that name."
  }),
  F120: entry({
    severity: "error",
    message: (p) => `a definition cannot use ${p.what}: it depends on the clock or the time zone of the machine`,
    hint: () => "write times as text ('2026-01-31') and lengths of time as durations ('30d'); what is relative to now is a window",
    explain: "Definitions are pure: the same files must give the same plan tomorrow. With a clock every plan would differ from the last one and features would be rebuilt without a change."
  }),
  F121: entry({
    severity: "error",
    message: (p) => `a definition cannot use ${p.what}: it gives another value each time`,
    hint: () => "write the value down; a sample of rows is chosen by a hash of their key",
    explain: "Definitions are pure: the same files must give the same plan each time. With random values every plan would show a change."
  }),
  F122: entry({
    severity: "error",
    message: (p) => `a definition cannot use ${p.what}: it depends on the machine and its environment`,
    hint: () => "in the config, env('NAME') stands for a variable of the environment; features are the same everywhere",
    explain: "Definitions are pure: they give the same plan on each machine. What differs by environment belongs to the targets of the config, as env('NAME'), which is read when a command connects and is never recorded."
  }),
  F123: entry({
    severity: "error",
    message: (p) => `a definition cannot use ${p.what}: it reaches the network`,
    hint: () => "fetch the value beforehand and keep it in a file of the project, or declare it as a source",
    explain: "Definitions are pure and load offline. A value that comes from outside would change the plan without a change of the project."
  }),
  F124: entry({
    severity: "error",
    message: (p) => `a definition cannot use ${p.what}: definitions are read in one go and nothing runs later`,
    hint: () => "declare it directly, without waiting",
    explain: "A module of definitions runs once, from top to bottom. Timers, promises and async functions would run after the definitions were read."
  }),
  F125: entry({
    severity: "error",
    message: (p) => `a definition cannot use ${p.what}: code in text cannot be checked or located`,
    hint: () => "write a function",
    explain: "Code in text (eval, new Function) hides from the loader what is imported and used, so that it cannot tell when a definition changed."
  }),
  F126: entry({
    severity: "error",
    message: (p) => `the definitions stopped here with ${p.error}`,
    explain: "The module threw while it ran, so what it and the files that import it declare is unknown."
  }),
  F127: entry({
    severity: "error",
    message: (p) => `the definitions were still running after ${p.seconds} s`,
    hint: () => "look for a loop without end",
    explain: "Modules of definitions only declare; they are stopped when they run that long."
  }),
  F128: entry({
    severity: "warning",
    message: (p) => `console: ${p.text}`,
    hint: () => "remove it when done",
    explain: "A definition printed something. It is shown as a diagnostic, so that the output of commands stays readable by programs."
  }),
  F130: entry({
    severity: "error",
    message: (p) => `a definition is plain data: found ${p.found} at ${p.path}`,
    hint: () => "use texts, finite numbers, true, false, null, lists and records",
    explain: "Definitions are stored, compared and hashed, so they hold only what JSON can: no functions, dates, big integers, NaN or infinite numbers."
  })
};

// compiler/base/codes/lower.ts
var lowerCodes = {
  // 450 to 452: what an engine cannot say
  F450: entry({
    severity: "error",
    message: (p) => `the file '${p.path}' cannot be read on ${p.dialect}`,
    hint: () => "map the source to a table of that target",
    explain: "Parquet and CSV files are sources of the local target only. On a warehouse a source is a table, a view or a query: give its name in `sources` of the target."
  }),
  F451: entry({
    severity: "error",
    message: () => "a text holds a NUL character or half of a surrogate pair, which no SQL statement can carry",
    explain: "Text literals are printed into SQL, which is UTF-8 and ends at a NUL. Remove the character, or compare with a column that holds it."
  }),
  F452: entry({
    severity: "error",
    message: (p) => `the regular expression '${p.pattern}' does not mean the same on ${p.dialect}: ${p.why}`,
    hint: () => "write it with plain groups, classes and greedy repetition",
    explain: "A pattern has to mean the same on both engines. Snowflake has POSIX extended expressions with \\d, \\s, \\w and \\b; DuckDB has RE2. What only one of them knows is refused."
  })
};

// compiler/base/codes/objects.ts
var objectCodes = {
  // 400 to 429: what a warehouse holds besides tables and views
  F400: entry({
    severity: "error",
    message: (p) => `'${p.option}' names the column '${p.column}', which is not there`,
    hint: didYouMean,
    explain: "What is said of columns in `physical` is said of those that the view or table shows: its keys, its times and its features."
  }),
  F401: entry({
    severity: "error",
    message: (p) => `'${p.option}' is ${p.found}, but may be 0 to ${p.most} ${p.why}`,
    explain: "Former rows of a table are kept for at most one day on the Standard edition and in transient tables, and for at most 90 days on Enterprise."
  }),
  F402: entry({
    severity: "error",
    message: (p) => `${p.what} need the edition '${p.needs}', and the target '${p.target}' has '${p.edition}'`,
    hint: (p) => `say edition: '${p.needs}' on the target if the account has it, or leave it out`,
    explain: "Tags, masking and row access policies, warehouses of several clusters and data metric functions exist from the Enterprise edition on. A statement that names them fails on Standard."
  }),
  F403: entry({
    severity: "error",
    message: (p) => `the tag '${p.tag}' may not be '${p.value}', but ${oneOf(p.values)}`,
    explain: "A tag that is declared on the target with values takes only these: any other is refused by the warehouse."
  }),
  F404: entry({
    severity: "error",
    message: (p) => `${p.what}: ${p.rule}`,
    explain: "Snowflake allows up to 50 tags on an object, and up to 256 characters in the value of a tag."
  }),
  F405: entry({
    severity: "error",
    message: (p) => `'${p.name}' in '${p.option}' is no name of Snowflake`,
    hint: () => "letters, digits, _ and $, not beginning with a digit; parts of a full name between dots: GOV.TAGS.PII",
    explain: "Names of roles, warehouses, tags, policies and integrations are printed into statements. Up to three parts are allowed where an object lives in a schema."
  }),
  F406: entry({
    severity: "error",
    message: (p) => `'${p.option}' is ${p.found}, expected ${p.expected}`,
    explain: "The limits are those of Snowflake: 1 to 10 clusters, a warehouse that is suspended after 0 seconds or more, a task or alert at least once in eight days."
  }),
  F407: entry({
    severity: "error",
    message: (p) => `no notification integration is declared for the channel '${p.channel}'`,
    hint: (p) => didYouMean(p) ?? `add it to 'notifications' of the target${p.known.length === 0 ? "" : `, beside ${p.known.join(", ")}`}`,
    explain: "Where a target declares notification integrations, each monitor becomes an alert that tells its channels. A channel without an integration would tell nobody."
  }),
  F408: entry({
    severity: "error",
    message: (p) => `'${p.version}' is no version of a feature view`,
    hint: () => "letters, digits and _, such as V2",
    explain: "The version stands in the name of the view, NAME$VERSION, by which Snowflake's feature store knows it."
  }),
  F409: entry({
    severity: "warning",
    message: (p) => `Snowflake's feature store does not show the view '${p.view}': its entity '${p.entity}' has no keys`,
    hint: () => "say physical: { featureStore: false } on the view",
    explain: "An entity is a tag with the names of its keys there; one single thing has none. The view keeps its plain name."
  }),
  F410: entry({
    severity: "error",
    message: (p) => `source '${p.source}' has a rowKey, but nothing tells which version of a row is the newest`,
    hint: () => "name the column with the time of loading: knownTime, or one that grows with each change: rowVersion: 'changed_at'",
    explain: "With a row key a later version of a row takes the place of the former. Which one is later follows from the known time, or from a column that grows from version to version."
  }),
  F420: entry({
    severity: "error",
    message: (p) => `'${p.title}' is being done by another run`,
    hint: () => "wait until that run has ended, then run the command again; the table CLAIMS of the state says which session it is, and until when it holds the interval",
    explain: "On Snowflake a procedure fills each storage. It claims the interval first, so that a task and a command never compute the same rows at once. A claim ends with its run; one whose session was ended lapses after an hour."
  })
};

// compiler/base/codes/plan.ts
var planCodes = {
  F501: entry({
    severity: "error",
    message: (p) => `there is no target '${p.name}'; the config declares ${oneOf(p.known)}`,
    hint: didYouMean,
    explain: "A command was asked to work on a target that features.config.ts does not declare under `targets`. Name one of those, or declare it."
  }),
  F502: entry({
    severity: "error",
    message: (p) => `'${p.name}' is no name for an environment: it needs at least one letter or digit`,
    explain: "The name of an environment becomes part of a schema name: letters and digits stay, everything else becomes an underscore."
  }),
  F503: entry({
    severity: "error",
    message: (p) => `the environment variable ${p.name} is not set, and the chosen target needs it`,
    hint: (p) => `set ${p.name}, or choose another target with --target`,
    explain: "The config takes a value from the environment by `env('NAME')`. It is read when a command runs on that target and is never stored."
  }),
  F510: entry({
    severity: "error",
    message: (p) => `there is already a ${p.kind} '${p.name}' that feat did not make, where an object of ours is to be`,
    hint: () => "rename or drop that object, or give ours another name",
    explain: "Nothing that is not ours is ever replaced or dropped. The object carries no marker of this project, and no record in the state names it."
  }),
  F511: entry({
    severity: "error",
    message: (p) => `${p.address} is no longer declared; destroying it needs --allow-destroy`,
    hint: () => "declare it again, say what it is called now with renamedFrom, or run with --allow-destroy",
    explain: "Removing a definition does not remove what was deployed because of it: destroying needs both the declaration gone and an explicit flag. Storage is then kept for some days."
  }),
  F512: entry({
    severity: "error",
    message: (p) => `${p.address} is protected, so it is not destroyed although it is no longer declared`,
    hint: () => "declare it with protect: false, apply that, and only then remove it",
    explain: "Protection lives in the state: deleting the declaration does not take it away. Take it away by applying `protect: false` first."
  }),
  F513: entry({
    severity: "error",
    message: (p) => `${p.address} would lose ${p.columns.join(", ")}, which readers may still use; that needs --allow-destroy`,
    hint: () => "say what a renamed feature was called with renamedFrom, or run with --allow-destroy",
    explain: "A feature that is no longer declared disappears from the public view or table. Its storage is kept for some days, so that it can be taken back."
  }),
  F514: entry({
    severity: "error",
    message: (p) => `this plan was made against the state ${p.declared}, and the warehouse holds the state ${p.state}`,
    hint: () => "make a new plan: feat plan --out",
    explain: "A saved plan belongs to one state of one warehouse. It cannot be applied to another one."
  }),
  F515: entry({
    severity: "error",
    message: (p) => `${p.address} has changed since this plan was made`,
    hint: () => "make a new plan and review it again: feat plan --out",
    explain: "A saved plan names the fingerprint of each record that it touches. Somebody applied a change to one of them in between; rows and coverage do not count."
  }),
  F516: entry({
    severity: "warning",
    message: (p) => `values change for everyone who reads ${p.columns.join(", ")} of ${p.address}`,
    explain: "The definition of a feature changed under its name. Its covered history is computed again into a new storage before the public name shows it. Use versions({...}) to let readers move at their own time."
  }),
  F517: entry({
    severity: "warning",
    message: (p) => `${p.what} of ${p.address} is not as it was applied: somebody changed or dropped it`,
    explain: "Live inspection found another object than the one that was applied. The plan brings it back to what is declared."
  }),
  F518: entry({
    severity: "error",
    message: (p) => `the declarations differ from what is deployed: ${p.changes.slice(0, 5).join(", ")}${p.changes.length > 5 ? ` and ${p.changes.length - 5} more` : ""}`,
    hint: () => "review them with feat plan and deploy them with feat apply; then materialize",
    explain: "Materialize computes what is deployed. It does not change what is deployed, so a definition that was added or changed has to be applied first."
  }),
  F519: entry({
    severity: "error",
    message: (p) => `'${p.name}' is no feature view, store or serving of this project`,
    hint: didYouMean,
    explain: "`--only` and `feat compact` take names or addresses of feature views, stores and servings, as `feat state list` shows them."
  }),
  F520: entry({
    severity: "error",
    message: (p) => `what is declared is not applied: ${p.changes.slice(0, 5).join(", ")}${p.changes.length > 5 ? ", ..." : ""}`,
    hint: () => "run feat apply first",
    explain: "Column groups are folded as they are deployed, and nothing else is changed with it. A definition that was added or changed has to be applied first."
  }),
  F521: entry({
    severity: "error",
    message: (p) => `the column groups of ${p.address} are shared with ${p.environments.join(", ")}, so they are not folded`,
    hint: () => "fold them in the environment that owns them, once no other environment shows them",
    explain: "A storage has one owning environment, which alone fills and folds it. Were groups folded that another environment still shows, nobody would fill those any more. Promote or destroy the other environment first."
  })
};

// compiler/base/codes/serving.ts
var servingCodes = {
  F381: entry({
    severity: "error",
    message: (p) => `${p.kind} needs the ${p.needs} edition, and target '${p.target}' is ${p.edition}`,
    hint: (p) => `say snowflake({ edition: '${p.needs}' }) if the account has it, or leave 'as' out`,
    explain: "Snowflake offers some kinds of objects only from an edition on. The edition of the account is said on the target; standard unless given."
  }),
  F382: entry({
    severity: "error",
    message: (p) => `${p.kind} reads one table, and '${p.serving}' would join '${p.first}' with '${p.second}' (for '${p.feature}')`,
    hint: () => "list the features of one view, or serve it as 'dynamic table'",
    explain: "A materialized view of Snowflake selects from exactly one table: no joins, not even with itself. Features of several views stand in several tables."
  }),
  F383: entry({
    severity: "error",
    message: (p) => `${p.kind} lags ${p.limit} behind, and '${p.serving}' wants freshness ${p.freshness}`,
    hint: () => "choose a freshness within the limits, or leave the kind to the compiler",
    explain: "The target lag is bounded: at least a minute for dynamic and interactive tables, ten seconds to eight days for online feature tables. A view and a materialized view do not lag."
  }),
  F384: entry({
    severity: "error",
    message: (p) => `'${p.serving}' is to be refreshed when its readers are (freshness: 'downstream'), which ${p.kind} cannot`,
    hint: () => "give a freshness such as '5m', or serve it as 'dynamic table'",
    explain: "DOWNSTREAM is a target lag of dynamic tables alone: such a table is refreshed only when a dynamic table that reads it is."
  }),
  F385: entry({
    severity: "error",
    message: (p) => `${p.kind} needs a primary key, and entity '${p.entity}' ${p.found}`,
    hint: () => "serve it as 'dynamic table' or 'view'",
    explain: "Online feature tables and hybrid tables find a row by its primary key, which is made of the keys of the entity: there has to be one, of types that are compared exactly."
  }),
  F386: entry({
    severity: "error",
    message: (p) => `clusterBy names '${p.column}', which the serving does not show`,
    hint: didYouMean,
    explain: "A serving is clustered by its own columns: keys, feature_time and the features that it lists."
  }),
  F387: entry({
    severity: "error",
    message: (p) => `${p.kind} ${p.rule}: found ${p.found}`,
    hint: (p) => p.rule === "takes none" ? "leave 'clusterBy' out" : "name the columns that readers filter by in 'clusterBy'",
    explain: "An interactive table must be clustered, by the keys unless given; a view, a hybrid table and an online feature table cannot be."
  }),
  F388: entry({
    severity: "error",
    message: (p) => `${p.kind} cannot be refreshed incrementally: '${p.column}' holds ${p.found} (${p.rule})`,
    hint: () => "leave 'refresh' out, or write refresh: 'full'",
    explain: "An incremental refresh computes only what changed, so its query may not hold what depends on the moment, the user or chance, subqueries within expressions, or ANY_VALUE. Such a query is refreshed in full at each refresh."
  }),
  F389: entry({
    severity: "error",
    message: (p) => `${p.kind} has no option '${p.option}'`,
    hint: (p) => `leave '${p.option}' out, or serve it as 'dynamic table'`,
    explain: "How it is refreshed can be chosen for dynamic tables and online feature tables, and when it is first filled for dynamic tables."
  }),
  F390: entry({
    severity: "error",
    message: (p) => `${p.kind} exists on ${oneOf(p.clouds)} only, and target '${p.target}' is on ${p.cloud}`,
    hint: () => "serve it as 'online feature table' or 'interactive table'",
    explain: "Hybrid tables are offered in commercial regions of AWS and Azure, and not in trial accounts. The cloud of the account is said on the target."
  }),
  F391: entry({
    severity: "error",
    message: (p) => `nothing on target '${p.target}' serves '${p.serving}' as asked (${p.asked}): ${p.rejected.join("; ")}`,
    hint: () => "ask for less, or choose the kind yourself with `as`",
    explain: "The compiler takes the first kind of object that obeys the rules of Snowflake and meets the latency and the freshness that are asked for. Here none does."
  }),
  F392: entry({
    severity: "warning",
    message: (p) => `${p.kind} takes about ${p.takes} ms to read a key, and '${p.serving}' wants ${p.latency} ms`,
    hint: () => "leave 'as' out, so that the compiler chooses a faster kind",
    explain: "The figure is the order of magnitude that documentation speaks of; it was never measured by us."
  }),
  F393: entry({
    severity: "error",
    message: (p) => `the request field '${p.field}' has the name of a column of '${p.serving}'`,
    hint: () => "call the field something else",
    explain: "Computed columns that read the request become a function whose parameters are the fields: within it a name means either a parameter or a column."
  }),
  F394: entry({
    severity: "error",
    message: (p) => `the computed column '${p.column}' reads '${p.feature}', which '${p.serving}' does not list`,
    hint: (p) => `add '${p.feature}' to the features of the serving`,
    explain: "Computed columns are computed at the moment of reading from the columns that a serving shows."
  }),
  F395: entry({
    severity: "warning",
    message: (p) => `${p.address} reinitializes: ${p.rows === null ? "an unknown number of" : p.rows} rows, because of ${p.because}`,
    explain: "A dynamic or interactive table whose query, columns or refresh mode change is replaced and computed anew from all that it reads, by its warehouse. Lag, warehouse, cluster keys and comments change in place."
  }),
  F396: entry({
    severity: "warning",
    message: (p) => `${p.address} is recreated, because of ${p.because}: ${p.kind} is empty until its first refresh${p.grants ? "" : ", and grants on it are lost"}`,
    explain: "Source, primary key and refresh mode of an online feature table cannot be altered. It is replaced, and filled again by its first refresh."
  }),
  F397: entry({
    severity: "warning",
    message: (p) => `${p.address} becomes ${p.to} and was ${p.from}: for a moment there is nothing under its name, and grants on it are lost`,
    explain: "An object of one kind cannot replace one of another kind: the former one is dropped first. Readers that come in between find nothing."
  }),
  F398: entry({
    severity: "error",
    message: (p) => `${p.address} cannot be a materialized view: ${p.rule}, and its query has ${p.found}`,
    hint: () => "serve it as 'dynamic table'",
    explain: "A materialized view holds no joins, subqueries, window functions, HAVING, ORDER BY, LIMIT or DISTINCT, and only some aggregates. A feature view whose columns stand in several storages is joined."
  }),
  F678: entry({
    severity: "error",
    message: (p) => `there is no serving '${p.serving}' ${p.known.length === 0 ? "in this project" : `(there are ${p.known.join(", ")})`}`,
    hint: (p) => p.near === null ? null : `did you mean '${p.near}'?`,
    explain: "A serving is named by its name or its address, serving.<name>."
  }),
  F679: entry({
    severity: "error",
    message: (p) => `serving '${p.serving}' is not there: nothing is called ${p.name}`,
    hint: () => "run feat apply and feat materialize first",
    explain: "What a serving shows can be verified or looked up once it is deployed."
  }),
  F680: entry({
    severity: "error",
    message: (p) => `serving '${p.serving}' shows what is not so: ${p.differences} differences in ${p.rows} rows`,
    hint: () => "feat materialize computes what is due; what differs after that was changed by others, or came into the sources later",
    explain: "Served values were compared with the values as of the same time, computed again from the rows of the sources, and served keys with those of the stored views."
  }),
  F681: entry({
    severity: "error",
    message: (p) => `serving '${p.serving}' is looked up by ${p.expected.join(", ") || "no key at all"}, not by ${p.found.join(", ") || "nothing"}`,
    hint: (p) => p.expected.length === 0 ? null : `give ${p.expected.map((k) => `--key ${k}=...`).join(" ")}`,
    explain: "A serving has one row per key of its entity, and all of its keys say which."
  }),
  F682: entry({
    severity: "error",
    message: (p) => `serving '${p.serving}' is live, and '${p.option}' is for rows that are kept`,
    hint: (p) => `leave '${p.option}' out, or serve it by mode: 'latest'`,
    explain: "A live serving is a view that merges tiles and the newest raw rows when it is read: nothing of it is kept, refreshed or clustered."
  })
};

// compiler/base/codes/snowflake.ts
function during(p) {
  return p.during === null ? "" : ` while: ${p.during}`;
}
var connectionCodes = {
  F650: entry({
    severity: "error",
    message: (p) => p.found === null ? "the package snowflake-sdk, which connects to Snowflake, is not installed" : `snowflake-sdk has version ${p.found}, and this version of feat works with ${p.needed}`,
    hint: (p) => `npm install --save-dev snowflake-sdk@${p.needed}`,
    explain: "The official driver of Snowflake is large, so that it comes only to those who connect to an account. feat reads values from it in a way that was checked with one version, and refuses others."
  }),
  F651: entry({
    severity: "error",
    message: (p) => `there is no connection '${p.connection}': ${p.known.length > 0 ? `${p.places[0]} holds ${oneOf(p.known)}` : `looked for ${oneOf(p.places)}`}`,
    hint: (p) => didYouMean({ near: p.near }) ?? `add a section [${p.connection}] with account, user and a way to log in to connections.toml, or set SNOWFLAKE_ACCOUNT, SNOWFLAKE_USER and the like`,
    explain: "The `connection` of a target names a section of connections.toml in $SNOWFLAKE_HOME, ~/.snowflake or the folder of settings of the system; config.toml beside it is read where there is no connections.toml. Variables may replace it."
  }),
  F652: entry({
    severity: "error",
    message: (p) => `${p.path} is not used: ${p.why}`,
    hint: (p) => p.remedy,
    explain: "A file that holds secrets must be readable by its owner only, and be what its name says. The same rule holds for connections.toml, for private keys and for files with a token."
  }),
  F653: entry({
    severity: "error",
    message: (p) => `connection '${p.connection}': ${p.key} ${p.problem} (${p.where})`,
    hint: (p) => didYouMean(p),
    explain: "The settings of a connection are checked before anything is sent: which keys it needs depends on the authenticator. Values are never shown. All mistakes are listed at once."
  }),
  F654: entry({
    severity: "error",
    message: (p) => `Snowflake refused the login to ${p.account}: ${p.detail}`,
    hint: (p) => p.remedy,
    explain: "The account answered and did not accept who we said we are: a wrong password or key, an expired token, a user that is locked, a role that is not granted, or an address that its network policy does not allow. It is not tried again, so that no user gets locked."
  }),
  F655: entry({
    severity: "error",
    message: (p) => `Snowflake cannot be reached as ${p.account}${p.during === null ? "" : ` while: ${p.during}`}: ${p.detail}`,
    hint: () => "check the `account` or `host` of the connection, the network, and a proxy on the way (HTTPS_PROXY); then run the command again",
    explain: "No usable answer came: the name does not resolve, nothing listens there, a proxy interferes, or the service is down."
  })
};
var statementCodes = {
  F656: entry({
    severity: "error",
    message: (p) => `something that is read does not exist, or the role may not see it${during(p)}: ${p.detail}`,
    hint: () => "look at it with the role of the connection: SHOW GRANTS TO ROLE; then create it, correct its name, or grant the role what it needs",
    explain: "Snowflake gives one answer for an object that is missing and for one that the role has no privilege on. `feat doctor` tells the two apart for what feat needs itself."
  }),
  F657: entry({
    severity: "error",
    message: (p) => `the role lacks a privilege${during(p)}: ${p.detail}`,
    hint: () => "grant it to the role of the connection, or connect with another role",
    explain: "The object is there and visible, and the role may not do with it what the statement does."
  }),
  F658: entry({
    severity: "error",
    message: (p) => `there is no warehouse to run a statement on${during(p)}: ${p.detail}`,
    hint: () => "name a warehouse that the role may use in the `warehouse` of the target, and check that it is not suspended by a resource monitor",
    explain: "Statements that read or write data need a running warehouse, which the target names."
  }),
  F659: entry({
    severity: "error",
    message: (p) => `Snowflake ended a statement${during(p)}: ${p.detail}`,
    hint: () => "if it ran too long, compute a shorter span at a time with --from and --to or use a larger warehouse; then run the command again",
    explain: "The statement reached a time limit, or somebody cancelled it in the account. What it did is taken back."
  }),
  F660: entry({
    severity: "error",
    message: (p) => `it is not known whether a statement took effect${p.during === null ? "" : ` while: ${p.during}`}: ${p.detail}`,
    hint: (p) => `run the command again: it looks at what is there before it goes on${p.query === null ? "" : `; in the history of the account: ${p.query}`}`,
    explain: "The connection broke between sending a statement that changes something and its answer. It is never sent a second time; the next run looks at the warehouse and continues from what it finds."
  }),
  F661: entry({
    severity: "error",
    message: (p) => `no answer came within ${p.seconds} s${p.during === null ? "" : ` while: ${p.during}`}; the statement was cancelled`,
    hint: () => "look at the load of the warehouse, then run the command again",
    explain: "Each call has a time limit. The statement was cancelled; it had only read."
  }),
  F662: entry({
    severity: "error",
    message: (p) => `the session ended${during(p)}: ${p.detail}`,
    hint: () => "run the command again: nothing of the statement took effect",
    explain: "The account closed the session, or it expired, and a new one met the same fate."
  }),
  F663: entry({
    severity: "error",
    message: (p) => `another transaction holds what a statement needs${during(p)}: ${p.detail}`,
    hint: () => "SHOW LOCKS names the other transaction; run the command again when it has ended",
    explain: "Statements that change the same table wait for one another, at most for some minutes. The transaction was taken back."
  }),
  F664: entry({
    severity: "error",
    message: (p) => `Snowflake answered in a form that this version of feat does not know${during(p)}: ${p.detail}`,
    hint: () => "report it with the name of the type or field; no value was guessed",
    explain: "A value did not have the form of its type, or an answer lacked rows or columns that it announced."
  }),
  F665: entry({
    severity: "error",
    message: (p) => `the account does not offer what a statement uses${during(p)}: ${p.detail}`,
    hint: () => "check the edition and region of the account: `feat doctor` lists what the project needs",
    explain: "Some kinds of objects need a higher edition, another region, or a feature that an administrator switches on."
  }),
  F669: entry({
    severity: "error",
    message: (p) => `Snowflake refused a statement${during(p)}: ${p.detail}`,
    explain: "An error of Snowflake that has no code of its own here. Its number and message follow the colon."
  })
};
var snowflakeCodes = { ...connectionCodes, ...statementCodes };

// compiler/base/codes/warehouse.ts
function during2(p) {
  return p.during === null ? "" : ` while: ${p.during}`;
}
var engineCodes = {
  F600: entry({
    severity: "error",
    message: (p) => `the warehouse ${p.path} is held by ${p.holder}${p.waited > 0 ? `, still after ${p.waited} s` : ""}`,
    hint: () => "wait until that process ends or close it, then run the command again: an embedded warehouse is open in one process at a time",
    explain: "An embedded warehouse is one file, and the process that opened it for writing holds it until it ends. A second command waits for a while, then gives up and names the holder: another `feat` command, a notebook or a database shell."
  }),
  F601: entry({
    severity: "error",
    message: (p) => `a table that is read does not exist${during2(p)}: ${p.detail}`,
    hint: () => "a raw table: create it, or correct its name in the `sources` of the target; one of ours: `feat plan` shows what is missing",
    explain: "A statement names a table, view or schema that the warehouse does not have."
  }),
  F602: entry({
    severity: "error",
    message: (p) => `a column that is read does not exist${during2(p)}: ${p.detail}`,
    hint: () => "compare the declared columns with those of the table: `feat doctor` does",
    explain: "A statement names a column that its table does not have: the raw table was changed, or a table of ours was changed by hand."
  }),
  F603: entry({
    severity: "error",
    message: (p) => `a file that is read does not exist${during2(p)}: ${p.detail}`,
    hint: () => "correct its path in the `sources` of the target: it is relative to the folder of the config",
    explain: "A source is mapped to a Parquet or CSV file that is not there."
  }),
  F604: entry({
    severity: "error",
    message: (p) => `there is no room left to write ${p.path}${during2(p)}: ${p.detail}`,
    hint: () => "free some space, or raise the limit, and run the command again: it continues where it stopped",
    explain: "The disk, its quota or the allowed size of a file is used up. Nothing that was committed is lost, and the next run continues."
  }),
  F605: entry({
    severity: "error",
    message: (p) => `the engine ran out of memory${during2(p)}: ${p.detail}`,
    hint: () => "close other programs, or compute a shorter span at a time with --from and --to",
    explain: "The embedded engine uses at most four fifths of the memory and then the disk; some statements need more than both."
  }),
  F606: entry({
    severity: "error",
    message: (p) => `interrupted${during2(p)}`,
    hint: () => "run the command again: it continues where it stopped",
    explain: "The running statement was cancelled, by Ctrl-C or by a caller. Its transaction is taken back."
  }),
  F607: entry({
    severity: "error",
    message: (p) => `a value does not fit its type${during2(p)}: ${p.detail}`,
    hint: () => "declare the column with the type that its values have, or cast it leniently so that such values become NULL",
    explain: "A cast met a text that is no such number, date or time, or a number beyond the range of its type."
  }),
  F608: entry({
    severity: "error",
    message: (p) => `the warehouse ${p.path} is damaged: ${p.detail}`,
    hint: () => "restore the file from a copy, or remove it and apply again: everything but captured history is computed anew from raw data",
    explain: "The file is a database file, but blocks of it do not have the contents that were written."
  }),
  F609: entry({
    severity: "error",
    message: (p) => `${p.path} is no warehouse: the file holds something else than a DuckDB database`,
    hint: () => "give the `path` of the target another name, or move that file away",
    explain: "The `path` of an embedded target names a file that exists and is no DuckDB database. It is never overwritten."
  }),
  F610: entry({
    severity: "error",
    message: (p) => `the folder of the warehouse ${p.path} does not exist`,
    hint: () => "create the folder, or correct the `path` of the target: it is relative to the folder of the config",
    explain: "An embedded warehouse is created where it is missing, but not the folder that it is to be in."
  }),
  F611: entry({
    severity: "error",
    message: (p) => `the warehouse ${p.path} cannot be opened: ${p.detail}`,
    hint: () => "check that the path is a file, and that you may read and write it and its folder",
    explain: "The operating system refuses access to the file or its folder."
  }),
  F612: entry({
    severity: "error",
    message: (p) => `the warehouse ${p.path} is open for reading only${during2(p)}: ${p.detail}`,
    explain: "A command that only reads opens the warehouse for reading, so that several can run at once; it met a statement that writes."
  }),
  F613: entry({
    severity: "error",
    message: (p) => `there is no warehouse ${p.path} yet`,
    hint: () => "`feat apply` creates it",
    explain: "A command that only reads does not create the warehouse."
  }),
  F614: entry({
    severity: "error",
    message: (p) => `the warehouse ${p.path} was written by another version of DuckDB: ${p.detail}`,
    hint: () => "use the version of feat that wrote it, or export its raw tables with that version and apply anew",
    explain: "The file format of the embedded engine is newer, or much older, than the one that this version reads."
  }),
  F615: entry({
    severity: "error",
    message: (p) => `two transactions changed the same rows${during2(p)}: ${p.detail}`,
    hint: () => "run the command again: the transaction was taken back as a whole",
    explain: "Another connection to the same warehouse changed what this statement was about to change."
  }),
  F619: entry({
    severity: "error",
    message: (p) => `the engine refused a statement${during2(p)}: ${p.detail}`,
    explain: "An error of the engine that has no code of its own. Its message follows the colon."
  })
};
var stateCodes = {
  F620: entry({
    severity: "error",
    message: (p) => `the state has format ${p.found}, and this version of feat knows formats up to ${p.known}`,
    hint: () => "use the version of feat that the others in the project use, or a newer one",
    explain: "A newer version of feat has migrated the state in the warehouse. An older one does not touch what it does not understand."
  }),
  F621: entry({
    severity: "error",
    message: (p) => `the state cannot be read: ${p.what} ${p.detail}`,
    hint: () => "restore the tables of the state schema from a copy; `feat doctor` says what can be recovered from the objects themselves",
    explain: "The tables of the state schema were changed by hand or only partly copied."
  }),
  F622: entry({
    severity: "error",
    message: (p) => `'${p.command}' of ${p.owner} on ${p.host} holds the lock of the state until ${p.until}${p.waited > 0 ? `, still after ${p.waited} s` : ""}`,
    hint: () => "wait until it ends; if it was killed, the lock lapses at that time by itself",
    explain: "One command at a time changes what is deployed. The lock is a row of the state; its holder renews it while it works."
  }),
  F623: entry({
    severity: "error",
    message: (p) => `another command took the lock of the state (it was number ${p.fence}): what was begun is taken back`,
    hint: () => "run the command again once the other one has ended",
    explain: "The lock lapsed, because this command could not renew it in time, and another command took it. Each write is conditional on the lock, so nothing was mixed."
  }),
  F624: entry({
    severity: "error",
    message: (p) => `the state in schema ${p.schema} belongs to the project '${p.found}', this is '${p.expected}'`,
    hint: () => "give this project a state schema of its own: `stateSchema` of the target; or correct the name of the project",
    explain: "A state holds what one project has deployed. Two projects in one state would destroy each other's objects."
  })
};
var applyCodes = {
  F630: entry({
    severity: "error",
    message: (p) => `the step '${p.title}' failed; ${p.done} of ${p.total} steps are done`,
    hint: () => "correct the cause and run the command again: it continues with this step",
    explain: "Each step is recorded before and after it runs. What is done stays done, what failed in a transaction is taken back, and the next run continues."
  }),
  F631: entry({
    severity: "error",
    message: (p) => `interrupted${p.title === null ? "" : ` in the step '${p.title}'`}; ${p.done} of ${p.total} steps are done`,
    hint: () => "run the command again: it continues where it stopped",
    explain: "Ctrl-C cancels the running statement, records that, and gives the lock back."
  }),
  F632: entry({
    severity: "error",
    message: (p) => `the rows that were filled fail a test, so they are not shown: ${p.title}; for example ${p.rows.slice(0, 3).join(" ")}`,
    hint: () => "correct the definition or the check and plan again; the public name still shows what it showed",
    explain: "Before a rebuilt feature view is published, the data tests that follow from its types and checks run over the new storage. Nothing is published while one of them finds a row."
  })
};
var sourceCodes = {
  F640: entry({
    severity: "error",
    message: (p) => `the source ${p.source} is the table ${p.relation}, which does not exist in the warehouse`,
    hint: (p) => didYouMean(p) ?? "create the table, or map the source to another one in the `sources` of the target",
    explain: "Each source is mapped to a table of the target; its logical name unless `sources` says otherwise."
  }),
  F641: entry({
    severity: "error",
    message: (p) => `the source ${p.source} is the file ${p.path}, which does not exist`,
    hint: (p) => didYouMean(p) ?? "correct the path in the `sources` of the target: it is relative to the folder of the config",
    explain: "On the embedded target a source may be a Parquet or CSV file."
  }),
  F642: entry({
    severity: "error",
    message: (p) => `the source ${p.source} declares the column '${p.column}', which ${p.relation} does not have`,
    hint: (p) => didYouMean(p) ?? "correct the name, or remove the column from the declaration",
    explain: "A source declares the columns that features may read; each must exist."
  }),
  F643: entry({
    severity: "error",
    message: (p) => `the source ${p.source} declares '${p.column}' as ${p.declared}, but in ${p.relation} it is ${p.found}`,
    hint: (p) => p.fitting === null ? "map the source to a query that casts the column" : `declare it as ${p.fitting}`,
    explain: "The types of features follow from the declared types of columns. A column of another type would be cast silently, or fail in the middle of a run."
  }),
  F644: entry({
    severity: "error",
    message: (p) => `the source ${p.source} is the file ${p.path}, which cannot be read: ${p.detail}`,
    hint: () => "check that the file is Parquet or CSV as its name says, and complete",
    explain: "A file of a source exists, but the engine cannot tell its columns."
  }),
  F645: entry({
    severity: "error",
    message: (p) => `the query of the source ${p.source} is refused by the engine: ${p.detail}`,
    hint: () => "run the query by itself and correct it: it is sent to the engine as it is written",
    explain: "A source that is a query is given in the words of each engine. The engine could not tell its columns."
  })
};
var accountCodes = {
  F670: entry({
    severity: "error",
    message: (p) => `there is no database ${p.database}, or the role may not use it`,
    hint: (p) => `CREATE DATABASE ${p.database}; or GRANT USAGE ON DATABASE ${p.database} TO ROLE <role of the connection>`,
    explain: "The `database` of the target has to be there: feat makes schemas and what is in them, and no databases."
  }),
  F671: entry({
    severity: "error",
    message: (p) => `the schema ${p.schema} is there, and the role may not use it`,
    hint: (p) => `GRANT USAGE ON SCHEMA ${p.schema} TO ROLE <role of the connection>`,
    explain: "What is in a schema is listed only for a role that may use it. Planning without that list would make everything anew."
  }),
  F672: entry({
    severity: "error",
    message: (p) => `the role ${p.role} may not see ${some(p.objects)}, which feat made and which is still there`,
    hint: (p) => `GRANT OWNERSHIP ON TABLE ${p.objects[0]} TO ROLE ${p.role} COPY CURRENT GRANTS; or connect with the role that owns it`,
    explain: "A listing leaves out what a role has no privilege on, which looks as if it had been dropped. feat asks for what it made by name before it plans to make it again."
  }),
  F673: entry({
    severity: "error",
    message: (p) => `the state records ${p.objects} objects in the schema ${p.schema}, which the role ${p.role} does not see`,
    hint: (p) => `GRANT USAGE ON SCHEMA ${p.schema} TO ROLE ${p.role}; or, where it was dropped, UNDROP SCHEMA ${p.schema} or create it empty, and plan again`,
    explain: "The engine gives one answer for a schema that is missing and for one that the role may not use. Everything in it would be made again, so somebody has to say which it is."
  }),
  F674: entry({
    severity: "error",
    message: (p) => p.warehouse === null ? `the session has no warehouse: the target names none that the role ${p.role} may use` : `there is no warehouse ${p.warehouse}, or the role ${p.role} may not use it`,
    hint: (p) => `GRANT USAGE ON WAREHOUSE ${p.warehouse ?? "<warehouse of the target>"} TO ROLE ${p.role}; or name another one in the \`warehouse\` of the target`,
    explain: "Reading and writing rows needs a warehouse. Those that the role may not use are not listed for it."
  }),
  F675: entry({
    severity: "error",
    message: (p) => `the session has ${p.parameter} = ${p.found}, and the statements of feat need ${p.needed}`,
    hint: (p) => `let sessions of this user set it: ALTER USER <user> SET ${p.parameter} = ${/^(true|false|\d+)$/i.test(p.needed) ? p.needed : `'${p.needed}'`}`,
    explain: "What statements mean depends on some parameters of the session: zone, kind of timestamps, first day of the week, case of quoted names. The driver sets them when it connects."
  }),
  F676: entry({
    severity: "error",
    message: (p) => `the role ${p.role} lacks ${p.privilege} on ${placeOf(p)}, which the project needs`,
    hint: (p) => `GRANT ${p.privilege} ON ${placeOf(p)} TO ROLE ${p.role}`,
    explain: "The privileges that the statements of the project take are compared with those that the role holds, by itself, by roles granted to it, or as an owner. Objects in a schema that feat makes belong to the role that makes them."
  }),
  F677: entry({
    severity: "error",
    message: (p) => `the source ${p.source} is the table ${p.relation}, which is there, and the role may not read it`,
    hint: (p) => `GRANT SELECT ON TABLE ${p.relation} TO ROLE <role of the connection>`,
    explain: "The role sees no columns of the table. Asked for by name, the engine says that a privilege is missing, not the table."
  })
};
function placeOf({ on, name }) {
  return name === null ? on : `${on} ${name}`;
}
function some(names) {
  return `${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
}
var warehouseCodes = { ...engineCodes, ...stateCodes, ...applyCodes, ...sourceCodes, ...accountCodes };

// compiler/base/codes.ts
var codes = {
  ...loadCodes,
  ...languageCodes,
  ...analyzeCodes,
  ...lowerCodes,
  ...leakageCodes,
  ...proofCodes,
  ...datasetCodes,
  ...objectCodes,
  ...planCodes,
  ...servingCodes,
  ...warehouseCodes,
  ...snowflakeCodes,
  ...cliCodes,
  ...importCodes
};
function messageOf(code, params) {
  const entry2 = codes[code];
  return { severity: entry2.severity, message: entry2.message(params), hint: entry2.hint?.(params) ?? null };
}

// compiler/base/diagnostic.ts
function diagnostic(code, params, where = {}) {
  const { severity, message, hint } = messageOf(code, params);
  return Object.freeze({ code, severity, message, hint, span: where.span ?? null, address: where.address ?? null });
}
function hasErrors(diagnostics) {
  return diagnostics.some((d) => d.severity === "error");
}
var FeatError = class extends Error {
  diagnostics;
  constructor(diagnostics, options) {
    super(diagnostics.map((d) => `${d.code}: ${d.message}`).join("\n"), options);
    this.name = "FeatError";
    this.diagnostics = diagnostics;
  }
};
var InternalError = class extends Error {
  name = "InternalError";
};
function absurd(x) {
  throw new InternalError(`unexpected ${JSON.stringify(x)}`);
}

export {
  diagnostic,
  hasErrors,
  FeatError,
  InternalError,
  absurd
};
