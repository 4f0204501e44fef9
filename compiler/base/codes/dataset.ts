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
    explain: 'The newest point that was available at the time of a label counts unless it is older than the ttl of the dataset, or twice the cadence of the view.',
  }),
  F436: entry<{ readonly view: string }>({
    severity: 'error',
    message: p => `view '${p.view}' is corrected: its stored values hold what became known later, so no dataset can show them as known before`,
    hint: () => "leave out `known`, or read the view as-known (known: 'as-known')",
    explain: 'Under as-known a stored value never changes. A corrected one is computed again when late rows arrive, and its former value is not kept.',
  }),
}
