import { entry, oneOf } from './entry.ts'

export const datasetCodes = {
  // 430 to 436: what a dataset declares
  F430: entry<{ readonly what: string; readonly entity: string; readonly spine: string; readonly holds: readonly string[] }>({
    severity: 'error',
    message: p => `${p.what} is of entity '${p.entity}', which the spine '${p.spine}' does not describe; it describes ${oneOf(p.holds)}`,
    hint: p => `list '${p.entity}' in the entities of '${p.spine}', or take the spine by its role: ${p.spine.split('.').at(-1)}.by(${p.entity}.on({ ... }))`,
    explain: 'A row of the spine gives the keys for which features are read, so it has to hold the keys of each entity whose features are listed.',
  }),
  F431: entry<{ readonly dataset: string; readonly label: readonly string[]; readonly shared: readonly string[] }>({
    severity: 'error',
    message: p =>
      p.shared.length === 0
        ? `the spine of '${p.dataset}' and the rows of its label (${p.label.join(', ')}) describe no entity in common`
        : `dataset '${p.dataset}' does not say whose label it has: the spine and ${p.label.join(', ')} both describe ${oneOf(p.shared)}`,
    hint: p => (p.shared.length === 0 ? null : `say it: entity: ${p.shared[0]}`),
    explain: 'A label is an aggregate of the rows of one entity after the time of the example; the keys of that entity are taken from the spine.',
  }),
  F432: entry<{ readonly found: string }>({
    severity: 'error',
    message: p => `the label ${p.found}`,
    hint: () => "give an aggregate over the time after the example, count(orders).next('30d'), or a value of the spine's own row",
    explain: 'A label is either computed from what happens in a span of time after each example, or a value that the row of the spine holds itself.',
  }),
  F433: entry<{ readonly sum: number }>({
    severity: 'error',
    message: p => `the shares of the split add up to ${p.sum}, not to 1`,
    explain: 'Every row goes to one of train, validation and test.',
  }),
  F434: entry<{ readonly column: string; readonly found: string }>({
    severity: 'error',
    message: p => `the split keeps rows of one '${p.column}' together, which is ${p.found} and not compared exactly`,
    explain: 'Rows of one group are those whose values are equal to the bit on every engine: texts, integers, decimals, dates, timestamps and booleans.',
  }),
  F435: entry<{ readonly view: string; readonly after: string; readonly limit: string; readonly isTtl: boolean }>({
    severity: 'warning',
    message: p => `features of view '${p.view}' are always NULL here: its points are available after ${p.after}, and older than ${p.limit} they do not count`,
    hint: p => (p.isTtl ? 'a longer ttl' : 'give the dataset a ttl that is longer, or the view a shorter availableAfter'),
    explain:
      'The newest point that was available at the time of a label counts unless it is older than the ttl of the dataset, or twice the cadence of the view.',
  }),
  F436: entry<{ readonly view: string }>({
    severity: 'error',
    message: p => `view '${p.view}' is corrected: its stored values hold what became known later, so no dataset can show them as known before`,
    hint: () => "leave out `known`, or read the view as-known (known: 'as-known')",
    explain: 'Under as-known a stored value never changes. A corrected one is computed again when late rows arrive, and its former value is not kept.',
  }),
  // 437 to 449, 421 to 429: building one
  F437: entry<{ readonly name: string; readonly near: string | null; readonly known: readonly string[] }>({
    severity: 'error',
    message: p => `there is no dataset '${p.name}'${p.known.length === 0 ? ': none is declared' : ''}`,
    hint: p => (p.near === null ? (p.known.length === 0 ? null : `there are: ${p.known.join(', ')}`) : `did you mean '${p.near}'?`),
    explain: 'A dataset is named by its name, or by name@n for one of the versions that were built.',
  }),
  F438: entry<{ readonly name: string; readonly n: number | null; readonly built: readonly number[] }>({
    severity: 'error',
    message: p => (p.n === null ? `dataset '${p.name}' was never built here` : `there is no version ${p.n} of dataset '${p.name}'`),
    hint: p => (p.built.length === 0 ? `feat dataset build ${p.name}` : `built so far: ${p.built.map(n => `${p.name}@${n}`).join(', ')}`),
    explain: 'Versions are counted by target and environment, from 1 on; state keeps what each was made of.',
  }),
  F439: entry<{ readonly dataset: string; readonly view: string; readonly missing: readonly string[] }>({
    severity: 'error',
    message: p => `dataset '${p.dataset}' reads ${p.missing.join(', ')} of view '${p.view}', which is not deployed`,
    hint: () => 'feat apply, then feat materialize',
    explain: 'Values are read from where the view is stored, so it has to be there as it is declared today.',
  }),
  F440: entry<{
    readonly dataset: string
    readonly view: string
    readonly rows: number
    readonly first: string
    readonly last: string
    readonly after: string
  }>({
    severity: 'error',
    message: p => `view '${p.view}' is not computed for ${p.rows} of the examples of dataset '${p.dataset}': points from ${p.first} to ${p.last} are missing`,
    hint: p => `feat materialize --only ${p.view} --from ${p.first} --to ${p.after}; or --partial, which leaves these values NULL`,
    explain:
      'Each example reads the newest point of a view that was available at its time. Where that was never computed, though the view has a value there, the training set would hold NULL without a reason in the data.',
  }),
  F441: entry<{ readonly dataset: string; readonly spine: string; readonly rows: number; readonly why: string }>({
    severity: 'error',
    message: p =>
      `dataset '${p.dataset}' would have no rows: ${p.rows === 0 ? `its spine '${p.spine}' is empty` : `of ${p.rows} rows of '${p.spine}' ${p.why}`}`,
    explain:
      'An example is a row of the spine with a time, that was known before the cutoff, whose label is known as well, and that lies in no gap of the split.',
  }),
  F442: entry<{ readonly path: string }>({
    severity: 'error',
    message: p => `'${p.path}' exists`,
    hint: () => '--force replaces it; or give another name',
    explain: 'A training set that somebody may have used is not replaced unasked.',
  }),
  F443: entry<{ readonly path: string; readonly known: readonly string[] }>({
    severity: 'error',
    message: p => `'${p.path}' does not say by its ending what to write`,
    hint: p => `one of ${p.known.join(', ')}`,
    explain: 'The format of a file follows from its name: Parquet, CSV or Arrow IPC.',
  }),
  F444: entry<{ readonly name: string; readonly found: string }>({
    severity: 'error',
    message: p => `'${p.name}' is ${p.found} that no dataset of this project made`,
    hint: () => 'name the dataset otherwise, or move what is there',
    explain: 'A version of a dataset is a table NAME__V<n>, and NAME a view of the newest one. What feat did not make is never replaced.',
  }),
  F445: entry<{ readonly version: string; readonly where: string; readonly why: string }>({
    severity: 'error',
    message: p => `${p.version} cannot be read: ${p.where} ${p.why}`,
    hint: () => 'feat dataset rebuild writes it again, to where it was; where that is gone, also to another place with --out',
    explain: 'State keeps what a version was made of; its rows are in the table or file that it was written to.',
  }),
  F446: entry<{ readonly version: string; readonly changed: readonly string[] }>({
    severity: 'error',
    message: p => `${p.version} cannot be built again: the declaration has changed since (${p.changed.join(', ')})`,
    hint: () => 'check out the commit that built it, or build a new version',
    explain: 'A version is built again from the same declaration and the same inputs. What a feature means is part of the declaration.',
  }),
  F447: entry<{ readonly name: string }>({
    severity: 'error',
    message: p => `Arrow files need the package '${p.name}', which is not installed`,
    hint: p => `npm install --save-dev ${p.name}; or write Parquet`,
    explain: 'Parquet and CSV are written by the warehouse or the embedded engine; Arrow IPC files by a package of its own, which most do not need.',
  }),
  F448: entry<{ readonly dataset: string; readonly view: string }>({
    severity: 'error',
    message: p => `dataset '${p.dataset}' cannot be cut off at a known time: view '${p.view}' is corrected, its stored values hold what became known later`,
    hint: () => "read the view as-known (known: 'as-known'), or build without --known",
    explain: 'Under as-known a stored value never changes. A corrected one is computed again when late rows arrive, and its former value is not kept.',
  }),
  F449: entry<{
    readonly version: string
    readonly was: string
    readonly wasRows: number
    readonly checksum: string
    readonly rows: number
    readonly changed: readonly string[]
  }>({
    severity: 'error',
    message: p =>
      `${p.version} does not come out the same: ${p.rows} rows with checksum ${p.checksum} where it has ${p.wasRows} with ${p.was}; ${
        p.changed.length === 0 ? 'no input that is kept track of has changed' : p.changed.join('; ')
      }`,
    hint: p => `nothing was written, ${p.version} stays as it was built; feat dataset build makes a new version of what is there now`,
    explain:
      'A version stays what it was: rebuild writes the same rows again, or none. Where an input has changed since, its table or file and what is recorded of it are left alone.',
  }),
  F429: entry<{ readonly dataset: string; readonly empty: readonly string[]; readonly first: string; readonly last: string; readonly isTime: boolean }>({
    severity: 'warning',
    message: p => `dataset '${p.dataset}' has no rows for ${p.empty.join(' and ')}, which its split asks for: its examples lie from ${p.first} to ${p.last}`,
    hint: p => (p.isTime ? 'move the dates of the split, or build more of the time' : 'greater shares, or more examples'),
    explain: 'A part of the split that was asked for and holds nothing is told, since what is trained or measured on it would not be.',
  }),
}
